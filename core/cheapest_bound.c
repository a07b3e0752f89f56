#include "cheapest_bound.h"

#include <stdlib.h>

/* Products of two numbers. */
__extension__ typedef __int128 wide;

/* Below, equal, above 0: whether one piece is cheaper per gain. 128 bits hold the products. */
static int compare_slopes(const struct bound_piece *one, const struct bound_piece *other)
{
    wide left = (wide)one->cost * other->gain;
    wide right = (wide)other->cost * one->gain;
    return (left > right) - (left < right);
}

/* Then in the order of work, so that equal pieces always stand in the same order. */
static int compare_pieces(const void *left, const void *right)
{
    const struct bound_piece *one = left, *other = right;
    int order = compare_slopes(one, other);
    return order != 0 ? order : (one->place > other->place) - (one->place < other->place);
}

/* Adds the lower edge of one item: every new piece swallows those before it that are not cheaper. */
static void cut_item(struct bound_pieces *pieces, const struct cheapest_item *item, uint32_t place)
{
    size_t first = pieces->count;
    for (unsigned k = 1; k < item->count; k++) {
        const struct cheapest_option *before = &item->options[k - 1], *option = &item->options[k];
        struct bound_piece piece = {
            .gain = option->gain - before->gain,
            .cost = option->cost - before->cost,
            .place = place,
            .group = item->group,
        };
        while (pieces->count > first &&
               compare_slopes(&piece, &pieces->list[pieces->count - 1]) <= 0) {
            piece.gain += pieces->list[pieces->count - 1].gain;
            piece.cost += pieces->list[pieces->count - 1].cost;
            pieces->count--;
        }
        pieces->list[pieces->count++] = piece;
    }
}

void bound_cut(struct bound_pieces *pieces, const struct cheapest_problem *problem,
               const uint32_t *order, struct arena *arena)
{
    size_t most = 1;
    for (size_t i = 0; i < problem->count; i++) {
        most += problem->items[i].count;
    }
    *pieces = (struct bound_pieces){.list = arena_get(arena, most, sizeof *pieces->list)};
    for (uint32_t place = 0; place < problem->count; place++) {
        cut_item(pieces, &problem->items[order[place]], place);
    }
    qsort(pieces->list, pieces->count, sizeof *pieces->list, compare_pieces);
    for (size_t i = 0; i < pieces->count; i++) {
        int64_t cost = pieces->list[i].cost;
        pieces->dearest = cost > pieces->dearest ? cost : pieces->dearest;
    }
}

void bound_init(struct bound *bound, const struct bound_pieces *pieces, struct arena *arena)
{
    bound->gains = arena_get(arena, pieces->count + 1, sizeof *bound->gains);
    bound->costs = arena_get(arena, pieces->count + 1, sizeof *bound->costs);
    bound->count = 0;
}

void bound_sum(struct bound *bound, const struct bound_pieces *pieces, size_t place, int group)
{
    bound->count = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        const struct bound_piece *piece = &pieces->list[i];
        if (piece->place >= place && (group == CHEAPEST_FREE || piece->group == group)) {
            bound->gains[bound->count + 1] = bound->gains[bound->count] + piece->gain;
            bound->costs[bound->count + 1] = bound->costs[bound->count] + piece->cost;
            bound->count++;
        }
    }
}

int64_t bound_least(const struct bound *bound, int64_t need)
{
    if (need <= 0) {
        return 0;
    }
    if (need > bound->gains[bound->count]) {
        return BOUND_NEVER;
    }
    size_t low = 0, high = bound->count; /* gains[low] < need <= gains[high] */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (bound->gains[middle] < need) {
            low = middle;
        } else {
            high = middle;
        }
    }
    wide cost = bound->costs[high] - bound->costs[low];
    wide gain = bound->gains[high] - bound->gains[low];
    wide part = (cost * (need - bound->gains[low]) + gain - 1) / gain;
    return bound->costs[low] + (int64_t)part;
}
