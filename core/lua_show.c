#include "lua_show.h"

#include "fraction.h"
#include "limit.h"
#include "lua_freeze.h"
#include "lua_keys.h"
#include "message.h"
#include "sandbox.h"

#include <ctype.h>
#include <lauxlib.h>
#include <stdbool.h>
#include <stdio.h>

enum {
    DEEPEST = 4,
    LINES = 48,
    ENTRIES = 40,
    TEXT_BYTES = 200,
    COLUMNS = 96,
    INDENT = 2,
    VALUE_STEPS = 8
};
enum { CHARACTER_BYTES = 4 };

/* One value that is being shown. */
struct show {
    struct text *out;
    unsigned depth;   /* tables around it */
    unsigned deepest; /* tables inside more than these are not opened */
    unsigned lines;   /* broken so far */
    bool wide;        /* tables on one line */
    size_t enough;    /* bytes of *out from which on a line is too long, whatever follows */
};

static void show_value(lua_State *L, int index, struct show *show);

/* Raises when there is too much. */
static void check_size(lua_State *L, const struct show *show)
{
    char digits[24];
    if (show->out->length > LIMIT_SHOWN_BYTES) {
        snprintf(digits, sizeof digits, "%d", LIMIT_SHOWN_BYTES);
        sandbox_raise(L, M_SHOW_LARGE, digits, NULL);
    }
}

/* ---- single values -------------------------------------------------------------------------------- */

/* Appends the bytes of a text; what is no UTF-8 and cannot be seen as \xXX. quote: as Lua would read it. */
static void add_bytes(struct text *out, const char *bytes, size_t length, bool quote)
{
    for (size_t i = 0; i < length;) {
        unsigned char byte = (unsigned char)bytes[i];
        size_t left = length - i < CHARACTER_BYTES ? length - i : CHARACTER_BYTES;
        size_t good = byte < 0x80 ? 1 : text_utf8_prefix(bytes + i, left);
        if (quote && (byte == '"' || byte == '\\')) {
            text_format(out, "\\%c", byte);
        } else if (quote && (byte == '\n' || byte == '\t')) {
            text_add(out, byte == '\n' ? "\\n" : "\\t");
        } else if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f || good == 0) {
            text_format(out, "\\x%02X", (unsigned)byte);
            good = 1;
        } else {
            text_append(out, bytes + i, good);
        }
        i += good;
    }
}

/* A text in quotes; inside a table a long one is cut. */
static void show_text(lua_State *L, int index, struct show *show)
{
    size_t length;
    const char *bytes = lua_tolstring(L, index, &length);
    bool cut = show->depth > 0 && length > TEXT_BYTES;
    size_t end = cut ? text_utf8_prefix(bytes, TEXT_BYTES) : length;
    sandbox_charge(L, length / 64);
    text_add_byte(show->out, '"');
    add_bytes(show->out, bytes, end, true);
    text_add(show->out, cut ? "\" …" : "\"");
}

static void show_number(lua_State *L, int index, struct show *show)
{
    char digits[64];
    if (lua_isinteger(L, index)) {
        text_add_int(show->out, lua_tointeger(L, index));
        return;
    }
    snprintf(digits, sizeof digits, "%.14g", lua_tonumber(L, index));
    bool plain = digits[strspn(digits, "-0123456789")] == '\0';
    text_format(show->out, "%s%s", digits, plain ? ".0" : "");
}

static void show_function(lua_State *L, int index, struct show *show)
{
    lua_Debug about;
    lua_pushvalue(L, index);
    lua_getinfo(L, ">S", &about);
    text_add(show->out, "function");
    if (about.linedefined > 0) {
        text_format(show->out, " %s:%d", about.short_src, about.linedefined);
    }
}

/* ---- tables --------------------------------------------------------------------------------------- */

/* True for a text that can stand in front of "=" as it is. */
static bool is_name(const char *bytes, size_t length)
{
    static const char *const words[] = {
        "and",      "break",  "do",   "else", "elseif", "end",   "false", "for",
        "function", "goto",   "if",   "in",   "local",  "nil",   "not",   "or",
        "repeat",   "return", "then", "true", "until",  "while",
    };
    bool name = length > 0 && !isdigit((unsigned char)bytes[0]);
    for (size_t i = 0; name && i < length; i++) {
        name = isalnum((unsigned char)bytes[i]) || bytes[i] == '_';
    }
    for (size_t i = 0; name && i < sizeof words / sizeof words[0]; i++) {
        name = strcmp(words[i], bytes) != 0;
    }
    return name;
}

/* Appends "name = " for the key on the top of the stack; nothing for the next entry of a list. */
static void show_key(lua_State *L, lua_Integer position, struct show *show)
{
    if (lua_isinteger(L, -1) && lua_tointeger(L, -1) == position) {
        return;
    }
    size_t length = 0;
    const char *bytes = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, &length) : NULL;
    if (bytes != NULL && is_name(bytes, length)) {
        text_append(show->out, bytes, length);
    } else {
        text_add_byte(show->out, '[');
        show_value(L, lua_gettop(L), show);
        text_add_byte(show->out, ']');
    }
    text_add(show->out, " = ");
}

/* What stands between two entries, or before the first and behind the last. */
static void add_break(struct show *show, unsigned depth, const char *wide)
{
    if (show->wide) {
        text_add(show->out, wide);
    } else {
        text_format(show->out, "\n%*s", (int)(depth * INDENT), "");
        show->lines++;
    }
}

