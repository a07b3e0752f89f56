#include "lua_freeze.h"

#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* host.freeze(table) → table */
static int freeze(lua_State *L)
{
    lua_freeze(L, 1);
    lua_settop(L, 1);
    return 1;
}

/* host.frozen(table) → boolean */
static int frozen(lua_State *L)
{
    lua_pushboolean(L, lua_freeze_is(L, 1));
    return 1;
}

/* host.length(table) → number */
static int length(lua_State *L)
{
    lua_pushinteger(L, lua_freeze_length(L, 1));
    return 1;
}

static const luaL_Reg functions[] = {
    {"freeze", freeze}, {"frozen", frozen}, {"length", length}, {NULL, NULL}};
static const struct library_part parts[] = {{"host", functions}, {NULL, NULL}};

static void check(const char *source, const char *expected)
{
    struct text out = TEXT_EMPTY;
    struct lua_case c = {.source = source, .parts = parts, .out = &out};
    lua_case_run(&c);
    assert_string_equal(out.bytes, expected);
    text_release(&out);
}

static const char denied[] = "x.lua:1: changes a table that is read-only; make a copy of it";

static void test_lua_freeze__a_frozen_table_reads_as_before(void **state)
{
    (void)state;
    check("local t = host.freeze({1, 2, a = {b = 3}}) return {t[1], t[2], t.a.b, #t, t.c == nil}",
          "[1,2,3,2,true]");
    check("return host.freeze({1, {2, 3}, \"x\"})", "[1,[2,3],\"x\"]");
    check("return host.freeze({a = {}, b = {c = true}})", "{\"a\":[],\"b\":{\"c\":true}}");
    check(
        "local o = {} for k, v in pairs(host.freeze({b = 1, a = 2})) do o[#o + 1] = k end return o",
        "[\"a\",\"b\"]");
    check("local o = {} for i, v in ipairs(host.freeze({5, 6})) do o[i] = v end return o", "[5,6]");
    check("return {table.unpack(host.freeze({5, 6}))}", "[5,6]");
    check("return table.concat(host.freeze({5, 6}), \"-\")", "\"5-6\"");
    check("return {host.length(host.freeze({1, 2, 3})), host.length({1})}", "[3,1]");
}

static void test_lua_freeze__nothing_in_it_can_be_changed(void **state)
{
    (void)state;
    check("local t = host.freeze({a = 1}) t.a = 2", denied);
    check("local t = host.freeze({a = 1}) t.b = 2", denied);
    check("local t = host.freeze({a = 1}) t.a = nil", denied);
    check("local t = host.freeze({a = {b = {c = 1}}}) t.a.b.c = 2", denied);
    check("local t = host.freeze({1, 2}) table.insert(t, 3)", denied);
    check("local t = host.freeze({1, 2}) table.remove(t)", denied);
    check("local t = host.freeze({2, 1}) table.sort(t)", denied);
    check("local t = host.freeze({1}) t[#t + 1] = 2", denied);
    check("for k, v in pairs(host.freeze({a = {}})) do v.x = 1 end", denied);
}

/* Whoever held a table before it was frozen holds the frozen one. */
static void test_lua_freeze__identity_is_kept(void **state)
{
    (void)state;
    check("local inner = {1} local t = {inner, inner} host.freeze(t) inner[1] = 2", denied);
    check("local inner = {1} local t = host.freeze({inner, inner}) return {t[1] == inner, "
          "t[1] == t[2]}",
          "[true,true]");
    check("local t = {} host.freeze(t) host.freeze(t) return host.frozen(t)", "true");
    check("return host.frozen({})", "false");
}

static void test_lua_freeze__circles_and_depth_end(void **state)
{
    (void)state;
    check("local t = {} t.t = t t[t] = t host.freeze(t) return {t.t == t, t[t] == t}",
          "[true,true]");
    check(
        "local t = {} for i = 1, 100000 do t = {t} end host.freeze(t) return host.frozen(t[1][1])",
        "true");
    check("local t = {[1.5] = 1, [true] = 2} host.freeze(t) return {t[1.5], t[true]}", "[1,2]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_freeze__a_frozen_table_reads_as_before),
        cmocka_unit_test(test_lua_freeze__nothing_in_it_can_be_changed),
        cmocka_unit_test(test_lua_freeze__identity_is_kept),
        cmocka_unit_test(test_lua_freeze__circles_and_depth_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
