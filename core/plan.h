/* plan: the cheapest set of raises of levels that reaches what is asked.
 *
 *     struct plan plan;
 *     plan_make(&plan, evaluation, &order, &prices, arena, err);
 *
 * Raises are whole levels in order: from level 2 to 4 are two steps, each with its own cost and duration.
 * Steps of one indicator follow each other, indicators go side by side. Values are those of the main basis
 * of the evaluation; a value between two levels is first raised to the beginning of the level above it, and
 * where the highest level has a band of its own, the last step completes it, at the price of that level.
 *
 * The plan is exactly the cheapest (`cheapest` proves it over whole index units). Among plans of the same cost
 * it is the one with the fewest steps; among those the one that raises what stands first in the instrument
 * the most (where units are bounded: unit by unit, in the order of their first indicator, behind all others).
 * `next` is the cheapest plan that does without at least one of its steps: of the same cost where there are
 * ties, else the next best.
 *
 * Months and days count back from the end, by which all is to be done: a step begins on the last day on which
 * its own months and those of the steps behind it on the same indicator still fit. The order of work is that of
 * these beginnings; of those that begin together, what is done first, then the instrument's. A bound for units holds for
 * indicators that have a unit. Nothing here knows what day it is. */
#ifndef SPBE_PLAN_H
#define SPBE_PLAN_H

#include "arena.h"
#include "error.h"
#include "evaluation.h"
#include "limit.h"
#include "plan_order.h"
#include "plan_price.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One raise. */
struct plan_step {
    int indicator;            /* position */
    int level;                /* position of the level that is reached */
    struct fraction from, to; /* the value before, and the one that comes with it */
    struct fraction gain;     /* what it adds to the index */
    struct plan_price price;
    int begins, ends; /* months before all is done: when it begins at the latest, when it is done */
    struct day start, end; /* the same as days, where the order has a day by which all is done */
    struct fraction index; /* when this step and all that begin before it are done */
};

/* A choice for each indicator. */
struct plan_choice {
    bool known; /* there is one, and it is proven */
    int64_t cost_parts;
    const struct fraction *values; /* by indicator: what it comes to */
};

/* Why an indicator is not raised any further than it is. */
enum plan_block { PLAN_FREE, PLAN_KEPT, PLAN_FIXED, PLAN_LATE };

/* Months that cannot be proven with the states that are allowed for that: fewer than for the plan, since it is a
 * question by the way, asked for one duration after the other. */
enum { PLAN_UNKNOWN = -1, PLAN_FASTEST_STATES = LIMIT_PLAN_STATES / 5 };

struct plan {
    const struct evaluation *evaluation; /* borrowed, as the two below */
    const struct plan_order *order;
    const struct plan_prices *prices;
    bool possible; /* else there is no plan, and `highest` and `blocks` say how far one can come */
    bool reached;  /* what is asked holds already: a plan without steps */
    struct fraction before, after,
        highest;                      /* the index now, with the plan, and with all that may move */
    struct fraction *aspects;         /* by position: their values with the plan */
    struct fraction *highest_aspects; /* with all that may move, each for itself */
    enum plan_block *blocks;          /* by indicator: what keeps it from the highest level */
    struct plan_step *steps;          /* in the instrument's order, then rising */
    size_t *turns;                    /* positions of steps, in the order in which they begin */
    size_t step_count, raised;        /* raised: how many indicators */
    int64_t cost_parts;
    int months;    /* from its first beginning to its end */
    int fastest;   /* months of the quickest plan there is, whatever its cost; PLAN_UNKNOWN */
    uint64_t ties; /* other plans of the same cost */
    bool
        ties_or_more; /* or more than that; with 0: they were not counted, one may have fewer steps */
    struct plan_choice next;
    bool next_proven; /* that `next` is the next one, or that there is none; else nobody knows */
    size_t states;    /* looked at for the proof */
};

/* Makes it; memory from `arena`. A target that is out of reach is no failure. Fails with PLAN_STATES, and
 * with EVALUATION_RANGE when values have too many digits to be added exactly. */
bool plan_make(struct plan *plan, const struct evaluation *evaluation,
               const struct plan_order *order, const struct plan_prices *prices,
               struct arena *arena, struct error *err);

#endif
