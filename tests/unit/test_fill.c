/* Granting what the dialogue wishes: each in the file at once, by name, to be taken back, never half. */
#include "fill.h"
#include "memory.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct place place;
static struct fill fill;
static struct dialogue dialogue;

/* A session on the fixture's instrument, as fill_open makes one on a pack's. */
static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    fill = (struct fill){.who = TEXT_EMPTY, .arena = ARENA_EMPTY};
    fill.session = (struct session){.arena = ARENA_EMPTY, .name = TEXT_EMPTY};
    fill.session.store = place_store(&place, "kota.spbe", STORE_WRITE);
    fill.session.instrument = &place.fixture.instrument;
    text_add(&fill.who, "Siti");
    assert_true(fill_load(&fill, &place.err));
    dialogue_open(&dialogue, &fill.model);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    dialogue_close(&dialogue);
    fill_close(&fill);
    place_leave(&place);
    return 0;
}

static int criterion(const char *id)
{
    return instrument_find_criterion(&place.fixture.instrument, id, strlen(id), 0);
}

/* Grants a wish about a criterion of I01. */
static void grant(enum wish_kind kind, const char *id, const char *word, const char *title)
{
    struct wish wish = {kind, 0, id == NULL ? NOWHERE : criterion(id), word, title, 0, 0};
    assert_true(fill_grant(&fill, &dialogue, &wish, &place.err));
}

/* A fact as another process sees it now; NULL when there is none. Yours to free. */
static char *seen(enum field field, const char *subject)
{
    struct arena arena = ARENA_EMPTY;
    const char *now = NULL;
    struct store *other = store_open("kota.spbe", STORE_READ, &place.err);
    assert_non_null(other);
    assert_true(store_get(other, field, subject, &arena, &now, &place.err));
    char *copy = now == NULL ? NULL : memory_copy(now, strlen(now));
    store_close(other);
    arena_release(&arena);
    return copy;
}

/* Wants a fact in the file; NULL: none. */
static void check_fact(enum field field, const char *subject, const char *wanted)
{
    char *now = seen(field, subject);
    if (wanted == NULL) {
        assert_null(now);
    } else {
        assert_non_null(now);
        assert_string_equal(now, wanted);
    }
    free(now);
}

static void test_fill__an_answer_is_in_the_file_at_once(void **state)
{
    (void)state;
    grant(WISH_ANSWER, "I01.2.a", "yes", "");
    check_fact(FIELD_MET, "I01.2.a", "yes");
    assert_int_equal(fill.assessment.answers[criterion("I01.2.a")], ANSWER_YES);
    assert_string_equal(dialogue.message.bytes, "Saved: I01.2.a yes");
    grant(WISH_ANSWER, "I01.2.a", "-", "");
    check_fact(FIELD_MET, "I01.2.a", NULL);
}

static void test_fill__a_note_leaves_the_answer(void **state)
{
    (void)state;
    grant(WISH_ANSWER, "I01.2.a", "no", "");
    grant(WISH_NOTE, "I01.2.a", "belum ditandatangani", "");
    check_fact(FIELD_MET, "I01.2.a", "no");
    check_fact(FIELD_MET_NOTE, "I01.2.a", "belum ditandatangani");
    grant(WISH_NOTE, "I01.2.a", "", "");
    check_fact(FIELD_MET_NOTE, "I01.2.a", NULL);
    grant(WISH_NOTE, "I01.2.b", "belum dijawab", "");
    check_fact(FIELD_MET, "I01.2.b", NULL);
    check_fact(FIELD_MET_NOTE, "I01.2.b", "belum dijawab");
}

static void test_fill__a_claim_is_checked_as_everywhere(void **state)
{
    (void)state;
    grant(WISH_CLAIM, NULL, "3", "");
    check_fact(FIELD_CLAIMED, "I01", "3");
    grant(WISH_CLAIM, NULL, "9", "");
    assert_int_equal(dialogue.said, SAID_BAD);
    assert_non_null(strstr(dialogue.message.bytes, "I01: "));
    check_fact(FIELD_CLAIMED, "I01", "3");
    grant(WISH_CLAIM, NULL, "-", "");
    check_fact(FIELD_CLAIMED, "I01", NULL);
}

static void test_fill__a_document_supports_the_criterion(void **state)
{
    (void)state;
    place_write("perwali.pdf", "isi", 3);
    grant(WISH_ATTACH, "I01.2.a", "perwali.pdf", "Perwali 12");
    check_fact(FIELD_EVIDENCE_SUPPORTS, "E1", "I01.2.a");
    check_fact(FIELD_EVIDENCE_TITLE, "E1", "Perwali 12");
    check_fact(FIELD_EVIDENCE_FILE, "E1", "perwali.pdf");
    grant(WISH_ATTACH, "I01.2.b", "tidak-ada.pdf", "");
    assert_int_equal(dialogue.said, SAID_BAD);
    check_fact(FIELD_EVIDENCE_FOR, "E2", NULL);
}

