#include "workbook.h"

#include "gate.h"
#include "limit.h"
#include "memory.h"
#include "support_book.h"
#include "web_address.h"
#include "workbook_style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct style_name bold = {"tebal", 5};

static bool write_text(struct book *book, uint32_t row, uint32_t column, const char *text)
{
    return workbook_write_text(book->workbook, book_cell(row, column), text, strlen(text), &bold,
                               &book->err);
}

static bool write_formula(struct book *book, uint32_t row, const char *formula, double value)
{
    return workbook_write_formula(book->workbook, book_cell(row, 0), formula, strlen(formula),
                                  value, NULL, &book->err);
}

static void test_workbook__cells_are_what_was_written(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, write_text(&book, 0, 0, "=1+1"));
    assert_done(&book, write_text(&book, 0, 1, "_x0041_ é"));
    assert_done(&book,
                workbook_write_number(book.workbook, book_cell(1, 0), 2.9795, NULL, &book.err));
    assert_done(&book, write_formula(&book, 2, "=A2*2", 5.959));
    static const char choice[] = "=IF(A2>2,\"ya\",\"tidak\")";
    assert_done(&book, workbook_write_formula_text(book.workbook, book_cell(3, 0), choice,
                                                   sizeof choice - 1, "ya", 2, &bold, &book.err));
    assert_done(&book, workbook_write_blank(book.workbook, book_cell(4, 0), &bold, &book.err));
    book_finish(&book);
    assert_cell(&book, "Satu", "A1", "s", "=1+1");
    assert_cell(&book, "Satu", "B1", "s", "_x005F_x0041_ é"); /* a reader gives _x0041_ */
    assert_cell(&book, "Satu", "A2", "n", "2.9795");
    assert_cell(&book, "Satu", "A3", "formula", "5.959");
    assert_cell(&book, "Satu", "A4", "formula", "ya");
    assert_cell(&book, "Satu", "A5", "n", "");
    book_close(&book);
}

static void test_workbook__a_cell_lies_in_the_grid_and_on_a_sheet(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, write_text(&book, GATE_ROWS - 1, GATE_COLUMNS - 1, "x"));
    assert_failed(&book, write_text(&book, GATE_ROWS, 0, "x"), "WORKBOOK_PLACE");
    assert_failed(&book, write_text(&book, 0, GATE_COLUMNS, "x"), "WORKBOOK_PLACE");
    struct cell elsewhere = {1, 0, 0};
    assert_failed(&book, workbook_write_text(book.workbook, elsewhere, "x", 1, NULL, &book.err),
                  "WORKBOOK_SHEET");
    book_close(&book);
}

static void test_workbook__a_number_is_finite(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_failed(&book,
                  workbook_write_number(book.workbook, book_cell(0, 0), NAN, NULL, &book.err),
                  "GATE_NUMBER");
    assert_failed(&book, write_formula(&book, 0, "=1", INFINITY), "GATE_NUMBER");
    book_close(&book);
}

static void test_workbook__a_style_must_be_defined(void **state)
{
    (void)state;
    struct book book;
    struct style_name unknown = {"miring", 6};
    book_open(&book);
    assert_failed(&book,
                  workbook_write_text(book.workbook, book_cell(0, 0), "x", 1, &unknown, &book.err),
                  "STYLE_UNKNOWN");
    book_close(&book);
}

static bool add_sheet(struct book *book, const char *name)
{
    size_t sheet = 0;
    return workbook_add_sheet(book->workbook, name, strlen(name), &sheet, &book->err);
}

static void test_workbook__sheets_differ_by_more_than_capitals(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_failed(&book, add_sheet(&book, "SATU"), "WORKBOOK_NAME_TAKEN");
    assert_failed(&book, add_sheet(&book, "a/b"), "GATE_SHEET_NAME");
    assert_done(&book, add_sheet(&book, "Satu dua"));
    book_close(&book);
}

static void test_workbook__sheets_have_a_bound(void **state)
{
    (void)state;
    struct book book;
    char name[16];
    book_open(&book);
    for (int i = 2; i <= LIMIT_WORKBOOK_SHEETS; i++) {
        snprintf(name, sizeof name, "L%d", i);
        assert_done(&book, add_sheet(&book, name));
    }
    assert_failed(&book, add_sheet(&book, "lagi"), "WORKBOOK_MANY");
    book_close(&book);
}

