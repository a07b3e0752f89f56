/* lua_watch: which names a function asks a table for that are not in it.
 *
 * A name that is not there is nil in Lua, so a misspelt one gives a wrong value instead of an error. Watched
 * tables note each such question with the line that asked. Only for trials: what is watched scores nothing. */
#ifndef SPBE_LUA_WATCH_H
#define SPBE_LUA_WATCH_H

#include "text.h"

#include <lua.h>

/* Watches the frozen table at `index` and all tables inside it, and forgets what was noted before.
 * [-0, +0, m] */
void lua_watch(lua_State *L, int index);
/* Appends what was noted, at most 100 questions in their order:
 * [{"path":"levels[2]","key":"mett","where":"domain_1.lua:12"}]. The next position behind a list is no
 * question: every walk over a list ends there. [-0, +0, -] */
void lua_watch_write(lua_State *L, struct text *out);

#endif
