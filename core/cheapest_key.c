#include "cheapest_key.h"

#include <string.h>

static const struct cheapest_item *item_at(const struct cheapest_keys *keys, size_t place)
{
    return &keys->problem->items[keys->order->items[place]];
}

static int64_t common_part(int64_t one, int64_t other)
{
    while (other != 0) {
        int64_t rest = one % other;
        one = other;
        other = rest;
    }
    return one;
}

/* ---- layers ---- */

static void set_groups(struct cheapest_keys *keys, struct arena *arena)
{
    size_t count = keys->problem->group_count;
    keys->begins = arena_get(arena, count + 1, sizeof *keys->begins);
    keys->ends = arena_get(arena, count + 1, sizeof *keys->ends);
    for (size_t place = keys->problem->count; place-- > 0;) {
        int group = item_at(keys, place)->group;
        if (group != CHEAPEST_FREE) {
            keys->begins[group] = place;
            keys->ends[group] = keys->ends[group] == 0 ? place + 1 : keys->ends[group];
        }
    }
}

/* The groups that are begun and not done. */
static void set_open(const struct cheapest_keys *keys, struct key_layer *layer, size_t place,
                     struct arena *arena)
{
    const struct cheapest_problem *problem = keys->problem;
    layer->open = arena_get(arena, problem->group_count + 1, sizeof *layer->open);
    for (size_t g = 0; g < problem->group_count; g++) {
        if (problem->group_needs[g] > 0 && keys->begins[g] < place && place < keys->ends[g]) {
            layer->open[layer->open_count++] = (int)g;
        }
    }
}

/* The pools that are begun and not done. */
static void set_pools(const struct cheapest_keys *keys, size_t place, struct arena *arena)
{
    const struct cheapest_problem *problem = keys->problem;
    struct key_layer *layer = &keys->layers[place];
    layer->pools = arena_get(arena, problem->pool_count + 1, sizeof *layer->pools);
    for (size_t p = 0; p < problem->pool_count; p++) {
        if (layer->coming[p] > 0 && layer->coming[p] < keys->layers[0].coming[p]) {
            layer->pools[layer->pool_count++] = (int)p;
        }
    }
}

/* From the last item back: what gains to come have in common, and what steps are to come. */
static void set_coming(struct cheapest_keys *keys, size_t place, struct arena *arena)
{
    const struct cheapest_problem *problem = keys->problem;
    struct key_layer *layer = &keys->layers[place];
    layer->group_parts = arena_get(arena, problem->group_count + 1, sizeof *layer->group_parts);
    layer->coming = arena_get(arena, problem->pool_count + 1, sizeof *layer->coming);
    if (place == problem->count) {
        return;
    }
    const struct key_layer *next = &keys->layers[place + 1];
    const struct cheapest_item *item = item_at(keys, place);
    layer->part = next->part;
    memcpy(layer->group_parts, next->group_parts, problem->group_count * sizeof(int64_t));
    memcpy(layer->coming, next->coming, problem->pool_count * sizeof(unsigned));
    for (unsigned k = 1; k < item->count; k++) {
        int64_t gain = item->options[k].gain;
        layer->part = common_part(layer->part, gain);
        if (item->group != CHEAPEST_FREE) {
            layer->group_parts[item->group] = common_part(layer->group_parts[item->group], gain);
        }
    }
    if (item->pool != CHEAPEST_FREE) {
        layer->coming[item->pool] += item->options[item->count - 1].steps;
    }
}

/* How many different needs there are, up to `need`. */
static uint64_t sizes_of(int64_t need, int64_t part)
{
    return part == 0 ? 1 : ((uint64_t)need + (uint64_t)part - 1) / (uint64_t)part + 1;
}

/* The largest number must fit. */
static bool fits(const struct cheapest_keys *keys, const struct key_layer *layer)
{
    const struct cheapest_problem *problem = keys->problem;
    table_key size = 2; /* whether something stays below */
    bool wide = __builtin_mul_overflow(size, sizes_of(problem->need, layer->part), &size);
    for (size_t i = 0; i < layer->open_count; i++) {
        int group = layer->open[i];
        uint64_t sizes = sizes_of(problem->group_needs[group], layer->group_parts[group]);
        wide = __builtin_mul_overflow(size, sizes, &size) || wide;
    }
    for (size_t i = 0; i < layer->pool_count; i++) {
        wide = __builtin_mul_overflow(size, (uint64_t)problem->pool_most + 1, &size) || wide;
    }
    return !wide;
}

