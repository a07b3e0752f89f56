/* cheapest: the cheapest choice of one option from each of many items that reaches what is needed.
 *
 * Knows nothing of instruments. Every item has options, the first of which is nothing; each has a gain, a
 * cost and a number of steps. Wanted is the least total cost at which all gains together reach a need,
 * the gains within groups of items reach needs of their own, and no pool of items takes more steps than a
 * bound. All numbers are whole, and the answer is exact: a dynamic programme over what is still needed goes
 * through every choice that could be as cheap, and leaves out only what a lower bound (the linear
 * relaxation with tolls for pools, rounded up to what all costs are multiples of) proves dearer than a choice that
 * is found later.
 *
 * Among the cheapest choices the one with the fewest steps is given; among those, the one that takes the
 * later option of the item that stands first, then of the next. Items stand in the order given, those of a
 * group at the place of its first; but items of a pool that could run out stand behind the others, pool by
 * pool. How many cheapest choices there are is counted.
 *
 * Where those that cost as little, or a trifle more, are too many to be gone through, a cheap choice is looked for
 * among the most promising ones, and what is cheaper than it is gone through: if that holds nothing, it is proven to be
 * the cheapest, but neither are those counted that cost the same, nor is it known whether one of them has fewer steps.
 *
 * Cost: for each item, at most the need (divided by what all gains have in common) times the product of the
 * needs of groups that are begun and not done times the bound of a pool; mostly a small part of it. */
#ifndef SPBE_CHEAPEST_H
#define SPBE_CHEAPEST_H

#include "arena.h"
#include "cheapest_problem.h"
#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cheapest_answer {
    bool possible;  /* else nothing below is set */
    int64_t cost;   /* the least */
    unsigned steps; /* of the choice that is given; the fewest, if `ways` is not 0 */
    uint64_t
        ways; /* how many choices cost as little, this one among them; UINT64_MAX: or more; 0: not
                      counted */
    unsigned char *chosen; /* by item: the option; from the arena */
    size_t states;         /* looked at: what the proof took */
};

/* Finds it. Fails with PLAN_STATES when the proof would go through more than LIMIT_PLAN_STATES states at a time. */
bool cheapest_find(const struct cheapest_problem *problem, struct arena *arena,
                   struct cheapest_answer *out, struct error *err);
/* The same with a limit of one's own. */
bool cheapest_find_within(const struct cheapest_problem *problem, size_t states,
                          struct arena *arena, struct cheapest_answer *out, struct error *err);
/* Whether there is any choice; mostly much quicker than to find the cheapest. Fails as cheapest_find. */
bool cheapest_possible(const struct cheapest_problem *problem, struct arena *arena, bool *possible,
                       struct error *err);

#endif
