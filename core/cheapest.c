#include "cheapest.h"

#include "cheapest_problem.h"
#include "cheapest_table.h"
#include "cheapest_toll.h"
#include "cheapest_walk.h"
#include "limit.h"
#include "message.h"

#include <assert.h>
#include <string.h>

/* Two orders of work, and three rounds: a look at what is easy, then a short one, then a long one. */
enum { ORDERS = 2, ROUNDS = 3 };

/* One search. */
struct search {
    struct cheapest_problem problem; /* groups and pools bind, costs are in grains */
    int64_t grain;                   /* what all costs are whole multiples of */
    int64_t all;                     /* what everything costs */
    struct cheapest_tolls tolls;
    struct cheapest_walk walks[ORDERS]; /* by group, by pool */
    struct cheapest_table table;
    int64_t low; /* no choice is cheaper; above `all`: there is none */
    bool found;
    struct walk_choice best; /* the cheapest that was found */
    size_t states;           /* of all looks together */
    size_t budget;           /* as many as they may still take */
    struct arena arena;      /* what the search itself needs */
};

static const struct walk_beam everything = {.width = 0};

/* How long a round looks. */
struct effort {
    size_t limit; /* states of a look */
    struct walk_beam beam;
};

/* ---- the problem as it is searched ---- */

static int64_t common_part(int64_t one, int64_t other)
{
    while (other != 0) {
        int64_t rest = one % other;
        one = other;
        other = rest;
    }
    return one;
}

/* What all costs are whole multiples of; at least 1. */
static int64_t grain_of(const struct cheapest_problem *problem)
{
    int64_t grain = 0;
    for (size_t i = 0; i < problem->count && grain != 1; i++) {
        const struct cheapest_item *item = &problem->items[i];
        for (unsigned k = 1; k < item->count && grain != 1; k++) {
            grain = common_part(grain, item->options[k].cost);
        }
    }
    return grain == 0 ? 1 : grain;
}

/* What everything costs, in grains. */
static int64_t cost_of_all(const struct search *search)
{
    int64_t cost = 0;
    for (size_t i = 0; i < search->problem.count; i++) {
        const struct cheapest_item *item = &search->problem.items[i];
        assert(item->count >= 1 && item->count <= CHEAPEST_OPTIONS);
        cost += item->options[item->count - 1].cost;
        assert(cost >= 0 && cost < CHEAPEST_COST_MAX / search->grain);
    }
    return cost;
}

/* The options of an item, costs in grains. */
static const struct cheapest_option *options_of(const struct cheapest_item *item, int64_t grain,
                                                struct arena *arena)
{
    struct cheapest_option *options = arena_get(arena, item->count, sizeof *options);
    for (unsigned k = 0; k < item->count; k++) {
        options[k] = item->options[k];
        options[k].cost /= grain;
    }
    return options;
}

/* Numbers the groups that need something; by group: its number, or CHEAPEST_FREE. */
static int *number_groups(struct search *search, const struct cheapest_problem *problem)
{
    int *numbers = arena_get(&search->arena, problem->group_count + 1, sizeof *numbers);
    int64_t *needs = arena_get(&search->arena, problem->group_count + 1, sizeof *needs);
    search->problem.group_needs = needs;
    search->problem.group_count = 0;
    for (size_t g = 0; g < problem->group_count; g++) {
        bool binds = problem->group_needs[g] > 0;
        numbers[g] = binds ? (int)search->problem.group_count : CHEAPEST_FREE;
        if (binds) {
            needs[search->problem.group_count++] = problem->group_needs[g];
        }
    }
    return numbers;
}

/* Numbers the pools that have no room for all their steps; by pool: its number, or CHEAPEST_FREE. */
static int *number_pools(struct search *search, const struct cheapest_problem *problem)
{
    int *numbers = arena_get(&search->arena, problem->pool_count + 1, sizeof *numbers);
    uint64_t *steps = arena_get(&search->arena, problem->pool_count + 1, sizeof *steps);
    for (size_t i = 0; i < problem->count; i++) {
        const struct cheapest_item *item = &problem->items[i];
        if (item->pool != CHEAPEST_FREE) {
            steps[item->pool] += item->options[item->count - 1].steps;
        }
    }
    search->problem.pool_count = 0;
    for (size_t p = 0; p < problem->pool_count; p++) {
        bool binds = steps[p] > problem->pool_most;
        numbers[p] = binds ? (int)search->problem.pool_count++ : CHEAPEST_FREE;
    }
    return numbers;
}

/* Sets the problem as it is searched: costs in grains, so that a bound is rounded up to what a choice can cost, and
 * only groups and pools that bind. */
