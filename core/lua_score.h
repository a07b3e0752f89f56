/* lua_score: calls scoring functions so that each call is the same whatever was called before.
 *
 * A scoring function is pure: it reads what was declared and its input, and returns a value and a
 * reason. Everything that it could reach again in a later call is frozen (tables) or watched (the
 * local variables around it); the first change is refused with its name. */
#ifndef SPBE_LUA_SCORE_H
#define SPBE_LUA_SCORE_H

#include "text.h"

#include <lua.h>

/* Freezes everything that can be reached from the functions in the table at `index` (name → function)
 * and notes the value of every variable that they share with anything else. Once, before the first
 * call. [-0, +0, m] */
void lua_score_freeze(lua_State *L, int index);

/* Pushes the list of all tables and functions that lua_score_freeze found, in its order. [-0, +1, -] */
void lua_score_reached(lua_State *L);

/* Calls the function below the top of the stack with the input on the top, and appends
 * {"value":"7/6","reason":"…"}. Raises M_SCORE_… with the line where the function begins.
 * [-2, +0, e] */
void lua_score_call(lua_State *L, struct text *out);
/* Calls it in the same way, and leaves the value as functions are given values (a whole number, or
 * {numerator, denominator}) and the reason. [-2, +2, e] */
void lua_score_try(lua_State *L);

#endif
