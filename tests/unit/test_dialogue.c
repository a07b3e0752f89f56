/* The conversation without a terminal: what each key leads to, and where the focus goes. */
#include "dialogue.h"
#include "dialogue_search.h"
#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { INDICATORS = 5 };

static struct fixture fixture;
static struct case_ c;
static struct progress progress[INDICATORS];
static const char *reasons[INDICATORS];
static int order[INDICATORS];
static struct dialogue dialogue;

/* The model of the case as it is now. */
static struct dialogue_model model(void)
{
    case_run(&c, BASIS_SUPPORTED);
    for (size_t i = 0; i < INDICATORS; i++) {
        progress[i] = progress_of(&c.evaluation, i);
    }
    return (struct dialogue_model){&c.evaluation, progress, reasons, order};
}

static int enter(void **state)
{
    (void)state;
    fixture_open(&fixture);
    case_open(&c, &fixture.instrument, 2024);
    for (int i = 0; i < INDICATORS; i++) {
        order[i] = i;
    }
    struct dialogue_model first = model();
    dialogue_open(&dialogue, &first);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    dialogue_close(&dialogue);
    case_close(&c);
    fixture_close(&fixture);
    return 0;
}

static struct wish press(enum press what)
{
    return dialogue_press(&dialogue, &(struct key){what, 0});
}

static struct wish letter(char what)
{
    return dialogue_press(&dialogue, &(struct key){PRESS_LETTER, (uint32_t)what});
}

static void type(const char *text)
{
    for (; *text != '\0'; text++) {
        assert_int_equal(letter(*text).kind, WISH_NONE);
    }
}

/* Grants an answer as `fill` does. */
static void grant(struct wish wish)
{
    assert_int_equal(wish.kind, WISH_ANSWER);
    case_answer(&c, fixture.instrument.criteria[wish.criterion].id,
                wish.word[0] == 'y'   ? ANSWER_YES
                : wish.word[0] == 'n' ? ANSWER_NO
                                      : ANSWER_NONE);
    struct dialogue_model next = model();
    dialogue_renew(&dialogue, &next);
    dialogue_settle(&dialogue, &wish);
}

static const char *focus(void)
{
    return dialogue.at_claim               ? "claim"
           : dialogue.criterion == NOWHERE ? "none"
                                           : fixture.instrument.criteria[dialogue.criterion].id;
}

static void begin_again(void)
{
    struct dialogue_model again = model();
    dialogue_close(&dialogue);
    dialogue_open(&dialogue, &again);
}

static void test_dialogue__begins_at_the_first_criterion_without_answer(void **state)
{
    (void)state;
    assert_string_equal(focus(), "I01.2.a");
    case_fulfil(&c, "I01", 2, 5);
    case_claim(&c, "I01", 5);
    begin_again();
    assert_string_equal(focus(), "I02.2.a");
}

static void test_dialogue__begins_at_a_returned_indicator(void **state)
{
    (void)state;
    order[0] = 3;
    order[3] = 0;
    begin_again();
    assert_string_equal(focus(), "I04.2.a");
}

