/* What is asked of a plan: every way of saying it, and a sentence for every slip. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "plan_order.h"

#include "support_case.h"
#include "support_fixture.h"

#include <string.h>

static const char *const none[] = {NULL};

/* An evaluation, and an order read for it. */
struct desk {
    struct fixture fixture;
    struct case_ c;
    struct arena arena;
    struct plan_order order;
    struct error err;
};

static void open_desk(struct desk *desk, int year)
{
    *desk = (struct desk){.arena = ARENA_EMPTY};
    fixture_open(&desk->fixture);
    case_open(&desk->c, &desk->fixture.instrument, year);
    case_claim(&desk->c, "*", 3);
    case_run(&desk->c, BASIS_CLAIMED);
}

static void close_desk(struct desk *desk)
{
    arena_release(&desk->arena);
    case_close(&desk->c);
    fixture_close(&desk->fixture);
}

static bool read_words(struct desk *desk, struct plan_words words)
{
    words.aspects = words.aspects == NULL ? none : words.aspects;
    words.keep = words.keep == NULL ? none : words.keep;
    return plan_order_read(&desk->order, &desk->c.evaluation, &words, &desk->arena, &desk->err);
}

/* Protects every way of naming a target. */
static void test_plan_order__takes_numbers_and_predicates(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        struct fraction index;
        const char *band; /* NULL: a number */
    } rows[] = {
        {"3.50", {7, 2}, NULL},
        {"3,5", {7, 2}, NULL},
        {"5", {5, 1}, NULL},
        {"1", {1, 1}, NULL},
        {"7/2", {7, 2}, NULL},
        {"Baik", {13, 5}, "Baik"},
        {"baik", {13, 5}, "Baik"},
        {"SANGAT BAIK", {7, 2}, "Sangat Baik"},
        {"sangat-baik", {7, 2}, "Sangat Baik"},
        {"sangat_baik", {7, 2}, "Sangat Baik"},
        {"memuaskan", {21, 5}, "Memuaskan"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct desk desk;
        open_desk(&desk, 2024);
        if (!read_words(&desk, (struct plan_words){.target = rows[i].word})) {
            fail_msg("%s: %s", rows[i].word, desk.err.message);
        }
        assert_true(desk.order.target);
        assert_int_equal(fraction_compare(desk.order.index, rows[i].index), 0);
        assert_int_equal(desk.order.band == NULL, rows[i].band == NULL);
        if (rows[i].band != NULL) {
            assert_string_equal(desk.order.band->name, rows[i].band);
        }
        close_desk(&desk);
    }
}

/* Protects the edge: half a place below is enough where the index is rounded, nothing is where it is not. A
 * target between two places counts as the place above. */
static void test_plan_order__knows_from_where_on_a_target_is_read(void **state)
{
    (void)state;
    static const struct {
        int year;
        const char *word;
        struct fraction threshold;
    } rows[] = {
        {2023, "3.5", {3495, 1000}},
        {2023, "3.501", {3505, 1000}},
        {2023, "3.509", {3505, 1000}},
        {2023, "3.495", {3495, 1000}},
        {2023, "3.494", {3485 + 10, 1000}},
        {2023, "2", {1995, 1000}},
        {2024, "3.5", {35, 10}},
        {2024, "3.501", {3501, 1000}},
        {2024, "3.4985", {34985, 10000}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct desk desk;
        open_desk(&desk, rows[i].year);
        assert_true(read_words(&desk, (struct plan_words){.target = rows[i].word}));
        struct fraction wanted = fraction_make(rows[i].threshold.num, rows[i].threshold.den);
        if (fraction_compare(desk.order.threshold, wanted) != 0) {
            fail_msg("%d %s: %lld/%lld", rows[i].year, rows[i].word,
                     (long long)desk.order.threshold.num, (long long)desk.order.threshold.den);
        }
        close_desk(&desk);
    }
}

/* Protects aspects, units, days and kept indicators, all at once. */
static void test_plan_order__takes_everything_at_once(void **state)
{
    (void)state;
    static const char *const aspects[] = {"A1=3", "a3=4,5", NULL};
    static const char *const keep[] = {"I02, I03", "I05", NULL};
    struct desk desk;
    open_desk(&desk, 2024);
    assert_true(read_words(&desk, (struct plan_words){.target = "4",
                                                      .per_unit = "9999",
                                                      .by = "2027-07-31",
                                                      .from = "2027-07-31",
                                                      .aspects = aspects,
                                                      .keep = keep}));
    assert_true(desk.order.aspects[0].asked);
    assert_false(desk.order.aspects[1].asked);
    assert_int_equal(fraction_compare(desk.order.aspects[2].value, fraction_make(9, 2)), 0);
    static const bool kept[] = {false, true, true, false, true};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(desk.order.kept[i], kept[i]);
    }
    assert_int_equal(desk.order.per_unit, 9999);
    assert_true(desk.order.by && desk.order.from);
    assert_int_equal(calendar_compare(desk.order.first, desk.order.last), 0);
    close_desk(&desk);
}

