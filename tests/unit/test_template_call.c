/* The arguments of drawing commands as a worker sends them: what each letter of a shape takes, how it is
 * written, and that what does not fit is told to the template's author with its position. */
#include "template_call.h"

#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "limit.h"
#include "lua_freeze.h"
#include "template_lua.h"

#include <lauxlib.h>
#include <string.h>

/* A call of a command, in an environment with two sheets, `satu` and `dua`. */
struct run {
    const char *source;
    struct text *out;
};

/* call(…) with the command's number as upvalue: gives what would be sent */
static int call(lua_State *L)
{
    struct run *run = lua_touserdata(L, lua_upvalueindex(1));
    template_call_arguments(L, (enum drawing_command)lua_tointeger(L, lua_upvalueindex(2)),
                            run->out);
    return 0;
}

static void add_sheet(lua_State *L, const char *name, lua_Integer position)
{
    lua_Integer *sheet = lua_newuserdatauv(L, sizeof *sheet, 1);
    *sheet = position;
    luaL_setmetatable(L, TEMPLATE_LUA_SHEET);
    lua_setfield(L, -2, name);
}

static int body(lua_State *L)
{
    struct run *run = lua_touserdata(L, 1);
    luaL_newmetatable(L, TEMPLATE_LUA_SHEET);
    lua_library_open(L, LIBRARY_TEMPLATE, NULL);
    lua_freeze_data(L, -1);
    for (int i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        lua_pushlightuserdata(L, run);
        lua_pushinteger(L, i);
        lua_pushcclosure(L, call, 2);
        lua_setfield(L, -2, drawing_commands[i].name);
    }
    add_sheet(L, "satu", 0);
    add_sheet(L, "dua", 1);
    lua_pop(L, 1);
    sandbox_load(L, "x.lua", run->source, strlen(run->source));
    lua_call(L, 0, 0);
    return 0;
}

/* Wants what a call sends, or "x.lua:1: sentence". */
static void check(const char *source, const char *expected)
{
    const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    const struct sandbox_budget budget = {LIMIT_PACK_STEPS, LIMIT_LUA_MS};
    struct text out = TEXT_EMPTY;
    struct fault fault = {0};
    struct run run = {source, &out};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    assert_non_null(sandbox);
    sandbox_begin(sandbox, &budget);
    sandbox_about(sandbox, "x.lua");
    if (!sandbox_call(sandbox, body, &run, &fault)) {
        text_clear(&out);
        lua_case_tell(&fault, &out);
    }
    sandbox_close(sandbox);
    if (strncmp(out.bytes, expected, strlen(expected)) != 0 ||
        (expected[0] == ',' && strlen(expected) != out.length)) {
        fail_msg("%s\n  gave     %s\n  expected %s", source, out.bytes, expected);
    }
    text_release(&out);
}

static void check_rows(const struct lua_row *rows)
{
    for (; rows->source != NULL; rows++) {
        check(rows->source, rows->expected);
    }
}

/* Wants the argument of that position refused; methods count without their sheet. */
struct refusal {
    const char *source, *position;
};

static void check_refused(const struct refusal *rows)
{
    for (; rows->source != NULL; rows++) {
        struct text wanted = TEXT_EMPTY;
        text_format(&wanted, "x.lua:1: argument %s %s", rows->position,
                    rows->position[0] == '\'' ? "of " : "(");
        check(rows->source, wanted.bytes);
        text_release(&wanted);
    }
}

/* Whoever gave the wrong thing reads what the right one is, for every kind of argument. */
static void test_template_call__a_refusal_says_what_is_allowed(void **state)
{
    (void)state;
    static const struct {
        const char *source, *expected;
    } cases[] = {
        {"text(satu, 'a', 1, 'x')", "1 (sheet:text(row, column, text [, style])) must be a row, a "
                                    "whole number from 1 to 1048576"},
        {"text(satu, 1, 16385, 'x')", "2 (sheet:text(row, column, text [, style])) must be a "
                                      "column, a whole number from 1 to 16384"},
        {"text(satu, 1, 1, {})", "3 (sheet:text(row, column, text [, style])) must be a text"},
        {"text(satu, 1, 1, 'x', 5)", "4 (sheet:text(row, column, text [, style])) must be the name "
                                     "of a style, a text"},
        {"number(satu, 1, 1, 'dua')", "3 (sheet:number(row, column, number [, style])) must be a "
                                      "number, or an exact text such as \"2.98\" or \"7/6\""},
        {"formula(satu, 1, 1, 5, 5)",
         "3 (sheet:formula(row, column, formula, value [, style])) "
         "must be a formula or reference, a text that begins with '='"},
        {"cells(satu, 1, 1, { true })", "3 (sheet:cells(row, column, values [, styles])) must be a "
                                        "list of texts, numbers and false, at most 16384"},
        {"cells(satu, 1, 1, {}, 5)", "4 (sheet:cells(row, column, values [, styles])) must be the "
                                     "name of a style, or a list of names and false"},
        {"chart(satu, 1, 1, 'pie')", "3 (sheet:chart(row, column, options)) must be a table: "
                                     "options or a list"},
        {"view(satu)", "1 (sheet:view(options)) must be a table: options or a list"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct text wanted = TEXT_EMPTY;
        text_format(&wanted, "x.lua:1: argument %s", cases[i].expected);
        check(cases[i].source, wanted.bytes);
        text_release(&wanted);
    }
}

/* ---- what is sent ---- */

static void test_template_call__what_is_left_out_is_null(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"about('Laporan')", ",\"Laporan\",null"},
        {"about('Laporan', 'Indeks')", ",\"Laporan\",\"Indeks\""},
        {"text(satu, 1, 2, 'x')", ",0,1,2,\"x\",null"},
        {"text(dua, 1, 2, 'x', nil)", ",1,1,2,\"x\",null"},
        {"text(satu, 1, 2, 'x', 'gaya')", ",0,1,2,\"x\",\"gaya\""},
        {"protect(satu)", ",0"},
        {"row(satu, 3, 20)", ",0,3,20,null"},
        {NULL, NULL}};
    check_rows(rows);
}

