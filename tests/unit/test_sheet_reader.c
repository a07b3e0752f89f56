/* What the cells of a workbook say: every kind, as every program writes it, and what is no part of them. */
#include "sheet_reader.h"
#include "support_sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define STYLES                                                                               \
    "<styleSheet " MAIN "><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"     \
    "<numFmt numFmtId=\"165\" formatCode=\"0.0 &quot;day&quot;\"/></numFmts><cellStyleXfs>"  \
    "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>" \
    "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"

static struct text book, lines;
static struct error err;

static int enter(void **state)
{
    (void)state;
    book = (struct text)TEXT_EMPTY;
    lines = (struct text)TEXT_EMPTY;
    err = (struct error){.kind = ERROR_NONE};
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&book);
    text_release(&lines);
    return 0;
}

/* Reads rows and wants these lines. */
static void want(const char *rows, const char *strings, const char *styles, const char *settings,
                 const char *expected)
{
    text_clear(&book);
    text_clear(&lines);
    sheet_workbook(&book, rows, strings, styles, settings);
    if (!sheet_lines(&book, &lines, &err)) {
        fail_msg("%s: %s", err.where, err.message);
    }
    assert_string_equal(lines.bytes, expected);
}

/* Reads rows and wants this refusal at this place. */
static void refuse(const char *rows, const char *id, const char *where)
{
    text_clear(&book);
    error_clear(&err);
    sheet_workbook(&book, rows, "<sst " MAIN "><si><t>a</t></si></sst>", STYLES, "");
    assert_false(sheet_lines(&book, &lines, &err));
    assert_string_equal(err.id, id);
    assert_string_equal(err.where, where);
}

static void test_sheet_reader__texts_of_all_kinds(void **state)
{
    (void)state;
    want(
        "<row><c t='s'><v>1</v></c><c t='s'><v>0</v></c><c t='inlineStr'><is><t> a </t></is></c>"
        "<c t='inlineStr'><is><r><rPr><b/></rPr><t>b</t></r><r><t>c</t></r><rPh sb='0' eb='1'>"
        "<t>no</t></rPh></is></c><c t='str'><v>d</v></c></row>",
        "<sst " MAIN "><si><t>nol</t></si><si><r><t>sa</t></r><r><t>tu</t></r>"
        "<rPh sb='0' eb='1'><t>no</t></rPh><phoneticPr/></si></sst>",
        NULL, "",
        "Data!A1 text satu\nData!B1 text nol\nData!C1 text  a \nData!D1 text bc\nData!E1 text d\n");
}

static void test_sheet_reader__escapes_and_line_breaks(void **state)
{
    (void)state;
    want("<row><c t='str'><v>a_x000D__x000A_b_x005F_x_x00E9__x0001__x20AC_</v></c>"
         "<c t='str'><v>_x12_ _xD800_&#13;&#10;c</v></c></row>",
         NULL, NULL, "",
         "Data!A1 text a\nb_x\xC3\xA9\xEF\xBF\xBD\xE2\x82\xAC\nData!B1 text _x12_ _xD800_\nc\n");
}

static void test_sheet_reader__numbers_keep_their_text(void **state)
{
    (void)state;
    want("<row><c><v>3</v></c><c t='n'><v> 2.2999999999999998 </v></c><c><v>-1E-3</v></c>"
         "<c><v/></c><c s='3'><v>4</v></c><c s='4'><v>0.5</v></c></row>",
         NULL, STYLES, "",
         "Data!A1 number 3\nData!B1 number 2.2999999999999998\nData!C1 number -1E-3\n"
         "Data!E1 number 4\nData!F1 number 0.5\n");
}

static void test_sheet_reader__dates_in_both_epochs(void **state)
{
    (void)state;
    const char *rows = "<row><c s='1'><v>45047</v></c><c s='2'><v>45047.99</v></c>"
                       "<c s='1'><v>-1</v></c><c t='d'><v>2023-05-01T10:00:00</v></c></row>";
    want(rows, NULL, STYLES, "",
         "Data!A1 date 2023-05-01\nData!B1 date 2023-05-01\nData!C1 number -1\n"
         "Data!D1 date 2023-05-01\n");
    want(rows, NULL, STYLES, "<workbookPr date1904='true'/>",
         "Data!A1 date 2027-05-02\nData!B1 date 2027-05-02\nData!C1 number -1\n"
         "Data!D1 date 2023-05-01\n");
}

