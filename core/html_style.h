/* html_style: the style sheet of a page: its own typography, the styles of the drawing, and paper.
 *
 * A style of a drawing becomes the class "s" with its place ("s3"); as the look of a condition the class
 * "k" with its place, which wins over the former. Each sheet is printed on pages of its own make. */
#ifndef SPBE_HTML_STYLE_H
#define SPBE_HTML_STYLE_H

#include "html_book.h"
#include "html_grid.h"
#include "html_layout.h"
#include "html_paper.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Appends the rules that every page has, and those of the drawing's styles. many: the page has more than one
 * sheet, and so a bar with their names on top. */
void html_style_add(struct text *out, const struct html_book *book, bool many);
/* Appends how a sheet stands on screens: what of it stays in sight (layout->head_stays, frozen, marked), how wide its
 * remaining column is on a narrow screen, and how much smaller a board is drawn on one between narrow and its own
 * width. number: from 1, as in the id of its section ("s1"). */
void html_style_screen(struct text *out, const struct html_grid *grid,
                       const struct html_layout *layout, size_t number);
/* Appends how a sheet is printed, on pages of its own: A4, its margins, its headers and footers in the corners, and
 * shrunk by html_paper_zoom of `extent`. number: likewise. */
void html_style_paper(struct text *out, const struct html_sheet *sheet, size_t number,
                      const struct html_extent *extent);

#endif
