/* overlay: small packs that change another, stacked on its declaration.
 *
 * What an overlay declares (pack_table: RECORD_OVERLAY) is held against the table of kinds and put into a
 * copy of the pack's declared values (graft). The same checks and the same build then run on the copy, so
 * a complaint about a value that an overlay changed names the overlay's line. The order of the stack is
 * the order in which changes are made. Two changes of one value are a conflict, told with both places,
 * unless they say the same or the later one names the earlier overlay in `over`. */
#ifndef SPBE_OVERLAY_H
#define SPBE_OVERLAY_H

#include "arena.h"
#include "complaint.h"
#include "declaration.h"
#include "overlay_kind.h"

#include <stdbool.h>
#include <stddef.h>

/* What the file of an overlay is called in the worker that scores, by its number in the stack from 1. */
#define OVERLAY_MODULE "overlay-%zu.lua"

/* A change of a stack, as it was made. */
struct overlay_change {
    const struct overlay_kind *kind;
    const struct data *row;     /* as declared */
    size_t overlay;             /* position in the stack */
    const char *of;             /* the id it is about; "" for the instrument */
    const char *before, *after; /* values as rules say them: "1.3", "2021-2023"; "" for none */
};

struct overlay_stack {
    const struct data *const *overlays; /* what each file declared, its fields checked */
    size_t count;
    const bool
        *on; /* which changes are made, in order; NULL = all. A criterion that a change left out
                       would add is there all the same, and counts in no year, so that
                       positions are those of the whole stack. */
    struct overlay_change *changes; /* filled by overlay_apply, in `arena`: all of the stack */
    size_t change_count;
};

/* Checks what an overlay says of itself and each of its changes by itself, before any is made. Complaints
 * stand at its lines. */
void overlay_check(const struct data *overlay, struct complaints *complaints);

/* Makes *out from `base`, whose declaration is sound: copies it, makes the changes, and flattens it again.
 * False when it complained. */
bool overlay_apply(struct overlay_stack *stack, const struct declaration *base,
                   struct declaration *out, struct arena *arena, struct complaints *complaints);

#endif
