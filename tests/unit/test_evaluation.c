/* What the numbers rest on: each rule of scoring on both sides, exactness, and that nothing is lost. */
#include "evaluation.h"
#include "lang.h"
#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
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

static void check_fraction(struct fraction value, int64_t num, int64_t den)
{
    struct fraction wanted = fraction_make(num, den);
    assert_int_equal(value.num, wanted.num);
    assert_int_equal(value.den, wanted.den);
}

/* The supported level of an indicator. */
static int supported(const struct case_ *c, const char *indicator)
{
    const struct rated *rated = &case_rating(c, indicator)->on[BASIS_SUPPORTED];
    assert_int_equal(rated->value.den, 1);
    return (int)rated->value.num;
}

/* --- sums --------------------------------------------------------------------------------------- */

static void test_evaluation__weights_and_divides_once(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    case_claim(&c, "I01", 1);
    case_claim(&c, "I02", 2);
    case_claim(&c, "I03", 3);
    case_claim(&c, "I04", 4);
    case_claim(&c, "I05", 5);
    case_run(&c, BASIS_CLAIMED);
    const struct evaluation *e = &c.evaluation;
    check_fraction(e->index[BASIS_CLAIMED].exact, 3625, 1000);
    check_fraction(e->aspects[0].value[BASIS_CLAIMED], 3, 2);
    check_fraction(e->aspects[1].value[BASIS_CLAIMED], 3, 1);
    check_fraction(e->aspects[2].value[BASIS_CLAIMED], 14, 3);
    check_fraction(e->domains[0].value[BASIS_CLAIMED], 33, 16);
    check_fraction(e->domains[1].value[BASIS_CLAIMED], 14, 3);
    case_close(&c);
}

static void test_evaluation__contributions_add_up_to_the_index(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    case_claim(&c, "*", 4);
    case_claim(&c, "I02", 3);
    case_run(&c, BASIS_CLAIMED);
    struct fraction sum = fraction_whole(0);
    for (int i = 0; i < (int)fixture.instrument.indicator_count; i++) {
        assert_true(fraction_add(sum, evaluation_contribution(&c.evaluation, i), &sum));
    }
    check_fraction(sum, c.evaluation.index[BASIS_CLAIMED].exact.num,
                   c.evaluation.index[BASIS_CLAIMED].exact.den);
    case_close(&c);
}

static void test_evaluation__gain_is_what_the_next_level_adds(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    case_claim(&c, "*", 4);
    case_claim(&c, "I04", 5);
    case_run(&c, BASIS_CLAIMED);
    check_fraction(evaluation_gain(&c.evaluation, 0), 125, 1000);
    check_fraction(evaluation_gain(&c.evaluation, 4), 400, 1000);
    check_fraction(evaluation_gain(&c.evaluation, 3), 0, 1);
    assert_int_equal(case_rating(&c, "I04")->next, NOWHERE);
    case_close(&c);
}

static void test_evaluation__gain_starts_from_a_fraction(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    c.assessment.responses[0].claimed = (struct maybe){true, fraction_make(126, 100)};
    case_run(&c, BASIS_CLAIMED);
    assert_int_equal(case_rating(&c, "I01")->level, 1);
    check_fraction(evaluation_contribution(&c.evaluation, 0), 126 * 125, 100 * 1000);
    check_fraction(evaluation_gain(&c.evaluation, 0), 74 * 125, 100 * 1000);
    case_close(&c);
}

static void test_evaluation__fractions_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    struct case_ c;
    struct error err = {.kind = ERROR_NONE};
    case_open(&c, &fixture.instrument, 2024);
    int64_t primes[] = {999999999999999989, 999999999999999967, 999999999999999877};
    for (size_t i = 0; i < 3; i++) {
        c.assessment.responses[i].claimed = (struct maybe){true, {primes[i] + 1, primes[i]}};
    }
    assert_false(evaluation_run(&c.evaluation, &c.assessment, BASIS_CLAIMED, &c.arena, &err));
    assert_string_equal(err.id, "EVALUATION_RANGE");
    assert_int_equal(err.kind, ERROR_LIMIT);
    case_close(&c);
}

