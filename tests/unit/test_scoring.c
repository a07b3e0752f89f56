#include "scoring.h"

#include "pack.h"
#include "support_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* The small pack with items: I01 is scored by 2, 3 and 1 items on 1 to 1.5, 2.5 and 3, those of level 2
 * with points 0.5, 0.3 and 0.2; I02 by an index from 0 to 100. */
static int setup(void **state)
{
    struct error err = {.kind = ERROR_NONE};
    *state = pack_load("tests/packs/check/items", &err);
    if (*state == NULL) {
        print_error("%s: %s\n", err.where, err.message);
    }
    return *state == NULL ? -1 : 0;
}

static int teardown(void **state)
{
    pack_free(*state);
    return 0;
}

static const struct instrument *of(void **state)
{
    return pack_instrument(*state);
}

/* Scores one indicator of a case by itself. */
static struct score score_of(struct case_ *c, size_t indicator)
{
    const struct instrument *instrument = c->assessment.instrument;
    struct standing levels[6];
    struct score score;
    memset(levels, 0, sizeof levels);
    for (size_t i = 0; i < instrument->level_count; i++) {
        levels[i].items = (uint16_t)instrument->levels[i].item_count;
    }
    bool conversion = instrument->indicators[indicator].conversion != NULL;
    assert_true((conversion ? scoring_measure
                            : scoring_items)(instrument, &instrument->indicators[indicator],
                                             &c->assessment.responses[indicator], levels, &score));
    return score;
}

static void expect(struct fraction value, int64_t num, int64_t den)
{
    assert_int_equal(fraction_compare(value, fraction_make(num, den)), 0);
}

