/* The tables read into the record that everything above works with: nothing lost, nothing
 * guessed. */
#include "record.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct place place;
static struct arena arena;
static struct assessment assessment;

static int enter(void **state)
{
    (void)state;
    arena = (struct arena)ARENA_EMPTY;
    place_enter(&place);
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_fill(&place, store);
    store_close(store);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    arena_release(&arena);
    place_leave(&place);
    return 0;
}

static bool load(void)
{
    struct database *database = database_open("kota.spbe", DATABASE_READ, &place.err);
    assert_non_null(database);
    bool ok = record_load(database, &place.fixture.instrument, &arena, &assessment, &place.err);
    database_close(database);
    return ok;
}

static void test_record__the_cover_is_read(void **state)
{
    (void)state;
    struct database *database = database_open("kota.spbe", DATABASE_READ, &place.err);
    struct store_about about;
    assert_true(record_about(database, &arena, &about, &place.err));
    assert_string_equal(about.instrument, place.fixture.instrument.id);
    assert_string_equal(about.agency, "Kota Uji");
    assert_string_equal(about.person, "Siti");
    assert_int_equal(strlen(about.rules_sha256), 64);
    assert_int_equal(about.kind, KIND_KOTA);
    assert_int_equal(about.year, 2024);
    database_close(database);
}

static void test_record__answers_claims_and_texts_are_read(void **state)
{
    (void)state;
    assert_true(load());
    const struct response *first = &assessment.responses[0];
    assert_true(first->claimed.given && first->verified.given);
    assert_int_equal(first->claimed.value.num, 3);
    assert_int_equal(first->verified.value.num, 2);
    assert_string_equal(first->note, "baris satu\nbaris dua");
    assert_string_equal(first->unit, "Kominfo");
    assert_string_equal(first->carried, "spbe-2018 2020");
    assert_string_equal(first->explanations[1], "sudah ada");
    assert_null(first->explanations[0]);
    assert_int_equal(assessment.answers[0], ANSWER_YES);
    assert_int_equal(assessment.answers[1], ANSWER_NO);
    assert_int_equal(assessment.answers[2], ANSWER_NONE);
    assert_string_equal(assessment.notes[0], "lihat hal. 3");
    assert_int_equal(assessment.responses[1].state, STATE_RETURNED);
    assert_false(assessment.responses[1].claimed.given);
    assert_int_equal(assessment.general_count, 1);
    assert_string_equal(assessment.general[0].text, "ya, sejak 2021");
}

static void test_record__verdicts_are_read_in_their_order(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    for (int i = 2; i <= 6; i++) {
        char id[8];
        snprintf(id, sizeof id, "V%d", i);
        assert_true(store_begin(store, "Budi", "test", &place.err) &&
                    store_set(store, FIELD_VERDICT_FOR, "I01", id, "I01", &place.err) &&
                    store_set(store, FIELD_VERDICT_STAGE, "I01", id, "reviu", &place.err) &&
                    store_set(store, FIELD_VERDICT_VALUE, "I01", id, "4", &place.err) &&
                    store_set(store, FIELD_VERDICT_REASON, "I01", id, id, &place.err) &&
                    store_commit(store, &place.err));
    }
    store_close(store);
    assert_true(load());
    const struct response *first = &assessment.responses[0];
    assert_int_equal(first->verdict_count, 6);
    assert_string_equal(first->verdicts[0].by, "Budi");
    assert_int_equal(first->verdicts[0].stage, STAGE_INTERVIU);
    assert_string_equal(first->verdicts[5].reason, "V6");
    assert_string_equal(first->verdicts[5].by, "");
}

static void test_record__withdrawn_evidence_is_left_out_and_listed(void **state)
{
    (void)state;
    assert_true(load());
    const struct response *first = &assessment.responses[0];
    assert_int_equal(first->evidence_count, 1);
    assert_int_equal(assessment.responses[1].evidence_count, 0);
    assert_string_equal(first->evidence[0].title, "Perwali \"12\"/2023");
    assert_true(first->evidence[0].content);
    assert_int_equal(first->evidence[0].support_count, 2);
    assert_int_equal(first->evidence[0].supports[1], 1);

    struct database *database = database_open("kota.spbe", DATABASE_READ, &place.err);
    struct exhibit *list = NULL;
    size_t count = 0;
    assert_true(record_exhibits(database, NULL, &arena, &list, &count, &place.err));
    assert_int_equal(count, 2);
    assert_string_equal(list[0].id, "E1");
    assert_string_equal(list[0].criteria, "I01.2.a,I01.2.b");
    assert_int_equal(list[0].size, 9);
    assert_string_equal(list[1].withdrawn, "keliru");
    assert_string_equal(list[1].criteria, "");
    assert_true(record_exhibits(database, "I02", &arena, &list, &count, &place.err));
    assert_int_equal(count, 1);
    assert_string_equal(list[0].id, "E2");
    database_close(database);
}

