#include "cheapest.h"

#include "cheapest_bound.h"
#include "cheapest_key.h"
#include "cheapest_problem.h"
#include "cheapest_table.h"
#include "cheapest_toll.h"
#include "limit.h"
#include "memory.h"
#include "message.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* The states of one place. */
struct layer {
    size_t first, end; /* their positions */
    int64_t
        later_toll; /* of all steps that pools take which begin here or later; in parts of a cost */
};

/* One search. */
struct search {
    const struct cheapest_problem *problem;
    uint32_t *order;      /* by place in the order of work: position of the item */
    struct layer *layers; /* count + 1 */
    struct cheapest_keys keys;
    struct cheapest_tolls tolls;
    struct bound_pieces pieces;      /* with tolls, in parts of a cost */
    struct bound_together bound;     /* of what is still to come */
    struct cheapest_wants now, then; /* before and after an option */
    struct cheapest_table table;
    int64_t most; /* what costs more is not looked at */
    size_t beam;  /* states of a layer that are followed, the most promising ones; 0: all */
    size_t limit; /* states of one look */
};

/* Which states of a layer are in the beam. */
struct beam {
    int64_t most; /* choices through them seem to cost less than this */
    size_t equal; /* and so many that seem to cost just this */
};

/* ---- the order of work ---- */

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

/* The items with their costs in grains, so that a bound is rounded up to what a choice can cost; those of a
 * pool that has room for all of its steps are of no pool. */
static const struct cheapest_item *items_of(const struct cheapest_problem *problem, int64_t grain,
                                            struct arena *arena)
{
    struct cheapest_item *items = arena_get(arena, problem->count + 1, sizeof *items);
    for (size_t i = 0; i < problem->count; i++) {
        uint64_t steps = 0;
        items[i] = problem->items[i];
        items[i].options = options_of(&problem->items[i], grain, arena);
        for (size_t j = 0; items[i].pool != CHEAPEST_FREE && j < problem->count; j++) {
            const struct cheapest_item *item = &problem->items[j];
            steps += item->pool == items[i].pool ? item->options[item->count - 1].steps : 0;
        }
        items[i].pool = steps <= problem->pool_most ? CHEAPEST_FREE : items[i].pool;
    }
    return items;
}

/* Where an item stands in its pool: its position, or that of the first item of its group. */
static size_t rank_of(const struct cheapest_problem *problem, size_t position)
{
    const struct cheapest_item *item = &problem->items[position];
    size_t first = item->group == CHEAPEST_FREE ? position : 0;
    while (first < position && problem->items[first].group != item->group) {
        first++;
    }
    return first;
}

/* Items of no pool first, then pool by pool, so that only one pool is at work at a time; those of a group
 * together, so that few groups are. */
static void set_order(struct search *search, struct arena *arena)
{
    const struct cheapest_problem *problem = search->problem;
    size_t placed = 0;
    search->order = arena_get(arena, problem->count + 1, sizeof *search->order);
    for (int pool = CHEAPEST_FREE; placed < problem->count; pool++) {
        size_t first = placed;
        for (size_t i = 0; i < problem->count; i++) {
            if (problem->items[i].pool != pool) {
                continue;
            }
            size_t at = placed++;
            size_t rank = rank_of(problem, i);
            for (; at > first && rank_of(problem, search->order[at - 1]) > rank; at--) {
                search->order[at] = search->order[at - 1];
            }
            search->order[at] = (uint32_t)i;
        }
    }
}

static const struct cheapest_item *item_at(const struct search *search, size_t place)
{
    return &search->problem->items[search->order[place]];
}

/* Sets the tolls of later pools, from the last place back. */
static void set_layers(struct search *search, struct arena *arena)
{
    const struct cheapest_problem *problem = search->problem;
    search->layers = arena_get(arena, problem->count + 1, sizeof *search->layers);
    for (size_t place = problem->count; place-- > 0;) {
        int pool = item_at(search, place)->pool;
        bool begins = pool != CHEAPEST_FREE && !search->keys.layers[place].pooled;
        search->layers[place].later_toll =
            search->layers[place + 1].later_toll +
            (begins ? search->tolls.of_pool[pool] * (int64_t)problem->pool_most : 0);
    }
}

