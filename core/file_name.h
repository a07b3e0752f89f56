/* file_name: names for evidence files that every system and the official application take, and that tell
 * an assessor which indicator a file is for: "Indikator11a-perwali-12-2023.pdf".
 *
 * Whatever comes from people becomes ASCII letters, digits and single hyphens. Prefix, indicator and
 * letter make a name unique within an assessment, whatever the capitals, so nothing else has to. */
#ifndef SPBE_FILE_NAME_H
#define SPBE_FILE_NAME_H

#include "text.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    FILE_NAME_MOST = 60, /* bytes of a name, where nothing else is known */
    FILE_NAME_LEAST = 32 /* a smaller bound is taken as this: a name must have room to be unique */
};

/* What a name is made of. */
struct file_name {
    const char *prefix;    /* "Indikator"; "" for none */
    const char *indicator; /* its id: "I11", of which the letter in front is left out */
    size_t nth;            /* of the indicator's files, from 0: a, b, …, z, aa, ab, … */
    const char *title;     /* what the document is called; NULL: as its file */
    const char *file;      /* the file as it was attached; NULL where there is none */
};

/* Appends a name of at most `most` bytes (0: FILE_NAME_MOST). The ending of `file` stays, in small
 * letters, where it is one: one to eight letters or digits. */
void file_name_add(struct text *out, const struct file_name *name, size_t most);
/* Appends what the names of an indicator's files begin with: "Indikator11". */
void file_name_add_code(struct text *out, const char *prefix, const char *indicator);
/* Appends `text` as part of a name: at most `most` bytes, no hyphen at either end; may be nothing. */
void file_name_add_safe(struct text *out, const char *text, size_t most);
/* Appends a folder's name for people: as file_name_add_safe, with spaces kept: "I11 - Arsitektur SPBE". */
void file_name_add_folder(struct text *out, const char *id, const char *title, size_t most);
/* The ending of a file's name, small letters without the point; "" where there is none. Appended. */
void file_name_add_ending(struct text *out, const char *file);
/* True when a name ends so (ending with its point: ".xlsx"), whatever the capitals, and is more than that. */
bool file_name_ends(const char *name, const char *ending);

#endif
