/* The words of the journal are for ever: none may be taken twice, and each finds its field
 * again. */
#include "change.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static void test_change__each_word_finds_its_field(void **state)
{
    (void)state;
    for (int field = 0; field < FIELD_COUNT; field++) {
        assert_int_equal(change_field(change_word((enum field)field)), field);
        assert_true(strlen(change_label((enum field)field)) > 0);
    }
}

static void test_change__a_word_of_nobody_is_told_apart(void **state)
{
    (void)state;
    assert_int_equal(change_field("Claimed"), FIELD_COUNT);
    assert_int_equal(change_field(""), FIELD_COUNT);
}

/* Files that exist have these words in their history; a rename would break each of them. */
static void test_change__words_of_a_version_stay(void **state)
{
    (void)state;
    static const char *const words[] = {
        "instrument",
        "rules",
        "agency",
        "kind",
        "year",
        "person",
        "rule_file",
        "unit_listed",
        "general",
        "claimed",
        "verified",
        "verified_reason",
        "note",
        "unit",
        "state",
        "state_reason",
        "carried",
        "explanation",
        "met",
        "met_note",
        "item",
        "item_note",
        "measure",
        "evidence_for",
        "evidence_title",
        "evidence_number",
        "evidence_date",
        "evidence_file",
        "evidence_sha256",
        "evidence_unit",
        "evidence_pages",
        "evidence_note",
        "evidence_supports",
        "evidence_withdrawn",
        "evidence_replaced",
        "verdict_for",
        "verdict_stage",
        "verdict_value",
        "verdict_reason",
        "verdict_by",
        "content",
        "inspection",
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        assert_int_not_equal(change_field(words[i]), FIELD_COUNT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_change__each_word_finds_its_field),
        cmocka_unit_test(test_change__a_word_of_nobody_is_told_apart),
        cmocka_unit_test(test_change__words_of_a_version_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
