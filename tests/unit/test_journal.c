/* The chain of all changes: that it can be recomputed by anybody, and that no entry can be altered,
 * taken out or put in without being named. */
#include "journal.h"
#include "schema.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct place place;
static struct text findings;

static int enter(void **state)
{
    (void)state;
    findings = (struct text)TEXT_EMPTY;
    place_enter(&place);
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_change(store, FIELD_CLAIMED, "I01", "I01", "1");
    place_change(store, FIELD_CLAIMED, "I01", "I01", "2");
    place_change(store, FIELD_NOTE, "I01", "I01", "kata \"kunci\"\n\tbaru \\ é\x01");
    place_change(store, FIELD_CLAIMED, "I01", "I01", NULL);
    store_close(store);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&findings);
    place_leave(&place);
    return 0;
}

/* The entries of "kota.spbe": six of its making, then four. */
enum { MADE = 6, ENTRIES = MADE + 4 };

static void test_journal__an_entry_hashes_over_the_bytes_that_the_schema_describes(void **state)
{
    (void)state;
    const struct change change = {.number = 1,
                                  .step = 1,
                                  .at = "2026-11-22T01:50:03Z",
                                  .who = "Siti \"S\"",
                                  .origin = "answer",
                                  .word = "met",
                                  .indicator = NULL,
                                  .subject = "I01.2.a",
                                  .was = NULL,
                                  .now = "ya\n"};
    static const char bytes[] =
        "0000000000000000000000000000000000000000000000000000000000000000\n"
        "[1,1,\"2026-11-22T01:50:03Z\",\"Siti \\\"S\\\"\",\"answer\",\"met\",null,\"I01.2.a\",null,"
        "\"ya\\n\"]";
    char expected[HASH_HEX + 1];
    char hash[HASH_HEX + 1];
    hash_of(bytes, sizeof bytes - 1, expected);
    journal_hash("0000000000000000000000000000000000000000000000000000000000000000", &change, hash);
    assert_string_equal(hash, expected);
}

static bool count_entry(void *context, const struct change *change)
{
    int64_t *count = context;
    assert_int_equal(change->number, *count + 1);
    assert_int_equal(strlen(change->hash), HASH_HEX);
    return ++*count < 3;
}

static void test_journal__walks_in_order_and_stops_when_told(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_READ);
    int64_t count = 0;
    assert_true(store_history(store, NULL, 1, count_entry, &count, &place.err));
    assert_int_equal(count, 3);
    assert_int_equal(store_history_length(store), ENTRIES);
    store_close(store);
}

static bool note_entry(void *context, const struct change *change)
{
    text_format(context, "%s %s %s>%s\n", change->indicator == NULL ? "-" : change->indicator,
                change->word, change->was == NULL ? "" : change->was,
                change->now == NULL ? "" : change->now);
    return true;
}

static void test_journal__tells_one_indicator_and_from_a_number_on(void **state)
{
    (void)state;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    struct text told = TEXT_EMPTY;
    place_change(store, FIELD_CLAIMED, "I02", "I02", "4");
    assert_true(store_history(store, "I01", 1, note_entry, &told, &place.err));
    assert_string_equal(told.bytes, "I01 claimed >1\nI01 claimed 1>2\n"
                                    "I01 note >kata \"kunci\"\n\tbaru \\ é\x01\nI01 claimed 2>\n");
    text_clear(&told);
    assert_true(store_history(store, NULL, ENTRIES, note_entry, &told, &place.err));
    assert_string_equal(told.bytes, "I01 claimed 2>\nI02 claimed >4\n");
    text_release(&told);
    store_close(store);
}

static void test_journal__a_whole_chain_has_no_findings(void **state)
{
    (void)state;
    assert_int_equal(place_verify("kota.spbe", &findings), 0);
}

/* --- what an altered entry is called ---------------------------------------------------------- */

static void test_journal__each_column_of_an_entry_is_covered(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "step = 1",         "at = '2020-01-01T00:00:00Z'",
        "who = 'Budi'",     "origin = 'x'",
        "field = 'note'",   "indicator = 'I02'",
        "indicator = NULL", "subject = 'I02'",
        "was = NULL",       "was = ''",
        "now = '5'",        "now = NULL",
    };
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        char sql[128];
        snprintf(sql, sizeof sql, "UPDATE journal SET %s WHERE number = 8", changes[i]);
        assert_int_equal(system("cp kota.spbe uji.spbe"), 0);
        place_tamper("uji.spbe", sql);
        assert_true(place_verify("uji.spbe", &findings) > 0);
        if (strstr(findings.bytes, "journal entry 8: was altered") == NULL) {
            fail_msg("%s: %s", changes[i], findings.bytes);
        }
        /* Its neighbours are not blamed. */
        assert_null(strstr(findings.bytes, "entry 7"));
        assert_null(strstr(findings.bytes, "entry 9"));
    }
}

