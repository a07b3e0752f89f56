/* Walking over JSON by its brackets: paths of places, the ends of brackets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json_scan.h"
#include "support_guard.h"

#include <string.h>

/* The path of the first '^' of `bytes` (which the document has not: it is taken out) is `wanted`. */
static void check_path(const char *bytes, const char *wanted)
{
    struct text document = TEXT_EMPTY;
    struct text path = TEXT_EMPTY;
    const char *mark = strchr(bytes, '^');
    assert_non_null(mark);
    text_append(&document, bytes, (size_t)(mark - bytes));
    text_add(&document, mark + 1);
    struct guard guard;
    guard_open(&guard, document.bytes, document.length);
    json_path(guard.bytes, document.length, (size_t)(mark - bytes), &path);
    assert_string_equal(path.bytes, wanted);
    guard_close(&guard);
    text_release(&document);
    text_release(&path);
}

/* Protects the place in every message: the value or key that holds the byte, else the bracket around. */
static void test_json_scan__names_the_path_of_a_place(void **state)
{
    (void)state;
    check_path("^{}", "$");
    check_path("{^}", "$");
    check_path("{\"a\":^1}", "$.a");
    check_path("{\"a\":1^}", "$.a");
    check_path("{\"a\"^:1}", "$.a");
    check_path("{^\"a\":1}", "$.a");
    check_path("{\"a^b\":1}", "$.ab");
    check_path("{\"a\":1,^}", "$");
    check_path("{\"a\":1,^\"b\":2}", "$.b");
    check_path("{\"a\":1,\"b\":^2}", "$.b");
    check_path("{\"a\":{\"b\":{\"c\":^x}}}", "$.a.b.c");
    check_path("{\"a\":{\"b\":1}^}", "$.a");
    check_path("{\"a\":{\"b\":1},\"c\":^2}", "$.c");
    check_path("[^1]", "$[0]");
    check_path("[1,^2]", "$[1]");
    check_path("[[1,2],[3,[4,^5]]]", "$[1][1][1]");
    check_path("[{\"a\":[1,{\"b\":^2}]}]", "$[0].a[1].b");
    check_path("{\"x\":\"}]{[,\\\"\",\"y\":^1}", "$.y");
    check_path("{\"x\":\"a^b\"}", "$.x");
    check_path("\"a^b\"", "$");
    check_path("^", "$");
    check_path("]}]^", "$");
    check_path(",,,^", "$");
}

/* Protects ids with points: a key that is no plain word stands in brackets and quotes. */
static void test_json_scan__quotes_keys_that_are_no_words(void **state)
{
    (void)state;
    check_path("{\"I01.2.a\":^1}", "$[\"I01.2.a\"]");
    check_path("{\"I35-1\":^1}", "$.I35-1");
    check_path("{\"verified_reason\":^1}", "$.verified_reason");
    check_path("{\"2\":^1}", "$[\"2\"]");
    check_path("{\"\":^1}", "$[\"\"]");
    check_path("{\"a b\":^1}", "$[\"a b\"]");
    check_path("{\"a\\\"b\":^1}", "$[\"a\\\"b\"]");
}

/* Protects messages from bulk: long keys and deep places are cut, at a character's edge. */
static void test_json_scan__cuts_long_keys_and_deep_places(void **state)
{
    (void)state;
    struct text document = TEXT_EMPTY;
    struct text path = TEXT_EMPTY;
    text_add(&document, "{\"");
    for (int i = 0; i < 100; i++) {
        text_add(&document, i == 0 ? "x" : "é");
    }
    text_add(&document, "\":1}");
    json_path(document.bytes, document.length, document.length - 2, &path);
    assert_int_equal(text_utf8_prefix(path.bytes, path.length), path.length);
    assert_true(path.length < 64 && strstr(path.bytes, "…\"]") != NULL);
    text_clear(&document);
    for (int i = 0; i < 1000; i++) {
        text_add_byte(&document, '[');
    }
    text_clear(&path);
    json_path(document.bytes, document.length, document.length, &path);
    assert_int_equal(path.length, 1 + 64 * 3 + strlen("…"));
    text_release(&document);
    text_release(&path);
}

/* Protects messages from bytes that are no text: they are shown as '?', and a long run of them ends. */
static void test_json_scan__shows_only_valid_text(void **state)
{
    (void)state;
    char document[128] = "{\"";
    struct text path = TEXT_EMPTY;
    check_path("{\"a\xFF\xC3\":^1}", "$[\"a??\"]");
    check_path("{\"\xED\xA0\x80\":^1}", "$[\"???\"]");
    memset(document + 2, 0xBF, sizeof document - 2);
    json_path(document, sizeof document, sizeof document - 1, &path);
    assert_string_equal(path.bytes, "$[\"…\"]");
    text_release(&path);
}

/* Protects against any bytes at all: the walk ends for every offset of hostile text. */
static void test_json_scan__walks_over_anything(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\"\"\"\"\"",   "{\"a\":\"\\", "[[[[]]]]]]]]{{{{", "{\"a\"{\"b\"[\"c\"",
        "\\\\\\\"\\\"", "}}}}\"}}}}",  "\n\n\"\n\"\n",     "{,,,:::,\"x\":",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        size_t length = strlen(texts[i]);
        struct guard guard;
        guard_open(&guard, texts[i], length);
        for (size_t offset = 0; offset <= length; offset++) {
            struct text path = TEXT_EMPTY;
            json_path(guard.bytes, length, offset, &path);
            assert_int_equal(path.bytes[0], '$');
            text_release(&path);
        }
        guard_close(&guard);
    }
}

/* Protects the eight-byte scan: brackets and quotes are seen at every distance, and nothing else is
 * taken for one. */
static void test_json_scan__sees_brackets_at_every_position(void **state)
{
    (void)state;
    for (int other = 1; other < 256; other++) {
        if (strchr("\"\\{}[]", other) != NULL) {
            continue;
        }
        for (size_t before = 0; before < 18; before++) {
            char bytes[64];
            memset(bytes, other, sizeof bytes);
            bytes[0] = '[';
            bytes[1 + before] = ']';
            assert_ptr_equal(json_scan_bracketed(bytes, bytes + 40), bytes + 2 + before);
            bytes[1 + before] = '"';
            bytes[20 + before] = '"';
            bytes[21 + before] = '}';
            assert_ptr_equal(json_scan_bracketed(bytes, bytes + 64), bytes + 22 + before);
        }
    }
}

/* Protects looking ahead: strings hide brackets, and what is not closed has no end. */
static void test_json_scan__finds_the_end_of_a_bracket(void **state)
{
    (void)state;
    static const char good[] = "[{\"a\":\"]\"}]x";
    static const char *const bad[] = {"[", "[[]", "[\"", "[\"]", "[\"\\\"]", "[\"\\", "{\"a\":[}"};
    assert_ptr_equal(json_scan_bracketed(good, good + strlen(good)), good + strlen(good) - 1);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_null(json_scan_bracketed(bad[i], bad[i] + strlen(bad[i])));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json_scan__names_the_path_of_a_place),
        cmocka_unit_test(test_json_scan__quotes_keys_that_are_no_words),
        cmocka_unit_test(test_json_scan__cuts_long_keys_and_deep_places),
        cmocka_unit_test(test_json_scan__shows_only_valid_text),
        cmocka_unit_test(test_json_scan__walks_over_anything),
        cmocka_unit_test(test_json_scan__sees_brackets_at_every_position),
        cmocka_unit_test(test_json_scan__finds_the_end_of_a_bracket),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
