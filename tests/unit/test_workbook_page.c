#include "workbook_page.h"

#include "support_book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static const char sheet_part[] = "xl/worksheets/sheet1.xml";

static void test_workbook_page__widths_and_heights_have_a_range(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, workbook_columns(book.workbook, 0, 0, 2, 12.5, false, &book.err));
    assert_done(&book, workbook_columns(book.workbook, 0, 3, 3, 5, true, &book.err));
    assert_done(&book, workbook_row(book.workbook, 0, 0, 409, false, &book.err));
    assert_failed(&book, workbook_columns(book.workbook, 0, 2, 1, 5, false, &book.err),
                  "WORKBOOK_PLACE");
    assert_failed(&book, workbook_columns(book.workbook, 0, 0, 1, 256, false, &book.err),
                  "WORKBOOK_RANGE");
    assert_failed(&book, workbook_row(book.workbook, 0, 0, 410, false, &book.err),
                  "WORKBOOK_RANGE");
    assert_failed(&book, workbook_row(book.workbook, 0, 0, -1, false, &book.err), "WORKBOOK_RANGE");
    assert_failed(&book, workbook_row(book.workbook, 3, 0, 10, false, &book.err), "WORKBOOK_SHEET");
    book_finish(&book);
    assert_part(&book, sheet_part, "hidden=\"1\"");
    assert_part(&book, sheet_part, "ht=\"409\"");
    book_close(&book);
}

static void test_workbook_page__a_view_freezes_and_hides(void **state)
{
    (void)state;
    struct book book;
    size_t second = 0;
    struct view frozen = {.frozen = true, .row = 5, .column = 2, .zoom = 85, .tab = 0x14365C};
    struct view hidden = {.hidden = true, .tab = -1};
    struct view wrong = {.zoom = 9, .tab = -1};
    book_open(&book);
    assert_done(&book, workbook_add_sheet(book.workbook, "Dua", 3, &second, &book.err));
    assert_done(&book, workbook_view(book.workbook, 0, &hidden, &book.err));
    assert_done(&book, workbook_view(book.workbook, second, &frozen, &book.err));
    assert_failed(&book, workbook_view(book.workbook, 0, &wrong, &book.err), "WORKBOOK_RANGE");
    book_finish(&book);
    assert_part(&book, "xl/worksheets/sheet2.xml", "topLeftCell=\"C6\"");
    assert_part(&book, "xl/workbook.xml", "state=\"hidden\"");
    assert_part(&book, "xl/workbook.xml", "activeTab=\"1\""); /* the first that can be seen */
    book_close(&book);
}

static void test_workbook_page__one_sheet_must_be_seen(void **state)
{
    (void)state;
    struct book book;
    struct view hidden = {.hidden = true, .tab = -1};
    int64_t at = 0;
    book_open(&book);
    assert_done(&book, workbook_view(book.workbook, 0, &hidden, &book.err));
    assert_failed(&book, workbook_finish(book.workbook, &at, &book.err), "WORKBOOK_EMPTY");
    book_close(&book);
}

/* "&" begins a command in headers: a text of people must not. */
static void test_workbook_page__headers_are_texts(void **state)
{
    (void)state;
    struct book book;
    struct page page = {.left = 0.5,
                        .right = 0.5,
                        .top = 0.5,
                        .bottom = 0.7,
                        .header_margin = 0.3,
                        .footer_margin = 0.3,
                        .landscape = true,
                        .fit_width = 1,
                        .repeat = true,
                        .repeat_first = 0,
                        .repeat_last = 4,
                        .header_left = "Dinas A & B",
                        .footer_right = "Halaman {page} dari {pages}"};
    book_open(&book);
    assert_done(&book, workbook_page(book.workbook, 0, &page, &book.err));
    book_finish(&book);
    assert_part(&book, sheet_part, "Dinas A &amp;&amp; B");
    assert_part(&book, sheet_part, "Halaman &amp;P dari &amp;N");
    assert_part(&book, sheet_part, "orientation=\"landscape\"");
    assert_part(&book, sheet_part, "paperSize=\"9\"");
    assert_part(&book, "xl/workbook.xml", "Satu!$1:$5");
    book_close(&book);
}

