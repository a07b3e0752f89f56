/* What an objection asks for, on what it rests, and what it brings: exactly, and nothing is left out. */
#include "dispute.h"
#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static struct fixture fixture;

static int open_fixture(void **state)
{
    (void)state;
    fixture_open(&fixture);
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

/* I03 is proven up to level 3, claimed at `claimed` and verified at `verified`. */
static void fill(struct case_ *c, int claimed, int verified)
{
    case_open(c, &fixture.instrument, 2024);
    case_fulfil(c, "I03", 1, 3);
    case_claim(c, "I03", claimed);
    case_verify(c, "I03", verified);
    case_run(c, BASIS_VERIFIED);
}

static void test_dispute__asks_for_what_evidence_bears_out(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int claimed, verified;
        bool found;
        enum basis basis;
        int wanted;
    } rows[] = {
        {"evidence above the assessor", 3, 2, true, BASIS_SUPPORTED, 3},
        {"evidence above the claim too", 2, 1, true, BASIS_SUPPORTED, 3},
        {"a claim beyond the evidence asks for the evidence", 5, 2, true, BASIS_SUPPORTED, 3},
        {"only the claim is above the assessor", 4, 3, true, BASIS_CLAIMED, 4},
        {"all agree", 3, 3, false, BASIS_CLAIMED, 0},
        {"the assessor gave more", 3, 5, false, BASIS_CLAIMED, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct case_ c;
        struct dispute dispute = {.basis = BASIS_COUNT};
        fill(&c, rows[i].claimed, rows[i].verified);
        if (dispute_find(&c.evaluation, 2, &dispute) != rows[i].found) {
            fail_msg("%s", rows[i].name);
        }
        if (rows[i].found) {
            assert_int_equal(dispute.basis, rows[i].basis);
            assert_int_equal(fraction_compare(dispute.wanted, fraction_whole(rows[i].wanted)), 0);
        }
        case_close(&c);
    }
}

/* I03 weighs 150 of 1000 units: one level is 0.15. */
static void test_dispute__gain_is_exact_and_of_the_verified_index(void **state)
{
    (void)state;
    struct case_ c;
    struct dispute dispute;
    fill(&c, 3, 1);
    assert_true(dispute_find(&c.evaluation, 2, &dispute));
    assert_int_equal(fraction_compare(dispute.gain, fraction_make(3, 10)), 0);
    case_close(&c);
}

static void test_dispute__without_a_verified_value_nothing_is_disputed(void **state)
{
    (void)state;
    struct case_ c;
    struct dispute dispute;
    case_open(&c, &fixture.instrument, 2024);
    case_claim(&c, "*", 5);
    case_run(&c, BASIS_BY_RULE);
    for (int i = 0; i < (int)fixture.instrument.indicator_count; i++) {
        assert_false(dispute_find(&c.evaluation, i, &dispute));
    }
    case_close(&c);
}

/* The index with all objections accepted is the index of an assessment in which they were. */
static void test_dispute__sum_is_the_index_of_the_accepted_values(void **state)
{
    (void)state;
    struct case_ c;
    struct dispute_sum proven, all;
    case_open(&c, &fixture.instrument, 2024);
    case_fulfil(&c, "I03", 1, 3);
    case_claim(&c, "*", 3);
    case_verify(&c, "*", 2);
    case_run(&c, BASIS_VERIFIED);
    assert_true(dispute_sum(&c.evaluation, true, &proven));
    assert_true(dispute_sum(&c.evaluation, false, &all));
    assert_int_equal(proven.count, 1);
    assert_int_equal(all.count, fixture.instrument.indicator_count);
    case_verify(&c, "*", 3);
    case_run(&c, BASIS_VERIFIED);
    assert_int_equal(fraction_compare(all.exact, c.evaluation.index[BASIS_VERIFIED].exact), 0);
    case_verify(&c, "*", 2);
    case_verify(&c, "I03", 3);
    case_run(&c, BASIS_VERIFIED);
    assert_int_equal(fraction_compare(proven.exact, c.evaluation.index[BASIS_VERIFIED].exact), 0);
    case_close(&c);
}

/* Nothing is disputed: the sum is the index as it is. */
static void test_dispute__sum_of_nothing_is_the_index(void **state)
{
    (void)state;
    struct case_ c;
    struct dispute_sum sum;
    fill(&c, 3, 3);
    assert_true(dispute_sum(&c.evaluation, false, &sum));
    assert_int_equal(sum.count, 0);
    assert_int_equal(fraction_compare(sum.gain, fraction_whole(0)), 0);
    assert_int_equal(fraction_compare(sum.exact, c.evaluation.index[BASIS_VERIFIED].exact), 0);
    case_close(&c);
}

/* Values between levels, as some instruments have them. */
static void test_dispute__fractions_stay_exact(void **state)
{
    (void)state;
    struct case_ c;
    struct dispute dispute;
    fill(&c, 3, 1);
    c.evaluation.ratings[2].on[BASIS_VERIFIED].value = fraction_make(7, 6);
    assert_true(dispute_find(&c.evaluation, 2, &dispute));
    assert_int_equal(fraction_compare(dispute.gain, fraction_make(11, 40)), 0); /* 11/6 × 0.15 */
    case_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dispute__asks_for_what_evidence_bears_out),
        cmocka_unit_test(test_dispute__gain_is_exact_and_of_the_verified_index),
        cmocka_unit_test(test_dispute__without_a_verified_value_nothing_is_disputed),
        cmocka_unit_test(test_dispute__sum_is_the_index_of_the_accepted_values),
        cmocka_unit_test(test_dispute__sum_of_nothing_is_the_index),
        cmocka_unit_test(test_dispute__fractions_stay_exact),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
