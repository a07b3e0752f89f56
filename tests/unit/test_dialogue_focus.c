/* Where the work is: what can be answered at a level and in which order, and what is missing next. */
#include "dialogue_focus.h"
#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { INDICATORS = 5, MEASURED = 3 };

static struct fixture fixture;
static struct case_ c;
static struct progress progress[INDICATORS];
static const char *reasons[INDICATORS];
static int order[INDICATORS];
static struct dialogue dialogue;

/* Evaluates the case again, and hands it to the dialogue. */
static void renew(void)
{
    case_run(&c, BASIS_SUPPORTED);
    for (size_t i = 0; i < INDICATORS; i++) {
        progress[i] = progress_of(&c.evaluation, i);
    }
    dialogue.model = (struct dialogue_model){&c.evaluation, progress, reasons, order};
}

static void begin(void)
{
    case_open(&c, &fixture.instrument, 2024);
    for (int i = 0; i < INDICATORS; i++) {
        order[i] = i;
    }
    dialogue = (struct dialogue){.message = TEXT_EMPTY, .criterion = NOWHERE};
    renew();
    dialogue_show_indicator(&dialogue, 0);
}

static int enter(void **state)
{
    (void)state;
    fixture_open(&fixture);
    begin();
    return 0;
}

/* As enter, with an instrument in which two items a level score, and an outside index one indicator. */
static int enter_pemdi(void **state)
{
    (void)state;
    fixture_open(&fixture);
    fixture_as_pemdi(&fixture);
    begin();
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&dialogue.message);
    case_close(&c);
    fixture_close(&fixture);
    return 0;
}

/* The ids of all spots of the shown level, by commas, in the order of `by`. */
static void check_spots(struct spot first, int by, const char *expected)
{
    struct text all = TEXT_EMPTY;
    struct text id = TEXT_EMPTY;
    for (struct spot spot = first; dialogue_is_spot(spot);
         spot = dialogue_next_spot(&dialogue, dialogue.level, spot, by)) {
        dialogue_spot_id(&dialogue, dialogue.level, spot, &id);
        text_format(&all, "%s%s", all.length == 0 ? "" : ",", id.bytes);
    }
    assert_string_equal(all.bytes, expected);
    text_release(&id);
    text_release(&all);
}

/* The last spot of the shown level. */
static struct spot last_spot(void)
{
    struct spot last = dialogue_first_spot(&dialogue, dialogue.level);
    for (struct spot next = last; dialogue_is_spot(next);
         next = dialogue_next_spot(&dialogue, dialogue.level, next, 1)) {
        last = next;
    }
    return last;
}

static int level_of(int indicator, int number)
{
    return (int)(instrument_level(&fixture.instrument, &fixture.instrument.indicators[indicator],
                                  number) -
                 fixture.instrument.levels);
}

/* Both directions pass every spot once, in opposite orders. */
static void test_dialogue_focus__spots_of_criteria(void **state)
{
    (void)state;
    dialogue_show_level(&dialogue, level_of(0, 2));
    struct text there = TEXT_EMPTY;
    struct text id = TEXT_EMPTY;
    size_t count = 0;
    for (struct spot spot = last_spot(); dialogue_is_spot(spot);
         spot = dialogue_next_spot(&dialogue, dialogue.level, spot, -1)) {
        assert_int_equal(spot.item, 0);
        assert_true(dialogue_counts(&dialogue, spot.criterion));
        dialogue_spot_id(&dialogue, dialogue.level, spot, &id);
        struct text longer = TEXT_EMPTY;
        text_format(&longer, "%s%s%s", id.bytes, there.length == 0 ? "" : ",", there.bytes);
        text_release(&there);
        there = longer;
        count++;
    }
    assert_true(count > 0);
    check_spots(dialogue_first_spot(&dialogue, dialogue.level), 1, there.bytes);
    text_release(&there);
    text_release(&id);
}

/* What is shown: the level that the work is at, and its first spot without answer. */
static void test_dialogue_focus__the_first_open_spot_is_shown(void **state)
{
    (void)state;
    dialogue_show_level(&dialogue, level_of(0, 2));
    struct spot first = dialogue_first_spot(&dialogue, dialogue.level);
    assert_int_equal(dialogue_spot(&dialogue).criterion, first.criterion);
    case_answer(&c, fixture.instrument.criteria[first.criterion].id, ANSWER_YES);
    renew();
    assert_int_equal(dialogue_answer(&dialogue, dialogue.level, first), ANSWER_YES);
    dialogue_show_level(&dialogue, level_of(0, 2));
    struct spot second = dialogue_next_spot(&dialogue, dialogue.level, first, 1);
    assert_int_equal(dialogue_spot(&dialogue).criterion,
                     dialogue_is_spot(second) ? second.criterion : first.criterion);
}

