/* html_chart: a chart as SVG: title, legend, and what html_axes or html_round draw between them. */
#ifndef SPBE_HTML_CHART_H
#define SPBE_HTML_CHART_H

#include "html_plot.h"
#include "text.h"

/* Appends the <svg> of a chart, as large as the drawing says: its title on one line at the top, its legend where the
 * drawing wants it, and in what is left the chart itself. It names itself to a screen reader by the chart's
 * description, else by its title. */
void html_chart_add(struct text *out, const struct plot *plot);

#endif
