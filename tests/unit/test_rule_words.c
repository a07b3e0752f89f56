#include "rule_words.h"

#include "lang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void want(const char *kind, const char *of, const char *before, const char *after,
                 const char *expected)
{
    struct text text = TEXT_EMPTY;
    struct rule_difference difference = {kind, of, before, after};
    rule_words_sentence(&text, &difference);
    assert_string_equal(text.bytes, expected);
    text_release(&text);
}

static int english(void **state)
{
    (void)state;
    lang_start("en", "/nowhere");
    return 0;
}

static int indonesian(void **state)
{
    (void)state;
    lang_start("id", "/nowhere");
    return 0;
}

static void test_rule_words__numbers_have_the_point_of_the_language(void **state)
{
    (void)state;
    want("weight", "I05", "1.3", "1.5", "weight I05: 1.3 → 1.5");
    want("weight", "I05", "1.3", "20/6", "weight I05: 1.3 → 10/3");
}

/* Without a catalogue the words are English; the numbers are not. */
static void test_rule_words__numbers_have_a_comma_in_indonesian(void **state)
{
    (void)state;
    want("weight", "I05", "1.3", "1.5", "weight I05: 1,3 → 1,5");
    want("withdraw", "I22.3.b", "", "-2024", "criterion I22.3.b withdrawn from 2025 on");
}

static void test_rule_words__criteria_come_go_and_are_dated(void **state)
{
    (void)state;
    want("add", "I01.2.d", "", "There is one.", "criterion I01.2.d added: There is one.");
    want("withdraw", "I01.2.d", "", "", "criterion I01.2.d withdrawn");
    want("years", "I01.2.d", "", "2022-2023", "years I01.2.d: all years → 2022 to 2023");
    want("years", "I01.2.d", "2022-", "-2023", "years I01.2.d: from 2022 on → until 2023");
    want("text", "I01.2.d", "One.", "Two.", "text I01.2.d: One. → Two.");
}

static void test_rule_words__the_instrument_itself_has_no_id(void **state)
{
    (void)state;
    want("unanswered", "", "1", "0", "value without an answer: 1 → 0");
    want("reading", "2023", "", "exact", "predicate read from 2023: – → the exact index");
    want("baseline", "I01.2", "", "true", "always granted I01.2: – → yes");
    want("document", "se-1", "", "Surat 1", "document se-1 added: Surat 1");
}

/* What this module does not know is told as it is. */
static void test_rule_words__an_unknown_kind_is_told_plainly(void **state)
{
    (void)state;
    want("name", "I05", "Lama", "Baru", "name I05: Lama → Baru");
}

static void test_rule_words__an_overlay_says_who_and_when(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    struct overlay_note note = {
        .id = "a", .title = "Judul", .author = "Inspektorat", .date = "2026-01-02"};
    rule_words_overlay(&text, &note);
    assert_string_equal(text.bytes, "Overlay a: Judul (Inspektorat, 2026-01-02)");
    text_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_rule_words__numbers_have_the_point_of_the_language, english),
        cmocka_unit_test_setup(test_rule_words__numbers_have_a_comma_in_indonesian, indonesian),
        cmocka_unit_test_setup(test_rule_words__criteria_come_go_and_are_dated, english),
        cmocka_unit_test_setup(test_rule_words__the_instrument_itself_has_no_id, english),
        cmocka_unit_test_setup(test_rule_words__an_unknown_kind_is_told_plainly, english),
        cmocka_unit_test_setup(test_rule_words__an_overlay_says_who_and_when, english),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
