/* One fact in its table: every field of change.h can be set, read back, listed and taken away. */
#include "fact.h"
#include "schema.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static struct place place;
static struct database *database;
static struct arena arena;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    arena = (struct arena)ARENA_EMPTY;
    database = database_open("uji", DATABASE_MEMORY, &place.err);
    return !schema_migrate(database, schema_migrations, schema_migration_count, &place.err);
}

static int leave(void **state)
{
    (void)state;
    arena_release(&arena);
    database_close(database);
    place_leave(&place);
    return 0;
}

static const char sha256[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/* A subject, the indicator that it belongs to, and two texts that its field takes; the first field
 * of a table comes before those that lean on it. */
static const struct sample {
    enum field field;
    const char *subject, *indicator, *one, *two;
} samples[] = {
    {FIELD_INSTRUMENT, "", NULL, "spbe-2020", "spbe-2018"},
    {FIELD_RULES, "", NULL, sha256, NULL},
    {FIELD_AGENCY, "", NULL, "Kota Uji", "Kota Lain"},
    {FIELD_KIND, "", NULL, "kota", "provinsi"},
    {FIELD_YEAR, "", NULL, "2024", "2023"},
    {FIELD_PERSON, "", NULL, "Siti", "Budi"},
    {FIELD_RULE_FILE, "pack.lua", NULL, sha256, NULL},
    {FIELD_UNIT_LISTED, "Dinas 'A'", NULL, "Dinas 'A'", NULL},
    {FIELD_DEADLINE, "", NULL, "2026-12-15", "2027-01-31"},
    {FIELD_GENERAL, "PU1", NULL, "ya", "tidak"},
    {FIELD_CLAIMED, "I01", "I01", "3", "1.26"},
    {FIELD_VERIFIED, "I01", "I01", "2", "7/6"},
    {FIELD_VERIFIED_REASON, "I01", "I01", "a", "b"},
    {FIELD_NOTE, "I01", "I01", "a", "b"},
    {FIELD_UNIT, "I01", "I01", "Dinas 'A'", NULL},
    {FIELD_STATE, "I01", "I01", "locked", "returned"},
    {FIELD_STATE_REASON, "I01", "I01", "a", "b"},
    {FIELD_CARRIED, "I01", "I01", "a", "b"},
    {FIELD_EXPLANATION, "I01.2", "I01", "a", "b"},
    {FIELD_MET, "I01.2.a", "I01", "yes", "no"},
    {FIELD_MET_NOTE, "I01.2.a", "I01", "a", "b"},
    {FIELD_ITEM, "I01.2.e1", "I01", "no", "yes"},
    {FIELD_ITEM_NOTE, "I01.2.e1", "I01", "a", "b"},
    {FIELD_MEASURE, "I01/indeks", "I01", "68.75", "1"},
    {FIELD_EVIDENCE_FOR, "E1", "I01", "I01", NULL},
    {FIELD_EVIDENCE_TITLE, "E1", "I01", "a", "b"},
    {FIELD_EVIDENCE_NUMBER, "E1", "I01", "a", "b"},
    {FIELD_EVIDENCE_DATE, "E1", "I01", "2024-01-01", "2024-01-02"},
    {FIELD_EVIDENCE_FILE, "E1", "I01", "a", "b"},
    {FIELD_EVIDENCE_SHA256, "E1", "I01", sha256, NULL},
    {FIELD_EVIDENCE_UNIT, "E1", "I01", "a", "b"},
    {FIELD_EVIDENCE_PAGES, "E1", "I01", "a", "b"},
    {FIELD_EVIDENCE_NOTE, "E1", "I01", "a", "b"},
    {FIELD_EVIDENCE_SUPPORTS, "E1", "I01", "I01.2.a", "I01.2.a,I01.2.b"},
    {FIELD_EVIDENCE_WITHDRAWN, "E1", "I01", "a", "b"},
    {FIELD_EVIDENCE_REPLACED, "E1", "I01", "E2", "E3"},
    {FIELD_VERDICT_FOR, "V1", "I01", "I01", NULL},
    {FIELD_VERDICT_STAGE, "V1", "I01", "dokumen", "reviu"},
    {FIELD_VERDICT_VALUE, "V1", "I01", "2", "3"},
    {FIELD_VERDICT_REASON, "V1", "I01", "a", "b"},
    {FIELD_VERDICT_BY, "V1", "I01", "a", "b"},
    {FIELD_CONTENT, sha256, NULL, "48213", "purged"},
    {FIELD_INSPECTION, sha256, NULL, "pages=1", "pages=2"},
};
enum { SAMPLES = sizeof samples / sizeof samples[0] };

static void put(const struct sample *sample, const char *now)
{
    if (!fact_put(database, sample->field, sample->indicator, sample->subject, now, &place.err)) {
        fail_msg("%s: %s", change_word(sample->field), place.err.message);
    }
}

static void check_is(const struct sample *sample, const char *expected)
{
    const char *now = "x";
    assert_true(fact_get(database, sample->field, sample->subject, &arena, &now, &place.err));
    if (expected == NULL) {
        assert_null(now);
    } else {
        assert_string_equal(now, expected);
    }
}

static void test_fact__every_field_has_a_sample(void **state)
{
    (void)state;
    assert_int_equal(SAMPLES, FIELD_COUNT);
    for (int field = 0; field < FIELD_COUNT; field++) {
        assert_int_equal(samples[field].field, field);
    }
}

static void test_fact__every_field_is_set_and_changed_and_read_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        check_is(&samples[i], NULL);
        put(&samples[i], samples[i].one);
        check_is(&samples[i], samples[i].one);
        if (samples[i].two != NULL) {
            put(&samples[i], samples[i].two);
            check_is(&samples[i], samples[i].two);
        }
    }
    /* None of them has changed another. */
    for (size_t i = 0; i < SAMPLES; i++) {
        check_is(&samples[i], samples[i].two != NULL ? samples[i].two : samples[i].one);
    }
}

