/* form_group: documents that rows of a form put forward, made into evidence.
 *
 * Rows of one indicator that name the same document (form_document_same) become one item that supports all their
 * criteria: the one that is there already where the file knows the document. Where a person has to decide (the
 * file describes it otherwise, it was withdrawn, the indicator is verified or locked), the whole document is one
 * dispute (form_merge.h); a sighting that comes back with a ruling carries it out. */
#ifndef SPBE_FORM_GROUP_H
#define SPBE_FORM_GROUP_H

#include "error.h"
#include "form_sighting.h"

#include <stdbool.h>

/* Takes in all sightings that are about no item, and says of each which item it became. Problems are told; fails
 * only with what ends it all. */
bool form_group_take(struct form_sightings *sightings, struct error *err);

/* What the file says of an item, for a person: its description, and that it was withdrawn. From `arena`. */
const char *form_group_told(const struct exhibit *exhibit, struct arena *arena);

#endif
