#include "lua_json.h"

#include "lang.h"
#include "limit.h"
#include "lua_freeze.h"
#include "lua_keys.h"
#include "message.h"
#include "sandbox.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What a table is, judged by its keys. */
enum form { FORM_EMPTY, FORM_LIST, FORM_RECORD };

static void write_value(lua_State *L, int index, struct lua_json_writer *writer, unsigned depth);

/* Raises with the present path as place. */
static void refuse(lua_State *L, struct lua_json_writer *writer, enum error_kind kind,
                   const char *id, const char *format, const char *first)
{
    char where[LUA_JSON_PATH + 80];
    snprintf(where, sizeof where, "%s%s%s", writer->file, writer->path_length > 0 ? ": " : "",
             writer->path);
    sandbox_raise_at(L, kind, id, format, where, first, NULL);
}

static void refuse_beyond(lua_State *L, struct lua_json_writer *writer, enum error_kind kind,
                          const char *id, const char *format, size_t bound)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", bound);
    refuse(L, writer, kind, id, format, digits);
}

/* Appends to the path what fits; the rest is not shown. */
static void extend(struct lua_json_writer *writer, const char *bytes, size_t length)
{
    size_t room = sizeof writer->path - 1 - writer->path_length;
    size_t shown = length < room ? length : room;
    memcpy(writer->path + writer->path_length, bytes, shown);
    writer->path_length += shown;
    writer->path[writer->path_length] = '\0';
}

/* Makes the path one step longer, by a key or, when that is NULL, a position. Returns the old length. */
static size_t step_into(struct lua_json_writer *writer, const char *key, lua_Integer item)
{
    size_t before = writer->path_length;
    char digits[32];
    if (key == NULL) {
        int length = snprintf(digits, sizeof digits, "[%lld]", item);
        extend(writer, digits, (size_t)length);
        return before;
    }
    if (before > 0) {
        extend(writer, ".", 1);
    }
    extend(writer, key, strlen(key));
    return before;
}

static void step_out(struct lua_json_writer *writer, size_t before)
{
    writer->path_length = before;
    writer->path[before] = '\0';
}

/* Whether valid UTF-8 begins with a control character (C0, DEL, C1) other than line break and tab, or with
 * one that turns the direction of writing (U+202A to U+202E, U+2066 to U+2069): a text with one of these
 * shows people another order than it has. */
static bool is_control(const unsigned char *bytes, size_t length)
{
    if (length >= 3 && bytes[0] == 0xE2) {
        return (bytes[1] == 0x80 && bytes[2] >= 0xAA && bytes[2] <= 0xAE) ||
               (bytes[1] == 0x81 && bytes[2] >= 0xA6 && bytes[2] <= 0xA9);
    }
    bool c1 = length >= 2 && bytes[0] == 0xC2 && bytes[1] < 0xA0;
    return (bytes[0] < 0x20 && bytes[0] != '\n' && bytes[0] != '\t') || bytes[0] == 0x7F || c1;
}

static bool has_control(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (is_control((const unsigned char *)bytes + i, length - i)) {
            return true;
        }
    }
    return false;
}

static void write_text(lua_State *L, int index, struct lua_json_writer *writer)
{
    size_t length;
    const char *bytes = lua_tolstring(L, index, &length);
    if (writer->text_bytes > 0 && length > writer->text_bytes) {
        refuse_beyond(L, writer, M_VALUE_LONG, writer->text_bytes);
    }
    if (memchr(bytes, '\0', length) != NULL || text_utf8_prefix(bytes, length) != length) {
        refuse(L, writer, M_VALUE_UTF8, NULL);
    }
    if (length > writer->bytes) {
        refuse_beyond(L, writer, M_VALUE_BYTES, writer->bytes);
    }
    if (writer->plain && has_control(bytes, length)) {
        refuse(L, writer, M_VALUE_CONTROL, NULL);
    }
    text_append_json(writer->out, bytes, length);
}

