/* problem: what people should know about an assessment beside its numbers.
 *
 * A problem never changes a value and is never an error. It has a severity, a code for programs, a
 * place in the assessment's own terms ("I07", "I07.3.a", "year") and a sentence in the reader's
 * language that says what to do. A list lives in an arena, keeps the order in which things were found,
 * and holds at most LIMIT_PROBLEMS; what is beyond is counted and told in one last line. */
#ifndef SPBE_PROBLEM_H
#define SPBE_PROBLEM_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>

/* A notice explains a number; a warning says that a value may not last before an assessor. */
enum severity { SEVERITY_NOTICE, SEVERITY_WARNING };

struct problem {
    enum severity severity;
    const char *code;    /* "draft", static */
    const char *where;   /* "I07"; borrowed or from the arena */
    const char *message; /* one sentence, without full stop at its end */
    const void *about;   /* the evidence item that it is about; only compared, NULL for none */
    const struct problem *next;
};

struct problem_list {
    struct arena *arena; /* borrowed */
    const struct problem *first;
    struct problem *last;
    const void *about; /* what the next ones are about */
    size_t count;      /* of the list */
    size_t unlisted;   /* found, but beyond the limit */
};

/* An empty list. */
void problem_start(struct problem_list *list, struct arena *arena);
/* Adds one, the message as printf makes it; `code` and `where` are borrowed. */
void problem_add(struct problem_list *list, enum severity severity, const char *code,
                 const char *where, const char *format, ...) __attribute__((format(printf, 5, 6)));
/* Adds the line that counts what is beyond the limit, where there is any. Called once, at the end. */
void problem_finish(struct problem_list *list);

/* "notice", "warning". */
const char *problem_severity_word(enum severity severity);

#endif
