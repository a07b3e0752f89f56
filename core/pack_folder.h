/* pack_folder: where a rule pack or an overlay lies.
 *
 * Both are folders; what tells them apart is the file that is run first: pack.lua or overlay.lua. A name
 * is an id ("spbe-2020": rules/spbe-2020 beside the program) or the path of a folder or of its entry. An
 * id comes before a folder of the same name. */
#ifndef SPBE_PACK_FOLDER_H
#define SPBE_PACK_FOLDER_H

#include "error.h"

#include <stdbool.h>

/* The entries. */
#define PACK_ENTRY "pack.lua"
#define OVERLAY_ENTRY "overlay.lua"

struct pack_folder {
    char *place;       /* as the user named it: "rules/spbe-2020" */
    char *path;        /* the folder */
    const char *entry; /* PACK_ENTRY or OVERLAY_ENTRY; a folder with both is a pack */
};

/* Finds the folder of a name; *out is yours to release, also after a failure. Fails with PACK_UNKNOWN,
 * PACK_NEAREST, PACK_NO_ENTRY or PACK_NOT_ENTRY. */
bool pack_folder_find(const char *name, struct pack_folder *out, struct error *err);
/* Frees what it holds. */
void pack_folder_release(struct pack_folder *folder);
/* True when a name is that of an overlay; says nothing about what is in it. */
bool pack_folder_is_overlay(const char *name);

/* True when a name may be an id: small letters, digits and '-'. */
bool pack_folder_is_id(const char *name);
/* Ids of what comes with the program and has this entry, sorted; each and the array yours to free,
 * NULL-terminated. NULL when the folder cannot be read. */
char **pack_folder_list(const char *entry, struct error *err);
/* Frees such a list; NULL is taken. */
void pack_folder_list_free(char **ids);

#endif
