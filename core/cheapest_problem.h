/* cheapest_problem: what `cheapest` is asked: items, their options, and what is needed of them. */
#ifndef SPBE_CHEAPEST_PROBLEM_H
#define SPBE_CHEAPEST_PROBLEM_H

#include <stddef.h>
#include <stdint.h>

/* The costs of all last options together must stay below this. */
#define CHEAPEST_COST_MAX (INT64_MAX / 8)

enum { CHEAPEST_OPTIONS = 255 }; /* of one item at most */
enum { CHEAPEST_FREE = -1 };     /* in no group, in no pool */

struct cheapest_option {
    int64_t gain;   /* more than that of the option before; the first has 0 */
    int64_t cost;   /* not less than that of the option before; the first has 0 */
    unsigned steps; /* more than in the option before; the first has 0 */
};

struct cheapest_item {
    const struct cheapest_option *options;
    unsigned count; /* at least 1, at most CHEAPEST_OPTIONS */
    int group;      /* position in group_needs, or CHEAPEST_FREE */
    int pool;       /* below pool_count, or CHEAPEST_FREE */
};

struct cheapest_problem {
    const struct cheapest_item *items;
    size_t count;
    int64_t need;               /* 0 and below: nothing */
    const int64_t *group_needs; /* group_count of them */
    size_t group_count;
    size_t pool_count;
    unsigned pool_most; /* steps that one pool takes */
    /* NULL, or for each item an option: at least one item must stay below its own. So a second choice is
     * found that does without some part of a first one. */
    const unsigned char *below;
};

#endif
