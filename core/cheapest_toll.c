#include "cheapest_toll.h"

#include "cheapest_bound.h"

#include <stdbool.h>
#include <string.h>

/* Products of two numbers. */
__extension__ typedef __int128 wide;

/* Steps are counted in such parts; all costs and tolls together stay below a bound, so that sums fit. */
enum { STEP_BITS = 16, PART_BITS_MOST = 12, SUM_BITS = 59 };

/* How often tolls are changed, by how much of what a step costs at first, and how much less each time. */
enum { ROUNDS = 150, FIRST_TIMES = 4, LESS = 95, LESS_OF = 100, DOUBLINGS = 24 };

/* Tolls on their way. */
struct toll_search {
    const struct cheapest_problem *problem;
    const uint32_t *order;
    int64_t parts, most_toll;
    int pool_count;
    int64_t *tolls, *best; /* by pool: those at hand, and the best of all */
    int64_t *over;         /* by pool: steps taken beyond its bound, in parts of a step */
    bool *tight;           /* by pool: it can run out */
    struct cheapest_item *items;
    struct cheapest_option *options; /* of all items, one behind the other */
    int64_t *missing;                /* by group */
    struct arena scratch;            /* pieces */
};

/* ---- what is priced ---- */

/* The items with the tolls at hand. */
static void price_items(struct toll_search *search)
{
    struct cheapest_option *to = search->options;
    for (size_t i = 0; i < search->problem->count; i++) {
        const struct cheapest_item *item = &search->problem->items[i];
        int64_t toll = item->pool == CHEAPEST_FREE ? 0 : search->tolls[item->pool];
        search->items[i] = *item;
        search->items[i].options = to;
        for (unsigned k = 0; k < item->count; k++, to++) {
            *to = item->options[k];
            to->cost = to->cost * search->parts + toll * (int64_t)to->steps;
        }
    }
}

/* ---- the relaxation, and how much of each pool it takes ---- */

/* Takes a part of a piece. */
static wide take_part(struct toll_search *search, const struct bound_piece *piece, int64_t gain)
{
    const struct cheapest_item *item = &search->items[search->order[piece->place]];
    if (item->pool != CHEAPEST_FREE) {
        search->over[item->pool] +=
            (int64_t)((((wide)piece->steps << STEP_BITS) * gain) / piece->gain);
    }
    return (wide)piece->cost * gain / piece->gain;
}

static int64_t smaller(int64_t one, int64_t other)
{
    return one < other ? one : other;
}

/* Every group takes what it needs, the cheapest per gain first; then the whole is filled up. False when that
 * cannot be had with all there is. */
static bool relax(struct toll_search *search, const struct bound_pieces *pieces, wide *cost)
{
    const struct cheapest_problem *problem = search->problem;
    int64_t need = problem->need;
    int64_t *taken = arena_get(&search->scratch, pieces->count + 1, sizeof *taken);
    for (size_t g = 0; g < problem->group_count; g++) {
        search->missing[g] = problem->group_needs[g];
    }
    for (size_t i = 0; i < pieces->count; i++) {
        const struct bound_piece *piece = &pieces->list[i];
        if (piece->group != CHEAPEST_FREE && search->missing[piece->group] > 0) {
            taken[i] = smaller(piece->gain, search->missing[piece->group]);
            search->missing[piece->group] -= taken[i];
            need -= taken[i];
            *cost += take_part(search, piece, taken[i]);
        }
    }
    for (size_t i = 0; i < pieces->count && need > 0; i++) {
        int64_t gain = smaller(pieces->list[i].gain - taken[i], need);
        if (gain > 0) {
            need -= gain;
            *cost += take_part(search, &pieces->list[i], gain);
        }
    }
    bool enough = need <= 0;
    for (size_t g = 0; g < problem->group_count; g++) {
        enough = enough && search->missing[g] <= 0;
    }
    return enough;
}

/* The bound with the tolls at hand, in parts; false when nothing is possible at all. */
static bool weigh(struct toll_search *search, wide *bound)
{
    struct cheapest_problem priced = *search->problem;
    struct bound_pieces pieces;
    price_items(search);
    priced.items = search->items;
    arena_clear(&search->scratch);
    bound_cut(&pieces, &priced, search->order, &search->scratch);
    *bound = 0;
    for (int p = 0; p < search->pool_count; p++) {
        search->over[p] = -((int64_t)search->problem->pool_most << STEP_BITS);
        *bound -= (wide)search->tolls[p] * search->problem->pool_most;
    }
    return relax(search, &pieces, bound);
}

