#include "lua_table.h"

#include "limit.h"
#include "lua_freeze.h"
#include "lua_keys.h"
#include "message.h"
#include "sandbox.h"

#include <lauxlib.h>
#include <stdbool.h>
#include <stdio.h>

/* ---- arguments ------------------------------------------------------------------------------------ */

static int refuse_items(lua_State *L, const char *name)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%d", LIMIT_LUA_ITEMS);
    return sandbox_raise(L, M_SANDBOX_ITEMS, name, digits);
}

/* The length of the table at argument 1, bounded. */
static lua_Integer take_list(lua_State *L, const char *name)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer length = lua_freeze_length(L, 1);
    if (length > LIMIT_LUA_ITEMS) {
        refuse_items(L, name);
    }
    return length;
}

/* The same for a table that is about to be changed. */
static lua_Integer take_open_list(lua_State *L, const char *name)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    if (lua_freeze_is(L, 1)) {
        sandbox_raise(L, M_SANDBOX_FROZEN, NULL, NULL);
    }
    return take_list(L, name);
}

/* ---- lists ---------------------------------------------------------------------------------------- */

int lua_table_insert(lua_State *L)
{
    lua_Integer next = take_open_list(L, "table.insert") + 1;
    int count = lua_gettop(L);
    if (count != 2 && count != 3) {
        return luaL_error(L, "wrong number of arguments to 'insert'");
    }
    lua_Integer position = count == 2 ? next : luaL_checkinteger(L, 2);
    luaL_argcheck(L, position >= 1 && position <= next, 2, "position out of bounds");
    sandbox_charge(L, (size_t)(next - position));
    for (lua_Integer i = next; i > position; i--) {
        lua_rawgeti(L, 1, i - 1);
        lua_rawseti(L, 1, i);
    }
    lua_rawseti(L, 1, position);
    return 0;
}

int lua_table_remove(lua_State *L)
{
    lua_Integer length = take_open_list(L, "table.remove");
    lua_Integer position = luaL_optinteger(L, 2, length);
    bool nothing = length == 0 && (position == 0 || position == length);
    luaL_argcheck(L, nothing || (position >= 1 && position <= length + 1), 2,
                  "position out of bounds");
    lua_rawgeti(L, 1, position);
    sandbox_charge(L, position <= length ? (size_t)(length - position) : 0);
    for (lua_Integer i = position; i < length; i++) {
        lua_rawgeti(L, 1, i + 1);
        lua_rawseti(L, 1, i);
    }
    if (position <= length) {
        lua_pushnil(L);
        lua_rawseti(L, 1, length > position ? length : position);
    }
    return 1;
}

int lua_table_unpack(lua_State *L)
{
    lua_Integer length = take_list(L, "table.unpack");
    lua_Integer first = luaL_optinteger(L, 2, 1);
    lua_Integer last = luaL_optinteger(L, 3, length);
    if (first > last) {
        return 0;
    }
    if ((lua_Unsigned)last - (lua_Unsigned)first >= LIMIT_LUA_ARGUMENTS) {
        char digits[24];
        snprintf(digits, sizeof digits, "%d", LIMIT_LUA_ARGUMENTS);
        return sandbox_raise(L, M_SANDBOX_VALUES, "table.unpack", digits);
    }
    int count = (int)(last - first + 1);
    luaL_checkstack(L, count + 2, NULL);
    lua_freeze_data(L, 1);
    int data = lua_gettop(L);
    for (int i = 0; i < count; i++) {
        lua_rawgeti(L, data, first + i);
    }
    return count;
}

/* Adds the value on the top of the stack, a text or number, to the buffer below it. */
static void add_item(lua_State *L, luaL_Buffer *buffer, lua_Integer position)
{
    int type = lua_type(L, -1);
    if (type != LUA_TSTRING && type != LUA_TNUMBER) {
        luaL_error(L, "item %I given to 'concat' is %s", (LUAI_UACINT)position,
                   sandbox_phrase(L, -1));
    }
    luaL_addvalue(buffer);
    if (luaL_bufflen(buffer) > LIMIT_LUA_STRING) {
        char digits[24];
        snprintf(digits, sizeof digits, "%d", LIMIT_LUA_STRING);
        sandbox_raise(L, M_SANDBOX_STRING, "table.concat", digits);
    }
}

int lua_table_concat(lua_State *L)
{
    size_t between_length;
    lua_Integer length = take_list(L, "table.concat");
    const char *between = luaL_optlstring(L, 2, "", &between_length);
    lua_Integer first = luaL_optinteger(L, 3, 1);
    lua_Integer last = luaL_optinteger(L, 4, length);
    luaL_Buffer buffer;
    lua_freeze_data(L, 1);
    int data = lua_gettop(L);
    luaL_buffinit(L, &buffer);
    for (lua_Integer i = first; i <= last; i++) {
        sandbox_charge(L, 1 + between_length / 64);
        if (i > first) {
            luaL_addlstring(&buffer, between, between_length);
        }
        lua_rawgeti(L, data, i);
        add_item(L, &buffer, i);
        if (i == last) {
            break; /* i + 1 might not exist */
        }
    }
    luaL_pushresult(&buffer);
    return 1;
}

/* ---- sorting -------------------------------------------------------------------------------------- */

