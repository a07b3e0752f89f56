/* The inside of a JSON string: where it ends, what is refused and where, and what escapes stand for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json_string.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

/* Scans a copy that ends exactly where its memory ends, so that the sanitizer sees a byte too many. The
 * distance to the closing quote; -1 when the text is bad, with the place as a distance in *place. */
static long scan(const char *bytes, size_t length, struct json_string_scan *found, long *place)
{
    char *copy = malloc(length + 1);
    char *text = copy + 1; /* at an odd place: words are not aligned */
    assert_non_null(copy);
    memcpy(text, bytes, length);
    const char *quote = json_string_end(text, text + length, found);
    *place = quote == NULL ? found->place - text : -1;
    long at = quote == NULL ? -1 : quote - text;
    free(copy);
    return at;
}

/* Decodes into memory that has exactly as much room as is promised to be enough. */
static void assert_decodes(const char *bytes, size_t length, const char *meant, size_t meant_length)
{
    char *room = malloc(length == 0 ? 1 : length);
    assert_non_null(room);
    size_t got = json_string_decode(bytes, length, room);
    if (got != meant_length || memcmp(room, meant, got) != 0) {
        fail_msg("'%s' became '%.*s'", bytes, (int)got, room);
    }
    free(room);
}

/* Protects the fast path: a special byte is found at each place of a word, and behind one. */
static void test_json_string__finds_special_bytes_anywhere(void **state)
{
    (void)state;
    static const unsigned char special[] = {'"', '\\', 0x00, 0x01, 0x1F, 0x80, 0xC3, 0xFF};
    for (size_t s = 0; s < COUNT(special); s++) {
        for (size_t at = 0; at < 20; at++) {
            char text[24];
            memset(text, 'x', sizeof text);
            text[at] = (char)special[s];
            const char *found = json_string_plain(text, text + sizeof text);
            assert_int_equal(found - text, at);
        }
    }
}

/* Protects plain text: no other byte stops the scan, at no place of a word. */
static void test_json_string__passes_every_plain_byte(void **state)
{
    (void)state;
    for (int byte = 0x20; byte < 0x80; byte++) {
        if (byte == '"' || byte == '\\') {
            continue;
        }
        for (size_t length = 0; length <= 17; length++) {
            char text[17];
            memset(text, byte, sizeof text);
            assert_ptr_equal(json_string_plain(text, text + length), text + length);
        }
    }
}

/* Protects against a borrow in the word trick: bytes next to the special ones do not hide or fake one. */
static void test_json_string__first_of_two_counts(void **state)
{
    (void)state;
    static const char *const neighbours[] = {"!", "#", "[", "]", " ", "~", "\x7f"};
    for (size_t n = 0; n < COUNT(neighbours); n++) {
        for (size_t first = 0; first < 7; first++) {
            char text[8];
            memset(text, neighbours[n][0], sizeof text);
            text[first] = '"';
            text[7] = '\\';
            assert_int_equal(json_string_plain(text, text + sizeof text) - text, first);
        }
    }
}

/* Protects reading of sound text: the end is the first quote without a backslash. */
static void test_json_string__ends_at_the_quote(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        long end;
        bool escaped;
    } rows[] = {
        {"\"", 0, false},
        {"a\"b\"", 1, false},
        {"1234567\"", 7, false},
        {"12345678\"", 8, false},
        {"\\\"\"", 2, true},
        {"\\\\\"", 2, true},
        {"\\\\\\\"\"", 4, true},
        {"\\/\\b\\f\\n\\r\\t\"", 12, true},
        {"\\u0041\"", 6, true},
        {"\\u00e9\\u20AC\"", 12, true},
        {"\\ud83d\\ude00\"", 12, true},
        {"\\uD7FF\\uE000\"", 12, true},
        {"\\uD800\\uDC00\\uDBFF\\uDFFF\"", 24, true},
        {"\xC3\xA9\"", 2, false},
        {"\xE2\x82\xAC\"", 3, false},
        {"\xF0\x9F\x98\x80\"", 4, false},
        {"\xEF\xBF\xBF\"", 3, false},
        {"\xF4\x8F\xBF\xBF\"", 4, false},
        {"\x7f\"", 1, false},
        {"plain text, then \xC3\xA9 and more plain text\\n\"", 41, true},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct json_string_scan found;
        long place;
        long end = scan(rows[i].text, strlen(rows[i].text), &found, &place);
        if (end != rows[i].end || found.escaped != rows[i].escaped) {
            fail_msg("row %zu ends at %ld, not %ld", i, end, rows[i].end);
        }
    }
}

