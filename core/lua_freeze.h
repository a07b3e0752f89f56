/* lua_freeze: tables that foreign code can read and not change.
 *
 * Lua has no read-only tables. A frozen table is an empty one whose metatable leads reading to a data
 * table that nobody else can reach and raises on writing; it keeps its identity, so whoever already
 * holds the table holds the frozen one. Foreign code has neither rawset nor getmetatable, so nothing
 * leads around it. A table with a metatable is always a frozen one. */
#ifndef SPBE_LUA_FREEZE_H
#define SPBE_LUA_FREEZE_H

#include <lua.h>
#include <stdbool.h>

/* Freezes the table at `index` and every table that can be reached from it as a value, however deep
 * or circular; raises only when memory ends. [-0, +0, m] */
void lua_freeze(lua_State *L, int index);
/* Pops a data table, pushes a new frozen table over it; what is in it is left as it is. `deny` is
 * called for an assignment to it, with the table, the key and the value; NULL raises SANDBOX_FROZEN.
 * [-1, +1, m] */
void lua_freeze_wrap(lua_State *L, lua_CFunction deny);

/* True when the table at `index` is frozen. [-0, +0, –] */
bool lua_freeze_is(lua_State *L, int index);
/* Pushes the data table of a frozen table, or the table itself, for raw reading. [-0, +1, –] */
void lua_freeze_data(lua_State *L, int index);
/* The length (border) of the table at `index`, frozen or not. [-0, +0, –] */
lua_Integer lua_freeze_length(lua_State *L, int index);

#endif
