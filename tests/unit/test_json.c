/* The strict reader: what it takes, what it refuses, with which sentence and where.
 *
 * The table follows the corners that public JSON test corpora are about; every case is read from a copy
 * that ends right before an inaccessible page, as a value to pass over (json_skip), which checks as
 * strictly as reading does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json.h"
#include "limit.h"
#include "support_guard.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct json_case {
    const char *name;
    const char *bytes;
    size_t length;
    const char *id;   /* of the refusal; NULL where the document is good */
    const char *path; /* where it is refused */
};
#define GOOD(name, bytes)                          \
    {                                              \
        name, bytes, sizeof(bytes) - 1, NULL, NULL \
    }
#define BAD(name, bytes, id, path)               \
    {                                            \
        name, bytes, sizeof(bytes) - 1, id, path \
    }

static const struct json_case cases[] = {
    /* values alone */
    GOOD("null alone", "null"),
    GOOD("true alone", "true"),
    GOOD("false alone", "false"),
    GOOD("text alone", "\"a\""),
    GOOD("empty text", "\"\""),
    GOOD("number alone", "42"),
    GOOD("empty object", "{}"),
    GOOD("empty list", "[]"),
    GOOD("white space around", " \t\r\n[ \n]\r\n\t "),
    GOOD("white space inside", "{ \"a\" : [ 1 , 2 ] , \"b\" : { } }"),
    GOOD("nested", "{\"a\":{\"b\":[[],{},[{}]]}}"),
    BAD("nothing", "", "JSON_EMPTY", "$"),
    BAD("white space only", " \n\t ", "JSON_EMPTY", "$"),
    BAD("form feed is no white space", "\f[]", "JSON_EXPECTED", "$"),
    BAD("vertical tab is no white space", "[\v1]", "JSON_EXPECTED", "$[0]"),
    BAD("no-break space is no white space", "[\xC2\xA0]", "JSON_EXPECTED", "$[0]"),
    BAD("NUL outside a text", "[1,\0 2]", "JSON_EXPECTED", "$[1]"),
    BAD("byte order mark", "\xEF\xBB\xBF{}", "JSON_BOM", "$"),
    BAD("UTF-16 byte order mark", "\xFF\xFE[\0", "JSON_EXPECTED", "$"),
    BAD("UTF-16 without a mark", "\0[\0]", "JSON_EXPECTED", "$"),
    BAD("a byte order mark further on", "[\xEF\xBB\xBF]", "JSON_EXPECTED", "$[0]"),
    /* words */
    BAD("capital True", "True", "JSON_EXPECTED", "$"),
    BAD("TRUE", "TRUE", "JSON_EXPECTED", "$"),
    BAD("cut word", "[tru]", "JSON_EXPECTED", "$[0]"),
    BAD("cut word at the end", "nul", "JSON_EXPECTED", "$"),
    BAD("word too long", "nulll", "JSON_AFTER", "$"),
    BAD("word too long in a list", "[truee]", "JSON_EXPECTED", "$[0]"),
    BAD("NaN", "[NaN]", "JSON_EXPECTED", "$[0]"),
    BAD("nan looks like null", "[nan]", "JSON_EXPECTED", "$[0]"),
    BAD("Infinity", "[Infinity]", "JSON_EXPECTED", "$[0]"),
    BAD("minus Infinity", "[-Infinity]", "JSON_NUMBER", "$[0]"),
    BAD("undefined", "[undefined]", "JSON_EXPECTED", "$[0]"),
    BAD("bare word", "[abc]", "JSON_EXPECTED", "$[0]"),
    /* numbers */
    GOOD("zero", "0"),
    GOOD("minus zero", "-0"),
    GOOD("fraction", "[0.5,-0.25,1.0]"),
    GOOD("exponents", "[1e5,1E5,1e+5,1e-5,0e1,0e+1,1.5e10,123.456e78]"),
    GOOD("huge exponent", "[1e400,-1e-400,123e99999999999999]"),
    GOOD("many digits", "123456789012345678901234567890.123456789012345678901234567890"),
    BAD("leading zero", "[01]", "JSON_NUMBER", "$[0]"),
    BAD("leading zeros", "[00]", "JSON_NUMBER", "$[0]"),
    BAD("negative leading zero", "[-012]", "JSON_NUMBER", "$[0]"),
    BAD("leading zero of a fraction", "[00.5]", "JSON_NUMBER", "$[0]"),
    BAD("plus", "[+1]", "JSON_EXPECTED", "$[0]"),
    BAD("minus alone", "[-]", "JSON_NUMBER", "$[0]"),
    BAD("minus at the end", "-", "JSON_NUMBER", "$"),
    BAD("two minus", "[--1]", "JSON_NUMBER", "$[0]"),
    BAD("minus and a space", "[- 1]", "JSON_NUMBER", "$[0]"),
    BAD("minus and a letter", "[-a]", "JSON_NUMBER", "$[0]"),
    BAD("point without digits", "[1.]", "JSON_NUMBER", "$[0]"),
    BAD("point without digits at the end", "1.", "JSON_NUMBER", "$"),
    BAD("point first", "[.5]", "JSON_EXPECTED", "$[0]"),
    BAD("minus and point", "[-.5]", "JSON_NUMBER", "$[0]"),
    BAD("point and exponent", "[1.e5]", "JSON_NUMBER", "$[0]"),
    BAD("two points", "[1.2.3]", "JSON_EXPECTED", "$[0]"),
    BAD("exponent without digits", "[1e]", "JSON_NUMBER", "$[0]"),
    BAD("exponent without digits at the end", "1E+", "JSON_NUMBER", "$"),
    BAD("exponent with a fraction", "[1e5.5]", "JSON_EXPECTED", "$[0]"),
    BAD("two exponents", "[1e5e5]", "JSON_EXPECTED", "$[0]"),
    BAD("exponent with two signs", "[1e+-5]", "JSON_NUMBER", "$[0]"),
    BAD("hexadecimal", "[0x10]", "JSON_EXPECTED", "$[0]"),
    BAD("underscore", "[1_000]", "JSON_EXPECTED", "$[0]"),
    BAD("decimal comma", "{\"a\":1,5}", "JSON_EXPECTED", "$"),
    BAD("letter behind", "[1a]", "JSON_EXPECTED", "$[0]"),
    BAD("full-width digit", "[\xEF\xBC\x91]", "JSON_EXPECTED", "$[0]"),
    BAD("two numbers", "[1 2]", "JSON_EXPECTED", "$[0]"),
    /* lists */
    BAD("list not closed", "[", "JSON_CUT", "$[0]"),
    BAD("list not closed behind a value", "[1", "JSON_CUT", "$[0]"),
    BAD("list not closed behind a comma", "[1,", "JSON_CUT", "$[1]"),
    BAD("comma before the end", "[1,]", "JSON_EXPECTED", "$[1]"),
    BAD("comma first", "[,1]", "JSON_EXPECTED", "$[0]"),
    BAD("only a comma", "[,]", "JSON_EXPECTED", "$[0]"),
    BAD("two commas", "[1,,2]", "JSON_EXPECTED", "$[1]"),
    BAD("missing comma", "[1 true]", "JSON_EXPECTED", "$[0]"),
    BAD("colon in a list", "[\"a\":1]", "JSON_EXPECTED", "$[0]"),
    BAD("wrong closing bracket", "[1}", "JSON_EXPECTED", "$[0]"),
    BAD("closing bracket first", "]", "JSON_EXPECTED", "$"),
    BAD("something behind", "[1]x", "JSON_AFTER", "$"),
    BAD("a second value", "[1] [2]", "JSON_AFTER", "$"),
    BAD("a comma behind", "[1],", "JSON_AFTER", "$"),
    BAD("a bracket behind", "[1]]", "JSON_AFTER", "$"),
    BAD("a comment behind", "[1] // x", "JSON_AFTER", "$"),
    BAD("a comment inside", "[1 /* x */]", "JSON_EXPECTED", "$[0]"),
    BAD("a hash comment", "# x\n[1]", "JSON_EXPECTED", "$"),
    BAD("NUL behind", "[1]\0", "JSON_AFTER", "$"),
    /* objects */
    BAD("object not closed", "{", "JSON_CUT", "$"),
    BAD("object cut behind a key", "{\"a\"", "JSON_CUT", "$.a"),
    BAD("object cut behind a colon", "{\"a\":", "JSON_CUT", "$.a"),
    BAD("object cut behind a value", "{\"a\":1", "JSON_CUT", "$.a"),
    BAD("object cut behind a comma", "{\"a\":1,", "JSON_CUT", "$"),
    BAD("comma before the end of an object", "{\"a\":1,}", "JSON_EXPECTED", "$"),
    BAD("comma first in an object", "{,\"a\":1}", "JSON_EXPECTED", "$"),
    BAD("two commas in an object", "{\"a\":1,,\"b\":2}", "JSON_EXPECTED", "$"),
    BAD("missing comma in an object", "{\"a\":1 \"b\":2}", "JSON_EXPECTED", "$.a"),
    BAD("missing colon", "{\"a\" 1}", "JSON_EXPECTED", "$.a"),
    BAD("equals for a colon", "{\"a\"=1}", "JSON_EXPECTED", "$.a"),
    BAD("two colons", "{\"a\"::1}", "JSON_EXPECTED", "$.a"),
    BAD("missing value", "{\"a\":}", "JSON_EXPECTED", "$.a"),
    BAD("key without quotes", "{a:1}", "JSON_EXPECTED", "$"),
    BAD("key in single quotes", "{'a':1}", "JSON_EXPECTED", "$"),
    BAD("number as key", "{1:1}", "JSON_EXPECTED", "$"),
    BAD("null as key", "{null:1}", "JSON_EXPECTED", "$"),
    BAD("key only", "{\"a\"}", "JSON_EXPECTED", "$.a"),
    BAD("wrong closing bracket of an object", "{\"a\":1]", "JSON_EXPECTED", "$.a"),
    BAD("semicolon", "{\"a\":1;\"b\":2}", "JSON_EXPECTED", "$.a"),
    BAD("an object behind", "{} {}", "JSON_AFTER", "$"),
    /* keys that come twice */
    GOOD("the same key in two objects", "[{\"a\":1},{\"a\":{\"a\":2}}]"),
    GOOD("keys differ in case", "{\"a\":1,\"A\":2}"),
    GOOD("the empty key once", "{\"\":1}"),
    BAD("key twice", "{\"a\":1,\"a\":1}", "JSON_DUPLICATE_KEY", "$.a"),
    BAD("empty key twice", "{\"\":1,\"\":2}", "JSON_DUPLICATE_KEY", "$[\"\"]"),
    BAD("key twice, once escaped", "{\"b\":0,\"a\":1,\"\\u0061\":2}", "JSON_DUPLICATE_KEY",
        "$[\"\\u0061\"]"),
    BAD("key twice deep inside", "[0,{\"x\":[{\"k\":1,\"l\":2,\"k\":3}]}]", "JSON_DUPLICATE_KEY",
        "$[1].x[0].k"),
    BAD("the first repetition is named", "{\"z\":1,\"a\":2,\"z\":3,\"a\":4}", "JSON_DUPLICATE_KEY",
        "$.z"),
    /* texts */
    GOOD("all short escapes", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""),
    GOOD("unit escapes", "[\"\\u0041\\u00e9\\u20AC\\uFFFF\\uD7FF\\uE000\"]"),
    GOOD("surrogate pair", "[\"\\uD83D\\ude00\\uDBFF\\uDFFF\\uD800\\uDC00\"]"),
    GOOD("delete is no control character of JSON", "\"\x7F\""),
    GOOD("UTF-8 of two, three and four bytes", "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\""),
    GOOD("edges of UTF-8",
         "\"\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\xF0\x90\x80\x80"
         "\xF4\x8F\xBF\xBF\""),
    GOOD("line separators", "\"\xE2\x80\xA8\xE2\x80\xA9\""),
    GOOD("a slash needs no escape", "\"a/b\""),
    BAD("text not closed", "\"abc", "JSON_CUT", "$"),
    BAD("quote alone", "\"", "JSON_CUT", "$"),
    BAD("text ends with a backslash", "\"abc\\", "JSON_CUT", "$"),
    BAD("quote is escaped", "[\"\\\"]", "JSON_CUT", "$[0]"),
    BAD("single quotes", "['a']", "JSON_EXPECTED", "$[0]"),
    BAD("line break in a text", "[\"a\nb\"]", "JSON_CONTROL", "$[0]"),
    BAD("tab in a text", "[\"a\tb\"]", "JSON_CONTROL", "$[0]"),
    BAD("NUL in a text", "[\"a\0b\"]", "JSON_CONTROL", "$[0]"),
    BAD("unit separator in a text", "[\"\x1F\"]", "JSON_CONTROL", "$[0]"),
    BAD("control character in a key", "{\"a\x01\":1}", "JSON_CONTROL", "$[\"a?\"]"),
    BAD("unknown escape", "\"\\a\"", "JSON_ESCAPE", "$"),
    BAD("escaped single quote", "\"\\'\"", "JSON_ESCAPE", "$"),
    BAD("escaped line break", "\"\\\n\"", "JSON_ESCAPE", "$"),
    BAD("escaped NUL byte", "\"\\\0\"", "JSON_ESCAPE", "$"),
    BAD("hexadecimal escape", "\"\\x41\"", "JSON_ESCAPE", "$"),
    BAD("capital U", "\"\\U0041\"", "JSON_ESCAPE", "$"),
    BAD("escape of an emoji", "\"\\\xF0\x9F\x98\x80\"", "JSON_ESCAPE", "$"),
    BAD("unit too short", "\"\\u00a\"", "JSON_ESCAPE", "$"),
    BAD("unit with a sign", "\"\\u+123\"", "JSON_ESCAPE", "$"),
    BAD("unit with a letter", "\"\\u00g0\"", "JSON_ESCAPE", "$"),
    BAD("unit cut by the end", "\"\\u00", "JSON_ESCAPE", "$"),
    BAD("NUL as escape", "[\"a\\u0000b\"]", "JSON_NUL", "$[0]"),
    BAD("NUL in a key", "{\"level\\u0000x\":1}", "JSON_NUL", "$[\"level\\u0000x\"]"),
    BAD("lone high surrogate", "\"\\uD800\"", "JSON_SURROGATE", "$"),
    BAD("lone low surrogate", "\"\\uDC00\"", "JSON_SURROGATE", "$"),
    BAD("two high surrogates", "\"\\uD800\\uD800\"", "JSON_SURROGATE", "$"),
    BAD("pair the wrong way round", "\"\\uDE00\\uD83D\"", "JSON_SURROGATE", "$"),
    BAD("high surrogate and a letter", "\"\\uD800a\"", "JSON_SURROGATE", "$"),
    BAD("high surrogate and an escape", "\"\\uD800\\n\"", "JSON_SURROGATE", "$"),
    BAD("high surrogate and half a unit", "\"\\uD800\\uDC\"", "JSON_SURROGATE", "$"),
    BAD("high surrogate at the end", "\"\\uD800\\u", "JSON_SURROGATE", "$"),
    /* bad UTF-8 */
    BAD("lone continuation", "\"\x80\"", "JSON_UTF8", "$"),
    BAD("overlong slash, two bytes", "\"\xC0\xAF\"", "JSON_UTF8", "$"),
    BAD("overlong, C1", "\"\xC1\xBF\"", "JSON_UTF8", "$"),
    BAD("overlong slash, three bytes", "\"\xE0\x80\xAF\"", "JSON_UTF8", "$"),
    BAD("overlong, four bytes", "\"\xF0\x8F\xBF\xBF\"", "JSON_UTF8", "$"),
    BAD("overlong NUL", "\"\xC0\x80\"", "JSON_UTF8", "$"),
    BAD("surrogate in UTF-8", "\"\xED\xA0\x80\"", "JSON_UTF8", "$"),
    BAD("low surrogate in UTF-8", "\"\xED\xBF\xBF\"", "JSON_UTF8", "$"),
    BAD("beyond the last character", "\"\xF4\x90\x80\x80\"", "JSON_UTF8", "$"),
    BAD("F5", "\"\xF5\x80\x80\x80\"", "JSON_UTF8", "$"),
    BAD("FE", "\"\xFE\"", "JSON_UTF8", "$"),
    BAD("FF", "\"\xFF\"", "JSON_UTF8", "$"),
    BAD("Latin-1", "{\"nama\":\"Jos\xE9\"}", "JSON_UTF8", "$.nama"),
    BAD("two bytes, one missing", "\"\xC3\"", "JSON_UTF8", "$"),
    BAD("three bytes, one missing", "\"\xE2\x82\"", "JSON_UTF8", "$"),
    BAD("four bytes, one missing", "\"\xF0\x9F\x98\"", "JSON_UTF8", "$"),
    BAD("character cut by the end", "\"\xF0\x9F", "JSON_UTF8", "$"),
    BAD("bad UTF-8 in a key", "{\"\xFF\":1}", "JSON_UTF8", "$[\"?\"]"),
    BAD("bad UTF-8 behind good", "[\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xC3(\"]", "JSON_UTF8",
        "$[0]"),
};

