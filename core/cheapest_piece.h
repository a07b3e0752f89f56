/* cheapest_piece: items cut into the pieces of the linear relaxation.
 *
 * Of each item only the options on the lower edge of its costs (the convex hull of gain and cost) count, parts of
 * which may be taken: what leads from one of them to the next is a piece. For `cheapest_toll`. */
#ifndef SPBE_CHEAPEST_PIECE_H
#define SPBE_CHEAPEST_PIECE_H

#include "arena.h"
#include "cheapest_problem.h"

#include <stddef.h>
#include <stdint.h>

/* One piece of the lower edge of an item. */
struct cheapest_piece {
    int64_t gain, cost;
    uint32_t item; /* its position */
    unsigned steps;
};

/* All pieces, the cheapest per gain first; of equal ones the one of the earlier item. */
struct cheapest_pieces {
    struct cheapest_piece *list;
    size_t count;
};

/* Cuts the items of a problem into pieces; memory from `arena`. Gains and costs up to 2^60. */
void cheapest_piece_cut(struct cheapest_pieces *pieces, const struct cheapest_problem *problem,
                        struct arena *arena);

#endif
