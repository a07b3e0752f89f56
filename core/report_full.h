/* report_full: what the full form of the result document adds to the plain one. Used by `report`. */
#ifndef SPBE_REPORT_FULL_H
#define SPBE_REPORT_FULL_H

#include "evaluation.h"
#include "json_out.h"

/* The member "instrument": titles, notes, known conflicts, documents, the words of papers. */
void report_full_instrument(struct json_out *out, const struct instrument *instrument);

/* The member "objection", where an assessor set any value: what objections would bring, those that rest on
 * evidence, and all of them. */
void report_full_objection(struct json_out *out, const struct evaluation *evaluation);

/* The member "questions": the general questions with their answers. */
void report_full_questions(struct json_out *out, const struct evaluation *evaluation);

/* The members of an indicator: its texts, what was noted, verdicts, what is disputed, levels with
 * criteria and answers, evidence. */
void report_full_indicator(struct json_out *out, const struct evaluation *evaluation,
                           int indicator);

#endif
