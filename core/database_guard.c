#include "database_guard.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* The pragmas that run after a file was opened: checks, and questions without a new value. */
static bool pragma_allowed(const char *name, const char *value)
{
    static const struct {
        const char *name;
        bool takes_value;
    } allowed[] = {
        {"quick_check", true},    {"integrity_check", true}, {"foreign_key_check", false},
        {"user_version", false},  {"synchronous", false},    {"cell_size_check", false},
        {"secure_delete", false}, {"foreign_keys", false},   {"query_only", false},
        {"mmap_size", false},     {"trusted_schema", false}, {"temp_store", false},
    };
    for (size_t i = 0; i < sizeof allowed / sizeof allowed[0]; i++) {
        if (sqlite3_stricmp(name, allowed[i].name) == 0) {
            return value == NULL || allowed[i].takes_value;
        }
    }
    return false;
}

/* Lets a statement through by a list: reading, adding, replacing facts; of deletions only document
 * pieces; never a change of the journal's entries or of the schema, never another file. */
static int authorize(void *context, int action, const char *first, const char *second,
                     const char *schema, const char *source)
{
    (void)context, (void)schema, (void)source;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_INSERT:
    case SQLITE_TRANSACTION:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_UPDATE:
        return strcmp(first, "journal") == 0 ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_DELETE:
        return strcmp(first, "chunk") == 0 ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
        return pragma_allowed(first, second) ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

/* Limits of one connection: what our own statements and rows need, and not much more. */
static void limit(sqlite3 *handle)
{
    static const struct {
        int id, value;
    } limits[] = {
        {SQLITE_LIMIT_LENGTH, 16 << 20},
        {SQLITE_LIMIT_SQL_LENGTH, 100000},
        {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 50},
        {SQLITE_LIMIT_COMPOUND_SELECT, 5},
        {SQLITE_LIMIT_VDBE_OP, 25000},
        {SQLITE_LIMIT_FUNCTION_ARG, 16},
        {SQLITE_LIMIT_ATTACHED, 1},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 5},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 32},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    };
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        sqlite3_limit(handle, limits[i].id, limits[i].value);
    }
}

int database_guard_harden(struct sqlite3 *handle)
{
    limit(handle);
    static const struct {
        int option, value;
    } options[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
    };
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        int code = sqlite3_db_config(handle, options[i].option, options[i].value, (int *)NULL);
        if (code != SQLITE_OK) {
            return code;
        }
    }
    return SQLITE_OK;
}

void database_guard_on(struct sqlite3 *handle)
{
    sqlite3_set_authorizer(handle, authorize, NULL);
}

void database_guard_off(struct sqlite3 *handle)
{
    sqlite3_set_authorizer(handle, NULL, NULL);
}
