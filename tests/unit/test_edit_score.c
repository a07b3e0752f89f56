/* Items and outside indices: what is typed is checked against the instrument, what is taken is exact. */
#include "edit_score.h"
#include "limit.h"
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
static struct edit edit;

/* The fixture with two items a level; I04 is converted from indeks_uji, -10 to 100. */
static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    fixture_as_pemdi(&place.fixture);
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    edit = (struct edit){store, &place.fixture.instrument, "Siti"};
    return !store_begin(store, "Siti", "test", &place.err);
}

static int leave(void **state)
{
    (void)state;
    store_close(store);
    place_leave(&place);
    return 0;
}

/* The last call failed with this row; forgets it. */
static void check_refused(bool done, const char *id)
{
    assert_false(done);
    assert_string_equal(place.err.id, id);
    place.err = (struct error){.kind = ERROR_NONE};
}

/* Forms know rows by the subjects of facts: only those that facts are written under may be found, so that
 * no answer is kept twice under two spellings. */
static void test_edit_score__subjects_are_found_as_facts_write_them(void **state)
{
    static const char *const none[] = {
        "",         "I01",         "I01.2",      "I01.2.a",        "I01.02.e1",
        "I01.2.e0", "I01.2.e01",   "I01.2.e9",   "I01.2.e1x",      "I99.2.e1",
        "I01/",     "I04/",        "I04/lain",   "I01/indeks_uji", "I04/indeks_uji ",
        ".2.e1",    "/indeks_uji", "I01.2000.e1"};
    const struct instrument *instrument = &place.fixture.instrument;
    struct score_subject found;
    (void)state;
    assert_true(edit_score_subject(instrument, "I01.2.e2", &found));
    assert_int_equal(found.indicator, 0);
    assert_int_equal(instrument->levels[found.level].number, 2);
    assert_int_equal(found.item, 2);
    assert_true(edit_score_subject(instrument, "I04/indeks_uji", &found));
    assert_string_equal(instrument->indicators[found.indicator].id, "I04");
    assert_int_equal(found.item, 0);
    assert_int_equal(found.level, NOWHERE);
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        assert_false(edit_score_subject(instrument, none[i], &found));
    }
}

static void test_edit_score__ids_of_items_are_told_from_criteria(void **state)
{
    (void)state;
    static const char *const items[] = {"I01.2.e1", "I01.2.e12", "I35-1.3.e1", "x.e0"};
    static const char *const others[] = {"I01.2.a", "I01.2.e", "I01", "I01.2", "", ".", "I01.2.ea"};
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        assert_true(edit_score_is_item(items[i]));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_false(edit_score_is_item(others[i]));
    }
}

static void test_edit_score__items_are_answered_and_taken_back(void **state)
{
    (void)state;
    assert_true(edit_score_item(&edit, "I01.2.e1", "ya", "hal. 3", &place.err));
    place_fact(&place, store, FIELD_ITEM, "I01.2.e1", "yes");
    place_fact(&place, store, FIELD_ITEM_NOTE, "I01.2.e1", "hal. 3");
    assert_true(edit_score_item(&edit, "I01.2.e1", "NO", NULL, &place.err));
    place_fact(&place, store, FIELD_ITEM, "I01.2.e1", "no");
    place_fact(&place, store, FIELD_ITEM_NOTE, "I01.2.e1",
               "hal. 3"); /* a note stays until it is changed */
    assert_true(edit_score_item(&edit, "I01.2.e1", "-", "", &place.err));
    place_fact(&place, store, FIELD_ITEM, "I01.2.e1", NULL);
    place_fact(&place, store, FIELD_ITEM_NOTE, "I01.2.e1", NULL);
}

