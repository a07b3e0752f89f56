#include "rollup.h"

#include "memory.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROWS = 16, FIRST_SLOTS = 256 };

/* ---- units --------------------------------------------------------------------------------------- */

size_t rollup_unit(const struct instrument *instrument, enum rollup_part part, size_t position)
{
    const size_t before[] = {0, 1, 1 + instrument->domain_count,
                             1 + instrument->domain_count + instrument->aspect_count};
    return before[part] + position;
}

size_t rollup_unit_count(const struct instrument *instrument)
{
    return rollup_unit(instrument, ROLLUP_INDICATOR, instrument->indicator_count);
}

struct fraction rollup_value(const struct rollup_group *group, const struct rollup_row *row,
                             size_t unit, bool *given)
{
    *given = (row->values[unit] & 1) != 0;
    return group->distinct[row->values[unit] >> 1];
}

/* ---- different values ---------------------------------------------------------------------------- */

static size_t hash_of(struct fraction value)
{
    uint64_t mixed = (uint64_t)value.num * UINT64_C(0x9E3779B97F4A7C15) ^
                     (uint64_t)value.den * UINT64_C(0xC2B2AE3D27D4EB4F);
    return (size_t)(mixed ^ mixed >> 29);
}

/* The slot that holds a value, or the free one where it belongs. */
static uint32_t *find_slot(const struct rollup_group *group, struct fraction value)
{
    size_t i = hash_of(value) & (group->slot_count - 1);
    while (group->slots[i] != 0) {
        struct fraction held = group->distinct[group->slots[i] - 1];
        if (held.num == value.num && held.den == value.den) {
            break;
        }
        i = (i + 1) & (group->slot_count - 1);
    }
    return &group->slots[i];
}

/* Doubles the slots, and the room for values with them. */
static void grow_slots(struct rollup_group *group)
{
    group->slot_count = group->slot_count == 0 ? FIRST_SLOTS : group->slot_count * 2;
    free(group->slots);
    group->slots = memory_zero(group->slot_count, sizeof *group->slots);
    group->distinct =
        memory_resize(group->distinct, group->slot_count / 2 + 1, sizeof *group->distinct);
    for (size_t i = 0; i < group->distinct_count; i++) {
        *find_slot(group, group->distinct[i]) = (uint32_t)(i + 1);
    }
}

/* The number of a value among those that occur in the group. */
static uint32_t number_of(struct rollup_group *group, struct fraction value)
{
    if (group->distinct_count * 2 >= group->slot_count) {
        grow_slots(group);
    }
    uint32_t *slot = find_slot(group, value);
    if (*slot == 0) {
        group->distinct[group->distinct_count++] = value;
        *slot = (uint32_t)group->distinct_count;
    }
    return *slot - 1;
}

/* ---- adding -------------------------------------------------------------------------------------- */

void rollup_open(struct rollup *rollup)
{
    *rollup = (struct rollup){.arena = ARENA_EMPTY};
}

void rollup_close(struct rollup *rollup)
{
    for (size_t i = 0; i < rollup->count; i++) {
        free(rollup->groups[i]->rows);
        free(rollup->groups[i]->distinct);
        free(rollup->groups[i]->slots);
    }
    free(rollup->groups);
    arena_release(&rollup->arena);
    rollup_open(rollup);
}

static bool is_group(const struct rollup_group *group, const struct instrument *instrument,
                     int year)
{
    return group != NULL && group->instrument == instrument && group->year == year;
}

/* The group of an instrument and a year, made when it is the first. */
static struct rollup_group *group_of(struct rollup *rollup, const struct instrument *instrument,
                                     int year)
{
    struct rollup_group *found = rollup->last;
    for (size_t i = 0; !is_group(found, instrument, year); i++) {
        if (i == rollup->count) {
            found = arena_get(&rollup->arena, 1, sizeof *found);
            found->instrument = instrument;
            found->year = year;
            rollup->groups =
                memory_resize(rollup->groups, rollup->count + 1, sizeof(struct rollup_group *));
            rollup->groups[rollup->count++] = found;
        } else {
            found = rollup->groups[i];
        }
    }
    return rollup->last = found;
}

static struct rollup_row *new_row(struct rollup_group *group)
{
    if (group->count == group->room) {
        group->room = group->room == 0 ? FIRST_ROWS : group->room * 2;
        group->rows = memory_resize(group->rows, group->room, sizeof *group->rows);
    }
    struct rollup_row *row = &group->rows[group->count];
    *row = (struct rollup_row){.position = group->count};
    group->count++;
    return row;
}

static uint32_t encode(struct rollup_group *group, struct fraction value, bool given)
{
    return number_of(group, value) << 1 | (given ? 1U : 0U);
}

