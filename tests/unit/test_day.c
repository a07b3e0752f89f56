/* Days as people type them: what an Indonesian official writes is understood, what is no day is not guessed. */
#include "day.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <cmocka.h>

static void wants(const char *typed, const char *day)
{
    char out[11] = "";
    if (!day_typed(typed, out)) {
        fail_msg("no day: %s", typed);
    }
    assert_string_equal(out, day);
}

static void refuses(const char *typed)
{
    char out[11] = "";
    if (day_typed(typed, out)) {
        fail_msg("a day: %s is %s", typed, out);
    }
}

static void test_day__day_month_year(void **state)
{
    (void)state;
    wants("31/12/2024", "2024-12-31");
    wants("1/5/2023", "2023-05-01");
    wants("01/05/2023", "2023-05-01");
    wants("1-5-2023", "2023-05-01");
    wants("1.5.2023", "2023-05-01");
    wants("1 5 2023", "2023-05-01");
    wants(" 1 / 5 / 2023 ", "2023-05-01");
    wants("29/2/2024", "2024-02-29");
}

static void test_day__year_first(void **state)
{
    (void)state;
    wants("2024-12-31", "2024-12-31");
    wants("2024/1/2", "2024-01-02");
    wants("2024.01.02", "2024-01-02");
}

static void test_day__months_by_name(void **state)
{
    (void)state;
    wants("31 Desember 2024", "2024-12-31");
    wants("1 mei 2023", "2023-05-01");
    wants("17 AGUSTUS 1945", "1945-08-17");
    wants("2 Agt 2023", "2023-08-02");
    wants("2 Ags 2023", "2023-08-02");
    wants("3-Okt-2023", "2023-10-03");
    wants("4 Nop 2023", "2023-11-04");
    wants("5 May 2023", "2023-05-05");
    wants("6 October 2023", "2023-10-06");
    wants("7 Maret 2023", "2023-03-07");
}

static void test_day__every_month_shortened_to_three_letters(void **state)
{
    (void)state;
    static const char *const names[] = {"jan", "feb", "mar", "apr", "mei", "jun",
                                        "jul", "agu", "sep", "okt", "nov", "des"};
    char typed[32];
    char day[11];
    for (int month = 1; month <= 12; month++) {
        snprintf(typed, sizeof typed, "9 %s 2022", names[month - 1]);
        snprintf(day, sizeof day, "2022-%02d-09", month % 100);
        wants(typed, day);
    }
}

static void test_day__what_is_no_day_is_refused(void **state)
{
    (void)state;
    refuses("");
    refuses("2024");
    refuses("31/02/2024");
    refuses("29/2/2023");
    refuses("0/1/2024");
    refuses("1/13/2024");
    refuses("12/31/2024");
    refuses("1/0/2024");
    refuses("1/1/24");
    refuses("1/1/02024");
    refuses("001/1/2024");
    refuses("2024-1-001");
    refuses("1//1/2024");
    refuses("1/1/2024 x");
    refuses("1/1");
    refuses("112024");
    refuses("1 Me 2024");
    refuses("1 Meis 2024");
    refuses("Mei 2024");
    refuses("1 Mei");
    refuses("1/\xC2\xA0"
            "5/2023");
    refuses("2024-12-2024");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_day__day_month_year),
        cmocka_unit_test(test_day__year_first),
        cmocka_unit_test(test_day__months_by_name),
        cmocka_unit_test(test_day__every_month_shortened_to_three_letters),
        cmocka_unit_test(test_day__what_is_no_day_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
