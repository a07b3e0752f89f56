#include "html_axes.h"

#include "html_text.h"
#include "measure.h"

#include <math.h>
#include <string.h>

enum { LABEL_LINES = 3, GAP = 6 };
static const double POINTS = 72.0 / 96.0; /* of a pixel */

/* A chart with its axes laid out. */
struct axes {
    struct text *out;
    const struct plot *plot;
    struct svg_box inner; /* between the axes */
    struct svg_scale scale;
    struct svg_scale across; /* of a scatter chart */
    bool turned;             /* bars: categories run down */
    bool stacked;
};

static bool is_turned(enum chart_kind kind)
{
    return kind == CHART_BAR || kind == CHART_BAR_STACKED;
}

static bool is_stacked(enum chart_kind kind)
{
    return kind == CHART_BAR_STACKED || kind == CHART_COLUMN_STACKED;
}

/* ---- layout ---- */

/* The lowest and highest sum of a stack. */
static void stack_extremes(const struct plot *plot, double *low, double *high)
{
    *low = 0;
    *high = 0;
    for (size_t p = 0; p < plot->points; p++) {
        double up = 0;
        double down = 0;
        for (size_t s = 0; s < plot->count; s++) {
            double value = plot->series[s].values[p];
            up += value > 0 ? value : 0;
            down += value < 0 ? value : 0;
        }
        *low = down < *low ? down : *low;
        *high = up > *high ? up : *high;
    }
}

static struct svg_scale scale_across(const struct plot *plot)
{
    double low = 0;
    double high = 0;
    bool any = false;
    for (size_t s = 0; s < plot->count; s++) {
        for (size_t p = 0; p < plot->points; p++) {
            double place = plot->series[s].places[p];
            if (plot->series[s].has[p]) {
                low = !any || place < low ? place : low;
                high = !any || place > high ? place : high;
                any = true;
            }
        }
    }
    return svg_scale_for(&plot->chart->category, low, high, false);
}

/* Room for the numbers of the value axis beside a chart that is not turned. */
static double number_room(const struct axes *a)
{
    const struct chart_axis *axis = &a->plot->chart->value;
    double widest = 0;
    if (axis->hidden) {
        return 2;
    }
    for (size_t i = 0; i < svg_scale_marks(&a->scale); i++) {
        struct text text = TEXT_EMPTY;
        svg_scale_text(&text, &a->scale, axis, i, a->plot->english);
        double width = measure_width(text.bytes, text.length, svg_letters(axis) * POINTS, false);
        widest = width > widest ? width : widest;
        text_release(&text);
    }
    return widest + 2 * GAP;
}

/* Room for the names of the points: beside a turned chart at most two fifths, below others three lines. */
static double name_room(const struct axes *a, const struct svg_box *box)
{
    const struct plot *plot = a->plot;
    const struct chart_axis *axis = &plot->chart->category;
    double size = svg_letters(axis);
    double most = 0;
    if (axis->hidden) {
        return 2;
    }
    if (plot->chart->kind == CHART_SCATTER) {
        return size + 2 * GAP;
    }
    double band = (box->width - 40) / (double)(plot->points > 0 ? plot->points : 1);
    for (size_t p = 0; p < plot->points; p++) {
        const char *label = plot->labels[p];
        double need = a->turned
                          ? measure_width(label, strlen(label), size * POINTS, false)
                          : (double)svg_lines(label, size, band - 4, LABEL_LINES) * size * 1.2;
        most = need > most ? need : most;
    }
    most = a->turned && most > box->width * 0.42 ? box->width * 0.42 : most;
    return most + 2 * GAP;
}

static void lay_out(struct axes *a, const struct svg_box *box)
{
    const struct chart *chart = a->plot->chart;
    double low = a->plot->low;
    double high = a->plot->high;
    bool labels = false;
    if (a->stacked) {
        stack_extremes(a->plot, &low, &high);
    }
    for (size_t s = 0; s < a->plot->count; s++) {
        labels = labels || a->plot->series[s].look->labels;
    }
    a->scale = svg_scale_for(&chart->value, low, high, chart->kind != CHART_SCATTER);
    a->across = scale_across(a->plot);
    double letters = svg_letters(&chart->value);
    double below = a->turned ? (chart->value.hidden ? 2 : letters + 2 * GAP) : name_room(a, box);
    double left = a->turned ? name_room(a, box) : number_room(a);
    double right = a->turned && labels ? 36 : 10;
    double top = labels && !a->turned ? 18 : 8;
    a->inner = (struct svg_box){box->x + left, box->y + top, box->width - left - right,
                                box->height - top - below};
}

/* ---- places ---- */

