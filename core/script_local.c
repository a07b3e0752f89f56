#include "script_local.h"

#include "arena.h"
#include "fraction.h"
#include "json.h"
#include "limit.h"
#include "lua_freeze.h"
#include "lua_json.h"
#include "message.h"
#include "sandbox.h"
#include "script_call.h"
#include "template_lua.h"

#include <assert.h>
#include <lauxlib.h>
#include <stdint.h>
#include <string.h>

enum { PLACES_MOST = 9, TEXT_WIDTH = 64 };

/* How a function is called, for refusals: the row's own words. */
static const char *call_of(const char *name)
{
#define LOCAL_CALL(lua, call, function, meaning) \
    if (strcmp(name, lua) == 0) {                \
        return call;                             \
    }
    SCRIPT_LOCALS(LOCAL_CALL)
#undef LOCAL_CALL
    return name;
}

static int refuse(lua_State *L, int position, const char *name)
{
    return template_lua_refuse(L, position, call_of(name));
}

static const char *text_argument(lua_State *L, int index, const char *name, size_t *length)
{
    if (lua_type(L, index) != LUA_TSTRING) {
        refuse(L, index, name);
    }
    const char *bytes = lua_tolstring(L, index, length);
    sandbox_charge(L, *length / 64);
    return bytes;
}

/* ---- JSON ----------------------------------------------------------------------------------------- */

/* Memory of C that Lua frees when the call ends, however it ends. */
struct scratch {
    struct text text;
    struct arena arena;
};

/* __gc of it [-1, +0, –]; never seen by a script */
static int free_scratch(lua_State *L)
{
    struct scratch *scratch = lua_touserdata(L, 1);
    text_release(&scratch->text);
    arena_release(&scratch->arena);
    return 0;
}

/* Pushes fresh memory. [-0, +1, m] */
static struct scratch *push_scratch(lua_State *L)
{
    struct scratch *scratch = lua_newuserdatauv(L, sizeof *scratch, 0);
    *scratch = (struct scratch){TEXT_EMPTY, ARENA_EMPTY};
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, free_scratch);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    return scratch;
}

/* spbe.json(value) → text [-0, +1, e] */
static int local_json(lua_State *L)
{
    if (lua_isnoneornil(L, 1)) {
        refuse(L, 1, "json");
    }
    struct scratch *scratch = push_scratch(L);
    script_call_value(L, 1, "spbe.json", &scratch->text);
    lua_pushlstring(L, scratch->text.bytes, scratch->text.length);
    text_release(&scratch->text); /* soon, without waiting for the collector */
    return 1;
}

/* spbe.parse(text) → value [-0, +1, e] */
static int local_parse(lua_State *L)
{
    size_t length = 0;
    struct json json;
    struct error err = {.kind = ERROR_NONE};
    const char *bytes = text_argument(L, 1, "parse", &length);
    struct scratch *scratch = push_scratch(L);
    for (int pass = 0; pass < 2; pass++) { /* first all of it, strictly; then into tables */
        json_open(&json, bytes, length, &scratch->arena, NULL);
        json.value_limit = LIMIT_SCRIPT_VALUES;
        bool read = pass == 0 ? json_skip(&json, NULL) : lua_json_read(L, &json, false);
        if (!json_end(&json, &err) || !read) {
            sandbox_raise(L, M_SCRIPT_JSON, err.message, NULL);
        }
    }
    return 1;
}

/* ---- texts ---------------------------------------------------------------------------------------- */

/* spbe.split(text, separator) → list [-0, +1, e] */
static int local_split(lua_State *L)
{
    size_t length = 0, width = 0;
    const char *at = text_argument(L, 1, "split", &length);
    const char *separator = text_argument(L, 2, "split", &width);
    if (width == 0) {
        refuse(L, 2, "split");
    }
    const char *end = at + length;
    lua_newtable(L);
    for (lua_Integer i = 1;; i++) {
        const char *next = memmem(at, (size_t)(end - at), separator, width);
        sandbox_charge(L, 1);
        lua_pushlstring(L, at, (size_t)((next == NULL ? end : next) - at));
        lua_rawseti(L, -2, i);
        if (next == NULL) {
            return 1;
        }
        at = next + width;
    }
}

/* spbe.trim(text) → text [-0, +1, e] */
static int local_trim(lua_State *L)
{
    static const char blanks[] = " \t\r\n";
    size_t length = 0;
    const char *bytes = text_argument(L, 1, "trim", &length);
    size_t from = 0;
    while (from < length && memchr(blanks, bytes[from], sizeof blanks - 1) != NULL) {
        from++;
    }
    while (length > from && memchr(blanks, bytes[length - 1], sizeof blanks - 1) != NULL) {
        length--;
    }
    lua_pushlstring(L, bytes + from, length - from);
    return 1;
}

/* ---- exact numbers -------------------------------------------------------------------------------- */

static struct fraction number_argument(lua_State *L, int index, const char *name)
{
    struct fraction number = {0, 1};
    bool good = lua_isinteger(L, index);
    if (good) {
        number = fraction_whole(lua_tointeger(L, index));
    } else if (lua_type(L, index) == LUA_TSTRING) {
        good = fraction_parse(lua_tostring(L, index), lua_rawlen(L, index), true, &number);
    }
    if (!good) {
        refuse(L, index, name);
    }
    return number;
}