static void test_evaluation__an_unanswered_indicator_is_counted_as_the_pack_says(void **state)
{
    (void)state;
    struct instrument zero = fixture.instrument;
    zero.unanswered = fraction_whole(0);
    struct case_ c;
    case_open(&c, &zero, 2024);
    case_claim(&c, "I05", 5);
    case_run(&c, BASIS_CLAIMED);
    check_fraction(c.evaluation.index[BASIS_CLAIMED].exact, 2, 1);
    assert_int_equal(c.evaluation.index[BASIS_CLAIMED].given, 1);
    assert_int_equal(c.evaluation.index[BASIS_CLAIMED].of, 5);
    assert_non_null(case_problem(&c, "incomplete", "index"));
    case_close(&c);

    case_open(&c, &fixture.instrument, 2024);
    case_claim(&c, "I05", 5);
    case_run(&c, BASIS_CLAIMED);
    check_fraction(c.evaluation.index[BASIS_CLAIMED].exact, 2600, 1000);
    case_close(&c);
}

static void test_evaluation__an_instrument_without_domains_has_its_aspects(void **state)
{
    (void)state;
    struct instrument flat = fixture.instrument;
    struct aspect aspects[3];
    memcpy(aspects, flat.aspects, sizeof aspects);
    for (size_t a = 0; a < 3; a++) {
        aspects[a].domain = NOWHERE;
    }
    flat.aspects = aspects;
    flat.domain_count = 0;
    struct case_ c;
    case_open(&c, &flat, 2024);
    case_claim(&c, "*", 3);
    case_run(&c, BASIS_CLAIMED);
    check_fraction(c.evaluation.index[BASIS_CLAIMED].exact, 3, 1);
    assert_int_equal(c.evaluation.aspects[2].given[BASIS_CLAIMED], 2);
    case_close(&c);
}

/* --- levels ------------------------------------------------------------------------------------- */

/* One row a rule: what is answered and proven, and the level that this supports. */
static const struct {
    const char *name, *indicator, *met, *unmet, *proven;
    int supported, met_level, blocking; /* number of the blocking level; 0 = none */
} level_cases[] = {
    {"nothing answered", "I01", "", "", "", 1, 1, 2},
    {"one criterion of two", "I01", "I01.2.a", "", "I01.2.a", 1, 1, 2},
    {"one met, one not met", "I01", "I01.2.a", "I01.2.b", "I01.2.a", 1, 1, 2},
    {"both met, no evidence", "I01", "I01.2.a I01.2.b", "", "", 1, 2, 2},
    {"both met, one of them proven", "I01", "I01.2.a I01.2.b", "", "I01.2.b", 2, 2, 3},
    {"evidence of another level proves nothing here", "I01", "I01.2.a I01.2.b", "", "I01.3.a", 1, 2,
     2},
    {"a level above a gap does not count", "I01", "I01.3.a I01.3.b", "", "I01.3.a I01.2.a", 1, 1,
     2},
    {"each level needs its own evidence", "I01", "I01.2.a I01.2.b I01.3.a I01.3.b", "", "I01.2.a",
     2, 3, 3},
    {"a proof above does not prove below", "I01", "I01.2.a I01.2.b I01.3.a I01.3.b", "", "I01.3.b",
     1, 3, 2},
    {"all the way up", "I03", "I03.2.a I03.3.a I03.4.a I03.5.a", "",
     "I03.2.a I03.3.a I03.4.a I03.5.a", 5, 5, 0},
    {"the highest level alone is missing", "I03", "I03.2.a I03.3.a I03.4.a", "I03.5.a",
     "I03.2.a I03.3.a I03.4.a I03.5.a", 4, 4, 5},
    {"a baseline is granted whatever its criterion says", "I05", "", "I05.1.a", "", 1, 1, 1},
    {"a baseline's criterion counts for the levels above", "I05", "I05.2.a I05.3.a", "I05.1.a",
     "I05.2.a I05.3.a", 1, 1, 1},
    {"so does one that is not answered", "I05", "I05.2.a", "", "I05.2.a", 1, 1, 1},
    {"a baseline needs no evidence", "I05", "I05.1.a I05.2.a", "", "I05.2.a", 2, 2, 3},
};

