#include "cheapest_walk.h"

#include "memory.h"

#include <stdlib.h>
#include <string.h>

/* What is hoped of a state. */
struct promise {
    int64_t cost;   /* of the choices through it, at least */
    uint32_t taken; /* steps, of all pools; 0 where that does not matter */
};

/* Which states of a layer are in the beam. */
struct beam {
    struct promise most; /* those that promise more */
    size_t equal;        /* and so many that promise as much */
};

static const struct cheapest_item *item_at(const struct cheapest_walk *walk, size_t place)
{
    return &walk->problem->items[walk->order.items[place]];
}

/* ---- forwards: which states can be reached ---- */

static int64_t less(int64_t need, int64_t gain)
{
    return need > gain ? need - gain : 0;
}

/* What is wanted after an option of the item at `place`; false when that can no longer be had. */
static bool take(struct cheapest_walk *walk, size_t place, unsigned k)
{
    const struct cheapest_problem *problem = walk->problem;
    const struct cheapest_item *item = item_at(walk, place);
    const struct cheapest_option *option = &item->options[k];
    const struct cheapest_wants *now = &walk->now;
    struct cheapest_wants *then = &walk->then;
    then->need = less(now->need, option->gain);
    memcpy(then->groups, now->groups, problem->group_count * sizeof *then->groups);
    if (item->group != CHEAPEST_FREE) {
        then->groups[item->group] = less(now->groups[item->group], option->gain);
    }
    memcpy(then->taken, now->taken, problem->pool_count * sizeof *then->taken);
    if (item->pool != CHEAPEST_FREE) {
        then->taken[item->pool] += option->steps;
        if (then->taken[item->pool] > problem->pool_most) {
            return false;
        }
    }
    then->below =
        now->below || (problem->below != NULL && k < problem->below[walk->order.items[place]]);
    return cheapest_key_settle(&walk->keys, place + 1, then);
}

/* Steps that all pools have taken. */
static uint32_t taken_of(const struct cheapest_walk *walk, const struct cheapest_wants *wants)
{
    uint32_t taken = 0;
    for (size_t p = 0; p < walk->problem->pool_count; p++) {
        taken += wants->taken[p];
    }
    return taken;
}

/* The state behind an option, or TABLE_NOWHERE. */
static uint32_t follow(struct cheapest_walk *walk, size_t place, unsigned k, int64_t reach)
{
    const struct cheapest_problem *problem = walk->problem;
    bool last = place + 1 == problem->count;
    if (!take(walk, place, k) || (last && problem->below != NULL && !walk->then.below)) {
        return TABLE_NOWHERE;
    }
    table_key key = cheapest_key_pack(&walk->keys, place + 1, &walk->then);
    uint32_t position = cheapest_table_state(walk->table, key);
    struct table_state *state = &walk->table->states[position];
    if (state->reach == INT64_MAX) {
        state->rest = cheapest_rest_least(&walk->rest, &walk->keys, place + 1, &walk->then);
        state->steps = taken_of(walk, &walk->then);
    }
    state->reach = reach < state->reach ? reach : state->reach;
    return position;
}

/* True when a state may lie on a choice that is cheap enough. */
static bool is_open(const struct cheapest_walk *walk, const struct table_state *state)
{
    return state->rest != REST_NEVER && state->reach <= walk->most - state->rest;
}

/* A number that says nothing of a key. */
static uint32_t scatter(table_key key)
{
    uint64_t mixed = ((uint64_t)key ^ (uint64_t)(key >> 64)) * UINT64_C(0x9E3779B97F4A7C15);
    return (uint32_t)(mixed >> 32);
}

/* How promising a state is: choices through it seem to cost so much; in a sparing beam, that which has taken less from
 * pools is less likely to end where they have run out; else equal ones of all kinds are taken. */
static struct promise promise_of(const struct cheapest_walk *walk, const struct table_state *state)
{
    if (!is_open(walk, state)) {
        return (struct promise){INT64_MAX, 0};
    }
    return (struct promise){state->reach + state->rest,
                            walk->beam.sparing ? state->steps : scatter(state->key)};
}

static int compare_promises(const void *one, const void *other)
{
    const struct promise *a = one, *b = other;
    return a->cost != b->cost ? (a->cost > b->cost) - (a->cost < b->cost)
                              : (a->taken > b->taken) - (a->taken < b->taken);
}

/* The beam in a layer. */
static struct beam beam_of(const struct cheapest_walk *walk, size_t first, size_t end)
{
    size_t count = end - first;
    if (walk->beam.width == 0 || count <= walk->beam.width) {
        return (struct beam){.most = {INT64_MAX, 0}};
    }
    struct promise *promises = memory_get(count * sizeof *promises);
    for (size_t i = 0; i < count; i++) {
        promises[i] = promise_of(walk, &walk->table->states[first + i]);
    }
    qsort(promises, count, sizeof *promises, compare_promises);
    struct beam beam = {.most = promises[walk->beam.width], .equal = walk->beam.width};
    for (size_t i = 0; compare_promises(&promises[i], &beam.most) < 0; i++) {
        beam.equal--;
    }
    free(promises);
    return beam;
}

/* True for a state of the beam; takes it from those that are left. */
static bool is_in(const struct cheapest_walk *walk, struct beam *beam,
                  const struct table_state *state)
{
    struct promise promise = promise_of(walk, state);
    int order = compare_promises(&promise, &beam->most);
    bool equal = order == 0 && beam->equal > 0;
    beam->equal -= equal;
    return order < 0 || equal;
}

/* Keeps in mind the least cost of what is not looked at. */
static void leave_out(struct cheapest_walk *walk, const struct table_state *state)
{
    if (state->rest != REST_NEVER && state->reach + state->rest < walk->next) {
        walk->next = state->reach + state->rest;
    }
}