/* Where a value stands along the value axis, in pixels of the chart. */
static double value_at(const struct axes *a, double value)
{
    double at = svg_scale_at(&a->scale, value);
    at = a->plot->chart->value.reverse ? 1 - at : at;
    return a->turned ? a->inner.x + at * a->inner.width : a->inner.y + (1 - at) * a->inner.height;
}

/* The place of a point along the category axis as a share: bars run upwards unless reversed. */
static size_t place_of(const struct axes *a, size_t point)
{
    bool reverse = a->plot->chart->category.reverse;
    return reverse == a->turned ? point : a->plot->points - 1 - point;
}

static double band(const struct axes *a)
{
    double room = a->turned ? a->inner.height : a->inner.width;
    return room / (double)(a->plot->points > 0 ? a->plot->points : 1);
}

/* The middle of a point along the category axis. */
static double middle_of(const struct axes *a, size_t series, size_t point)
{
    if (a->plot->chart->kind == CHART_SCATTER) {
        double at = svg_scale_at(&a->across, a->plot->series[series].places[point]);
        return a->inner.x + at * a->inner.width;
    }
    double start = a->turned ? a->inner.y : a->inner.x;
    return start + band(a) * ((double)place_of(a, point) + 0.5);
}

/* ---- axes ---- */

static void add_value_mark(const struct axes *a, size_t mark)
{
    const struct chart_axis *axis = &a->plot->chart->value;
    struct text text = TEXT_EMPTY;
    double at = value_at(a, a->scale.low + (double)mark * a->scale.step);
    const struct svg_box *in = &a->inner;
    if (axis->gridlines && a->turned) {
        svg_shape(a->out, "<path d=\"M@ @V@\" stroke=\"#d5dbe3\"/>\n", at, in->y,
                  in->y + in->height);
    } else if (axis->gridlines) {
        svg_shape(a->out, "<path d=\"M@ @H@\" stroke=\"#d5dbe3\"/>\n", in->x, at,
                  in->x + in->width);
    }
    if (!axis->hidden) {
        double size = svg_letters(axis);
        struct svg_label label = {.x = a->turned ? at : in->x - GAP,
                                  .y = a->turned ? in->y + in->height + GAP + size / 2 : at,
                                  .size = size,
                                  .width = 200,
                                  .lines = 1,
                                  .anchor = a->turned ? ANCHOR_MIDDLE : ANCHOR_END,
                                  .color = SVG_MUTED};
        svg_scale_text(&text, &a->scale, axis, mark, a->plot->english);
        svg_text(a->out, text.bytes, &label);
    }
    text_release(&text);
}

static void add_point_names(const struct axes *a)
{
    const struct chart_axis *axis = &a->plot->chart->category;
    double size = svg_letters(axis);
    size_t every = 1;
    while (!a->turned && band(a) * (double)every < size * 1.6) {
        every++; /* too many to be read: every second, third … */
    }
    for (size_t p = 0; p < a->plot->points; p += every) {
        double middle = middle_of(a, 0, p);
        double lines = (double)svg_lines(a->plot->labels[p], size, band(a) - 4, LABEL_LINES);
        struct svg_label label = {
            .x = a->turned ? a->inner.x - GAP : middle,
            .y = a->turned ? middle : a->inner.y + a->inner.height + GAP + lines * size * 0.6,
            .size = size,
            .width = a->turned ? a->inner.x - GAP : band(a) * (double)every - 4,
            .lines = a->turned ? 2 : LABEL_LINES,
            .anchor = a->turned ? ANCHOR_END : ANCHOR_MIDDLE,
            .color = SVG_MUTED};
        svg_text(a->out, a->plot->labels[p], &label);
    }
}

static void add_places(const struct axes *a)
{
    const struct chart_axis *axis = &a->plot->chart->category;
    for (size_t i = 0; i < svg_scale_marks(&a->across); i++) {
        struct text text = TEXT_EMPTY;
        double size = svg_letters(axis);
        double at = svg_scale_at(&a->across, a->across.low + (double)i * a->across.step);
        struct svg_label label = {.x = a->inner.x + at * a->inner.width,
                                  .y = a->inner.y + a->inner.height + GAP + size / 2,
                                  .size = size,
                                  .width = 200,
                                  .lines = 1,
                                  .anchor = ANCHOR_MIDDLE,
                                  .color = SVG_MUTED};
        svg_scale_text(&text, &a->across, axis, i, a->plot->english);
        svg_text(a->out, text.bytes, &label);
        text_release(&text);
    }
}

