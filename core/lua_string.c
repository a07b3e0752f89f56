#include "lua_string.h"

#include "limit.h"
#include "message.h"
#include "sandbox.h"

#include <ctype.h>
#include <lauxlib.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum {
    COPY_BYTES = 64,        /* bytes copied for one step of the budget: some nanoseconds, as one
                               instruction takes */
    LOOK_BYTES = 8,         /* the same for bytes that are looked at one by one */
    NUMBER_BYTES = 65536,   /* longest text that tonumber looks at */
    SPECIFICATION_MAX = 16, /* "%-+ #099.99d" and a NUL */
    ITEM_MAX = 512          /* one formatted number: 1e308 with 99 decimals has 409 characters */
};

/* ---- arguments and results ------------------------------------------------------------------------ */

static int refuse_beyond(lua_State *L, const char *name, int bound)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%d", bound);
    return sandbox_raise(L, M_SANDBOX_STRING, name, digits);
}

static int refuse_length(lua_State *L, const char *name)
{
    return refuse_beyond(L, name, LIMIT_LUA_STRING);
}

static int refuse_values(lua_State *L, const char *name)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%d", LIMIT_LUA_ARGUMENTS);
    return sandbox_raise(L, M_SANDBOX_VALUES, name, digits);
}

/* The text at `argument`, of bounded length, its bytes charged. */
static const char *take_text(lua_State *L, int argument, const char *name, size_t *length)
{
    const char *text = luaL_checklstring(L, argument, length);
    if (*length > LIMIT_LUA_STRING) {
        refuse_length(L, name);
    }
    sandbox_charge(L, *length / COPY_BYTES);
    return text;
}

/* A position as Lua counts: from 1, or from the end when negative; at least 1. */
static size_t from_start(lua_Integer position, size_t length)
{
    if (position > 0) {
        return (size_t)position;
    }
    if (position == 0 || position < -(lua_Integer)length) {
        return 1;
    }
    return length + (size_t)position + 1;
}

/* The last position of a range, at most `length`, 0 for none. */
static size_t to_end(lua_Integer position, size_t length)
{
    if (position > (lua_Integer)length) {
        return length;
    }
    if (position >= 0) {
        return (size_t)position;
    }
    return position < -(lua_Integer)length ? 0 : length + (size_t)position + 1;
}

/* ---- the functions -------------------------------------------------------------------------------- */

int lua_string_len(lua_State *L)
{
    size_t length;
    luaL_checklstring(L, 1, &length);
    lua_pushinteger(L, (lua_Integer)length);
    return 1;
}

int lua_string_sub(lua_State *L)
{
    size_t length;
    const char *text = take_text(L, 1, "string.sub", &length);
    size_t first = from_start(luaL_checkinteger(L, 2), length);
    size_t last = to_end(luaL_optinteger(L, 3, -1), length);
    if (first > last) {
        lua_pushliteral(L, "");
    } else {
        lua_pushlstring(L, text + first - 1, last - first + 1);
    }
    return 1;
}

/* A copy of the first argument, each byte changed by `change` and, if asked, in reverse. */
static int map_bytes(lua_State *L, const char *name, int (*change)(int), bool reverse)
{
    size_t length;
    luaL_Buffer buffer;
    const char *text = take_text(L, 1, name, &length);
    sandbox_charge(L, length / LOOK_BYTES);
    char *out = luaL_buffinitsize(L, &buffer, length);
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[reverse ? length - 1 - i : i];
        out[i] = (char)(byte < 0x80 && change != NULL ? change(byte) : byte);
    }
    luaL_pushresultsize(&buffer, length);
    return 1;
}

int lua_string_lower(lua_State *L)
{
    return map_bytes(L, "string.lower", tolower, false);
}

int lua_string_upper(lua_State *L)
{
    return map_bytes(L, "string.upper", toupper, false);
}

int lua_string_reverse(lua_State *L)
{
    return map_bytes(L, "string.reverse", NULL, true);
}

int lua_string_byte(lua_State *L)
{
    size_t length;
    const char *text = take_text(L, 1, "string.byte", &length);
    lua_Integer begin = luaL_optinteger(L, 2, 1);
    size_t first = from_start(begin, length);
    size_t last = to_end(luaL_optinteger(L, 3, (lua_Integer)first), length);
    if (first > last) {
        return 0;
    }
    if (last - first >= LIMIT_LUA_ARGUMENTS) {
        return refuse_values(L, "string.byte");
    }
    int count = (int)(last - first + 1);
    luaL_checkstack(L, count, NULL);
    for (size_t i = first; i <= last; i++) {
        lua_pushinteger(L, (unsigned char)text[i - 1]);
    }
    return count;
}

int lua_string_char(lua_State *L)
{
    int count = lua_gettop(L);
    char bytes[LIMIT_LUA_ARGUMENTS];
    if (count > LIMIT_LUA_ARGUMENTS) {
        return refuse_values(L, "string.char");
    }
    for (int i = 0; i < count; i++) {
        lua_Integer byte = luaL_checkinteger(L, i + 1);
        luaL_argcheck(L, byte >= 0 && byte <= UCHAR_MAX, i + 1, "value out of range");
        bytes[i] = (char)byte;
    }
    lua_pushlstring(L, bytes, (size_t)count);
    return 1;
}

