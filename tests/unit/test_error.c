/* The one way in which anything fails: which story is kept, and how it is shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "error.h"
#include "lang.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define M_TEST ERROR_INPUT, "TEST", "the value %d of %s is wrong"
#define M_TEXT ERROR_LIMIT, "TEXT", "%s"

/* Protects `a(err) && b(err)`: success touches nothing, the first failure stays. */
static void test_error__keeps_the_first_failure(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    assert_false(error_is_set(&err));
    assert_false(error_set(&err, M_TEST, "$.answers.I07", 6, "I07"));
    assert_true(error_is_set(&err));
    assert_false(error_set(&err, M_TEXT, "elsewhere", "later"));
    assert_int_equal(err.kind, ERROR_INPUT);
    assert_string_equal(err.id, "TEST");
    assert_string_equal(err.where, "$.answers.I07");
    assert_string_equal(err.message, "the value 6 of I07 is wrong");
    error_clear(&err);
    assert_false(error_is_set(&err));
    assert_string_equal(err.message, "");
    error_set(&err, M_TEXT, NULL, "again");
    assert_string_equal(err.where, "");
}

/* Fills a text with `count` of a character, and an "a" in front to shift its edges. */
static void fill(struct text *text, const char *character, size_t count, bool shifted)
{
    text_clear(text);
    text_add(text, shifted ? "a" : "");
    for (size_t i = 0; i < count; i++) {
        text_add(text, character);
    }
}

/* Protects readers from half characters: a long place loses its beginning, a long message its end. */
static void test_error__cuts_at_a_characters_edge(void **state)
{
    (void)state;
    static const char *const characters[] = {"x", "é", "€", "😀"};
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < 8; i++) {
        for (size_t count = 55; count < 300; count++) {
            struct error err = {.kind = ERROR_NONE};
            fill(&text, characters[i / 2], count, i % 2 == 1);
            error_set(&err, M_TEXT, text.bytes, "m");
            assert_int_equal(text_utf8_prefix(err.where, strlen(err.where)), strlen(err.where));
            bool cut = text.length >= sizeof err.where;
            assert_int_equal(strncmp(err.where, "…", strlen("…")) == 0, cut);
            assert_true(cut || strcmp(err.where, text.bytes) == 0);
            error_clear(&err);
            fill(&text, characters[i / 2], count * 4, i % 2 == 1);
            error_set(&err, M_TEXT, "w", text.bytes);
            size_t length = strlen(err.message);
            assert_int_equal(text_utf8_prefix(err.message, length), length);
            cut = text.length >= sizeof err.message;
            assert_int_equal(length > 3 && strcmp(err.message + length - 3, "…") == 0, cut);
            assert_true(cut || strcmp(err.message, text.bytes) == 0);
        }
    }
    text_release(&text);
}

/* Protects terminals: no input moves the cursor or changes colours. */
static void test_error__makes_control_characters_harmless(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    error_set(&err, M_TEXT, "a\x1B[2J\n", "\x1B[31m\r\n\t\x7F\x01z é");
    assert_string_equal(err.where, "a?[2J?");
    assert_string_equal(err.message, "?[31m?????z é");
}

static void test_error__puts_a_place_in_front(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    assert_false(error_place(&err, "nothing happened"));
    assert_string_equal(err.where, "");
    error_set(&err, M_TEXT, "$.weight", "m");
    assert_false(error_place(&err, "rules/x/pack.lua"));
    assert_string_equal(err.where, "rules/x/pack.lua: $.weight");
    error_place(&err, "");
    error_place(&err, NULL);
    assert_string_equal(err.where, "rules/x/pack.lua: $.weight");
    error_clear(&err);
    error_set(&err, M_TEXT, NULL, "m");
    error_place(&err, "kota.spbe");
    assert_string_equal(err.where, "kota.spbe");
    char longer[600];
    memset(longer, 'p', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    error_place(&err, longer);
    assert_int_equal(strlen(err.where) < sizeof err.where, true);
    assert_string_equal(err.where + strlen(err.where) - 9, "kota.spbe");
}

/* Protects scripts: the exit statuses of the contract, each kind its own word. */
static void test_error__kinds_have_their_exit_status(void **state)
{
    (void)state;
    static const struct {
        enum error_kind kind;
        int exit_status;
        const char *word;
    } rows[] = {
        {ERROR_NONE, 0, "none"},     {ERROR_USAGE, 2, "usage"}, {ERROR_INPUT, 3, "input"},
        {ERROR_PACK, 4, "pack"},     {ERROR_STORE, 5, "store"}, {ERROR_LIMIT, 6, "limit"},
        {ERROR_SYSTEM, 7, "system"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(error_exit_status(rows[i].kind), rows[i].exit_status);
        assert_string_equal(error_kind_word(rows[i].kind), rows[i].word);
    }
}

static void check_printed(const struct error *err, const char *wanted)
{
    char *bytes = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&bytes, &length);
    assert_non_null(stream);
    error_print(err, stream);
    fclose(stream);
    assert_string_equal(bytes, wanted);
    free(bytes);
}

/* Protects the one line that people see. */
static void test_error__is_printed_as_one_line(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    error_set(&err, M_TEST, "kota.json:1:2 $.x", 6, "100 %");
    check_printed(&err, "spbe: kota.json:1:2 $.x: the value 6 of 100 % is wrong\n");
    error_clear(&err);
    error_set(&err, M_TEXT, NULL, "memory");
    check_printed(&err, "spbe: memory\n");
}

/* Protects sentences about the system: a known cause, and one that nobody knows, both say something. */
static void test_error__names_causes(void **state)
{
    (void)state;
    assert_string_not_equal(error_cause(ENOENT), error_cause(EACCES));
    assert_true(strlen(error_cause(ENOSPC)) > 0);
    assert_true(strlen(error_cause(123456)) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_error__keeps_the_first_failure),
        cmocka_unit_test(test_error__cuts_at_a_characters_edge),
        cmocka_unit_test(test_error__makes_control_characters_harmless),
        cmocka_unit_test(test_error__puts_a_place_in_front),
        cmocka_unit_test(test_error__kinds_have_their_exit_status),
        cmocka_unit_test(test_error__is_printed_as_one_line),
        cmocka_unit_test(test_error__names_causes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
