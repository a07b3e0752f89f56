/* cheapest_key: what is still wanted at a place in the order of work, and the one number that stands for it.
 *
 * Before an item is decided there matter: the whole need, always; of the groups those that are begun and not
 * done; what has been taken of pools that are begun and not done; whether something stays below. Wants that the
 * same choices fulfil get the same number: a need is rounded up to what the gains to come can add up to, a
 * whole need that the groups' own needs cover is none, and a pool with room for all that is to come has taken
 * nothing. For `cheapest`. */
#ifndef SPBE_CHEAPEST_KEY_H
#define SPBE_CHEAPEST_KEY_H

#include "arena.h"
#include "cheapest_order.h"
#include "cheapest_problem.h"
#include "cheapest_table.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A state, spelled out. */
struct cheapest_wants {
    int64_t need;
    int64_t *groups; /* by group: what it still needs */
    unsigned *taken; /* by pool: its steps; 0 where there is room for all that is to come */
    bool below;
};

/* What a key holds at one place. */
struct key_layer {
    int *open; /* groups in the key */
    size_t open_count;
    int *pools; /* in the key */
    size_t pool_count;
    unsigned *coming;     /* by pool: steps that are still to come */
    int64_t part;         /* what all gains to come are whole multiples of; 0: there are none */
    int64_t *group_parts; /* the same, by group */
};

struct cheapest_keys {
    const struct cheapest_problem *problem; /* borrowed, as `order` */
    const struct cheapest_order *order;
    size_t *begins, *ends;    /* by group: place of its first item, and behind its last */
    struct key_layer *layers; /* count + 1 */
};

/* Prepares the keys of all places; false when some do not fit. The problem has at least one item; needs are
 * not below 0. Memory from `arena`. */
bool cheapest_key_open(struct cheapest_keys *keys, const struct cheapest_problem *problem,
                       const struct cheapest_order *order, struct arena *arena);
/* Wants with room for all groups and pools. */
struct cheapest_wants cheapest_key_room(const struct cheapest_problem *problem,
                                        struct arena *arena);
/* Everything is still wanted. */
void cheapest_key_begin(const struct cheapest_keys *keys, struct cheapest_wants *wants);
/* Rewrites wants at a place as those with the same number; false when nothing to come gains what is needed. */
bool cheapest_key_settle(const struct cheapest_keys *keys, size_t place,
                         struct cheapest_wants *wants);
/* The number of settled wants. */
table_key cheapest_key_pack(const struct cheapest_keys *keys, size_t place,
                            const struct cheapest_wants *wants);
/* The wants of a number. */
void cheapest_key_unpack(const struct cheapest_keys *keys, size_t place, table_key key,
                         struct cheapest_wants *wants);

#endif