/* Reads all of `bytes` as one value. */
static bool skip_all(const char *bytes, size_t length, const char *name, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct json json;
    json_open(&json, bytes, length, &arena, name);
    json_skip(&json, NULL);
    bool ok = json_end(&json, err);
    arena_release(&arena);
    return ok;
}

/* As skip_all, but `name` NULL and the bytes in front of a guard page. */
static bool skip_guarded(const char *bytes, size_t length, struct error *err)
{
    struct guard guard;
    guard_open(&guard, bytes, length);
    bool ok = skip_all(guard.bytes, length, NULL, err);
    guard_close(&guard);
    return ok;
}

/* Bytes that are no UTF-8 stay out of what the test prints. */
static void make_ascii(char *text)
{
    char *to = text;
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < 0x80) {
            *to++ = *text;
        } else if (to == text || to[-1] != '?') {
            *to++ = '?';
        }
    }
    *to = '\0';
}

static void check_case(const struct json_case *row)
{
    struct error err = {.kind = ERROR_NONE};
    bool ok = skip_guarded(row->bytes, row->length, &err);
    make_ascii(err.where);
    const char *id = err.id == NULL ? "" : err.id;
    if (row->id == NULL && !ok) {
        fail_msg("%s: refused with %s at %s", row->name, id, err.where);
    }
    if (row->id != NULL && (ok || strcmp(id, row->id) != 0 || strcmp(err.where, row->path) != 0)) {
        fail_msg("%s: wanted %s at %s, got %s at %s (%s)", row->name, row->id, row->path, id,
                 err.where, err.message);
    }
}

