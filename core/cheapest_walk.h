/* cheapest_walk: goes through choices item by item, in one order.
 *
 * A dynamic programme: layer by layer, the states that can be reached before an item is decided; forwards, then
 * backwards from the last. States that a bound proves dearer than is allowed are left out, and the lowest of these
 * bounds is told; so are, in a beam, all but the most promising. For `cheapest`. */
#ifndef SPBE_CHEAPEST_WALK_H
#define SPBE_CHEAPEST_WALK_H

#include "arena.h"
#include "cheapest_key.h"
#include "cheapest_order.h"
#include "cheapest_problem.h"
#include "cheapest_rest.h"
#include "cheapest_table.h"
#include "cheapest_toll.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Which states of a layer are followed: the most promising ones. */
struct walk_beam {
    size_t width; /* so many; 0: all */
    bool sparing; /* of equal ones those that have taken less from pools; else some of all kinds */
};

/* One order, prepared. */
struct cheapest_walk {
    const struct cheapest_problem *problem; /* borrowed; as `table` */
    struct cheapest_order order;
    struct cheapest_keys keys;
    struct cheapest_rest rest;
    size_t *layers;                  /* by place: its first state; count + 2 */
    struct cheapest_wants now, then; /* before and after an option */
    struct cheapest_table *table;
    int64_t most; /* what costs more is not looked at */
    int64_t next; /* what was left out costs so much, or more; REST_NEVER: nothing was */
    struct walk_beam beam;
};

enum walk_end {
    WALK_NOTHING, /* no choice costs that little */
    WALK_FOUND,   /* the cheapest there is; in a beam: one */
    WALK_LONG,    /* too many states */
};

/* A choice that was found. */
struct walk_choice {
    int64_t cost;
    unsigned steps; /* the fewest of those that cost as little */
    uint64_t ways;  /* how many cost as little; UINT64_MAX: or more */
    /* By item: the option. Of those that cost as little in as few steps that which takes the later option of the item
     * that is decided first, then of the next. */
    unsigned char *chosen;
    size_t states; /* looked at */
};

/* Prepares an order; false when its states cannot be told apart by numbers. The problem has at least one item; its
 * groups and pools bind. `table` is used by one walk at a time. Memory from `arena`. */
bool cheapest_walk_open(struct cheapest_walk *walk, const struct cheapest_problem *problem,
                        const struct cheapest_tolls *tolls, bool by_pool,
                        struct cheapest_table *table, struct arena *arena);

/* No choice costs less; REST_NEVER: there is none. */
int64_t cheapest_walk_least(struct cheapest_walk *walk);

/* Goes through all choices that cost at most so much (no beam), or through those of a beam, as long as there are no more
 * than `limit` states. Choice: set when found; memory from `arena`. */
enum walk_end cheapest_walk_look(struct cheapest_walk *walk, int64_t most, struct walk_beam beam,
                                 size_t limit, struct arena *arena, struct walk_choice *choice);

#endif
