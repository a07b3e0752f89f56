/* what_view: what changes would bring, as a person at a terminal likes to read it.
 *
 * Each basis before and after, each change with its own effect, the domains and aspects that move, why a
 * changed indicator is not higher still, and the index as a range with what decides it. */
#ifndef SPBE_WHAT_VIEW_H
#define SPBE_WHAT_VIEW_H

#include "arena.h"
#include "console.h"
#include "what_if.h"

/* Writes the whole view. */
void what_view_print(const struct what_if *what, const struct console *console,
                     struct arena *scratch);

#endif
