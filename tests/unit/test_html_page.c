/* The page as a whole: one file that needs nothing else, and keeps whatever is in it harmless. */
#include "html_page.h"

#include "file.h"
#include "support_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void test_html_page__is_complete_and_stands_alone(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    assert_true(canvas_describe(&page.canvas, "Laporan <b>", "Tahun \"2024\"", &page.err));
    page_text(&page, 0, 0, "isi", NULL);
    page_finish(&page, "id");
    assert_true(strncmp(page.html.bytes, "<!DOCTYPE html>\n<html lang=\"id\">", 32) == 0);
    assert_html(&page, "<meta charset=\"utf-8\"/>");
    assert_html(&page,
                "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:");
    assert_html(&page, "name=\"viewport\"");
    assert_html(&page, "<title>Laporan &lt;b&gt;</title>");
    assert_html(&page, "<meta name=\"description\" content=\"Tahun &quot;2024&quot;\"/>");
    assert_no_html(&page, "<script");
    assert_no_html(&page, "http:");
    assert_no_html(&page, "https:");
    assert_no_html(&page, "<link");
    page_close(&page);
}

static void test_html_page__speaks_the_language_asked_for(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_sheet(&page, "Dua");
    page_number(&page, 0, 0, 2.5, NULL);
    assert_true(canvas_write_number(&page.canvas, (struct cell){1, 0, 0}, 1, NULL, &page.err));
    page_finish(&page, "en");
    assert_html(&page, "<html lang=\"en\">");
    assert_html(&page, "<nav aria-label=\"Sheets\">");
    assert_html(&page, ">2.5</td>");
    page_close(&page);
}

/* Without a title, the first sheet's name is better than none. */
static void test_html_page__always_has_a_title(void **state)
{
    (void)state;
    struct page_test page;
    page_open(&page);
    page_text(&page, 0, 0, "isi", NULL);
    page_finish(&page, "id");
    assert_html(&page, "<title>Satu</title>");
    assert_no_html(&page, "<nav"); /* one sheet needs no way to the others */
    page_close(&page);
}

/* Sheets in their order; hidden and empty ones are not there. */
static void test_html_page__has_the_sheets_that_are_seen(void **state)
{
    (void)state;
    struct page_test page;
    struct view hidden = {.hidden = true, .tab = -1};
    page_open(&page);
    size_t secret = page_sheet(&page, "Daftar");
    page_sheet(&page, "Kosong");
    size_t last = page_sheet(&page, "Catatan & \"x\"");
    page_text(&page, 0, 0, "isi", NULL);
    assert_true(canvas_write_text(&page.canvas, (struct cell){secret, 0, 0}, "rahasia", 7, NULL,
                                  &page.err));
    assert_true(
        canvas_write_text(&page.canvas, (struct cell){last, 0, 0}, "kaki", 4, NULL, &page.err));
    assert_true(canvas_view(&page.canvas, secret, &hidden, &page.err));
    page_finish(&page, "id");
    assert_html(&page, "<li><a href=\"#s1\">Satu</a></li>"
                       "<li><a href=\"#s2\">Catatan &amp; &quot;x&quot;</a></li>");
    assert_html(&page, "<section id=\"s2\" class=\"r\" aria-labelledby=\"h2\">"
                       "<h2 id=\"h2\">Catatan &amp; &quot;x&quot;</h2>");
    assert_no_html(&page, "rahasia");
    assert_no_html(&page, "Kosong");
    page_close(&page);
}

