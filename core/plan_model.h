/* plan_model: a plan as a problem in whole numbers, and how far one can come at all.
 *
 * One item for each indicator, one option for each level that it may come to; gains in index units (an
 * indicator's units times the levels it rises), divided finely enough that values between levels are whole too.
 * Aspects with a least value are groups, units with a bound are pools. Used by `plan`. */
#ifndef SPBE_PLAN_MODEL_H
#define SPBE_PLAN_MODEL_H

#include "arena.h"
#include "cheapest.h"
#include "error.h"
#include "evaluation.h"
#include "plan_order.h"
#include "plan_price.h"

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PLAN_ANY_TIME = INT_MAX }; /* however long it takes */

/* Where a step leads. */
struct plan_goal {
    int level;             /* position of the level that is reached, or completed */
    struct fraction value; /* that comes with it */
};

struct plan_model {
    const struct evaluation *evaluation; /* borrowed, as the two below */
    const struct plan_order *order;
    const struct plan_prices *prices;
    struct cheapest_problem problem;
    struct cheapest_item *items; /* those of the problem, by indicator */
    struct plan_goal **goals;    /* by indicator and option; option 0: where it is, level NOWHERE */
    int *groups;                 /* by aspect: its group, or CHEAPEST_FREE */
    int64_t parts;               /* into which a unit times a level is divided */
    int64_t now;                 /* the units that are there already */
};

/* Makes it; memory from `arena`. months: no indicator takes longer. Fails with EVALUATION_RANGE when numbers
 * have too many digits. */
bool plan_model_make(struct plan_model *model, const struct evaluation *evaluation,
                     const struct plan_order *order, const struct plan_prices *prices, int months,
                     struct arena *arena, struct error *err);

/* What an indicator at `value` can be raised to next: the beginning of the level above, or, where values lie
 * between levels, the whole of the highest. False at the top. As evaluation's own `next` and `goal`. */
bool plan_model_goal(const struct instrument *instrument, int indicator, struct fraction value,
                     struct plan_goal *goal);

/* Units as an index: units / (all units × parts). */
struct fraction plan_model_index(const struct plan_model *model, int64_t units);
/* The value of an aspect that gains `units`. */
struct fraction plan_model_aspect(const struct plan_model *model, size_t aspect, int64_t units);

/* The most units that can be gained within the bounds of units; of one aspect (by position), or of all
 * (NOWHERE). */
int64_t plan_model_most(const struct plan_model *model, int aspect, struct arena *arena);

/* True in *possible when all that is asked can be reached together. states: that may be looked at. Fails with
 * PLAN_STATES. */
bool plan_model_possible(const struct plan_model *model, size_t states, struct arena *arena,
                         bool *possible, struct error *err);

#endif
