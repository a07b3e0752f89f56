#include "function_cover.h"

#include "json.h"
#include "limit.h"

#include <stdlib.h>
#include <string.h>

/* A list that grows while it is read. */
struct growing {
    struct function_lines *list;
    size_t count, room;
};

static struct function_lines *next_function(struct growing *all, struct arena *arena)
{
    if (all->count == all->room) {
        size_t room = all->room == 0 ? 16 : all->room * 2;
        struct function_lines *list = arena_get(arena, room, sizeof *list);
        if (all->count > 0) {
            memcpy(list, all->list, all->count * sizeof *list);
        }
        all->list = list;
        all->room = room;
    }
    return &all->list[all->count++];
}

static void read_lines(struct json *json, struct arena *arena, struct function_lines *out)
{
    int64_t line = 0;
    size_t room = out->to < out->from ? 0 : (size_t)(out->to - out->from) + 1;
    int *lines = arena_get(arena, room + 1, sizeof *lines);
    json_array(json);
    while (json_item(json)) {
        if (json_integer(json, 0, LIMIT_SOURCE_BYTES + 1, &line) && out->count < room) {
            lines[out->count++] = (int)line;
        }
    }
    out->lines = lines;
}

static bool read_run(struct json *json, struct arena *arena, struct function_lines *out)
{
    bool *run = arena_get(arena, out->count + 1, sizeof *run);
    size_t count = 0;
    json_array(json);
    while (json_item(json)) {
        bool value = false;
        if (json_bool(json, &value) && count < out->count) {
            run[count++] = value;
        }
    }
    out->run = run;
    return count == out->count;
}

static bool read_function(struct json *json, struct arena *arena, struct function_lines *out)
{
    struct json_text key;
    int64_t number = 0;
    bool good = true;
    *out = (struct function_lines){.file = ""};
    json_object(json);
    while (good && json_key(json, &key)) {
        if (json_is(&key, "file")) {
            json_copy(json, SIZE_MAX, &out->file);
        } else if (json_is(&key, "lines")) {
            read_lines(json, arena, out);
        } else if (json_is(&key, "run")) {
            good = read_run(json, arena, out);
        } else {
            good = json_integer(json, 0, LIMIT_SOURCE_BYTES + 1, &number);
            *(json_is(&key, "from") ? &out->from : &out->to) = (int)number;
        }
    }
    return good && out->run != NULL;
}

/* In the order of files and lines: the worker finds them in the order of addresses. */
static int by_place(const void *one, const void *other)
{
    const struct function_lines *a = one, *b = other;
    int files = strcmp(a->file, b->file);
    return files != 0 ? files : a->from != b->from ? a->from - b->from : a->to - b->to;
}

static bool read_functions(struct json *json, struct arena *arena, struct function_cover *out)
{
    struct growing all = {NULL, 0, 0};
    bool good = true;
    json_array(json);
    while (good && json_item(json)) {
        good = read_function(json, arena, next_function(&all, arena));
    }
    if (good && all.count > 1) {
        qsort(all.list, all.count, sizeof *all.list, by_place);
    }
    out->functions = all.list;
    out->count = all.count;
    return good;
}

/* The place of a number by its key, or NULL. */
static int64_t *number_of(struct function_cover *out, const struct json_text *key)
{
    return json_is(key, "steps")         ? &out->steps
           : json_is(key, "total")       ? &out->total
           : json_is(key, "peak")        ? &out->peak
           : json_is(key, "values")      ? &out->values
           : json_is(key, "data")        ? &out->data
           : json_is(key, "cpu_ms")      ? &out->cpu_ms
           : json_is(key, "score_steps") ? &out->score_steps
                                         : NULL;
}

static bool read_report(const struct text *answer, struct arena *arena, struct function_cover *out)
{
    struct json json;
    struct json_text key;
    struct error ignored = {.kind = ERROR_NONE};
    bool good = true;
    json_open(&json, answer->bytes, answer->length, arena, NULL);
    json.value_limit = SIZE_MAX;
    json_object(&json);
    while (good && json_key(&json, &key)) {
        int64_t *number = number_of(out, &key);
        good = json_is(&key, "functions") ? read_functions(&json, arena, out)
               : number != NULL           ? json_integer(&json, 0, INT64_MAX, number)
                                          : false;
    }
    return json_end(&json, &ignored) && good;
}

bool function_cover_read(struct scorer *scorer, struct arena *arena, struct function_cover *out,
                         struct error *err)
{
    struct text answer = TEXT_EMPTY;
    *out = (struct function_cover){.count = 0};
    bool ok = scorer_report(scorer, &answer, err) &&
              (read_report(&answer, arena, out) || scorer_refuse(scorer, err));
    text_release(&answer);
    return ok;
}

void function_cover_count(const struct function_cover *cover, size_t *run, size_t *lines)
{
    *run = *lines = 0;
    for (size_t i = 0; i < cover->count; i++) {
        for (size_t k = 0; k < cover->functions[i].count; k++) {
            *run += cover->functions[i].run[k];
        }
        *lines += cover->functions[i].count;
    }
}

/* Appends the run of lines from `k` on that were not run; gives the position behind it. */
static size_t add_run(const struct function_lines *own, size_t k, struct text *out)
{
    size_t last = k;
    while (last + 1 < own->count && !own->run[last + 1]) {
        last++;
    }
    text_format(out, "%d", own->lines[k]);
    if (last > k) {
        text_format(out, "–%d", own->lines[last]);
    }
    return last + 1;
}

void function_cover_gaps(const struct function_cover *cover, struct text *out)
{
    const char *file = "";
    for (size_t i = 0; i < cover->count; i++) {
        const struct function_lines *own = &cover->functions[i];
        for (size_t k = 0; k < own->count;) {
            if (own->run[k]) {
                k++;
                continue;
            }
            bool same = strcmp(file, own->file) == 0;
            text_add(out, out->length == 0 ? "" : same ? ", " : "; ");
            text_format(out, "%s%s", same ? "" : own->file, same ? "" : ":");
            file = own->file;
            k = add_run(own, k, out);
        }
    }
}
