#include "declaration.h"

#include <limits.h>
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

void declaration_flatten(struct declaration *declaration, struct arena *arena)
{
    declaration->aspects = children(&declaration->domains, "aspects", arena);
    declaration->indicators = children(&declaration->aspects, "indicators", arena);
    declaration->levels = children(&declaration->indicators, "levels", arena);
    declaration->criteria = children(&declaration->levels, "criteria", arena);
}

const struct data *declaration_owner(const struct data *value)
{
    return value->parent == NULL ? NULL : value->parent->parent;
}

const struct data *declaration_level(const struct declaration *declaration, const char *name)
{
    for (size_t i = 0; i < declaration->levels.count; i++) {
        const struct data *level = declaration->levels.items[i];
        const struct data *number = data_get(level, "level");
        const char *id = data_text(declaration_owner(level), "id", NULL);
        size_t length = id == NULL ? 0 : strlen(id);
        if (id != NULL && number != NULL && number->text != NULL &&
            strncmp(id, name, length) == 0 && name[length] == '.' &&
            strcmp(name + length + 1, number->text) == 0) {
            return level;
        }
    }
    return NULL;
}

bool declaration_means(const char *name, const char *criterion)
{
    while (*name != '\0' && *name == *criterion) {
        name++;
        criterion++;
    }
    return *name == '\0' && (*criterion == '\0' || *criterion == '.');
}

int declaration_whole(const struct declaration *declaration, const char *record, const char *key,
                      int otherwise)
{
    int number = otherwise;
    data_whole(data_get(data_get(declaration->pack, record), key), INT_MIN, INT_MAX, &number);
    return number;
}

struct dated declaration_years(const struct data *record)
{
    struct dated years = {0, 0};
    data_whole(data_get(record, "from"), 0, INT_MAX, &years.from);
    data_whole(data_get(record, "until"), 0, INT_MAX, &years.until);
    return years;
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
