/* named_file: the files that a command line names: which are read, which are written, and that none is both.
 *
 * Looks at names and at what lies under them; opens nothing. */
#ifndef SPBE_NAMED_FILE_H
#define SPBE_NAMED_FILE_H

#include "command.h"
#include "error.h"

#include <stdbool.h>

/* Checks an option that names an output, before anything is read: it must not be a file that the command
 * also reads, as an argument or in another option; else the input would be lost. True when absent;
 * asserts that the command has the option.
 * Fails with COMMAND_OVER. */
bool named_file_output(const struct call *call, const char *name, struct error *err);

/* Checks what stands where on a command line that was read: where the first argument is the file and nothing lies
 * there, but an assessment under a later one, they are in the wrong order (COMMAND_ORDER); names of files are not empty
 * (COMMAND_NAMELESS); a template needs an output that is drawn (COMMAND_TEMPLATE); two outputs are not one file
 * (COMMAND_SAME). */
bool named_file_check(const struct call *call, struct error *err);

#endif
