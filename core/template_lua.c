#include "template_lua.h"

#include "drawing.h"
#include "fraction.h"
#include "gate.h"
#include "lang.h"
#include "measure.h"
#include "message.h"
#include "sandbox.h"
#include "text.h"
#include "web_address.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PLACE_BYTES = 64, DECIMALS_MOST = 9 };

/* How a function is called, for messages. */
static const char *call_of(const char *name)
{
#define FUNCTION_CALL(lua, call, meaning) {lua, call},
    static const struct {
        const char *name, *call;
    } rows[] = {DRAWING_FUNCTIONS(FUNCTION_CALL)};
#undef FUNCTION_CALL
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].name, name) == 0) {
            return rows[i].call;
        }
    }
    return name;
}

int template_lua_refuse(lua_State *L, int position, const char *call)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%d", position);
    return sandbox_raise(L, M_TEMPLATE_ARGUMENT, position == 0 ? "'sheet'" : digits, call);
}

int template_lua_expect(lua_State *L, int position, const char *call, const char *expected)
{
    char which[160];
    if (position == 0) {
        return template_lua_refuse(L, position, call);
    }
    snprintf(which, sizeof which, "%d (%s)", position, call);
    return sandbox_raise(L, M_TEMPLATE_EXPECTS, which, expected);
}

static int refuse(lua_State *L, int position, const char *name, const char *expected)
{
    return template_lua_expect(L, position, call_of(name), expected);
}

bool template_lua_number(lua_State *L, int index, double *out)
{
    if (lua_type(L, index) == LUA_TNUMBER) {
        *out = lua_tonumber(L, index);
        return isfinite(*out);
    }
    size_t length = 0;
    const char *bytes = lua_type(L, index) == LUA_TSTRING ? lua_tolstring(L, index, &length) : NULL;
    struct fraction number;
    if (bytes == NULL || !fraction_parse(bytes, length, false, &number)) {
        return false;
    }
    *out = (double)number.num / (double)number.den;
    return true;
}

/* A text argument; raises when it is none. */
static const char *text_argument(lua_State *L, int index, const char *name, size_t *length)
{
    if (lua_type(L, index) != LUA_TSTRING) {
        refuse(L, index, name, N_("a text"));
    }
    const char *bytes = lua_tolstring(L, index, length);
    sandbox_charge(L, *length / 64);
    if (text_utf8_prefix(bytes, *length) != *length) {
        refuse(L, index, name, N_("a text in UTF-8"));
    }
    return bytes;
}

/* A whole number within [least, most]; raises when it is none, and says what is `expected`. */
static lua_Integer whole_argument(lua_State *L, int index, lua_Integer least, lua_Integer most,
                                  const char *name, const char *expected)
{
    int is_whole = 0;
    lua_Integer number =
        lua_type(L, index) == LUA_TNUMBER ? lua_tointegerx(L, index, &is_whole) : 0;
    if (!is_whole || number < least || number > most) {
        refuse(L, index, name, expected);
    }
    return number;
}

/* _(text) → text [-0, +1, e] */
static int translate(lua_State *L)
{
    size_t length = 0;
    const char *text = text_argument(L, 1, "_", &length);
    bool english = lua_toboolean(L, lua_upvalueindex(1));
    /* The empty text would find the catalogue's own header. */
    lua_pushstring(L, english || length == 0 ? text : lang_text(text));
    return 1;
}

/* exact(text) → number [-0, +1, e] */
static int exact(lua_State *L)
{
    double number = 0;
    if (!template_lua_number(L, 1, &number)) {
        return refuse(L, 1, "exact", N_("a number, or an exact text such as \"2.98\" or \"7/6\""));
    }
    lua_pushnumber(L, number);
    return 1;
}

/* decimal(text [, places]) → text [-0, +1, e] */
static int decimal(lua_State *L)
{
    struct fraction number;
    char digits[24];
    lua_Integer places = lua_isnoneornil(L, 2) ? 2
                                               : whole_argument(L, 2, 0, DECIMALS_MOST, "decimal",
                                                                N_("a whole number from 0 to 9"));
    if (lua_isinteger(L, 1)) {
        number = fraction_whole(lua_tointeger(L, 1));
    } else if (lua_type(L, 1) != LUA_TSTRING ||
               !fraction_parse(lua_tostring(L, 1), lua_rawlen(L, 1), false, &number)) {
        return refuse(L, 1, "decimal",
                      N_("a whole number, or an exact text such as \"2.98\" or \"7/6\""));
    }
    int64_t scaled = fraction_round(number, (int)places);
    int64_t unit = 1;
    for (lua_Integer i = 0; i < places; i++) {
        unit *= 10;
    }
    int64_t size = scaled < 0 ? -scaled : scaled;
    snprintf(digits, sizeof digits, "%0*lld", places > 0 ? (int)places : 1,
             (long long)(places > 0 ? size % unit : 0));
    lua_pushfstring(L, places > 0 ? "%s%I%s%s" : "%s%I", scaled < 0 ? "-" : "",
                    (LUAI_UACINT)(size / unit), lua_toboolean(L, lua_upvalueindex(1)) ? "." : ",",
                    digits);
    return 1;
}

/* Writes one cell as text, "$B$3" with the mark "$"; returns its end. Formulas are full of them: printf took a
 * tenth of a template's time. */
static char *add_cell(char *out, lua_Integer row, lua_Integer column, const char *mark)
{
    char reversed[24];
    size_t count = 0;
    for (; row > 0; row /= 10) {
        reversed[count++] = (char)('0' + row % 10);
    }
    if (mark[0] != '\0') {
        reversed[count++] = mark[0];
    }
    for (; column > 0; column = (column - 1) / 26) {
        reversed[count++] = (char)('A' + (column - 1) % 26);
    }
    if (mark[0] != '\0') {
        reversed[count++] = mark[0];
    }
    while (count > 0) {
        *out++ = reversed[--count];
    }
    *out = '\0';
    return out;
}