/* Protects the grammar, corner by corner: nothing that is not JSON is let through, all that is, is. */
static void test_json__takes_all_of_the_grammar_and_nothing_else(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        check_case(&cases[i]);
    }
}

/* Protects places of error: reading values by kind tells the same story as passing over them. */
static void test_json__refuses_inside_any_surrounding(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct json_case *row = &cases[i];
        struct text wrapped = TEXT_EMPTY;
        struct error err = {.kind = ERROR_NONE};
        text_add(&wrapped, "{\"k\":[null,");
        text_append(&wrapped, row->bytes, row->length);
        text_add(&wrapped, "]}");
        bool ok = skip_guarded(wrapped.bytes, wrapped.length, &err);
        if (ok != (row->id == NULL)) {
            /* A value behind the value ends the list instead of the document: still refused. */
            fail_msg("%s: inside a list it is %s", row->name, ok ? "taken" : "refused");
        }
        if (!ok && strncmp(err.where, "$", 1) != 0) {
            fail_msg("%s: no place: %s", row->name, err.where);
        }
        text_release(&wrapped);
    }
}

static const char sample[] =
    "{\"format\":\"spbe-assessment/1\",\"year\":2024,\"agency\":{\"name\":\"Kota \\u00e9 \xC3\xA9 "
    "\\uD83D\\uDE00\"},\n "
    "\"answers\":{\"I01\":{\"claimed\":3,\"verified\":null,\"list\":[true,false,"
    "-12.5e+3,\"\"]}}}";

