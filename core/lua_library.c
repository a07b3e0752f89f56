#include "lua_library.h"

#include "lang.h"
#include "lua_freeze.h"
#include "lua_string.h"
#include "lua_table.h"
#include "message.h"
#include "sandbox.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DEEPEST_LEVEL = 200 };  /* of error; Lua nests C calls no deeper */
enum { FORGIVEN_STEPS = 100 }; /* what an error costs that pcall forgives: message and way back */
enum { NOBODY = 0, CATCHERS = LIBRARY_TEMPLATE | LIBRARY_SCRIPT, ALL = LIBRARY_PACK | CATCHERS };

/* ---- functions without a table -------------------------------------------------------------------- */

/* type(value) → text [-0, +1, e] */
static int base_type(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_pushstring(L, luaL_typename(L, 1));
    return 1;
}

/* select(n | "#", …) → values | number [-0, +n, e] */
static int base_select(lua_State *L)
{
    int count = lua_gettop(L);
    if (lua_type(L, 1) == LUA_TSTRING && strcmp(lua_tostring(L, 1), "#") == 0) {
        lua_pushinteger(L, count - 1);
        return 1;
    }
    lua_Integer first = luaL_checkinteger(L, 1);
    first = first < 0 ? count + first : first > count ? count : first;
    luaL_argcheck(L, first >= 1, 1, "index out of range");
    return count - (int)first;
}

/* error(message [, level]) [raises]; the message gets its place in front as in the manual */
static int base_error(lua_State *L)
{
    lua_Integer level = luaL_optinteger(L, 2, 1);
    lua_settop(L, 1);
    if (lua_type(L, 1) == LUA_TSTRING && level > 0 && level < DEEPEST_LEVEL) {
        luaL_where(L, (int)level);
        lua_pushvalue(L, 1);
        lua_concat(L, 2);
    }
    return lua_error(L);
}

/* assert(value [, message], …) → all arguments [-0, +n, e] */
static int base_assert(lua_State *L)
{
    luaL_checkany(L, 1);
    if (lua_toboolean(L, 1)) {
        return lua_gettop(L);
    }
    if (lua_isnoneornil(L, 2)) {
        return luaL_error(L, "assertion failed");
    }
    lua_settop(L, 2);
    return lua_error(L);
}

/* pcall(function, …) → true, results | false, message: what a limit raises goes through [-0, +n, e] */
static int base_pcall(lua_State *L)
{
    luaL_checkany(L, 1);
    lua_pushboolean(L, 1);
    lua_insert(L, 1);
    int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
    if (status == LUA_OK) {
        sandbox_charge(L, 1);
        return lua_gettop(L);
    }
    if (!sandbox_forgive(L, status)) {
        return sandbox_rethrow(L);
    }
    sandbox_charge(L, FORGIVEN_STEPS);
    lua_pushboolean(L, 0);
    lua_insert(L, -2);
    return 2;
}

/* ---- math ----------------------------------------------------------------------------------------- */

/* Pushes a whole number as an integer where it fits, as the manual's floor and ceil do. */
static int push_whole(lua_State *L, lua_Number number)
{
    lua_Integer whole;
    if (lua_numbertointeger(number, &whole)) {
        lua_pushinteger(L, whole);
    } else {
        lua_pushnumber(L, number);
    }
    return 1;
}

/* math.floor(x) → number [-0, +1, e] */
static int math_floor(lua_State *L)
{
    if (lua_isinteger(L, 1)) {
        lua_settop(L, 1);
        return 1;
    }
    return push_whole(L, floor(luaL_checknumber(L, 1)));
}

/* math.ceil(x) → number [-0, +1, e] */
static int math_ceil(lua_State *L)
{
    if (lua_isinteger(L, 1)) {
        lua_settop(L, 1);
        return 1;
    }
    return push_whole(L, ceil(luaL_checknumber(L, 1)));
}

/* math.abs(x) → number [-0, +1, e] */
static int math_abs(lua_State *L)
{
    if (lua_isinteger(L, 1)) {
        lua_Integer number = lua_tointeger(L, 1);
        lua_pushinteger(L, number < 0 ? (lua_Integer)(0U - (lua_Unsigned)number) : number);
    } else {
        lua_pushnumber(L, fabs(luaL_checknumber(L, 1)));
    }
    return 1;
}

