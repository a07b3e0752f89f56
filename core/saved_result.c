#include "saved_result.h"

#include "json.h"
#include "limit.h"
#include "message.h"

#include <stdio.h>
#include <string.h>

/* A document being read. */
struct saving {
    struct json json;
    struct arena *arena;
    struct saved_result *out;
    size_t file_room, figure_room;
};

/* The keys whose values are figures. */
static bool is_figure(const struct json_text *key)
{
    static const char *const keys[] = {"value",    "exact",        "predicate", "given",
                                       "of",       "level",        "claimed",   "supported",
                                       "verified", "contribution", "weight",    "outcome"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (json_is(key, keys[i])) {
            return true;
        }
    }
    return false;
}

/* An array in the arena, large enough for one item more. */
static void *grown(struct saving *r, void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room) {
        return items;
    }
    *room = *room == 0 ? 64 : *room * 2;
    void *larger = arena_get(r->arena, *room, size);
    if (count > 0) {
        memcpy(larger, items, count * size);
    }
    return larger;
}

/* Takes a string as a text of ours. */
static bool take_text(struct saving *r, const char **out)
{
    return json_copy(&r->json, LIMIT_TEXT_BYTES, out);
}

static void add_figure(struct saving *r, const char *of, const struct json_text *key)
{
    struct saved_result *out = r->out;
    struct json_text raw;
    const char *text = "";
    if (json_peek(&r->json) == JSON_STRING) {
        (void)take_text(r, &text);
    } else if (json_skip(&r->json, &raw)) {
        text = arena_copy(r->arena, raw.bytes, raw.length);
    }
    out->figures = grown(r, out->figures, out->figure_count, &r->figure_room, sizeof *out->figures);
    out->figures[out->figure_count++] =
        (struct saved_figure){of, arena_copy(r->arena, key->bytes, key->length), text};
}

/* ---- the parts ---- */

/* {"name":…,"sha256":…} */
static void read_file(struct saving *r)
{
    struct saved_result *out = r->out;
    struct json_text key;
    struct pack_file file = {.name = NULL};
    json_object(&r->json);
    while (json_key(&r->json, &key)) {
        const char *sha256 = "";
        if (json_is(&key, "name")) {
            (void)take_text(r, &file.name);
        } else if (json_is(&key, "sha256")) {
            (void)take_text(r, &sha256);
            snprintf(file.sha256, sizeof file.sha256, "%s", sha256);
        } else {
            json_skip(&r->json, NULL);
        }
    }
    if (file.name != NULL) {
        out->files = grown(r, out->files, out->file_count, &r->file_room, sizeof *out->files);
        out->files[out->file_count++] = file;
    }
}

static void read_rules(struct saving *r)
{
    struct json_text key;
    json_object(&r->json);
    while (json_key(&r->json, &key)) {
        if (json_is(&key, "id")) {
            (void)take_text(r, &r->out->rules);
        } else if (json_is(&key, "sha256")) {
            (void)take_text(r, &r->out->sha256);
        } else if (json_is(&key, "files")) {
            json_array(&r->json);
            while (json_item(&r->json)) {
                read_file(r);
            }
        } else {
            json_skip(&r->json, NULL);
        }
    }
}

/* One member of an object, as a text; the others are passed over. */
static void read_member(struct saving *r, const char *name, const char **out)
{
    struct json_text key;
    json_object(&r->json);
    while (json_key(&r->json, &key)) {
        if (json_is(&key, name)) {
            (void)take_text(r, out);
        } else {
            json_skip(&r->json, NULL);
        }
    }
}

static void read_assessment(struct saving *r)
{
    struct json_text key;
    int64_t year = 0;
    json_object(&r->json);
    while (json_key(&r->json, &key)) {
        if (json_is(&key, "agency")) {
            read_member(r, "name", &r->out->agency);
        } else if (json_is(&key, "year")) {
            json_integer(&r->json, 0, LIMIT_YEAR, &year);
        } else if (json_is(&key, "sha256")) {
            (void)take_text(r, &r->out->assessment);
        } else {
            json_skip(&r->json, NULL);
        }
    }
    r->out->year = (int)year;
}

