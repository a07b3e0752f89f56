/* How a sheet stands on a screen: what is laid out anew on a narrow one, and what stays in sight. */
#include "html_layout.h"

#include "support_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* A page, and the layout of its first sheet. */
struct layout_test {
    struct page_test page;
    struct html_grid grid;
    struct html_layout layout;
};

static void make(struct layout_test *test)
{
    html_book_ready(test->page.canvas.page);
    html_grid_make(html_book_at(test->page.canvas.page, 0), &test->grid);
    html_layout_make(test->page.canvas.page, &test->grid, &test->layout);
}

static void finish(struct layout_test *test)
{
    html_layout_free(&test->layout);
    html_grid_free(&test->grid);
    page_close(&test->page);
}

/* Writes a row: a letter for a text, a point for nothing. */
static void row(struct layout_test *test, uint32_t which, const char *cells)
{
    for (uint32_t c = 0; cells[c] != '\0'; c++) {
        if (cells[c] != '.') {
            page_text(&test->page, which, c, "x", NULL);
        }
    }
}

static void chart(struct layout_test *test, uint32_t which, uint32_t column)
{
    struct chart chart = {.kind = CHART_BAR,
                          .description = "x",
                          .width = 128, /* two columns */
                          .height = 60, /* three rows */
                          .legend = "none",
                          .gap = 50,
                          .hole = 50,
                          .series_count = 1};
    chart.series[0] =
        (struct chart_series){.values = "=Satu!$A$1:$A$2", .color = -1, .label_color = -1};
    assert_true(
        canvas_chart(&test->page.canvas, (struct cell){0, which, column}, &chart, &test->page.err));
}

static void freeze(struct layout_test *test, uint32_t rows, uint32_t columns)
{
    const struct view view = {.frozen = true, .row = rows, .column = columns, .tab = -1};
    assert_true(canvas_view(&test->page.canvas, 0, &view, &test->page.err));
}

/* Wants the bands that `wanted` names: rows, a "c" behind those of figures. */
static void check_bands(const struct layout_test *test, const char *wanted)
{
    struct text found = TEXT_EMPTY;
    for (size_t i = 0; i < test->layout.band_count; i++) {
        const struct html_band *band = &test->layout.bands[i];
        text_format(&found, "%u%s ", band->row, band->figures ? "c" : "");
    }
    assert_string_equal(found.length == 0 ? "" : found.bytes, wanted);
    text_release(&found);
}

/* Cards, a table of other columns, another one: each finds its own widths; headings go with what is below. */
static void test_html_layout__rows_of_the_same_columns_are_a_band(void **state)
{
    (void)state;
    struct layout_test test;
    page_open(&test.page);
    row(&test, 0, "a");
    row(&test, 1, "a.b.c");
    row(&test, 2, "a.b.c");
    row(&test, 4, "a");
    row(&test, 5, "ab..c");
    row(&test, 6, "a...c"); /* one cell is empty */
    row(&test, 7, "ab..c");
    row(&test, 8, "a..d");
    make(&test);
    assert_true(test.layout.board);
    check_bands(&test, "0 4 8 ");
    finish(&test);
}

/* Headings over two columns and their rows with four: one band; not where a heading of its own begins. */
static void test_html_layout__a_row_may_divide_the_columns_above(void **state)
{
    (void)state;
    struct layout_test test;
    page_open(&test.page);
    row(&test, 0, "a..b");
    row(&test, 1, "ab.cd");
    row(&test, 2, "a..b");
    make(&test);
    check_bands(&test, "0 ");
    finish(&test);

    page_open(&test.page);
    row(&test, 0, "a..b");
    row(&test, 1, "a");
    row(&test, 2, "ab.cd");
    make(&test);
    check_bands(&test, "0 1 ");
    finish(&test);
}

/* Charts side by side take the headings above them along; the next row is on its own. */
static void test_html_layout__figures_are_a_band_with_their_headings(void **state)
{
    (void)state;
    struct layout_test test;
    page_open(&test.page);
    row(&test, 0, "a.b.c");
    row(&test, 1, "a..b");
    chart(&test, 2, 0);
    chart(&test, 2, 3);
    row(&test, 5, "abcd");
    make(&test);
    assert_true(test.layout.board);
    check_bands(&test, "0 1c 5 ");
    const struct html_band *band = &test.layout.bands[1];
    assert_int_equal(band->groups, 2);
    assert_int_equal(html_band_group(band, 0), 0);
    assert_int_equal(html_band_group(band, 2), 0);
    assert_int_equal(html_band_group(band, 3), 1);
    assert_int_equal(html_band_group(band, 99), 1);
    finish(&test);
}

