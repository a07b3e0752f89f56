#include "store.h"

#include "database.h"
#include "document.h"
#include "exchange.h"
#include "fact.h"
#include "file.h"
#include "hash.h"
#include "journal.h"
#include "memory.h"
#include "message.h"
#include "record.h"
#include "schema.h"
#include "text.h"
#include "verify.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct store {
    struct database *database;
    bool held;          /* between store_hold and store_let_go */
    struct arena cover; /* of `about` */
    struct store_about about;

    /* Of the open step; empty without one. */
    struct arena step_arena;
    const char *who, *origin;
    char at[32];
    int64_t step;    /* number of the step's first entry; 0 while nothing has changed */
    int64_t entries; /* of the journal, as far as this handle knows */
    int64_t settled; /* of the journal before the step */
};

static bool read_cover(struct store *store, struct error *err)
{
    arena_clear(&store->cover);
    store->about = (struct store_about){.instrument = "", .rules_sha256 = "", .agency = ""};
    char head[HASH_HEX + 1];
    return record_about(store->database, &store->cover, &store->about, err) &&
           journal_last(store->database, &store->entries, head, err);
}

static struct store *wrap(struct database *database)
{
    struct store *store = memory_zero(1, sizeof *store);
    store->database = database;
    store->about = (struct store_about){.instrument = "", .rules_sha256 = "", .agency = ""};
    return store;
}

/* Brings a file of an older version up to date before it is opened as asked. */
static bool bring_up_to_date(const char *path, struct error *err)
{
    struct database *database = database_open(path, DATABASE_WRITE, err);
    bool ok = database != NULL &&
              schema_migrate(database, schema_migrations, schema_migration_count, err);
    database_close(database);
    return ok;
}

/* What every ordinary opening asks of a file. */
static bool admit(struct database *database, struct error *err)
{
    return schema_compare(database, NULL, NULL, err) && schema_check_pages(database, err);
}

static struct database *open_database(const char *path, enum store_access access, struct error *err)
{
    static const enum database_access accesses[] = {[STORE_READ] = DATABASE_READ,
                                                    [STORE_WRITE] = DATABASE_WRITE,
                                                    [STORE_EXAMINE] = DATABASE_EXAMINE};
    struct database *database = database_open(path, accesses[access], err);
    int version = 0;
    if (database == NULL || !database_version(database, &version, err)) {
        database_close(database);
        return NULL;
    }
    if (version > SCHEMA_VERSION || version < 1) {
        if (version < 1) {
            error_set(err, M_STORE_DAMAGED, path, "user_version");
        } else {
            error_set(err, M_STORE_NEWER, path, version, SCHEMA_VERSION);
        }
        database_close(database);
        return NULL;
    }
    if (version == SCHEMA_VERSION) {
        return database;
    }
    database_close(database);
    /* What cannot be brought up to date is examined as it is. */
    struct error ignored = {.kind = ERROR_NONE};
    bool ready = bring_up_to_date(path, access == STORE_EXAMINE ? &ignored : err);
    return ready || access == STORE_EXAMINE ? database_open(path, accesses[access], err) : NULL;
}

struct store *store_open(const char *path, enum store_access access, struct error *err)
{
    struct database *database = open_database(path, access, err);
    if (database == NULL) {
        return NULL;
    }
    struct store *store = wrap(database);
    struct error ignored = {.kind = ERROR_NONE};
    bool ok = access == STORE_EXAMINE ? (read_cover(store, &ignored), true)
                                      : admit(database, err) && read_cover(store, err);
    if (!ok) {
        store_close(store);
        return NULL;
    }
    return store;
}

void store_close(struct store *store)
{
    if (store == NULL) {
        return;
    }
    database_close(store->database);
    arena_release(&store->cover);
    arena_release(&store->step_arena);
    free(store);
}

