/* The record of an assessment, and the words of the contract. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "assessment.h"
#include "support_fixture.h"

#include <string.h>

/* Protects everything that reads the record: a new one says nothing at all. */
static void test_assessment__begins_without_any_answer(void **state)
{
    (void)state;
    struct fixture fixture;
    struct assessment assessment;
    struct arena arena = ARENA_EMPTY;
    fixture_open(&fixture);
    assessment_init(&assessment, &fixture.instrument, &arena);
    assert_string_equal(assessment.agency, "");
    assert_string_equal(assessment.sha256, "");
    assert_int_equal(assessment.kind, KIND_NONE);
    assert_int_equal(assessment.year, 0);
    assert_int_equal(assessment.general_count, 0);
    assert_ptr_equal(assessment.instrument, &fixture.instrument);
    for (size_t i = 0; i < fixture.instrument.criterion_count; i++) {
        assert_int_equal(assessment.answers[i], ANSWER_NONE);
        assert_null(assessment.notes[i]);
    }
    for (size_t i = 0; i < fixture.instrument.indicator_count; i++) {
        const struct response *response = &assessment.responses[i];
        assert_false(response->claimed.given || response->verified.given);
        assert_int_equal(response->state, STATE_OPEN);
        assert_int_equal(response->verdict_count + response->evidence_count, 0);
    }
    arena_release(&arena);
    fixture_close(&fixture);
}

/* Protects the words of the contract: each is read as it is written, and nothing else is. */
static void test_assessment__knows_the_words_of_the_contract(void **state)
{
    (void)state;
    static const char *const kinds[] = {"kementerian", "lembaga", "provinsi",
                                        "kabupaten",   "kota",    "lainnya"};
    static const char *const stages[] = {"dokumen", "interviu", "visitasi", "reviu"};
    static const char *const states[] = {"open", "submitted", "returned", "locked"};
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(assessment_kind_word((enum kind)i), kinds[i]);
        assert_int_equal(assessment_kind(kinds[i], strlen(kinds[i])), i);
        assert_int_equal(assessment_kind(kinds[i], strlen(kinds[i]) - 1), KIND_NONE);
    }
    assert_null(assessment_kind_word(KIND_NONE));
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(assessment_stage_word((enum stage)i), stages[i]);
        assert_int_equal(assessment_stage(stages[i], strlen(stages[i])), i);
        assert_string_equal(assessment_state_word((enum state)i), states[i]);
        assert_int_equal(assessment_state(states[i], strlen(states[i])), i);
    }
    assert_int_equal(assessment_kind("Kota", 4), KIND_NONE);
    assert_int_equal(assessment_kind("kotaa", 5), KIND_NONE);
    assert_int_equal(assessment_kind("kotaa", 4), KIND_KOTA);
    assert_int_equal(assessment_kind("", 0), KIND_NONE);
    assert_int_equal(assessment_stage("wawancara", 9), STAGE_COUNT);
    assert_int_equal(assessment_state("", 0), STATE_COUNT);
}

/* Protects assessors: the latest stage counts however the verdicts came, and its last word. */
static void test_assessment__counts_the_latest_verdict(void **state)
{
    (void)state;
    static const struct verdict verdicts[] = {
        {STAGE_INTERVIU, {3, 1}, "a", ""},
        {STAGE_DOKUMEN, {2, 1}, "b", ""},
        {STAGE_INTERVIU, {4, 1}, "c", ""},
    };
    struct response response = {.verdicts = verdicts};
    assert_null(assessment_verdict(&response));
    for (size_t count = 1; count <= 3; count++) {
        response.verdict_count = count;
        assert_string_equal(assessment_verdict(&response)->reason, count < 3 ? "a" : "c");
    }
}

/* Protects dates in evidence: days of the calendar, and nothing that looks alike. */
static void test_assessment__knows_a_date(void **state)
{
    (void)state;
    static const char *const good[] = {"2024-02-29", "2023-12-31", "2000-02-29", "0001-01-01",
                                       "9999-12-31"};
    static const char *const bad[] = {
        "",           "2023-02-29",  "1900-02-29",  "2023-04-31", "2023-00-10", "2023-13-10",
        "2023-01-00", "2023-01-32",  "0000-01-01",  "2023-1-1",   "23-01-01",   "2023/01/01",
        "01-05-2023", "2023-01-01 ", " 2023-01-01", "2023-01-1x", "2023-+1-01", "2023 01 01",
    };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        assert_true(assessment_is_date(good[i]));
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(assessment_is_date(bad[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_assessment__begins_without_any_answer),
        cmocka_unit_test(test_assessment__knows_the_words_of_the_contract),
        cmocka_unit_test(test_assessment__counts_the_latest_verdict),
        cmocka_unit_test(test_assessment__knows_a_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
