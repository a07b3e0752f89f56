#include "lua_library.h"

#include "limit.h"
#include "lua_freeze.h"
#include "lua_keys.h"
#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <lualib.h>
#include <stdlib.h>
#include <string.h>

/* ---- what can be reached -------------------------------------------------------------------------- */

struct walk {
    enum library_user user;
    struct text *out;
};

static void list_value(lua_State *L, const char *path, struct text *out);

/* Lists the entries of the table on the top of the stack, in order. */
static void list_table(lua_State *L, const char *path, struct text *out)
{
    lua_freeze_data(L, -1);
    int data = lua_gettop(L);
    lua_keys_push(L, data);
    int keys = lua_gettop(L);
    for (lua_Integer i = 1; lua_rawgeti(L, keys, i) != LUA_TNIL; i++) {
        struct text name = TEXT_EMPTY;
        text_format(&name, "%s%s%s", path, path[0] == '\0' ? "" : ".", lua_tostring(L, -1));
        lua_rawget(L, data);
        list_value(L, name.bytes, out);
        lua_pop(L, 1);
        text_release(&name);
    }
    lua_settop(L, data - 1);
}

static void list_value(lua_State *L, const char *path, struct text *out)
{
    bool frozen = lua_istable(L, -1) && lua_freeze_is(L, -1);
    if (path[0] != '\0') {
        text_format(out, "%s %s%s\n", path, frozen ? "frozen " : "", luaL_typename(L, -1));
    }
    if (lua_istable(L, -1)) {
        assert_true(frozen);
        list_table(L, path, out);
    }
}

/* Everything from the environment on, then what the methods of texts and other values lead to. */
static int list_all(lua_State *L)
{
    struct walk *walk = lua_touserdata(L, 1);
    lua_library_open(L, walk->user, NULL);
    list_value(L, "", walk->out);
    lua_pushliteral(L, "");
    assert_true(lua_getmetatable(L, -1));
    text_add(walk->out, "\"\" metatable\n");
    lua_keys_push(L, -1);
    for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
        text_format(walk->out, "\"\".%s\n", lua_tostring(L, -1));
        lua_pop(L, 1);
    }
    lua_pop(L, 2);
    lua_getfield(L, -1, "__index");
    list_table(L, "\"\"", walk->out);
    lua_pushcfunction(L, list_all);
    assert_false(lua_getmetatable(L, -1));
    lua_pushinteger(L, 1);
    assert_false(lua_getmetatable(L, -1));
    lua_pushboolean(L, 1);
    assert_false(lua_getmetatable(L, -1));
    lua_pushnil(L);
    assert_false(lua_getmetatable(L, -1));
    lua_newtable(L);
    assert_false(lua_getmetatable(L, -1));
    return 0;
}

static void read_whole(const char *path, struct text *out)
{
    char buffer[4096];
    FILE *file = fopen(path, "r");
    size_t got = 0;
    assert_non_null(file);
    while ((got = fread(buffer, 1, sizeof buffer, file)) > 0) {
        text_append(out, buffer, got);
    }
    fclose(file);
}

/* SPBE_GOLDEN=1 writes the list anew; read the difference before committing. */
static void check_golden(enum library_user user, const char *path)
{
    const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    const struct sandbox_budget budget = {LIMIT_PACK_STEPS, LIMIT_LUA_MS};
    struct text names = TEXT_EMPTY;
    struct text golden = TEXT_EMPTY;
    struct fault fault = {0};
    struct walk walk = {user, &names};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    sandbox_begin(sandbox, &budget);
    assert_true(sandbox_call(sandbox, list_all, &walk, &fault));
    sandbox_close(sandbox);
    if (getenv("SPBE_GOLDEN") != NULL) {
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs(names.bytes, file);
        fclose(file);
    }
    read_whole(path, &golden);
    assert_string_equal(names.bytes, golden.bytes);
    text_release(&names);
    text_release(&golden);
}

static void test_lua_library__a_pack_reaches_these_names_and_no_other(void **state)
{
    (void)state;
    check_golden(LIBRARY_PACK, "tests/golden/sandbox-pack.txt");
}

static void test_lua_library__a_template_reaches_these_names_and_no_other(void **state)
{
    (void)state;
    check_golden(LIBRARY_TEMPLATE, "tests/golden/sandbox-template.txt");
}

static void test_lua_library__a_script_reaches_these_names_and_no_other(void **state)
{
    (void)state;
    check_golden(LIBRARY_SCRIPT, "tests/golden/sandbox-script.txt");
}

/* ---- every standard name -------------------------------------------------------------------------- */

/* What a pack meets when it reads `name`: a value, or a sentence that gives a reason. */
static void check_decided(const char *name)
{
    struct text source = TEXT_EMPTY;
    struct text out = TEXT_EMPTY;
    text_format(&source, "return type(%s)", name);
    struct lua_case c = {.source = source.bytes, .out = &out};
    if (!lua_case_run(&c) && strstr(out.bytes, "cannot use '") == NULL) {
        fail_msg("%s: %s", name, out.bytes);
    }
    text_release(&source);
    text_release(&out);
}

static void test_lua_library__every_name_of_the_standard_library_is_decided_upon(void **state)
{
    (void)state;
    lua_State *L = luaL_newstate();
    luaL_openlibs(L);
    lua_pushglobaltable(L);
    lua_pushnil(L);
    while (lua_next(L, 1) != 0) {
        const char *name = lua_tostring(L, 2);
        check_decided(name);
        bool open =
            strcmp(name, "math") == 0 || strcmp(name, "string") == 0 || strcmp(name, "table") == 0;
        lua_pushnil(L);
        while (open && lua_next(L, 3) != 0) {
            struct text member = TEXT_EMPTY;
            text_format(&member, "%s.%s", name, lua_tostring(L, 4));
            check_decided(member.bytes);
            text_release(&member);
            lua_pop(L, 1);
        }
        lua_settop(L, 2);
    }
    lua_close(L);
}

