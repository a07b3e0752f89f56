/* The n-th allocation fails, for every n, through all that a pack's file with scoring functions goes
 * through in its worker: library, source, run, what it declares as data, freezing, watching, calling,
 * reporting. Whichever fails, the outcome is the value or the sentence about memory, and nothing leaks. */
#include "fault.h"
#include "json.h"
#include "limit.h"
#include "lua_json.h"
#include "lua_library.h"
#include "lua_score.h"
#include "lua_trace.h"
#include "sandbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static const char file_text[] =
    "local points = { 3, 6, 9 }\n"
    "local function sum(levels)\n"
    "  local all = 0\n"
    "  for _, level in ipairs(levels) do all = all + level * points[1] end\n"
    "  return all\n"
    "end\n"
    "local function value(input)\n"
    "  local text = string.format(\"%d of %s\", sum(input.levels), tostring(input.year))\n"
    "  return { sum(input.levels), 7 }, text .. (\"!\"):rep(40)\n"
    "end\n"
    "return { id = \"I01\", weight = 1.3, value = value, list = { \"a\", \"b\", { c = true } } }\n";

static const char input_text[] = "{\"levels\":[1,2,3],\"year\":2024}";

/* One load and one call. */
struct run {
    struct text declared, answer, lines;
    struct lua_trace *trace;
    struct arena arena;
};

static void keep(lua_State *L, const char *name)
{
    (void)name;
    lua_getfield(L, LUA_REGISTRYINDEX, "functions");
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, "value");
    lua_pop(L, 1);
}

static int declare(lua_State *L)
{
    struct run *run = lua_touserdata(L, 1);
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, "functions");
    lua_library_open(L, LIBRARY_PACK, NULL);
    sandbox_load(L, "a.lua", file_text, strlen(file_text));
    lua_call(L, 0, 1);
    struct lua_json_writer writer = {.out = &run->declared,
                                     .file = "a.lua",
                                     .depth_limit = LIMIT_PACK_DEPTH,
                                     .values_left = LIMIT_PACK_VALUES,
                                     .values = LIMIT_PACK_VALUES,
                                     .bytes = LIMIT_PACK_DATA,
                                     .text_bytes = LIMIT_PACK_TEXT,
                                     .plain = true,
                                     .keep = keep};
    lua_json_write(L, -1, &writer);
    return 0;
}

static int score(lua_State *L)
{
    struct run *run = lua_touserdata(L, 1);
    struct json json;
    lua_getfield(L, LUA_REGISTRYINDEX, "functions");
    lua_score_freeze(L, -1);
    lua_getfield(L, -1, "value");
    json_open(&json, input_text, strlen(input_text), &run->arena, NULL);
    assert_true(lua_json_read(L, &json, true));
    lua_score_call(L, &run->answer);
    return 0;
}

static int report(lua_State *L)
{
    struct run *run = lua_touserdata(L, 1);
    lua_score_reached(L);
    lua_trace_write(L, -1, run->trace, &run->lines);
    return 0;
}

static bool steps(struct sandbox *sandbox, struct run *run, struct fault *fault)
{
    static const lua_CFunction bodies[] = {declare, score, report};
    static const struct sandbox_budget budget = {LIMIT_SCORE_STEPS, LIMIT_LUA_MS};
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof bodies / sizeof *bodies; i++) {
        sandbox_begin(sandbox, &budget);
        sandbox_about(sandbox, "a.lua");
        sandbox_trace(sandbox, lua_trace_note, run->trace);
        ok = sandbox_call(sandbox, bodies[i], run, fault);
    }
    return ok;
}

static void check_outcome(const struct run *run)
{
    assert_string_equal(run->declared.bytes,
                        "{\"id\":\"I01\",\"list\":[\"a\",\"b\",{\"c\":true}],\"value\":"
                        "{\"@function\":\"a.lua:value\"},\"weight\":1.3}");
    assert_string_equal(run->answer.bytes, "{\"value\":\"18/7\",\"reason\":\"18 of 2024"
                                           "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!\"}");
    assert_non_null(strstr(run->lines.bytes, "\"from\":2,\"to\":6,\"lines\":[3,4,5],"
                                             "\"run\":[true,true,true]"));
}

/* While allocation `n` fails, alone or with all later ones; true when all came out. */
static bool run_failing(size_t n, bool once)
{
    const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, n, once};
    struct run run = {.declared = TEXT_EMPTY,
                      .answer = TEXT_EMPTY,
                      .lines = TEXT_EMPTY,
                      .trace = lua_trace_new(),
                      .arena = ARENA_EMPTY};
    struct fault fault = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    bool ok = sandbox != NULL && steps(sandbox, &run, &fault);
    if (ok) {
        check_outcome(&run);
    } else {
        assert_string_equal(fault.id, "SANDBOX_MEMORY");
    }
    sandbox_close(sandbox); /* asserts that all memory came back */
    lua_trace_free(run.trace);
    text_release(&run.declared);
    text_release(&run.answer);
    text_release(&run.lines);
    arena_release(&run.arena);
    return ok;
}

static void test_pack_allocation__all_from_the_nth_on_may_fail(void **state)
{
    (void)state;
    size_t n = 1;
    while (!run_failing(n, false)) {
        assert_true(n < 5000);
        n++;
    }
    assert_true(n > 200); /* or the test has lost what it tests */
}

/* Most are made up for by a collection; then the outcome is the very same. */
static void test_pack_allocation__the_nth_alone_may_fail(void **state)
{
    (void)state;
    size_t good = 0;
    for (size_t n = 1; n <= 400; n++) {
        good += run_failing(n, true);
    }
    assert_true(good > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack_allocation__all_from_the_nth_on_may_fail),
        cmocka_unit_test(test_pack_allocation__the_nth_alone_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
