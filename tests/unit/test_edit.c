/* What a person may change: every typed word is checked, every refusal changes nothing, and what is
 * taken is exactly what was meant. */
#include "edit.h"
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

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
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

/* --- answers ---------------------------------------------------------------------------------- */

static void test_edit__answers_are_taken_in_both_languages(void **state)
{
    (void)state;
    static const struct {
        const char *word, *fact;
    } words[] = {{"yes", "yes"}, {"no", "no"},    {"ya", "yes"}, {"tidak", "no"},
                 {"Ya", "yes"},  {"TIDAK", "no"}, {"-", NULL}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        assert_true(edit_answer(&edit, "I01.2.a", words[i].word, NULL, &place.err));
        place_fact(&place, store, FIELD_MET, "I01.2.a", words[i].fact);
    }
    static const char *const wrong[] = {"", "Yess", "y", "1", "true", "mungkin"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_false(edit_answer(&edit, "I01.2.a", wrong[i], NULL, &place.err));
        place_failed(&place, "EDIT_ANSWER");
    }
}

static void test_edit__a_note_is_kept_unless_another_is_given(void **state)
{
    (void)state;
    assert_true(edit_answer(&edit, "I01.2.a", "yes", "hal. 3", &place.err));
    assert_true(edit_answer(&edit, "I01.2.a", "no", NULL, &place.err));
    place_fact(&place, store, FIELD_MET_NOTE, "I01.2.a", "hal. 3");
    assert_true(edit_answer(&edit, "I01.2.a", "no", "", &place.err));
    place_fact(&place, store, FIELD_MET_NOTE, "I01.2.a", NULL);
}

static void test_edit__a_wrong_id_is_refused_with_the_nearest(void **state)
{
    (void)state;
    assert_false(edit_answer(&edit, "I01.2.aa", "yes", NULL, &place.err));
    assert_non_null(strstr(place.err.message, "I01.2.a"));
    place_failed(&place, "EDIT_CRITERION_NEAR");
    assert_false(edit_answer(&edit, "kriteria-pertama", "yes", NULL, &place.err));
    place_failed(&place, "EDIT_CRITERION");
    assert_false(edit_claim(&edit, "i01", "3", NULL, &place.err));
    place_failed(&place, "EDIT_INDICATOR_NEAR");
    assert_false(edit_claim(&edit, "indikator-1", "3", NULL, &place.err));
    place_failed(&place, "EDIT_INDICATOR");
    assert_false(edit_claim(&edit, "", "3", NULL, &place.err));
    error_clear(&place.err);
}

/* --- values ----------------------------------------------------------------------------------- */

static void test_edit__claims_are_levels_of_the_scale(void **state)
{
    (void)state;
    assert_true(edit_claim(&edit, "I01", "1", NULL, &place.err));
    assert_true(edit_claim(&edit, "I01", "5", "catatan", &place.err));
    place_fact(&place, store, FIELD_CLAIMED, "I01", "5");
    place_fact(&place, store, FIELD_NOTE, "I01", "catatan");
    assert_true(edit_claim(&edit, "I01", "3,0", NULL, &place.err));
    place_fact(&place, store, FIELD_CLAIMED, "I01", "3");
    assert_true(edit_claim(&edit, "I01", "-", NULL, &place.err));
    place_fact(&place, store, FIELD_CLAIMED, "I01", NULL);
    static const struct {
        const char *typed, *id;
    } wrong[] = {
        {"0", "EDIT_SCALE"},   {"6", "EDIT_SCALE"},     {"-1", "EDIT_SCALE"},
        {"2,5", "EDIT_WHOLE"}, {"2.5", "EDIT_WHOLE"},   {"5/2", "EDIT_WHOLE"},
        {"", "EDIT_NUMBER"},   {"tiga", "EDIT_NUMBER"}, {"3 ", "EDIT_NUMBER"},
        {"03", "EDIT_NUMBER"}, {"3e0", "EDIT_NUMBER"},  {"99999999999999999999", "EDIT_NUMBER"}};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        if (edit_claim(&edit, "I01", wrong[i].typed, NULL, &place.err)) {
            fail_msg("took '%s'", wrong[i].typed);
        }
        place_failed(&place, wrong[i].id);
    }
}

