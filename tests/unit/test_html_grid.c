/* How a sheet becomes a table: sizes, what is hidden, and where pictures and charts stand. */
#include "html_grid.h"

#include "support_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* A page and the grid of its first sheet. */
struct grid_test {
    struct page_test page;
    struct html_grid grid;
};

static void make(struct grid_test *test)
{
    html_book_ready(test->page.canvas.page);
    html_grid_make(html_book_at(test->page.canvas.page, 0), &test->grid);
}

static void finish(struct grid_test *test)
{
    html_grid_free(&test->grid);
    page_close(&test->page);
}

static void columns(struct grid_test *test, uint32_t first, uint32_t last, double width,
                    bool hidden)
{
    assert_true(canvas_columns(&test->page.canvas, 0, first, last, width, hidden, &test->page.err));
}

static void row(struct grid_test *test, uint32_t which, double height, bool hidden)
{
    assert_true(canvas_row(&test->page.canvas, 0, which, height, hidden, &test->page.err));
}

/* A small chart of the column A. */
static void chart(struct grid_test *test, uint32_t at_row, uint32_t at_column, uint32_t width,
                  uint32_t height)
{
    static struct chart chart = {.kind = CHART_COLUMN,
                                 .description = "Batang",
                                 .legend = "none",
                                 .hole = 50,
                                 .series_count = 1,
                                 .series = {{.values = "=Satu!$A$1:$A$3", .color = -1}}};
    chart.width = width;
    chart.height = height;
    assert_true(canvas_chart(&test->page.canvas, (struct cell){0, at_row, at_column}, &chart,
                             &test->page.err));
}

/* As spreadsheet programs have it: a character is 7 pixels, and 5 more; a point is 4/3 pixels. */
static void test_html_grid__widths_and_heights_are_those_of_spreadsheets(void **state)
{
    (void)state;
    struct grid_test test;
    page_open(&test.page);
    page_text(&test.page, 4, 5, "x", NULL);
    columns(&test, 0, 1, 10, false);
    columns(&test, 1, 1, 20, false); /* the last word counts */
    columns(&test, 3, 3, 10, true);
    row(&test, 1, 30, false);
    row(&test, 2, 12, true);
    row(&test, 1, 15, false);
    row(&test, 3, 0.1, false);
    make(&test);
    assert_int_equal(test.grid.columns, 6);
    assert_int_equal(test.grid.rows, 5);
    assert_int_equal(test.grid.widths[0], 75);
    assert_int_equal(test.grid.widths[1], 145);
    assert_int_equal(test.grid.widths[2], 64); /* nothing was said */
    assert_int_equal(test.grid.widths[3], 0);
    assert_int_equal(html_grid_height(&test.grid, 0), 20);
    assert_int_equal(html_grid_height(&test.grid, 1), 20);
    assert_int_equal(html_grid_height(&test.grid, 2), 0);
    assert_int_equal(html_grid_height(&test.grid, 3), 1);
    assert_int_equal(html_grid_width(&test.grid, 0, 3), 75 + 145 + 64);
    finish(&test);
}

static void test_html_grid__hidden_rows_and_columns_do_not_count(void **state)
{
    (void)state;
    struct grid_test test;
    page_open(&test.page);
    page_text(&test.page, 9, 9, "x", NULL);
    columns(&test, 2, 4, 9, true);
    columns(&test, 5, 5, 0, false); /* as narrow as can be */
    row(&test, 3, 9, true);
    make(&test);
    assert_int_equal(html_grid_seen_columns(&test.grid, 0, 9), 6);
    assert_int_equal(html_grid_seen_columns(&test.grid, 2, 4), 0);
    assert_int_equal(html_grid_seen_rows(&test.grid, 0, 9), 9);
    assert_int_equal(html_grid_seen_rows(&test.grid, 3, 3), 0);
    finish(&test);
}

static void test_html_grid__an_empty_sheet_has_no_rows(void **state)
{
    (void)state;
    struct grid_test test;
    page_open(&test.page);
    make(&test);
    assert_int_equal(test.grid.rows, 0);
    assert_int_equal(test.grid.columns, 0);
    assert_int_equal(test.grid.span_count, 0);
    finish(&test);
}

/* A chart takes the place of the empty cells that it covers. */
static void test_html_grid__a_chart_stands_in_the_cells_it_covers(void **state)
{
    (void)state;
    struct grid_test test;
    page_open(&test.page);
    page_number(&test.page, 0, 0, 1, NULL);
    page_text(&test.page, 30, 9, "x", NULL);
    chart(&test, 2, 1, 200, 100);
    make(&test);
    assert_int_equal(test.grid.span_count, 1);
    assert_int_equal(test.grid.loose_count, 0);
    const struct html_span *span = &test.grid.spans[0];
    assert_non_null(span->chart);
    assert_int_equal(span->row, 2);
    assert_int_equal(span->column, 1);
    assert_int_equal(span->last_column, 3); /* 3 × 64 and a sliver are 200 */
    assert_int_equal(span->last_row, 6);    /* 5 × 20 ≥ 100 */
    finish(&test);
}

