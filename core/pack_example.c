#include "pack_example.h"

#include <limits.h>

static const char *text(const struct data *record, const char *key)
{
    return data_text(record, key, "");
}

/* The expected values of domains or aspects, in the instrument's order. */
static const char *const *expected(const struct data *values, const struct data_list *parts,
                                   struct arena *arena)
{
    const char **list = arena_get(arena, parts->count + 1, sizeof *list);
    for (size_t i = 0; i < parts->count; i++) {
        list[i] = data_text(values, text(parts->items[i], "id"), NULL);
    }
    return list;
}

/* The levels that an example gives, or NULL. */
static const int *levels_of(const struct data *example, size_t count, struct arena *arena)
{
    const struct data *given = data_get(example, "levels");
    if (given == NULL) {
        return NULL;
    }
    int *levels = arena_get(arena, count + 1, sizeof *levels);
    for (const struct data *each = given->first; each != NULL; each = each->next) {
        data_whole(each, 0, INT_MAX, &levels[each->position]);
    }
    return levels;
}

/* What an example gives, for each indicator: its level, or the value of its aspect. */
static const struct fraction *claims_of(const struct data *example, const int *levels,
                                        const struct instrument *instrument, struct arena *arena)
{
    const struct data *aspects = data_get(example, "aspects");
    struct fraction *claims = arena_get(arena, instrument->indicator_count + 1, sizeof *claims);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const char *aspect = instrument->aspects[instrument->indicators[i].aspect].id;
        claims[i] = fraction_whole(levels == NULL ? 0 : levels[i]);
        if (levels == NULL) {
            data_fraction(data_get(aspects, aspect), &claims[i]);
        }
    }
    return claims;
}

static struct pack_example read_example(const struct data *from,
                                        const struct declaration *declaration,
                                        const struct instrument *instrument, struct arena *arena)
{
    const struct data *expect = data_get(from, "expect");
    const int *levels = levels_of(from, instrument->indicator_count, arena);
    struct pack_example example = {
        .name = text(from, "case"),
        .agency = text(from, "agency"),
        .kind = text(from, "kind"),
        .basis = text(from, "basis"),
        .source = text(from, "source"),
        .note = text(from, "note"),
        .claims = claims_of(from, levels, instrument, arena),
        .levels = levels,
        .index = text(expect, "index"),
        .exact = text(expect, "exact"),
        .predicate = text(expect, "predicate"),
        .domains = expected(data_get(expect, "domains"), &declaration->domains, arena),
        .aspects = expected(data_get(expect, "aspects"), &declaration->aspects, arena),
        .tolerance = fraction_whole(0),
    };
    data_whole(data_get(from, "year"), 0, INT_MAX, &example.year);
    data_fraction(data_get(from, "tolerance"), &example.tolerance);
    return example;
}

const struct pack_example *pack_example_list(const struct declaration *declaration,
                                             const struct instrument *instrument,
                                             struct arena *arena, size_t *count)
{
    const struct data *all = declaration->examples;
    struct pack_example *list = arena_get(arena, all == NULL ? 1 : all->count + 1, sizeof *list);
    *count = 0;
    for (const struct data *each = all == NULL ? NULL : all->first; each != NULL;
         each = each->next) {
        list[(*count)++] = read_example(each, declaration, instrument, arena);
    }
    return list;
}
