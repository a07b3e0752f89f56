/* Radars and pies: a spoke a point, a slice as large as its share. */
#include "html_round.h"

#include "support_chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

static const double some[3] = {1, 2, 5};
static const double others[3] = {3, 3, 3};

static void test_html_round__a_radar_has_its_series_and_names(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_RADAR, some, others);
    test.chart.value = (struct chart_axis){
        .has_least = true, .has_most = true, .has_step = true, .most = 5, .step = 1};
    test.chart.series[1].dashed = true;
    chart_draw(&test);
    assert_int_equal(html_count(&test.page, "Z\" stroke-linejoin"), 2); /* two closed outlines */
    assert_svg(&test, "stroke=\"#14365c\" fill=\"none\"");
    assert_svg(&test, "stroke=\"#c8963e\" fill=\"none\" stroke-dasharray=\"6 4\"");
    assert_svg(&test, ">A</tspan>");
    assert_svg(&test, ">5</tspan>");
    assert_svg(&test, "<title>Satu &amp; dua, C: 5</title>");
    chart_close(&test);
}

/* A point without a number opens the outline: nothing is drawn where nothing is known. */
static void test_html_round__a_radar_with_a_hole_is_open(void **state)
{
    const double gap[3] = {1, NAN, 3};
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_RADAR, gap, NULL);
    chart_draw(&test);
    assert_no_svg(&test, "Z\" stroke-linejoin");
    assert_no_svg(&test, "<title>Satu &amp; dua, B");
    chart_close(&test);
}

/* Where there is little room the radar is drawn smaller, so that the longest word beside it is whole. */
static void test_html_round__names_beside_a_radar_are_whole(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_RADAR, some, others);
    test.chart.width = 340;
    page_text(&test.page, 2, 0, "Layanan Administrasi\nPemerintahan", NULL);
    page_text(&test.page, 3, 0, "Penyelenggara", NULL);
    chart_draw(&test);
    assert_svg(&test, ">Administrasi</tspan>");
    assert_svg(&test, ">Pemerintahan</tspan>");
    assert_svg(&test, ">Penyelenggara</tspan>");
    chart_close(&test);
}

/* A word that no room would do is broken, and the radar stays a radar. */
static void test_html_round__a_word_without_end_is_broken(void **state)
{
    char word[400];
    (void)state;
    struct chart_test test;
    memset(word, 'M', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    chart_open(&test, CHART_RADAR, some, others);
    page_text(&test.page, 2, 0, word, NULL);
    chart_draw(&test);
    assert_svg(&test, "M…</tspan></text>");
    assert_svg(&test, "<title>Satu &amp; dua, C: 5</title>");
    chart_close(&test);
}

static void test_html_round__a_filled_radar_is_filled(void **state)
{
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_RADAR_FILLED, some, NULL);
    test.chart.series[0].transparency = 60;
    chart_draw(&test);
    assert_svg(&test, "fill=\"#14365c\" fill-opacity=\"0.4\"");
    chart_close(&test);
}

/* A half, a quarter, a quarter: the arcs end below, at the left, and where they began. */
static void test_html_round__slices_are_shares(void **state)
{
    const double shares[3] = {2, 1, 1};
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_PIE, shares, NULL);
    test.chart.legend = "none";
    test.chart.width = 216;
    test.chart.height = 216;
    chart_draw(&test);
    /* the centre is 108, 108, the radius 96 */
    assert_svg(&test, "<path d=\"M108 12A96 96 0 0 1 108 204L108 108Z\"");
    assert_svg(&test, "<path d=\"M108 204A96 96 0 0 1 12 108L108 108Z\"");
    assert_svg(&test, "<path d=\"M12 108A96 96 0 0 1 108 12L108 108Z\"");
    chart_close(&test);
}

/* One slice that is all is a circle; an arc cannot end where it begins. */
static void test_html_round__a_whole_is_drawn(void **state)
{
    const double whole[3] = {0, 4, -1};
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_PIE, whole, NULL);
    chart_draw(&test);
    assert_int_equal(html_count(&test.page, "stroke=\"#ffffff\" stroke-width=\"1.5\""), 1);
    assert_svg(&test, "A");
    assert_svg(&test, "<title>Satu &amp; dua, B: 4</title>");
    chart_close(&test);
}

static void test_html_round__a_doughnut_has_a_hole_and_rings(void **state)
{
    const double shares[3] = {2, 1, 1};
    (void)state;
    struct chart_test test;
    chart_open(&test, CHART_DOUGHNUT, shares, others);
    test.chart.legend = "none";
    test.chart.width = 216;
    test.chart.height = 216;
    chart_draw(&test);
    assert_svg(&test, "A72 72 0 0 1"); /* the first ring ends at 72, the second at 96 */
    assert_svg(&test, "A48 48 0 0 0");
    assert_svg(&test, "A96 96 0 0 1");
    assert_int_equal(html_count(&test.page, "stroke=\"#ffffff\" stroke-width=\"1.5\""), 6);
    chart_close(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_round__a_radar_has_its_series_and_names),
        cmocka_unit_test(test_html_round__a_radar_with_a_hole_is_open),
        cmocka_unit_test(test_html_round__names_beside_a_radar_are_whole),
        cmocka_unit_test(test_html_round__a_word_without_end_is_broken),
        cmocka_unit_test(test_html_round__a_filled_radar_is_filled),
        cmocka_unit_test(test_html_round__slices_are_shares),
        cmocka_unit_test(test_html_round__a_whole_is_drawn),
        cmocka_unit_test(test_html_round__a_doughnut_has_a_hole_and_rings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
