/* The one place that meets SQLite: what it refuses, what its statements promise, and that nobody
 * can use it to change what must not change. */
#include "database.h"
#include "limit.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

static struct place place;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    place_leave(&place);
    return 0;
}

static struct database *open_memory(void)
{
    struct database *database = database_open("uji", DATABASE_MEMORY, &place.err);
    assert_non_null(database);
    return database;
}

static struct database *open_file(enum database_access access_)
{
    if (access("kota.spbe", F_OK) != 0) {
        place_create(&place, "kota.spbe");
    }
    struct database *database = database_open("kota.spbe", access_, &place.err);
    assert_non_null(database);
    return database;
}

static void run(struct database *database, const char *sql)
{
    if (!database_define(database, sql, &place.err)) {
        fail_msg("%s", place.err.message);
    }
}

/* --- opening ---------------------------------------------------------------------------------- */

static void refuses(const char *path, const char *id)
{
    assert_null(database_open(path, DATABASE_READ, &place.err));
    assert_int_equal(place.err.kind, ERROR_STORE);
    place_failed(&place, id);
}

static void test_database__refuses_what_is_no_file_of_ours(void **state)
{
    (void)state;
    refuses("tidak-ada.spbe", "STORE_OPEN");
    refuses(".", "STORE_IS_FOLDER");
    place_write("teks.spbe", "Nilai kami 5.\n", 14);
    refuses("teks.spbe", "STORE_NOT_OURS");
    place_write("kosong.spbe", "", 0);
    refuses("kosong.spbe", "STORE_NOT_OURS");
    place_tamper("lain.spbe", "CREATE TABLE answer (met TEXT)");
    refuses("lain.spbe", "STORE_NOT_OURS");
    assert_int_equal(mkfifo("pipa.spbe", 0600), 0);
    refuses("pipa.spbe", "STORE_NOT_OURS");
}

static void test_database__a_reader_cannot_write(void **state)
{
    (void)state;
    struct database *database = open_file(DATABASE_READ);
    assert_false(database_run(database, "UPDATE assessment SET agency = 'x'", &place.err));
    place_failed(&place, "STORE_READONLY");
    database_close(database);
}

static void test_database__a_journal_mode_of_another_program_is_put_back(void **state)
{
    (void)state;
    place_create(&place, "kota.spbe");
    place_tamper("kota.spbe", "PRAGMA journal_mode = WAL");
    database_close(open_file(DATABASE_READ));
    char *mode = place_query("kota.spbe", "PRAGMA journal_mode");
    assert_string_equal(mode, "delete");
    free(mode);
}

static void test_database__settings_are_those_of_a_file_that_is_not_trusted(void **state)
{
    (void)state;
    static const struct {
        const char *pragma;
        int64_t value;
    } settings[] = {
        {"PRAGMA synchronous", 3},    {"PRAGMA cell_size_check", 1}, {"PRAGMA secure_delete", 1},
        {"PRAGMA foreign_keys", 1},   {"PRAGMA query_only", 0},      {"PRAGMA mmap_size", 0},
        {"PRAGMA trusted_schema", 0}, {"PRAGMA temp_store", 2},
    };
    struct database *database = open_file(DATABASE_WRITE);
    for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
        int64_t value = -1;
        assert_true(database_number(database, settings[i].pragma, &value, &place.err));
        if (value != settings[i].value) {
            fail_msg("%s is %d", settings[i].pragma, (int)value);
        }
    }
    database_close(database);
    assert_int_equal(sqlite3_hard_heap_limit64(-1), 128 << 20);
}

/* --- what statements may do ------------------------------------------------------------------- */

static void test_database__the_authorizer_lets_through_a_short_list_only(void **state)
{
    (void)state;
    static const char *const denied[] = {
        "UPDATE journal SET who = 'x'",
        "DELETE FROM journal",
        "DELETE FROM answer",
        "DELETE FROM evidence",
        "DROP TABLE answer",
        "CREATE TABLE more (x)",
        "CREATE TRIGGER t AFTER INSERT ON answer BEGIN SELECT 1; END",
        "CREATE TEMP TABLE more (x)",
        "CREATE VIEW v AS SELECT 1",
        "ALTER TABLE answer RENAME TO answers",
        "ATTACH 'lain.db' AS lain",
        "PRAGMA writable_schema = 1",
        "PRAGMA journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        "PRAGMA user_version = 9",
        "PRAGMA query_only = 0",
        "UPDATE sqlite_schema SET sql = ''",
        "REINDEX",
        "ANALYZE",
        "VACUUM INTO 'x.db'",
    };
    struct database *database = open_file(DATABASE_WRITE);
    for (size_t i = 0; i < sizeof denied / sizeof denied[0]; i++) {
        if (database_run(database, denied[i], &place.err)) {
            fail_msg("was let through: %s", denied[i]);
        }
        error_clear(&place.err);
    }
    assert_true(database_run(database, "UPDATE assessment SET agency = 'x'", &place.err));
    assert_true(database_run(database, "DELETE FROM chunk", &place.err));
    database_close(database);
}