/* One chart needs no more than its place; a row of a table above two charts is no heading of theirs. */
static void test_html_layout__other_rows_are_no_headings_of_figures(void **state)
{
    (void)state;
    struct layout_test test;
    page_open(&test.page);
    row(&test, 0, "a");
    chart(&test, 1, 0);
    row(&test, 4, "ab.cd");
    chart(&test, 5, 0);
    chart(&test, 5, 3);
    make(&test);
    check_bands(&test, "0 1c 4 5c ");
    finish(&test);
}

/* A span that reaches over an edge holds the rows together. */
static void test_html_layout__a_band_is_never_cut_through_a_cell(void **state)
{
    (void)state;
    struct layout_test test;
    page_open(&test.page);
    page_merge(&test.page, (struct area){0, 0, 0, 2, 0}, "tinggi", NULL);
    page_text(&test.page, 0, 2, "x", NULL);
    page_text(&test.page, 1, 1, "x", NULL);
    page_text(&test.page, 1, 3, "x", NULL);
    row(&test, 3, "a...c");
    make(&test);
    check_bands(&test, "0 3 ");
    finish(&test);
}

/* Frozen columns make a wide table, and so do many cells in a row where there is no figure. */
static void test_html_layout__wide_tables_are_no_boards(void **state)
{
    (void)state;
    struct layout_test test;
    page_open(&test.page);
    row(&test, 0, "abcdefghi");
    make(&test);
    assert_false(test.layout.board);
    check_bands(&test, "");
    assert_int_equal(test.layout.frozen, 0);
    assert_int_equal(test.layout.marked, 3); /* a narrow screen keeps one of these */
    finish(&test);

    page_open(&test.page);
    row(&test, 0, "abcdefgh");
    make(&test);
    assert_true(test.layout.board);
    assert_int_equal(test.layout.marked, 0);
    finish(&test);

    page_open(&test.page);
    row(&test, 0, "abc");
    freeze(&test, 0, 1);
    make(&test);
    assert_false(test.layout.board);
    assert_int_equal(test.layout.frozen, 1);
    finish(&test);
}

/* The widest of the frozen columns names the row; it stays, and takes no more than its share. */
static void test_html_layout__a_narrow_screen_keeps_one_column(void **state)
{
    (void)state;
    struct layout_test test;
    page_open(&test.page);
    row(&test, 0, "abcd");
    freeze(&test, 0, 3);
    assert_true(canvas_columns(&test.page.canvas, 0, 0, 0, 5, false, &test.page.err));
    assert_true(canvas_columns(&test.page.canvas, 0, 1, 1, 40, false, &test.page.err));
    assert_true(canvas_columns(&test.page.canvas, 0, 2, 2, 90, true, &test.page.err));
    make(&test);
    assert_int_equal(test.layout.frozen, 3);
    assert_int_equal(test.layout.narrow, 1);
    assert_int_equal(html_layout_width(&test.grid, 1), 140);
    assert_int_equal(html_layout_width(&test.grid, 0), 40);
    finish(&test);
}

/* What stands above the head of a wide table is laid out anew all the same. */
static void test_html_layout__a_wide_table_may_have_bands_above_its_head(void **state)
{
    (void)state;
    struct layout_test test;
    struct page setup = {.repeat = true, .repeat_first = 2, .repeat_last = 2};
    page_open(&test.page);
    row(&test, 0, "a");
    row(&test, 1, "a..b");
    row(&test, 2, "abcd");
    row(&test, 3, "abcd");
    freeze(&test, 3, 2);
    assert_true(canvas_page(&test.page.canvas, 0, &setup, &test.page.err));
    make(&test);
    assert_false(test.layout.board);
    check_bands(&test, "0 ");
    finish(&test);
}

