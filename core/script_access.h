/* script_access: which files a script may use.
 *
 * Those that are named among the words behind the script's name (also behind "=", as in --out=rekap.csv), and
 * those that lie in a folder of --allow or below it. Names are resolved first, with every link and every "..":
 * what counts is where a file really is, and what is opened afterwards is that resolved name, told from the working
 * folder where it lies below that, so that people recognise it. Standard input
 * must be named too ("-"); standard output is always there. */
#ifndef SPBE_SCRIPT_ACCESS_H
#define SPBE_SCRIPT_ACCESS_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>

struct script_access;

/* words:   the script's arguments, `count` of them; folders: of --allow, NULL-terminated. Borrowed during the call.
 * Yours to script_access_free. Fails with SCRIPT_ALLOW where a folder is none. */
struct script_access *script_access_new(char *const *words, size_t count,
                                        const char *const *folders, struct error *err);
/* Frees it; NULL is taken. */
void script_access_free(struct script_access *access);

/* The resolved name of a file, which need not exist; yours to free. "-" stays "-": for reading it must have been
 * named. NULL with SCRIPT_FILE where the script may not use it, SCRIPT_IS_FOLDER
 * where it is a folder that was named and not allowed. */
char *script_access_file(const struct script_access *access, const char *path, bool writing,
                         struct error *err);
/* The resolved name of a folder of --allow or below one; yours to free. NULL with SCRIPT_FOLDER otherwise. */
char *script_access_folder(const struct script_access *access, const char *path, struct error *err);

#endif
