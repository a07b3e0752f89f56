/* function_mutation: small mistakes in the scoring functions of a pack, to see whether its examples notice.
 *
 * The text of every function that scoring can reach is changed at one place (source_mutation), loaded into
 * a worker of its own, and the examples are computed with it. A function that is refused then is noticed. */
#ifndef SPBE_FUNCTION_MUTATION_H
#define SPBE_FUNCTION_MUTATION_H

#include "arena.h"
#include "error.h"
#include "function_cover.h"
#include "instrument.h"
#include "pack_example.h"

#include <stdbool.h>
#include <stddef.h>

/* One mistake that was tried. */
struct function_mutant {
    const char *file;
    unsigned line;
    const char *was, *with;
    bool noticed;
};

/* Tries all; *mutants, *count of them, from `arena`. `cover` is the report about the instrument's own
 * functions. Fails with MUTATION_COUNT, before any is tried, when there are more than LIMIT_MUTATIONS. */
bool function_mutation_run(const struct instrument *instrument, const struct function_cover *cover,
                           const struct pack_example *examples, size_t example_count,
                           struct arena *arena, const struct function_mutant **mutants,
                           size_t *count, struct error *err);

#endif
