/* The functions of a template that only calculate: what they give, and which arguments they refuse. */
#include "template_lua.h"

#include "support_lua.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "limit.h"
#include "lua_freeze.h"

#include <string.h>

/* A template's expression, run with a sheet "Data" as `data` and one "Isi 'x'" as `isi`. */
struct run {
    const char *source;
    bool english;
    struct text *out;
};

static void push_sheet(lua_State *L, lua_Integer position, const char *name)
{
    lua_Integer *sheet = lua_newuserdatauv(L, sizeof *sheet, 1);
    *sheet = position;
    lua_pushstring(L, name);
    lua_setiuservalue(L, -2, 1);
    luaL_setmetatable(L, TEMPLATE_LUA_SHEET);
}

static int body(lua_State *L)
{
    const struct run *run = lua_touserdata(L, 1);
    luaL_newmetatable(L, TEMPLATE_LUA_SHEET);
    lua_library_open(L, LIBRARY_TEMPLATE, NULL);
    lua_freeze_data(L, -1);
    template_lua_add(L, -1, run->english);
    push_sheet(L, 0, "Data");
    lua_setfield(L, -2, "data");
    push_sheet(L, 1, "Isi 'x'");
    lua_setfield(L, -2, "isi");
    lua_pop(L, 1);
    sandbox_load(L, "x.lua", run->source, strlen(run->source));
    lua_call(L, 0, 1);
    text_add(run->out, luaL_tolstring(L, -1, NULL));
    return 0;
}

/* Appends the value of an expression, or "x.lua:1: sentence". */
static void value_of(const char *expression, bool english, struct text *out)
{
    const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_LUA_TOTAL, 0, false};
    const struct sandbox_budget budget = {LIMIT_PACK_STEPS, LIMIT_LUA_MS};
    struct text source = TEXT_EMPTY;
    struct fault fault = {0};
    text_format(&source, "return %s", expression);
    struct run run = {source.bytes, english, out};
    struct sandbox *sandbox = sandbox_open(&limits, &fault);
    assert_non_null(sandbox);
    sandbox_begin(sandbox, &budget);
    sandbox_about(sandbox, "x.lua");
    if (!sandbox_call(sandbox, body, &run, &fault)) {
        lua_case_tell(&fault, out);
    }
    sandbox_close(sandbox);
    text_release(&source);
}

static void check(const char *expression, bool english, const char *expected)
{
    struct text out = TEXT_EMPTY;
    value_of(expression, english, &out);
    if (strcmp(out.bytes, expected) != 0) {
        fail_msg("%s\n  gave     %s\n  expected %s", expression, out.bytes, expected);
    }
    text_release(&out);
}

/* Wants what is said to begin so, and to go on. */
static void check_begins(const char *expression, const char *expected)
{
    struct text out = TEXT_EMPTY;
    value_of(expression, true, &out);
    if (strncmp(out.bytes, expected, strlen(expected)) != 0 || out.length == strlen(expected)) {
        fail_msg("%s\n  gave     %s\n  expected %s...", expression, out.bytes, expected);
    }
    text_release(&out);
}

static void check_rows(const struct lua_row *rows)
{
    for (; rows->source != NULL; rows++) {
        check(rows->source, true, rows->expected);
    }
}

/* Wants each call refused for the argument of that position. */
struct refusal {
    const char *source;
    int position;
};

static void check_refused(const struct refusal *rows, const char *call)
{
    for (; rows->source != NULL; rows++) {
        struct text wanted = TEXT_EMPTY;
        text_format(&wanted, "x.lua:1: argument %d (%s) must be ", rows->position, call);
        check_begins(rows->source, wanted.bytes);
        text_release(&wanted);
    }
}

/* ---- numbers ------------------------------------------------------------------------------------ */

/* Half goes up and away from binary noise: 2.675 is 2.68, as the regulation counts. */
static void test_template_lua__decimal_rounds_half_up(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"decimal('7/6')", "1.17"},      {"decimal('2.675')", "2.68"},
        {"decimal('2.674999')", "2.67"}, {"decimal('2.9795')", "2.98"},
        {"decimal('0.005')", "0.01"},    {"decimal('0.0049')", "0.00"},
        {"decimal('1/3', 0)", "0"},      {"decimal('1/2', 0)", "1"},
        {"decimal('2.5', 0)", "3"},      {"decimal('2/3', 9)", "0.666666667"},
        {"decimal(3)", "3.00"},          {"decimal(0)", "0.00"},
        {"decimal(-1)", "-1.00"},        {"decimal(5, 0)", "5"},
        {"decimal('1.05', 1)", "1.1"},   {"decimal('3.999')", "4.00"},
        {"decimal('10.07')", "10.07"},   {"decimal('0.1', 3)", "0.100"},
        {"decimal('2.6', nil)", "2.60"}, {NULL, NULL}};
    check_rows(rows);
}

/* A person reads 2,98 in Indonesian: a point would mean thousands. */
static void test_template_lua__decimal_follows_the_language(void **state)
{
    (void)state;
    check("decimal('2.9795')", false, "2,98");
    check("decimal('1/3', 0)", false, "0");
    check("decimal(-2)", false, "-2,00");
    check("decimal('2.9795')", true, "2.98");
}

