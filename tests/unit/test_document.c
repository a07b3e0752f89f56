/* The bytes of documents: kept once, whole, found out when they change, gone when purged. */
#include "document.h"
#include "limit.h"
#include "schema.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static struct place place;
static struct store *store;

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
    store_close(store);
    place_leave(&place);
    return 0;
}

/* A file of `size` bytes that differ from piece to piece. */
static void make_file(const char *path, size_t size)
{
    char *bytes = malloc(size + 1);
    for (size_t i = 0; i < size; i++) {
        bytes[i] = (char)(i * 31 + i / 4099);
    }
    place_write(path, bytes, size);
    free(bytes);
}

/* A file of `size` bytes without any content on the disk. */
static void make_hole(const char *path, off_t size)
{
    place_write(path, "", 0);
    assert_int_equal(truncate(path, size), 0);
}

static bool keep(const char *path, char sha256[65])
{
    bool ok = store_begin(store, "Siti", "test", &place.err) &&
              store_keep(store, path, sha256, &place.err) && store_commit(store, &place.err);
    if (!ok) {
        store_rollback(store);
    }
    return ok;
}

static void check_same(const char *one, const char *other)
{
    char command[128];
    snprintf(command, sizeof command, "cmp -s %s %s", one, other);
    assert_int_equal(system(command), 0);
}

static void test_document__comes_out_as_it_went_in_around_the_edges_of_a_piece(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, DATABASE_PIECE_BYTES - 1, DATABASE_PIECE_BYTES,
                                   DATABASE_PIECE_BYTES + 1, 3 * DATABASE_PIECE_BYTES};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        char sha256[65];
        make_file("masuk.bin", sizes[i]);
        assert_true(keep("masuk.bin", sha256));
        assert_true(store_fetch(store, sha256, "keluar.bin", &place.err));
        check_same("masuk.bin", "keluar.bin");
    }
}

static void test_document__equal_ones_are_kept_once(void **state)
{
    (void)state;
    char first[65];
    char second[65];
    make_file("a.bin", 5000);
    make_file("b.bin", 5000);
    assert_true(keep("a.bin", first) && keep("b.bin", second));
    assert_string_equal(first, second);
    char *count = place_query("kota.spbe", "SELECT count(*) FROM chunk");
    assert_string_equal(count, "1");
    free(count);
}

static void test_document__the_largest_goes_in_and_one_byte_more_does_not(void **state)
{
    (void)state;
    char sha256[65];
    int64_t size = 0;
    make_hole("besar.bin", (off_t)LIMIT_DOCUMENT_BYTES);
    assert_true(document_hash("besar.bin", sha256, &size, &place.err));
    assert_int_equal(size, LIMIT_DOCUMENT_BYTES);
    make_hole("besar.bin", (off_t)LIMIT_DOCUMENT_BYTES + 1);
    assert_false(document_hash("besar.bin", sha256, &size, &place.err));
    assert_int_equal(place.err.kind, ERROR_LIMIT);
    place_failed(&place, "FILE_LARGE");
}

