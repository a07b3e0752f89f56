/* cheapest: random problems for `cheapest`, and the answer by trying every choice. */
#ifndef SPBE_SUPPORT_CHEAPEST_H
#define SPBE_SUPPORT_CHEAPEST_H

#include "cheapest.h"

#include <stdint.h>

enum { TRY_ITEMS = 10, TRY_OPTIONS = 6, TRY_GROUPS = 3 };

/* A problem with room of its own. */
struct try_problem {
    struct cheapest_problem problem;
    struct cheapest_item items[TRY_ITEMS];
    struct cheapest_option options[TRY_ITEMS][TRY_OPTIONS];
    int64_t group_needs[TRY_GROUPS];
    unsigned char below[TRY_ITEMS];
};

/* The next number of a sequence, from 0 to below `most`. */
uint64_t try_random(uint64_t *seed, uint64_t most);
/* Makes a random problem of at most `most` items; what it is made of (fine or coarse numbers, equal costs,
 * groups, pools) is drawn too. */
void try_make(struct try_problem *out, uint64_t *seed, size_t most);
/* The answer by trying all choices, with the rule among equals of `cheapest`; `chosen` has room for
 * TRY_ITEMS. */
void try_all(const struct cheapest_problem *problem, unsigned char *chosen,
             struct cheapest_answer *out);
/* True when the choice of an answer reaches what is needed, keeps the bounds, and costs what the answer says. */
bool try_holds(const struct cheapest_problem *problem, const struct cheapest_answer *answer);
/* Compares both, and a second search below the first answer; gives NULL, or what differs. */
const char *try_compare(struct try_problem *made);

#endif