/* Pushes a whole number as an integer, any other as an exact text. */
static int push_number(lua_State *L, struct fraction number)
{
    char shown[TEXT_WIDTH];
    if (fraction_is_whole(number)) {
        lua_pushinteger(L, number.num);
    } else {
        lua_pushstring(L, fraction_say(number, shown));
    }
    return 1;
}

typedef bool operation(struct fraction a, struct fraction b, struct fraction *out);

static int calculate(lua_State *L, const char *name, operation *run)
{
    struct fraction result;
    struct fraction a = number_argument(L, 1, name);
    struct fraction b = number_argument(L, 2, name);
    if (!run(a, b, &result)) {
        sandbox_raise(L, M_SCRIPT_NUMBER, name, NULL);
    }
    return push_number(L, result);
}

/* spbe.add(number, number) → number [-0, +1, e] */
static int local_add(lua_State *L)
{
    return calculate(L, "add", fraction_add);
}

/* spbe.subtract(number, number) → number [-0, +1, e] */
static int local_subtract(lua_State *L)
{
    return calculate(L, "subtract", fraction_subtract);
}

/* spbe.multiply(number, number) → number [-0, +1, e] */
static int local_multiply(lua_State *L)
{
    return calculate(L, "multiply", fraction_multiply);
}

/* spbe.divide(number, number) → number [-0, +1, e] */
static int local_divide(lua_State *L)
{
    return calculate(L, "divide", fraction_divide);
}

/* spbe.compare_numbers(number, number) → number [-0, +1, e] */
static int local_compare(lua_State *L)
{
    struct fraction a = number_argument(L, 1, "compare_numbers");
    struct fraction b = number_argument(L, 2, "compare_numbers");
    lua_pushinteger(L, fraction_compare(a, b));
    return 1;
}

static int push_rounded(lua_State *L, const char *name, char point)
{
    struct text shown = TEXT_EMPTY;
    struct fraction number = number_argument(L, 1, name);
    lua_Integer places = luaL_optinteger(L, 2, 2);
    if (places < 0 || places > PLACES_MOST) {
        refuse(L, 2, name);
    }
    fraction_add_rounded(&shown, number, (int)places, point);
    char copy[TEXT_WIDTH];
    size_t length = shown.length < sizeof copy ? shown.length : sizeof copy - 1;
    memcpy(copy, shown.bytes, length);
    text_release(&shown);
    lua_pushlstring(L, copy, length);
    return 1;
}

/* spbe.round(number [, places]) → text [-0, +1, e] */
static int local_round(lua_State *L)
{
    return push_rounded(L, "round", '.');
}

/* spbe.decimal(number [, places]) → text [-0, +1, e] */
static int local_decimal(lua_State *L)
{
    return push_rounded(L, "decimal", lua_toboolean(L, lua_upvalueindex(1)) ? '.' : ',');
}

/* ---- chance --------------------------------------------------------------------------------------- */

/* SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014): the next number. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

/* A number from 0 to below `bound`, each as likely as the other. */
static uint64_t below(uint64_t *state, uint64_t bound)
{
    assert(bound > 0);
    uint64_t unfair = (0 - bound) % bound; /* so many of the lowest would come once too often */
    uint64_t drawn = next_random(state);
    while (drawn < unfair) {
        drawn = next_random(state);
    }
    return drawn % bound;
}

/* FNV-1a of the seed's bytes. */
static uint64_t seed_state(const char *seed, size_t length)
{
    uint64_t state = 0xCBF29CE484222325U;
    for (size_t i = 0; i < length; i++) {
        state = (state ^ (unsigned char)seed[i]) * 0x100000001B3U;
    }
    return state;
}

/* spbe.sample(list, count, seed) → list [-0, +1, e] */
static int local_sample(lua_State *L)
{
    size_t length = 0;
    if (lua_type(L, 1) != LUA_TTABLE) {
        refuse(L, 1, "sample");
    }
    lua_Integer count = lua_isinteger(L, 2) ? lua_tointeger(L, 2) : -1;
    const char *seed = text_argument(L, 3, "sample", &length);
    lua_freeze_data(L, 1);
    lua_Integer items = (lua_Integer)lua_rawlen(L, -1);
    if (count < 0 || count > items) {
        refuse(L, 2, "sample");
    }
    sandbox_charge(L, (size_t)items);
    uint64_t state = seed_state(seed, length);
    lua_newtable(L); /* a copy whose front is shuffled */
    for (lua_Integer i = 1; i <= items; i++) {
        lua_rawgeti(L, -2, i);
        lua_rawseti(L, -2, i);
    }
    for (lua_Integer i = 1; i <= count; i++) {
        lua_Integer j = i + (lua_Integer)below(&state, (uint64_t)(items - i + 1));
        lua_rawgeti(L, -1, i);
        lua_rawgeti(L, -2, j);
        lua_rawseti(L, -3, i);
        lua_rawseti(L, -2, j);
    }
    for (lua_Integer i = items; i > count; i--) {
        lua_pushnil(L);
        lua_rawseti(L, -2, i);
    }
    return 1;
}

/* ---- all of them ---------------------------------------------------------------------------------- */

void script_local_add(lua_State *L, bool english)
{
    static const luaL_Reg functions[] = {
#define LOCAL_ROW(lua, call, function, meaning) {lua, function},
        SCRIPT_LOCALS(LOCAL_ROW)
#undef LOCAL_ROW
            {NULL, NULL}};
    for (const luaL_Reg *row = functions; row->name != NULL; row++) {
        lua_pushboolean(L, english);
        lua_pushcclosure(L, row->func, 1);
        lua_setfield(L, -2, row->name);
    }
}
