/* Words of a title are found wherever they stand, and nothing else is taken for one. */
#include "vocabulary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static const char *const policy[] = {"perwali", "sk", "kebijakan", "ab3", NULL};
static const char *const records[] = {"laporan", "notula", NULL};
static const char *const drafts[] = {"draf", "konsep", "qanunqanunqanunqanunqanunqanunqanunqanun",
                                     "é", NULL};

static struct vocabulary learned(void)
{
    struct vocabulary vocabulary;
    struct evidence_checks checks = {
        .policy_words = policy, .record_words = records, .draft_words = drafts};
    vocabulary_open(&vocabulary, &checks);
    return vocabulary;
}

static const struct {
    const char *text;
    int kinds;
} cases[] = {
    {NULL, 0},
    {"", 0},
    {" ", 0},
    {"perwali", WORD_POLICY},
    {"PERWALI", WORD_POLICY},
    {"Perwali 12/2023", WORD_POLICY},
    {"(perwali)", WORD_POLICY},
    {"perwali2", 0},
    {"superwali", 0},
    {"perwal", 0},
    {"perwalikan", 0},
    {"SK", WORD_POLICY},
    {"sk.pdf", WORD_POLICY},
    {"disk", 0},
    {"risk sk", WORD_POLICY},
    {"AB3", WORD_POLICY},
    {"ab#", 0},
    {"Laporan SK", WORD_POLICY | WORD_RECORD},
    {"draf-laporan_sk", WORD_POLICY | WORD_RECORD | WORD_DRAFT},
    {"[draf]", WORD_DRAFT},
    {"`draf`", WORD_DRAFT},
    {"{draf}", WORD_DRAFT},
    {"@draf^", WORD_DRAFT},
    {"0draf", 0},
    {"dra\xC3\xA9", 0},
    {"dr\x01"
     "f",
     0},
    {"\xC3\xA9", WORD_DRAFT},
    {"caf\xC3\xA9", 0},
    {"konsep\nlaporan", WORD_DRAFT | WORD_RECORD},
    {"qanunqanunqanunqanunqanunqanunqanunqanun", WORD_DRAFT},
    {"qanunqanunqanunqanunqanunqanunqanunqanux", 0},
};

static void test_vocabulary__finds_whole_words(void **state)
{
    (void)state;
    struct vocabulary vocabulary = learned();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int kinds = vocabulary_kinds(&vocabulary, cases[i].text);
        if (kinds != cases[i].kinds) {
            fail_msg("'%s' gives %d", cases[i].text, kinds);
        }
    }
    vocabulary_close(&vocabulary);
}

/* Titles on both sides of what is read at once, the word at every place. */
static void test_vocabulary__in_titles_of_any_length(void **state)
{
    (void)state;
    struct vocabulary vocabulary = learned();
    for (size_t length = 4; length < 200; length++) {
        for (size_t place = 0; place + 4 <= length; place++) {
            char title[256];
            memset(title, '-', length);
            title[length] = '\0';
            memcpy(title + place, "draf", 4);
            assert_int_equal(vocabulary_kinds(&vocabulary, title), WORD_DRAFT);
            if (place > 0) {
                title[place - 1] = 'x';
                assert_int_equal(vocabulary_kinds(&vocabulary, title), 0);
            } else if (length > 4) {
                title[4] = '9';
                assert_int_equal(vocabulary_kinds(&vocabulary, title), 0);
            }
        }
    }
    vocabulary_close(&vocabulary);
}

/* Every byte between two parts of a word: it either separates them or does not. */
static void test_vocabulary__every_byte_is_part_of_words_or_not(void **state)
{
    (void)state;
    struct vocabulary vocabulary = learned();
    for (int byte = 1; byte < 256; byte++) {
        char text[16];
        bool part = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                    (byte >= '0' && byte <= '9') || byte >= 0x80;
        for (size_t place = 0; place < 8; place++) {
            snprintf(text, sizeof text, "%.*s%csk", (int)place, "--------", byte);
            assert_int_equal(vocabulary_kinds(&vocabulary, text), part ? 0 : WORD_POLICY);
        }
    }
    vocabulary_close(&vocabulary);
}

static void test_vocabulary__knows_nothing_without_lists(void **state)
{
    (void)state;
    struct vocabulary vocabulary;
    struct evidence_checks none = {.age_count = 0};
    vocabulary_open(&vocabulary, &none);
    assert_int_equal(vocabulary_kinds(&vocabulary, "Draf SK Laporan"), 0);
    vocabulary_close(&vocabulary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vocabulary__finds_whole_words),
        cmocka_unit_test(test_vocabulary__in_titles_of_any_length),
        cmocka_unit_test(test_vocabulary__every_byte_is_part_of_words_or_not),
        cmocka_unit_test(test_vocabulary__knows_nothing_without_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
