/* scoring: the value of an indicator from its items, or from an outside index.
 *
 * Items: from the lowest value on, every accepted item adds its points, level by level; a level opens
 * only when every item of the levels below is accepted, and is worth its whole band only when all of its
 * own are. An item of a level that is not open adds nothing. Measures: the index is converted along the
 * lines that the pack declares. All exact. */
#ifndef SPBE_SCORING_H
#define SPBE_SCORING_H

#include "assessment.h"
#include "instrument.h"
#include "season.h"

#include <stdbool.h>
#include <stddef.h>

/* What came out for one indicator. */
struct score {
    bool given;            /* there is something to score */
    struct fraction value; /* set when given */
    int blocking;          /* position of the lowest level that is not complete, or NOWHERE */
};

/* Scores the items of an indicator. levels: the standings of all levels by position; those of the
 * indicator get accepted, refused, complete and proven. False when a sum becomes too long. */
bool scoring_items(const struct instrument *instrument, const struct indicator *indicator,
                   const struct response *response, struct standing *levels, struct score *score);

/* Scores an indicator by its outside index; its levels up to the value are complete. An index outside
 * the lines counts as not given. False when the value becomes too long. */
bool scoring_measure(const struct instrument *instrument, const struct indicator *indicator,
                     const struct response *response, struct standing *levels, struct score *score);

/* The value of an open level when `accepted` of its items are, whose points add up to `points`. False
 * when it becomes too long. */
bool scoring_level(const struct level *level, size_t accepted, struct fraction points,
                   struct fraction *value);

#endif