static void test_template_lua__decimal_refuses(void **state)
{
    (void)state;
    static const struct refusal rows[] = {
        {"decimal()", 1},        {"decimal(2.5)", 1}, /* no longer exact */
        {"decimal('abc')", 1},   {"decimal('')", 1},       {"decimal('1/0')", 1},
        {"decimal(true)", 1},    {"decimal({})", 1},       {"decimal('1', -1)", 2},
        {"decimal('1', 10)", 2}, {"decimal('1', 1.5)", 2}, {"decimal('1', '2')", 2},
        {"decimal('1', {})", 2}, {"decimal(nil, 2)", 1},   {NULL, 0}};
    check_refused(rows, "decimal(text [, places]) → text");
}

static void test_template_lua__exact_gives_the_number(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {{"exact('2.5') == 2.5", "true"},
                                          {"exact('1/4') == 0.25", "true"},
                                          {"exact('7/6') * 6 == 7", "true"},
                                          {"exact(3) == 3", "true"},
                                          {"exact(0.1) == 0.1", "true"},
                                          {"exact('0') == 0", "true"},
                                          {NULL, NULL}};
    check_rows(rows);
    static const struct refusal refusals[] = {
        {"exact()", 1},      {"exact('')", 1},     {"exact('dua')", 1},  {"exact('1/0')", 1},
        {"exact(true)", 1},  {"exact({})", 1},     {"exact(1/0)", 1},    {"exact(0/0)", 1},
        {"exact('1,5')", 1}, {"exact('1.5 ')", 1}, {"exact('0x10')", 1}, {NULL, 0}};
    check_refused(refusals, "exact(text) → number");
}

/* ---- references --------------------------------------------------------------------------------- */

/* Letters carry at Z and ZZ, and end at XFD: an error there points a formula at another column. */
static void test_template_lua__ref_names_columns(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {{"ref(1, 1)", "A1"},
                                          {"ref(3, 2)", "B3"},
                                          {"ref(1, 26)", "Z1"},
                                          {"ref(1, 27)", "AA1"},
                                          {"ref(1, 52)", "AZ1"},
                                          {"ref(1, 53)", "BA1"},
                                          {"ref(1, 702)", "ZZ1"},
                                          {"ref(1, 703)", "AAA1"},
                                          {"ref(1, 16384)", "XFD1"},
                                          {"ref(1048576, 1)", "A1048576"},
                                          {"ref(3, 2, 9, 3)", "B3:C9"},
                                          {"ref(3, 2, 3, 2)", "B3:B3"},
                                          {"ref(2.0, 1.0)", "A2"},
                                          {"fixed(3, 2)", "$B$3"},
                                          {"fixed(3, 2, 9, 3)", "$B$3:$C$9"},
                                          {"fixed(1048576, 16384)", "$XFD$1048576"},
                                          {"fixed(1, 1, 1048576, 16384)", "$A$1:$XFD$1048576"},
                                          {NULL, NULL}};
    check_rows(rows);
}

static void test_template_lua__places_stay_on_the_sheet(void **state)
{
    (void)state;
    static const struct refusal rows[] = {{"ref()", 1},
                                          {"ref(0, 1)", 1},
                                          {"ref(-1, 1)", 1},
                                          {"ref(1048577, 1)", 1},
                                          {"ref('1', 1)", 1},
                                          {"ref(1.5, 1)", 1},
                                          {"ref(1)", 2},
                                          {"ref(1, 0)", 2},
                                          {"ref(1, 16385)", 2},
                                          {"ref(1, 'A')", 2},
                                          {"ref(5, 1, 4, 1)", 3}, /* upside down */
                                          {"ref(1, 1, 'x', 1)", 3},
                                          {"ref(1, 1, 2)", 4},
                                          {"ref(1, 3, 2, 2)", 4},
                                          {"ref(1, 1, 1, 16385)", 4},
                                          {NULL, 0}};
    check_refused(rows, "ref(row, column [, last_row, last_column]) → text");
}

/* A quotation mark in a sheet's name is doubled, else the formula ends there. */
static void test_template_lua__at_names_the_sheet(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {{"at(data, 3, 2)", "'Data'!$B$3"},
                                          {"at(data, 3, 2, 9, 3)", "'Data'!$B$3:$C$9"},
                                          {"at(isi, 1, 1)", "'Isi ''x'''!$A$1"},
                                          {NULL, NULL}};
    check_rows(rows);
    static const struct refusal refusals[] = {{"at()", 1},
                                              {"at('Data', 1, 1)", 1},
                                              {"at({}, 1, 1)", 1},
                                              {"at(data)", 2},
                                              {"at(data, 0, 1)", 2},
                                              {"at(data, 1)", 3},
                                              {"at(data, 1, 0)", 3},
                                              {"at(data, 2, 1, 1, 1)", 4},
                                              {"at(data, 1, 2, 1, 1)", 5},
                                              {NULL, 0}};
    check_refused(refusals, "at(sheet, row, column [, last_row, last_column]) → text");
}