static void test_evaluation__supported_level(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof level_cases / sizeof level_cases[0]; i++) {
        struct case_ c;
        case_open(&c, &fixture.instrument, 2022);
        case_answer(&c, level_cases[i].met, ANSWER_YES);
        case_answer(&c, level_cases[i].unmet, ANSWER_NO);
        case_evidence(&c, level_cases[i].indicator, (struct evidence){.title = "Laporan"},
                      level_cases[i].proven);
        case_run(&c, BASIS_SUPPORTED);
        const struct rating *rating = case_rating(&c, level_cases[i].indicator);
        int blocking =
            rating->blocking == NOWHERE ? 0 : fixture.instrument.levels[rating->blocking].number;
        if (supported(&c, level_cases[i].indicator) != level_cases[i].supported ||
            fraction_compare(rating->met, fraction_whole(level_cases[i].met_level)) != 0 ||
            blocking != level_cases[i].blocking) {
            fail_msg("%s: %d, %d, %d", level_cases[i].name, supported(&c, level_cases[i].indicator),
                     (int)rating->met.num, blocking);
        }
        case_close(&c);
    }
}

static void test_evaluation__evidence_counts_once_an_item_and_level(void **state)
{
    (void)state;
    struct instrument two = fixture.instrument;
    two.duty.at_least = 2;
    struct case_ c;
    case_open(&c, &two, 2022);
    case_answer(&c, "I01.2.a I01.2.b", ANSWER_YES);
    case_evidence(&c, "I01", (struct evidence){.title = "Satu"}, "I01.2.a I01.2.b I01.3.a");
    case_run(&c, BASIS_SUPPORTED);
    assert_int_equal(case_level(&c, "I01", 2)->evidence, 1);
    assert_int_equal(case_level(&c, "I01", 3)->evidence, 1);
    assert_false(case_level(&c, "I01", 2)->proven);
    assert_int_equal(supported(&c, "I01"), 1);

    case_evidence(&c, "I01", (struct evidence){.title = "Dua"}, "I01.2.b");
    case_run(&c, BASIS_SUPPORTED);
    assert_int_equal(case_level(&c, "I01", 2)->evidence, 2);
    assert_int_equal(supported(&c, "I01"), 2);
    case_close(&c);
}

static void test_evaluation__evidence_that_supports_nothing_counts_for_nothing(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2022);
    case_answer(&c, "I03.2.a", ANSWER_YES);
    case_evidence(&c, "I03", (struct evidence){.title = "Lepas"}, "");
    case_run(&c, BASIS_SUPPORTED);
    assert_int_equal(supported(&c, "I03"), 1);
    assert_int_equal(case_level(&c, "I03", 2)->evidence, 0);
    case_close(&c);
}

static void test_evaluation__duty_begins_at_the_pack_s_level(void **state)
{
    (void)state;
    struct instrument later = fixture.instrument;
    later.duty.from_level = 3;
    struct case_ c;
    case_open(&c, &later, 2022);
    case_answer(&c, "I03.2.a I03.3.a", ANSWER_YES);
    case_run(&c, BASIS_SUPPORTED);
    assert_int_equal(supported(&c, "I03"), 2);
    later.duty.from_level = 6;
    case_run(&c, BASIS_SUPPORTED);
    assert_int_equal(supported(&c, "I03"), 3);
    case_close(&c);
}

/* Claims and verdicts never move what is supported, nor the other way round. */
static void test_evaluation__bases_do_not_look_at_each_other(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2022);
    case_claim(&c, "I01", 5);
    case_verify(&c, "I01", 3);
    case_answer(&c, "I01.2.a", ANSWER_NO);
    case_run(&c, BASIS_BY_RULE);
    const struct rating *rating = case_rating(&c, "I01");
    check_fraction(rating->on[BASIS_CLAIMED].value, 5, 1);
    check_fraction(rating->on[BASIS_SUPPORTED].value, 1, 1);
    check_fraction(rating->on[BASIS_VERIFIED].value, 3, 1);
    case_close(&c);
}

/* --- years -------------------------------------------------------------------------------------- */

static const struct {
    int year;
    const char *met;
    int supported;
    const char *foreign; /* criterion named among the problems, or NULL */
} year_cases[] = {
    {2022, "I02.2.a I02.3.a", 3, NULL},
    {2022, "I02.2.a I02.3.a I02.3.b", 3, "I02.3.b"},
    {2023, "I02.2.a I02.3.a", 2, NULL},
    {2023, "I02.2.a I02.3.a I02.3.b", 3, NULL},
    {2022, "I02.2.a I02.3.a I02.4.a", 3, NULL},
    {2022, "I02.2.a I02.3.a I02.4.a I02.4.b", 4, NULL},
    {2023, "I02.2.a I02.3.a I02.3.b I02.4.a", 4, NULL},
    {2023, "I02.2.a I02.3.a I02.3.b I02.4.a I02.4.b", 4, "I02.4.b"},
    {2030, "I02.2.a I02.3.a I02.3.b I02.4.a I02.4.b", 4, "I02.4.b"},
};

