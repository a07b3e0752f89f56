#include "lua_score.h"

#include "limit.h"
#include "lua_freeze.h"
#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

struct scoring {
    const char *source; /* returns a table of functions */
    const char *name;   /* the one that is called */
    struct text *out;
};

static int declare(lua_State *L)
{
    const struct scoring *scoring = lua_touserdata(L, 1);
    lua_library_open(L, LIBRARY_PACK, NULL);
    sandbox_load(L, "s.lua", scoring->source, strlen(scoring->source));
    lua_call(L, 0, 1);
    lua_score_freeze(L, -1);
    lua_setfield(L, LUA_REGISTRYINDEX, "functions");
    return 0;
}

static int call(lua_State *L)
{
    const struct scoring *scoring = lua_touserdata(L, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, "functions");
    lua_getfield(L, -1, scoring->name);
    lua_newtable(L);
    lua_pushinteger(L, 7);
    lua_setfield(L, -2, "n");
    lua_freeze_wrap(L, NULL);
    lua_score_call(L, scoring->out);
    assert_int_equal(lua_gettop(L), 2);
    return 0;
}

/* Declares `source` and calls the function `f` `times` times; the outcome of the last call. */
static void score(const char *source, int times, struct text *out)
{
    const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    const struct sandbox_budget budget = {LIMIT_SCORE_STEPS, LIMIT_LUA_MS};
    struct scoring scoring = {source, "f", out};
    struct fault fault = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    sandbox_begin(sandbox, &budget);
    sandbox_about(sandbox, "s.lua");
    bool good = sandbox_call(sandbox, declare, &scoring, &fault);
    for (int i = 0; good && i < times; i++) {
        text_clear(out);
        sandbox_begin(sandbox, &budget);
        good = sandbox_call(sandbox, call, &scoring, &fault);
    }
    if (!good) {
        lua_case_tell(&fault, out);
    }
    sandbox_close(sandbox);
}

static void check_times(const char *source, int times, const char *expected)
{
    struct text out = TEXT_EMPTY;
    score(source, times, &out);
    if (strcmp(out.bytes, expected) != 0) {
        print_error("%s\n", source);
    }
    assert_string_equal(out.bytes, expected);
    text_release(&out);
}

static void check(const char *source, const char *expected)
{
    check_times(source, 2, expected);
}

/* One function that returns `value` and a reason. */
static void check_value(const char *value, const char *expected)
{
    struct text source = TEXT_EMPTY;
    text_format(&source, "return {f = function(input) return %s, \"why\" end}", value);
    check(source.bytes, expected);
    text_release(&source);
}

static void test_lua_score__values_are_exact(void **state)
{
    (void)state;
    check_value("3", "{\"value\":\"3\",\"reason\":\"why\"}");
    check_value("-3", "{\"value\":\"-3\",\"reason\":\"why\"}");
    check_value("\"1.26\"", "{\"value\":\"1.26\",\"reason\":\"why\"}");
    check_value("\"7/6\"", "{\"value\":\"7/6\",\"reason\":\"why\"}");
    check_value("{7, 6}", "{\"value\":\"7/6\",\"reason\":\"why\"}");
    check_value("{6, 4}", "{\"value\":\"1.5\",\"reason\":\"why\"}");
    check_value("{7, -6}", "{\"value\":\"-7/6\",\"reason\":\"why\"}");
    check_value("input.n // 2", "{\"value\":\"3\",\"reason\":\"why\"}");
    check_value("{input.n, 2}", "{\"value\":\"3.5\",\"reason\":\"why\"}");
}

static const char not_a_value[] = " as its value; return an integer, a text such as \"1.26\", or "
                                  "{numerator, denominator}";

/* A float never reaches a score, not even a whole one. */
static void test_lua_score__other_values_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *value, *what;
    } rows[] = {
        {"nil", "nothing"},
        {"true", "true or false"},
        {"{}", "a table"},
        {"{1}", "a table"},
        {"{1, 0}", "a table"},
        {"{1, 2, 3}", "a table"},
        {"{1.0, 2}", "a table"},
        {"{\"1\", 2}", "a table"},
        {"\"abc\"", "a text"},
        {"\"1e5\"", "a text"},
        {"\" 1\"", "a text"},
        {"\"\"", "a text"},
        {"\"1\\0\"", "a text"},
        {"type", "a function"},
        {"math.mininteger", "a number"},
        {"math.maxinteger", "a number"},
        {"1000000000000000000", "a number"},
        {"{math.mininteger, -1}", "a table"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text expected = TEXT_EMPTY;
        text_format(&expected, "s.lua:1: this function returns %s%s", rows[i].what, not_a_value);
        check_value(rows[i].value, expected.bytes);
        text_release(&expected);
    }
    check_value("2.5",
                "s.lua:1: this function returns the inexact number 2.5; return an integer, a "
                "text such as \"1.26\", or {numerator, denominator}");
    check_value("7 / 7",
                "s.lua:1: this function returns the inexact number 1; return an integer, a "
                "text such as \"1.26\", or {numerator, denominator}");
    check_value("0/0",
                "s.lua:1: this function returns the inexact number nan; return an integer, a "
                "text such as \"1.26\", or {numerator, denominator}");
}

