/* html_paper: how a sheet is fitted on paper: what of it is printed, how large that is, how much it is
 * shrunk. Paper is A4. */
#ifndef SPBE_HTML_PAPER_H
#define SPBE_HTML_PAPER_H

#include "html_book.h"
#include "html_grid.h"

#include <stdint.h>

/* How large a sheet is on paper, before it is shrunk. */
struct html_extent {
    uint32_t width, height; /* pixels */
};

/* How much room there is on a page. */
struct html_room {
    double width, height; /* pixels */
};

/* How a sheet is printed: as it says, else upright with margins of 0.6 inch, 0.7 below. Borrowed. */
const struct page *html_paper_page(const struct html_sheet *sheet);
/* The columns and rows that are printed: all, or those of the print area. */
struct area html_paper_area(const struct html_grid *grid);
/* How large they are: the widths of the columns and the heights of the rows, each row at least as high as its largest
 * letters. Where the sheet is to fit on a number of pages (fit_height), a row is counted as high as its texts need
 * that are broken into lines: those in a box (wrapped, filled, or with a line below) or in merged cells of one row. */
struct html_extent html_paper_extent(const struct html_book *book, const struct html_grid *grid);
/* Width and height of a page without its margins, in pixels; at least 1. */
struct html_room html_paper_room(const struct page *page);
/* How much a sheet of that extent is shrunk, 1 = not at all, never enlarged: so that its width fits on fit_width pages
 * side by side, at least one, and, where fit_height is above 0, its height on so many (1.5 % are kept free for machines
 * with other letters). */
double html_paper_zoom(const struct page *page, const struct html_extent *extent);

#endif