/* Pushes the argument that no other one goes before (`sign` 1) or behind (-1). */
static int push_extreme(lua_State *L, int sign)
{
    int best = 1;
    luaL_checknumber(L, 1);
    for (int i = 2; i <= lua_gettop(L); i++) {
        luaL_checknumber(L, i);
        if (lua_compare(L, sign > 0 ? i : best, sign > 0 ? best : i, LUA_OPLT)) {
            best = i;
        }
    }
    lua_pushvalue(L, best);
    return 1;
}

/* math.min(x, …) → number [-0, +1, e] */
static int math_min(lua_State *L)
{
    return push_extreme(L, 1);
}

/* math.max(x, …) → number [-0, +1, e] */
static int math_max(lua_State *L)
{
    return push_extreme(L, -1);
}

/* math.tointeger(x) → integer | nil [-0, +1, e] */
static int math_tointeger(lua_State *L)
{
    int is_whole = 0;
    luaL_checkany(L, 1);
    lua_Integer whole = lua_type(L, 1) == LUA_TNUMBER ? lua_tointegerx(L, 1, &is_whole) : 0;
    if (is_whole) {
        lua_pushinteger(L, whole);
    } else {
        lua_pushnil(L);
    }
    return 1;
}

/* math.type(x) → "integer" | "float" | nil [-0, +1, e] */
static int math_type(lua_State *L)
{
    luaL_checkany(L, 1);
    if (lua_type(L, 1) != LUA_TNUMBER) {
        lua_pushnil(L);
    } else {
        lua_pushstring(L, lua_isinteger(L, 1) ? "integer" : "float");
    }
    return 1;
}

/* ---- the table of names --------------------------------------------------------------------------- */

static const char escapes[] = N_("foreign code reaches no file, clock, program or other code");
static const char metatables[] = N_("tables have no metatables here");
static const char catches[] = N_("an error ends the loading of a pack");
static const char order[] = N_("its order differs from run to run; use pairs, which sorts");
static const char threads[] = N_("there is one line of work");
static const char patterns[] =
    N_("pattern matching can take for ever; use string.find or string.sub");
static const char binary[] = N_("packed bytes and compiled code are not data");
static const char inexact[] = N_("its last digits differ between machines; scores are exact");
static const char random_numbers[] = N_("the same input gives the same result");
static const char collector[] = N_("memory is managed from outside");
static const char output[] = N_("there is nowhere to print to; return the data");
static const char large[] = N_("it moves any number of items at once; use a loop");
static const char bytes[] = N_("texts are UTF-8 and are passed on as they are");
static const char globals[] = N_("names are fixed; use local variables");

struct row {
    const char *table;      /* "" for a name without a table */
    const char *name;       /* "" for the whole table */
    lua_CFunction function; /* NULL: nobody gets it */
    unsigned users;         /* enum library_user, or-ed */
    const char *reason;     /* told to those who do not; NULL when all do */
};