bool store_recognises(const char *path)
{
    size_t length = strlen(path);
    if (length >= 5 && strcmp(path + length - 5, ".spbe") == 0) {
        return true;
    }
    char head[16] = "";
    FILE *file = file_exists(path) ? fopen(path, "rbe") : NULL;
    bool ours = file != NULL && fread(head, 1, sizeof head, file) == sizeof head &&
                memcmp(head, "SQLite format 3", sizeof head) == 0;
    if (file != NULL) {
        (void)fclose(file);
    }
    return ours;
}

bool store_is_shared(const struct store *store)
{
    return database_is_shared(database_path(store->database));
}

bool store_is_itself(const struct store *store, const char *path)
{
    struct stat here;
    struct stat there;
    return stat(database_path(store->database), &here) == 0 && stat(path, &there) == 0 &&
           here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

const struct store_about *store_about(const struct store *store)
{
    return &store->about;
}

/* Keeps the hash of the last entry of the first step. */
static bool keep_first(void *context, const struct change *change)
{
    if (change->step != 1) {
        return false;
    }
    snprintf(context, HASH_HEX + 1, "%s", change->hash);
    return true;
}

bool store_identity(struct store *store, char identity[65], struct error *err)
{
    identity[0] = '\0';
    return journal_walk(store->database, NULL, 1, keep_first, identity, err);
}

bool store_hold(struct store *store, struct error *err)
{
    assert(!store->held && !database_is_writing(store->database));
    store->held = database_begin_reading(store->database, err);
    return store->held;
}

void store_let_go(struct store *store)
{
    if (store->held) {
        database_rollback(store->database);
        store->held = false;
    }
}

bool store_load(struct store *store, const struct instrument *instrument, struct arena *arena,
                struct assessment *assessment, struct error *err)
{
    bool alone = !store->held && !database_is_writing(store->database);
    if (alone && !database_begin_reading(store->database, err)) {
        return false;
    }
    bool ok = record_load(store->database, instrument, arena, assessment, err);
    if (alone) {
        database_rollback(store->database);
    }
    if (ok) {
        struct text json = TEXT_EMPTY;
        exchange_write(assessment, &json);
        hash_of(json.bytes, json.length, assessment->sha256);
        text_release(&json);
    }
    return ok;
}

/* ---- steps ---- */

static void clear_step(struct store *store)
{
    arena_clear(&store->step_arena);
    store->who = NULL;
    store->origin = NULL;
    store->step = 0;
}

bool store_begin_at(struct store *store, const char *who, const char *origin, const char *file,
                    int line, struct error *err)
{
    assert(who[0] != '\0' && origin[0] != '\0');
    if (!database_begin(store->database, file, line, err)) {
        return false;
    }
    clear_step(store);
    store->who = arena_string(&store->step_arena, who);
    store->origin = arena_string(&store->step_arena, origin);
    time_t now = time(NULL);
    struct tm utc;
    strftime(store->at, sizeof store->at, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&now, &utc));
    char head[HASH_HEX + 1];
    bool ok = journal_last(store->database, &store->entries, head, err);
    store->settled = store->entries;
    return ok;
}

void store_next(struct store *store, const char *who, const char *origin)
{
    assert(database_is_writing(store->database) && who[0] != '\0' && origin[0] != '\0');
    store->who = arena_string(&store->step_arena, who);
    store->origin = arena_string(&store->step_arena, origin);
    store->step = 0;
}

bool store_commit(struct store *store, struct error *err)
{
    if (store->entries == store->settled) {
        store_rollback(store);
        return true;
    }
    bool ok = database_commit(store->database, err);
    store->entries = ok ? store->entries : store->settled;
    clear_step(store);
    if (!ok) {
        return false;
    }
    /* What was committed stays committed, whether or not the cover can be read again. */
    struct error ignored = {.kind = ERROR_NONE};
    read_cover(store, &ignored);
    return true;
}

