/* unit_view: the units of an agency side by side, as a person at a terminal likes to read it: a ranked table, then
 * what costs each unit most, and why. */
#ifndef SPBE_UNIT_VIEW_H
#define SPBE_UNIT_VIEW_H

#include "comparison.h"
#include "console.h"

/* Writes the tables; nothing where no units were chosen. */
void unit_view_print(const struct comparison *comparison, const struct console *console);

#endif
