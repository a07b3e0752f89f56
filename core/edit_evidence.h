/* edit_evidence: documents put forward as evidence, described, replaced by a newer version, and taken
 * back, as `edit` does the rest. */
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
 * target: ids of criteria, of items that score and of indicators, by commas. One evidence item comes into being for each
 *         indicator among them, and supports those of the criteria and items that belong to it; with an
 *         indicator alone it supports nothing yet. The same document put forward again for an
 *         indicator, not described otherwise, extends the item that is there.
 * path:   the document, copied into the file (store_keep); its name is kept without folders.
 * ids:    of the items, by commas, are appended. */
bool edit_attach(const struct edit *edit, const char *target, const char *path,
                 const struct edit_description *description, struct text *ids, struct error *err);

/* Makes an item support more: criteria and items that score of its own indicator are added to it; for each other indicator
 * that the target names there comes an item of its own with the same document and description (or the
 * one that is there is extended). target and ids as for edit_attach. Fails with EDIT_WITHDRAWN and
 * EDIT_REPLACED where the item no longer counts. */
bool edit_support(const struct edit *edit, const char *id, const char *target, struct text *ids,
                  struct error *err);

/* Describes an item otherwise. Of the description a NULL leaves what is there, an empty text takes it
 * away. Fails as edit_support. */
bool edit_redescribe(const struct edit *edit, const char *id,
                     const struct edit_description *description, struct error *err);

/* Puts a newer version of a document in the place of an item: a new item with the same indicator,
 * criteria and description (as far as the one given does not say otherwise, as for edit_redescribe);
 * the old one stays, with its content, and no longer counts. ids: the new item's id is appended.
 * Fails with EDIT_SAME when the document is the one that is there, else as edit_support. */
bool edit_replace(const struct edit *edit, const char *id, const char *path,
                  const struct edit_description *description, struct text *ids, struct error *err);

/* Finds an evidence item by its id ("E12"), from `arena`. Fails with EDIT_EVIDENCE. */
bool edit_find_evidence(struct store *store, const char *id, struct arena *arena,
                        struct exhibit *out, struct error *err);

/* True when a list of ids by commas holds one. */
bool edit_lists(const char *ids, const char *id);

/* Takes an evidence item back; the reason must not be empty. purge: its content goes for good
 * (STORE_IN_USE where another item that counts rests on it); an item that was withdrawn before can
 * still be purged. */
bool edit_withdraw(const struct edit *edit, const char *id, const char *reason, bool purge,
                   struct error *err);

#endif
