/* html_svg: the shapes that charts are drawn of, and the scale of an axis. Lengths are pixels of the chart. */
#ifndef SPBE_HTML_SVG_H
#define SPBE_HTML_SVG_H

#include "html_plot.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A part of the drawing. */
struct svg_box {
    double x, y, width, height;
};

enum svg_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

/* A text: where, how large, and how much room there is. */
struct svg_label {
    double x, y;  /* of the anchor; y is the middle of all its lines */
    double size;  /* of the letters, pixels */
    double width; /* of a line */
    size_t lines; /* at most */
    enum svg_anchor anchor;
    int32_t color;
    bool bold;
};

/* An axis of numbers. */
struct svg_scale {
    double low, high, step; /* low < high, step > 0 */
};

/* Appends `markup`, each "@" in it replaced by the next argument, a double. */
void svg_shape(struct text *out, const char *markup, ...);
/* Appends an attribute with a colour. */
void svg_color(struct text *out, const char *attribute, int32_t color);
/* Appends a text, its words broken into lines; what does not fit ends with "…". */
void svg_text(struct text *out, const char *text, const struct svg_label *label);
/* How many lines a text takes, at most `lines`. */
size_t svg_lines(const char *text, double size, double width, size_t lines);
/* Appends what a pointer over a mark tells: the series, the point and its value. */
void svg_tip(struct text *out, const struct plot *plot, size_t series, size_t point);
/* Appends a mark whose shape is the series' own, so that colour is not all that tells it. */
void svg_mark(struct text *out, size_t series, double x, double y, double radius, int32_t color);

/* The scale for numbers from `low` to `high`: as the axis says, else round numbers. zero: with 0. */
struct svg_scale svg_scale_for(const struct chart_axis *axis, double low, double high, bool zero);
/* Where a value stands: 0 at the low end, 1 at the high one; what lies beyond stands at the end. */
double svg_scale_at(const struct svg_scale *scale, double value);
/* How many marks an axis has, both ends included. */
size_t svg_scale_marks(const struct svg_scale *scale);
/* Appends the number of a mark as the axis shows it. */
void svg_scale_text(struct text *out, const struct svg_scale *scale, const struct chart_axis *axis,
                    size_t mark, bool english);

/* The colour of a series, or of one of its points. */
int32_t svg_series_color(const struct plot *plot, size_t series);
/* The same for a point; varied: points differ even where the drawing gives them no colours. */
int32_t svg_point_color(const struct plot *plot, size_t series, size_t point, bool varied);
/* The letters of an axis, in pixels. */
double svg_letters(const struct chart_axis *axis);

enum { SVG_INK = 0x1F2937, SVG_MUTED = 0x4B5563, SVG_GRID = 0xD5DBE3, SVG_AXIS = 0x9CA3AF };

#endif
