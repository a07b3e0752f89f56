#include "lua_trace.h"

#include "limit.h"
#include "lua_library.h"
#include "lua_score.h"
#include "sandbox.h"
#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* A source that returns a table of functions, of which `f` is called, and what the trace says then. */
struct traced {
    const char *source;
    struct lua_trace *trace; /* NULL: nothing is watched */
    struct text out;
};

static int declare(lua_State *L)
{
    const struct traced *traced = lua_touserdata(L, 1);
    lua_library_open(L, LIBRARY_PACK, NULL);
    sandbox_load(L, "s.lua", traced->source, strlen(traced->source));
    lua_call(L, 0, 1);
    lua_score_freeze(L, -1);
    lua_setfield(L, LUA_REGISTRYINDEX, "declared");
    return 0;
}

static int call(lua_State *L)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "declared");
    if (lua_getfield(L, -1, "f") == LUA_TFUNCTION) {
        lua_call(L, 0, 0);
    }
    return 0;
}

static int report(lua_State *L)
{
    struct traced *traced = lua_touserdata(L, 1);
    lua_score_reached(L);
    lua_trace_write(L, -1, traced->trace, &traced->out);
    assert_int_equal(lua_gettop(L), 2);
    return 0;
}

static void step(struct sandbox *sandbox, lua_CFunction body, struct traced *traced)
{
    static const struct sandbox_budget budget = {LIMIT_SCORE_STEPS, LIMIT_LUA_MS};
    struct fault fault = {0};
    sandbox_begin(sandbox, &budget);
    sandbox_about(sandbox, "s.lua");
    if (!sandbox_call(sandbox, body, traced, &fault)) {
        fail_msg("%s: %s %s", fault.where, fault.id, fault.detail[0]);
    }
}

/* Declares, calls `f` under watch where `watched`, and compares the report. */
static void check(const char *source, bool watched, const char *expected)
{
    static const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    struct traced traced = {.source = source, .out = TEXT_EMPTY};
    struct fault fault = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    traced.trace = watched ? lua_trace_new() : NULL;
    step(sandbox, declare, &traced);
    if (watched) {
        sandbox_trace(sandbox, lua_trace_note, traced.trace);
    }
    step(sandbox, call, &traced);
    sandbox_trace(sandbox, NULL, NULL);
    text_add(&traced.out, "");
    step(sandbox, report, &traced);
    assert_string_equal(traced.out.bytes, expected);
    sandbox_close(sandbox);
    lua_trace_free(traced.trace);
    text_release(&traced.out);
}

static void test_lua_trace__lines_that_ran_are_told(void **state)
{
    (void)state;
    check("return { f = function()\n"
          "  local a = 1\n"
          "  if a == 2 then\n"
          "    a = 3\n"
          "  end\n"
          "  return a\n"
          "end }\n",
          true,
          "{\"file\":\"s.lua\",\"from\":1,\"to\":7,\"lines\":[2,3,4,6],\"run\":[true,true,false,"
          "true]}");
}

static void test_lua_trace__without_a_watch_nothing_ran(void **state)
{
    (void)state;
    check("return { f = function()\n  return 1\nend }\n", false,
          "{\"file\":\"s.lua\",\"from\":1,\"to\":3,\"lines\":[2],\"run\":[false]}");
}

/* Empty lines, comments and `end` hold no code. */
static void test_lua_trace__only_lines_with_code_count(void **state)
{
    (void)state;
    check("return { f = function()\n\n  -- nothing\n  for _ = 1, 2 do\n\n    local x = 1\n  end\n"
          "end }\n",
          true, "{\"file\":\"s.lua\",\"from\":1,\"to\":8,\"lines\":[4,6],\"run\":[true,true]}");
}

/* A function on one line has that line. */
static void test_lua_trace__a_function_may_be_one_line(void **state)
{
    (void)state;
    check("return { f = function() return 1 end }", true,
          "{\"file\":\"s.lua\",\"from\":1,\"to\":1,\"lines\":[1],\"run\":[true]}");
}

/* Functions made twice from one text are one; helpers that are reached are there. */
static void test_lua_trace__helpers_are_told_once(void **state)
{
    (void)state;
    check("local function make()\n  return function()\n    return 1\n  end\nend\n"
          "return { f = make(), g = make() }",
          true, "{\"file\":\"s.lua\",\"from\":2,\"to\":4,\"lines\":[3],\"run\":[true]}");
    check("local function help()\n  return 1\nend\n"
          "return { f = function()\n  return help()\nend }",
          true,
          "{\"file\":\"s.lua\",\"from\":4,\"to\":6,\"lines\":[5],\"run\":[true]},"
          "{\"file\":\"s.lua\",\"from\":1,\"to\":3,\"lines\":[2],\"run\":[true]}");
}

static void test_lua_trace__no_functions_no_report(void **state)
{
    (void)state;
    check("return { 1, 2 }", true, "");
}

/* Lines beyond what a file can have are left out, and so are more files than a pack has. */
static void test_lua_trace__odd_lines_and_files_are_left_out(void **state)
{
    (void)state;
    struct lua_trace *trace = lua_trace_new();
    lua_trace_note(trace, "a.lua", 0);
    lua_trace_note(trace, "a.lua", -1);
    lua_trace_note(trace, "a.lua", LIMIT_SOURCE_BYTES + 2);
    lua_trace_note(trace, "a.lua", LIMIT_SOURCE_BYTES + 1);
    for (int i = 0; i < LIMIT_PACK_FILES + 8; i++) {
        char name[16];
        snprintf(name, sizeof name, "%d.lua", i);
        lua_trace_note(trace, name, i + 1);
    }
    lua_trace_free(trace);
    lua_trace_free(NULL);
}

/* Watching changes neither what a budget allows nor what is refused. */
static void test_lua_trace__budgets_hold_under_watch(void **state)
{
    (void)state;
    static const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    static const struct sandbox_budget budget = {10000, LIMIT_LUA_MS};
    struct traced traced = {.source = "return { f = function()\n  while true do\n    local x = 1\n"
                                      "  end\nend }",
                            .trace = lua_trace_new(),
                            .out = TEXT_EMPTY};
    struct fault fault = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    step(sandbox, declare, &traced);
    sandbox_trace(sandbox, lua_trace_note, traced.trace);
    sandbox_begin(sandbox, &budget);
    assert_false(sandbox_call(sandbox, call, &traced, &fault));
    assert_string_equal(fault.id, "SANDBOX_STEPS");
    assert_true(sandbox_steps(sandbox) >= 10000);
    sandbox_close(sandbox);
    lua_trace_free(traced.trace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_trace__lines_that_ran_are_told),
        cmocka_unit_test(test_lua_trace__without_a_watch_nothing_ran),
        cmocka_unit_test(test_lua_trace__only_lines_with_code_count),
        cmocka_unit_test(test_lua_trace__a_function_may_be_one_line),
        cmocka_unit_test(test_lua_trace__helpers_are_told_once),
        cmocka_unit_test(test_lua_trace__no_functions_no_report),
        cmocka_unit_test(test_lua_trace__odd_lines_and_files_are_left_out),
        cmocka_unit_test(test_lua_trace__budgets_hold_under_watch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
