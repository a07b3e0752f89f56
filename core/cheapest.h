/* cheapest: the cheapest choice of one option from each of many items that reaches what is needed.
 *
 * Knows nothing of instruments. Every item has options, the first of which is nothing; each has a gain, a
 * cost and a number of steps. Wanted is the least total cost at which all gains together reach a need,
 * the gains within groups of items reach needs of their own, and no pool of items takes more steps than a
 * bound. All numbers are whole, and the answer is exact: a dynamic programme over what is still needed goes
 * through every choice that could be as cheap, and leaves out only what a lower bound proves dearer.
 *
 * It does so in two orders, group by group and pool by pool, and with more and more effort, until one of them has the
 * proof: each bound knows whole options, the whole need, and the needs of groups (or the bounds of pools); of pools
 * (or of groups) it knows by tolls (or grants). Beams, which follow only the most promising states, find cheap
 * choices soon, so that no more is looked at than what is cheaper.
 *
 * Among the cheapest choices one with the fewest steps is given, the same every time; where only groups bind, that
 * which takes the later option of the item that stands first (those of a group at the place of its first), then
 * of the next. How many cheapest choices there are is counted.
 *
 * Where those that cost as little are too many to be gone through, what is cheaper than the best choice found is: if
 * that holds nothing, it is proven to be the cheapest, but neither are those counted that cost the same, nor is it
 * known whether one of them has fewer steps.
 *
 * Cost: tables of (items x need) steps, and as many states as the bounds leave over; a few hundred mostly. */
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
    /* How many choices cost as little, this one among them; UINT64_MAX: or more; 0: not counted. */
    uint64_t ways;
    unsigned char *chosen; /* by item: the option; from the arena */
    size_t states;         /* looked at, in all looks together: what the proof took */
};

/* The cheapest choice that does without some part of another one. */
struct cheapest_next {
    bool known; /* else it cannot be proven with the states that are allowed */
    struct cheapest_answer answer;
};

/* Finds it. Fails with PLAN_STATES when the proof would go through more than LIMIT_PLAN_STATES states at a time. */
bool cheapest_find(const struct cheapest_problem *problem, struct arena *arena,
                   struct cheapest_answer *out, struct error *err);
/* Finds it, and if it is possible the next best: at least one item stays below its option in the first. That the next
 * best is not known is no failure. */
bool cheapest_find_two(const struct cheapest_problem *problem, struct arena *arena,
                       struct cheapest_answer *out, struct cheapest_next *next, struct error *err);
/* Finds one with a limit of one's own. */
bool cheapest_find_within(const struct cheapest_problem *problem, size_t states,
                          struct arena *arena, struct cheapest_answer *out, struct error *err);
/* Whether there is any choice; mostly much quicker than to find the cheapest. Fails as cheapest_find_within. */
bool cheapest_possible(const struct cheapest_problem *problem, size_t states, struct arena *arena,
                       bool *possible, struct error *err);

#endif
