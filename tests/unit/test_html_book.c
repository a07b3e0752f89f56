/* A drawing kept in memory: the last word counts, in whatever order it came. */
#include "html_book.h"

#include "support_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct html_sheet *ready(struct page_test *page)
{
    html_book_ready(page->canvas.page);
    return html_book_at(page->canvas.page, 0);
}

static void test_html_book__cells_are_sorted_and_the_last_one_counts(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_text(&page, 2, 1, "akhir", NULL);
    page_text(&page, 0, 3, "lama", NULL);
    page_text(&page, 0, 0, "awal", "tebal");
    page_number(&page, 0, 3, 7, NULL);
    const struct html_sheet *sheet = ready(&page);
    assert_int_equal(sheet->cell_count, 3);
    assert_string_equal(sheet->cells[0].text, "awal");
    assert_int_equal(sheet->cells[0].style, 1);
    assert_int_equal(sheet->cells[1].kind, HTML_NUMBER);
    assert_int_equal(sheet->cells[2].row, 2);
    assert_int_equal((int)html_book_cell(sheet, 0, 3)->number, 7);
    assert_null(html_book_cell(sheet, 0, 1));
    assert_null(html_book_cell(sheet, 9, 9));
    page_close(&page);
}

static void test_html_book__a_row_has_its_cells(void **state)
{
    (void)state;
    struct page_test page;
    size_t count = 0;
    page_open(&page);
    page_text(&page, 5, 0, "a", NULL);
    page_text(&page, 5, 9, "b", NULL);
    page_text(&page, 6, 0, "c", NULL);
    const struct html_sheet *sheet = ready(&page);
    const struct html_cell *cells = html_book_cells(sheet, 5, &count);
    assert_int_equal(count, 2);
    assert_string_equal(cells[1].text, "b");
    html_book_cells(sheet, 4, &count);
    assert_int_equal(count, 0);
    page_close(&page);
}

/* Many cells, written from the end: none is lost, all are found. */
static void test_html_book__many_cells_are_found(void **state)
{
    enum { ROWS = 300, COLUMNS = 20 };
    (void)state;
    struct page_test page;
    page_open(&page);
    for (uint32_t row = ROWS; row-- > 0;) {
        for (uint32_t column = COLUMNS; column-- > 0;) {
            page_number(&page, row, column, row * 100.0 + column, NULL);
        }
    }
    const struct html_sheet *sheet = ready(&page);
    assert_int_equal(sheet->cell_count, ROWS * COLUMNS);
    for (uint32_t row = 0; row < ROWS; row++) {
        for (uint32_t column = 0; column < COLUMNS; column++) {
            const struct html_cell *cell = html_book_cell(sheet, row, column);
            assert_non_null(cell);
            assert_int_equal((int)cell->number, row * 100 + column);
        }
    }
    page_close(&page);
}

/* The texts of a drawing come from a message that is gone a moment later. */
static void test_html_book__texts_are_copies(void **state)
{
    (void)state;
    struct page_test page;
    char text[] = "Kota Contoh";
    page_open(&page);
    page_text(&page, 0, 0, text, NULL);
    memset(text, 'x', sizeof text - 1);
    assert_string_equal(ready(&page)->cells[0].text, "Kota Contoh");
    page_close(&page);
}

static void test_html_book__a_fill_has_every_cell(void **state)
{
    (void)state;
    struct page_test page;
    struct style_name bold = {"tebal", 5};
    page_open(&page);
    assert_true(canvas_fill(&page.canvas, &(struct area){0, 1, 1, 2, 3}, &bold, &page.err));
    const struct html_sheet *sheet = ready(&page);
    assert_int_equal(sheet->cell_count, 6);
    assert_int_equal(html_book_cell(sheet, 2, 3)->style, 1);
    assert_int_equal(html_book_cell(sheet, 2, 3)->kind, HTML_BLANK);
    page_close(&page);
}

static void test_html_book__sheets_and_styles_are_found(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_sheet(&page, "Dua");
    struct html_book *book = page.canvas.page;
    assert_ptr_equal(html_book_find(book, "DUA", 3), html_book_at(book, 1));
    assert_null(html_book_find(book, "Du", 2));
    assert_null(html_book_find(book, "Duax", 4));
    assert_null(html_book_look(book, 0));
    assert_true(html_book_look(book, 1)->bold);
    assert_null(html_book_reference(book, "x", 1));
    page_close(&page);
}