/* Protects against files cut by a broken copy: every prefix is refused, none is read beyond. */
static void test_json__refuses_every_prefix_of_a_document(void **state)
{
    (void)state;
    size_t whole = strlen(sample);
    for (size_t length = 0; length <= whole; length++) {
        struct error err = {.kind = ERROR_NONE};
        bool ok = skip_guarded(sample, length, &err);
        assert_int_equal(ok, length == whole);
        assert_int_equal(err.kind, length == whole ? ERROR_NONE : ERROR_INPUT);
    }
}

/* Protects the reader from damage in the middle: whatever byte changes, it ends, and what it takes is
 * UTF-8 without control characters. */
static void test_json__survives_every_change_of_one_byte(void **state)
{
    (void)state;
    size_t whole = strlen(sample);
    struct text copy = TEXT_EMPTY;
    for (size_t at = 0; at < whole; at++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            struct error err = {.kind = ERROR_NONE};
            text_clear(&copy);
            text_append(&copy, sample, whole);
            copy.bytes[at] = (char)byte;
            if (skip_all(copy.bytes, whole, NULL, &err)) {
                assert_int_equal(text_utf8_prefix(copy.bytes, whole), whole);
                assert_null(memchr(copy.bytes, '\0', whole));
            } else {
                assert_true(err.message[0] != '\0' && err.where[0] == '$');
            }
        }
    }
    text_release(&copy);
}