/* What a reader computes with is what the template wrote: no digit is lost on the way. */
static void test_template_call__numbers_read_back_as_the_same(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"number(satu, 1, 1, 3)", ",0,1,1,3,null"},
        {"number(satu, 1, 1, -7)", ",0,1,1,-7,null"},
        {"number(satu, 1, 1, 2.5)", ",0,1,1,2.500,null"},
        {"number(satu, 1, 1, 999999999.999)", ",0,1,1,999999999.999,null"},
        {"number(satu, 1, 1, 0.1 + 0.2)", ",0,1,1,0.30000000000000004,null"},
        {"number(satu, 1, 1, -2.5)", ",0,1,1,-2.5,null"},
        {"number(satu, 1, 1, 1e300)", ",0,1,1,1.0000000000000001e+300,null"},
        {"number(satu, 1, 1, '5/2')", ",0,1,1,2.500,null"},
        {"number(satu, 1, 1, '2.9795')", ",0,1,1,2.9794999999999998,null"},
        {"number(satu, 1, 1, 9007199254740993)", ",0,1,1,9007199254740993,null"},
        {NULL, NULL}};
    check_rows(rows);
}

static void test_template_call__texts_are_escaped(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"text(satu, 1, 1, 'a\"b\\\\c\\n')", ",0,1,1,\"a\\\"b\\\\c\\n\",null"},
        {"text(satu, 1, 1, '=1+1')", ",0,1,1,\"=1+1\",null"},
        {"text(satu, 1, 1, 'é')", ",0,1,1,\"é\",null"},
        {"text(satu, 1, 1, '')", ",0,1,1,\"\",null"},
        {NULL, NULL}};
    check_rows(rows);
}

/* A value beside a formula is a text where the template gives one, a number else. */
static void test_template_call__formulas_come_with_their_value(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"formula(satu, 1, 1, '=A1', 5)", ",0,1,1,\"=A1\",5,null"},
        {"formula(satu, 1, 1, '=A1', 'Baik', 'g')", ",0,1,1,\"=A1\",\"Baik\",\"g\""},
        {NULL, NULL}};
    check_rows(rows);
    static const struct refusal refused[] = {{"formula(satu, 1, 1, '=A1')", "4"},
                                             {"formula(satu, 1, 1, '=A1', true)", "4"},
                                             {"formula(satu, 1, 1, 5, 5)", "3"},
                                             {NULL, NULL}};
    check_refused(refused);
}

static void test_template_call__cells_and_their_styles_are_lists(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"cells(satu, 1, 1, { 'a', 2, 2.5, false })", ",0,1,1,[\"a\",2,2.500,false],null"},
        {"cells(satu, 1, 1, {})", ",0,1,1,[],null"},
        {"cells(satu, 1, 1, { 1 }, 'g')", ",0,1,1,[1],\"g\""},
        {"cells(satu, 1, 1, { 1, 2 }, { 'g', false })", ",0,1,1,[1,2],[\"g\",false]"},
        {NULL, NULL}};
    check_rows(rows);
    static const struct refusal refused[] = {
        {"cells(satu, 1, 1, 'a')", "3"},       {"cells(satu, 1, 1, { true })", "3"},
        {"cells(satu, 1, 1, { {} })", "3"},    {"cells(satu, 1, 1, { 0 / 0 })", "3"},
        {"cells(satu, 1, 1, { 1 / 0 })", "3"}, {"cells(satu, 1, 1, { 1 }, { 1 })", "4"},
        {"cells(satu, 1, 1, { 1 }, 7)", "4"},  {NULL, NULL}};
    check_refused(refused);
}

/* As many cells as a sheet has columns, and not one more. */
static void test_template_call__a_row_of_cells_has_an_end(void **state)
{
    (void)state;
    static const struct refusal refused[] = {
        {"local t = {} for i = 1, 16385 do t[i] = false end cells(satu, 1, 1, t)", "3"},
        {NULL, NULL}};
    check("local t = {} for i = 1, 16384 do t[i] = false end cells(satu, 1, 1, t) "
          "error(#t .. '')",
          "x.lua:1: stops with an error: 16384");
    check_refused(refused);
}

