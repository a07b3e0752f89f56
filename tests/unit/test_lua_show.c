#include "lua_show.h"

#include "limit.h"
#include "lua_freeze.h"
#include "lua_library.h"
#include "sandbox.h"
#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* An expression and what it is shown as. */
struct shown {
    const char *source;
    struct text out;
    bool frozen, plain;
};

static int body(lua_State *L)
{
    struct shown *shown = lua_touserdata(L, 1);
    lua_library_open(L, LIBRARY_PACK, NULL);
    sandbox_load_typed(L, "x.lua", shown->source, strlen(shown->source), true);
    lua_call(L, 0, 1);
    if (shown->frozen && lua_istable(L, -1)) {
        lua_freeze(L, -1);
    }
    (shown->plain ? lua_show_plain : lua_show)(L, -1, &shown->out);
    lua_show_fraction(L, -1, &shown->out);
    return 0;
}

static void run(struct shown *shown)
{
    static const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    static const struct sandbox_budget budget = {LIMIT_SCORE_STEPS, 60000};
    struct fault fault = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    text_clear(&shown->out);
    sandbox_begin(sandbox, &budget);
    if (!sandbox_call(sandbox, body, shown, &fault)) {
        lua_case_tell(&fault, &shown->out);
    }
    sandbox_close(sandbox);
}

static void check(const char *source, const char *expected)
{
    for (int frozen = 0; frozen < 2; frozen++) {
        struct shown shown = {.source = source, .out = TEXT_EMPTY, .frozen = frozen == 1};
        run(&shown);
        assert_string_equal(shown.out.bytes, expected);
        text_release(&shown.out);
    }
}

static void test_lua_show__single_values_read_as_in_lua(void **state)
{
    (void)state;
    check("1", "1");
    check("1.0", "1.0");
    check("-0.5", "-0.5");
    check("2^53", "9.007199254741e+15");
    check("nil", "nil");
    check("1 == 1", "true");
    check("\"a\\\"b\\n\\t\\0é\"", "\"a\\\"b\\n\\t\\x00é\"");
    check("string.char(255, 65)", "\"\\xFFA\"");
    check("type", "function");
    check("function() end", "function x.lua:1");
}

/* No addresses, keys in order: the same table gives the same bytes in every run. */
static void test_lua_show__tables_are_sorted_and_short_ones_on_one_line(void **state)
{
    (void)state;
    check("{}", "{}");
    check("{1, {2}, \"x\"}", "{ 1, { 2 }, \"x\" }");
    check("{b = 1, a = {c = true}}", "{ a = { c = true }, b = 1 }");
    check("{[\"end\"] = 1, [\"a b\"] = 2, [7] = 3, [true] = 4}",
          "{ [7] = 3, [\"a b\"] = 2, [\"end\"] = 1, [true] = 4 }");
    check("{a = (\"x\"):rep(60), b = (\"y\"):rep(60)}",
          "{\n  a = \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\",\n"
          "  b = \"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\"\n}");
}

/* What is large is cut, and says so. */
static void test_lua_show__large_tables_are_shown_in_part(void **state)
{
    (void)state;
    check("{{{{{{1, 2}}}}}}", "{ { { { { … 1 } } } } }");
    check("{{{{{id = \"I01\", a = 1}}}}}", "{ { { { { id = \"I01\", … 1 } } } } }");
    check("function() local t = {} for i = 1, 50 do t[i] = 0 end return t end", "function x.lua:1");
    check("(function() local t = {} for i = 1, 45 do t[i] = 0 end return t end)()",
          "{\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n"
          "  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n"
          "  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  0,\n  … 5\n}");
    struct shown shown = {.source = "{(\"é\"):rep(150)}", .out = TEXT_EMPTY};
    run(&shown);
    assert_non_null(strstr(shown.out.bytes, "é\" …\n}"));
    text_release(&shown.out);
}

/* A table inside itself ends. */
static void test_lua_show__a_circle_ends(void **state)
{
    (void)state;
    check("(function() local t = {} t.t = t return t end)()",
          "{ t = { t = { t = { t = { … 1 } } } } }");
}

/* Opening a wide tree costs no more than what is shown of it. */
static void test_lua_show__a_bush_costs_little(void **state)
{
    (void)state;
    struct shown shown = {
        .source = "(function() local t = 1 for d = 1, 5 do local n = {} for i = 1, 40 do n[i] = t "
                  "end t = n end return t end)()",
        .out = TEXT_EMPTY};
    run(&shown);
    assert_int_equal(strncmp(shown.out.bytes, "{\n", 2), 0);
    assert_true(shown.out.length < 4096);
    text_release(&shown.out);
}

static void test_lua_show__fractions_are_told(void **state)
{
    (void)state;
    check("{5, 2}", "{ 5, 2 } = 2.5");
    check("{7, 6}", "{ 7, 6 } = 7/6");
    check("{4, 2}", "{ 4, 2 }");
    check("{4, 0}", "{ 4, 0 }");
    check("{1, -2}", "{ 1, -2 }");
    check("{math.mininteger, 3}", "{ -9223372036854775808, 3 }");
    check("{1, 2, 3}", "{ 1, 2, 3 }");
    check("{1.5, 2}", "{ 1.5, 2 }");
}

static void test_lua_show__plain_texts_have_no_quotes(void **state)
{
    (void)state;
    struct shown shown = {.source = "\"a\\nb\\27[2J\\255\"", .out = TEXT_EMPTY, .plain = true};
    run(&shown);
    assert_string_equal(shown.out.bytes, "a\nb\\x1B[2J\\xFF");
    text_release(&shown.out);
}

static void test_lua_show__too_much_is_refused(void **state)
{
    (void)state;
    static const char sentence[] =
        ": shows more than the limit of 65536 bytes; ask for a part of it";
    check("(\"x\"):rep(65535)", sentence);
    struct shown shown = {.source = "(\"x\"):rep(1000000)", .out = TEXT_EMPTY, .plain = true};
    run(&shown);
    assert_non_null(strstr(shown.out.bytes, "shows more than the limit"));
    text_release(&shown.out);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_show__single_values_read_as_in_lua),
        cmocka_unit_test(test_lua_show__tables_are_sorted_and_short_ones_on_one_line),
        cmocka_unit_test(test_lua_show__large_tables_are_shown_in_part),
        cmocka_unit_test(test_lua_show__a_circle_ends),
        cmocka_unit_test(test_lua_show__a_bush_costs_little),
        cmocka_unit_test(test_lua_show__fractions_are_told),
        cmocka_unit_test(test_lua_show__plain_texts_have_no_quotes),
        cmocka_unit_test(test_lua_show__too_much_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
