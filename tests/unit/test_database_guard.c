/* A database from elsewhere stays in its place: what our statements need goes through, and nothing
 * that could rewrite the journal, reach another file or run what a stranger left in the schema. */
#include "database_guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>
#include <cmocka.h>

static sqlite3 *base;

/* Runs statements; SQLite's result. */
static int run(const char *sql)
{
    return sqlite3_exec(base, sql, NULL, NULL, NULL);
}

static void goes(const char *sql)
{
    if (run(sql) != SQLITE_OK) {
        fail_msg("%s: %s", sql, sqlite3_errmsg(base));
    }
}

static void is_denied(const char *sql)
{
    if (run(sql) != SQLITE_AUTH) {
        fail_msg("%s: was not denied", sql);
    }
}

/* The first value of a question, as a number. */
static int number_of(const char *sql)
{
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_prepare_v2(base, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int number = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return number;
}

static int enter(void **state)
{
    (void)state;
    assert_int_equal(sqlite3_open(":memory:", &base), SQLITE_OK);
    goes("CREATE TABLE journal (number INTEGER PRIMARY KEY, now TEXT);"
         "CREATE TABLE response (indicator TEXT PRIMARY KEY, claimed TEXT);"
         "CREATE TABLE chunk (number INTEGER PRIMARY KEY, bytes BLOB);"
         "INSERT INTO journal VALUES (1, 'satu');"
         "INSERT INTO response VALUES ('I01', '2');"
         "INSERT INTO chunk VALUES (1, x'00')");
    return 0;
}

static int leave(void **state)
{
    (void)state;
    assert_int_equal(sqlite3_close(base), SQLITE_OK);
    return 0;
}

static void guard(void)
{
    assert_int_equal(database_guard_harden(base), SQLITE_OK);
    database_guard_on(base);
}

static void test_database_guard__facts_are_read_added_and_replaced(void **state)
{
    (void)state;
    guard();
    goes("BEGIN");
    goes("INSERT INTO response VALUES ('I02', '3')");
    goes("UPDATE response SET claimed = '4' WHERE indicator = 'I01'");
    goes("INSERT INTO journal VALUES (2, 'dua')");
    goes("COMMIT");
    assert_int_equal(number_of("SELECT count(*) FROM response"), 2);
    assert_int_equal(number_of("SELECT claimed FROM response WHERE indicator = 'I01'"), 4);
}

static void test_database_guard__the_journal_is_only_added_to(void **state)
{
    (void)state;
    guard();
    is_denied("UPDATE journal SET now = 'lain'");
    is_denied("DELETE FROM journal");
    is_denied("DELETE FROM journal WHERE number = 1");
    assert_int_equal(number_of("SELECT count(*) FROM journal WHERE now = 'satu'"), 1);
}

static void test_database_guard__only_pieces_of_documents_are_deleted(void **state)
{
    (void)state;
    guard();
    is_denied("DELETE FROM response");
    is_denied("DELETE FROM response WHERE indicator = 'I01'");
    goes("DELETE FROM chunk WHERE number = 1");
    assert_int_equal(number_of("SELECT count(*) FROM chunk"), 0);
}

static void test_database_guard__the_schema_stays_as_it_is(void **state)
{
    (void)state;
    guard();
    const char *const changes[] = {
        "CREATE TABLE lain (a)",
        "CREATE TEMP TABLE lain (a)",
        "CREATE INDEX lain ON response (claimed)",
        "CREATE VIEW lain AS SELECT 1",
        "CREATE TEMP VIEW lain AS SELECT 1",
        "CREATE TRIGGER lain AFTER INSERT ON journal BEGIN SELECT 1; END",
        "CREATE TEMP TRIGGER lain AFTER INSERT ON journal BEGIN SELECT 1; END",
        "DROP TABLE journal",
        "ALTER TABLE journal RENAME TO lain",
        "ALTER TABLE journal ADD COLUMN lain",
        "REINDEX",
        "ANALYZE",
    };
    int before = number_of("SELECT count(*) FROM sqlite_schema");
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        if (run(changes[i]) == SQLITE_OK) {
            fail_msg("%s: went through", changes[i]);
        }
    }
    assert_int_equal(number_of("SELECT count(*) FROM sqlite_schema"), before);
}

static void test_database_guard__no_other_file_is_reached(void **state)
{
    (void)state;
    guard();
    is_denied("ATTACH ':memory:' AS lain");
    is_denied("DETACH main");
    if (run("VACUUM INTO 'lain.spbe'") == SQLITE_OK) {
        fail_msg("VACUUM INTO went through");
    }
    if (run("SELECT load_extension('lain')") == SQLITE_OK) {
        fail_msg("an extension was loaded");
    }
}

static void test_database_guard__switches_are_turned_by_us_alone(void **state)
{
    (void)state;
    guard();
    is_denied("PRAGMA writable_schema = ON");
    is_denied("PRAGMA journal_mode = OFF");
    is_denied("PRAGMA user_version = 7");
    is_denied("PRAGMA trusted_schema = ON");
    is_denied("PRAGMA secure_delete = OFF");
    goes("PRAGMA user_version");
    goes("PRAGMA quick_check(1)");
    goes("PRAGMA INTEGRITY_CHECK");
    assert_int_equal(number_of("PRAGMA user_version"), 0);
}

static void test_database_guard__it_can_be_taken_away_and_put_back(void **state)
{
    (void)state;
    guard();
    database_guard_off(base);
    goes("CREATE TABLE lain (a)");
    database_guard_on(base);
    is_denied("DROP TABLE lain");
}

/* A trigger that was planted before we came does not run. */
static void test_database_guard__a_planted_trigger_does_not_run(void **state)
{
    (void)state;
    goes("CREATE TRIGGER jahat AFTER INSERT ON response BEGIN UPDATE response SET claimed = '5'; "
         "END");
    guard();
    goes("INSERT INTO response VALUES ('I02', '1')");
    assert_int_equal(number_of("SELECT count(*) FROM response WHERE claimed = '5'"), 0);
}

static void test_database_guard__a_text_in_double_quotes_is_no_text(void **state)
{
    (void)state;
    goes("SELECT 1");
    guard();
    assert_int_not_equal(run("SELECT \"tidak ada kolom ini\""), SQLITE_OK);
    goes("SELECT 'teks'");
}

static void test_database_guard__long_statements_and_values_are_refused(void **state)
{
    (void)state;
    guard();
    assert_int_not_equal(run("SELECT length(zeroblob(17000000 + 1))"), SQLITE_OK);
    goes("SELECT length(zeroblob(1000000))");
    assert_int_equal(sqlite3_limit(base, SQLITE_LIMIT_SQL_LENGTH, -1), 100000);
    assert_int_equal(sqlite3_limit(base, SQLITE_LIMIT_WORKER_THREADS, -1), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_database_guard__facts_are_read_added_and_replaced),
        TEST(test_database_guard__the_journal_is_only_added_to),
        TEST(test_database_guard__only_pieces_of_documents_are_deleted),
        TEST(test_database_guard__the_schema_stays_as_it_is),
        TEST(test_database_guard__no_other_file_is_reached),
        TEST(test_database_guard__switches_are_turned_by_us_alone),
        TEST(test_database_guard__it_can_be_taken_away_and_put_back),
        TEST(test_database_guard__a_planted_trigger_does_not_run),
        TEST(test_database_guard__a_text_in_double_quotes_is_no_text),
        TEST(test_database_guard__long_statements_and_values_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
