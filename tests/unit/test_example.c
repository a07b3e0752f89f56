#include "example.h"

#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* 12.5 × 3 + 12.5 × 2 + 15 × 4 + 20 × 3 + 40 × 5 = 382.5, so the index is 3.825; D1 = (37.5 + 25 + 60)
 * / 40 = 3.0625, A1 = 62.5 / 25 = 2.5. */
static const struct fraction claims[] = {{3, 1}, {2, 1}, {4, 1}, {3, 1}, {5, 1}};
static const char *const domains[] = {"3.06", "4.33"};
static const char *const aspects[] = {"2.50", "4.00", NULL};
static const char *const indicators[] = {NULL, NULL, NULL, NULL, NULL};
static const char *const no_items[] = {NULL};

static const struct pack_example good = {
    .name = "Kota Uji 2022",
    .agency = "Kota Uji",
    .kind = "kota",
    .basis = "claimed",
    .source = "",
    .note = "",
    .year = 2022,
    .claims = claims,
    .by_indicator = true,
    .items = no_items,
    .index = "3.83",
    .exact = "3.825",
    .predicate = "Sangat Baik",
    .domains = domains,
    .aspects = aspects,
    .tolerance = {0, 1},
    .indicators = indicators,
};

struct bench {
    struct fixture fixture;
    struct arena arena;
    struct example_result result;
    struct error err;
};

static int setup(void **state)
{
    static struct bench bench;
    bench = (struct bench){.arena = ARENA_EMPTY, .err = {.kind = ERROR_NONE}};
    fixture_open(&bench.fixture);
    *state = &bench;
    return 0;
}

static int teardown(void **state)
{
    struct bench *bench = *state;
    fixture_close(&bench->fixture);
    arena_release(&bench->arena);
    return 0;
}

static bool run(void **state, const struct pack_example *example)
{
    struct bench *bench = *state;
    return example_run(&bench->fixture.instrument, example, &bench->arena, &bench->result,
                       &bench->err);
}

static const struct example_line *line(void **state, const char *what)
{
    const struct example_result *result = &((struct bench *)*state)->result;
    for (size_t i = 0; i < result->count; i++) {
        if (strcmp(result->lines[i].what, what) == 0) {
            return &result->lines[i];
        }
    }
    return NULL;
}

static void test_example__a_result_that_comes_out_is_the_same_in_every_line(void **state)
{
    assert_true(run(state, &good));
    const struct example_result *result = &((struct bench *)*state)->result;
    assert_int_equal(result->count, 7);
    assert_int_equal(result->different, 0);
    assert_string_equal(line(state, "index")->computed, "3.83");
    assert_string_equal(line(state, "exact")->computed, "3.825");
    assert_string_equal(line(state, "D1")->computed, "3.06");
    assert_string_equal(line(state, "A2")->expected, "4.00");
    assert_null(line(state, "A3")); /* nothing is expected of it */
}

static void test_example__every_number_that_differs_is_counted(void **state)
{
    static const char *const others[] = {"3.07", "4.33"};
    struct pack_example example = good;
    example.index = "3.82";
    example.exact = "3.8250001";
    example.predicate = "Baik";
    example.domains = others;
    assert_true(run(state, &example));
    assert_int_equal(((struct bench *)*state)->result.different, 4);
    assert_false(line(state, "index")->same);
    assert_string_equal(line(state, "index")->expected, "3.82");
    assert_false(line(state, "exact")->same);
    assert_false(line(state, "predicate")->same);
    assert_false(line(state, "D1")->same);
    assert_true(line(state, "D2")->same);
}

/* "2.1500" and "2.15" are one number before its rounding; as published they are not. */
static void test_example__the_exact_index_is_compared_as_a_number(void **state)
{
    struct pack_example example = good;
    example.exact = "3.82500";
    assert_true(run(state, &example));
    assert_true(line(state, "exact")->same);
    example.exact = "153/40";
    assert_true(run(state, &example));
    assert_true(line(state, "exact")->same);
    example.exact = "about 3.8";
    assert_true(run(state, &example));
    assert_false(line(state, "exact")->same);
}

