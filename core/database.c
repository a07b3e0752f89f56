#include "database.h"

#include "database_guard.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "text.h"

#include <assert.h>
#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>

enum {
    STATEMENTS_KEPT = 64,   /* compiled statements; one step of ours uses fewer */
    HEAP_BYTES = 128 << 20, /* more than this SQLite never takes */
    STEPS_BETWEEN = 100000, /* virtual machine steps between two looks at the clock */
};

struct statement {
    struct database *database;
    sqlite3_stmt *handle; /* NULL: nothing compiled here, or compiling failed */
    const char *sql;      /* address of the literal */
    bool taken;           /* between prepare and end */
    int code;             /* first failure, SQLITE_OK while there is none */
};

struct database {
    sqlite3 *handle;
    char *path;
    struct statement statements[STATEMENTS_KEPT];
    size_t next;            /* slot that is given up first when all are filled */
    bool reads_only;        /* query_only is set */
    int deadline_ms;        /* one statement's time; 0 = any */
    long long started_ms;   /* when the statement that runs began */
    const char *since_file; /* where the open writing transaction began; NULL without one */
    int since_line;
};

static long long clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Turns SQLite's result into our sentence. */
static bool fail(const struct database *database, int code, struct error *err)
{
    const char *path = database->path;
    if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY ||
        code == SQLITE_READONLY_CANTLOCK) {
        return error_set(err, M_STORE_LEFTOVER, path, path);
    }
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_set(err, M_STORE_BUSY, path);
    case SQLITE_NOTADB:
        return error_set(err, M_STORE_NOT_OURS, path);
    case SQLITE_CORRUPT:
    case SQLITE_SCHEMA:
    case SQLITE_MISMATCH:
        return error_set(err, M_STORE_DAMAGED, path, sqlite3_errstr(code));
    case SQLITE_CONSTRAINT:
        return error_set(err, M_STORE_REFUSED, path, sqlite3_errmsg(database->handle));
    case SQLITE_FULL:
        return error_set(err, M_STORE_FULL, path);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return error_set(err, M_STORE_READONLY, path);
    case SQLITE_CANTOPEN:
        return error_set(err, M_STORE_FOLDER, path);
    case SQLITE_NOMEM:
        return error_set(err, M_STORE_MEMORY, path);
    case SQLITE_TOOBIG:
        return error_set(err, M_STORE_LARGE, path);
    case SQLITE_INTERRUPT:
        return error_set(err, M_STORE_SLOW, path);
    case SQLITE_IOERR:
        return error_set(err, M_STORE_DISK, path, sqlite3_errstr(code));
    default:
        return error_set(err, M_STORE_FAILED, path, sqlite3_errmsg(database->handle));
    }
}

/* Called by SQLite every STEPS_BETWEEN steps; not 0 stops the statement. */
static int out_of_time(void *context)
{
    const struct database *database = context;
    return database->deadline_ms > 0 && clock_ms() - database->started_ms > database->deadline_ms;
}

/* Says in our words why a path is not even tried. */
static bool look(const char *path, struct error *err)
{
    struct stat about;
    if (stat(path, &about) != 0) {
        return error_set(err, M_STORE_OPEN, path, error_cause(errno));
    }
    if (S_ISDIR(about.st_mode)) {
        return error_set(err, M_STORE_IS_FOLDER, path);
    }
    return S_ISREG(about.st_mode) || error_set(err, M_STORE_NOT_OURS, path);
}

/* Opens the connection and puts everything on it that does not touch the file. */
static bool connect(struct database *database, enum database_access access, struct error *err)
{
    int flags = access == DATABASE_MEMORY ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY
                                          : SQLITE_OPEN_READWRITE;
    int code = sqlite3_initialize();
    if (code == SQLITE_OK) {
        sqlite3_hard_heap_limit64(HEAP_BYTES);
        code = sqlite3_open_v2(database->path, &database->handle, flags, NULL);
    }
    if (code == SQLITE_OK) {
        code = sqlite3_extended_result_codes(database->handle, 1);
    }
    if (code == SQLITE_OK) {
        code = database_guard_harden(database->handle);
    }
    if (code == SQLITE_OK) {
        code = sqlite3_busy_timeout(database->handle, LIMIT_STORE_WAIT_MS);
    }
    if (code != SQLITE_OK) {
        return fail(database, code, err);
    }
    sqlite3_progress_handler(database->handle, STEPS_BETWEEN, out_of_time, database);
    return true;
}