static void test_workbook__cells_have_a_bound(void **state)
{
    (void)state;
    struct book book;
    struct area most = book_area(0, 0, LIMIT_WORKBOOK_CELLS / 100 - 1, 99);
    struct area all = book_area(0, 0, GATE_ROWS - 1, GATE_COLUMNS - 1);
    book_open(&book);
    assert_failed(&book, workbook_fill(book.workbook, &all, NULL, &book.err), "WORKBOOK_MANY");
    assert_done(&book, workbook_fill(book.workbook, &most, NULL, &book.err));
    assert_failed(&book, write_text(&book, 0, 0, "x"), "WORKBOOK_MANY");
    book_close(&book);
}

static void test_workbook__texts_together_have_a_bound(void **state)
{
    (void)state;
    struct book book;
    size_t length = GATE_CELL_UNITS;
    char *text = memory_zero(length + 1, 1);
    memset(text, 'x', length);
    book_open(&book);
    size_t fits = LIMIT_WORKBOOK_TEXT / length;
    for (size_t i = 0; i < fits; i++) {
        assert_done(&book, write_text(&book, 0, 0, text));
    }
    assert_failed(&book, write_text(&book, 0, 0, text), "WORKBOOK_MANY");
    free(text);
    book_close(&book);
}

/* What a formula mentions may be drawn later; at the end it must be there. */
static void test_workbook__a_formula_mentions_what_is_there(void **state)
{
    (void)state;
    struct book book;
    int64_t at = 0;
    book_open(&book);
    workbook_at(book.workbook, 11);
    assert_done(&book, write_formula(&book, 0, "=dua!A1", 0));
    workbook_at(book.workbook, 12);
    assert_done(&book, write_formula(&book, 1, "=Tiga!A1+nama", 0));
    assert_done(&book, add_sheet(&book, "Dua"));
    assert_failed(&book, workbook_finish(book.workbook, &at, &book.err), "WORKBOOK_MENTION");
    assert_int_equal(at, 12);
    book_close(&book);
}

static void test_workbook__a_file_that_is_not_finished_leaves_nothing(void **state)
{
    (void)state;
    struct book book;
    struct text command = TEXT_EMPTY;
    book_open(&book);
    assert_done(&book, write_text(&book, 0, 0, "x"));
    workbook_release(book.workbook);
    book.workbook = NULL;
    text_format(&command, "rmdir %s && mkdir %s", book.folder, book.folder);
    assert_int_equal(system(command.bytes), 0);
    text_release(&command);
    book_close(&book);
}

static void test_workbook__a_workbook_needs_a_sheet(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    int64_t at = 0;
    struct workbook *workbook = workbook_begin("/tmp/spbe-empty.xlsx", 2024, &err);
    assert_non_null(workbook);
    assert_false(workbook_finish(workbook, &at, &err));
    assert_string_equal(err.id, "WORKBOOK_EMPTY");
    workbook_release(workbook);
    assert_int_not_equal(access("/tmp/spbe-empty.xlsx", F_OK), 0);
}

static void test_workbook__a_folder_that_is_not_there_is_told(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    assert_null(workbook_begin("/tidak/ada/x.xlsx", 2024, &err));
    assert_string_equal(err.id, "FILE_WRITE");
}

/* Drawn only, as `spbe templates check` does. */
static void test_workbook__a_drawing_without_a_file_is_thrown_away(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    size_t sheet = 0;
    struct workbook *workbook = workbook_begin(NULL, 2024, &err);
    assert_non_null(workbook);
    assert_true(workbook_add_sheet(workbook, "Satu", 4, &sheet, &err));
    workbook_release(workbook);
    assert_int_not_equal(access("never-written", F_OK), 0);
}

static void test_workbook__the_date_inside_is_the_years(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, workbook_describe(book.workbook, "Laporan & <hasil>", NULL, &book.err));
    assert_done(&book, write_text(&book, 0, 0, "x"));
    book_finish(&book);
    assert_part(&book, "docProps/core.xml", "2024-01-01T00:00:00Z");
    assert_part(&book, "docProps/core.xml", "Laporan &amp; &lt;hasil&gt;");
    book_close(&book);
}

