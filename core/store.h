/* store: the assessment file, `.spbe`: the whole case of one agency, from first answer to auditor.
 *
 * One handle, two ways to open it. Reading gives a consistent picture and changes nothing. Writing
 * goes in steps (change.h): store_begin takes the file for this process alone, store_set and the
 * functions beside it change facts, store_commit makes all of them lasting at once; what was
 * committed survives the end of the process and of the machine. Every change is written to an
 * append-only journal, each entry chained to the one before by SHA-256, so that store_verify can
 * say whether, and where, the file was altered by another hand.
 *
 *     struct store *store = store_open("kota.spbe", STORE_WRITE, err);
 *     bool done = store && store_begin(store, "Siti", "answer", err) &&
 *                 store_set(store, FIELD_MET, "I07", "I07.3.a", "yes", err) &&
 *                 store_commit(store, err);
 *     store_close(store);
 *
 * Two processes may have the same file open. A second writer waits up to LIMIT_STORE_WAIT_MS, then
 * fails with STORE_BUSY; a step reads and writes under the same lock, so nothing is overwritten
 * unseen. Ids and values are checked by whoever calls (`edit` does); the store keeps what it is
 * told. Nothing here says how facts are kept: another store may stand behind the same functions.
 */
#ifndef SPBE_STORE_H
#define SPBE_STORE_H

#include "assessment.h"
#include "change.h"
#include "dossier.h"
#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct store;

enum store_access {
    STORE_READ,   /* leaves the content as it is; undoes what a killed writer left half-done */
    STORE_WRITE,  /* may begin steps */
    STORE_EXAMINE /* as STORE_READ, but opens a damaged or altered file as far as it can be read */
};

/* A rule file kept with the assessment, so that it can be scored by the same rules later. */
struct store_rule {
    const char *name;  /* "domain_1.lua" */
    const char *bytes; /* `length` of them */
    size_t length;
};

/* Makes a new file with its first step, by `who`, complete or not at all; never replaces a file.
 * about:  instrument, rules_sha256, agency, kind and year; `person` is kept when it is given.
 * rules:  rule_count files of the pack, may be none.
 * Fails with STORE_EXISTS or as store_open. */
bool store_create(const char *path, const struct store_about *about, const struct store_rule *rules,
                  size_t rule_count, const char *who, struct error *err);

/* Opens an assessment file; yours to store_close. Fails with ERROR_STORE (not such a file, made by
 * a newer program, damaged, altered, busy, folder not writable after a crash), with the path as
 * place. */
struct store *store_open(const char *path, enum store_access access, struct error *err);
/* Ends an open step without keeping it. NULL is taken. */
void store_close(struct store *store);

/* True when `path` is meant as an assessment file: its name ends in ".spbe", or its first bytes say
 * so. For commands whose INPUT may also be a JSON document, before any of them is open. */
bool store_recognises(const char *path);
/* True when `path` leads to the very file that is open. It must not be opened otherwise in the
 * meantime: the system would give up this process's locks on it when that is closed. */
bool store_is_itself(const struct store *store, const char *path);
/* True when the file lies on a network share, where locks between machines are not reliable. */
bool store_is_shared(const struct store *store);

/* What the file is about, as read when it was opened; borrowed until store_close. */
const struct store_about *store_about(const struct store *store);

/* What tells this assessment from all others, whatever becomes of it: the hash of the history's first step. A
 * copy has it too; a file that was made anew, with the same agency and year, has another one. */
bool store_identity(struct store *store, char identity[65], struct error *err);

/* From here until store_let_go everything that is read is of one moment, whoever writes meanwhile; such a
 * writer waits, so keep it short. Not within a step. */
bool store_hold(struct store *store, struct error *err);
/* Ends that; does nothing where nothing is held. */
void store_let_go(struct store *store);

/* Everything that was answered, as one record; withdrawn and replaced evidence is left out.
 *
 * instrument: the one store_about names; must outlive the record, as must `arena`.
 * assessment: set up here; `sha256` is of the JSON that exchange writes for the record.
 * Fails with STORE_UNKNOWN_ID where the file names an id that the instrument does not have. */
bool store_load(struct store *store, const struct instrument *instrument, struct arena *arena,
                struct assessment *assessment, struct error *err);

/* Begins a step: waits for the file, then holds it until store_commit or store_rollback.
 * who:    the person, not empty; origin: how it comes, not empty. Both copied. */
#define store_begin(store, who, origin, err) \
    store_begin_at(store, who, origin, __FILE__, __LINE__, err)
/* As store_begin, with the place in our source that a forgotten commit is reported by. */
bool store_begin_at(struct store *store, const char *who, const char *origin, const char *file,
                    int line, struct error *err);
