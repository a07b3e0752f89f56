/* html_plot: the numbers and names that a chart shows, taken out of the cells it refers to. */
#ifndef SPBE_HTML_PLOT_H
#define SPBE_HTML_PLOT_H

#include "arena.h"
#include "html_book.h"

#include <stdbool.h>
#include <stddef.h>

enum { PLOT_POINTS = 500 }; /* of one series; what is beyond is not drawn */

struct plot_series {
    const struct chart_series *look;
    const char *name;          /* "" when it has none */
    const double *values;      /* one a point */
    const bool *has;           /* false: the cell has no number */
    const char *const *labels; /* the values as their cells, or label_format, show them */
    const double *places; /* of a scatter chart: where the points stand across; else 1, 2, 3 … */
};

struct plot {
    const struct chart *chart;
    size_t points;             /* the most that a series has */
    const char *const *labels; /* names of the points, one each, "" where there is none */
    struct plot_series series[CHART_SERIES];
    size_t count;     /* of series */
    double low, high; /* of all values that are there; 0 and 0 when there are none */
    bool english;
};

/* Takes the numbers of a chart, which stands on `sheet`, out of the cells that its references mean: the first
 * PLOT_POINTS of each series. Names of points are those of the first series that has some. A series with fewer points
 * than the others gets points without a number. All memory is from `arena`; book and chart are borrowed. */
void html_plot_take(const struct html_book *book, const struct html_sheet *sheet,
                    const struct chart *chart, bool english, struct arena *arena, struct plot *out);

#endif
