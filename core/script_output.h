/* script_output: what calls of a script put into files: drawings by templates, and documents. */
#ifndef SPBE_SCRIPT_OUTPUT_H
#define SPBE_SCRIPT_OUTPUT_H

#include "script_state.h"
#include "template.h"

enum { SCRIPT_YEAR_OF_NONE = 2020 }; /* dates a drawing that is about no year */

/* Draws a template into a file: one of the program's own by its name, or a file that the script may use. `run` lacks
 * its output. Fails with SCRIPT_FILE, and as template_open and template_run do. */
bool script_output_draw(struct script *script, const struct script_call *call, const char *name,
                        const char *file, struct template_run *run, struct error *err);
/* Writes a document as one line. */
bool script_output_document(struct script *script, const char *file, const struct text *document,
                            struct error *err);
/* The same by the ending of the file: a drawing for .xlsx and .html, the document of `run` for .json. Fails with
 * SCRIPT_ENDING for any other. */
bool script_output_write(struct script *script, const struct script_call *call, const char *name,
                         const char *file, struct template_run *run, struct error *err);

#endif