static void add_axes(const struct axes *a)
{
    const struct chart *chart = a->plot->chart;
    for (size_t i = 0; i < svg_scale_marks(&a->scale); i++) {
        add_value_mark(a, i);
    }
    double zero = value_at(a, 0);
    if (a->turned) {
        svg_shape(a->out, "<path d=\"M@ @V@\" stroke=\"#9ca3af\"/>\n", zero, a->inner.y,
                  a->inner.y + a->inner.height);
    } else {
        svg_shape(a->out, "<path d=\"M@ @H@\" stroke=\"#9ca3af\"/>\n", a->inner.x, zero,
                  a->inner.x + a->inner.width);
    }
    if (!chart->category.hidden && chart->kind == CHART_SCATTER) {
        add_places(a);
    } else if (!chart->category.hidden) {
        add_point_names(a);
    }
}

/* ---- bars ---- */

/* Nothing of the stack is seen beyond this bar. */
static bool ends_stack(const struct axes *a, size_t s, size_t p)
{
    double value = a->plot->series[s].values[p];
    for (size_t other = s + 1; other < a->plot->count; other++) {
        const struct plot_series *series = &a->plot->series[other];
        if (series->has[p] && !series->look->invisible && series->values[p] * value > 0) {
            return false;
        }
    }
    return true;
}

/* The room that a number needs along the value axis. */
static double number_length(const struct axes *a, const char *text, double size)
{
    return a->turned ? measure_width(text, strlen(text), size * POINTS, true) + 4 : size + 3;
}

/* The number beside a bar, or within one of a stack; beyond the stack's last one when it is too small. */
static void add_bar_label(const struct axes *a, size_t s, size_t p, double middle, double from,
                          double to)
{
    const struct plot_series *series = &a->plot->series[s];
    double size = svg_letters(&a->plot->chart->category);
    double away = a->turned ? (to < from ? -1 : 1) : (to > from ? 1 : -1); /* where it points to */
    bool within = a->stacked && fabs(to - from) > number_length(a, series->labels[p], size);
    struct svg_label label = {.size = size,
                              .width = 200,
                              .lines = 1,
                              .anchor = ANCHOR_MIDDLE,
                              .bold = true,
                              .color = a->stacked && !within            ? SVG_INK
                                       : series->look->label_color >= 0 ? series->look->label_color
                                       : a->stacked                     ? 0xFFFFFF
                                                                        : SVG_INK};
    double along = within ? (from + to) / 2 : to + away * (a->turned ? 4 : size * 0.75);
    label.x = a->turned ? along : middle;
    label.y = a->turned ? middle : along;
    if (a->turned && !within) {
        label.anchor = away < 0 ? ANCHOR_END : ANCHOR_START;
    }
    if (!a->stacked || within || (series->values[p] != 0 && ends_stack(a, s, p))) {
        svg_text(a->out, series->labels[p], &label);
    }
}

/* One bar from one value to another. */
static void add_bar(const struct axes *a, size_t s, size_t p, double start, double thick,
                    double from_value, double to_value)
{
    const struct chart_series *look = a->plot->series[s].look;
    double from = value_at(a, from_value);
    double to = value_at(a, to_value);
    double low = from < to ? from : to;
    double length = fabs(to - from);
    svg_shape(a->out, "<rect x=\"@\" y=\"@\" width=\"@\" height=\"@\"", a->turned ? low : start,
              a->turned ? start : low, a->turned ? length : thick, a->turned ? thick : length);
    svg_color(a->out, "fill", svg_point_color(a->plot, s, p, false));
    if (look->transparency > 0) {
        svg_shape(a->out, " fill-opacity=\"@\"", 1 - look->transparency / 100.0);
    }
    text_add_byte(a->out, '>');
    svg_tip(a->out, a->plot, s, p);
    text_add(a->out, "</rect>\n");
    if (look->labels) {
        add_bar_label(a, s, p, start + thick / 2, from, to);
    }
}

/* The bars of one point. */
static void add_bars(const struct axes *a, size_t p)
{
    const struct chart *chart = a->plot->chart;
    double count = a->stacked ? 1 : (double)a->plot->count;
    double apart = 1 - chart->overlap / 100.0; /* from one bar to the next, in bars */
    double thick = band(a) / (1 + (count - 1) * apart + chart->gap / 100.0);
    double whole = thick * (1 + (count - 1) * apart);
    double start = middle_of(a, 0, p) - whole / 2;
    double up = 0;
    double down = 0;
    for (size_t s = 0; s < a->plot->count; s++) {
        double value = a->plot->series[s].values[p];
        double *sum = value < 0 ? &down : &up;
        /* clusters of bars that run upwards begin at the bottom, as their points do */
        size_t rank = a->turned && !chart->category.reverse ? a->plot->count - 1 - s : s;
        double at = a->stacked ? start : start + (double)rank * thick * apart;
        if (a->plot->series[s].has[p] && a->plot->series[s].look->invisible) {
            *sum += value; /* takes its room */
        } else if (a->plot->series[s].has[p]) {
            add_bar(a, s, p, at, thick, a->stacked ? *sum : 0, a->stacked ? *sum + value : value);
            *sum += value;
        }
    }
}

