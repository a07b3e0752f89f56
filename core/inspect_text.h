/* inspect_text: what the text of a document tells of it: marks of a draft, pages without text, the newest
 * dates. Works on what pdf_text gives, page by page; knows no file.
 *
 * A mark of a draft is one of the pack's draft words where a mark or title stands, not where a sentence
 * speaks of drafts: alone or among at most three words in capitals on a line, in pieces (a word across
 * the page comes out so), or at the beginning of one of the first lines of the first page.
 *
 * A year counts in a whole date ("12 Mei 2023", "2023-05-12"), after a month, and after "tahun" or "TA". */
#ifndef SPBE_INSPECT_TEXT_H
#define SPBE_INSPECT_TEXT_H

#include "inspection.h"
#include "vocabulary.h"

#include <stddef.h>

/* Looks at `length` bytes, whatever they are; a form feed ends a page. *out is readable. */
void inspect_text(const char *text, size_t length, const struct vocabulary *vocabulary,
                  struct inspection *out);

#endif
