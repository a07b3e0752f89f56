/* journal: the chain of all changes. Entries are added, never changed; each carries the SHA-256 of
 * itself and the entry before (schema.sql says over which bytes), so that whoever alters one breaks
 * the chain there. What a chain in the file itself cannot show is a file rebuilt from the start, or
 * cut off at its end: against these the hash of the last entry is noted elsewhere. */
#ifndef SPBE_JOURNAL_H
#define SPBE_JOURNAL_H

#include "change.h"
#include "database.h"
#include "error.h"
#include "hash.h"

/* Adds one change, within a writing transaction. `number` and `hash` are ignored and made here; a
 * `step` of 0 begins one. number: set to the entry's. */
bool journal_add(struct database *database, const struct change *change, int64_t *number,
                 struct error *err);

/* Number and hash of the last entry; 0 and 64 zeros in an empty journal. */
bool journal_last(struct database *database, int64_t *number, char hash[HASH_HEX + 1],
                  struct error *err);

/* The hash of an entry that follows one with the hash `before`. */
void journal_hash(const char *before, const struct change *change, char hash[HASH_HEX + 1]);

/* Tells the entries from number `from` on, until `visit` returns false. indicator: only its own, or
 * NULL. What visit is given lives until it returns. */
bool journal_walk(struct database *database, const char *indicator, int64_t from,
                  bool (*visit)(void *context, const struct change *change), void *context,
                  struct error *err);

/* Recomputes the chain. found: told each entry that does not fit, and each gap. entries, head: of
 * the journal as it is. */
bool journal_verify(struct database *database,
                    void (*found)(void *context, const char *where, const char *what),
                    void *context, int64_t *entries, char head[HASH_HEX + 1], struct error *err);

/* What the journal last said about a fact. */
struct journal_word {
    bool known;                  /* it has said something */
    const char *now, *indicator; /* NULL: nothing, or none */
};
/* Its texts are in `arena`. */
bool journal_last_word(struct database *database, const char *subject, enum field field,
                       struct arena *arena, struct journal_word *word, struct error *err);

#endif
