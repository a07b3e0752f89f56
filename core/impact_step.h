/* impact_step: the changes of overlays in the smallest groups that can be made one after another.
 *
 * Rules must be sound at every step. Changes of weights that add up to one sum belong together, and so do
 * those of bands; a group that is still not sound behind the ones before it is made together with the
 * next. For each step there are two sets of rules: with all changes up to it, and with it alone; the
 * second is missing where it would not be sound. New documents stand in all of them: they move nothing. */
#ifndef SPBE_IMPACT_STEP_H
#define SPBE_IMPACT_STEP_H

#include "arena.h"
#include "error.h"
#include "pack.h"

#include <stdbool.h>
#include <stddef.h>

struct impact_step {
    const size_t *changes; /* positions in instrument->changes, rising */
    size_t count;
    struct instrument upto;  /* the pack with this step and all before it */
    struct instrument alone; /* with this step only */
    bool has_alone;
};

struct impact_steps {
    struct instrument
        base; /* the pack without any of the changes; criteria stand at the same positions */
    struct impact_step *list;
    size_t count;
};

/* Makes the steps of a pack with overlays; memory from `arena`. Fails with IMPACT_STEPS when there are more
 * than LIMIT_IMPACT_STEPS. */
bool impact_steps_make(struct impact_steps *steps, const struct pack *pack, struct arena *arena,
                       struct error *err);

#endif
