#include "cheapest_toll.h"

#include "cheapest_piece.h"

#include <stdbool.h>
#include <string.h>

/* Products of two numbers. */
__extension__ typedef __int128 wide;

/* Steps are counted in such parts; all costs and tolls together stay below a bound, so that sums fit. */
enum { STEP_BITS = 16, PART_BITS_MOST = 12, SUM_BITS = 59 };

/* How often tolls are changed, by how much of what a step costs at first, how much less each time, how much of the
 * direction before is kept, and after how many changes the best tolls are taken up again. */
enum {
    ROUNDS = 1500,
    FIRST_TIMES = 4,
    LESS = 985,
    LESS_OF = 1000,
    KEPT = 9,
    KEPT_OF = 10,
    RETURN = 100,
    DOUBLINGS = 24,
};

/* Tolls on their way. */
struct toll_search {
    const struct cheapest_problem *problem;
    int64_t parts, most_toll;
    int64_t *tolls, *best; /* by pool: those at hand, and the best of all */
    int64_t *over;         /* by pool: steps taken beyond its bound, in parts of a step */
    int64_t *direction;    /* by pool: where its toll is moving, in parts of a step */
    struct cheapest_item *items;
    struct cheapest_option *options; /* of all items, one behind the other */
    int64_t *missing;                /* by group */
    struct cheapest_piece *last;     /* by group: the dearest piece it takes; of all: behind them */
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
static wide take_part(struct toll_search *search, const struct cheapest_piece *piece, int64_t gain)
{
    const struct cheapest_item *item = &search->items[piece->item];
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

/* Every group takes what it needs, the cheapest per gain first; taken: by piece. Gives what is still needed. */
static int64_t serve_groups(struct toll_search *search, const struct cheapest_pieces *pieces,
                            int64_t *taken, wide *cost)
{
    int64_t need = search->problem->need;
    for (size_t i = 0; i < pieces->count; i++) {
        const struct cheapest_piece *piece = &pieces->list[i];
        int group = search->items[piece->item].group;
        if (group != CHEAPEST_FREE && search->missing[group] > 0) {
            taken[i] = smaller(piece->gain, search->missing[group]);
            search->missing[group] -= taken[i];
            search->last[group] = *piece;
            need -= taken[i];
            *cost += take_part(search, piece, taken[i]);
        }
    }
    return need;
}

/* Then the whole is filled up. False when that cannot be had with all there is. */
static bool relax(struct toll_search *search, const struct cheapest_pieces *pieces, wide *cost)
{
    const struct cheapest_problem *problem = search->problem;
    int64_t *taken = arena_get(&search->scratch, pieces->count + 1, sizeof *taken);
    for (size_t g = 0; g < problem->group_count; g++) {
        search->missing[g] = problem->group_needs[g];
    }
    search->last[problem->group_count] = (struct cheapest_piece){.gain = 1};
    int64_t need = serve_groups(search, pieces, taken, cost);
    for (size_t i = 0; i < pieces->count && need > 0; i++) {
        int64_t gain = smaller(pieces->list[i].gain - taken[i], need);
        if (gain > 0) {
            need -= gain;
            search->last[problem->group_count] = pieces->list[i];
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
    struct cheapest_pieces pieces;
    price_items(search);
    priced.items = search->items;
    arena_clear(&search->scratch);
    cheapest_piece_cut(&pieces, &priced, &search->scratch);
    *bound = 0;
    for (size_t p = 0; p < search->problem->pool_count; p++) {
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
    for (size_t p = 0; p < search->problem->pool_count; p++) {
        int64_t *direction = &search->direction[p];
        *direction = search->over[p] + *direction * KEPT / KEPT_OF;
        int64_t size = *direction < 0 ? -*direction : *direction;
        bool moves = *direction > 0 || search->tolls[p] > 0;
        largest = moves && size > largest ? size : largest;
    }
    for (size_t p = 0; p < search->problem->pool_count; p++) {
        int64_t toll = search->tolls[p] + (int64_t)((wide)step * search->direction[p] / largest);
        search->tolls[p] = smaller(toll > 0 ? toll : 0, search->most_toll);
    }
}

/* Copies tolls of all pools. */
static void copy_tolls(const struct toll_search *search, int64_t *to, const int64_t *from)
{
    memcpy(to, from, search->problem->pool_count * sizeof *to);
}

static void keep_best(struct toll_search *search, wide bound, wide *highest)
{
    if (bound > *highest) {
        *highest = bound;
        copy_tolls(search, search->best, search->tolls);
    }
}

/* Doubles the best tolls as long as that helps: where no choice keeps the pools, the bound has no end. */
static void stretch(struct toll_search *search, wide *highest)
{
    for (int i = 0; i < DOUBLINGS; i++) {
        wide bound = 0, before = *highest;
        for (size_t p = 0; p < search->problem->pool_count; p++) {
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
    for (int i = 1; i <= ROUNDS && step > 0; i++) {
        wide bound = 0;
        if (!weigh(search, &bound)) {
            return;
        }
        keep_best(search, bound, &highest);
        change_tolls(search, step);
        step = (int64_t)((wide)step * LESS / LESS_OF);
        if (i % RETURN == 0) {
            copy_tolls(search, search->tolls, search->best);
        }
    }
    stretch(search, &highest);
}

/* ---- grants ---- */

/* What the dearest piece of a group costs per gain beyond that of the whole: the price of its need. */
static int64_t grant_of(const struct toll_search *search, size_t group)
{
    const struct cheapest_piece *own = &search->last[group];
    const struct cheapest_piece *all = &search->last[search->problem->group_count];
    wide gains = 1;
    for (size_t i = 0; i < search->problem->count; i++) {
        const struct cheapest_item *item = &search->problem->items[i];
        gains += item->group == (int)group ? item->options[item->count - 1].gain : 0;
    }
    wide grant = ((wide)own->cost << TOLL_GRANT_BITS) / own->gain -
                 ((wide)all->cost << TOLL_GRANT_BITS) / all->gain;
    wide most = ((wide)1 << (SUM_BITS + TOLL_GRANT_BITS)) / gains;
    grant = grant < most ? grant : most;
    return grant > 0 ? (int64_t)grant : 0;
}

/* By group, with the best tolls; all 0 where nothing is possible. */
static void set_grants(struct toll_search *search, int64_t *grants)
{
    wide bound = 0;
    copy_tolls(search, search->tolls, search->best);
    if (!weigh(search, &bound)) {
        return;
    }
    for (size_t g = 0; g < search->problem->group_count; g++) {
        grants[g] = grant_of(search, g);
    }
}

/* ---- beginnings ---- */

/* Sets how finely costs can be divided, and the first change of a toll; false when there is nothing to pay tolls for. */
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
    }
    search->options = arena_get(arena, options + 1, sizeof *search->options);
    search->parts = 1;
    for (int i = 0; i < PART_BITS_MOST && (cost * search->parts) >> (SUM_BITS - 1) == 0; i++) {
        search->parts *= 2;
    }
    if (problem->pool_count == 0 || steps == 0) {
        return false;
    }
    search->most_toll = (INT64_C(1) << SUM_BITS) / steps;
    *step = cost * search->parts / steps * FIRST_TIMES + 1;
    return true;
}

void cheapest_toll_find(struct cheapest_tolls *tolls, const struct cheapest_problem *problem,
                        struct arena *arena)
{
    size_t pools = problem->pool_count + 1, groups = problem->group_count + 1;
    struct toll_search search = {
        .problem = problem,
        .tolls = arena_get(arena, pools, sizeof *search.tolls),
        .best = arena_get(arena, pools, sizeof *search.best),
        .over = arena_get(arena, pools, sizeof *search.over),
        .direction = arena_get(arena, pools, sizeof *search.direction),
        .items = arena_get(arena, problem->count + 1, sizeof *search.items),
        .missing = arena_get(arena, groups, sizeof *search.missing),
        .last = arena_get(arena, groups, sizeof *search.last),
        .scratch = ARENA_EMPTY,
    };
    int64_t step = 0;
    *tolls = (struct cheapest_tolls){.of_group = arena_get(arena, groups, sizeof(int64_t))};
    if (measure(&search, arena, &step)) {
        look(&search, step);
        set_grants(&search, tolls->of_group);
    }
    arena_release(&search.scratch);
    tolls->parts = search.parts;
    tolls->of_pool = search.best;
}

int64_t cheapest_toll_granted(const struct cheapest_tolls *tolls, int group, int64_t gain)
{
    return (int64_t)(((wide)tolls->of_group[group] * gain) >> TOLL_GRANT_BITS);
}
