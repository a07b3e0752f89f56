/* inspection: what a look inside a document found, as a record and as the one line that files keep.
 *
 * The line is a fact of the document, told by its SHA-256 and kept once, so that evaluation needs neither
 * the document nor the program that read it:
 *
 *     unreadable                                            no text could be taken out of it
 *     pages=12 empty=3 draft=rancangan@1 year=2023 date=2023-05-12
 *
 * In this order, and all but the first may be absent. */
#ifndef SPBE_INSPECTION_H
#define SPBE_INSPECTION_H

#include "text.h"

#include <stdbool.h>

enum { INSPECTION_WORD = 40 };

struct inspection {
    bool readable;
    int pages, empty;                /* looked at; those among them without any text */
    char draft[INSPECTION_WORD + 1]; /* the mark of a draft, in small letters; "" for none */
    int draft_page;                  /* where it stands, from 1 */
    int year;                        /* the newest year that is named; 0 for none */
    char date[11];                   /* the newest whole date, "2023-05-12"; "" for none */
};

/* Appends the line. */
void inspection_write(const struct inspection *inspection, struct text *out);
/* Appends what people read of it: "12 pages; the mark 'rancangan' on page 1; newest date 2023-05-12". */
void inspection_tell(const struct inspection *inspection, struct text *out);
/* Reads a line; false when it is none. */
bool inspection_read(const char *line, struct inspection *out);

#endif