/* An agency may call itself what it likes. */
static void test_html_page__hostile_texts_stay_texts(void **state)
{
    static const char *const texts[] = {"<script>alert(1)</script>",
                                        "</style><script>x</script>",
                                        "]]>",
                                        "\"><img src=x onerror=y>",
                                        "'); DROP TABLE",
                                        ("a\x01\x02\x1F"
                                         "b"),
                                        "\xFF\xFE",
                                        "&#60;b&#62;",
                                        "<!-- ",
                                        "{{7*7}}"};
    (void)state;
    struct page_test page;
    page_open(&page);
    for (uint32_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct page setup = {.footer_left = texts[i], .header_right = texts[i]};
        page_text(&page, i, 0, texts[i], NULL);
        assert_true(canvas_describe(&page.canvas, texts[i], texts[i], &page.err));
        assert_true(canvas_page(&page.canvas, 0, &setup, &page.err));
    }
    struct page setup = {.footer_left = texts[1], .header_right = texts[0]};
    assert_true(canvas_page(&page.canvas, 0, &setup, &page.err));
    page_finish(&page, "id"); /* and parses */
    assert_no_html(&page, "<script");
    assert_no_html(&page, "<img");
    assert_no_html(&page, "\x01");
    assert_no_html(&page, "\xFF");
    assert_html(&page, "&lt;script&gt;alert(1)&lt;/script&gt;");
    assert_html(&page, "]]&gt;");
    assert_int_equal(html_count(&page, "</style>"), 1);
    page_close(&page);
}

/* The same drawing gives the same bytes. */
static void test_html_page__same_drawing_same_bytes(void **state)
{
    (void)state;
    struct page_test one;
    struct page_test other;
    struct page_test *const both[] = {&one, &other};
    for (int i = 0; i < 2; i++) {
        page_open(both[i]);
        for (uint32_t row = 0; row < 50; row++) {
            page_number(both[i], row, row % 7, row / 3.0, row % 2 == 0 ? "tebal" : NULL);
        }
        page_finish(both[i], "id");
    }
    assert_string_equal(one.html.bytes, other.html.bytes);
    page_close(&one);
    page_close(&other);
}

/* A drawing without anything to see is refused as a workbook would be, and leaves nothing. */
/* A drawing that is begun is a page, as it is a workbook; one of which nothing can be seen is none. */
static void test_html_page__a_hidden_drawing_is_refused(void **state)
{
    (void)state;
    struct page_test page;
    struct view hidden = {.hidden = true, .tab = -1};
    int64_t at = 0;
    page_open(&page);
    page_finish(&page, "id");
    assert_html(&page, "<title>Satu</title>");
    page_close(&page);
    page_open(&page);
    assert_true(canvas_view(&page.canvas, 0, &hidden, &page.err));
    assert_false(canvas_finish(&page.canvas, "id", &at, &page.err));
    assert_string_equal(page.err.id, "WORKBOOK_EMPTY");
    canvas_release(&page.canvas);
    assert_int_equal(rmdir(page.folder), 0);
    page_close(&page);
}

/* The old page stays until the new one is whole. */
static void test_html_page__replaces_an_old_page_at_once(void **state)
{
    (void)state;
    struct page_test page;
    struct text old = TEXT_EMPTY;
    page_open(&page);
    FILE *file = fopen(page.path, "w");
    fputs("lama", file);
    fclose(file);
    page_text(&page, 0, 0, "baru", NULL);
    assert_true(file_read(page.path, 100, &old, &page.err));
    assert_string_equal(old.bytes, "lama");
    page_finish(&page, "id");
    assert_html(&page, "baru");
    text_release(&old);
    page_close(&page);
}

/* What a formula mentions must be there, as in a workbook. */
static void test_html_page__what_a_workbook_refuses_is_refused(void **state)
{
    (void)state;
    struct page_test page;
    int64_t at = 0;
    page_open(&page);
    canvas_at(&page.canvas, 12);
    assert_true(canvas_write_formula(&page.canvas, (struct cell){0, 0, 0}, "=Hilang!A1", 10, 1,
                                     NULL, &page.err));
    assert_false(canvas_finish(&page.canvas, "id", &at, &page.err));
    assert_string_equal(page.err.id, "WORKBOOK_MENTION");
    assert_int_equal(at, 12);
    page_close(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_page__is_complete_and_stands_alone),
        cmocka_unit_test(test_html_page__speaks_the_language_asked_for),
        cmocka_unit_test(test_html_page__always_has_a_title),
        cmocka_unit_test(test_html_page__has_the_sheets_that_are_seen),
        cmocka_unit_test(test_html_page__hostile_texts_stay_texts),
        cmocka_unit_test(test_html_page__same_drawing_same_bytes),
        cmocka_unit_test(test_html_page__a_hidden_drawing_is_refused),
        cmocka_unit_test(test_html_page__replaces_an_old_page_at_once),
        cmocka_unit_test(test_html_page__what_a_workbook_refuses_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
