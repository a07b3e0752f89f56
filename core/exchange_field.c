#include "exchange_field.h"

#include "limit.h"
#include "message.h"

#include <string.h>

void *exchange_list_add(struct reader *reader, struct list *list, size_t size)
{
    if (list->count == list->capacity) {
        size_t capacity = list->capacity == 0 ? 4 : list->capacity * 2;
        void *rows = arena_get(reader->out->arena, capacity, size);
        if (list->count > 0) {
            memcpy(rows, list->rows, list->count * size);
        }
        list->rows = rows;
        list->capacity = capacity;
    }
    return (char *)list->rows + list->count++ * size;
}

/* ---- objects by their table of keys --------------------------------------------------------------- */

/* Fails at the key last taken, naming the ones that are known. */
static bool refuse_key(struct reader *reader, const struct field *fields,
                       const struct json_text *key)
{
    struct text known = TEXT_EMPTY;
    for (const struct field *field = fields; field->name != NULL; field++) {
        text_add(&known, field == fields ? "" : ", ");
        text_add(&known, field->name);
    }
    char shown[JSON_SHOWN];
    json_fail(&reader->json, M_JSON_UNKNOWN_KEY, json_show(key, shown), known.bytes);
    text_release(&known);
    return false;
}

bool exchange_refuse_repeated(struct reader *reader, const struct json_text *key)
{
    char shown[JSON_SHOWN];
    return json_fail(&reader->json, M_JSON_DUPLICATE_KEY, json_show(key, shown));
}

static inline bool is_field(const struct field *field, const struct json_text *key)
{
    return field->length == key->length && memcmp(field->name, key->bytes, key->length) == 0;
}

/* The row of a key, tried first where the keys' usual order expects it; the last row, without a name,
 * when there is none. */
static inline size_t find_field(const struct field *fields, size_t guess,
                                const struct json_text *key)
{
    if (fields[guess].name != NULL && is_field(&fields[guess], key)) {
        return guess;
    }
    size_t i = 0;
    while (fields[i].name != NULL && !is_field(&fields[i], key)) {
        i++;
    }
    return i;
}

bool exchange_read_fields(struct reader *reader, const struct field *fields, void *target)
{
    struct json *json = &reader->json;
    struct json_text key;
    unsigned seen = 0;
    size_t guess = 0;
    if (!json_object(json)) {
        return false;
    }
    while (json_key(json, &key)) {
        size_t i = find_field(fields, guess, &key);
        if (fields[i].name == NULL) {
            return refuse_key(reader, fields, &key);
        }
        if ((seen >> i & 1U) != 0) {
            return exchange_refuse_repeated(reader, &key);
        }
        seen |= 1U << i;
        guess = i + 1;
        if (!json_absent(json) && !fields[i].read(reader, &fields[i], target)) {
            return false;
        }
    }
    return !error_is_set(&json->error);
}

void *exchange_member(void *target, const struct field *field)
{
    return (char *)target + field->offset;
}

bool exchange_refuse_missing(struct reader *reader, const char *place, const char *key)
{
    return json_fail_at(&reader->json, place, M_EXCHANGE_MISSING, key);
}

/* ---- texts ---------------------------------------------------------------------------------------- */

bool exchange_read_text(struct reader *reader, const struct field *field, void *target)
{
    const char *text = NULL;
    if (!json_copy(&reader->json, LIMIT_TEXT_BYTES, &text)) {
        return false;
    }
    *(const char **)exchange_member(target, field) = text[0] == '\0' ? NULL : text;
    return true;
}

bool exchange_read_date(struct reader *reader, const struct field *field, void *target)
{
    if (!exchange_read_text(reader, field, target)) {
        return false;
    }
    const char *text = *(const char **)exchange_member(target, field);
    return text == NULL || assessment_is_date(text) || json_fail(&reader->json, M_EXCHANGE_DATE);
}

bool exchange_read_sha256(struct reader *reader, const struct field *field, void *target)
{
    struct json_text text;
    if (!json_string(&reader->json, &text)) {
        return false;
    }
    if (text.length != 64) {
        return json_fail(&reader->json, M_EXCHANGE_SHA256);
    }
    static const char small[256] = {
        ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5',
        ['6'] = '6', ['7'] = '7', ['8'] = '8', ['9'] = '9', ['a'] = 'a', ['b'] = 'b',
        ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['A'] = 'a', ['B'] = 'b',
        ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f',
    };
    char *hex = arena_copy(reader->out->arena, text.bytes, text.length);
    for (char *at = hex; at < hex + 64; at++) {
        *at = small[(unsigned char)*at];
        if (*at == '\0') {
            return json_fail(&reader->json, M_EXCHANGE_SHA256);
        }
    }
    *(const char **)exchange_member(target, field) = hex;
    return true;
}
