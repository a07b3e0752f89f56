/* rewind: an assessment file as it was at an earlier moment of its history.
 *
 * Steps are taken back one by one, in a transaction that is undone at the end: the file stays as it is.
 * Serves to find the moment at which the assessment was the one that a result was computed from. */
#ifndef SPBE_REWIND_H
#define SPBE_REWIND_H

#include "store.h"

struct moment {
    bool found;
    int64_t entry;  /* number of the journal's last entry then */
    const char *at; /* when that was written; "" when nothing was found */
};

/* Finds the latest moment at which the exported assessment had this SHA-256.
 *
 * store:      open for writing, without a step; nothing is kept of what happens here.
 * instrument: whose ids the file uses.
 * then:       the assessment of that moment, in `arena`; set when one was found. */
bool rewind_find(struct store *store, const struct instrument *instrument, const char *sha256,
                 struct arena *arena, struct assessment *then, struct moment *moment,
                 struct error *err);

#endif