void store_rollback(struct store *store)
{
    if (database_is_writing(store->database)) {
        store->entries = store->settled;
    }
    database_rollback(store->database);
    clear_step(store);
}

static bool same(const char *one, const char *other)
{
    return one == other || (one != NULL && other != NULL && strcmp(one, other) == 0);
}

static bool refuse_locked(struct store *store, enum field field, const char *indicator,
                          struct error *err)
{
    if (indicator == NULL || field == FIELD_STATE || field == FIELD_STATE_REASON) {
        return true;
    }
    const char *state = NULL;
    return fact_get(store->database, FIELD_STATE, indicator, &store->step_arena, &state, err) &&
           (!same(state, assessment_state_word(STATE_LOCKED)) ||
            error_set(err, M_STORE_LOCKED_INDICATOR, indicator));
}

bool store_set(struct store *store, enum field field, const char *indicator, const char *subject,
               const char *now, struct error *err)
{
    assert(database_is_writing(store->database));
    assert(now == NULL || text_utf8_prefix(now, strlen(now)) == strlen(now));
    const char *was = NULL;
    if (!fact_get(store->database, field, subject, &store->step_arena, &was, err)) {
        return false;
    }
    if (same(was, now)) {
        return true;
    }
    struct change change = {.step = store->step,
                            .at = store->at,
                            .who = store->who,
                            .origin = store->origin,
                            .field = field,
                            .word = change_word(field),
                            .indicator = indicator,
                            .subject = subject,
                            .was = was,
                            .now = now};
    if (!refuse_locked(store, field, indicator, err) ||
        !fact_put(store->database, field, indicator, subject, now, err) ||
        !journal_add(store->database, &change, &store->entries, err)) {
        return false;
    }
    store->step = store->step == 0 ? store->entries : store->step;
    return true;
}

bool store_get(struct store *store, enum field field, const char *subject, struct arena *arena,
               const char **now, struct error *err)
{
    return fact_get(store->database, field, subject, arena, now, err);
}

bool store_next_id(struct store *store, enum field field, char id[24], struct error *err)
{
    int64_t number = 0;
    bool ok = fact_next_number(store->database, field, &number, err);
    snprintf(id, 24, "%c%" PRId64, field == FIELD_EVIDENCE_FOR ? 'E' : 'V', number);
    return ok;
}

/* A list that grows in an arena. */
struct gathering {
    struct arena *arena;
    struct store_list *list;
    size_t room;
};

static bool gather(void *context, const char *subject, const char *indicator, const char *now)
{
    (void)indicator, (void)now;
    struct gathering *gathering = context;
    struct store_list *list = gathering->list;
    if (list->count == gathering->room) {
        gathering->room = gathering->room == 0 ? 16 : gathering->room * 2;
        const char **items = arena_get(gathering->arena, gathering->room, sizeof *items);
        for (size_t i = 0; i < list->count; i++) {
            items[i] = list->items[i];
        }
        list->items = items;
    }
    list->items[list->count++] = subject;
    return true;
}

bool store_subjects(struct store *store, enum field field, struct arena *arena,
                    struct store_list *list, struct error *err)
{
    *list = (struct store_list){NULL, 0};
    struct gathering gathering = {arena, list, 0};
    return fact_each(store->database, field, arena, gather, &gathering, err);
}

bool store_evidence(struct store *store, const char *indicator, struct arena *arena,
                    struct exhibit **list, size_t *count, struct error *err)
{
    return record_exhibits(store->database, indicator, arena, list, count, err);
}

/* ---- documents ---- */

/* What is known of a document: NULL nothing, "purged", or its size. */
static bool content_of(struct store *store, const char *sha256, struct arena *arena,
                       const char **content, struct error *err)
{
    return fact_get(store->database, FIELD_CONTENT, sha256, arena, content, err);
}

