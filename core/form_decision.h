/* form_decision: the workbook of conflicts (form_conflict), decided and taken back.
 *
 * Each row is decided by "berkas" (the file keeps what it says) or "formulir" (the form's text is taken). A
 * decision counts for what the person saw: where the file says something else by now, or the indicator's verified
 * value is another one, that is a new conflict. Rows without a decision stay undecided: they are told, and handed
 * to the listener's `dispute` again where there is one. */
#ifndef SPBE_FORM_DECISION_H
#define SPBE_FORM_DECISION_H

#include "form_reader.h"

/* True when the bytes are a workbook with the hidden sheet of conflicts. */
bool form_decision_is(const char *bytes, size_t length);

/* Carries the decisions out, within an open step; the caller rolls back when it fails. manner: who is right where
 * the file has moved on. undecided: rows without a decision, which tally counts as FORM_DISPUTED.
 * Fails as form_import does. */
bool form_decision_import(const struct edit *edit, const char *bytes, size_t length,
                          const char *path, const struct form_manner *manner,
                          struct form_tally *tally, size_t *undecided, struct error *err);

#endif
