/* What can be compared with what: every pair of inputs and bases makes the sides that were meant, or is
 * refused before anything is evaluated. */
#include "comparison_choice.h"

#include "support_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

/* A choice of bases by their words. */
static struct comparison_choice choose(const char *const *words, size_t count)
{
    struct comparison_choice choice = {.basis_count = 0};
    struct error err = {.kind = ERROR_NONE};
    for (size_t i = 0; i < count; i++) {
        assert_true(comparison_choice_add_basis(&choice, words[i], &err));
    }
    assert_int_equal(choice.basis_count, count);
    return choice;
}

static void test_comparison_choice__takes_each_basis_by_its_word(void **state)
{
    (void)state;
    struct comparison_choice choice =
        choose((const char *const[]){"verified", "claimed", "supported"}, 3);
    assert_int_equal(choice.bases[0], BASIS_VERIFIED);
    assert_int_equal(choice.bases[1], BASIS_CLAIMED);
    assert_int_equal(choice.bases[2], BASIS_SUPPORTED);
}

static void test_comparison_choice__refuses_what_is_no_basis(void **state)
{
    (void)state;
    static const char *const words[] = {"", "claim", "Claimed", "claimed ", "semua"};
    for (size_t i = 0; i < COUNT(words); i++) {
        struct comparison_choice choice = {.basis_count = 0};
        struct error err = {.kind = ERROR_NONE};
        assert_false(comparison_choice_add_basis(&choice, words[i], &err));
        assert_string_equal(err.id, "EVALUATE_BASIS");
        assert_int_equal(choice.basis_count, 0);
    }
}

static void test_comparison_choice__takes_as_many_bases_as_can_be_compared(void **state)
{
    (void)state;
    struct comparison_choice choice = {.basis_count = 0};
    struct error err = {.kind = ERROR_NONE};
    for (size_t i = 0; i < LIMIT_COMPARED; i++) {
        assert_true(comparison_choice_add_basis(&choice, "claimed", &err));
    }
    assert_false(comparison_choice_add_basis(&choice, "claimed", &err));
    assert_string_equal(err.id, "COMPARE_MANY");
    assert_int_equal(choice.basis_count, LIMIT_COMPARED);
}

