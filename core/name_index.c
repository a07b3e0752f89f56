#include "name_index.h"

#include <stdlib.h>
#include <string.h>

void name_index_init(struct name_index *index, size_t most, struct arena *arena)
{
    *index = (struct name_index){arena_get(arena, most + 1, sizeof(struct named)), 0};
}

void name_index_add(struct name_index *index, const char *name, const struct data *value)
{
    if (name != NULL) {
        index->list[index->count] = (struct named){name, value, index->count};
        index->count++;
    }
}

static int compare(const void *one, const void *other)
{
    const struct named *a = one;
    const struct named *b = other;
    int order = strcmp(a->name, b->name);
    return order != 0 ? order : a->position < b->position ? -1 : 1;
}

void name_index_sort(struct name_index *index)
{
    if (index->count > 1) {
        qsort(index->list, index->count, sizeof *index->list, compare);
    }
}

/* How `length` bytes of a name, with `next` behind them, compare with the beginning of another. */
static int compare_part(const char *part, size_t length, char next, const char *name)
{
    int order = strncmp(part, name, length);
    if (order != 0) {
        return order;
    }
    return (int)(unsigned char)next - (int)(unsigned char)name[length];
}

/* The first entry that is not before `length` bytes of a name with `next` behind them. */
static const struct named *lower(const struct name_index *index, const char *part, size_t length,
                                 char next)
{
    size_t low = 0, high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_part(part, length, next, index->list[middle].name) > 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const struct named *found = low < index->count ? &index->list[low] : NULL;
    bool same = found != NULL && compare_part(part, length, next, found->name) == 0;
    return same ? found : NULL;
}

const struct named *name_index_find(const struct name_index *index, const char *name)
{
    return lower(index, name, strlen(name), '\0');
}

const struct named *name_index_find_part(const struct name_index *index, const char *name,
                                         size_t length)
{
    return lower(index, name, length, '\0');
}

bool name_index_begins(const struct name_index *index, const char *begin, char next)
{
    return lower(index, begin, strlen(begin), next) != NULL;
}
