/* lua_table: the table functions that foreign code may use.
 *
 * Each is the function of that name in the Lua manual (6.5, 6.1), made so that it ends soon whatever it
 * is given: at most LIMIT_LUA_ITEMS items, LIMIT_LUA_ARGUMENTS values at once, results of at most
 * LIMIT_LUA_STRING, every item charged to the budget. Frozen tables can be read and not changed. */
#ifndef SPBE_LUA_TABLE_H
#define SPBE_LUA_TABLE_H

#include <lua.h>

/* table.concat(list [, between [, i [, j]]]) → text [-0, +1, e] */
int lua_table_concat(lua_State *L);
/* table.insert(list, [position,] value) [-0, +0, e] */
int lua_table_insert(lua_State *L);
/* table.remove(list [, position]) → value [-0, +1, e] */
int lua_table_remove(lua_State *L);
/* table.sort(list [, before]); stable; a comparison that contradicts itself gives some order, always
 * the same [-0, +0, e] */
int lua_table_sort(lua_State *L);
/* table.unpack(list [, i [, j]]) → values [-0, +n, e] */
int lua_table_unpack(lua_State *L);

/* ipairs(list) → walk, list, 0 [-0, +3, e] */
int lua_table_ipairs(lua_State *L);
/* pairs(table) → walk, table, nil: in the order of lua_keys, over the keys that were there when it was
 * called [-0, +3, e] */
int lua_table_pairs(lua_State *L);

#endif