/* "B3" or "B3:C9" from the arguments at `index` on; `mark` "$" before each part of it, or "". */
static void place_text(lua_State *L, int index, const char *mark, const char *name,
                       char out[PLACE_BYTES])
{
    lua_Integer row = whole_argument(L, index, 1, GATE_ROWS, name, TEMPLATE_LUA_ROW);
    lua_Integer column = whole_argument(L, index + 1, 1, GATE_COLUMNS, name, TEMPLATE_LUA_COLUMN);
    char *end = add_cell(out, row, column, mark);
    if (lua_isnoneornil(L, index + 2)) {
        return;
    }
    lua_Integer last_row =
        whole_argument(L, index + 2, row, GATE_ROWS, name, N_("a row, not above the first one"));
    lua_Integer last_column = whole_argument(L, index + 3, column, GATE_COLUMNS, name,
                                             N_("a column, not left of the first one"));
    *end++ = ':';
    add_cell(end, last_row, last_column, mark);
}

/* ref(row, column [, last_row, last_column]) → text [-0, +1, e] */
static int ref(lua_State *L)
{
    char place[PLACE_BYTES];
    place_text(L, 1, "", "ref", place);
    lua_pushstring(L, place);
    return 1;
}

/* fixed(row, column [, last_row, last_column]) → text [-0, +1, e] */
static int fixed(lua_State *L)
{
    char place[PLACE_BYTES];
    place_text(L, 1, "$", "fixed", place);
    lua_pushstring(L, place);
    return 1;
}

/* Pushes `text` between two `mark`s, a mark inside it doubled. [-0, +1, m] */
static void push_marked(lua_State *L, const char *text, size_t length, char mark)
{
    luaL_Buffer buffer;
    luaL_buffinit(L, &buffer);
    luaL_addchar(&buffer, mark);
    for (size_t i = 0; i < length; i++) {
        luaL_addchar(&buffer, text[i]);
        if (text[i] == mark) {
            luaL_addchar(&buffer, mark);
        }
    }
    luaL_addchar(&buffer, mark);
    luaL_pushresult(&buffer);
}

/* at(sheet, row, column [, last_row, last_column]) → text [-0, +1, e] */
static int at(lua_State *L)
{
    char place[PLACE_BYTES];
    size_t length = 0;
    if (luaL_testudata(L, 1, TEMPLATE_LUA_SHEET) == NULL) {
        return refuse(L, 1, "at", N_("a sheet, as sheet(name) gives it"));
    }
    place_text(L, 2, "$", "at", place);
    lua_getiuservalue(L, 1, 1);
    const char *name = lua_tolstring(L, -1, &length);
    push_marked(L, name, length, '\'');
    lua_pushfstring(L, "%s!%s", lua_tostring(L, -1), place);
    return 1;
}

/* quote(text) → text [-0, +1, e] */
static int quote(lua_State *L)
{
    size_t length = 0;
    const char *text = text_argument(L, 1, "quote", &length);
    push_marked(L, text, length, '"');
    return 1;
}

/* is_address(text) → boolean [-0, +1, e] */
static int is_address(lua_State *L)
{
    size_t length = 0;
    const char *text = text_argument(L, 1, "is_address", &length);
    lua_pushboolean(L, web_address_is(text, length));
    return 1;
}

/* lines(text, width [, size [, bold]]) → number [-0, +1, e] */
static int lines(lua_State *L)
{
    size_t length = 0;
    const char *text = text_argument(L, 1, "lines", &length);
    double width = 0;
    double size = 10;
    if (!template_lua_number(L, 2, &width) || width < 0 || width > 10000) {
        return refuse(L, 2, "lines", N_("a width, a number from 0 to 10000"));
    }
    if (!lua_isnoneornil(L, 3) && (!template_lua_number(L, 3, &size) || size < 1 || size > 100)) {
        return refuse(L, 3, "lines", N_("a size of letters, a number from 1 to 100"));
    }
    lua_pushinteger(L, (lua_Integer)measure_lines(text, length, width, size, lua_toboolean(L, 4)));
    return 1;
}

/* cut(text, characters) → text [-0, +1, e] */
static int cut(lua_State *L)
{
    size_t length = 0;
    const char *text = text_argument(L, 1, "cut", &length);
    lua_Integer most =
        whole_argument(L, 2, 1, GATE_CELL_UNITS, "cut", N_("a whole number from 1 to 32767"));
    lua_Integer count = 0;
    size_t keep = 0; /* where the mark would stand */
    for (size_t i = 0; i < length; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80) {
            count++;
            keep = count == most ? i : keep;
        }
    }
    lua_settop(L, 1);
    if (count > most) {
        lua_pushlstring(L, text, keep);
        lua_pushliteral(L, "…");
        lua_concat(L, 2);
    }
    return 1;
}

void template_lua_add(lua_State *L, int index, bool english)
{
    static const luaL_Reg functions[] = {
        {"_", translate}, {"exact", exact}, {"decimal", decimal}, {"ref", ref},
        {"fixed", fixed}, {"at", at},       {"quote", quote},     {"is_address", is_address},
        {"lines", lines}, {"cut", cut},     {NULL, NULL}};
    int table = lua_absindex(L, index);
    for (const luaL_Reg *row = functions; row->name != NULL; row++) {
        lua_pushboolean(L, english);
        lua_pushcclosure(L, row->func, 1);
        lua_setfield(L, table, row->name);
    }
}
