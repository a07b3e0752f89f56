/* What counts in a year, and how levels stand before anything is answered. */
#include "season.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static int criterion(const struct instrument *instrument, const char *id)
{
    int at = instrument_find_criterion(instrument, id, strlen(id), 0);
    assert_int_not_equal(at, NOWHERE);
    return at;
}

static void test_season__counts_criteria_of_the_year(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture);
    static const struct {
        int year, used;
        bool has_3b, has_4b; /* I02.3.b from 2023, I02.4.b until 2022 */
        enum reading reading;
    } rows[] = {
        {2021, 2021, false, true, READING_ROUNDED}, {2022, 2022, false, true, READING_ROUNDED},
        {2023, 2023, true, false, READING_ROUNDED}, {2024, 2024, true, false, READING_EXACT},
        {2031, 2024, true, false, READING_EXACT},
    };
    int b3 = criterion(&fixture.instrument, "I02.3.b");
    int b4 = criterion(&fixture.instrument, "I02.4.b");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct season season;
        season_make(&season, &fixture.instrument, rows[i].year, KIND_KOTA, &fixture.arena);
        assert_int_equal(season.year, rows[i].used);
        assert_int_equal(season.reading, rows[i].reading);
        assert_int_equal(season.level_of[b3] != SEASON_FOREIGN, rows[i].has_3b);
        assert_int_equal(season.level_of[b4] != SEASON_FOREIGN, rows[i].has_4b);
        assert_int_equal(season.levels[7].counted, rows[i].has_3b ? 2 : 1);
        assert_int_equal(season.levels[8].counted, rows[i].has_4b ? 2 : 1);
        assert_true(season_is(&season, &fixture.instrument, rows[i].year, KIND_PROVINSI));
        assert_false(season_is(&season, &fixture.instrument, 2010, KIND_KOTA));
    }
    fixture_close(&fixture);
}

static void test_season__levels_before_anything_is_answered(void **state)
{
    (void)state;
    struct fixture fixture;
    struct season season;
    fixture_open(&fixture);
    season_make(&season, &fixture.instrument, 2024, KIND_KOTA, &fixture.arena);
    for (size_t i = 0; i < fixture.instrument.level_count; i++) {
        const struct standing *standing = &season.levels[i];
        assert_int_equal(standing->number, fixture.instrument.levels[i].number);
        assert_int_equal(standing->baseline, standing->number == 1);
        assert_int_equal(standing->due, standing->number >= 2);
        assert_int_equal(standing->met + standing->unmet + standing->evidence, 0);
    }
    fixture_close(&fixture);
}

static void test_season__of_another_instrument_is_another(void **state)
{
    (void)state;
    struct fixture one, other;
    struct season season;
    fixture_open(&one);
    fixture_open(&other);
    season_make(&season, &one.instrument, 2026, KIND_KOTA, &one.arena);
    assert_true(
        season_is(&season, &one.instrument, 2024, KIND_KOTA)); /* both use the state of 2024 */
    assert_false(season_is(&season, &other.instrument, 2024, KIND_KOTA));
    fixture_close(&one);
    fixture_close(&other);
}

/* Where criteria are asked of some kinds only, a season is of one kind; else of all of them. */
static void test_season__is_of_a_kind_where_criteria_are_asked_of_some(void **state)
{
    (void)state;
    struct fixture fixture;
    struct season season;
    fixture_open(&fixture);
    struct criterion *criteria =
        arena_get(&fixture.arena, fixture.instrument.criterion_count, sizeof *criteria);
    memcpy(criteria, fixture.instrument.criteria,
           fixture.instrument.criterion_count * sizeof *criteria);
    int a = criterion(&fixture.instrument, "I01.2.a");
    int b = criterion(&fixture.instrument, "I01.2.b");
    criteria[a].kinds = 1U << KIND_KEMENTERIAN | 1U << KIND_LEMBAGA;
    fixture.instrument.criteria = criteria;
    fixture.instrument.conditional = true;
    for (int k = 0; k <= KIND_NONE; k++) {
        bool asked = k == KIND_KEMENTERIAN || k == KIND_LEMBAGA;
        season_make(&season, &fixture.instrument, 2024, (enum kind)k, &fixture.arena);
        assert_int_equal(season.level_of[a], asked ? criteria[a].level : SEASON_OTHERS);
        assert_int_equal(season.levels[criteria[a].level].counted, asked ? 2 : 1);
        assert_true(season_is(&season, &fixture.instrument, 2024, (enum kind)k));
        assert_false(season_is(&season, &fixture.instrument, 2024,
                               k == KIND_KOTA ? KIND_LEMBAGA : KIND_KOTA));
    }
    criteria[b].demand = DEMAND_NEVER;
    season_make(&season, &fixture.instrument, 2024, KIND_KOTA, &fixture.arena);
    assert_int_equal(season.levels[criteria[a].level].counted, 0);
    assert_true(season.level_of[b] >= 0); /* it is read, and asks for nothing */
    fixture_close(&fixture);
}

static void test_season__a_group_is_counted_once_among_those_that_are_asked(void **state)
{
    (void)state;
    struct fixture fixture;
    struct season season;
    fixture_open(&fixture);
    struct criterion *criteria =
        arena_get(&fixture.arena, fixture.instrument.criterion_count, sizeof *criteria);
    memcpy(criteria, fixture.instrument.criteria,
           fixture.instrument.criterion_count * sizeof *criteria);
    int a = criterion(&fixture.instrument, "I01.2.a");
    int b = criterion(&fixture.instrument, "I01.2.b");
    criteria[a].demand = DEMAND_GROUP;
    criteria[b].demand = DEMAND_GROUP;
    criteria[a].group = "g";
    criteria[b].group = "g";
    fixture.instrument.criteria = criteria;
    fixture.instrument.conditional = true;
    season_make(&season, &fixture.instrument, 2024, KIND_KOTA, &fixture.arena);
    assert_int_equal(season.levels[criteria[a].level].counted, 1);
    criteria[b].group = "h";
    season_make(&season, &fixture.instrument, 2024, KIND_KOTA, &fixture.arena);
    assert_int_equal(season.levels[criteria[a].level].counted, 2);
    criteria[b].group = "g";
    criteria[a].kinds = 1U << KIND_LEMBAGA; /* the first is not asked: the second stands for both */
    season_make(&season, &fixture.instrument, 2024, KIND_KOTA, &fixture.arena);
    assert_int_equal(season.levels[criteria[a].level].counted, 1);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_season__counts_criteria_of_the_year),
        cmocka_unit_test(test_season__levels_before_anything_is_answered),
        cmocka_unit_test(test_season__of_another_instrument_is_another),
        cmocka_unit_test(test_season__is_of_a_kind_where_criteria_are_asked_of_some),
        cmocka_unit_test(test_season__a_group_is_counted_once_among_those_that_are_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
