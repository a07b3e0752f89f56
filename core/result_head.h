/* result_head: how documents about results begin: which program, rules and assessment.
 *
 * Every such document names them with the same members in the same order; what follows is its own. A document
 * calls as many of these as it has members for, inside of the object that it opened. */
#ifndef SPBE_RESULT_HEAD_H
#define SPBE_RESULT_HEAD_H

#include "evaluation.h"
#include "json_out.h"

/* The members format ("spbe-plan/1"), engine (name, version) and lang ("id" or "en"). */
void result_head_begin(struct json_out *out, const char *format);
/* Opens the member rules with id, title and sha256, all of the rules with their overlays; the caller adds what more
 * it tells of them, and closes the object. */
void result_head_open_rules(struct json_out *out, const struct instrument *instrument);
/* The member assessment: agency (name, kind), year, instrument (its id), sha256 of the document. */
void result_head_assessment(struct json_out *out, const struct assessment *assessment);

/* All of them: format, engine, lang, rules (id, title, sha256), assessment, and the main basis. */
void result_head_write(struct json_out *out, const char *format,
                       const struct evaluation *evaluation);
/* A key and an object of an index: value (rounded), exact, and predicate ("" below the lowest band), as the
 * evaluation's instrument and year read it. */
void result_head_index(struct json_out *out, const char *key, const struct evaluation *evaluation,
                       struct fraction exact);

#endif