bool store_keep(struct store *store, const char *path, char sha256[65], struct error *err)
{
    int64_t size = 0;
    char bytes[32];
    const char *content = NULL;
    if (store_is_itself(store, path)) {
        return error_set(err, M_DOCUMENT_SELF, path);
    }
    if (!document_hash(path, sha256, &size, err) ||
        !content_of(store, sha256, &store->step_arena, &content, err)) {
        return false;
    }
    snprintf(bytes, sizeof bytes, "%" PRId64, size);
    return same(content, bytes) || (store_set(store, FIELD_CONTENT, NULL, sha256, bytes, err) &&
                                    document_put(store->database, path, sha256, err));
}

/* Fails where the document's content is not here. */
static bool need_content(struct store *store, const char *sha256, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    const char *content = NULL;
    bool ok = content_of(store, sha256, &arena, &content, err);
    bool here = ok && content != NULL && !same(content, "purged");
    if (ok && !here) {
        ok = content == NULL ? error_set(err, M_STORE_NO_DOCUMENT, sha256)
                             : error_set(err, M_STORE_PURGED, sha256);
    }
    arena_release(&arena);
    return ok;
}

bool store_fetch(struct store *store, const char *sha256, const char *out, struct error *err)
{
    return need_content(store, sha256, err) && document_write(store->database, sha256, out, err);
}

bool store_stream(struct store *store, const char *sha256,
                  bool (*take)(void *context, const void *bytes, size_t length, struct error *err),
                  void *context, struct error *err)
{
    return need_content(store, sha256, err) &&
           document_read(store->database, sha256, take, context, NULL, err);
}

/* Fails when evidence that still counts has this document. */
static bool refuse_in_use(struct store *store, const char *sha256, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct exhibit *list = NULL;
    size_t count = 0;
    bool ok = record_exhibits(store->database, NULL, &arena, &list, &count, err);
    for (size_t i = 0; ok && i < count; i++) {
        if (list[i].stands && same(list[i].item.sha256, sha256)) {
            ok = error_set(err, M_STORE_IN_USE, sha256, list[i].id);
        }
    }
    arena_release(&arena);
    return ok;
}

bool store_purge(struct store *store, const char *sha256, struct error *err)
{
    const char *content = NULL;
    if (!content_of(store, sha256, &store->step_arena, &content, err)) {
        return false;
    }
    if (content == NULL) {
        return error_set(err, M_STORE_NO_DOCUMENT, sha256);
    }
    return refuse_in_use(store, sha256, err) &&
           store_set(store, FIELD_CONTENT, NULL, sha256, "purged", err) &&
           document_drop(store->database, sha256, err);
}

/* ---- rules ---- */

bool store_rule(struct store *store, const char *sha256, struct arena *arena, const char **bytes,
                size_t *length, struct error *err)
{
    return document_rule(store->database, sha256, arena, bytes, length, err);
}

/* Puts a rule file under a name that is free for it. */
static bool put_rule(struct store *store, const struct store_rule *rule, const char *sha256,
                     struct error *err)
{
    const char *taken = NULL;
    const char *name = rule->name;
    if (!fact_get(store->database, FIELD_RULE_FILE, name, &store->step_arena, &taken, err)) {
        return false;
    }
    if (taken != NULL) {
        name = arena_format(&store->step_arena, "%s@%.12s", name, sha256);
    }
    return store_set(store, FIELD_RULE_FILE, NULL, name, sha256, err) &&
           document_put_rule(store->database, name, rule->bytes, rule->length, err);
}

bool store_keep_rule(struct store *store, const struct store_rule *rule, struct error *err)
{
    char sha256[HASH_HEX + 1];
    const char *kept = NULL;
    size_t length = 0;
    hash_of(rule->bytes, rule->length, sha256);
    return store_rule(store, sha256, &store->step_arena, &kept, &length, err) &&
           (kept != NULL || put_rule(store, rule, sha256, err));
}

/* ---- the whole file ---- */

