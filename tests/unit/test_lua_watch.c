/* Questions for what is not there, noted by watched tables. */
#include "lua_watch.h"

#include "limit.h"
#include "lua_freeze.h"
#include "lua_json.h"
#include "lua_library.h"
#include "sandbox.h"
#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* A function of `input`, and what it asked. */
struct asked {
    const char *source;
    struct text out;
};

static const char input[] = "{\"n\":1,\"levels\":[{\"met\":2},{\"met\":3}],\"values\":{\"I01\":4}}";

static int body(lua_State *L)
{
    struct asked *asked = lua_touserdata(L, 1);
    struct arena arena = ARENA_EMPTY;
    struct json json;
    lua_library_open(L, LIBRARY_PACK, NULL);
    sandbox_load(L, "x.lua", asked->source, strlen(asked->source));
    lua_call(L, 0, 1);
    json_open(&json, input, sizeof input - 1, &arena, NULL);
    assert_true(lua_json_read(L, &json, true));
    lua_watch(L, -1);
    lua_call(L, 1, 0);
    lua_watch_write(L, &asked->out);
    arena_release(&arena);
    return 0;
}

static void check(const char *source, const char *expected)
{
    static const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    static const struct sandbox_budget budget = {LIMIT_SCORE_STEPS, 60000};
    struct asked asked = {.source = source, .out = TEXT_EMPTY};
    struct fault fault = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    sandbox_begin(sandbox, &budget);
    if (!sandbox_call(sandbox, body, &asked, &fault)) {
        lua_case_tell(&fault, &asked.out);
    }
    sandbox_close(sandbox);
    assert_string_equal(asked.out.bytes, expected);
    text_release(&asked.out);
}

static void test_lua_watch__what_is_there_is_no_question(void **state)
{
    (void)state;
    check("return function(i) return i.n + i.levels[2].met + i.values.I01 end", "[]");
    check("return function(i) for _, l in ipairs(i.levels) do local m = l.met end end", "[]");
    check("return function(i) for k, v in pairs(i) do local x = i[k] end return #i.levels end",
          "[]");
}

static void test_lua_watch__what_is_not_there_is_noted_with_its_line(void **state)
{
    (void)state;
    check("return function(i)\n  local a = i.m\n  return i.levels[1].mett\nend",
          "[{\"path\":\"\",\"key\":\"m\",\"where\":\"x.lua:2\"},"
          "{\"path\":\"levels[1]\",\"key\":\"mett\",\"where\":\"x.lua:3\"}]");
    check("return function(i) return i.values.I02 end",
          "[{\"path\":\"values\",\"key\":\"I02\",\"where\":\"x.lua:1\"}]");
}

/* A walk that looks for the end of a list asks for nothing; one that goes further does. */
static void test_lua_watch__the_end_of_a_list_is_no_question(void **state)
{
    (void)state;
    check("return function(i) local n = 1 while i.levels[n] do n = n + 1 end end", "[]");
    check("return function(i) return i.levels[5] end",
          "[{\"path\":\"levels\",\"key\":\"5\",\"where\":\"x.lua:1\"}]");
    check("return function(i) return i.levels[0], i.levels[-1] end",
          "[{\"path\":\"levels\",\"key\":\"0\",\"where\":\"x.lua:1\"},"
          "{\"path\":\"levels\",\"key\":\"-1\",\"where\":\"x.lua:1\"}]");
}

/* Keys of other types, and texts that are no text, do no harm. */
static void test_lua_watch__strange_keys_do_no_harm(void **state)
{
    (void)state;
    check("return function(i) return i[true], i[1.5], i[type], i[{}] end", "[]");
    check("return function(i) return i['a\\255b'], i['c\\0d'] end",
          "[{\"path\":\"\",\"key\":\"a\",\"where\":\"x.lua:1\"},"
          "{\"path\":\"\",\"key\":\"c\\u0000d\",\"where\":\"x.lua:1\"}]");
}

/* However often it is asked, so much is noted. */
static void test_lua_watch__notes_are_bounded(void **state)
{
    (void)state;
    struct asked asked = {.source =
                              "return function(i) for n = 1, 5000 do local x = i['k' .. n] end end",
                          .out = TEXT_EMPTY};
    static const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    static const struct sandbox_budget budget = {LIMIT_SCORE_STEPS, 60000};
    struct fault fault = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    sandbox_begin(sandbox, &budget);
    assert_true(sandbox_call(sandbox, body, &asked, &fault));
    sandbox_close(sandbox);
    assert_non_null(strstr(asked.out.bytes, "\"key\":\"k100\""));
    assert_null(strstr(asked.out.bytes, "\"key\":\"k101\""));
    text_release(&asked.out);
}

/* A watched table cannot be changed any more than another one. */
static void test_lua_watch__tables_stay_frozen(void **state)
{
    (void)state;
    check("return function(i) i.m = 1 end",
          "x.lua:1: changes a table that is read-only; make a copy of it");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_watch__what_is_there_is_no_question),
        cmocka_unit_test(test_lua_watch__what_is_not_there_is_noted_with_its_line),
        cmocka_unit_test(test_lua_watch__the_end_of_a_list_is_no_question),
        cmocka_unit_test(test_lua_watch__strange_keys_do_no_harm),
        cmocka_unit_test(test_lua_watch__notes_are_bounded),
        cmocka_unit_test(test_lua_watch__tables_stay_frozen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
