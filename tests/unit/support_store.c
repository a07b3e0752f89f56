#include "support_store.h"

#include "exchange.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <dirent.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

void place_enter(struct place *place)
{
    assert_non_null(getcwd(place->root, sizeof place->root));
    const char *under = getenv("TMPDIR");
    snprintf(place->folder, sizeof place->folder, "%s/spbe-store-XXXXXX",
             under != NULL && strlen(under) < 40 ? under : "/tmp");
    assert_non_null(mkdtemp(place->folder));
    assert_int_equal(chdir(place->folder), 0);
    fixture_open(&place->fixture);
    place->err = (struct error){.kind = ERROR_NONE};
}

void place_leave(struct place *place)
{
    char command[128];
    fixture_close(&place->fixture);
    snprintf(command, sizeof command, "rm -rf %s", place->folder);
    assert_int_equal(chdir(place->root), 0);
    assert_int_equal(system(command), 0);
}

void place_create(struct place *place, const char *path)
{
    const struct store_about about = {.instrument = place->fixture.instrument.id,
                                      .rules_sha256 = "",
                                      .agency = "Kota Uji",
                                      .kind = KIND_KOTA,
                                      .year = 2024};
    const struct store_rule rules[] = {{"pack.lua", "return {}", 9}, {"domain_1.lua", "--", 2}};
    struct error err = {.kind = ERROR_NONE};
    if (!store_create(path, &about, rules, 2, "Siti", &err)) {
        fail_msg("%s: %s", err.where, err.message);
    }
}

struct store *place_store(struct place *place, const char *path, enum store_access access_)
{
    if (access(path, F_OK) != 0) {
        place_create(place, path);
    }
    struct error err = {.kind = ERROR_NONE};
    struct store *store = store_open(path, access_, &err);
    if (store == NULL) {
        fail_msg("%s: %s", err.where, err.message);
    }
    return store;
}

/* A chain of calls went well. */
static void check_ok(bool ok, const struct error *err)
{
    if (!ok) {
        fail_msg("%s: %s", err->where, err->message);
    }
}

void place_change(struct store *store, enum field field, const char *indicator, const char *subject,
                  const char *now)
{
    struct error err = {.kind = ERROR_NONE};
    check_ok(store_begin(store, "Siti", "test", &err) &&
                 store_set(store, field, indicator, subject, now, &err) &&
                 store_commit(store, &err),
             &err);
}

/* Two documents, one of them in two pieces and a bit. */
static void fill_evidence(struct store *store, struct error *err)
{
    enum { LARGE = 2 * 1048576 + 17 };
    char sha256[65];
    char *large = calloc(1, LARGE);
    place_write("surat.txt", "isi surat", 9);
    place_write("pindaian.pdf", large, LARGE);
    free(large);
    check_ok(store_keep(store, "surat.txt", sha256, err) &&
                 store_set(store, FIELD_EVIDENCE_FOR, "I01", "E1", "I01", err) &&
                 store_set(store, FIELD_EVIDENCE_TITLE, "I01", "E1", "Perwali \"12\"/2023", err) &&
                 store_set(store, FIELD_EVIDENCE_NUMBER, "I01", "E1", "12/2023", err) &&
                 store_set(store, FIELD_EVIDENCE_DATE, "I01", "E1", "2023-05-01", err) &&
                 store_set(store, FIELD_EVIDENCE_FILE, "I01", "E1", "surat.txt", err) &&
                 store_set(store, FIELD_EVIDENCE_SHA256, "I01", "E1", sha256, err) &&
                 store_set(store, FIELD_EVIDENCE_UNIT, "I01", "E1", "Kominfo", err) &&
                 store_set(store, FIELD_EVIDENCE_PAGES, "I01", "E1", "3-7", err) &&
                 store_set(store, FIELD_EVIDENCE_NOTE, "I01", "E1", "asli", err) &&
                 store_set(store, FIELD_EVIDENCE_SUPPORTS, "I01", "E1", "I01.2.a,I01.2.b", err),
             err);
    check_ok(store_keep(store, "pindaian.pdf", sha256, err) &&
                 store_set(store, FIELD_EVIDENCE_FOR, "I02", "E2", "I02", err) &&
                 store_set(store, FIELD_EVIDENCE_SHA256, "I02", "E2", sha256, err) &&
                 store_set(store, FIELD_EVIDENCE_WITHDRAWN, "I02", "E2", "keliru", err),
             err);
}

