/* bundle_check: whether a hand-over package still is what was handed over.
 *
 * Every file is compared with the manifest, in a stream: nothing is unpacked to the disk, and no name in
 * the package is ever a path. The package may come from anybody: archive.h says what it is held to. */
#ifndef SPBE_BUNDLE_CHECK_H
#define SPBE_BUNDLE_CHECK_H

#include "error.h"
#include "hash.h"

#include <stdbool.h>
#include <stddef.h>

struct bundle_verdict {
    size_t files;                /* that the manifest names */
    size_t findings;             /* how often `found` was called */
    char manifest[HASH_HEX + 1]; /* SHA-256 of the manifest; "" when there is none */
};

/* True when a file begins as a zip archive. */
bool bundle_recognises(const char *path);

/* Checks a package. found: called for each file that is missing, altered or not in the manifest, with its
 * name and a sentence.
 * Fails where there is nothing to compare with: BUNDLE_MANIFEST (no manifest in it), BUNDLE_FORMAT, the
 * JSON_… rows, and as archive_open_file. */
bool bundle_verify(const char *path,
                   void (*found)(void *context, const char *where, const char *what), void *context,
                   struct bundle_verdict *verdict, struct error *err);

#endif