static void test_evaluation__criteria_count_in_their_years(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof year_cases / sizeof year_cases[0]; i++) {
        struct case_ c;
        case_open(&c, &fixture.instrument, year_cases[i].year);
        case_answer(&c, year_cases[i].met, ANSWER_YES);
        case_evidence(&c, "I02", (struct evidence){.title = "Laporan"},
                      "I02.2.a I02.3.a I02.4.a I02.5.a");
        case_run(&c, BASIS_SUPPORTED);
        assert_int_equal(supported(&c, "I02"), year_cases[i].supported);
        const struct problem *problem = case_problem(&c, "other_year", NULL);
        if (year_cases[i].foreign == NULL) {
            assert_null(problem);
        } else {
            assert_string_equal(problem->where, year_cases[i].foreign);
        }
        case_close(&c);
    }
}

static void test_evaluation__evidence_of_another_year_s_criterion_proves_nothing(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2022);
    case_answer(&c, "I02.2.a I02.3.a", ANSWER_YES);
    case_evidence(&c, "I02", (struct evidence){.title = "Satu"}, "I02.2.a I02.3.b");
    case_evidence(&c, "I02", (struct evidence){.title = "Dua"}, "I02.3.b");
    case_run(&c, BASIS_SUPPORTED);
    assert_int_equal(supported(&c, "I02"), 2);
    const struct problem *problem = case_problem(&c, "other_year", "I02.3.b");
    assert_non_null(problem);
    assert_ptr_equal(case_problem(&c, "other_year", NULL), problem);
    for (problem = problem->next; problem != NULL; problem = problem->next) {
        assert_string_not_equal(problem->code, "other_year"); /* named once */
    }
    case_close(&c);
}

static void test_evaluation__an_answer_of_another_year_is_not_an_answer(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2022);
    case_answer(&c, "I02.3.b", ANSWER_NO);
    case_run(&c, BASIS_SUPPORTED);
    assert_false(case_rating(&c, "I02")->on[BASIS_SUPPORTED].given);
    assert_int_equal(c.evaluation.index[BASIS_SUPPORTED].given, 0);
    case_close(&c);
}

static void test_evaluation__years_outside_the_instrument(void **state)
{
    (void)state;
    struct case_ c;
    struct error err = {.kind = ERROR_NONE};
    case_open(&c, &fixture.instrument, 2020);
    assert_false(evaluation_run(&c.evaluation, &c.assessment, BASIS_BY_RULE, &c.arena, &err));
    assert_string_equal(err.id, "EVALUATION_YEAR");
    assert_int_equal(err.kind, ERROR_INPUT);
    c.assessment.year = 2021;
    case_run(&c, BASIS_BY_RULE);
    assert_null(case_problem(&c, "year", NULL));
    c.assessment.year = 2024;
    case_run(&c, BASIS_BY_RULE);
    assert_null(case_problem(&c, "year", NULL));
    c.assessment.year = 2025;
    case_run(&c, BASIS_BY_RULE);
    assert_int_equal(c.evaluation.year, 2024);
    assert_non_null(case_problem(&c, "year", "year"));
    case_close(&c);
}

/* --- predicates --------------------------------------------------------------------------------- */

static const struct {
    int64_t exact; /* ten-thousandths, claimed by every indicator */
    int year;
    const char *predicate, *other; /* other reading's, or NULL */
    int64_t distance;              /* to the next band, ten-thousandths */
} band_cases[] = {
    {17995, 2023, "Cukup", "Kurang", 8000}, /* a printed result of 2023 */
    {17995, 2024, "Kurang", "Cukup", 5},
    {34985, 2024, "Baik", "Sangat Baik", 15}, /* a printed result of 2024 */
    {34985, 2023, "Sangat Baik", "Baik", 7000},
    {17949, 2023, "Kurang", NULL, 100},
    {18000, 2023, "Cukup", NULL, 8000},
    {18000, 2024, "Cukup", NULL, 8000},
    {26000, 2024, "Baik", NULL, 9000},
    {41999, 2024, "Sangat Baik", "Memuaskan", 1},
    {42000, 2024, "Memuaskan", NULL, 0},
    {50000, 2024, "Memuaskan", NULL, 0},
    {10000, 2030, "Kurang", NULL, 8000},
};

