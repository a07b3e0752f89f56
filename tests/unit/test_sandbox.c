#include "sandbox.h"

#include "limit.h"
#include "message.h"
#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static const char steps_sentence[] =
    "runs more than 2000000 instructions; look for a loop that does not end";
static const char memory_sentence[] = "x.lua: needs more memory than the 67108864 bytes allowed; "
                                      "look for a text or table that keeps "
                                      "growing";

static void test_sandbox__an_error_names_its_line(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"\n\nerror(\"no\")", "x.lua:3: stops with an error: no"},
        {"\nlocal function f() error(\"no\", 2) end\nf()", "x.lua:3: stops with an error: no"},
        {"\nerror(\"no\", 0)", "x.lua:2: stops with an error: no"},
        {"\nerror(\"y.lua:9: no\", 0)", "x.lua:2: stops with an error: y.lua:9: no"},
        {"\nerror(\"x.lua:9: no\", 0)", "x.lua:9: stops with an error: no"},
        {"\nerror(\"x.lua:: no\", 0)", "x.lua:2: stops with an error: x.lua:: no"},
        {"\nlocal x = nil + 1",
         "x.lua:2: stops with an error: attempt to perform arithmetic on a nil value"},
        {"\nassert(false)", "x.lua:2: stops with an error: assertion failed"},
        {"\nassert(nil, \"told\")", "x.lua:2: stops with an error: told"},
        {"\nlocal t = {}\nt.a.b = 1",
         "x.lua:3: stops with an error: attempt to index a nil value (field 'a')"},
        {"\n(\"x\"):rep(1, 2, 3)()",
         "x.lua:2: stops with an error: attempt to call a string value"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_sandbox__an_error_that_is_no_text_is_told_by_its_type(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"error({})", "x.lua:1: stops with an error that is not a text but a table"},
        {"error()", "x.lua:1: stops with an error that is not a text but nothing"},
        {"error(nil)", "x.lua:1: stops with an error that is not a text but nothing"},
        {"error(error)", "x.lua:1: stops with an error that is not a text but a function"},
        {"error(true)", "x.lua:1: stops with an error that is not a text but true or false"},
        {"error(12)", "x.lua:1: stops with an error that is not a text but a number"},
        {"assert(false, {})", "x.lua:1: stops with an error that is not a text but a table"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

/* Terminals obey escape sequences, and a sentence is one line. */
static void test_sandbox__an_error_is_one_printable_line_of_bounded_length(void **state)
{
    (void)state;
    check_pack("error(\"a\\27[31mb\\r\\nc\\0d\", 0)", "x.lua:1: stops with an error: a?[31mb??c");
    check_pack("error(\"\\xff\\xc2\\x9b|\\u{202e}|\\u{2028}|é\", 0)",
               "x.lua:1: stops with an error: ??|?|?|é");
    struct text out = TEXT_EMPTY;
    struct lua_case c = {.source = "error((\"é\"):rep(100000))", .out = &out};
    assert_false(lua_case_run(&c));
    assert_true(out.length < 300);
    assert_string_equal(out.bytes + out.length - 3, "…");
    assert_int_equal(text_utf8_prefix(out.bytes, out.length), out.length);
    text_release(&out);
}

static void test_sandbox__a_syntax_error_names_its_line(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {\n  a = \n}", "x.lua:3: is not valid Lua: unexpected symbol near '}'"},
        {"return {1", "x.lua:1: is not valid Lua: '}' expected near <eof>"},
        {"x = = 1", "x.lua:1: is not valid Lua: unexpected symbol near '='"},
        {"return \"abc", "x.lua:1: is not valid Lua: unfinished string near <eof>"},
        {"goto nowhere",
         "x.lua:1: is not valid Lua: no visible label 'nowhere' for <goto> at line 1"},
        {"local x <close> = nil return {}", "[]"},
        {"local x <close> = {} return {}",
         "x.lua:1: stops with an error: variable 'x' got a non-closable value"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_sandbox__compiled_code_is_refused(void **state)
{
    (void)state;
    check_pack("\033Lua", "x.lua: is compiled Lua, not text; give the source");
    check_pack("\033", "x.lua: is compiled Lua, not text; give the source");
    check_pack("#!/usr/bin/lua\nreturn {}",
               "x.lua:1: is not valid Lua: unexpected symbol near '#'");
}

static void test_sandbox__a_source_is_bounded(void **state)
{
    (void)state;
    struct text source = TEXT_EMPTY;
    struct text out = TEXT_EMPTY;
    text_add(&source, "return {}--");
    while (source.length < LIMIT_SOURCE_BYTES) {
        text_add_byte(&source, 'x');
    }
    struct lua_case c = {.source = source.bytes, .length = source.length, .out = &out};
    assert_true(lua_case_run(&c));
    text_add_byte(&source, 'x');
    c.source = source.bytes;
    c.length = source.length;
    assert_false(lua_case_run(&c));
    assert_string_equal(out.bytes,
                        "x.lua: is longer than 131072 bytes; split it into several files");
    text_release(&source);
    text_release(&out);
}

static void test_sandbox__words_that_chain_jumps_are_bounded(void **state)
{
    (void)state;
    struct text source = TEXT_EMPTY;
    struct text out = TEXT_EMPTY;
    text_add(&source, "local a return {a");
    for (int i = 0; i < LIMIT_SOURCE_WORDS; i++) {
        text_add(&source, " or a");
    }
    text_add(&source, "}");
    struct lua_case c = {.source = source.bytes, .out = &out};
    assert_true(lua_case_run(&c));
    source.bytes[source.length - 1] = ' ';
    text_add(&source, "or 1}");
    struct lua_case over = {.source = source.bytes, .out = &out};
    assert_false(lua_case_run(&over));
    assert_string_equal(out.bytes, "x.lua: has more than 4000 of the words and, or, elseif, break, "
                                   "goto; split it into several files");
    text_release(&source);
    text_release(&out);
}

static void test_sandbox__instructions_are_bounded_at_a_line_that_is_always_the_same(void **state)
{
    (void)state;
    char expected[128];
    snprintf(expected, sizeof expected, "x.lua:2: %s", steps_sentence);
    for (int i = 0; i < 3; i++) {
        check_pack("local n = 0\nwhile true do n = n + 1 end", expected);
    }
    check_pack("for i = 1, 1900000 do end return {}", "[]");
    check_pack("::again:: goto again",
               "x.lua:1: runs more than 2000000 instructions; look for a loop that does not end");
}

static void test_sandbox__time_is_bounded_where_instructions_are_slow(void **state)
{
    (void)state;
    struct text out = TEXT_EMPTY;
    struct lua_case c = {.source = "local function f(...) return f(1, ...) end return {f()}",
                         .budget = {1000000000, 50},
                         .out = &out};
    assert_false(lua_case_run(&c));
    assert_string_equal(out.bytes,
                        "x.lua: takes too long and was stopped; look for a loop that does "
                        "not end or an expression that is too long");
    text_release(&out);
}

static void test_sandbox__memory_is_bounded_at_once_and_altogether(void **state)
{
    (void)state;
    check_pack("local s = \"x\" while true do s = s .. s end", memory_sentence);
    check_pack("local t, s = {}, (\"x\"):rep(99999) for i = 1, 1e9 do t[i] = s .. i end",
               memory_sentence);
    check_pack("local s = (\"x\"):rep(1000000) for i = 1, 10000 do local t = s .. i end",
               memory_sentence);
    struct text out = TEXT_EMPTY;
    struct lua_case c = {.source =
                             "local s = (\"x\"):rep(1000000) for i = 1, 100 do local t = s .. i "
                             "end return {}",
                         .out = &out};
    assert_true(lua_case_run(&c));
    assert_true(c.peak < 20000000);
    text_release(&out);
}

static void test_sandbox__recursion_ends_in_a_sentence(void **state)
{
    (void)state;
    check_pack(
        "local function f() return 1 + f() end return f()",
        "x.lua:1: nests more than 10000 calls; look for a function that calls itself without "
        "end");
    check_pack("local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end\n"
               "return f(9000)",
               "9000");
    check_pack("local t = {2, 1}\nlocal function f()\n  table.sort(t, f)\nend\nf()",
               "x.lua:3: stops with an error: C stack overflow");
    struct text source = TEXT_EMPTY;
    text_add(&source, "return ");
    for (int i = 0; i < 30000; i++) {
        text_add(&source, "not ");
    }
    text_add(&source, "1");
    check_pack(source.bytes, "x.lua: is not valid Lua: C stack overflow");
    text_release(&source);
}

static void test_sandbox__names_are_fixed(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {weigth}", "x.lua:1: does not know the name 'weigth'; check its spelling"},
        {"weight = 1", "x.lua:1: gives a value to the name 'weight'; write 'local' before it"},
        {"string = nil", "x.lua:1: gives a value to the name 'string'; write 'local' before it"},
        {"_ENV[1] = 2", "x.lua:1: gives a value to the name 'number'; write 'local' before it"},
        {"return _ENV[1]", "x.lua:1: stops with an error: the library has no entry for a number"},
        {"string.rep = 1", "x.lua:1: changes a table that is read-only; make a copy of it"},
        {"string.new = 1", "x.lua:1: changes a table that is read-only; make a copy of it"},
        {"(\"x\").y = 1", "x.lua:1: stops with an error: attempt to index a string value (constant "
                          "'x')"},
        {"return string.nothing", "x.lua:1: does not know the name 'string.nothing'; check its "
                                  "spelling"},
        {"return (\"x\"):nothing()", "x.lua:1: does not know the name 'string.nothing'; check its "
                                     "spelling"},
        {"local _ENV = {} return {x}", "[]"},
        {"local _ENV = nil return {x}",
         "x.lua:1: stops with an error: attempt to index a nil value (local '_ENV')"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

/* What is left in the state by a failed call is gone in the next: here the stack. */
static int overflow_then_return(lua_State *L)
{
    for (int i = 0; i < 15; i++) {
        lua_pushinteger(L, i);
    }
    return luaL_error(L, "told");
}

static int count_stack(lua_State *L)
{
    int *count = lua_touserdata(L, 1);
    *count = lua_gettop(L);
    return 0;
}

static void test_sandbox__a_call_begins_with_nothing_but_its_context(void **state)
{
    (void)state;
    const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    const struct sandbox_budget budget = {1000000, 1000};
    struct fault fault = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    sandbox_begin(sandbox, &budget);
    sandbox_about(sandbox, "x.lua");
    assert_false(sandbox_call(sandbox, overflow_then_return, NULL, &fault));
    assert_string_equal(fault.id, "SANDBOX_RUN");
    assert_string_equal(fault.where, "x.lua");
    assert_string_equal(fault.detail[0], "told");
    struct fault none = {0};
    int count = -1;
    assert_true(sandbox_call(sandbox, count_stack, &count, &none));
    assert_int_equal(count, 1);
    sandbox_close(sandbox);
}

static int load_and_call(lua_State *L)
{
    const char *source = lua_touserdata(L, 1);
    lua_library_open(L, LIBRARY_TEMPLATE, NULL);
    sandbox_load(L, "x.lua", source, strlen(source));
    lua_call(L, 0, 0);
    return 0;
}

static char loop_source[] = "while true do end";
static char fine_source[] = "local x = 1";

static void test_sandbox__a_new_budget_forgets_that_the_old_one_was_spent(void **state)
{
    (void)state;
    const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    const struct sandbox_budget budget = {100000, 1000};
    struct fault first = {0};
    struct fault second = {0};
    struct fault third = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &first);
    sandbox_begin(sandbox, &budget);
    assert_false(sandbox_call(sandbox, load_and_call, loop_source, &first));
    assert_string_equal(first.id, "SANDBOX_STEPS");
    assert_string_equal(first.detail[0], "100000");
    assert_false(sandbox_call(sandbox, load_and_call, fine_source, &second));
    assert_string_equal(second.id, "SANDBOX_STEPS");
    sandbox_begin(sandbox, &budget);
    assert_true(sandbox_call(sandbox, load_and_call, fine_source, &third));
    sandbox_close(sandbox);
}

static void test_sandbox__a_catch_sees_ordinary_errors(void **state)
{
    (void)state;
    check_template("return {pcall(error, \"no\", 0)}", "[false,\"no\"]");
    check_template("local ok, text = pcall(function() error(\"no\") end) return text",
                   "\"x.lua:1: no\"");
    check_template("local ok, v = pcall(error, {1, 2}) return v", "[1,2]");
    check_template("return {pcall(function() return 1, 2 end)}", "[true,1,2]");
    check_template("local ok, text = pcall(function() return weigth end) return text",
                   "\"x.lua:1: does not know the name 'weigth'; check its spelling\"");
    check_template("pcall(function() return weigth end)\nreturn {nil + 1}",
                   "x.lua:2: stops with an error: attempt to perform arithmetic on a nil value");
    check_template("return {pcall(pcall)}", "[false,\"bad argument #1 to '?' (value expected)\"]");
    check_template("local function f() return pcall(f) end return (select(-1, f()))",
                   "\"C stack overflow\"");
}

/* The trick that defeats a plain count hook: catch the limit and go on. */
static void test_sandbox__a_catch_does_not_see_limits(void **state)
{
    (void)state;
    char expected[128];
    snprintf(expected, sizeof expected, "x.lua:1: %s", steps_sentence);
    check_template("while true do pcall(function() while true do end end) end", expected);
    check_template("pcall(function() while true do end end) return {1}", expected);
    check_template("pcall(pcall, pcall, function() while true do end end) return {1}", expected);
    check_template("pcall(function() local s = \"x\" while true do s = s .. s end end) return {1}",
                   memory_sentence);
    check_template("local function f() pcall(f) while true do end end f()", expected);
}

/* A script that returns after its limit was passed inside a function of ours is refused all the same. */
static int swallow(lua_State *L)
{
    lua_settop(L, 1);
    lua_pcall(L, 0, 0, 0);
    return 0;
}

static void test_sandbox__a_limit_that_someone_swallowed_still_refuses(void **state)
{
    (void)state;
    static const luaL_Reg functions[] = {{"swallow", swallow}, {NULL, NULL}};
    static const struct library_part parts[] = {{"host", functions}, {NULL, NULL}};
    struct text out = TEXT_EMPTY;
    struct lua_case c = {
        .source = "host.swallow(function() while true do end end)", .parts = parts, .out = &out};
    assert_false(lua_case_run(&c));
    assert_true(strstr(out.bytes, steps_sentence) != NULL);
    text_release(&out);
}

/* What a small pack does, while allocation `n` fails, alone or with all later ones. True when it gave its
 * value; else the sentence must be that of memory. */
static bool run_failing(size_t n, bool once)
{
    struct text out = TEXT_EMPTY;
    struct lua_case c = {
        .source = "local t = {id = \"I01\", weight = 1.3, list = {3, 1, 2}}\n"
                  "table.sort(t.list)\n"
                  "for k, v in pairs({b = 1, a = 2}) do t[k] = (\"%s-%d\"):format(k, v) end\n"
                  "t.text = table.concat(t.list, \",\") .. (\"x\"):rep(300):upper():sub(1, 3)\n"
                  "return t",
        .limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, n, once},
        .out = &out};
    bool done = lua_case_run(&c);
    if (done) {
        assert_string_equal(out.bytes, "{\"a\":\"a-2\",\"b\":\"b-1\",\"id\":\"I01\","
                                       "\"list\":[1,2,3],\"text\":\"1,2,3XXX\",\"weight\":1.3}");
    } else {
        assert_true(strncmp(out.bytes, "x.lua: needs more memory", 24) == 0 ||
                    strncmp(out.bytes, ": needs more memory", 19) == 0);
    }
    text_release(&out);
    return done;
}

/* Lua's promise is that every failed allocation is an error, ours that it stays one: whichever fails,
 * the outcome is the sentence or the value, and nothing is lost. */
static void test_sandbox__any_allocation_may_fail(void **state)
{
    (void)state;
    size_t n = 1;
    while (!run_failing(n, false)) {
        assert_true(n < 5000);
        n++;
    }
    assert_true(n > 100);
    for (size_t i = 1; i <= n; i++) {
        run_failing(i, true); /* most are made up for by a collection, and give the value */
    }
    assert_true(run_failing(n, true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sandbox__an_error_names_its_line),
        cmocka_unit_test(test_sandbox__an_error_that_is_no_text_is_told_by_its_type),
        cmocka_unit_test(test_sandbox__an_error_is_one_printable_line_of_bounded_length),
        cmocka_unit_test(test_sandbox__a_syntax_error_names_its_line),
        cmocka_unit_test(test_sandbox__compiled_code_is_refused),
        cmocka_unit_test(test_sandbox__a_source_is_bounded),
        cmocka_unit_test(test_sandbox__words_that_chain_jumps_are_bounded),
        cmocka_unit_test(test_sandbox__instructions_are_bounded_at_a_line_that_is_always_the_same),
        cmocka_unit_test(test_sandbox__time_is_bounded_where_instructions_are_slow),
        cmocka_unit_test(test_sandbox__memory_is_bounded_at_once_and_altogether),
        cmocka_unit_test(test_sandbox__recursion_ends_in_a_sentence),
        cmocka_unit_test(test_sandbox__names_are_fixed),
        cmocka_unit_test(test_sandbox__a_call_begins_with_nothing_but_its_context),
        cmocka_unit_test(test_sandbox__a_new_budget_forgets_that_the_old_one_was_spent),
        cmocka_unit_test(test_sandbox__a_catch_sees_ordinary_errors),
        cmocka_unit_test(test_sandbox__a_catch_does_not_see_limits),
        cmocka_unit_test(test_sandbox__a_limit_that_someone_swallowed_still_refuses),
        cmocka_unit_test(test_sandbox__any_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
