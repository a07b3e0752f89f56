/* plan_view: a plan as a person at a terminal likes to read it.
 *
 * Where one stands and will stand, the steps as a table, what they cost together, that nothing is cheaper and
 * what comes next, when to begin; or, where the target is out of reach, how far one can come and what stands
 * in the way. */
#ifndef SPBE_PLAN_VIEW_H
#define SPBE_PLAN_VIEW_H

#include "arena.h"
#include "console.h"
#include "plan.h"

/* Writes the whole view. */
void plan_view_print(const struct plan *plan, const struct console *console, struct arena *scratch);

#endif
