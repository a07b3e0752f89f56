#include "check.h"

#include "support_probe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* ---- weights ---- */

static void test_check__weights_add_up_exactly_or_not_at_all(void **state)
{
    (void)state;
    static const struct {
        const char *weights, *whole, *complaint;
    } cases[] = {
        {"40 60", "100", NULL},
        {"100", "100", NULL},
        {"\"100/3\" \"100/3\" \"100/3\"", "100", NULL}, /* no decimals could say this */
        {"0.1 0.2 99.7", "100", NULL},                  /* binary fractions would miss it */
        {"33.33 33.33 33.33", "100", "PACK_WEIGHT_SHORT"},
        {"33.33 33.33 33.34", "100", NULL},
        {"40 60.0001", "100", "PACK_WEIGHT_SUM"},
        {"40 60", "99", "PACK_WEIGHT_WHOLE"},
        {"120 -20", "100", "PACK_WEIGHT_SIGN"},
        {"100 0", "100", "PACK_WEIGHT_SIGN"},
        {"40 \"enam\"", "100", "PACK_FIELD_TYPE"},
        {"40 6e1", "100", "PACK_FIELD_TYPE"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct probe probe;
        probe_open(&probe);
        probe.weights = cases[i].weights;
        probe.whole = cases[i].whole;
        probe_want(&probe, cases[i].complaint);
        probe_close(&probe);
    }
}

static void test_check__units_are_hundredths_of_a_percent_or_finer(void **state)
{
    (void)state;
    static const struct {
        const char *weights;
        int64_t first, total;
    } cases[] = {
        {"40 60", 4000, 10000},       {"\"100/3\" \"100/3\" \"100/3\"", 10000, 30000},
        {"1.3 98.7", 130, 10000},     {"2.75 97.25", 275, 10000},
        {"1.375 98.625", 275, 20000}, {"\"100/3\" 16.6 \"751/15\"", 10000, 30000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct probe probe;
        probe_open(&probe);
        probe.weights = cases[i].weights;
        probe_want(&probe, NULL);
        assert_int_equal(probe.instrument.indicators[0].units, cases[i].first);
        assert_int_equal(probe.instrument.units_total, cases[i].total);
        assert_int_equal(probe.instrument.aspects[0].units, cases[i].total);
        assert_int_equal(probe.instrument.domains[0].units, cases[i].total);
        probe_close(&probe);
    }
}

/* Both sides of DECLARATION_PARTS: a percent in a million parts, and in more. */
static void test_check__weights_may_be_fine_but_not_finer(void **state)
{
    (void)state;
    struct probe probe;
    probe_open(&probe);
    probe.weights = "40.000001 59.999999";
    probe_want(&probe, NULL);
    assert_int_equal(probe.instrument.units_total, 100 * DECLARATION_PARTS);
    probe_close(&probe);
    probe_open(&probe);
    probe.weights = "40.0000001 59.9999999";
    probe_want(&probe, "PACK_WEIGHT_FINE");
    probe_close(&probe);
    probe_open(&probe); /* each coarse enough, together not */
    probe.weights = "\"1/997\" \"1/1009\" \"100595294/1005973\"";
    probe_want(&probe, "PACK_WEIGHT_FINE");
    probe_close(&probe);
}

/* ---- years ---- */

static void test_check__a_level_must_ask_for_something_in_every_year(void **state)
{
    (void)state;
    static const struct {
        const char *dates, *complaint;
    } cases[] = {
        {"", NULL},
        {",\"from\":2021", NULL},
        {",\"from\":2022", "PACK_LEVEL_CLOSED"},
        {",\"from\":2030", "PACK_DATE_OUTSIDE"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct probe probe;
        probe_open(&probe);
        probe.dates = cases[i].dates;
        probe_want(&probe, cases[i].complaint);
        probe_close(&probe);
    }
}

static void test_check__dated_parameters_have_no_gap(void **state)
{
    (void)state;
    static const struct {
        const char *guides, *reading, *complaint;
    } cases[] = {
        {"{\"2021\":\"aturan\",\"2023\":\"aturan\"}", NULL, "PACK_GUIDE_GAP"},
        {"{\"2021\":\"aturan\",\"2022\":\"lain\",\"2023\":\"aturan\"}", NULL, "PACK_DOCUMENT"},
        {"{\"2020\":\"aturan\",\"2021\":\"aturan\",\"2022\":\"aturan\",\"2023\":\"aturan\"}", NULL,
         "PACK_DATE_OUTSIDE"},
        {NULL, "{\"2020\":\"exact\"}", NULL},
        {NULL, "{\"2021\":\"exact\",\"2023\":\"rounded\"}", NULL},
        {NULL, "{\"2022\":\"exact\"}", "PACK_READING_GAP"},
        {NULL, "[]", "PACK_READING_GAP"},
        {NULL, "{\"2021\":\"about\"}", "PACK_READING"},
        {NULL, "{\"abad\":\"exact\"}", "PACK_KEY_YEAR"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct probe probe;
        probe_open(&probe);
        probe.guides = cases[i].guides == NULL ? probe.guides : cases[i].guides;
        probe.reading = cases[i].reading == NULL ? probe.reading : cases[i].reading;
        probe_want(&probe, cases[i].complaint);
        probe_close(&probe);
    }
}

/* ---- bands ---- */

#define BAND(min, max, inclusive) \
    "{\"max\":" #max ",\"max_inclusive\":" #inclusive ",\"min\":" #min ",\"name\":\"" #min "\"}"

static void test_check__bands_cover_the_scale_once(void **state)
{
    (void)state;
    static const struct {
        const char *bands, *complaint;
    } cases[] = {
        {"[" BAND(1, 3, true) "]", NULL},
        {"[" BAND(2.5, 3, true) "," BAND(1.7, 2.5, false) "," BAND(1, 1.7, false) "]", NULL},
        {"[" BAND(2.5, 3, true) "," BAND(1, 2.4, false) "]", "PACK_BAND_GAP"},
        {"[" BAND(2.5, 3, true) "," BAND(1, 2.6, false) "]", "PACK_BAND_OVERLAP"},
        {"[" BAND(1, 2, false) "," BAND(2, 3, true) "]", NULL}, /* lowest first is fine as well */
        {"[" BAND(1, 2, true) "," BAND(2, 3, false) "]", "PACK_BAND_INCLUSIVE"},
        {"[" BAND(2, 3, false) "," BAND(1, 2, false) "]", "PACK_BAND_INCLUSIVE"},
        {"[" BAND(2, 4, true) "," BAND(1, 2, false) "]", "PACK_BAND_TOP"},
        {"[" BAND(2, 3, true) "," BAND(0, 2, false) "]", "PACK_BAND_BOTTOM"},
        {"[" BAND(3, 3, true) "," BAND(1, 3, false) "]", "PACK_BAND_EMPTY"},
        {"[" BAND(2, 3, true) "," BAND(2, 2, false) "," BAND(1, 2, false) "]", "PACK_TWICE"},
        {"[]", "PACK_BAND_NONE"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct probe probe;
        probe_open(&probe);
        probe.bands = cases[i].bands;
        probe_want(&probe, cases[i].complaint);
        probe_close(&probe);
    }
}

/* ---- small proofs ---- */

static void test_check__numbers_are_said_as_they_are_written(void **state)
{
    (void)state;
    char words[64];
    assert_string_equal(check_say(fraction_make(13, 10), words), "1.3");
    assert_string_equal(check_say(fraction_make(100, 3), words), "100/3");
    assert_string_equal(check_say(fraction_whole(40), words), "40");
}

static void test_check__a_pack_without_years_or_scale_is_not_asked_about_them(void **state)
{
    (void)state;
    struct complaints complaints = {.place = "p"};
    struct declaration empty = {.pack = NULL};
    struct check check = check_start(&empty, &complaints);
    assert_false(check.has_years);
    assert_false(check.has_scale);
    check_document(&check, NULL);
    check_level(&check, NULL);
    check_dated(&check, NULL);
    assert_int_equal(complaints.count, 0);
}

static void test_check__the_common_part_of_weights_stays_small(void **state)
{
    (void)state;
    int64_t parts = 1;
    assert_true(declaration_common(&parts, 10));
    assert_true(declaration_common(&parts, 4));
    assert_int_equal(parts, 20);
    assert_true(declaration_common(&parts, 20));
    assert_int_equal(parts, 20);
    assert_true(declaration_common(&parts, 50000));
    assert_int_equal(parts, 50000);
    assert_false(declaration_common(&parts, 7919));
    assert_false(declaration_common(&parts, INT64_MAX));
    assert_int_equal(parts, 50000);
}

static void test_check__a_name_means_a_criterion_a_level_or_an_indicator(void **state)
{
    (void)state;
    static const struct {
        const char *name, *criterion;
        bool meant;
    } cases[] = {
        {"I05.2.a", "I05.2.a", true},    {"I05.2", "I05.2.a", true},   {"I05", "I05.2.a", true},
        {"I0", "I05.2.a", false},        {"I06", "I05.2.a", false},    {"I05.", "I05.2.a", false},
        {"I05.2.a.x", "I05.2.a", false}, {"", "I05.2.a", false},       {"I05.2", "I05.20.a", false},
        {"I35", "I35-1.3.a", false},     {"I35-1", "I35-1.3.a", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = ARENA_EMPTY;
        struct declaration declaration = {.pack = NULL};
        struct name_index names;
        name_index_init(&names, 2, &arena);
        name_index_add(&names, cases[i].name, NULL);
        name_index_add(&names, "I99", NULL);
        name_index_sort(&names);
        name_index_init(&declaration.criterion_ids, 3, &arena);
        name_index_add(&declaration.criterion_ids, "I98.1.a", NULL);
        name_index_add(&declaration.criterion_ids, cases[i].criterion, NULL);
        name_index_add(&declaration.criterion_ids, "I01.1.a", NULL);
        name_index_sort(&declaration.criterion_ids);
        assert_int_equal(declaration_is_meant(&names, cases[i].criterion), cases[i].meant);
        assert_int_equal(declaration_means_any(&declaration, cases[i].name), cases[i].meant);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_check__weights_add_up_exactly_or_not_at_all),
        cmocka_unit_test(test_check__units_are_hundredths_of_a_percent_or_finer),
        cmocka_unit_test(test_check__weights_may_be_fine_but_not_finer),
        cmocka_unit_test(test_check__a_level_must_ask_for_something_in_every_year),
        cmocka_unit_test(test_check__dated_parameters_have_no_gap),
        cmocka_unit_test(test_check__bands_cover_the_scale_once),
        cmocka_unit_test(test_check__numbers_are_said_as_they_are_written),
        cmocka_unit_test(test_check__a_pack_without_years_or_scale_is_not_asked_about_them),
        cmocka_unit_test(test_check__the_common_part_of_weights_stays_small),
        cmocka_unit_test(test_check__a_name_means_a_criterion_a_level_or_an_indicator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
