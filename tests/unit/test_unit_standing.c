/* Units of one agency: how each stands by its own indicators, which are compared, and in which order. */
#include "unit_standing.h"

#include "support_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Begins an assessment whose indicators are units': one letter each, "-" for nobody. */
static struct case_ *begin(struct table *table, int year, const char *owners)
{
    static const char *const names[] = {['A'] = "Arsip", ['B'] = "Bappeda", ['C'] = "Camat"};
    table_begin(table, year);
    for (size_t i = 0; owners[i] != '\0'; i++) {
        table->c.assessment.responses[i].unit =
            owners[i] == '-' ? NULL : names[(unsigned char)owners[i]];
    }
    return &table->c;
}

static void check_fraction(struct fraction value, int64_t num, int64_t den)
{
    assert_int_equal(fraction_compare(value, fraction_make(num, den)), 0);
}

/* Arsip: I01 (12.5 %) and I03 (15 %); Bappeda: I02 (12.5 %) and I04 (20 %); nobody: I05 (40 %). */
static void claim_all(struct table *table, int first, int second)
{
    case_claim(begin(table, 2024, "ABAB-"), "*", 2);
    case_claim(&table->c, "I01", first);
    case_claim(&table->c, "I04", second);
    table_end(table, BASIS_CLAIMED);
}

/* ---- how a unit stands ---- */

static void test_unit_standing__means_are_by_weight(void **state)
{
    (void)state;
    struct table table;
    struct unit_standing standing;
    table_open(&table);
    claim_all(&table, 4, 5);
    assert_true(unit_standing_measure(&table.comparison.sides[0], "Arsip", &standing));
    assert_int_equal(standing.indicators, 2);
    check_fraction(standing.value, 4 * 125 + 2 * 150, 275);
    check_fraction(standing.mean[BASIS_CLAIMED], 4 * 125 + 2 * 150, 275);
    check_fraction(standing.gained, 4 * 125 + 2 * 150, 1000);
    check_fraction(standing.possible, 5 * 275, 1000);
    assert_int_equal(standing.given[BASIS_CLAIMED], 2);
    assert_int_equal(standing.given[BASIS_VERIFIED], 0);
    table_close(&table);
}

/* Protects the sum that everybody checks: what all units bring, with what is nobody's, is the index. */
static void test_unit_standing__gains_add_up_to_the_index(void **state)
{
    (void)state;
    static const char *const units[] = {"Arsip", "Bappeda", NULL};
    struct table table;
    struct fraction sum = fraction_whole(0);
    table_open(&table);
    claim_all(&table, 4, 5);
    for (size_t i = 0; i < 3; i++) {
        struct unit_standing standing;
        assert_true(unit_standing_measure(&table.comparison.sides[0], units[i], &standing));
        assert_true(fraction_add(sum, standing.gained, &sum));
    }
    const struct compared_side *side = &table.comparison.sides[0];
    assert_int_equal(fraction_compare(sum, side->index[BASIS_CLAIMED].exact), 0);
    table_close(&table);
}

static void test_unit_standing__claims_are_borne_out_or_accepted(void **state)
{
    (void)state;
    struct table table;
    struct unit_standing standing;
    table_open(&table);
    case_claim(begin(&table, 2024, "AAABB"), "*", 2);
    case_fulfil(&table.c, "I01", 2, 2);
    case_answer(&table.c, "I02.2.a", ANSWER_YES); /* met, and nothing proves it */
    case_answer(&table.c, "I03.2.a", ANSWER_NO);
    case_verify(&table.c, "I01", 2);
    case_verify(&table.c, "I02", 1);
    table_end(&table, BASIS_CLAIMED);
    assert_true(unit_standing_measure(&table.comparison.sides[0], "Arsip", &standing));
    assert_int_equal(standing.claims, 3);
    assert_int_equal(standing.borne_out, 1);
    assert_int_equal(standing.judged, 2);
    assert_int_equal(standing.accepted, 1);
    assert_int_equal(standing.answered, 4); /* I01.2.a, I01.2.b, I02.2.a, I03.2.a */
    assert_int_equal(standing.fulfilled, 3);
    assert_true(standing.asked > standing.answered);
    check_fraction(standing.met, 2 * 250 + 150, 400);
    check_fraction(standing.mean[BASIS_SUPPORTED], 2 * 125 + 275, 400);
    table_close(&table);
}

static void test_unit_standing__documents_are_used_and_granted(void **state)
{
    (void)state;
    struct table table;
    struct unit_standing standing;
    table_open(&table);
    case_verify(begin(&table, 2024, "AABBB"), "I01", 2);
    case_evidence(&table.c, "I01", (struct evidence){.title = "Diberikan"}, "I01.2.a");
    case_evidence(&table.c, "I01", (struct evidence){.title = "Terlalu tinggi"}, "I01.4.a");
    case_evidence(&table.c, "I01", (struct evidence){.title = "Tanpa kriteria"}, "");
    case_evidence(&table.c, "I03", (struct evidence){.title = "Unit lain"}, "I03.2.a");
    table_end(&table, BASIS_SUPPORTED);
    assert_true(unit_standing_measure(&table.comparison.sides[0], "Arsip", &standing));
    assert_int_equal(standing.documents, 3);
    assert_int_equal(standing.used, 2);
    assert_int_equal(standing.granted, 1);
    table_close(&table);
}

