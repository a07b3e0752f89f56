#include "workbook_range.h"

#include "limit.h"
#include "support_book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct style_name bold = {"tebal", 5};
static const char *const headings[] = {"Kode", "Nama"};

static bool merge(struct book *book, struct area area)
{
    return workbook_merge(book->workbook, &area, "x", 1, &bold, &book->err);
}

static bool table(struct book *book, struct area area, const char *name)
{
    struct table_look look = {.name = name,
                              .name_length = strlen(name),
                              .columns = headings,
                              .column_count = 2,
                              .header = &bold,
                              .filter = true};
    return workbook_table(book->workbook, &area, &look, &book->err);
}

/* Overlapping merged cells and tables make a file that spreadsheet programs "repair". */
static void test_workbook_range__areas_do_not_overlap(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, merge(&book, book_area(0, 0, 1, 1)));
    assert_failed(&book, merge(&book, book_area(1, 1, 2, 2)), "WORKBOOK_OVERLAP");
    assert_failed(&book, merge(&book, book_area(0, 0, 1, 1)), "WORKBOOK_OVERLAP");
    assert_failed(&book, table(&book, book_area(1, 0, 5, 1), "Tabel"), "WORKBOOK_OVERLAP");
    assert_done(&book, table(&book, book_area(2, 0, 5, 1), "Tabel2"));
    assert_failed(&book, merge(&book, book_area(4, 1, 4, 3)), "WORKBOOK_OVERLAP");
    assert_done(&book, merge(&book, book_area(4, 2, 4, 3)));
    book_finish(&book);
    assert_part(&book, "xl/worksheets/sheet1.xml", "<mergeCell ref=\"A1:B2\"/>");
    book_close(&book);
}

static void test_workbook_range__an_area_has_its_corners_in_order(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_failed(&book, merge(&book, book_area(1, 0, 0, 1)), "WORKBOOK_PLACE");
    assert_failed(&book, merge(&book, book_area(0, 1, 1, 0)), "WORKBOOK_PLACE");
    assert_failed(&book, merge(&book, book_area(0, 0, 1048576, 0)), "WORKBOOK_PLACE");
    assert_failed(&book, merge(&book, book_area(3, 3, 3, 3)), "WORKBOOK_SINGLE");
    struct area elsewhere = {5, 0, 0, 1, 1};
    assert_failed(&book, merge(&book, elsewhere), "WORKBOOK_SHEET");
    book_close(&book);
}

static void test_workbook_range__a_table_has_a_name_and_headings_of_its_own(void **state)
{
    (void)state;
    static const char *const twice[] = {"Nama", "nama"};
    static const char *const empty[] = {"Nama", ""};
    struct book book;
    struct area area = book_area(0, 0, 3, 1);
    struct table_look look = {.name = "T_1", .name_length = 3, .columns = twice, .column_count = 2};
    book_open(&book);
    assert_failed(&book, workbook_table(book.workbook, &area, &look, &book.err),
                  "WORKBOOK_HEADING");
    book_close(&book);
    book_open(&book);
    look.columns = empty;
    assert_failed(&book, workbook_table(book.workbook, &area, &look, &book.err),
                  "WORKBOOK_HEADING");
    book_close(&book);
    book_open(&book);
    look.column_count = 1;
    assert_failed(&book, workbook_table(book.workbook, &area, &look, &book.err), "WORKBOOK_TABLE");
    assert_failed(&book, table(&book, book_area(0, 0, 0, 1), "Tabel"), "WORKBOOK_TABLE");
    assert_done(&book, table(&book, area, "Tabel"));
    assert_failed(&book, table(&book, book_area(9, 0, 12, 1), "TABEL"), "WORKBOOK_NAME_TAKEN");
    assert_failed(&book, table(&book, book_area(9, 0, 12, 1), "A1"), "GATE_NAME");
    book_finish(&book);
    assert_cell(&book, "Satu", "B1", "s", "Nama");
    assert_part(&book, "xl/tables/table1.xml", "name=\"Tabel\"");
    book_close(&book);
}

static bool define(struct book *book, const char *name, const char *reference)
{
    return workbook_define(book->workbook, name, strlen(name), reference, strlen(reference),
                           &book->err);
}

static void test_workbook_range__names_can_be_used_in_formulas(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, define(&book, "dasar", "=Satu!$B$1"));
    assert_failed(&book, define(&book, "DASAR", "=Satu!$B$2"), "WORKBOOK_NAME_TAKEN");
    assert_failed(&book, define(&book, "lain", "=1+1"), "GATE_REFERENCE");
    assert_failed(&book, define(&book, "R1C1", "=Satu!$B$2"), "GATE_NAME");
    assert_done(&book, workbook_write_formula(book.workbook, book_cell(0, 0), "=dasar+1", 8, 1,
                                              NULL, &book.err));
    book_finish(&book);
    assert_part(&book, "xl/workbook.xml", "<definedName name=\"dasar\">Satu!$B$1</definedName>");
    book_close(&book);
}