static void set_problem(struct search *search, const struct cheapest_problem *problem)
{
    struct cheapest_item *items = arena_get(&search->arena, problem->count + 1, sizeof *items);
    search->problem = *problem;
    search->problem.items = items;
    search->problem.need = problem->need > 0 ? problem->need : 0;
    search->grain = grain_of(problem);
    const int *groups = number_groups(search, problem);
    const int *pools = number_pools(search, problem);
    for (size_t i = 0; i < problem->count; i++) {
        const struct cheapest_item *item = &problem->items[i];
        items[i] = (struct cheapest_item){
            .options = options_of(item, search->grain, &search->arena),
            .count = item->count,
            .group = item->group == CHEAPEST_FREE ? CHEAPEST_FREE : groups[item->group],
            .pool = item->pool == CHEAPEST_FREE ? CHEAPEST_FREE : pools[item->pool],
        };
    }
    search->all = cost_of_all(search);
}

/* ---- looking ---- */

/* Looks, and keeps what is cheaper than the best so far. */
static enum walk_end look(struct search *search, struct cheapest_walk *walk, int64_t most,
                          struct walk_beam beam, size_t limit)
{
    struct walk_choice choice;
    enum walk_end end = cheapest_walk_look(walk, most, beam, limit, &search->arena, &choice);
    search->states += search->table.count;
    search->budget -= search->table.count < search->budget ? search->table.count : search->budget;
    bool whole = beam.width == 0;
    if (end == WALK_FOUND && (whole || !search->found || choice.cost < search->best.cost)) {
        search->found = true;
        search->best = choice;
        search->best.ways = whole ? choice.ways : 0;
    }
    return end;
}

/* Whether nothing can be cheaper than the best that was found. */
static bool is_proven(const struct search *search)
{
    return search->found && search->low >= search->best.cost;
}

/* No choice is cheaper than that. */
static void raise_low(struct search *search, int64_t low)
{
    search->low = low > search->low ? low : search->low;
}

/* How much more the next look allows than the least, so that it takes a few times the states of the last one and not
 * a hundred times; at first a small part of what is open. */
static int64_t widen_by(const struct search *search, int64_t width, size_t states, size_t before)
{
    enum { STEEP = 8, RISING = 4, PART = 64 };
    if (width == 0) {
        return search->found ? (search->best.cost - search->low) / PART + 1 : 1;
    }
    if (states / before >= STEEP) {
        return width + width / 3 + 1;
    }
    return states / before >= RISING ? width + width / 2 + 1 : 2 * width + 1;
}

/* How many states a look may have: fewer where it would only count what costs the same. */
static size_t limit_of(const struct search *search, size_t limit)
{
    enum { COUNTING = 4 };
    size_t most = is_proven(search) ? limit / COUNTING + 1 : limit;
    return most < search->budget ? most : search->budget;
}

/* Looks at all that costs the least possible, then at a little more, until something is found: that is the cheapest
 * of all, since nothing that costs as much was left out. Where those that cost as much as the best so far are too
 * many, what is cheaper is looked at. True when there is nothing more to be known. */
static bool widen(struct search *search, struct cheapest_walk *walk, size_t limit)
{
    int64_t width = 0;
    int64_t cap = search->found ? search->best.cost : search->all;
    for (size_t before = 1; search->low <= cap;) {
        int64_t most = width < cap - search->low ? search->low + width : cap;
        switch (look(search, walk, most, everything, limit_of(search, limit))) {
        case WALK_FOUND:
            return true;
        case WALK_LONG:
            if (most < cap || !search->found || most < search->best.cost) {
                return false;
            }
            cap = most - 1;
            continue;
        case WALK_NOTHING:
            break;
        }
        raise_low(search, walk->next > most ? walk->next : most + 1);
        width = widen_by(search, width, search->table.count + 1, before);
        before = search->table.count + 1;
    }
    return !search->found;
}

/* ---- the search ---- */

/* Prepares an order; false when it cannot be, or when it is of no use: by pools where none binds. */
static bool open_walk(struct search *search, int order)
{
    const struct cheapest_problem *problem = &search->problem;
    bool by_pool = order == 1;
    struct cheapest_walk *walk = &search->walks[order];
    if (walk->problem != NULL) {
        return walk->table != NULL;
    }
    if (by_pool && problem->pool_count == 0) {
        return false;
    }
    if (!cheapest_walk_open(walk, problem, &search->tolls, by_pool, &search->table,
                            &search->arena)) {
        walk->table = NULL;
        return false;
    }
    raise_low(search, cheapest_walk_least(walk));
    return true;
}

/* Takes a look in one order; true when there is nothing more to be known, or nothing more is asked. */
static bool work(struct search *search, int order, bool any, struct effort effort)
{
    if (!open_walk(search, order)) {
        return false;
    }
    struct cheapest_walk *walk = &search->walks[order];
    if (search->low > search->all) {
        return true;
    }
    if (effort.beam.width > 0 && !is_proven(search)) {
        look(search, walk, search->all, effort.beam, SIZE_MAX);
    }
    if (any) {
        return search->found || look(search, walk, search->all, everything,
                                     limit_of(search, effort.limit)) != WALK_LONG;
    }
    return widen(search, walk, effort.limit);
}