/* ---- forwards: which states can be reached ---- */

static int64_t less(int64_t need, int64_t gain)
{
    return need > gain ? need - gain : 0;
}

/* What is wanted after an option of the item at `place`; false when that can no longer be had. */
static bool take(struct search *search, size_t place, unsigned k)
{
    const struct cheapest_problem *problem = search->problem;
    const struct cheapest_item *item = item_at(search, place);
    const struct cheapest_option *option = &item->options[k];
    const struct cheapest_wants *now = &search->now;
    struct cheapest_wants *then = &search->then;
    then->need = less(now->need, option->gain);
    memcpy(then->groups, now->groups, problem->group_count * sizeof *then->groups);
    if (item->group != CHEAPEST_FREE) {
        then->groups[item->group] = less(now->groups[item->group], option->gain);
    }
    then->taken = item->pool == CHEAPEST_FREE ? 0 : now->taken + option->steps;
    then->below =
        now->below || (problem->below != NULL && k < problem->below[search->order[place]]);
    return (item->pool == CHEAPEST_FREE || then->taken <= problem->pool_most) &&
           cheapest_key_settle(&search->keys, place + 1, then);
}

/* A bound on the cost of what is still to come at a place where that is wanted: with tolls, less those of all the
 * steps that pools have left. */
static int64_t least_of(const struct search *search, size_t place,
                        const struct cheapest_wants *wants)
{
    const struct key_layer *layer = &search->keys.layers[place];
    int64_t least = bound_together_least(&search->bound, wants->need, wants->groups);
    if (least == BOUND_NEVER) {
        return BOUND_NEVER;
    }
    least -= search->layers[place].later_toll;
    if (layer->pooled) {
        unsigned left = search->problem->pool_most - wants->taken;
        int64_t toll = search->tolls.of_pool[item_at(search, place)->pool];
        least -= toll * (int64_t)(left < layer->coming ? left : layer->coming);
    }
    int64_t parts = search->tolls.parts;
    return least <= 0 ? 0 : (least - 1) / parts + 1;
}

/* The state behind an option, or TABLE_NOWHERE. */
static uint32_t follow(struct search *search, size_t place, unsigned k, int64_t reach)
{
    const struct cheapest_problem *problem = search->problem;
    bool last = place + 1 == problem->count;
    if (!take(search, place, k) || (last && problem->below != NULL && !search->then.below)) {
        return TABLE_NOWHERE;
    }
    table_key key = cheapest_key_pack(&search->keys, place + 1, &search->then);
    uint32_t position = cheapest_table_state(&search->table, key);
    struct table_state *state = &search->table.states[position];
    if (state->reach == INT64_MAX) {
        state->rest = least_of(search, place + 1, &search->then);
    }
    state->reach = reach < state->reach ? reach : state->reach;
    return position;
}

/* True when a state may lie on a choice that is cheap enough. */
static bool is_open(const struct search *search, const struct table_state *state)
{
    return state->rest != BOUND_NEVER && state->reach <= search->most - state->rest;
}

static int by_size(const void *one, const void *other)
{
    int64_t a = *(const int64_t *)one;
    int64_t b = *(const int64_t *)other;
    return (a > b) - (a < b);
}

/* The beam in a layer. */
static struct beam beam_of(const struct search *search, const struct layer *layer)
{
    size_t count = layer->end - layer->first;
    if (search->beam == 0 || count <= search->beam) {
        return (struct beam){.most = INT64_MAX};
    }
    int64_t *costs = memory_get(count * sizeof *costs);
    for (size_t i = 0; i < count; i++) {
        const struct table_state *state = &search->table.states[layer->first + i];
        costs[i] = is_open(search, state) ? state->reach + state->rest : INT64_MAX;
    }
    qsort(costs, count, sizeof *costs, by_size);
    struct beam beam = {.most = costs[search->beam], .equal = search->beam};
    for (size_t i = 0; costs[i] < beam.most; i++) {
        beam.equal--;
    }
    free(costs);
    return beam;
}

