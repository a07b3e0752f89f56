/* The growing buffer, UTF-8, columns of a terminal, JSON strings, and how far words are apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support_guard.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Protects every output: bytes come out as they went in, with a NUL behind, at any size. */
static void test_text__grows_byte_by_byte(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    assert_string_equal(text.bytes, "");
    for (size_t i = 0; i < 5000; i++) {
        text_add_byte(&text, (char)('a' + i % 26));
        assert_int_equal(text.length, i + 1);
        assert_int_equal(text.bytes[text.length], '\0');
    }
    for (size_t i = 0; i < 5000; i++) {
        assert_int_equal(text.bytes[i], 'a' + i % 26);
    }
    text_release(&text);
    assert_string_equal(text.bytes, "");
    assert_int_equal(text.capacity, 0);
}

/* Protects texts with a NUL in them, and appending nothing. */
static void test_text__appends_any_bytes(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    text_append(&text, "a\0b", 3);
    text_append(&text, "", 0);
    text_add(&text, "");
    text_add(&text, "cd");
    assert_int_equal(text.length, 5);
    assert_memory_equal(text.bytes, "a\0bcd", 6);
    text_release(&text);
}

static void test_text__clears_and_keeps_its_memory(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    text_clear(&text);
    assert_string_equal(text.bytes, "");
    text_reserve(&text, 1000);
    const char *bytes = text.bytes;
    size_t capacity = text.capacity;
    assert_true(capacity >= 1001);
    text_add(&text, "abc");
    text_clear(&text);
    assert_string_equal(text.bytes, "");
    assert_ptr_equal(text.bytes, bytes);
    assert_int_equal(text.capacity, capacity);
    text_release(&text);
    text_release(&text);
}

static void test_text__hands_its_bytes_over(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    char *nothing = text_take(&text);
    assert_string_equal(nothing, "");
    free(nothing);
    text_add(&text, "abc");
    char *bytes = text_take(&text);
    assert_string_equal(bytes, "abc");
    assert_int_equal(text.length, 0);
    text_add(&text, "new");
    assert_string_equal(bytes, "abc");
    free(bytes);
    text_release(&text);
}

static void test_text__writes_integers(void **state)
{
    (void)state;
    static const int64_t numbers[] = {0, 1, -1, 9, 10, -10, 1234567890, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        char wanted[32];
        struct text text = TEXT_EMPTY;
        snprintf(wanted, sizeof wanted, "%lld", (long long)numbers[i]);
        text_add_int(&text, numbers[i]);
        assert_string_equal(text.bytes, wanted);
        text_release(&text);
    }
}

/* Protects every JSON that is written: what must be escaped is, and nothing else. */
static void test_text__writes_json_strings(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    text_add_json(&text, "a\"b\\c/d\n\t\r\b\f\x01\x1F\x7F é€😀");
    assert_string_equal(text.bytes,
                        "\"a\\\"b\\\\c/d\\n\\t\\r\\u0008\\u000c\\u0001\\u001f\x7F é€😀\"");
    text_clear(&text);
    text_add_json(&text, "");
    assert_string_equal(text.bytes, "\"\"");
    text_clear(&text);
    text_append_json(&text, "a\0b", 3);
    assert_string_equal(text.bytes, "\"a\\u0000b\"");
    text_release(&text);
}

/* Protects everything that is stored or shown: what counts as UTF-8, and how much of it. */
static void test_text__finds_the_valid_beginning(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length, valid;
    } rows[] = {
        {"", 0, 0},
        {"abc", 3, 3},
        {"a\0b", 3, 3},
        {"\x7F", 1, 1},
        {"\xC2\x80", 2, 2},
        {"\xDF\xBF", 2, 2},
        {"\xE0\xA0\x80", 3, 3},
        {"\xED\x9F\xBF", 3, 3},
        {"\xEE\x80\x80", 3, 3},
        {"\xEF\xBF\xBF", 3, 3},
        {"\xF0\x90\x80\x80", 4, 4},
        {"\xF4\x8F\xBF\xBF", 4, 4},
        {"a\x80", 2, 1},
        {"a\xBF", 2, 1},
        {"\xC0\x80", 2, 0},
        {"\xC1\xBF", 2, 0},
        {"\xE0\x9F\xBF", 3, 0},
        {"\xED\xA0\x80", 3, 0},
        {"\xED\xBF\xBF", 3, 0},
        {"\xF0\x8F\xBF\xBF", 4, 0},
        {"\xF4\x90\x80\x80", 4, 0},
        {"\xF5\x80\x80\x80", 4, 0},
        {"\xFF", 1, 0},
        {"\xFE", 1, 0},
        {"ab\xC3", 3, 2},
        {"ab\xE2\x82", 4, 2},
        {"ab\xF0\x9F\x98", 5, 2},
        {"ab\xC3z", 4, 2},
        {"ab\xE2\x82z", 5, 2},
        {"\xC3\xA9\xC3\xA9\xC3", 5, 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct guard guard;
        guard_open(&guard, rows[i].bytes, rows[i].length);
        assert_int_equal(text_utf8_prefix(guard.bytes, rows[i].length), rows[i].valid);
        guard_close(&guard);
    }
}