/* ---- the search ---- */

/* Raises the tolls of pools that are overrun, and lowers those of others: the largest change is `step`. */
static void change_tolls(struct toll_search *search, int64_t step)
{
    int64_t largest = 1;
    for (int p = 0; p < search->pool_count; p++) {
        int64_t size = search->over[p] < 0 ? -search->over[p] : search->over[p];
        bool moves = search->tight[p] && (search->over[p] > 0 || search->tolls[p] > 0);
        largest = moves && size > largest ? size : largest;
    }
    for (int p = 0; p < search->pool_count; p++) {
        int64_t toll = search->tolls[p] + (int64_t)((wide)step * search->over[p] / largest);
        toll = search->tight[p] && toll > 0 ? toll : 0;
        search->tolls[p] = smaller(toll, search->most_toll);
    }
}

static void keep_best(struct toll_search *search, wide bound, wide *highest)
{
    if (bound > *highest) {
        *highest = bound;
        memcpy(search->best, search->tolls, (size_t)search->pool_count * sizeof *search->best);
    }
}

/* Doubles the best tolls as long as that helps: where no choice keeps the pools, the bound has no end. */
static void stretch(struct toll_search *search, wide *highest)
{
    for (int i = 0; i < DOUBLINGS; i++) {
        wide bound = 0, before = *highest;
        for (int p = 0; p < search->pool_count; p++) {
            search->tolls[p] = smaller(2 * search->best[p], search->most_toll);
        }
        if (!weigh(search, &bound)) {
            return;
        }
        keep_best(search, bound, highest);
        if (*highest == before) {
            return;
        }
    }
}

static void look(struct toll_search *search, int64_t step)
{
    wide highest = -1;
    for (int i = 0; i < ROUNDS && step > 0; i++) {
        wide bound = 0;
        if (!weigh(search, &bound)) {
            return;
        }
        keep_best(search, bound, &highest);
        change_tolls(search, step);
        step = (int64_t)((wide)step * LESS / LESS_OF);
    }
    stretch(search, &highest);
}

/* ---- beginnings ---- */

/* Sets the numbers of pools and options, which can run out, and how finely costs can be divided. */
static bool measure(struct toll_search *search, struct arena *arena, int64_t *step)
{
    const struct cheapest_problem *problem = search->problem;
    size_t options = 0;
    int64_t cost = 0, steps = 0;
    for (size_t i = 0; i < problem->count; i++) {
        const struct cheapest_item *item = &problem->items[i];
        options += item->count;
        cost += item->options[item->count - 1].cost;
        steps += item->options[item->count - 1].steps;
        search->pool_count = item->pool >= search->pool_count ? item->pool + 1 : search->pool_count;
    }
    size_t pools = (size_t)search->pool_count + 1;
    search->options = arena_get(arena, options + 1, sizeof *search->options);
    search->tolls = arena_get(arena, pools, sizeof *search->tolls);
    search->best = arena_get(arena, pools, sizeof *search->best);
    search->over = arena_get(arena, pools, sizeof *search->over);
    search->tight = arena_get(arena, pools, sizeof *search->tight);
    for (size_t i = 0; i < problem->count; i++) {
        if (problem->items[i].pool != CHEAPEST_FREE) {
            search->tight[problem->items[i].pool] = true;
        }
    }
    search->parts = 1;
    if (search->pool_count == 0 || steps == 0) {
        return false;
    }
    for (int i = 0; i < PART_BITS_MOST && (cost * search->parts) >> (SUM_BITS - 1) == 0; i++) {
        search->parts *= 2;
    }
    search->most_toll = (INT64_C(1) << SUM_BITS) / steps;
    *step = cost * search->parts / steps * FIRST_TIMES + 1;
    return true;
}

void cheapest_toll_find(struct cheapest_tolls *tolls, const struct cheapest_problem *problem,
                        const uint32_t *order, struct arena *arena)
{
    struct toll_search search = {
        .problem = problem,
        .order = order,
        .items = arena_get(arena, problem->count + 1, sizeof *search.items),
        .missing = arena_get(arena, problem->group_count + 1, sizeof *search.missing),
        .scratch = ARENA_EMPTY,
    };
    int64_t step = 0;
    if (measure(&search, arena, &step)) {
        look(&search, step);
    }
    memcpy(search.tolls, search.best, (size_t)search.pool_count * sizeof *search.tolls);
    price_items(&search);
    arena_release(&search.scratch);
    *tolls = (struct cheapest_tolls){search.parts, search.tolls, search.items};
}
