/* Assessments side by side: what rose and fell, by which criterion and document, and what is not compared. */
#include "comparison.h"

#include "support_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void check_fraction(struct fraction value, int64_t num, int64_t den)
{
    assert_int_equal(fraction_compare(value, fraction_make(num, den)), 0);
}

/* ---- numbers ---- */

static void test_comparison__the_difference_is_exact(void **state)
{
    (void)state;
    struct table table;
    struct fraction delta;
    table_open(&table);
    table_claim(&table, "Kota Contoh", 2023, 2);
    case_claim(table_begin(&table, 2024), "*", 2);
    case_claim(&table.c, "I01", 3); /* 12.5 % */
    table_end(&table, BASIS_CLAIMED);
    assert_true(table.comparison.comparable);
    assert_true(comparison_index(&table.comparison, 0, 1, &delta));
    check_fraction(delta, 1, 8);
    assert_true(comparison_index(&table.comparison, 1, 0, &delta));
    check_fraction(delta, -1, 8);
    assert_true(comparison_index(&table.comparison, 1, 1, &delta));
    check_fraction(delta, 0, 1);
    table_close(&table);
}

/* Protects the promise that every change can be named: contributions add up to the difference. */
static void test_comparison__contributions_add_up_to_the_difference(void **state)
{
    (void)state;
    static const int before[] = {1, 3, 2, 5, 4}, after[] = {4, 1, 2, 3, 5};
    static const char *const ids[] = {"I01", "I02", "I03", "I04", "I05"};
    struct table table;
    struct fraction delta, sum = fraction_whole(0);
    table_open(&table);
    table_begin(&table, 2023);
    for (size_t i = 0; i < 5; i++) {
        case_claim(&table.c, ids[i], before[i]);
    }
    table_end(&table, BASIS_CLAIMED);
    table_begin(&table, 2024);
    for (size_t i = 0; i < 5; i++) {
        case_claim(&table.c, ids[i], after[i]);
    }
    table_end(&table, BASIS_CLAIMED);
    for (size_t i = 0; i < 5; i++) {
        struct compared_value value;
        assert_true(comparison_value(&table.comparison, 0, 1, i, &value));
        check_fraction(value.delta, after[i] - before[i], 1);
        assert_true(value.given[0] && value.given[1]);
        assert_true(fraction_add(sum, value.contribution, &sum));
    }
    assert_true(comparison_index(&table.comparison, 0, 1, &delta));
    assert_int_equal(fraction_compare(sum, delta), 0);
    table_close(&table);
}

static void test_comparison__what_is_missing_counts_and_is_told(void **state)
{
    (void)state;
    struct table table;
    struct compared_value value;
    table_open(&table);
    case_claim(table_begin(&table, 2023), "I01", 2);
    table_end(&table, BASIS_CLAIMED);
    table_claim(&table, "Kota Contoh", 2024, 2);
    assert_true(comparison_value(&table.comparison, 0, 1, 1, &value));
    assert_false(value.given[0]);
    assert_true(value.given[1]);
    check_fraction(value.from, 1, 1); /* the pack's value */
    check_fraction(value.delta, 1, 1);
    table_close(&table);
}

static void test_comparison__the_largest_contribution_comes_first(void **state)
{
    (void)state;
    struct table table;
    size_t order[5];
    table_open(&table);
    table_claim(&table, "Kota Contoh", 2023, 3);
    case_claim(table_begin(&table, 2024), "*", 3);
    case_claim(&table.c, "I01", 4); /* +0.125 */
    case_claim(&table.c, "I04", 1); /* -0.4 */
    case_claim(&table.c, "I03", 5); /* +0.3 */
    table_end(&table, BASIS_CLAIMED);
    comparison_order(&table.comparison, 0, 1, order);
    static const size_t wanted[] = {3, 2, 0, 1, 4}; /* equal ones in the instrument's order */
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(order[i], wanted[i]);
    }
    table_close(&table);
}

/* ---- bases ---- */

