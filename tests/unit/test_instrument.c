#include "instrument.h"

#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static int setup(void **state)
{
    static struct fixture fixture;
    fixture_open(&fixture);
    *state = &fixture;
    return 0;
}

static int teardown(void **state)
{
    fixture_close(*state);
    return 0;
}

static const struct instrument *of(void **state)
{
    return &((const struct fixture *)*state)->instrument;
}

static int find_criterion(void **state, const char *id, int guess)
{
    return instrument_find_criterion(of(state), id, strlen(id), guess);
}

static void test_instrument__a_later_year_uses_the_last_that_is_known(void **state)
{
    assert_int_equal(instrument_year(of(state), 2024), 2024);
    assert_int_equal(instrument_year(of(state), 2031), 2024);
    assert_int_equal(instrument_year(of(state), 2022), 2022);
}

static void test_instrument__what_is_dated_holds_from_and_until_both_ends(void **state)
{
    (void)state;
    static const struct {
        struct dated dated;
        int year;
        bool holds;
    } cases[] = {
        {{0, 0}, 2021, true},        {{2023, 0}, 2022, false},   {{2023, 0}, 2023, true},
        {{2023, 0}, 2030, true},     {{0, 2022}, 2022, true},    {{0, 2022}, 2023, false},
        {{2021, 2022}, 2020, false}, {{2021, 2022}, 2021, true}, {{2022, 2022}, 2022, true},
        {{2022, 2022}, 2023, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(instrument_holds(cases[i].dated, cases[i].year), cases[i].holds);
    }
}

static void test_instrument__a_year_has_its_guide_and_none_before_the_first(void **state)
{
    assert_string_equal(instrument_guideline(of(state), 2022), "panduan-2021");
    assert_string_equal(instrument_guideline(of(state), 2023), "panduan-2023");
    assert_string_equal(instrument_guideline(of(state), 2019), "");
}

static void test_instrument__a_document_is_told_by_its_title_or_at_least_its_id(void **state)
{
    assert_string_equal(instrument_document(of(state), "panduan-2021"), "Panduan Uji 2021");
    assert_string_equal(instrument_document(of(state), "lain"), "lain");
}

static void test_instrument__the_reading_of_the_predicate_changes_with_the_year(void **state)
{
    assert_int_equal(instrument_reading(of(state), 2021), READING_ROUNDED);
    assert_int_equal(instrument_reading(of(state), 2023), READING_ROUNDED);
    assert_int_equal(instrument_reading(of(state), 2024), READING_EXACT);
}

static void test_instrument__a_lower_bound_belongs_to_its_band(void **state)
{
    static const struct {
        struct fraction value;
        const char *band;
    } cases[] = {
        {{1, 1}, "Kurang"},        {{17999, 10000}, "Kurang"}, {{9, 5}, "Cukup"},
        {{25999, 10000}, "Cukup"}, {{13, 5}, "Baik"},          {{7, 2}, "Sangat Baik"},
        {{34999, 10000}, "Baik"},  {{21, 5}, "Memuaskan"},     {{5, 1}, "Memuaskan"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(instrument_band(of(state), cases[i].value)->name, cases[i].band);
    }
    assert_null(instrument_band(of(state), fraction_make(99, 100)));
}

static void test_instrument__the_level_of_a_value_is_the_step_that_holds_it(void **state)
{
    assert_int_equal(instrument_level_of(of(state), &of(state)->indicators[0], fraction_make(1, 1)),
                     1);
    assert_int_equal(
        instrument_level_of(of(state), &of(state)->indicators[0], fraction_make(299, 100)), 2);
    assert_int_equal(instrument_level_of(of(state), &of(state)->indicators[0], fraction_make(3, 1)),
                     3);
    assert_int_equal(instrument_level_of(of(state), &of(state)->indicators[0], fraction_make(5, 1)),
                     5);
    assert_int_equal(instrument_level_of(of(state), &of(state)->indicators[0], fraction_make(7, 1)),
                     5);
    assert_int_equal(instrument_level_of(of(state), &of(state)->indicators[0], fraction_make(0, 1)),
                     1);
}

/* Where levels have bands, a cut belongs to the level above it. */
static void test_instrument__a_cut_belongs_to_the_level_above(void **state)
{
    (void)state;
    static const struct {
        struct fraction value;
        int level;
    } rows[] = {
        {{1, 1}, 1}, {{149, 100}, 1}, {{3, 2}, 2}, {{249, 100}, 2}, {{5, 2}, 3},
        {{7, 2}, 4}, {{399, 100}, 4}, {{4, 1}, 5}, {{5, 1}, 5},     {{1, 2}, 1},
    };
    struct fixture fixture;
    fixture_open(&fixture);
    fixture_as_pemdi(&fixture);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(instrument_level_of(&fixture.instrument, &fixture.instrument.indicators[1],
                                             rows[i].value),
                         rows[i].level);
    }
    fixture_close(&fixture);
}

static void test_instrument__lines_convert_up_to_their_ends(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {{1, 1}, {9, 5}, {1, 1}, {3, 2}},
        {{9, 5}, {13, 5}, {3, 2}, {5, 2}},
        {{13, 5}, {5, 1}, {5, 2}, {5, 1}},
    };
    const struct conversion conversion = {.input = "ips", .lines = lines, .line_count = 3};
    static const struct {
        struct fraction index, value;
    } rows[] = {
        {{1, 1}, {1, 1}},  {{7, 5}, {5, 4}}, {{9, 5}, {3, 2}},
        {{11, 5}, {2, 1}}, {{5, 1}, {5, 1}}, {{19, 5}, {15, 4}},
    };
    struct fraction value;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(instrument_measures(&conversion, rows[i].index));
        assert_true(instrument_convert(&conversion, rows[i].index, &value));
        assert_int_equal(fraction_compare(value, rows[i].value), 0);
    }
    assert_false(instrument_measures(&conversion, fraction_make(99, 100)));
    assert_false(instrument_convert(&conversion, fraction_make(99, 100), &value));
    assert_false(instrument_measures(&conversion, fraction_make(501, 100)));
    assert_false(instrument_convert(&conversion, fraction_make(501, 100), &value));
    assert_false(instrument_convert(&conversion, fraction_make(INT64_MAX, INT64_MAX - 1), &value));
}