static void test_dialogue__one_key_is_an_answer(void **state)
{
    (void)state;
    static const struct {
        char key;
        const char *word;
    } cases[] = {{'y', "yes"}, {'Y', "yes"}, {'t', "no"}, {'n', "no"}, {'-', "-"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct wish wish = letter(cases[i].key);
        assert_int_equal(wish.kind, WISH_ANSWER);
        assert_string_equal(wish.word, cases[i].word);
        assert_string_equal(fixture.instrument.criteria[wish.criterion].id, "I01.2.a");
    }
    assert_string_equal(press(PRESS_DELETE).word, "-");
}

static void test_dialogue__an_answer_moves_on_and_says_what_it_did(void **state)
{
    (void)state;
    grant(letter('y'));
    assert_string_equal(focus(), "I01.2.b");
    assert_string_equal(dialogue.message.bytes, "Saved: I01.2.a yes");
    grant(letter('y'));
    assert_string_equal(focus(), "I01.2.b");
    assert_non_null(strstr(dialogue.message.bytes, "evidence is missing: press b"));
    case_evidence(&c, "I01", (struct evidence){.title = "Perwali"}, "I01.2.a");
    grant(letter('y'));
    assert_non_null(strstr(dialogue.message.bytes, "Level 2 is met"));
}

static void test_dialogue__taking_an_answer_back_stays(void **state)
{
    (void)state;
    grant(letter('-'));
    assert_string_equal(focus(), "I01.2.a");
}

static void test_dialogue__arrows_stay_inside_level_and_indicator(void **state)
{
    (void)state;
    press(PRESS_UP);
    assert_string_equal(focus(), "I01.2.a");
    press(PRESS_DOWN);
    press(PRESS_DOWN);
    assert_string_equal(focus(), "I01.2.b");
    press(PRESS_RIGHT);
    assert_string_equal(focus(), "I01.3.a");
    for (int i = 0; i < 9; i++) {
        press(PRESS_RIGHT);
    }
    assert_string_equal(focus(), "I01.5.a");
    for (int i = 0; i < 9; i++) {
        press(PRESS_LEFT);
    }
    assert_string_equal(focus(), "none");
    press(PRESS_HOME);
    assert_string_equal(focus(), "I01.2.a");
    press(PRESS_PAGE_UP);
    assert_int_equal(dialogue.indicator, 0);
    for (int i = 0; i < 9; i++) {
        press(PRESS_PAGE_DOWN);
    }
    assert_int_equal(dialogue.indicator, INDICATORS - 1);
}

static void test_dialogue__a_level_without_criteria_takes_no_answer(void **state)
{
    (void)state;
    press(PRESS_LEFT);
    assert_int_equal(letter('y').kind, WISH_NONE);
    assert_int_equal(dialogue.said, SAID_BAD);
    letter('c');
    assert_int_equal(dialogue.mode, DIALOGUE_BROWSE);
    letter('b');
    assert_int_equal(dialogue.mode, DIALOGUE_BROWSE);
}

static void test_dialogue__criteria_of_other_years_are_passed_over(void **state)
{
    (void)state;
    press(PRESS_PAGE_DOWN);
    press(PRESS_RIGHT);
    press(PRESS_RIGHT); /* I02.4.b counted until 2022 */
    press(PRESS_DOWN);
    assert_string_equal(focus(), "I02.4.a");
}

static void test_dialogue__tab_goes_from_gap_to_gap(void **state)
{
    (void)state;
    case_answer(&c, "I01.2.a I01.2.b", ANSWER_YES);
    begin_again();
    assert_string_equal(focus(), "I01.3.a");
    press(PRESS_TAB);
    assert_string_equal(focus(), "I01.3.b");
    press(PRESS_TAB);
    assert_string_equal(focus(), "claim");
    assert_string_equal(dialogue.message.bytes, "The claim is missing: press k.");
    press(PRESS_TAB);
    assert_string_equal(focus(), "I02.2.a");
}

static void test_dialogue__tab_comes_round_to_missing_evidence(void **state)
{
    (void)state;
    for (int i = 1; i < INDICATORS; i++) {
        case_fulfil(&c, fixture.instrument.indicators[i].id, 1, 5);
    }
    case_answer(&c, "I01.2.a I01.2.b", ANSWER_YES);
    case_answer(&c, "I01.3.a", ANSWER_NO);
    case_claim(&c, "*", 5);
    begin_again();
    press(PRESS_PAGE_DOWN);
    press(PRESS_TAB);
    assert_string_equal(focus(), "I01.2.a");
    assert_non_null(strstr(dialogue.message.bytes, "Evidence is missing"));
}

static void test_dialogue__tab_says_when_nothing_is_missing(void **state)
{
    (void)state;
    for (int i = 0; i < INDICATORS; i++) {
        case_fulfil(&c, fixture.instrument.indicators[i].id, 1, 5);
    }
    case_claim(&c, "*", 5);
    begin_again();
    press(PRESS_TAB);
    assert_string_equal(dialogue.message.bytes, "Nothing is missing any more.");
}

static void test_dialogue__a_claim_is_typed_and_taken_back(void **state)
{
    (void)state;
    letter('k');
    assert_int_equal(dialogue.mode, DIALOGUE_CLAIM);
    type("3");
    struct wish wish = press(PRESS_ENTER);
    assert_int_equal(wish.kind, WISH_CLAIM);
    assert_int_equal(wish.indicator, 0);
    assert_string_equal(wish.word, "3");
    case_claim(&c, "I01", 3);
    struct dialogue_model next = model();
    dialogue_renew(&dialogue, &next);
    letter('k');
    assert_string_equal(dialogue.entry.text.bytes, "3");
    press(PRESS_BACKSPACE);
    assert_string_equal(press(PRESS_ENTER).word, "-");
}

static void test_dialogue__letters_of_a_note_are_no_commands(void **state)
{
    (void)state;
    letter('c');
    type("quy -/?");
    struct wish wish = press(PRESS_ENTER);
    assert_int_equal(wish.kind, WISH_NOTE);
    assert_string_equal(wish.word, "quy -/?");
    assert_int_equal(dialogue.mode, DIALOGUE_BROWSE);
}

static void test_dialogue__escape_saves_nothing(void **state)
{
    (void)state;
    for (const char *key = "kcb/?i"; *key != '\0'; key++) {
        letter(*key);
        assert_int_not_equal(dialogue.mode, DIALOGUE_BROWSE);
        assert_int_equal(press(PRESS_ESCAPE).kind, WISH_NONE);
        assert_int_equal(dialogue.mode, DIALOGUE_BROWSE);
        letter(*key);
        assert_int_equal(letter(CONTROL_C).kind, WISH_NONE);
        assert_int_equal(dialogue.mode, DIALOGUE_BROWSE);
    }
}

static void test_dialogue__a_document_is_asked_for_by_path_and_title(void **state)
{
    (void)state;
    letter('b');
    type("per");
    struct wish wish = press(PRESS_TAB);
    assert_int_equal(wish.kind, WISH_FINISH);
    assert_string_equal(wish.word, "per");
    dialogue_finish(&dialogue, "bukti/perwali.pdf", "");
    assert_int_equal(press(PRESS_ENTER).kind, WISH_NONE);
    assert_int_equal(dialogue.mode, DIALOGUE_TITLE);
    type("Perwali 12");
    wish = press(PRESS_ENTER);
    assert_int_equal(wish.kind, WISH_ATTACH);
    assert_string_equal(wish.word, "bukti/perwali.pdf");
    assert_string_equal(wish.title, "Perwali 12");
    letter('b'); /* the next document mostly lies beside it */
    assert_string_equal(dialogue.entry.text.bytes, "bukti/");
}

static void test_dialogue__an_empty_path_attaches_nothing(void **state)
{
    (void)state;
    letter('b');
    assert_int_equal(press(PRESS_ENTER).kind, WISH_NONE);
    assert_int_equal(dialogue.mode, DIALOGUE_BROWSE);
}

static void test_dialogue__the_list_narrows_as_one_types(void **state)
{
    (void)state;
    struct found found;
    letter('/');
    assert_true(dialogue_search(&dialogue, INDICATORS - 1, &found));
    assert_int_equal(found.indicator, INDICATORS - 1);
    assert_false(dialogue_search(&dialogue, INDICATORS, &found));
    press(PRESS_DOWN);
    press(PRESS_DOWN);
    type("i04");
    assert_int_equal(dialogue.at, 0);
    press(PRESS_ENTER);
    assert_string_equal(focus(), "I04.2.a");
}

static void test_dialogue__a_found_criterion_comes_into_focus(void **state)
{
    (void)state;
    letter('/');
    type("I03.4.A");
    press(PRESS_ENTER);
    assert_string_equal(focus(), "I03.4.a");
}

static void test_dialogue__a_list_without_match_stays_open(void **state)
{
    (void)state;
    letter('/');
    type("tidak ada");
    press(PRESS_DOWN);
    press(PRESS_ENTER);
    assert_int_equal(dialogue.mode, DIALOGUE_LIST);
}

static void test_dialogue__undo_and_quit_are_wishes(void **state)
{
    (void)state;
    assert_int_equal(letter('u').kind, WISH_UNDO);
    assert_int_equal(letter(CONTROL_Z).kind, WISH_UNDO);
    assert_int_equal(letter('q').kind, WISH_QUIT);
    assert_int_equal(letter(CONTROL_C).kind, WISH_QUIT);
    letter('c');
    assert_int_equal(press(PRESS_GONE).kind, WISH_QUIT);
}

static void test_dialogue__what_is_undone_is_shown(void **state)
{
    (void)state;
    dialogue_show(&dialogue, 2, NOWHERE);
    assert_string_equal(focus(), "claim");
    int criterion = instrument_find_criterion(&fixture.instrument, "I01.4.b", 7, 0);
    dialogue_show(&dialogue, 0, criterion);
    assert_string_equal(focus(), "I01.4.b");
}

static void test_dialogue__a_change_of_size_keeps_what_is_typed(void **state)
{
    (void)state;
    letter('c');
    type("catatan");
    assert_int_equal(press(PRESS_NONE).kind, WISH_NONE);
    assert_string_equal(dialogue.entry.text.bytes, "catatan");
    assert_int_equal(dialogue.mode, DIALOGUE_NOTE);
}

/* Renews the model, as `fill` does after each step. */
static void renew(void)
{
    struct dialogue_model next = model();
    dialogue_renew(&dialogue, &next);
}

static void test_dialogue__the_details_of_a_document_are_asked_one_after_the_other(void **state)
{
    (void)state;
    assert_int_equal(letter('e').kind, WISH_NONE);
    assert_int_equal(dialogue.mode, DIALOGUE_BROWSE);
    assert_int_equal(dialogue.said, SAID_BAD);
    case_evidence(&c, "I01", (struct evidence){.id = "E3", .title = "SK"}, "I01.3.a");
    case_evidence(&c, "I01", (struct evidence){.id = "E4", .title = "Perwali", .number = "12"},
                  "I01.2.a");
    renew();
    letter('e');
    assert_int_equal(dialogue.mode, DIALOGUE_ITEMS);
    assert_int_equal(dialogue.at, 1); /* the one that supports the criterion in focus */
    press(PRESS_DOWN);
    assert_int_equal(dialogue.at, 1);
    press(PRESS_UP);
    press(PRESS_UP);
    assert_int_equal(dialogue.at, 0);
    press(PRESS_DOWN);
    press(PRESS_ENTER);
    assert_int_equal(dialogue.mode, DIALOGUE_DETAIL);
    assert_string_equal(dialogue.entry.text.bytes, "Perwali");
    /* What is left as it is makes no step. */
    assert_int_equal(press(PRESS_ENTER).kind, WISH_NONE);
    assert_string_equal(dialogue.entry.text.bytes, "12");
    type("/2023");
    struct wish wish = press(PRESS_ENTER);
    assert_int_equal(wish.kind, WISH_DETAIL_NUMBER);
    assert_string_equal(wish.word, "12/2023");
    assert_string_equal(wish.title, "E4");
    dialogue_settle(&dialogue, &wish);
    assert_int_equal(dialogue.detail, 2);
    /* A refusal leaves what was typed to be mended. */
    type("kemarin");
    assert_int_equal(press(PRESS_ENTER).kind, WISH_DETAIL_DATE);
    dialogue_say(&dialogue, true, "no date");
    assert_int_equal(dialogue.mode, DIALOGUE_DETAIL);
    assert_string_equal(dialogue.entry.text.bytes, "kemarin");
    for (int i = 0; i < 7; i++) {
        press(PRESS_BACKSPACE);
    }
    press(PRESS_ENTER);
    press(PRESS_ENTER);
    assert_int_equal(dialogue.mode, DIALOGUE_BROWSE);
    assert_int_equal(dialogue.said, SAID_DONE);
}

static void test_dialogue__a_document_that_goes_meanwhile_is_told(void **state)
{
    (void)state;
    case_evidence(&c, "I01", (struct evidence){.id = "E1", .title = "SK"}, "I01.2.a");
    renew();
    letter('e');
    press(PRESS_ENTER);
    assert_non_null(dialogue_item(&dialogue));
    c.assessment.responses[0].evidence_count = 0;
    renew();
    assert_int_equal(dialogue.mode, DIALOGUE_BROWSE);
    assert_int_equal(dialogue.said, SAID_BAD);
    c.assessment.responses[0].evidence_count = 1;
    renew();
    letter('e');
    c.assessment.responses[0].evidence_count = 0;
    renew();
    assert_int_equal(dialogue.mode, DIALOGUE_BROWSE);
}

static void test_dialogue__a_capital_c_writes_the_indicators_note(void **state)
{
    (void)state;
    c.assessment.responses[0].note = "lama";
    renew();
    letter('C');
    assert_int_equal(dialogue.mode, DIALOGUE_REMARK);
    assert_string_equal(dialogue.entry.text.bytes, "lama");
    type(" dan baru");
    struct wish wish = press(PRESS_ENTER);
    assert_int_equal(wish.kind, WISH_REMARK);
    assert_string_equal(wish.word, "lama dan baru");
    assert_int_equal(wish.indicator, 0);
}

static void test_dialogue__what_was_returned_is_work_though_nothing_is_missing(void **state)
{
    (void)state;
    case_fulfil(&c, "I03", 2, 5);
    case_claim(&c, "I03", 5);
    c.assessment.responses[2].state = STATE_RETURNED;
    order[0] = 2;
    order[2] = 0;
    begin_again();
    assert_int_equal(dialogue.indicator, 2);
    press(PRESS_TAB);
    assert_int_not_equal(dialogue.indicator, 2);
    for (int i = 0; i < 500 && dialogue.indicator != 2; i++) {
        press(PRESS_TAB);
    }
    assert_int_equal(dialogue.indicator, 2);
    assert_non_null(strstr(dialogue.message.bytes, "returned"));
}

/* ---- items and outside indices ---- */

/* The case again, with an instrument in which two items a level score, and an outside index at I04. */
static void become_pemdi(void)
{
    dialogue_close(&dialogue);
    case_close(&c);
    fixture_as_pemdi(&fixture);
    case_open(&c, &fixture.instrument, 2024);
    struct dialogue_model first = model();
    dialogue_open(&dialogue, &first);
}

/* Items come first and are answered like criteria; the arrows go from one to the other and back. */
static void test_dialogue__items_come_before_criteria(void **state)
{
    (void)state;
    become_pemdi();
    assert_int_equal(dialogue.scored, 1);
    assert_int_equal(dialogue.criterion, NOWHERE);
    struct wish wish = letter('y');
    assert_int_equal(wish.kind, WISH_ANSWER);
    assert_int_equal(wish.item, 1);
    assert_int_equal(wish.criterion, NOWHERE);
    assert_int_equal(fixture.instrument.levels[wish.level].number, 1);
    press(PRESS_RIGHT);
    press(PRESS_DOWN);
    assert_int_equal(dialogue.scored, 2);
    press(PRESS_DOWN);
    assert_int_equal(dialogue.scored, 0);
    assert_string_equal(fixture.instrument.criteria[dialogue.criterion].id, "I01.2.a");
    press(PRESS_UP);
    assert_int_equal(dialogue.scored, 2);
    press(PRESS_UP);
    press(PRESS_UP);
    assert_int_equal(dialogue.scored, 1);
}

/* An answer is told with the id of its item, and the focus goes on to the next item, not to the criteria. */
static void test_dialogue__an_answered_item_moves_on(void **state)
{
    (void)state;
    become_pemdi();
    struct wish wish = letter('y');
    dialogue_settle(&dialogue, &wish);
    assert_int_equal(dialogue.scored, 2);
    assert_non_null(strstr(dialogue.message.bytes, "I01.1.e1"));
    wish = letter('n');
    dialogue_settle(&dialogue, &wish);
    assert_int_equal(dialogue.scored, 2);
}

/* A document is put forward for the item in focus; the list of documents opens at one that proves it. */
static void test_dialogue__a_document_proves_the_item_in_focus(void **state)
{
    (void)state;
    become_pemdi();
    letter('b');
    assert_int_equal(dialogue.mode, DIALOGUE_PATH);
    type("renja.pdf");
    press(PRESS_ENTER);
    struct wish wish = press(PRESS_ENTER);
    assert_int_equal(wish.kind, WISH_ATTACH);
    assert_int_equal(wish.item, 1);
    static const struct item_name first = {1, 1};
    struct evidence documents[] = {{.id = "E1", .title = "lain"},
                                   {.id = "E2", .items = &first, .item_count = 1}};
    c.assessment.responses[0].evidence = documents;
    c.assessment.responses[0].evidence_count = 2;
    dialogue_settle(&dialogue, &wish);
    letter('e');
    assert_int_equal(dialogue.mode, DIALOGUE_ITEMS);
    assert_int_equal(dialogue.at, 1);
}

/* What was carried over is confirmed by a key of its own, where anything waits. */
static void test_dialogue__what_waits_is_confirmed(void **state)
{
    (void)state;
    assert_int_equal(letter('K').kind, WISH_NONE);
    assert_int_equal(dialogue.said, SAID_BAD);
    c.assessment.responses[0].carried = "uji-2020 2023";
    struct wish wish = letter('K');
    assert_int_equal(wish.kind, WISH_CONFIRM);
    assert_int_equal(wish.indicator, 0);
    dialogue_settle(&dialogue, &wish);
    assert_non_null(strstr(dialogue.message.bytes, "I01 is confirmed and counts"));
}

/* Tab goes through open items, then the outside index, then the claim, without going round in circles. */
static void test_dialogue__gaps_of_items_and_of_the_index(void **state)
{
    (void)state;
    become_pemdi();
    press(PRESS_TAB);
    assert_int_equal(dialogue.scored, 2);
    press(PRESS_TAB);
    assert_true(dialogue.at_claim);
    press(PRESS_TAB);
    assert_int_equal(dialogue.indicator, 1);
    dialogue_show(&dialogue, 2, NOWHERE);
    press(PRESS_TAB);
    assert_int_equal(dialogue.indicator, 3);
    assert_true(dialogue.at_measure);
    assert_int_equal(letter('y').kind, WISH_NONE);
    press(PRESS_TAB);
    assert_int_equal(dialogue.indicator, 3);
    assert_true(dialogue.at_claim);
    press(PRESS_TAB);
    assert_int_equal(dialogue.indicator, 4);
}

/* The outside index is typed as people write numbers; where there is none, that is said. */
static void test_dialogue__an_index_is_asked_where_there_is_one(void **state)
{
    (void)state;
    become_pemdi();
    letter('m');
    assert_int_equal(dialogue.mode, DIALOGUE_BROWSE);
    assert_int_equal(dialogue.said, SAID_BAD);
    dialogue_show(&dialogue, 3, NOWHERE);
    letter('m');
    assert_int_equal(dialogue.mode, DIALOGUE_MEASURE);
    type("12,5");
    struct wish wish = press(PRESS_ENTER);
    assert_int_equal(wish.kind, WISH_MEASURE);
    assert_string_equal(wish.word, "12,5");
    letter('m');
    wish = press(PRESS_ENTER);
    assert_string_equal(wish.word, "-");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_dialogue__begins_at_the_first_criterion_without_answer),
        TEST(test_dialogue__begins_at_a_returned_indicator),
        TEST(test_dialogue__one_key_is_an_answer),
        TEST(test_dialogue__an_answer_moves_on_and_says_what_it_did),
        TEST(test_dialogue__taking_an_answer_back_stays),
        TEST(test_dialogue__arrows_stay_inside_level_and_indicator),
        TEST(test_dialogue__a_level_without_criteria_takes_no_answer),
        TEST(test_dialogue__criteria_of_other_years_are_passed_over),
        TEST(test_dialogue__tab_goes_from_gap_to_gap),
        TEST(test_dialogue__tab_comes_round_to_missing_evidence),
        TEST(test_dialogue__tab_says_when_nothing_is_missing),
        TEST(test_dialogue__a_claim_is_typed_and_taken_back),
        TEST(test_dialogue__letters_of_a_note_are_no_commands),
        TEST(test_dialogue__escape_saves_nothing),
        TEST(test_dialogue__a_document_is_asked_for_by_path_and_title),
        TEST(test_dialogue__an_empty_path_attaches_nothing),
        TEST(test_dialogue__the_list_narrows_as_one_types),
        TEST(test_dialogue__a_found_criterion_comes_into_focus),
        TEST(test_dialogue__a_list_without_match_stays_open),
        TEST(test_dialogue__the_details_of_a_document_are_asked_one_after_the_other),
        TEST(test_dialogue__a_document_that_goes_meanwhile_is_told),
        TEST(test_dialogue__a_capital_c_writes_the_indicators_note),
        TEST(test_dialogue__what_was_returned_is_work_though_nothing_is_missing),
        TEST(test_dialogue__undo_and_quit_are_wishes),
        TEST(test_dialogue__what_is_undone_is_shown),
        TEST(test_dialogue__a_change_of_size_keeps_what_is_typed),
        TEST(test_dialogue__items_come_before_criteria),
        TEST(test_dialogue__an_answered_item_moves_on),
        TEST(test_dialogue__a_document_proves_the_item_in_focus),
        TEST(test_dialogue__what_waits_is_confirmed),
        TEST(test_dialogue__gaps_of_items_and_of_the_index),
        TEST(test_dialogue__an_index_is_asked_where_there_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
