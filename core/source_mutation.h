/* source_mutation: small mistakes in the text of Lua functions, one token each.
 *
 * A comparison that takes its bound in or leaves it out, or is turned round (< <=, > >=, == ~=), a number
 * one larger, `and` for `or`, + for -, * for +. Only tokens are looked at: comments and texts stay. */
#ifndef SPBE_SOURCE_MUTATION_H
#define SPBE_SOURCE_MUTATION_H

#include "arena.h"
#include "text.h"

#include <stddef.h>

/* One mistake: `length` bytes from `at` on become `with`. */
struct source_mutation {
    size_t at, length;
    unsigned line;          /* from 1 */
    const char *was, *with; /* "<", "<=" */
};

/* All mistakes in lines `from` to `to` of a source, *count of them, in the order of the text; list and
 * texts from `arena`. Any bytes are safe. */
const struct source_mutation *source_mutation_list(const struct text *source, unsigned from,
                                                   unsigned to, struct arena *arena, size_t *count);
/* Appends the source with that mistake. */
void source_mutation_make(const struct source_mutation *mutation, const struct text *source,
                          struct text *out);

#endif
