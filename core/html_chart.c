#include "html_chart.h"

#include "html_axes.h"
#include "html_round.h"
#include "html_svg.h"
#include "html_text.h"
#include "measure.h"

#include <string.h>

enum { EDGE = 4, TITLE_PX = 15, LEGEND_PX = 12, ROW_PX = 18, KEY_PX = 26, SPACE_PX = 16 };
static const double POINTS = 72.0 / 96.0; /* of a pixel */

static bool is_pie(const struct plot *plot)
{
    return plot->chart->kind == CHART_PIE || plot->chart->kind == CHART_DOUGHNUT;
}

/* ---- legend: one entry a series, or of a pie one a point ---- */

static size_t entry_count(const struct plot *plot)
{
    return plot->count == 0 ? 0 : is_pie(plot) ? plot->points : plot->count;
}

/* False for a series that is not drawn. */
static bool is_entry(const struct plot *plot, size_t entry)
{
    return is_pie(plot) || !plot->series[entry].look->invisible;
}

static const char *entry_name(const struct plot *plot, size_t entry)
{
    return is_pie(plot) ? plot->labels[entry] : plot->series[entry].name;
}

static double entry_width(const struct plot *plot, size_t entry, double most)
{
    const char *name = entry_name(plot, entry);
    double width =
        KEY_PX + SPACE_PX + measure_width(name, strlen(name), LEGEND_PX * POINTS, false) * 1.06;
    return !is_entry(plot, entry) ? 0 : width < most ? width : most;
}

/* The sign before an entry: as the series is drawn. */
static void add_key(struct text *out, const struct plot *plot, size_t entry, double x, double y)
{
    enum chart_kind kind = plot->chart->kind;
    bool line = kind == CHART_LINE || kind == CHART_RADAR;
    int32_t color =
        is_pie(plot) ? svg_point_color(plot, 0, entry, true) : svg_series_color(plot, entry);
    if (line) {
        const struct chart_series *look = plot->series[entry].look;
        svg_shape(out, "<path d=\"M@ @h18\" stroke-width=\"@\"", x, y,
                  look->line > 0 ? look->line / POINTS : 2.5);
        svg_color(out, "stroke", color);
        text_add(out, look->dashed ? " stroke-dasharray=\"6 4\"/>" : "/>");
    }
    if (kind == CHART_SCATTER || (line && plot->series[entry].look->marker)) {
        svg_mark(out, entry, x + 9, y, 4, color);
    } else if (!line) {
        svg_shape(out, "<rect x=\"@\" y=\"@\" width=\"12\" height=\"12\"", x + 4, y - 6);
        svg_color(out, "fill", color);
        text_add(out, "/>");
    }
}

static void add_entry(struct text *out, const struct plot *plot, size_t entry, double x, double y,
                      double width)
{
    const struct svg_label label = {.x = x + KEY_PX,
                                    .y = y,
                                    .size = LEGEND_PX,
                                    .width = width - KEY_PX,
                                    .lines = 1,
                                    .color = SVG_MUTED};
    add_key(out, plot, entry, x, y);
    svg_text(out, entry_name(plot, entry), &label);
}

/* Rows of entries, each row centred; draws them from `y` on unless `out` is NULL. Gives the height. */
static double lay_rows(struct text *out, const struct plot *plot, const struct svg_box *box,
                       double y)
{
    double rows = 0;
    size_t count = entry_count(plot);
    for (size_t first = 0; first < count; rows++) {
        double width = 0;
        size_t end = first;
        while (end < count &&
               (end == first || width + entry_width(plot, end, box->width) <= box->width)) {
            width += entry_width(plot, end++, box->width);
        }
        double x = box->x + (box->width - width) / 2;
        for (; first < end; first++) {
            double own = entry_width(plot, first, box->width);
            if (out != NULL && is_entry(plot, first)) {
                add_entry(out, plot, first, x, y + (rows + 0.5) * ROW_PX, own);
            }
            x += own;
        }
    }
    return rows * ROW_PX;
}

/* Entries below each other. */
static void add_list(struct text *out, const struct plot *plot, double x, double middle,
                     double width)
{
    size_t count = entry_count(plot);
    double y = middle - (double)count * ROW_PX / 2;
    for (size_t i = 0; i < count; i++) {
        if (is_entry(plot, i)) {
            add_entry(out, plot, i, x, y + ROW_PX / 2.0, width);
            y += ROW_PX;
        }
    }
}

/* Draws the legend and takes its room from the box. */
static void add_legend(struct text *out, const struct plot *plot, struct svg_box *box)
{
    const char *place = plot->chart->legend;
    bool top = strcmp(place, "top") == 0;
    bool left = strcmp(place, "left") == 0;
    if (strcmp(place, "none") == 0 || entry_count(plot) == 0) {
        return;
    }
    if (left || strcmp(place, "right") == 0) {
        double width = 0;
        for (size_t i = 0; i < entry_count(plot); i++) {
            double own = entry_width(plot, i, box->width * 0.4);
            width = own > width ? own : width;
        }
        add_list(out, plot, left ? box->x : box->x + box->width - width, box->y + box->height / 2,
                 width);
        box->x += left ? width : 0;
        box->width -= width;
        return;
    }
    double height = lay_rows(NULL, plot, box, 0);
    height = height < box->height / 2 ? height : box->height / 2;
    lay_rows(out, plot, box, top ? box->y : box->y + box->height - height);
    box->y += top ? height : 0;
    box->height -= height;
}

/* ---- the whole ---- */

static void begin(struct text *out, const struct chart *chart)
{
    const char *title = chart->title == NULL ? "" : chart->title;
    const char *says = *chart->description != '\0' ? chart->description : title;
    text_format(out,
                "<svg viewBox=\"0 0 %u %u\" width=\"%u\" height=\"%u\" role=\"img\" aria-label=\"",
                chart->width, chart->height, chart->width, chart->height);
    html_text_value(out, says, strlen(says));
    text_add(out, "\">\n<desc>");
    html_text_value(out, says, strlen(says));
    text_add(out, "</desc>\n");
}

void html_chart_add(struct text *out, const struct plot *plot)
{
    const struct chart *chart = plot->chart;
    struct svg_box box = {EDGE, EDGE, chart->width - 2.0 * EDGE, chart->height - 2.0 * EDGE};
    begin(out, chart);
    if (chart->title != NULL && *chart->title != '\0') {
        const struct svg_label label = {.x = chart->width / 2.0,
                                        .y = box.y + TITLE_PX * 0.6,
                                        .size = TITLE_PX,
                                        .width = box.width,
                                        .lines = 1,
                                        .anchor = ANCHOR_MIDDLE,
                                        .color = SVG_INK,
                                        .bold = true};
        svg_text(out, chart->title, &label);
        box.y += TITLE_PX + 2 * EDGE;
        box.height -= TITLE_PX + 2 * EDGE;
    }
    add_legend(out, plot, &box);
    if (is_pie(plot)) {
        html_round_pie(out, plot, &box);
    } else if (chart->kind == CHART_RADAR || chart->kind == CHART_RADAR_FILLED) {
        html_round_radar(out, plot, &box);
    } else {
        html_axes_add(out, plot, &box);
    }
    text_add(out, "</svg>");
}