/* True for a state of the beam; takes it from those that are left. */
static bool is_in(struct beam *beam, const struct table_state *state)
{
    int64_t cost = state->reach + state->rest;
    bool equal = cost == beam->most && beam->equal > 0;
    beam->equal -= equal;
    return cost < beam->most || equal;
}

/* Makes all states behind those of one layer. */
static bool expand(struct search *search, size_t place, struct error *err)
{
    const struct layer *layer = &search->layers[place];
    const struct cheapest_item *item = item_at(search, place);
    struct beam beam = beam_of(search, layer);
    for (size_t i = layer->first; i < layer->end; i++) {
        const struct table_state state = search->table.states[i];
        if (!is_open(search, &state) || !is_in(&beam, &state)) {
            continue;
        }
        if (search->table.count > search->limit) {
            return error_set(err, M_PLAN_STATES, NULL, (int)search->limit);
        }
        cheapest_key_unpack(&search->keys, place, state.key, &search->now);
        uint32_t leads = cheapest_table_leads(&search->table, item->count);
        search->table.states[i].next = leads;
        for (unsigned k = 0; k < item->count; k++) {
            uint32_t to = follow(search, place, k, state.reach + item->options[k].cost);
            search->table.leads[leads + k] = to;
        }
    }
    return true;
}

/* The first layer: everything is still needed. */
static void begin(struct search *search)
{
    cheapest_table_clear(&search->table);
    bound_together_sum(&search->bound, &search->pieces, 0);
    cheapest_key_begin(&search->keys, &search->now);
    bool enough = cheapest_key_settle(&search->keys, 0, &search->now);
    table_key key = cheapest_key_pack(&search->keys, 0, &search->now);
    struct table_state *root = &search->table.states[cheapest_table_state(&search->table, key)];
    root->reach = 0;
    root->rest = enough ? least_of(search, 0, &search->now) : BOUND_NEVER;
    search->layers[0].first = 0;
    search->layers[0].end = 1;
}

static bool go_forwards(struct search *search, struct error *err)
{
    begin(search);
    for (size_t place = 0; place < search->problem->count; place++) {
        struct layer *next = &search->layers[place + 1];
        bound_together_sum(&search->bound, &search->pieces, place + 1);
        cheapest_table_layer(&search->table);
        next->first = search->table.count;
        if (!expand(search, place, err)) {
            return false;
        }
        next->end = search->table.count;
    }
    return true;
}

/* ---- backwards: what each state costs to the end ---- */

/* Takes an option into a state when it is better than those before it. */
static void consider(struct table_state *state, const struct table_state *next,
                     const struct cheapest_option *option, unsigned k)
{
    int64_t cost = option->cost + next->rest;
    uint32_t steps = option->steps + next->steps;
    if (cost > state->rest) {
        return;
    }
    bool tie = cost == state->rest;
    uint64_t ways = tie ? state->ways : 0;
    state->ways = UINT64_MAX - ways < next->ways ? UINT64_MAX : ways + next->ways;
    state->rest = cost;
    if (!tie || steps <= state->steps) { /* equal: the later option */
        state->steps = steps;
        state->option = (uint8_t)k;
    }
}

/* Settles a state from those behind it; one that leads nowhere costs BOUND_NEVER. */
static void settle(struct search *search, const struct cheapest_item *item,
                   struct table_state *state)
{
    state->rest = BOUND_NEVER;
    for (unsigned k = 0; state->next != TABLE_NOWHERE && k < item->count; k++) {
        uint32_t to = search->table.leads[state->next + k];
        if (to != TABLE_NOWHERE && search->table.states[to].rest != BOUND_NEVER) {
            consider(state, &search->table.states[to], &item->options[k], k);
        }
    }
}

