/* Bars, columns, lines: as long and as high as their numbers, and where these say. */
#include "html_axes.h"

#include "support_chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double some[3] = {1, 2, 4};
static const double others[3] = {3, 3, 3};

/* A bar as drawn. */
struct bar {
    double x, y, width, height;
};

/* The bar behind the nth <rect> with a tip. */
static struct bar bar_at(const struct chart_test *test, size_t n)
{
    struct bar bar = {0, 0, 0, 0};
    const char *at = test->page.html.bytes;
    for (size_t i = 0; (at = strstr(at, "<rect x=")) != NULL; at++) {
        const char *end = strchr(at, '>');
        if (strncmp(end, "><title>", 8) == 0 && i++ == n) {
            sscanf(at, "<rect x=\"%lf\" y=\"%lf\" width=\"%lf\" height=\"%lf\"", &bar.x, &bar.y,
                   &bar.width, &bar.height);
            return bar;
        }
    }
    fail_msg("there is no bar %zu", n);
    return bar;
}

static void assert_near(double one, double other)
{
    if (fabs(one - other) > 0.05) {
        fail_msg("%g instead of %g", one, other);
    }
}

static void test_html_axes__columns_are_as_high_as_their_numbers(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, some, NULL);
    chart_draw(&test);
    struct bar one = bar_at(&test, 0);
    struct bar two = bar_at(&test, 1);
    struct bar four = bar_at(&test, 2);
    assert_near(two.height, 2 * one.height);
    assert_near(four.height, 4 * one.height);
    assert_near(one.y + one.height, four.y + four.height); /* they stand on one line */
    assert_near(one.width, four.width);
    assert_true(one.x < two.x && two.x < four.x);
    chart_close(&test);
}

/* Bars run upwards like an axis of numbers; reversed, the first is on top, as in a list. */
static void test_html_axes__bars_are_as_long_as_their_numbers(void **state)
{
    (void)state;
    for (int reversed = 0; reversed < 2; reversed++) {
        struct chart_test test;
        chart_open(&test, CHART_BAR, some, NULL);
        test.chart.category.reverse = reversed == 1;
        chart_draw(&test);
        struct bar one = bar_at(&test, 0);
        struct bar four = bar_at(&test, 2);
        assert_near(four.width, 4 * one.width);
        assert_near(one.x, four.x);
        assert_true(reversed == 1 ? one.y < four.y : one.y > four.y);
        chart_close(&test);
    }
}

/* Two series stand beside each other; a gap of half a column is between two points. */
static void test_html_axes__series_stand_beside_each_other(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, some, others);
    chart_draw(&test);
    struct bar first = bar_at(&test, 0);
    struct bar second = bar_at(&test, 1);
    struct bar next = bar_at(&test, 2);
    assert_near(second.x, first.x + first.width);
    assert_near(next.x, second.x + 1.5 * first.width);
    chart_close(&test);
}

static void test_html_axes__columns_can_lie_over_each_other(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, some, others);
    test.chart.overlap = 100;
    chart_draw(&test);
    assert_near(bar_at(&test, 0).x, bar_at(&test, 1).x);
    chart_close(&test);
}

static void test_html_axes__stacks_stand_on_each_other(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN_STACKED, some, others);
    chart_draw(&test);
    struct bar low = bar_at(&test, 0);
    struct bar high = bar_at(&test, 1);
    assert_near(high.height, 3 * low.height);
    assert_near(high.y + high.height, low.y);
    assert_near(high.x, low.x);
    chart_close(&test);
}

/* The base of a waterfall is not drawn, and what is on it stands as high. */
static void test_html_axes__what_is_invisible_takes_its_room(void **state)
{
    (void)state;
    struct chart_test seen;
    struct chart_test hidden;
    chart_open(&seen, CHART_COLUMN_STACKED, some, others);
    chart_draw(&seen);
    chart_open(&hidden, CHART_COLUMN_STACKED, some, others);
    hidden.chart.series[0].invisible = true;
    chart_draw(&hidden);
    struct bar wanted = bar_at(&seen, 3); /* the second point, the second series */
    struct bar found = bar_at(&hidden, 1);
    assert_near(found.height, wanted.height);
    assert_near(found.y, wanted.y);
    chart_close(&seen);
    chart_close(&hidden);
}

/* The rise of a waterfall that is too thin for its number has it above, in ink; none is told of no rise, and a
 * thin part below another keeps quiet. */
static void test_html_axes__a_thin_part_is_told_above_the_stack(void **state)
{
    const double base[3] = {90, 90, 1};
    const double rise[3] = {1, 0, 90};
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN_STACKED, base, rise);
    test.chart.series[0].invisible = true;
    test.chart.series[1].labels = true;
    test.chart.series[1].label_color = 0xFFFFFF;
    test.chart.series[1].label_format = "0.0"; /* unlike the axis */
    chart_draw(&test);
    struct bar thin = bar_at(&test, 0);
    const char *label = strstr(test.page.html.bytes, "</rect>\n<text");
    double x = 0;
    double y = 0;
    assert_non_null(label);
    const char *place = strstr(label, "<tspan");
    assert_non_null(place);
    assert_int_equal(sscanf(place, "<tspan x=\"%lf\" y=\"%lf\">", &x, &y), 2);
    assert_near(x, thin.x + thin.width / 2);
    assert_true(y < thin.y);
    assert_true(strstr(label, "#1f2937") < place); /* not white on white */
    assert_no_svg(&test, ">0,0</tspan>");
    assert_svg(&test, ">90,0</tspan>");
    chart_close(&test);
    chart_open(&test, CHART_COLUMN_STACKED, rise, base);
    test.chart.series[0].labels = true;
    test.chart.series[0].label_format = "0.0";
    chart_draw(&test);
    assert_no_svg(&test, ">1,0</tspan>");
    chart_close(&test);
}