/* Protects the eight-byte scan: a special byte is seen at every distance from the start and the end. */
static void test_json__sees_special_bytes_at_every_position(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        const char *id;
    } specials[] = {
        {"\x1F", "JSON_CONTROL"},
        {"\n", "JSON_CONTROL"},
        {"\x80", "JSON_UTF8"},
        {"\xFF", "JSON_UTF8"},
        {"\\q", "JSON_ESCAPE"},
        {"\"", "JSON_AFTER"},
        {"\xC3\xA9", NULL},
        {"\\u0041", NULL},
        {"\x7F", NULL},
        {"\x20", NULL},
        {"!", NULL},
        {"#", NULL},
        {"[", NULL},
        {"]", NULL},
        {"\x21\x5D\x5B\x23", NULL},
        {"\xE2\x82", "JSON_UTF8"},
        {"\\uD800", "JSON_SURROGATE"},
    };
    for (size_t kind = 0; kind < sizeof specials / sizeof specials[0]; kind++) {
        for (int before = 0; before < 20; before++) {
            for (int behind = 0; behind < 20; behind++) {
                char bytes[64];
                struct error err = {.kind = ERROR_NONE};
                int length = snprintf(bytes, sizeof bytes, "\"%.*s%s%.*s\"", before,
                                      "aaaaaaaaaaaaaaaaaaaaaaa", specials[kind].bytes, behind,
                                      "~~~~~~~~~~~~~~~~~~~~~~~");
                bool ok = skip_guarded(bytes, (size_t)length, &err);
                assert_int_equal(ok, specials[kind].id == NULL);
                if (!ok) {
                    assert_string_equal(err.id, specials[kind].id);
                }
            }
        }
    }
}

/* The decoded text of a JSON string, as json_string gives it. */
static void check_decoded(const char *bytes, const char *wanted, size_t wanted_length)
{
    struct arena arena = ARENA_EMPTY;
    struct json json;
    struct error err = {.kind = ERROR_NONE};
    struct json_text text = {NULL, 0};
    json_open(&json, bytes, strlen(bytes), &arena, NULL);
    assert_true(json_string(&json, &text));
    assert_true(json_end(&json, &err));
    assert_int_equal(text.length, wanted_length);
    assert_memory_equal(text.bytes, wanted, wanted_length);
    arena_release(&arena);
}

/* Protects what people wrote: escapes become the characters they stand for. */
static void test_json__decodes_escapes(void **state)
{
    (void)state;
    check_decoded("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t", 8);
    check_decoded("\"a\\u0041\\u007f\\u0080\\u07ff\\u0800\\uffff\"",
                  "aA\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF", 13);
    check_decoded("\"\\ud83d\\ude00x\\uD800\\uDC00\\uDBFF\\uDFFF\"",
                  "\xF0\x9F\x98\x80x\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", 13);
    check_decoded("\"\\u0001\\u001f\"", "\x01\x1F", 2);
    check_decoded("\"\"", "", 0);
    check_decoded("\"Pemerintah Kota\"", "Pemerintah Kota", 15);
}

/* Protects decoding as a whole: every character, escaped, is read back as its UTF-8. */
static void test_json__decodes_every_character(void **state)
{
    (void)state;
    for (unsigned character = 1; character < 0x110000; character += character < 0x3000 ? 1 : 97) {
        char escaped[16];
        char plain[8];
        size_t length = 0;
        if (character >= 0xD800 && character <= 0xDFFF) {
            continue;
        }
        if (character < 0x10000) {
            snprintf(escaped, sizeof escaped, "\"\\u%04x\"", character);
        } else {
            unsigned rest = character - 0x10000;
            snprintf(escaped, sizeof escaped, "\"\\u%04X\\u%04x\"", 0xD800 + (rest >> 10),
                     0xDC00 + (rest & 0x3FF));
        }
        if (character < 0x80) {
            plain[length++] = (char)character;
        } else if (character < 0x800) {
            plain[length++] = (char)(0xC0 | character >> 6);
        } else if (character < 0x10000) {
            plain[length++] = (char)(0xE0 | character >> 12);
            plain[length++] = (char)(0x80 | (character >> 6 & 0x3F));
        } else {
            plain[length++] = (char)(0xF0 | character >> 18);
            plain[length++] = (char)(0x80 | (character >> 12 & 0x3F));
            plain[length++] = (char)(0x80 | (character >> 6 & 0x3F));
        }
        if (character >= 0x80) {
            plain[length++] = (char)(0x80 | (character & 0x3F));
        }
        check_decoded(escaped, plain, length);
    }
}

/* Protects zero-copy reading: a text without escapes is the document's own bytes. */
static void test_json__borrows_plain_text(void **state)
{
    (void)state;
    static const char bytes[] = "[\"plain\",\"esc\\n\"]";
    struct arena arena = ARENA_EMPTY;
    struct json json;
    struct json_text text;
    json_open(&json, bytes, strlen(bytes), &arena, NULL);
    assert_true(json_array(&json) && json_item(&json) && json_string(&json, &text));
    assert_ptr_equal(text.bytes, bytes + 2);
    assert_null(arena.first);
    assert_true(json_item(&json) && json_string(&json, &text));
    assert_true(text.bytes < bytes || text.bytes > bytes + sizeof bytes);
    assert_false(json_item(&json));
    arena_release(&arena);
}

/* ---- values by kind ---- */

/* A reader over a text, with everything it needs. */
struct bench {
    struct arena arena;
    struct json json;
    struct error err;
};

static void bench_open(struct bench *bench, const char *bytes)
{
    *bench = (struct bench){.arena = ARENA_EMPTY};
    json_open(&bench->json, bytes, strlen(bytes), &bench->arena, "a.json");
}

/* Ends the reading, which must have failed as `id` at `where`. */
static void bench_refused(struct bench *bench, const char *id, const char *where)
{
    assert_false(json_end(&bench->json, &bench->err));
    assert_string_equal(bench->err.id, id);
    assert_string_equal(bench->err.where, where);
    arena_release(&bench->arena);
}

static void bench_done(struct bench *bench)
{
    assert_true(json_end(&bench->json, &bench->err));
    arena_release(&bench->arena);
}

