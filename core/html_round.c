#include "html_round.h"

#include "html_text.h"
#include "measure.h"

#include <math.h>
#include <string.h>

enum { GAP = 8, LABEL_LINES = 4 };
static const double TURN = 6.283185307179586;
static const double POINTS = 72.0 / 96.0; /* of a pixel */
static const double SPARE = 1.1;          /* letters differ from machine to machine */

struct round {
    struct text *out;
    const struct plot *plot;
    double x, y, radius;
};

/* ---- radar ---- */

/* The direction of a spoke: the first points up, the others follow clockwise. */
static void spoke(const struct round *r, size_t point, double share, double *x, double *y)
{
    double angle = TURN * (double)point / (double)(r->plot->points > 0 ? r->plot->points : 1);
    *x = r->x + sin(angle) * r->radius * share;
    *y = r->y - cos(angle) * r->radius * share;
}

static void add_ring(const struct round *r, double share)
{
    for (size_t p = 0; p < r->plot->points; p++) {
        double x = 0;
        double y = 0;
        spoke(r, p, share, &x, &y);
        text_add(r->out, p == 0 ? "<path d=\"M" : "L");
        svg_shape(r->out, "@ @", x, y);
    }
    text_add(r->out, r->plot->points > 0 ? "Z\" fill=\"none\" stroke=\"#d5dbe3\"/>\n" : "");
}

static void add_spokes(const struct round *r)
{
    for (size_t p = 0; p < r->plot->points; p++) {
        double x = 0;
        double y = 0;
        spoke(r, p, 1, &x, &y);
        svg_shape(r->out, "<path d=\"M@ @L@ @\" stroke=\"#d5dbe3\"/>\n", r->x, r->y, x, y);
    }
}

/* The names around the radar, each in the room beside its spoke. */
static void add_names(const struct round *r, const struct svg_box *box)
{
    double size = svg_letters(&r->plot->chart->category);
    for (size_t p = 0; p < r->plot->points; p++) {
        double x = 0;
        double y = 0;
        spoke(r, p, 1, &x, &y);
        double across = (x - r->x) / (r->radius > 0 ? r->radius : 1);
        double down = (y - r->y) / (r->radius > 0 ? r->radius : 1);
        struct svg_label label = {.size = size, .lines = LABEL_LINES, .color = SVG_MUTED};
        label.anchor = across > 0.15 ? ANCHOR_START : across < -0.15 ? ANCHOR_END : ANCHOR_MIDDLE;
        label.x = x + GAP * across;
        label.width = label.anchor == ANCHOR_START ? box->x + box->width - label.x
                      : label.anchor == ANCHOR_END ? label.x - box->x
                                                   : box->width * 0.5;
        double lines =
            (double)svg_lines(r->plot->labels[p], size, label.width, LABEL_LINES) * size * 1.2;
        label.y = y + down * (GAP + lines / 2);
        svg_text(r->out, r->plot->labels[p], &label);
    }
}

static void add_scale(const struct round *r, const struct svg_scale *scale)
{
    const struct chart_axis *axis = &r->plot->chart->value;
    for (size_t i = 0; i < svg_scale_marks(scale); i++) {
        struct text text = TEXT_EMPTY;
        double share = svg_scale_at(scale, scale->low + (double)i * scale->step);
        struct svg_label label = {.x = r->x - 4,
                                  .y = r->y - share * r->radius,
                                  .size = svg_letters(axis) * 0.9,
                                  .width = 100,
                                  .lines = 1,
                                  .anchor = ANCHOR_END,
                                  .color = SVG_MUTED};
        add_ring(r, share);
        if (!axis->hidden) {
            svg_scale_text(&text, scale, axis, i, r->plot->english);
            svg_text(r->out, text.bytes, &label);
        }
        text_release(&text);
    }
}

/* One outline: closed when every point has a number. */
static void add_outline(const struct round *r, const struct svg_scale *scale, size_t s)
{
    const struct plot_series *series = &r->plot->series[s];
    const struct chart_series *look = series->look;
    bool filled = r->plot->chart->kind == CHART_RADAR_FILLED;
    bool on = false;
    bool whole = true;
    int32_t color = svg_series_color(r->plot, s);
    text_add(r->out, "<path d=\"");
    for (size_t p = 0; p < r->plot->points; p++) {
        double x = 0;
        double y = 0;
        spoke(r, p, svg_scale_at(scale, series->values[p]), &x, &y);
        if (series->has[p]) {
            text_add(r->out, on ? "L" : "M");
            svg_shape(r->out, "@ @", x, y);
        }
        on = series->has[p];
        whole = whole && on;
    }
    text_add(r->out, whole ? "Z\"" : "\"");
    svg_shape(r->out, " stroke-linejoin=\"round\" stroke-width=\"@\"",
              look->line > 0 ? look->line / POINTS : 2.5);
    svg_color(r->out, "stroke", color);
    if (filled) {
        svg_color(r->out, "fill", color);
        svg_shape(r->out, " fill-opacity=\"@\"",
                  look->transparency > 0 ? 1 - look->transparency / 100.0 : 0.35);
    } else {
        text_add(r->out, " fill=\"none\"");
    }
    text_add(r->out, look->dashed ? " stroke-dasharray=\"6 4\"/>\n" : "/>\n");
}

