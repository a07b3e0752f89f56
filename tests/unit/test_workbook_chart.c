#include "workbook_chart.h"

#include "limit.h"
#include "support_book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

static const char chart_part[] = "xl/charts/chart1.xml";

/* A chart of one series with everything in its range. */
static struct chart sample(enum chart_kind kind)
{
    struct chart chart = {.kind = kind,
                          .description = "Radar",
                          .legend = "bottom",
                          .width = 400,
                          .height = 300,
                          .gap = 60,
                          .hole = 60,
                          .series_count = 1};
    chart.series[0] = (struct chart_series){.name = "Nilai",
                                            .categories = "=Satu!$A$1:$A$3",
                                            .values = "=Satu!$B$1:$B$3",
                                            .color = 0x14365C,
                                            .label_color = -1,
                                            .labels = true};
    return chart;
}

static bool draw(struct book *book, const struct chart *chart)
{
    return workbook_chart(book->workbook, book_cell(4, 0), chart, &book->err);
}

static void test_workbook_chart__every_kind_can_be_drawn(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    for (int kind = CHART_AREA; kind <= CHART_SCATTER; kind++) {
        struct chart chart = sample((enum chart_kind)kind);
        if (kind != CHART_PIE && kind != CHART_DOUGHNUT) {
            chart.value = (struct chart_axis){.has_least = true,
                                              .has_most = true,
                                              .has_step = true,
                                              .most = 5,
                                              .step = 1,
                                              .gridlines = true,
                                              .format = "0.0"};
        }
        chart.series[0].marker = true;
        assert_done(&book, draw(&book, &chart));
    }
    book_finish(&book);
    assert_part(&book, chart_part, "areaChart");
    assert_part(&book, "xl/charts/chart9.xml", "radarChart");
    assert_part(&book, "xl/charts/chart2.xml", "<c:max val=\"5\"/>");
    assert_part(&book, "xl/drawings/drawing1.xml", "descr=\"Radar\"");
    book_close(&book);
}

static void test_workbook_chart__references_are_checked(void **state)
{
    (void)state;
    struct book book;
    struct chart chart = sample(CHART_LINE);
    int64_t at = 0;
    book_open(&book);
    chart.series[0].values = "=SUM(A1)";
    assert_failed(&book, draw(&book, &chart), "GATE_REFERENCE");
    chart.series[0].values = NULL;
    assert_failed(&book, draw(&book, &chart), "WORKBOOK_RANGE");
    chart.series[0].values = "=Dua!$B$1:$B$3";
    assert_done(&book, draw(&book, &chart));
    assert_failed(&book, workbook_finish(book.workbook, &at, &book.err), "WORKBOOK_MENTION");
    book_close(&book);
}

static void check_refused(struct chart chart, const char *id)
{
    struct book book;
    book_open(&book);
    assert_failed(&book, draw(&book, &chart), id);
    book_close(&book);
}

static void test_workbook_chart__values_have_a_range(void **state)
{
    (void)state;
    struct chart chart = sample(CHART_BAR);
    chart.width = 4001;
    check_refused(chart, "WORKBOOK_RANGE");
    chart = sample(CHART_BAR);
    chart.gap = 501;
    check_refused(chart, "WORKBOOK_RANGE");
    chart = sample(CHART_BAR);
    chart.legend = "atas";
    check_refused(chart, "WORKBOOK_RANGE");
    chart = sample(CHART_BAR);
    chart.series_count = 0;
    check_refused(chart, "WORKBOOK_RANGE");
    chart = sample(CHART_BAR);
    chart.value.least = NAN;
    check_refused(chart, "GATE_NUMBER");
    chart = sample(CHART_BAR);
    chart.category.has_most = true; /* names have no numbers */
    check_refused(chart, "WORKBOOK_RANGE");
    chart = sample(CHART_BAR);
    chart.title = "=Satu!A1"; /* the library would read it as a reference */
    check_refused(chart, "WORKBOOK_RANGE");
    chart = sample(CHART_BAR);
    chart.series[0].label_format = "[Red]0";
    check_refused(chart, "GATE_FORMAT");
}

