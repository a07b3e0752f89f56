#include "schema.h"

#include "lang.h"
#include "message.h"

#include <stdio.h>
#include <string.h>

static bool make_version_1(struct database *database, struct error *err)
{
    return database_define(database, schema_sql, err) &&
           database_define(database, "PRAGMA application_id = 0x53504245; PRAGMA user_version = 1",
                           err);
}

static bool make_version_2(struct database *database, struct error *err)
{
    return database_define(database, schema_2_sql, err) &&
           database_define(database, "PRAGMA user_version = 2", err);
}

static bool make_version_3(struct database *database, struct error *err)
{
    return database_define(database, schema_3_sql, err) &&
           database_define(database, "PRAGMA user_version = 3", err);
}

/* evidence.supports names evidence items that score ("I01.2.e1") beside criteria. No table changes: the
 * number keeps programs that know criteria only from taking such a file for a damaged one. */
static bool make_version_4(struct database *database, struct error *err)
{
    return database_define(database, "PRAGMA user_version = 4", err);
}

const struct migration schema_migrations[] = {
    {1, make_version_1}, {2, make_version_2}, {3, make_version_3}, {4, make_version_4}};
const size_t schema_migration_count = sizeof schema_migrations / sizeof schema_migrations[0];

/* The steps from `version` on; the caller ends the transaction. */
static bool run_from(struct database *database, int version, const struct migration *migrations,
                     size_t count, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (migrations[i].to > version && !migrations[i].run(database, err)) {
            return false;
        }
    }
    return true;
}

bool schema_migrate(struct database *database, const struct migration *migrations, size_t count,
                    struct error *err)
{
    int version = 0;
    int newest = migrations[count - 1].to;
    if (!database_version(database, &version, err)) {
        return false;
    }
    if (version > newest) {
        return error_set(err, M_STORE_NEWER, database_path(database), version, newest);
    }
    if (version == newest) {
        return true;
    }
    /* Under the lock the version is read again: another process may have been first. */
    bool ok = database_begin(database, __FILE__, __LINE__, err) &&
              database_version(database, &version, err) &&
              run_from(database, version, migrations, count, err);
    if (!ok) {
        database_rollback(database);
        return false;
    }
    return database_commit(database, err);
}

static const char objects_sql[] =
    "SELECT type || ' ' || name, tbl_name || ': ' || coalesce(sql, '') FROM sqlite_schema "
    "ORDER BY type || ' ' || name";

/* Two schemas read side by side, in the order of their objects' names. */
struct comparison {
    struct arena arena;
    const char *path;
    struct statement *ours, *theirs;
    const char *our_name, *their_name; /* "table answer"; NULL at the end */
    const char *our_text, *their_text;
    void (*found)(void *context, const char *where, const char *what);
    void *context;
    struct error *err;
    bool same;
};

/* Reads the next object of a list; false when what is there cannot be read. */
static bool next_object(struct comparison *c, struct statement *list, const char **name,
                        const char **text)
{
    bool row = statement_step(list);
    *name = row ? statement_text(list, 0, &c->arena) : NULL;
    *text = row ? statement_text(list, 1, &c->arena) : NULL;
    return !statement_failed(list);
}

static bool step_ours(struct comparison *c)
{
    return next_object(c, c->ours, &c->our_name, &c->our_text);
}

static bool step_theirs(struct comparison *c)
{
    return next_object(c, c->theirs, &c->their_name, &c->their_text);
}

/* An object of the schema as people read it: "table answer" with its kind translated. */
static const char *object_label(struct comparison *c, const char *object)
{
    static const char *const kinds[] = {N_("table"), N_("index"), N_("view"), N_("trigger")};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        size_t length = strlen(kinds[i]);
        if (strncmp(object, kinds[i], length) == 0 && object[length] == ' ') {
            return arena_format(&c->arena, "%s%s", _(kinds[i]), object + length);
        }
    }
    return object;
}

static void tell(struct comparison *c, const char *object, const char *what)
{
    const char *where = object_label(c, object);
    if (c->found != NULL) {
        c->found(c->context, where, what);
    } else if (c->same) {
        error_set(c->err, M_STORE_SCHEMA, c->path, where, what);
    }
    c->same = c->found != NULL;
}

/* Takes the two lists apart, as a merge does. */
static void compare_lists(struct comparison *c)
{
    bool read = step_ours(c) && step_theirs(c);
    while (read && (c->our_name != NULL || c->their_name != NULL)) {
        int order = c->our_name == NULL     ? 1
                    : c->their_name == NULL ? -1
                                            : strcmp(c->our_name, c->their_name);
        if (order < 0) {
            tell(c, c->our_name, _("is missing"));
        } else if (order > 0) {
            tell(c, c->their_name, _("was added"));
        } else if (strcmp(c->our_text, c->their_text) != 0) {
            tell(c, c->our_name, _("was changed"));
        }
        read = (order > 0 || step_ours(c)) && (order < 0 || step_theirs(c));
    }
}

bool schema_compare(struct database *database,
                    void (*found)(void *context, const char *where, const char *what),
                    void *context, struct error *err)
{
    struct database *model = database_open("spbe", DATABASE_MEMORY, err);
    if (model == NULL || !database_define(model, schema_sql, err) ||
        !database_define(model, schema_2_sql, err) || !database_define(model, schema_3_sql, err)) {
        database_close(model);
        return false;
    }
    struct comparison c = {.arena = ARENA_EMPTY,
                           .path = database_path(database),
                           .ours = database_prepare(model, objects_sql),
                           .theirs = database_prepare(database, objects_sql),
                           .found = found,
                           .context = context,
                           .err = err,
                           .same = true};
    compare_lists(&c);
    bool ours_read = statement_end(c.ours, err);
    bool theirs_read = statement_end(c.theirs, err);
    arena_release(&c.arena);
    database_close(model);
    return ours_read && theirs_read && c.same;
}

bool schema_check_pages(struct database *database, struct error *err)
{
    /* Without `chunk`: its pages are most of the file, and each document is checked by its SHA-256
     * when it is read, and by `spbe verify`. */
    static const char *const checks[] = {
        "PRAGMA quick_check(assessment)", "PRAGMA quick_check(rule_file)",
        "PRAGMA quick_check(unit)",       "PRAGMA quick_check(general)",
        "PRAGMA quick_check(response)",   "PRAGMA quick_check(explanation)",
        "PRAGMA quick_check(answer)",     "PRAGMA quick_check(evidence)",
        "PRAGMA quick_check(verdict)",    "PRAGMA quick_check(content)",
        "PRAGMA quick_check(item)",       "PRAGMA quick_check(measure)",
        "PRAGMA quick_check(journal)",    "PRAGMA quick_check(replacement)",
        "PRAGMA quick_check(inspection)", "PRAGMA quick_check(deadline)",
    };
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
        if (!database_check(database, checks[i], NULL, NULL, err)) {
            return false;
        }
    }
    return true;
}