static void test_evaluation__predicate_of_the_year_s_reading(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof band_cases / sizeof band_cases[0]; i++) {
        struct case_ c;
        case_open(&c, &fixture.instrument, band_cases[i].year);
        for (size_t k = 0; k < fixture.instrument.indicator_count; k++) {
            c.assessment.responses[k].claimed =
                (struct maybe){true, fraction_make(band_cases[i].exact, 10000)};
        }
        case_run(&c, BASIS_CLAIMED);
        const struct index_value *index = &c.evaluation.index[BASIS_CLAIMED];
        assert_string_equal(index->band->name, band_cases[i].predicate);
        check_fraction(index->distance, band_cases[i].distance, 10000);
        if (band_cases[i].other == NULL) {
            assert_null(index->other);
            assert_null(case_problem(&c, "reading", NULL));
        } else {
            assert_string_equal(index->other->name, band_cases[i].other);
            assert_non_null(case_problem(&c, "reading", "index"));
        }
        case_close(&c);
    }
}

static void test_evaluation__below_the_lowest_band_there_is_no_predicate(void **state)
{
    (void)state;
    struct instrument zero = fixture.instrument;
    zero.unanswered = fraction_whole(0);
    struct case_ c;
    case_open(&c, &zero, 2024);
    case_run(&c, BASIS_SUPPORTED);
    const struct index_value *index = &c.evaluation.index[BASIS_SUPPORTED];
    assert_null(index->band);
    assert_string_equal(index->next->name, "Kurang");
    check_fraction(index->distance, 1, 1);
    case_close(&c);
}

/* --- the main basis ----------------------------------------------------------------------------- */

static void give(struct case_ *c, bool claims, bool answers, bool verdicts, bool all)
{
    static const char *const first[] = {"I01.2.a", "I02.2.a", "I03.2.a", "I04.2.a", "I05.1.a"};
    for (size_t i = 0; i < (all ? 5U : 4U); i++) {
        const char *id = fixture.instrument.indicators[i].id;
        if (claims) {
            case_claim(c, id, 2);
        }
        if (answers) {
            case_answer(c, first[i], ANSWER_NO);
        }
        if (verdicts) {
            case_verify(c, id, 2);
        }
    }
}

static void test_evaluation__a_word_asks_for_its_basis_and_silence_for_the_rule(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    int asked = -1;
    assert_true(evaluation_ask(NULL, &asked, &err));
    assert_int_equal(asked, BASIS_BY_RULE);
    for (int b = 0; b < BASIS_COUNT; b++) {
        assert_true(evaluation_ask(evaluation_basis_word((enum basis)b), &asked, &err));
        assert_int_equal(asked, b);
    }
    assert_false(error_is_set(&err));
    assert_false(evaluation_ask("klaim", &asked, &err));
    assert_int_equal(asked, BASIS_BY_RULE);
    assert_int_equal(err.kind, ERROR_USAGE);
    assert_string_equal(err.id, "EVALUATE_BASIS");
    assert_non_null(strstr(err.message, "'klaim'"));
}

static void test_evaluation__only_a_basis_that_was_asked_for_can_be_missed(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    case_claim(&c, "I01", 2);
    case_run(&c, BASIS_BY_RULE);
    assert_false(evaluation_lacks(&c.evaluation, BASIS_BY_RULE));
    assert_false(evaluation_lacks(&c.evaluation, BASIS_CLAIMED));
    assert_true(evaluation_lacks(&c.evaluation, BASIS_SUPPORTED));
    assert_true(evaluation_lacks(&c.evaluation, BASIS_VERIFIED));
    case_close(&c);
    case_open(&c, &fixture.instrument, 2024);
    case_run(&c, BASIS_BY_RULE);
    assert_false(evaluation_lacks(&c.evaluation, BASIS_BY_RULE));
    assert_true(evaluation_lacks(&c.evaluation, BASIS_CLAIMED));
    case_close(&c);
}

