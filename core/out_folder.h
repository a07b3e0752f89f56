/* out_folder: a whole folder as output, complete or not at all.
 *
 * It is made under another name beside its place, filled, and renamed into it; until then SIGINT, SIGTERM
 * and SIGHUP wait, and what a killed program left goes with the next output there (temporary.h). Its place
 * must be new, or an empty folder. Files are not synced one by one: what lies in such a folder can be made
 * again.
 *
 *     struct out_folder *folder = out_folder_begin("keluar", err);
 *     bool ok = folder != NULL && out_folder_add(folder, "I01/a.txt", "isi", 3, err);
 *     ok = out_folder_end(folder, ok, err);
 *
 * Failures are OUT_FOLDER_FILE, OUT_FOLDER_FULL, OUT_FOLDER_WRITE, with the folder's path as place. */
#ifndef SPBE_OUT_FOLDER_H
#define SPBE_OUT_FOLDER_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>

struct out_folder;

/* Begins a folder; NULL after an error, else always followed by out_folder_end. path: borrowed. */
struct out_folder *out_folder_begin(const char *path, struct error *err);
/* Makes a folder inside, by a name without "/" at its ends; that it is there already is fine. */
bool out_folder_make(struct out_folder *folder, const char *name, struct error *err);
/* Begins a file inside, for out_folder_write; another that is open is ended. */
bool out_folder_open(struct out_folder *folder, const char *name, struct error *err);
/* Writes bytes to the file that is open. */
bool out_folder_write(struct out_folder *folder, const void *bytes, size_t length,
                      struct error *err);
/* A file at once. */
bool out_folder_add(struct out_folder *folder, const char *name, const void *bytes, size_t length,
                    struct error *err);
/* Makes an empty file inside for a library that opens files itself, and gives its path; yours to free. */
char *out_folder_path(struct out_folder *folder, const char *name, struct error *err);
/* Gives the folder its name when all is well (`ok`), else removes it; a place in *err below the
 * temporary folder is then told below the folder's own name. NULL is taken. */
bool out_folder_end(struct out_folder *folder, bool ok, struct error *err);

#endif