static void fill_verdict(struct store *store, struct error *err)
{
    check_ok(store_set(store, FIELD_VERDICT_FOR, "I01", "V1", "I01", err) &&
                 store_set(store, FIELD_VERDICT_STAGE, "I01", "V1", "interviu", err) &&
                 store_set(store, FIELD_VERDICT_VALUE, "I01", "V1", "2", err) &&
                 store_set(store, FIELD_VERDICT_REASON, "I01", "V1", "belum lengkap", err) &&
                 store_set(store, FIELD_VERDICT_BY, "I01", "V1", "Budi", err) &&
                 store_set(store, FIELD_VERIFIED, "I01", "I01", "2", err) &&
                 store_set(store, FIELD_VERIFIED_REASON, "I01", "I01", "belum lengkap", err),
             err);
}

void place_fill(struct place *place, struct store *store)
{
    (void)place;
    struct error err = {.kind = ERROR_NONE};
    check_ok(store_begin(store, "Siti", "fill", &err) &&
                 store_set(store, FIELD_PERSON, NULL, "", "Siti", &err) &&
                 store_set(store, FIELD_RULES, NULL, "",
                           "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                           &err) &&
                 store_set(store, FIELD_UNIT_LISTED, NULL, "Kominfo", "Kominfo", &err) &&
                 store_set(store, FIELD_GENERAL, NULL, "PU1", "ya, sejak 2021", &err) &&
                 store_set(store, FIELD_CLAIMED, "I01", "I01", "3", &err) &&
                 store_set(store, FIELD_NOTE, "I01", "I01", "baris satu\nbaris dua", &err) &&
                 store_set(store, FIELD_UNIT, "I01", "I01", "Kominfo", &err) &&
                 store_set(store, FIELD_CARRIED, "I01", "I01", "spbe-2018 2020", &err) &&
                 store_set(store, FIELD_EXPLANATION, "I01", "I01.2", "sudah ada", &err) &&
                 store_set(store, FIELD_MET, "I01", "I01.2.a", "yes", &err) &&
                 store_set(store, FIELD_MET_NOTE, "I01", "I01.2.a", "lihat hal. 3", &err) &&
                 store_set(store, FIELD_MET, "I01", "I01.2.b", "no", &err),
             &err);
    fill_evidence(store, &err);
    fill_verdict(store, &err);
    check_ok(store_set(store, FIELD_STATE, "I02", "I02", "returned", &err) &&
                 store_set(store, FIELD_STATE_REASON, "I02", "I02", "kurang bukti", &err) &&
                 store_commit(store, &err),
             &err);
}

void place_write(const char *path, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "wbe");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

void place_tamper(const char *path, const char *sql)
{
    sqlite3 *handle = NULL;
    assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
    sqlite3_busy_timeout(handle, 1000);
    if (sqlite3_exec(handle, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fail_msg("%s: %s", sql, sqlite3_errmsg(handle));
    }
    sqlite3_close(handle);
}

char *place_query(const char *path, const char *sql)
{
    sqlite3 *handle = NULL;
    sqlite3_stmt *statement = NULL;
    char *answer = NULL;
    assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(handle, sql, -1, &statement, NULL), SQLITE_OK);
    if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_text(statement, 0) != NULL) {
        answer = strdup((const char *)sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return answer != NULL ? answer : strdup("");
}

void place_export(struct place *place, struct store *store, struct text *json)
{
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct error err = {.kind = ERROR_NONE};
    check_ok(store_load(store, &place->fixture.instrument, &arena, &assessment, &err), &err);
    text_clear(json);
    exchange_write(&assessment, json);
    arena_release(&arena);
}

static void add_finding(void *context, const char *where, const char *what)
{
    text_format(context, "%s: %s\n", where, what);
}

int64_t place_verify(const char *path, struct text *findings)
{
    struct error err = {.kind = ERROR_NONE};
    struct store_verdict verdict;
    struct store *store = store_open(path, STORE_EXAMINE, &err);
    text_clear(findings);
    check_ok(store != NULL, &err);
    check_ok(store_verify(store, add_finding, findings, &verdict, &err), &err);
    store_close(store);
    return verdict.findings;
}

size_t place_files(void)
{
    size_t count = 0;
    DIR *listing = opendir(".");
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    }
    closedir(listing);
    return count;
}

void place_failed(struct place *place, const char *id)
{
    assert_int_not_equal(place->err.kind, ERROR_NONE);
    if (place->err.id == NULL || strcmp(place->err.id, id) != 0) {
        fail_msg("expected %s, got %s (%s: %s)", id, place->err.id, place->err.where,
                 place->err.message);
    }
    error_clear(&place->err);
}

void place_fact(struct place *place, struct store *store, enum field field, const char *subject,
                const char *wanted)
{
    struct arena arena = ARENA_EMPTY;
    const char *now = "x";
    assert_true(store_get(store, field, subject, &arena, &now, &place->err));
    if (wanted == NULL) {
        assert_null(now);
    } else {
        assert_non_null(now);
        assert_string_equal(now, wanted);
    }
    arena_release(&arena);
}