/* Grants a wish about the details of an item of I01. */
static void detail(enum wish_kind kind, const char *id, const char *word)
{
    struct wish wish = {kind, 0, criterion("I01.2.a"), word, id, 0, 0};
    assert_true(fill_grant(&fill, &dialogue, &wish, &place.err));
}

static void test_fill__details_of_a_document_are_changed_one_by_one(void **state)
{
    (void)state;
    place_write("perwali.pdf", "isi", 3);
    grant(WISH_ATTACH, "I01.2.a", "perwali.pdf", "Perwali 12");
    detail(WISH_DETAIL_NUMBER, "E1", "12/2023");
    detail(WISH_DETAIL_DATE, "E1", "2023-05-01");
    detail(WISH_DETAIL_PAGES, "E1", "3-7");
    detail(WISH_DETAIL_TITLE, "E1", "");
    check_fact(FIELD_EVIDENCE_NUMBER, "E1", "12/2023");
    check_fact(FIELD_EVIDENCE_DATE, "E1", "2023-05-01");
    check_fact(FIELD_EVIDENCE_PAGES, "E1", "3-7");
    check_fact(FIELD_EVIDENCE_TITLE, "E1", NULL);
    detail(WISH_DETAIL_DATE, "E1", "kemarin");
    assert_int_equal(dialogue.said, SAID_BAD);
    assert_null(strstr(dialogue.message.bytes, "--date"));
    check_fact(FIELD_EVIDENCE_DATE, "E1", "2023-05-01");
    /* The last step taken back is the title's. */
    grant(WISH_UNDO, NULL, "", "");
    check_fact(FIELD_EVIDENCE_TITLE, "E1", "Perwali 12");
    detail(WISH_DETAIL_DATE, "E9", "2023-05-01");
    assert_int_equal(dialogue.said, SAID_BAD);
}

static void test_fill__the_indicator_has_a_note_of_its_own(void **state)
{
    (void)state;
    grant(WISH_REMARK, NULL, "menunggu tanda tangan", "");
    check_fact(FIELD_NOTE, "I01", "menunggu tanda tangan");
    assert_string_equal(dialogue.message.bytes, "Saved: the note on I01");
    grant(WISH_REMARK, NULL, "", "");
    check_fact(FIELD_NOTE, "I01", NULL);
    grant(WISH_UNDO, NULL, "", "");
    check_fact(FIELD_NOTE, "I01", "menunggu tanda tangan");
}

static void test_fill__a_path_of_the_home_folder_is_found(void **state)
{
    (void)state;
    assert_int_equal(setenv("HOME", place.folder, 1), 0);
    place_write("perwali.pdf", "isi", 3);
    grant(WISH_ATTACH, "I01.2.a", "~/perwali.pdf", "");
    check_fact(FIELD_EVIDENCE_FILE, "E1", "perwali.pdf");
}

static void test_fill__steps_are_taken_back_latest_first(void **state)
{
    (void)state;
    grant(WISH_ANSWER, "I01.2.a", "yes", "");
    grant(WISH_ANSWER, "I01.2.a", "no", "");
    grant(WISH_CLAIM, NULL, "4", "");
    grant(WISH_UNDO, NULL, "", "");
    check_fact(FIELD_CLAIMED, "I01", NULL);
    assert_true(dialogue.at_claim);
    grant(WISH_UNDO, NULL, "", "");
    check_fact(FIELD_MET, "I01.2.a", "yes");
    assert_int_equal(dialogue.criterion, criterion("I01.2.a"));
    grant(WISH_UNDO, NULL, "", "");
    check_fact(FIELD_MET, "I01.2.a", NULL);
    int64_t length = store_history_length(fill.session.store);
    grant(WISH_UNDO, NULL, "", "");
    assert_string_equal(dialogue.message.bytes, "There is nothing of this session to take back.");
    assert_int_equal(store_history_length(fill.session.store), length);
}

static void test_fill__the_same_answer_again_is_no_step(void **state)
{
    (void)state;
    grant(WISH_ANSWER, "I01.2.a", "yes", "");
    int64_t length = store_history_length(fill.session.store);
    grant(WISH_ANSWER, "I01.2.a", "yes", "");
    assert_int_equal(store_history_length(fill.session.store), length);
    assert_int_equal(fill.step_count, 1);
    grant(WISH_UNDO, NULL, "", "");
    check_fact(FIELD_MET, "I01.2.a", NULL);
}