/* ---- lines ---- */

/* The points of a series as a path; a gap where there is no number. Returns how many there are. */
static size_t add_path(const struct axes *a, size_t s)
{
    const struct plot_series *series = &a->plot->series[s];
    size_t count = 0;
    bool on = false;
    for (size_t p = 0; p < a->plot->points; p++) {
        if (series->has[p]) {
            text_add(a->out, on ? "L" : "M");
            svg_shape(a->out, "@ @", middle_of(a, s, p), value_at(a, series->values[p]));
            count++;
        }
        on = series->has[p];
    }
    return count;
}

static void add_line(const struct axes *a, size_t s)
{
    const struct chart_series *look = a->plot->series[s].look;
    text_add(a->out, "<path d=\"");
    add_path(a, s);
    svg_shape(a->out, "\" fill=\"none\" stroke-linejoin=\"round\" stroke-width=\"@\"",
              look->line > 0 ? look->line / POINTS : 2.5);
    svg_color(a->out, "stroke", svg_series_color(a->plot, s));
    text_add(a->out, look->dashed ? " stroke-dasharray=\"6 4\"/>\n" : "/>\n");
}

/* The area from the first to the last number of a series down to zero. */
static void add_area(const struct axes *a, size_t s)
{
    const struct plot_series *series = &a->plot->series[s];
    double zero = value_at(a, 0);
    bool on = false;
    double last = 0;
    text_add(a->out, "<path d=\"");
    for (size_t p = 0; p < a->plot->points; p++) {
        double x = middle_of(a, s, p);
        if (series->has[p]) {
            if (!on) {
                svg_shape(a->out, "M@ @", x, zero);
            }
            svg_shape(a->out, "L@ @", x, value_at(a, series->values[p]));
            last = x;
        } else if (on) {
            svg_shape(a->out, "L@ @Z", last, zero);
        }
        on = series->has[p];
    }
    if (on) {
        svg_shape(a->out, "L@ @Z", last, zero);
    }
    svg_shape(a->out, "\" fill-opacity=\"@\"",
              series->look->transparency > 0 ? 1 - series->look->transparency / 100.0 : 0.5);
    svg_color(a->out, "fill", svg_series_color(a->plot, s));
    text_add(a->out, "/>\n");
}

/* The marks of a series, and its numbers. */
static void add_marks(const struct axes *a, size_t s)
{
    const struct plot_series *series = &a->plot->series[s];
    bool seen = series->look->marker || a->plot->chart->kind == CHART_SCATTER;
    double size = svg_letters(&a->plot->chart->category);
    for (size_t p = 0; p < a->plot->points; p++) {
        double x = middle_of(a, s, p);
        double y = value_at(a, series->values[p]);
        if (!series->has[p]) {
            continue;
        }
        text_add(a->out, "<g>");
        svg_tip(a->out, a->plot, s, p);
        svg_mark(a->out, s, x, y, seen || a->plot->points == 1 ? 4 : 1.5,
                 svg_point_color(a->plot, s, p, false));
        text_add(a->out, "</g>\n");
        if (series->look->labels) {
            struct svg_label label = {
                .x = x,
                .y = y - size,
                .size = size,
                .width = 200,
                .lines = 1,
                .anchor = ANCHOR_MIDDLE,
                .bold = true,
                .color = series->look->label_color >= 0 ? series->look->label_color : SVG_INK};
            svg_text(a->out, series->labels[p], &label);
        }
    }
}

void html_axes_add(struct text *out, const struct plot *plot, const struct svg_box *box)
{
    enum chart_kind kind = plot->chart->kind;
    struct axes a = {
        .out = out, .plot = plot, .turned = is_turned(kind), .stacked = is_stacked(kind)};
    bool bars = a.turned || a.stacked || kind == CHART_COLUMN;
    lay_out(&a, box);
    add_axes(&a);
    for (size_t p = 0; bars && p < plot->points; p++) {
        add_bars(&a, p);
    }
    for (size_t s = 0; !bars && s < plot->count; s++) {
        if (plot->series[s].look->invisible) {
            continue;
        }
        if (kind == CHART_AREA) {
            add_area(&a, s);
        } else {
            if (kind == CHART_LINE) {
                add_line(&a, s);
            }
            add_marks(&a, s);
        }
    }
}
