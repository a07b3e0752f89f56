/* Conditions colour the cells that they mean, and no colour is all that tells something. */
#include "html_condition.h"

#include "support_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static const struct style_name red = {"merah", 5};
static const struct style_name green = {"hijau", 5};

/* A page with the styles "merah" (place 2) and "hijau" (place 3). */
static void open_styles(struct page_test *page)
{
    struct style style = STYLE_PLAIN;
    page_open(page);
    style.fill = 0xFADFDB;
    page_style(page, "merah", &style);
    style.fill = 0xB9E2CE;
    page_style(page, "hijau", &style);
}

static void add(struct page_test *page, struct area area, struct condition condition)
{
    condition.length = condition.text == NULL ? 0 : strlen(condition.text);
    assert_true(canvas_condition(&page->canvas, &area, &condition, &page->err));
}

static void test_html_condition__texts_and_numbers(void **state)
{
    (void)state;
    struct page_test page;
    open_styles(&page);
    page_text(&page, 0, 0, "Baik", NULL);
    page_text(&page, 1, 0, "BAIK", NULL);
    page_text(&page, 2, 0, "Cukup", NULL);
    page_number(&page, 3, 0, 2, NULL);
    page_number(&page, 4, 0, 2.01, NULL);
    add(&page, (struct area){0, 0, 0, 9, 0},
        (struct condition){.kind = CONDITION_EQUAL, .text = "Baik", .style = &green});
    add(&page, (struct area){0, 0, 0, 9, 0},
        (struct condition){.kind = CONDITION_BETWEEN, .least = 1, .most = 2, .style = &red});
    page_finish(&page, "id");
    assert_html(&page, "<td class=\"k3\">Baik</td>");
    assert_html(&page, "<td class=\"k3\">BAIK</td>");
    assert_html(&page, "<td>Cukup</td>");
    assert_html(&page, "<td class=\"k2 n\">2</td>");
    assert_html(&page, "<td class=\"n\">2,01</td>");
    page_close(&page);
}

/* The formula is written for the first cell of the area, and moves. */
static void test_html_condition__formulas(void **state)
{
    (void)state;
    struct page_test page;
    open_styles(&page);
    for (uint32_t row = 0; row < 3; row++) {
        page_number(&page, row, 0, row, "tebal");
        page_text(&page, row, 1, "x", NULL);
    }
    add(&page, (struct area){0, 0, 0, 2, 1},
        (struct condition){.kind = CONDITION_FORMULA, .text = "=$A1>1", .style = &red});
    page_finish(&page, "id");
    assert_html(&page, "<td class=\"s1 n\">0</td><td>x</td>");
    assert_html(&page, "<td class=\"s1 k2 n\">2</td><td class=\"k2\">x</td>");
    page_close(&page);
}

/* Of several that match, the first counts, as in a spreadsheet program. */
static void test_html_condition__the_first_counts(void **state)
{
    (void)state;
    struct page_test page;
    open_styles(&page);
    page_number(&page, 0, 0, 5, NULL);
    add(&page, (struct area){0, 0, 0, 0, 0},
        (struct condition){.kind = CONDITION_BETWEEN, .least = 0, .most = 9, .style = &green});
    add(&page, (struct area){0, 0, 0, 0, 0},
        (struct condition){.kind = CONDITION_BETWEEN, .least = 5, .most = 5, .style = &red});
    page_finish(&page, "id");
    assert_html(&page, "<td class=\"k3 n\">5</td>");
    page_close(&page);
}

static void test_html_condition__only_the_cells_of_the_area(void **state)
{
    (void)state;
    struct page_test page;
    open_styles(&page);
    for (uint32_t row = 0; row < 3; row++) {
        for (uint32_t column = 0; column < 3; column++) {
            page_number(&page, row, column, row * 10.0 + column, NULL);
        }
    }
    add(&page, (struct area){0, 1, 1, 1, 1},
        (struct condition){.kind = CONDITION_BETWEEN, .least = 0, .most = 99, .style = &red});
    page_finish(&page, "id");
    assert_html(&page, "<td class=\"k2 n\">11</td>");
    assert_int_equal(html_count(&page, "class=\"k2"), 1);
    page_close(&page);
}

/* Bars and scales stand behind a number, which still can be read. */
static void test_html_condition__bars_and_scales(void **state)
{
    (void)state;
    struct page_test page;
    open_styles(&page);
    const double numbers[] = {1, 3, 5, 9};
    for (uint32_t row = 0; row < 4; row++) {
        page_number(&page, row, 0, numbers[row], NULL);
        page_number(&page, row, 1, numbers[row], NULL);
    }
    page_text(&page, 4, 0, "tidak ada", NULL);
    add(&page, (struct area){0, 0, 0, 9, 0},
        (struct condition){.kind = CONDITION_BAR, .high = 0xBFD7EA, .least = 1, .most = 5});
    add(&page, (struct area){0, 0, 1, 9, 1},
        (struct condition){
            .kind = CONDITION_SCALE, .low = 0xFF0000, .high = 0x00FF00, .least = 1, .most = 5});
    page_finish(&page, "id");
    assert_html(&page, "background-image:linear-gradient(90deg,#bfd7ea 0%,transparent 0)\">1</td>");
    assert_html(&page,
                "background-image:linear-gradient(90deg,#bfd7ea 50%,transparent 0)\">3</td>");
    assert_html(&page,
                "background-image:linear-gradient(90deg,#bfd7ea 100%,transparent 0)\">9</td>");
    assert_html(&page, "style=\"background:#ff0000\">1</td>");
    assert_html(&page, "style=\"background:#808000\">3</td>");
    assert_html(&page, "style=\"background:#00ff00\">9</td>");
    assert_html(&page, "<td>tidak ada</td>"); /* a text has no length */
    page_close(&page);
}

/* An empty cell that is marked gets a sign: a reader who does not see the colour must know. */
static void test_html_condition__a_marked_hole_has_a_sign(void **state)
{
    (void)state;
    struct page_test page;
    open_styles(&page);
    page_text(&page, 0, 0, "", "tebal");
    page_text(&page, 0, 1, "x", NULL);
    page_text(&page, 1, 0, "", "tebal");
    page_text(&page, 1, 1, "x", NULL);
    add(&page, (struct area){0, 0, 0, 0, 0},
        (struct condition){.kind = CONDITION_FORMULA, .text = "=A1=\"\"", .style = &red});
    page_finish(&page, "id");
    assert_html(&page, "<td class=\"s1 k2\">–</td>");
    assert_html(&page, "<td class=\"s1\"></td>"); /* the one that is not marked */
    page_close(&page);
}

/* A merged cell is one cell, its corner. */
static void test_html_condition__merged_cells(void **state)
{
    (void)state;
    struct page_test page;
    open_styles(&page);
    page_merge(&page, (struct area){0, 0, 0, 0, 2}, "Cukup", NULL);
    add(&page, (struct area){0, 0, 0, 0, 2},
        (struct condition){.kind = CONDITION_EQUAL, .text = "Cukup", .style = &red});
    page_finish(&page, "id");
    assert_html(&page, "<td class=\"k2\" colspan=\"3\">Cukup</td>");
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_condition__texts_and_numbers),
        cmocka_unit_test(test_html_condition__formulas),
        cmocka_unit_test(test_html_condition__the_first_counts),
        cmocka_unit_test(test_html_condition__only_the_cells_of_the_area),
        cmocka_unit_test(test_html_condition__bars_and_scales),
        cmocka_unit_test(test_html_condition__a_marked_hole_has_a_sign),
        cmocka_unit_test(test_html_condition__merged_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