/* Protects an aspect alone: it is a target too. */
static void test_plan_order__an_aspect_is_enough(void **state)
{
    (void)state;
    static const char *const aspects[] = {"A2=5", NULL};
    struct desk desk;
    open_desk(&desk, 2024);
    assert_true(read_words(&desk, (struct plan_words){.aspects = aspects}));
    assert_false(desk.order.target);
    close_desk(&desk);
}

/* Protects people from a plan for something that they did not mean. */
static void test_plan_order__refuses_what_makes_no_sense(void **state)
{
    (void)state;
    static const char *const no_value[] = {"A1", NULL}, *const unknown[] = {"A9=3", NULL},
                             *const empty[] = {"=3", NULL}, *const high[] = {"A1=6", NULL},
                             *const word[] = {"A1=baik", NULL},
                             *const twice[] = {"A1=3", "a1=3", NULL},
                             *const wrong[] = {"I77", NULL}, *const blank[] = {"I01,,I02", NULL};
    static const struct {
        struct plan_words words;
        const char *id;
    } rows[] = {
        {{.target = NULL}, "PLAN_NOTHING"},
        {{.target = "bagus"}, "PLAN_TARGET"},
        {{.target = ""}, "PLAN_TARGET"},
        {{.target = "3.5.1"}, "PLAN_TARGET"},
        {{.target = "0.99"}, "PLAN_SCALE"},
        {{.target = "5.01"}, "PLAN_SCALE"},
        {{.target = "-3"}, "PLAN_SCALE"},
        {{.target = "3", .aspects = no_value}, "PLAN_ASPECT"},
        {{.target = "3", .aspects = unknown}, "PLAN_ASPECT"},
        {{.target = "3", .aspects = empty}, "PLAN_ASPECT"},
        {{.target = "3", .aspects = high}, "PLAN_SCALE"},
        {{.target = "3", .aspects = word}, "PLAN_SCALE"},
        {{.target = "3", .aspects = twice}, "PLAN_TWICE"},
        {{.target = "3", .keep = wrong}, "EDIT_INDICATOR"},
        {{.target = "3", .keep = blank}, "EDIT_LIST"},
        {{.target = "3", .per_unit = "0"}, "PLAN_PER_UNIT"},
        {{.target = "3", .per_unit = "10000"}, "PLAN_PER_UNIT"},
        {{.target = "3", .per_unit = "dua"}, "PLAN_PER_UNIT"},
        {{.target = "3", .per_unit = "2x"}, "PLAN_PER_UNIT"},
        {{.target = "3", .by = "31-07-2027"}, "PLAN_DATE"},
        {{.target = "3", .by = "2027-02-29"}, "PLAN_DATE"},
        {{.target = "3", .by = "1999-12-31"}, "PLAN_DATE"},
        {{.target = "3", .by = "2101-01-01"}, "PLAN_DATE"},
        {{.target = "3", .by = "2027-07-31", .from = "0001-01-01"}, "PLAN_DATE"},
        {{.target = "3", .by = "2027-07-31", .from = "besok"}, "PLAN_DATE"},
        {{.target = "3", .from = "2027-07-31"}, "PLAN_FROM"},
        {{.target = "3", .by = "2027-07-30", .from = "2027-07-31"}, "PLAN_ORDER"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct desk desk;
        open_desk(&desk, 2024);
        assert_false(read_words(&desk, rows[i].words));
        if (strcmp(desk.err.id, rows[i].id) != 0) {
            fail_msg("row %zu: %s, not %s", i, desk.err.id, rows[i].id);
        }
        close_desk(&desk);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plan_order__takes_numbers_and_predicates),
        cmocka_unit_test(test_plan_order__knows_from_where_on_a_target_is_read),
        cmocka_unit_test(test_plan_order__takes_everything_at_once),
        cmocka_unit_test(test_plan_order__an_aspect_is_enough),
        cmocka_unit_test(test_plan_order__refuses_what_makes_no_sense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