static void test_evaluation__main_basis_by_rule(void **state)
{
    (void)state;
    static const struct {
        bool claims, answers, verdicts, all;
        enum basis wanted;
    } rows[] = {
        {false, false, false, false, BASIS_SUPPORTED}, {true, false, false, false, BASIS_CLAIMED},
        {true, true, true, false, BASIS_CLAIMED},      {false, true, true, false, BASIS_SUPPORTED},
        {true, false, false, true, BASIS_CLAIMED},     {true, true, false, true, BASIS_SUPPORTED},
        {true, true, true, true, BASIS_VERIFIED},      {false, false, true, true, BASIS_VERIFIED},
        {false, false, true, false, BASIS_SUPPORTED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct case_ c;
        case_open(&c, &fixture.instrument, 2024);
        give(&c, rows[i].claims, rows[i].answers, rows[i].verdicts, rows[i].all);
        case_run(&c, BASIS_BY_RULE);
        assert_int_equal(c.evaluation.main, rows[i].wanted);
        case_run(&c, BASIS_VERIFIED);
        assert_int_equal(c.evaluation.main, BASIS_VERIFIED);
        case_close(&c);
    }
}

static void test_evaluation__says_which_bases_have_data(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    case_claim(&c, "I01", 2);
    case_run(&c, BASIS_VERIFIED);
    assert_true(evaluation_has(&c.evaluation, BASIS_CLAIMED));
    assert_false(evaluation_has(&c.evaluation, BASIS_SUPPORTED));
    assert_false(evaluation_has(&c.evaluation, BASIS_VERIFIED));
    assert_int_equal(c.evaluation.index[BASIS_VERIFIED].given, 0);
    check_fraction(c.evaluation.index[BASIS_VERIFIED].exact, 1, 1);
    case_close(&c);
}

/* --- outcomes ----------------------------------------------------------------------------------- */

static void test_evaluation__each_indicator_has_one_outcome(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2022);
    case_claim(&c, "I01", 4); /* criteria to 2: the claim is above what even the answers say */
    case_fulfil(&c, "I01", 2, 2);
    case_claim(&c, "I02", 3); /* met to 3, proven to 2 */
    case_fulfil(&c, "I02", 2, 2);
    case_answer(&c, "I02.3.a", ANSWER_YES);
    case_claim(&c, "I03", 2);
    case_fulfil(&c, "I03", 2, 2);
    case_claim(&c, "I04", 1);
    case_run(&c, BASIS_CLAIMED);
    assert_int_equal(case_rating(&c, "I01")->outcome, OUTCOME_CONFLICT);
    assert_int_equal(case_rating(&c, "I02")->outcome, OUTCOME_UNPROVEN);
    assert_int_equal(case_rating(&c, "I03")->outcome, OUTCOME_RATED);
    assert_int_equal(case_rating(&c, "I04")->outcome, OUTCOME_RATED);
    assert_int_equal(case_rating(&c, "I05")->outcome, OUTCOME_NOT_RATED);
    unsigned sum = 0;
    for (int o = 0; o < OUTCOME_COUNT; o++) {
        sum += c.evaluation.outcomes[o];
    }
    assert_int_equal(sum, 5);
    case_close(&c);
}

static void test_evaluation__claims_alone_are_no_conflict(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    case_claim(&c, "*", 4);
    case_run(&c, BASIS_BY_RULE);
    assert_int_equal(c.evaluation.outcomes[OUTCOME_RATED], 5);
    case_close(&c);
}

/* --- against another way of computing, and the promise that better is never worse ---------------- */

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

/* Answers, evidence, claims and verdicts by chance, more often good than bad. */
static void fill_by_chance(struct case_ *c, uint64_t *seed)
{
    const struct instrument *instrument = c->assessment.instrument;
    for (size_t k = 0; k < instrument->criterion_count; k++) {
        const struct criterion *criterion = &instrument->criteria[k];
        uint64_t dice = next_random(seed) % 10;
        c->assessment.answers[k] = dice < 7 ? ANSWER_YES : dice < 9 ? ANSWER_NO : ANSWER_NONE;
        if (next_random(seed) % 10 < 7) {
            case_evidence(c, instrument->indicators[criterion->indicator].id,
                          (struct evidence){.title = "Laporan"}, criterion->id);
        }
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        struct response *response = &c->assessment.responses[i];
        response->claimed.given = next_random(seed) % 5 != 0;
        response->claimed.value = fraction_make((int64_t)(100 + next_random(seed) % 401), 100);
        response->verified.given = next_random(seed) % 5 != 0;
        response->verified.value = fraction_whole((int64_t)(1 + next_random(seed) % 5));
    }
}

