/* error: the one way in which anything here fails.
 *
 * A function that can fail takes `struct error *err` last and returns bool (true = done) or a
 * pointer (NULL = failed). On success `err` is untouched. The first error set wins, so
 *
 *     a(…, err) && b(…, err) && c(…, err)
 *
 * stops at the first failure and keeps its story. Nothing is allocated, so that "out of memory"
 * can be told too. A result ("incomplete", "below target") is never an error: it has exit
 * status 1 and does not travel in this type. A broken promise of our own is an assert.
 */
#ifndef SPBE_ERROR_H
#define SPBE_ERROR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

/* One row a kind: enum name, word in JSON and tests, exit status of the program, HTTP status. */
/* clang-format off */
#define ERROR_KINDS(row)                  \
    row(ERROR_NONE, "none", 0, 200)       \
    row(ERROR_USAGE, "usage", 2, 400)     \
    row(ERROR_INPUT, "input", 3, 422)     \
    row(ERROR_PACK, "pack", 4, 422)       \
    row(ERROR_STORE, "store", 5, 409)     \
    row(ERROR_LIMIT, "limit", 6, 413)     \
    row(ERROR_SYSTEM, "system", 7, 500)
/* clang-format on */

enum error_kind {
#define ERROR_KIND_NAME(name, word, exit_status, http_status) name,
    ERROR_KINDS(ERROR_KIND_NAME)
#undef ERROR_KIND_NAME
};

struct error {
    enum error_kind kind; /* ERROR_NONE = nothing has failed */
    const char *id;       /* name of the row in message.h, static: "JSON_DUPLICATE_KEY"; or NULL */
    char where[256];   /* place in the user's terms: "rules/x/domain_2.lua:41", "$.answers.I07" */
    char message[768]; /* one sentence in the reader's language, no full stop, with the bad value */
};

/* Sets *err, unless it is already set, and returns false, so that `return error_set(…)` reads well.
 *
 * kind, id, format: always written as one word, a row of message.h: error_set(err, M_FILE_OPEN,
 *                   path, …). The format is translated here, then filled in as printf does.
 * where:            the place; NULL or "" when the message needs none. Too long is cut from the
 *                   front ("…ules/x.lua:4"), a message from the end ("…"), both at a character's edge.
 * Control characters in place and message become '?', so that no input can move a terminal. */
bool error_set(struct error *err, enum error_kind kind, const char *id, const char *format,
               const char *where, ...) __attribute__((format(printf, 4, 6)));

/* As error_set, for a function that takes a format itself. */
bool error_set_list(struct error *err, enum error_kind kind, const char *id, const char *format,
                    const char *where, va_list arguments) __attribute__((format(printf, 4, 0)));

/* Puts a place in front of an error that was set below: "rules/x/pack.lua" + "$.weight" becomes
 * "rules/x/pack.lua: $.weight". Does nothing where nothing is set. Returns false. */
bool error_place(struct error *err, const char *where);

/* True when something has failed. */
static inline bool error_is_set(const struct error *err)
{
    return err->kind != ERROR_NONE;
}

/* Forgets the error, for a loop that reports one and goes on. */
void error_clear(struct error *err);

/* The exit status of a kind, as agreed in `spbe help exit`. */
int error_exit_status(enum error_kind kind);

/* The word of a kind: "usage", "input", … Static. */
const char *error_kind_word(enum error_kind kind);

/* What an errno says, in the reader's language; for the words in brackets of a message. Static. The
 * usual ones are ours, so that they read the same on every machine; the rest is the C library's English. */
const char *error_cause(int number);

/* Writes "spbe: where: message\n" to `stream` (standard error), without the place when it is empty. */
void error_print(const struct error *err, FILE *stream);

#endif
