/* hand_over: what an agency hands over: its assessment, and its evidence under names that tell an
 * assessor where each file belongs. Gathered once, from one moment of the file; `bundle` and `portal`
 * write it out. */
#ifndef SPBE_HAND_OVER_H
#define SPBE_HAND_OVER_H

#include "hash.h"
#include "store.h"

#include <stdbool.h>
#include <stddef.h>

/* One item of evidence. */
struct hand_item {
    const struct exhibit *exhibit;
    int indicator;    /* position */
    const char *name; /* "Indikator11a-perwali.pdf"; also where the content is not here */
    bool here;        /* the file has the content */
};

struct hand_over {
    const struct instrument *instrument;
    struct assessment assessment;
    struct hand_item
        *items; /* by indicator, then by the lowest level and criterion supported, then by age;
                              * what supports nothing comes last; what was withdrawn or replaced is left out */
    size_t count;
    int64_t entries; /* of the journal */
    char head[HASH_HEX + 1];
};

/* Gathers; everything from `arena`, or borrowed from the instrument. */
bool hand_over_gather(struct store *store, const struct instrument *instrument, struct arena *arena,
                      struct hand_over *out, struct error *err);

/* The items of one indicator: the position of the first, and how many follow it. */
struct span hand_over_of(const struct hand_over *all, int indicator);

/* "here", "elsewhere" (only described), "purged" (taken out on purpose). Static. */
const char *hand_over_content_word(const struct hand_item *item);

#endif