static void test_edit_score__an_item_that_there_is_not_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"I01.2.e0",  "I01.2.e3",   "I01.9.e1",  "I09.2.e1",
                                        "I01.2.e01", "I01.2.e1x",  "I01.2.e1 ", "I01..e1",
                                        "I01.-2.e1", "I01.2.3.e1", "e1",        "I04.2.e1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        check_refused(edit_score_item(&edit, wrong[i], "ya", NULL, &place.err), "EDIT_ITEM");
        place_fact(&place, store, FIELD_ITEM, wrong[i], NULL);
    }
    check_refused(edit_score_item(&edit, "I01.2.e1", "mungkin", NULL, &place.err), "EDIT_ANSWER");
    check_refused(edit_score_item(&edit, "I01.2.e1", "ya", "\xff", &place.err), "EDIT_UTF8");
    place_fact(&place, store, FIELD_ITEM, "I01.2.e1", NULL);
}

static void test_edit_score__an_index_is_taken_with_comma_or_point(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *fact;
    } rows[] = {{"68,75", "68.75"}, {"68.75", "68.75"}, {"100", "100"},
                {"-10", "-10"},     {"0", "0"},         {"68,750", "68.75"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(edit_score_measure(&edit, "I04", NULL, rows[i].typed, &place.err));
        place_fact(&place, store, FIELD_MEASURE, "I04/indeks_uji", rows[i].fact);
    }
    assert_true(edit_score_measure(&edit, "I04", "indeks_uji", "1", &place.err));
    place_fact(&place, store, FIELD_MEASURE, "I04/indeks_uji", "1");
    assert_true(edit_score_measure(&edit, "I04", NULL, "-", &place.err));
    place_fact(&place, store, FIELD_MEASURE, "I04/indeks_uji", NULL);
}

static void test_edit_score__an_index_off_its_scale_or_place_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *indicator, *key, *value, *id;
    } rows[] = {
        {"I04", NULL, "100.01", "EDIT_MEASURE_RANGE"},
        {"I04", NULL, "-10,5", "EDIT_MEASURE_RANGE"},
        {"I04", NULL, "banyak", "EDIT_NUMBER"},
        {"I04", NULL, "", "EDIT_NUMBER"},
        {"I04", "indeks", "5", "EDIT_MEASURE_KEY"},
        {"I01", NULL, "5", "EDIT_NO_MEASURE"},
        {"X", NULL, "5", "EDIT_INDICATOR"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        check_refused(
            edit_score_measure(&edit, rows[i].indicator, rows[i].key, rows[i].value, &place.err),
            rows[i].id);
        place_fact(&place, store, FIELD_MEASURE, "I04/indeks_uji", NULL);
    }
}

/* What was answered is read back as what scores. */
static void test_edit_score__what_is_answered_scores(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    assert_true(edit_score_item(&edit, "I01.1.e2", "ya", NULL, &place.err));
    assert_true(edit_score_measure(&edit, "I04", NULL, "25", &place.err));
    assert_true(edit_claim(&edit, "I02", "1,26", NULL, &place.err));
    assert_true(store_load(store, edit.instrument, &arena, &assessment, &place.err));
    assert_int_equal(assessment.responses[0].item_count, 1);
    assert_int_equal(assessment.responses[0].items[0].level, 1);
    assert_int_equal(assessment.responses[0].items[0].number, 2);
    assert_int_equal(assessment.responses[0].items[0].answer, ANSWER_YES);
    const struct measure *measure = assessment_measure(&assessment.responses[3], "indeks_uji");
    assert_int_equal(fraction_compare(measure->value, fraction_whole(25)), 0);
    assert_int_equal(fraction_compare(assessment.responses[1].claimed.value, fraction_make(63, 50)),
                     0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(test_edit_score__##name, enter, leave)
        TEST(subjects_are_found_as_facts_write_them),
        TEST(ids_of_items_are_told_from_criteria),
        TEST(items_are_answered_and_taken_back),
        TEST(an_item_that_there_is_not_is_refused),
        TEST(an_index_is_taken_with_comma_or_point),
        TEST(an_index_off_its_scale_or_place_is_refused),
        TEST(what_is_answered_scores),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
