/* edit_undo: takes a step back by another step, so that the history tells both. */
#ifndef SPBE_EDIT_UNDO_H
#define SPBE_EDIT_UNDO_H

#include "edit.h"

#include <stdint.h>

/* Makes every fact that the journal's entries `first` to `last` changed what it was before them.
 *
 * A document put forward in them is withdrawn, with a reason that says so; its content stays in the file.
 * Fails with UNDO_CHANGED when a fact has been changed again since, and changes nothing then but what the
 * caller rolls back. */
bool edit_undo(const struct edit *edit, int64_t first, int64_t last, struct error *err);

#endif
