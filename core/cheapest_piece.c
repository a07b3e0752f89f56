#include "cheapest_piece.h"

#include <stdlib.h>

/* Products of two numbers. */
__extension__ typedef __int128 wide;

/* Below, equal, above 0: whether one piece is cheaper per gain. 128 bits hold the products. */
static int compare_slopes(const struct cheapest_piece *one, const struct cheapest_piece *other)
{
    wide left = (wide)one->cost * other->gain;
    wide right = (wide)other->cost * one->gain;
    return (left > right) - (left < right);
}

/* Then by item, so that equal pieces always stand in the same order. */
static int compare_pieces(const void *left, const void *right)
{
    const struct cheapest_piece *one = left, *other = right;
    int order = compare_slopes(one, other);
    return order != 0 ? order : (one->item > other->item) - (one->item < other->item);
}

/* Adds the lower edge of one item: every new piece swallows those before it that are not cheaper. */
static void cut_item(struct cheapest_pieces *pieces, const struct cheapest_item *item,
                     uint32_t position)
{
    size_t first = pieces->count;
    for (unsigned k = 1; k < item->count; k++) {
        const struct cheapest_option *before = &item->options[k - 1], *option = &item->options[k];
        struct cheapest_piece piece = {
            .gain = option->gain - before->gain,
            .cost = option->cost - before->cost,
            .item = position,
            .steps = option->steps - before->steps,
        };
        while (pieces->count > first &&
               compare_slopes(&piece, &pieces->list[pieces->count - 1]) <= 0) {
            piece.gain += pieces->list[pieces->count - 1].gain;
            piece.cost += pieces->list[pieces->count - 1].cost;
            piece.steps += pieces->list[pieces->count - 1].steps;
            pieces->count--;
        }
        pieces->list[pieces->count++] = piece;
    }
}

void cheapest_piece_cut(struct cheapest_pieces *pieces, const struct cheapest_problem *problem,
                        struct arena *arena)
{
    size_t most = 1;
    for (size_t i = 0; i < problem->count; i++) {
        most += problem->items[i].count;
    }
    *pieces = (struct cheapest_pieces){.list = arena_get(arena, most, sizeof *pieces->list)};
    for (uint32_t i = 0; i < problem->count; i++) {
        cut_item(pieces, &problem->items[i], i);
    }
    qsort(pieces->list, pieces->count, sizeof *pieces->list, compare_pieces);
}