static void test_journal__an_altered_hash_is_blamed_on_its_own_entry(void **state)
{
    (void)state;
    place_tamper("kota.spbe", "UPDATE journal SET hash = replace(hash, substr(hash, 1, 4), 'abcd') "
                              "WHERE number = 8");
    assert_int_equal(place_verify("kota.spbe", &findings), 1);
    assert_string_equal(findings.bytes, "journal entry 8: was altered: it does not fit its hash\n");
}

static void test_journal__a_missing_entry_is_named(void **state)
{
    (void)state;
    place_tamper("kota.spbe", "DELETE FROM journal WHERE number = 8");
    assert_int_equal(place_verify("kota.spbe", &findings), 1);
    assert_string_equal(findings.bytes, "journal entry 8: is missing\n");
    place_tamper("kota.spbe", "DELETE FROM journal WHERE number = 9");
    place_verify("kota.spbe", &findings);
    assert_non_null(
        strstr(findings.bytes, "journal entry 8: is missing, with all up to entry 9\n"));
}

static void test_journal__a_missing_end_shows_in_the_facts(void **state)
{
    (void)state;
    place_tamper("kota.spbe", "DELETE FROM journal WHERE number = 10");
    assert_int_equal(place_verify("kota.spbe", &findings), 1);
    assert_string_equal(findings.bytes,
                        "I01: claimed value is nothing, but the journal says \"2\"\n");
}

static void test_journal__a_forged_entry_does_not_fit(void **state)
{
    (void)state;
    place_tamper(
        "kota.spbe",
        "INSERT INTO journal SELECT 11, 11, at, who, origin, field, indicator, subject, now, "
        "'5', hash FROM journal WHERE number = 10; "
        "UPDATE response SET claimed = '5'");
    assert_int_equal(place_verify("kota.spbe", &findings), 1);
    assert_string_equal(findings.bytes,
                        "journal entry 11: was altered: it does not fit its hash\n");
}

static void test_journal__entries_that_changed_places_are_named(void **state)
{
    (void)state;
    place_tamper("kota.spbe", "UPDATE journal SET number = 100 WHERE number = 7; "
                              "UPDATE journal SET number = 7 WHERE number = 8; "
                              "UPDATE journal SET number = 8 WHERE number = 100");
    assert_true(place_verify("kota.spbe", &findings) >= 2);
    assert_non_null(strstr(findings.bytes, "journal entry 7"));
    assert_non_null(strstr(findings.bytes, "journal entry 8"));
}

static void test_journal__the_last_word_on_a_fact_is_the_last_entry(void **state)
{
    (void)state;
    struct database *database = database_open("kota.spbe", DATABASE_READ, &place.err);
    struct arena arena = ARENA_EMPTY;
    struct journal_word word;
    assert_true(journal_last_word(database, "I01", FIELD_CLAIMED, &arena, &word, &place.err));
    assert_true(word.known);
    assert_null(word.now);
    assert_string_equal(word.indicator, "I01");
    assert_true(journal_last_word(database, "", FIELD_AGENCY, &arena, &word, &place.err));
    assert_string_equal(word.now, "Kota Uji");
    assert_null(word.indicator);
    assert_true(journal_last_word(database, "I05", FIELD_CLAIMED, &arena, &word, &place.err));
    assert_false(word.known);
    arena_release(&arena);
    database_close(database);
}

static void test_journal__an_empty_one_begins_with_zeros(void **state)
{
    (void)state;
    struct database *database = database_open("uji", DATABASE_MEMORY, &place.err);
    int64_t number = 5;
    char head[HASH_HEX + 1];
    assert_true(schema_migrate(database, schema_migrations, schema_migration_count, &place.err));
    assert_true(journal_last(database, &number, head, &place.err));
    assert_int_equal(number, 0);
    assert_int_equal(strspn(head, "0"), HASH_HEX);
    database_close(database);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_journal__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(an_entry_hashes_over_the_bytes_that_the_schema_describes),
        TEST(walks_in_order_and_stops_when_told),
        TEST(tells_one_indicator_and_from_a_number_on),
        TEST(a_whole_chain_has_no_findings),
        TEST(each_column_of_an_entry_is_covered),
        TEST(an_altered_hash_is_blamed_on_its_own_entry),
        TEST(a_missing_entry_is_named),
        TEST(a_missing_end_shows_in_the_facts),
        TEST(a_forged_entry_does_not_fit),
        TEST(entries_that_changed_places_are_named),
        TEST(the_last_word_on_a_fact_is_the_last_entry),
        TEST(an_empty_one_begins_with_zeros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