/* True when an item of evidence of the indicator names criterion `k`. */
static bool named_by_evidence(const struct case_ *c, int indicator, size_t k)
{
    const struct response *response = &c->assessment.responses[indicator];
    for (size_t e = 0; e < response->evidence_count; e++) {
        for (size_t s = 0; s < response->evidence[e].support_count; s++) {
            if (response->evidence[e].supports[s] == (int)k) {
                return true;
            }
        }
    }
    return false;
}

/* True when level `number` of an indicator stands by itself, computed from the definition alone. */
static bool stands(const struct case_ *c, int indicator, int number, bool *any)
{
    const struct instrument *instrument = c->assessment.instrument;
    int year = c->assessment.year > 2024 ? 2024 : c->assessment.year;
    bool complete = true, proven = false, due = false;
    for (size_t k = 0; k < instrument->criterion_count; k++) {
        const struct criterion *criterion = &instrument->criteria[k];
        if (criterion->indicator != indicator ||
            instrument->levels[criterion->level].number != number ||
            (criterion->years.from != 0 && year < criterion->years.from) ||
            (criterion->years.until != 0 && year > criterion->years.until)) {
            continue;
        }
        complete = complete && c->assessment.answers[k] == ANSWER_YES;
        *any = *any || c->assessment.answers[k] != ANSWER_NONE;
        due = number >= 2;
        proven = proven || named_by_evidence(c, indicator, k);
    }
    return complete && (!due || proven);
}

/* The supported value from the definition: the highest level below which nothing is missing. */
static int64_t level_by_definition(const struct case_ *c, int indicator, bool *any)
{
    int64_t highest = 1;
    bool without_gap = true;
    for (int number = 1; number <= 5; number++) {
        without_gap = stands(c, indicator, number, any) && without_gap;
        highest = without_gap ? number : highest;
    }
    return highest;
}

__extension__ typedef __int128 wide;

/* The index in hundredths of a level times units, summed in 128 bits. */
static void check_against_definition(const struct case_ *c)
{
    wide sums[BASIS_COUNT] = {0, 0, 0};
    unsigned given[BASIS_COUNT] = {0, 0, 0};
    const struct instrument *instrument = c->assessment.instrument;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct response *response = &c->assessment.responses[i];
        bool any = false;
        int64_t level = level_by_definition(c, (int)i, &any);
        int64_t hundredths[BASIS_COUNT] = {100, any ? level * 100 : 100, 100};
        if (response->claimed.given) {
            hundredths[0] = response->claimed.value.num * (100 / response->claimed.value.den);
        }
        if (response->verified.given) {
            hundredths[2] = response->verified.value.num * 100;
        }
        given[0] += response->claimed.given;
        given[1] += any;
        given[2] += response->verified.given;
        for (int b = 0; b < BASIS_COUNT; b++) {
            sums[b] += (wide)hundredths[b] * instrument->indicators[i].units;
        }
    }
    for (int b = 0; b < BASIS_COUNT; b++) {
        const struct index_value *index = &c->evaluation.index[b];
        wide total = (wide)100 * instrument->units_total;
        assert_true(sums[b] * index->exact.den == total * index->exact.num);
        assert_int_equal(index->given, given[b]);
    }
}

static void test_evaluation__agrees_with_the_definition_on_random_assessments(void **state)
{
    (void)state;
    uint64_t seed = 20200902;
    for (int round = 0; round < 1000; round++) {
        struct case_ c;
        case_open(&c, &fixture.instrument, 2021 + round % 6);
        fill_by_chance(&c, &seed);
        case_run(&c, BASIS_BY_RULE);
        check_against_definition(&c);
        case_close(&c);
    }
}

static void test_evaluation__a_better_answer_never_lowers_the_index(void **state)
{
    (void)state;
    uint64_t seed = 59;
    for (int round = 0; round < 300; round++) {
        struct case_ c;
        case_open(&c, &fixture.instrument, 2021 + round % 4);
        fill_by_chance(&c, &seed);
        case_run(&c, BASIS_SUPPORTED);
        struct fraction before = c.evaluation.index[BASIS_SUPPORTED].exact;
        for (size_t k = 0; k < fixture.instrument.criterion_count; k++) {
            unsigned char was = c.assessment.answers[k];
            c.assessment.answers[k] = ANSWER_YES;
            case_run(&c, BASIS_SUPPORTED);
            struct fraction after = c.evaluation.index[BASIS_SUPPORTED].exact;
            assert_true(fraction_compare(after, before) >= 0);
            c.assessment.answers[k] = was;
        }
        case_close(&c);
    }
}

