/* cheapest_bound: what the rest of a choice must cost at least.
 *
 * The linear relaxation: of each item only the options on the lower edge of its costs (the convex hull),
 * parts of which may be taken; the cheapest per gain first. Where groups have needs of their own, each first
 * takes its own cheapest pieces up to its need, and what is left of the whole need is filled from all others:
 * the exact relaxation of both together. For `cheapest`. */
#ifndef SPBE_CHEAPEST_BOUND_H
#define SPBE_CHEAPEST_BOUND_H

#include "arena.h"
#include "cheapest_problem.h"

#include <stddef.h>
#include <stdint.h>

/* What cannot be reached at all. */
#define BOUND_NEVER INT64_MAX

/* One piece of the lower edge of an item. */
struct bound_piece {
    int64_t gain, cost;
    uint32_t place; /* of its item in the order of work */
    int group;
    unsigned steps;
};

/* All pieces, the cheapest per gain first. */
struct bound_pieces {
    struct bound_piece *list;
    size_t count;
    int64_t dearest; /* the highest cost of one piece */
};

/* Sums over some of the pieces, in their order: after j of them. */
struct bound {
    int64_t *gains, *costs; /* count + 1 of them, from 0 on */
    size_t count;
};

/* Cuts the items into pieces; order: of work, positions of items. */
void bound_cut(struct bound_pieces *pieces, const struct cheapest_problem *problem,
               const uint32_t *order, struct arena *arena);

/* Room for all pieces. */
void bound_init(struct bound *bound, const struct bound_pieces *pieces, struct arena *arena);

/* Sums the pieces of items from `place` on in the order of work; of a group, or of all (CHEAPEST_FREE). */
void bound_sum(struct bound *bound, const struct bound_pieces *pieces, size_t place, int group);

/* The least whole cost at which they can give `need`, or BOUND_NEVER. No choice is cheaper. */
int64_t bound_least(const struct bound *bound, int64_t need);

/* Sums over all pieces, and over those of each group, as needed together. */
struct bound_together {
    struct bound all;
    struct bound *own;   /* by group: over its own pieces */
    struct bound *along; /* by group: over its own among the first j of all */
    size_t group_count;
};

/* Room for all pieces. */
void bound_together_init(struct bound_together *bound, const struct bound_pieces *pieces,
                         size_t group_count, struct arena *arena);
/* Sums the pieces of items from `place` on in the order of work. */
void bound_together_sum(struct bound_together *bound, const struct bound_pieces *pieces,
                        size_t place);
/* The least whole cost at which they can give `need`, and each group what it needs (0: nothing), or
 * BOUND_NEVER. No choice is cheaper: every group first gives its own need, the rest is filled up with the
 * cheapest per gain of what is left. */
int64_t bound_together_least(const struct bound_together *bound, int64_t need,
                             const int64_t *group_needs);

#endif