/* Protects the place and reason that people are told. */
static void test_json_string__refuses_with_place_and_reason(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t length;
        enum json_string_fault fault;
        long place;
        unsigned detail;
    } rows[] = {
#define TEXT(literal) literal, sizeof(literal) - 1
        {TEXT(""), JSON_STRING_CUT, 0, 0},
        {TEXT("abc"), JSON_STRING_CUT, 3, 0},
        {TEXT("12345678"), JSON_STRING_CUT, 8, 0},
        {TEXT("ab\\"), JSON_STRING_CUT, 3, 0},
        {TEXT("ab\\\""), JSON_STRING_CUT, 4, 0},
        {TEXT("a\nb\""), JSON_STRING_CONTROL, 1, '\n'},
        {TEXT("\t\""), JSON_STRING_CONTROL, 0, '\t'},
        {TEXT("12345678\x1f\""), JSON_STRING_CONTROL, 8, 0x1F},
        {TEXT("a\0\""), JSON_STRING_CONTROL, 1, 0},
        {TEXT("\xC3\xA9\x01\""), JSON_STRING_CONTROL, 2, 1},
        {TEXT("a\\x41\""), JSON_STRING_ESCAPE, 1, 0},
        {TEXT("\\'\""), JSON_STRING_ESCAPE, 0, 0},
        {TEXT("\\\0\""), JSON_STRING_ESCAPE, 0, 0},
        {TEXT("\\N\""), JSON_STRING_ESCAPE, 0, 0},
        {TEXT("\\U0041\""), JSON_STRING_ESCAPE, 0, 0},
        {TEXT("\\u\""), JSON_STRING_ESCAPE, 0, 0},
        {TEXT("\\u12\""), JSON_STRING_ESCAPE, 0, 0},
        {TEXT("\\u12G4\""), JSON_STRING_ESCAPE, 0, 0},
        {TEXT("\\u+123\""), JSON_STRING_ESCAPE, 0, 0},
        {TEXT("\\u004"), JSON_STRING_ESCAPE, 0, 0},
        {TEXT("\\n\\u0000\""), JSON_STRING_NUL, 2, 0},
        {TEXT("\\ud83d\""), JSON_STRING_SURROGATE, 0, 0xD83D},
        {TEXT("\\ude00\""), JSON_STRING_SURROGATE, 0, 0xDE00},
        {TEXT("\\ud83d\\ud83d\""), JSON_STRING_SURROGATE, 0, 0xD83D},
        {TEXT("\\ud83d\\u0041\""), JSON_STRING_SURROGATE, 0, 0xD83D},
        {TEXT("\\ud83d\\n\""), JSON_STRING_SURROGATE, 0, 0xD83D},
        {TEXT("\\ud83d\\ude0"), JSON_STRING_SURROGATE, 0, 0xD83D},
        {TEXT("\\ud83d"), JSON_STRING_SURROGATE, 0, 0xD83D},
        {TEXT("\x80\""), JSON_STRING_UTF8, 0, 0x80},
        {TEXT("a\xC3\""), JSON_STRING_UTF8, 1, 0xC3},
        {TEXT("a\xC3"), JSON_STRING_UTF8, 1, 0xC3},
        {TEXT("\xC0\xAF\""), JSON_STRING_UTF8, 0, 0xC0},
        {TEXT("\xE0\x80\xAF\""), JSON_STRING_UTF8, 0, 0xE0},
        {TEXT("\xED\xA0\x80\""), JSON_STRING_UTF8, 0, 0xED},
        {TEXT("\xE2\x82\""), JSON_STRING_UTF8, 0, 0xE2},
        {TEXT("\xF0\x9F\x98"), JSON_STRING_UTF8, 0, 0xF0},
        {TEXT("\xF4\x90\x80\x80\""), JSON_STRING_UTF8, 0, 0xF4},
        {TEXT("\xF8\x88\x80\x80\x80\""), JSON_STRING_UTF8, 0, 0xF8},
        {TEXT("\xFF\""), JSON_STRING_UTF8, 0, 0xFF},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct json_string_scan found;
        long place;
        if (scan(rows[i].text, rows[i].length, &found, &place) != -1) {
            fail_msg("row %zu was taken", i);
        }
        if (found.fault != rows[i].fault || place != rows[i].place ||
            (rows[i].fault != JSON_STRING_CUT && found.detail != rows[i].detail)) {
            fail_msg("row %zu: fault %d at %ld (%u)", i, (int)found.fault, place, found.detail);
        }
    }
}

