/* merge: a filled-in assessment taken into an assessment file: what it says is taken over, what it
 * does not mention stays as it is.
 *
 * Evidence is recognised by its SHA-256, else by title and number, and then brought up to date;
 * everything else by its id. What is equal already makes no change, so the same document can be
 * taken in twice. Nothing is taken away: a missing key means "not mentioned". */
#ifndef SPBE_MERGE_H
#define SPBE_MERGE_H

#include "assessment.h"
#include "edit.h"
#include "error.h"

/* Takes a document in, within an open step; the caller rolls back when it fails.
 *
 * name:   of the document, for places.
 * anyway: take it also when agency, kind or year differ; the file's own are kept. Else that fails
 *         with MERGE_AGENCY, MERGE_KIND or MERGE_YEAR.
 * Fails with STORE_LOCKED_INDICATOR where it would change a locked indicator. */
bool merge_assessment(const struct edit *edit, const struct assessment *document, const char *name,
                      bool anyway, struct error *err);

/* Appends the place in an assessment document that a change corresponds to,
 * "$.answers.I07.claimed"; nothing where there is none. */
void merge_place(const struct change *change, struct text *out);

#endif