/* Checks the file's mark; the first read also rolls a left-over journal back. */
static bool check_mark(struct database *database, struct error *err)
{
    int64_t application = 0;
    if (!database_number(database, "PRAGMA application_id", &application, err)) {
        return false;
    }
    return application == DATABASE_APPLICATION || error_set(err, M_STORE_NOT_OURS, database->path);
}

/* Brings a file that another program left in another journal mode back to ours; while that program
 * has it open, it is busy. */
static bool settle_mode(struct database *database, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct statement *statement = database_prepare(database, "PRAGMA journal_mode=DELETE");
    const char *mode = statement_step(statement) ? statement_text(statement, 0, &arena) : NULL;
    bool ours = mode != NULL && (strcmp(mode, "delete") == 0 || strcmp(mode, "memory") == 0);
    bool ok =
        statement_end(statement, err) && (ours || error_set(err, M_STORE_BUSY, database->path));
    arena_release(&arena);
    return ok;
}

/* The pragmas of a connection. Memory mapping is off because a file may be cut by another program
 * while we read it; purged documents are overwritten, not just unlinked. */
static bool settle(struct database *database, enum database_access access, struct error *err)
{
    bool file = access == DATABASE_READ || access == DATABASE_WRITE || access == DATABASE_EXAMINE;
    if ((file && !check_mark(database, err)) ||
        (access != DATABASE_EXAMINE && !settle_mode(database, err)) ||
        !database_run(database, "PRAGMA synchronous=EXTRA", err) ||
        !database_run(database, "PRAGMA cell_size_check=ON", err) ||
        !database_run(database, "PRAGMA secure_delete=ON", err) ||
        !database_run(database, "PRAGMA temp_store=MEMORY", err)) {
        return false;
    }
    database->reads_only = access == DATABASE_READ || access == DATABASE_EXAMINE;
    if (database->reads_only) {
        return database_run(database, "PRAGMA query_only=ON", err);
    }
    return access != DATABASE_WRITE || sqlite3_db_readonly(database->handle, "main") == 0 ||
           error_set(err, M_STORE_READONLY, database->path);
}

struct database *database_open(const char *path, enum database_access access, struct error *err)
{
    if (access != DATABASE_MEMORY && !look(path, err)) {
        return NULL;
    }
    struct database *database = memory_zero(1, sizeof *database);
    database->path = memory_copy(path, strlen(path));
    database->deadline_ms = LIMIT_STORE_RUN_MS;
    if (!connect(database, access, err) || !database_run(database, "PRAGMA mmap_size=0", err) ||
        !settle(database, access, err)) {
        database_close(database);
        return NULL;
    }
    database_guard_on(database->handle);
    return database;
}

void database_close(struct database *database)
{
    if (database == NULL) {
        return;
    }
    database_rollback(database);
    for (size_t i = 0; i < STATEMENTS_KEPT; i++) {
        sqlite3_finalize(database->statements[i].handle);
    }
    int code = sqlite3_close(database->handle);
    assert(code == SQLITE_OK);
    (void)code;
    free(database->path);
    free(database);
}

const char *database_path(const struct database *database)
{
    return database->path;
}

bool database_version(struct database *database, int *version, struct error *err)
{
    int64_t number = 0;
    bool ok = database_number(database, "PRAGMA user_version", &number, err);
    *version = (int)number;
    return ok;
}

void database_set_deadline(struct database *database, int milliseconds)
{
    database->deadline_ms = milliseconds;
}

bool database_is_network(uint64_t type)
{
    static const uint32_t network[] = {
        0x6969,     0x517b,     0xff534d42, 0xfe534d42, /* NFS, SMB, CIFS, SMB2 */
        0x5346414f, 0x73757245, 0x01021997, 0x564c,     /* AFS, Coda, 9P, NCP */
    };
    for (size_t i = 0; i < sizeof network / sizeof network[0]; i++) {
        if (type == network[i]) {
            return true;
        }
    }
    return false;
}