/* Protects callers from wrong types: each kind is refused where another is wanted. */
static void test_json__refuses_the_wrong_kind(void **state)
{
    (void)state;
    static const char *const values[] = {"null", "true", "1", "\"a\"", "[]", "{}"};
    for (size_t wanted = 0; wanted < 6; wanted++) {
        for (size_t given = 0; given < 6; given++) {
            struct bench bench;
            bool truth;
            int64_t number;
            struct json_text text;
            bench_open(&bench, values[given]);
            struct json *json = &bench.json;
            bool ok = wanted == 0   ? json_null(json)
                      : wanted == 1 ? json_bool(json, &truth)
                      : wanted == 2 ? json_integer(json, 0, 9, &number)
                      : wanted == 3 ? json_string(json, &text)
                      : wanted == 4 ? json_array(json)
                                    : json_object(json);
            assert_int_equal(ok, wanted == given);
            if (!ok) {
                bench_refused(&bench, "JSON_TYPE", "a.json:1:1 $");
                continue;
            }
            if (wanted >= 4) {
                assert_false(wanted == 4 ? json_item(json) : json_key(json, &text));
            }
            bench_done(&bench);
        }
    }
}

/* Protects whole numbers: exact to the last one that fits, and refused beyond, never wrapped. */
static void test_json__reads_whole_numbers_within_their_range(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        int64_t min, max, number;
        const char *id;
    } rows[] = {
        {"0", 0, 9, 0, NULL},
        {"-0", 0, 9, 0, NULL},
        {"9", 0, 9, 9, NULL},
        {"10", 0, 9, 0, "JSON_RANGE"},
        {"-1", 0, 9, 0, "JSON_RANGE"},
        {"9223372036854775807", INT64_MIN, INT64_MAX, INT64_MAX, NULL},
        {"-9223372036854775808", INT64_MIN, INT64_MAX, INT64_MIN, NULL},
        {"9223372036854775808", INT64_MIN, INT64_MAX, 0, "JSON_RANGE"},
        {"-9223372036854775809", INT64_MIN, INT64_MAX, 0, "JSON_RANGE"},
        {"4294967299", 0, 5, 0, "JSON_RANGE"},
        {"99999999999999999999999999", INT64_MIN, INT64_MAX, 0, "JSON_RANGE"},
        {"3.0", 0, 9, 0, "JSON_WHOLE"},
        {"3e0", 0, 9, 0, "JSON_WHOLE"},
        {"1E1", 0, 9, 0, "JSON_WHOLE"},
        {"2.5", 0, 9, 0, "JSON_WHOLE"},
        {"03", 0, 9, 0, "JSON_NUMBER"},
        {"3.", 0, 9, 0, "JSON_NUMBER"},
        {"\"3\"", 0, 9, 0, "JSON_TYPE"},
        {"true", 0, 1, 0, "JSON_TYPE"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct bench bench;
        int64_t number = 77;
        bench_open(&bench, rows[i].bytes);
        bool ok = json_integer(&bench.json, rows[i].min, rows[i].max, &number);
        assert_int_equal(ok, rows[i].id == NULL);
        if (ok) {
            assert_true(number == rows[i].number);
            bench_done(&bench);
        } else {
            assert_int_equal(number, 77);
            bench_refused(&bench, rows[i].id, "a.json:1:1 $");
        }
    }
}

/* Protects numbers that are kept as written: their own characters, nothing around them. */
static void test_json__gives_the_characters_of_a_number(void **state)
{
    (void)state;
    struct bench bench;
    struct json_text text;
    bench_open(&bench, " [ -1.30e+5 , 0 ]");
    assert_true(json_array(&bench.json) && json_item(&bench.json));
    assert_true(json_number(&bench.json, &text));
    assert_true(json_is(&text, "-1.30e+5"));
    assert_true(json_item(&bench.json) && json_number(&bench.json, &text));
    assert_true(json_is(&text, "0"));
    assert_false(json_item(&bench.json));
    bench_done(&bench);
}

/* Protects texts that people type from growing without bound. */
static void test_json__copies_text_up_to_its_limit(void **state)
{
    (void)state;
    struct bench bench;
    const char *copy = NULL;
    bench_open(&bench, "[\"abc\",\"\\u00e9\"]");
    assert_true(json_array(&bench.json) && json_item(&bench.json));
    assert_true(json_copy(&bench.json, 3, &copy));
    assert_string_equal(copy, "abc");
    assert_true(json_item(&bench.json) && json_copy(&bench.json, 2, &copy));
    assert_string_equal(copy, "\xC3\xA9");
    assert_false(json_item(&bench.json));
    bench_done(&bench);
    bench_open(&bench, "[\"abcd\"]");
    assert_true(json_array(&bench.json) && json_item(&bench.json));
    assert_false(json_copy(&bench.json, 3, &copy));
    bench_refused(&bench, "JSON_LONG", "a.json:1:2 $[0]");
}

/* Protects optional values: null is taken as absent, anything else is left for its reader. */
static void test_json__tells_null_from_a_value(void **state)
{
    (void)state;
    struct bench bench;
    bool truth = false;
    bench_open(&bench, "[null,true]");
    assert_true(json_array(&bench.json) && json_item(&bench.json));
    assert_int_equal(json_peek(&bench.json), JSON_NULL);
    assert_true(json_absent(&bench.json));
    assert_true(json_item(&bench.json));
    assert_false(json_absent(&bench.json));
    assert_true(json_bool(&bench.json, &truth) && truth);
    assert_false(json_item(&bench.json));
    bench_done(&bench);
}

