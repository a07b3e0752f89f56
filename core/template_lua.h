/* template_lua: the functions of a template that only calculate: texts, numbers, references. */
#ifndef SPBE_TEMPLATE_LUA_H
#define SPBE_TEMPLATE_LUA_H

#include <lua.h>
#include <stdbool.h>

/* The metatable of sheets in the registry; a sheet is a userdata that holds its position as a
 * lua_Integer and has its name as user value 1. */
#define TEMPLATE_LUA_SHEET "spbe.sheet"

/* Adds the functions of DRAWING_FUNCTIONS, but `include` and `rows`, to the table at `index`. english: the reader's
 * language is the one the program is written in, and has a decimal point. [-0, +0, m] */
void template_lua_add(lua_State *L, int index, bool english);

/* Raises: argument `position` (from 1, as written by the template's author; 0 = the sheet of a method) of a call is missing or of
 * the wrong kind. call: "lines(text, width)". Never returns. */
int template_lua_refuse(lua_State *L, int position, const char *call);

/* As template_lua_refuse, and says what the argument must be: a text of ours, marked by N_. */
int template_lua_expect(lua_State *L, int position, const char *call, const char *expected);

/* What a row and a column must be. */
#define TEMPLATE_LUA_ROW N_("a row, a whole number from 1 to 1048576")
#define TEMPLATE_LUA_COLUMN N_("a column, a whole number from 1 to 16384")

/* The exact number that the value at `index` holds: a number, or a text such as "7/6". False when it is
 * something else. [-0, +0, –] */
bool template_lua_number(lua_State *L, int index, double *out);

#endif