bool cheapest_key_open(struct cheapest_keys *keys, const struct cheapest_problem *problem,
                       const struct cheapest_order *order, struct arena *arena)
{
    bool fit = true;
    *keys = (struct cheapest_keys){.problem = problem, .order = order};
    set_groups(keys, arena);
    keys->layers = arena_get(arena, problem->count + 1, sizeof *keys->layers);
    for (size_t place = problem->count + 1; place-- > 0;) {
        set_coming(keys, place, arena);
    }
    for (size_t place = 0; place <= problem->count; place++) {
        set_open(keys, &keys->layers[place], place, arena);
        set_pools(keys, place, arena);
        fit = fit && fits(keys, &keys->layers[place]);
    }
    return fit;
}

/* ---- wants ---- */

struct cheapest_wants cheapest_key_room(const struct cheapest_problem *problem, struct arena *arena)
{
    return (struct cheapest_wants){
        .groups = arena_get(arena, problem->group_count + 1, sizeof(int64_t)),
        .taken = arena_get(arena, problem->pool_count + 1, sizeof(unsigned)),
    };
}

void cheapest_key_begin(const struct cheapest_keys *keys, struct cheapest_wants *wants)
{
    wants->need = keys->problem->need;
    wants->below = false;
    memset(wants->taken, 0, keys->problem->pool_count * sizeof *wants->taken);
    for (size_t g = 0; g < keys->problem->group_count; g++) {
        wants->groups[g] = keys->problem->group_needs[g];
    }
}

/* The least sum of gains that is enough. */
static int64_t round_up(int64_t need, int64_t part)
{
    return part == 0 || need % part == 0 ? need : need - need % part + part;
}

bool cheapest_key_settle(const struct cheapest_keys *keys, size_t place,
                         struct cheapest_wants *wants)
{
    const struct key_layer *layer = &keys->layers[place];
    int64_t own = 0;
    for (size_t g = 0; g < keys->problem->group_count; g++) {
        if (wants->groups[g] > 0 && layer->group_parts[g] == 0) {
            return false;
        }
        wants->groups[g] = round_up(wants->groups[g], layer->group_parts[g]);
        own += wants->groups[g];
    }
    wants->need = wants->need <= own ? 0 : round_up(wants->need, layer->part);
    for (size_t p = 0; p < keys->problem->pool_count; p++) {
        if (keys->problem->pool_most - wants->taken[p] >= layer->coming[p]) {
            wants->taken[p] = 0;
        }
    }
    return wants->need == 0 || layer->part > 0;
}

table_key cheapest_key_pack(const struct cheapest_keys *keys, size_t place,
                            const struct cheapest_wants *wants)
{
    const struct cheapest_problem *problem = keys->problem;
    const struct key_layer *layer = &keys->layers[place];
    table_key key = layer->part == 0 ? 0 : (table_key)(wants->need / layer->part);
    for (size_t i = 0; i < layer->open_count; i++) {
        int group = layer->open[i];
        int64_t part = layer->group_parts[group];
        key = key * sizes_of(problem->group_needs[group], part) +
              (part == 0 ? 0 : (uint64_t)(wants->groups[group] / part));
    }
    for (size_t i = 0; i < layer->pool_count; i++) {
        key = key * ((uint64_t)problem->pool_most + 1) + wants->taken[layer->pools[i]];
    }
    return key * 2 + (wants->below ? 1 : 0);
}

/* Takes the last digit off a number. */
static uint64_t take_digit(table_key *key, uint64_t size)
{
    uint64_t digit = (uint64_t)(*key % size);
    *key /= size;
    return digit;
}

void cheapest_key_unpack(const struct cheapest_keys *keys, size_t place, table_key key,
                         struct cheapest_wants *wants)
{
    const struct cheapest_problem *problem = keys->problem;
    const struct key_layer *layer = &keys->layers[place];
    for (size_t g = 0; g < problem->group_count; g++) {
        wants->groups[g] = keys->begins[g] >= place ? problem->group_needs[g] : 0;
        wants->groups[g] = round_up(wants->groups[g], layer->group_parts[g]);
    }
    wants->below = take_digit(&key, 2) == 1;
    memset(wants->taken, 0, problem->pool_count * sizeof *wants->taken);
    for (size_t i = layer->pool_count; i-- > 0;) {
        wants->taken[layer->pools[i]] =
            (unsigned)take_digit(&key, (uint64_t)problem->pool_most + 1);
    }
    for (size_t i = layer->open_count; i-- > 0;) {
        int group = layer->open[i];
        int64_t part = layer->group_parts[group];
        wants->groups[group] =
            (int64_t)take_digit(&key, sizes_of(problem->group_needs[group], part)) * part;
    }
    wants->need = (int64_t)key * layer->part;
}
