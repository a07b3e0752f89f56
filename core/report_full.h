/* report_full: what the full form of the result document adds to the plain one. Used by `report`. */
#ifndef SPBE_REPORT_FULL_H
#define SPBE_REPORT_FULL_H

#include "evaluation.h"
#include "json_out.h"

/* The member "instrument": titles, notes, known conflicts, documents. */
void report_full_instrument(struct json_out *out, const struct instrument *instrument);

/* The members of an indicator: its texts, what was noted, verdicts, levels with criteria and answers,
 * evidence. */
void report_full_indicator(struct json_out *out, const struct evaluation *evaluation,
                           int indicator);

#endif