/* Protects the raw bytes that are kept as they came. */
static void test_json__gives_the_bytes_of_a_skipped_value(void **state)
{
    (void)state;
    struct bench bench;
    struct json_text key;
    struct json_text raw;
    bench_open(&bench, "{\"a\": {\"b\" : [1, \"x\"]} , \"c\":2}");
    assert_true(json_object(&bench.json) && json_key(&bench.json, &key));
    assert_true(json_skip(&bench.json, &raw));
    assert_true(json_is(&raw, "{\"b\" : [1, \"x\"]}"));
    assert_true(json_key(&bench.json, &key) && json_is(&key, "c"));
    assert_true(json_jump(&bench.json));
    assert_false(json_key(&bench.json, &key));
    bench_done(&bench);
}

/* Protects looking ahead: it finds the end of a value by its brackets, or says that it has none. */
static void test_json__jumps_over_a_value(void **state)
{
    (void)state;
    struct bench bench;
    struct json_text key;
    int64_t number = 0;
    bench_open(&bench, "{\"a\":{\"x\":[\"}]\\\"\",{}]},\"b\":7}");
    assert_true(json_object(&bench.json) && json_key(&bench.json, &key) && json_jump(&bench.json));
    assert_true(json_key(&bench.json, &key) && json_is(&key, "b"));
    assert_true(json_integer(&bench.json, 0, 9, &number));
    assert_false(json_key(&bench.json, &key));
    bench_done(&bench);
    bench_open(&bench, "{\"a\":[{\"x\":1}");
    assert_true(json_object(&bench.json) && json_key(&bench.json, &key));
    assert_false(json_jump(&bench.json));
    bench_refused(&bench, "JSON_CUT", "a.json:1:14 $.a[0]");
}

/* ---- limits ---- */

/* `depth` lists in each other. */
static void add_nested(struct text *out, unsigned depth)
{
    for (unsigned i = 0; i < depth; i++) {
        text_add_byte(out, '[');
    }
    for (unsigned i = 0; i < depth; i++) {
        text_add_byte(out, ']');
    }
}

/* Protects the stack: as deep as the limit, and one deeper; and very deep ones end at once. */
static void test_json__bounds_the_depth(void **state)
{
    (void)state;
    struct text bytes = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    add_nested(&bytes, LIMIT_JSON_DEPTH);
    assert_true(skip_all(bytes.bytes, bytes.length, NULL, &err));
    text_clear(&bytes);
    add_nested(&bytes, LIMIT_JSON_DEPTH + 1);
    assert_false(skip_all(bytes.bytes, bytes.length, NULL, &err));
    assert_string_equal(err.id, "JSON_DEEP");
    assert_int_equal(err.kind, ERROR_LIMIT);
    error_clear(&err);
    text_clear(&bytes);
    add_nested(&bytes, 1000000);
    assert_false(skip_all(bytes.bytes, bytes.length, "a.json", &err));
    assert_string_equal(err.id, "JSON_DEEP");
    assert_memory_equal(err.where, "a.json:1:33 $[0][0]", 19);
    text_release(&bytes);
}

/* A reader may allow less, or more, than the usual. */
static void test_json__takes_limits_of_the_reader(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, "[[1,2]]");
    bench.json.depth_limit = 1;
    assert_false(json_skip(&bench.json, NULL));
    bench_refused(&bench, "JSON_DEEP", "a.json:1:2 $[0]");
    bench_open(&bench, "[[1,2]]");
    bench.json.value_limit = 3;
    assert_false(json_skip(&bench.json, NULL));
    bench_refused(&bench, "JSON_VALUES", "a.json:1:5 $[0][1]");
    bench_open(&bench, "[[1,2]]");
    bench.json.value_limit = 4;
    assert_true(json_skip(&bench.json, NULL));
    bench_done(&bench);
}

/* A list of `count` zeros. */
static void add_zeros(struct text *out, size_t count)
{
    text_add_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        text_add(out, i == 0 ? "0" : ",0");
    }
    text_add_byte(out, ']');
}

/* Protects memory and time: the list itself counts, so it may hold one value less than the limit. */
static void test_json__bounds_the_number_of_values(void **state)
{
    (void)state;
    struct text bytes = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    add_zeros(&bytes, LIMIT_JSON_VALUES - 1);
    assert_true(skip_all(bytes.bytes, bytes.length, NULL, &err));
    text_clear(&bytes);
    add_zeros(&bytes, LIMIT_JSON_VALUES);
    assert_false(skip_all(bytes.bytes, bytes.length, NULL, &err));
    assert_string_equal(err.id, "JSON_VALUES");
    assert_string_equal(err.where, "$[49999]");
    assert_int_equal(err.kind, ERROR_LIMIT);
    text_release(&bytes);
}

/* Protects time: as many keys as fit, all different or all long and alike, cost no quadratic search. */
static void test_json__finds_a_repeated_key_among_many(void **state)
{
    (void)state;
    struct text bytes = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    text_add_byte(&bytes, '{');
    for (int i = 0; i < LIMIT_JSON_VALUES - 2; i++) {
        text_format(&bytes, "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%d\":0,", i);
    }
    size_t mark = bytes.length;
    text_add(&bytes, "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaax\":0}");
    assert_true(skip_all(bytes.bytes, bytes.length, NULL, &err));
    bytes.length = mark;
    text_add(&bytes, "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa777\":0}");
    assert_false(skip_all(bytes.bytes, bytes.length, NULL, &err));
    assert_string_equal(err.id, "JSON_DUPLICATE_KEY");
    text_release(&bytes);
}

/* ---- places ---- */

