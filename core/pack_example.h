/* pack_example: the worked examples of a pack, as they are declared.
 *
 * An example is a table that a person can read: what was given, what must come out, how near, where it
 * was published. Given are the level or value of each indicator in the instrument's order (each slot by
 * itself); or, where only that much was published, the value of each aspect, which then stands for all
 * that it holds; or accepted items and outside indices, or criteria that are met, from which the pack
 * must find the values itself. Worked examples of conversions (an outside index and what came of it) stand
 * behind the others. Texts are borrowed from the declaration. */
#ifndef SPBE_PACK_EXAMPLE_H
#define SPBE_PACK_EXAMPLE_H

#include "arena.h"
#include "declaration.h"
#include "fraction.h"
#include "instrument.h"

/* An outside index that an example gives. */
struct example_measure {
    const char *key;
    struct fraction value;
};

/* One of them. Absent texts are "". */
struct pack_example {
    const char *name; /* "Kota Bandar Lampung 2023" */
    const char *agency, *kind, *basis, *source, *note;
    int year;
    const struct fraction
        *claims;       /* what is given, for each indicator of the instrument; NULL where
                          something else is */
    bool by_indicator; /* they were given for each, not for each aspect */
    string_list items; /* accepted: ids */
    const struct example_measure *measures;
    size_t measure_count;
    const char *index; /* as published: "2.15" */
    const char *exact, *predicate;
    const char *const *domains;    /* one for each domain; NULL where nothing is expected */
    const char *const *aspects;    /* one for each aspect; NULL where nothing is expected */
    const char *const *indicators; /* one for each indicator; NULL where nothing is expected */
    const bool *met, *unproven;    /* for each criterion; NULL where no criteria are given */
    const bool *unanswered;        /* for each indicator: nothing is given for it */
    const char *const *values;     /* one for each indicator, exact; NULL where none is expected */
    struct fraction tolerance;     /* how far a published number may be off; 0 = not at all */
};

/* The worked examples of a pack without complaints, *count of them, for the instrument that was built
 * from it. Memory from `arena`. */
const struct pack_example *pack_example_list(const struct declaration *declaration,
                                             const struct instrument *instrument,
                                             struct arena *arena, size_t *count);

#endif