static void test_edit__values_between_levels_are_taken_where_the_instrument_has_them(void **state)
{
    (void)state;
    fixture_as_pemdi(&place.fixture);
    assert_true(edit_claim(&edit, "I01", "1,26", NULL, &place.err));
    place_fact(&place, store, FIELD_CLAIMED, "I01", "1.26");
    assert_true(edit_claim(&edit, "I01", "7/6", NULL, &place.err));
    place_fact(&place, store, FIELD_CLAIMED, "I01", "7/6");
    assert_false(edit_claim(&edit, "I01", "5,01", NULL, &place.err));
    place_failed(&place, "EDIT_SCALE");
}

/* --- verdicts --------------------------------------------------------------------------------- */

static void test_edit__the_latest_stage_counts_and_all_verdicts_are_kept(void **state)
{
    (void)state;
    assert_true(edit_rate(&edit, "I01", "2", "dokumen kurang", NULL, &place.err));
    place_fact(&place, store, FIELD_VERIFIED, "I01", "2");
    assert_true(edit_rate(&edit, "I01", "4", "jelas", "visitasi", &place.err));
    place_fact(&place, store, FIELD_VERIFIED, "I01", "4");
    place_fact(&place, store, FIELD_VERIFIED_REASON, "I01", "jelas");
    /* An earlier stage that is corrected later does not overrule. */
    assert_true(edit_rate(&edit, "I01", "3", "dilengkapi", "dokumen", &place.err));
    place_fact(&place, store, FIELD_VERIFIED, "I01", "4");
    place_fact(&place, store, FIELD_VERIFIED_REASON, "I01", "jelas");
    assert_true(edit_rate(&edit, "I01", "5", "reviu", "reviu", &place.err));
    place_fact(&place, store, FIELD_VERIFIED, "I01", "5");
    place_fact(&place, store, FIELD_VERDICT_VALUE, "V1", "2");
    place_fact(&place, store, FIELD_VERDICT_STAGE, "V1", "dokumen");
    place_fact(&place, store, FIELD_VERDICT_REASON, "V3", "dilengkapi");
    place_fact(&place, store, FIELD_VERDICT_BY, "V4", "Siti");
}

static void test_edit__a_verdict_needs_its_reason_and_a_known_stage(void **state)
{
    (void)state;
    static const char *const empty[] = {NULL, "", "  \t"};
    for (size_t i = 0; i < sizeof empty / sizeof empty[0]; i++) {
        assert_false(edit_rate(&edit, "I01", "2", empty[i], NULL, &place.err));
        assert_int_equal(place.err.kind, ERROR_USAGE);
        place_failed(&place, "EDIT_EMPTY");
    }
    assert_false(edit_rate(&edit, "I01", "2", "sebab", "akhir", &place.err));
    place_failed(&place, "EDIT_STAGE");
    assert_false(edit_rate(&edit, "I01", "6", "sebab", NULL, &place.err));
    place_failed(&place, "EDIT_SCALE");
    assert_false(edit_rate(&edit, "I99", "2", "sebab", NULL, &place.err));
    error_clear(&place.err);
    place_fact(&place, store, FIELD_VERDICT_FOR, "V1", NULL);
}

/* --- the file --------------------------------------------------------------------------------- */

static void test_edit__agency_kind_and_year_can_be_corrected(void **state)
{
    (void)state;
    assert_true(edit_set(&edit, "agency", "Kota Baru", &place.err));
    assert_true(edit_set(&edit, "kind", "provinsi", &place.err));
    assert_true(edit_set(&edit, "year", "2021", &place.err));
    place_fact(&place, store, FIELD_AGENCY, "", "Kota Baru");
    place_fact(&place, store, FIELD_KIND, "", "provinsi");
    place_fact(&place, store, FIELD_YEAR, "", "2021");
    static const struct {
        const char *what, *value, *id;
    } wrong[] = {{"agency", "", "EDIT_EMPTY"},  {"agency", " ", "EDIT_EMPTY"},
                 {"kind", "desa", "EDIT_KIND"}, {"kind", "", "EDIT_KIND"},
                 {"year", "2020", "EDIT_YEAR"}, {"year", "2101", "EDIT_YEAR"},
                 {"year", "24", "EDIT_YEAR"},   {"year", "2024x", "EDIT_YEAR"},
                 {"year", "-202", "EDIT_YEAR"}, {"person", "Budi", "EDIT_WHAT"}};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_false(edit_set(&edit, wrong[i].what, wrong[i].value, &place.err));
        place_failed(&place, wrong[i].id);
    }
}

