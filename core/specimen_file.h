/* specimen_file: an assessment file made from an example, to try templates with that draw more than a result: a form
 * to be filled in, the register of evidence, conflicts to decide. What they find as options is made by the same
 * functions as for a file of an agency, so it holds for every instrument. */
#ifndef SPBE_SPECIMEN_FILE_H
#define SPBE_SPECIMEN_FILE_H

#include "arena.h"
#include "assessment.h"
#include "error.h"
#include "evaluation.h"
#include "store.h"
#include "template_kind.h"
#include "text.h"

#include <stdbool.h>

/* Makes the file at `path`, which must be new, with all that the assessment says; where it has two documents, the last
 * one is withdrawn, so that a register shows both kinds. Fails as store_create and merge_assessment do. */
bool specimen_file_make(const char *path, const struct assessment *assessment, struct error *err);

/* Appends the options of a template, as JSON. kind: TEMPLATE_FORM, TEMPLATE_REGISTER or TEMPLATE_CONFLICTS. evaluation:
 * of the file, as it is (evaluator_opened). arena: for what is made on the way. */
bool specimen_file_options(struct store *store, const struct evaluation *evaluation,
                           enum template_kind kind, struct arena *arena, struct text *out,
                           struct error *err);

#endif