/* ---- texts -------------------------------------------------------------------------------------- */

/* A text of a person's inside a formula must not be able to end its own quotes. */
static void test_template_lua__quote_holds_the_text(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"quote('a')", "\"a\""},
        {"quote('')", "\"\""},
        {"quote('a\"b')", "\"a\"\"b\""},
        {"quote('\"')", "\"\"\"\""},
        {"quote('\"&HYPERLINK(1)&\"')", "\"\"\"&HYPERLINK(1)&\"\"\""},
        {"quote('é')", "\"é\""},
        {NULL, NULL}};
    check_rows(rows);
    static const struct refusal refusals[] = {
        {"quote()", 1},        {"quote(5)", 1},       {"quote(nil)", 1}, {"quote({})", 1},
        {"quote('\\xff')", 1}, {"quote('\\xc3')", 1}, {NULL, 0}};
    check_refused(refusals, "quote(text) → text");
}

/* A cut text has at most so many characters, the mark included, and never half a character. */
static void test_template_lua__cut_counts_characters(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {{"cut('abcdef', 6)", "abcdef"},
                                          {"cut('abcdef', 7)", "abcdef"},
                                          {"cut('abcdef', 5)", "abcd…"},
                                          {"cut('abcdef', 2)", "a…"},
                                          {"cut('abcdef', 1)", "…"},
                                          {"cut('', 1)", ""},
                                          {"cut('a', 1)", "a"},
                                          {"cut('ééé', 3)", "ééé"},
                                          {"cut('éééé', 3)", "éé…"},
                                          {"cut('a😀b', 3)", "a😀b"},
                                          {"cut('a😀bc', 3)", "a😀…"},
                                          {"cut('abc', 32767)", "abc"},
                                          {NULL, NULL}};
    check_rows(rows);
    static const struct refusal refusals[] = {
        {"cut()", 1},         {"cut(12, 1)", 1},    {"cut('\\xff', 1)", 1},
        {"cut('a')", 2},      {"cut('a', 0)", 2},   {"cut('a', 32768)", 2},
        {"cut('a', 1.5)", 2}, {"cut('a', '1')", 2}, {NULL, 0}};
    check_refused(refusals, "cut(text, characters) → text");
}

/* Rows too low hide text on paper: more text never takes fewer lines, nor does a narrower column. */
static void test_template_lua__lines_grow(void **state)
{
    (void)state;
    static const struct lua_row rows[] = {
        {"lines('satu', 40)", "1"},
        {"lines('satu\\ndua', 40)", "2"},
        {"lines('satu dua tiga empat', 10) > 1", "true"},
        {"lines(('kata '):rep(40), 20) > lines(('kata '):rep(40), 40)", "true"},
        {"lines(('kata '):rep(40), 20, 20) > lines(('kata '):rep(40), 20, 8)", "true"},
        {"lines(('kata '):rep(40), 20, 10, true) >= lines(('kata '):rep(40), 20, 10)", "true"},
        {"lines('satu', '40') == lines('satu', 40)", "true"},
        {"lines('satu', 40, nil) == lines('satu', 40, 10)", "true"},
        {NULL, NULL}};
    check_rows(rows);
    static const struct refusal refusals[] = {{"lines()", 1},
                                              {"lines(5, 5)", 1},
                                              {"lines('a')", 2},
                                              {"lines('a', -1)", 2},
                                              {"lines('a', 10001)", 2},
                                              {"lines('a', 'x')", 2},
                                              {"lines('a', 0/0)", 2},
                                              {"lines('a', 5, 0)", 3},
                                              {"lines('a', 5, 101)", 3},
                                              {"lines('a', 5, {})", 3},
                                              {NULL, 0}};
    check_refused(refusals, "lines(text, width [, size [, bold]]) → number");
}

/* The empty text must not become the header of the catalogue. */
static void test_template_lua__translate_passes_texts(void **state)
{
    (void)state;
    check("_('')", true, "");
    check("_('')", false, "");
    check("_('no such sentence anywhere')", true, "no such sentence anywhere");
    check("_('no such sentence anywhere')", false, "no such sentence anywhere");
    static const struct refusal refusals[] = {
        {"_()", 1}, {"_(1)", 1}, {"_({})", 1}, {"_('\\xff')", 1}, {NULL, 0}};
    check_refused(refusals, "_(text) → text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_template_lua__decimal_rounds_half_up),
        cmocka_unit_test(test_template_lua__decimal_follows_the_language),
        cmocka_unit_test(test_template_lua__decimal_refuses),
        cmocka_unit_test(test_template_lua__exact_gives_the_number),
        cmocka_unit_test(test_template_lua__ref_names_columns),
        cmocka_unit_test(test_template_lua__places_stay_on_the_sheet),
        cmocka_unit_test(test_template_lua__at_names_the_sheet),
        cmocka_unit_test(test_template_lua__quote_holds_the_text),
        cmocka_unit_test(test_template_lua__cut_counts_characters),
        cmocka_unit_test(test_template_lua__lines_grow),
        cmocka_unit_test(test_template_lua__translate_passes_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
