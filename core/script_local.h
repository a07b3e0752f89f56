/* script_local: the functions of a script that only calculate, and never leave the worker.
 *
 * Their names are the rows of SCRIPT_LOCALS (script_api.h). */
#ifndef SPBE_SCRIPT_LOCAL_H
#define SPBE_SCRIPT_LOCAL_H

#include <lua.h>
#include <stdbool.h>

/* Adds the functions to the table on the top of the stack. english: numbers for people have a decimal point.
 * [-0, +0, m] */
void script_local_add(lua_State *L, bool english);

#endif
