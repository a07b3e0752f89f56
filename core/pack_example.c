#include "pack_example.h"

#include "text.h"

#include <limits.h>
#include <string.h>

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

/* The values expected of indicators, each slot by itself, in the instrument's order. */
static const char *const *expected_of_indicators(const struct data *values,
                                                 const struct instrument *instrument,
                                                 struct arena *arena)
{
    const char **list = arena_get(arena, instrument->indicator_count + 1, sizeof *list);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        list[i] = data_text(values, instrument->indicators[i].id, NULL);
    }
    return list;
}

/* What an example gives for each indicator, a level or a value; NULL when it does not. */
static const struct data *by_indicator(const struct data *example)
{
    const struct data *levels = data_get(example, "levels");
    return levels == NULL ? data_get(example, "values") : levels;
}

/* What an example gives, for each indicator: its level or value, or the value of its aspect. */
static const struct fraction *claims_of(const struct data *example,
                                        const struct instrument *instrument, struct arena *arena)
{
    const struct data *given = by_indicator(example);
    const struct data *aspects = data_get(example, "aspects");
    const struct data *each = given == NULL ? NULL : given->first;
    if (given == NULL && aspects == NULL) {
        return NULL;
    }
    struct fraction *claims = arena_get(arena, instrument->indicator_count + 1, sizeof *claims);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const char *aspect = instrument->aspects[instrument->indicators[i].aspect].id;
        claims[i] = fraction_whole(0);
        data_fraction(given == NULL ? data_get(aspects, aspect) : each, &claims[i]);
        each = each == NULL ? NULL : each->next;
    }
    return claims;
}

static string_list items_of(const struct data *example, struct arena *arena)
{
    const struct data *given = data_get(example, "items");
    const char **items = arena_get(arena, given == NULL ? 1 : given->count + 1, sizeof *items);
    const struct data *each = given == NULL ? NULL : given->first;
    for (; each != NULL; each = each->next) {
        items[each->position] = each->text;
    }
    return items;
}

static const struct example_measure *measures_of(const struct data *example, struct arena *arena,
                                                 size_t *count)
{
    const struct data *given = data_get(example, "measures");
    *count = given == NULL ? 0 : given->count;
    struct example_measure *list = arena_get(arena, *count + 1, sizeof *list);
    const struct data *each = given == NULL ? NULL : given->first;
    for (; each != NULL; each = each->next) {
        list[each->position].key = each->key;
        data_fraction(each, &list[each->position].value);
    }
    return list;
}

/* A flag for each criterion: whether the list at `key` names it. NULL without such a list. */
static const bool *flags_of(const struct data *example, const char *key,
                            const struct instrument *instrument, struct arena *arena)
{
    const struct data *list = data_get(example, key);
    if (list == NULL) {
        return NULL;
    }
    bool *flags = arena_get(arena, instrument->criterion_count + 1, sizeof *flags);
    struct name_index names = declaration_names(list, NULL, arena);
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        flags[c] = declaration_is_meant(&names, instrument->criteria[c].id);
    }
    return flags;
}

/* The expected values of indicators, in the instrument's order. */
static const char *const *values_of(const struct data *expect, const struct instrument *instrument,
                                    struct arena *arena)
{
    const struct data *values = data_get(expect, "values");
    const char **list = arena_get(arena, instrument->indicator_count + 1, sizeof *list);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        list[i] = data_text(values, instrument->indicators[i].id, NULL);
    }
    return list;
}

/* The indicators that an example leaves open; all slots of one that has some. */
static const bool *unanswered_of(const struct data *example, const struct instrument *instrument,
                                 struct arena *arena)
{
    const struct data *names = data_get(example, "unanswered");
    const struct data *each = names == NULL ? NULL : names->first;
    bool *open = arena_get(arena, instrument->indicator_count + 1, sizeof *open);
    for (; each != NULL; each = each->next) {
        for (size_t i = 0; i < instrument->indicator_count; i++) {
            const struct indicator *own = &instrument->indicators[i];
            const char *id = own->slot_of == NULL ? own->id : own->slot_of;
            open[i] = open[i] || strcmp(id, each->text) == 0;
        }
    }
    return open;
}

