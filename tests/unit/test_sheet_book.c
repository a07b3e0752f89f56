/* Workbooks from whoever sent them: sheets are found as the format says, whatever their parts are called, and
 * what carries macros or leads out of the package is not opened. */
#include "limit.h"
#include "sheet_book.h"
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
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define R "xmlns:r='" OFFICE "'"
#define RELATIONS \
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define RELATION(id, type, target) \
    "<Relationship Id='" id "' Type='" OFFICE "/" type "' Target='" target "'/>"
#define TYPES "xmlns='http://schemas.openxmlformats.org/package/2006/content-types'"
#define SHEET(name, id) "<sheet name='" name "' sheetId='1' r:id='" id "'/>"

static struct text bytes;
static struct error err;
static struct sheet_book book;

/* The parts of a workbook of one sheet; a test puts others in their place. */
enum { CONTENT_TYPES, PACKAGE, BOOK_RELATIONS, BOOK, ONE_SHEET, PARTS };
static const char *parts[2 * (PARTS + 1)];

static void usual_parts(void)
{
    static const char *const usual[] = {
        "[Content_Types].xml",
        "<Types " TYPES "/>",
        "_rels/.rels",
        RELATIONS RELATION("a", "officeDocument", "xl/workbook.xml") "</Relationships>",
        "xl/_rels/workbook.xml.rels",
        RELATIONS RELATION("r1", "worksheet", "sheet.xml") "</Relationships>",
        "xl/workbook.xml",
        "<workbook " MAIN " " R "><sheets>" SHEET("Data", "r1") "</sheets></workbook>",
        "xl/sheet.xml",
        "<worksheet " MAIN "><sheetData/></worksheet>",
        "x",
        "",
    };
    memcpy(parts, usual, sizeof usual);
}

static int enter(void **state)
{
    (void)state;
    bytes = (struct text)TEXT_EMPTY;
    err = (struct error){.kind = ERROR_NONE};
    book = (struct sheet_book){.strings = {.bytes = TEXT_EMPTY}};
    usual_parts();
    return 0;
}

static int leave(void **state)
{
    (void)state;
    sheet_book_close(&book);
    text_release(&bytes);
    return 0;
}

/* Opens the workbook that the first `count` parts make. */
static bool open_parts(size_t count)
{
    sheet_book_close(&book);
    error_clear(&err);
    text_clear(&bytes);
    sheet_archive(&bytes, parts, count);
    return sheet_book_open(&book, bytes.bytes, bytes.length, &err);
}

/* Opens it with other contents of one part, and puts the usual ones back. */
static bool open_with(size_t part, const char *contents)
{
    parts[2 * part + 1] = contents;
    bool ok = open_parts(PARTS + 1);
    usual_parts();
    return ok;
}

static void want_open(bool ok)
{
    if (!ok) {
        fail_msg("%s: %s", err.where, err.message);
    }
}

static void want_refusal(bool ok, const char *id)
{
    assert_false(ok);
    assert_string_equal(err.id, id);
}

/* ---- targets ---- */

