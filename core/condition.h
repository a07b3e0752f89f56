/* condition: under which conditions a criterion counts, in words.
 *
 * Shared by everything that shows criteria to people. A criterion that everyone must meet has none. */
#ifndef SPBE_CONDITION_H
#define SPBE_CONDITION_H

#include "instrument.h"
#include "text.h"

/* Appends the conditions of a criterion in the reader's language, divided by "; ": "may be missing; only
 * for provinsi". Nothing when there are none. */
void condition_tell(const struct criterion *criterion, struct text *out);

#endif
