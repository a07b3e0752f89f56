/* How a sheet is fitted on paper. */
#include "html_paper.h"

#include "support_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

/* The extent of the first sheet of a page that was drawn. */
static struct html_extent extent_of(struct page_test *page)
{
    struct html_grid grid;
    html_book_ready(page->canvas.page);
    html_grid_make(html_book_at(page->canvas.page, 0), &grid);
    struct html_extent extent = html_paper_extent(page->canvas.page, &grid);
    html_grid_free(&grid);
    return extent;
}

static void set_up(struct page_test *page, const struct page *setup)
{
    assert_true(canvas_page(&page->canvas, 0, setup, &page->err));
}

/* What lies outside of the print area takes no room. */
static void test_html_paper__the_print_area_is_what_counts(void **state)
{
    (void)state;
    struct page_test page;
    const struct page setup = {.only = true, .area = {0, 0, 0, 3, 1}};
    page_open(&page);
    page_text(&page, 0, 0, "a", NULL);
    page_text(&page, 9, 9, "b", NULL);
    set_up(&page, &setup);
    struct html_extent extent = extent_of(&page);
    assert_int_equal(extent.width, 2 * 64);
    assert_int_equal(extent.height, 4 * 20);
    page_close(&page);
}

/* A name that takes three lines makes its row higher than it says; on one page all of it must fit. */
static void test_html_paper__lines_count_where_a_page_is_filled(void **state)
{
    static const char name[] = "Pengembangan dan Pemberdayaan Sumber Daya";
    (void)state;
    struct page_test page;
    struct style wrapped = STYLE_PLAIN;
    const struct page one = {.fit_width = 1, .fit_height = 1};
    wrapped.wrap = true;
    page_open(&page);
    page_style(&page, "lipat", &wrapped);
    page_text(&page, 0, 0, name, "lipat");
    page_text(&page, 1, 0, name, NULL); /* runs on */
    assert_int_equal(extent_of(&page).height, 2 * 20);
    set_up(&page, &one);
    assert_true(extent_of(&page).height > 2 * 20 + 40);
    page_close(&page);
}

/* A merged area has its whole width; one of several rows grows by none of them. */
static void test_html_paper__merged_cells_have_their_width(void **state)
{
    (void)state;
    struct page_test page;
    const struct page one = {.fit_width = 1, .fit_height = 1};
    page_open(&page);
    set_up(&page, &one);
    page_merge(&page, (struct area){0, 0, 0, 0, 5}, "sebuah kalimat yang cukup panjang", NULL);
    page_merge(&page, (struct area){0, 1, 0, 3, 0}, "sebuah kalimat yang cukup panjang", NULL);
    assert_int_equal(extent_of(&page).height, 4 * 20);
    page_close(&page);
}

static void test_html_paper__room_is_paper_less_margins(void **state)
{
    (void)state;
    const struct page upright = {.left = 1, .right = 1};
    const struct page lying = {.landscape = true};
    const struct page none = {.left = 5, .right = 5};
    assert_true(fabs(html_paper_room(&upright).width - 601.7) < 0.1);
    assert_true(fabs(html_paper_room(&upright).height - 1122.5) < 0.1);
    assert_true(fabs(html_paper_room(&lying).height - 793.7) < 0.1);
    assert_true(html_paper_room(&none).width >= 1);
}

static void test_html_paper__a_sheet_without_set_up_has_margins(void **state)
{
    (void)state;
    const struct html_sheet sheet = {.name = "Satu"};
    assert_true(html_paper_page(&sheet)->left > 0);
    assert_false(html_paper_page(&sheet)->landscape);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_paper__the_print_area_is_what_counts),
        cmocka_unit_test(test_html_paper__lines_count_where_a_page_is_filled),
        cmocka_unit_test(test_html_paper__merged_cells_have_their_width),
        cmocka_unit_test(test_html_paper__room_is_paper_less_margins),
        cmocka_unit_test(test_html_paper__a_sheet_without_set_up_has_margins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
