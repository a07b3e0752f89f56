/* What a worker reports on scoring functions, and mistakes that are tried in them: function_cover and
 * function_mutation over the pack tests/packs/kami. */
#include "function_cover.h"

#include "assessment.h"
#include "example.h"
#include "function_mutation.h"
#include "limit.h"
#include "pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

struct bench {
    struct pack *pack;
    struct arena arena;
    struct instrument instrument; /* with a scorer that watches */
    const struct pack_example *examples;
    size_t count;
    struct function_cover cover;
    struct error err;
};

static int setup(void **state)
{
    static struct bench bench;
    const char *place = "";
    size_t count = 0;
    bench = (struct bench){.arena = ARENA_EMPTY, .err = {.kind = ERROR_NONE}};
    bench.pack = pack_load("tests/packs/kami", &bench.err);
    assert_non_null(bench.pack);
    bench.examples = pack_examples(bench.pack, &bench.count);
    bench.instrument = *pack_instrument(bench.pack);
    const struct source *sources = scorer_sources(bench.instrument.scorer, &place, &count);
    assert_string_equal(place, "tests/packs/kami");
    bench.instrument.scorer = scorer_new(place, sources, count);
    scorer_trace(bench.instrument.scorer);
    *state = &bench;
    return 0;
}

static int teardown(void **state)
{
    struct bench *bench = *state;
    scorer_free(bench->instrument.scorer);
    pack_free(bench->pack);
    arena_release(&bench->arena);
    return 0;
}

/* Computes the first `count` examples and reads the report. */
static void watch(struct bench *bench, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct example_result result;
        assert_true(example_run(&bench->instrument, &bench->examples[i], &bench->arena, &result,
                                &bench->err));
        assert_int_equal(result.different, 0);
    }
    assert_true(
        function_cover_read(bench->instrument.scorer, &bench->arena, &bench->cover, &bench->err));
}

static void test_function_cover__functions_are_found_without_being_called(void **state)
{
    struct bench *bench = *state;
    size_t run = 0, lines = 0;
    watch(bench, 0);
    assert_int_equal(bench->cover.count, 3); /* gated, weakest, and parts that weakest calls */
    assert_string_equal(bench->cover.functions[0].file, "domain_1.lua");
    assert_true(bench->cover.functions[0].from < bench->cover.functions[0].to);
    function_cover_count(&bench->cover, &run, &lines);
    assert_int_equal(run, 0);
    assert_int_equal(lines, 22);
    assert_int_equal(bench->cover.score_steps, 0);
}

static void test_function_cover__lines_that_were_not_run_are_named(void **state)
{
    struct bench *bench = *state;
    struct text gaps = TEXT_EMPTY;
    size_t run = 0, lines = 0;
    watch(bench, 1); /* stage 3 does not count there */
    function_cover_count(&bench->cover, &run, &lines);
    assert_true(run > 10 && run < lines);
    function_cover_gaps(&bench->cover, &gaps);
    assert_non_null(strstr(gaps.bytes, "domain_1.lua:"));
    text_release(&gaps);
}

static void test_function_cover__all_examples_run_all_lines(void **state)
{
    struct bench *bench = *state;
    struct text gaps = TEXT_EMPTY;
    size_t run = 0, lines = 0;
    watch(bench, bench->count);
    function_cover_count(&bench->cover, &run, &lines);
    assert_int_equal(run, lines);
    function_cover_gaps(&bench->cover, &gaps);
    assert_int_equal(gaps.length, 0);
    text_release(&gaps);
}

/* What is used is the same in every run, and below its limit. */
static void test_function_cover__use_is_the_same_in_every_run(void **state)
{
    struct bench *bench = *state;
    watch(bench, bench->count);
    struct function_cover first = bench->cover;
    assert_true(first.steps >= 0 && first.steps < LIMIT_PACK_STEPS);
    assert_true(first.total > 1000 && first.total < LIMIT_PACK_TOTAL);
    assert_true(first.peak > 1000 && first.peak < LIMIT_LUA_BYTES);
    assert_true(first.values > 50 && first.values < 500);
    const char *place = "";
    size_t count = 0;
    struct scorer *old = bench->instrument.scorer;
    const struct source *sources = scorer_sources(old, &place, &count);
    bench->instrument.scorer = scorer_new(place, sources, count);
    scorer_trace(bench->instrument.scorer);
    scorer_free(old);
    watch(bench, bench->count);
    assert_int_equal(bench->cover.steps, first.steps);
    assert_int_equal(bench->cover.total, first.total);
    assert_int_equal(bench->cover.values, first.values);
    assert_int_equal(bench->cover.score_steps, first.score_steps);
}

static const struct function_mutant *find(const struct function_mutant *list, size_t count,
                                          unsigned line, const char *was)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i].line == line && strcmp(list[i].was, was) == 0) {
            return &list[i];
        }
    }
    fail_msg("no mistake %s in line %u", was, line);
    return NULL;
}

static void test_function_mutation__examples_notice_what_they_test(void **state)
{
    struct bench *bench = *state;
    const struct function_mutant *list = NULL;
    size_t count = 0;
    watch(bench, bench->count);
    assert_true(function_mutation_run(&bench->instrument, &bench->cover, bench->examples,
                                      bench->count, &bench->arena, &list, &count, &bench->err));
    assert_int_equal(count, 32);
    assert_true(find(list, count, 12, "<")->noticed);  /* level.level < 3 */
    assert_false(find(list, count, 19, "<")->noticed); /* no example stands at just two thirds */
    assert_true(find(list, count, 19, "3")->noticed);
    assert_string_equal(list[0].file, "domain_1.lua");
}

static void test_function_mutation__without_examples_nothing_is_noticed(void **state)
{
    struct bench *bench = *state;
    const struct function_mutant *list = NULL;
    size_t count = 0, noticed = 0;
    watch(bench, 0);
    assert_true(function_mutation_run(&bench->instrument, &bench->cover, NULL, 0, &bench->arena,
                                      &list, &count, &bench->err));
    for (size_t i = 0; i < count; i++) {
        noticed += list[i].noticed;
    }
    assert_int_equal(noticed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_function_cover__functions_are_found_without_being_called, setup, teardown),
        cmocka_unit_test_setup_teardown(test_function_cover__lines_that_were_not_run_are_named,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_function_cover__all_examples_run_all_lines, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_function_cover__use_is_the_same_in_every_run, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_function_mutation__examples_notice_what_they_test,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_function_mutation__without_examples_nothing_is_noticed,
                                        setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
