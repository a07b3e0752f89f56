/* Which mistakes are tried in scoring functions: every place once, wherever functions lie; see also
 * test_function_cover, which tries them on a pack with examples. */
#include "function_mutation.h"

#include "limit.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* Two files of a pack, and an instrument whose functions they hold. */
struct bench {
    struct fixture fixture;
    struct arena arena;
    struct source sources[2];
    struct function_cover cover;
    const struct function_mutant *list;
    size_t count;
    struct error err;
};

static int setup(void **state)
{
    static struct bench bench;
    bench = (struct bench){.arena = ARENA_EMPTY, .err = {.kind = ERROR_NONE}};
    fixture_open(&bench.fixture);
    bench.sources[0] = (struct source){.name = "a.lua", .text = TEXT_EMPTY};
    bench.sources[1] = (struct source){.name = "b.lua", .text = TEXT_EMPTY};
    *state = &bench;
    return 0;
}

static int teardown(void **state)
{
    struct bench *bench = *state;
    scorer_free(bench->fixture.instrument.scorer);
    text_release(&bench->sources[0].text);
    text_release(&bench->sources[1].text);
    fixture_close(&bench->fixture);
    arena_release(&bench->arena);
    return 0;
}

/* Tries all mistakes in two files, without any example. */
static bool run(struct bench *bench, const char *first, const char *second)
{
    text_add(&bench->sources[0].text, first);
    text_add(&bench->sources[1].text, second);
    bench->fixture.instrument.scorer = scorer_new("rules/x", bench->sources, 2);
    return function_cover_read(bench->fixture.instrument.scorer, &bench->arena, &bench->cover,
                               &bench->err) &&
           function_mutation_run(&bench->fixture.instrument, &bench->cover, NULL, 0, &bench->arena,
                                 &bench->list, &bench->count, &bench->err);
}

static void check(const struct bench *bench, size_t i, const char *file, unsigned line,
                  const char *was, const char *with)
{
    assert_true(i < bench->count);
    assert_string_equal(bench->list[i].file, file);
    assert_int_equal(bench->list[i].line, line);
    assert_string_equal(bench->list[i].was, was);
    assert_string_equal(bench->list[i].with, with);
    assert_false(bench->list[i].noticed);
}

/* Numbers outside of functions are tables, and have mistakes of their own. */
static void test_function_mutation__only_functions_are_changed(void **state)
{
    struct bench *bench = *state;
    assert_true(run(bench,
                    "return {\n  weight = 3,\n  value = function(n)\n    return 7\n  end,\n}",
                    "return { 1, 2 }"));
    assert_int_equal(bench->count, 1);
    check(bench, 0, "a.lua", 4, "7", "8");
}

static void test_function_mutation__files_come_in_order(void **state)
{
    struct bench *bench = *state;
    assert_true(run(bench, "return { f = function(n)\n  return n < 1\nend }",
                    "return { g = function(n)\n  return n + 2\nend }"));
    assert_int_equal(bench->count, 4);
    check(bench, 0, "a.lua", 2, "<", "<=");
    check(bench, 1, "a.lua", 2, "1", "2");
    check(bench, 2, "b.lua", 2, "+", "-");
    check(bench, 3, "b.lua", 2, "2", "3");
}

/* A function inside of another, or made twice, or two on one line: each place once. */
static void test_function_mutation__every_place_once(void **state)
{
    struct bench *bench = *state;
    assert_true(run(bench,
                    "local function make()\n"
                    "  local inner = function()\n"
                    "    return 5\n"
                    "  end\n"
                    "  return function()\n"
                    "    return inner() == 6\n"
                    "  end\n"
                    "end\n"
                    "return { f = make(), g = make(), make = make }\n",
                    "return { f = function() return 1 end, g = function() return 2 end }"));
    assert_int_equal(bench->count, 5);
    check(bench, 0, "a.lua", 3, "5", "6");
    check(bench, 1, "a.lua", 6, "==", "~=");
    check(bench, 2, "a.lua", 6, "6", "7");
    check(bench, 3, "b.lua", 1, "1", "2");
    check(bench, 4, "b.lua", 1, "2", "3");
}

static void test_function_mutation__without_functions_there_is_nothing_to_try(void **state)
{
    struct bench *bench = *state;
    assert_true(run(bench, "return { 1 < 2 }", "return {}"));
    assert_int_equal(bench->count, 0);
}

/* One file of a function with so many numbers. */
static void many(struct bench *bench, size_t numbers, bool good)
{
    struct text source = TEXT_EMPTY;
    text_add(&source, "return { f = function()\n  return {\n");
    for (size_t i = 0; i < numbers; i++) {
        text_add(&source, "    1,\n");
    }
    text_add(&source, "  }\nend }\n");
    assert_int_equal(run(bench, source.bytes, "return {}"), good);
    text_release(&source);
}

static void test_function_mutation__as_many_as_are_tried(void **state)
{
    struct bench *bench = *state;
    many(bench, LIMIT_MUTATIONS, true);
    assert_int_equal(bench->count, LIMIT_MUTATIONS);
}

static void test_function_mutation__one_more_than_are_tried(void **state)
{
    struct bench *bench = *state;
    many(bench, LIMIT_MUTATIONS + 1, false);
    assert_string_equal(bench->err.id, "MUTATION_COUNT");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_function_mutation__only_functions_are_changed, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_function_mutation__files_come_in_order, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_function_mutation__every_place_once, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_function_mutation__without_functions_there_is_nothing_to_try, setup, teardown),
        cmocka_unit_test_setup_teardown(test_function_mutation__as_many_as_are_tried, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_function_mutation__one_more_than_are_tried, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