/* The lower bound decides: who is beyond the upper one has more than was asked for. */
static void test_instrument__a_metric_is_reached_by_what_exceeds_it(void **state)
{
    (void)state;
    const struct metric over = {.key = "x", .has_min = true, .min = {90, 1}};
    const struct metric from = {
        .key = "x",
        .has_min = true,
        .min_inclusive = true,
        .min = {75, 2},
        .has_max = true,
        .max = {125, 2},
    };
    const struct metric below = {.key = "x", .has_max = true, .max = {9, 5}};
    assert_false(instrument_reaches(&over, fraction_whole(90)));
    assert_true(instrument_reaches(&over, fraction_make(901, 10)));
    assert_true(instrument_reaches(&from, fraction_make(75, 2)));
    assert_false(instrument_reaches(&from, fraction_make(74, 2)));
    assert_true(instrument_reaches(&from, fraction_whole(100)));
    assert_true(instrument_reaches(&below, fraction_whole(1)));
    assert_true(instrument_reaches(&below, fraction_whole(4)));
}

static void test_instrument__a_level_is_found_by_its_number(void **state)
{
    const struct instrument *instrument = of(state);
    const struct indicator *indicator = &instrument->indicators[2];
    const struct level *level = instrument_level(instrument, indicator, 4);
    assert_int_equal(level->number, 4);
    assert_ptr_equal(level, &instrument->levels[indicator->levels.first + 3]);
    assert_null(instrument_level(instrument, indicator, 0));
    assert_null(instrument_level(instrument, indicator, 6));
}

static void test_instrument__every_id_is_found_with_a_right_a_wrong_and_no_guess(void **state)
{
    const struct instrument *instrument = of(state);
    for (size_t i = 0; i < instrument->criterion_count; i++) {
        const char *id = instrument->criteria[i].id;
        assert_int_equal(find_criterion(state, id, (int)i), i);
        assert_int_equal(find_criterion(state, id, 0), i);
        assert_int_equal(find_criterion(state, id, NOWHERE), i);
        assert_int_equal(find_criterion(state, id, 1 << 20), i);
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const char *id = instrument->indicators[i].id;
        assert_int_equal(instrument_find_indicator(instrument, id, strlen(id), 1), i);
        assert_int_equal(instrument_find_indicator(instrument, id, strlen(id), -7), i);
    }
}

static void test_instrument__what_is_only_like_an_id_is_not_found(void **state)
{
    static const char *const others[] = {"",         "I",       "I01",     "I01.2",  "I01.2.",
                                         "I01.2.aa", "i01.2.a", "I01.2.z", "I99.2.a"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_int_equal(find_criterion(state, others[i], 0), NOWHERE);
    }
    assert_int_equal(instrument_find_indicator(of(state), "I01.2.a", 7, 0), NOWHERE);
}

/* Ids come from documents, where they may be cut or hold anything; only `length` bytes count. */
static void test_instrument__only_the_bytes_given_count(void **state)
{
    assert_int_equal(instrument_find_indicator(of(state), "I02.2.a", 3, NOWHERE), 1);
    assert_int_equal(instrument_find_indicator(of(state), "I02\0x", 5, 1), NOWHERE);
    assert_int_equal(instrument_find_criterion(of(state), "I01.2.a\0", 8, 0), NOWHERE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_instrument__a_later_year_uses_the_last_that_is_known),
        cmocka_unit_test(test_instrument__what_is_dated_holds_from_and_until_both_ends),
        cmocka_unit_test(test_instrument__a_year_has_its_guide_and_none_before_the_first),
        cmocka_unit_test(test_instrument__a_document_is_told_by_its_title_or_at_least_its_id),
        cmocka_unit_test(test_instrument__the_reading_of_the_predicate_changes_with_the_year),
        cmocka_unit_test(test_instrument__a_lower_bound_belongs_to_its_band),
        cmocka_unit_test(test_instrument__the_level_of_a_value_is_the_step_that_holds_it),
        cmocka_unit_test(test_instrument__a_cut_belongs_to_the_level_above),
        cmocka_unit_test(test_instrument__lines_convert_up_to_their_ends),
        cmocka_unit_test(test_instrument__a_metric_is_reached_by_what_exceeds_it),
        cmocka_unit_test(test_instrument__a_level_is_found_by_its_number),
        cmocka_unit_test(test_instrument__every_id_is_found_with_a_right_a_wrong_and_no_guess),
        cmocka_unit_test(test_instrument__what_is_only_like_an_id_is_not_found),
        cmocka_unit_test(test_instrument__only_the_bytes_given_count),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
