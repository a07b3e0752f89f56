/* Why a value differs: criteria, items, outside indices and documents, and what is at issue with an assessor. */
#include "cause.h"

#include "support_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static size_t list_kind(const struct table *table, size_t from, size_t to, size_t indicator,
                        enum cause_kind kind, struct cause *out, size_t room)
{
    const struct cause_pair pair = {&table->comparison, from, to, indicator};
    return cause_list(&pair, kind, out, room);
}

static size_t causes(const struct table *table, size_t from, size_t to, size_t indicator,
                     struct cause *out, size_t room)
{
    return list_kind(table, from, to, indicator, CAUSE_CRITERION, out, room);
}

/* ---- criteria ---- */

static void test_cause__criteria_that_changed_are_named(void **state)
{
    (void)state;
    struct table table;
    struct cause list[8];
    table_open(&table);
    case_answer(table_begin(&table, 2024), "I01.2.a", ANSWER_YES);
    case_answer(&table.c, "I01.2.b", ANSWER_NO);
    table_end(&table, BASIS_SUPPORTED);
    case_answer(table_begin(&table, 2024), "I01.2.a I01.2.b", ANSWER_YES);
    table_end(&table, BASIS_SUPPORTED);
    assert_int_equal(causes(&table, 0, 1, 0, list, 8), 1);
    assert_string_equal(list[0].id, "I01.2.b");
    assert_int_equal(list[0].answers[0], ANSWER_NO);
    assert_int_equal(list[0].answers[1], ANSWER_YES);
    assert_null(list[0].document);
    assert_int_equal(causes(&table, 0, 1, 1, list, 8), 0);
    table_close(&table);
}

static void test_cause__documents_that_came_are_named(void **state)
{
    (void)state;
    struct table table;
    struct cause list[8];
    const struct evidence old = {.title = "Perwali 1/2022"}, new = {.title = "Perwali 9/2024"};
    table_open(&table);
    case_evidence(table_begin(&table, 2023), "I01", old, "I01.2.a");
    table_end(&table, BASIS_SUPPORTED);
    case_evidence(table_begin(&table, 2024), "I01", old, "I01.2.a");
    case_evidence(&table.c, "I01", new, "I01.2.a I01.2.b");
    table_end(&table, BASIS_SUPPORTED);
    assert_int_equal(causes(&table, 0, 1, 0, list, 8), 2);
    assert_string_equal(list[0].id, "I01.2.b"); /* proven by it for the first time */
    assert_int_equal(list[0].documents[0], 0);
    assert_int_equal(list[1].documents[0], 1);
    assert_int_equal(list[1].documents[1], 2);
    assert_string_equal(list[0].document->title, "Perwali 9/2024");
    /* The other way round it is the one that went. */
    assert_int_equal(causes(&table, 1, 0, 0, list, 8), 2);
    assert_string_equal(list[0].document->title, "Perwali 9/2024");
    assert_int_equal(list[1].documents[1], 1);
    table_close(&table);
}

/* One document put in the place of another: the count is the same, and still it is told. */
static void test_cause__a_replaced_document_is_seen(void **state)
{
    (void)state;
    struct table table;
    struct cause one;
    table_open(&table);
    case_evidence(table_begin(&table, 2023), "I01", (struct evidence){.title = "Lama"}, "I01.2.a");
    table_end(&table, BASIS_SUPPORTED);
    case_evidence(table_begin(&table, 2024), "I01", (struct evidence){.file = "baru.pdf"},
                  "I01.2.a");
    table_end(&table, BASIS_SUPPORTED);
    assert_int_equal(causes(&table, 0, 1, 0, &one, 1), 1);
    assert_string_equal(one.document->title, "baru.pdf");
    assert_int_equal(one.documents[0], one.documents[1]);
    table_close(&table);
}

/* A criterion that a later guide brought is told as such: the rules moved, not the agency. */
static void test_cause__criteria_of_another_year_are_told_apart(void **state)
{
    (void)state;
    struct table table;
    struct cause list[8];
    table_open(&table);
    table_claim(&table, "Kota Contoh", 2022, 3);
    table_claim(&table, "Kota Contoh", 2024, 3);
    assert_int_equal(causes(&table, 0, 1, 1, list, 8), 2);
    assert_string_equal(list[0].id, "I02.3.b"); /* from 2023 */
    assert_false(list[0].counts[0]);
    assert_true(list[0].counts[1]);
    assert_string_equal(list[1].id, "I02.4.b"); /* until 2022 */
    assert_true(list[1].counts[0]);
    assert_false(list[1].counts[1]);
    table_close(&table);
}

