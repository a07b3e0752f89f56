/* database: the only place that meets SQLite. Opens a file with every protection on, runs
 * statements with bound parameters, and turns what goes wrong into one sentence.
 *
 * A file comes from a colleague, a memory stick, a crash: nothing in it is trusted. Views, triggers
 * and extensions are off, the schema cannot be changed behind our back, sizes and depths are
 * limited, a statement that does not end is stopped, and an authorizer lets statements through by a
 * short list: the journal can be added to, never changed, and only document pieces can be deleted.
 * The file is in rollback mode (one file, no companions between two commands) with
 * synchronous=EXTRA, so that a committed step survives a power cut.
 *
 * A statement is used like this; after a failure every call does nothing, so a caller looks once:
 *
 *     struct statement *statement = database_prepare(database, "SELECT … WHERE id = ?1");
 *     statement_bind_text(statement, 1, id);
 *     while (statement_step(statement)) { … statement_int(statement, 0) … }
 *     return statement_end(statement, err);
 *
 * SQL is always a string literal of its caller: compiled statements are kept by the literal's
 * address (all with a static address, so they are found again), and nothing is ever formatted into
 * SQL.
 */
#ifndef SPBE_DATABASE_H
#define SPBE_DATABASE_H

#include "arena.h"
#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    DATABASE_APPLICATION = 0x53504245, /* "SPBE": application_id of our files */
    DATABASE_PIECE_BYTES = 1048576     /* a blob in one row: documents are cut into such pieces */
};

enum database_access {
    DATABASE_READ,    /* rolls a left-over journal back, then changes nothing */
    DATABASE_WRITE,   /* an existing file of ours */
    DATABASE_CREATE,  /* an empty file that exists; the schema is still to be made */
    DATABASE_EXAMINE, /* as DATABASE_READ; pages that are damaged do not refuse the file */
    DATABASE_MEMORY /* no file at all: a place to compare with; `path` is only a name for errors */
};

struct database;
struct statement;

/* Opens `path`; yours to database_close. Fails with ERROR_STORE: STORE_OPEN, STORE_NOT_OURS,
 * STORE_DAMAGED, STORE_BUSY, STORE_LEFTOVER (a crash left a journal, and the folder cannot be
 * written). */
struct database *database_open(const char *path, enum database_access access, struct error *err);
/* Undoes an open transaction. NULL is taken. */
void database_close(struct database *database);
/* The path it was opened by; borrowed. */
const char *database_path(const struct database *database);
/* PRAGMA user_version: the version of the schema. */
bool database_version(struct database *database, int *version, struct error *err);

/* How long one statement may run, from now on; 0 = as long as it takes. At first
 * LIMIT_STORE_RUN_MS. */
void database_set_deadline(struct database *database, int milliseconds);

/* True when the folder of `path` is a network file system, where locks are not reliable. */
bool database_is_shared(const char *path);
/* True for the f_type (statfs) of NFS, SMB, CIFS, AFS, Coda, 9P and NCP. */
bool database_is_network(uint64_t type);

/* A statement of `sql`, which must be a string literal; never NULL. Put back by statement_end. */
struct statement *database_prepare(struct database *database, const char *sql);
/* Runs one statement that gives no rows. */
bool database_run(struct database *database, const char *sql, struct error *err);
/* The first column of the first row as a number; 0 without a row. */
bool database_number(struct database *database, const char *sql, int64_t *out, struct error *err);
/* Runs several statements that make or change the schema, with the authorizer out of the way. */
bool database_define(struct database *database, const char *sql, struct error *err);

/* Gives the parameter at `position` (from 1) a text, borrowed until statement_end; NULL binds
 * NULL. */
void statement_bind_text(struct statement *statement, int position, const char *text);
/* Gives the parameter at `position` an integer. */
void statement_bind_int(struct statement *statement, int position, int64_t number);
/* Gives the parameter at `position` a blob, borrowed until statement_end; NULL binds NULL. */
void statement_bind_bytes(struct statement *statement, int position, const void *bytes,
                          size_t length);
/* True when there is a (further) row; false at the end or after a failure. */
bool statement_step(struct statement *statement);
/* True when something has failed, so that the end of the rows is not the end of what there is. */
bool statement_failed(const struct statement *statement);
/* The column as a number. */
int64_t statement_int(struct statement *statement, int column);
/* True when the column is NULL. */
bool statement_is_null(struct statement *statement, int column);
/* The column's text in `arena`; NULL for NULL. Text that is not valid UTF-8 or holds a NUL is
 * damage. */
const char *statement_text(struct statement *statement, int column, struct arena *arena);
/* The column's bytes, borrowed until the next step. */
const void *statement_bytes(struct statement *statement, int column, size_t *length);
/* Gives the statement back. True when nothing failed; else sets *err. */
bool statement_end(struct statement *statement, struct error *err);

/* Takes the file for writing (other writers wait, readers go on). file, line: of the caller. */
bool database_begin(struct database *database, const char *file, int line, struct error *err);
/* One consistent picture for several SELECTs; ended by database_rollback. */
bool database_begin_reading(struct database *database, struct error *err);
/* Makes the transaction lasting, else undoes it. */
bool database_commit(struct database *database, struct error *err);
/* Undoes an open transaction; does nothing without one. */
void database_rollback(struct database *database);
/* True between database_begin and its end. */
bool database_is_writing(const struct database *database);

/* Looks for damage by a checking pragma ("PRAGMA quick_check(answer)", "PRAGMA integrity_check").
 * problem: told one by one, as SQLite words them; NULL: the first one fails with STORE_DAMAGED. */
bool database_check(struct database *database, const char *sql,
                    void (*problem)(void *context, const char *what), void *context,
                    struct error *err);

/* Writes a compact copy into `path`, an empty file that exists. Not within a transaction. */
bool database_copy(struct database *database, const char *path, struct error *err);

#endif
