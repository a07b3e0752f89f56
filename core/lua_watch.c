#include "lua_watch.h"

#include "lua_freeze.h"

#include <lauxlib.h>
#include <stdbool.h>

enum { NOTES = 100, PARTS = 3 };

/* In the registry: path, key and place of each question, one after another. */
static const char key_noted[] = "noted";

/* Pushes "domain_1.lua:12", the line of foreign code that is at work. [-0, +1, m] */
static void push_place(lua_State *L)
{
    lua_Debug at;
    for (int level = 1; lua_getstack(L, level, &at); level++) {
        lua_getinfo(L, "Sl", &at);
        if (at.currentline > 0) {
            lua_pushfstring(L, "%s:%d", at.short_src, at.currentline);
            return;
        }
    }
    lua_pushliteral(L, "");
}

/* True when the key is the position behind the list at index 1. */
static bool ends_list(lua_State *L)
{
    return lua_isinteger(L, 2) && lua_tointeger(L, 2) == (lua_Integer)lua_rawlen(L, 1) + 1;
}

/* index(data, key) → nil: notes a question; the upvalue is the path of the table [-0, +1, m] */
static int note(lua_State *L)
{
    lua_settop(L, 2);
    bool named = lua_type(L, 2) == LUA_TSTRING || lua_isinteger(L, 2);
    lua_getfield(L, LUA_REGISTRYINDEX, key_noted);
    lua_Integer count = (lua_Integer)lua_rawlen(L, 3);
    if (named && !ends_list(L) && count < (lua_Integer)NOTES * PARTS) {
        lua_pushvalue(L, lua_upvalueindex(1));
        lua_rawseti(L, 3, count + 1);
        lua_pushvalue(L, 2);
        lua_tostring(L, -1); /* a copy: the key stays as it is */
        lua_rawseti(L, 3, count + 2);
        push_place(L);
        lua_rawseti(L, 3, count + 3);
    }
    lua_pushnil(L);
    return 1;
}

/* Watches the frozen table on the top, whose path lies below it. [-0, +0, m] */
static void watch(lua_State *L)
{
    luaL_checkstack(L, 10, NULL);
    int path = lua_gettop(L) - 1;
    lua_freeze_data(L, -1);
    int data = lua_gettop(L);
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, path);
    lua_pushcclosure(L, note, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, data);
    lua_pushnil(L);
    while (lua_next(L, data) != 0) {
        if (lua_istable(L, -1)) {
            const char *before = lua_tostring(L, path);
            if (lua_isinteger(L, -2)) {
                lua_pushfstring(L, "%s[%I]", before, lua_tointeger(L, -2));
            } else {
                lua_pushfstring(L, "%s%s%s", before, before[0] == '\0' ? "" : ".",
                                lua_tostring(L, -2));
            }
            lua_insert(L, -2);
            watch(L);
            lua_remove(L, -2);
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

void lua_watch(lua_State *L, int index)
{
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, key_noted);
    index = lua_absindex(L, index);
    lua_pushliteral(L, "");
    lua_pushvalue(L, index);
    watch(L);
    lua_pop(L, 2);
}

void lua_watch_write(lua_State *L, struct text *out)
{
    static const char *const names[PARTS] = {"{\"path\":", ",\"key\":", ",\"where\":"};
    lua_getfield(L, LUA_REGISTRYINDEX, key_noted);
    lua_Integer count = lua_istable(L, -1) ? (lua_Integer)lua_rawlen(L, -1) : 0;
    text_add_byte(out, '[');
    for (lua_Integer i = 0; i < count; i++) {
        size_t length;
        lua_rawgeti(L, -1, i + 1);
        const char *part = lua_tolstring(L, -1, &length);
        text_add(out, i > 0 && i % PARTS == 0 ? "," : "");
        text_add(out, names[i % PARTS]);
        text_append_json(out, part, text_utf8_prefix(part, length));
        text_add(out, i % PARTS == PARTS - 1 ? "}" : "");
        lua_pop(L, 1);
    }
    text_add_byte(out, ']');
    lua_pop(L, 1);
}
