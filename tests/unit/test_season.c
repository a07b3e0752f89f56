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
        season_make(&season, &fixture.instrument, rows[i].year, &fixture.arena);
        assert_int_equal(season.year, rows[i].used);
        assert_int_equal(season.reading, rows[i].reading);
        assert_int_equal(season.level_of[b3] != SEASON_FOREIGN, rows[i].has_3b);
        assert_int_equal(season.level_of[b4] != SEASON_FOREIGN, rows[i].has_4b);
        assert_int_equal(season.levels[7].counted, rows[i].has_3b ? 2 : 1);
        assert_int_equal(season.levels[8].counted, rows[i].has_4b ? 2 : 1);
        assert_true(season_is(&season, &fixture.instrument, rows[i].year));
        assert_false(season_is(&season, &fixture.instrument, 2010));
    }
    fixture_close(&fixture);
}

static void test_season__levels_before_anything_is_answered(void **state)
{
    (void)state;
    struct fixture fixture;
    struct season season;
    fixture_open(&fixture);
    season_make(&season, &fixture.instrument, 2024, &fixture.arena);
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
    season_make(&season, &one.instrument, 2026, &one.arena);
    assert_true(season_is(&season, &one.instrument, 2024)); /* both use the state of 2024 */
    assert_false(season_is(&season, &other.instrument, 2024));
    fixture_close(&one);
    fixture_close(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_season__counts_criteria_of_the_year),
        cmocka_unit_test(test_season__levels_before_anything_is_answered),
        cmocka_unit_test(test_season__of_another_instrument_is_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