static void test_template_call__options_are_data(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"style('g', { bold = true, size = 9 })", ",\"g\",{\"bold\":true,\"size\":9}"},
        {"style('g', {})", ",\"g\",[]"},
        {"breaks(satu, { 3, 5 })", ",0,[3,5]"},
        {"style('g', { f = print })", "x.lua:1: cannot use 'print' here"},
        {"style('g', { f = tostring })", "x.lua:1: f: a function cannot stand in data"},
        {"style('g', { 1, a = 2 })", "x.lua:1: this table has numbers and names as keys"},
        {"style('g', { a = { b = { c = { d = { e = { f = { g = 1 } } } } } } })", "x.lua:1: "},
        {"local t = {} t.t = t style('g', t)", "x.lua:1: "},
        {"local t = {} for i = 1, 4001 do t[i] = i end breaks(satu, t)", "x.lua:1: "},
        {NULL, NULL}};
    check_rows(rows);
}

/* ---- what is refused ---- */

static void test_template_call__places_lie_on_the_sheet(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {{"blank(satu, 1048576, 16384)", ",0,1048576,16384,null"},
                                          {"blank(satu, 2.0, 1)", ",0,2,1,null"},
                                          {NULL, NULL}};
    check_rows(rows);
    static const struct refusal refused[] = {
        {"blank(satu, 0, 1)", "1"},       {"blank(satu, 1048577, 1)", "1"},
        {"blank(satu, 1, 0)", "2"},       {"blank(satu, 1, 16385)", "2"},
        {"blank(satu, 1.5, 1)", "1"},     {"blank(satu, '1', 1)", "1"},
        {"blank(satu, -1, 1)", "1"},      {"blank(satu)", "1"},
        {"blank(satu, 0 / 0, 1)", "1"},   {"blank(satu, 1e300, 1)", "1"},
        {"fill(satu, 1, 1, 2, {})", "4"}, {NULL, NULL}};
    check_refused(refused);
}

/* A method needs its sheet: one that was made up, or none, is told. */
static void test_template_call__sheets_are_sheets(void **state)
{
    (void)state;
    static const struct refusal refused[] = {
        {"text({}, 1, 1, 'x')", "'sheet'"},          {"text(1, 1, 1, 'x')", "'sheet'"},
        {"text(nil, 1, 1, 'x')", "'sheet'"},         {"protect('Satu')", "'sheet'"},
        {"link(satu, 1, 1, 'dua', 1, 1, 'x')", "3"}, {NULL, NULL}};
    check_refused(refused);
    check("link(satu, 1, 1, dua, 2, 3, 'x')", ",0,1,1,1,2,3,\"x\",null");
}

static void test_template_call__what_is_no_text_is_refused(void **state)
{
    (void)state;
    static const struct refusal refused[] = {{"about(1)", "1"},
                                             {"about()", "1"},
                                             {"about('x', 1)", "2"},
                                             {"text(satu, 1, 1, 5)", "3"},
                                             {"text(satu, 1, 1, 'x', {})", "4"},
                                             {"style('g')", "2"},
                                             {"style('g', 'x')", "2"},
                                             {"number(satu, 1, 1, 'dua')", "3"},
                                             {"number(satu, 1, 1, 1 / 0)", "3"},
                                             {"number(satu, 1, 1, {})", "3"},
                                             {NULL, NULL}};
    check_refused(refused);
    static const struct lua_row rows[] = {
        {"text(satu, 1, 1, '\\xff')", "x.lua:1: this text is not valid UTF-8 or holds a NUL"},
        {"text(satu, 1, 1, 'a\\0b')", "x.lua:1: this text is not valid UTF-8 or holds a NUL"},
        {NULL, NULL}};
    check_rows(rows);
}

/* Every command is one that can be called, and asks for what its shape says is due. */
static void test_template_call__every_command_asks_for_its_first_argument(void **state)
{
    (void)state;
    for (int i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        const struct drawing_command_row *row = &drawing_commands[i];
        struct text source = TEXT_EMPTY;
        text_format(&source, "%s()", row->name);
        check(source.bytes,
              row->shape[0] == 's' ? "x.lua:1: argument 'sheet' of " : "x.lua:1: argument 1 (");
        text_release(&source);
    }
}

#define TEST(name) cmocka_unit_test(test_template_call__##name)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_left_out_is_null),
        TEST(numbers_read_back_as_the_same),
        TEST(texts_are_escaped),
        TEST(formulas_come_with_their_value),
        TEST(cells_and_their_styles_are_lists),
        TEST(a_row_of_cells_has_an_end),
        TEST(options_are_data),
        TEST(places_lie_on_the_sheet),
        TEST(sheets_are_sheets),
        TEST(what_is_no_text_is_refused),
        TEST(a_refusal_says_what_is_allowed),
        TEST(every_command_asks_for_its_first_argument),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