/* The values of all units. */
static const uint32_t *encode_all(struct rollup *rollup, struct rollup_group *group,
                                  const struct evaluation *evaluation)
{
    const struct instrument *instrument = evaluation->instrument;
    enum basis basis = evaluation->main;
    const struct index_value *index = &evaluation->index[basis];
    uint32_t *values = arena_get(&rollup->arena, rollup_unit_count(instrument), sizeof *values);
    uint32_t *at = values;
    *at++ = encode(group, index->exact, index->given == index->of);
    for (size_t i = 0; i < instrument->domain_count; i++) {
        const struct group *domain = &evaluation->domains[i];
        *at++ = encode(group, domain->value[basis], domain->given[basis] == domain->of);
    }
    for (size_t i = 0; i < instrument->aspect_count; i++) {
        const struct group *aspect = &evaluation->aspects[i];
        *at++ = encode(group, aspect->value[basis], aspect->given[basis] == aspect->of);
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct rated *rated = &evaluation->ratings[i].on[basis];
        *at++ = encode(group, rated->value, rated->given);
    }
    return values;
}

void rollup_add(struct rollup *rollup, const struct evaluation *evaluation, const char *name)
{
    const struct assessment *assessment = evaluation->assessment;
    const struct index_value *index = &evaluation->index[evaluation->main];
    struct rollup_group *group = group_of(rollup, evaluation->instrument, assessment->year);
    struct rollup_row *row = new_row(group);
    bool named = assessment->agency[0] != '\0';
    row->agency = arena_string(&rollup->arena, named ? assessment->agency : name);
    row->sha256 = arena_string(&rollup->arena, assessment->sha256);
    row->kind = assessment->kind;
    row->basis = evaluation->main;
    row->given = index->given;
    row->of = index->of;
    row->band = index->band;
    row->index = index->exact;
    row->values = encode_all(rollup, group, evaluation);
    group->bases[row->basis]++;
    group->complete += row->given == row->of;
}

/* ---- the ranking --------------------------------------------------------------------------------- */

static int by_order(const struct rollup_row *one, const struct rollup_row *other)
{
    return one->position < other->position ? -1 : one->position > other->position;
}

static int by_name(const void *left, const void *right)
{
    const struct rollup_row *one = left, *other = right;
    int order = strcmp(one->agency, other->agency);
    order = order != 0 ? order : (int)one->kind - (int)other->kind;
    return order != 0 ? order : by_order(one, other);
}

static int by_index(const void *left, const void *right)
{
    const struct rollup_row *one = left, *other = right;
    int order = fraction_compare(other->index, one->index);
    return order != 0 ? order : by_name(left, right);
}

/* Finds the agencies that stand in the group more than once. */
static void mark_twice(struct rollup_group *group)
{
    qsort(group->rows, group->count, sizeof *group->rows, by_name);
    for (size_t i = 1; i < group->count; i++) {
        struct rollup_row *row = &group->rows[i];
        row->twice = strcmp(row->agency, row[-1].agency) == 0 && row->kind == row[-1].kind;
        group->twice += row->twice;
    }
}

static void rank(struct rollup_group *group)
{
    mark_twice(group);
    qsort(group->rows, group->count, sizeof *group->rows, by_index);
    for (size_t i = 0; i < group->count; i++) {
        struct rollup_row *row = &group->rows[i];
        bool equal = i > 0 && fraction_compare(row->index, row[-1].index) == 0;
        row->rank = equal ? row[-1].rank : i + 1;
    }
}

/* ---- what stands behind it ----------------------------------------------------------------------- */

/* The different values of a group in rising order, and which of them a number is. */
struct scale {
    struct tally *tally, *given; /* by rank */
    uint32_t *rank_of;           /* by number */
    size_t length;
};

struct numbered {
    struct fraction value;
    uint32_t number;
};

static int by_value(const void *left, const void *right)
{
    const struct numbered *one = left, *other = right;
    return fraction_compare(one->value, other->value);
}

static void open_scale(struct scale *scale, const struct rollup_group *group)
{
    size_t length = group->distinct_count;
    struct numbered *sorted = memory_zero(length, sizeof *sorted);
    for (size_t i = 0; i < length; i++) {
        sorted[i] = (struct numbered){group->distinct[i], (uint32_t)i};
    }
    qsort(sorted, length, sizeof *sorted, by_value);
    scale->length = length;
    scale->tally = memory_zero(length, sizeof *scale->tally);
    scale->given = memory_zero(length, sizeof *scale->given);
    scale->rank_of = memory_zero(length, sizeof *scale->rank_of);
    for (size_t i = 0; i < length; i++) {
        scale->tally[i].value = scale->given[i].value = sorted[i].value;
        scale->rank_of[sorted[i].number] = (uint32_t)i;
    }
    free(sorted);
}

