/* Texts of a workbook: what people wrote, without what only helps to read or to draw it, and never longer than a
 * cell can be. What is lost here is lost from an agency's explanation. */
#include "limit.h"
#include "sheet_string.h"
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
#define UNKNOWN "\xEF\xBF\xBD" /* U+FFFD */

static struct text bytes, part;
static struct error err;
static struct sheet_strings strings;

static int enter(void **state)
{
    (void)state;
    bytes = (struct text)TEXT_EMPTY;
    part = (struct text)TEXT_EMPTY;
    err = (struct error){.kind = ERROR_NONE};
    strings = (struct sheet_strings){.bytes = TEXT_EMPTY};
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&bytes);
    text_release(&part);
    sheet_strings_release(&strings);
    return 0;
}

/* ---- escapes ---- */

static void test_sheet_string__escapes_become_what_they_mean(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
    } rows[] = {
        {"", ""},
        {"biasa", "biasa"},
        {"_", "_"},
        {"_x", "_x"},
        {"_x0041_", "A"},
        {"_x0041__x0042_", "AB"},
        {"a_x0041_b", "aAb"},
        {"_x00e9_", "\xC3\xA9"},
        {"_x00E9_", "\xC3\xA9"},
        {"_x07FF_", "\xDF\xBF"},
        {"_x0800_", "\xE0\xA0\x80"},
        {"_x20AC_", "\xE2\x82\xAC"},
        {"_xFFFD_", UNKNOWN},
        {"_x005F_x0041_", "_x0041_"},
        {"_x0009_", "\t"},
        {"_x000A_", "\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        text_clear(&bytes);
        text_add(&bytes, rows[i].from);
        sheet_string_decode(&bytes, 0);
        assert_string_equal(bytes.bytes, rows[i].to);
        assert_int_equal(bytes.length, strlen(rows[i].to));
    }
}

/* Names such as "a_x1_b" are not escapes: nothing of them may go. */
static void test_sheet_string__what_only_looks_like_an_escape(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "_x004_",  "_x00041_", "_x004G_", "_X0041_", "_x0041",  "x0041_",
        "_x 041_", "_x+041_",  "_xD800_", "_xDBFF_", "_xDC00_", "_xDFFF_",
        "a_x1_b",  "__x004_",  "_x____",  "_x00",    "_x0_x0",  "_y0041_",
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        text_clear(&bytes);
        text_add(&bytes, rows[i]);
        sheet_string_decode(&bytes, 0);
        assert_string_equal(bytes.bytes, rows[i]);
    }
}

/* A terminal or a report must not meet control characters from somebody's workbook. */
static void test_sheet_string__controls_are_replaced(void **state)
{
    (void)state;
    for (int code = 0; code < 0xA0; code++) {
        text_clear(&bytes);
        text_format(&bytes, "<_x00%c%c_>", "0123456789ABCDEF"[code / 16],
                    "0123456789ABCDEF"[code % 16]);
        sheet_string_decode(&bytes, 0);
        bool control = (code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
                       (code >= 0x7F && code < 0xA0);
        assert_int_equal(strcmp(bytes.bytes, "<" UNKNOWN ">") == 0, control);
        assert_int_equal(strlen(bytes.bytes), bytes.length);
    }
    text_clear(&bytes);
    text_add(&bytes, "_xFFFE__xFFFF_");
    sheet_string_decode(&bytes, 0);
    assert_string_equal(bytes.bytes, UNKNOWN UNKNOWN);
}

/* All spellings of a line's end become one: lines are not doubled. */
static void test_sheet_string__line_breaks(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
    } rows[] = {
        {"a\nb", "a\nb"},
        {"a\rb", "a\nb"},
        {"a\r\nb", "a\nb"},
        {"a\r\n\r\nb", "a\n\nb"},
        {"a\n\rb", "a\n\nb"},
        {"a\r", "a\n"},
        {"a\r\n", "a\n"},
        {"a\r\rb", "a\n\nb"},
        {"a_x000D_b", "a\nb"},
        {"a_x000D_\nb", "a\nb"},
        {"a_x000D__x000A_b", "a\nb"},
        {"a\r_x000A_b", "a\nb"},
        {"a_x000D_", "a\n"},
        {"a_x000D__x000D_b", "a\n\nb"},
        {"a_x000D_\n\nb", "a\n\nb"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        text_clear(&bytes);
        text_add(&bytes, rows[i].from);
        sheet_string_decode(&bytes, 0);
        assert_string_equal(bytes.bytes, rows[i].to);
    }
}

/* The texts in front were done before: an escape that was written as one must not be read again. */
static void test_sheet_string__what_stands_in_front_stays(void **state)
{
    (void)state;
    text_add(&bytes, "_x0041_");
    size_t from = bytes.length;
    sheet_string_decode(&bytes, from);
    assert_string_equal(bytes.bytes, "_x0041_");
    text_add(&bytes, "_x0042_");
    sheet_string_decode(&bytes, from);
    assert_string_equal(bytes.bytes, "_x0041_B");
    text_add(&bytes, "x");
    sheet_string_decode(&bytes, bytes.length);
    assert_string_equal(bytes.bytes, "_x0041_Bx");
}

/* ---- lengths ---- */

/* Appends `count` copies. */
static void repeat(struct text *text, const char *piece, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_add(text, piece);
    }
}

