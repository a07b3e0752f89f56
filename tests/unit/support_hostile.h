/* hostile: assessment documents that must be refused, and honest ones beside them.
 *
 * Each is made for instruments that have, as spbe-2020 and the tiny instrument do, an indicator I01 with
 * the criteria I01.2.a, I01.2.b, I01.3.a and an indicator I02 with I02.2.a; the instrument's id is
 * spbe-2020. */
#ifndef SPBE_SUPPORT_HOSTILE_H
#define SPBE_SUPPORT_HOSTILE_H

#include "text.h"

#include <stddef.h>

struct hostile {
    const char *name;  /* what is wrong with it; a word for the file's name */
    const char *id;    /* row of message.h that refuses it; NULL for an honest one */
    const char *path;  /* where, as the path alone */
    const char *bytes; /* the document, or NULL: then `make` appends it */
    size_t length;
    void (*make)(struct text *out);
};

/* All of them, `*count` rows. */
const struct hostile *hostile_documents(size_t *count);
/* Appends one document's bytes. */
void hostile_write(const struct hostile *hostile, struct text *out);

#endif
