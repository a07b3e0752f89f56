#include "graft.h"

#include <assert.h>
#include <string.h>

/* Trees are read-only to everybody else; the values of a copy are this module's own. */
static struct data *own(const struct data *value)
{
    assert(value == NULL || value->origin != NULL);
    return (struct data *)(uintptr_t)value;
}

static struct data *copy(const struct data *value, const struct data *parent, struct arena *arena)
{
    struct data *made = arena_get(arena, 1, sizeof *made);
    *made = *value;
    made->origin = data_origin(value);
    made->parent = parent;
    made->first = NULL;
    made->next = NULL;
    struct data *last = NULL;
    for (const struct data *each = value->first; each != NULL; each = each->next) {
        struct data *child = copy(each, made, arena);
        if (last == NULL) {
            made->first = child;
        } else {
            last->next = child;
        }
        last = child;
    }
    return made;
}

const struct data *graft_copy(const struct data *value, struct arena *arena)
{
    return value == NULL ? NULL : copy(value, NULL, arena);
}

struct data graft_flag(bool flag, const struct data *origin)
{
    return (struct data){.type = DATA_FLAG, .flag = flag, .origin = origin};
}

struct data graft_number(const char *text, const struct data *origin)
{
    return (struct data){.type = DATA_NUMBER, .text = text, .origin = origin};
}

struct data graft_function(const char *name, const struct data *origin, struct arena *arena)
{
    struct data *inside = arena_get(arena, 1, sizeof *inside);
    *inside = (struct data){.type = DATA_TEXT, .text = name, .key = origin->first->key};
    return (struct data){
        .type = DATA_FUNCTION, .first = inside, .count = 1, .origin = data_origin(origin)};
}

/* Counts the values inside anew after one came or went. */
static void renumber(struct data *parent)
{
    parent->count = 0;
    for (const struct data *each = parent->first; each != NULL; each = each->next) {
        own(each)->position = parent->count++;
    }
}

/* Puts `child` behind `before`, or first. */
static void link_behind(struct data *parent, struct data *before, struct data *child)
{
    child->parent = parent;
    child->next = before == NULL ? parent->first : before->next;
    if (before == NULL) {
        parent->first = child;
    } else {
        before->next = child;
    }
    renumber(parent);
}

/* The last field whose name comes before `key`, or NULL. Fields are in the order of their bytes. */
static struct data *field_before(const struct data *record, const char *key)
{
    const struct data *before = NULL;
    for (const struct data *each = record->first; each != NULL && strcmp(each->key, key) < 0;
         each = each->next) {
        before = each;
    }
    return own(before);
}

const struct data *graft_put(const struct data *record, const char *key, const struct data *value,
                             unsigned change, struct arena *arena)
{
    struct data *parent = own(record);
    graft_drop(record, key);
    struct data *made = copy(value, parent, arena);
    made->key = arena_string(arena, key);
    made->change = change;
    parent->type = DATA_RECORD; /* an empty table was taken for a list */
    link_behind(parent, field_before(record, key), made);
    return made;
}

void graft_drop(const struct data *record, const char *key)
{
    const struct data *there = data_get(record, key);
    if (there == NULL) {
        return;
    }
    struct data *parent = own(record);
    struct data *before = field_before(record, key);
    if (before == NULL) {
        parent->first = there->next;
    } else {
        before->next = there->next;
    }
    renumber(parent);
}

const struct data *graft_insert(const struct data *list, size_t position, const struct data *origin,
                                unsigned change, struct arena *arena)
{
    struct data *before = NULL;
    assert(data_is_list(list) && position <= list->count);
    for (size_t i = 0; i < position; i++) {
        before = own(before == NULL ? list->first : before->next);
    }
    struct data *made = arena_get(arena, 1, sizeof *made);
    *made = (struct data){.type = DATA_RECORD, .origin = data_origin(origin), .change = change};
    link_behind(own(list), before, made);
    return made;
}

void graft_mark(const struct data *record, const struct data *origin, unsigned change)
{
    own(record)->origin = data_origin(origin);
    own(record)->change = change;
}

const struct data *graft_newest(const struct data *value)
{
    const struct data *newest = value->change == 0 ? NULL : value;
    for (const struct data *each = value->first; each != NULL; each = each->next) {
        const struct data *inside = graft_newest(each);
        if (inside != NULL && (newest == NULL || inside->change >= newest->change)) {
            newest = inside;
        }
    }
    return newest;
}
