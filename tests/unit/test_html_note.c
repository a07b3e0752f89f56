/* What a page says about cells that can be filled in in the workbook only. */
#include "html_note.h"

#include "support_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void choose(struct page_test *page, struct area area, const char *list, const char *title)
{
    const struct choice choice = {.list = list,
                                  .list_length = list == NULL ? 0 : strlen(list),
                                  .least = 1,
                                  .most = 5,
                                  .title = title};
    assert_true(canvas_choice(&page->canvas, &area, &choice, &page->err));
}

/* A page with a cell to choose from a list of three on another sheet. */
static void open_choice(struct page_test *page)
{
    static const char *const bases[] = {"klaim", "didukung <bukti>", "terverifikasi"};
    page_open(page);
    size_t list = page_sheet(page, "Daftar");
    for (uint32_t i = 0; i < 3; i++) {
        assert_true(canvas_write_text(&page->canvas, (struct cell){list, i, 0}, bases[i],
                                      strlen(bases[i]), NULL, &page->err));
    }
    page_text(page, 0, 0, "klaim", NULL);
    choose(page, (struct area){0, 0, 0, 0, 0}, "=Daftar!$A$1:$A$3", "Dasar & nilai");
}

/* The page does not look as if anything could be chosen: it says what was, and where the rest is. */
static void test_html_note__says_what_was_chosen_and_where_the_others_are(void **state)
{
    (void)state;
    struct page_test page;
    open_choice(&page);
    page_finish(&page, "id");
    assert_html(&page, "<p class=\"q\">Dasar &amp; nilai: <b>klaim</b>. Pilihan lain (didukung "
                       "&lt;bukti&gt;, terverifikasi) ada dalam buku kerja (XLSX)");
    assert_no_html(&page, "hanya ditampilkan");
    page_close(&page);
}

static void test_html_note__speaks_english(void **state)
{
    (void)state;
    struct page_test page;
    open_choice(&page);
    choose(&page, (struct area){0, 3, 0, 9, 0}, NULL, NULL);
    page_finish(&page, "en");
    assert_html(&page, "The other choices (didukung &lt;bukti&gt;, terverifikasi) are in");
    assert_html(&page, "Cells that can be filled in in the workbook (XLSX) are only shown here.");
    page_close(&page);
}

/* Cells of a table that can be filled in are told once, however many there are. */
static void test_html_note__tells_of_other_cells_once(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_text(&page, 0, 0, "x", NULL);
    choose(&page, (struct area){0, 3, 0, 9, 0}, NULL, "Nilai");
    choose(&page, (struct area){0, 3, 1, 9, 1}, "=Satu!$A$1:$A$1", "Jawaban");
    page_finish(&page, "id");
    assert_int_equal(html_count(&page, "<p class=\"q\">"), 1);
    assert_html(&page, "Sel yang dapat diisi dalam buku kerja (XLSX) di sini hanya ditampilkan.");
    page_close(&page);
}

/* A list that is nowhere, or has nothing else in it, leaves a sentence that is still true. */
static void test_html_note__needs_no_list(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_text(&page, 0, 0, "klaim", NULL);
    choose(&page, (struct area){0, 0, 0, 0, 0}, "=Satu!$A$1:$A$1", NULL);
    page_finish(&page, "id");
    assert_html(&page, "<p class=\"q\"><b>klaim</b>. Halaman ini tetap seperti adanya.</p>");
    page_close(&page);
}

static void test_html_note__is_silent_where_nothing_is_filled_in(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_text(&page, 0, 0, "x", NULL);
    page_finish(&page, "id");
    assert_no_html(&page, "<p class=\"q\">");
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_note__says_what_was_chosen_and_where_the_others_are),
        cmocka_unit_test(test_html_note__speaks_english),
        cmocka_unit_test(test_html_note__tells_of_other_cells_once),
        cmocka_unit_test(test_html_note__needs_no_list),
        cmocka_unit_test(test_html_note__is_silent_where_nothing_is_filled_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
