/* schema: the tables of an assessment file: made, brought up to date, compared.
 *
 * The texts are core/schema.sql and what later versions add (core/schema_2.sql, core/schema_3.sql; version 4 adds
 * no table), built into the program. A file says its version (user_version);
 * older ones are brought up to date by numbered functions that are never edited once released,
 * newer ones are refused. A file's own schema must equal ours word for word: a view, trigger, index
 * or table that somebody planted is told by its name. */
#ifndef SPBE_SCHEMA_H
#define SPBE_SCHEMA_H

#include "database.h"
#include "error.h"

#include <stdbool.h>
#include <stddef.h>

enum { SCHEMA_VERSION = 4 };

/* The texts of core/schema.sql, core/schema_2.sql and core/schema_3.sql. */
extern const char schema_sql[];
extern const char schema_2_sql[];
extern const char schema_3_sql[];

/* One step forward: brings a file of version `to` - 1 to version `to`, within a transaction. */
struct migration {
    int to;
    bool (*run)(struct database *database, struct error *err);
};
/* All steps, from an empty database to SCHEMA_VERSION. */
extern const struct migration schema_migrations[];
extern const size_t schema_migration_count;

/* Takes those of `count` migrations that the file has not seen yet, all or none. Fails with
 * STORE_NEWER when the file is ahead of the last one. */
bool schema_migrate(struct database *database, const struct migration *migrations, size_t count,
                    struct error *err);

/* Compares the file's schema with ours. found: told each difference: name of the table, index, view
 * or trigger, and what is wrong; NULL: the first one fails with STORE_SCHEMA. */
bool schema_compare(struct database *database,
                    void (*found)(void *context, const char *where, const char *what),
                    void *context, struct error *err);

/* Looks for damaged pages in all tables but the documents' pieces: what every opening can afford.
 * Fails with STORE_DAMAGED. */
bool schema_check_pages(struct database *database, struct error *err);

#endif
