/* The pieces of charts: scales with round numbers, labels that fit. */
#include "html_svg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

static void check_scale(const struct chart_axis *axis, double low, double high, bool zero,
                        const double wanted[3])
{
    struct svg_scale scale = svg_scale_for(axis, low, high, zero);
    if (fabs(scale.low - wanted[0]) > 1e-9 || fabs(scale.high - wanted[1]) > 1e-9 ||
        fabs(scale.step - wanted[2]) > 1e-9) {
        fail_msg("%g to %g: %g to %g by %g", low, high, scale.low, scale.high, scale.step);
    }
}

static void test_html_svg__scales_have_round_numbers(void **state)
{
    static const struct {
        double low, high;
        bool zero;
        double wanted[3];
    } cases[] = {
        {0, 5, true, {0, 5, 1}},           {1.2, 4.4, true, {0, 5, 1}},
        {0, 2.15, true, {0, 2.5, 0.5}},    {0, 97, true, {0, 100, 20}},
        {0, 0, true, {0, 1, 0.2}},         {-1.6, 0.5, true, {-2, 0.5, 0.5}},
        {-3, -1, true, {-3, 0, 1}},        {2021, 2024, false, {2021, 2024, 1}},
        {0, 0.034, true, {0, 0.04, 0.01}}, {7, 7, false, {7, 8, 0.2}},
    };
    const struct chart_axis axis = {.hidden = false};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_scale(&axis, cases[i].low, cases[i].high, cases[i].zero, cases[i].wanted);
    }
}

static void test_html_svg__an_axis_can_say_its_scale(void **state)
{
    (void)state;
    struct chart_axis axis = {
        .has_least = true, .has_most = true, .has_step = true, .least = 1, .most = 5, .step = 1};
    check_scale(&axis, 2, 3, true, (const double[]){1, 5, 1});
    axis.step = 0.00001; /* too many marks to be drawn */
    check_scale(&axis, 2, 3, true, (const double[]){1, 5, 1});
    axis.step = -1;
    check_scale(&axis, 2, 3, true, (const double[]){1, 5, 1});
    axis.most = 0; /* the wrong way round */
    struct svg_scale scale = svg_scale_for(&axis, 2, 3, true);
    assert_true(scale.high > scale.low && scale.step > 0);
    assert_true(svg_scale_marks(&scale) <= 40);
}

static void test_html_svg__values_have_their_place(void **state)
{
    const struct svg_scale scale = {1, 5, 1};
    (void)state;
    assert_true(fabs(svg_scale_at(&scale, 1)) < 1e-9);
    assert_true(fabs(svg_scale_at(&scale, 2) - 0.25) < 1e-9);
    assert_true(fabs(svg_scale_at(&scale, 5) - 1) < 1e-9);
    assert_true(svg_scale_at(&scale, 9) <= 1); /* never outside of the chart */
    assert_true(svg_scale_at(&scale, -9) >= 0);
    assert_int_equal(svg_scale_marks(&scale), 5);
}

static void test_html_svg__marks_are_written_in_the_readers_way(void **state)
{
    const struct svg_scale scale = {-0.5, 2, 0.5};
    const struct chart_axis plain = {.hidden = false};
    const struct chart_axis two = {.format = "0.00"};
    (void)state;
    struct text text = TEXT_EMPTY;
    svg_scale_text(&text, &scale, &plain, 0, false);
    text_add_byte(&text, '|');
    svg_scale_text(&text, &scale, &plain, 1, false); /* 0, not 5e-17 */
    text_add_byte(&text, '|');
    svg_scale_text(&text, &scale, &two, 4, false);
    text_add_byte(&text, '|');
    svg_scale_text(&text, &scale, &two, 4, true);
    assert_string_equal(text.bytes, "-0,5|0|1,50|1.50");
    text_release(&text);
}

static void check_text(const char *text, double width, size_t lines, const char *wanted)
{
    struct text out = TEXT_EMPTY;
    const struct svg_label label = {.size = 12, .width = width, .lines = lines, .color = SVG_INK};
    svg_text(&out, text, &label);
    if (strstr(out.bytes, wanted) == NULL) {
        fail_msg("there is no %s in %s", wanted, out.bytes);
    }
    text_release(&out);
}

static void test_html_svg__labels_are_broken_at_words(void **state)
{
    (void)state;
    check_text("Tata Kelola", 200, 2, ">Tata Kelola</tspan></text>");
    check_text("Tata Kelola", 40, 2, ">Tata</tspan>");
    check_text("Tata Kelola", 40, 2, ">Kelola</tspan></text>");
    check_text("Tata Kelola SPBE", 40, 2, ">Kelo…</tspan></text>"); /* the mark has its room */
    check_text("Tata\nKelola", 40, 2, ">Kelola</tspan></text>");    /* a line break is a space */
    check_text("Administrasi Pemerintahan", 74, 2, ">Administrasi</tspan>");
    check_text("Penyelenggaraan", 40, 1, "…</tspan>"); /* a word that is too long is cut */
    check_text("<b> & \"x\"", 400, 1, ">&lt;b&gt; &amp; &quot;x&quot;</tspan>");
    check_text("ééééééééééééééé", 30, 1, "é…</tspan>"); /* between letters, not within one */
}

static void test_html_svg__lines_are_counted(void **state)
{
    (void)state;
    assert_int_equal(svg_lines("", 12, 100, 3), 0);
    assert_int_equal(svg_lines("Tata Kelola", 12, 200, 3), 1);
    assert_int_equal(svg_lines("Tata Kelola", 12, 40, 3), 2);
    assert_int_equal(svg_lines("a b c d e f", 12, 1, 3), 3);
    assert_int_equal(svg_lines("abc", 12, -5, 3), 3); /* no room at all ends too */
}

static void test_html_svg__shapes_take_numbers_in_order(void **state)
{
    (void)state;
    struct text out = TEXT_EMPTY;
    svg_shape(&out, "<path d=\"M@ @H@\"", 1.0, 2.5, -3.129);
    svg_color(&out, "fill", 0xC8963E);
    assert_string_equal(out.bytes, "<path d=\"M1 2.5H-3.13\" fill=\"#c8963e\"");
    text_release(&out);
}

/* Four shapes, then they begin again. */
static void test_html_svg__series_have_marks_of_their_own(void **state)
{
    (void)state;
    struct text marks[5];
    for (size_t i = 0; i < 5; i++) {
        marks[i] = (struct text)TEXT_EMPTY;
        svg_mark(&marks[i], i, 10, 10, 4, 0);
        for (size_t j = 0; j < i && i < 4; j++) {
            assert_string_not_equal(marks[i].bytes, marks[j].bytes);
        }
    }
    assert_string_equal(marks[4].bytes, marks[0].bytes);
    for (size_t i = 0; i < 5; i++) {
        text_release(&marks[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_svg__scales_have_round_numbers),
        cmocka_unit_test(test_html_svg__an_axis_can_say_its_scale),
        cmocka_unit_test(test_html_svg__values_have_their_place),
        cmocka_unit_test(test_html_svg__marks_are_written_in_the_readers_way),
        cmocka_unit_test(test_html_svg__labels_are_broken_at_words),
        cmocka_unit_test(test_html_svg__lines_are_counted),
        cmocka_unit_test(test_html_svg__shapes_take_numbers_in_order),
        cmocka_unit_test(test_html_svg__series_have_marks_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
