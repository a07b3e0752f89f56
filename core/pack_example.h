/* pack_example: the worked examples of a pack, as they are declared.
 *
 * An example is a table that a person can read: what was given, what must come out, how near, where it
 * was published. Given are either the level of each value in the instrument's order (each slot by
 * itself), or, where only that much was published, the value of each aspect, which then stands for all
 * that it holds. Texts are borrowed from the declaration. */
#ifndef SPBE_PACK_EXAMPLE_H
#define SPBE_PACK_EXAMPLE_H

#include "arena.h"
#include "declaration.h"
#include "fraction.h"
#include "instrument.h"

/* One of them. Absent texts are "". */
struct pack_example {
    const char *name; /* "Kota Bandar Lampung 2023" */
    const char *agency, *kind, *basis, *source, *note;
    int year;
    const struct fraction *claims; /* what is given, for each indicator of the instrument */
    const int *levels;             /* the same as levels, or NULL where only aspects are given */
    const char *index;             /* as published: "2.15" */
    const char *exact, *predicate;
    const char *const *domains; /* one for each domain; NULL where nothing is expected */
    const char *const *aspects; /* one for each aspect; NULL where nothing is expected */
    struct fraction tolerance;  /* how far a published number may be off; 0 = not at all */
};

/* The worked examples of a pack without complaints, *count of them, for the instrument that was built
 * from it. Memory from `arena`. */
const struct pack_example *pack_example_list(const struct declaration *declaration,
                                             const struct instrument *instrument,
                                             struct arena *arena, size_t *count);

#endif
