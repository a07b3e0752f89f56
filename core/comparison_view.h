/* comparison_view: assessments side by side as a person at a terminal likes to read them.
 *
 * A column a side; then what rose and fell, the largest contribution to the index first, and by which
 * criterion and document. */
#ifndef SPBE_COMPARISON_VIEW_H
#define SPBE_COMPARISON_VIEW_H

#include "comparison.h"
#include "console.h"

/* Writes the whole view; there is at least one side. */
void comparison_view_print(const struct comparison *comparison, const struct console *console);

#endif