/* ---- figures ---- */

/* The figures of an index, which is called `of`. */
static void read_index(struct saving *r, const char *of)
{
    struct json_text key;
    json_object(&r->json);
    while (json_key(&r->json, &key)) {
        if (is_figure(&key)) {
            add_figure(r, of, &key);
        } else {
            json_skip(&r->json, NULL);
        }
    }
}

static void read_indexes(struct saving *r)
{
    struct json_text key;
    json_object(&r->json);
    while (json_key(&r->json, &key)) {
        read_index(r, arena_format(r->arena, "indexes.%.*s", (int)key.length, key.bytes));
    }
}

static void read_list(struct saving *r);

/* A domain, an aspect or an indicator, with what is inside it. */
static void read_node(struct saving *r)
{
    struct json_text key;
    const char *id = "";
    json_object(&r->json);
    while (json_key(&r->json, &key)) {
        if (json_is(&key, "id")) {
            (void)take_text(r, &id);
        } else if (json_is(&key, "aspects") || json_is(&key, "indicators")) {
            read_list(r);
        } else if (is_figure(&key)) {
            add_figure(r, id, &key);
        } else {
            json_skip(&r->json, NULL);
        }
    }
}

static void read_list(struct saving *r)
{
    json_array(&r->json);
    while (json_item(&r->json)) {
        read_node(r);
    }
}

/* ---- the whole ---- */

static void read_format(struct saving *r)
{
    const char *format = "";
    if (take_text(r, &format) && strcmp(format, "spbe-report/1") != 0) {
        json_fail(&r->json, M_SAVED_FORMAT, format);
    }
}

static void read_basis(struct saving *r)
{
    const char *word = "";
    if (take_text(r, &word)) {
        r->out->basis = evaluation_basis(word);
    }
}

static void read_part(struct saving *r, const struct json_text *key)
{
    if (json_is(key, "format")) {
        read_format(r);
    } else if (json_is(key, "engine")) {
        read_member(r, "version", &r->out->engine);
    } else if (json_is(key, "rules")) {
        read_rules(r);
    } else if (json_is(key, "assessment")) {
        read_assessment(r);
    } else if (json_is(key, "basis")) {
        read_basis(r);
    } else if (json_is(key, "index")) {
        read_index(r, "index");
    } else if (json_is(key, "indexes")) {
        read_indexes(r);
    } else if (json_is(key, "domains") || json_is(key, "aspects")) {
        read_list(r);
    } else {
        json_skip(&r->json, NULL);
    }
}

/* Names the first part that a result cannot do without. */
static const char *missing_part(const struct saved_result *out)
{
    return out->rules == NULL || out->sha256 == NULL || out->file_count == 0 ? "rules"
           : out->assessment == NULL                                         ? "assessment"
           : out->basis == BASIS_COUNT                                       ? "basis"
           : out->figure_count == 0                                          ? "index"
                                                                             : NULL;
}

bool saved_result_read(const char *bytes, size_t length, const char *name, struct arena *arena,
                       struct saved_result *out, struct error *err)
{
    struct saving r = {.arena = arena, .out = out};
    struct json_text key;
    *out = (struct saved_result){.engine = "", .agency = "", .basis = BASIS_COUNT};
    json_open(&r.json, bytes, length, arena, name);
    json_object(&r.json);
    while (json_key(&r.json, &key)) {
        read_part(&r, &key);
    }
    if (!json_end(&r.json, err)) {
        return false;
    }
    const char *missing = missing_part(out);
    return missing == NULL || error_set(err, M_SAVED_PART, name, missing);
}

const struct saved_figure *saved_result_figure(const struct saved_result *result, const char *of,
                                               const char *key, size_t *guess)
{
    for (size_t k = 0; k < result->figure_count; k++) {
        size_t i = (*guess + k) % result->figure_count;
        const struct saved_figure *figure = &result->figures[i];
        if (strcmp(figure->of, of) == 0 && strcmp(figure->key, key) == 0) {
            *guess = i + 1;
            return figure;
        }
    }
    return NULL;
}
