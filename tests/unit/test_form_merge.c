/* One field of a form, three ways: nothing that nobody touched is changed, nothing that somebody else changed is
 * overwritten, and what is verified or locked is never changed in silence. */
#include "form.h"
#include "form_merge.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct place place;
static struct store *store;
static struct arena arena;
static struct form_dispute dispute;
static struct error problem;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    arena_release(&arena);
    store_close(store);
    place_leave(&place);
    return 0;
}

/* Merges a field of I01 that began as `began` and now says `mine`, and keeps what came of it. */
static enum form_outcome merge(enum field field, const char *subject, const char *began,
                               const char *mine, enum form_choice choice)
{
    char mark[FORM_MARK + 1];
    enum form_outcome outcome = FORM_OUTCOMES;
    struct edit edit = {store, &place.fixture.instrument, "Siti"};
    struct form_merge how = {&edit, &arena, choice};
    form_mark(began, mark);
    struct form_field it = {field, "I01", subject, arena_string(&arena, mark), mine};
    error_clear(&problem);
    assert_true(store_begin(store, "Siti", "import", &place.err));
    assert_true(form_merge(&how, &it, &outcome, &dispute, &problem, &place.err));
    assert_true(store_commit(store, &place.err));
    return outcome;
}

static void want(enum field field, const char *subject, const char *now)
{
    const char *fact = NULL;
    assert_true(store_get(store, field, subject, &arena, &fact, &place.err));
    assert_string_equal(fact == NULL ? "-" : fact, now);
}

static void test_form_merge__an_untouched_field_changes_nothing(void **state)
{
    (void)state;
    place_change(store, FIELD_CLAIMED, "I01", "I01", "4");
    assert_int_equal(merge(FIELD_CLAIMED, "I01", "2", "2", FORM_THEIRS), FORM_UNTOUCHED);
    want(FIELD_CLAIMED, "I01", "4");
}

static void test_form_merge__what_both_say_alike_is_no_conflict(void **state)
{
    (void)state;
    place_change(store, FIELD_MET, "I01", "I01.2.a", "yes");
    assert_int_equal(merge(FIELD_MET, "I01.2.a", "", "Ya", FORM_ASK), FORM_SAME);
    place_change(store, FIELD_NOTE, "I01", "I01", " dua\r\nbaris ");
    assert_int_equal(merge(FIELD_NOTE, "I01", "", "dua\nbaris", FORM_ASK), FORM_SAME);
}

static void test_form_merge__what_only_the_form_changed_is_taken(void **state)
{
    (void)state;
    assert_int_equal(merge(FIELD_MET, "I01.2.a", "", "Tidak", FORM_ASK), FORM_TAKEN);
    want(FIELD_MET, "I01.2.a", "no");
    assert_int_equal(merge(FIELD_MET, "I01.2.a", "Tidak", "", FORM_ASK), FORM_TAKEN);
    want(FIELD_MET, "I01.2.a", "-");
    assert_int_equal(merge(FIELD_CLAIMED, "I01", "", "3", FORM_ASK), FORM_TAKEN);
    want(FIELD_CLAIMED, "I01", "3");
    assert_int_equal(merge(FIELD_MET_NOTE, "I01.2.a", "", "SK 12", FORM_ASK), FORM_TAKEN);
    want(FIELD_MET_NOTE, "I01.2.a", "SK 12");
}

static void test_form_merge__what_both_changed_is_a_dispute(void **state)
{
    (void)state;
    place_change(store, FIELD_CLAIMED, "I01", "I01", "4");
    assert_int_equal(merge(FIELD_CLAIMED, "I01", "2", "3", FORM_ASK), FORM_DISPUTED);
    assert_int_equal(dispute.reason, FORM_BOTH);
    assert_string_equal(dispute.now, "4");
    assert_string_equal(problem.id, "FORM_CONFLICT");
    assert_int_equal(merge(FIELD_CLAIMED, "I01", "2", "3", FORM_OURS), FORM_KEPT);
    want(FIELD_CLAIMED, "I01", "4");
    assert_int_equal(merge(FIELD_CLAIMED, "I01", "2", "3", FORM_THEIRS), FORM_TAKEN);
    want(FIELD_CLAIMED, "I01", "3");
}

static void test_form_merge__a_verified_indicator_is_not_changed_in_silence(void **state)
{
    (void)state;
    place_change(store, FIELD_VERIFIED, "I01", "I01", "2");
    assert_int_equal(merge(FIELD_MET, "I01.2.a", "", "Ya", FORM_ASK), FORM_DISPUTED);
    assert_int_equal(dispute.reason, FORM_IS_VERIFIED);
    assert_string_equal(dispute.verified, "2");
    assert_string_equal(problem.id, "FORM_VERIFIED");
    assert_int_equal(merge(FIELD_MET, "I01.2.a", "", "Ya", FORM_OURS), FORM_KEPT);
    want(FIELD_MET, "I01.2.a", "-");
    assert_int_equal(merge(FIELD_MET, "I01.2.a", "", "Ya", FORM_THEIRS), FORM_TAKEN);
}

