/* What a reference of a chart or a condition means: a mistake here draws another agency's numbers. */
#include "html_range.h"

#include "support_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void test_html_range__corners_are_read(void **state)
{
    static const struct {
        const char *text;
        size_t taken;
        uint32_t row, column;
        bool row_fixed, column_fixed;
    } cases[] = {
        {"A1", 2, 0, 0, false, false},    {"$B$3:C4", 4, 2, 1, true, true},
        {"$C7", 3, 6, 2, false, true},    {"D$8=1", 3, 7, 3, true, false},
        {"AA10", 4, 9, 26, false, false}, {"XFD1048576", 10, 1048575, 16383, false, false},
        {"XFE1", 0, 0, 0, false, false},  {"A1048577", 0, 0, 0, false, false},
        {"A0", 0, 0, 0, false, false},    {"1A", 0, 0, 0, false, false},
        {"", 0, 0, 0, false, false},      {"A", 0, 0, 0, false, false},
        {"ABCD1", 0, 0, 0, false, false}, {"A12345678", 0, 0, 0, false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct html_corner corner;
        assert_int_equal(html_range_corner(cases[i].text, &corner), cases[i].taken);
        if (cases[i].taken > 0) {
            assert_int_equal(corner.row, cases[i].row);
            assert_int_equal(corner.column, cases[i].column);
            assert_int_equal(corner.row_fixed, cases[i].row_fixed);
            assert_int_equal(corner.column_fixed, cases[i].column_fixed);
        }
    }
}

/* A page with the sheets "Satu", "Dua tiga" and "O'Neil". */
static void open_sheets(struct page_test *page)
{
    page_open(page);
    page_sheet(page, "Dua tiga");
    page_sheet(page, "O'Neil");
    page_number(page, 0, 0, 11, NULL);
    page_number(page, 0, 1, 12, NULL);
    page_number(page, 1, 0, 21, NULL);
    html_book_ready(page->canvas.page);
}

static void test_html_range__sheets_are_found_by_name(void **state)
{
    static const struct {
        const char *text;
        size_t taken;
        int sheet; /* -1: none of that name */
    } cases[] = {{"Satu!$A$1", 5, 0},     {"satu!A1", 5, 0},    {"'Dua tiga'!A1", 11, 1},
                 {"'O''Neil'!A1", 10, 2}, {"Lima!A1", 5, -1},   {"'Dua'!A1", 6, -1},
                 {"A1", 0, -1},           {"'Dua tiga", 0, -1}, {"", 0, -1}};
    (void)state;
    struct page_test page;
    open_sheets(&page);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct html_sheet *sheet = NULL;
        assert_int_equal(html_range_sheet(page.canvas.page, cases[i].text, &sheet), cases[i].taken);
        const struct html_sheet *wanted =
            cases[i].sheet < 0 ? NULL : html_book_at(page.canvas.page, (size_t)cases[i].sheet);
        assert_ptr_equal(sheet, wanted);
    }
    page_close(&page);
}

static void test_html_range__whole_references_are_found(void **state)
{
    (void)state;
    struct page_test page;
    struct html_range range;
    open_sheets(&page);
    struct html_book *book = page.canvas.page;
    const struct html_sheet *first = html_book_at(book, 0);
    assert_true(html_range_find(book, NULL, "=Satu!$A$1:$B$2", &range));
    assert_ptr_equal(range.sheet, first);
    assert_int_equal(range.last_row, 1);
    assert_int_equal(range.last_column, 1);
    assert_true(html_range_find(book, first, "=B1", &range));
    assert_int_equal(range.column, 1);
    assert_int_equal(range.last_column, 1);
    assert_false(html_range_find(book, NULL, "=B1", &range));        /* no sheet */
    assert_false(html_range_find(book, first, "=B2:A1", &range));    /* the wrong way round */
    assert_false(html_range_find(book, first, "=A1+1", &range));     /* more than a reference */
    assert_false(html_range_find(book, first, "=Empat!A1", &range)); /* no such sheet */
    assert_false(html_range_find(book, first, "", &range));
    page_close(&page);
}

/* A name that was defined stands for its cells. */
static void test_html_range__names_are_found(void **state)
{
    (void)state;
    struct page_test page;
    struct html_range range;
    page_open(&page);
    assert_true(canvas_define(&page.canvas, "nilai", 5, "=Satu!$A$1:$A$2", 15, &page.err));
    page_number(&page, 1, 0, 7, NULL);
    html_book_ready(page.canvas.page);
    assert_true(html_range_find(page.canvas.page, NULL, "=NILAI", &range));
    assert_int_equal(range.last_row, 1);
    assert_false(html_range_find(page.canvas.page, NULL, "=nila", &range));
    page_close(&page);
}

static void test_html_range__cells_are_counted_row_by_row(void **state)
{
    (void)state;
    struct page_test page;
    struct html_range range;
    open_sheets(&page);
    assert_true(html_range_find(page.canvas.page, NULL, "=Satu!A1:B2", &range));
    assert_int_equal(html_range_count(&range, 100), 4);
    assert_int_equal(html_range_count(&range, 3), 3);
    assert_int_equal((int)html_range_cell(&range, 0)->number, 11);
    assert_int_equal((int)html_range_cell(&range, 1)->number, 12);
    assert_int_equal((int)html_range_cell(&range, 2)->number, 21);
    assert_null(html_range_cell(&range, 3)); /* nothing was written */
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_range__corners_are_read),
        cmocka_unit_test(test_html_range__sheets_are_found_by_name),
        cmocka_unit_test(test_html_range__whole_references_are_found),
        cmocka_unit_test(test_html_range__names_are_found),
        cmocka_unit_test(test_html_range__cells_are_counted_row_by_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
