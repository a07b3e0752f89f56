/* lua_trace: which lines of which functions were run. */
#ifndef SPBE_LUA_TRACE_H
#define SPBE_LUA_TRACE_H

#include "text.h"

#include <lua.h>

struct lua_trace;

/* Nothing was run yet; yours to lua_trace_free. */
struct lua_trace *lua_trace_new(void);
/* Frees it; NULL is taken. */
void lua_trace_free(struct lua_trace *trace);
/* A line was run; trace is a struct lua_trace (sandbox_trace). */
void lua_trace_note(void *trace, const char *file, int line);

/* Appends one object for each Lua function in the list at `index`, with commas between: {"file":"a.lua",
 * "from":8,"to":25,"lines":[9,10],"run":[true,false]}. Functions made from the same text are told once.
 * trace: NULL counts as nothing run. [-0, +0, m] */
void lua_trace_write(lua_State *L, int index, const struct lua_trace *trace, struct text *out);

#endif
