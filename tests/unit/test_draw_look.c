/* The options of styles, tables, choices, conditions, screen and paper as a template gives them, down to the
 * file; what is out of range is refused by the row that names it. */
#include "draw_look.h"

#include "support_book.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

typedef bool look(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                  struct error *err);

static const char sheet_part[] = "xl/worksheets/sheet1.xml";
static const char styles_part[] = "xl/styles.xml";

/* Runs a command: its numbers, then its options. */
static bool run(struct book *book, look *command, const double *numbers, size_t count,
                const char *options)
{
    struct arena arena = ARENA_EMPTY;
    struct draw_value arguments[DRAWING_ARGUMENTS] = {{.given = false}};
    struct canvas canvas = {.workbook = book->workbook};
    for (size_t i = 0; i < count; i++) {
        arguments[i] = (struct draw_value){.given = true, .number = numbers[i]};
    }
    if (options != NULL) {
        arguments[count] = (struct draw_value){.given = true, .text = {options, strlen(options)}};
    }
    bool done = command(&canvas, arguments, &arena, &book->err);
    arena_release(&arena);
    return done;
}

/* A style by its name. */
static bool style(struct book *book, const char *name, const char *options)
{
    struct arena arena = ARENA_EMPTY;
    struct draw_value arguments[DRAWING_ARGUMENTS] = {
        {.given = true, .text = {name, strlen(name)}},
        {.given = true, .text = {options, strlen(options)}}};
    struct canvas canvas = {.workbook = book->workbook};
    bool done = draw_look_style(&canvas, arguments, &arena, &book->err);
    arena_release(&arena);
    return done;
}

/* On the first sheet, with options alone. */
static bool on_sheet(struct book *book, look *command, const char *options)
{
    static const double sheet[] = {0};
    return run(book, command, sheet, 1, options);
}

/* On B2:C5 of the first sheet. */
static bool on_area(struct book *book, look *command, const char *options)
{
    static const double area[] = {0, 1, 1, 4, 2};
    return run(book, command, area, 5, options);
}

/* One row of a table: options, and the text that they make, or the row that refuses them. */
struct look_row {
    const char *options, *wanted;
};

static void check_made(look *command, bool (*how)(struct book *, look *, const char *),
                       const char *part, const struct look_row *rows)
{
    for (; rows->options != NULL; rows++) {
        struct book book;
        book_open(&book);
        assert_done(&book, how(&book, command, rows->options));
        book_finish(&book);
        assert_part(&book, part, rows->wanted);
        book_close(&book);
    }
}

static void check_refused(look *command, bool (*how)(struct book *, look *, const char *),
                          const struct look_row *rows)
{
    struct book book;
    book_open(&book);
    for (; rows->options != NULL; rows++) {
        bool done = how(&book, command, rows->options);
        if (done || strcmp(book.err.id, rows->wanted) != 0) {
            fail_msg("%s: %s instead of %s", rows->options, done ? "done" : book.err.id,
                     rows->wanted);
        }
        error_clear(&book.err);
    }
    book_close(&book);
}

/* ---- styles ---- */

/* A cell in style "baru". */
static bool styled(struct book *book, look *command, const char *options)
{
    static const struct style_name name = {"baru", 4};
    (void)command;
    return style(book, "baru", options) &&
           workbook_write_number(book->workbook, book_cell(0, 0), 1, &name, &book->err);
}

/* Protects every report: what a template asks for is what the reader sees. */
static void test_draw_look__styles_reach_the_file(void **state)
{
    (void)state;
    static const struct look_row rows[] = {
        {"{\"bold\":true,\"italic\":true,\"underline\":true}", "<b/><i/><u/>"},
        {"{\"font\":\"Courier\",\"size\":7}", "<sz val=\"7\"/>"},
        {"{\"color\":\"#123456\"}", "<color rgb=\"FF123456\"/>"},
        {"{\"fill\":\"#ABCDEF\"}", "<fgColor rgb=\"FFABCDEF\"/>"},
        {"{\"format\":\"0.000\"}", "formatCode=\"0.000\""},
        {"{\"align\":\"center\",\"valign\":\"middle\"}",
         "horizontal=\"center\" vertical=\"center\""},
        {"{\"align\":\"across\"}", "horizontal=\"centerContinuous\""},
        {"{\"wrap\":true}", "wrapText=\"1\""},
        {"{\"indent\":3,\"align\":\"left\"}", "indent=\"3\""},
        {"{\"rotation\":45}", "textRotation=\"45\""},
        {"{\"rotation\":-90}", "textRotation=\"180\""},
        {"{\"line\":\"thin\",\"line_color\":\"#FF0000\"}", "<left style=\"thin\">"},
        {"{\"line\":\"thin\",\"bottom\":\"double\"}", "<bottom style=\"double\">"},
        {"{\"top\":\"dotted\"}", "<top style=\"dotted\">"},
        {"{\"unlocked\":true}", "<protection locked=\"0\"/>"},
        {NULL, NULL}};
    check_made(NULL, styled, styles_part, rows);
}

