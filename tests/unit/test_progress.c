/* How far the work is: an untouched indicator is no progress, and what is missing is said by
 * name. */
#include "progress.h"
#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static struct fixture fixture;
static struct case_ c;
static struct text told;

static int enter(void **state)
{
    (void)state;
    told = (struct text)TEXT_EMPTY;
    fixture_open(&fixture);
    case_open(&c, &fixture.instrument, 2024);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&told);
    case_close(&c);
    fixture_close(&fixture);
    return 0;
}

/* The progress of I01 (criteria a and b at levels 2 to 5), and in `told` what it lacks. */
static struct progress first(void)
{
    case_run(&c, BASIS_BY_RULE);
    struct progress progress = progress_of(&c.evaluation, 0);
    text_clear(&told);
    progress_tell(&c.evaluation, &progress, &told);
    return progress;
}

static void test_progress__an_untouched_indicator_is_no_progress(void **state)
{
    (void)state;
    struct progress_count count = {{0}};
    case_run(&c, BASIS_BY_RULE);
    for (size_t i = 0; i < fixture.instrument.indicator_count; i++) {
        struct progress progress = progress_of(&c.evaluation, i);
        assert_int_equal(progress.state, PROGRESS_UNTOUCHED);
        progress_add(&count, &progress);
    }
    assert_int_equal(progress_total(&count), 5);
    assert_int_equal(progress_percent(&count), 0);
    first();
    assert_string_equal(told.bytes, "claim; 2 answers at level 2 (I01.2.a, I01.2.b)");
}

static void test_progress__a_claim_alone_is_a_beginning(void **state)
{
    (void)state;
    case_claim(&c, "I01", 3);
    assert_int_equal(first().state, PROGRESS_BEGUN);
    assert_string_equal(told.bytes, "2 answers at level 2 (I01.2.a, I01.2.b)");
}

static void test_progress__one_answer_is_named_alone(void **state)
{
    (void)state;
    case_claim(&c, "I01", 3);
    case_answer(&c, "I01.2.a", ANSWER_YES);
    assert_int_equal(first().state, PROGRESS_BEGUN);
    assert_string_equal(told.bytes, "1 answer at level 2 (I01.2.b)");
}

static void test_progress__a_level_that_is_not_met_ends_what_is_asked(void **state)
{
    (void)state;
    case_claim(&c, "I01", 1);
    case_answer(&c, "I01.2.a", ANSWER_NO);
    assert_int_equal(first().state, PROGRESS_COMPLETE);
    assert_string_equal(told.bytes, "");
}

static void test_progress__met_levels_owe_evidence_and_the_next_one_answers(void **state)
{
    (void)state;
    case_claim(&c, "I01", 2);
    case_answer(&c, "I01.2.a I01.2.b", ANSWER_YES);
    struct progress progress = first();
    assert_int_equal(progress.state, PROGRESS_BEGUN);
    assert_string_equal(told.bytes,
                        "2 answers at level 3 (I01.3.a, I01.3.b); evidence for level 2");
    case_evidence(&c, "I01", (struct evidence){.title = "Perwali"}, "I01.2.b");
    case_answer(&c, "I01.3.a", ANSWER_NO);
    assert_int_equal(first().state, PROGRESS_COMPLETE);
}

static void test_progress__the_highest_level_ends_it_too(void **state)
{
    (void)state;
    case_fulfil(&c, "I01", 2, 5);
    assert_string_equal((first(), told.bytes), "claim");
    case_claim(&c, "I01", 5);
    assert_int_equal(first().state, PROGRESS_COMPLETE);
}

static void test_progress__criteria_of_another_year_are_not_missed(void **state)
{
    (void)state;
    /* I02.4.b held until 2022 only. */
    case_claim(&c, "I02", 4);
    case_fulfil(&c, "I02", 2, 3);
    case_answer(&c, "I02.4.a", ANSWER_YES);
    case_answer(&c, "I02.5.a", ANSWER_NO);
    case_evidence(&c, "I02", (struct evidence){.title = "Reviu"}, "I02.4.a");
    case_run(&c, BASIS_BY_RULE);
    assert_int_equal(progress_of(&c.evaluation, 1).state, PROGRESS_COMPLETE);
}

static void test_progress__a_note_or_evidence_is_a_beginning(void **state)
{
    (void)state;
    case_evidence(&c, "I03", (struct evidence){.title = "SK"}, "");
    c.assessment.responses[3].note = "menunggu";
    case_run(&c, BASIS_BY_RULE);
    assert_int_equal(progress_of(&c.evaluation, 2).state, PROGRESS_BEGUN);
    assert_int_equal(progress_of(&c.evaluation, 3).state, PROGRESS_BEGUN);
    assert_int_equal(progress_of(&c.evaluation, 4).state, PROGRESS_UNTOUCHED);
}

static void test_progress__a_hundred_per_cent_means_all(void **state)
{
    (void)state;
    struct progress_count count = {{1, 0, 199}};
    assert_int_equal(progress_percent(&count), 99);
    count.of[PROGRESS_UNTOUCHED] = 0;
    assert_int_equal(progress_percent(&count), 100);
    const struct progress_count none = {{0}};
    assert_int_equal(progress_percent(&none), 100);
}

/* Where items score, those of the lowest level that is not complete are asked for. */
static void test_progress__items_are_asked_for_level_by_level(void **state)
{
    (void)state;
    fixture_as_pemdi(&fixture);
    first();
    assert_string_equal(told.bytes, "claim; 2 answers at level 1 (I01.1.e1, I01.1.e2)");
    case_claim(&c, "I01", 1);
    case_items(&c, "I01.1.e1", ANSWER_YES);
    assert_int_equal(first().state, PROGRESS_BEGUN);
    assert_string_equal(told.bytes, "1 answer at level 1 (I01.1.e2)");
    case_items(&c, "I01.1.e2", ANSWER_YES);
    first();
    assert_string_equal(told.bytes, "2 answers at level 2 (I01.2.e1, I01.2.e2)");
    case_items(&c, "I01.2.e2", ANSWER_NO); /* what lies above cannot change anything */
    assert_int_equal(first().state, PROGRESS_COMPLETE);
    assert_string_equal(told.bytes, "");
}

static void test_progress__an_outside_index_is_asked_for(void **state)
{
    (void)state;
    fixture_as_pemdi(&fixture);
    case_claim(&c, "I04", 2);
    case_run(&c, BASIS_BY_RULE);
    struct progress progress = progress_of(&c.evaluation, 3);
    assert_true(progress.measure);
    assert_int_equal(progress.state, PROGRESS_BEGUN);
    progress_tell(&c.evaluation, &progress, &told);
    assert_string_equal(told.bytes, "the outside index");
    case_measure(&c, "I04", fraction_whole(25));
    case_run(&c, BASIS_BY_RULE);
    progress = progress_of(&c.evaluation, 3);
    assert_false(progress.measure);
    assert_int_equal(progress.state, PROGRESS_COMPLETE);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_progress__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(an_untouched_indicator_is_no_progress),
        TEST(a_claim_alone_is_a_beginning),
        TEST(one_answer_is_named_alone),
        TEST(a_level_that_is_not_met_ends_what_is_asked),
        TEST(items_are_asked_for_level_by_level),
        TEST(an_outside_index_is_asked_for),
        TEST(met_levels_owe_evidence_and_the_next_one_answers),
        TEST(the_highest_level_ends_it_too),
        TEST(criteria_of_another_year_are_not_missed),
        TEST(a_note_or_evidence_is_a_beginning),
        TEST(a_hundred_per_cent_means_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
