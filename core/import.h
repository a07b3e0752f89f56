/* import: filled-in assessments, forms and tables of levels taken into an assessment file.
 *
 * Any number of inputs, in one transaction: all of them are taken in, or nothing is. */
#ifndef SPBE_IMPORT_H
#define SPBE_IMPORT_H

#include "command.h"
#include "error.h"

/* `spbe import FILE.spbe INPUT...`; returns the exit status 0 or 1, or sets *err. */
int import_run(const struct call *call, struct error *err);

#endif
