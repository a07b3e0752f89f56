/* html_round: charts around a centre: radar, pie, doughnut. */
#ifndef SPBE_HTML_ROUND_H
#define SPBE_HTML_ROUND_H

#include "html_plot.h"
#include "html_svg.h"
#include "text.h"

/* Appends a radar: one spoke a point, the first upwards and the others clockwise, with its name at the end; one outline
 * a series, filled where the chart's kind is. An outline has a gap where a value is missing. */
void html_round_radar(struct text *out, const struct plot *plot, const struct svg_box *box);
/* Appends a pie, or a doughnut of one ring a series; what is not above 0 has no slice. */
void html_round_pie(struct text *out, const struct plot *plot, const struct svg_box *box);

#endif