static void write_number(lua_State *L, int index, struct lua_json_writer *writer)
{
    char digits[40];
    if (lua_isinteger(L, index)) {
        text_add_int(writer->out, lua_tointeger(L, index));
        return;
    }
    lua_Number number = lua_tonumber(L, index);
    if (!isfinite(number)) {
        refuse(L, writer, M_VALUE_NUMBER, isnan(number) ? "nan" : number > 0 ? "inf" : "-inf");
    }
    snprintf(digits, sizeof digits, "%.14g", number);
    lua_stringtonumber(L, digits);
    bool same = lua_tonumber(L, -1) == number;
    lua_pop(L, 1);
    if (!same) {
        snprintf(digits, sizeof digits, "%.17g", number);
        refuse(L, writer, M_VALUE_DIGITS, digits);
    }
    text_add(writer->out, number == 0 ? "0" : digits);
}

/* Looks at all keys of the data table at `index`. */
static enum form judge_form(lua_State *L, int index, struct lua_json_writer *writer,
                            lua_Integer *count)
{
    lua_Integer items = 0;
    lua_Integer highest = 0;
    lua_Integer names = 0;
    lua_pushnil(L);
    while (lua_next(L, index) != 0) {
        lua_pop(L, 1);
        if (lua_isinteger(L, -1) && lua_tointeger(L, -1) >= 1) {
            items++;
            highest = lua_tointeger(L, -1) > highest ? lua_tointeger(L, -1) : highest;
        } else if (lua_type(L, -1) == LUA_TSTRING) {
            names++;
        } else {
            refuse(L, writer, M_VALUE_KEY, sandbox_phrase(L, -1));
        }
    }
    if ((names > 0 && items > 0) || highest != items) {
        refuse(L, writer, M_VALUE_MIXED, NULL);
    }
    *count = items + names;
    return names > 0 ? FORM_RECORD : items > 0 ? FORM_LIST : FORM_EMPTY;
}

static void write_list(lua_State *L, int index, struct lua_json_writer *writer, lua_Integer count,
                       unsigned depth)
{
    text_add_byte(writer->out, '[');
    for (lua_Integer i = 1; i <= count; i++) {
        if (i > 1) {
            text_add_byte(writer->out, ',');
        }
        size_t before = step_into(writer, NULL, i);
        lua_rawgeti(L, index, i);
        write_value(L, lua_gettop(L), writer, depth);
        lua_pop(L, 1);
        step_out(writer, before);
    }
    text_add_byte(writer->out, ']');
}

/* The key on the top of the stack, checked, and written with its colon. */
static void write_key(lua_State *L, struct lua_json_writer *writer)
{
    const char *key = lua_tostring(L, -1);
    if (key[0] == '@') {
        refuse(L, writer, M_VALUE_KEY, N_("a text that begins with '@'"));
    }
    write_text(L, -1, writer);
    text_add_byte(writer->out, ':');
}

static void write_record(lua_State *L, int index, struct lua_json_writer *writer, unsigned depth)
{
    text_add_byte(writer->out, '{');
    lua_keys_push(L, index);
    int keys = lua_gettop(L);
    lua_Integer count = (lua_Integer)lua_rawlen(L, keys);
    for (lua_Integer i = 1; i <= count; i++) {
        if (i > 1) {
            text_add_byte(writer->out, ',');
        }
        lua_rawgeti(L, keys, i);
        write_key(L, writer);
        size_t before = step_into(writer, lua_tostring(L, -1), 0);
        lua_rawget(L, index);
        write_value(L, lua_gettop(L), writer, depth);
        lua_pop(L, 1);
        step_out(writer, before);
    }
    lua_pop(L, 1);
    text_add_byte(writer->out, '}');
}

