/* lua_json: Lua values as JSON and JSON as Lua values, without loss or surprise.
 *
 * Writing is strict, since what it writes was declared by foreign code: pack_guest.h lists what is
 * refused. Keys come out sorted by bytes, so the same table gives the same text in every run. */
#ifndef SPBE_LUA_JSON_H
#define SPBE_LUA_JSON_H

#include "json.h"
#include "text.h"

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

enum { LUA_JSON_PATH = 96 }; /* bytes of a path that are shown */

/* How to write, and what is left of the bounds. */
struct lua_json_writer {
    struct text *out; /* appended to */
    const char *file; /* begins every place and every function's name */
    unsigned depth_limit;
    size_t values_left; /* values that may still be written; goes down */
    size_t values;      /* the bound itself, for the message */
    size_t bytes;       /* most bytes of `out` */
    size_t text_bytes;  /* most bytes of one text or key; 0 = no bound of its own */
    bool plain;         /* refuse control characters other than line break and tab, and
                         * those that turn the direction of writing */
    /* Keeps the function on the top of the stack under `name` ("domain_1.lua:aspects[1].value"),
     * leaving the stack as it is; NULL where functions are refused. */
    void (*keep)(lua_State *L, const char *name);
    char path[LUA_JSON_PATH]; /* private */
    size_t path_length;       /* private */
};

/* Appends the value at `index` as JSON. Raises M_VALUE_… with "file: path" as place. [-0, +0, e] */
void lua_json_write(lua_State *L, int index, struct lua_json_writer *writer);

/* Pushes the next value of a document: objects and arrays as tables (frozen ones on request), whole
 * numbers as integers, other numbers as texts with their own characters, null as nil (in an object: no
 * entry; in an array: false). False, and nothing pushed, when the document is bad: see json_end.
 * [-0, +(0|1), m] */
bool lua_json_read(lua_State *L, struct json *json, bool frozen);

#endif
