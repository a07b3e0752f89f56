/* html_figure: a picture or a chart of a drawing as a figure of a page.
 *
 * A picture travels inside the page; a chart is drawn as SVG, with its numbers in a table below it, so that
 * nobody depends on seeing it. A wide chart is drawn a second time for narrow screens, which show that one
 * alone: letters that are shrunk with the chart could not be read there. */
#ifndef SPBE_HTML_FIGURE_H
#define SPBE_HTML_FIGURE_H

#include "html_book.h"
#include "html_grid.h"
#include "text.h"

#include <stdbool.h>

/* Appends the figure that stands in a span; `sheet` is the one that it is on. */
void html_figure_write(const struct html_book *book, const struct html_sheet *sheet,
                       const struct html_span *span, bool english, struct text *out);

#endif
