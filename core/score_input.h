/* score_input: what the scoring functions of a pack are given, for every indicator of an evaluation.
 *
 * For a person who tries functions against a real assessment: also for indicators that have none. `help
 * function` tells what stands in an input. */
#ifndef SPBE_SCORE_INPUT_H
#define SPBE_SCORE_INPUT_H

#include "arena.h"
#include "evaluation.h"
#include "text.h"

/* Appends {"I01":{…},"I02":{…}}, in the order of the instrument; scratch: for the work. */
void score_input_write(const struct evaluation *evaluation, struct arena *scratch,
                       struct text *out);
/* The same for the indicator at `position` alone, without its name. */
void score_input_write_one(const struct evaluation *evaluation, int position, struct arena *scratch,
                           struct text *out);

#endif
