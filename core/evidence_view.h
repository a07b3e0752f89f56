/* evidence_view: evidence items as people and other programs read them: a table, or JSON objects.
 *
 * What only shows among several items is found here: which version an item is, and which items have the
 * same content. */
#ifndef SPBE_EVIDENCE_VIEW_H
#define SPBE_EVIDENCE_VIEW_H

#include "dossier.h"
#include "text.h"

#include <stddef.h>

/* Which version of its document an item is: 1, or one more than the item that it replaced. */
int evidence_view_version(const struct exhibit *list, size_t count, const struct exhibit *item);
/* The first item before this one that stands and has the same content; NULL when there is none. */
const struct exhibit *evidence_view_twin(const struct exhibit *list, const struct exhibit *item);
/* What people read of an item's content: "48.2 KB", "withdrawn: reason", "replaced by E15". */
void evidence_view_content(struct text *out, const struct exhibit *item);

/* Writes the table of the items on standard output. all: items that were replaced, too. */
void evidence_view_table(const struct exhibit *list, size_t count, bool all);
/* Appends an item as one JSON object without a line's end; texts that were not given are null. */
void evidence_view_json(struct text *text, const struct exhibit *list, size_t count,
                        const struct exhibit *item);

#endif
