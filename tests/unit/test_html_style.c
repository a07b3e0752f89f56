/* Styles and paper as rules of a style sheet. */
#include "html_style.h"

#include "support_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void check_style(const struct style *style, const char *wanted)
{
    struct page_test page;
    struct text out = TEXT_EMPTY;
    page_open(&page);
    page_style(&page, "gaya", style);
    html_style_add(&out, page.canvas.page, false);
    if (strstr(out.bytes, wanted) == NULL) {
        fail_msg("there is no %s in %s", wanted, out.bytes);
    }
    text_release(&out);
    page_close(&page);
}

static void test_html_style__a_style_is_a_class(void **state)
{
    (void)state;
    struct style style = STYLE_PLAIN;
    check_style(&style, "td.s2,th.s2{}");
    check_style(&style, "td.k2,th.k2{}"); /* as the look of a condition, behind the others */
    style.size = 9.5;
    style.bold = true;
    style.italic = true;
    style.color = 0x8C1D18;
    style.fill = 0xFADFDB;
    check_style(&style, "td.s2,th.s2{font-size:9.5pt;font-weight:700;font-style:italic;"
                        "color:#8c1d18;background:#fadfdb;}");
}

static void test_html_style__places_and_lines(void **state)
{
    (void)state;
    struct style style = STYLE_PLAIN;
    style.align = ALIGN_CENTER;
    style.valign = VALIGN_MIDDLE;
    style.underline = true;
    check_style(&style, "{text-decoration:underline;text-align:center;vertical-align:middle;}");
    style = (struct style)STYLE_PLAIN;
    style.indent = 2;
    style.bottom = LINE_HAIR;
    style.line_color = 0xD5DBE3;
    check_style(&style, "{padding-left:21px;border-bottom:1px solid #d5dbe3;}");
    style = (struct style)STYLE_PLAIN;
    style.align = ALIGN_RIGHT;
    style.valign = VALIGN_TOP;
    style.indent = 1;
    style.top = LINE_MEDIUM;
    style.left = LINE_THICK;
    style.right = LINE_DOUBLE;
    check_style(&style, "{text-align:right;vertical-align:top;padding-right:12px;"
                        "border-top:2px solid #1f2937;border-left:3px solid #1f2937;"
                        "border-right:3px double #1f2937;}");
    style = (struct style)STYLE_PLAIN;
    strcpy(style.font, "Courier New");
    style.top = LINE_DOTTED;
    check_style(&style, "{font-family:monospace;border-top:1px dotted #1f2937;}");
}

static void check_paper(const struct page *setup, struct html_extent extent, const char *wanted)
{
    struct html_sheet sheet = {.has_page = setup != NULL};
    struct text out = TEXT_EMPTY;
    if (setup != NULL) {
        sheet.page = *setup;
    }
    html_style_paper(&out, &sheet, 3, &extent);
    if (strstr(out.bytes, wanted) == NULL) {
        fail_msg("there is no %s in %s", wanted, out.bytes);
    }
    text_release(&out);
}

static void test_html_style__paper_is_a4(void **state)
{
    (void)state;
    struct html_extent small = {300, 300};
    struct page setup = {.left = 0.5, .right = 0.5, .top = 0.4, .bottom = 0.6};
    check_paper(NULL, small, "@page s3{size:A4 portrait;");
    check_paper(&setup, small, "size:A4 portrait;margin:10.16mm 12.7mm 15.24mm 12.7mm ;");
    check_paper(&setup, small, "#s3,#s3 tr{page:s3}"); /* the rows, too, for Firefox */
    setup.landscape = true;
    check_paper(&setup, small, "size:A4 landscape;");
    check_paper(&setup, small, "#s3 .g{margin:0 0}");
    setup.center = true;
    check_paper(&setup, small, "#s3 .g{margin:0 auto}");
}

/* A sheet that is wider than the paper is shrunk; one that is to fit on one page, in height too. */
static void test_html_style__sheets_are_shrunk_to_fit(void **state)
{
    (void)state;
    struct page setup = {.fit_width = 1};
    check_paper(&setup, (struct html_extent){500, 9000}, "zoom:1}");
    check_paper(&setup, (struct html_extent){1587, 500}, "zoom:0.5}"); /* A4 is 793.7 pixels wide */
    setup.fit_height = 1;
    check_paper(&setup, (struct html_extent){500, 2245}, "zoom:0.49}"); /* and 1122.5 high */
    setup.fit_height = 2;
    check_paper(&setup, (struct html_extent){500, 2200}, "zoom:1}");
    setup.fit_width = 2;
    check_paper(&setup, (struct html_extent){1587, 500}, "zoom:1}");
}

