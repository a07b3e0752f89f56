/* html_chart: a chart as SVG: title, legend, and what html_axes or html_round draw between them. */
#ifndef SPBE_HTML_CHART_H
#define SPBE_HTML_CHART_H

#include "html_plot.h"
#include "text.h"

/* Appends the <svg> of a chart. It names itself to a screen reader by the chart's description. */
void html_chart_add(struct text *out, const struct plot *plot);

#endif
