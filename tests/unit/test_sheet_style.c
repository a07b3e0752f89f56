/* Which styles of a workbook show days: the part of the styles as sheet_date reads it. A wrong answer puts a
 * number in place of a date, or a date in place of a number, into an agency's evidence. */
#include "sheet_date.h"
#include "support_sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define STRICT "xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main'"

static struct text bytes;
static struct error err;
static struct sheet_styles styles;

static int enter(void **state)
{
    (void)state;
    bytes = (struct text)TEXT_EMPTY;
    err = (struct error){.kind = ERROR_NONE};
    styles = (struct sheet_styles){.dates = NULL};
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&bytes);
    sheet_styles_release(&styles);
    return 0;
}

/* Reads a part of styles into `styles`. */
static bool read_styles(const char *part)
{
    const char *parts[] = {"s.xml", part};
    text_clear(&bytes);
    error_clear(&err);
    sheet_styles_release(&styles);
    sheet_archive(&bytes, parts, 1);
    struct archive *archive = archive_open(bytes.bytes, bytes.length, &err);
    assert_non_null(archive);
    bool ok = sheet_styles_read(archive, "s.xml", &styles, &err);
    archive_close(archive);
    return ok;
}

/* Wants a part read, with one letter for each style: d a date, n none. */
static void want_styles(const char *part, const char *expected)
{
    struct text letters = TEXT_EMPTY;
    if (!read_styles(part)) {
        fail_msg("%s: %s", err.where, err.message);
    }
    for (size_t i = 0; i < styles.count; i++) {
        text_add_byte(&letters, sheet_styles_is_date(&styles, i) ? 'd' : 'n');
    }
    assert_string_equal(letters.bytes, expected);
    assert_false(sheet_styles_is_date(&styles, styles.count));
    assert_false(sheet_styles_is_date(&styles, SIZE_MAX));
    text_release(&letters);
}

/* Formats without a text of their own: every number up to the first custom one. */
static void test_sheet_style__built_in_formats(void **state)
{
    (void)state;
    static const struct {
        int first, last;
        bool date;
    } rows[] = {
        {0, 13, false},  {14, 17, true},  {18, 21, false},  {22, 22, true},  {23, 26, false},
        {27, 31, true},  {32, 35, false}, {36, 36, true},   {37, 49, false}, {50, 54, true},
        {55, 56, false}, {57, 58, true},  {59, 163, false},
    };
    struct text part = TEXT_EMPTY;
    text_add(&part, "<styleSheet " MAIN "><cellXfs>");
    for (int i = 0; i <= 163; i++) {
        text_format(&part, "<xf numFmtId='%d'/>", i);
    }
    text_add(&part, "</cellXfs></styleSheet>");
    assert_true(read_styles(part.bytes));
    assert_int_equal(styles.count, 164);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (int number = rows[i].first; number <= rows[i].last; number++) {
            if (sheet_styles_is_date(&styles, (size_t)number) != rows[i].date) {
                fail_msg("built-in format %d", number);
            }
        }
    }
    text_release(&part);
}

static void test_sheet_style__formats_of_their_own(void **state)
{
    (void)state;
    want_styles("<styleSheet " MAIN "/>", "");
    want_styles("<styleSheet " MAIN "><cellXfs/></styleSheet>", "");
    want_styles("<styleSheet " MAIN "><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yy'/>"
                "<numFmt numFmtId='165' formatCode='0.00'/></numFmts><cellXfs>"
                "<xf numFmtId='165'/><xf numFmtId='164'/><xf/><xf numFmtId='x'/></cellXfs>"
                "</styleSheet>",
                "ndnn");
    want_styles("<styleSheet " STRICT "><cellXfs><xf numFmtId='14'><alignment/></xf>"
                "<xf numFmtId='2'/></cellXfs></styleSheet>",
                "dn");
    want_styles("<styleSheet " MAIN "><numFmts><numFmt formatCode='yyyy'/>"
                "<numFmt numFmtId='170'/></numFmts><cellXfs><xf numFmtId='170'/></cellXfs>"
                "</styleSheet>",
                "n");
}

/* Styles of other tables of the part do not shift the numbers that cells use. */
static void test_sheet_style__only_styles_of_cells_count(void **state)
{
    (void)state;
    want_styles("<styleSheet " MAIN "><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'><xf numFmtId='14'/></xf></cellXfs>"
                "<dxfs><dxf><numFmt numFmtId='1' formatCode='yyyy'/></dxf></dxfs></styleSheet>",
                "nd");
    want_styles("<styleSheet " MAIN " xmlns:o='urn:o'><o:cellXfs><xf numFmtId='14'/></o:cellXfs>"
                "<extLst><ext><cellXfs><xf numFmtId='14'/></cellXfs></ext></extLst></styleSheet>",
                "");
}

static void test_sheet_style__refused_parts(void **state)
{
    (void)state;
    static const struct {
        const char *part, *id;
    } rows[] = {
        {"<styles " MAIN "/>", "SHEET_ROOT"},
        {"<styleSheet/>", "SHEET_ROOT"},
        {"<styleSheet xmlns='urn:other'/>", "SHEET_ROOT"},
        {"<worksheet " MAIN "/>", "SHEET_ROOT"},
        {"<styleSheet " MAIN ">", "XML_FORM"},
        {"", "XML_FORM"},
        {"<!DOCTYPE styleSheet><styleSheet " MAIN "/>", "XML_DOCTYPE"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_false(read_styles(rows[i].part));
        assert_string_equal(err.id, rows[i].id);
        assert_string_equal(err.where, "s.xml");
    }
}

/* A workbook with more styles than any program writes costs no more memory; later ones show numbers. */
static void test_sheet_style__styles_are_bounded(void **state)
{
    (void)state;
    struct text part = TEXT_EMPTY;
    text_add(&part, "<styleSheet " MAIN "><cellXfs>");
    for (int i = 0; i < SHEET_STYLES_MOST + 3; i++) {
        text_add(&part, "<xf numFmtId='14'/>");
    }
    text_add(&part, "</cellXfs></styleSheet>");
    assert_true(read_styles(part.bytes));
    assert_int_equal(styles.count, SHEET_STYLES_MOST);
    assert_true(sheet_styles_is_date(&styles, SHEET_STYLES_MOST - 1));
    assert_false(sheet_styles_is_date(&styles, SHEET_STYLES_MOST));
    text_release(&part);
}

static void test_sheet_style__release_leaves_nothing(void **state)
{
    (void)state;
    assert_true(read_styles("<styleSheet " MAIN "><cellXfs><xf numFmtId='14'/></cellXfs>"
                            "</styleSheet>"));
    sheet_styles_release(&styles);
    assert_int_equal(styles.count, 0);
    assert_false(sheet_styles_is_date(&styles, 0));
    sheet_styles_release(&styles);
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(test_sheet_style__built_in_formats),
        CASE(test_sheet_style__formats_of_their_own),
        CASE(test_sheet_style__only_styles_of_cells_count),
        CASE(test_sheet_style__refused_parts),
        CASE(test_sheet_style__styles_are_bounded),
        CASE(test_sheet_style__release_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
