/* pack_folder: where a rule pack or an overlay lies.
 *
 * Both are folders; what tells them apart is the file that is run first: pack.lua or overlay.lua. A name
 * is an id ("spbe-2020": rules/spbe-2020 beside the program) or the path of a folder or of its entry. An
 * id comes before a folder of the same name. */
#ifndef SPBE_PACK_FOLDER_H
#define SPBE_PACK_FOLDER_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>

/* The entries. */
#define PACK_ENTRY "pack.lua"
#define OVERLAY_ENTRY "overlay.lua"

/* A rule file in memory; all borrowed. */
struct pack_text {
    const char *name;  /* "domain_1.lua" */
    const char *bytes; /* `length` of them */
    size_t length;
};

struct pack_folder {
    char *place;                   /* as the user named it: "rules/spbe-2020" */
    char *path;                    /* the folder; NULL where the files are `texts` */
    const char *entry;             /* PACK_ENTRY or OVERLAY_ENTRY; a folder with both is a pack */
    const struct pack_text *texts; /* files that were kept elsewhere, text_count of them */
    size_t text_count;
};

/* Finds the folder of a name; *out is yours to release, also after a failure. Fails with PACK_UNKNOWN,
 * PACK_NEAREST, PACK_NO_ENTRY or PACK_NOT_ENTRY. */
bool pack_folder_find(const char *name, struct pack_folder *out, struct error *err);
/* A folder that is not on the disk: nothing but these texts, borrowed while files are read from it. place: for
 * people, copied; *out is yours to release. */
void pack_folder_hold(const char *place, const char *entry, const struct pack_text *texts,
                      size_t count, struct pack_folder *out);
/* The file of that name in such a folder, or NULL. */
const struct pack_text *pack_folder_text(const struct pack_folder *folder, const char *name);
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
