#include "measure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static size_t lines(const char *text, double width)
{
    return measure_lines(text, strlen(text), width, 9, false);
}

static void test_measure__a_short_text_takes_one_line(void **state)
{
    (void)state;
    assert_int_equal(lines("", 10), 1);
    assert_int_equal(lines("Kota", 10), 1);
    assert_int_equal(lines("Kebijakan internal sudah ditetapkan secara sah.", 66), 1);
}

static void test_measure__line_breaks_begin_new_lines(void **state)
{
    (void)state;
    assert_int_equal(lines("a\nb", 50), 2);
    assert_int_equal(lines("a\n\nb\n", 50), 4);
}

/* Words go to the next line whole; one that is too long is broken. */
static void test_measure__long_texts_wrap_at_words(void **state)
{
    (void)state;
    assert_int_equal(lines("kata kata kata kata", 40), 1);
    assert_int_equal(lines("kata kata kata kata", 9), 2);
    assert_int_equal(lines("kata kata kata kata", 7), 4);
    assert_int_equal(lines("katakatakatakatakatakatakatakata", 9), 4);
    assert_int_equal(lines("x", 0), 1);
    assert_true(lines("xxxxxxxx", 0) >= 4);
}

static void test_measure__larger_and_heavier_letters_take_more(void **state)
{
    (void)state;
    static const char text[] = "Layanan Administrasi Pemerintahan";
    double normal = measure_width(text, sizeof text - 1, 10, false);
    assert_true(measure_width(text, sizeof text - 1, 20, false) > 1.99 * normal);
    assert_true(measure_width(text, sizeof text - 1, 10, true) > normal);
    assert_true(measure_width("iiii", 4, 10, false) < measure_width("WWWW", 4, 10, false));
}

/* Arial's digits are 0.556 of the size wide: 10 of them at 9 points are 66.7 pixels. */
static void test_measure__widths_are_those_of_the_font(void **state)
{
    (void)state;
    double width = measure_width("0123456789", 10, 9, false);
    assert_true(width > 66.6 && width < 66.8);
}

/* Letters with marks count once, whatever their bytes; bytes that are none do no harm. */
static void test_measure__letters_of_several_bytes_count_once(void **state)
{
    (void)state;
    assert_true(measure_width("é", 2, 10, false) < 1.2 * measure_width("e", 1, 10, false));
    assert_true(measure_width("漢", 3, 10, false) > measure_width("é", 2, 10, false));
    assert_true(measure_lines("\xE2\x80", 2, 10, 9, false) == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_measure__a_short_text_takes_one_line),
        cmocka_unit_test(test_measure__line_breaks_begin_new_lines),
        cmocka_unit_test(test_measure__long_texts_wrap_at_words),
        cmocka_unit_test(test_measure__larger_and_heavier_letters_take_more),
        cmocka_unit_test(test_measure__widths_are_those_of_the_font),
        cmocka_unit_test(test_measure__letters_of_several_bytes_count_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