static void test_fill__what_another_changed_since_is_not_undone(void **state)
{
    (void)state;
    grant(WISH_ANSWER, "I01.2.a", "yes", "");
    struct store *other = store_open("kota.spbe", STORE_WRITE, &place.err);
    place_change(other, FIELD_MET, "I01", "I01.2.a", "no");
    store_close(other);
    grant(WISH_UNDO, NULL, "", "");
    assert_int_equal(dialogue.said, SAID_BAD);
    check_fact(FIELD_MET, "I01.2.a", "no");
    assert_int_equal(fill.assessment.answers[criterion("I01.2.a")], ANSWER_NO);
}

static void test_fill__a_locked_indicator_stays(void **state)
{
    (void)state;
    place_change(fill.session.store, FIELD_STATE, "I01", "I01", "locked");
    grant(WISH_ANSWER, "I01.2.a", "yes", "");
    assert_int_equal(dialogue.said, SAID_BAD);
    check_fact(FIELD_MET, "I01.2.a", NULL);
    assert_int_equal(fill.step_count, 0);
}

static void test_fill__returned_indicators_come_first_with_their_reason(void **state)
{
    (void)state;
    place_change(fill.session.store, FIELD_STATE, "I03", "I03", "returned");
    place_change(fill.session.store, FIELD_STATE_REASON, "I03", "I03", "bukti kurang");
    assert_true(fill_load(&fill, &place.err));
    const int wanted[] = {2, 0, 1, 3, 4};
    assert_memory_equal(fill.model.order, wanted, sizeof wanted);
    assert_string_equal(fill.model.reasons[2], "bukti kurang");
    assert_null(fill.model.reasons[0]);
}

static void test_fill__a_name_that_was_asked_is_kept_with_the_first_change(void **state)
{
    (void)state;
    fill.asked = true;
    grant(WISH_CLAIM, NULL, "9", "");
    check_fact(FIELD_PERSON, "", NULL);
    grant(WISH_ANSWER, "I01.2.a", "yes", "");
    check_fact(FIELD_PERSON, "", "Siti");
    assert_false(fill.asked);
    grant(WISH_UNDO, NULL, "", "");
    check_fact(FIELD_PERSON, "", "Siti");
    check_fact(FIELD_MET, "I01.2.a", NULL);
}

static void test_fill__a_path_is_finished(void **state)
{
    (void)state;
    place_write("perwali.pdf", "isi", 3);
    dialogue.mode = DIALOGUE_PATH;
    grant(WISH_FINISH, "I01.2.a", "perw", "");
    assert_string_equal(dialogue.entry.text.bytes, "perwali.pdf");
    assert_string_equal(dialogue.choices.bytes, "");
    grant(WISH_FINISH, "I01.2.a", "tidak", "");
    assert_string_equal(dialogue.entry.text.bytes, "tidak");
    assert_string_equal(dialogue.choices.bytes, "There is no such file.");
}

static void test_fill__what_was_carried_over_is_confirmed_and_taken_back(void **state)
{
    (void)state;
    place_change(fill.session.store, FIELD_CARRIED, "I01", "I01", "uji-2020 2023");
    assert_true(fill_load(&fill, &place.err));
    grant(WISH_CONFIRM, "I01.2.a", "", "");
    check_fact(FIELD_CARRIED, "I01", NULL);
    grant(WISH_UNDO, NULL, "", "");
    check_fact(FIELD_CARRIED, "I01", "uji-2020 2023");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_fill__an_answer_is_in_the_file_at_once),
        TEST(test_fill__a_note_leaves_the_answer),
        TEST(test_fill__a_claim_is_checked_as_everywhere),
        TEST(test_fill__a_document_supports_the_criterion),
        TEST(test_fill__details_of_a_document_are_changed_one_by_one),
        TEST(test_fill__the_indicator_has_a_note_of_its_own),
        TEST(test_fill__a_path_of_the_home_folder_is_found),
        TEST(test_fill__steps_are_taken_back_latest_first),
        TEST(test_fill__the_same_answer_again_is_no_step),
        TEST(test_fill__what_another_changed_since_is_not_undone),
        TEST(test_fill__a_locked_indicator_stays),
        TEST(test_fill__returned_indicators_come_first_with_their_reason),
        TEST(test_fill__a_name_that_was_asked_is_kept_with_the_first_change),
        TEST(test_fill__a_path_is_finished),
        TEST(test_fill__what_was_carried_over_is_confirmed_and_taken_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
