/* rollup_view: a roll-up as a person at a terminal likes to read it.
 *
 * For each group: what it holds, predicates by kind of agency, mean and quartiles of index, domains and
 * aspects, the weakest indicators, and the ranking. An index that does not rest on all indicators has a
 * star and its count. */
#ifndef SPBE_ROLLUP_VIEW_H
#define SPBE_ROLLUP_VIEW_H

#include "console.h"
#include "rollup.h"

/* Writes all groups; nothing where there are none. */
void rollup_view_print(const struct rollup *rollup, const struct console *console);

#endif
