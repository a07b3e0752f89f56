#include "data.h"

#include "json.h"
#include "limit.h"

#include <stdlib.h>
#include <string.h>

static const char function_key[] = "@function";

static bool read_value(struct json *json, struct data *out);

static struct data *add_child(struct json *json, struct data *parent, struct data *last)
{
    struct data *child = arena_get(json->arena, 1, sizeof *child);
    child->parent = parent;
    child->position = parent->count++;
    if (last == NULL) {
        parent->first = child;
    } else {
        last->next = child;
    }
    return child;
}

static bool read_list(struct json *json, struct data *list)
{
    struct data *last = NULL;
    list->type = DATA_LIST;
    json_array(json);
    while (json_item(json)) {
        last = add_child(json, list, last);
        if (!read_value(json, last)) {
            return false;
        }
    }
    return true;
}

/* The worker writes keys in the order of their bytes, so one that comes twice is out of order. */
static bool read_record(struct json *json, struct data *record)
{
    struct data *last = NULL;
    struct json_text key;
    record->type = DATA_RECORD;
    json_object(json);
    while (json_key(json, &key)) {
        struct data *child = add_child(json, record, last);
        child->key = arena_copy(json->arena, key.bytes, key.length);
        if ((last != NULL && strcmp(last->key, child->key) >= 0) || !read_value(json, child)) {
            return false;
        }
        last = child;
    }
    if (record->count == 1 && strcmp(record->first->key, function_key) == 0) {
        record->type = DATA_FUNCTION;
    }
    return true;
}

/* Takes a text or the characters of a number. */
static bool read_text(struct json *json, struct data *out, bool number)
{
    struct json_text text;
    out->type = number ? DATA_NUMBER : DATA_TEXT;
    if (!(number ? json_number(json, &text) : json_string(json, &text))) {
        return false;
    }
    out->text = arena_copy(json->arena, text.bytes, text.length);
    return true;
}

static bool read_value(struct json *json, struct data *out)
{
    switch (json_peek(json)) {
    case JSON_TRUE:
    case JSON_FALSE:
        out->type = DATA_FLAG;
        return json_bool(json, &out->flag);
    case JSON_NUMBER:
        return read_text(json, out, true);
    case JSON_STRING:
        return read_text(json, out, false);
    case JSON_ARRAY:
        return read_list(json, out);
    case JSON_OBJECT:
        return read_record(json, out);
    case JSON_NULL:
    case JSON_BAD:
        break;
    }
    return false;
}

const struct data *data_read(const char *bytes, size_t length, struct arena *arena)
{
    struct json json;
    struct json_text key;
    struct error ignored = {.kind = ERROR_NONE};
    struct data *value = arena_get(arena, 1, sizeof *value);
    json_open(&json, bytes, length, arena, NULL);
    json.value_limit = LIMIT_PACK_VALUES + 1; /* and the object around */
    bool ok = json_object(&json) && json_key(&json, &key) && json_is(&key, "value") &&
              read_value(&json, value) && !json_key(&json, &key);
    return ok && json_end(&json, &ignored) ? value : NULL;
}

const struct data *data_get(const struct data *record, const char *key)
{
    if (record == NULL || record->type != DATA_RECORD) {
        return NULL;
    }
    for (const struct data *value = record->first; value != NULL; value = value->next) {
        if (value->key[0] == key[0] && strcmp(value->key, key) == 0) {
            return value;
        }
    }
    return NULL;
}

const char *data_text(const struct data *record, const char *key, const char *otherwise)
{
    const struct data *value = data_get(record, key);
    return value != NULL && value->type == DATA_TEXT ? value->text : otherwise;
}

bool data_fraction(const struct data *value, struct fraction *out)
{
    return value != NULL && (value->type == DATA_NUMBER || value->type == DATA_TEXT) &&
           fraction_parse(value->text, strlen(value->text), false, out);
}

bool data_whole(const struct data *value, int min, int max, int *out)
{
    struct fraction number;
    if (value == NULL || value->type != DATA_NUMBER || !data_fraction(value, &number) ||
        number.den != 1 || number.num < min || number.num > max) {
        return false;
    }
    *out = (int)number.num;
    return true;
}

int data_key_year(const struct data *value)
{
    const char *key = value->key == NULL ? "" : value->key;
    bool digits = strlen(key) == 4 && strspn(key, "0123456789") == 4;
    return digits ? (int)strtol(key, NULL, 10) : 0;
}

bool data_flag(const struct data *record, const char *key)
{
    const struct data *value = data_get(record, key);
    return value != NULL && value->type == DATA_FLAG && value->flag;
}

bool data_is_record(const struct data *value)
{
    return value->type == DATA_RECORD || (value->type == DATA_LIST && value->count == 0);
}

bool data_is_list(const struct data *value)
{
    return value->type == DATA_LIST;
}

const struct data *data_origin(const struct data *value)
{
    return value->origin == NULL ? value : value->origin;
}

const struct data *data_top(const struct data *value)
{
    while (value->parent != NULL) {
        value = value->parent;
    }
    return value;
}

/* The path of the value, appended to an `out` that holds nothing else. */
static void add_path(const struct data *value, struct text *out)
{
    if (value->parent == NULL) {
        return;
    }
    add_path(value->parent, out);
    if (value->key == NULL) {
        text_format(out, "[%zu]", value->position + 1);
    } else {
        text_format(out, "%s%s", out->length == 0 ? "" : ".", value->key);
    }
}

void data_path(const struct data *value, struct text *out)
{
    text_clear(out);
    add_path(value, out);
}