static void test_workbook_range__choices_come_from_a_range_or_numbers(void **state)
{
    (void)state;
    struct book book;
    struct area area = book_area(0, 0, 9, 0);
    struct choice list = {.list = "=Satu!$C$1:$C$2",
                          .list_length = 15,
                          .title = "Jawaban",
                          .message = "Ya atau Tidak",
                          .error_title = "Salah",
                          .error_message = "Pilih dari daftar"};
    struct choice numbers = {.least = 1, .most = 5, .whole = true};
    book_open(&book);
    assert_done(&book, workbook_choice(book.workbook, &area, &list, &book.err));
    area.column = area.last_column = 1;
    assert_done(&book, workbook_choice(book.workbook, &area, &numbers, &book.err));
    numbers.most = NAN;
    assert_failed(&book, workbook_choice(book.workbook, &area, &numbers, &book.err), "GATE_NUMBER");
    list.list = "=WEBSERVICE(1)";
    list.list_length = 14;
    assert_failed(&book, workbook_choice(book.workbook, &area, &list, &book.err),
                  "GATE_FORMULA_FUNCTION");
    book_finish(&book);
    assert_part(&book, "xl/worksheets/sheet1.xml", "<formula1>Satu!$C$1:$C$2</formula1>");
    assert_part(&book, "xl/worksheets/sheet1.xml", "promptTitle=\"Jawaban\"");
    book_close(&book);
}

/* The library ends the process when such a text is too long in bytes: ours stops before. */
static void test_workbook_range__titles_of_choices_are_bounded_in_characters(void **state)
{
    (void)state;
    struct book book;
    struct area area = book_area(0, 0, 1, 0);
    char title[CHOICE_TITLE_UNITS * 2 + 3];
    for (size_t i = 0; i < CHOICE_TITLE_UNITS + 1; i++) {
        memcpy(title + 2 * i, "é", 3);
    }
    struct choice choice = {.least = 1, .most = 5, .title = title};
    book_open(&book);
    assert_failed(&book, workbook_choice(book.workbook, &area, &choice, &book.err),
                  "GATE_TEXT_LONG");
    title[sizeof title - 3] = '\0';
    assert_done(&book, workbook_choice(book.workbook, &area, &choice, &book.err));
    book_finish(&book);
    book_close(&book);
}

static bool condition(struct book *book, struct condition condition)
{
    struct area area = book_area(0, 0, 9, 0);
    return workbook_condition(book->workbook, &area, &condition, &book->err);
}

static void test_workbook_range__conditions_of_every_kind(void **state)
{
    (void)state;
    struct book book;
    struct style_name unknown = {"miring", 6};
    book_open(&book);
    assert_done(&book, condition(&book, (struct condition){.kind = CONDITION_FORMULA,
                                                           .text = "=$A1>$B1",
                                                           .length = 8,
                                                           .style = &bold}));
    assert_done(&book, condition(&book, (struct condition){.kind = CONDITION_EQUAL,
                                                           .text = "\"BEDA\"",
                                                           .length = 6,
                                                           .style = &bold}));
    assert_done(
        &book,
        condition(&book, (struct condition){
                             .kind = CONDITION_BETWEEN, .least = 1, .most = 2, .style = &bold}));
    assert_done(
        &book,
        condition(&book, (struct condition){
                             .kind = CONDITION_BAR, .least = 0, .most = 5, .high = 0x1F7A7A}));
    assert_done(&book, condition(&book, (struct condition){.kind = CONDITION_SCALE,
                                                           .least = 1,
                                                           .most = 5,
                                                           .low = 0xFF0000,
                                                           .high = 0xFF00}));
    assert_failed(&book,
                  condition(&book, (struct condition){.kind = CONDITION_FORMULA,
                                                      .text = "=1&2",
                                                      .length = 4,
                                                      .style = &bold}),
                  "GATE_FORMULA_SIGN");
    assert_failed(&book,
                  condition(&book, (struct condition){.kind = CONDITION_EQUAL,
                                                      .text = "x",
                                                      .length = 1,
                                                      .style = &unknown}),
                  "STYLE_UNKNOWN");
    book_finish(&book);
    assert_part(&book, "xl/worksheets/sheet1.xml", "<formula>\"\"\"BEDA\"\"\"</formula>");
    assert_part(&book, "xl/worksheets/sheet1.xml", "dataBar");
    assert_part(&book, "xl/worksheets/sheet1.xml", "colorScale");
    book_close(&book);
}

static void test_workbook_range__ranges_have_a_bound(void **state)
{
    (void)state;
    struct book book;
    struct condition between = {.kind = CONDITION_BETWEEN, .least = 1, .most = 2, .style = &bold};
    book_open(&book);
    for (int i = 0; i < LIMIT_WORKBOOK_RANGES; i++) {
        assert_done(&book, condition(&book, between));
    }
    assert_failed(&book, condition(&book, between), "WORKBOOK_MANY");
    book_close(&book);
}

static void test_workbook_range__names_have_a_bound(void **state)
{
    (void)state;
    struct book book;
    char name[24];
    book_open(&book);
    for (int i = 0; i < LIMIT_WORKBOOK_NAMES; i++) {
        snprintf(name, sizeof name, "nama_%d", i);
        assert_done(&book, define(&book, name, "=Satu!$B$1"));
    }
    assert_failed(&book, define(&book, "lagi", "=Satu!$B$1"), "WORKBOOK_MANY");
    book_close(&book);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_workbook_range__areas_do_not_overlap),
        cmocka_unit_test(test_workbook_range__an_area_has_its_corners_in_order),
        cmocka_unit_test(test_workbook_range__a_table_has_a_name_and_headings_of_its_own),
        cmocka_unit_test(test_workbook_range__names_can_be_used_in_formulas),
        cmocka_unit_test(test_workbook_range__choices_come_from_a_range_or_numbers),
        cmocka_unit_test(test_workbook_range__titles_of_choices_are_bounded_in_characters),
        cmocka_unit_test(test_workbook_range__conditions_of_every_kind),
        cmocka_unit_test(test_workbook_range__ranges_have_a_bound),
        cmocka_unit_test(test_workbook_range__names_have_a_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