/* Protects people who mend a file: line and column in characters, then the path. */
static void test_json__tells_line_column_and_path(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *where;
    } rows[] = {
        {"{\"a\":tru}", "kota.json:1:6 $.a"},
        {"{\n  \"a\": 1,\n  \"b\": x\n}", "kota.json:3:8 $.b"},
        {"{\"\xC3\xA9\xE2\x82\xAC\":x}", "kota.json:1:7 $[\"\xC3\xA9\xE2\x82\xAC\"]"},
        {"{\"a\":[1,{\"b c\":[0,x]}]}", "kota.json:1:19 $.a[1][\"b c\"][1]"},
        {"\r\n\r\n x", "kota.json:3:2 $"},
        {"{\"a\":1}\n}", "kota.json:2:1 $"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct error err = {.kind = ERROR_NONE};
        assert_false(skip_all(rows[i].bytes, strlen(rows[i].bytes), "kota.json", &err));
        assert_string_equal(err.where, rows[i].where);
    }
}

/* Protects name and line from a long path: only the path's end is shown then, at a character's edge. */
static void test_json__keeps_name_and_line_before_a_long_path(void **state)
{
    (void)state;
    struct text document = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    for (size_t extra = 0; extra < 4; extra++) {
        text_clear(&document);
        error_clear(&err);
        for (int i = 0; i < 20; i++) {
            text_add(&document, "{\"kunci yang panjang é\":");
        }
        text_format(&document, "{\"%.*s\":", (int)extra, "xyz");
        assert_false(skip_all(document.bytes, document.length, "kota.json", &err));
        assert_memory_equal(err.where, "kota.json:1:", 12);
        assert_non_null(strstr(err.where, " $…"));
        assert_non_null(strstr(err.where, "[\"kunci yang panjang é\"]"));
        assert_int_equal(text_utf8_prefix(err.where, strlen(err.where)), strlen(err.where));
    }
    text_release(&document);
}

/* Protects error texts from bulk and from cutting a character in two. */
static void test_json__shows_long_texts_cut_at_a_character(void **state)
{
    (void)state;
    char bytes[128];
    char shown[JSON_SHOWN];
    for (size_t shift = 0; shift < 2; shift++) {
        for (size_t length = shift; length < sizeof bytes; length += 2) {
            bytes[0] = 'a';
            for (size_t i = shift; i < length; i++) {
                bytes[i] = (char)((i - shift) % 2 == 0 ? 0xC3 : 0xA9);
            }
            struct json_text text = {bytes, length};
            json_show(&text, shown);
            assert_int_equal(text_utf8_prefix(shown, strlen(shown)), strlen(shown));
            assert_true(strlen(shown) < JSON_SHOWN);
            assert_int_equal(strstr(shown, "…") != NULL, length >= JSON_SHOWN);
        }
    }
}

/* Protects the first story: what fails later neither replaces it nor moves the cursor. */
static void test_json__keeps_the_first_failure(void **state)
{
    (void)state;
    struct bench bench;
    struct json_text key;
    bench_open(&bench, "{\"a\":1,\"b\":2}");
    assert_true(json_object(&bench.json) && json_key(&bench.json, &key));
    assert_false(json_fail(&bench.json, ERROR_INPUT, "FIRST", "first %d", 1));
    int64_t number = 5;
    assert_false(json_integer(&bench.json, 0, 9, &number));
    assert_int_equal(number, 5);
    assert_false(json_key(&bench.json, &key));
    assert_false(json_item(&bench.json));
    assert_false(json_object(&bench.json));
    assert_false(json_skip(&bench.json, NULL));
    assert_false(json_fail(&bench.json, ERROR_INPUT, "SECOND", "second"));
    bench_refused(&bench, "FIRST", "a.json:1:2 $.a");
    assert_string_equal(bench.err.message, "first 1");
    struct error earlier = {.kind = ERROR_STORE, .id = "EARLIER"};
    bench_open(&bench, "[");
    assert_false(json_end(&bench.json, &earlier));
    assert_string_equal(earlier.id, "EARLIER");
    arena_release(&bench.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json__takes_all_of_the_grammar_and_nothing_else),
        cmocka_unit_test(test_json__refuses_inside_any_surrounding),
        cmocka_unit_test(test_json__refuses_every_prefix_of_a_document),
        cmocka_unit_test(test_json__survives_every_change_of_one_byte),
        cmocka_unit_test(test_json__sees_special_bytes_at_every_position),
        cmocka_unit_test(test_json__decodes_escapes),
        cmocka_unit_test(test_json__decodes_every_character),
        cmocka_unit_test(test_json__borrows_plain_text),
        cmocka_unit_test(test_json__refuses_the_wrong_kind),
        cmocka_unit_test(test_json__reads_whole_numbers_within_their_range),
        cmocka_unit_test(test_json__gives_the_characters_of_a_number),
        cmocka_unit_test(test_json__copies_text_up_to_its_limit),
        cmocka_unit_test(test_json__tells_null_from_a_value),
        cmocka_unit_test(test_json__gives_the_bytes_of_a_skipped_value),
        cmocka_unit_test(test_json__jumps_over_a_value),
        cmocka_unit_test(test_json__bounds_the_depth),
        cmocka_unit_test(test_json__takes_limits_of_the_reader),
        cmocka_unit_test(test_json__bounds_the_number_of_values),
        cmocka_unit_test(test_json__finds_a_repeated_key_among_many),
        cmocka_unit_test(test_json__tells_line_column_and_path),
        cmocka_unit_test(test_json__keeps_name_and_line_before_a_long_path),
        cmocka_unit_test(test_json__shows_long_texts_cut_at_a_character),
        cmocka_unit_test(test_json__keeps_the_first_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
