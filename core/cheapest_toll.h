/* cheapest_toll: what a step of a pool costs beyond its own cost, because the pool takes no more than so many.
 *
 * The lower bound of `cheapest_bound` knows nothing of pools. So every step of a pool that can run out is given a
 * toll: a choice then costs its own cost and its tolls, less the toll of all steps that the pool takes; which is no
 * more than its own cost where the pool is kept (the Lagrangian relaxation). Any tolls make a true lower bound;
 * these are looked for until it is nearly as high as the linear relaxation with the pools. Whole numbers only, so
 * that they are the same everywhere. For `cheapest`. */
#ifndef SPBE_CHEAPEST_TOLL_H
#define SPBE_CHEAPEST_TOLL_H

#include "arena.h"
#include "cheapest_problem.h"

#include <stdint.h>

struct cheapest_tolls {
    int64_t parts;                     /* into which a cost is divided here; at least 1 */
    int64_t *of_pool;                  /* by pool, in parts; 0 where it cannot run out */
    const struct cheapest_item *items; /* those of the problem, costs in parts and with the tolls */
};

/* Finds them; order: of work, positions of items. Items of a pool that cannot run out are of none. */
void cheapest_toll_find(struct cheapest_tolls *tolls, const struct cheapest_problem *problem,
                        const uint32_t *order, struct arena *arena);

#endif