static void go_backwards(struct search *search)
{
    size_t count = search->problem->count;
    for (size_t i = search->layers[count].first; i < search->layers[count].end; i++) {
        struct table_state *state = &search->table.states[i];
        state->rest = is_open(search, state) ? 0 : BOUND_NEVER;
        state->ways = 1;
    }
    for (size_t place = count; place-- > 0;) {
        const struct layer *layer = &search->layers[place];
        for (size_t i = layer->first; i < layer->end; i++) {
            settle(search, item_at(search, place), &search->table.states[i]);
        }
    }
}

/* Follows the options that were taken, from the beginning. */
static void read_answer(const struct search *search, struct arena *arena,
                        struct cheapest_answer *out)
{
    const struct table_state *state = &search->table.states[0];
    *out = (struct cheapest_answer){
        .possible = true,
        .cost = state->rest,
        .steps = state->steps,
        .ways = state->ways,
        .chosen = arena_get(arena, search->problem->count + 1, 1),
        .states = search->table.count,
    };
    for (size_t place = 0; place < search->problem->count; place++) {
        out->chosen[search->order[place]] = state->option;
        state = &search->table.states[search->table.leads[state->next + state->option]];
    }
}

/* ---- the search ---- */

/* What everything costs. */
static int64_t cost_of_all(const struct cheapest_problem *problem)
{
    int64_t cost = 0;
    for (size_t i = 0; i < problem->count; i++) {
        const struct cheapest_item *item = &problem->items[i];
        assert(item->count >= 1 && item->count <= CHEAPEST_OPTIONS);
        cost += item->options[item->count - 1].cost;
        assert(cost >= 0 && cost < CHEAPEST_COST_MAX);
    }
    return cost;
}

/* Goes through all choices that cost at most so much, or through those of a beam; what was found is read. False when
 * these are too many states. */
static bool look(struct search *search, int64_t most, size_t beam, struct arena *arena,
                 struct cheapest_answer *out, struct error *err)
{
    search->most = most;
    search->beam = beam;
    if (!go_forwards(search, err)) {
        return false;
    }
    go_backwards(search);
    if (search->table.states[0].rest != BOUND_NEVER) {
        read_answer(search, arena, out);
    }
    return true;
}

/* For choices that are too many, because so many of them cost the same or are a little dearer than the cheapest: a
 * beam finds a cheap one, and to prove that nothing is cheaper takes a look at what is cheaper only. How many cost
 * the same is then not counted. */
static bool look_below(struct search *search, int64_t all, struct arena *arena,
                       struct cheapest_answer *out, struct error *err)
{
    enum { SHARE = 1000 };
    struct error ignored = {.kind = ERROR_NONE};
    struct cheapest_answer found = {.possible = false};
    if (!look(search, all, search->limit / SHARE + 1, arena, &found, &ignored) || !found.possible) {
        return false;
    }
    size_t states = search->table.count;
    *out = (struct cheapest_answer){.possible = false};
    if (!look(search, found.cost - 1, 0, arena, out, &ignored)) {
        return false;
    }
    if (!out->possible) {
        *out = found;
        out->ways = 0;
        out->states = states + search->table.count;
    }
    *err = (struct error){.kind = ERROR_NONE};
    return true;
}

/* Searches within a bound above the least possible, and widens it until a choice is found: what is found
 * within a bound is the cheapest of all, since nothing within it was left out. It begins with no slack at all: a
 * search that finds nothing costs little, one that is too wide a lot. */
static bool widen(struct search *search, struct arena *arena, struct cheapest_answer *out,
                  struct error *err)
{
    enum { FIRST = 256, WIDER = 2 };
    int64_t all = cost_of_all(search->problem);
    begin(search);
    int64_t least = search->table.states[0].rest;
    int64_t slack = 0;
    int64_t first = search->pieces.dearest / search->tolls.parts / FIRST + 1;
    *out = (struct cheapest_answer){.possible = false};
    if (least == BOUND_NEVER) {
        return true;
    }
    for (bool last = false; !last && !out->possible; slack = slack == 0 ? first : slack * WIDER) {
        last = slack >= all - least;
        if (!look(search, last ? all : least + slack, 0, arena, out, err)) {
            return search->problem->below == NULL && look_below(search, all, arena, out, err);
        }
    }
    return true;
}

