/* budget: what a pack uses of each limit that is set to packs.
 *
 * The files are read and run once more, and the functions called for every worked example, in a worker that
 * is kept and asked at the end (function_cover). Times differ from run to run, everything else is the same
 * on every machine. */
#ifndef SPBE_BUDGET_H
#define SPBE_BUDGET_H

#include "arena.h"
#include "error.h"
#include "instrument.h"
#include "pack_example.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One limit: how much is used, how much there is. */
struct budget_line {
    const char *limit; /* name of its row in limit.h: "LIMIT_PACK_STEPS"; static */
    const char *what;  /* what is bounded, N_(); static */
    const char *unit;  /* N_(): "bytes"; static */
    const char *where; /* the file with the most, "domain_1.lua"; "" where it is of all */
    int64_t used, most;
    bool varies; /* from run to run */
};

enum { BUDGET_LINES = 24 };

/* Measures a pack without complaints; texts from `arena`. Gives the number of lines. Fails as example_run and
 * function_cover_read do. */
bool budget_measure(const struct instrument *instrument, const struct pack_example *examples,
                    size_t example_count, struct arena *arena,
                    struct budget_line lines[BUDGET_LINES], size_t *count, struct error *err);

#endif