/* A value inside a table: on one line where that fits behind what stands before it. */
static void show_inner(lua_State *L, struct show *show)
{
    bool wide = show->wide;
    size_t start = show->out->length;
    size_t line = start;
    while (line > 0 && show->out->bytes[line - 1] != '\n') {
        line--;
    }
    if (!wide) {
        show->enough = line + (size_t)COLUMNS * CHARACTER_BYTES;
    }
    show->wide = true;
    show_value(L, lua_gettop(L), show);
    if (!wide && text_columns(show->out->bytes + line) > COLUMNS) {
        show->out->length = start;
        show->out->bytes[start] = '\0';
        show->wide = false;
        show_value(L, lua_gettop(L), show);
    }
    show->wide = wide;
}

/* The entries of the data table at the top of the stack but one, by the list of keys on the top. */
static void show_entries(lua_State *L, struct show *show)
{
    int data = lua_gettop(L) - 1;
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    lua_Integer shown = count > ENTRIES ? ENTRIES : count;
    unsigned depth = show->depth;
    for (lua_Integer i = 1; i <= shown; i++) {
        add_break(show, depth, " ");
        lua_rawgeti(L, data + 1, i);
        show_key(L, i, show);
        lua_rawget(L, data);
        show_inner(L, show);
        lua_pop(L, 1);
        text_add(show->out, i < count ? "," : "");
    }
    if (count > shown) {
        add_break(show, depth, " ");
        text_format(show->out, "… %lld", (long long)(count - shown));
    }
}

/* Entries of the data table on the top. */
static size_t count_entries(lua_State *L)
{
    size_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
        lua_pop(L, 1);
        count++;
    }
    sandbox_charge(L, count / VALUE_STEPS);
    return count;
}

/* A table that is not opened, its data on the top: its id, where it has one, and how much there is. */
static void show_closed(lua_State *L, size_t count, struct show *show)
{
    lua_pushliteral(L, "id");
    bool named = lua_rawget(L, -2) == LUA_TSTRING && count > 1;
    text_add(show->out, "{ ");
    if (named) {
        text_add(show->out, "id = ");
        show_text(L, lua_gettop(L), show);
        text_add(show->out, ", ");
    }
    text_format(show->out, "… %zu }", count - named);
    lua_pop(L, 1);
}

static void show_table(lua_State *L, int index, struct show *show)
{
    lua_freeze_data(L, index);
    size_t count = count_entries(L);
    if (count == 0) {
        text_add(show->out, "{}");
    } else if (show->depth == show->deepest) {
        show_closed(L, count, show);
    } else {
        lua_keys_push(L, -1);
        text_add(show->out, "{");
        show->depth++;
        show_entries(L, show);
        show->depth--;
        add_break(show, show->depth, " ");
        text_add(show->out, "}");
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void show_value(lua_State *L, int index, struct show *show)
{
    luaL_checkstack(L, 8, NULL);
    sandbox_charge(L, VALUE_STEPS);
    check_size(L, show);
    if (show->wide ? show->out->length > show->enough : show->lines > LINES && show->deepest > 1) {
        return; /* it will be shown in another way */
    }
    switch (lua_type(L, index)) {
    case LUA_TBOOLEAN:
        text_add(show->out, lua_toboolean(L, index) ? "true" : "false");
        break;
    case LUA_TNUMBER:
        show_number(L, index, show);
        break;
    case LUA_TSTRING:
        show_text(L, index, show);
        break;
    case LUA_TTABLE:
        show_table(L, index, show);
        break;
    case LUA_TFUNCTION:
        show_function(L, index, show);
        break;
    default:
        text_add(show->out, "nil");
        break;
    }
    check_size(L, show);
}

void lua_show(lua_State *L, int index, struct text *out)
{
    size_t start = out->length;
    lua_pushvalue(L, index);
    for (unsigned deepest = DEEPEST; deepest > 0; deepest--) {
        struct show show = {.out = out, .deepest = deepest};
        out->length = start;
        show_inner(L, &show);
        if (show.lines <= LINES) {
            break;
        }
    }
    lua_pop(L, 1);
}

void lua_show_plain(lua_State *L, int index, struct text *out)
{
    size_t length;
    struct show show = {.out = out};
    if (lua_type(L, index) != LUA_TSTRING) {
        lua_show(L, index, out);
        return;
    }
    const char *bytes = lua_tolstring(L, index, &length);
    sandbox_charge(L, length / 64);
    if (length <= LIMIT_SHOWN_BYTES) {
        add_bytes(out, bytes, length, false);
    } else {
        text_append(out, bytes, LIMIT_SHOWN_BYTES + 1);
    }
    check_size(L, &show);
}

void lua_show_fraction(lua_State *L, int index, struct text *out)
{
    if (lua_type(L, index) != LUA_TTABLE || lua_freeze_length(L, index) != 2) {
        return;
    }
    lua_freeze_data(L, index);
    lua_rawgeti(L, -1, 1);
    lua_rawgeti(L, -2, 2);
    if (lua_isinteger(L, -2) && lua_isinteger(L, -1) && lua_tointeger(L, -1) > 0 &&
        lua_tointeger(L, -2) > -LLONG_MAX) {
        struct fraction value = fraction_make(lua_tointeger(L, -2), lua_tointeger(L, -1));
        if (!fraction_is_whole(value)) {
            text_add(out, " = ");
            fraction_add_exact(out, value);
        }
    }
    lua_pop(L, 3);
}