static void test_edit__a_new_cover_is_checked_as_a_whole(void **state)
{
    (void)state;
    struct store_about about = {.person = NULL};
    const struct instrument *instrument = &place.fixture.instrument;
    assert_true(edit_check_cover(instrument, "Kota Uji", "kota", "2100", &about, &place.err));
    assert_string_equal(about.instrument, instrument->id);
    assert_int_equal(about.year, 2100);
    assert_int_equal(about.kind, KIND_KOTA);
    assert_false(edit_check_cover(instrument, "", "kota", "2024", &about, &place.err));
    place_failed(&place, "EDIT_EMPTY");
    assert_true(edit_check_cover(instrument, "x", "KOTA", "2024", &about, &place.err));
    assert_int_equal(about.kind, KIND_KOTA);
    assert_false(edit_check_cover(instrument, "x", "KOT", "2024", &about, &place.err));
    place_failed(&place, "EDIT_KIND");
    assert_false(edit_check_cover(instrument, "x", "kota", "1", &about, &place.err));
    place_failed(&place, "EDIT_YEAR");
}

static void test_edit__texts_have_a_limit_and_are_utf8(void **state)
{
    (void)state;
    char *text = malloc(LIMIT_TEXT_BYTES + 2);
    memset(text, 'a', LIMIT_TEXT_BYTES + 1);
    text[LIMIT_TEXT_BYTES + 1] = '\0';
    assert_false(edit_answer(&edit, "I01.2.a", "yes", text, &place.err));
    assert_int_equal(place.err.kind, ERROR_LIMIT);
    place_failed(&place, "EDIT_LONG");
    text[LIMIT_TEXT_BYTES] = '\0';
    assert_true(edit_answer(&edit, "I01.2.a", "yes", text, &place.err));
    place_fact(&place, store, FIELD_MET_NOTE, "I01.2.a", text);
    free(text);
    assert_false(edit_answer(&edit, "I01.2.a", "yes", "\xff", &place.err));
    place_failed(&place, "EDIT_UTF8");
}

static void test_edit__a_name_is_visible_and_short(void **state)
{
    (void)state;
    char name[202];
    memset(name, 'n', 201);
    name[201] = '\0';
    assert_false(edit_check_name(name, &place.err));
    place_failed(&place, "EDIT_NAME");
    name[200] = '\0';
    assert_true(edit_check_name(name, &place.err));
    assert_true(edit_check_name("Siti Ma’rifah, S.Kom.", &place.err));
    assert_false(edit_check_name(" ", &place.err));
    place_failed(&place, "EDIT_EMPTY");
    assert_false(edit_check_name("a\nb", &place.err));
    place_failed(&place, "EDIT_NAME");
    assert_false(edit_check_name("\xc3", &place.err));
    place_failed(&place, "EDIT_UTF8");
}

/* --- units ------------------------------------------------------------------------------------ */

static void test_edit__units_own_indicators(void **state)
{
    (void)state;
    assert_true(edit_unit(&edit, "Dinas Kominfo", &place.err));
    assert_true(edit_unit(&edit, "Dinas Kominfo", &place.err));
    assert_true(edit_assign(&edit, "Dinas Kominfo", "I01, I03 ,I02", &place.err));
    place_fact(&place, store, FIELD_UNIT, "I02", "Dinas Kominfo");
    assert_true(edit_assign(&edit, "-", "I02", &place.err));
    place_fact(&place, store, FIELD_UNIT, "I02", NULL);
    place_fact(&place, store, FIELD_UNIT, "I03", "Dinas Kominfo");
    assert_false(edit_assign(&edit, "Dinas Lain", "I02", &place.err));
    place_failed(&place, "EDIT_UNIT");
    assert_false(edit_assign(&edit, "Dinas Kominfo", "I01,,I02", &place.err));
    place_failed(&place, "EDIT_LIST");
    assert_false(edit_assign(&edit, "Dinas Kominfo", "", &place.err));
    place_failed(&place, "EDIT_LIST");
    assert_false(edit_assign(&edit, "Dinas Kominfo", "I01,", &place.err));
    place_failed(&place, "EDIT_LIST");
    assert_false(edit_unit(&edit, "", &place.err));
    place_failed(&place, "EDIT_EMPTY");
    assert_false(edit_unit(&edit, "-", &place.err));
    place_failed(&place, "EDIT_EMPTY");
}

