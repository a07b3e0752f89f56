#include "source_map.h"

#include "support_guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* Asks right before memory that must not be touched. */
static unsigned line_of(const char *source, const char *path)
{
    struct guard guard;
    guard_open(&guard, source, strlen(source));
    unsigned line = source_map_line(guard.bytes, strlen(source), path);
    guard_close(&guard);
    return line;
}

static const char pack[] = "--- A pack.\n"                         /* 1 */
                           "return {\n"                            /* 2 */
                           "  id = \"D1\", weight = 40,\n"         /* 3 */
                           "  [\"until\"] = 2022,\n"               /* 4 */
                           "  aspects = {\n"                       /* 5 */
                           "    { id = \"A1\",\n"                  /* 6 */
                           "      weight = 15.5 },\n"              /* 7 */
                           "    { id = \"A2\",\n"                  /* 8 */
                           "      names = { \"a\",\n"              /* 9 */
                           "                \"b\" } },\n"          /* 10 */
                           "  },\n"                                /* 11 */
                           "  by_year = { [\"2021\"] = \"x\",\n"   /* 12 */
                           "              [\"2023\"] = \"y\" },\n" /* 13 */
                           "}\n";

static void test_source_map__a_field_stands_on_its_own_line(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        unsigned line;
    } cases[] = {
        {"", 2},
        {"id", 3},
        {"weight", 3},
        {"until", 4},
        {"aspects", 5},
        {"aspects[1]", 6},
        {"aspects[1].weight", 7},
        {"aspects[2]", 8},
        {"aspects[2].id", 8},
        {"aspects[2].names", 9},
        {"aspects[2].names[1]", 9},
        {"aspects[2].names[2]", 10},
        {"by_year.2021", 12},
        {"by_year.2023", 13},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(line_of(pack, cases[i].path), cases[i].line);
    }
}

static void test_source_map__what_is_not_there_is_told_by_its_nearest_ancestor(void **state)
{
    (void)state;
    assert_int_equal(line_of(pack, "wieght"), 2);
    assert_int_equal(line_of(pack, "aspects[3]"), 5);
    assert_int_equal(line_of(pack, "aspects[2].weight"), 8);
    assert_int_equal(line_of(pack, "aspects[2].names[9].deeper[1]"), 9);
    assert_int_equal(line_of(pack, "id.deeper"), 3);
    assert_int_equal(line_of(pack, "aspects[0]"), 5);
}

static void test_source_map__what_is_computed_is_told_by_the_line_that_uses_it(void **state)
{
    (void)state;
    const char *source = "local common = {\n"
                         "  text = \"x\",\n"
                         "}\n"
                         "local function make() return { a = 1 } end\n"
                         "return {\n"
                         "  first = common,\n"
                         "  second = make(),\n"
                         "  third = { 1 + 2,\n"
                         "    common },\n"
                         "}\n";
    assert_int_equal(line_of(source, "first.text"), 6);
    assert_int_equal(line_of(source, "second.a"), 7);
    assert_int_equal(line_of(source, "third[2].text"), 9);
}

static void test_source_map__of_a_field_that_stands_twice_the_last_counts(void **state)
{
    (void)state;
    assert_int_equal(line_of("return {\nweight = 1,\nweight = 2 }", "weight"), 3);
    assert_int_equal(line_of("return {\na = { x = 1 },\na = { y = 2,\nx = 3 } }", "a.x"), 4);
}

static void test_source_map__lines_are_counted_as_lua_does(void **state)
{
    (void)state;
    assert_int_equal(line_of("return {\r\na = 1,\r\nb = 2 }", "b"), 3);
    assert_int_equal(line_of("return {\ra = 1,\rb = 2 }", "b"), 3);
    assert_int_equal(line_of("return {\n\ra = 1,\n\rb = 2 }", "b"), 3);
    assert_int_equal(line_of("return {\n\na = 1 }", "a"), 3);
    assert_int_equal(line_of("return { a = [[x\ny\nz]],\nb = 2 }", "b"), 4);
    assert_int_equal(line_of("return { a = 'x\\\ny',\nb = 2 }", "b"), 3);
    assert_int_equal(line_of("return { a = 'x\\z\n\n  y',\nb = 2 }", "b"), 4);
}

static void test_source_map__texts_and_comments_do_not_look_like_fields(void **state)
{
    (void)state;
    const char *source = "--[==[ return { b = 1 }\n"
                         "]] ]==]\n"
                         "local note = 'return { b = 2 }'\n"
                         "return { -- b = 3,\n"
                         "  a = \"b = 4, { } \\\" \",\n"
                         "  --[[ b = 5 ]] c = [=[ b = 6 ]] ]=],\n"
                         "  b = 7,\n"
                         "}\n";
    assert_int_equal(line_of(source, ""), 4);
    assert_int_equal(line_of(source, "b"), 7);
    assert_int_equal(line_of(source, "c"), 6);
}

