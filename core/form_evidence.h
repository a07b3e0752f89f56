/* form_evidence: the documents that a form names, taken into a file as evidence.
 *
 * A row that began with an item corrects it, cell by cell and three ways (form_merge); where a criterion's row
 * has nothing left of the title, number and file that it began with, it names another document, and the item
 * stays as it is.
 * All other rows put a document forward: rows of one indicator that name the same document (the same file; or,
 * where one has none, the same title and number) become one item that supports all their criteria, which is
 * the one that is there already where the file knows the document. Nothing is ever taken back. */
#ifndef SPBE_FORM_EVIDENCE_H
#define SPBE_FORM_EVIDENCE_H

#include "error.h"
#include "folder.h"
#include "form_sighting.h"

#include <stdbool.h>

/* Takes all sightings in, within the open step; then the contents of files (form_content). folder: where these
 * lie; NULL when none is given. Problems are told; fails only with what ends it all. */
bool form_evidence_take(struct form_sightings *sightings, const struct folder *folder,
                        struct error *err);

#endif