static const struct row rows[] = {
    {"", "assert", base_assert, ALL, NULL},
    {"", "collectgarbage", NULL, NOBODY, collector},
    {"", "dofile", NULL, NOBODY, escapes},
    {"", "error", base_error, ALL, NULL},
    {"", "getmetatable", NULL, NOBODY, metatables},
    {"", "ipairs", lua_table_ipairs, ALL, NULL},
    {"", "load", NULL, NOBODY, escapes},
    {"", "loadfile", NULL, NOBODY, escapes},
    {"", "loadstring", NULL, NOBODY, escapes},
    {"", "module", NULL, NOBODY, escapes},
    {"", "next", NULL, NOBODY, order},
    {"", "pairs", lua_table_pairs, ALL, NULL},
    {"", "pcall", base_pcall, CATCHERS, catches},
    {"", "print", NULL, NOBODY, output},
    {"", "rawequal", NULL, NOBODY, metatables},
    {"", "rawget", NULL, NOBODY, metatables},
    {"", "rawlen", NULL, NOBODY, metatables},
    {"", "rawset", NULL, NOBODY, metatables},
    {"", "require", NULL, NOBODY, escapes},
    {"", "select", base_select, ALL, NULL},
    {"", "setmetatable", NULL, NOBODY, metatables},
    {"", "tonumber", lua_string_tonumber, ALL, NULL},
    {"", "tostring", lua_string_tostring, ALL, NULL},
    {"", "type", base_type, ALL, NULL},
    {"", "unpack", NULL, NOBODY, N_("it is table.unpack")},
    {"", "warn", NULL, NOBODY, output},
    {"", "xpcall", NULL, NOBODY, catches},
    {"", "_G", NULL, NOBODY, globals},
    {"", "_VERSION", NULL, NOBODY, globals},
    {"", "coroutine", NULL, NOBODY, threads},
    {"", "debug", NULL, NOBODY, escapes},
    {"", "io", NULL, NOBODY, escapes},
    {"", "os", NULL, NOBODY, escapes},
    {"", "package", NULL, NOBODY, escapes},
    {"", "utf8", NULL, NOBODY, bytes},

    {"math", "abs", math_abs, ALL, NULL},
    {"math", "acos", NULL, NOBODY, inexact},
    {"math", "asin", NULL, NOBODY, inexact},
    {"math", "atan", NULL, NOBODY, inexact},
    {"math", "atan2", NULL, NOBODY, inexact},
    {"math", "ceil", math_ceil, ALL, NULL},
    {"math", "cos", NULL, NOBODY, inexact},
    {"math", "cosh", NULL, NOBODY, inexact},
    {"math", "deg", NULL, NOBODY, inexact},
    {"math", "exp", NULL, NOBODY, inexact},
    {"math", "frexp", NULL, NOBODY, inexact},
    {"math", "floor", math_floor, ALL, NULL},
    {"math", "fmod", NULL, NOBODY, inexact},
    {"math", "huge", NULL, NOBODY, inexact},
    {"math", "ldexp", NULL, NOBODY, inexact},
    {"math", "log", NULL, NOBODY, inexact},
    {"math", "log10", NULL, NOBODY, inexact},
    {"math", "max", math_max, ALL, NULL},
    {"math", "maxinteger", NULL, ALL, NULL},
    {"math", "min", math_min, ALL, NULL},
    {"math", "mininteger", NULL, ALL, NULL},
    {"math", "modf", NULL, NOBODY, inexact},
    {"math", "pi", NULL, NOBODY, inexact},
    {"math", "pow", NULL, NOBODY, inexact},
    {"math", "rad", NULL, NOBODY, inexact},
    {"math", "random", NULL, NOBODY, random_numbers},
    {"math", "randomseed", NULL, NOBODY, random_numbers},
    {"math", "sin", NULL, NOBODY, inexact},
    {"math", "sinh", NULL, NOBODY, inexact},
    {"math", "sqrt", NULL, NOBODY, inexact},
    {"math", "tan", NULL, NOBODY, inexact},
    {"math", "tanh", NULL, NOBODY, inexact},
    {"math", "tointeger", math_tointeger, ALL, NULL},
    {"math", "type", math_type, ALL, NULL},
    {"math", "ult", NULL, NOBODY, binary},

    {"string", "byte", lua_string_byte, ALL, NULL},
    {"string", "char", lua_string_char, ALL, NULL},
    {"string", "dump", NULL, NOBODY, binary},
    {"string", "find", lua_string_find, ALL, NULL},
    {"string", "format", lua_string_format, ALL, NULL},
    {"string", "gmatch", NULL, NOBODY, patterns},
    {"string", "gsub", NULL, NOBODY, patterns},
    {"string", "len", lua_string_len, ALL, NULL},
    {"string", "lower", lua_string_lower, ALL, NULL},
    {"string", "match", NULL, NOBODY, patterns},
    {"string", "pack", NULL, NOBODY, binary},
    {"string", "packsize", NULL, NOBODY, binary},
    {"string", "rep", lua_string_rep, ALL, NULL},
    {"string", "reverse", lua_string_reverse, ALL, NULL},
    {"string", "sub", lua_string_sub, ALL, NULL},
    {"string", "unpack", NULL, NOBODY, binary},
    {"string", "upper", lua_string_upper, ALL, NULL},

    {"table", "concat", lua_table_concat, ALL, NULL},
    {"table", "insert", lua_table_insert, ALL, NULL},
    {"table", "move", NULL, NOBODY, large},
    {"table", "pack", NULL, NOBODY, N_("write braces around the values")},
    {"table", "remove", lua_table_remove, ALL, NULL},
    {"table", "sort", lua_table_sort, ALL, NULL},
    {"table", "unpack", lua_table_unpack, ALL, NULL},
};

enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

bool lua_library_name(size_t i, struct library_name *out)
{
    if (i < ROW_COUNT) {
        *out = (struct library_name){rows[i].table, rows[i].name, rows[i].users, rows[i].reason};
    }
    return i < ROW_COUNT;
}

/* ---- the environment ------------------------------------------------------------------------------ */

/* index(table, name) [raises]: a name that is not there; the upvalue is the table's own name. */
static int miss_name(lua_State *L)
{
    char full[64];
    const char *table = lua_tostring(L, lua_upvalueindex(1));
    if (lua_type(L, 2) != LUA_TSTRING) {
        return luaL_error(L, "the library has no entry for %s", sandbox_phrase(L, 2));
    }
    const char *name = lua_tostring(L, 2);
    snprintf(full, sizeof full, "%s%s%s", table, table[0] == '\0' ? "" : ".", name);
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (strcmp(rows[i].table, table) == 0 && strcmp(rows[i].name, name) == 0) {
            return sandbox_raise(L, M_SANDBOX_ABSENT, full, rows[i].reason);
        }
    }
    return sandbox_raise(L, M_SANDBOX_UNKNOWN, full, NULL);
}

/* newindex(table, name, value) [raises] */
static int deny_name(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    return sandbox_raise(L, M_SANDBOX_GLOBAL, name, NULL);
}

/* Pops the data table that holds a table's names, pushes the frozen table over it. */
static void close_names(lua_State *L, const char *table, lua_CFunction deny)
{
    lua_createtable(L, 0, 1);
    lua_pushstring(L, table);
    lua_pushcclosure(L, miss_name, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_freeze_wrap(L, deny);
}

/* Adds the names of one library table to the data table on the top of the stack. */
static void add_names(lua_State *L, const char *table, enum library_user user)
{
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (strcmp(rows[i].table, table) == 0 && rows[i].function != NULL &&
            (rows[i].users & user) != 0) {
            lua_pushcfunction(L, rows[i].function);
            lua_setfield(L, -2, rows[i].name);
        }
    }
}

/* Pushes one frozen library table. */
static void push_table(lua_State *L, const char *table, enum library_user user)
{
    lua_newtable(L);
    add_names(L, table, user);
    if (strcmp(table, "math") == 0) {
        lua_pushinteger(L, LUA_MAXINTEGER);
        lua_setfield(L, -2, "maxinteger");
        lua_pushinteger(L, LUA_MININTEGER);
        lua_setfield(L, -2, "mininteger");
    }
    close_names(L, table, NULL);
}

/* Makes ("x"):rep(3) find the frozen table `string` at the top of the stack; texts have no arithmetic. */
static void set_text_methods(lua_State *L)
{
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

static void push_part(lua_State *L, const struct library_part *part)
{
    lua_newtable(L);
    luaL_setfuncs(L, part->functions, 0);
    close_names(L, part->name, NULL);
}

void lua_library_open(lua_State *L, enum library_user user, const struct library_part *parts)
{
    static const char *const tables[] = {"math", "string", "table"};
    luaL_checkstack(L, 10, NULL);
    lua_newtable(L);
    add_names(L, "", user);
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        push_table(L, tables[i], user);
        if (strcmp(tables[i], "string") == 0) {
            set_text_methods(L);
        }
        lua_setfield(L, -2, tables[i]);
    }
    for (; parts != NULL && parts->name != NULL; parts++) {
        push_part(L, parts);
        lua_setfield(L, -2, parts->name);
    }
    close_names(L, "", deny_name);
}
