/* html_style: the style sheet of a page: its own typography, the styles of the drawing, and paper.
 *
 * A style of a drawing becomes the class "s" with its place ("s3"); as the look of a condition the class
 * "k" with its place, which wins over the former. Each sheet is printed on pages of its own make. */
#ifndef SPBE_HTML_STYLE_H
#define SPBE_HTML_STYLE_H

#include "html_book.h"
#include "text.h"

#include <stdint.h>

/* How large a sheet is, for fitting it on paper. */
struct html_extent {
    uint32_t width, height; /* pixels */
};

/* Appends the rules that every page has, and those of the drawing's styles. */
void html_style_add(struct text *out, const struct html_book *book);
/* Appends how a sheet is printed; `number` from 1, as in the id of its section ("s1"). */
void html_style_paper(struct text *out, const struct html_sheet *sheet, size_t number,
                      const struct html_extent *extent);

#endif
