/* Charts as SVG: what they say to those who see them, and to those who do not. */
#include "html_chart.h"

#include "support_chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

static const double some[3] = {1, 2.5, 4};
static const double others[3] = {3, 3, 3};

/* Every kind that a template can ask for is drawn, well-formed, with its words. */
static void test_html_chart__every_kind_is_drawn(void **state)
{
    (void)state;
#define CHART_KIND_ROW(name, word) name,
    static const enum chart_kind kinds[] = {CHART_KINDS(CHART_KIND_ROW)};
#undef CHART_KIND_ROW
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct chart_test test;
        chart_open(&test, kinds[i], some, others);
        test.chart.title = "Judul";
        test.chart.series[0].labels = true;
        chart_draw(&test);
        assert_svg(&test, "<svg viewBox=\"0 0 400 300\" width=\"400\" height=\"300\" role=\"img\" "
                          "aria-label=\"Uraian &lt;gambar&gt;\">");
        assert_svg(&test, "<desc>Uraian &lt;gambar&gt;</desc>");
        assert_svg(&test, ">Judul</tspan>");
        assert_no_svg(&test, "nan");
        assert_no_svg(&test, "inf");
        chart_close(&test);
    }
}

/* The numbers stand beside the picture, as their cells show them. */
static void test_html_chart__the_numbers_are_in_a_table(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_RADAR, some, others);
    chart_draw(&test);
    assert_svg(&test, "<summary>Angkanya</summary>");
    assert_svg(&test, "<th scope=\"col\">Satu &amp; dua</th><th scope=\"col\">Target</th>");
    assert_svg(&test, "<th scope=\"row\">B</th><td>2,5</td><td>3</td>");
    chart_close(&test);
}

/* Each mark tells a pointer what it is. */
static void test_html_chart__marks_tell_their_value(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, some, others);
    chart_draw(&test);
    assert_svg(&test, "<title>Satu &amp; dua, B: 2,5</title>");
    assert_svg(&test, "<title>Target, C: 3</title>");
    chart_close(&test);
}

static void test_html_chart__legends_stand_where_they_are_told(void **state)
{
    static const char *const places[] = {"top", "bottom", "left", "right"};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        struct chart_test test;
        chart_open(&test, CHART_COLUMN, some, others);
        test.chart.legend = places[i];
        chart_draw(&test);
        assert_svg(&test, ">Target</tspan>");
        chart_close(&test);
    }
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, some, others);
    test.chart.legend = "none";
    chart_draw(&test);
    assert_no_svg(&test, ">Target</tspan>");
    chart_close(&test);
}

/* Colour is not all that tells series apart: dashes and shapes of marks do, in the legend too. */
static void test_html_chart__series_differ_by_more_than_colour(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_LINE, some, others);
    test.chart.series[0].marker = true;
    test.chart.series[1].marker = true;
    test.chart.series[1].dashed = true;
    chart_draw(&test);
    assert_int_equal(html_count(&test.page, "<circle "), 4); /* three points and the legend */
    assert_int_equal(html_count(&test.page, "stroke-dasharray=\"6 4\""), 2);
    assert_true(html_count(&test.page, "width=\"8\" height=\"8\"") == 4); /* squares */
    chart_close(&test);
}

/* What only takes room is neither drawn nor named. */
static void test_html_chart__what_is_invisible_is_not_told(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN_STACKED, some, others);
    test.chart.series[0].invisible = true;
    chart_draw(&test);
    assert_no_svg(&test, "<title>Satu &amp;");
    assert_no_svg(&test, "<th scope=\"col\">Satu");
    assert_svg(&test, "<title>Target, A: 3</title>");
    chart_close(&test);
}

/* A pie names its slices, not its series. */
static void test_html_chart__a_pie_names_its_points(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_PIE, some, NULL);
    test.chart.series[0].points[0] = 0x0B6B4A;
    test.chart.series[0].point_count = 1;
    chart_draw(&test);
    assert_svg(&test, ">A</tspan>");
    assert_svg(&test, ">C</tspan>");
    assert_int_equal(html_count(&test.page, "fill=\"#0b6b4a\""), 2); /* the slice and its entry */
    chart_close(&test);
}

/* A reference to nothing draws an empty chart, never somebody else's numbers. */
static void test_html_chart__without_numbers_it_is_empty(void **state)
{
    (void)state;
#define CHART_KIND_ROW(name, word) name,
    static const enum chart_kind kinds[] = {CHART_KINDS(CHART_KIND_ROW)};
#undef CHART_KIND_ROW
    const double none[3] = {NAN, NAN, NAN};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct chart_test test;
        chart_open(&test, kinds[i], none, none);
        chart_draw(&test);
        assert_svg(&test, "<svg ");
        assert_no_svg(&test, "nan");
        assert_no_svg(&test, "<title>Target");
        chart_close(&test);
    }
}

/* Letters that are shrunk with a chart cannot be read: a wide one is drawn for narrow screens as well, its
 * many columns as bars; the numbers stand below both once. */
static void test_html_chart__a_wide_one_is_drawn_for_narrow_screens_too(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, some, others);
    chart_draw(&test);
    assert_int_equal(html_count(&test.page, "<svg "), 1);
    chart_close(&test);
    chart_open(&test, CHART_COLUMN, some, others);
    test.chart.width = 700;
    chart_draw(&test);
    assert_svg(&test, "<div class=\"wide\"><svg viewBox=\"0 0 700 300\"");
    assert_svg(&test, "<div class=\"slim\"><svg viewBox=\"0 0 340 300\"");
    assert_int_equal(html_count(&test.page, "<details>"), 1);
    chart_close(&test);
}

/* Eight columns would have no room for their names: they become bars, from the top. */
static void test_html_chart__many_columns_become_bars(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_COLUMN, some, others);
    test.chart.width = 700;
    test.chart.height = 200;
    test.chart.series[0].values = "=Satu!$B$2:$B$9";
    chart_draw(&test);
    assert_svg(&test, "<div class=\"slim\"><svg viewBox=\"0 0 340 340\""); /* (8 + 2) × 34 */
    chart_close(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_chart__every_kind_is_drawn),
        cmocka_unit_test(test_html_chart__the_numbers_are_in_a_table),
        cmocka_unit_test(test_html_chart__marks_tell_their_value),
        cmocka_unit_test(test_html_chart__legends_stand_where_they_are_told),
        cmocka_unit_test(test_html_chart__series_differ_by_more_than_colour),
        cmocka_unit_test(test_html_chart__what_is_invisible_is_not_told),
        cmocka_unit_test(test_html_chart__a_pie_names_its_points),
        cmocka_unit_test(test_html_chart__without_numbers_it_is_empty),
        cmocka_unit_test(test_html_chart__a_wide_one_is_drawn_for_narrow_screens_too),
        cmocka_unit_test(test_html_chart__many_columns_become_bars),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