/* Protects short reads: no beginning of a sound string is taken for a whole one. */
static void test_json_string__refuses_every_beginning(void **state)
{
    (void)state;
    static const char whole[] = "a\\u00e9 \xE2\x82\xAC\\ud83d\\ude00 \\\" \xF0\x9F\x98\x80 end\"";
    struct json_string_scan found;
    long place;
    size_t length = sizeof whole - 1;
    assert_int_equal(scan(whole, length, &found, &place), (long)length - 1);
    for (size_t cut = 0; cut < length; cut++) {
        if (scan(whole, cut, &found, &place) != -1) {
            fail_msg("%zu bytes were taken", cut);
        }
        assert_in_range(place, 0, cut);
    }
}

/* Protects the texts themselves: each escape stands for its character, all else for itself. */
static void test_json_string__decodes(void **state)
{
    (void)state;
    static const struct {
        const char *from, *into;
    } rows[] = {
        {"", ""},
        {"plain", "plain"},
        {"\\\"\\\\\\/", "\"\\/"},
        {"\\b\\f\\n\\r\\t", "\b\f\n\r\t"},
        {"\\\\n", "\\n"},
        {"\\\\u0041", "\\u0041"},
        {"\\u0001", "\x01"},
        {"\\u007f", "\x7f"},
        {"\\u0080", "\xC2\x80"},
        {"\\u07FF", "\xDF\xBF"},
        {"\\u0800", "\xE0\xA0\x80"},
        {"\\uD7ff", "\xED\x9F\xBF"},
        {"\\uE000", "\xEE\x80\x80"},
        {"\\uFFFF", "\xEF\xBF\xBF"},
        {"\\uD800\\uDC00", "\xF0\x90\x80\x80"},
        {"\\ud83d\\ude00", "\xF0\x9F\x98\x80"},
        {"\\uDBFF\\uDFFF", "\xF4\x8F\xBF\xBF"},
        {"x\\u00E9y\xC3\xA9z", "x\xC3\xA9y\xC3\xA9z"},
        {"\\u0041\\u0042\\u0043", "ABC"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_decodes(rows[i].from, strlen(rows[i].from), rows[i].into, strlen(rows[i].into));
    }
}

/* The UTF-8 of a character, worked out apart from the code under test. */
static size_t utf8(unsigned character, char out[4])
{
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        out[0] = (char)(0xC0 + character / 64);
        out[1] = (char)(0x80 + character % 64);
        return 2;
    }
    out[0] = (char)(0xE0 + character / 4096);
    out[1] = (char)(0x80 + character / 64 % 64);
    out[2] = (char)(0x80 + character % 64);
    return 3;
}

/* Protects that escape and character say the same: each one of the basic plane is taken and decoded, but
 * for NUL and halves. */
static void test_json_string__decodes_every_unit(void **state)
{
    (void)state;
    for (unsigned unit = 0; unit <= 0xFFFF; unit++) {
        char text[8], meant[4], got[8];
        struct json_string_scan found;
        snprintf(text, sizeof text, "\\u%04x\"", unit);
        bool taken = json_string_end(text, text + 7, &found) != NULL;
        bool half = unit >= 0xD800 && unit <= 0xDFFF;
        if (taken != (unit != 0 && !half)) {
            fail_msg("unit %04x: %d", unit, taken);
        }
        if (taken) {
            size_t length = utf8(unit, meant);
            assert_int_equal(json_string_decode(text, 6, got), length);
            assert_memory_equal(got, meant, length);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_string__finds_special_bytes_anywhere),
        cmocka_unit_test(test_json_string__passes_every_plain_byte),
        cmocka_unit_test(test_json_string__first_of_two_counts),
        cmocka_unit_test(test_json_string__ends_at_the_quote),
        cmocka_unit_test(test_json_string__refuses_with_place_and_reason),
        cmocka_unit_test(test_json_string__refuses_every_beginning),
        cmocka_unit_test(test_json_string__decodes),
        cmocka_unit_test(test_json_string__decodes_every_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