/* What is below zero hangs from the line of zero. */
static void test_html_axes__negative_numbers_hang_down(void **state)
{
    const double both[3] = {2, -1, 1};
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, both, NULL);
    test.chart.series[0].labels = true;
    chart_draw(&test);
    struct bar up = bar_at(&test, 0);
    struct bar down = bar_at(&test, 1);
    assert_near(down.y, up.y + up.height);
    assert_near(up.height, 2 * down.height);
    assert_svg(&test, ">-1</tspan>");
    chart_close(&test);
}

/* The number of a column of nothing stands above the line, not in the names below it. */
static void test_html_axes__a_zero_is_told_above_the_line(void **state)
{
    const double zero[3] = {0, 1, 2};
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, zero, NULL);
    test.chart.series[0].labels = true;
    chart_draw(&test);
    struct bar bar = bar_at(&test, 0);
    const char *label = strstr(test.page.html.bytes, "</rect>\n<text");
    double x = 0;
    double y = 0;
    assert_non_null(label);
    assert_int_equal(sscanf(strstr(label, "<tspan"), "<tspan x=\"%lf\" y=\"%lf\">", &x, &y), 2);
    assert_true(y < bar.y);
    chart_close(&test);
}

/* A point without a number has no bar, and a line has a gap there. */
static void test_html_axes__missing_numbers_are_gaps(void **state)
{
    const double gap[3] = {1, NAN, 3};
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, gap, NULL);
    chart_draw(&test);
    assert_no_svg(&test, "<title>Satu &amp; dua, B");
    assert_svg(&test, "<title>Satu &amp; dua, C: 3</title>");
    chart_close(&test);
    chart_open(&test, CHART_LINE, gap, NULL);
    chart_draw(&test);
    const char *path = strstr(test.page.html.bytes, "fill=\"none\" stroke-linejoin");
    assert_non_null(path);
    const char *start = path;
    while (strncmp(start, "<path", 5) != 0) {
        start--;
    }
    size_t moves = 0;
    for (; start < path; start++) {
        moves += *start == 'M';
        assert_int_not_equal(*start, 'L');
    }
    assert_int_equal(moves, 2);
    chart_close(&test);
}

/* A number beyond the axis ends at its end, not outside of the chart. */
static void test_html_axes__nothing_leaves_the_chart(void **state)
{
    const double high[3] = {1, 2, 900};
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, high, NULL);
    test.chart.value.has_most = true;
    test.chart.value.most = 5;
    chart_draw(&test);
    struct bar bar = bar_at(&test, 2);
    assert_true(bar.y >= 0 && bar.y + bar.height <= 300);
    chart_close(&test);
}

static void test_html_axes__axes_have_numbers_and_names(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, some, NULL);
    test.chart.value.format = "0.0";
    chart_draw(&test);
    assert_svg(&test, ">4,0</tspan>");
    assert_svg(&test, ">C</tspan>");
    assert_true(html_count(&test.page, "stroke=\"#d5dbe3\"/>") >= 5); /* the grid */
    chart_close(&test);
    chart_open(&test, CHART_COLUMN, some, NULL);
    test.chart.value = (struct chart_axis){.hidden = true};
    test.chart.category.hidden = true;
    chart_draw(&test);
    assert_no_svg(&test, ">C</tspan>");
    assert_no_svg(&test, "stroke=\"#d5dbe3\"/>");
    chart_close(&test);
}

/* The places of a scatter chart are the numbers of its categories. */
static void test_html_axes__scattered_points_stand_at_their_numbers(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_SCATTER, some, others);
    test.chart.series[0].categories = "=Satu!$C$2:$C$4";
    test.chart.series_count = 1;
    chart_draw(&test);
    assert_int_equal(html_count(&test.page, "<circle "), 4);
    assert_svg(&test, "<circle cx=\"");
    chart_close(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_axes__columns_are_as_high_as_their_numbers),
        cmocka_unit_test(test_html_axes__bars_are_as_long_as_their_numbers),
        cmocka_unit_test(test_html_axes__series_stand_beside_each_other),
        cmocka_unit_test(test_html_axes__columns_can_lie_over_each_other),
        cmocka_unit_test(test_html_axes__stacks_stand_on_each_other),
        cmocka_unit_test(test_html_axes__a_thin_part_is_told_above_the_stack),
        cmocka_unit_test(test_html_axes__what_is_invisible_takes_its_room),
        cmocka_unit_test(test_html_axes__negative_numbers_hang_down),
        cmocka_unit_test(test_html_axes__a_zero_is_told_above_the_line),
        cmocka_unit_test(test_html_axes__missing_numbers_are_gaps),
        cmocka_unit_test(test_html_axes__nothing_leaves_the_chart),
        cmocka_unit_test(test_html_axes__axes_have_numbers_and_names),
        cmocka_unit_test(test_html_axes__scattered_points_stand_at_their_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