static void test_record__items_and_measures_keep_their_order(void **state)
{
    (void)state;
    fixture_as_pemdi(&place.fixture);
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_change(store, FIELD_ITEM, "I04", "I04.3.e2", "yes");
    place_change(store, FIELD_ITEM, "I04", "I04.2.e1", "no");
    place_change(store, FIELD_ITEM_NOTE, "I04", "I04.2.e1", "kurang");
    place_change(store, FIELD_MEASURE, "I04", "I04/indeks_uji", "68.75");
    place_change(store, FIELD_CLAIMED, "I04", "I04", "1.26");
    store_close(store);
    assert_true(load());
    const struct response *response = &assessment.responses[3];
    assert_int_equal(response->item_count, 2);
    assert_int_equal(response->items[0].level, 3);
    assert_int_equal(response->items[0].number, 2);
    assert_int_equal(response->items[0].answer, ANSWER_YES);
    assert_string_equal(response->items[1].note, "kurang");
    assert_int_equal(response->measure_count, 1);
    assert_string_equal(response->measures[0].key, "indeks_uji");
    assert_int_equal(response->measures[0].value.num, 275);
    assert_int_equal(response->claimed.value.num, 63);
}

/* --- files of other rules, and damaged ones --------------------------------------------------- */

static void refuses(const char *tamper, const char *id)
{
    assert_int_equal(system("cp kota.spbe asli.spbe"), 0);
    place_tamper("kota.spbe", tamper);
    if (load()) {
        fail_msg("was taken: %s", tamper);
    }
    place_failed(&place, id);
    assert_int_equal(system("mv asli.spbe kota.spbe"), 0);
}

static void test_record__ids_that_the_rules_do_not_have_are_named(void **state)
{
    (void)state;
    refuses("UPDATE response SET indicator = 'I99' WHERE indicator = 'I02'", "STORE_UNKNOWN_ID");
    refuses("UPDATE answer SET criterion = 'I01.9.z' WHERE met = 'yes'", "STORE_UNKNOWN_ID");
    refuses("UPDATE evidence SET supports = 'I01.2.a,I07.2.a'", "STORE_UNKNOWN_ID");
    refuses("UPDATE explanation SET level = 'I01.9'", "STORE_UNKNOWN_ID");
    refuses("UPDATE explanation SET level = 'apa'", "STORE_UNKNOWN_ID");
    refuses("INSERT INTO item (id, indicator, met) VALUES ('I01.2', 'I01', 'yes')",
            "STORE_UNKNOWN_ID");
    refuses("INSERT INTO measure (id, indicator, value) VALUES ('I01', 'I01', '3')",
            "STORE_UNKNOWN_ID");
}

static void test_record__texts_that_are_no_values_are_damage(void **state)
{
    (void)state;
    refuses("UPDATE response SET claimed = 'tiga'", "STORE_DAMAGED");
    refuses("UPDATE response SET verified = '99999999999999999999'", "STORE_DAMAGED");
    refuses("UPDATE verdict SET value = NULL", "STORE_DAMAGED");
    refuses("UPDATE verdict SET reason = NULL", "STORE_DAMAGED");
    refuses("UPDATE verdict SET stage = NULL", "STORE_DAMAGED");
    refuses("DELETE FROM assessment", "STORE_DAMAGED");
    refuses("UPDATE assessment SET agency = NULL", "STORE_DAMAGED");
    refuses("UPDATE response SET note = CAST(x'C328' AS TEXT)", "STORE_DAMAGED");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_record__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(the_cover_is_read),
        TEST(answers_claims_and_texts_are_read),
        TEST(verdicts_are_read_in_their_order),
        TEST(withdrawn_evidence_is_left_out_and_listed),
        TEST(items_and_measures_keep_their_order),
        TEST(ids_that_the_rules_do_not_have_are_named),
        TEST(texts_that_are_no_values_are_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
