/* html_round: charts around a centre: radar, pie, doughnut. */
#ifndef SPBE_HTML_ROUND_H
#define SPBE_HTML_ROUND_H

#include "html_plot.h"
#include "html_svg.h"
#include "text.h"

/* Appends a radar: one spoke a point, one outline a series. */
void html_round_radar(struct text *out, const struct plot *plot, const struct svg_box *box);
/* Appends a pie, or a doughnut of one ring a series; what is not above 0 has no slice. */
void html_round_pie(struct text *out, const struct plot *plot, const struct svg_box *box);

#endif