int lua_string_rep(lua_State *L)
{
    size_t length;
    size_t between_length;
    const char *text = take_text(L, 1, "string.rep", &length);
    lua_Integer times = luaL_checkinteger(L, 2);
    const char *between = luaL_optlstring(L, 3, "", &between_length);
    if (times <= 0 || (length == 0 && between_length == 0)) {
        lua_pushliteral(L, "");
        return 1;
    }
    if (between_length > LIMIT_LUA_STRING ||
        (size_t)times > LIMIT_LUA_STRING / (length + between_length)) {
        return refuse_length(L, "string.rep");
    }
    size_t total = (size_t)times * length + ((size_t)times - 1) * between_length;
    sandbox_charge(L, total / COPY_BYTES + (size_t)times / LOOK_BYTES);
    luaL_Buffer buffer;
    char *out = luaL_buffinitsize(L, &buffer, total);
    for (lua_Integer i = 0; i < times; i++) {
        memcpy(out, text, length);
        out += length;
        if (i + 1 < times) {
            memcpy(out, between, between_length);
            out += between_length;
        }
    }
    luaL_pushresultsize(&buffer, total);
    return 1;
}

int lua_string_find(lua_State *L)
{
    size_t length;
    size_t part_length;
    const char *text = take_text(L, 1, "string.find", &length);
    const char *part = take_text(L, 2, "string.find", &part_length);
    size_t first = from_start(luaL_optinteger(L, 3, 1), length);
    if (!lua_toboolean(L, 4) && strcspn(part, "^$*+?.([%-") < strlen(part)) {
        return luaL_error(L, "string.find takes no patterns here; pass true as fourth argument "
                             "to look for the text itself");
    }
    const char *found = NULL;
    sandbox_charge(L, length / LOOK_BYTES + part_length);
    if (first <= length + 1) {
        found = memmem(text + first - 1, length - first + 1, part, part_length);
    }
    if (found == NULL) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, found - text + 1);
    lua_pushinteger(L, found - text + (lua_Integer)part_length);
    return 2;
}

/* ---- numbers and texts ---------------------------------------------------------------------------- */

/* Pushes a number's text; a NaN has no sign that would tell one machine from another. */
static void push_number_text(lua_State *L, int index)
{
    lua_Number number = lua_tonumber(L, index);
    if (!lua_isinteger(L, index) && isnan(number)) {
        lua_pushliteral(L, "nan");
        return;
    }
    lua_pushvalue(L, index);
    lua_tostring(L, -1);
}

/* Pushes what %s and tostring make of the value at `index`: no metamethod, no address. */
static void push_text(lua_State *L, int index)
{
    switch (lua_type(L, index)) {
    case LUA_TSTRING:
        lua_pushvalue(L, index);
        break;
    case LUA_TNUMBER:
        push_number_text(L, index);
        break;
    case LUA_TBOOLEAN:
        lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
        break;
    default:
        lua_pushstring(L, luaL_typename(L, index));
        break;
    }
}

int lua_string_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    push_text(L, 1);
    return 1;
}

/* Value of a digit in bases up to 36; 36 for none. */
static int digit_value(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'a' && digit <= 'z') {
        return digit - 'a' + 10;
    }
    return digit >= 'A' && digit <= 'Z' ? digit - 'A' + 10 : 36;
}

/* Pushes the integer that `text` is in `base`, or nil; wraps around as Lua does. */
static void push_in_base(lua_State *L, const char *text, size_t length, int base)
{
    static const char white[] = " \f\n\r\t\v";
    const char *end = text + length;
    lua_Unsigned number = 0;
    text += strspn(text, white);
    bool negative = *text == '-';
    text += negative ? 1 : 0;
    const char *first = text;
    for (; digit_value(*text) < base; text++) {
        number = number * (lua_Unsigned)base + (lua_Unsigned)digit_value(*text);
    }
    bool any = text > first;
    text += strspn(text, white);
    if (any && text == end) {
        lua_pushinteger(L, (lua_Integer)(negative ? 0 - number : number));
    } else {
        lua_pushnil(L);
    }
}

int lua_string_tonumber(lua_State *L)
{
    size_t length = 0;
    luaL_checkany(L, 1);
    if (lua_isnoneornil(L, 2) && lua_type(L, 1) != LUA_TSTRING) {
        lua_settop(L, 1);
        if (lua_type(L, 1) != LUA_TNUMBER) {
            lua_pushnil(L);
        }
        return 1;
    }
    luaL_checktype(L, 1, LUA_TSTRING);
    const char *text = lua_tolstring(L, 1, &length);
    if (length > NUMBER_BYTES) {
        return refuse_beyond(L, "tonumber", NUMBER_BYTES);
    }
    sandbox_charge(L, length / LOOK_BYTES);
    if (lua_isnoneornil(L, 2)) {
        if (lua_stringtonumber(L, text) != length + 1) {
            lua_pushnil(L);
        }
        return 1;
    }
    lua_Integer base = luaL_checkinteger(L, 2);
    luaL_argcheck(L, base >= 2 && base <= 36, 2, "base out of range");
    push_in_base(L, text, length, (int)base);
    return 1;
}