static void test_source_map__values_of_any_kind_are_passed_over(void **state)
{
    (void)state;
    const char *source = "return {\n"
                         "  f = function(a, b)\n"
                         "    local t = { x = 1, y = 2 }\n"
                         "    if a == b then return 1, 2 elseif a then return 3 else return 4 end\n"
                         "    for i = 1, 3 do t[i] = i end\n"
                         "    repeat a = b until a ~= b\n"
                         "    while a <= b do a, b = b, a end\n"
                         "    return { weight = 1 }\n"
                         "  end,\n"
                         "  g = (1 + 2) * #{ 1, 2, 3 },\n"
                         "  h = call { 1, 2 } \"x\",\n"
                         "  [1 + 1] = 5; [{ 1 }] = 6,\n"
                         "  weight = 40,\n"
                         "}\n";
    assert_int_equal(line_of(source, "f"), 2);
    assert_int_equal(line_of(source, "g"), 10);
    assert_int_equal(line_of(source, "h"), 11);
    assert_int_equal(line_of(source, "weight"), 13);
}

static void test_source_map__a_comparison_is_no_assignment(void **state)
{
    (void)state;
    assert_int_equal(line_of("return {\na == b,\nc,\na = 1 }", "a"), 4);
    assert_int_equal(line_of("return {\na == b,\nc,\na = 1 }", "[2]"), 3);
}

static void test_source_map__positions_count_only_what_has_no_key(void **state)
{
    (void)state;
    assert_int_equal(line_of("return {\n1,\nx = 2,\n3;\n4 }", "[2]"), 4);
    assert_int_equal(line_of("return {\n1,\nx = 2,\n3;\n4 }", "[3]"), 5);
    assert_int_equal(line_of("return { { a = 1 },\n{ a = 2 } }", "[2].a"), 2);
}

static void test_source_map__the_table_that_the_file_returns_is_meant(void **state)
{
    (void)state;
    const char *source = "#!/usr/bin/lua { a = 0 }\n"
                         "local function f()\n"
                         "  return { a = 1 }\n"
                         "end\n"
                         "do local x = { a = 2 } end\n"
                         "return {\n"
                         "  a = 3 }\n";
    assert_int_equal(line_of(source, "a"), 7);
}

static void test_source_map__a_file_without_a_table_has_only_its_first_line(void **state)
{
    (void)state;
    static const char *const sources[] = {
        "", "\n\n", "return", "return x", "return nil, {", "{ a = 1 }", "-- return { a = 1 }"};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        assert_int_equal(line_of(sources[i], "a"), 1);
    }
}

/* Broken sources are the rule here: the map is asked when something is wrong. */
static void test_source_map__broken_sources_end(void **state)
{
    (void)state;
    static const char *const sources[] = {
        "return {",        "return { a",       "return { a =",   "return { a = 'x",
        "return { [",      "return { [\"x",    "return { [[x",   "return { [=x",
        "return { --",     "return { --[[",    "return { '\\",   "return { '\\z",
        "return { } }",    "return { ) , a }", "return { end }", "return { a = ) }",
        "return {{{{{{",   "return { = = = }", "return { ]]] }", "return { [a = 1 }",
        "return { ,;,; }",
    };
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        assert_int_equal(line_of(sources[i], "a"), 1);
        assert_int_equal(line_of(sources[i], "[1].a[2]"), 1);
    }
}

/* Depth is counted, not walked: a stack must not grow with a stranger's brackets. */
static void test_source_map__deep_and_long_sources_take_neither_stack_nor_time(void **state)
{
    (void)state;
    enum { SIZE = 131072 };
    char *source = malloc(SIZE + 1);
    assert_non_null(source);
    memset(source, '{', SIZE);
    memcpy(source, "return ", 7);
    source[SIZE] = '\0';
    assert_int_equal(line_of(source, "[1][1][1]"), 1);
    memset(source + 7, ',', SIZE - 7);
    source[7] = '{';
    assert_int_equal(line_of(source, "a"), 1);
    memset(source + 7, '-', SIZE - 7);
    assert_int_equal(line_of(source, "a"), 1);
    free(source);
}

static void test_source_map__odd_paths_end(void **state)
{
    (void)state;
    static const char *const paths[] = {
        ".", "..", "[", "[x]", "[1", "a.", "a..b", "[99999999999]", ".a", "]", "a[1"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        assert_in_range(line_of(pack, paths[i]), 1, 14);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_source_map__a_field_stands_on_its_own_line),
        cmocka_unit_test(test_source_map__what_is_not_there_is_told_by_its_nearest_ancestor),
        cmocka_unit_test(test_source_map__what_is_computed_is_told_by_the_line_that_uses_it),
        cmocka_unit_test(test_source_map__of_a_field_that_stands_twice_the_last_counts),
        cmocka_unit_test(test_source_map__lines_are_counted_as_lua_does),
        cmocka_unit_test(test_source_map__texts_and_comments_do_not_look_like_fields),
        cmocka_unit_test(test_source_map__values_of_any_kind_are_passed_over),
        cmocka_unit_test(test_source_map__a_comparison_is_no_assignment),
        cmocka_unit_test(test_source_map__positions_count_only_what_has_no_key),
        cmocka_unit_test(test_source_map__the_table_that_the_file_returns_is_meant),
        cmocka_unit_test(test_source_map__a_file_without_a_table_has_only_its_first_line),
        cmocka_unit_test(test_source_map__broken_sources_end),
        cmocka_unit_test(test_source_map__deep_and_long_sources_take_neither_stack_nor_time),
        cmocka_unit_test(test_source_map__odd_paths_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