static void test_database__functions_that_reach_outside_are_not_there(void **state)
{
    (void)state;
    struct database *database = open_memory();
    assert_false(database_run(database, "SELECT load_extension('x')", &place.err));
    error_clear(&place.err);
    assert_false(database_run(database, "SELECT readfile('/etc/passwd')", &place.err));
    error_clear(&place.err);
    /* Double quotes are names, never texts: a mistyped column is an error. */
    assert_false(database_run(database, "SELECT \"no such column\"", &place.err));
    error_clear(&place.err);
    database_close(database);
}

static void test_database__a_statement_without_end_is_stopped(void **state)
{
    (void)state;
    struct database *database = open_memory();
    database_set_deadline(database, 30);
    int64_t number = 0;
    assert_false(database_number(
        database,
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n",
        &number, &place.err));
    place_failed(&place, "STORE_SLOW");
    /* The next one has its own time. */
    assert_true(database_number(database, "SELECT 7", &number, &place.err));
    assert_int_equal(number, 7);
    assert_int_equal(LIMIT_STORE_RUN_MS, 30000);
    database_close(database);
}

static void test_database__a_value_that_is_too_large_is_refused(void **state)
{
    (void)state;
    struct database *database = open_memory();
    assert_true(database_run(database, "SELECT length(zeroblob(16777216))", &place.err));
    assert_false(database_run(database, "SELECT zeroblob(16777217)", &place.err));
    place_failed(&place, "STORE_LARGE");
    database_close(database);
}

/* --- statements ------------------------------------------------------------------------------- */

static void test_database__binds_and_reads_every_kind(void **state)
{
    (void)state;
    struct database *database = open_memory();
    struct arena arena = ARENA_EMPTY;
    struct statement *row = database_prepare(database, "SELECT ?1, ?2, ?3, ?4, ?5");
    statement_bind_text(row, 1, "naïve 'teks'");
    statement_bind_int(row, 2, INT64_MIN);
    statement_bind_bytes(row, 3, "a\0b", 3);
    statement_bind_text(row, 4, NULL);
    assert_true(statement_step(row));
    size_t length = 0;
    assert_string_equal(statement_text(row, 0, &arena), "naïve 'teks'");
    assert_true(statement_int(row, 1) == INT64_MIN);
    assert_memory_equal(statement_bytes(row, 2, &length), "a\0b", 3);
    assert_int_equal(length, 3);
    assert_true(statement_is_null(row, 3) && statement_is_null(row, 4));
    assert_null(statement_text(row, 3, &arena));
    assert_false(statement_step(row));
    assert_true(statement_end(row, &place.err));
    arena_release(&arena);
    database_close(database);
}

static void test_database__text_that_is_none_is_damage(void **state)
{
    (void)state;
    struct database *database = open_memory();
    struct arena arena = ARENA_EMPTY;
    static const char *const bad[] = {"SELECT CAST(x'C328' AS TEXT)",
                                      "SELECT CAST(x'610062' AS TEXT)",
                                      "SELECT CAST(x'EDA080' AS TEXT)"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct statement *row = database_prepare(database, bad[i]);
        assert_true(statement_step(row));
        assert_null(statement_text(row, 0, &arena));
        assert_false(statement_step(row));
        assert_false(statement_end(row, &place.err));
        place_failed(&place, "STORE_DAMAGED");
    }
    arena_release(&arena);
    database_close(database);
}

