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

/* Appends `markup`, each "@" in it replaced by the next argument, a double, rounded as html_text_number does. */
void svg_shape(struct text *out, const char *markup, ...);
/* Appends a blank and an attribute with a colour: ' fill="#14365c"'. */
void svg_color(struct text *out, const char *attribute, int32_t color);
/* Appends a <text> with a line for each <tspan>, 1.2 times the letters apart, the middle of all of them at label->y.
 * Words are broken as svg_lines does; what is beyond label->lines is cut at a character, and "…" stands behind it.
 * Nothing for a text of blanks. */
void svg_text(struct text *out, const char *text, const struct svg_label *label);
/* How many lines a text takes, at most `lines`: as many whole words in each as fit into `width`, letters being `size`
 * pixels large (measure_width, and 6 % for machines with other letters); a word that is longer than a line is broken
 * where it is full. */
size_t svg_lines(const char *text, double size, double width, size_t lines);
/* Appends a <title>, which a pointer over a mark shows: "series, point: value", each of the first two left out where
 * it has no name. */
void svg_tip(struct text *out, const struct plot *plot, size_t series, size_t point);
/* Appends a mark around x, y, filled with `color` and edged in white. Its shape goes by the series, so that colour is
 * not all that tells it: circle, square, triangle, lozenge, and again from the circle. */
void svg_mark(struct text *out, size_t series, double x, double y, double radius, int32_t color);

/* The scale for numbers from `low` to `high`. zero: it reaches to 0 at least. What the axis says of least, most and
 * step comes first (of a step only where it makes fewer than 40 marks); else the step is 1, 2, 2.5 or 5 times a power
 * of ten, so that there are some five, and both ends are the next multiples of it, outwards. */
struct svg_scale svg_scale_for(const struct chart_axis *axis, double low, double high, bool zero);
/* Where a value stands: 0 at the low end, 1 at the high one; what lies beyond stands at the end. */
double svg_scale_at(const struct svg_scale *scale, double value);
/* How many marks an axis has, from its low end on, one a step, at most 40. */
size_t svg_scale_marks(const struct svg_scale *scale);
/* Appends the number of a mark (0 = at the low end) by the axis' format, as html_number_add. */
void svg_scale_text(struct text *out, const struct svg_scale *scale, const struct chart_axis *axis,
                    size_t mark, bool english);

/* The colour of a series, 0xRRGGBB: that of the drawing, else the next of eight that differ in lightness, too. */
int32_t svg_series_color(const struct plot *plot, size_t series);
/* The colour of a point: that which the drawing gives it; else that of its series, or, where `varied` (the slices of
 * a pie), the next of the eight by its position. */
int32_t svg_point_color(const struct plot *plot, size_t series, size_t point, bool varied);
/* How large the letters of an axis are, in pixels; 9 points where the drawing does not say. */
double svg_letters(const struct chart_axis *axis);

enum { SVG_INK = 0x1F2937, SVG_MUTED = 0x4B5563, SVG_GRID = 0xD5DBE3, SVG_AXIS = 0x9CA3AF };

#endif