/* --- states ----------------------------------------------------------------------------------- */

static void test_edit__states_go_their_way(void **state)
{
    (void)state;
    /* from, to, allowed: every pair. */
    static const bool allowed[STATE_COUNT][STATE_COUNT] = {
        [STATE_OPEN] = {[STATE_SUBMITTED] = true, [STATE_LOCKED] = true},
        [STATE_SUBMITTED] = {[STATE_RETURNED] = true, [STATE_LOCKED] = true},
        [STATE_RETURNED] = {[STATE_SUBMITTED] = true, [STATE_LOCKED] = true},
        [STATE_LOCKED] = {[STATE_RETURNED] = true},
    };
    for (int from = 0; from < STATE_COUNT; from++) {
        for (int to = 0; to < STATE_COUNT; to++) {
            const char *word = from == STATE_OPEN ? NULL : assessment_state_word((enum state)from);
            assert_true(store_set(store, FIELD_STATE, "I01", "I01", word, &place.err));
            bool ok = edit_state(&edit, "I01", (enum state)to, "sebab", &place.err);
            assert_true(ok == allowed[from][to]);
            if (!ok) {
                place_failed(&place, "EDIT_STATE");
            }
        }
    }
}

static void test_edit__what_is_returned_says_why_until_it_moves_on(void **state)
{
    (void)state;
    assert_true(edit_state(&edit, "I01", STATE_SUBMITTED, NULL, &place.err));
    assert_false(edit_state(&edit, "I01", STATE_RETURNED, " ", &place.err));
    place_failed(&place, "EDIT_EMPTY");
    assert_true(edit_state(&edit, "I01", STATE_RETURNED, "bukti kurang", &place.err));
    place_fact(&place, store, FIELD_STATE_REASON, "I01", "bukti kurang");
    assert_true(edit_state(&edit, "I01", STATE_SUBMITTED, NULL, &place.err));
    place_fact(&place, store, FIELD_STATE_REASON, "I01", NULL);
}

static void test_edit__nothing_gets_past_a_lock(void **state)
{
    (void)state;
    assert_true(edit_state(&edit, "I01", STATE_LOCKED, NULL, &place.err));
    assert_false(edit_answer(&edit, "I01.2.a", "yes", NULL, &place.err));
    place_failed(&place, "STORE_LOCKED_INDICATOR");
    assert_false(edit_claim(&edit, "I01", "3", NULL, &place.err));
    place_failed(&place, "STORE_LOCKED_INDICATOR");
    assert_false(edit_rate(&edit, "I01", "3", "sebab", NULL, &place.err));
    place_failed(&place, "STORE_LOCKED_INDICATOR");
    assert_true(edit_state(&edit, "I01", STATE_RETURNED, "perbaiki", &place.err));
    assert_true(edit_claim(&edit, "I01", "3", NULL, &place.err));
}

static void test_edit__an_indicator_has_a_note(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    const char *now = NULL;
    assert_true(edit_note(&edit, "I01", "menunggu tanda tangan", &place.err));
    assert_true(store_get(edit.store, FIELD_NOTE, "I01", &arena, &now, &place.err));
    assert_string_equal(now, "menunggu tanda tangan");
    assert_true(edit_note(&edit, "I01", "", &place.err));
    assert_true(store_get(edit.store, FIELD_NOTE, "I01", &arena, &now, &place.err));
    assert_null(now);
    assert_false(edit_note(&edit, "I99", "x", &place.err));
    place_failed(&place, "EDIT_INDICATOR");
    assert_false(edit_note(&edit, "I01", "\xFF", &place.err));
    place_failed(&place, "EDIT_UTF8");
    arena_release(&arena);
}

/* --- what was carried over -------------------------------------------------------------------- */

