/* chart: a chart drawn in a test from numbers, and its SVG. */
#ifndef SPBE_SUPPORT_CHART_H
#define SPBE_SUPPORT_CHART_H

#include "support_page.h"
#include "workbook_chart.h"

/* A chart of two series over the points "A", "B" and "C" of the sheet "Satu": the first has the numbers in
 * column B, the second those in C; 400 by 300 pixels. To be changed before chart_draw. */
struct chart_test {
    struct page_test page;
    struct chart chart;
};

/* Begins; the numbers of the first and the second series, NAN = an empty cell. */
void chart_open(struct chart_test *test, enum chart_kind kind, const double first[3],
                const double second[3]);
/* Draws it in E2 and finishes the page in Indonesian. */
void chart_draw(struct chart_test *test);
/* Removes everything. */
void chart_close(struct chart_test *test);
/* Wants a text in the page. */
void assert_svg(const struct chart_test *test, const char *wanted);
/* Wants it not to be there. */
void assert_no_svg(const struct chart_test *test, const char *unwanted);

#endif
