/* lua_library: every name of Lua's standard library, who may use it, and why the others may not.
 *
 * The environment of foreign code is built from one table of rows (lua_library.c); a name without a
 * function, or not for the one at work, carries the reason, which is what its user reads. Reading any
 * other name is an error too, so a misspelt one is found where it stands. The whole environment is
 * frozen. A test walks what can be reached and compares it with tests/golden/sandbox-*.txt.
 *
 * What differs from the manual: pairs walks in sorted order; `"10" + 1` is an error (texts have no
 * arithmetic); string.find looks for the text itself; tostring shows no address; packs have no pcall. */
#ifndef SPBE_LUA_LIBRARY_H
#define SPBE_LUA_LIBRARY_H

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

/* Who is at work. */
enum library_user { LIBRARY_PACK = 1, LIBRARY_TEMPLATE = 2, LIBRARY_SCRIPT = 4 };

/* Functions of the program that a role adds, as one frozen table. */
struct library_part {
    const char *name;          /* "sheet"; NULL ends a list of parts */
    const luaL_Reg *functions; /* ends with {NULL, NULL} */
};

/* A name of the standard library, without its function. */
struct library_name {
    const char *table;  /* "" for a name without a table */
    const char *name;   /* "os": all of that table, where `table` is "" and nobody gets it */
    unsigned users;     /* enum library_user, or-ed: who may use it */
    const char *reason; /* N_(): told to those who may not; NULL when all may */
};
/* The `i`th name; false behind the last. */
bool lua_library_name(size_t i, struct library_name *out);

/* Pushes the environment for `user`, to be passed to sandbox_load, and sets the metatable of texts
 * ("x"):rep(3). parts: NULL for none; its functions are held by their addresses. [-0, +1, m] */
void lua_library_open(lua_State *L, enum library_user user, const struct library_part *parts);

#endif
