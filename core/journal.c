#include "journal.h"

#include "lang.h"
#include "message.h"
#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Before the first entry. */
static const char no_hash[HASH_HEX + 1] =
    "0000000000000000000000000000000000000000000000000000000000000000";

static void add_member(struct text *text, const char *member)
{
    text_add(text, ",");
    if (member == NULL) {
        text_add(text, "null");
    } else {
        text_add_json(text, member);
    }
}

void journal_hash(const char *before, const struct change *change, char hash[HASH_HEX + 1])
{
    struct text text = TEXT_EMPTY;
    text_format(&text, "%s\n[%" PRId64 ",%" PRId64, before, change->number, change->step);
    add_member(&text, change->at);
    add_member(&text, change->who);
    add_member(&text, change->origin);
    add_member(&text, change->word);
    add_member(&text, change->indicator);
    add_member(&text, change->subject);
    add_member(&text, change->was);
    add_member(&text, change->now);
    text_add(&text, "]");
    hash_of(text.bytes, text.length, hash);
    text_release(&text);
}

bool journal_last(struct database *database, int64_t *number, char hash[HASH_HEX + 1],
                  struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct statement *statement =
        database_prepare(database, "SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1");
    bool row = statement_step(statement);
    const char *text = row ? statement_text(statement, 1, &arena) : NULL;
    *number = row ? statement_int(statement, 0) : 0;
    snprintf(hash, HASH_HEX + 1, "%s", text == NULL ? no_hash : text);
    bool ok = statement_end(statement, err);
    arena_release(&arena);
    return ok;
}

