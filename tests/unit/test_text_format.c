/* Sentences and JSON strings are written fast, and exactly as the library and the grammar would. */
#include "arena.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* Formats by the text and by the library, behind what is already there, and compares. */
__attribute__((format(printf, 1, 2))) static void check(const char *format, ...)
{
    char wanted[512];
    struct text text = TEXT_EMPTY;
    text_add(&text, "x");
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(wanted, sizeof wanted, format, arguments);
    va_end(arguments);
    va_start(arguments, format);
    text_format_list(&text, format, arguments);
    va_end(arguments);
    assert_string_equal(text.bytes + 1, wanted);
    assert_int_equal(text.length, strlen(wanted) + 1);
    text_release(&text);
}

static void test_text_format__agrees_with_the_library(void **state)
{
    (void)state;
    check("plain");
    check("%s", "");
    check("a%sb%sc", "1", "22");
    check("%d %d %d", 0, INT_MIN, INT_MAX);
    check("%u %u", 0U, UINT_MAX);
    check("%zu %zu", (size_t)0, (size_t)1 << 40);
    check("%zu", SIZE_MAX);
    check("100 %% of %d", 3);
    check("%.*s|%.*s|%.*s", 2, "abc", 9, "abc", 0, "abc");
    check("%.*s", -1, "abc");
}

/* What only the library knows is left to it, also behind directives that were already done. */
static void test_text_format__leaves_the_rest_to_the_library(void **state)
{
    (void)state;
    check("%s %5d|%-6s|%04x", "first", 42, "ab", 255U);
    check("%d %lld %ld", 1, -5LL, 7L);
    check("%c%c", 'a', 'b');
    const char *reordered = "%2$s %1$d"; /* as a translation may be */
    check(reordered, 3, "translated");
    check("%s %.3s", "a", "abcdef");
}

static void test_text_format__into_an_arena(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    assert_string_equal(arena_format(&arena, "%s-%d", "a", 7), "a-7");
    assert_string_equal(arena_format(&arena, "%3d", 7), "  7");
    arena_release(&arena);
}

/* A special byte at each place of a word, and next to each other. */
static void test_text_format__escapes_json_wherever_the_byte_stands(void **state)
{
    (void)state;
    static const struct {
        char byte;
        const char *escape;
    } rows[] = {
        {'"', "\\"
              "\""},
        {'\\', "\\\\"},
        {'\n', "\\n"},
        {'\t', "\\t"},
        {'\r', "\\r"},
        {1, "\\u0001"},
        {31, "\\u001f"},
        {' ', " "},
        {127, "\x7f"},
        {'!', "!"},
        {'#', "#"},
        {'[', "["},
        {']', "]"},
    };
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        for (size_t place = 0; place < 20; place++) {
            char bytes[32] = "aaaaaaaaaaaaaaaaaaaaaaaa";
            char wanted[64];
            struct text text = TEXT_EMPTY;
            bytes[place] = rows[r].byte;
            snprintf(wanted, sizeof wanted, "\"%.*s%s%s\"", (int)place, bytes, rows[r].escape,
                     bytes + place + 1);
            text_add_json(&text, bytes);
            assert_string_equal(text.bytes, wanted);
            text_release(&text);
        }
    }
}

static void test_text_format__leaves_characters_beyond_ascii_alone(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    text_add_json(&text, "é“ツ𝄞\"é“ツ𝄞");
    assert_string_equal(text.bytes, "\"é“ツ𝄞\\\"é“ツ𝄞\"");
    text_clear(&text);
    text_append_json(&text, "a\0b", 3);
    assert_string_equal(text.bytes, "\"a\\u0000b\"");
    text_clear(&text);
    text_add_json(&text, "");
    assert_string_equal(text.bytes, "\"\"");
    text_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_format__agrees_with_the_library),
        cmocka_unit_test(test_text_format__leaves_the_rest_to_the_library),
        cmocka_unit_test(test_text_format__into_an_arena),
        cmocka_unit_test(test_text_format__escapes_json_wherever_the_byte_stands),
        cmocka_unit_test(test_text_format__leaves_characters_beyond_ascii_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