static void test_fact__every_field_can_be_taken_away(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        put(&samples[i], samples[i].one);
    }
    for (size_t i = SAMPLES; i-- > 0;) {
        if (samples[i].field != FIELD_CONTENT) {
            put(&samples[i], NULL);
            check_is(&samples[i], NULL);
        }
    }
}

/* What fact_each told. */
struct seen {
    size_t count;
    const char *subject, *indicator, *now;
};

static bool see(void *context, const char *subject, const char *indicator, const char *now)
{
    struct seen *seen = context;
    *seen = (struct seen){seen->count + 1, subject, indicator, now};
    return true;
}

static void test_fact__every_field_is_listed_with_subject_and_indicator(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLES; i++) {
        struct seen seen = {.count = 0};
        assert_true(fact_each(database, samples[i].field, &arena, see, &seen, &place.err));
        assert_int_equal(seen.count, 0);
        put(&samples[i], samples[i].one);
        assert_true(fact_each(database, samples[i].field, &arena, see, &seen, &place.err));
        assert_int_equal(seen.count, 1);
        assert_string_equal(seen.subject, samples[i].subject);
        assert_string_equal(seen.now, samples[i].one);
        if (samples[i].indicator == NULL) {
            assert_null(seen.indicator);
        } else {
            assert_string_equal(seen.indicator, samples[i].indicator);
        }
    }
}

static void test_fact__values_that_the_file_does_not_know_are_refused(void **state)
{
    (void)state;
    static const struct sample bad[] = {
        {FIELD_KIND, "", NULL, "desa", NULL},
        {FIELD_YEAR, "", NULL, "1999", NULL},
        {FIELD_YEAR, "", NULL, "2101", NULL},
        {FIELD_AGENCY, "", NULL, "", NULL},
        {FIELD_RULES, "", NULL, "abc", NULL},
        {FIELD_MET, "I01.2.a", "I01", "maybe", NULL},
        {FIELD_STATE, "I01", "I01", "open", NULL},
        {FIELD_UNIT, "I01", "I01", "tidak terdaftar", NULL},
        {FIELD_UNIT_LISTED, "Dinas A", NULL, "Dinas B", NULL},
        {FIELD_VERDICT_STAGE, "V1", "I01", "akhir", NULL},
        {FIELD_EVIDENCE_FOR, "E1", "I01", "I02", NULL},
        {FIELD_EVIDENCE_FOR, "E0", "I01", "I01", NULL},
        {FIELD_EVIDENCE_FOR, "E1000000001", "I01", "I01", NULL},
        {FIELD_EVIDENCE_REPLACED, "E1", "I01", "1", NULL},
        {FIELD_INSPECTION, "abc", NULL, "pages=1", NULL},
        {FIELD_CONTENT, "abc", NULL, "5", NULL},
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        if (fact_put(database, bad[i].field, bad[i].indicator, bad[i].subject, bad[i].one,
                     &place.err)) {
            fail_msg("%s took '%s'", change_word(bad[i].field), bad[i].one);
        }
        place_failed(&place, "STORE_REFUSED");
    }
}

static void test_fact__numbers_go_on_and_a_subject_of_another_kind_finds_nothing(void **state)
{
    (void)state;
    int64_t number = 0;
    const char *now = NULL;
    assert_true(fact_next_number(database, FIELD_EVIDENCE_FOR, &number, &place.err));
    assert_int_equal(number, 1);
    put(&(struct sample){FIELD_EVIDENCE_FOR, "E7", "I01", NULL, NULL}, "I01");
    assert_true(fact_next_number(database, FIELD_EVIDENCE_FOR, &number, &place.err));
    assert_int_equal(number, 8);
    assert_true(fact_next_number(database, FIELD_VERDICT_FOR, &number, &place.err));
    assert_int_equal(number, 1);
    static const char *const others[] = {"V7", "7", "E07", "E7 ", "X7", ""};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        assert_true(fact_get(database, FIELD_EVIDENCE_FOR, others[i], &arena, &now, &place.err));
        assert_null(now);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_fact__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fact__every_field_has_a_sample),
        TEST(every_field_is_set_and_changed_and_read_back),
        TEST(every_field_can_be_taken_away),
        TEST(every_field_is_listed_with_subject_and_indicator),
        TEST(values_that_the_file_does_not_know_are_refused),
        TEST(numbers_go_on_and_a_subject_of_another_kind_finds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