/* Goes through both orders, with more and more effort; all looks together have a few times the states of the longest. */
static bool search_all(struct search *search, bool any, size_t limit)
{
    enum { EASY = 64, SHORT = 16, GLANCE = 8, NARROW = 256, BROAD = 4096, LOOKS = 6 };
    const struct effort efforts[ROUNDS] = {{limit / EASY + 1, {any ? GLANCE : 0, true}},
                                           {limit / SHORT + 1, {NARROW, true}},
                                           {limit, {BROAD, false}}};
    search->budget = LOOKS * limit;
    for (int round = 0; round < ROUNDS; round++) {
        for (int order = 0; order < (round == 0 ? 1 : ORDERS); order++) {
            if (work(search, order, any, efforts[round])) {
                return true;
            }
        }
    }
    return is_proven(search);
}

/* Of no items there is one choice, and it gives nothing. */
static void choose_nothing(const struct cheapest_problem *problem, struct arena *arena,
                           struct cheapest_answer *out)
{
    bool possible = problem->need <= 0 && problem->below == NULL;
    for (size_t g = 0; g < problem->group_count; g++) {
        possible = possible && problem->group_needs[g] <= 0;
    }
    *out =
        (struct cheapest_answer){.possible = possible, .ways = 1, .chosen = arena_get(arena, 1, 1)};
}

static void give_answer(const struct search *search, struct arena *arena,
                        struct cheapest_answer *out)
{
    *out = (struct cheapest_answer){.possible = search->found, .states = search->states};
    if (search->found) {
        out->cost = search->best.cost * search->grain;
        out->steps = search->best.steps;
        out->ways = search->best.ways;
        out->chosen = arena_get(arena, search->problem.count, 1);
        memcpy(out->chosen, search->best.chosen, search->problem.count);
    }
}

/* Searches on for the cheapest choice without some part of `best`; what was prepared, and that nothing is cheaper than
 * the best, stays. False when it cannot be proven. */
static bool find_next(struct search *search, size_t limit, const struct cheapest_answer *best,
                      struct arena *arena, struct cheapest_answer *out)
{
    search->problem.below = best->chosen;
    search->low = search->best.cost;
    search->found = false;
    search->states = 0;
    if (!search_all(search, false, limit)) {
        return false;
    }
    give_answer(search, arena, out);
    return true;
}

/* What is asked of a search. */
struct question {
    bool any;     /* one choice will do */
    size_t limit; /* states of one look */
};

/* Finds the cheapest choice, or any; and where `next` is not NULL the cheapest that does without some part of it. */
static bool find(const struct cheapest_problem *problem, struct question question,
                 struct arena *arena, struct cheapest_answer *out, struct cheapest_next *next,
                 struct error *err)
{
    struct search search = {.found = false, .arena = ARENA_EMPTY};
    if (problem->count == 0) {
        choose_nothing(problem, arena, out);
        return true;
    }
    set_problem(&search, problem);
    cheapest_toll_find(&search.tolls, &search.problem, &search.arena);
    cheapest_table_open(&search.table);
    bool done = search_all(&search, question.any, question.limit);
    if (done) {
        give_answer(&search, arena, out);
    } else {
        error_set(err, M_PLAN_STATES, NULL, (int)question.limit);
    }
    if (next != NULL && done && out->possible) {
        next->known = find_next(&search, question.limit, out, arena, &next->answer);
    }
    cheapest_table_close(&search.table);
    arena_release(&search.arena);
    return done;
}

bool cheapest_find_within(const struct cheapest_problem *problem, size_t states,
                          struct arena *arena, struct cheapest_answer *out, struct error *err)
{
    return find(problem, (struct question){.limit = states}, arena, out, NULL, err);
}

bool cheapest_find(const struct cheapest_problem *problem, struct arena *arena,
                   struct cheapest_answer *out, struct error *err)
{
    return find(problem, (struct question){.limit = LIMIT_PLAN_STATES}, arena, out, NULL, err);
}

bool cheapest_find_two(const struct cheapest_problem *problem, struct arena *arena,
                       struct cheapest_answer *out, struct cheapest_next *next, struct error *err)
{
    *next = (struct cheapest_next){.known = true};
    return find(problem, (struct question){.limit = LIMIT_PLAN_STATES}, arena, out, next, err);
}

bool cheapest_possible(const struct cheapest_problem *problem, size_t states, struct arena *arena,
                       bool *possible, struct error *err)
{
    struct cheapest_answer answer;
    struct question question = {.any = true, .limit = states};
    bool done = find(problem, question, arena, &answer, NULL, err);
    *possible = done && answer.possible;
    return done;
}
