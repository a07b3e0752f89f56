#include "lua_score.h"

#include "fraction.h"
#include "lang.h"
#include "limit.h"
#include "lua_freeze.h"
#include "message.h"
#include "sandbox.h"

#include <lauxlib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* In the registry: a list of closure, number of its variable, value noted; three entries each. */
static const char key_watched[] = "watched";
static const char key_reached[] = "reached"; /* the list of what was visited */

/* Tables on the stack while everything reachable is visited. */
struct visit {
    int queue, seen, watched; /* positions on the stack */
    lua_Integer queued, watches;
};

/* ---- freezing ------------------------------------------------------------------------------------- */

/* Puts the value on the top of the stack, popped, into the queue when it is new and can hold more. */
static void enqueue(lua_State *L, struct visit *visit)
{
    bool holds = lua_istable(L, -1) || (lua_isfunction(L, -1) && !lua_iscfunction(L, -1));
    if (holds) {
        lua_pushvalue(L, -1);
        if (lua_rawget(L, visit->seen) == LUA_TNIL) {
            lua_pushvalue(L, -2);
            lua_pushboolean(L, 1);
            lua_rawset(L, visit->seen);
            lua_pushvalue(L, -2);
            lua_rawseti(L, visit->queue, ++visit->queued);
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void visit_table(lua_State *L, int table, struct visit *visit)
{
    if (!lua_freeze_is(L, table)) {
        lua_freeze(L, table);
    }
    lua_freeze_data(L, table);
    int data = lua_gettop(L);
    lua_pushnil(L);
    while (lua_next(L, data) != 0) {
        enqueue(L, visit);
    }
    lua_pop(L, 1);
}

/* Notes every variable around a function and goes on to what it holds. */
static void visit_function(lua_State *L, int function, struct visit *visit)
{
    for (int i = 1; lua_getupvalue(L, function, i) != NULL; i++) {
        lua_pushvalue(L, function);
        lua_rawseti(L, visit->watched, ++visit->watches);
        lua_pushinteger(L, i);
        lua_rawseti(L, visit->watched, ++visit->watches);
        lua_pushvalue(L, -1);
        lua_rawseti(L, visit->watched, ++visit->watches);
        enqueue(L, visit);
    }
}

void lua_score_freeze(lua_State *L, int index)
{
    luaL_checkstack(L, 16, NULL);
    index = lua_absindex(L, index);
    struct visit visit = {
        .queue = lua_gettop(L) + 1, .seen = lua_gettop(L) + 2, .watched = lua_gettop(L) + 3};
    lua_newtable(L);
    lua_newtable(L);
    lua_newtable(L);
    lua_pushnil(L);
    while (lua_next(L, index) != 0) {
        enqueue(L, &visit);
    }
    for (lua_Integer done = 1; done <= visit.queued; done++) {
        lua_rawgeti(L, visit.queue, done);
        if (lua_istable(L, -1)) {
            visit_table(L, lua_gettop(L), &visit);
        } else {
            visit_function(L, lua_gettop(L), &visit);
        }
        lua_pop(L, 1);
    }
    lua_setfield(L, LUA_REGISTRYINDEX, key_watched);
    lua_pop(L, 1);
    lua_setfield(L, LUA_REGISTRYINDEX, key_reached);
}

void lua_score_reached(lua_State *L)
{
    lua_getfield(L, LUA_REGISTRYINDEX, key_reached);
}

/* ---- watching ------------------------------------------------------------------------------------- */

/* "scoring.lua:12" for the function at `index`. */
static void describe(lua_State *L, int index, char *out, size_t size)
{
    lua_Debug about;
    lua_pushvalue(L, index);
    lua_getinfo(L, ">S", &about);
    snprintf(out, size, "%s:%d", about.short_src, about.linedefined);
}

/* Raises with the line of the function at `index` as place. */
static void refuse(lua_State *L, int index, enum error_kind kind, const char *id,
                   const char *format, const char *first)
{
    char where[FAULT_DETAIL_BYTES];
    describe(L, index, where, sizeof where);
    sandbox_raise_at(L, kind, id, format, where, first, NULL);
}

/* Whether the two values at the top of the stack are the very same: 1 and 1.0 are not, NaN is. */
static bool same_value(lua_State *L)
{
    if (lua_type(L, -1) == LUA_TNUMBER && lua_type(L, -2) == LUA_TNUMBER) {
        lua_Number one = lua_tonumber(L, -1);
        lua_Number other = lua_tonumber(L, -2);
        return lua_isinteger(L, -1) == lua_isinteger(L, -2) &&
               (lua_rawequal(L, -1, -2) || (isnan(one) && isnan(other)));
    }
    return lua_rawequal(L, -1, -2) != 0;
}

/* Compares every noted variable with its value of the beginning. */
static void check_watched(lua_State *L)
{
    lua_getfield(L, LUA_REGISTRYINDEX, key_watched);
    int watched = lua_gettop(L);
    lua_Integer count = (lua_Integer)lua_rawlen(L, watched);
    for (lua_Integer i = 1; i < count; i += 3) {
        lua_rawgeti(L, watched, i);
        lua_rawgeti(L, watched, i + 1);
        int variable = (int)lua_tointeger(L, -1);
        lua_pop(L, 1);
        const char *name = lua_getupvalue(L, -1, variable);
        lua_rawgeti(L, watched, i + 2);
        if (!same_value(L)) {
            refuse(L, -3, M_SCORE_STATE, name);
        }
        lua_pop(L, 3);
    }
    lua_pop(L, 1);
}

/* ---- calling -------------------------------------------------------------------------------------- */

static const lua_Integer WHOLE_MAX = 999999999999999999; /* what fraction_parse takes */

static bool good_whole(lua_State *L, int index, lua_Integer *out)
{
    if (!lua_isinteger(L, index)) {
        return false;
    }
    *out = lua_tointeger(L, index);
    return *out >= -WHOLE_MAX && *out <= WHOLE_MAX;
}

/* {numerator, denominator}, and nothing else in it. */
static bool read_pair(lua_State *L, int index, struct fraction *out)
{
    lua_Integer top = 0;
    lua_Integer bottom = 0;
    lua_freeze_data(L, index);
    bool good = lua_rawlen(L, -1) == 2;
    lua_rawgeti(L, -1, 1);
    lua_rawgeti(L, -2, 2);
    good = good && good_whole(L, -2, &top) && good_whole(L, -1, &bottom) && bottom != 0;
    if (good) {
        *out = fraction_make(top, bottom);
    }
    lua_pop(L, 3);
    return good;
}

/* Reads the value at `index` that the function at `function` returned. */
static void read_value(lua_State *L, int function, int index, struct fraction *out)
{
    char digits[40];
    lua_Integer whole = 0;
    size_t length;
    bool good = false;
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        if (!lua_isinteger(L, index)) {
            double number = lua_tonumber(L, index);
            snprintf(digits, sizeof digits, "%.14g", isnan(number) ? fabs(number) : number);
            refuse(L, function, M_SCORE_FLOAT, digits);
        }
        good = good_whole(L, index, &whole);
        *out = fraction_whole(whole);
        break;
    case LUA_TSTRING: {
        const char *text = lua_tolstring(L, index, &length);
        good = fraction_parse(text, length, false, out);
        break;
    }
    case LUA_TTABLE:
        good = read_pair(L, index, out);
        break;
    default:
        break;
    }
    if (!good) {
        refuse(L, function, M_SCORE_RESULT, sandbox_phrase(L, index));
    }
}

/* The reason at `index`, checked. */
static const char *read_reason(lua_State *L, int function, int index, size_t *length)
{
    const char *reason = lua_type(L, index) == LUA_TSTRING ? lua_tolstring(L, index, length) : NULL;
    if (reason == NULL || *length == 0 || *length > LIMIT_TEXT_BYTES || strlen(reason) != *length ||
        text_utf8_prefix(reason, *length) != *length) {
        refuse(L, function, M_SCORE_REASON, NULL);
    }
    return reason;
}

/* Calls the function below its argument, both on the top, and checks all that it did; leaves the function,
 * what it returned and nothing else. The reason is borrowed from the stack. */
static const char *run(lua_State *L, struct fraction *value, size_t *length)
{
    luaL_checkstack(L, 8, NULL);
    int function = lua_gettop(L) - 1;
    lua_pushvalue(L, function);
    lua_insert(L, -2);
    lua_call(L, 1, 2);
    check_watched(L);
    read_value(L, function, function + 1, value);
    return read_reason(L, function, function + 2, length);
}

void lua_score_call(lua_State *L, struct text *out)
{
    struct fraction value = {0, 1};
    size_t length = 0;
    int function = lua_gettop(L) - 1;
    const char *reason = run(L, &value, &length);
    text_add(out, "{\"value\":\"");
    fraction_add_exact(out, value);
    text_add(out, "\",\"reason\":");
    text_append_json(out, reason, length);
    text_add_byte(out, '}');
    lua_settop(L, function - 1);
}

void lua_score_try(lua_State *L)
{
    struct fraction value = {0, 1};
    size_t length = 0;
    run(L, &value, &length);
    if (fraction_is_whole(value)) {
        lua_pushinteger(L, value.num);
    } else {
        lua_createtable(L, 2, 0);
        lua_pushinteger(L, value.num);
        lua_rawseti(L, -2, 1);
        lua_pushinteger(L, value.den);
        lua_rawseti(L, -2, 2);
    }
    lua_replace(L,
                -4); /* over the function; below it stand the value as returned, and the reason */
    lua_remove(L, -2);
}