static void test_sheet_book__where_relationships_lead(void **state)
{
    (void)state;
    static const struct {
        const char *part, *target, *expected;
    } rows[] = {
        {"xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
        {"xl/workbook.xml", "./sheet1.xml", "xl/sheet1.xml"},
        {"xl/workbook.xml", "../sheet1.xml", "sheet1.xml"},
        {"xl/workbook.xml", "a/../b.xml", "xl/b.xml"},
        {"xl/workbook.xml", "a/../../b/./c.xml", "b/c.xml"},
        {"xl/workbook.xml", "/other/sheet1.xml", "other/sheet1.xml"},
        {"xl/workbook.xml", "//a///b.xml", "a/b.xml"},
        {"xl/workbook.xml", "...", "xl/..."},
        {"xl/workbook.xml", "..a", "xl/..a"},
        {"workbook.xml", "sheet1.xml", "sheet1.xml"},
        {"", "xl/workbook.xml", "xl/workbook.xml"},
        {"", "/xl/workbook.xml", "xl/workbook.xml"},
        {"a/b/c.xml", "../../d.xml", "d.xml"},
        {"a/b/c.xml", "../../../d.xml", NULL},
        {"xl/workbook.xml", "../../etc/passwd", NULL},
        {"xl/workbook.xml", "/..", NULL},
        {"xl/workbook.xml", "/a/../../b", NULL},
        {"workbook.xml", "../a", NULL},
        {"", "..", NULL},
        {"", "", NULL},
        {"", "/", NULL},
        {"xl/workbook.xml", "..", NULL},
    };
    struct arena arena = ARENA_EMPTY;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *found = sheet_book_target(&arena, rows[i].part, rows[i].target);
        if (rows[i].expected == NULL) {
            assert_null(found);
        } else {
            assert_non_null(found);
            assert_string_equal(found, rows[i].expected);
        }
    }
    arena_release(&arena);
}

/* ---- sheets ---- */

static void test_sheet_book__an_ordinary_workbook(void **state)
{
    (void)state;
    want_open(open_parts(PARTS));
    assert_int_equal(book.sheet_count, 1);
    assert_string_equal(book.sheets[0].name, "Data");
    assert_string_equal(book.sheets[0].state, "visible");
    assert_string_equal(book.sheets[0].part, "xl/sheet.xml");
    assert_false(book.from_1904);
    assert_int_equal(book.strings.count, 0);
    assert_int_equal(book.styles.count, 0);
}

/* Programs other than Excel name their parts as they like. */
static void test_sheet_book__parts_of_any_name(void **state)
{
    (void)state;
    parts[2 * PACKAGE + 1] = RELATIONS RELATION("z", "extended-properties", "docProps/app.xml")
        RELATION("q", "officeDocument", "/buku.bin") "</Relationships>";
    parts[2 * BOOK_RELATIONS] = "_rels/buku.bin.rels";
    parts[2 * BOOK_RELATIONS + 1] =
        RELATIONS RELATION("satu", "worksheet", "dalam/lembar") "</Relationships>";
    parts[2 * BOOK] = "buku.bin";
    parts[2 * BOOK + 1] =
        "<workbook " STRICT " " R "><sheets>" SHEET("Data", "satu") "</sheets></workbook>";
    parts[2 * ONE_SHEET] = "dalam/lembar";
    want_open(open_parts(PARTS));
    assert_string_equal(book.sheets[0].part, "dalam/lembar");
}

/* Hidden sheets are read as others are, and charts keep their place without cells. */
static void test_sheet_book__states_and_charts(void **state)
{
    (void)state;
    parts[2 * BOOK_RELATIONS + 1] = RELATIONS RELATION("r1", "worksheet", "sheet.xml")
        RELATION("r2", "chartsheet", "chart.xml") "</Relationships>";
    want_open(open_with(BOOK,
                        "<workbook " MAIN " " R "><sheets>"
                        "<sheet name='A' state='hidden' r:id='r1'/>"
                        "<sheet name='B' state='veryHidden' r:id='r1'/></sheets></workbook>"));
    assert_int_equal(book.sheet_count, 2);
    assert_string_equal(book.sheets[0].state, "hidden");
    assert_string_equal(book.sheets[1].state, "veryHidden");
    parts[2 * BOOK_RELATIONS + 1] = RELATIONS RELATION("r1", "worksheet", "sheet.xml")
        RELATION("r2", "chartsheet", "chart.xml") "</Relationships>";
    want_open(open_with(BOOK, "<workbook " MAIN " " R "><sheets>" SHEET("Grafik", "r2")
                                  SHEET("Data", "r1") "</sheets></workbook>"));
    assert_null(book.sheets[0].part);
    assert_string_equal(book.sheets[1].part, "xl/sheet.xml");
}

