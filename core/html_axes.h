/* html_axes: charts with two axes: columns, bars, lines, areas, points; side by side or stacked. */
#ifndef SPBE_HTML_AXES_H
#define SPBE_HTML_AXES_H

#include "html_plot.h"
#include "html_svg.h"
#include "text.h"

/* Appends the axes and what stands between them, within `box`. */
void html_axes_add(struct text *out, const struct plot *plot, const struct svg_box *box);

#endif
