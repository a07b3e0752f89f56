/* example: a pack's worked examples, computed and compared with what was published.
 *
 * An example's values become claims of an assessment, or its items, measures and criteria answers (with
 * evidence); `evaluation` computes it; every number that the
 * example expects is compared as it is published (rounded once, half-up), the exact index exactly. */
#ifndef SPBE_EXAMPLE_H
#define SPBE_EXAMPLE_H

#include "arena.h"
#include "error.h"
#include "evaluation.h"
#include "instrument.h"
#include "pack_example.h"

#include <stdbool.h>
#include <stddef.h>

/* One number or word that was expected. */
struct example_line {
    const char
        *what; /* "index", "exact", "predicate", or the id of a domain, aspect or indicator */
    const char *expected, *computed;
    bool same; /* within the example's tolerance */
    bool near; /* within it, and not equal */
};

struct example_result {
    const struct example_line
        *lines; /* index, exact, predicate, domains, aspects, indicators; only expected ones */
    size_t count;
    size_t different;                    /* lines that are not the same */
    const struct evaluation *evaluation; /* the proof of them, with the assessment it is about */
};

/* Computes an example of the instrument; memory from `arena`. Fails as evaluation_run does. */
bool example_run(const struct instrument *instrument, const struct pack_example *example,
                 struct arena *arena, struct example_result *result, struct error *err);

#endif
