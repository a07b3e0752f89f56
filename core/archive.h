/* archive: the parts of a zip archive, a workbook or a hand-over package, from whoever sent it.
 *
 * Everything an archive says of itself is checked before a part is unpacked, and counted again while it
 * is: number of parts, bytes of each and of all, how far it unpacks, names, methods, check sums. No part
 * ever becomes a file, and no name of a part is ever a path on the disk.
 *
 * Names are ASCII without "..", backslash or "/" at the start, and compare without regard to capitals,
 * as the packages of Office Open XML ask. Places of errors are the names of parts. */
#ifndef SPBE_ARCHIVE_H
#define SPBE_ARCHIVE_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct archive;

/* What an archive may hold. */
struct archive_limits {
    unsigned parts;
    int64_t part_bytes, bytes; /* of one part and of all, unpacked */
};

/* Opens an archive that lies in `bytes`, which must stay until archive_close. NULL after an error:
 *
 * ARCHIVE_PASSWORD            an OLE container: a workbook under a password, or of Excel 97
 * ARCHIVE_KIND, ARCHIVE_CUT   no archive; its directory cannot be read
 * ARCHIVE_NAME, ARCHIVE_TWICE, ARCHIVE_ENCRYPTED, ARCHIVE_METHOD, ARCHIVE_OVERLAP
 *                             a part that no honest program writes
 * ARCHIVE_PARTS, ARCHIVE_PART_LARGE, ARCHIVE_LARGE, ARCHIVE_RATIO    limits, by what is declared */
struct archive *archive_open(const char *bytes, size_t length, struct error *err);
/* As archive_open, for an archive in a file, of which little is in memory at once. The path stands in front
 * of every place; fails with FILE_OPEN and FILE_FOLDER too. */
struct archive *archive_open_file(const char *path, const struct archive_limits *limits,
                                  struct error *err);
/* Frees it; NULL is fine. */
void archive_close(struct archive *archive);

/* True when there is such a part. */
bool archive_has(const struct archive *archive, const char *name);

/* Position of a part, or -1. */
int archive_find(const struct archive *archive, const char *name);

/* How many parts there are. */
size_t archive_count(const struct archive *archive);
/* The name of a part by its position, in the order of names; lives as long as the archive. */
const char *archive_name(const struct archive *archive, size_t position);

/* Unpacks a part in pieces of at most 64 KiB, each given to `take` until that fails. The pieces are not
 * to be believed before the end, when the check sum is known to be right. Fails with ARCHIVE_MISSING,
 * ARCHIVE_DAMAGED, ARCHIVE_LARGE (all parts unpacked so far together), or as `take` does. */
bool archive_read(struct archive *archive, const char *name,
                  bool (*take)(void *context, const char *bytes, size_t length, struct error *err),
                  void *context, struct error *err);

#endif