/* Rows that are frozen are the head where nothing else says what is; too many are not. */
static void test_html_layout__frozen_rows_are_the_head(void **state)
{
    (void)state;
    struct layout_test test;
    page_open(&test.page);
    row(&test, 0, "a");
    row(&test, 1, "abc");
    row(&test, 2, "abc");
    freeze(&test, 2, 0);
    make(&test);
    assert_int_equal(test.layout.head_first, 0);
    assert_int_equal(test.layout.head_last, 1);
    assert_true(test.layout.head_stays);
    assert_int_equal(test.layout.titles, 1); /* the first row holds one text */
    finish(&test);

    page_open(&test.page);
    row(&test, 0, "abc");
    row(&test, 20, "abc");
    freeze(&test, 13, 0);
    make(&test);
    assert_true(test.layout.head_first > test.layout.head_last);
    assert_false(test.layout.head_stays);
    finish(&test);
}

/* Seven cells in a row are many for a narrow screen: in a band, and in a table with a head. */
static void test_html_layout__many_cells_have_small_letters(void **state)
{
    (void)state;
    struct layout_test test;
    struct page setup = {.repeat = true, .repeat_first = 9, .repeat_last = 9};
    page_open(&test.page);
    row(&test, 0, "a");
    row(&test, 2, "b");
    row(&test, 3, "abcdefg");
    row(&test, 5, "b");
    row(&test, 6, "a.b.c.");
    row(&test, 9, "abcdefg");
    row(&test, 10, "abcdefg");
    assert_true(canvas_page(&test.page.canvas, 0, &setup, &test.page.err));
    make(&test);
    check_bands(&test, "0 2 5 ");
    assert_false(test.layout.bands[0].many);
    assert_true(test.layout.bands[1].many);
    assert_false(test.layout.bands[2].many);
    assert_true(test.layout.head_many);
    finish(&test);
}

/* What is printed on top of each page is the head, frozen or not; only what is frozen stays. */
static void test_html_layout__repeated_rows_come_first(void **state)
{
    (void)state;
    struct layout_test test;
    struct page setup = {.repeat = true, .repeat_first = 1, .repeat_last = 1};
    page_open(&test.page);
    row(&test, 0, "a");
    row(&test, 1, "abc");
    row(&test, 2, "abc");
    assert_true(canvas_page(&test.page.canvas, 0, &setup, &test.page.err));
    make(&test);
    assert_int_equal(test.layout.head_first, 1);
    assert_int_equal(test.layout.head_last, 1);
    assert_false(test.layout.head_stays);
    check_bands(&test, "0 "); /* below the head there are none */
    finish(&test);
}

/* The table of a summary with figures has its headings where it stands: the summary has no head. */
static void test_html_layout__a_summary_has_no_head(void **state)
{
    static const char *const names[] = {"Nama", "Nilai"};
    const struct table_look look = {
        .name = "t", .name_length = 1, .columns = names, .column_count = 2};
    (void)state;
    struct layout_test test;
    page_open(&test.page);
    row(&test, 0, "a");
    assert_true(
        canvas_table(&test.page.canvas, &(struct area){0, 1, 0, 3, 1}, &look, &test.page.err));
    chart(&test, 5, 0);
    make(&test);
    assert_true(test.layout.board);
    assert_true(test.layout.head_first > test.layout.head_last);
    finish(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_layout__rows_of_the_same_columns_are_a_band),
        cmocka_unit_test(test_html_layout__a_row_may_divide_the_columns_above),
        cmocka_unit_test(test_html_layout__figures_are_a_band_with_their_headings),
        cmocka_unit_test(test_html_layout__other_rows_are_no_headings_of_figures),
        cmocka_unit_test(test_html_layout__a_band_is_never_cut_through_a_cell),
        cmocka_unit_test(test_html_layout__wide_tables_are_no_boards),
        cmocka_unit_test(test_html_layout__a_narrow_screen_keeps_one_column),
        cmocka_unit_test(test_html_layout__a_wide_table_may_have_bands_above_its_head),
        cmocka_unit_test(test_html_layout__frozen_rows_are_the_head),
        cmocka_unit_test(test_html_layout__many_cells_have_small_letters),
        cmocka_unit_test(test_html_layout__repeated_rows_come_first),
        cmocka_unit_test(test_html_layout__a_summary_has_no_head),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
