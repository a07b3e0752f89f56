/* Whatever a text holds, it stays text: no markup, no style, no broken file. */
#include "html_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

typedef void adder(struct text *out, const char *bytes, size_t length);

static void check_bytes(adder *add, const char *bytes, size_t length, const char *wanted)
{
    struct text out = TEXT_EMPTY;
    text_add(&out, "x");
    add(&out, bytes, length);
    assert_string_equal(out.bytes + 1, wanted);
    assert_int_equal(out.bytes[0], 'x'); /* what stood before stays */
    text_release(&out);
}

static void check(adder *add, const char *text, const char *wanted)
{
    check_bytes(add, text, strlen(text), wanted);
}

static void test_html_text__markup_becomes_text(void **state)
{
    (void)state;
    check(html_text_add, "<script>alert('a' && \"b\")</script>",
          "&lt;script&gt;alert(&#39;a&#39; &amp;&amp; &quot;b&quot;)&lt;/script&gt;");
    check(html_text_add, "]]>", "]]&gt;");
    check(html_text_add, "<!--", "&lt;!--");
    check(html_text_add, "&amp;", "&amp;amp;");
    check(html_text_add, "Kota Contoh · 2,98", "Kota Contoh · 2,98");
    check(html_text_add, "", "");
}

/* The same for attributes: no quote of either kind ends one. */
static void test_html_text__an_attribute_cannot_be_left(void **state)
{
    (void)state;
    check(html_text_value, "\" onload=\"x", "&quot; onload=&quot;x");
    check(html_text_value, "' onload='x", "&#39; onload=&#39;x");
    check(html_text_value, "a\nb\tc", "a b c");
}

static void test_html_text__lines_are_kept(void **state)
{
    (void)state;
    check(html_text_add, "satu\ndua", "satu<br/>dua");
    check(html_text_add, "satu\tdua", "satu dua");
}

/* Neither XML nor a browser takes control characters; a reader sees that something was there. */
static void test_html_text__control_characters_are_replaced(void **state)
{
    (void)state;
    check_bytes(html_text_add, "a\0b", 3,
                "a\xEF\xBF\xBD"
                "b");
    check(html_text_add, "a\x1B[0m", "a\xEF\xBF\xBD[0m");
    check(html_text_add, "a\x7F", "a\xEF\xBF\xBD");
    check(html_text_add, "a\xC2\x85", "a\xEF\xBF\xBD");
    check(html_text_add, "\xEF\xBF\xBE", "\xEF\xBF\xBD");
    check(html_text_add, "\xEF\xBF\xBF", "\xEF\xBF\xBD");
    check(html_text_add, "\xC2\xA0", "\xC2\xA0"); /* the space that does not break is none */
}

/* Bytes that are no UTF-8 never reach a file that says it is. */
static void test_html_text__broken_bytes_are_replaced(void **state)
{
    static const struct {
        const char *bytes, *wanted;
    } cases[] = {
        {"\xFF", "\xEF\xBF\xBD"},
        {"\x80z", "\xEF\xBF\xBDz"},
        {"\xC3", "\xEF\xBF\xBD"},                                 /* cut off */
        {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},                 /* not the shortest form */
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"}, /* half of a pair */
        {"\xF0\x9F\x8F\x9B", "\xF0\x9F\x8F\x9B"},                 /* four bytes, good */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check(html_text_add, cases[i].bytes, cases[i].wanted);
        check(html_text_value, cases[i].bytes, cases[i].wanted);
    }
}

/* A string of a style sheet ends neither the string, nor the rule, nor the element around it. */
static void test_html_text__a_style_cannot_be_left(void **state)
{
    (void)state;
    check(html_text_style, "Kota 2024", "\"Kota 2024\"");
    check(html_text_style, "\"}", "\"\\22 \\7D \"");
    check(html_text_style, "</style>", "\"\\3C \\2F style\\3E \"");
    check(html_text_style, "a\\b\nc", "\"a\\5C b\\20 c\"");
    check(html_text_style, "é\xFF", "\"é\xEF\xBF\xBD\"");
    check(html_text_style, "a·b", "\"a·b\"");
}

static void test_html_text__colours_have_six_digits(void **state)
{
    static const struct {
        int32_t color;
        const char *wanted;
    } cases[] = {{0, "#000000"}, {0xFFFFFF, "#ffffff"}, {0x14365C, "#14365c"}, {0xFF, "#0000ff"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text out = TEXT_EMPTY;
        html_text_color(&out, cases[i].color);
        assert_string_equal(out.bytes, cases[i].wanted);
        text_release(&out);
    }
}

/* Coordinates: hundredths are enough, and no digit is there for nothing. */
static void test_html_text__numbers_have_at_most_hundredths(void **state)
{
    static const struct {
        double number;
        const char *wanted;
    } cases[] = {{0, "0"},         {1, "1"},       {1.5, "1.5"},           {1.25, "1.25"},
                 {-1.25, "-1.25"}, {0.004, "0"},   {-0.004, "0"},          {0.005, "0.01"},
                 {10.999, "11"},   {-0.1, "-0.1"}, {12345.67, "12345.67"}, {0.07, "0.07"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text out = TEXT_EMPTY;
        html_text_number(&out, cases[i].number);
        assert_string_equal(out.bytes, cases[i].wanted);
        text_release(&out);
    }
}

/* The examples of RFC 4648, part 10. */
static void test_html_text__base64_is_that_of_the_standard(void **state)
{
    (void)state;
    check(html_text_base64, "", "");
    check(html_text_base64, "f", "Zg==");
    check(html_text_base64, "fo", "Zm8=");
    check(html_text_base64, "foo", "Zm9v");
    check(html_text_base64, "foob", "Zm9vYg==");
    check(html_text_base64, "fooba", "Zm9vYmE=");
    check(html_text_base64, "foobar", "Zm9vYmFy");
    check_bytes(html_text_base64, "\xFF\xFE\0", 3, "//4A");
}

/* A page is written in pieces: what has gathered goes to the file once it is large enough. */
static void test_html_text__what_has_gathered_is_drained(void **state)
{
    (void)state;
    char bytes[16] = "";
    FILE *file = fmemopen(bytes, sizeof bytes, "w");
    struct text out = TEXT_EMPTY;
    text_add(&out, "abc");
    html_text_drain(&out, file, 3);
    assert_int_equal(out.length, 3); /* not more than three yet */
    text_add(&out, "d");
    html_text_drain(&out, file, 3);
    assert_int_equal(out.length, 0);
    html_text_drain(&out, file, 0);
    fclose(file);
    assert_string_equal(bytes, "abcd");
    text_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_text__markup_becomes_text),
        cmocka_unit_test(test_html_text__an_attribute_cannot_be_left),
        cmocka_unit_test(test_html_text__lines_are_kept),
        cmocka_unit_test(test_html_text__control_characters_are_replaced),
        cmocka_unit_test(test_html_text__broken_bytes_are_replaced),
        cmocka_unit_test(test_html_text__a_style_cannot_be_left),
        cmocka_unit_test(test_html_text__colours_have_six_digits),
        cmocka_unit_test(test_html_text__numbers_have_at_most_hundredths),
        cmocka_unit_test(test_html_text__base64_is_that_of_the_standard),
        cmocka_unit_test(test_html_text__what_has_gathered_is_drained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
