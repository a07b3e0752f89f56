/* workbook_chart: charts and pictures on a sheet. */
#ifndef SPBE_WORKBOOK_CHART_H
#define SPBE_WORKBOOK_CHART_H

#include "workbook.h"

enum { CHART_SERIES = 24, CHART_POINTS = 64, CHART_TEXT_UNITS = 255 };

/* One row a kind: enum name, its word in templates. */
#define CHART_KINDS(row)                                                                  \
    row(CHART_AREA, "area") row(CHART_BAR, "bar") row(CHART_BAR_STACKED, "bar_stacked")   \
        row(CHART_COLUMN, "column") row(CHART_COLUMN_STACKED, "column_stacked")           \
            row(CHART_DOUGHNUT, "doughnut") row(CHART_LINE, "line") row(CHART_PIE, "pie") \
                row(CHART_RADAR, "radar") row(CHART_RADAR_FILLED, "radar_filled")         \
                    row(CHART_SCATTER, "scatter")

enum chart_kind {
#define CHART_KIND_NAME(name, word) name,
    CHART_KINDS(CHART_KIND_NAME)
#undef CHART_KIND_NAME
};

/* What is drawn from one range of numbers. References are formulas ("=Data!$B$2:$B$9"). */
struct chart_series {
    const char *name;       /* a text, or a reference when it begins with "="; NULL for none */
    const char *categories; /* a reference, or NULL */
    const char *values;     /* a reference */
    int32_t color;          /* 0xRRGGBB, or -1 */
    double line;            /* points, 0.25 to 10; 0 = the program's; of lines and radars */
    bool dashed;
    bool marker;                  /* dots on the line */
    uint8_t transparency;         /* of fills, percent */
    bool invisible;               /* takes its room and is not drawn, nor in the legend */
    bool labels;                  /* numbers beside the points */
    const char *label_format;     /* of these numbers; NULL = as in the cells */
    int32_t label_color;          /* or -1 */
    int32_t points[CHART_POINTS]; /* colours of single points */
    size_t point_count;
};

struct chart_axis {
    bool hidden, gridlines, reverse;
    bool has_least, has_most, has_step;
    double least, most, step;
    const char *format; /* of its numbers; NULL = as in the cells */
    double size;        /* of its letters, in points; 0 = 9 */
};

struct chart {
    enum chart_kind kind;
    const char *title;       /* NULL for none */
    const char *description; /* what a screen reader says instead; never NULL */
    const char *font;        /* NULL = the program's */
    uint32_t width, height;  /* pixels, 40 to 4,000 */
    int32_t x, y;            /* pixels from the corner of the cell, 0 to 1,000 */
    const char *legend;      /* "none", "right", "left", "top", "bottom" */
    uint16_t gap;            /* between bars, percent of their width, 0 to 500 */
    int16_t overlap;         /* of bars, -100 to 100 */
    uint8_t hole;            /* of a doughnut, percent 10 to 90 */
    struct chart_axis category, value;
    struct chart_series series[CHART_SERIES];
    size_t series_count; /* at least 1 */
};

/* Puts a chart on a sheet, its upper left corner in a cell. Fails with CHART_RANGE, WORKBOOK_MANY beyond
 * LIMIT_WORKBOOK_CHARTS, and as `gate` does. */
bool workbook_chart(struct workbook *workbook, struct cell cell, const struct chart *chart,
                    struct error *err);

/* Puts a picture in PNG on a sheet.
 *
 * bytes:       the whole file, at most LIMIT_IMAGE_BYTES; its header is checked.
 * scale:       0.01 to 10.
 * description: what a screen reader says.
 * Fails with IMAGE_KIND, WORKBOOK_MANY beyond LIMIT_WORKBOOK_IMAGES. */
bool workbook_image(struct workbook *workbook, struct cell cell, const char *bytes, size_t length,
                    double scale, const char *description, struct error *err);

#endif
