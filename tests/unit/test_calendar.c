/* Days and months before them: ends of months, leap years, and how many months fit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "calendar.h"

/* Reads a day that is one. */
static struct day read_day(const char *text)
{
    struct day day;
    assert_true(calendar_read(text, &day));
    return day;
}

static void test_calendar__goes_back_to_the_same_day_or_the_last(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        int months;
        const char *before;
    } rows[] = {
        {"2027-03-31", 0, "2027-03-31"},  {"2027-03-31", 1, "2027-02-28"},
        {"2028-03-31", 1, "2028-02-29"},  {"2027-03-15", 3, "2026-12-15"},
        {"2027-01-31", 13, "2025-12-31"}, {"2027-12-31", 240, "2007-12-31"},
        {"2024-02-29", 12, "2023-02-28"}, {"2100-03-30", 1, "2100-02-28"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text text = TEXT_EMPTY;
        calendar_add(&text, calendar_before(read_day(rows[i].day), rows[i].months));
        assert_string_equal(text.bytes, rows[i].before);
        text_release(&text);
    }
}

/* Protects --from: as many months fit as can be counted back without passing the first day. */
static void test_calendar__counts_the_months_that_fit(void **state)
{
    (void)state;
    static const struct {
        const char *first, *last;
        int months;
    } rows[] = {
        {"2027-01-01", "2027-07-01", 6},  {"2027-01-02", "2027-07-01", 5},
        {"2027-01-31", "2027-02-28", 0},  {"2027-01-28", "2027-02-28", 1},
        {"2027-02-28", "2027-03-31", 1},  {"2027-03-01", "2027-03-01", 0},
        {"2027-03-02", "2027-03-01", -1}, {"2026-12-31", "2027-12-31", 12},
        {"2027-05-01", "2027-03-01", -2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int months = calendar_months(read_day(rows[i].first), read_day(rows[i].last));
        assert_int_equal(months < 0 ? -1 : months, rows[i].months < 0 ? -1 : rows[i].months);
    }
}

static void test_calendar__takes_days_of_the_calendar_only(void **state)
{
    (void)state;
    static const char *const bad[] = {"",           "2027",       "2027-2-1",   "2027-02-30",
                                      "2027-13-01", "31-12-2027", "2027-12-31 "};
    struct day day;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(calendar_read(bad[i], &day));
    }
    assert_int_equal(calendar_compare(read_day("2027-12-31"), read_day("2028-01-01")), -1);
    assert_int_equal(calendar_compare(read_day("2027-03-01"), read_day("2027-02-28")), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calendar__goes_back_to_the_same_day_or_the_last),
        cmocka_unit_test(test_calendar__counts_the_months_that_fit),
        cmocka_unit_test(test_calendar__takes_days_of_the_calendar_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