bool database_is_shared(const char *path)
{
    struct statfs about;
    return statfs(path, &about) == 0 && database_is_network((uint64_t)about.f_type & 0xffffffff);
}

/* The kept statement of this literal that nobody uses, else a slot to compile it into. */
static struct statement *find_slot(struct database *database, const char *sql)
{
    struct statement *empty = NULL;
    for (size_t i = 0; i < STATEMENTS_KEPT; i++) {
        struct statement *slot = &database->statements[i];
        if (slot->sql == sql && !slot->taken && slot->handle != NULL) {
            return slot;
        }
        if (slot->handle == NULL && !slot->taken && empty == NULL) {
            empty = slot;
        }
    }
    for (size_t tries = 0; empty == NULL; tries++) {
        assert(tries < STATEMENTS_KEPT);
        struct statement *slot = &database->statements[database->next];
        database->next = (database->next + 1) % STATEMENTS_KEPT;
        empty = slot->taken ? NULL : slot;
    }
    sqlite3_finalize(empty->handle);
    *empty = (struct statement){.database = database, .sql = sql};
    return empty;
}

struct statement *database_prepare(struct database *database, const char *sql)
{
    struct statement *statement = find_slot(database, sql);
    statement->taken = true;
    statement->code = SQLITE_OK;
    database->started_ms = clock_ms();
    if (statement->handle == NULL) {
        statement->code = sqlite3_prepare_v3(database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                             &statement->handle, NULL);
    }
    return statement;
}

bool database_run(struct database *database, const char *sql, struct error *err)
{
    struct statement *statement = database_prepare(database, sql);
    while (statement_step(statement)) {
    }
    return statement_end(statement, err);
}

bool database_number(struct database *database, const char *sql, int64_t *out, struct error *err)
{
    struct statement *statement = database_prepare(database, sql);
    int64_t number = statement_step(statement) ? statement_int(statement, 0) : 0;
    bool ok = statement_end(statement, err);
    *out = ok ? number : *out;
    return ok;
}

bool database_define(struct database *database, const char *sql, struct error *err)
{
    database_guard_off(database->handle);
    int code = sqlite3_exec(database->handle, sql, NULL, NULL, NULL);
    database_guard_on(database->handle);
    return code == SQLITE_OK || fail(database, code, err);
}

/* Keeps the first thing that went wrong. */
static void note(struct statement *statement, int code)
{
    if (statement->code == SQLITE_OK && code != SQLITE_OK) {
        statement->code = code;
    }
}

void statement_bind_text(struct statement *statement, int position, const char *text)
{
    if (statement->code == SQLITE_OK) {
        note(statement, text == NULL
                            ? sqlite3_bind_null(statement->handle, position)
                            : sqlite3_bind_text64(statement->handle, position, text, strlen(text),
                                                  SQLITE_STATIC, SQLITE_UTF8));
    }
}

void statement_bind_int(struct statement *statement, int position, int64_t number)
{
    if (statement->code == SQLITE_OK) {
        note(statement, sqlite3_bind_int64(statement->handle, position, number));
    }
}

void statement_bind_bytes(struct statement *statement, int position, const void *bytes,
                          size_t length)
{
    if (statement->code == SQLITE_OK) {
        note(statement,
             sqlite3_bind_blob64(statement->handle, position, bytes, length, SQLITE_STATIC));
    }
}

bool statement_step(struct statement *statement)
{
    if (statement->code != SQLITE_OK) {
        return false;
    }
    int code = sqlite3_step(statement->handle);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        note(statement, code);
    }
    return code == SQLITE_ROW;
}

bool statement_failed(const struct statement *statement)
{
    return statement->code != SQLITE_OK;
}

int64_t statement_int(struct statement *statement, int column)
{
    return statement->code == SQLITE_OK ? sqlite3_column_int64(statement->handle, column) : 0;
}

bool statement_is_null(struct statement *statement, int column)
{
    return statement->code != SQLITE_OK ||
           sqlite3_column_type(statement->handle, column) == SQLITE_NULL;
}