static void test_form_merge__a_locked_indicator_stays_whatever_is_chosen(void **state)
{
    (void)state;
    place_change(store, FIELD_STATE, "I01", "I01", "locked");
    assert_int_equal(merge(FIELD_CLAIMED, "I01", "", "3", FORM_ASK), FORM_DISPUTED);
    assert_int_equal(dispute.reason, FORM_IS_LOCKED);
    assert_string_equal(problem.id, "STORE_LOCKED_INDICATOR");
    assert_int_equal(merge(FIELD_CLAIMED, "I01", "", "3", FORM_THEIRS), FORM_DISPUTED);
    assert_int_equal(merge(FIELD_CLAIMED, "I01", "", "3", FORM_OURS), FORM_KEPT);
    want(FIELD_CLAIMED, "I01", "-");
}

/* Facts and analysis come from two people; neither takes the other's away. */
static void test_form_merge__parts_of_an_explanation(void **state)
{
    (void)state;
    const char *level = "I01.2";
    assert_int_equal(merge(FIELD_EXPLANATION, "I01.2/facts", "", "f", FORM_ASK), FORM_TAKEN);
    assert_int_equal(merge(FIELD_EXPLANATION, "I01.2/analysis", "", "a", FORM_ASK), FORM_TAKEN);
    want(FIELD_EXPLANATION, level, "FAKTA: f\n\nANALISIS: a");
    assert_int_equal(merge(FIELD_EXPLANATION, "I01.2/facts", "", "f", FORM_ASK), FORM_SAME);
    assert_int_equal(merge(FIELD_EXPLANATION, "I01.2/facts", "", "x", FORM_ASK), FORM_DISPUTED);
    assert_string_equal(dispute.now, "f");
    assert_non_null(strstr(problem.message, "I01.2 FAKTA"));
    assert_int_equal(merge(FIELD_EXPLANATION, "I01.2/facts", "f", "", FORM_ASK), FORM_TAKEN);
    want(FIELD_EXPLANATION, level, "ANALISIS: a");
    assert_int_equal(merge(FIELD_EXPLANATION, "I01.2/analysis", "a", "", FORM_ASK), FORM_TAKEN);
    want(FIELD_EXPLANATION, level, "-");
}

static void test_form_merge__an_explanation_that_is_too_long(void **state)
{
    (void)state;
    char *text = malloc(32768);
    memset(text, 'a', 32767);
    text[32767] = '\0';
    assert_int_equal(merge(FIELD_EXPLANATION, "I01.2/facts", "", text, FORM_ASK), FORM_REFUSED);
    assert_string_equal(problem.id, "EDIT_LONG");
    assert_string_equal(problem.where, "I01.2");
    text[32760] = '\0'; /* "FAKTA: " is seven more */
    assert_int_equal(merge(FIELD_EXPLANATION, "I01.2/facts", "", text, FORM_ASK), FORM_TAKEN);
    free(text);
}

/* A general question belongs to no indicator, so no verdict and no lock stands against it. */
static void test_form_merge__a_general_question(void **state)
{
    (void)state;
    enum form_outcome outcome = FORM_OUTCOMES;
    struct edit edit = {store, &place.fixture.instrument, "Siti"};
    struct form_merge how = {&edit, &arena, FORM_ASK};
    char mark[FORM_MARK + 1];
    form_mark("", mark);
    struct form_field it = {FIELD_GENERAL, NULL, "PU1", mark, "jawab"};
    place_change(store, FIELD_STATE, "I01", "I01", "locked");
    assert_true(store_begin(store, "Siti", "import", &place.err));
    assert_true(form_merge(&how, &it, &outcome, &dispute, &problem, &place.err));
    assert_int_equal(outcome, FORM_TAKEN);
    it.mine = "lain";
    assert_true(form_merge(&how, &it, &outcome, &dispute, &problem, &place.err));
    assert_int_equal(outcome, FORM_DISPUTED);
    assert_int_equal(dispute.reason, FORM_BOTH);
    assert_true(store_commit(store, &place.err));
    want(FIELD_GENERAL, "PU1", "jawab");
}

static void test_form_merge__what_is_no_value_is_refused_and_told(void **state)
{
    (void)state;
    assert_int_equal(merge(FIELD_CLAIMED, "I01", "", "9", FORM_ASK), FORM_REFUSED);
    assert_int_equal(problem.kind, ERROR_INPUT);
    assert_int_equal(merge(FIELD_CLAIMED, "I01", "", "tiga", FORM_THEIRS), FORM_REFUSED);
    want(FIELD_CLAIMED, "I01", "-");
}

static void test_form_merge__texts_in_sentences_are_cut_at_a_letter(void **state)
{
    (void)state;
    char text[80];
    memset(text, 'a', sizeof text);
    memcpy(text + 59, "é", 2);
    text[79] = '\0';
    assert_int_equal(form_shown(text), 59);
    assert_int_equal(form_shown("é"), 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(test_form_merge__##name, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_untouched_field_changes_nothing),
        TEST(what_both_say_alike_is_no_conflict),
        TEST(what_only_the_form_changed_is_taken),
        TEST(what_both_changed_is_a_dispute),
        TEST(a_verified_indicator_is_not_changed_in_silence),
        TEST(a_locked_indicator_stays_whatever_is_chosen),
        TEST(what_is_no_value_is_refused_and_told),
        TEST(parts_of_an_explanation),
        TEST(an_explanation_that_is_too_long),
        TEST(a_general_question),
        TEST(texts_in_sentences_are_cut_at_a_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
