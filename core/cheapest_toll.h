/* cheapest_toll: what a step of a pool, or a gain of a group, is worth beyond its own cost.
 *
 * A bound that knows nothing of pools, or of groups, is too low. So every step of a pool that can run out is
 * given a toll: a choice then costs its own cost and its tolls, less the toll of all steps that the pool takes; which
 * is no more than its own cost where the pool is kept. And every gain in a group is given a grant: a choice costs its
 * own cost less its grants, and the grant of all that the group needs; which is no more than its own cost where
 * the group has what it needs (both: Lagrangian relaxation). Any tolls and grants make a true lower bound; these
 * are looked for (subgradients with momentum, steps that shrink) until the tolls are nearly those of the linear
 * relaxation. Whole numbers only, so that they are the same everywhere. For `cheapest`. */
#ifndef SPBE_CHEAPEST_TOLL_H
#define SPBE_CHEAPEST_TOLL_H

#include "arena.h"
#include "cheapest_problem.h"

#include <stdint.h>

enum { TOLL_GRANT_BITS = 10 }; /* a grant is counted in 2^-10 of a part */

struct cheapest_tolls {
    int64_t parts;    /* into which a cost is divided here; at least 1 */
    int64_t *of_pool; /* by pool: of one step, in parts; not below 0 */
    int64_t *
        of_group; /* by group: the grant of a gain of 1, in parts / 2^TOLL_GRANT_BITS; not below 0. All gains of
                          a group together are granted less than 2^59 parts */
};

/* Finds them; memory from `arena`. Pools and groups of the problem all bind: none has room for all its steps, none
 * needs nothing. */
void cheapest_toll_find(struct cheapest_tolls *tolls, const struct cheapest_problem *problem,
                        struct arena *arena);
/* What all grants of a group for so much gain are worth, in parts, rounded down. */
int64_t cheapest_toll_granted(const struct cheapest_tolls *tolls, int group, int64_t gain);

#endif