static void add_marks(const struct round *r, const struct svg_scale *scale, size_t s)
{
    const struct plot_series *series = &r->plot->series[s];
    for (size_t p = 0; p < r->plot->points; p++) {
        double x = 0;
        double y = 0;
        spoke(r, p, svg_scale_at(scale, series->values[p]), &x, &y);
        if (!series->has[p]) {
            continue;
        }
        text_add(r->out, "<g>");
        svg_tip(r->out, r->plot, s, p);
        svg_mark(r->out, s, x, y, series->look->marker ? 4 : 1.5, svg_series_color(r->plot, s));
        text_add(r->out, "</g>\n");
        if (series->look->labels) {
            struct svg_label label = {.x = x + 6,
                                      .y = y - 8,
                                      .size = svg_letters(&r->plot->chart->category),
                                      .width = 200,
                                      .lines = 1,
                                      .color = SVG_INK,
                                      .bold = true};
            svg_text(r->out, series->labels[p], &label);
        }
    }
}

/* Room for the names on each side: for their longest word, within bounds. */
static double name_room(const struct plot *plot, const struct svg_box *box)
{
    double size = svg_letters(&plot->chart->category);
    double most = 0;
    for (size_t p = 0; p < plot->points; p++) {
        for (const char *at = plot->labels[p]; *at != '\0';) {
            size_t length = strcspn(at, " \n");
            double width = measure_width(at, length, size * POINTS, false) * SPARE + 2 * GAP;
            most = width > most ? width : most;
            at += length + (at[length] != '\0');
        }
    }
    return most < box->width * 0.22 ? box->width * 0.22 : fmin(most, box->width * 0.33);
}

void html_round_radar(struct text *out, const struct plot *plot, const struct svg_box *box)
{
    double size = svg_letters(&plot->chart->category);
    double across = box->width / 2 - name_room(plot, box);
    double down = box->height / 2 - 2.4 * size - GAP;
    struct round r = {out, plot, box->x + box->width / 2, box->y + box->height / 2,
                      across < down ? across : down};
    struct svg_scale scale = svg_scale_for(&plot->chart->value, plot->low, plot->high, true);
    r.radius = r.radius > 10 ? r.radius : 10;
    add_spokes(&r);
    add_scale(&r, &scale);
    if (!plot->chart->category.hidden) {
        add_names(&r, box);
    }
    for (size_t s = 0; s < plot->count; s++) {
        if (plot->series[s].look->invisible) {
            continue;
        }
        add_outline(&r, &scale, s);
        add_marks(&r, &scale, s);
    }
}

/* ---- pie ---- */

/* A slice from one share of the turn to another, between two radii. */
static void add_slice(const struct round *r, double inner, double from, double to)
{
    double large = to - from > 0.5 ? 1 : 0;
    double end = to - from >= 1 ? from + 0.99999 : to; /* an arc cannot end where it begins */
    double x1 = sin(TURN * from);
    double y1 = -cos(TURN * from);
    double x2 = sin(TURN * end);
    double y2 = -cos(TURN * end);
    svg_shape(r->out, "<path d=\"M@ @A@ @ 0 @ 1 @ @", r->x + x1 * r->radius, r->y + y1 * r->radius,
              r->radius, r->radius, large, r->x + x2 * r->radius, r->y + y2 * r->radius);
    if (inner > 0) {
        svg_shape(r->out, "L@ @A@ @ 0 @ 0 @ @Z\"", r->x + x2 * inner, r->y + y2 * inner, inner,
                  inner, large, r->x + x1 * inner, r->y + y1 * inner);
    } else {
        svg_shape(r->out, "L@ @Z\"", r->x, r->y);
    }
}

static double sum_of(const struct plot *plot, size_t s)
{
    double sum = 0;
    for (size_t p = 0; p < plot->points; p++) {
        sum += plot->series[s].values[p] > 0 ? plot->series[s].values[p] : 0;
    }
    return sum;
}

/* One ring of slices. */
static void add_slices(const struct round *r, size_t s, double inner)
{
    const struct plot_series *series = &r->plot->series[s];
    double sum = sum_of(r->plot, s);
    double from = 0;
    for (size_t p = 0; p < r->plot->points; p++) {
        double share = sum > 0 && series->values[p] > 0 ? series->values[p] / sum : 0;
        if (share <= 0) {
            continue;
        }
        add_slice(r, inner, from, from + share);
        svg_color(r->out, "fill", svg_point_color(r->plot, s, p, true));
        text_add(r->out, " stroke=\"#ffffff\" stroke-width=\"1.5\">");
        svg_tip(r->out, r->plot, s, p);
        text_add(r->out, "</path>\n");
        double middle = TURN * (from + share / 2);
        double at = (r->radius + inner) / 2 + (inner > 0 ? 0 : r->radius * 0.15);
        struct svg_label label = {
            .x = r->x + sin(middle) * at,
            .y = r->y - cos(middle) * at,
            .size = svg_letters(&r->plot->chart->category),
            .width = 100,
            .lines = 1,
            .anchor = ANCHOR_MIDDLE,
            .color = series->look->label_color >= 0 ? series->look->label_color : 0xFFFFFF,
            .bold = true};
        if (series->look->labels && share > 0.03) {
            svg_text(r->out, series->labels[p], &label);
        }
        from += share;
    }
}

void html_round_pie(struct text *out, const struct plot *plot, const struct svg_box *box)
{
    double room = (box->width < box->height ? box->width : box->height) / 2 - GAP;
    bool ring = plot->chart->kind == CHART_DOUGHNUT;
    double hole = ring ? room * plot->chart->hole / 100.0 : 0;
    size_t rings = ring ? plot->count : plot->count > 0;
    double thick = (room - hole) / (double)(rings > 0 ? rings : 1);
    struct round r = {out, plot, box->x + box->width / 2, box->y + box->height / 2, room};
    for (size_t s = 0; s < rings; s++) {
        r.radius = hole + thick * (double)(s + 1);
        add_slices(&r, s, hole + thick * (double)s);
    }
}