static void test_lua_library__what_is_left_out_says_why(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {os.time()}", "x.lua:1: cannot use 'os' here: foreign code reaches no file, "
                               "clock, program or other code"},
        {"return {math.random()}",
         "x.lua:1: cannot use 'math.random' here: the same input gives the same result"},
        {"return {(\"x\"):gsub(\"x\", \"y\")}", "x.lua:1: cannot use 'string.gsub' here: pattern "
                                                "matching can take for ever; use string.find or "
                                                "string.sub"},
        {"return {next({})}",
         "x.lua:1: cannot use 'next' here: its order differs from run to run; use "
         "pairs, which sorts"},
        {"return {pcall(type)}",
         "x.lua:1: cannot use 'pcall' here: an error ends the loading of a pack"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

/* ---- base and math -------------------------------------------------------------------------------- */

static void test_lua_library__base_functions_are_those_of_the_manual(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {type(nil), type(1), type({}), type(type)}",
         "[\"nil\",\"number\",\"table\",\"function\"]"},
        {"return type()",
         "x.lua:1: stops with an error: bad argument #1 to 'type' (value expected)"},
        {"return {select(\"#\", 1, nil), select(2, \"a\", \"b\", \"c\")}", "[2,\"b\",\"c\"]"},
        {"return {select(-1, \"a\", \"b\")}", "[\"b\"]"},
        {"return {select(5, \"a\")}", "[]"},
        {"return select(0)",
         "x.lua:1: stops with an error: bad argument #1 to 'select' (index out of range)"},
        {"return select(-2, 1)",
         "x.lua:1: stops with an error: bad argument #1 to 'select' (index out of range)"},
        {"return select(math.mininteger, 1)",
         "x.lua:1: stops with an error: bad argument #1 to 'select' (index out of range)"},
        {"return {assert(1, \"x\", 3)}", "[1,\"x\",3]"},
        {"return assert()",
         "x.lua:1: stops with an error: bad argument #1 to 'assert' (value expected)"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_library__math_is_exact(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return {math.floor(2.5), math.floor(-2.5), math.ceil(2.1), math.floor(7), math.ceil(7)}",
         "[2,-3,3,7,7]"},
        {"return {math.type(math.floor(2.5)), math.type(math.floor(1e300)), math.type(\"1\") == "
         "nil}",
         "[\"integer\",\"float\",true]"},
        {"return {math.max(1, 2.5, 2), math.min(3, 1), math.max(1)}", "[2.5,1,1]"},
        {"return math.max()",
         "x.lua:1: stops with an error: bad argument #1 to 'max' (number expected, got no value)"},
        {"return {math.abs(-5), math.abs(-2.5), math.abs(math.mininteger) == math.mininteger}",
         "[5,2.5,true]"},
        {"return {math.tointeger(3.0), math.tointeger(3.5) == nil, math.tointeger(\"3\") == nil}",
         "[3,true,true]"},
        {"return {math.maxinteger, math.mininteger}", "[9223372036854775807,-9223372036854775808]"},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static void test_lua_library__texts_have_methods_and_no_arithmetic(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"return (\"ab\"):rep(2)", "\"abab\""},
        {"return \"10\" + 1",
         "x.lua:1: stops with an error: attempt to perform arithmetic on a string "
         "value (constant '10')"},
        {"return -\"10\"",
         "x.lua:1: stops with an error: attempt to perform arithmetic on a string "
         "value (constant '10')"},
        {"return \"a\" < \"b\"", "true"},
        {"return 10 .. \"\"", "\"10\""},
        {NULL, NULL},
    };
    check_pack_rows(rows);
}

static int answer(lua_State *L)
{
    lua_pushinteger(L, 42);
    return 1;
}

static void test_lua_library__a_role_can_add_tables_of_its_own(void **state)
{
    (void)state;
    static const luaL_Reg functions[] = {{"answer", answer}, {NULL, NULL}};
    static const struct library_part parts[] = {{"host", functions}, {NULL, NULL}};
    static const struct lua_row rows[] = {
        {"return host.answer()", "42"},
        {"host.answer = 1", "x.lua:1: changes a table that is read-only; make a copy of it"},
        {"host = 1", "x.lua:1: gives a value to the name 'host'; write 'local' before it"},
        {"return host.question",
         "x.lua:1: does not know the name 'host.question'; check its spelling"},
    };
    struct text out = TEXT_EMPTY;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct lua_case c = {.source = rows[i].source, .parts = parts, .out = &out};
        lua_case_run(&c);
        assert_string_equal(out.bytes, rows[i].expected);
    }
    text_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lua_library__a_pack_reaches_these_names_and_no_other),
        cmocka_unit_test(test_lua_library__a_template_reaches_these_names_and_no_other),
        cmocka_unit_test(test_lua_library__a_script_reaches_these_names_and_no_other),
        cmocka_unit_test(test_lua_library__every_name_of_the_standard_library_is_decided_upon),
        cmocka_unit_test(test_lua_library__what_is_left_out_says_why),
        cmocka_unit_test(test_lua_library__base_functions_are_those_of_the_manual),
        cmocka_unit_test(test_lua_library__math_is_exact),
        cmocka_unit_test(test_lua_library__texts_have_methods_and_no_arithmetic),
        cmocka_unit_test(test_lua_library__a_role_can_add_tables_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