static void test_lua_score__a_reason_is_due(void **state)
{
    (void)state;
    static const char refused[] =
        "s.lua:1: this function gives no reason; return a text as second value";
    check("return {f = function() return 1 end}", refused);
    check("return {f = function() return 1, \"\" end}", refused);
    check("return {f = function() return 1, 2 end}", refused);
    check("return {f = function() return 1, \"\\xff\" end}", refused);
    check("return {f = function() return 1, \"a\\0b\" end}", refused);
    check("return {f = function() return 1, (\"x\"):rep(32768) end}", refused);
    check("return {f = function() return 1, \"a \\\"quoted\\\" one\" end}",
          "{\"value\":\"1\",\"reason\":\"a \\\"quoted\\\" one\"}");
    check("return {f = function() return 1, \"one\", \"more\" end}",
          "{\"value\":\"1\",\"reason\":\"one\"}");
}

static void test_lua_score__helpers_and_tables_around_a_function_can_be_read(void **state)
{
    (void)state;
    check(
        "local weights = {a = 2, list = {3, 4}}\n"
        "local function total(t) local s = 0 for _, v in ipairs(t) do s = s + v end return s end\n"
        "return {f = function(input) return weights.a * total(weights.list) + input.n,\n"
        "  (\"%d\"):format(#weights.list) end}",
        "{\"value\":\"21\",\"reason\":\"2\"}");
}

/* Everything that could carry something from one call to the next. */
static void test_lua_score__state_between_calls_is_refused(void **state)
{
    (void)state;
    check("local n = 0\nreturn {f = function() n = n + 1 return n, \"why\" end}",
          "s.lua:2: this function changes 'n', which outlives the call; keep everything in local "
          "variables");
    check("local t = {}\nreturn {f = function() t[1] = 1 return 1, \"why\" end}",
          "s.lua:2: changes a table that is read-only; make a copy of it");
    check("local t = {a = {b = {}}}\nlocal function g() t.a.b.c = 1 end\n"
          "return {f = function() g() return 1, \"why\" end}",
          "s.lua:2: changes a table that is read-only; make a copy of it");
    check("local n = 1\nlocal function g() n = 2 end\n"
          "return {f = function() g() return 1, \"why\" end}",
          "s.lua:2: this function changes 'n', which outlives the call; keep everything in local "
          "variables");
    check("local function maker() local n = 0 return function() n = n + 1 return n end end\n"
          "local t = {count = maker()}\nreturn {f = function() return t.count(), \"why\" end}",
          "s.lua:1: this function changes 'n', which outlives the call; keep everything in local "
          "variables");
    check(
        "local keep\nreturn {f = function(input) keep = input return 1, \"why\" end}",
        "s.lua:2: this function changes 'keep', which outlives the call; keep everything in local "
        "variables");
    check("return {f = function(input) input.x = 1 return 1, \"why\" end}",
          "s.lua:1: changes a table that is read-only; make a copy of it");
    check("local x = 1\nreturn {f = function() x = 1.0 return 1, \"why\" end}",
          "s.lua:2: this function changes 'x', which outlives the call; keep everything in local "
          "variables");
    check("return {f = function() string.x = 1 return 1, \"why\" end}",
          "s.lua:1: changes a table that is read-only; make a copy of it");
    check("return {f = function() x = 1 return 1, \"why\" end}",
          "s.lua:1: gives a value to the name 'x'; write 'local' before it");
    check(
        "local env = _ENV\nreturn {f = function() _ENV = {} return 1, \"why\" end}",
        "s.lua:2: this function changes '_ENV', which outlives the call; keep everything in local "
        "variables");
}

/* The walk that pairs returns is a function of the program: a place kept in it would be state that
 * nobody watches. */
static void test_lua_score__a_kept_walk_is_no_state(void **state)
{
    (void)state;
    check_times("local walk = pairs({a = 1, bb = 2})\n"
                "return {f = function() return #walk(), \"why\" end}",
                3, "{\"value\":\"1\",\"reason\":\"why\"}");
}

static void test_lua_score__what_changes_back_is_no_state(void **state)
{
    (void)state;
    check("local n = 0/0\nreturn {f = function() local o = n n = 1 n = o return 1, \"why\" end}",
          "{\"value\":\"1\",\"reason\":\"why\"}");
}

static void test_lua_score__errors_keep_their_line(void **state)
{
    (void)state;
    check("return {\n  f = function(input)\n    return input.a.b\n  end}",
          "s.lua:3: stops with an error: attempt to index a nil value (field 'a')");
    check("return {f = function()\n while true do end end}",
          "s.lua:2: runs more than 1000000 instructions; look for a loop that does not end");
}

static void test_lua_score__each_call_has_a_budget_of_its_own(void **state)
{
    (void)state;
    check_times("return {f = function() for i = 1, 200000 do end return 1, \"why\" end}", 20,
                "{\"value\":\"1\",\"reason\":\"why\"}");
}

/* A hundred calls in one state use no more memory than a few. */
static void test_lua_score__calls_leave_nothing_behind(void **state)
{
    (void)state;
    check_times("return {f = function()\n"
                "  local t = {} for i = 1, 10000 do t[i] = {i} end return #t, \"why\" end}",
                300, "{\"value\":\"10000\",\"reason\":\"why\"}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_score__values_are_exact),
        cmocka_unit_test(test_lua_score__other_values_are_refused),
        cmocka_unit_test(test_lua_score__a_reason_is_due),
        cmocka_unit_test(test_lua_score__helpers_and_tables_around_a_function_can_be_read),
        cmocka_unit_test(test_lua_score__state_between_calls_is_refused),
        cmocka_unit_test(test_lua_score__a_kept_walk_is_no_state),
        cmocka_unit_test(test_lua_score__what_changes_back_is_no_state),
        cmocka_unit_test(test_lua_score__errors_keep_their_line),
        cmocka_unit_test(test_lua_score__each_call_has_a_budget_of_its_own),
        cmocka_unit_test(test_lua_score__calls_leave_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