static void test_comparison_choice__inputs_and_bases_fit_or_are_refused(void **state)
{
    (void)state;
    static const char *const words[] = {"claimed", "verified", "supported"};
    static const struct {
        size_t inputs, bases;
        bool by_unit;
        const char *refused; /* NULL: they fit */
    } rows[] = {
        {1, 0, false, "COMPARE_ONE"},
        {1, 1, false, "COMPARE_ONE"},
        {1, 2, false, NULL},
        {1, 3, false, NULL},
        {1, 0, true, NULL},
        {1, 1, true, NULL},
        {2, 0, false, NULL},
        {2, 1, false, NULL},
        {2, 2, false, NULL},
        {2, 3, false, "COMPARE_BASES"},
        {3, 2, true, "COMPARE_BASES"},
        {3, 3, true, NULL},
        {LIMIT_COMPARED, 1, false, NULL},
        {LIMIT_COMPARED + 1, 0, false, "COMPARE_MANY"},
        {LIMIT_COMPARED + 1, 2, false, "COMPARE_MANY"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct comparison_choice choice = choose(words, rows[i].bases);
        struct error err = {.kind = ERROR_NONE};
        choice.by_unit = rows[i].by_unit;
        bool fits = comparison_choice_check(&choice, rows[i].inputs, &err);
        assert_int_equal(fits, rows[i].refused == NULL);
        if (!fits) {
            assert_string_equal(err.id, rows[i].refused);
        }
    }
}

/* ---- applied to sides ----------------------------------------------------------------------------- */

static struct table table;

static int open_table(void **state)
{
    (void)state;
    table_open(&table);
    return 0;
}

static int close_table(void **state)
{
    (void)state;
    table_close(&table);
    return 0;
}

/* Applies a choice of bases to the table's sides, all of one instrument. */
static void apply(const char *const *words, size_t count)
{
    struct comparison_choice choice = choose(words, count);
    struct error err = {.kind = ERROR_NONE};
    struct evaluator *evaluator = evaluator_new((const char *const[]){NULL}, BASIS_BY_RULE, &err);
    assert_true(comparison_choice_apply(&choice, &table.comparison, evaluator, &err));
    assert_false(error_is_set(&err));
    evaluator_free(evaluator);
}

static void test_comparison_choice__one_basis_serves_every_side(void **state)
{
    (void)state;
    table_claim(&table, "Kota Satu", 2022, 2);
    table_claim(&table, "Kota Satu", 2024, 3);
    apply((const char *const[]){"supported"}, 1);
    assert_int_equal(table.comparison.count, 2);
    assert_int_equal(table.comparison.sides[0].basis, BASIS_SUPPORTED);
    assert_int_equal(table.comparison.sides[1].basis, BASIS_SUPPORTED);
    assert_int_equal(comparison_year(&table.comparison), 2024);
}

static void test_comparison_choice__as_many_bases_go_to_the_sides_in_order(void **state)
{
    (void)state;
    table_claim(&table, "Kota Satu", 2024, 2);
    table_claim(&table, "Kota Dua", 2024, 3);
    apply((const char *const[]){"verified", "claimed"}, 2);
    assert_int_equal(table.comparison.sides[0].basis, BASIS_VERIFIED);
    assert_int_equal(table.comparison.sides[1].basis, BASIS_CLAIMED);
}

static void test_comparison_choice__one_input_becomes_a_side_on_each_basis(void **state)
{
    (void)state;
    table_claim(&table, "Kota Satu", 2024, 2);
    apply((const char *const[]){"claimed", "supported", "verified"}, 3);
    assert_int_equal(table.comparison.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(table.comparison.sides[i].basis, i);
        assert_true(comparison_same(&table.comparison, 0, i));
    }
}

static void test_comparison_choice__without_bases_the_comparison_settles_on_one(void **state)
{
    (void)state;
    table_claim(&table, "Kota Satu", 2024, 2);
    table_claim(&table, "Kota Dua", 2024, 3);
    table.comparison.sides[0].basis = BASIS_VERIFIED;
    apply(NULL, 0);
    assert_int_equal(table.comparison.sides[0].basis, BASIS_CLAIMED);
    assert_int_equal(table.comparison.sides[1].basis, BASIS_CLAIMED);
}

static void test_comparison_choice__units_are_chosen_only_when_they_are_asked_for(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct comparison_choice choice = {.by_unit = true};
    table_claim(&table, "Kota Satu", 2024, 2); /* nothing is assigned to any unit */
    apply((const char *const[]){"claimed"}, 1);
    assert_int_equal(table.comparison.unit_count, 0);
    assert_false(comparison_choice_apply(&choice, &table.comparison, NULL, &err));
    assert_string_equal(err.id, "UNITS_NONE");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comparison_choice__takes_each_basis_by_its_word),
        cmocka_unit_test(test_comparison_choice__refuses_what_is_no_basis),
        cmocka_unit_test(test_comparison_choice__takes_as_many_bases_as_can_be_compared),
        cmocka_unit_test(test_comparison_choice__inputs_and_bases_fit_or_are_refused),
        cmocka_unit_test_setup_teardown(test_comparison_choice__one_basis_serves_every_side,
                                        open_table, close_table),
        cmocka_unit_test_setup_teardown(
            test_comparison_choice__as_many_bases_go_to_the_sides_in_order, open_table,
            close_table),
        cmocka_unit_test_setup_teardown(
            test_comparison_choice__one_input_becomes_a_side_on_each_basis, open_table,
            close_table),
        cmocka_unit_test_setup_teardown(
            test_comparison_choice__without_bases_the_comparison_settles_on_one, open_table,
            close_table),
        cmocka_unit_test_setup_teardown(
            test_comparison_choice__units_are_chosen_only_when_they_are_asked_for, open_table,
            close_table),
    };
    return cmocka_run_group_tests_name("comparison_choice", tests, NULL, NULL);
}