/* The library takes "&G" for a picture even behind another "&", and then frees a text twice. */
static void test_workbook_page__headers_ask_for_no_picture(void **state)
{
    (void)state;
    static const char *const texts[] = {"M&G", "&[Picture]", "&&G", "G&&[G]&", "&G&G&G"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct book book;
        struct page page = {.header_left = texts[i], .footer_right = texts[i]};
        book_open(&book);
        assert_done(&book, workbook_page(book.workbook, 0, &page, &book.err));
        assert_done(&book, workbook_page(book.workbook, 0, &page, &book.err));
        book_finish(&book);
        book_close(&book);
    }
}

static void test_workbook_page__what_does_not_fit_is_refused(void **state)
{
    (void)state;
    struct book book;
    char text[82];
    memset(text, 'x', sizeof text);
    text[81] = '\0';
    struct page page = {.left = 5.1};
    book_open(&book);
    assert_failed(&book, workbook_page(book.workbook, 0, &page, &book.err), "WORKBOOK_RANGE");
    page = (struct page){.footer_left = text};
    assert_failed(&book, workbook_page(book.workbook, 0, &page, &book.err), "GATE_TEXT_LONG");
    text[80] = '\0';
    assert_done(&book, workbook_page(book.workbook, 0, &page, &book.err));
    page.footer_center = page.footer_right = text; /* together over the format's 255 */
    assert_failed(&book, workbook_page(book.workbook, 0, &page, &book.err), "GATE_TEXT_LONG");
    page = (struct page){.repeat = true, .repeat_first = 4, .repeat_last = 2};
    assert_failed(&book, workbook_page(book.workbook, 0, &page, &book.err), "WORKBOOK_PLACE");
    book_close(&book);
}

static void test_workbook_page__breaks_rise(void **state)
{
    (void)state;
    struct book book;
    static const uint32_t rising[] = {10, 20, 30};
    static const uint32_t falling[] = {10, 5};
    static const uint32_t first[] = {0};
    book_open(&book);
    assert_done(&book, workbook_breaks(book.workbook, 0, NULL, 0, &book.err));
    assert_done(&book, workbook_breaks(book.workbook, 0, rising, 3, &book.err));
    assert_failed(&book, workbook_breaks(book.workbook, 0, falling, 2, &book.err),
                  "WORKBOOK_PLACE");
    assert_failed(&book, workbook_breaks(book.workbook, 0, first, 1, &book.err), "WORKBOOK_PLACE");
    book_finish(&book);
    assert_part(&book, sheet_part, "<brk id=\"30\"");
    book_close(&book);
}

static void test_workbook_page__a_protected_sheet_has_no_password(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, workbook_protect(book.workbook, 0, &book.err));
    assert_failed(&book, workbook_protect(book.workbook, 1, &book.err), "WORKBOOK_SHEET");
    book_finish(&book);
    assert_part(&book, sheet_part, "<sheetProtection sheet=\"1\"");
    book_close(&book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_workbook_page__widths_and_heights_have_a_range),
        cmocka_unit_test(test_workbook_page__a_view_freezes_and_hides),
        cmocka_unit_test(test_workbook_page__one_sheet_must_be_seen),
        cmocka_unit_test(test_workbook_page__headers_are_texts),
        cmocka_unit_test(test_workbook_page__headers_ask_for_no_picture),
        cmocka_unit_test(test_workbook_page__what_does_not_fit_is_refused),
        cmocka_unit_test(test_workbook_page__breaks_rise),
        cmocka_unit_test(test_workbook_page__a_protected_sheet_has_no_password),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
