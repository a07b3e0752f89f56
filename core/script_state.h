/* script_state: what the program holds for a script while it runs: open assessments, outputs, walks, rules.
 *
 * Each of these has a number by which the worker names it. What is open when the script ends is closed: steps that
 * were not committed are taken back, outputs that were not closed are thrown away. */
#ifndef SPBE_SCRIPT_STATE_H
#define SPBE_SCRIPT_STATE_H

#include "canvas.h"
#include "command.h"
#include "evaluator.h"
#include "limit.h"
#include "script_access.h"
#include "script_value.h"
#include "session.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCRIPT_EVALUATORS = 4 };

enum script_kind {
    SCRIPT_KIND_NONE,
    SCRIPT_KIND_ASSESSMENT,
    SCRIPT_KIND_OUTPUT,
    SCRIPT_KIND_BOOK,
    SCRIPT_KIND_WALK
};

/* An assessment file that is open. */
struct script_case {
    struct session session;
    char *path;   /* as the script named it */
    bool writing; /* it may be changed */
    bool step;    /* begun by assessment:begin() */
    bool broken;  /* a change within that step failed; all of it was taken back */
};

/* A file that is being written. */
struct script_output {
    char *path;
    struct text text;
};

/* A workbook or page that is being drawn (script_book.h). */
struct script_book {
    struct canvas canvas;
    char *name;  /* as the script named it */
    bool broken; /* a command failed */
};

/* A walk: gives page after page, a JSON list each, "[]" at its end. */
struct script_walk {
    bool (*next)(void *walk, struct text *page, struct error *err);
    void (*free)(void *walk);
    void *walk;
};

/* Something that is open. */
struct script_thing {
    enum script_kind kind;
    int64_t
        number; /* what the worker calls it: another each time, so that what is closed is not another one */
    struct script_case *file;
    struct script_output *output;
    struct script_book *book;
    struct script_walk page;
};

/* Rules and basis that were asked for before. */
struct script_evaluator {
    char *key; /* NULL: none */
    struct evaluator *evaluator;
};

/* A file that the script consists of (script_source.h). */
struct script_source {
    char *name;  /* as places in the worker have it: "bantu.lua" */
    char *shown; /* for people: "skrip/bantu.lua" */
    char *whole; /* resolved; NULL of the prompt */
};

struct script {
    const struct call *call;      /* for who is at work; borrowed */
    struct script_access *access; /* borrowed */
    struct text origin;           /* of every step in the history: "script ambil.lua 93a5…" */
    const char *today;            /* "2026-11-22"; borrowed */
    char *folder;                 /* where the script lies, with its slash; NULL of the prompt */
    struct script_source sources[LIMIT_SCRIPT_FILES];
    size_t source_count;
    bool refused;   /* a document was told on standard error as one that cannot be read */
    int64_t opened; /* things so far */
    struct script_thing things[LIMIT_SCRIPT_OPEN];
    struct script_evaluator evaluators[SCRIPT_EVALUATORS];
    size_t evaluator_next; /* the one that goes when another is needed */
    size_t written;        /* bytes printed and written so far */
};

/* One function of the table: does a call, and appends what it gives as JSON (nothing: null). */
typedef bool script_handler(struct script *script, const struct script_call *call, struct text *out,
                            struct error *err);

/* Closes everything that is open. */
void script_state_release(struct script *script);

/* A free place; *number is what the worker calls it. Fails with SCRIPT_OPEN. */
struct script_thing *script_state_add(struct script *script, int64_t *number, struct error *err);
/* The open assessment of an argument; NULL with SCRIPT_CLOSED. */
struct script_case *script_state_case(struct script *script, const struct script_call *call,
                                      size_t i, struct error *err);
/* The place with that number, if it is of that kind; else NULL with SCRIPT_CLOSED. */
struct script_thing *script_state_thing(struct script *script, int64_t number,
                                        enum script_kind kind, struct error *err);
/* Closes one thing. */
void script_state_close(struct script_thing *thing);

/* The resolved name of a file that the script may use and that is not open as an assessment; yours to free. NULL
 * with SCRIPT_FILE or SCRIPT_FILE_OPEN. A second look into an open file would cost this process its locks. */
char *script_state_file(struct script *script, const char *path, bool writing, struct error *err);
/* Keeps a walk as a thing that is open, and appends its number. The walk becomes the state's, also on failure
 * (SCRIPT_OPEN). */
bool script_state_walk(struct script *script,
                       bool (*next)(void *walk, struct text *page, struct error *err),
                       void (*release)(void *walk), void *walk, struct text *out,
                       struct error *err);
/* Appends {"problem":"kota.jsonl#3: …"}, an item of a walk that could not be read. */
void script_state_problem(const struct error *problem, struct text *page);
/* Counts bytes that a script prints or writes; fails with SCRIPT_OUTPUT. */
bool script_state_count(struct script *script, size_t bytes, struct error *err);

/* Rule packs and overlays by their ids or by paths that the script may use, NULL-terminated, from the call's arena;
 * NULL with SCRIPT_FILE. */
const char *const *script_state_rules(struct script *script, const struct script_call *call,
                                      const char *const *names, struct error *err);
/* The evaluator for the options "rules" and "basis" of an argument; *asked as for evaluator_new. Borrowed until
 * the next call. Fails as evaluator_new does, and with EVALUATE_BASIS. */
struct evaluator *script_state_evaluator(struct script *script, const struct script_call *call,
                                         size_t options, int *asked, struct error *err);
/* Evaluates one input; borrowed as evaluator_input says. */
const struct evaluation *script_state_evaluate(struct script *script, struct evaluator *evaluator,
                                               const struct script_input *input, struct error *err);
/* The open assessment that a resolved path leads to; NULL when it is not open. */
struct script_case *script_state_find(struct script *script, const char *path);

#endif
