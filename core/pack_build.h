/* pack_build: from a pack that was checked to the instrument in memory.
 *
 * Weights stay exact; `units` are the same weights in hundredths of a percent or finer, so that
 * sums are sums of whole numbers. Texts are borrowed from the declaration. */
#ifndef SPBE_PACK_BUILD_H
#define SPBE_PACK_BUILD_H

#include "arena.h"
#include "complaint.h"
#include "declaration.h"
#include "instrument.h"

/* A worked example: levels that were published, and what must come out. Absent texts are "". */
struct pack_example {
    const char *name; /* "Kota Bandar Lampung 2023" */
    const char *agency, *kind, *basis, *source, *note;
    int year;
    const int *levels; /* one for each indicator */
    const char *index; /* as published: "2.15" */
    const char *exact, *predicate;
    const char *const *domains; /* one for each domain; NULL where nothing is expected */
    const char *const *aspects; /* one for each aspect; NULL where nothing is expected */
};

/* Fills *instrument, look-up included, from a pack without complaints. All memory from `arena`, which
 * must outlive it, as must the declaration. */
void pack_build(const struct declaration *declaration, const struct source *sources,
                size_t source_count, struct arena *arena, struct instrument *instrument);

/* The worked examples of a pack without complaints, *count of them. */
const struct pack_example *pack_build_examples(const struct declaration *declaration,
                                               struct arena *arena, size_t *count);

#endif
