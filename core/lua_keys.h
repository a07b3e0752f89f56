/* lua_keys: the keys of a table in an order that is the same in every run.
 *
 * Lua's own walk follows hashes and addresses. Here numbers come first, by size, then texts by bytes,
 * then false and true; the sort is stable and takes n log n steps whatever it is given. */
#ifndef SPBE_LUA_KEYS_H
#define SPBE_LUA_KEYS_H

#include <lua.h>

/* Pushes a list of the keys of the data table at `index` (lua_freeze_data). Charges some steps a key.
 * Raises when a key is a table or a function, which have no order. [-0, +1, e] */
void lua_keys_push(lua_State *L, int index);

#endif
