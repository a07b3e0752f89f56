/* cheapest_order: in what order the items are decided.
 *
 * Two things tie items together: groups, which need a gain, and pools, which take only so many steps. Where both cut
 * through each other, only those of one kind can be decided one after the other; those of the other kind are then
 * many at a time. So there are two orders, and a problem that is hard in one is often easy in the other. The
 * items of one group, or of one pool, in an order of that kind are a segment; so is each item that is in
 * none. For `cheapest`. */
#ifndef SPBE_CHEAPEST_ORDER_H
#define SPBE_CHEAPEST_ORDER_H

#include "arena.h"
#include "cheapest_problem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cheapest_order {
    bool by_pool;       /* else by group */
    uint32_t *items;    /* by place: position of the item */
    uint32_t *segments; /* by place: its segment; behind the last place: segment_count */
    size_t *begins; /* by segment: its first place; behind the last: that behind the last place */
    size_t segment_count;
};

/* By group: items stand in the order given, those of a group at the place of its first; those that are of a pool
 * only stand behind, pool by pool. By pool: items of no pool first, then pool by pool, those of a group together.
 * Memory from `arena`. */
void cheapest_order_set(struct cheapest_order *order, const struct cheapest_problem *problem,
                        bool by_pool, struct arena *arena);

/* Whether a place begins a segment; the one behind the last does. */
bool cheapest_order_begins(const struct cheapest_order *order, size_t place);

#endif
