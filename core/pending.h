/* pending: answers that were carried over from another assessment and wait for somebody to confirm them.
 *
 * An indicator whose `carried` is given holds such answers and evidence. They are kept and shown, and count
 * for nothing that is supported until the mark is taken away (edit_confirm). Claims and verdicts are of
 * this year and count as ever. */
#ifndef SPBE_PENDING_H
#define SPBE_PENDING_H

#include "arena.h"
#include "assessment.h"

#include <stddef.h>

/* How many indicators wait for confirmation. */
size_t pending_count(const struct assessment *assessment);

/* The assessment as far as it counts: itself where nothing is pending, else a copy in `arena` in which those
 * indicators have no answers, evidence, items or measures. */
const struct assessment *pending_without(const struct assessment *assessment, struct arena *arena);

#endif
