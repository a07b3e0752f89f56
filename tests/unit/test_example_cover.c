#include "example_cover.h"

#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static const struct fraction claims[] = {{3, 1}, {2, 1}, {4, 1}, {3, 1}, {5, 1}};
static const char *const none[] = {NULL, NULL, NULL, NULL, NULL};

static const struct pack_example levels = {.name = "levels",
                                           .agency = "",
                                           .kind = "kota",
                                           .basis = "",
                                           .source = "",
                                           .note = "",
                                           .year = 2022,
                                           .claims = claims,
                                           .by_indicator = true,
                                           .items = none,
                                           .index = "",
                                           .exact = "",
                                           .predicate = "Sangat Baik",
                                           .domains = none,
                                           .aspects = none,
                                           .indicators = none,
                                           .tolerance = {0, 1}};

struct bench {
    struct fixture fixture;
    struct arena arena;
    struct cover cover;
};

static int setup(void **state)
{
    static struct bench bench;
    bench = (struct bench){.arena = ARENA_EMPTY};
    fixture_open(&bench.fixture);
    example_cover_start(&bench.cover, &bench.fixture.instrument, &bench.arena);
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

static void add(struct bench *bench, const struct pack_example *example)
{
    struct example_result result;
    struct error err = {.kind = ERROR_NONE};
    assert_true(example_run(&bench->fixture.instrument, example, &bench->arena, &result, &err));
    example_cover_add(&bench->cover, example, &result);
}

static void check_count(const struct bench *bench, enum cover_kind kind, size_t touched, size_t of)
{
    struct cover_count count = example_cover_count(&bench->cover, kind);
    assert_int_equal(count.touched, touched);
    assert_int_equal(count.of, of);
}

static void check_gaps(const struct bench *bench, enum cover_kind kind, const char *expected)
{
    struct text gaps = TEXT_EMPTY;
    text_add(&gaps, "");
    example_cover_gaps(&bench->cover, kind, &gaps);
    assert_string_equal(gaps.length == 0 ? "" : gaps.bytes, expected);
    text_release(&gaps);
}

static void test_example_cover__nothing_is_touched_at_first(void **state)
{
    struct bench *bench = *state;
    check_count(bench, COVER_LEVELS, 0, 25);
    check_count(bench, COVER_BANDS, 0, 5);
    check_count(bench, COVER_ITEMS, 0, 0);
    check_count(bench, COVER_MEASURES, 0, 0);
    check_count(bench, COVER_FUNCTIONS, 0, 0);
    check_gaps(bench, COVER_CRITERIA, "I01–I05");
    check_gaps(bench, COVER_ITEMS, "");
}

static void test_example_cover__levels_touch_levels_and_their_predicate(void **state)
{
    struct bench *bench = *state;
    bool touched[5];
    add(bench, &levels);
    check_count(bench, COVER_LEVELS, 5, 25);
    check_count(bench, COVER_BANDS, 1, 5);
    check_count(bench, COVER_CRITERIA, 0, example_cover_count(&bench->cover, COVER_CRITERIA).of);
    assert_int_equal(example_cover_level(&bench->cover, 3, touched), 2);
    assert_true(touched[0] && touched[3] && !touched[1] && !touched[2] && !touched[4]);
    assert_int_equal(example_cover_level(&bench->cover, 1, touched), 0);
    add(bench, &levels); /* twice is once */
    check_count(bench, COVER_LEVELS, 5, 25);
    check_gaps(bench, COVER_BANDS, "Memuaskan, Baik, Cukup, Kurang");
}

/* What is given for an aspect says nothing of the indicators in it. */
static void test_example_cover__values_of_aspects_touch_no_level(void **state)
{
    struct bench *bench = *state;
    struct pack_example example = levels;
    example.by_indicator = false;
    add(bench, &example);
    check_count(bench, COVER_LEVELS, 0, 25);
    check_count(bench, COVER_BANDS, 1, 5);
}

static void test_example_cover__what_is_left_open_is_not_touched(void **state)
{
    struct bench *bench = *state;
    static const bool open[] = {true, true, true, true, false};
    struct pack_example example = levels;
    example.unanswered = open;
    add(bench, &example);
    check_count(bench, COVER_LEVELS, 1, 25);
}

/* Criteria that are met: the gaps name what is left in the longest names. */
static void test_example_cover__criteria_are_touched_when_they_are_met(void **state)
{
    struct bench *bench = *state;
    const struct instrument *instrument = &bench->fixture.instrument;
    bool met[64] = {false};
    struct pack_example example = levels;
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        const char *id = instrument->criteria[c].id;
        met[c] = strncmp(id, "I01.", 4) == 0 && strcmp(id, "I01.3.b") != 0 &&
                 strncmp(id, "I01.5", 5) != 0;
    }
    example.claims = NULL;
    example.met = met;
    add(bench, &example);
    check_gaps(bench, COVER_CRITERIA, "I01.3.b, I01.5, I02–I05");
    check_gaps(bench, COVER_LEVELS,
               "I01.1, I01.3, I01.5, I02.2, I02.3, I02.4, I02.5, I03.2, "
               "I03.3, I03.4, I03.5, I04.2, I04.3, I04.4, I04.5, I05.2, "
               "I05.3, I05.4, I05.5");
}

/* Where items score, criteria only explain; items and the outside index are what there is to touch. */
static void test_example_cover__items_and_measures(void **state)
{
    struct bench *bench = *state;
    static const char *const items[] = {"I01.1.e2", "I02.1.e1", "I02.1.e2", NULL};
    static const struct example_measure measures[] = {{"indeks_uji", {25, 1}}};
    struct pack_example example = levels;
    fixture_as_pemdi(&bench->fixture);
    example_cover_start(&bench->cover, &bench->fixture.instrument, &bench->arena);
    example.claims = NULL;
    example.items = items;
    check_count(bench, COVER_CRITERIA, 0, 0);
    add(bench, &example);
    size_t of = example_cover_count(&bench->cover, COVER_ITEMS).of;
    check_count(bench, COVER_ITEMS, 3, of);
    check_count(bench, COVER_MEASURES, 0, 1);
    check_gaps(bench, COVER_MEASURES, "I04");
    example.measures = measures;
    example.measure_count = 1;
    add(bench, &example);
    check_count(bench, COVER_MEASURES, 1, 1);
    check_gaps(bench, COVER_MEASURES, "");
}

static void test_example_cover__percents_are_rounded_down(void **state)
{
    (void)state;
    assert_int_equal(example_cover_percent((struct cover_count){0, 0}), 100);
    assert_int_equal(example_cover_percent((struct cover_count){0, 3}), 0);
    assert_int_equal(example_cover_percent((struct cover_count){2, 3}), 66);
    assert_int_equal(example_cover_percent((struct cover_count){999, 1000}), 99);
    assert_int_equal(example_cover_percent((struct cover_count){1000, 1000}), 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_example_cover__nothing_is_touched_at_first, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_example_cover__levels_touch_levels_and_their_predicate,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_example_cover__values_of_aspects_touch_no_level, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_example_cover__what_is_left_open_is_not_touched, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_example_cover__criteria_are_touched_when_they_are_met,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_example_cover__items_and_measures, setup, teardown),
        cmocka_unit_test(test_example_cover__percents_are_rounded_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