static void test_html_style__headers_and_footers_count_pages(void **state)
{
    (void)state;
    struct html_extent small = {300, 300};
    struct page setup = {.footer_right = "Hal. {page} dari {pages}",
                         .footer_left = "Kota \"Contoh\"",
                         .header_center = "{page}"};
    check_paper(&setup, small,
                "@bottom-right{content:\"Hal\\2E  \" counter(page) \" dari \" "
                "counter(pages) }");
    check_paper(&setup, small, "@bottom-left{content:\"Kota \\22 Contoh\\22 \"}");
    check_paper(&setup, small, "@top-center{content:\"\" counter(page) }");
}

/* Wants rules of a sheet of ten columns of 100 pixels, whose first two rows are 20 high. */
static void check_screen(const struct html_layout *layout, const char *wanted, bool there)
{
    uint16_t widths[10];
    const struct html_sheet sheet = {.name = "Satu"};
    const struct html_grid grid = {.sheet = &sheet, .columns = 10, .rows = 9, .widths = widths};
    struct text out = TEXT_EMPTY;
    for (size_t i = 0; i < 10; i++) {
        widths[i] = i == 1 ? 300 : 100;
    }
    html_style_screen(&out, &grid, layout, 3);
    if ((strstr(out.bytes, wanted) != NULL) != there) {
        fail_msg("%s %s in %s", wanted, there ? "is not" : "is", out.bytes);
    }
    text_release(&out);
}

/* A wide table scrolls in a box no higher than the screen, below its head and beside its columns; where all
 * of its width is seen the page scrolls. Titles above the headings move out of sight. */
static void test_html_style__a_wide_table_keeps_its_panes(void **state)
{
    (void)state;
    const struct html_layout layout = {.head_first = 0,
                                       .head_last = 2,
                                       .head_stays = true,
                                       .titles = 2,
                                       .frozen = 2,
                                       .marked = 2,
                                       .narrow = 1};
    check_screen(&layout, "#s3 .z0{left:0px}#s3 .z1{left:100px}", true);
    check_screen(&layout, "#s3 .x{max-height:calc(100vh - var(--nav) - 1rem);padding:0}", true);
    check_screen(&layout, "#s3 thead{position:sticky;top:calc(0px - 40px);z-index:2}", true);
    check_screen(&layout, "(min-width:1272px){#s3 .x{overflow:visible;max-height:none;", true);
    check_screen(&layout, "#s3 thead{position:sticky;top:calc(var(--nav) - 40px);z-index:2}", true);
    check_screen(&layout,
                 "(max-width:700px){#s3 .z{position:static}#s3 .z1{position:sticky;left:0}"
                 "#s3 .t{width:140px!important}#s3 .g:not(.i){width:1040px!important}}",
                 true);
}

/* A table whose columns are not frozen keeps one of them on a narrow screen only. */
static void test_html_style__columns_that_are_not_frozen_move(void **state)
{
    (void)state;
    const struct html_layout layout = {.head_first = 1, .marked = 2, .narrow = 0};
    check_screen(&layout, "@media screen{#s3 .z{position:static}", true);
    check_screen(&layout, "#s3 .z0{position:sticky;left:0}", true);
    check_screen(&layout, "thead", false);
}

/* A board has no box and, on a narrow screen, nothing that stays. */
static void test_html_style__a_board_has_no_box(void **state)
{
    (void)state;
    const struct html_layout layout = {
        .board = true, .head_first = 0, .head_last = 0, .head_stays = true, .narrow = LAYOUT_NONE};
    check_screen(&layout, "max-height:calc", false);
    check_screen(&layout, "top:calc(0px", false);
    check_screen(&layout, "top:calc(var(--nav) - 0px)", true);
    check_screen(&layout, "(max-width:700px)", false);
}

/* On a tablet a board is drawn smaller, until all of it is seen; a table scrolls as it is. */
static void test_html_style__a_board_shrinks_on_a_tablet(void **state)
{
    (void)state;
    const struct html_layout board = {.board = true, .head_first = 1, .narrow = LAYOUT_NONE};
    const struct html_layout table = {.head_first = 1, .narrow = LAYOUT_NONE};
    const char *first = "(min-width:1176px) and (max-width:1271px){#s3 .x{zoom:.92}";
    check_screen(&board, first, true);
    check_screen(&board, "(min-width:912px) and (max-width:983px){#s3 .x{zoom:.70}", true);
    check_screen(&board, "zoom:.6", false); /* too small to be read */
    check_screen(&table, "zoom", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_style__a_style_is_a_class),
        cmocka_unit_test(test_html_style__places_and_lines),
        cmocka_unit_test(test_html_style__paper_is_a4),
        cmocka_unit_test(test_html_style__sheets_are_shrunk_to_fit),
        cmocka_unit_test(test_html_style__headers_and_footers_count_pages),
        cmocka_unit_test(test_html_style__a_wide_table_keeps_its_panes),
        cmocka_unit_test(test_html_style__columns_that_are_not_frozen_move),
        cmocka_unit_test(test_html_style__a_board_has_no_box),
        cmocka_unit_test(test_html_style__a_board_shrinks_on_a_tablet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
