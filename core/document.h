/* document: the bytes of evidence documents, once for each SHA-256, in pieces of 1 MiB, so that a
 * scan of 100 MB needs little memory on its way in, out and through verification. Also keeps the
 * rule files. Whether a document is there at all is a fact (FIELD_CONTENT), and the caller's
 * business. */
#ifndef SPBE_DOCUMENT_H
#define SPBE_DOCUMENT_H

#include "database.h"
#include "error.h"
#include "hash.h"

/* SHA-256 and size of a file, streamed. Fails with FILE_OPEN, FILE_FOLDER, FILE_READ,
 * DOCUMENT_EMPTY, DOCUMENT_SPECIAL (not a regular file), and FILE_LARGE beyond
 * LIMIT_DOCUMENT_BYTES. */
bool document_hash(const char *path, char sha256[HASH_HEX + 1], int64_t *size, struct error *err);

/* Puts the file's bytes in, within a writing transaction. Fails with DOCUMENT_CHANGED when they are
 * no longer those of `sha256`. */
bool document_put(struct database *database, const char *path, const char *sha256,
                  struct error *err);

/* Hands the document's pieces to `take` in order, until it returns false (it then has set *err).
 * take: NULL only checks. Fails with DOCUMENT_ALTERED when the bytes are not those of `sha256`,
 * after the last piece. size: of all pieces; may be NULL. */
bool document_read(struct database *database, const char *sha256,
                   bool (*take)(void *context, const void *bytes, size_t length, struct error *err),
                   void *context, int64_t *size, struct error *err);

/* Writes the document to `out` (a path, or "-" for standard output) after checking it; whole or not
 * at all. */
bool document_write(struct database *database, const char *sha256, const char *out,
                    struct error *err);

/* Takes the bytes out, within a writing transaction; what they filled is overwritten. */
bool document_drop(struct database *database, const char *sha256, struct error *err);

/* Puts the bytes of the rule file `name`, whose fact (FIELD_RULE_FILE) is already there. */
bool document_put_rule(struct database *database, const char *name, const void *bytes,
                       size_t length, struct error *err);
/* The bytes of a rule file with that hash, from `arena`; *bytes is NULL when none is kept. Fails with
 * DOCUMENT_ALTERED when they are not those of `sha256`. */
bool document_rule(struct database *database, const char *sha256, struct arena *arena,
                   const char **bytes, size_t *length, struct error *err);
/* Tells each rule file's name, the hash that is on record and the hash that its bytes have. */
bool document_each_rule(struct database *database,
                        void (*visit)(void *context, const char *name, const char *recorded,
                                      const char *computed),
                        void *context, struct error *err);

#endif
