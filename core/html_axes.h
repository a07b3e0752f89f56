/* html_axes: charts with two axes: columns, bars, lines, areas, points; side by side or stacked. */
#ifndef SPBE_HTML_AXES_H
#define SPBE_HTML_AXES_H

#include "html_plot.h"
#include "html_svg.h"
#include "text.h"

/* Appends the axes, their names and numbers, gridlines, and what the kind of the chart puts between them, all within
 * `box`; room for names and numbers is taken from it first. */
void html_axes_add(struct text *out, const struct plot *plot, const struct svg_box *box);

#endif