/* The mark goes, the answers stay, and only where somebody said so. */
static void test_edit__what_was_carried_over_is_confirmed_one_by_one_or_all(void **state)
{
    (void)state;
    static const char *const ids[] = {"I01", "I02", "I03"};
    for (size_t i = 0; i < 3; i++) {
        assert_true(store_set(store, FIELD_CARRIED, ids[i], ids[i], "uji-2020 2023", &place.err));
    }
    assert_true(edit_answer(&edit, "I01.2.a", "yes", "lihat SK", &place.err));
    place_fact(&place, store, FIELD_CARRIED, "I01",
               "uji-2020 2023"); /* answering is not confirming the rest */
    assert_true(edit_confirm(&edit, "I01", &place.err));
    place_fact(&place, store, FIELD_CARRIED, "I01", NULL);
    place_fact(&place, store, FIELD_CARRIED, "I02", "uji-2020 2023");
    place_fact(&place, store, FIELD_MET, "I01.2.a", "yes");
    place_fact(&place, store, FIELD_MET_NOTE, "I01.2.a", "lihat SK");
    assert_true(edit_confirm(&edit, NULL, &place.err));
    place_fact(&place, store, FIELD_CARRIED, "I02", NULL);
    place_fact(&place, store, FIELD_CARRIED, "I03", NULL);
}

static void test_edit__confirming_nothing_changes_nothing(void **state)
{
    (void)state;
    int64_t entries = store_history_length(store);
    assert_true(edit_confirm(&edit, "I01", &place.err));
    assert_true(edit_confirm(&edit, NULL, &place.err));
    assert_int_equal(store_history_length(store), entries);
    assert_false(edit_confirm(&edit, "I99", &place.err));
    place_failed(&place, "EDIT_INDICATOR");
}

/* What is locked is not confirmed in passing. */
static void test_edit__confirming_does_not_get_past_a_lock(void **state)
{
    (void)state;
    assert_true(store_set(store, FIELD_CARRIED, "I01", "I01", "uji-2020 2023", &place.err));
    assert_true(store_set(store, FIELD_STATE, "I01", "I01", "locked", &place.err));
    assert_false(edit_confirm(&edit, "I01", &place.err));
    place_failed(&place, "STORE_LOCKED_INDICATOR");
    assert_false(edit_confirm(&edit, NULL, &place.err));
    place_failed(&place, "STORE_LOCKED_INDICATOR");
    place_fact(&place, store, FIELD_CARRIED, "I01", "uji-2020 2023");
}

/* What nobody of this year has looked at is neither handed in nor closed; given back it may be. */
static void test_edit__what_waits_for_confirmation_does_not_go_on(void **state)
{
    (void)state;
    assert_true(store_set(store, FIELD_CARRIED, "I01", "I01", "uji-2020 2023", &place.err));
    assert_false(edit_state(&edit, "I01", STATE_SUBMITTED, NULL, &place.err));
    place_failed(&place, "EDIT_CARRIED");
    assert_false(edit_state(&edit, "I01", STATE_LOCKED, NULL, &place.err));
    place_failed(&place, "EDIT_CARRIED");
    place_fact(&place, store, FIELD_STATE, "I01", NULL);
    assert_true(edit_confirm(&edit, "I01", &place.err));
    assert_true(edit_state(&edit, "I01", STATE_SUBMITTED, NULL, &place.err));
    assert_true(store_set(store, FIELD_CARRIED, "I01", "I01", "uji-2020 2023", &place.err));
    assert_true(edit_state(&edit, "I01", STATE_RETURNED, "belum diperiksa", &place.err));
    place_fact(&place, store, FIELD_STATE, "I01", "returned");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_edit__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(what_was_carried_over_is_confirmed_one_by_one_or_all),
        TEST(confirming_nothing_changes_nothing),
        TEST(confirming_does_not_get_past_a_lock),
        TEST(what_waits_for_confirmation_does_not_go_on),
        TEST(an_indicator_has_a_note),
        TEST(answers_are_taken_in_both_languages),
        TEST(a_note_is_kept_unless_another_is_given),
        TEST(a_wrong_id_is_refused_with_the_nearest),
        TEST(claims_are_levels_of_the_scale),
        TEST(values_between_levels_are_taken_where_the_instrument_has_them),
        TEST(the_latest_stage_counts_and_all_verdicts_are_kept),
        TEST(a_verdict_needs_its_reason_and_a_known_stage),
        TEST(agency_kind_and_year_can_be_corrected),
        TEST(a_new_cover_is_checked_as_a_whole),
        TEST(texts_have_a_limit_and_are_utf8),
        TEST(a_name_is_visible_and_short),
        TEST(units_own_indicators),
        TEST(states_go_their_way),
        TEST(what_is_returned_says_why_until_it_moves_on),
        TEST(nothing_gets_past_a_lock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