/* Makes the states behind one. */
static void expand_state(struct cheapest_walk *walk, size_t place, size_t position)
{
    const struct cheapest_item *item = item_at(walk, place);
    const struct table_state state = walk->table->states[position];
    cheapest_key_unpack(&walk->keys, place, state.key, &walk->now);
    uint32_t leads = cheapest_table_leads(walk->table, item->count);
    walk->table->states[position].next = leads;
    for (unsigned k = 0; k < item->count; k++) {
        uint32_t to = follow(walk, place, k, state.reach + item->options[k].cost);
        walk->table->leads[leads + k] = to;
    }
}

/* Makes all states behind those of one layer; false when they are too many. */
static bool expand(struct cheapest_walk *walk, size_t place, size_t limit)
{
    size_t first = walk->layers[place], end = walk->layers[place + 1];
    struct beam beam = beam_of(walk, first, end);
    for (size_t i = first; i < end; i++) {
        const struct table_state *state = &walk->table->states[i];
        if (!is_open(walk, state)) {
            leave_out(walk, state);
        } else if (is_in(walk, &beam, state)) {
            if (walk->table->count > limit) {
                return false;
            }
            expand_state(walk, place, i);
        }
    }
    return true;
}

/* The first layer: everything is still wanted. */
static void begin(struct cheapest_walk *walk)
{
    cheapest_table_clear(walk->table);
    cheapest_key_begin(&walk->keys, &walk->now);
    bool enough = cheapest_key_settle(&walk->keys, 0, &walk->now);
    table_key key = cheapest_key_pack(&walk->keys, 0, &walk->now);
    struct table_state *root = &walk->table->states[cheapest_table_state(walk->table, key)];
    root->reach = 0;
    root->rest = enough ? cheapest_rest_least(&walk->rest, &walk->keys, 0, &walk->now) : REST_NEVER;
    walk->layers[0] = 0;
    walk->layers[1] = 1;
}

static bool go_forwards(struct cheapest_walk *walk, size_t limit)
{
    begin(walk);
    for (size_t place = 0; place < walk->problem->count; place++) {
        cheapest_table_layer(walk->table);
        if (!expand(walk, place, limit)) {
            return false;
        }
        walk->layers[place + 2] = walk->table->count;
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

/* Settles a state from those behind it; one that leads nowhere costs REST_NEVER. */
static void settle(struct cheapest_walk *walk, const struct cheapest_item *item,
                   struct table_state *state)
{
    state->rest = REST_NEVER;
    for (unsigned k = 0; state->next != TABLE_NOWHERE && k < item->count; k++) {
        uint32_t to = walk->table->leads[state->next + k];
        if (to != TABLE_NOWHERE && walk->table->states[to].rest != REST_NEVER) {
            consider(state, &walk->table->states[to], &item->options[k], k);
        }
    }
}

static void go_backwards(struct cheapest_walk *walk)
{
    size_t count = walk->problem->count;
    for (size_t i = walk->layers[count]; i < walk->layers[count + 1]; i++) {
        struct table_state *state = &walk->table->states[i];
        bool open = is_open(walk, state);
        if (!open) {
            leave_out(walk, state);
        }
        state->rest = open ? 0 : REST_NEVER;
        state->ways = 1;
    }
    for (size_t place = count; place-- > 0;) {
        for (size_t i = walk->layers[place]; i < walk->layers[place + 1]; i++) {
            settle(walk, item_at(walk, place), &walk->table->states[i]);
        }
    }
}

/* Follows the options that were taken, from the beginning. */
static void read_choice(const struct cheapest_walk *walk, struct arena *arena,
                        struct walk_choice *choice)
{
    const struct table_state *state = &walk->table->states[0];
    *choice = (struct walk_choice){
        .cost = state->rest,
        .steps = state->steps,
        .ways = state->ways,
        .chosen = arena_get(arena, walk->problem->count + 1, 1),
        .states = walk->table->count,
    };
    for (size_t place = 0; place < walk->problem->count; place++) {
        choice->chosen[walk->order.items[place]] = state->option;
        state = &walk->table->states[walk->table->leads[state->next + state->option]];
    }
}

/* ---- the whole ---- */

bool cheapest_walk_open(struct cheapest_walk *walk, const struct cheapest_problem *problem,
                        const struct cheapest_tolls *tolls, bool by_pool,
                        struct cheapest_table *table, struct arena *arena)
{
    *walk = (struct cheapest_walk){.problem = problem, .table = table};
    cheapest_order_set(&walk->order, problem, by_pool, arena);
    if (!cheapest_key_open(&walk->keys, problem, &walk->order, arena)) {
        return false;
    }
    cheapest_rest_make(&walk->rest, problem, &walk->order, tolls, arena);
    walk->layers = arena_get(arena, problem->count + 2, sizeof *walk->layers);
    walk->now = cheapest_key_room(problem, arena);
    walk->then = cheapest_key_room(problem, arena);
    return true;
}

int64_t cheapest_walk_least(struct cheapest_walk *walk)
{
    begin(walk);
    return walk->table->states[0].rest;
}

enum walk_end cheapest_walk_look(struct cheapest_walk *walk, int64_t most, struct walk_beam beam,
                                 size_t limit, struct arena *arena, struct walk_choice *choice)
{
    walk->most = most;
    walk->beam = beam;
    walk->next = REST_NEVER;
    if (!go_forwards(walk, limit)) {
        return WALK_LONG;
    }
    go_backwards(walk);
    if (walk->table->states[0].rest == REST_NEVER) {
        return WALK_NOTHING;
    }
    read_choice(walk, arena, choice);
    return WALK_FOUND;
}
