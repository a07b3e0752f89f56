/* bundle: the hand-over package, one zip archive that holds the whole case without the program:
 *
 *     manifest.json       what is in it, with SHA-256 of each file (templates/spbe-bundle.schema.json)
 *     assessment.json     the assessment, as `spbe export` writes it
 *     DAFTAR-BUKTI.txt    the evidence as a list to read, in the language of whoever makes it
 *     bukti/…             the evidence, each file named for its indicator
 *
 * The same file, in the same language, gives the same bytes. Evidence without content is listed, not packed. */
#ifndef SPBE_BUNDLE_H
#define SPBE_BUNDLE_H

#include "hand_over.h"

#define BUNDLE_FORMAT "spbe-bundle/1"
#define BUNDLE_MANIFEST "manifest.json"
#define BUNDLE_ASSESSMENT "assessment.json"
#define BUNDLE_LIST "DAFTAR-BUKTI.txt"
#define BUNDLE_FOLDER "bukti/"

/* What was written. */
struct bundle {
    size_t files; /* of evidence */
    char manifest[HASH_HEX +
                  1]; /* SHA-256 of the manifest: noted elsewhere, it proves all the rest */
};

/* Writes the package to `path`, whole or not at all; never replaces a file (FILE_EXISTS). Fails with
 * BUNDLE_LARGE or BUNDLE_FILES where it would be too large, before anything is written. */
bool bundle_write(struct store *store, const struct hand_over *all, const char *path,
                  struct bundle *bundle, struct error *err);

/* Appends the manifest. list: the bytes of the readable list; json: those of the assessment. */
void bundle_add_manifest(const struct hand_over *all, const struct text *json,
                         const struct text *list, struct text *out);
/* Appends the list to read. */
void bundle_add_list(const struct hand_over *all, struct text *out);

#endif