static void test_sheet_book__sheets_are_found_by_name(void **state)
{
    (void)state;
    want_open(open_with(BOOK, "<workbook " MAIN " " R "><sheets>" SHEET("Satu", "r1")
                                  SHEET("Dua &amp; Tiga", "r1") "</sheets></workbook>"));
    static const struct {
        const char *name;
        size_t position;
    } rows[] = {
        {"Satu", 0},       {"SATU", 0}, {"satu", 0},  {"Dua & Tiga", 1},
        {"dua & TIGA", 1}, {"Sat", 2},  {"Satu ", 2}, {"", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(sheet_book_find(&book, rows[i].name), rows[i].position);
    }
}

static void test_sheet_book__the_first_day(void **state)
{
    (void)state;
    static const struct {
        const char *settings;
        bool from_1904;
    } rows[] = {
        {"<workbookPr date1904='1'/>", true},
        {"<workbookPr date1904='true'/>", true},
        {"<workbookPr date1904='0'/>", false},
        {"<workbookPr date1904='false'/>", false},
        {"<workbookPr/>", false},
        {"<x xmlns='urn:o'><workbookPr date1904='1'/></x>", false},
        {"<workbookPr xmlns='urn:o' date1904='1'/>", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text part = TEXT_EMPTY;
        text_format(
            &part, "<workbook " MAIN " " R ">%s<sheets>" SHEET("Data", "r1") "</sheets></workbook>",
            rows[i].settings);
        want_open(open_with(BOOK, part.bytes));
        assert_int_equal(book.from_1904, rows[i].from_1904);
        text_release(&part);
    }
}

/* ---- refusals ---- */

static void test_sheet_book__what_is_no_workbook(void **state)
{
    (void)state;
    want_refusal(open_with(PACKAGE, RELATIONS "</Relationships>"), "SHEET_NONE");
    want_refusal(open_with(PACKAGE, RELATIONS RELATION("a", "officeDocument",
                                                       "xl/none.xml") "</Relationships>"),
                 "SHEET_NONE");
    want_refusal(open_with(PACKAGE, RELATIONS RELATION("a", "officeDocument",
                                                       "../workbook.xml") "</Relationships>"),
                 "SHEET_NONE");
    want_refusal(open_with(PACKAGE, RELATIONS
                           "<Relationship Id='a' Type='" OFFICE
                           "/officeDocument' Target='xl/workbook.xml' TargetMode='External'/>"
                           "</Relationships>"),
                 "SHEET_NONE");
    want_refusal(open_with(BOOK, "<document xmlns='urn:word'/>"), "SHEET_NONE");
    want_refusal(open_with(BOOK, "<workbook xmlns='urn:other'/>"), "SHEET_NONE");
    parts[2 * CONTENT_TYPES] = "other.xml";
    want_refusal(open_parts(PARTS), "SHEET_NONE");
    sheet_book_close(&book);
    error_clear(&err);
    want_refusal(sheet_book_open(&book, "", 0, &err), "ARCHIVE_KIND");
}

static void test_sheet_book__sheets_that_lead_nowhere(void **state)
{
    (void)state;
    static const char *const rows[] = {
        SHEET("Data", "r9"),
        "<sheet name='Data'/>",
        "<sheet r:id='r1'/>",
        "<sheet name='Data' id='r1'/>",
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text part = TEXT_EMPTY;
        text_format(&part, "<workbook " MAIN " " R "><sheets>%s</sheets></workbook>", rows[i]);
        want_refusal(open_with(BOOK, part.bytes), "SHEET_RELATION");
        assert_string_equal(err.where, "xl/workbook.xml");
        text_release(&part);
    }
    want_refusal(open_with(BOOK_RELATIONS,
                           RELATIONS RELATION("r1", "worksheet", "none.xml") "</Relationships>"),
                 "SHEET_RELATION");
    want_refusal(open_with(BOOK_RELATIONS,
                           RELATIONS RELATION("r1", "worksheet", "../../a.xml") "</Relationships>"),
                 "SHEET_RELATION");
    want_refusal(open_with(BOOK_RELATIONS, RELATIONS "<Relationship Id='r1' Target='sheet.xml'/>"
                                                     "</Relationships>"),
                 "SHEET_RELATION");
}

/* Two sheets of one name would make the place of a problem mean two things. */
static void test_sheet_book__a_name_twice(void **state)
{
    (void)state;
    want_refusal(open_with(BOOK, "<workbook " MAIN " " R "><sheets>" SHEET("Data", "r1")
                                     SHEET("DATA", "r1") "</sheets></workbook>"),
                 "SHEET_TWICE");
    assert_non_null(strstr(err.message, "DATA"));
}

/* Macros are refused wherever they show: in the types, in the names, as a sheet of their own. */
static void test_sheet_book__macros(void **state)
{
    (void)state;
    static const char *const types[] = {
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.ms-excel.template.MACROENABLED.main+xml",
        "application/vnd.ms-office.vbaProject",
        "application/vnd.ms-excel.macrosheet+xml",
        "application/vnd.ms-office.activeX+xml",
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
    };
    static const char *const names[] = {"xl/vbaProject.bin", "XL/VBAPROJECT.BIN",
                                        "xl/macrosheets/sheet1.xml", "xl/activeX/activeX1.xml",
                                        "xl/add.xlam"};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        struct text part = TEXT_EMPTY;
        text_format(&part, "<Types " TYPES "><Override PartName='/a' ContentType='%s'/></Types>",
                    types[i]);
        want_refusal(open_with(CONTENT_TYPES, part.bytes), "SHEET_MACRO");
        text_release(&part);
    }
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        parts[2 * PARTS] = names[i];
        want_refusal(open_parts(PARTS + 1), "SHEET_MACRO");
    }
    usual_parts();
    want_refusal(open_with(BOOK_RELATIONS, RELATIONS RELATION("r1", "xlMacrosheet",
                                                              "sheet.xml") "</Relationships>"),
                 "SHEET_MACRO");
}

