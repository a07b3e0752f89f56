/* lua_show: values as a person reads them, in Lua's own notation.
 *
 * For sessions in which somebody tries expressions. Texts stand in quotes, whole numbers and decimals as
 * Lua has them, tables in braces: on one line where that fits into 96 columns, else an entry a line. What
 * is large is shown in part and says so: tables inside tables from the fifth level on (or an earlier one,
 * where it would take more than 48 lines), more than 40 entries, texts over 200 bytes inside a table. Frozen tables are shown as what they hold. The same value
 * gives the same bytes in every run; no addresses. */
#ifndef SPBE_LUA_SHOW_H
#define SPBE_LUA_SHOW_H

#include "text.h"

#include <lua.h>

/* Appends the value at `index`. A function is told by file and line: "function domain_1.lua:8"; one of the
 * library as "function". Raises when it makes *out longer than LIMIT_SHOWN_BYTES. [-0, +0, e] */
void lua_show(lua_State *L, int index, struct text *out);

/* The same, but a text as it is, without quotes. [-0, +0, e] */
void lua_show_plain(lua_State *L, int index, struct text *out);

/* Appends " = 5/2" behind a list of two whole numbers that is no whole number as a fraction, which is how
 * scoring functions are given such a value; nothing behind any other value. [-0, +0, –] */
void lua_show_fraction(lua_State *L, int index, struct text *out);

#endif