static void test_unit_standing__items_and_an_outside_index_count(void **state)
{
    (void)state;
    static const struct item_name named[] = {{1, 1}};
    struct table table;
    struct unit_standing standing;
    table_open(&table);
    fixture_as_pemdi(&table.fixture);
    case_items(begin(&table, 2024, "ABBAB"), "I01.1.e1", ANSWER_YES);
    case_items(&table.c, "I01.1.e2", ANSWER_NO);
    case_measure(&table.c, "I04", fraction_whole(50));
    case_verify(&table.c, "I01", 1);
    case_evidence(&table.c, "I01", (struct evidence){.title = "L", .items = named, .item_count = 1},
                  "");
    table_end(&table, BASIS_SUPPORTED);
    assert_true(unit_standing_measure(&table.comparison.sides[0], "Arsip", &standing));
    assert_int_equal(standing.asked, 11); /* ten items, one index */
    assert_int_equal(standing.answered, 3);
    assert_int_equal(standing.fulfilled, 2);
    assert_int_equal(standing.used, 1);
    assert_int_equal(standing.granted, 1);
    table_close(&table);
}

static void test_unit_standing__a_unit_without_indicators_has_nothing(void **state)
{
    (void)state;
    struct table table;
    struct unit_standing standing;
    table_open(&table);
    claim_all(&table, 4, 5);
    assert_true(unit_standing_measure(&table.comparison.sides[0], "Camat", &standing));
    assert_int_equal(standing.indicators, 0);
    check_fraction(standing.possible, 0, 1);
    table_close(&table);
}

static void test_unit_standing__what_is_missing_reaches_to_the_top(void **state)
{
    (void)state;
    struct table table;
    table_open(&table);
    claim_all(&table, 4, 5);
    check_fraction(unit_standing_missing(&table.comparison.sides[0], 0), 125, 1000);
    check_fraction(unit_standing_missing(&table.comparison.sides[0], 3), 0, 1);
    table_close(&table);
}

/* ---- which units ---- */

static void test_unit_standing__the_highest_comes_first_and_nobody_last(void **state)
{
    (void)state;
    struct table table;
    struct error err = {.kind = ERROR_NONE};
    table_open(&table);
    claim_all(&table, 3, 5); /* Bappeda stands higher; I05, nobody's, has a claim of 2 */
    assert_true(unit_standing_choose(&table.comparison, NULL, &err));
    assert_int_equal(table.comparison.unit_count, 3);
    assert_string_equal(table.comparison.units[0], "Bappeda");
    assert_string_equal(table.comparison.units[1], "Arsip");
    assert_null(table.comparison.units[2]);
    table_close(&table);
}

/* Protects a year-on-year comparison when work moved: a unit of either year is there. */
static void test_unit_standing__units_of_all_sides_are_compared(void **state)
{
    (void)state;
    struct table table;
    struct error err = {.kind = ERROR_NONE};
    table_open(&table);
    case_claim(begin(&table, 2023, "AAAAA"), "*", 2);
    table_end(&table, BASIS_CLAIMED);
    case_claim(begin(&table, 2024, "CCCCC"), "*", 2);
    table_end(&table, BASIS_CLAIMED);
    assert_true(unit_standing_choose(&table.comparison, NULL, &err));
    assert_int_equal(table.comparison.unit_count, 2);
    assert_string_equal(table.comparison.units[0],
                        "Camat"); /* it has indicators on the last side */
    assert_string_equal(table.comparison.units[1], "Arsip");
    table_close(&table);
}

static void test_unit_standing__names_may_be_typed_in_any_case(void **state)
{
    (void)state;
    static const char *const wanted[] = {"bappeda", "Arsip", "BAPPEDA", NULL};
    struct table table;
    struct error err = {.kind = ERROR_NONE};
    table_open(&table);
    claim_all(&table, 4, 5);
    assert_true(unit_standing_choose(&table.comparison, wanted, &err));
    assert_int_equal(table.comparison.unit_count, 2);
    table_close(&table);
}

static void test_unit_standing__what_cannot_be_compared_is_refused(void **state)
{
    (void)state;
    static const char *const wanted[] = {"Dinas", NULL};
    struct table table;
    struct error err = {.kind = ERROR_NONE};
    table_open(&table);
    case_claim(begin(&table, 2024, "-----"), "*", 2);
    table_end(&table, BASIS_CLAIMED);
    assert_false(unit_standing_choose(&table.comparison, NULL, &err));
    assert_string_equal(err.where, "berkas.json");
    err = (struct error){.kind = ERROR_NONE};
    claim_all(&table, 4, 5);
    assert_false(unit_standing_choose(&table.comparison, wanted, &err));
    assert_non_null(strstr(err.message, "\"Dinas\""));
    assert_non_null(strstr(err.message, "Arsip, Bappeda"));
    err = (struct error){.kind = ERROR_NONE};
    struct instrument other = table.fixture.instrument;
    case_open(&table.c, &other, 2024);
    case_claim(&table.c, "*", 3);
    table_end(&table, BASIS_CLAIMED);
    assert_false(unit_standing_choose(&table.comparison, NULL, &err));
    assert_non_null(strstr(err.message, "same instrument"));
    table_close(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unit_standing__means_are_by_weight),
        cmocka_unit_test(test_unit_standing__gains_add_up_to_the_index),
        cmocka_unit_test(test_unit_standing__claims_are_borne_out_or_accepted),
        cmocka_unit_test(test_unit_standing__documents_are_used_and_granted),
        cmocka_unit_test(test_unit_standing__items_and_an_outside_index_count),
        cmocka_unit_test(test_unit_standing__a_unit_without_indicators_has_nothing),
        cmocka_unit_test(test_unit_standing__what_is_missing_reaches_to_the_top),
        cmocka_unit_test(test_unit_standing__the_highest_comes_first_and_nobody_last),
        cmocka_unit_test(test_unit_standing__units_of_all_sides_are_compared),
        cmocka_unit_test(test_unit_standing__names_may_be_typed_in_any_case),
        cmocka_unit_test(test_unit_standing__what_cannot_be_compared_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