/* Both sides of the number of sheets. */
static void test_sheet_book__sheets_are_bounded(void **state)
{
    (void)state;
    for (int count = LIMIT_WORKBOOK_SHEETS; count <= LIMIT_WORKBOOK_SHEETS + 1; count++) {
        struct text part = TEXT_EMPTY;
        text_add(&part, "<workbook " MAIN " " R "><sheets>");
        for (int i = 0; i < count; i++) {
            text_format(&part, "<sheet name='L%d' r:id='r1'/>", i);
        }
        text_add(&part, "</sheets></workbook>");
        assert_int_equal(open_with(BOOK, part.bytes), count == LIMIT_WORKBOOK_SHEETS);
        text_release(&part);
    }
    assert_string_equal(err.id, "SHEET_COUNT");
}

static void test_sheet_book__closing_twice_is_fine(void **state)
{
    (void)state;
    want_open(open_parts(PARTS));
    sheet_book_close(&book);
    assert_int_equal(book.sheet_count, 0);
    assert_int_equal(sheet_book_find(&book, "Data"), 0);
    sheet_book_close(&book);
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(test_sheet_book__where_relationships_lead),
        CASE(test_sheet_book__an_ordinary_workbook),
        CASE(test_sheet_book__parts_of_any_name),
        CASE(test_sheet_book__states_and_charts),
        CASE(test_sheet_book__sheets_are_found_by_name),
        CASE(test_sheet_book__the_first_day),
        CASE(test_sheet_book__what_is_no_workbook),
        CASE(test_sheet_book__sheets_that_lead_nowhere),
        CASE(test_sheet_book__a_name_twice),
        CASE(test_sheet_book__macros),
        CASE(test_sheet_book__sheets_are_bounded),
        CASE(test_sheet_book__closing_twice_is_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
