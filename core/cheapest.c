#include "cheapest.h"

#include "cheapest_bound.h"
#include "cheapest_problem.h"
#include "cheapest_table.h"
#include "limit.h"
#include "message.h"

#include <assert.h>
#include <string.h>

/* What a state's key holds before one item is decided: the whole need, always; of the groups those that
 * are begun and not done; what the item's pool has taken; whether something stays below. */
struct layer {
    size_t first, end; /* positions of its states */
    int *open;         /* groups in the key */
    size_t open_count;
    bool pooled; /* the pool's steps are in the key */
};

/* A state, spelled out. */
struct wants {
    int64_t need;
    int64_t *groups; /* by group */
    unsigned taken;  /* steps of the pool at hand */
    bool below;
};

/* One search. */
struct search {
    const struct cheapest_problem *problem;
    uint32_t *order;       /* by place in the order of work: position of the item */
    size_t *begins, *ends; /* by group: place of its first item, and behind its last */
    struct layer *layers;  /* count + 1 */
    struct bound_pieces pieces;
    struct bound_together bound; /* of what is still to come */
    struct wants now, then;      /* before and after an option */
    struct cheapest_table table;
    int64_t most; /* what costs more is not looked at */
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

static void set_groups(struct search *search, struct arena *arena)
{
    size_t count = search->problem->group_count;
    search->begins = arena_get(arena, count + 1, sizeof *search->begins);
    search->ends = arena_get(arena, count + 1, sizeof *search->ends);
    for (size_t place = search->problem->count; place-- > 0;) {
        int group = item_at(search, place)->group;
        if (group != CHEAPEST_FREE) {
            search->begins[group] = place;
            search->ends[group] = search->ends[group] == 0 ? place + 1 : search->ends[group];
        }
    }
}

/* The largest key must fit into 64 bits. */
static bool fits(const struct search *search, const struct layer *layer)
{
    const struct cheapest_problem *problem = search->problem;
    uint64_t size = 2;
    bool wide = __builtin_mul_overflow(size, (uint64_t)problem->need + 1, &size);
    for (size_t i = 0; i < layer->open_count; i++) {
        uint64_t need = (uint64_t)problem->group_needs[layer->open[i]] + 1;
        wide = __builtin_mul_overflow(size, need, &size) || wide;
    }
    wide =
        (layer->pooled && __builtin_mul_overflow(size, (uint64_t)problem->pool_most + 1, &size)) ||
        wide;
    return !wide;
}

static bool set_layers(struct search *search, struct arena *arena)
{
    const struct cheapest_problem *problem = search->problem;
    bool fit = true;
    search->layers = arena_get(arena, problem->count + 1, sizeof *search->layers);
    for (size_t place = 0; place <= problem->count; place++) {
        struct layer *layer = &search->layers[place];
        layer->open = arena_get(arena, problem->group_count + 1, sizeof *layer->open);
        for (size_t g = 0; g < problem->group_count; g++) {
            if (problem->group_needs[g] > 0 && search->begins[g] < place &&
                place < search->ends[g]) {
                layer->open[layer->open_count++] = (int)g;
            }
        }
        layer->pooled = place > 0 && place < problem->count &&
                        item_at(search, place)->pool != CHEAPEST_FREE &&
                        item_at(search, place)->pool == item_at(search, place - 1)->pool;
        fit = fit && fits(search, layer);
    }
    return fit;
}

/* ---- keys ---- */

static uint64_t pack(const struct search *search, const struct layer *layer,
                     const struct wants *wants)
{
    uint64_t key = (uint64_t)wants->need;
    for (size_t i = 0; i < layer->open_count; i++) {
        int group = layer->open[i];
        key = key * ((uint64_t)search->problem->group_needs[group] + 1) +
              (uint64_t)wants->groups[group];
    }
    key = layer->pooled ? key * ((uint64_t)search->problem->pool_most + 1) + wants->taken : key;
    return key * 2 + (wants->below ? 1 : 0);
}

static void unpack(const struct search *search, size_t place, uint64_t key, struct wants *wants)
{
    const struct cheapest_problem *problem = search->problem;
    const struct layer *layer = &search->layers[place];
    for (size_t g = 0; g < problem->group_count; g++) {
        wants->groups[g] = search->begins[g] >= place ? problem->group_needs[g] : 0;
    }
    wants->below = key % 2 == 1;
    key /= 2;
    wants->taken = 0;
    if (layer->pooled) {
        wants->taken = (unsigned)(key % ((uint64_t)problem->pool_most + 1));
        key /= (uint64_t)problem->pool_most + 1;
    }
    for (size_t i = layer->open_count; i-- > 0;) {
        int group = layer->open[i];
        uint64_t size = (uint64_t)problem->group_needs[group] + 1;
        wants->groups[group] = (int64_t)(key % size);
        key /= size;
    }
    wants->need = (int64_t)key;
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
    const struct wants *now = &search->now;
    struct wants *then = &search->then;
    then->need = less(now->need, option->gain);
    memcpy(then->groups, now->groups, problem->group_count * sizeof *then->groups);
    if (item->group != CHEAPEST_FREE) {
        then->groups[item->group] = less(now->groups[item->group], option->gain);
        if (place + 1 == search->ends[item->group] && then->groups[item->group] > 0) {
            return false;
        }
    }
    then->taken = item->pool == CHEAPEST_FREE ? 0 : now->taken + option->steps;
    then->below =
        now->below || (problem->below != NULL && k < problem->below[search->order[place]]);
    return item->pool == CHEAPEST_FREE || then->taken <= problem->pool_most;
}

/* The state behind an option, or TABLE_NOWHERE. */
static uint32_t follow(struct search *search, size_t place, unsigned k, int64_t reach)
{
    const struct cheapest_problem *problem = search->problem;
    bool last = place + 1 == problem->count;
    if (!take(search, place, k) ||
        (last && (search->then.need > 0 || (problem->below != NULL && !search->then.below)))) {
        return TABLE_NOWHERE;
    }
    const struct layer *layer = &search->layers[place + 1];
    uint32_t position = cheapest_table_state(&search->table, pack(search, layer, &search->then));
    struct table_state *state = &search->table.states[position];
    if (state->reach == INT64_MAX) {
        state->rest = bound_together_least(&search->bound, search->then.need, search->then.groups);
    }
    state->reach = reach < state->reach ? reach : state->reach;
    return position;
}

/* True when a state may lie on a choice that is cheap enough. */
static bool is_open(const struct search *search, const struct table_state *state)
{
    return state->rest != BOUND_NEVER && state->reach <= search->most - state->rest;
}

/* Makes all states behind those of one layer. */
static bool expand(struct search *search, size_t place, struct error *err)
{
    const struct layer *layer = &search->layers[place];
    const struct cheapest_item *item = item_at(search, place);
    for (size_t i = layer->first; i < layer->end; i++) {
        const struct table_state state = search->table.states[i];
        if (!is_open(search, &state)) {
            continue;
        }
        if (search->table.count > LIMIT_PLAN_STATES) {
            return error_set(err, M_PLAN_STATES, NULL, LIMIT_PLAN_STATES);
        }
        unpack(search, place, state.key, &search->now);
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
    const struct cheapest_problem *problem = search->problem;
    cheapest_table_clear(&search->table);
    bound_together_sum(&search->bound, &search->pieces, 0);
    search->now.need = problem->need;
    search->now.taken = 0;
    search->now.below = false;
    for (size_t g = 0; g < problem->group_count; g++) {
        search->now.groups[g] = problem->group_needs[g];
    }
    uint32_t root =
        cheapest_table_state(&search->table, pack(search, &search->layers[0], &search->now));
    search->table.states[root].reach = 0;
    search->table.states[root].rest =
        bound_together_least(&search->bound, search->now.need, search->now.groups);
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

/* Searches within a bound above the least possible, and widens it until a choice is found: what is found
 * within a bound is the cheapest of all, since nothing within it was left out. It begins narrow: a search that
 * finds nothing costs little, one that is too wide a lot. */
static bool widen(struct search *search, struct arena *arena, struct cheapest_answer *out,
                  struct error *err)
{
    enum { FIRST = 256, WIDER = 4 };
    int64_t all = cost_of_all(search->problem);
    begin(search);
    int64_t least = search->table.states[0].rest;
    int64_t slack = search->pieces.dearest / FIRST + 1;
    *out = (struct cheapest_answer){.possible = false};
    if (least == BOUND_NEVER) {
        return true;
    }
    for (bool last = false; !last && !out->possible; slack *= WIDER) {
        last = slack >= all - least;
        search->most = last ? all : least + slack;
        if (!go_forwards(search, err)) {
            return false;
        }
        go_backwards(search);
        if (search->table.states[0].rest != BOUND_NEVER) {
            read_answer(search, arena, out);
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
    set_order(search, arena);
    set_groups(search, arena);
    if (!set_layers(search, arena)) {
        return error_set(err, M_PLAN_STATES, NULL, LIMIT_PLAN_STATES);
    }
    bound_cut(&search->pieces, search->problem, search->order, arena);
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

bool cheapest_find(const struct cheapest_problem *problem, struct arena *arena,
                   struct cheapest_answer *out, struct error *err)
{
    struct cheapest_problem own = *problem;
    struct search search = {.problem = &own};
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
    bool done = widen(&search, arena, out, err);
    cheapest_table_close(&search.table);
    out->cost *= grain;
    return done;
}
