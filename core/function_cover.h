/* function_cover: what the worker of a pack's scoring functions reports: which of their lines were run,
 * and how much of each limit was used. */
#ifndef SPBE_FUNCTION_COVER_H
#define SPBE_FUNCTION_COVER_H

#include "arena.h"
#include "error.h"
#include "scorer.h"

#include <stdbool.h>
#include <stddef.h>

/* One function that scoring can reach. */
struct function_lines {
    const char *file; /* "domain_1.lua" */
    int from, to;     /* its first and last line */
    const int *lines; /* those that hold code, rising */
    const bool *run;  /* whether each was run */
    size_t count;
};

struct function_cover {
    const struct function_lines *functions; /* in the order of files and lines */
    size_t count;
    /* Used while the files were loaded: instructions, bytes asked for, most bytes at once, values. */
    int64_t steps, total, peak, values;
    int64_t data;        /* bytes of JSON that the largest file declares */
    int64_t cpu_ms;      /* processor time while the files were loaded; differs from run to run */
    int64_t score_steps; /* instructions of the dearest call of a function so far */
};

/* Asks the scorer; arrays and texts from `arena`. Fails as scorer_ask does. */
bool function_cover_read(struct scorer *scorer, struct arena *arena, struct function_cover *out,
                         struct error *err);
/* How many lines there are, and were run; a line of two functions counts in both. */
void function_cover_count(const struct function_cover *cover, size_t *run, size_t *lines);
/* Appends the lines that were not run: "domain_1.lua:14, 17–19; scoring.lua:3". */
void function_cover_gaps(const struct function_cover *cover, struct text *out);

#endif