const char *statement_text(struct statement *statement, int column, struct arena *arena)
{
    if (statement_is_null(statement, column)) {
        return NULL;
    }
    const char *text = (const char *)sqlite3_column_text(statement->handle, column);
    if (text == NULL) {
        note(statement, SQLITE_NOMEM);
        return NULL;
    }
    size_t length = (size_t)sqlite3_column_bytes(statement->handle, column);
    if (strlen(text) != length || text_utf8_prefix(text, length) != length) {
        note(statement, SQLITE_CORRUPT);
        return NULL;
    }
    return arena_copy(arena, text, length);
}

const void *statement_bytes(struct statement *statement, int column, size_t *length)
{
    *length = 0;
    if (statement_is_null(statement, column)) {
        return NULL;
    }
    const void *bytes = sqlite3_column_blob(statement->handle, column);
    *length = (size_t)sqlite3_column_bytes(statement->handle, column);
    if (bytes == NULL && *length > 0) {
        note(statement, SQLITE_NOMEM);
        *length = 0;
    }
    return bytes;
}

bool statement_end(struct statement *statement, struct error *err)
{
    bool ok = statement->code == SQLITE_OK || fail(statement->database, statement->code, err);
    if (statement->handle != NULL) {
        sqlite3_reset(statement->handle);
        sqlite3_clear_bindings(statement->handle);
    }
    statement->taken = false;
    return ok;
}

bool database_begin(struct database *database, const char *file, int line, struct error *err)
{
    if (database->since_file != NULL) {
        return error_set(err, M_STORE_NESTED, database->path, database->since_file,
                         database->since_line);
    }
    if (!database_run(database, "BEGIN IMMEDIATE", err)) {
        return false;
    }
    database->since_file = file;
    database->since_line = line;
    return true;
}

bool database_begin_reading(struct database *database, struct error *err)
{
    return database_run(database, "BEGIN DEFERRED", err);
}

bool database_commit(struct database *database, struct error *err)
{
    assert(database->since_file != NULL);
    if (!database_run(database, "COMMIT", err)) {
        database_rollback(database);
        return false;
    }
    database->since_file = NULL;
    return true;
}

void database_rollback(struct database *database)
{
    struct error ignored = {.kind = ERROR_NONE};
    int64_t version = 0;
    if (database->handle != NULL && sqlite3_get_autocommit(database->handle) == 0) {
        database_run(database, "ROLLBACK", &ignored);
    }
    if (database->since_file != NULL) {
        /* After a failure of the disk the journal stays until somebody reads: do it now, so that no
         * copy is made of half a step. */
        database->since_file = NULL;
        database_number(database, "PRAGMA user_version", &version, &ignored);
    }
}

bool database_is_writing(const struct database *database)
{
    return database->since_file != NULL;
}

bool database_check(struct database *database, const char *sql,
                    void (*problem)(void *context, const char *what), void *context,
                    struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct statement *statement = database_prepare(database, sql);
    bool sound = true;
    while (statement_step(statement)) {
        const char *what = statement_text(statement, 0, &arena);
        if (what == NULL || strcmp(what, "ok") == 0) {
            continue;
        }
        if (problem != NULL) {
            problem(context, what);
        } else {
            sound = error_set(err, M_STORE_DAMAGED, database->path, what);
        }
    }
    bool ok = statement_end(statement, err) && sound;
    arena_release(&arena);
    return ok;
}

bool database_copy(struct database *database, const char *path, struct error *err)
{
    struct error ignored = {.kind = ERROR_NONE};
    int deadline_ms = database->deadline_ms;
    database->deadline_ms = 0;
    database_guard_off(database->handle);
    /* query_only also keeps VACUUM from writing another file. */
    bool ok = database_run(database, "PRAGMA query_only=OFF", err);
    struct statement *statement = database_prepare(database, "VACUUM INTO ?1");
    statement_bind_text(statement, 1, path);
    if (ok) {
        statement_step(statement);
    }
    ok = statement_end(statement, err) && ok;
    if (database->reads_only) {
        database_run(database, "PRAGMA query_only=ON", ok ? err : &ignored);
    }
    database_guard_on(database->handle);
    database->deadline_ms = deadline_ms;
    return ok;
}
