/* A number on a page is the one that a spreadsheet program shows for the same cell. */
#include "html_number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

struct number_case {
    double number;
    const char *format, *id, *en;
};

static void check_one(const struct number_case *row, bool english)
{
    struct text out = TEXT_EMPTY;
    html_number_add(&out, row->number, row->format, english);
    const char *wanted = english ? row->en : row->id;
    if (strcmp(out.bytes, wanted) != 0) {
        fail_msg("%.17g as %s: %s instead of %s", row->number, row->format, out.bytes, wanted);
    }
    text_release(&out);
}

static void check(const struct number_case *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        check_one(&rows[i], false);
        check_one(&rows[i], true);
    }
}
#define CHECK(rows) check(rows, sizeof(rows) / sizeof *(rows))

static void test_html_number__decimals_are_rounded_half_up(void **state)
{
    static const struct number_case rows[] = {
        {2.9795, "0.00", "2,98", "2.98"},
        {2.975, "0.00", "2,98", "2.98"},
        {2.985, "0.00", "2,99", "2.99"},
        {1.005, "0.00", "1,01", "1.01"},
        {2.9749, "0.00", "2,97", "2.97"},
        {0.005, "0.00", "0,01", "0.01"},
        {0.00499, "0.00", "0,00", "0.00"},
        {9.999, "0.00", "10,00", "10.00"},
        {99.995, "0.00", "100,00", "100.00"},
        {0, "0.00", "0,00", "0.00"},
        {5, "0.00", "5,00", "5.00"},
        {7.0 / 6, "0.0000", "1,1667", "1.1667"},
        {2.5, "0", "3", "3"},
        {0.5, "0", "1", "1"},
        {0.4999, "0", "0", "0"},
        {12.34, "0.###", "12,34", "12.34"},
        {12, "0.##", "12", "12"},
        {12.3, "0.0#", "12,3", "12.3"},
        {7, "00", "07", "07"},
        {123, "00", "123", "123"},
    };
    (void)state;
    CHECK(rows);
}

/* What a number is in binary must not show: 1.1 × 3 is 3.3000000000000003. */
static void test_html_number__without_a_format_it_is_as_typed(void **state)
{
    static const struct number_case rows[] = {
        {3, "", "3", "3"},
        {1.1 * 3, "", "3,3", "3.3"},
        {2.9795, "", "2,9795", "2.9795"},
        {-0.25, "", "-0,25", "-0.25"},
        {1234567, "", "1234567", "1234567"},
        {0.1 + 0.2, "@", "0,3", "0.3"},
        {0, "", "0", "0"},
        {1e20, "", "1e+20", "1e+20"},
        {-1e20, "0.00", "-1e+20", "-1e+20"},
        {1e-20, "", "1e-20", "1e-20"},
    };
    (void)state;
    CHECK(rows);
}

static void test_html_number__sections_say_the_sign(void **state)
{
    static const struct number_case rows[] = {
        {-1.5, "0.00", "-1,50", "-1.50"},
        {0.04, "+0.00;-0.00;0.00", "+0,04", "+0.04"},
        {-0.67, "+0.00;-0.00;0.00", "-0,67", "-0.67"},
        {0, "+0.00;-0.00;0.00", "0,00", "0.00"},
        {-2, "0;(0)", "(2)", "(2)"},
        {0, "0;(0)", "0", "0"},
        {1, "\"●\";;\"○\"", "●", "●"},
        {0, "\"●\";;\"○\"", "○", "○"},
        {-1, "\"●\";;\"○\"", "", ""},
        {-0.001, "0.00", "0,00", "0.00"}, /* what rounds to nothing has no sign */
        {3, "0;-0;0;@", "3", "3"},
        {1, "\"a;b\" 0", "a;b 1", "a;b 1"},
    };
    (void)state;
    CHECK(rows);
}

static void test_html_number__words_stand_around_it(void **state)
{
    static const struct number_case rows[] = {
        {47, "0\" dari 47\"", "47 dari 47", "47 dari 47"},
        {3, "\"tingkat \"0", "tingkat 3", "tingkat 3"},
        {2.5, "(0.0)", "(2,5)", "(2.5)"},
        {2, "0_)", "2 ", "2 "},
        {1, "\"0\"", "0", "0"}, /* a digit in quotes is a word */
    };
    (void)state;
    CHECK(rows);
}

static void test_html_number__percent_and_thousands(void **state)
{
    static const struct number_case rows[] = {
        {0.125, "0%", "13%", "13%"},
        {0.125, "0.0%", "12,5%", "12.5%"},
        {1, "0%", "100%", "100%"},
        {0, "0%", "0%", "0%"},
        {1234567.5, "#,##0", "1.234.568", "1,234,568"},
        {1234567.891, "#,##0.00", "1.234.567,89", "1,234,567.89"},
        {999, "#,##0", "999", "999"},
        {0, "#,##0", "0", "0"},
        {-1000, "#,##0", "-1.000", "-1,000"},
        {0, "#", "", ""},
    };
    (void)state;
    CHECK(rows);
}

/* Days count from 30 December 1899; 1 March 2024 is 45352. */
static void test_html_number__days_are_dates(void **state)
{
    static const struct number_case rows[] = {
        {45352, "dd/mm/yyyy", "01/03/2024", "01/03/2024"},
        {45351, "dd/mm/yyyy", "29/02/2024", "29/02/2024"},
        {44926, "d mmmm yyyy", "31 Desember 2022", "31 December 2022"},
        {45658, "d mmm yy", "1 Jan 25", "1 Jan 25"},
        {45513, "d mmmm yyyy", "9 Agustus 2024", "9 August 2024"},
        {61, "yyyy-mm-dd", "1900-03-01", "1900-03-01"},
        {36525, "d/m/yyyy", "31/12/1999", "31/12/1999"},
        {45352.5, "dd/mm/yyyy", "01/03/2024", "01/03/2024"},
        {45352.5, "d/m/yyyy h", "1/3/2024 12", "1/3/2024 12"},
    };
    (void)state;
    CHECK(rows);
}

/* Every thousandth from 0 to 5, against whole numbers: no index is shown a hundredth off. */
static void test_html_number__all_thousandths_round_as_whole_numbers_do(void **state)
{
    (void)state;
    for (int thousandths = 0; thousandths <= 5000; thousandths++) {
        struct text out = TEXT_EMPTY;
        char wanted[32];
        int hundredths = (thousandths + 5) / 10;
        snprintf(wanted, sizeof wanted, "%d,%02d", hundredths / 100, hundredths % 100);
        html_number_add(&out, thousandths / 1000.0, "0.00", false);
        assert_string_equal(out.bytes, wanted);
        text_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_number__decimals_are_rounded_half_up),
        cmocka_unit_test(test_html_number__without_a_format_it_is_as_typed),
        cmocka_unit_test(test_html_number__sections_say_the_sign),
        cmocka_unit_test(test_html_number__words_stand_around_it),
        cmocka_unit_test(test_html_number__percent_and_thousands),
        cmocka_unit_test(test_html_number__days_are_dates),
        cmocka_unit_test(test_html_number__all_thousandths_round_as_whole_numbers_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