/* Refuses a table that is already open further up: the tables on the way down lie on the stack. */
static void refuse_cycle(lua_State *L, int index, struct lua_json_writer *writer)
{
    for (int i = 1; i < index; i++) {
        if (lua_istable(L, i) && lua_rawequal(L, i, index)) {
            refuse(L, writer, M_VALUE_CYCLE, NULL);
        }
    }
}

static void write_table(lua_State *L, int index, struct lua_json_writer *writer, unsigned depth)
{
    if (depth > writer->depth_limit) {
        refuse_beyond(L, writer, M_VALUE_DEPTH, writer->depth_limit);
    }
    luaL_checkstack(L, 12, NULL);
    refuse_cycle(L, index, writer);
    lua_freeze_data(L, index);
    int data = lua_gettop(L);
    lua_Integer count = 0;
    switch (judge_form(L, data, writer, &count)) {
    case FORM_EMPTY:
        text_add(writer->out, "[]");
        break;
    case FORM_LIST:
        write_list(L, data, writer, count, depth);
        break;
    case FORM_RECORD:
        write_record(L, data, writer, depth);
        break;
    }
    lua_pop(L, 1);
}

static void write_function(lua_State *L, int index, struct lua_json_writer *writer)
{
    char name[LUA_JSON_PATH + 80];
    if (writer->keep == NULL || lua_iscfunction(L, index) ||
        writer->path_length + 1 >= sizeof writer->path) {
        refuse(L, writer, M_VALUE_TYPE, sandbox_phrase(L, index));
    }
    snprintf(name, sizeof name, "%s:%s", writer->file, writer->path);
    lua_pushvalue(L, index);
    writer->keep(L, name);
    lua_pop(L, 1);
    text_add(writer->out, "{\"@function\":");
    text_add_json(writer->out, name);
    text_add_byte(writer->out, '}');
}

static void write_value(lua_State *L, int index, struct lua_json_writer *writer, unsigned depth)
{
    if (writer->values_left == 0) {
        refuse_beyond(L, writer, M_VALUE_COUNT, writer->values);
    }
    writer->values_left--;
    switch (lua_type(L, index)) {
    case LUA_TBOOLEAN:
        text_add(writer->out, lua_toboolean(L, index) ? "true" : "false");
        break;
    case LUA_TNUMBER:
        write_number(L, index, writer);
        break;
    case LUA_TSTRING:
        write_text(L, index, writer);
        break;
    case LUA_TTABLE:
        write_table(L, index, writer, depth + 1);
        break;
    case LUA_TFUNCTION:
        write_function(L, index, writer);
        break;
    default:
        refuse(L, writer, M_VALUE_TYPE, sandbox_phrase(L, index));
    }
    if (writer->out->length > writer->bytes) {
        refuse_beyond(L, writer, M_VALUE_BYTES, writer->bytes);
    }
}

void lua_json_write(lua_State *L, int index, struct lua_json_writer *writer)
{
    writer->path_length = 0;
    writer->path[0] = '\0';
    write_value(L, lua_absindex(L, index), writer, 0);
}

/* The value of a whole number that is written in few digits; false for any other. */
static bool few_digits(const struct json_text *number, lua_Integer *value)
{
    enum { MOST = 9 };
    if (number->length > MOST) {
        return false;
    }
    *value = 0;
    for (size_t i = 0; i < number->length; i++) {
        if (number->bytes[i] < '0' || number->bytes[i] > '9') {
            return false;
        }
        *value = *value * 10 + (number->bytes[i] - '0');
    }
    return true;
}

static bool read_number(lua_State *L, struct json *json)
{
    struct json_text number;
    lua_Integer value = 0;
    if (!json_number(json, &number)) {
        return false;
    }
    if (few_digits(&number, &value)) {
        lua_pushinteger(L, value);
        return true;
    }
    lua_pushlstring(L, number.bytes, number.length);
    if (lua_stringtonumber(L, lua_tostring(L, -1)) == 0) {
        return true;
    }
    lua_remove(L, lua_isinteger(L, -1) ? -2 : -1);
    return true;
}