/* A style that begins with another keeps all that it does not say itself. */
static void test_draw_look__a_style_begins_with_another(void **state)
{
    (void)state;
    struct book book;
    book_open(&book);
    assert_done(&book, style(&book, "dasar", "{\"bold\":true,\"size\":9,\"fill\":\"#010203\"}"));
    assert_done(&book, styled(&book, NULL, "{\"base\":\"dasar\",\"size\":21}"));
    book_finish(&book);
    assert_part(&book, styles_part, "<b/><sz val=\"21\"/>");
    assert_part(&book, styles_part, "FF010203");
    book_close(&book);
}

static void test_draw_look__styles_out_of_range_are_refused(void **state)
{
    (void)state;
    static const struct look_row rows[] = {{"{\"base\":\"tiada\"}", "STYLE_UNKNOWN"},
                                           {"{\"size\":0.5}", "WORKBOOK_RANGE"},
                                           {"{\"size\":101}", "WORKBOOK_RANGE"},
                                           {"{\"indent\":16}", "WORKBOOK_RANGE"},
                                           {"{\"rotation\":91}", "WORKBOOK_RANGE"},
                                           {"{\"rotation\":-91}", "WORKBOOK_RANGE"},
                                           {"{\"align\":\"middle\"}", "DRAW_WORD"},
                                           {"{\"valign\":\"center\"}", "DRAW_WORD"},
                                           {"{\"line\":\"thinner\"}", "DRAW_WORD"},
                                           {"{\"left\":\"\"}", "DRAW_WORD"},
                                           {"{\"bold\":1}", "DRAW_TYPE"},
                                           {"{\"color\":\"red\"}", "DRAW_TYPE"},
                                           {"{\"colour\":\"#000000\"}", "DRAW_OPTION"},
                                           {"[1]", "DRAW_OPTIONS"},
                                           {NULL, NULL}};
    check_refused(NULL, styled, rows);
}

/* A name of a font that is too long for its place is refused, not cut. */
static void test_draw_look__long_texts_of_styles_are_refused(void **state)
{
    (void)state;
    static const char *const keys[] = {"font", "format"};
    struct book book;
    book_open(&book);
    for (size_t i = 0; i < 2; i++) {
        struct text options = TEXT_EMPTY;
        text_format(&options, "{\"%s\":\"%0200d\"}", keys[i], 0);
        assert_failed(&book, style(&book, "baru", options.bytes), "WORKBOOK_RANGE");
        text_release(&options);
    }
    book_close(&book);
}

/* ---- columns and rows ---- */

static void test_draw_look__columns_and_rows_have_sizes(void **state)
{
    (void)state;
    static const double columns[] = {0, 1, 2, 20};
    static const double row[] = {0, 4, 33};
    struct book book;
    book_open(&book);
    assert_done(&book, run(&book, draw_look_columns, columns, 4, "{\"hidden\":true}"));
    assert_done(&book, run(&book, draw_look_row, row, 3, NULL));
    book_finish(&book);
    assert_part(&book, sheet_part, "<col min=\"2\" max=\"3\"");
    assert_part(&book, sheet_part, "hidden=\"1\" customWidth=\"1\"");
    assert_part(&book, sheet_part, "<row r=\"5\"");
    assert_part(&book, sheet_part, "ht=\"33\"");
    book_close(&book);
}

/* ---- tables, choices, conditions ---- */

static void test_draw_look__tables_have_names_and_headings(void **state)
{
    (void)state;
    static const struct look_row rows[] = {
        {"{\"name\":\"Nilai\",\"columns\":[\"Kode\",\"Isi\"]}",
         "displayName=\"Nilai\" ref=\"B2:C5\""},
        {"{\"name\":\"Nilai\",\"columns\":[\"Kode\",\"Isi\"]}", "name=\"Kode\""},
        {"{\"name\":\"Nilai\",\"columns\":[\"Kode\",\"Isi\"],\"filter\":true}", "<autoFilter ref="},
        {NULL, NULL}};
    check_made(draw_look_table, on_area, "xl/tables/table1.xml", rows);
}