/* Ends the open step and begins another one that shares its fate: both become lasting with the same
 * store_commit, or neither does. For several documents taken in at once, each with its own person and origin
 * in the history. who, origin: as for store_begin. */
void store_next(struct store *store, const char *who, const char *origin);
/* Makes the step lasting. After a failure the step is undone. A step without a change leaves no
 * trace. */
bool store_commit(struct store *store, struct error *err);
/* Undoes the open step; does nothing without one. */
void store_rollback(struct store *store);

/* One change within a step; none at all when the fact already is so.
 * indicator: id of the indicator concerned; NULL for the file's own fields and units.
 * subject:   as change.h says for the field; now: NULL takes the fact away.
 * Fails with STORE_LOCKED_INDICATOR when the indicator is locked, for all fields but its state. */
bool store_set(struct store *store, enum field field, const char *indicator, const char *subject,
               const char *now, struct error *err);
/* The present text of a fact, from `arena`; *now is NULL when there is none. */
bool store_get(struct store *store, enum field field, const char *subject, struct arena *arena,
               const char **now, struct error *err);
/* The next free id of an evidence item ("E13"; field FIELD_EVIDENCE_FOR) or verdict ("V4";
 * FIELD_VERDICT_FOR). Ids are never used twice. */
bool store_next_id(struct store *store, enum field field, char id[24], struct error *err);

/* A list of strings. */
struct store_list {
    const char **items;
    size_t count;
};
/* The subjects that have the field ("all units": FIELD_UNIT_LISTED), in the order in which they
 * came, from `arena`. */
bool store_subjects(struct store *store, enum field field, struct arena *arena,
                    struct store_list *list, struct error *err);

/* All evidence in the order of its ids, withdrawn and replaced items too, from `arena`. indicator: only of that
 * one, or NULL. */
bool store_evidence(struct store *store, const char *indicator, struct arena *arena,
                    struct exhibit **list, size_t *count, struct error *err);

/* Takes a document's content into the file, within a step; once for equal contents.
 * path:   a regular file of at most LIMIT_DOCUMENT_BYTES; streamed, whatever its size. Not this file
 *         itself (DOCUMENT_SELF).
 * sha256: set to its name from now on. */
bool store_keep(struct store *store, const char *path, char sha256[65], struct error *err);
/* Writes a document to `out` (a path, or "-"), whole or not at all, and checks its SHA-256 on the
 * way. Fails with STORE_NO_DOCUMENT, STORE_PURGED, DOCUMENT_ALTERED. */
bool store_fetch(struct store *store, const char *sha256, const char *out, struct error *err);
/* Hands a document's pieces to `take` in order, for a longer way than to a file; each is at most 1 MiB. What
 * was taken is not to be believed before the end: then its SHA-256 is known to be right. Fails as
 * store_fetch does, or as `take` does. */
bool store_stream(struct store *store, const char *sha256,
                  bool (*take)(void *context, const void *bytes, size_t length, struct error *err),
                  void *context, struct error *err);
/* Takes the content out for good, within a step; hash and history stay. Fails with STORE_IN_USE
 * when evidence that counts still rests on it. */
bool store_purge(struct store *store, const char *sha256, struct error *err);

/* Keeps a rule file, within a step; once for equal contents. A name that another content has already gets
 * the beginning of the hash behind it ("domain_1.lua@93a5146eaedf"). */
bool store_keep_rule(struct store *store, const struct store_rule *rule, struct error *err);
/* The bytes of the kept rule file with that SHA-256, from `arena`; *bytes is NULL when there is none. Fails
 * with DOCUMENT_ALTERED when they were altered. */
bool store_rule(struct store *store, const char *sha256, struct arena *arena, const char **bytes,
                size_t *length, struct error *err);

/* Tells the history, oldest first, until `visit` returns false.
 * indicator: only changes that concern it, or NULL; from: the first entry's number, 1 for all. */
bool store_history(struct store *store, const char *indicator, int64_t from,
                   bool (*visit)(void *context, const struct change *change), void *context,
                   struct error *err);
/* Number and hash of the journal's last entry; 0 and zeros in an empty one. */
bool store_head(struct store *store, int64_t *number, char hash[65], struct error *err);
/* Number of entries in the journal, those of an open step included. */
int64_t store_history_length(const struct store *store);

/* Checks everything: schema, database pages, the journal's chain, each fact against the journal,
 * each document against its SHA-256. Opened with STORE_EXAMINE, a damaged file is told, not
 * refused.
 * found: called for each finding: where ("journal entry 12", "I07", "E3") and what (a sentence). */
bool store_verify(struct store *store,
                  void (*found)(void *context, const char *where, const char *what), void *context,
                  struct store_verdict *verdict, struct error *err);

/* Writes a compact copy to `to`, whole or not at all; the original stays as it is. */
bool store_copy(struct store *store, const char *to, struct error *err);

#endif