bool store_history(struct store *store, const char *indicator, int64_t from,
                   bool (*visit)(void *context, const struct change *change), void *context,
                   struct error *err)
{
    return journal_walk(store->database, indicator, from, visit, context, err);
}

bool store_head(struct store *store, int64_t *number, char hash[65], struct error *err)
{
    return journal_last(store->database, number, hash, err);
}

int64_t store_history_length(const struct store *store)
{
    return store->entries;
}

bool store_verify(struct store *store,
                  void (*found)(void *context, const char *where, const char *what), void *context,
                  struct store_verdict *verdict, struct error *err)
{
    database_set_deadline(store->database, 0);
    bool alone = database_begin_reading(store->database, err);
    bool ok = alone && verify_all(store->database, found, context, verdict, err);
    database_rollback(store->database);
    return ok;
}

/* Removes an unfinished file and what a failed transaction may have left beside it. */
static void abandon(const char *temporary)
{
    struct text journal = TEXT_EMPTY;
    text_format(&journal, "%s-journal", temporary);
    unlink(journal.bytes);
    file_abandon(temporary);
    text_release(&journal);
}

bool store_copy(struct store *store, const char *to, struct error *err)
{
    char *temporary = NULL;
    if (access(to, F_OK) == 0) {
        return error_set(err, M_FILE_EXISTS, to);
    }
    if (!file_temporary(to, &temporary, err)) {
        return false;
    }
    bool ok = database_copy(store->database, temporary, err);
    if (!ok) {
        abandon(temporary);
    }
    ok = ok && file_commit_new(temporary, to, err);
    free(temporary);
    return ok;
}

/* ---- a new file ---- */

static bool put_rules(struct store *store, const struct store_rule *rules, size_t rule_count,
                      struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < rule_count; i++) {
        char sha256[HASH_HEX + 1];
        hash_of(rules[i].bytes, rules[i].length, sha256);
        ok =
            store_set(store, FIELD_RULE_FILE, NULL, rules[i].name, sha256, err) &&
            document_put_rule(store->database, rules[i].name, rules[i].bytes, rules[i].length, err);
    }
    return ok;
}

/* The first step of a file. */
static bool put_cover(struct store *store, const struct store_about *about, const char *who,
                      struct error *err)
{
    char year[16];
    const char *rules = about->rules_sha256[0] == '\0' ? NULL : about->rules_sha256;
    snprintf(year, sizeof year, "%d", about->year);
    return store_begin(store, who, "new", err) &&
           store_set(store, FIELD_INSTRUMENT, NULL, "", about->instrument, err) &&
           store_set(store, FIELD_RULES, NULL, "", rules, err) &&
           store_set(store, FIELD_AGENCY, NULL, "", about->agency, err) &&
           store_set(store, FIELD_KIND, NULL, "", assessment_kind_word(about->kind), err) &&
           store_set(store, FIELD_YEAR, NULL, "", year, err) &&
           store_set(store, FIELD_PERSON, NULL, "", about->person, err);
}

bool store_create(const char *path, const struct store_about *about, const struct store_rule *rules,
                  size_t rule_count, const char *who, struct error *err)
{
    char *temporary = NULL;
    if (access(path, F_OK) == 0) {
        return error_set(err, M_FILE_EXISTS, path);
    }
    if (!file_temporary(path, &temporary, err)) {
        return false;
    }
    struct database *database = database_open(temporary, DATABASE_CREATE, err);
    struct store *store = database == NULL ? NULL : wrap(database);
    bool ok = store != NULL &&
              schema_migrate(database, schema_migrations, schema_migration_count, err) &&
              put_cover(store, about, who, err) && put_rules(store, rules, rule_count, err) &&
              store_commit(store, err);
    store_close(store);
    if (!ok) {
        abandon(temporary);
    }
    ok = ok && file_commit_new(temporary, path, err);
    free(temporary);
    return ok;
}