static void test_html_book__links_tell_their_target(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    size_t other = page_sheet(&page, "Dua");
    for (uint32_t row = 3; row > 0; row--) {
        assert_true(canvas_write_link(&page.canvas, (struct cell){0, row, 0},
                                      (struct cell){other, row * 10, 0}, "ke", 2, NULL, &page.err));
    }
    html_book_ready(page.canvas.page);
    const struct html_sheet *target = html_book_at(page.canvas.page, other);
    assert_true(html_book_has_row(&target->targets, 10));
    assert_true(html_book_has_row(&target->targets, 30));
    assert_false(html_book_has_row(&target->targets, 11));
    assert_false(html_book_has_row(&html_book_at(page.canvas.page, 0)->targets, 10));
    page_close(&page);
}

/* A page that was begun and not finished leaves the folder as it was. */
static void test_html_book__a_page_that_is_given_up_leaves_nothing(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_text(&page, 0, 0, "x", NULL);
    canvas_release(&page.canvas);
    assert_int_equal(rmdir(page.folder), 0); /* it was empty */
    page_close(&page);
}

static void test_html_book__a_folder_that_is_not_there_is_told(void **state)
{
    (void)state;
    struct canvas canvas;
    struct error err = {.kind = ERROR_NONE};
    assert_false(canvas_begin(&canvas, "/tmp/tidak/ada/x.html", 2024, &err));
    assert_string_equal(err.id, "FILE_WRITE");
    canvas_release(&canvas);
    html_book_free(NULL);
}

static void test_html_book__the_last_breaks_count(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_text(&page, 0, 0, "x", NULL);
    html_book_breaks(page.canvas.page, 0, (uint32_t[]){4, 9}, 2);
    html_book_breaks(page.canvas.page, 0, (uint32_t[]){7}, 1);
    const struct html_sheet *sheet = ready(&page);
    assert_true(html_book_has_row(&sheet->breaks, 7));
    assert_false(html_book_has_row(&sheet->breaks, 4));
    page_close(&page);
}

/* What a workbook lets people choose is kept with its title; a number to be typed has no list. */
static void test_html_book__choices_are_kept(void **state)
{
    (void)state;
    struct page_test page;
    char list[] = "=Satu!$A$1:$A$3, and what is behind";
    char title[] = "Dasar";
    const struct choice one = {.list = list, .list_length = 15, .title = title};
    const struct choice other = {.least = 1, .most = 5, .whole = true};
    page_open(&page);
    html_book_choice(page.canvas.page, &(struct area){0, 1, 2, 1, 2}, &one);
    html_book_choice(page.canvas.page, &(struct area){0, 3, 0, 9, 0}, &other);
    memset(list, 'x', sizeof list - 1);
    title[0] = 'x';
    const struct html_choice *kept = html_book_at(page.canvas.page, 0)->choices.items;
    assert_int_equal(html_book_at(page.canvas.page, 0)->choices.count, 2);
    assert_string_equal(kept[0].list, "=Satu!$A$1:$A$3");
    assert_string_equal(kept[0].title, "Dasar");
    assert_int_equal(kept[0].area.column, 2);
    assert_string_equal(kept[1].list, "");
    assert_string_equal(kept[1].title, "");
    page_close(&page);
}

/* A sheet may hold nothing but figures: its rows have no cells, and that is no address of nowhere. */
static void test_html_book__a_sheet_without_cells_is_sound(void **state)
{
    (void)state;
    struct page_test page;
    size_t count = 9;
    page_open(&page);
    const struct html_sheet *sheet = ready(&page);
    assert_non_null(html_book_cells(sheet, 3, &count));
    assert_int_equal(count, 0);
    assert_null(html_book_cell(sheet, 3, 0));
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_book__cells_are_sorted_and_the_last_one_counts),
        cmocka_unit_test(test_html_book__a_row_has_its_cells),
        cmocka_unit_test(test_html_book__many_cells_are_found),
        cmocka_unit_test(test_html_book__texts_are_copies),
        cmocka_unit_test(test_html_book__a_fill_has_every_cell),
        cmocka_unit_test(test_html_book__sheets_and_styles_are_found),
        cmocka_unit_test(test_html_book__links_tell_their_target),
        cmocka_unit_test(test_html_book__a_page_that_is_given_up_leaves_nothing),
        cmocka_unit_test(test_html_book__a_folder_that_is_not_there_is_told),
        cmocka_unit_test(test_html_book__the_last_breaks_count),
        cmocka_unit_test(test_html_book__choices_are_kept),
        cmocka_unit_test(test_html_book__a_sheet_without_cells_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