static bool insert(struct database *database, const struct change *entry, struct error *err)
{
    struct statement *statement = database_prepare(
        database, "INSERT INTO journal (number, step, at, who, origin, field, indicator, subject, "
                  "was, now, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    statement_bind_int(statement, 1, entry->number);
    statement_bind_int(statement, 2, entry->step);
    statement_bind_text(statement, 3, entry->at);
    statement_bind_text(statement, 4, entry->who);
    statement_bind_text(statement, 5, entry->origin);
    statement_bind_text(statement, 6, entry->word);
    statement_bind_text(statement, 7, entry->indicator);
    statement_bind_text(statement, 8, entry->subject);
    statement_bind_text(statement, 9, entry->was);
    statement_bind_text(statement, 10, entry->now);
    statement_bind_text(statement, 11, entry->hash);
    statement_step(statement);
    return statement_end(statement, err);
}

bool journal_add(struct database *database, const struct change *change, int64_t *number,
                 struct error *err)
{
    int64_t last = 0;
    char before[HASH_HEX + 1];
    char hash[HASH_HEX + 1];
    if (!journal_last(database, &last, before, err)) {
        return false;
    }
    struct change entry = *change;
    entry.number = last + 1;
    entry.step = change->step == 0 ? entry.number : change->step;
    journal_hash(before, &entry, hash);
    entry.hash = hash;
    *number = entry.number;
    return insert(database, &entry, err);
}

/* The row under the cursor of a SELECT with the columns in the order of the table. */
static struct change read_row(struct statement *statement, struct arena *arena)
{
    struct change change = {.number = statement_int(statement, 0),
                            .step = statement_int(statement, 1),
                            .at = statement_text(statement, 2, arena),
                            .who = statement_text(statement, 3, arena),
                            .origin = statement_text(statement, 4, arena),
                            .word = statement_text(statement, 5, arena),
                            .indicator = statement_text(statement, 6, arena),
                            .subject = statement_text(statement, 7, arena),
                            .was = statement_text(statement, 8, arena),
                            .now = statement_text(statement, 9, arena),
                            .hash = statement_text(statement, 10, arena)};
    change.field = change.word == NULL ? FIELD_COUNT : change_field(change.word);
    return change;
}

/* No column that must be there is NULL, as it may be in a file made by another hand. */
static bool is_whole(const struct change *change)
{
    return change->at != NULL && change->who != NULL && change->origin != NULL &&
           change->word != NULL && change->subject != NULL && change->hash != NULL;
}

bool journal_walk(struct database *database, const char *indicator, int64_t from,
                  bool (*visit)(void *context, const struct change *change), void *context,
                  struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct statement *statement = database_prepare(
        database, "SELECT number, step, at, who, origin, field, indicator, subject, was, now, hash "
                  "FROM journal WHERE number >= ?1 AND (?2 IS NULL OR indicator = ?2) "
                  "ORDER BY number");
    statement_bind_int(statement, 1, from);
    statement_bind_text(statement, 2, indicator);
    bool whole = true;
    bool more = true;
    while (more && statement_step(statement)) {
        struct change change = read_row(statement, &arena);
        whole = is_whole(&change);
        more = whole && visit(context, &change);
        arena_clear(&arena);
    }
    arena_release(&arena);
    return statement_end(statement, err) &&
           (whole || error_set(err, M_STORE_DAMAGED, database_path(database), "journal"));
}

/* Where a recomputation of the chain stands. */
struct chain {
    int64_t number;              /* of the entry before */
    char stored[HASH_HEX + 1];   /* its hash as it stands in the file */
    char computed[HASH_HEX + 1]; /* its hash as it should be */
    bool broken;                 /* entries are missing just before this one */
    void (*found)(void *context, const char *where, const char *what);
    void *context;
};

static void tell_entry(const struct chain *chain, int64_t number, const char *what)
{
    char where[64];
    snprintf(where, sizeof where, _("journal entry %lld"), (long long)number);
    chain->found(chain->context, where, what);
}

static void tell_gap(const struct chain *chain, int64_t number)
{
    char what[96];
    snprintf(what, sizeof what, _("is missing, with all up to entry %lld"), (long long)number - 1);
    tell_entry(chain, chain->number + 1, number - 1 == chain->number + 1 ? _("is missing") : what);
}

static bool verify_entry(void *context, const struct change *change)
{
    struct chain *chain = context;
    bool gap = change->number != chain->number + 1;
    if (gap) {
        tell_gap(chain, change->number);
    }
    /* Where only the hash before this entry was altered, this one still fits the hash it should be;
     * behind a gap nothing can be said. */
    char hash[HASH_HEX + 1];
    char other[HASH_HEX + 1];
    journal_hash(chain->stored, change, hash);
    journal_hash(chain->computed, change, other);
    bool fits = strcmp(hash, change->hash) == 0 || strcmp(other, change->hash) == 0;
    if (!gap && !fits) {
        tell_entry(chain, change->number, _("was altered: it does not fit its hash"));
    }
    chain->number = change->number;
    snprintf(chain->stored, sizeof chain->stored, "%s", change->hash);
    snprintf(chain->computed, sizeof chain->computed, "%s",
             strcmp(other, change->hash) == 0 ? other : hash);
    return true;
}

bool journal_verify(struct database *database,
                    void (*found)(void *context, const char *where, const char *what),
                    void *context, int64_t *entries, char head[HASH_HEX + 1], struct error *err)
{
    struct chain chain = {.found = found, .context = context};
    snprintf(chain.stored, sizeof chain.stored, "%s", no_hash);
    snprintf(chain.computed, sizeof chain.computed, "%s", no_hash);
    bool ok = journal_walk(database, NULL, INT64_MIN, verify_entry, &chain, err) &&
              database_number(database, "SELECT count(*) FROM journal", entries, err);
    snprintf(head, HASH_HEX + 1, "%s", chain.stored);
    return ok;
}

bool journal_last_word(struct database *database, const char *subject, enum field field,
                       struct arena *arena, struct journal_word *word, struct error *err)
{
    struct statement *row = database_prepare(
        database, "SELECT now, indicator FROM journal WHERE subject = ?1 AND field = ?2 "
                  "ORDER BY number DESC LIMIT 1");
    statement_bind_text(row, 1, subject);
    statement_bind_text(row, 2, change_word(field));
    *word = (struct journal_word){.known = statement_step(row)};
    if (word->known) {
        word->now = statement_text(row, 0, arena);
        word->indicator = statement_text(row, 1, arena);
    }
    return statement_end(row, err);
}
