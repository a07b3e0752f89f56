#include "template_call.h"

#include "gate.h"
#include "lang.h"
#include "limit.h"
#include "lua_freeze.h"
#include "lua_json.h"
#include "message.h"
#include "sandbox.h"
#include "template_lua.h"

#include <lauxlib.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { OPTION_DEPTH = 6, OPTION_VALUES = 4000, PLACE_BYTES = 64 };

/* What an argument must be, by its letter (drawing.h). */
static const char *expected(char letter)
{
    switch (letter) {
    case 's':
    case 'w':
        return N_("a sheet, as sheet(name) gives it");
    case 'r':
        return TEMPLATE_LUA_ROW;
    case 'c':
        return TEMPLATE_LUA_COLUMN;
    case 'n':
        return N_("a number, or an exact text such as \"2.98\" or \"7/6\"");
    case 'f':
        return N_("a formula or reference, a text that begins with '='");
    case 'v':
        return N_("the value of the formula, a number or a text");
    case 'k':
        return N_("the name of a style, a text");
    case 'o':
        return N_("a table: options or a list");
    case 'm':
        return N_("a list of texts, numbers and false, at most 16384");
    case 'j':
        return N_("the name of a style, or a list of names and false");
    default:
        return N_("a text");
    }
}

/* Raises for an argument; methods count without their sheet. */
static int refuse(lua_State *L, enum drawing_command command, int index)
{
    const struct drawing_command_row *row = &drawing_commands[command];
    const char *letter = row->shape; /* the one of the argument: "?" takes none */
    for (int at = 1; at < index || *letter == '?'; letter++) {
        at += *letter != '?';
    }
    return template_lua_expect(L, row->shape[0] == 's' ? index - 1 : index, row->call,
                               expected(*letter));
}

static void add_text(lua_State *L, int index, struct text *out, enum drawing_command command)
{
    if (lua_type(L, index) != LUA_TSTRING) {
        refuse(L, command, index);
    }
    size_t length = 0;
    const char *bytes = lua_tolstring(L, index, &length);
    if (memchr(bytes, '\0', length) != NULL || text_utf8_prefix(bytes, length) != length) {
        sandbox_raise(L, M_VALUE_UTF8, NULL, NULL);
    }
    text_append_json(out, bytes, length);
}

/* Appends a number so that it reads back as the same one. Most have few decimals: printing all seventeen
 * digits would cost more than the rest of the command. */
static void append_number(struct text *out, double number)
{
    char digits[40];
    if (number >= 0 && number < 1e9) {
        long long whole = (long long)(number * 1000 + 0.5);
        if ((double)whole / 1000 == number) {
            int part = (int)(whole % 1000);
            const char decimals[] = {'.', (char)('0' + part / 100), (char)('0' + part / 10 % 10),
                                     (char)('0' + part % 10)};
            text_add_int(out, whole / 1000);
            text_append(out, decimals, sizeof decimals);
            return;
        }
    }
    snprintf(digits, sizeof digits, "%.17g", number);
    text_add(out, digits);
}

static void add_number(lua_State *L, int index, struct text *out, enum drawing_command command)
{
    double number = 0;
    if (lua_isinteger(L, index)) {
        text_add_int(out, lua_tointeger(L, index));
        return;
    }
    if (!template_lua_number(L, index, &number)) {
        refuse(L, command, index);
    }
    append_number(out, number);
}

static void add_place(lua_State *L, int index, struct text *out, lua_Integer most,
                      enum drawing_command command)
{
    int is_whole = 0;
    lua_Integer place = lua_type(L, index) == LUA_TNUMBER ? lua_tointegerx(L, index, &is_whole) : 0;
    if (!is_whole || place < 1 || place > most) {
        refuse(L, command, index);
    }
    text_add_int(out, place);
}

static void add_sheet(lua_State *L, int index, struct text *out, enum drawing_command command)
{
    const lua_Integer *sheet = luaL_testudata(L, index, TEMPLATE_LUA_SHEET);
    if (sheet == NULL) {
        refuse(L, command, index);
    } else {
        text_add_int(out, *sheet);
    }
}

