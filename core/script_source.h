/* script_source: the files that a script consists of: itself, what it includes, pictures that it draws.
 *
 * What a script includes lies beside it (or below its folder), or is a file that it may use (script_access.h). A file
 * counts once, by whatever name it was included. Numbers are those of script_include.h. */
#ifndef SPBE_SCRIPT_SOURCE_H
#define SPBE_SCRIPT_SOURCE_H

#include "error.h"
#include "script_state.h"
#include "text.h"

/* Reads the script itself; path NULL: the prompt. called: how people know it, NULL: by its path. It becomes file 0, and its name and SHA-256 what the history says
 * of its changes. Fails with FILE_OPEN and the like, and with SCRIPT_SOURCE. */
bool script_source_open(struct script *script, const char *path, const char *called,
                        struct text *source, struct error *err);
/* Frees what is known of the files. */
void script_source_release(struct script *script);

/* Appends {"number":1,"name":"bantu.lua","source":"…"} for a file that the script includes. Fails with
 * SCRIPT_INCLUDE, SCRIPT_MISSING, SCRIPT_FILES, SCRIPT_SOURCE, FILE_LARGE. */
bool script_source_include(struct script *script, const char *name, struct text *out,
                           struct error *err);
/* Reads a picture. Fails with SCRIPT_MISSING, FILE_LARGE. */
bool script_source_picture(struct script *script, const char *name, size_t max, struct text *out,
                           struct error *err);

/* Appends a place (drawing_place) for people: "skrip/ambil.lua:12". */
void script_source_place(const struct script *script, int64_t place, struct text *out);
/* The file that "bantu.lua:12" is in, for people; the script itself where nobody knows. *rest: what stands behind
 * its name, ":12". */
const char *script_source_find(const struct script *script, const char *where, const char **rest);

#endif
