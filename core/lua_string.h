/* lua_string: the text functions that foreign code may use.
 *
 * Each is the function of that name in the Lua manual (6.4), made so that it ends soon whatever it is
 * given: no patterns, no result over LIMIT_LUA_STRING, no more than LIMIT_LUA_ARGUMENTS values at once,
 * no addresses, no metamethods, and its work charged to the budget. */
#ifndef SPBE_LUA_STRING_H
#define SPBE_LUA_STRING_H

#include <lua.h>

/* string.byte(s [, i [, j]]) → bytes [-0, +n, e] */
int lua_string_byte(lua_State *L);
/* string.char(…) → text [-0, +1, e] */
int lua_string_char(lua_State *L);
/* string.find(s, part [, from [, true]]) → first, last | nil; `part` is taken as it is, and one that
 * holds pattern characters is refused unless the fourth argument is true [-0, +2|1, e] */
int lua_string_find(lua_State *L);
/* string.format(format, …) → text: %d %i %x %X %c %s %f %e %g %%, widths and precisions up to 99; %s
 * takes texts, numbers, booleans and nil [-0, +1, e] */
int lua_string_format(lua_State *L);
/* string.len(s) → number [-0, +1, e] */
int lua_string_len(lua_State *L);
/* string.lower(s) → text, ASCII letters only [-0, +1, e] */
int lua_string_lower(lua_State *L);
/* string.rep(s, n [, between]) → text [-0, +1, e] */
int lua_string_rep(lua_State *L);
/* string.reverse(s) → text [-0, +1, e] */
int lua_string_reverse(lua_State *L);
/* string.sub(s, i [, j]) → text [-0, +1, e] */
int lua_string_sub(lua_State *L);
/* string.upper(s) → text, ASCII letters only [-0, +1, e] */
int lua_string_upper(lua_State *L);

/* tostring(value) → text; tables and functions are "table" and "function" [-0, +1, e] */
int lua_string_tostring(lua_State *L);
/* tonumber(value [, base]) → number | nil; texts of at most 64 KiB [-0, +1, e] */
int lua_string_tonumber(lua_State *L);

#endif