static void add_options(lua_State *L, int index, struct text *out, enum drawing_command command)
{
    if (lua_type(L, index) != LUA_TTABLE) {
        refuse(L, command, index);
    }
    luaL_where(L, 1);
    char place[PLACE_BYTES + 16];
    snprintf(place, sizeof place, "%s", lua_tostring(L, -1));
    char *end = strrchr(place, ':'); /* "laporan.lua:12: " */
    if (end != NULL) {
        *end = '\0';
    }
    lua_pop(L, 1);
    struct lua_json_writer writer = {.out = out,
                                     .file = place,
                                     .depth_limit = OPTION_DEPTH,
                                     .values_left = OPTION_VALUES,
                                     .values = OPTION_VALUES,
                                     .bytes = out->length + LIMIT_MESSAGE_BYTES};
    lua_json_write(L, index, &writer);
}

/* One value of a list of cells, on the top of the stack; `index` is the list's argument. */
static void add_cell(lua_State *L, int index, struct text *out, enum drawing_command command)
{
    if (lua_isboolean(L, -1) && !lua_toboolean(L, -1)) {
        text_add(out, "false");
    } else if (lua_type(L, -1) == LUA_TSTRING) {
        add_text(L, -1, out, command);
    } else if (lua_type(L, -1) == LUA_TNUMBER && isfinite(lua_tonumber(L, -1))) {
        add_number(L, -1, out, command);
    } else {
        refuse(L, command, index);
    }
}

/* A style's name on the top of the stack, or false for none. */
static void add_style(lua_State *L, int index, struct text *out, enum drawing_command command)
{
    if (lua_type(L, -1) == LUA_TNUMBER) {
        refuse(L, command, index);
    }
    add_cell(L, index, out, command);
}

/* A list of cells or of styles: `add` writes each item. */
static void add_list(lua_State *L, int index, struct text *out, enum drawing_command command,
                     void (*add)(lua_State *, int, struct text *, enum drawing_command))
{
    if (lua_type(L, index) != LUA_TTABLE) {
        refuse(L, command, index);
    }
    lua_freeze_data(L, index);
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    if (count > GATE_COLUMNS) {
        refuse(L, command, index);
    }
    text_add_byte(out, '[');
    for (lua_Integer i = 1; i <= count; i++) {
        if (i > 1) {
            text_add_byte(out, ',');
        }
        lua_rawgeti(L, -1, i);
        add(L, index, out, command);
        lua_pop(L, 1);
    }
    text_add_byte(out, ']');
    lua_pop(L, 1);
}

static void add_argument(lua_State *L, int index, char letter, struct text *out,
                         enum drawing_command command)
{
    switch (letter) {
    case 's':
    case 'w':
        add_sheet(L, index, out, command);
        break;
    case 'r':
        add_place(L, index, out, GATE_ROWS, command);
        break;
    case 'c':
        add_place(L, index, out, GATE_COLUMNS, command);
        break;
    case 'n':
        add_number(L, index, out, command);
        break;
    case 'v':
        (lua_type(L, index) == LUA_TSTRING ? add_text : add_number)(L, index, out, command);
        break;
    case 'o':
        add_options(L, index, out, command);
        break;
    case 'm':
        add_list(L, index, out, command, add_cell);
        break;
    case 'j':
        if (lua_type(L, index) == LUA_TTABLE) {
            add_list(L, index, out, command, add_style);
        } else {
            add_text(L, index, out, command);
        }
        break;
    default: /* t, f, k */
        add_text(L, index, out, command);
    }
}

void template_call_arguments(lua_State *L, enum drawing_command command, struct text *out)
{
    bool due = true;
    int index = 1;
    for (const char *letter = drawing_commands[command].shape; *letter != '\0'; letter++) {
        if (*letter == '?') {
            due = false;
            continue;
        }
        text_add_byte(out, ',');
        if (!due && lua_isnoneornil(L, index)) {
            text_add(out, "null");
        } else {
            add_argument(L, index, *letter, out, command);
        }
        index++;
    }
}