static void test_document__what_is_no_document_is_refused(void **state)
{
    (void)state;
    char sha256[65];
    place_write("kosong", "", 0);
    assert_int_equal(mkfifo("pipa", 0600), 0);
    static const struct {
        const char *path, *id;
    } cases[] = {{"tidak-ada", "FILE_OPEN"},
                 {".", "FILE_FOLDER"},
                 {"kosong", "DOCUMENT_EMPTY"},
                 {"pipa", "DOCUMENT_SPECIAL"},
                 {"/dev/zero", "DOCUMENT_SPECIAL"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_false(keep(cases[i].path, sha256));
        place_failed(&place, cases[i].id);
    }
    assert_int_equal(store_history_length(store), 6);
}

/* The file is hashed, then read again: what changes in between must not get the wrong name. */
static void test_document__a_file_that_changes_while_it_is_read_is_refused(void **state)
{
    (void)state;
    struct database *database = database_open("uji", DATABASE_MEMORY, &place.err);
    assert_true(schema_migrate(database, schema_migrations, schema_migration_count, &place.err));
    char sha256[HASH_HEX + 1];
    int64_t size = 0;
    place_write("a.txt", "lama", 4);
    assert_true(document_hash("a.txt", sha256, &size, &place.err));
    place_write("a.txt", "baru", 4);
    struct statement *row =
        database_prepare(database, "INSERT INTO content (sha256, size) VALUES (?1, 4)");
    statement_bind_text(row, 1, sha256);
    statement_step(row);
    assert_true(statement_end(row, &place.err));
    assert_false(document_put(database, "a.txt", sha256, &place.err));
    place_failed(&place, "DOCUMENT_CHANGED");
    database_close(database);
}

static void test_document__altered_content_never_comes_out(void **state)
{
    (void)state;
    char sha256[65];
    make_file("masuk.bin", 3000000);
    assert_true(keep("masuk.bin", sha256));
    place_tamper("kota.spbe",
                 "UPDATE chunk SET bytes = CAST(zeroblob(length(bytes)) AS BLOB) WHERE piece = 2");
    place_write("keluar.bin", "yang lama", 9);
    size_t files = place_files();
    assert_false(store_fetch(store, sha256, "keluar.bin", &place.err));
    place_failed(&place, "DOCUMENT_ALTERED");
    /* The file that was there still is, and nothing lies about. */
    assert_int_equal(place_files(), files);
    struct stat about;
    assert_int_equal(stat("keluar.bin", &about), 0);
    assert_int_equal(about.st_size, 9);
}

static void test_document__altered_content_is_not_written_to_a_pipe_either(void **state)
{
    (void)state;
    char sha256[65];
    place_write("a.txt", "isi", 3);
    assert_true(keep("a.txt", sha256));
    place_tamper("kota.spbe", "UPDATE chunk SET bytes = x'00'");
    fflush(stdout);
    int saved = dup(STDOUT_FILENO);
    FILE *sink = freopen("pipa.txt", "wb", stdout);
    assert_non_null(sink);
    bool ok = store_fetch(store, sha256, "-", &place.err);
    fflush(stdout);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    assert_false(ok);
    place_failed(&place, "DOCUMENT_ALTERED");
    struct stat about;
    assert_int_equal(stat("pipa.txt", &about), 0);
    assert_int_equal(about.st_size, 0);
}

static void test_document__what_is_not_here_is_told(void **state)
{
    (void)state;
    static const char sha256[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    assert_false(store_fetch(store, sha256, "keluar.bin", &place.err));
    place_failed(&place, "STORE_NO_DOCUMENT");
    assert_true(store_begin(store, "Siti", "test", &place.err));
    assert_false(store_purge(store, sha256, &place.err));
    place_failed(&place, "STORE_NO_DOCUMENT");
}

static void test_document__a_purged_one_is_gone_to_the_last_byte(void **state)
{
    (void)state;
    char sha256[65];
    static const char secret[] = "NIK 3573010101010001 rahasia sekali";
    place_write("pribadi.txt", secret, sizeof secret - 1);
    assert_true(keep("pribadi.txt", sha256));
    assert_int_equal(system("grep -q 3573010101010001 kota.spbe"), 0);
    assert_true(store_begin(store, "Siti", "test", &place.err) &&
                store_purge(store, sha256, &place.err) && store_commit(store, &place.err));
    assert_int_not_equal(system("grep -q 3573010101010001 kota.spbe"), 0);
    assert_false(store_fetch(store, sha256, "keluar.txt", &place.err));
    place_failed(&place, "STORE_PURGED");
    struct text findings = TEXT_EMPTY;
    assert_int_equal(place_verify("kota.spbe", &findings), 0);
    /* It can be put in again by who has it. */
    assert_true(keep("pribadi.txt", sha256));
    assert_true(store_fetch(store, sha256, "keluar.txt", &place.err));
    assert_int_equal(place_verify("kota.spbe", &findings), 0);
    text_release(&findings);
}

static void test_document__one_that_still_counts_cannot_be_purged(void **state)
{
    (void)state;
    place_fill(&place, store);
    char *sha256 = place_query("kota.spbe", "SELECT sha256 FROM evidence WHERE number = 1");
    assert_true(store_begin(store, "Siti", "test", &place.err));
    assert_false(store_purge(store, sha256, &place.err));
    assert_non_null(strstr(place.err.message, "E1"));
    place_failed(&place, "STORE_IN_USE");
    free(sha256);
}

/* --- rule files ------------------------------------------------------------------------------- */

static void note_rule(void *context, const char *name, const char *recorded, const char *computed)
{
    text_format(context, "%s %s\n", name, strcmp(recorded, computed) == 0 ? "same" : "other");
}

static void test_document__rule_files_are_kept_with_their_bytes(void **state)
{
    (void)state;
    struct text told = TEXT_EMPTY;
    struct database *database = database_open("kota.spbe", DATABASE_READ, &place.err);
    assert_true(document_each_rule(database, note_rule, &told, &place.err));
    assert_string_equal(told.bytes, "domain_1.lua same\npack.lua same\n");
    database_close(database);
    place_tamper("kota.spbe", "UPDATE rule_file SET bytes = x'00' WHERE name = 'pack.lua'");
    database = database_open("kota.spbe", DATABASE_READ, &place.err);
    text_clear(&told);
    assert_true(document_each_rule(database, note_rule, &told, &place.err));
    assert_string_equal(told.bytes, "domain_1.lua same\npack.lua other\n");
    database_close(database);
    text_release(&told);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_document__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(comes_out_as_it_went_in_around_the_edges_of_a_piece),
        TEST(equal_ones_are_kept_once),
        TEST(the_largest_goes_in_and_one_byte_more_does_not),
        TEST(what_is_no_document_is_refused),
        TEST(a_file_that_changes_while_it_is_read_is_refused),
        TEST(altered_content_never_comes_out),
        TEST(altered_content_is_not_written_to_a_pipe_either),
        TEST(what_is_not_here_is_told),
        TEST(a_purged_one_is_gone_to_the_last_byte),
        TEST(one_that_still_counts_cannot_be_purged),
        TEST(rule_files_are_kept_with_their_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
