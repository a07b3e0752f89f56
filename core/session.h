/* session: one command's work on one assessment file: open it, load its rules, know who is at work,
 * take one step, tell what changed.
 *
 *     struct session session;
 *     bool done = session_open(&session, path, STORE_WRITE, err) &&
 *                 session_begin(&session, call, "claim", err) &&
 *                 edit_claim(&session.edit, "I11", "3", NULL, err) && session_end(&session, err);
 *     session_close(&session);
 */
#ifndef SPBE_SESSION_H
#define SPBE_SESSION_H

#include "arena.h"
#include "command.h"
#include "edit.h"
#include "evaluation.h"
#include "pack.h"
#include "store.h"
#include "text.h"

#include <stdbool.h>

struct session {
    struct store *store;
    struct pack *pack;
    const struct instrument *instrument; /* of `pack` */
    struct arena arena;                  /* for whatever the command reads */
    struct edit edit;                    /* ready between session_begin and session_end */
    struct text name;                    /* of the person, where it was asked */
    int64_t first;                       /* number of the step's first journal entry */
    bool asked;                          /* the name was asked; it is kept in the file */
    bool *touched; /* indicators that the step changed, by position; NULL while nobody asks */
};

/* Opens the file and loads the rule pack that it names. Always followed by session_close. Warns on
 * standard error when a file that will be written lies on a network share. */
bool session_open(struct session *session, const char *path, enum store_access access,
                  struct error *err);
/* As session_open, without the rules. */
bool session_open_file(struct session *session, const char *path, enum store_access access,
                       struct error *err);
/* Frees everything; undoes a step that was not ended. */
void session_close(struct session *session);

/* Who is at work: --as, else SPBE_USER, else `kept` (the name kept in the file), else asked on the
 * terminal, and then *asked is true. name: gets it. Fails with SESSION_WHO when nobody can be
 * asked. */
bool session_who(const struct call *call, const char *kept, struct text *name, bool *asked,
                 struct error *err);

/* Begins a step; a name that had to be asked is kept in the file with it. origin: the command's
 * name. */
bool session_begin(struct session *session, const struct call *call, const char *origin,
                   struct error *err);
/* As session_begin, for what somebody else may have filled in. otherwise: the name of that person, used where
 * nobody said who is at work, instead of asking; or NULL. Called again before session_end, it begins a
 * further step with the same fate. */
bool session_begin_for(struct session *session, const struct call *call, const char *origin,
                       const char *otherwise, struct error *err);
/* Makes the step lasting, then tells its changes on standard output, or that there were none on
 * standard error. */
bool session_end(struct session *session, struct error *err);

/* As session_end, then a line for each indicator that the step changed: its values, and the index
 * of `basis` now, "I01: claimed 3, supported 2; supported index 1.01 (1 of 47 indicators)". What
 * was answered but does not count in this year is told on standard error. Nothing is evaluated when
 * nothing changed. */
bool session_end_scored(struct session *session, enum basis basis, struct error *err);

/* Appends one change as people read it: "I07.3.a  answer: nothing → yes". */
void session_tell_change(const struct change *change, struct text *out);
/* Appends a fact's text as people read it: words of the contract translated, NULL as "–". */
void session_tell_fact(enum field field, const char *fact, struct text *out);

#endif