/* ---- string.format -------------------------------------------------------------------------------- */

/* Copies one conversion from `at` (behind its '%') into `out` with its '%', leaving room for a length
 * modifier; returns the conversion's letter, or NUL when it is none that we take. */
static char take_specification(const char **at, char out[SPECIFICATION_MAX])
{
    size_t flags = strspn(*at, "-+ #0");
    size_t width = strspn(*at + flags, "0123456789");
    size_t length = flags + width;
    if (flags > 4 || width > 2) {
        return '\0';
    }
    if ((*at)[length] == '.') {
        size_t precision = strspn(*at + length + 1, "0123456789");
        if (precision > 2) {
            return '\0';
        }
        length += 1 + precision;
    }
    out[0] = '%';
    memcpy(out + 1, *at, length);
    out[length + 1] = '\0';
    char letter = (*at)[length];
    *at += length + (letter == '\0' ? 0 : 1);
    return letter != '\0' && strchr("dixXcsfFeEgG", letter) != NULL ? letter : '\0';
}

/* The compiler cannot see these formats: they were checked, character by character, above. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static void add_integer(lua_State *L, luaL_Buffer *buffer, int argument, char *specification,
                        char letter)
{
    char item[ITEM_MAX];
    size_t end = strlen(specification);
    specification[end] = 'l';
    specification[end + 1] = 'l';
    specification[end + 2] = letter;
    specification[end + 3] = '\0';
    int length = snprintf(item, sizeof item, specification, luaL_checkinteger(L, argument));
    luaL_addlstring(buffer, item, (size_t)length);
}

static void add_real(lua_State *L, luaL_Buffer *buffer, int argument, char *specification,
                     char letter)
{
    char item[ITEM_MAX];
    size_t end = strlen(specification);
    specification[end] = letter;
    specification[end + 1] = '\0';
    lua_Number number = luaL_checknumber(L, argument);
    int length = snprintf(item, sizeof item, specification, isnan(number) ? fabs(number) : number);
    luaL_addlstring(buffer, item, (size_t)length);
    sandbox_charge(L, (size_t)length); /* each digit is a division of a long number */
}

static void add_text(lua_State *L, luaL_Buffer *buffer, int argument, char *specification)
{
    char item[ITEM_MAX];
    size_t length;
    luaL_argcheck(L, !lua_istable(L, argument) && !lua_isfunction(L, argument), argument,
                  "a text, number, boolean or nil expected");
    push_text(L, argument);
    const char *text = lua_tolstring(L, -1, &length);
    if (specification[1] == '\0') {
        luaL_addvalue(buffer);
        return;
    }
    luaL_argcheck(L, length < 100 && strlen(text) == length, argument,
                  "a width goes with texts under 100 bytes only");
    size_t end = strlen(specification);
    specification[end] = 's';
    specification[end + 1] = '\0';
    int shown = snprintf(item, sizeof item, specification, text);
    lua_pop(L, 1);
    luaL_addlstring(buffer, item, (size_t)shown);
}

#pragma GCC diagnostic pop

static void add_item(lua_State *L, luaL_Buffer *buffer, int argument, const char **at)
{
    char specification[SPECIFICATION_MAX];
    char letter = take_specification(at, specification);
    switch (letter) {
    case '\0':
        luaL_error(L, "string.format does not take this conversion; it takes d i x X c s f e g");
        break;
    case 'c':
        luaL_addchar(buffer, (char)luaL_checkinteger(L, argument));
        break;
    case 's':
        add_text(L, buffer, argument, specification);
        break;
    case 'd':
    case 'i':
    case 'x':
    case 'X':
        add_integer(L, buffer, argument, specification, letter);
        break;
    default:
        add_real(L, buffer, argument, specification, letter);
        break;
    }
}

int lua_string_format(lua_State *L)
{
    size_t length;
    int argument = 1;
    int last = lua_gettop(L); /* the buffer puts values of its own behind the arguments */
    const char *at = take_text(L, 1, "string.format", &length);
    const char *end = at + length;
    luaL_Buffer buffer;
    luaL_buffinit(L, &buffer);
    while (at < end) {
        const char *mark = memchr(at, '%', (size_t)(end - at));
        luaL_addlstring(&buffer, at, (size_t)((mark == NULL ? end : mark) - at));
        if (mark == NULL) {
            break;
        }
        at = mark + 1;
        if (*at == '%') {
            luaL_addchar(&buffer, '%');
            at++;
        } else {
            argument++;
            luaL_argcheck(L, argument <= last, argument, "value expected");
            add_item(L, &buffer, argument, &at);
        }
        if (luaL_bufflen(&buffer) > LIMIT_LUA_STRING) {
            return refuse_length(L, "string.format");
        }
    }
    luaL_pushresult(&buffer);
    lua_tolstring(L, -1, &length);
    sandbox_charge(L, length / LOOK_BYTES);
    return 1;
}
