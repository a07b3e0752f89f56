#include "script_include.h"

#include "drawing.h"
#include "message.h"
#include "sandbox.h"
#include "template_lua.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

static const char key_files[] =
    "spbe.files"; /* by number: {its function, its value, done = true} */

enum { FILE_FUNCTION = 1, FILE_VALUE = 2 };

/* Notes a file under the next number; leaves its entry. [-0, +1, m] */
static void add_entry(lua_State *L, struct script_include *include, const char *name)
{
    lua_getfield(L, LUA_REGISTRYINDEX, key_files);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, (lua_Integer)include->count);
    lua_remove(L, -2);
    snprintf(include->names[include->count++], SCRIPT_FILE_NAME, "%s", name);
}

/* Compiles the file whose entry is on the top of the stack; leaves its function on it. [-0, +1, e] */
static void load_file(lua_State *L, const struct script_include *include, const char *name,
                      const char *source, size_t length)
{
    lua_getfield(L, LUA_REGISTRYINDEX, include->environment);
    sandbox_load(L, name, source, length);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, FILE_FUNCTION);
}

/* True when the function on the top of the stack is at work. */
static bool is_at_work(lua_State *L)
{
    lua_Debug at;
    bool found = false;
    for (int level = 1; !found && lua_getstack(L, level, &at); level++) {
        lua_getinfo(L, "f", &at);
        found = lua_rawequal(L, -1, -2);
        lua_pop(L, 1);
    }
    return found;
}

/* Asks the program for a file; leaves its answer, a table. [-0, +1, e] */
static void ask_file(lua_State *L, struct script_include *include)
{
    size_t length = 0;
    const char *name = lua_tolstring(L, 1, &length);
    script_talk_flush(include->talk);
    text_clear(&include->talk->message);
    text_add(&include->talk->message, "{\"include\":");
    text_append_json(&include->talk->message, name, length);
    text_add_byte(&include->talk->message, '}');
    script_talk_ask(L, include->talk);
    if (!lua_istable(L, -1)) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
}

/* Pushes the entry of the file that the answer at `index` tells of, a new one for a new file. [-0, +1, e] */
static void push_entry(lua_State *L, int index, struct script_include *include)
{
    lua_getfield(L, index, "number");
    lua_getfield(L, index, "name");
    lua_Integer number = lua_tointeger(L, -2);
    const char *name = lua_tostring(L, -1);
    if (name == NULL || number < 0 || number > (lua_Integer)include->count ||
        number >= LIMIT_SCRIPT_FILES) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    } else if (number == (lua_Integer)include->count) {
        add_entry(L, include, name);
    } else {
        lua_getfield(L, LUA_REGISTRYINDEX, key_files);
        lua_rawgeti(L, -1, number);
        lua_remove(L, -2);
    }
    lua_replace(L, -3);
    lua_pop(L, 1);
}

/* Runs the file whose entry is at index 3, as the answer at index 2 has it; its value goes into the entry. */
static void run_file(lua_State *L, struct script_include *include)
{
    size_t length = 0;
    if (lua_rawgeti(L, 3, FILE_FUNCTION) == LUA_TFUNCTION && is_at_work(L)) {
        sandbox_raise(L, M_TEMPLATE_CYCLE, lua_tostring(L, 1), NULL);
    }
    lua_settop(L, 3);
    lua_getfield(L, 2, "name");
    lua_getfield(L, 2, "source");
    const char *source = lua_tolstring(L, 5, &length);
    lua_pushvalue(L, 3);
    load_file(L, include, lua_tostring(L, 4), source == NULL ? "" : source, length);
    lua_call(L, 0, 1);
    lua_rawseti(L, 3, FILE_VALUE);
    lua_pushboolean(L, 1);
    lua_setfield(L, 3, "done");
}

/* include(file) → value [-0, +1, e] */
static int include_file(lua_State *L)
{
    struct script_include *include = lua_touserdata(L, lua_upvalueindex(1));
    size_t length = lua_type(L, 1) == LUA_TSTRING ? lua_rawlen(L, 1) : 0;
    if (length == 0 || length >= SCRIPT_FILE_NAME ||
        text_utf8_prefix(lua_tostring(L, 1), length) != length ||
        memchr(lua_tostring(L, 1), '\0', length) != NULL) {
        return template_lua_refuse(L, 1, "include(file)");
    }
    lua_settop(L, 1);
    ask_file(L, include);
    push_entry(L, 2, include);
    if (lua_getfield(L, 3, "done") == LUA_TNIL) {
        run_file(L, include);
    }
    lua_rawgeti(L, 3, FILE_VALUE);
    return 1;
}

void script_include_add(lua_State *L, struct script_include *include)
{
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, key_files);
    lua_pushlightuserdata(L, include);
    lua_pushcclosure(L, include_file, 1);
    lua_setfield(L, -2, "include");
}

void script_include_first(lua_State *L, struct script_include *include, const char *name,
                          const char *source, size_t length)
{
    add_entry(L, include, name);
    load_file(L, include, name, source, length);
    lua_remove(L, -2);
}

void script_include_typed(lua_State *L, struct script_include *include, const char *name)
{
    add_entry(L, include, name);
    lua_pop(L, 1);
}

/* The number of a file by the name of its chunk ("@ambil.lua"). */
static unsigned file_number(const struct script_include *include, const char *chunk)
{
    for (unsigned i = include->count; i-- > 0;) {
        if (strcmp(include->names[i], chunk + 1) == 0) {
            return i;
        }
    }
    return 0;
}

int64_t script_include_place(lua_State *L, const struct script_include *include)
{
    lua_Debug at;
    for (int level = 1; lua_getstack(L, level, &at); level++) {
        lua_getinfo(L, "Sl", &at);
        if (at.currentline > 0) {
            return drawing_place(file_number(include, at.source), at.currentline);
        }
    }
    return 0;
}