/* Needs that are not below 0. */
static const int64_t *needs_of(const struct cheapest_problem *problem, struct arena *arena)
{
    int64_t *needs = arena_get(arena, problem->group_count + 1, sizeof *needs);
    for (size_t g = 0; g < problem->group_count; g++) {
        needs[g] = problem->group_needs[g] > 0 ? problem->group_needs[g] : 0;
    }
    return needs;
}

static bool prepare(struct search *search, struct arena *arena, struct error *err)
{
    size_t groups = search->problem->group_count;
    struct cheapest_problem priced = *search->problem;
    set_order(search, arena);
    if (!cheapest_key_open(&search->keys, search->problem, search->order, arena)) {
        return error_set(err, M_PLAN_STATES, NULL, LIMIT_PLAN_STATES);
    }
    cheapest_toll_find(&search->tolls, search->problem, search->order, arena);
    priced.items = search->tolls.items;
    bound_cut(&search->pieces, &priced, search->order, arena);
    set_layers(search, arena);
    bound_together_init(&search->bound, &search->pieces, groups, arena);
    search->now.groups = arena_get(arena, groups + 1, sizeof *search->now.groups);
    search->then.groups = arena_get(arena, groups + 1, sizeof *search->then.groups);
    return true;
}

/* Of no items there is one choice, and it gives nothing. */
static void choose_nothing(const struct cheapest_problem *problem, struct arena *arena,
                           struct cheapest_answer *out)
{
    bool possible = problem->need == 0 && problem->below == NULL;
    for (size_t g = 0; g < problem->group_count; g++) {
        possible = possible && problem->group_needs[g] == 0;
    }
    *out =
        (struct cheapest_answer){.possible = possible, .ways = 1, .chosen = arena_get(arena, 1, 1)};
}

/* Finds the cheapest choice, or, for `any`, one that a narrow beam finds. */
static bool find(const struct cheapest_problem *problem, bool any, size_t limit,
                 struct arena *arena, struct cheapest_answer *out, struct error *err)
{
    enum { NARROW = 64 };
    struct error ignored = {.kind = ERROR_NONE};
    struct cheapest_problem own = *problem;
    struct search search = {.problem = &own, .limit = limit};
    own.need = problem->need > 0 ? problem->need : 0;
    own.group_needs = needs_of(problem, arena);
    int64_t grain = grain_of(problem);
    own.items = items_of(problem, grain, arena);
    if (own.count == 0) {
        choose_nothing(&own, arena, out);
        return true;
    }
    if (!prepare(&search, arena, err)) {
        return false;
    }
    cheapest_table_open(&search.table);
    *out = (struct cheapest_answer){.possible = false};
    bool done = any && look(&search, cost_of_all(&own), NARROW, arena, out, &ignored);
    done = (done && out->possible) || widen(&search, arena, out, err);
    cheapest_table_close(&search.table);
    out->cost *= grain;
    return done;
}

bool cheapest_find_within(const struct cheapest_problem *problem, size_t states,
                          struct arena *arena, struct cheapest_answer *out, struct error *err)
{
    return find(problem, false, states, arena, out, err);
}

bool cheapest_find(const struct cheapest_problem *problem, struct arena *arena,
                   struct cheapest_answer *out, struct error *err)
{
    return find(problem, false, LIMIT_PLAN_STATES, arena, out, err);
}

bool cheapest_possible(const struct cheapest_problem *problem, struct arena *arena, bool *possible,
                       struct error *err)
{
    struct cheapest_answer answer;
    bool done = find(problem, true, LIMIT_PLAN_STATES, arena, &answer, err);
    *possible = done && answer.possible;
    return done;
}