static void test_sheet_reader__flags_errors_and_formulas(void **state)
{
    (void)state;
    want("<row><c t='b'><v>1</v></c><c t='b'><v>false</v></c><c t='e'><v>#N/A</v></c>"
         "<c><f>1+2</f><v>3</v></c><c t='str'><f t='shared' si='0'/><v>x</v></c><c><f>A1</f></c>"
         "</row>",
         NULL, NULL, "",
         "Data!A1 flag 1\nData!B1 flag 0\nData!C1 error #N/A\nData!D1 =number 3\n"
         "Data!E1 =text x\nData!F1 =text \n");
}

static void test_sheet_reader__places_said_and_not_said(void **state)
{
    (void)state;
    want("<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row r='7'><c r='AB7'>"
         "<v>4</v></c></row><row><c/><c><v>5</v></c></row>"
         "<row r='1048576'><c r='XFD1048576'><v>6</v></c></row>",
         NULL, NULL, "",
         "Data!A1 number 1\nData!D1 number 2\nData!E1 number 3\nData!AB7 number 4\n"
         "Data!B8 number 5\nData!XFD1048576 number 6\n");
}

static void test_sheet_reader__foreign_elements_do_not_count(void **state)
{
    (void)state;
    want("<row xmlns:x='urn:x' x:y='1'><x:c><v>9</v></x:c><c><x:v>9</x:v><v>1<x:b>2</x:b></v>"
         "<extLst><ext><v>8</v></ext></extLst></c></row><x:row "
         "xmlns:x='urn:x'><c><v>7</v></c></x:row>",
         NULL, NULL, "", "Data!A1 number 1\n");
}

static void test_sheet_reader__refusals_name_sheet_and_cell(void **state)
{
    (void)state;
    refuse("<row r='3'><c r='B3' t='s'><v>1</v></c></row>", "SHEET_STRING", "Data!B3");
    refuse("<row r='3'><c r='B3'><v>x</v></c></row>", "SHEET_VALUE", "Data!B3");
    refuse("<row r='3'><c r='B3' t='z'/></row>", "SHEET_TYPE", "Data!B3");
    refuse("<row r='3'/><row r='3'/>", "SHEET_ORDER", "Data");
    refuse("<row r='3'><c r='B4'/></row>", "SHEET_ORDER", "Data");
    refuse("<row r='3'><c r='XFE3'/></row>", "SHEET_PLACE", "Data");
    refuse("<row></c>", "XML_FORM", "xl/sheet.xml");
}

static bool stop(void *context, const struct sheet_cell *cell, struct error *error)
{
    (void)cell;
    (void)error;
    ++*(int *)context;
    return false;
}

static void test_sheet_reader__who_is_told_can_stop_it(void **state)
{
    (void)state;
    struct sheet_book opened;
    int told = 0;
    sheet_workbook(&book, "<row><c><v>1</v></c><c><v>2</v></c></row>", NULL, NULL, "");
    assert_true(sheet_book_open(&opened, book.bytes, book.length, &err));
    assert_false(sheet_read(&opened, 0, stop, &told, &err));
    assert_int_equal(told, 1);
    sheet_book_close(&opened);
}

static void test_sheet_reader__every_cut_is_refused_or_harmless(void **state)
{
    (void)state;
    sheet_workbook(&book, "<row><c><v>1</v></c></row>", NULL, STYLES, "");
    struct text part = TEXT_EMPTY;
    for (size_t length = 0; length < book.length; length += 7) {
        text_clear(&part);
        text_clear(&lines);
        error_clear(&err);
        text_append(&part, book.bytes, length);
        assert_false(sheet_lines(&part, &lines, &err));
        assert_true(err.message[0] != '\0');
    }
    text_release(&part);
}

static void test_sheet_reader__every_flipped_byte_ends_in_a_sentence(void **state)
{
    (void)state;
    sheet_workbook(&book, "<row><c t='s'><v>0</v></c></row>",
                   "<sst " MAIN "><si><t>a</t></si></sst>", STYLES, "");
    for (size_t at = 0; at < book.length; at++) {
        text_clear(&lines);
        error_clear(&err);
        book.bytes[at] ^= 0x15;
        bool ok = sheet_lines(&book, &lines, &err);
        assert_true(ok || err.message[0] != '\0');
        book.bytes[at] ^= 0x15;
    }
}