/* A paper that cut decimals off instead of rounding them is near, and one hundredth more is not. */
static void test_example__a_tolerance_lets_published_numbers_be_near(void **state)
{
    static const char *const cut[] = {"3.05", "4.35"};
    struct pack_example example = good;
    example.tolerance = fraction_make(1, 100);
    example.index = "3.82";
    example.domains = cut;
    assert_true(run(state, &example));
    assert_true(line(state, "index")->same && line(state, "index")->near);
    assert_true(line(state, "D1")->same && line(state, "D1")->near);
    assert_false(line(state, "D2")->same);
    assert_true(line(state, "exact")->same);
    assert_false(line(state, "exact")->near);
    assert_int_equal(((struct bench *)*state)->result.different, 1);
}

/* Where only the values of aspects were published, each stands for all that the aspect holds. */
static void test_example__values_of_aspects_are_computed_on(void **state)
{
    static const struct fraction given[] = {{5, 2}, {5, 2}, {4, 1}, {13, 3}, {13, 3}};
    struct pack_example example = good;
    example.claims = given;
    example.by_indicator = false;
    assert_true(run(state, &example));
    assert_true(line(state, "A1")->same);
    assert_true(line(state, "D1")->same);
    assert_true(line(state, "D2")->same);
}

static void test_example__what_is_not_expected_is_not_compared(void **state)
{
    static const char *const none[] = {NULL, NULL, NULL};
    struct pack_example example = good;
    example.exact = "";
    example.predicate = "";
    example.domains = none;
    example.aspects = none;
    assert_true(run(state, &example));
    assert_int_equal(((struct bench *)*state)->result.count, 1);
}

static void test_example__a_year_before_the_first_cannot_be_computed(void **state)
{
    struct pack_example example = good;
    example.year = 2019;
    assert_false(run(state, &example));
    assert_string_equal(((struct bench *)*state)->err.id, "EVALUATION_YEAR");
}

/* What nobody answered has the pack's value for that: 12.5 + 25 + 60 + 60 + 200 = 357.5. */
static void test_example__an_indicator_can_be_left_open(void **state)
{
    static const bool open[] = {true, false, false, false, false};
    struct pack_example example = good;
    example.unanswered = open;
    example.exact = "3.575";
    assert_true(run(state, &example));
    assert_true(line(state, "exact")->same);
    assert_int_equal(((struct bench *)*state)->result.evaluation->index[BASIS_CLAIMED].given, 4);
}

/* Items and a measure instead of values: 1.25 + 2.0 and the rest unanswered. */
static void test_example__items_and_measures_are_answered(void **state)
{
    struct bench *bench = *state;
    static const char *const items[] = {"I01.1.e2", "I02.1.e1", "I02.1.e2", "I02.2.e1", NULL};
    static const struct example_measure measures[] = {{"indeks_uji", {25, 1}}};
    static const char *const expected[] = {"1.25", "2.00", "1.00", "2.00", NULL};
    struct pack_example example = good;
    fixture_as_pemdi(&bench->fixture);
    example.claims = NULL;
    example.items = items;
    example.measures = measures;
    example.measure_count = 1;
    example.index = "";
    example.exact = "1.35625"; /* 12.5 × 1.25 + 12.5 × 2 + 15 + 20 × 2 + 40 = 135.625 */
    example.predicate = "Kurang";
    static const char *const nothing[] = {NULL, NULL, NULL};
    example.domains = nothing;
    example.aspects = nothing;
    example.indicators = expected;
    assert_true(run(state, &example));
    assert_int_equal(bench->result.count, 6);
    assert_int_equal(bench->result.different, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_example__a_result_that_comes_out_is_the_same_in_every_line),
        cmocka_unit_test(test_example__every_number_that_differs_is_counted),
        cmocka_unit_test(test_example__the_exact_index_is_compared_as_a_number),
        cmocka_unit_test(test_example__a_tolerance_lets_published_numbers_be_near),
        cmocka_unit_test(test_example__values_of_aspects_are_computed_on),
        cmocka_unit_test(test_example__what_is_not_expected_is_not_compared),
        cmocka_unit_test(test_example__a_year_before_the_first_cannot_be_computed),
        cmocka_unit_test(test_example__an_indicator_can_be_left_open),
        cmocka_unit_test(test_example__items_and_measures_are_answered), /* changes the fixture */
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
