/* Which cells the rows of a table have, asked row by row. */
#include "html_slot.h"

#include "support_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* The slots of the first sheet of a page. */
struct slot_test {
    struct page_test page;
    struct html_grid grid;
    struct html_slots slots;
};

static void begin(struct slot_test *test)
{
    html_book_ready(test->page.canvas.page);
    html_grid_make(html_book_at(test->page.canvas.page, 0), &test->grid);
    html_slots_begin(&test->slots, test->page.canvas.page, &test->grid);
}

static void go_to(struct slot_test *test, uint32_t row)
{
    size_t count = 0;
    const struct html_cell *cells = html_book_cells(test->grid.sheet, row, &count);
    html_slots_row(&test->slots, row, cells, count);
}

static void finish(struct slot_test *test)
{
    html_slots_free(&test->slots);
    html_grid_free(&test->grid);
    page_close(&test->page);
}

/* Wants the slots "column-last", "#" behind those that another cell takes. */
static void check(const struct slot_test *test, const char *wanted)
{
    struct text found = TEXT_EMPTY;
    for (size_t i = 0; i < test->slots.count; i++) {
        const struct html_slot *slot = &test->slots.slots[i];
        text_format(&found, "%u-%u%s ", slot->column, slot->last, slot->covered ? "#" : "");
    }
    assert_string_equal(found.length == 0 ? "" : found.bytes, wanted);
    text_release(&found);
}

static void test_html_slot__a_merged_area_is_covered_below_its_first_row(void **state)
{
    (void)state;
    struct slot_test test;
    page_open(&test.page);
    page_merge(&test.page, (struct area){0, 0, 1, 1, 2}, "x", NULL);
    page_text(&test.page, 0, 0, "a", NULL);
    page_text(&test.page, 1, 4, "b", NULL);
    begin(&test);
    go_to(&test, 0);
    check(&test, "0-0 1-2 ");
    assert_true(html_slot_shows(&test.slots.slots[1]));
    assert_true(html_slots_reach(&test.slots, 1));
    assert_false(html_slots_reach(&test.slots, 2));
    go_to(&test, 1);
    check(&test, "1-2# 4-4 ");
    assert_false(html_slot_shows(&test.slots.slots[0]));
    go_to(&test, 2);
    check(&test, "");
    finish(&test);
}

static void test_html_slot__a_long_text_takes_blank_cells_of_its_style(void **state)
{
    (void)state;
    struct slot_test test;
    struct style_name name = {"tebal", 5};
    page_open(&test.page);
    page_text(&test.page, 0, 0, "Laporan hasil evaluasi mandiri", "tebal");
    assert_true(
        canvas_write_blank(&test.page.canvas, (struct cell){0, 0, 1}, &name, &test.page.err));
    page_text(&test.page, 0, 5, "akhir", NULL);
    begin(&test);
    go_to(&test, 0);
    assert_true(test.slots.slots[0].last >= 2);
    assert_true(test.slots.slots[1].covered);
    assert_false(test.slots.slots[2].covered);
    finish(&test);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_slot__a_merged_area_is_covered_below_its_first_row),
        cmocka_unit_test(test_html_slot__a_long_text_takes_blank_cells_of_its_style),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