static void test_comparison__self_against_assessor(void **state)
{
    (void)state;
    struct table table;
    struct compared_value value;
    struct fraction delta;
    table_open(&table);
    case_claim(table_begin(&table, 2024), "*", 4);
    case_verify(&table.c, "*", 2);
    table.c.assessment.responses[0].verified_reason = "bukti tidak lengkap";
    table_end(&table, BASIS_BY_RULE);
    comparison_repeat(&table.comparison, BASIS_VERIFIED);
    table.comparison.sides[0].basis = BASIS_CLAIMED;
    assert_int_equal(table.comparison.count, 2);
    assert_true(comparison_index(&table.comparison, 0, 1, &delta));
    check_fraction(delta, -2, 1);
    assert_true(comparison_value(&table.comparison, 0, 1, 0, &value));
    check_fraction(value.from, 4, 1);
    check_fraction(value.to, 2, 1);
    assert_string_equal(comparison_reason(&table.comparison.sides[1], 0), "bukti tidak lengkap");
    assert_true(comparison_judged(&table.comparison.sides[1], 0));
    assert_false(comparison_judged(&table.comparison.sides[0], 0));
    table_close(&table);
}

static void test_comparison__one_basis_for_all_where_all_are_complete(void **state)
{
    (void)state;
    struct table table;
    table_open(&table);
    case_claim(table_begin(&table, 2023), "*", 4);
    table_end(&table, BASIS_BY_RULE);
    case_claim(table_begin(&table, 2024), "*", 4);
    case_verify(&table.c, "*", 2);
    table_end(&table, BASIS_BY_RULE);
    assert_int_equal(table.comparison.sides[1].basis, BASIS_VERIFIED);
    comparison_settle(&table.comparison); /* only claims are on both */
    assert_int_equal(table.comparison.sides[0].basis, BASIS_CLAIMED);
    assert_int_equal(table.comparison.sides[1].basis, BASIS_CLAIMED);
    table_close(&table);
}

static void test_comparison__verdicts_go_before_claims(void **state)
{
    (void)state;
    struct table table;
    table_open(&table);
    for (int year = 2023; year <= 2024; year++) {
        case_claim(table_begin(&table, year), "*", 4);
        case_verify(&table.c, "*", 2);
        table_end(&table, BASIS_CLAIMED);
    }
    comparison_settle(&table.comparison);
    assert_int_equal(table.comparison.sides[0].basis, BASIS_VERIFIED);
    assert_int_equal(table.comparison.sides[1].basis, BASIS_VERIFIED);
    table_close(&table);
}

static void test_comparison__incomplete_sides_share_what_they_have(void **state)
{
    (void)state;
    struct table table;
    table_open(&table);
    case_claim(table_begin(&table, 2023), "I01", 4);
    table_end(&table, BASIS_BY_RULE);
    case_claim(table_begin(&table, 2024), "I02", 4);
    case_verify(&table.c, "I01", 3);
    table_end(&table, BASIS_VERIFIED);
    comparison_settle(&table.comparison); /* both have a claim */
    assert_int_equal(table.comparison.sides[1].basis, BASIS_CLAIMED);
    table_close(&table);
    table_open(&table);
    case_verify(table_begin(&table, 2023), "I01", 4);
    table_end(&table, BASIS_VERIFIED);
    case_answer(table_begin(&table, 2024), "I01.2.a", ANSWER_YES);
    table_end(&table, BASIS_SUPPORTED);
    comparison_settle(&table.comparison); /* nothing in common */
    assert_int_equal(table.comparison.sides[0].basis, BASIS_SUPPORTED);
    table_close(&table);
}

/* ---- why ---- */

static void test_comparison__a_reason_says_what_is_missing(void **state)
{
    (void)state;
    struct table table;
    table_open(&table);
    case_answer(table_begin(&table, 2024), "I01.2.a", ANSWER_YES);
    case_answer(&table.c, "I01.2.b", ANSWER_NO);
    table_end(&table, BASIS_SUPPORTED);
    assert_non_null(comparison_reason(&table.comparison.sides[0], 0));
    assert_null(comparison_reason(&table.comparison.sides[0], 4)); /* nobody answered */
    table_close(&table);
}

/* ---- what is not compared ---- */

