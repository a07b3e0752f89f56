#include "cheapest_bound.h"

#include <stdbool.h>
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

/* The first place at which the sums reach `need`, which is above 0 and within them. */
static size_t find_need(const struct bound *bound, int64_t need)
{
    size_t low = 0, high = bound->count; /* gains[low] < need <= gains[high] */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (bound->gains[middle] < need) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return high;
}

int64_t bound_least(const struct bound *bound, int64_t need)
{
    if (need <= 0) {
        return 0;
    }
    if (need > bound->gains[bound->count]) {
        return BOUND_NEVER;
    }
    size_t high = find_need(bound, need), low = high - 1;
    wide cost = bound->costs[high] - bound->costs[low];
    wide gain = bound->gains[high] - bound->gains[low];
    wide part = (cost * (need - bound->gains[low]) + gain - 1) / gain;
    return bound->costs[low] + (int64_t)part;
}

/* ---- together ---- */

/* Sums of parts of pieces are taken in such parts of a cost, each rounded down, and rounded up once. */
enum { PART_BITS = 20 };

void bound_together_init(struct bound_together *bound, const struct bound_pieces *pieces,
                         size_t group_count, struct arena *arena)
{
    bound_init(&bound->all, pieces, arena);
    bound->group_count = group_count;
    bound->own = arena_get(arena, group_count + 1, sizeof *bound->own);
    bound->along = arena_get(arena, group_count + 1, sizeof *bound->along);
    for (size_t g = 0; g < group_count; g++) {
        bound_init(&bound->own[g], pieces, arena);
        bound_init(&bound->along[g], pieces, arena);
    }
}

/* Sums the pieces of a group among all that are left, so that both stand at the same places. */
static void sum_along(struct bound *bound, const struct bound_pieces *pieces, size_t place,
                      int group)
{
    bound->count = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        const struct bound_piece *piece = &pieces->list[i];
        if (piece->place >= place) {
            bool own = piece->group == group;
            size_t j = bound->count++;
            bound->gains[j + 1] = bound->gains[j] + (own ? piece->gain : 0);
            bound->costs[j + 1] = bound->costs[j] + (own ? piece->cost : 0);
        }
    }
}

void bound_together_sum(struct bound_together *bound, const struct bound_pieces *pieces,
                        size_t place)
{
    bound_sum(&bound->all, pieces, place, CHEAPEST_FREE);
    for (size_t g = 0; g < bound->group_count; g++) {
        bound_sum(&bound->own[g], pieces, place, (int)g);
        sum_along(&bound->along[g], pieces, place, (int)g);
    }
}

/* What the first j pieces gain, and the groups besides that fall short of their needs. */
static int64_t gain_of(const struct bound_together *bound, const int64_t *needs, size_t j)
{
    int64_t gain = bound->all.gains[j];
    for (size_t g = 0; g < bound->group_count; g++) {
        int64_t short_of = needs[g] - bound->along[g].gains[j];
        gain += short_of > 0 ? short_of : 0;
    }
    return gain;
}

/* The share of a cost, in parts, rounded down; share is at most gain. */
static wide parts_of(wide cost, wide share, wide gain)
{
    wide product = cost * share;
    return ((product / gain) << PART_BITS) + ((product % gain) << PART_BITS) / gain;
}

/* What a group pays for its need, in parts, rounded down. */
static wide parts_of_need(const struct bound *own, int64_t need)
{
    size_t high = find_need(own, need), low = high - 1;
    wide cost = own->costs[high] - own->costs[low];
    wide gain = own->gains[high] - own->gains[low];
    return ((wide)own->costs[low] << PART_BITS) + parts_of(cost, need - own->gains[low], gain);
}

/* What that costs, in parts, rounded down. */
static wide parts_at(const struct bound_together *bound, const int64_t *needs, size_t j)
{
    wide parts = (wide)bound->all.costs[j] << PART_BITS;
    for (size_t g = 0; g < bound->group_count; g++) {
        if (needs[g] > bound->along[g].gains[j]) {
            parts += parts_of_need(&bound->own[g], needs[g]) -
                     ((wide)bound->along[g].costs[j] << PART_BITS);
        }
    }
    return parts;
}

/* What all groups pay for their needs, each for itself; BOUND_NEVER when one cannot. */
static int64_t least_of_groups(const struct bound_together *bound, const int64_t *needs)
{
    int64_t sum = 0;
    for (size_t g = 0; g < bound->group_count; g++) {
        int64_t part = bound_least(&bound->own[g], needs[g]);
        if (part == BOUND_NEVER) {
            return BOUND_NEVER;
        }
        sum += part;
    }
    return sum;
}

/* What it costs to fill up to `need`, which is more than the groups give by themselves. */
static int64_t fill_up(const struct bound_together *bound, int64_t need, const int64_t *needs)
{
    size_t low = 0, high = bound->all.count; /* gain_of(low) < need <= gain_of(high) */
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (gain_of(bound, needs, middle) < need) {
            low = middle;
        } else {
            high = middle;
        }
    }
    wide cost = bound->all.costs[high] - bound->all.costs[low];
    wide gain = bound->all.gains[high] - bound->all.gains[low];
    wide more = need - gain_of(bound, needs, low);
    wide parts = parts_at(bound, needs, low) + parts_of(cost, more, gain);
    return (int64_t)((parts + ((wide)1 << PART_BITS) - 1) >> PART_BITS);
}

int64_t bound_together_least(const struct bound_together *bound, int64_t need,
                             const int64_t *group_needs)
{
    int64_t groups = least_of_groups(bound, group_needs);
    if (bound->group_count == 0 || groups == 0) {
        return bound_least(&bound->all, need);
    }
    if (groups == BOUND_NEVER || need <= gain_of(bound, group_needs, 0)) {
        return groups;
    }
    if (need > bound->all.gains[bound->all.count]) {
        return BOUND_NEVER;
    }
    int64_t filled = fill_up(bound, need, group_needs);
    return filled > groups ? filled : groups;
}