static void test_workbook__a_link_leads_to_a_cell_of_the_workbook(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, add_sheet(&book, "It's"));
    struct cell there = {1, 4, 1};
    struct cell nowhere = {2, 0, 0};
    assert_done(&book, workbook_write_link(book.workbook, book_cell(0, 0), there, "ke sana", 7,
                                           NULL, &book.err));
    assert_failed(
        &book,
        workbook_write_link(book.workbook, book_cell(0, 0), nowhere, "x", 1, NULL, &book.err),
        "WORKBOOK_SHEET");
    book_finish(&book);
    assert_part(&book, "xl/worksheets/sheet1.xml", "location=\"'It''s'!B5\"");
    assert_cell(&book, "Satu", "A1", "s", "ke sana");
    book_close(&book);
}

/* What is told of a link to the web: the address in its relations, the text in its cell, nothing that calculates. */
static void test_workbook__a_link_leads_to_the_web(void **state)
{
    static const char site[] = "https://spbe.go.id/cari?a=1&b='2'#atas";
    static const char mail[] = "mailto:spbe@kota.go.id?subject=Bukti%20dukung";
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, workbook_write_web(book.workbook, book_cell(0, 0), site, strlen(site),
                                          "=1+1", 4, NULL, &book.err));
    assert_done(&book, workbook_write_web(book.workbook, book_cell(1, 0), mail, strlen(mail), "", 0,
                                          NULL, &book.err));
    static const char *const bad[] = {"http:",           "file:///etc/passwd", "internal:'Satu'!A1",
                                      "javascript:a(1)", "external:b.xlsx",    "https://a b"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_failed(&book,
                      workbook_write_web(book.workbook, book_cell(2, 0), bad[i], strlen(bad[i]),
                                         "x", 1, NULL, &book.err),
                      "WEB_ADDRESS");
    }
    book_finish(&book);
    assert_part(&book, "xl/worksheets/_rels/sheet1.xml.rels",
                "Target=\"https://spbe.go.id/cari?a=1&amp;b='2'\" TargetMode=\"External\"");
    assert_part(&book, "xl/worksheets/sheet1.xml", "location=\"atas\"");
    assert_part(&book, "xl/worksheets/_rels/sheet1.xml.rels",
                "Target=\"mailto:spbe@kota.go.id?subject=Bukti%20dukung\"");
    assert_cell(&book, "Satu", "A1", "s", "=1+1");
    assert_cell(&book, "Satu", "A2", "s", mail);
    book_close(&book);
}

/* The longest address that Excel takes goes in whole, and one letter more is refused here, not there. */
static void test_workbook__an_address_has_a_bound(void **state)
{
    (void)state;
    struct book book;
    struct text address = TEXT_EMPTY;
    book_open(&book);
    text_add(&address, "https://spbe.go.id/");
    while (address.length < WEB_ADDRESS_LETTERS) {
        text_add_byte(&address, 'a');
    }
    assert_done(&book, workbook_write_web(book.workbook, book_cell(0, 0), address.bytes,
                                          address.length, "", 0, NULL, &book.err));
    text_add_byte(&address, 'a');
    assert_failed(&book,
                  workbook_write_web(book.workbook, book_cell(1, 0), address.bytes, address.length,
                                     "x", 1, NULL, &book.err),
                  "WEB_ADDRESS_LONG");
    address.bytes[WEB_ADDRESS_LETTERS] = '\0';
    book_finish(&book);
    assert_part(&book, "xl/worksheets/_rels/sheet1.xml.rels", address.bytes);
    text_release(&address);
    book_close(&book);
}

/* Links count together, so that no sheet ever has the 65,531st that Excel drops. */
static void test_workbook__links_have_a_bound(void **state)
{
    static const char site[] = "https://spbe.go.id/";
    (void)state;
    struct book book;
    book_open(&book);
    for (uint32_t i = 0; i < LIMIT_WORKBOOK_RANGES; i++) {
        assert_done(&book, workbook_write_web(book.workbook, book_cell(i, 0), site, strlen(site),
                                              "x", 1, NULL, &book.err));
    }
    assert_failed(&book,
                  workbook_write_web(book.workbook, book_cell(LIMIT_WORKBOOK_RANGES, 0), site,
                                     strlen(site), "x", 1, NULL, &book.err),
                  "WORKBOOK_MANY");
    book_finish(&book);
    book_close(&book);
}

