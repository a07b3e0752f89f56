/* cheapest_rest: what the rest of a choice must cost at least.
 *
 * In an order of work by group (or by pool), segments follow each other. What the rest of a segment can gain, and at
 * which cost, within its own group or pool, is a list of points; what the segments behind it cost is a table over
 * what is still needed of the whole. Both hold for whole options, not for parts of them; of the other kind, of
 * pools (or groups), they know by tolls (or grants) only. Long lists and tables are made coarser, so that the bound
 * stays below the truth. For `cheapest`. */
#ifndef SPBE_CHEAPEST_REST_H
#define SPBE_CHEAPEST_REST_H

#include "arena.h"
#include "cheapest_key.h"
#include "cheapest_order.h"
#include "cheapest_problem.h"
#include "cheapest_toll.h"

#include <stddef.h>
#include <stdint.h>

/* What cannot be reached at all. */
#define REST_NEVER INT64_MAX

/* What the rest of a segment can be. */
struct rest_point {
    int64_t gain, cost; /* in parts of a cost, with tolls, less grants */
};

/* Gains and costs rise. */
struct rest_list {
    struct rest_point *points;
    size_t count;
};

struct cheapest_rest {
    const struct cheapest_problem *problem; /* borrowed, as the two below */
    const struct cheapest_order *order;
    const struct cheapest_tolls *tolls;
    int64_t part; /* of the whole need: one step of a table */
    size_t size;  /* steps of a table, from no need on */
    int64_t *
        *tables; /* by segment, and behind the last: by need, what it and those behind it cost */
    struct rest_list **rest; /* by place: one list; of a pool by the steps that it has left, up to
                                `rooms` */
    unsigned *
        rooms; /* by place: steps that the rest of its pool can take, at most those it may; else 0 */
};

/* Makes all lists and tables; memory from `arena`. The whole need is what `keys` round it up to. */
void cheapest_rest_make(struct cheapest_rest *rest, const struct cheapest_problem *problem,
                        const struct cheapest_order *order, const struct cheapest_tolls *tolls,
                        struct arena *arena);

/* A bound on the cost of what is to come from `place` on, in whole costs, where that is wanted (settled by `keys`);
 * REST_NEVER: nothing to come is enough. No choice is cheaper. */
int64_t cheapest_rest_least(const struct cheapest_rest *rest, const struct cheapest_keys *keys,
                            size_t place, const struct cheapest_wants *wants);

#endif
