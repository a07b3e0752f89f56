/* edit_evidence: documents put forward as evidence, described, and taken back, as `edit` does the
 * rest. */
#ifndef SPBE_EDIT_EVIDENCE_H
#define SPBE_EDIT_EVIDENCE_H

#include "edit.h"
#include "text.h"

/* How a document is described; NULL where nothing is said. date: "2023-05-01". */
struct edit_description {
    const char *title, *number, *date, *unit, *pages, *note;
};

/* Checks the description, as far as that can be done without a document; texts that are empty
 * become NULL. */
bool edit_describe(struct edit_description *description, struct error *err);

/* Puts one document forward.
 *
 * target: ids of criteria and indicators, by commas. One evidence item comes into being for each
 *         indicator among them, and supports those of the criteria that belong to it; with an
 *         indicator alone it supports nothing yet. The same document put forward again for an
 *         indicator, not described otherwise, extends the item that is there.
 * path:   the document, copied into the file (store_keep); its name is kept without folders.
 * ids:    of the items, by commas, are appended. */
bool edit_attach(const struct edit *edit, const char *target, const char *path,
                 const struct edit_description *description, struct text *ids, struct error *err);

/* Finds an evidence item by its id ("E12"), from `arena`. Fails with EDIT_EVIDENCE. */
bool edit_find_evidence(struct store *store, const char *id, struct arena *arena,
                        struct exhibit *out, struct error *err);

/* Takes an evidence item back; the reason must not be empty. purge: its content goes for good
 * (STORE_IN_USE where another item that counts rests on it); an item that was withdrawn before can
 * still be purged. */
bool edit_withdraw(const struct edit *edit, const char *id, const char *reason, bool purge,
                   struct error *err);

#endif
