#include "lua_freeze.h"

#include "message.h"
#include "sandbox.h"

#include <lauxlib.h>

/* deny(table, key, value) [raises] */
static int deny_change(lua_State *L)
{
    return sandbox_raise(L, M_SANDBOX_FROZEN, NULL, NULL);
}

/* #table [-1, +1, –]; the data table is the upvalue. */
static int length_of_data(lua_State *L)
{
    lua_pushinteger(L, (lua_Integer)lua_rawlen(L, lua_upvalueindex(1)));
    return 1;
}

/* Gives the table at `index` the metatable that makes it a frozen view of the data table on the top of
 * the stack, which is popped. */
static void seal(lua_State *L, int index, lua_CFunction deny)
{
    lua_createtable(L, 0, 4);
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, deny == NULL ? deny_change : deny);
    lua_setfield(L, -2, "__newindex");
    lua_pushvalue(L, -2);
    lua_pushcclosure(L, length_of_data, 1);
    lua_setfield(L, -2, "__len");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, index);
    lua_pop(L, 1);
}

void lua_freeze_wrap(lua_State *L, lua_CFunction deny)
{
    luaL_checkstack(L, 4, NULL);
    lua_newtable(L);
    lua_insert(L, -2);
    seal(L, lua_absindex(L, -2), deny);
}

bool lua_freeze_is(lua_State *L, int index)
{
    bool frozen = lua_getmetatable(L, index) != 0;
    lua_pop(L, frozen ? 1 : 0);
    return frozen;
}

void lua_freeze_data(lua_State *L, int index)
{
    luaL_checkstack(L, 3, NULL);
    if (lua_getmetatable(L, index) == 0) {
        lua_pushvalue(L, index);
        return;
    }
    lua_getfield(L, -1, "__index");
    lua_remove(L, -2);
}

lua_Integer lua_freeze_length(lua_State *L, int index)
{
    lua_freeze_data(L, index);
    lua_Integer length = (lua_Integer)lua_rawlen(L, -1);
    lua_pop(L, 1);
    return length;
}

/* Moves everything from the table at `table` to the one at `data`; unfrozen tables among the values
 * go to the end of the list at `queue`, which holds `*count`. */
static void move_out(lua_State *L, int table, int data, int queue, lua_Integer *count)
{
    lua_pushnil(L);
    while (lua_next(L, table) != 0) {
        if (lua_istable(L, -1) && !lua_freeze_is(L, -1)) {
            lua_pushvalue(L, -1);
            lua_rawseti(L, queue, ++*count);
        }
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, data);
        lua_pushvalue(L, -1); /* an entry that is there may be emptied while walking */
        lua_pushnil(L);
        lua_rawset(L, table);
    }
}

void lua_freeze(lua_State *L, int index)
{
    luaL_checkstack(L, 12, NULL);
    index = lua_absindex(L, index);
    lua_newtable(L);
    int queue = lua_gettop(L);
    lua_pushvalue(L, index);
    lua_rawseti(L, queue, 1);
    lua_Integer count = 1;
    for (lua_Integer done = 1; done <= count; done++) {
        lua_rawgeti(L, queue, done);
        if (lua_freeze_is(L, -1)) {
            lua_pop(L, 1);
            continue;
        }
        int table = lua_gettop(L);
        lua_newtable(L);
        move_out(L, table, table + 1, queue, &count);
        seal(L, table, NULL);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}