/* Protects against the worst mistake: equal ids of two instruments mean different things. */
static void test_comparison__instruments_are_never_subtracted(void **state)
{
    (void)state;
    struct table table;
    struct fraction delta;
    table_open(&table);
    struct instrument other = table.fixture.instrument;
    other.id = "uji-lain";
    table_claim(&table, "Kota Contoh", 2023, 2);
    case_open(&table.c, &other, 2024);
    case_claim(&table.c, "*", 3);
    table_end(&table, BASIS_CLAIMED);
    assert_false(table.comparison.comparable);
    assert_false(comparison_index(&table.comparison, 0, 1, &delta));
    comparison_settle(&table.comparison); /* they can still share a basis */
    assert_int_equal(table.comparison.sides[0].basis, BASIS_CLAIMED);
    table_claim(&table, "Kota Contoh", 2024, 2);
    assert_false(table.comparison.comparable); /* one is enough */
    table_close(&table);
}

/* A trend across instruments still says what happened between two years by the same rules. */
static void test_comparison__neighbours_by_the_same_rules_can_be_compared(void **state)
{
    (void)state;
    struct table table;
    struct compared_value value;
    struct fraction delta;
    table_open(&table);
    struct instrument other = table.fixture.instrument;
    other.id = "uji-lain";
    case_open(&table.c, &other, 2021);
    case_claim(&table.c, "*", 5);
    table_end(&table, BASIS_CLAIMED);
    table_claim(&table, "Kota Contoh", 2023, 2);
    table_claim(&table, "Kota Contoh", 2024, 3);
    assert_false(table.comparison.comparable);
    assert_false(comparison_pairs(&table.comparison, 0, 1));
    assert_true(comparison_pairs(&table.comparison, 1, 2));
    assert_true(comparison_index(&table.comparison, 1, 2, &delta));
    check_fraction(delta, 1, 1);
    assert_true(comparison_value(&table.comparison, 1, 2, 0, &value));
    check_fraction(value.contribution, 1, 8);
    table_close(&table);
}

/* Beside each other nothing is subtracted, so no side has to stand on a basis that it has nothing on. */
static void test_comparison__sides_by_different_rules_keep_their_own_basis(void **state)
{
    (void)state;
    struct table table;
    table_open(&table);
    struct instrument other = table.fixture.instrument;
    other.id = "uji-lain";
    case_open(&table.c, &other, 2021);
    case_claim(&table.c, "*", 5);
    table_end(&table, BASIS_BY_RULE);
    case_verify(table_begin(&table, 2024), "*", 2);
    table_end(&table, BASIS_BY_RULE);
    comparison_settle(&table.comparison);
    assert_int_equal(table.comparison.sides[0].basis, BASIS_CLAIMED);
    assert_int_equal(table.comparison.sides[1].basis, BASIS_VERIFIED);
    table_close(&table);
}

static void test_comparison__an_agency_without_name_has_that_of_its_file(void **state)
{
    (void)state;
    struct table table;
    table_open(&table);
    table_begin(&table, 2024)->assessment.agency = "";
    table_end(&table, BASIS_CLAIMED);
    assert_string_equal(table.comparison.sides[0].agency, "berkas.json");
    table_close(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comparison__the_difference_is_exact),
        cmocka_unit_test(test_comparison__contributions_add_up_to_the_difference),
        cmocka_unit_test(test_comparison__what_is_missing_counts_and_is_told),
        cmocka_unit_test(test_comparison__the_largest_contribution_comes_first),
        cmocka_unit_test(test_comparison__self_against_assessor),
        cmocka_unit_test(test_comparison__one_basis_for_all_where_all_are_complete),
        cmocka_unit_test(test_comparison__verdicts_go_before_claims),
        cmocka_unit_test(test_comparison__incomplete_sides_share_what_they_have),
        cmocka_unit_test(test_comparison__a_reason_says_what_is_missing),
        cmocka_unit_test(test_comparison__instruments_are_never_subtracted),
        cmocka_unit_test(test_comparison__neighbours_by_the_same_rules_can_be_compared),
        cmocka_unit_test(test_comparison__sides_by_different_rules_keep_their_own_basis),
        cmocka_unit_test(test_comparison__an_agency_without_name_has_that_of_its_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