static void test_workbook__styles_are_distinct_and_bounded(void **state)
{
    (void)state;
    struct book book;
    struct style style = STYLE_PLAIN;
    char name[16];
    book_open(&book);
    assert_failed(&book, workbook_style_define(book.workbook, "tebal", 5, &style, &book.err),
                  "STYLE_TAKEN");
    assert_failed(&book, workbook_style_define(book.workbook, "A1", 2, &style, &book.err),
                  "GATE_NAME");
    for (int i = 1; i < LIMIT_WORKBOOK_STYLES; i++) {
        snprintf(name, sizeof name, "gaya_%d", i);
        assert_done(&book,
                    workbook_style_define(book.workbook, name, strlen(name), &style, &book.err));
    }
    assert_failed(&book, workbook_style_define(book.workbook, "lagi", 4, &style, &book.err),
                  "WORKBOOK_MANY");
    assert_non_null(workbook_style_find(book.workbook, "gaya_499", 8));
    assert_null(workbook_style_find(book.workbook, "gaya_500", 8));
    book_close(&book);
}

/* Defines a style with one member changed; wants STYLE_RANGE or the id that is given. */
static void check_style(struct style style, const char *id)
{
    struct book book;
    book_open(&book);
    bool done = workbook_style_define(book.workbook, "coba", 4, &style, &book.err);
    if (id == NULL) {
        assert_done(&book, done);
    } else {
        assert_failed(&book, done, id);
    }
    book_close(&book);
}

static void test_workbook__a_style_has_possible_values(void **state)
{
    (void)state;
    struct style plain = STYLE_PLAIN;
    struct style style = plain;
    style.size = 101;
    check_style(style, "STYLE_RANGE");
    style = plain;
    style.indent = 16;
    check_style(style, "STYLE_RANGE");
    style = plain;
    style.rotation = 91;
    check_style(style, "STYLE_RANGE");
    style = plain;
    style.color = 0x1000000;
    check_style(style, "STYLE_RANGE");
    style = plain;
    strcpy(style.format, "0\"");
    check_style(style, "GATE_FORMAT");
    style = plain;
    style.size = 100;
    style.rotation = -90;
    style.fill = 0xFFFFFF;
    strcpy(style.format, "0.00");
    style.top = LINE_DOUBLE;
    style.align = ALIGN_ACROSS;
    check_style(style, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_workbook__cells_are_what_was_written),
        cmocka_unit_test(test_workbook__a_cell_lies_in_the_grid_and_on_a_sheet),
        cmocka_unit_test(test_workbook__a_number_is_finite),
        cmocka_unit_test(test_workbook__a_style_must_be_defined),
        cmocka_unit_test(test_workbook__sheets_differ_by_more_than_capitals),
        cmocka_unit_test(test_workbook__sheets_have_a_bound),
        cmocka_unit_test(test_workbook__cells_have_a_bound),
        cmocka_unit_test(test_workbook__texts_together_have_a_bound),
        cmocka_unit_test(test_workbook__a_formula_mentions_what_is_there),
        cmocka_unit_test(test_workbook__a_file_that_is_not_finished_leaves_nothing),
        cmocka_unit_test(test_workbook__a_workbook_needs_a_sheet),
        cmocka_unit_test(test_workbook__a_folder_that_is_not_there_is_told),
        cmocka_unit_test(test_workbook__a_drawing_without_a_file_is_thrown_away),
        cmocka_unit_test(test_workbook__the_date_inside_is_the_years),
        cmocka_unit_test(test_workbook__a_link_leads_to_a_cell_of_the_workbook),
        cmocka_unit_test(test_workbook__a_link_leads_to_the_web),
        cmocka_unit_test(test_workbook__an_address_has_a_bound),
        cmocka_unit_test(test_workbook__links_have_a_bound),
        cmocka_unit_test(test_workbook__styles_are_distinct_and_bounded),
        cmocka_unit_test(test_workbook__a_style_has_possible_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