static void test_evaluation__same_input_same_result_in_a_used_arena(void **state)
{
    (void)state;
    uint64_t seed = 7;
    struct case_ c;
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    case_open(&c, &fixture.instrument, 2024);
    fill_by_chance(&c, &seed);
    case_run(&c, BASIS_BY_RULE);
    struct fraction first = c.evaluation.index[BASIS_SUPPORTED].exact;
    for (int round = 0; round < 50; round++) {
        struct evaluation again;
        assert_true(evaluation_run(&again, &c.assessment, BASIS_BY_RULE, &arena, &err));
        check_fraction(again.index[BASIS_SUPPORTED].exact, first.num, first.den);
        assert_int_equal(again.problems.count, c.evaluation.problems.count);
        arena_clear(&arena);
    }
    arena_release(&arena);
    case_close(&c);
}

/* --- words -------------------------------------------------------------------------------------- */

static void test_evaluation__words_of_the_contract(void **state)
{
    (void)state;
    assert_string_equal(evaluation_basis_word(BASIS_CLAIMED), "claimed");
    assert_string_equal(evaluation_basis_word(BASIS_SUPPORTED), "supported");
    assert_string_equal(evaluation_basis_word(BASIS_VERIFIED), "verified");
    for (int b = 0; b < BASIS_COUNT; b++) {
        assert_int_equal(evaluation_basis(evaluation_basis_word((enum basis)b)), b);
    }
    assert_int_equal(evaluation_basis("claim"), BASIS_COUNT);
    assert_string_equal(evaluation_band_label(NULL), _("no predicate"));
    assert_string_equal(evaluation_band_label(&fixture.instrument.bands[0]),
                        fixture.instrument.bands[0].name);
    assert_string_equal(evaluation_outcome_word(OUTCOME_NOT_RATED), "not_rated");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_evaluation__weights_and_divides_once),
        cmocka_unit_test(test_evaluation__contributions_add_up_to_the_index),
        cmocka_unit_test(test_evaluation__gain_is_what_the_next_level_adds),
        cmocka_unit_test(test_evaluation__gain_starts_from_a_fraction),
        cmocka_unit_test(test_evaluation__fractions_that_do_not_fit_are_refused),
        cmocka_unit_test(test_evaluation__an_unanswered_indicator_is_counted_as_the_pack_says),
        cmocka_unit_test(test_evaluation__an_instrument_without_domains_has_its_aspects),
        cmocka_unit_test(test_evaluation__supported_level),
        cmocka_unit_test(test_evaluation__evidence_counts_once_an_item_and_level),
        cmocka_unit_test(test_evaluation__evidence_that_supports_nothing_counts_for_nothing),
        cmocka_unit_test(test_evaluation__duty_begins_at_the_pack_s_level),
        cmocka_unit_test(test_evaluation__bases_do_not_look_at_each_other),
        cmocka_unit_test(test_evaluation__criteria_count_in_their_years),
        cmocka_unit_test(test_evaluation__evidence_of_another_year_s_criterion_proves_nothing),
        cmocka_unit_test(test_evaluation__an_answer_of_another_year_is_not_an_answer),
        cmocka_unit_test(test_evaluation__years_outside_the_instrument),
        cmocka_unit_test(test_evaluation__predicate_of_the_year_s_reading),
        cmocka_unit_test(test_evaluation__below_the_lowest_band_there_is_no_predicate),
        cmocka_unit_test(test_evaluation__main_basis_by_rule),
        cmocka_unit_test(test_evaluation__a_word_asks_for_its_basis_and_silence_for_the_rule),
        cmocka_unit_test(test_evaluation__only_a_basis_that_was_asked_for_can_be_missed),
        cmocka_unit_test(test_evaluation__says_which_bases_have_data),
        cmocka_unit_test(test_evaluation__each_indicator_has_one_outcome),
        cmocka_unit_test(test_evaluation__claims_alone_are_no_conflict),
        cmocka_unit_test(test_evaluation__agrees_with_the_definition_on_random_assessments),
        cmocka_unit_test(test_evaluation__a_better_answer_never_lowers_the_index),
        cmocka_unit_test(test_evaluation__same_input_same_result_in_a_used_arena),
        cmocka_unit_test(test_evaluation__words_of_the_contract),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