static void test_cause__more_criteria_than_room_are_counted(void **state)
{
    (void)state;
    struct table table;
    struct cause two[2];
    table_open(&table);
    table_begin(&table, 2024);
    table_end(&table, BASIS_SUPPORTED);
    case_fulfil(table_begin(&table, 2024), "I01", 2, 5);
    table_end(&table, BASIS_SUPPORTED);
    assert_int_equal(causes(&table, 0, 1, 0, two, 2), 8);
    assert_string_equal(two[1].id, "I01.2.b");
    table_close(&table);
}

/* A reader who sees three causes sees the ones that decide: other answers, then proof that came or went. */
static void test_cause__what_tells_most_comes_first(void **state)
{
    (void)state;
    struct table table;
    struct cause list[8];
    table_open(&table);
    case_answer(table_begin(&table, 2024), "I01.2.a I01.2.b I01.3.a", ANSWER_YES);
    case_evidence(&table.c, "I01", (struct evidence){.title = "Lama"}, "I01.2.a");
    table_end(&table, BASIS_SUPPORTED);
    case_answer(table_begin(&table, 2024), "I01.2.a I01.2.b I01.3.a I01.5.a", ANSWER_YES);
    case_evidence(&table.c, "I01", (struct evidence){.title = "Baru"}, "I01.2.a I01.3.a");
    table_end(&table, BASIS_SUPPORTED);
    assert_int_equal(causes(&table, 0, 1, 0, list, 8), 3);
    assert_string_equal(list[0].id, "I01.5.a"); /* another answer */
    assert_string_equal(list[1].id, "I01.3.a"); /* now proven */
    assert_string_equal(list[2].id, "I01.2.a"); /* another document */
    assert_int_equal(causes(&table, 0, 1, 0, list, 1), 3);
    assert_string_equal(list[0].id, "I01.5.a");
    table_close(&table);
}

static void test_cause__a_document_is_told_with_its_pages_and_its_side(void **state)
{
    (void)state;
    struct table table;
    struct cause one;
    table_open(&table);
    table_begin(&table, 2023);
    table_end(&table, BASIS_SUPPORTED);
    case_evidence(table_begin(&table, 2024), "I01",
                  (struct evidence){.title = "Perwali 9/2024", .pages = "3–5"}, "I01.2.a");
    table_end(&table, BASIS_SUPPORTED);
    assert_int_equal(causes(&table, 0, 1, 0, &one, 1), 1);
    assert_string_equal(one.document->pages, "3–5");
    assert_int_equal(one.holder, HOLDER_TO);
    assert_int_equal(causes(&table, 1, 0, 0, &one, 1), 1);
    assert_int_equal(one.holder, HOLDER_FROM);
    table_close(&table);
}

/* ---- items and measures ---- */

static void test_cause__items_that_changed_are_named(void **state)
{
    (void)state;
    struct table table;
    struct cause list[8];
    static const struct item_name named[] = {{1, 2}};
    table_open(&table);
    fixture_as_pemdi(&table.fixture);
    case_items(table_begin(&table, 2023), "I01.1.e1", ANSWER_YES);
    case_items(&table.c, "I01.1.e2", ANSWER_NO);
    table_end(&table, BASIS_SUPPORTED);
    case_items(table_begin(&table, 2024), "I01.1.e1 I01.1.e2 I01.3.e1", ANSWER_YES);
    case_evidence(&table.c, "I01",
                  (struct evidence){.title = "Laporan", .items = named, .item_count = 1}, "");
    table_end(&table, BASIS_SUPPORTED);
    assert_int_equal(list_kind(&table, 0, 1, 0, CAUSE_ITEM, list, 8), 2);
    assert_string_equal(list[0].id, "I01.1.e2");
    assert_string_equal(list[0].text, "Dokumen kedua");
    assert_int_equal(list[0].answers[0], ANSWER_NO);
    assert_int_equal(list[0].answers[1], ANSWER_YES);
    assert_int_equal(fraction_compare(list[0].points, fraction_make(1, 4)), 0);
    assert_string_equal(list[0].document->title, "Laporan");
    assert_int_equal(list[0].documents[1], 1);
    assert_string_equal(list[1].id, "I01.3.e1");
    assert_int_equal(list[1].answers[0], ANSWER_NONE);
    assert_int_equal(list_kind(&table, 0, 1, 1, CAUSE_ITEM, list, 8), 0);
    table_close(&table);
}