static void test_draw_look__tables_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    static const struct look_row rows[] = {
        {"{\"name\":\"N\",\"columns\":[\"a\"]}", "WORKBOOK_TABLE"},
        {"{\"name\":\"N\",\"columns\":[\"a\",2]}", "WORKBOOK_TABLE"},
        {"{\"name\":\"N\",\"columns\":[\"a\",\"A\"]}", "WORKBOOK_HEADING"},
        {"{\"name\":\"N\",\"columns\":\"a\"}", "DRAW_TYPE"},
        {"{\"name\":\"N\"}", "DRAW_TYPE"},
        {"{\"name\":\"N 1\",\"columns\":[\"a\",\"b\"]}", "GATE_NAME"},
        {NULL, NULL}};
    check_refused(draw_look_table, on_area, rows);
}

static void test_draw_look__choices_limit_what_is_typed(void **state)
{
    (void)state;
    static const struct look_row rows[] = {
        {"{\"list\":\"=Satu!$A$1:$A$3\"}", "<formula1>Satu!$A$1:$A$3</formula1>"},
        {"{\"least\":1,\"most\":5,\"whole\":true}", "type=\"whole\""},
        {"{\"least\":0.5,\"most\":5}", "<formula1>0.5</formula1><formula2>5</formula2>"},
        {"{\"least\":44000,\"most\":46000,\"date\":true}", "type=\"date\""},
        {"{\"least\":1,\"most\":5,\"warn\":true}", "errorStyle=\"warning\""},
        {"{\"least\":1,\"most\":5,\"title\":\"Isi\",\"message\":\"1 sampai 5\"}",
         "promptTitle=\"Isi\" prompt=\"1 sampai 5\""},
        {"{\"least\":1,\"most\":5,\"error_title\":\"Bukan\",\"error_message\":\"Angka\"}",
         "errorTitle=\"Bukan\" error=\"Angka\""},
        {NULL, NULL}};
    check_made(draw_look_choice, on_area, sheet_part, rows);
}

static void test_draw_look__conditions_by_what_they_name(void **state)
{
    (void)state;
    static const struct look_row rows[] = {
        {"{\"formula\":\"=B2>1\",\"style\":\"tebal\"}", "type=\"expression\""},
        {"{\"equal\":\"Ya\",\"style\":\"tebal\"}", "<formula>\"Ya\"</formula>"},
        {"{\"least\":2,\"most\":3,\"style\":\"tebal\"}", "operator=\"between\""},
        {"{\"bar\":\"#336699\",\"least\":0,\"most\":5}", "<dataBar>"},
        {"{\"low\":\"#FF0000\",\"high\":\"#00FF00\"}", "<colorScale>"},
        {NULL, NULL}};
    check_made(draw_look_condition, on_area, sheet_part, rows);
}

static void test_draw_look__conditions_need_a_style(void **state)
{
    (void)state;
    static const struct look_row rows[] = {
        {"{\"equal\":\"Ya\"}", "DRAW_TYPE"},
        {"{\"formula\":\"=B2>1\"}", "DRAW_TYPE"},
        {"{\"least\":1,\"most\":2}", "DRAW_TYPE"},
        {"{\"equal\":\"Ya\",\"style\":\"tiada\"}", "STYLE_UNKNOWN"},
        {"{\"formula\":\"=HYPERLINK(1)\",\"style\":\"tebal\"}", "GATE_FORMULA_FUNCTION"},
        {NULL, NULL}};
    check_refused(draw_look_condition, on_area, rows);
}

/* ---- screen and paper ---- */

static void test_draw_look__a_sheet_stands_as_it_is_asked(void **state)
{
    (void)state;
    static const struct look_row rows[] = {{"{\"freeze_row\":3}", "ySplit=\"2\""},
                                           {"{\"freeze_column\":2}", "xSplit=\"1\""},
                                           {"{\"zoom\":80}", "zoomScale=\"80\""},
                                           {"{\"gridlines\":false}", "showGridLines=\"0\""},
                                           {"{\"tab\":\"#0000FF\"}", "<tabColor rgb="},
                                           {"{\"active\":true}", "tabSelected=\"1\""},
                                           {NULL, NULL}};
    check_made(draw_look_view, on_sheet, sheet_part, rows);
    static const struct look_row refused[] = {
        {"{\"zoom\":9}", "WORKBOOK_RANGE"},       {"{\"zoom\":401}", "WORKBOOK_RANGE"},
        {"{\"freeze_row\":0}", "WORKBOOK_RANGE"}, {"{\"freeze_column\":16001}", "WORKBOOK_RANGE"},
        {"{\"tab\":\"biru\"}", "DRAW_TYPE"},      {NULL, NULL}};
    check_refused(draw_look_view, on_sheet, refused);
}