static bool read_string(lua_State *L, struct json *json)
{
    struct json_text string;
    if (!json_string(json, &string)) {
        return false;
    }
    lua_pushlstring(L, string.bytes, string.length);
    return true;
}

/* Values that wait on the stack for their table, so that it is made in the right size: growing with
 * each value would cost more than reading it. */
enum { HELD = 32 };

/* Makes the table of the names and values above `base`, in their place. [-2n, +1, m] */
static void gather_pairs(lua_State *L, int base)
{
    int top = lua_gettop(L);
    lua_createtable(L, 0, (top - base) / 2);
    for (int i = base + 1; i < top; i += 2) {
        lua_pushvalue(L, i);
        lua_pushvalue(L, i + 1);
        lua_rawset(L, top + 1);
    }
    lua_insert(L, base + 1);
    lua_settop(L, base + 1);
}

/* Makes the list of the values above `base`, in their place. [-n, +1, m] */
static void gather_items(lua_State *L, int base)
{
    int top = lua_gettop(L);
    lua_createtable(L, top - base, 0);
    for (int i = base + 1; i <= top; i++) {
        lua_pushvalue(L, i);
        lua_rawseti(L, top + 1, i - base);
    }
    lua_insert(L, base + 1);
    lua_settop(L, base + 1);
}

/* Pushes an object; what was read of a damaged one stays on the stack, as in read_array. */
static bool read_object(lua_State *L, struct json *json, bool frozen)
{
    struct json_text key;
    int base = lua_gettop(L);
    int held = 0;
    json_object(json);
    for (; json_key(json, &key); held++) {
        if (held == HELD) {
            gather_pairs(L, base);
        }
        lua_pushlstring(L, key.bytes, key.length);
        if (!lua_json_read(L, json, frozen)) {
            return false;
        }
        if (held >= HELD) {
            lua_rawset(L, base + 1);
        }
    }
    if (held <= HELD) {
        gather_pairs(L, base);
    }
    return true;
}

static bool read_array(lua_State *L, struct json *json, bool frozen)
{
    int base = lua_gettop(L);
    int held = 0;
    json_array(json);
    for (; json_item(json); held++) {
        if (held == HELD) {
            gather_items(L, base);
        }
        if (!lua_json_read(L, json, frozen)) {
            return false;
        }
        if (lua_isnil(L, -1)) {
            lua_pop(L, 1);
            lua_pushboolean(L, 0);
        }
        if (held >= HELD) {
            lua_rawseti(L, base + 1, held + 1);
        }
    }
    if (held <= HELD) {
        gather_items(L, base);
    }
    return true;
}

static bool read_table(lua_State *L, struct json *json, bool frozen)
{
    int base = lua_gettop(L);
    luaL_checkstack(L, 2 * HELD + 8, NULL);
    bool done =
        json_peek(json) == JSON_OBJECT ? read_object(L, json, frozen) : read_array(L, json, frozen);
    if (!done) {
        lua_settop(L, base);
        return false;
    }
    if (frozen) {
        lua_freeze_wrap(L, NULL);
    }
    return true;
}

bool lua_json_read(lua_State *L, struct json *json, bool frozen)
{
    bool yes = false;
    luaL_checkstack(L, 8, NULL);
    switch (json_peek(json)) {
    case JSON_OBJECT:
    case JSON_ARRAY:
        return read_table(L, json, frozen);
    case JSON_NUMBER:
        return read_number(L, json);
    case JSON_STRING:
        return read_string(L, json);
    case JSON_TRUE:
    case JSON_FALSE:
        if (!json_bool(json, &yes)) {
            return false;
        }
        lua_pushboolean(L, yes);
        return true;
    default:
        if (!json_null(json)) {
            return false;
        }
        lua_pushnil(L);
        return true;
    }
}
