/* sandbox_load_typed: what a person types is an expression, a statement, the beginning of one, or wrong. */
#include "limit.h"
#include "lua_library.h"
#include "lua_show.h"
#include "sandbox.h"
#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* One source, and what becomes of it: "more", what its values are shown as, or a sentence. */
struct typed {
    const char *source;
    size_t length; /* 0: a string */
    bool whole;
    struct text out;
};

static int body(lua_State *L)
{
    struct typed *typed = lua_touserdata(L, 1);
    size_t length = typed->length > 0 ? typed->length : strlen(typed->source);
    int top = lua_gettop(L);
    lua_library_open(L, LIBRARY_PACK, NULL);
    if (!sandbox_load_typed(L, "x.lua", typed->source, length, typed->whole)) {
        assert_int_equal(lua_gettop(L), top); /* nothing is left behind */
        text_add(&typed->out, "more");
        return 0;
    }
    lua_call(L, 0, LUA_MULTRET);
    for (int i = top + 1; i <= lua_gettop(L); i++) {
        text_add(&typed->out, i > top + 1 ? " " : "");
        lua_show(L, i, &typed->out);
    }
    return 0;
}

static void run(struct typed *typed)
{
    static const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    static const struct sandbox_budget budget = {LIMIT_SCORE_STEPS, 60000};
    struct fault fault = {0};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    sandbox_begin(sandbox, &budget);
    sandbox_about(sandbox, "x.lua");
    if (!sandbox_call(sandbox, body, typed, &fault)) {
        lua_case_tell(&fault, &typed->out);
    }
    sandbox_close(sandbox);
}

static void check(const char *source, bool whole, const char *expected)
{
    struct typed typed = {.source = source, .whole = whole, .out = TEXT_EMPTY};
    run(&typed);
    if (strcmp(typed.out.bytes, expected) != 0) {
        fail_msg("%s\n  gave     %s\n  expected %s", source, typed.out.bytes, expected);
    }
    text_release(&typed.out);
}

static void test_sandbox_typed__expressions_give_their_values(void **state)
{
    (void)state;
    check("1 + 1\n", false, "2");
    check("1, 2, \"x\"\n", false, "1 2 \"x\"");
    check("type(1)\n", false, "\"number\"");
    check("{ a = 1 }\n", false, "{ a = 1 }");
    check("(\"x\"):rep(3) -- a remark\n", false, "\"xxx\"");
    check("function(a) return a end\n", false, "function x.lua:1");
    check("not nil and 1 or 2\n", false, "1");
    check("nil\n", false, "nil");
    check("return 5\n", false, "5");
}

static void test_sandbox_typed__statements_give_nothing(void **state)
{
    (void)state;
    check("local x = 3\n", false, "");
    check("for i = 1, 3 do local x = i end\n", false, "");
    check("do end\n", false, "");
    check("\n", false, "");
    check(";\n", false, "");
    check("-- only a remark\n", false, "");
    check("local function f() return 1 end\n", false, "");
    check("::label::\n", false, "");
}

/* Whatever ends too early asks for more, and is an error when nothing more will come. */
static void test_sandbox_typed__a_beginning_asks_for_more(void **state)
{
    (void)state;
    static const char *const begun[] = {
        "if true then\n",
        "if true then local x = 1 else\n",
        "while false do\n",
        "repeat\n",
        "repeat until\n",
        "for i = 1, 2 do\n",
        "for _, v in ipairs({\n",
        "local function f(a,\n",
        "local x =\n",
        "x = function()\n",
        "{\n",
        "{ a = 1,\n",
        "type(\n",
        "1 +\n",
        "1 ..\n",
        "not\n",
        "#\n",
        "[[ a long text\n",
        "[==[ with ]] inside\n",
        "--[[ a long remark\n",
        "a.\n",
        "a:b\n",
        "goto\n",
    };
    for (size_t i = 0; i < sizeof begun / sizeof begun[0]; i++) {
        struct typed typed = {.source = begun[i], .whole = true, .out = TEXT_EMPTY};
        check(begun[i], false, "more");
        run(&typed);
        if (strncmp(typed.out.bytes, "x.lua:", 6) != 0 ||
            strstr(typed.out.bytes, "is not valid Lua") == NULL) {
            fail_msg("%s\n  gave %s", begun[i], typed.out.bytes);
        }
        text_release(&typed.out);
    }
}

/* What no further line can mend is told at once. */
static void test_sandbox_typed__mistakes_are_told_at_once(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "1 2\n",           "x = = 3\n",        "end\n",          ")\n",       "local 5 = x\n",
        "\"open\n",        "if then\n",        "for 1 = 2 do\n", "a b\n",     "x == 3 = 4\n",
        "do goto 5 end\n", "do break 5 end\n", "return 1 2\n",   "\"\\q\"\n", "0x\n",
        "function 5()\n",  "local <new>\n",    "type(1))\n",     "@\n",       "1e\n",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct typed typed = {.source = wrong[i], .whole = false, .out = TEXT_EMPTY};
        run(&typed);
        if (strncmp(typed.out.bytes, "x.lua:1: is not valid Lua", 25) != 0) {
            fail_msg("%s\n  gave %s", wrong[i], typed.out.bytes);
        }
        text_release(&typed.out);
    }
}

/* The bounds of a source hold for what is typed. */
static void test_sandbox_typed__sources_are_bounded(void **state)
{
    (void)state;
    size_t length = (size_t)LIMIT_SOURCE_BYTES + 1;
    char *source = malloc(length + 1);
    assert_non_null(source);
    memset(source, ' ', length);
    source[length] = '\0';
    struct typed typed = {.source = source, .length = length, .whole = true, .out = TEXT_EMPTY};
    run(&typed);
    assert_non_null(strstr(typed.out.bytes, "131072"));
    text_clear(&typed.out);
    typed.length = length - 1;
    run(&typed);
    assert_string_equal(typed.out.bytes, "");
    text_clear(&typed.out);
    memset(source, '(', 4000);
    run(&typed);
    assert_non_null(strstr(typed.out.bytes, "is not valid Lua"));
    text_release(&typed.out);
    free(source);
    check("\x1bLua\n", false, "x.lua: is compiled Lua, not text; give the source");
}

/* An error of an earlier parse does not stay: the next error is told as itself. */
static void test_sandbox_typed__errors_of_the_parser_do_not_stay(void **state)
{
    (void)state;
    check("local x = nil + 1\n", false,
          "x.lua:1: stops with an error: attempt to perform arithmetic on a nil value");
    check("x = 1\n", false, "x.lua:1: gives a value to the name 'x'; write 'local' before it");
    check("unknown\n", false, "x.lua:1: does not know the name 'unknown'; check its spelling");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sandbox_typed__expressions_give_their_values),
        cmocka_unit_test(test_sandbox_typed__statements_give_nothing),
        cmocka_unit_test(test_sandbox_typed__a_beginning_asks_for_more),
        cmocka_unit_test(test_sandbox_typed__mistakes_are_told_at_once),
        cmocka_unit_test(test_sandbox_typed__sources_are_bounded),
        cmocka_unit_test(test_sandbox_typed__errors_of_the_parser_do_not_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