static void test_cause__an_outside_index_that_changed_is_named(void **state)
{
    (void)state;
    struct table table;
    struct cause list[2];
    table_open(&table);
    fixture_as_pemdi(&table.fixture);
    table_begin(&table, 2022);
    table_end(&table, BASIS_SUPPORTED);
    for (int year = 2023; year <= 2024; year++) {
        case_measure(table_begin(&table, year), "I04", fraction_make(year == 2023 ? 250 : 275, 10));
        table_end(&table, BASIS_SUPPORTED);
    }
    assert_int_equal(list_kind(&table, 1, 2, 3, CAUSE_MEASURE, list, 2), 1);
    assert_string_equal(list[0].id, "indeks_uji");
    assert_int_equal(fraction_compare(list[0].measures[0].value, fraction_whole(25)), 0);
    assert_int_equal(fraction_compare(list[0].measures[1].value, fraction_make(55, 2)), 0);
    assert_int_equal(list_kind(&table, 0, 1, 3, CAUSE_MEASURE, list, 2), 1);
    assert_false(list[0].measures[0].given);
    assert_int_equal(list_kind(&table, 0, 1, 0, CAUSE_MEASURE, list, 2), 0);
    assert_int_equal(cause_count(&(struct cause_pair){&table.comparison, 1, 2, 3}), 1);
    table_close(&table);
}

/* ---- self against assessor ---- */

/* Two bases of one assessment: what the levels between claim and verdict ask for, as it stands. */
static void test_cause__what_is_at_issue_lies_between_claim_and_verdict(void **state)
{
    (void)state;
    struct table table;
    struct cause list[8];
    table_open(&table);
    case_claim(table_begin(&table, 2024), "*", 4);
    case_verify(&table.c, "*", 2);
    case_answer(&table.c, "I01.2.a I01.3.a I01.3.b I01.4.a", ANSWER_YES);
    case_answer(&table.c, "I01.4.b", ANSWER_NO);
    case_evidence(&table.c, "I01", (struct evidence){.title = "Perwali", .pages = "7"}, "I01.3.a");
    table_end(&table, BASIS_CLAIMED);
    comparison_repeat(&table.comparison, BASIS_VERIFIED);
    assert_int_equal(causes(&table, 0, 1, 0, list, 8), 4);
    assert_string_equal(list[0].id, "I01.3.a");
    assert_true(list[0].at_issue);
    assert_int_equal(list[0].holder, HOLDER_BOTH);
    assert_string_equal(list[0].document->pages, "7");
    assert_null(list[1].document); /* met, and nothing proves it */
    assert_int_equal(list[3].answers[1], ANSWER_NO);
    table_close(&table);
}

static void test_cause__equal_values_leave_nothing_at_issue(void **state)
{
    (void)state;
    struct table table;
    table_open(&table);
    fixture_as_pemdi(&table.fixture);
    case_items(table_begin(&table, 2024), "I01.1.e1", ANSWER_YES);
    case_claim(&table.c, "*", 3);
    table_end(&table, BASIS_CLAIMED);
    comparison_repeat(&table.comparison, BASIS_CLAIMED);
    assert_int_equal(cause_count(&(struct cause_pair){&table.comparison, 0, 1, 0}), 0);
    /* On itself a side has at issue what lies between claim and value. */
    table.comparison.sides[1].basis = BASIS_SUPPORTED;
    assert_int_equal(list_kind(&table, 1, 1, 0, CAUSE_ITEM, NULL, 0), 6);
    assert_int_equal(cause_count(&(struct cause_pair){&table.comparison, 0, 0, 0}), 0);
    table_close(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cause__criteria_that_changed_are_named),
        cmocka_unit_test(test_cause__documents_that_came_are_named),
        cmocka_unit_test(test_cause__a_replaced_document_is_seen),
        cmocka_unit_test(test_cause__criteria_of_another_year_are_told_apart),
        cmocka_unit_test(test_cause__more_criteria_than_room_are_counted),
        cmocka_unit_test(test_cause__what_tells_most_comes_first),
        cmocka_unit_test(test_cause__a_document_is_told_with_its_pages_and_its_side),
        cmocka_unit_test(test_cause__items_that_changed_are_named),
        cmocka_unit_test(test_cause__an_outside_index_that_changed_is_named),
        cmocka_unit_test(test_cause__what_is_at_issue_lies_between_claim_and_verdict),
        cmocka_unit_test(test_cause__equal_values_leave_nothing_at_issue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