static void test_sheet_book__targets(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    static const char *const rows[][3] = {
        {"xl/workbook.xml", "worksheets/s.xml", "xl/worksheets/s.xml"},
        {"xl/workbook.xml", "/xl/s.xml", "xl/s.xml"},
        {"xl/workbook.xml", "../s.xml", "s.xml"},
        {"xl/workbook.xml", "./a/../b//s.xml", "xl/b/s.xml"},
        {"", "xl/workbook.xml", "xl/workbook.xml"},
        {"xl/workbook.xml", "../../s.xml", NULL},
        {"", "../s.xml", NULL},
        {"xl/workbook.xml", "..", NULL},
        {"", "", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *target = sheet_book_target(&arena, rows[i][0], rows[i][1]);
        if (rows[i][2] == NULL) {
            assert_null(target);
        } else {
            assert_non_null(target);
            assert_string_equal(target, rows[i][2]);
        }
    }
    arena_release(&arena);
}

static void test_sheet_date__days(void **state)
{
    (void)state;
    char day[11];
    static const struct {
        double number;
        bool from_1904;
        const char *day;
    } rows[] = {
        {1, false, "1900-01-01"},
        {59, false, "1900-02-28"},
        {60, false, NULL},
        {61, false, "1900-03-01"},
        {36526, false, "2000-01-01"},
        {36585, false, "2000-02-29"},
        {45291.75, false, "2023-12-31"},
        {2958465, false, "9999-12-31"},
        {2958466, false, NULL},
        {0, true, "1904-01-01"},
        {0.5, false, NULL},
        {-1, true, NULL},
        {2957003, true, "9999-12-31"},
        {2957004, true, NULL},
        {1e300, false, NULL},
        {0.0 / 1e300 - 1, false, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bool is = sheet_date_text(rows[i].number, rows[i].from_1904, day);
        assert_int_equal(is, rows[i].day != NULL);
        if (is) {
            assert_string_equal(day, rows[i].day);
        }
    }
}

static void test_sheet_date__formats(void **state)
{
    (void)state;
    assert_true(sheet_date_format("dd/mm/yyyy"));
    assert_true(sheet_date_format("[$-421]d mmmm yyyy;@"));
    assert_true(sheet_date_format("h:mm d"));
    assert_false(sheet_date_format("h:mm:ss"));
    assert_false(sheet_date_format("0.00"));
    assert_false(sheet_date_format("0 \"dy\""));
    assert_false(sheet_date_format("0;[Red]d"));
    assert_false(sheet_date_format("0\\d"));
    assert_false(sheet_date_format("General"));
    assert_false(sheet_date_format("[Dark"));
    assert_false(sheet_date_format("\"open"));
}

static void test_sheet_reader__columns(void **state)
{
    (void)state;
    static const struct {
        uint32_t column;
        const char *letters;
    } rows[] = {{1, "A"},    {26, "Z"},    {27, "AA"},    {52, "AZ"},
                {702, "ZZ"}, {703, "AAA"}, {16384, "XFD"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        text_clear(&lines);
        sheet_add_column(&lines, rows[i].column);
        assert_string_equal(lines.bytes, rows[i].letters);
    }
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(test_sheet_reader__texts_of_all_kinds),
        CASE(test_sheet_reader__escapes_and_line_breaks),
        CASE(test_sheet_reader__numbers_keep_their_text),
        CASE(test_sheet_reader__dates_in_both_epochs),
        CASE(test_sheet_reader__flags_errors_and_formulas),
        CASE(test_sheet_reader__places_said_and_not_said),
        CASE(test_sheet_reader__foreign_elements_do_not_count),
        CASE(test_sheet_reader__refusals_name_sheet_and_cell),
        CASE(test_sheet_reader__who_is_told_can_stop_it),
        CASE(test_sheet_reader__every_cut_is_refused_or_harmless),
        CASE(test_sheet_reader__every_flipped_byte_ends_in_a_sentence),
        CASE(test_sheet_book__targets),
        CASE(test_sheet_date__days),
        CASE(test_sheet_date__formats),
        CASE(test_sheet_reader__columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
