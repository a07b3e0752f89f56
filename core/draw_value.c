#include "draw_value.h"

#include "gate.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>

enum { NUMBER_BYTES = 40, COLOR_BYTES = 7 };

bool draw_value_number(struct json *json, double *out)
{
    struct json_text number;
    char digits[NUMBER_BYTES];
    if (!json_number(json, &number) || number.length >= sizeof digits) {
        return false;
    }
    memcpy(digits, number.bytes, number.length);
    digits[number.length] = '\0';
    *out = strtod(digits, NULL);
    return true;
}

/* A row or column, from 1, as one from 0. */
static bool read_place(struct json *json, int64_t most, double *out)
{
    int64_t place = 0;
    if (!json_integer(json, 1, most, &place)) {
        return false;
    }
    *out = (double)(place - 1);
    return true;
}

static bool read_sheet(struct json *json, double *out)
{
    int64_t sheet = 0;
    if (!json_integer(json, 0, INT32_MAX, &sheet)) {
        return false;
    }
    *out = (double)sheet;
    return true;
}

/* One argument by the letter of its shape. */
static bool read_argument(struct json *json, char letter, struct draw_value *value)
{
    enum json_type type = json_peek(json);
    if (type == JSON_NULL) {
        return json_null(json);
    }
    value->given = true;
    switch (letter) {
    case 's':
    case 'w':
        return read_sheet(json, &value->number);
    case 'r':
        return read_place(json, GATE_ROWS, &value->number);
    case 'c':
        return read_place(json, GATE_COLUMNS, &value->number);
    case 'n':
        return draw_value_number(json, &value->number);
    case 'v':
        value->is_text = type == JSON_STRING;
        return value->is_text ? json_string(json, &value->text)
                              : draw_value_number(json, &value->number);
    case 'o':
    case 'm':
    case 'j':
        return json_skip(json, &value->text);
    default: /* t, f, k */
        return json_string(json, &value->text);
    }
}

bool draw_value_arguments(struct json *json, enum drawing_command command,
                          struct draw_value values[DRAWING_ARGUMENTS])
{
    memset(values, 0, DRAWING_ARGUMENTS * sizeof *values);
    bool due = true;
    size_t count = 0;
    for (const char *letter = drawing_commands[command].shape; *letter != '\0'; letter++) {
        if (*letter == '?') {
            due = false;
            continue;
        }
        struct draw_value *value = &values[count++];
        if (!json_item(json) || !read_argument(json, *letter, value) || (due && !value->given)) {
            return false;
        }
    }
    return !json_item(json);
}

bool draw_value_color(const struct json_text *text, int32_t *color)
{
    if (text->length != COLOR_BYTES || text->bytes[0] != '#') {
        return false;
    }
    int32_t value = 0;
    for (size_t i = 1; i < COLOR_BYTES; i++) {
        char byte = text->bytes[i];
        int digit = byte >= '0' && byte <= '9'   ? byte - '0'
                    : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                    : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
                                                 : -1;
        if (digit < 0) {
            return false;
        }
        value = value * 16 + digit;
    }
    *color = value;
    return true;
}

/* One option's value; false when it is of another type. */
static bool read_option(struct json *json, enum option_type type, struct draw_value *value)
{
    enum json_type found = json_peek(json);
    value->given = true;
    switch (type) {
    case OPTION_FLAG:
        return (found == JSON_TRUE || found == JSON_FALSE) && json_bool(json, &value->flag);
    case OPTION_NUMBER:
        return found == JSON_NUMBER && draw_value_number(json, &value->number);
    case OPTION_TEXT:
        return found == JSON_STRING && json_string(json, &value->text);
    case OPTION_COLOR:
        return found == JSON_STRING && json_string(json, &value->text) &&
               draw_value_color(&value->text, &value->color);
    case OPTION_ANY:
        return json_skip(json, &value->text);
    }
    return false;
}

static const char *type_words(enum option_type type)
{
    switch (type) {
    case OPTION_FLAG:
        return _("true or false");
    case OPTION_NUMBER:
        return _("a number");
    case OPTION_COLOR:
        return _("a colour such as \"#1F4E79\"");
    case OPTION_TEXT:
    case OPTION_ANY:
        break;
    }
    return _("a text");
}

/* The position of a key in a set; false when it has none. */
static bool find_option(const struct drawing_option_row *rows, const struct json_text *key,
                        size_t *position)
{
    for (size_t i = 0; rows[i].key != NULL; i++) {
        if (json_is(key, rows[i].key)) {
            *position = i;
            return true;
        }
    }
    return false;
}

bool draw_value_options(const struct json_text *text, enum option_set set, const char *what,
                        struct arena *arena, struct draw_value values[DRAWING_OPTIONS],
                        struct error *err)
{
    memset(values, 0, DRAWING_OPTIONS * sizeof *values);
    const struct drawing_option_row *rows = drawing_options(set);
    if (text->length == 0 || (text->length == 2 && text->bytes[0] == '[')) {
        return true; /* nothing given, or the empty table, which has no names */
    }
    struct json json;
    struct json_text key;
    json_open(&json, text->bytes, text->length, arena, NULL);
    if (json_peek(&json) != JSON_OBJECT || !json_object(&json)) {
        return error_set(err, M_DRAW_OPTIONS, NULL, what);
    }
    while (json_key(&json, &key)) {
        size_t at = 0;
        if (!find_option(rows, &key, &at)) {
            return error_set(err, M_DRAW_OPTION, NULL, (int)key.length, key.bytes, what);
        }
        if (!read_option(&json, rows[at].type, &values[at])) {
            return error_set(err, M_DRAW_TYPE, NULL, rows[at].key, type_words(rows[at].type));
        }
    }
    return true;
}

bool draw_value_list(const struct json_text *text, const char *key, struct arena *arena,
                     struct json *json, struct error *err)
{
    bool given = text->length > 0;
    json_open(json, given ? text->bytes : "", text->length, arena, NULL);
    if (!given || json_peek(json) != JSON_ARRAY) {
        return error_set(err, M_DRAW_TYPE, NULL, key, _("a list"));
    }
    return json_array(json);
}

const char *draw_value_string(const struct draw_value *value, struct arena *arena)
{
    return value->given ? arena_copy(arena, value->text.bytes, value->text.length) : NULL;
}

bool draw_value_word(const struct draw_value *value, const char *key, const char *const *words,
                     size_t count, uint8_t *position, struct error *err)
{
    if (!value->given) {
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        if (json_is(&value->text, words[i])) {
            *position = (uint8_t)i;
            return true;
        }
    }
    return error_set(err, M_DRAW_WORD, NULL, (int)value->text.length, value->text.bytes, key);
}