static void test_database__after_a_failure_every_call_does_nothing(void **state)
{
    (void)state;
    struct database *database = open_memory();
    struct arena arena = ARENA_EMPTY;
    size_t length = 9;
    struct statement *row = database_prepare(database, "SELECT x FROM nowhere");
    statement_bind_text(row, 1, "x");
    statement_bind_int(row, 1, 1);
    statement_bind_bytes(row, 1, "x", 1);
    assert_false(statement_step(row));
    assert_int_equal(statement_int(row, 0), 0);
    assert_null(statement_text(row, 0, &arena));
    assert_null(statement_bytes(row, 0, &length));
    assert_int_equal(length, 0);
    assert_false(statement_end(row, &place.err));
    place_failed(&place, "STORE_FAILED");
    arena_release(&arena);
    database_close(database);
}

static void test_database__a_literal_is_compiled_once_and_may_be_used_within_itself(void **state)
{
    (void)state;
    static const char sql[] = "SELECT 1 UNION ALL SELECT 2";
    struct database *database = open_memory();
    struct statement *outer = database_prepare(database, sql);
    assert_true(statement_step(outer));
    struct statement *inner = database_prepare(database, sql);
    assert_ptr_not_equal(outer, inner);
    assert_true(statement_step(inner));
    assert_int_equal(statement_int(inner, 0), 1);
    assert_true(statement_end(inner, &place.err));
    assert_true(statement_step(outer));
    assert_int_equal(statement_int(outer, 0), 2);
    assert_true(statement_end(outer, &place.err));
    struct statement *again = database_prepare(database, sql);
    assert_true(again == outer || again == inner);
    assert_true(statement_end(again, &place.err));
    database_close(database);
}

/* Literals of more statements than are kept, the whole round several times. */
static void test_database__more_statements_than_are_kept_still_work(void **state)
{
    (void)state;
    enum { MANY = 200, LENGTH = 32 };
    static char literals[MANY][LENGTH];
    struct database *database = open_memory();
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < MANY; i++) {
            int64_t number = 0;
            snprintf(literals[i], LENGTH, "SELECT %d", i);
            assert_true(database_number(database, literals[i], &number, &place.err));
            assert_int_equal(number, i);
        }
    }
    database_close(database);
}

static void test_database__no_row_is_the_number_0(void **state)
{
    (void)state;
    struct database *database = open_memory();
    int64_t number = 5;
    assert_true(database_number(database, "SELECT 1 WHERE 0", &number, &place.err));
    assert_int_equal(number, 0);
    database_close(database);
}

/* --- transactions ----------------------------------------------------------------------------- */

static int64_t count_rows(struct database *database)
{
    int64_t count = -1;
    assert_true(database_number(database, "SELECT count(*) FROM t", &count, &place.err));
    return count;
}

static void test_database__a_transaction_lasts_or_never_was(void **state)
{
    (void)state;
    struct database *database = open_memory();
    run(database, "CREATE TABLE t (x)");
    assert_true(database_begin(database, "a.c", 1, &place.err));
    assert_true(database_is_writing(database));
    assert_true(database_run(database, "INSERT INTO t VALUES (1)", &place.err));
    database_rollback(database);
    assert_false(database_is_writing(database));
    assert_int_equal(count_rows(database), 0);
    assert_true(database_begin(database, "a.c", 2, &place.err));
    assert_true(database_run(database, "INSERT INTO t VALUES (1)", &place.err));
    assert_true(database_commit(database, &place.err));
    assert_int_equal(count_rows(database), 1);
    database_rollback(database);
    database_close(database);
}

static void test_database__a_second_transaction_names_where_the_first_began(void **state)
{
    (void)state;
    struct database *database = open_memory();
    assert_true(database_begin(database, "merge.c", 41, &place.err));
    assert_false(database_begin(database, "edit.c", 7, &place.err));
    assert_non_null(strstr(place.err.message, "merge.c:41"));
    place_failed(&place, "STORE_NESTED");
    assert_true(database_is_writing(database));
    database_close(database);
}

static void test_database__a_broken_rule_of_the_file_is_told(void **state)
{
    (void)state;
    struct database *database = open_file(DATABASE_WRITE);
    assert_false(database_run(database,
                              "INSERT INTO answer (criterion, indicator, met) "
                              "VALUES ('x', 'y', 'maybe')",
                              &place.err));
    place_failed(&place, "STORE_REFUSED");
    database_close(database);
}

/* --- two processes ---------------------------------------------------------------------------- */