/* A cell's length counts as the format counts it: in UTF-16 units, not in bytes. */
static void test_sheet_string__length_of_a_cell(void **state)
{
    (void)state;
    static const struct {
        const char *sign;
        size_t units;
    } rows[] = {
        {"a", 1},
        {"\xC3\xA9", 1},
        {"\xE2\x82\xAC", 1},
        {"\xF0\x9F\x98\x80", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t most = LIMIT_SHEET_CELL / rows[i].units;
        text_clear(&bytes);
        error_clear(&err);
        repeat(&bytes, rows[i].sign, most);
        assert_true(sheet_string_fits(bytes.bytes, bytes.length, "Data!A1", &err));
        repeat(&bytes, rows[i].sign, 1);
        assert_false(sheet_string_fits(bytes.bytes, bytes.length, "Data!A1", &err));
        assert_string_equal(err.id, "SHEET_CELL_LONG");
        assert_string_equal(err.where, "Data!A1");
    }
}

/* A text that cannot become short enough is refused before it takes memory. */
static void test_sheet_string__pieces_are_bounded(void **state)
{
    (void)state;
    enum { MOST = 7 * LIMIT_SHEET_CELL };
    repeat(&part, "_x0041_", LIMIT_SHEET_CELL);
    text_add(&bytes, "before");
    assert_true(sheet_string_add(&bytes, 6, part.bytes, part.length, "Data!A1", &err));
    assert_int_equal(bytes.length, 6 + MOST);
    assert_false(sheet_string_add(&bytes, 6, "x", 1, "Data!A1", &err));
    assert_string_equal(err.id, "SHEET_CELL_LONG");
    assert_string_equal(err.where, "Data!A1");
    assert_int_equal(bytes.length, 6 + MOST);
    sheet_string_decode(&bytes, 6);
    assert_int_equal(bytes.length, 6 + LIMIT_SHEET_CELL);
    error_clear(&err);
    assert_true(sheet_string_fits(bytes.bytes + 6, bytes.length - 6, "Data!A1", &err));
}

/* ---- rich texts ---- */

/* Each step opens an element ("t", or "!t" of a stranger), or closes one (""); collecting is what the
 * letters say afterwards. */
static void test_sheet_string__which_elements_are_text(void **state)
{
    (void)state;
    static const struct {
        const char *steps[8], *collecting;
    } rows[] = {
        {{"t", ""}, "yn"},
        {{"r", "rPr", "", "t", "", ""}, "nnnynn"},
        {{"r", "t", "", "", "r", "t", "", ""}, "nynnnynn"},
        {{"rPh", "t", "", "", "t", ""}, "nnnnyn"},
        {{"!t", "", "t", ""}, "nnyn"},
        {{"!r", "t", "", "", "t", ""}, "nnnnyn"},
        {{"r", "r", "t", "", "", "t", "", ""}, "nnnnnynn"},
        {{"phoneticPr", "", "t", ""}, "nnyn"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct sheet_rich rich = {.skipped = 0};
        for (size_t j = 0; rows[i].collecting[j] != '\0'; j++) {
            const char *step = rows[i].steps[j];
            bool stranger = step[0] == '!';
            if (step[0] == '\0') {
                sheet_rich_close(&rich);
            } else {
                sheet_rich_open(&rich, !stranger, step + stranger);
            }
            bool collects = rich.collecting && rich.skipped == 0;
            if (collects != (rows[i].collecting[j] == 'y')) {
                fail_msg("row %zu, step %zu", i, j);
            }
        }
        assert_int_equal(rich.depth, 0);
        assert_int_equal(rich.skipped, 0);
    }
}

/* ---- the shared texts ---- */

static bool read_strings(const char *xml)
{
    const char *parts[] = {"t.xml", xml};
    text_clear(&bytes);
    error_clear(&err);
    sheet_strings_release(&strings);
    sheet_archive(&bytes, parts, 1);
    struct archive *archive = archive_open(bytes.bytes, bytes.length, &err);
    assert_non_null(archive);
    bool ok = sheet_strings_read(archive, "t.xml", &strings, &err);
    archive_close(archive);
    return ok;
}

/* Wants a part read as these texts, each with "|" behind it. */
static void want_strings(const char *xml, const char *expected)
{
    struct text all = TEXT_EMPTY;
    if (!read_strings(xml)) {
        fail_msg("%s: %s", err.where, err.message);
    }
    for (size_t i = 0; i < strings.count; i++) {
        size_t length = 0;
        const char *one = sheet_strings_at(&strings, i, &length);
        text_append(&all, one, length);
        text_add(&all, "|");
    }
    assert_string_equal(all.bytes, expected);
    text_release(&all);
}

static void test_sheet_string__shared_texts_in_order(void **state)
{
    (void)state;
    want_strings("<sst " MAIN "/>", "");
    want_strings("<sst " MAIN "><si><t>a</t></si><si><t>b</t></si></sst>", "a|b|");
    want_strings("<sst " STRICT "><si><t>a</t></si></sst>", "a|");
    want_strings("<sst " MAIN "><si><t>a</t></si><si/><si><t/></si><si><t>b</t></si></sst>",
                 "a|||b|");
    want_strings("<sst " MAIN "><si><t xml:space='preserve'> a </t></si></sst>", " a |");
    want_strings("<sst " MAIN "><si><t>a &amp; &#233;<![CDATA[<b>]]></t></si></sst>",
                 "a & \xC3\xA9<b>|");
    want_strings("<sst " MAIN ">\n <si>\n <t>a</t>\n </si>\n</sst>", "a|");
}

static void test_sheet_string__pieces_with_looks_and_without_readings(void **state)
{
    (void)state;
    want_strings("<sst " MAIN "><si><r><rPr><b/></rPr><t>sa</t></r><r><t>tu</t></r></si></sst>",
                 "satu|");
    want_strings("<sst " MAIN "><si><t>a</t><rPh sb='0' eb='1'><t>no</t></rPh>"
                 "<phoneticPr fontId='1'/></si></sst>",
                 "a|");
    want_strings("<sst " MAIN " xmlns:o='urn:o'><si><o:t>no</o:t><t>a</t></si>"
                 "<o:si><t>no</t></o:si><extLst><si><t>no</t></si></extLst>"
                 "<si><t>b</t></si></sst>",
                 "a|b|");
    want_strings("<sst " MAIN "><si><t>_x0041_</t></si><si><t>_x00</t></si><si><t>41_</t></si>"
                 "</sst>",
                 "A|_x00|41_|");
}

static void test_sheet_string__a_number_without_text(void **state)
{
    (void)state;
    size_t length = 99;
    assert_null(sheet_strings_at(&strings, 0, &length));
    assert_true(read_strings("<sst " MAIN "><si><t>a</t></si></sst>"));
    assert_non_null(sheet_strings_at(&strings, 0, &length));
    assert_int_equal(length, 1);
    assert_null(sheet_strings_at(&strings, 1, &length));
    assert_null(sheet_strings_at(&strings, SIZE_MAX, &length));
    assert_int_equal(length, 1);
    sheet_strings_release(&strings);
    assert_null(sheet_strings_at(&strings, 0, &length));
}

static void test_sheet_string__refused_parts(void **state)
{
    (void)state;
    static const struct {
        const char *xml, *id;
    } rows[] = {
        {"<si " MAIN "/>", "SHEET_ROOT"},
        {"<sst/>", "SHEET_ROOT"},
        {"<sst xmlns='urn:o'><si/></sst>", "SHEET_ROOT"},
        {"<sst " MAIN "><si>", "XML_FORM"},
        {"", "XML_FORM"},
        {"<!DOCTYPE sst [<!ENTITY a 'b'>]><sst " MAIN "/>", "XML_DOCTYPE"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_false(read_strings(rows[i].xml));
        assert_string_equal(err.id, rows[i].id);
        assert_string_equal(err.where, "t.xml");
    }
}

/* Both sides of the length of one shared text; many short ones between are no reason to refuse. */
static void test_sheet_string__length_of_a_shared_text(void **state)
{
    (void)state;
    for (size_t more = 0; more <= 1; more++) {
        text_clear(&part);
        text_add(&part, "<sst " MAIN "><si><t>x</t></si><si><t>");
        repeat(&part, "0123456789abcde", LIMIT_SHEET_CELL / 15);
        repeat(&part, "+", LIMIT_SHEET_CELL % 15 + more);
        text_add(&part, "</t></si><si><t>y</t></si></sst>");
        assert_int_equal(read_strings(part.bytes), more == 0);
    }
    assert_string_equal(err.id, "SHEET_CELL_LONG");
    assert_string_equal(err.where, "t.xml");
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(test_sheet_string__escapes_become_what_they_mean),
        CASE(test_sheet_string__what_only_looks_like_an_escape),
        CASE(test_sheet_string__controls_are_replaced),
        CASE(test_sheet_string__line_breaks),
        CASE(test_sheet_string__what_stands_in_front_stays),
        CASE(test_sheet_string__length_of_a_cell),
        CASE(test_sheet_string__pieces_are_bounded),
        CASE(test_sheet_string__which_elements_are_text),
        CASE(test_sheet_string__shared_texts_in_order),
        CASE(test_sheet_string__pieces_with_looks_and_without_readings),
        CASE(test_sheet_string__a_number_without_text),
        CASE(test_sheet_string__refused_parts),
        CASE(test_sheet_string__length_of_a_shared_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
