#include "declaration.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* Calls for each record in the list `key` of each parent: counts them, or puts them into `out`. */
static size_t gather(const struct data_list *parents, const char *key, const struct data **out)
{
    size_t count = 0;
    for (size_t i = 0; i < parents->count; i++) {
        const struct data *list = data_get(parents->items[i], key);
        const struct data *each = list != NULL && data_is_list(list) ? list->first : NULL;
        for (; each != NULL; each = each->next) {
            if (each->type != DATA_RECORD) {
                continue;
            }
            if (out != NULL) {
                out[count] = each;
            }
            count++;
        }
    }
    return count;
}

static struct data_list children(const struct data_list *parents, const char *key,
                                 struct arena *arena)
{
    struct data_list list = {.items = NULL, .count = gather(parents, key, NULL)};
    list.items = arena_get(arena, list.count + 1, sizeof(const struct data *));
    gather(parents, key, list.items);
    return list;
}

/* The ids of a flat list. */
static struct name_index ids_of(const struct data_list *list, struct arena *arena)
{
    struct name_index index;
    name_index_init(&index, list->count, arena);
    for (size_t i = 0; i < list->count; i++) {
        name_index_add(&index, data_text(list->items[i], "id", NULL), list->items[i]);
    }
    name_index_sort(&index);
    return index;
}

/* "I05.2" for each level; a level that cannot be called so keeps its position under no name. */
static struct name_index level_ids(const struct data_list *levels, struct arena *arena)
{
    struct name_index index;
    name_index_init(&index, levels->count, arena);
    for (size_t i = 0; i < levels->count; i++) {
        const char *indicator = data_text(declaration_owner(levels->items[i]), "id", NULL);
        const struct data *number = data_get(levels->items[i], "level");
        bool called = indicator != NULL && number != NULL && number->text != NULL;
        name_index_add(&index, called ? arena_format(arena, "%s.%s", indicator, number->text) : "",
                       levels->items[i]);
    }
    name_index_sort(&index);
    return index;
}

/* The names of a table's fields. */
static struct name_index keys_of(const struct data *record, struct arena *arena)
{
    struct name_index index;
    bool named = record != NULL && record->type == DATA_RECORD;
    name_index_init(&index, named ? record->count : 0, arena);
    for (const struct data *each = named ? record->first : NULL; each != NULL; each = each->next) {
        name_index_add(&index, each->key, each);
    }
    name_index_sort(&index);
    return index;
}

struct name_index declaration_names(const struct data *list, const char *key, struct arena *arena)
{
    struct name_index index;
    bool listed = list != NULL && data_is_list(list);
    name_index_init(&index, listed ? list->count : 0, arena);
    for (const struct data *each = listed ? list->first : NULL; each != NULL; each = each->next) {
        bool text = key == NULL && each->type == DATA_TEXT;
        name_index_add(&index,
                       text          ? each->text
                       : key == NULL ? NULL
                                     : data_text(each, key, NULL),
                       each);
    }
    name_index_sort(&index);
    return index;
}

/* Indicators, each slot counted by itself. */
static size_t scored(const struct data_list *indicators)
{
    size_t count = 0;
    for (size_t i = 0; i < indicators->count; i++) {
        const struct data *slots = declaration_slots(indicators->items[i]);
        count += slots == NULL ? 1 : slots->count;
    }
    return count;
}

void declaration_flatten(struct declaration *declaration, struct arena *arena)
{
    bool loose = declaration->domains.count == 0 && declaration->loose.count > 0;
    declaration->aspects =
        loose ? declaration->loose : children(&declaration->domains, "aspects", arena);
    declaration->indicators = children(&declaration->aspects, "indicators", arena);
    declaration->levels = children(&declaration->indicators, "levels", arena);
    declaration->criteria = children(&declaration->levels, "criteria", arena);
    declaration->scored = scored(&declaration->indicators);
    declaration->domain_ids = ids_of(&declaration->domains, arena);
    declaration->aspect_ids = ids_of(&declaration->aspects, arena);
    declaration->indicator_ids = ids_of(&declaration->indicators, arena);
    declaration->criterion_ids = ids_of(&declaration->criteria, arena);
    declaration->level_ids = level_ids(&declaration->levels, arena);
    declaration->document_ids =
        declaration_names(data_get(declaration->pack, "legal_basis"), "id", arena);
    declaration->kinds = keys_of(data_get(declaration->pack, "level_names"), arena);
}

const struct data *declaration_owner(const struct data *value)
{
    return value->parent == NULL ? NULL : value->parent->parent;
}

const struct data *declaration_slots(const struct data *indicator)
{
    const struct data *slots = data_get(indicator, "slots");
    return slots != NULL && slots->type == DATA_LIST && slots->count > 0 ? slots : NULL;
}

bool declaration_is_meant(const struct name_index *names, const char *criterion)
{
    const char *point = strchr(criterion, '.');
    while (point != NULL) {
        if (name_index_find_part(names, criterion, (size_t)(point - criterion)) != NULL) {
            return true;
        }
        point = strchr(point + 1, '.');
    }
    return name_index_find(names, criterion) != NULL;
}

bool declaration_means_any(const struct declaration *declaration, const char *name)
{
    return name_index_find(&declaration->criterion_ids, name) != NULL ||
           name_index_begins(&declaration->criterion_ids, name, '.');
}

int declaration_whole(const struct declaration *declaration, const char *record, const char *key,
                      int otherwise)
{
    int number = otherwise;
    data_whole(data_get(data_get(declaration->pack, record), key), INT_MIN, INT_MAX, &number);
    return number;
}

bool declaration_bands_rise(const struct declaration *declaration)
{
    const struct data *bands = data_get(declaration->pack, "predicates");
    const struct data *first = bands == NULL || !data_is_list(bands) ? NULL : bands->first;
    struct fraction one, other;
    return first != NULL && first->next != NULL && data_fraction(data_get(first, "min"), &one) &&
           data_fraction(data_get(first->next, "min"), &other) && fraction_compare(one, other) < 0;
}

const char *declaration_level_name(const struct declaration *declaration, int number)
{
    char key[16];
    snprintf(key, sizeof key, "%d", number);
    return data_text(data_get(declaration->pack, "level_names"), key, NULL);
}

struct dated declaration_years(const struct data *record)
{
    struct dated years = {0, 0};
    if (data_flag(record, "withdrawn")) {
        return (struct dated){DECLARATION_NEVER, 0};
    }
    data_whole(data_get(record, "from"), 0, INT_MAX, &years.from);
    data_whole(data_get(record, "until"), 0, INT_MAX, &years.until);
    return years;
}

bool declaration_kinds(const char *word, unsigned *kinds)
{
    static const struct {
        const char *word;
        unsigned kinds;
    } rows[] = {{"kementerian", 1U << 0},    {"lembaga", 1U << 1}, {"provinsi", 1U << 2},
                {"kabupaten", 1U << 3},      {"kota", 1U << 4},    {"lainnya", 1U << 5},
                {"pusat", 1U << 0 | 1U << 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].word, word) == 0) {
            *kinds |= rows[i].kinds;
            return true;
        }
    }
    return false;
}

bool declaration_common(int64_t *parts, int64_t den)
{
    int64_t a = *parts, b = den;
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    if (den / a > DECLARATION_PARTS / *parts) {
        return false;
    }
    *parts *= den / a;
    return true;
}