/* Holds the file for writing in a child until the pipe is closed. */
static pid_t hold(int *release)
{
    int ready[2];
    int go[2];
    assert_int_equal(pipe(ready) | pipe(go), 0);
    pid_t child = fork();
    if (child == 0) {
        char byte = 0;
        struct error err = {.kind = ERROR_NONE};
        close(go[1]);
        struct database *database = database_open("kota.spbe", DATABASE_WRITE, &err);
        bool ok = database != NULL && database_begin(database, __FILE__, __LINE__, &err) &&
                  write(ready[1], "x", 1) == 1 && read(go[0], &byte, 1) == 0;
        _exit(ok ? 0 : 1);
    }
    char byte = 0;
    close(go[0]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    close(ready[1]);
    *release = go[1];
    return child;
}

static void test_database__a_second_writer_waits_and_is_then_told(void **state)
{
    (void)state;
    int release = -1;
    place_create(&place, "kota.spbe");
    pid_t child = hold(&release);
    struct database *database = open_file(DATABASE_WRITE);
    time_t begun = time(NULL);
    assert_false(database_begin(database, __FILE__, __LINE__, &place.err));
    place_failed(&place, "STORE_BUSY");
    assert_in_range(time(NULL) - begun, LIMIT_STORE_WAIT_MS / 1000 - 1,
                    LIMIT_STORE_WAIT_MS / 1000 + 2);
    close(release);
    int status = 0;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    assert_true(database_begin(database, __FILE__, __LINE__, &place.err));
    database_close(database);
}

static void test_database__readers_go_on_while_another_writes(void **state)
{
    (void)state;
    int release = -1;
    place_create(&place, "kota.spbe");
    pid_t child = hold(&release);
    struct database *database = open_file(DATABASE_READ);
    int64_t count = 0;
    assert_true(database_number(database, "SELECT count(*) FROM assessment", &count, &place.err));
    assert_int_equal(count, 1);
    database_close(database);
    close(release);
    waitpid(child, NULL, 0);
}

/* --- the rest --------------------------------------------------------------------------------- */

static void test_database__knows_network_file_systems(void **state)
{
    (void)state;
    assert_true(database_is_network(0x6969));
    assert_true(database_is_network(0xff534d42));
    assert_true(database_is_network(0xfe534d42));
    assert_false(database_is_network(0xef53));
    assert_false(database_is_network(0x01021994));
    place_create(&place, "kota.spbe");
    assert_false(database_is_shared("kota.spbe"));
    assert_false(database_is_shared("tidak-ada"));
}

static void test_database__copies_into_an_empty_file(void **state)
{
    (void)state;
    struct database *database = open_file(DATABASE_READ);
    place_write("salinan.spbe", "", 0);
    assert_true(database_copy(database, "salinan.spbe", &place.err));
    /* The guard is back afterwards. */
    assert_false(database_run(database, "VACUUM INTO 'lain.spbe'", &place.err));
    error_clear(&place.err);
    database_close(database);
    char *agency = place_query("salinan.spbe", "SELECT agency FROM assessment");
    assert_string_equal(agency, "Kota Uji");
    free(agency);
    place_write("penuh.spbe", "isi", 3);
    database = open_file(DATABASE_READ);
    assert_false(database_copy(database, "penuh.spbe", &place.err));
    database_close(database);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_database__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(refuses_what_is_no_file_of_ours),
        TEST(a_reader_cannot_write),
        TEST(a_journal_mode_of_another_program_is_put_back),
        TEST(settings_are_those_of_a_file_that_is_not_trusted),
        TEST(the_authorizer_lets_through_a_short_list_only),
        TEST(functions_that_reach_outside_are_not_there),
        TEST(a_statement_without_end_is_stopped),
        TEST(a_value_that_is_too_large_is_refused),
        TEST(binds_and_reads_every_kind),
        TEST(text_that_is_none_is_damage),
        TEST(after_a_failure_every_call_does_nothing),
        TEST(a_literal_is_compiled_once_and_may_be_used_within_itself),
        TEST(more_statements_than_are_kept_still_work),
        TEST(no_row_is_the_number_0),
        TEST(a_transaction_lasts_or_never_was),
        TEST(a_second_transaction_names_where_the_first_began),
        TEST(a_broken_rule_of_the_file_is_told),
        TEST(a_second_writer_waits_and_is_then_told),
        TEST(readers_go_on_while_another_writes),
        TEST(knows_network_file_systems),
        TEST(copies_into_an_empty_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