/* The UTF-8 of a character, by the definition; its length. */
static size_t encode(uint32_t character, char out[4])
{
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    size_t length = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (character & 0x3F));
        character >>= 6;
    }
    out[0] = (char)((length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0) | character);
    return length;
}

/* Protects names in every script: each character is valid, each surrogate and each cut is not. */
static void test_text__knows_every_character(void **state)
{
    (void)state;
    for (uint32_t character = 0; character < 0x110400; character++) {
        char bytes[4];
        size_t length = encode(character, bytes);
        bool surrogate = character >= 0xD800 && character <= 0xDFFF;
        bool valid = !surrogate && character < 0x110000;
        assert_int_equal(text_utf8_prefix(bytes, length), valid ? length : 0);
        assert_int_equal(text_utf8_prefix(bytes, length - 1), 0);
    }
}

/* Protects tables in a terminal: marks take no column, wide characters two. */
static void test_text__counts_columns(void **state)
{
    (void)state;
    assert_int_equal(text_columns(""), 0);
    assert_int_equal(text_columns("Indeks SPBE"), 11);
    assert_int_equal(text_columns("é€–"), 3);
    assert_int_equal(text_columns("e\xCC\x81"), 1);
    assert_int_equal(text_columns("漢字"), 4);
    assert_int_equal(text_columns("😀"), 2);
    assert_int_equal(text_columns("a漢e\xCC\x81"), 4);
}

/* Protects columns from overflowing, and characters from being cut. */
static void test_text__fits_whole_characters(void **state)
{
    (void)state;
    static const struct {
        const char *string;
        size_t columns, bytes;
    } rows[] = {
        {"abc", 0, 0},  {"abc", 2, 2},  {"abc", 3, 3},        {"abc", 9, 3},
        {"éé", 1, 2},   {"漢字", 1, 0}, {"漢字", 2, 3},       {"漢字", 3, 3},
        {"漢字", 4, 6}, {"", 5, 0},     {"e\xCC\x81x", 1, 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(text_fit(rows[i].string, rows[i].columns), rows[i].bytes);
    }
}

/* Protects "did you mean": one slip of the finger is one step, and the measure is a distance. */
static void test_text__measures_how_far_words_are_apart(void **state)
{
    (void)state;
    static const struct {
        const char *one, *other;
        unsigned apart;
    } rows[] = {
        {"", "", 0},
        {"", "abc", 3},
        {"abc", "abc", 0},
        {"abc", "abd", 1},
        {"abc", "ab", 1},
        {"abc", "abcd", 1},
        {"abc", "acb", 1},
        {"abc", "cba", 2},
        {"evaluate", "evalaute", 1},
        {"report", "raport", 1},
        {"kitten", "sitting", 3},
        {"ca", "abc", 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(text_distance(rows[i].one, rows[i].other), rows[i].apart);
        assert_int_equal(text_distance(rows[i].other, rows[i].one), rows[i].apart);
    }
    char longer[200];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    assert_int_equal(text_distance(longer, longer), 0);
    assert_int_equal(text_distance(longer, ""), 64);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text__grows_byte_by_byte),
        cmocka_unit_test(test_text__appends_any_bytes),
        cmocka_unit_test(test_text__clears_and_keeps_its_memory),
        cmocka_unit_test(test_text__hands_its_bytes_over),
        cmocka_unit_test(test_text__writes_integers),
        cmocka_unit_test(test_text__writes_json_strings),
        cmocka_unit_test(test_text__finds_the_valid_beginning),
        cmocka_unit_test(test_text__knows_every_character),
        cmocka_unit_test(test_text__counts_columns),
        cmocka_unit_test(test_text__fits_whole_characters),
        cmocka_unit_test(test_text__measures_how_far_words_are_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