static void test_workbook_chart__charts_have_a_bound(void **state)
{
    (void)state;
    struct book book;
    struct chart chart = sample(CHART_COLUMN);
    book_open(&book);
    for (int i = 0; i < LIMIT_WORKBOOK_CHARTS; i++) {
        assert_done(&book, draw(&book, &chart));
    }
    assert_failed(&book, draw(&book, &chart), "WORKBOOK_MANY");
    book_close(&book);
}

/* ---- pictures ---- */

/* A PNG of one white pixel. */
static const unsigned char pixel_bytes[] = {
    0x89, 'P',  'N',  'G',  0x0D, 0x0A, 0x1A, 0x0A, 0,    0,    0,    13,   'I',  'H',
    'D',  'R',  0,    0,    0,    1,    0,    0,    0,    1,    8,    2,    0,    0,
    0,    0x90, 0x77, 0x53, 0xDE, 0,    0,    0,    12,   'I',  'D',  'A',  'T',  0x78,
    0x9C, 0x63, 0xF8, 0xFF, 0xFF, 0x3F, 0x00, 0x05, 0xFE, 0x02, 0xFE, 0x0D, 0xEF, 0x46,
    0xB8, 0,    0,    0,    0,    'I',  'E',  'N',  'D',  0xAE, 0x42, 0x60, 0x82};
static const char *const pixel = (const char *)pixel_bytes;
enum { PIXEL_BYTES = sizeof pixel_bytes };

static bool picture(struct book *book, const char *bytes, size_t length, double scale)
{
    return workbook_image(book->workbook, book_cell(0, 0), bytes, length, scale, "Lambang",
                          &book->err);
}

static void test_workbook_chart__a_picture_is_a_whole_png(void **state)
{
    (void)state;
    struct book book;
    char copy[PIXEL_BYTES];
    book_open(&book);
    assert_done(&book, picture(&book, pixel, PIXEL_BYTES, 1));
    for (size_t length = 0; length < PIXEL_BYTES - 12; length++) {
        assert_failed(&book, picture(&book, pixel, length, 1), "IMAGE_KIND");
        if (length % 16 == 15) { /* refused pictures count too, and have a bound */
            book_close(&book);
            book_open(&book);
        }
    }
    memcpy(copy, pixel, PIXEL_BYTES);
    copy[19] = 0; /* no width */
    assert_failed(&book, picture(&book, copy, PIXEL_BYTES, 1), "IMAGE_KIND");
    copy[19] = 1;
    copy[16] = 0x7F; /* two thousand million pixels wide */
    assert_failed(&book, picture(&book, copy, PIXEL_BYTES, 1), "IMAGE_KIND");
    assert_failed(&book, picture(&book, pixel, PIXEL_BYTES, 0), "WORKBOOK_RANGE");
    assert_failed(&book, picture(&book, "GIF89a..................................", 40, 1),
                  "IMAGE_KIND");
    book_close(&book);
}

static void test_workbook_chart__a_picture_is_in_the_file(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, picture(&book, pixel, PIXEL_BYTES, 2));
    book_finish(&book);
    assert_part(&book, "xl/drawings/drawing1.xml", "descr=\"Lambang\"");
    book_close(&book);
}

static void test_workbook_chart__pictures_have_a_bound(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    for (int i = 0; i < LIMIT_WORKBOOK_IMAGES; i++) {
        assert_done(&book, picture(&book, pixel, PIXEL_BYTES, 1));
    }
    assert_failed(&book, picture(&book, pixel, PIXEL_BYTES, 1), "WORKBOOK_MANY");
    book_close(&book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_workbook_chart__every_kind_can_be_drawn),
        cmocka_unit_test(test_workbook_chart__references_are_checked),
        cmocka_unit_test(test_workbook_chart__values_have_a_range),
        cmocka_unit_test(test_workbook_chart__charts_have_a_bound),
        cmocka_unit_test(test_workbook_chart__a_picture_is_a_whole_png),
        cmocka_unit_test(test_workbook_chart__a_picture_is_in_the_file),
        cmocka_unit_test(test_workbook_chart__pictures_have_a_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
