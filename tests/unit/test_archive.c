/* Archives in memory: parts found whatever their capitals, names that could lead out refused, contents counted
 * and proved; and XML told without what could cost. */
#include "archive.h"
#include "limit.h"
#include "support_sheet.h"
#include "xml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static struct text bytes;
static struct error err;

static int enter(void **state)
{
    (void)state;
    bytes = (struct text)TEXT_EMPTY;
    err = (struct error){.kind = ERROR_NONE};
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&bytes);
    return 0;
}

static bool add(void *context, const char *piece, size_t length, struct error *error)
{
    (void)error;
    text_append(context, piece, length);
    return true;
}

static bool refuse(void *context, const char *piece, size_t length, struct error *error)
{
    (void)piece;
    (void)length;
    (void)error;
    ++*(int *)context;
    return false;
}

/* Opens an archive of one part of that name, and wants it refused as such. */
static void refuse_name(const char *name)
{
    const char *parts[] = {name, "x"};
    text_clear(&bytes);
    error_clear(&err);
    sheet_archive(&bytes, parts, 1);
    assert_null(archive_open(bytes.bytes, bytes.length, &err));
    assert_string_equal(err.id, "ARCHIVE_NAME");
}

static void test_archive__parts_are_found_and_read(void **state)
{
    (void)state;
    const char *parts[] = {"b.xml", "dua", "a/B.xml", "satu", "a/", ""};
    struct text out = TEXT_EMPTY;
    sheet_archive(&bytes, parts, 3);
    struct archive *archive = archive_open(bytes.bytes, bytes.length, &err);
    assert_non_null(archive);
    assert_int_equal(archive_count(archive), 3);
    assert_string_equal(archive_name(archive, 2), "b.xml");
    assert_true(archive_has(archive, "A/b.XML"));
    assert_false(archive_has(archive, "a/b"));
    assert_true(archive_read(archive, "A/B.XML", add, &out, &err));
    assert_string_equal(out.bytes, "satu");
    assert_true(archive_read(archive, "b.xml", add, &out, &err));
    assert_string_equal(out.bytes, "satudua");
    assert_true(archive_read(archive, "a/", add, &out, &err));
    assert_false(archive_read(archive, "c.xml", add, &out, &err));
    assert_string_equal(err.id, "ARCHIVE_MISSING");
    assert_string_equal(err.where, "c.xml");
    archive_close(archive);
    text_release(&out);
}

static void test_archive__a_reader_can_stop_and_start_again(void **state)
{
    (void)state;
    const char *parts[] = {"a", "satu"};
    struct text out = TEXT_EMPTY;
    int calls = 0;
    sheet_archive(&bytes, parts, 1);
    struct archive *archive = archive_open(bytes.bytes, bytes.length, &err);
    assert_false(archive_read(archive, "a", refuse, &calls, &err));
    assert_int_equal(calls, 1);
    assert_true(archive_read(archive, "a", add, &out, &err));
    assert_string_equal(out.bytes, "satu");
    archive_close(archive);
    text_release(&out);
}

static void test_archive__names_stay_inside(void **state)
{
    (void)state;
    static const char *const bad[] = {"..",   "../a", "a/..", "a/../b",  "/a",
                                      "a\\b", "C:a",  "a\tb", "\xC3\xA9"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        refuse_name(bad[i]);
    }
    const char *parts[] = {"..a/b../...", "x", "a b", "y"};
    text_clear(&bytes);
    error_clear(&err);
    sheet_archive(&bytes, parts, 2);
    struct archive *archive = archive_open(bytes.bytes, bytes.length, &err);
    assert_non_null(archive);
    archive_close(archive);
}

static void test_archive__a_part_twice(void **state)
{
    (void)state;
    const char *parts[] = {"a", "1", "b", "2", "A", "3"};
    sheet_archive(&bytes, parts, 3);
    assert_null(archive_open(bytes.bytes, bytes.length, &err));
    assert_string_equal(err.id, "ARCHIVE_TWICE");
}

static void test_archive__altered_contents_are_noticed(void **state)
{
    (void)state;
    const char *parts[] = {"a", "satu dua"};
    struct text out = TEXT_EMPTY;
    sheet_archive(&bytes, parts, 1);
    *(char *)memmem(bytes.bytes, bytes.length, "dua", 3) = 'D';
    struct archive *archive = archive_open(bytes.bytes, bytes.length, &err);
    assert_non_null(archive);
    assert_false(archive_read(archive, "a", add, &out, &err));
    assert_string_equal(err.id, "ARCHIVE_DAMAGED");
    archive_close(archive);
    text_release(&out);
}