static struct pack_example read_example(const struct data *from,
                                        const struct declaration *declaration,
                                        const struct instrument *instrument, struct arena *arena)
{
    const struct data *expect = data_get(from, "expect");
    struct pack_example example = {
        .name = text(from, "case"),
        .agency = text(from, "agency"),
        .kind = text(from, "kind"),
        .basis = text(from, "basis"),
        .source = text(from, "source"),
        .note = text(from, "note"),
        .claims = claims_of(from, instrument, arena),
        .by_indicator = by_indicator(from) != NULL,
        .items = items_of(from, arena),
        .met = flags_of(from, "met", instrument, arena),
        .unanswered = unanswered_of(from, instrument, arena),
        .unproven = flags_of(from, "unproven", instrument, arena),
        .index = text(expect, "index"),
        .exact = text(expect, "exact"),
        .predicate = text(expect, "predicate"),
        .domains = expected(data_get(expect, "domains"), &declaration->domains, arena),
        .aspects = expected(data_get(expect, "aspects"), &declaration->aspects, arena),
        .indicators = expected_of_indicators(data_get(expect, "indicators"), instrument, arena),
        .values = values_of(expect, instrument, arena),
        .tolerance = fraction_whole(0),
    };
    example.measures = measures_of(from, arena, &example.measure_count);
    data_whole(data_get(from, "year"), 0, INT_MAX, &example.year);
    data_fraction(data_get(from, "tolerance"), &example.tolerance);
    return example;
}

/* The example that a published conversion is: one outside index, and the value of its indicator. */
static struct pack_example worked_example(const struct instrument *instrument, size_t indicator,
                                          const struct worked *worked, struct arena *arena)
{
    const struct conversion *conversion = instrument->indicators[indicator].conversion;
    struct example_measure *measure = arena_get(arena, 1, sizeof *measure);
    const char **values = arena_get(arena, instrument->indicator_count + 1, sizeof *values);
    struct text number = TEXT_EMPTY;
    *measure = (struct example_measure){conversion->input, worked->in};
    fraction_add_exact(&number, worked->out);
    values[indicator] = arena_string(arena, number.bytes);
    text_clear(&number);
    fraction_add_exact(&number, worked->in);
    struct pack_example example = {
        .name = arena_format(arena, "%s conversion.worked: %s %s",
                             instrument->indicators[indicator].id, conversion->input, number.bytes),
        .agency = "",
        .kind = "",
        .basis = "",
        .source = conversion->basis,
        .note = "",
        .year = instrument->year_last,
        .items = arena_get(arena, 1, sizeof(const char *)),
        .measures = measure,
        .measure_count = 1,
        .index = "",
        .exact = "",
        .predicate = "",
        .domains = arena_get(arena, instrument->domain_count + 1, sizeof(const char *)),
        .aspects = arena_get(arena, instrument->aspect_count + 1, sizeof(const char *)),
        .indicators = arena_get(arena, instrument->indicator_count + 1, sizeof(const char *)),
        .values = values,
        .tolerance = fraction_whole(0),
    };
    text_release(&number);
    return example;
}

static size_t count_worked(const struct instrument *instrument)
{
    size_t count = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct conversion *conversion = instrument->indicators[i].conversion;
        count += conversion == NULL ? 0 : conversion->worked_count;
    }
    return count;
}

const struct pack_example *pack_example_list(const struct declaration *declaration,
                                             const struct instrument *instrument,
                                             struct arena *arena, size_t *count)
{
    const struct data *all = declaration->examples;
    size_t most = (all == NULL ? 0 : all->count) + count_worked(instrument);
    struct pack_example *list = arena_get(arena, most + 1, sizeof *list);
    *count = 0;
    for (const struct data *each = all == NULL ? NULL : all->first; each != NULL;
         each = each->next) {
        list[(*count)++] = read_example(each, declaration, instrument, arena);
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct conversion *conversion = instrument->indicators[i].conversion;
        for (size_t w = 0; conversion != NULL && w < conversion->worked_count; w++) {
            list[(*count)++] = worked_example(instrument, i, &conversion->worked[w], arena);
        }
    }
    return list;
}
