/* script_include: the files that a script consists of, in its worker: `include`.
 *
 * The program finds a file, reads it, and says which of the script's files it is; here it is run, once. Files are
 * numbered in the order in which they were included, the script itself is 0. */
#ifndef SPBE_SCRIPT_INCLUDE_H
#define SPBE_SCRIPT_INCLUDE_H

#include "limit.h"
#include "script_api.h"
#include "script_talk.h"

#include <lua.h>
#include <stdint.h>

struct script_include {
    struct script_talk *talk;
    const char *environment; /* key of the registry: what the files see */
    char names[LIMIT_SCRIPT_FILES][SCRIPT_FILE_NAME];
    unsigned count;
};

/* Adds include(file) to the table on the top of the stack. `include` must outlive the state. [-0, +0, m] */
void script_include_add(lua_State *L, struct script_include *include);
/* Pushes the function of the script itself, under its name. [-0, +1, e] */
void script_include_first(lua_State *L, struct script_include *include, const char *name,
                          const char *source, size_t length);
/* Notes that a prompt of that name stands in the place of a script. [-0, +0, m] */
void script_include_typed(lua_State *L, struct script_include *include, const char *name);
/* The line that is at work, as drawing_place: which file, and where in it. [-0, +0, –] */
int64_t script_include_place(lua_State *L, const struct script_include *include);

#endif