static void test_draw_look__a_page_is_printed_as_it_is_asked(void **state)
{
    (void)state;
    static const struct look_row rows[] = {
        {"{\"landscape\":true}", "orientation=\"landscape\""},
        {"{}", "paperSize=\"9\""},
        {"{\"left\":25.4,\"right\":12.7}", "<pageMargins left=\"1\" right=\"0.5\""},
        {"{\"fit_width\":1,\"fit_height\":0}", "fitToHeight=\"0\""},
        {"{\"center\":true}", "horizontalCentered=\"1\""},
        {"{\"header_left\":\"Kota\"}", "<oddHeader>&amp;L"},
        {"{\"footer_right\":\"{page} dari {pages}\"}", "&amp;P dari &amp;N</oddFooter>"},
        {NULL, NULL}};
    check_made(draw_look_page, on_sheet, sheet_part, rows);
    static const struct look_row named[] = {
        {"{\"repeat_first\":1,\"repeat_last\":3}", "Satu!$1:$3"},
        {"{\"repeat_first\":4}", "Satu!$4:$4"},
        {"{\"area\":[1,1,9,4]}", "Satu!$A$1:$D$9"},
        {NULL, NULL}};
    check_made(draw_look_page, on_sheet, "xl/workbook.xml", named);
}

static void test_draw_look__pages_out_of_range_are_refused(void **state)
{
    (void)state;
    static const struct look_row rows[] = {
        {"{\"left\":101}", "WORKBOOK_RANGE"},
        {"{\"top\":-1}", "WORKBOOK_RANGE"},
        {"{\"fit_width\":1001}", "WORKBOOK_RANGE"},
        {"{\"repeat_first\":3,\"repeat_last\":2}", "WORKBOOK_RANGE"},
        {"{\"area\":[1,1,9]}", "WORKBOOK_RANGE"},
        {"{\"area\":[1,1,9,4,5]}", "WORKBOOK_RANGE"},
        {"{\"area\":[0,1,9,4]}", "WORKBOOK_RANGE"},
        {"{\"area\":[1,1,9,\"4\"]}", "WORKBOOK_RANGE"},
        {"{\"area\":4}", "DRAW_TYPE"},
        {NULL, NULL}};
    check_refused(draw_look_page, on_sheet, rows);
}

static void test_draw_look__pages_end_where_they_are_told(void **state)
{
    (void)state;
    static const struct look_row rows[] = {
        {"[3,5]", "<brk id=\"2\""}, {"[3,5]", "<brk id=\"4\""}, {NULL, NULL}};
    check_made(draw_look_breaks, on_sheet, sheet_part, rows);
    static const struct look_row refused[] = {{"[0]", "WORKBOOK_RANGE"},
                                              {"[\"3\"]", "WORKBOOK_RANGE"},
                                              {"[3.5]", "WORKBOOK_RANGE"},
                                              {"{\"a\":3}", "DRAW_TYPE"},
                                              {NULL, NULL}};
    check_refused(draw_look_breaks, on_sheet, refused);
}

/* A thousand breaks are taken, one more is not. */
static void test_draw_look__breaks_have_an_end(void **state)
{
    (void)state;
    struct text list = TEXT_EMPTY;
    struct book book;
    book_open(&book);
    text_add(&list, "[2");
    for (int i = 3; i <= 1001; i++) {
        text_format(&list, ",%d", i);
    }
    text_add(&list, "]");
    assert_done(&book, on_sheet(&book, draw_look_breaks, list.bytes));
    list.length--;
    text_add(&list, ",1002]");
    assert_failed(&book, on_sheet(&book, draw_look_breaks, list.bytes), "WORKBOOK_RANGE");
    text_release(&list);
    book_close(&book);
}

#define TEST(name) cmocka_unit_test(test_draw_look__##name)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(styles_reach_the_file),
        TEST(a_style_begins_with_another),
        TEST(styles_out_of_range_are_refused),
        TEST(long_texts_of_styles_are_refused),
        TEST(columns_and_rows_have_sizes),
        TEST(tables_have_names_and_headings),
        TEST(tables_that_do_not_fit_are_refused),
        TEST(choices_limit_what_is_typed),
        TEST(conditions_by_what_they_name),
        TEST(conditions_need_a_style),
        TEST(a_sheet_stands_as_it_is_asked),
        TEST(a_page_is_printed_as_it_is_asked),
        TEST(pages_out_of_range_are_refused),
        TEST(pages_end_where_they_are_told),
        TEST(breaks_have_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
