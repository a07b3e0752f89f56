#include "lua_keys.h"

#include "sandbox.h"

#include <lauxlib.h>
#include <stdbool.h>
#include <string.h>

enum { KEY_STEPS = 16 }; /* of the budget, for reading, sorting and storing one key */

enum rank { RANK_NUMBER, RANK_TEXT, RANK_BOOLEAN };

/* A key outside Lua; texts are borrowed from the table, which stays as it is meanwhile. */
struct key {
    enum rank rank;
    bool integer;
    lua_Integer whole; /* of integers; 0 or 1 of booleans */
    lua_Number number; /* of all numbers */
    const char *bytes;
    size_t length;
};

static int compare_bytes(const struct key *a, const struct key *b)
{
    size_t common = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->bytes, b->bytes, common);
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

/* Neighbouring integers above 2^53 are one number as doubles: those are told apart as integers. */
static int compare_numbers(const struct key *a, const struct key *b)
{
    if (a->number != b->number) {
        return a->number < b->number ? -1 : 1;
    }
    if (a->integer != b->integer) {
        return a->integer ? -1 : 1;
    }
    return (a->whole > b->whole) - (a->whole < b->whole);
}

static int compare(const struct key *a, const struct key *b)
{
    if (a->rank != b->rank) {
        return a->rank < b->rank ? -1 : 1;
    }
    switch (a->rank) {
    case RANK_NUMBER:
        return compare_numbers(a, b);
    case RANK_TEXT:
        return compare_bytes(a, b);
    default:
        return (a->whole > b->whole) - (a->whole < b->whole);
    }
}

/* Merges two sorted neighbours, [low, middle) and [middle, high), into `to`. */
static void merge(const struct key *from, struct key *to, size_t low, size_t middle, size_t high)
{
    size_t left = low;
    size_t right = middle;
    for (size_t i = low; i < high; i++) {
        bool take_left =
            left < middle && (right >= high || compare(&from[left], &from[right]) <= 0);
        to[i] = take_left ? from[left++] : from[right++];
    }
}

/* Sorts `count` keys with room for as many beside them; returns where they ended up. (qsort asks the
 * system for the size of its memory, which a worker may not.) */
static struct key *sort(struct key *keys, struct key *spare, size_t count)
{
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t low = 0; low < count; low += 2 * width) {
            size_t middle = low + width < count ? low + width : count;
            size_t high = low + 2 * width < count ? low + 2 * width : count;
            merge(keys, spare, low, middle, high);
        }
        struct key *sorted = spare;
        spare = keys;
        keys = sorted;
    }
    return keys;
}

/* Reads the key at the top of the stack. */
static void read_key(lua_State *L, struct key *key)
{
    *key = (struct key){0};
    switch (lua_type(L, -1)) {
    case LUA_TNUMBER:
        key->rank = RANK_NUMBER;
        key->integer = lua_isinteger(L, -1);
        key->whole = key->integer ? lua_tointeger(L, -1) : 0;
        key->number = lua_tonumber(L, -1);
        return;
    case LUA_TSTRING:
        key->rank = RANK_TEXT;
        key->bytes = lua_tolstring(L, -1, &key->length);
        return;
    case LUA_TBOOLEAN:
        key->rank = RANK_BOOLEAN;
        key->whole = lua_toboolean(L, -1);
        return;
    default:
        luaL_error(L, "a table with %s as a key has no order", sandbox_phrase(L, -1));
    }
}

static void push_key(lua_State *L, const struct key *key)
{
    if (key->rank == RANK_TEXT) {
        lua_pushlstring(L, key->bytes, key->length);
    } else if (key->rank == RANK_BOOLEAN) {
        lua_pushboolean(L, key->whole != 0);
    } else if (key->integer) {
        lua_pushinteger(L, key->whole);
    } else {
        lua_pushnumber(L, key->number);
    }
}

static size_t count_keys(lua_State *L, int index)
{
    size_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, index) != 0) {
        lua_pop(L, 1);
        count++;
    }
    return count;
}

void lua_keys_push(lua_State *L, int index)
{
    luaL_checkstack(L, 6, NULL);
    index = lua_absindex(L, index);
    size_t count = count_keys(L, index);
    sandbox_charge(L, count * KEY_STEPS);
    struct key *keys = lua_newuserdatauv(L, 2 * count * sizeof *keys + 1, 0);
    size_t filled = 0;
    lua_pushnil(L);
    while (lua_next(L, index) != 0) {
        lua_pop(L, 1);
        read_key(L, &keys[filled++]);
    }
    const struct key *sorted = sort(keys, keys + count, count);
    lua_createtable(L, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        push_key(L, &sorted[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_remove(L, -2);
}
