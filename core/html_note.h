/* html_note: what a page says about cells that a workbook lets its reader fill in.
 *
 * A page is a picture of the workbook as it was drawn: nothing is chosen or computed on it. Where a
 * workbook has a cell to choose from, the page says below the sheet what was chosen, and where the other
 * choices are. The note is for screens only. */
#ifndef SPBE_HTML_NOTE_H
#define SPBE_HTML_NOTE_H

#include "html_book.h"
#include "text.h"

#include <stdbool.h>

enum { NOTE_CHOICES = 12 }; /* most that are named */

/* Appends the notes of a sheet that is ready; nothing where nothing can be filled in. */
void html_note_add(const struct html_book *book, const struct html_sheet *sheet, bool english,
                   struct text *out);

#endif