enum { LIST = 1, BEFORE = 2, ONE = 3, OTHER = 4 }; /* stack of table.sort: two scratch tables */
enum { COMPARISON_STEPS = 3 }; /* what the call of a comparison costs beside its own */

/* Whether the value at the top goes before the one below it. */
static bool goes_before(lua_State *L)
{
    int top = lua_gettop(L);
    if (lua_isfunction(L, BEFORE)) {
        sandbox_charge(L, COMPARISON_STEPS);
        lua_pushvalue(L, BEFORE);
        lua_pushvalue(L, top);
        lua_pushvalue(L, top - 1);
        lua_call(L, 2, 1);
        bool before = lua_toboolean(L, -1);
        lua_pop(L, 1);
        return before;
    }
    int type = lua_type(L, top);
    if (type != lua_type(L, top - 1) || (type != LUA_TNUMBER && type != LUA_TSTRING)) {
        luaL_error(L, "table.sort cannot compare %s with %s; give it a comparison",
                   sandbox_phrase(L, top), sandbox_phrase(L, top - 1));
    }
    if (type == LUA_TSTRING) {
        sandbox_charge(L, lua_rawlen(L, top) / 64);
    }
    return lua_compare(L, top, top - 1, LUA_OPLT) != 0;
}

/* Merges [low, middle) and [middle, high) of the table at `from` into the one at `to`. */
static void merge(lua_State *L, int from, int to, lua_Integer low, lua_Integer middle,
                  lua_Integer high)
{
    lua_Integer left = low;
    lua_Integer right = middle;
    for (lua_Integer i = low; i < high; i++) {
        sandbox_charge(L, 1);
        bool take_right = left >= middle;
        if (!take_right && right < high) {
            lua_rawgeti(L, from, left);
            lua_rawgeti(L, from, right);
            take_right = goes_before(L);
            lua_pop(L, 2);
        }
        lua_rawgeti(L, from, take_right ? right++ : left++);
        lua_rawseti(L, to, i);
    }
}

/* Copies `count` items between tables on the stack. */
static void copy_list(lua_State *L, int from, int to, lua_Integer count)
{
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, from, i);
        lua_rawseti(L, to, i);
    }
}

int lua_table_sort(lua_State *L)
{
    lua_Integer count = take_open_list(L, "table.sort");
    if (!lua_isnoneornil(L, BEFORE)) {
        luaL_checktype(L, BEFORE, LUA_TFUNCTION);
    }
    lua_settop(L, BEFORE);
    luaL_checkstack(L, 12, NULL);
    lua_createtable(L, (int)count, 0);
    lua_createtable(L, (int)count, 0);
    int from = ONE;
    int to = OTHER;
    copy_list(L, LIST, from, count);
    for (lua_Integer width = 1; width < count; width *= 2) {
        for (lua_Integer low = 1; low <= count; low += 2 * width) {
            lua_Integer middle = low + width <= count ? low + width : count + 1;
            lua_Integer high = low + 2 * width <= count ? low + 2 * width : count + 1;
            merge(L, from, to, low, middle, high);
        }
        int sorted = to;
        to = from;
        from = sorted;
    }
    copy_list(L, from, LIST, count);
    return 0;
}

/* ---- walking -------------------------------------------------------------------------------------- */

/* walk(list, i) → i + 1, value | nil [-0, +2|1, –] */
static int next_item(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer i = luaL_checkinteger(L, 2);
    luaL_argcheck(L, i >= 0 && i < LUA_MAXINTEGER, 2, "not a position");
    lua_freeze_data(L, 1);
    lua_pushinteger(L, i + 1);
    return lua_rawgeti(L, -2, i + 1) == LUA_TNIL ? 1 : 2;
}

int lua_table_ipairs(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_pushcfunction(L, next_item);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

/* walk(table, key) → next key, value | nil [-0, +2|1, e]; upvalues: the first key, what follows each
 * key, and the data table. It keeps nothing: the same key has the same successor whenever it is asked,
 * so a walk that foreign code holds on to is no state. A key whose value has gone meanwhile is passed
 * over. */
static int next_pair(lua_State *L)
{
    bool first = lua_isnoneornil(L, 2);
    lua_settop(L, 2);
    for (;;) {
        if (first) {
            lua_pushvalue(L, lua_upvalueindex(1));
        } else {
            lua_rawget(L, lua_upvalueindex(2));
        }
        first = false;
        if (lua_isnil(L, -1)) {
            return 1;
        }
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(3)) != LUA_TNIL) {
            return 2;
        }
        lua_pop(L, 1);
        sandbox_charge(L, 1);
    }
}

/* Pops a list of keys, pushes the first one and a table of what follows each. */
static void chain_keys(lua_State *L)
{
    int keys = lua_gettop(L);
    lua_Integer count = (lua_Integer)lua_rawlen(L, keys);
    lua_rawgeti(L, keys, 1);
    lua_createtable(L, 0, (int)count);
    for (lua_Integer i = 1; i < count; i++) {
        lua_rawgeti(L, keys, i);
        lua_rawgeti(L, keys, i + 1);
        lua_rawset(L, -3);
    }
    lua_remove(L, keys);
}

int lua_table_pairs(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    lua_freeze_data(L, 1);
    lua_keys_push(L, -1);
    chain_keys(L);
    lua_pushvalue(L, 2);
    lua_pushcclosure(L, next_pair, 3);
    lua_pushvalue(L, 1);
    return 2;
}
