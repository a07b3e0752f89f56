/* folder: the documents of a folder and its subfolders, found by the names that people write.
 *
 * The folder is listed once; a name is compared with that list and never used as a path itself, so no name
 * leads out of the folder. Links are left out, wherever they lead. */
#ifndef SPBE_FOLDER_H
#define SPBE_FOLDER_H

#include "arena.h"
#include "error.h"

#include <stdbool.h>
#include <stddef.h>

enum { FOLDER_DEPTH = 16 }; /* subfolders inside subfolders; deeper ones are left out */

struct folder_file {
    const char *path;   /* as it can be opened: the folder's path, then the way to it */
    const char *way;    /* below the folder: "2024/perwali.pdf" */
    const char *folded; /* the same, without regard to capitals and to how accents are composed */
};

struct folder {
    struct arena arena;
    struct folder_file *files; /* by way, in the order of bytes */
    size_t count;
};

/* Lists the regular files below `path`; names that are not UTF-8 are left out. Always followed by
 * folder_close. Fails with FOLDER_OPEN where it is no folder or cannot be read, FOLDER_FILES beyond
 * LIMIT_FOLDER_FILES. */
bool folder_open(struct folder *folder, const char *path, struct error *err);
/* Frees everything. */
void folder_close(struct folder *folder);

/* The file that a name means; NULL when there is none or several.
 *
 * name: "perwali.pdf", or with folders "2024/perwali.pdf" ("/" or "\"); "./perwali.pdf" lies in the folder
 *       itself. The exact name counts; only where it is nowhere, one that differs in capitals, in kinds of
 *       spaces, or in composed and decomposed accents (of Latin-1).
 * count: how many files have that name. */
const struct folder_file *folder_find(const struct folder *folder, const char *name, size_t *count);

/* True when two names differ at most in capitals, spaces and accents, as folder_find looks over them. */
bool folder_alike(const char *one, const char *other);

/* True when a name can be looked for: not absolute ("/…", "C:…", "\\…"), no ".." in it, not empty. */
bool folder_is_name(const char *name);

#endif