static void test_archive__nothing_and_other_things(void **state)
{
    (void)state;
    assert_null(archive_open("", 0, &err));
    assert_string_equal(err.id, "ARCHIVE_KIND");
    error_clear(&err);
    assert_null(archive_open("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, &err));
    assert_string_equal(err.id, "ARCHIVE_PASSWORD");
    archive_close(NULL);
}

/* ---- XML ---- */

static bool on_open(void *context, enum xml_space space, const char *name,
                    const char *const *attributes, struct error *error)
{
    const char *value = xml_value(attributes, "a");
    const char *id = xml_relation_value(attributes, "id");
    (void)error;
    text_format(context, "<%s%s%s%s>", space == XML_SHEET ? "s:" : "", name,
                value == NULL ? "" : value, id == NULL ? "" : id);
    return strcmp(name, "stop") != 0;
}

static bool on_close(void *context, enum xml_space space, const char *name, struct error *error)
{
    (void)space;
    (void)error;
    text_format(context, "</%s>", name);
    return true;
}

static bool on_text(void *context, const char *piece, size_t length, struct error *error)
{
    return add(context, piece, length, error);
}

/* Reads a document in pieces of `size` bytes; what it tells goes to `out`. */
static bool tell_xml(const char *document, size_t size, struct text *out)
{
    struct xml_listener listener = {on_open, on_close, on_text, out};
    struct xml *xml = xml_new(&listener, "bagian.xml");
    size_t length = strlen(document);
    bool ok = true;
    error_clear(&err);
    text_clear(out);
    for (size_t at = 0; ok && at < length; at += size) {
        ok = xml_feed(xml, document + at, length - at < size ? length - at : size, &err);
    }
    ok = ok && xml_end(xml, &err);
    xml_free(xml);
    return ok;
}

#define SHEET_SPACE "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define RELATION_SPACE \
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"

static void test_xml__what_is_told_does_not_depend_on_pieces(void **state)
{
    (void)state;
    static const char document[] =
        "<?xml version='1.0'?><!-- x --><w " SHEET_SPACE " " RELATION_SPACE
        "><c a='1' r:id='R' id='no'>x &amp; <![CDATA[<y>]]></c><o xmlns='urn:o'>&#233;</o></w>";
    struct text out = TEXT_EMPTY;
    for (size_t size = 1; size < 200; size += 13) {
        assert_true(tell_xml(document, size, &out));
        assert_string_equal(out.bytes, "<s:w><s:c1R>x & <y></c><o>\xC3\xA9</o></w>");
    }
    text_release(&out);
}

static void test_xml__refusals(void **state)
{
    (void)state;
    static const struct {
        const char *document, *id;
    } rows[] = {
        {"", "XML_FORM"},
        {"<a>", "XML_FORM"},
        {"<a></b>", "XML_FORM"},
        {"<a/><b/>", "XML_FORM"},
        {"<a b='1' b='2'/>", "XML_FORM"},
        {"<a>&x;</a>", "XML_FORM"},
        {"<!DOCTYPE a><a/>", "XML_DOCTYPE"},
        {"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "XML_DOCTYPE"},
        {"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "XML_DOCTYPE"},
    };
    struct text out = TEXT_EMPTY;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_false(tell_xml(rows[i].document, 7, &out));
        assert_string_equal(err.id, rows[i].id);
        assert_string_equal(err.where, "bagian.xml");
    }
    text_release(&out);
}

static void test_xml__nothing_is_told_after_a_refusal(void **state)
{
    (void)state;
    struct text out = TEXT_EMPTY;
    assert_false(tell_xml("<a><stop/><b/>text</a>", 100, &out));
    assert_string_equal(out.bytes, "<a><stop>");
    text_release(&out);
}

/* `count` elements inside each other. */
static void nest(struct text *out, size_t count)
{
    text_clear(out);
    for (size_t i = 0; i < count; i++) {
        text_add(out, "<a>");
    }
    for (size_t i = 0; i < count; i++) {
        text_add(out, "</a>");
    }
}

static void test_xml__depth_and_attributes_are_bounded(void **state)
{
    (void)state;
    struct text out = TEXT_EMPTY;
    nest(&bytes, LIMIT_XML_DEPTH);
    assert_true(tell_xml(bytes.bytes, 100, &out));
    nest(&bytes, LIMIT_XML_DEPTH + 1);
    assert_false(tell_xml(bytes.bytes, 100, &out));
    assert_string_equal(err.id, "XML_DEEP");
    for (int count = LIMIT_XML_ATTRIBUTES; count <= LIMIT_XML_ATTRIBUTES + 1; count++) {
        text_clear(&bytes);
        text_add(&bytes, "<a");
        for (int i = 0; i < count; i++) {
            text_format(&bytes, " b%d='x'", i);
        }
        text_add(&bytes, "/>");
        assert_int_equal(tell_xml(bytes.bytes, 100, &out), count == LIMIT_XML_ATTRIBUTES);
    }
    assert_string_equal(err.id, "XML_ATTRIBUTES");
    text_release(&out);
}

static void test_xml__words_for_true(void **state)
{
    (void)state;
    assert_true(xml_true("1"));
    assert_true(xml_true("true"));
    assert_false(xml_true("0"));
    assert_false(xml_true("TRUE"));
    assert_false(xml_true(NULL));
}

/* ---- archives in files ---- */

static const struct archive_limits small = {3, 10, 20};

/* Writes the archive of `bytes` into a fresh file; its name, yours to unlink. */
static const char *in_file(char path[64])
{
    snprintf(path, 64, "/tmp/spbe-archive-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes.bytes, bytes.length), bytes.length);
    close(fd);
    return path;
}

/* Opens the archive of `bytes` from a file, and wants it refused so, with the path in the place. */
static void refuse_file(const struct archive_limits *limits, const char *id)
{
    char path[64];
    error_clear(&err);
    assert_null(archive_open_file(in_file(path), limits, &err));
    assert_string_equal(err.id, id);
    assert_non_null(strstr(err.where, path));
    unlink(path);
}

static void test_archive__a_file_reads_as_bytes_do(void **state)
{
    (void)state;
    char path[64];
    const char *parts[] = {"b.xml", "dua", "a/B.xml", "satu", "a/", ""};
    struct text out = TEXT_EMPTY;
    sheet_archive(&bytes, parts, 3);
    struct archive *archive = archive_open_file(in_file(path), &small, &err);
    assert_non_null(archive);
    assert_int_equal(archive_count(archive), 3);
    assert_int_equal(archive_find(archive, "B.XML"), 2);
    assert_int_equal(archive_find(archive, "c.xml"), -1);
    assert_true(archive_read(archive, "b.xml", add, &out, &err));
    assert_true(archive_read(archive, "a/b.xml", add, &out, &err));
    assert_string_equal(out.bytes, "duasatu");
    archive_close(archive);
    unlink(path);
    text_release(&out);
}

/* Each limit is the caller's, and holds from one too many on. */
static void test_archive__a_file_is_held_to_the_callers_limits(void **state)
{
    (void)state;
    const char *parts[] = {"a", "1234567890", "b", "1234567890", "c", ""};
    sheet_archive(&bytes, parts, 3);
    char path[64];
    struct archive *archive = archive_open_file(in_file(path), &small, &err);
    assert_non_null(archive);
    archive_close(archive);
    unlink(path);
    refuse_file(&(struct archive_limits){2, 10, 20}, "ARCHIVE_PARTS");
    refuse_file(&(struct archive_limits){3, 9, 20}, "ARCHIVE_PART_LARGE");
    refuse_file(&(struct archive_limits){3, 10, 19}, "ARCHIVE_LARGE");
}

/* A workbook may end raggedly; what is to be proved may not lack a byte. */
static void test_archive__a_file_must_be_whole(void **state)
{
    (void)state;
    const char *parts[] = {"a", "isi"};
    sheet_archive(&bytes, parts, 1);
    size_t whole = bytes.length;
    for (size_t cut = 1; cut <= 30; cut++) {
        bytes.length = whole - cut;
        refuse_file(&small, "ARCHIVE_CUT");
    }
    bytes.length = whole;
    text_add(&bytes, "x");
    refuse_file(&small, "ARCHIVE_CUT");
    bytes.bytes[whole - 2] = 1;
    char path[64];
    struct archive *archive = archive_open_file(in_file(path), &small, &err);
    assert_non_null(archive);
    archive_close(archive);
    unlink(path);
    bytes.length = 0;
    refuse_file(&small, "ARCHIVE_KIND");
}

static void test_archive__a_file_that_shrinks_is_noticed(void **state)
{
    (void)state;
    char path[64];
    const char *parts[] = {"a", "1234567890"};
    struct text out = TEXT_EMPTY;
    sheet_archive(&bytes, parts, 1);
    struct archive *archive = archive_open_file(in_file(path), &small, &err);
    assert_non_null(archive);
    assert_int_equal(truncate(path, 35), 0);
    assert_false(archive_read(archive, "a", add, &out, &err));
    assert_string_equal(err.id, "ARCHIVE_DAMAGED");
    archive_close(archive);
    unlink(path);
    text_release(&out);
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(test_archive__parts_are_found_and_read),
        CASE(test_archive__a_reader_can_stop_and_start_again),
        CASE(test_archive__names_stay_inside),
        CASE(test_archive__a_part_twice),
        CASE(test_archive__altered_contents_are_noticed),
        CASE(test_archive__nothing_and_other_things),
        CASE(test_archive__a_file_reads_as_bytes_do),
        CASE(test_archive__a_file_is_held_to_the_callers_limits),
        CASE(test_archive__a_file_must_be_whole),
        CASE(test_archive__a_file_that_shrinks_is_noticed),
        CASE(test_xml__what_is_told_does_not_depend_on_pieces),
        CASE(test_xml__refusals),
        CASE(test_xml__nothing_is_told_after_a_refusal),
        CASE(test_xml__depth_and_attributes_are_bounded),
        CASE(test_xml__words_for_true),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
