/* script_shipped: the scripts that come with the program, in scripts/: "sampel-audit" is
 * scripts/sampel-audit.lua. The first line of each, a comment, says what it does in Indonesian, the second in English. */
#ifndef SPBE_SCRIPT_SHIPPED_H
#define SPBE_SCRIPT_SHIPPED_H

#include "console.h"
#include "error.h"

#include <stdbool.h>

/* The path of the script that a user means by `name`, yours to free: a name without a folder, with or without ".lua",
 * that is no file here is one of the program's own; any other name is itself. NULL with SCRIPT_NAME or SCRIPT_NAME_NEAR
 * where a name without a folder is neither. */
char *script_shipped_path(const char *name, struct error *err);

/* Prints the names of all, sorted, each with its line in the reader's language. Fails with FILE_RESOURCE. */
bool script_shipped_print(const struct console *console, struct error *err);

#endif
