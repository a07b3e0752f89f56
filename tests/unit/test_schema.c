/* The tables of a file: made whole, never changed behind our back, brought forward step by step. */
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

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    place_create(&place, "kota.spbe");
    return 0;
}

static int leave(void **state)
{
    (void)state;
    place_leave(&place);
    return 0;
}

/* Wants a file to be refused with the schema's row, and the finding in its sentence. */
static void refused_for(const char *tamper, const char *finding)
{
    place_tamper("kota.spbe", tamper);
    assert_null(store_open("kota.spbe", STORE_READ, &place.err));
    if (strstr(place.err.message, finding) == NULL) {
        fail_msg("%s: %s", tamper, place.err.message);
    }
    place_failed(&place, "STORE_SCHEMA");
}

static void test_schema__planted_objects_are_refused_by_name(void **state)
{
    (void)state;
    static const struct {
        const char *plant, *finding, *remove;
    } cases[] = {
        {"CREATE TABLE extra (x)", "table extra", "DROP TABLE extra"},
        {"CREATE VIEW evil AS SELECT 1", "view evil", "DROP VIEW evil"},
        {"CREATE TRIGGER evil AFTER INSERT ON answer BEGIN DELETE FROM answer; END", "trigger evil",
         "DROP TRIGGER evil"},
        {"CREATE INDEX evil ON answer (note)", "index evil", "DROP INDEX evil"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        refused_for(cases[i].plant, cases[i].finding);
        place_tamper("kota.spbe", cases[i].remove);
        store_close(place_store(&place, "kota.spbe", STORE_READ));
    }
}

static void test_schema__missing_and_changed_tables_are_refused_by_name(void **state)
{
    (void)state;
    refused_for("DROP INDEX journal_fact", "index journal_fact");
    place_tamper("kota.spbe", "CREATE INDEX journal_fact ON journal (subject, field, number)");
    store_close(place_store(&place, "kota.spbe", STORE_READ));
    refused_for("ALTER TABLE unit ADD COLUMN x TEXT", "table unit");
}

static void test_schema__statistics_of_another_program_are_refused(void **state)
{
    (void)state;
    refused_for("ANALYZE", "sqlite_stat1");
}

static void test_schema__a_check_that_was_loosened_is_seen(void **state)
{
    (void)state;
    refused_for("PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, "
                "'met         TEXT CHECK (met IN (''yes'', ''no''))', 'met         TEXT') "
                "WHERE name = 'answer'",
                "table answer");
}

static void test_schema__every_table_and_column_has_a_comment(void **state)
{
    (void)state;
    char *bare = place_query("kota.spbe", "SELECT group_concat(name) FROM sqlite_schema "
                                          "WHERE type = 'table' AND sql NOT LIKE '%(%--%'");
    assert_string_equal(bare, "");
    free(bare);
    char *loose =
        place_query("kota.spbe", "SELECT group_concat(name) FROM pragma_table_list "
                                 "WHERE schema = 'main' AND type = 'table' AND strict = 0 "
                                 "AND name NOT LIKE 'sqlite_%'");
    assert_string_equal(loose, "");
    free(loose);
}

/* --- migrations ------------------------------------------------------------------------------- */

static bool to_5(struct database *database, struct error *err)
{
    return database_define(database, "CREATE TABLE two (x TEXT) STRICT; PRAGMA user_version = 5",
                           err);
}

static bool to_6(struct database *database, struct error *err)
{
    return database_define(
        database, "INSERT INTO two SELECT agency FROM assessment; PRAGMA user_version = 6", err);
}

static bool to_6_and_fail(struct database *database, struct error *err)
{
    return to_6(database, err) && database_define(database, "INSERT INTO nowhere VALUES (1)", err);
}

static int version_of(const char *path)
{
    char *text = place_query(path, "PRAGMA user_version");
    int version = atoi(text);
    free(text);
    return version;
}

static void test_schema__a_file_goes_forward_step_by_step(void **state)
{
    (void)state;
    const struct migration steps[] = {schema_migrations[0],
                                      schema_migrations[1],
                                      schema_migrations[2],
                                      schema_migrations[3],
                                      {5, to_5},
                                      {6, to_6}};
    struct database *database = database_open("kota.spbe", DATABASE_WRITE, &place.err);
    assert_true(schema_migrate(database, steps, 6, &place.err));
    /* A second time there is nothing to do. */
    assert_true(schema_migrate(database, steps, 6, &place.err));
    database_close(database);
    assert_int_equal(version_of("kota.spbe"), 6);
    char *moved = place_query("kota.spbe", "SELECT x FROM two");
    assert_string_equal(moved, "Kota Uji");
    free(moved);
}

static void test_schema__a_step_that_fails_leaves_the_old_file(void **state)
{
    (void)state;
    const struct migration steps[] = {schema_migrations[0],
                                      schema_migrations[1],
                                      schema_migrations[2],
                                      schema_migrations[3],
                                      {5, to_5},
                                      {6, to_6_and_fail}};
    struct database *database = database_open("kota.spbe", DATABASE_WRITE, &place.err);
    assert_false(schema_migrate(database, steps, 6, &place.err));
    error_clear(&place.err);
    database_close(database);
    assert_int_equal(version_of("kota.spbe"), SCHEMA_VERSION);
    store_close(place_store(&place, "kota.spbe", STORE_READ));
}

static void test_schema__a_newer_file_is_refused(void **state)
{
    (void)state;
    place_tamper("kota.spbe", "PRAGMA user_version = 5");
    assert_null(store_open("kota.spbe", STORE_READ, &place.err));
    place_failed(&place, "STORE_NEWER");
    assert_null(store_open("kota.spbe", STORE_EXAMINE, &place.err));
    place_failed(&place, "STORE_NEWER");
    struct database *database = database_open("kota.spbe", DATABASE_WRITE, &place.err);
    assert_false(schema_migrate(database, schema_migrations, schema_migration_count, &place.err));
    place_failed(&place, "STORE_NEWER");
    database_close(database);
}

/* Whatever version a file was made by, it ends up as one that was made today. */
static void test_schema__each_earlier_version_comes_to_the_newest(void **state)
{
    (void)state;
    for (size_t i = 1; i <= schema_migration_count; i++) {
        char path[16];
        snprintf(path, sizeof path, "v%zu.spbe", i);
        fclose(fopen(path, "we"));
        struct database *database = database_open(path, DATABASE_CREATE, &place.err);
        assert_non_null(database);
        assert_true(schema_migrate(database, schema_migrations, i, &place.err));
        database_close(database);
        assert_int_equal(version_of(path), (int)i);
        database = database_open(path, DATABASE_WRITE, &place.err);
        assert_true(
            schema_migrate(database, schema_migrations, schema_migration_count, &place.err));
        assert_true(schema_compare(database, NULL, NULL, &place.err));
        database_close(database);
        assert_int_equal(version_of(path), SCHEMA_VERSION);
    }
}

static void test_schema__version_0_is_no_file_of_ours(void **state)
{
    (void)state;
    place_tamper("kota.spbe", "PRAGMA user_version = 0");
    assert_null(store_open("kota.spbe", STORE_WRITE, &place.err));
    place_failed(&place, "STORE_DAMAGED");
}

static void test_schema__the_newest_version_is_the_last_migration(void **state)
{
    (void)state;
    assert_int_equal(schema_migrations[schema_migration_count - 1].to, SCHEMA_VERSION);
    for (size_t i = 0; i < schema_migration_count; i++) {
        assert_int_equal(schema_migrations[i].to, (int)i + 1);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_schema__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(planted_objects_are_refused_by_name),
        TEST(missing_and_changed_tables_are_refused_by_name),
        TEST(statistics_of_another_program_are_refused),
        TEST(a_check_that_was_loosened_is_seen),
        TEST(every_table_and_column_has_a_comment),
        TEST(a_file_goes_forward_step_by_step),
        TEST(a_step_that_fails_leaves_the_old_file),
        TEST(each_earlier_version_comes_to_the_newest),
        TEST(a_newer_file_is_refused),
        TEST(version_0_is_no_file_of_ours),
        TEST(the_newest_version_is_the_last_migration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