/* The claim, and an outside index, are no spots: no answer can hit what was in focus before. */
static void test_dialogue_focus__claim_and_index_are_no_spots(void **state)
{
    (void)state;
    assert_true(dialogue_is_spot(dialogue_spot(&dialogue)));
    dialogue_show(&dialogue, 0, NOWHERE);
    assert_true(dialogue.at_claim);
    assert_false(dialogue_is_spot(dialogue_spot(&dialogue)));
    dialogue_show_item(&dialogue, MEASURED, NOWHERE, 0);
    assert_true(dialogue.at_measure);
    assert_false(dialogue.at_claim);
    assert_false(dialogue_is_spot(dialogue_spot(&dialogue)));
    dialogue_show_level(&dialogue, level_of(MEASURED, 2));
    assert_false(dialogue.at_measure);
}

/* Items stand before criteria, both ways. */
static void test_dialogue_focus__spots_of_items(void **state)
{
    (void)state;
    assert_int_equal(dialogue.scored, 1);
    dialogue_show_item(&dialogue, 0, level_of(0, 2), 2);
    assert_int_equal(dialogue_spot(&dialogue).item, 2);
    assert_int_equal(dialogue_spot(&dialogue).criterion, NOWHERE);
    struct spot behind = dialogue_next_spot(&dialogue, dialogue.level, dialogue_spot(&dialogue), 1);
    assert_int_equal(behind.item, 0);
    assert_string_equal(fixture.instrument.criteria[behind.criterion].id, "I01.2.a");
    check_spots(behind, -1, "I01.2.a,I01.2.e2,I01.2.e1");
}

/* Where an outside index scores, there are only criteria, and the index is what is missing. */
static void test_dialogue_focus__an_index_is_missing_before_the_claim(void **state)
{
    (void)state;
    dialogue_show(&dialogue, MEASURED - 1, NOWHERE);
    dialogue_next_gap(&dialogue);
    assert_int_equal(dialogue.indicator, MEASURED);
    assert_true(dialogue.at_measure);
    dialogue_next_gap(&dialogue);
    assert_int_equal(dialogue.indicator, MEASURED);
    assert_true(dialogue.at_claim);
    dialogue_next_gap(&dialogue);
    assert_int_equal(dialogue.indicator, MEASURED + 1);
    assert_int_equal(dialogue.scored, 1);
}

/* Gaps come once in a round: from the last indicator back to the first, each item and claim once. */
static void test_dialogue_focus__a_round_of_gaps_ends_where_it_began(void **state)
{
    (void)state;
    int gaps = 0;
    dialogue_show_item(&dialogue, 0, level_of(0, 1), 1);
    do {
        dialogue_next_gap(&dialogue);
        gaps++;
    } while (gaps < 100 && !(dialogue.indicator == 0 && dialogue_spot(&dialogue).item == 1));
    /* Two items and a claim each, an index and a claim where the index scores. */
    assert_int_equal(gaps, 3 * (INDICATORS - 1) + 2);
}

/* A returned indicator is shown, though it lacks nothing of its own. */
static void test_dialogue_focus__returned_is_told_apart(void **state)
{
    (void)state;
    assert_false(dialogue_is_returned(&dialogue, 1));
    c.assessment.responses[1].state = STATE_RETURNED;
    assert_true(dialogue_is_returned(&dialogue, 1));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_dialogue_focus__##name, enter, leave)
#define PEMDI(name) cmocka_unit_test_setup_teardown(test_dialogue_focus__##name, enter_pemdi, leave)
    const struct CMUnitTest tests[] = {
        TEST(spots_of_criteria),
        TEST(the_first_open_spot_is_shown),
        PEMDI(claim_and_index_are_no_spots),
        PEMDI(spots_of_items),
        PEMDI(an_index_is_missing_before_the_claim),
        PEMDI(a_round_of_gaps_ends_where_it_began),
        TEST(returned_is_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
