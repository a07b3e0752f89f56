/* Numbers that are days: told by the cell's format alone, and counted as spreadsheets count. */
#include "sheet_date.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Wants a number to be that day. */
static void is_day(double number, bool from_1904, const char *day)
{
    char text[11] = "";
    assert_true(sheet_date_text(number, from_1904, text));
    assert_string_equal(text, day);
}

static void test_sheet_date__days_are_counted_from_1900(void **state)
{
    (void)state;
    is_day(1, false, "1900-01-01");
    is_day(31, false, "1900-01-31");
    is_day(32, false, "1900-02-01");
    is_day(59, false, "1900-02-28");
    is_day(61, false, "1900-03-01");
    is_day(366, false, "1900-12-31");
    is_day(367, false, "1901-01-01");
    is_day(25569, false, "1970-01-01");
    is_day(45047, false, "2023-05-01");
    is_day(45291, false, "2023-12-31");
    is_day(45292, false, "2024-01-01");
}

static void test_sheet_date__the_day_that_never_was_is_no_day(void **state)
{
    (void)state;
    char text[11];
    assert_false(sheet_date_text(60, false, text));
    assert_false(sheet_date_text(60.5, false, text));
}

static void test_sheet_date__leap_years_have_their_day(void **state)
{
    (void)state;
    is_day(36584, false, "2000-02-28");
    is_day(36585, false, "2000-02-29");
    is_day(36586, false, "2000-03-01");
    is_day(45350, false, "2024-02-28");
    is_day(45351, false, "2024-02-29");
    is_day(45352, false, "2024-03-01");
    is_day(73109, false, "2100-02-28");
    is_day(73110, false, "2100-03-01"); /* a hundred that is no leap year */
}

static void test_sheet_date__other_books_count_from_1904(void **state)
{
    (void)state;
    is_day(0, true, "1904-01-01");
    is_day(1, true, "1904-01-02");
    is_day(59, true, "1904-02-29");
    is_day(60, true, "1904-03-01"); /* a real day there */
    is_day(45047 - 1462, true, "2023-05-01");
}

static void test_sheet_date__the_time_of_day_is_left_out(void **state)
{
    (void)state;
    is_day(45047.0001, false, "2023-05-01");
    is_day(45047.99999, false, "2023-05-01");
}

static void test_sheet_date__years_end_at_9999(void **state)
{
    (void)state;
    char text[11];
    is_day(2958465, false, "9999-12-31");
    assert_false(sheet_date_text(2958466, false, text));
    is_day(2958465 - 1462, true, "9999-12-31");
    assert_false(sheet_date_text(2958466 - 1462, true, text));
}

static void test_sheet_date__what_is_no_number_of_a_day_is_refused(void **state)
{
    (void)state;
    const double numbers[] = {0, 0.5, -1, -45047, 1e300, -1e300, INFINITY, -INFINITY, NAN};
    char text[11];
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        assert_false(sheet_date_text(numbers[i], false, text));
    }
    assert_false(sheet_date_text(-0.5, true, text));
    assert_false(sheet_date_text(NAN, true, text));
}

/* Every day follows the one before: no day is skipped or told twice over two hundred years. */
static void test_sheet_date__each_day_comes_after_the_last(void **state)
{
    (void)state;
    char before[11] = "1900-02-28", text[11];
    for (int day = 61; day < 73500; day++) {
        assert_true(sheet_date_text(day, false, text));
        int order = 0;
        for (size_t i = 0; order == 0 && i < 10; i++) {
            order = text[i] - before[i];
        }
        assert_true(order > 0);
        for (size_t i = 0; i < 11; i++) {
            before[i] = text[i];
        }
    }
}

static void test_sheet_date__formats_that_show_a_day(void **state)
{
    (void)state;
    const char *const days[] = {
        "dd/mm/yyyy", "yyyy-mm-dd",  "d mmmm yyyy",    "DD-MMM-YY", "[$-421]d mmmm yyyy",
        "yyyy",       "m/d/yy h:mm", "\"tanggal\" dd", "[Red]dd",   "_(dd_)",
        "dd;@"};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        assert_true(sheet_date_format(days[i]));
    }
}

static void test_sheet_date__formats_that_show_none(void **state)
{
    (void)state;
    const char *const others[] = {
        "",        "General",     "0.00", "#,##0",   "h:mm",   "[h]:mm:ss", "0\" hari d\"",
        "@",       "\\d0",        "0_d",  "0*y",     "[Red]0", "\"dd",      "[dd",
        "0.00;dd", "\"Rp\"#,##0", "0\\",  "[$-421]0"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        assert_false(sheet_date_format(others[i]));
    }
}

static void test_sheet_date__a_style_that_is_not_there_is_no_date(void **state)
{
    (void)state;
    unsigned char dates[] = {0, 1, 0};
    struct sheet_styles styles = {dates, 3, 3};
    assert_false(sheet_styles_is_date(&styles, 0));
    assert_true(sheet_styles_is_date(&styles, 1));
    assert_false(sheet_styles_is_date(&styles, 2));
    assert_false(sheet_styles_is_date(&styles, 3));
    assert_false(sheet_styles_is_date(&styles, SIZE_MAX));
    struct sheet_styles none = {.dates = NULL};
    assert_false(sheet_styles_is_date(&none, 0));
    sheet_styles_release(&none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sheet_date__days_are_counted_from_1900),
        cmocka_unit_test(test_sheet_date__the_day_that_never_was_is_no_day),
        cmocka_unit_test(test_sheet_date__leap_years_have_their_day),
        cmocka_unit_test(test_sheet_date__other_books_count_from_1904),
        cmocka_unit_test(test_sheet_date__the_time_of_day_is_left_out),
        cmocka_unit_test(test_sheet_date__years_end_at_9999),
        cmocka_unit_test(test_sheet_date__what_is_no_number_of_a_day_is_refused),
        cmocka_unit_test(test_sheet_date__each_day_comes_after_the_last),
        cmocka_unit_test(test_sheet_date__formats_that_show_a_day),
        cmocka_unit_test(test_sheet_date__formats_that_show_none),
        cmocka_unit_test(test_sheet_date__a_style_that_is_not_there_is_no_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