static void close_scale(struct scale *scale)
{
    free(scale->tally);
    free(scale->given);
    free(scale->rank_of);
}

/* Counts the values of a unit, of one kind of agencies or (KIND_NONE + 1) of all; gives back how many
 * were given. */
static size_t count_unit(struct scale *scale, const struct rollup_group *group, size_t unit,
                         int kind)
{
    size_t given = 0;
    for (size_t i = 0; i < scale->length; i++) {
        scale->tally[i].count = scale->given[i].count = 0;
    }
    for (size_t i = 0; i < group->count; i++) {
        const struct rollup_row *row = &group->rows[i];
        uint32_t rank = scale->rank_of[row->values[unit] >> 1];
        if (kind == KIND_NONE + 1 || (int)row->kind == kind) {
            scale->tally[rank].count++;
            scale->given[rank].count += row->values[unit] & 1;
            given += row->values[unit] & 1;
        }
    }
    return given;
}

static void summarise_units(struct rollup_group *group, struct scale *scale, struct arena *arena)
{
    size_t count = rollup_unit_count(group->instrument);
    group->units = arena_get(arena, count, sizeof *group->units);
    for (size_t i = 0; i < count; i++) {
        struct rollup_summary *unit = &group->units[i];
        unit->stat.given = count_unit(scale, group, i, KIND_NONE + 1);
        rollup_stat_fill(&unit->stat, scale->tally, scale->length);
        unit->mean_given = rollup_stat_mean(scale->given, scale->length);
    }
}

/* Counts the predicates of one kind or of all. */
static size_t *count_predicates(const struct rollup_group *group, int kind, struct arena *arena)
{
    size_t none = group->instrument->band_count;
    size_t *counts = arena_get(arena, none + 1, sizeof *counts);
    for (size_t i = 0; i < group->count; i++) {
        const struct rollup_row *row = &group->rows[i];
        if (kind == KIND_NONE + 1 || (int)row->kind == kind) {
            counts[row->band == NULL ? none : (size_t)(row->band - group->instrument->bands)]++;
        }
    }
    return counts;
}

static void summarise_kinds(struct rollup_group *group, struct scale *scale, struct arena *arena)
{
    size_t index = rollup_unit(group->instrument, ROLLUP_INDEX, 0);
    for (int kind = 0; kind <= KIND_NONE; kind++) {
        struct rollup_kind *entry = &group->kinds[group->kind_count];
        entry->kind = (enum kind)kind;
        entry->index.given = count_unit(scale, group, index, kind);
        rollup_stat_fill(&entry->index, scale->tally, scale->length);
        entry->predicates = count_predicates(group, kind, arena);
        group->kind_count += entry->index.count > 0;
    }
    group->predicates = count_predicates(group, KIND_NONE + 1, arena);
}

/* True when an indicator comes before another among the weakest. A mean that is not known comes last. */
static bool is_weaker(const struct rollup_group *group, size_t one, size_t other)
{
    const struct indicator *indicators = group->instrument->indicators;
    size_t first = rollup_unit(group->instrument, ROLLUP_INDICATOR, 0);
    struct maybe left = group->units[first + one].stat.mean;
    struct maybe right = group->units[first + other].stat.mean;
    if (left.given != right.given) {
        return left.given;
    }
    int order = left.given ? fraction_compare(left.value, right.value) : 0;
    if (order != 0) {
        return order < 0;
    }
    return indicators[one].units != indicators[other].units
               ? indicators[one].units > indicators[other].units
               : one < other;
}

static void sort_weakest(struct rollup_group *group, struct arena *arena)
{
    size_t count = group->instrument->indicator_count;
    group->weakest = arena_get(arena, count, sizeof *group->weakest);
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && is_weaker(group, i, group->weakest[at - 1]); at--) {
            group->weakest[at] = group->weakest[at - 1];
        }
        group->weakest[at] = i;
    }
}

static int by_rules(const void *left, const void *right)
{
    const struct rollup_group *one = *(struct rollup_group *const *)left;
    const struct rollup_group *other = *(struct rollup_group *const *)right;
    int order = strcmp(one->instrument->id, other->instrument->id);
    return order != 0 ? order : one->year - other->year;
}

void rollup_finish(struct rollup *rollup)
{
    for (size_t i = 0; i < rollup->count; i++) {
        struct rollup_group *group = rollup->groups[i];
        struct scale scale;
        rank(group);
        open_scale(&scale, group);
        summarise_units(group, &scale, &rollup->arena);
        summarise_kinds(group, &scale, &rollup->arena);
        sort_weakest(group, &rollup->arena);
        close_scale(&scale);
    }
    if (rollup->count > 1) {
        qsort(rollup->groups, rollup->count, sizeof(struct rollup_group *), by_rules);
    }
}