/* One row a rule: which items are accepted, and what they are worth in hundredths. */
static void test_scoring__items_add_up_level_by_level(void **state)
{
    static const struct {
        const char *name, *accepted, *refused;
        int hundredths, blocking; /* number of the level; 0 = none */
        bool given;
    } cases[] = {
        {"nothing is answered", "", "", 100, 1, false},
        {"an item that is refused is an answer", "", "I01.1.e1", 100, 1, true},
        {"one of two, in equal shares", "I01.1.e2", "", 125, 1, true},
        {"a level in full ends where the next begins", "I01.1.e1 I01.1.e2", "", 150, 2, true},
        {"declared points", "I01.1.e1 I01.1.e2 I01.2.e2", "", 180, 2, true},
        {"two of them", "I01.1.e1 I01.1.e2 I01.2.e1 I01.2.e3", "I01.2.e2", 220, 2, true},
        {"a level above a gap is not open", "I01.1.e1 I01.2.e1 I01.2.e2 I01.2.e3 I01.3.e1", "", 125,
         1, true},
        {"two levels in full", "I01.1.e1 I01.1.e2 I01.2.e1 I01.2.e2 I01.2.e3", "", 250, 3, true},
        {"all of it", "I01.1.e1 I01.1.e2 I01.2.e1 I01.2.e2 I01.2.e3 I01.3.e1", "", 300, 0, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct case_ c;
        case_open(&c, of(state), 2026);
        case_items(&c, cases[i].accepted, ANSWER_YES);
        case_items(&c, cases[i].refused, ANSWER_NO);
        struct score score = score_of(&c, 0);
        int blocking = score.blocking == NOWHERE ? 0 : of(state)->levels[score.blocking].number;
        if (fraction_compare(score.value, fraction_make(cases[i].hundredths, 100)) != 0 ||
            blocking != cases[i].blocking || score.given != cases[i].given) {
            fail_msg("%s: %ld/%ld, level %d", cases[i].name, (long)score.value.num,
                     (long)score.value.den, blocking);
        }
        case_close(&c);
    }
}

/* Points that were published with two decimals may add up to more than the level has to give. */
static void test_scoring__a_level_is_worth_no_more_than_its_band(void **state)
{
    struct level level = of(state)->levels[1]; /* 1.5 to 2.5, three items */
    struct fraction value;
    assert_true(scoring_level(&level, 2, fraction_make(102, 100), &value));
    expect(value, 5, 2);
    assert_true(scoring_level(&level, 3, fraction_make(99, 100), &value));
    expect(value, 5, 2); /* all of them are the whole level, whatever rounding took away */
    assert_true(scoring_level(&level, 1, fraction_make(1, 3), &value));
    expect(value, 11, 6);
    assert_false(scoring_level(&level, 1, fraction_make(1, INT64_MAX), &value));
}

static void test_scoring__an_index_is_converted_along_its_lines(void **state)
{
    static const struct {
        struct fraction index, value;
        int blocking;
    } cases[] = {
        {{0, 1}, {1, 1}, 1},    {{20, 1}, {5, 4}, 1},    {{40, 1}, {3, 2}, 2},
        {{60, 1}, {2, 1}, 2},   {{80, 1}, {5, 2}, 3},    {{100, 1}, {3, 1}, 0},
        {{41, 1}, {61, 40}, 2}, {{1, 3}, {241, 240}, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct case_ c;
        case_open(&c, of(state), 2026);
        case_measure(&c, "I02", cases[i].index);
        struct score score = score_of(&c, 1);
        assert_true(score.given);
        expect(score.value, cases[i].value.num, cases[i].value.den);
        int blocking = score.blocking == NOWHERE ? 0 : of(state)->levels[score.blocking].number;
        assert_int_equal(blocking, cases[i].blocking);
        case_close(&c);
    }
}

/* Nothing given, or what a damaged file holds: the pack's value, and nothing is made up. */
static void test_scoring__an_index_that_is_missing_or_off_its_scale_gives_nothing(void **state)
{
    static const struct fraction off[] = {{-1, 100}, {10001, 100}, {1000000, 1}};
    struct case_ c;
    case_open(&c, of(state), 2026);
    struct score score = score_of(&c, 1);
    assert_false(score.given);
    expect(score.value, 1, 1);
    case_close(&c);
    for (size_t i = 0; i < sizeof off / sizeof *off; i++) {
        case_open(&c, of(state), 2026);
        case_measure(&c, "I02", off[i]);
        score = score_of(&c, 1);
        assert_false(score.given);
        expect(score.value, 1, 1);
        assert_int_equal(score.blocking, 3); /* its lowest level */
        case_close(&c);
    }
}

/* ---- the same within an evaluation ---- */

static void test_scoring__values_stand_side_by_side_with_their_fractions(void **state)
{
    struct case_ c;
    case_open(&c, of(state), 2026);
    case_items(&c, "I01.1.e1", ANSWER_YES);
    case_measure(&c, "I02", fraction_make(60, 1));
    c.assessment.responses[0].claimed = (struct maybe){true, fraction_make(5, 2)};
    c.assessment.responses[0].verified = (struct maybe){true, fraction_make(63, 50)};
    case_run(&c, BASIS_BY_RULE);
    assert_int_equal(c.evaluation.main, BASIS_SUPPORTED);      /* every indicator has an answer */
    expect(c.evaluation.index[BASIS_SUPPORTED].exact, 17, 10); /* 0.4 × 1.25 + 0.6 × 2 */
    expect(c.evaluation.index[BASIS_CLAIMED].exact, 8, 5);     /* 0.4 × 2.5 + 0.6 × 1 */
    expect(c.evaluation.index[BASIS_VERIFIED].exact, 138, 125);
    assert_int_equal(case_rating(&c, "I01")->outcome, OUTCOME_CONFLICT);
    assert_int_equal(case_rating(&c, "I02")->outcome, OUTCOME_RATED);
    assert_int_equal(case_rating(&c, "I02")->level, 2);
    case_close(&c);
}

/* "What is missing next, and what would it bring?" */
static void test_scoring__the_next_item_is_the_first_of_the_open_level(void **state)
{
    static const struct {
        const char *accepted;
        int level, number;
        struct fraction adds;
    } cases[] = {
        {"", 1, 1, {1, 4}},
        {"I01.1.e1", 1, 2, {1, 4}},
        {"I01.1.e1 I01.3.e1", 1, 2, {1, 4}},
        {"I01.1.e1 I01.1.e2", 2, 1, {1, 2}},
        {"I01.1.e1 I01.1.e2 I01.2.e1", 2, 2, {3, 10}},
        {"I01.1.e1 I01.1.e2 I01.2.e1 I01.2.e2", 2, 3, {1, 5}},
        {"I01.1.e1 I01.1.e2 I01.2.e1 I01.2.e2 I01.2.e3", 3, 1, {1, 2}},
    };
    struct item_step step;
    struct case_ c;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        case_open(&c, of(state), 2026);
        case_items(&c, cases[i].accepted, ANSWER_YES);
        case_run(&c, BASIS_SUPPORTED);
        assert_true(evaluation_next_item(&c.evaluation, 0, &step));
        assert_int_equal(of(state)->levels[step.level].number, cases[i].level);
        assert_int_equal(step.number, cases[i].number);
        expect(step.adds, cases[i].adds.num, cases[i].adds.den);
        expect(step.gain, cases[i].adds.num * 2, cases[i].adds.den * 5); /* it weighs 40 % */
        case_close(&c);
    }
    case_open(&c, of(state), 2026);
    case_items(&c, "I01.1.e1 I01.1.e2 I01.2.e1 I01.2.e2 I01.2.e3 I01.3.e1", ANSWER_YES);
    case_run(&c, BASIS_SUPPORTED);
    assert_false(evaluation_next_item(&c.evaluation, 0, &step)); /* all are accepted */
    assert_false(evaluation_next_item(&c.evaluation, 1, &step)); /* an index has no items */
    case_close(&c);
}

/* A value within the highest level can still rise to its end. */
static void test_scoring__the_goal_is_the_next_cut_or_the_end(void **state)
{
    static const struct {
        struct fraction value, goal;
        int level, next;
    } cases[] = {
        {{1, 1}, {3, 2}, 1, 2},     {{149, 100}, {3, 2}, 1, 2}, {{3, 2}, {5, 2}, 2, 3},
        {{249, 100}, {5, 2}, 2, 3}, {{5, 2}, {3, 1}, 3, 3},     {{3, 1}, {3, 1}, 3, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct case_ c;
        case_open(&c, of(state), 2026);
        c.assessment.responses[0].claimed = (struct maybe){true, cases[i].value};
        case_run(&c, BASIS_CLAIMED);
        const struct rating *rating = case_rating(&c, "I01");
        assert_int_equal(rating->level, cases[i].level);
        assert_int_equal(rating->next == NOWHERE ? 0 : of(state)->levels[rating->next].number,
                         cases[i].next);
        expect(rating->goal, cases[i].goal.num, cases[i].goal.den);
        case_close(&c);
    }
}

/* ---- criteria explain ---- */

/* One row a rule: what is answered of level 2 of I01, and how it then stands. */
static void test_scoring__criteria_with_conditions_are_counted_as_they_are_meant(void **state)
{
    static const struct {
        const char *name, *yes, *no;
        enum kind kind;
        int counted, met, unmet;
    } cases[] = {
        {"a group counts once", "", "", KIND_KOTA, 1, 0, 0},
        {"one of the group is enough", "I01.2.b", "", KIND_KOTA, 1, 1, 0},
        {"also beside a no", "I01.2.b", "I01.2.a", KIND_KOTA, 1, 1, 0},
        {"a group is unmet when none is left", "", "I01.2.a I01.2.b", KIND_KOTA, 1, 0, 1},
        {"and open as long as one is", "", "I01.2.b", KIND_KOTA, 1, 0, 0},
        {"what is asked of ministries is asked of them", "", "I01.2.c", KIND_KEMENTERIAN, 2, 0, 1},
        {"and of agencies of the state", "I01.2.a I01.2.c", "", KIND_LEMBAGA, 2, 2, 0},
        {"not of a city", "I01.2.c", "", KIND_KOTA, 1, 0, 0},
        {"and not of others", "I01.2.c", "", KIND_LAINNYA, 1, 0, 0},
        {"nor where the kind is not known", "I01.2.c", "", KIND_NONE, 1, 0, 0},
        {"what may be missing does not count", "", "I01.2.d", KIND_KOTA, 1, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct case_ c;
        case_open(&c, of(state), 2026);
        c.assessment.kind = cases[i].kind;
        case_answer(&c, cases[i].yes, ANSWER_YES);
        case_answer(&c, cases[i].no, ANSWER_NO);
        case_run(&c, BASIS_SUPPORTED);
        const struct standing *level = case_level(&c, "I01", 2);
        if (level->counted != cases[i].counted || level->met != cases[i].met ||
            level->unmet != cases[i].unmet) {
            fail_msg("%s: %d counted, %d met, %d unmet", cases[i].name, level->counted, level->met,
                     level->unmet);
        }
        assert_false(case_rating(&c, "I01")->on[BASIS_SUPPORTED].given); /* criteria only explain */
        case_close(&c);
    }
}

static void test_scoring__what_is_asked_of_others_is_kept_and_told(void **state)
{
    struct case_ c;
    case_open(&c, of(state), 2026);
    case_answer(&c, "I01.2.c", ANSWER_YES);
    case_run(&c, BASIS_SUPPORTED);
    assert_non_null(case_problem(&c, "other_kind", "I01.2.c"));
    case_close(&c);
    case_open(&c, of(state), 2026);
    c.assessment.kind = KIND_KEMENTERIAN;
    case_answer(&c, "I01.2.c", ANSWER_YES);
    case_run(&c, BASIS_SUPPORTED);
    assert_null(case_problem(&c, "other_kind", NULL));
    case_close(&c);
}

/* The index says whether a decisive criterion is met, whatever was answered; without it the answer. */
static void test_scoring__the_index_answers_decisive_criteria(void **state)
{
    struct case_ c;
    size_t second = (size_t)instrument_find_criterion(of(state), "I02.2.a", 7, 0);
    size_t third = (size_t)instrument_find_criterion(of(state), "I02.3.a", 7, 0);
    case_open(&c, of(state), 2026);
    case_answer(&c, "I02.3.a", ANSWER_YES);
    case_run(&c, BASIS_SUPPORTED);
    assert_int_equal(evaluation_answer(&c.evaluation, second), ANSWER_NONE);
    assert_int_equal(evaluation_answer(&c.evaluation, third), ANSWER_YES);
    case_close(&c);
    case_open(&c, of(state), 2026);
    case_answer(&c, "I02.3.a", ANSWER_YES);
    case_measure(&c, "I02", fraction_make(80, 1)); /* level 3 begins above 80 */
    case_run(&c, BASIS_SUPPORTED);
    assert_int_equal(evaluation_answer(&c.evaluation, second), ANSWER_YES);
    assert_int_equal(evaluation_answer(&c.evaluation, third), ANSWER_NO);
    assert_int_equal(case_level(&c, "I02", 2)->counted, 1); /* the other one describes */
    assert_int_equal(case_level(&c, "I02", 2)->met, 1);
    case_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scoring__items_add_up_level_by_level),
        cmocka_unit_test(test_scoring__a_level_is_worth_no_more_than_its_band),
        cmocka_unit_test(test_scoring__an_index_is_converted_along_its_lines),
        cmocka_unit_test(test_scoring__an_index_that_is_missing_or_off_its_scale_gives_nothing),
        cmocka_unit_test(test_scoring__values_stand_side_by_side_with_their_fractions),
        cmocka_unit_test(test_scoring__the_next_item_is_the_first_of_the_open_level),
        cmocka_unit_test(test_scoring__the_goal_is_the_next_cut_or_the_end),
        cmocka_unit_test(test_scoring__criteria_with_conditions_are_counted_as_they_are_meant),
        cmocka_unit_test(test_scoring__what_is_asked_of_others_is_kept_and_told),
        cmocka_unit_test(test_scoring__the_index_answers_decisive_criteria),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