/* A column that a chart covers by less than half does not count: two charts side by side stay there. */
static void test_html_grid__a_sliver_of_a_column_does_not_count(void **state)
{
    (void)state;
    struct grid_test test;
    page_open(&test.page);
    page_text(&test.page, 30, 9, "x", NULL);
    chart(&test, 2, 0, 3 * 64 + 20, 100);
    chart(&test, 2, 3, 3 * 64 + 40, 100);
    make(&test);
    assert_int_equal(test.grid.span_count, 2);
    assert_int_equal(test.grid.spans[0].last_column, 2);
    assert_int_equal(test.grid.spans[1].last_column, 6);
    finish(&test);
}

/* Over cells with something in them it would hide that: then it follows the table. */
static void test_html_grid__a_chart_never_hides_a_text(void **state)
{
    (void)state;
    struct grid_test test;
    page_open(&test.page);
    page_text(&test.page, 3, 2, "di bawah", NULL);
    page_text(&test.page, 30, 9, "x", NULL);
    chart(&test, 2, 1, 200, 100);
    make(&test);
    assert_int_equal(test.grid.span_count, 0);
    assert_int_equal(test.grid.loose_count, 1);
    finish(&test);
}

static void test_html_grid__two_charts_do_not_share_cells(void **state)
{
    (void)state;
    struct grid_test test;
    page_open(&test.page);
    page_text(&test.page, 30, 9, "x", NULL);
    chart(&test, 2, 1, 200, 100);
    chart(&test, 4, 3, 200, 100);
    make(&test);
    assert_int_equal(test.grid.span_count, 1);
    assert_int_equal(test.grid.loose_count, 1);
    finish(&test);
}

/* A sheet goes on as far as its charts do, so that what is printed is known. */
static void test_html_grid__a_chart_below_the_last_cell_has_its_room(void **state)
{
    (void)state;
    struct grid_test test;
    page_open(&test.page);
    page_text(&test.page, 0, 0, "x", NULL);
    row(&test, 4, 30, false);
    chart(&test, 2, 1, 200, 100);
    make(&test);
    assert_int_equal(test.grid.rows, 6); /* 20 + 20 + 40 + 20 = 100 */
    assert_int_equal(test.grid.columns, 4);
    assert_int_equal(test.grid.spans[0].last_row, 5);
    finish(&test);
}

static void test_html_grid__a_chart_in_hidden_columns_follows(void **state)
{
    (void)state;
    struct grid_test test;
    page_open(&test.page);
    page_text(&test.page, 2, 9, "x", NULL);
    columns(&test, 1, 16383, 9, true);
    chart(&test, 2, 1, 200, 100);
    make(&test);
    assert_int_equal(test.grid.loose_count, 1);
    finish(&test);
}

static void test_html_grid__merged_areas_are_in_order(void **state)
{
    (void)state;
    struct grid_test test;
    page_open(&test.page);
    page_merge(&test.page, (struct area){0, 5, 0, 6, 1}, "c", NULL);
    page_merge(&test.page, (struct area){0, 1, 3, 1, 4}, "b", NULL);
    page_merge(&test.page, (struct area){0, 1, 0, 2, 1}, "a", NULL);
    make(&test);
    assert_int_equal(test.grid.span_count, 3);
    assert_int_equal(test.grid.spans[0].column, 0);
    assert_int_equal(test.grid.spans[1].column, 3);
    assert_int_equal(test.grid.spans[2].row, 5);
    assert_int_equal(test.grid.rows, 7);
    finish(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_grid__widths_and_heights_are_those_of_spreadsheets),
        cmocka_unit_test(test_html_grid__hidden_rows_and_columns_do_not_count),
        cmocka_unit_test(test_html_grid__an_empty_sheet_has_no_rows),
        cmocka_unit_test(test_html_grid__a_chart_stands_in_the_cells_it_covers),
        cmocka_unit_test(test_html_grid__a_sliver_of_a_column_does_not_count),
        cmocka_unit_test(test_html_grid__a_chart_never_hides_a_text),
        cmocka_unit_test(test_html_grid__two_charts_do_not_share_cells),
        cmocka_unit_test(test_html_grid__a_chart_below_the_last_cell_has_its_room),
        cmocka_unit_test(test_html_grid__a_chart_in_hidden_columns_follows),
        cmocka_unit_test(test_html_grid__merged_areas_are_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
