#include "html_svg.h"

#include "html_number.h"
#include "html_text.h"
#include "measure.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define BLANKS " \n" /* between words; a label may be broken anew */

enum { MARKS = 40, TIP_BYTES = 600 };
static const double POINTS = 72.0 / 96.0; /* of a pixel */
static const double LEADING = 1.2;
static const double SPARE = 1.06; /* letters differ from machine to machine */

void svg_shape(struct text *out, const char *markup, ...)
{
    va_list numbers;
    va_start(numbers, markup);
    for (const char *at = markup; *at != '\0';) {
        size_t length = strcspn(at, "@");
        text_append(out, at, length);
        at += length;
        if (*at == '@') {
            html_text_number(out, va_arg(numbers, double));
            at++;
        }
    }
    va_end(numbers);
}

void svg_color(struct text *out, const char *attribute, int32_t color)
{
    text_format(out, " %s=\"", attribute);
    html_text_color(out, color);
    text_add_byte(out, '"');
}

/* ---- texts ---- */

/* Bytes of a word that is longer than a line, as far as they fit; at least one character. */
static size_t part_of_word(const char *text, double size, double width)
{
    size_t lead = strspn(text, BLANKS);
    size_t length = lead + strcspn(text + lead, BLANKS);
    size_t fits = 0;
    for (size_t at = lead + 1; at <= length; at++) {
        bool edge = at == length || ((unsigned char)text[at] & 0xC0U) != 0x80U;
        if (edge && fits > 0 && measure_width(text, at, size * POINTS, false) > width) {
            break;
        }
        fits = edge ? at : fits;
    }
    return fits;
}

/* Bytes of the first line of a text: whole words that fit. */
static size_t first_line(const char *text, double size, double width)
{
    size_t fits = 0;
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        size_t next = at + strspn(text + at, BLANKS);
        next += strcspn(text + next, BLANKS);
        if (measure_width(text, next, size * POINTS, false) * SPARE > width) {
            break;
        }
        fits = next;
        at = next;
    }
    return fits > 0 ? fits : part_of_word(text, size, width);
}

/* Bytes of a text as far as its characters fit, without spaces at the end; at least one character. */
static size_t part_of_line(const char *text, double size, double width)
{
    size_t length = strlen(text);
    size_t fits = 0;
    for (size_t at = 1; at <= length; at++) {
        bool edge = at == length || ((unsigned char)text[at] & 0xC0U) != 0x80U;
        if (edge && fits > 0 && measure_width(text, at, size * POINTS, false) * SPARE > width) {
            break;
        }
        fits = edge ? at : fits;
    }
    while (fits > 1 && strchr(BLANKS, text[fits - 1]) != NULL) {
        fits--;
    }
    return fits;
}

size_t svg_lines(const char *text, double size, double width, size_t lines)
{
    size_t count = 0;
    for (; *text != '\0' && count < lines; count++) {
        text += first_line(text, size, width);
        text += strspn(text, BLANKS);
    }
    return count;
}

static void add_line(struct text *out, const char *text, size_t length, bool cut, double x,
                     double y)
{
    svg_shape(out, "<tspan x=\"@\" y=\"@\">", x, y);
    html_text_value(out, text, length);
    text_add(out, cut ? "…</tspan>" : "</tspan>");
}

void svg_text(struct text *out, const char *text, const struct svg_label *label)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    size_t lines = svg_lines(text, label->size, label->width, label->lines);
    double y = label->y - ((double)lines - 1) * label->size * LEADING / 2 + label->size * 0.36;
    if (lines == 0) {
        return;
    }
    svg_shape(out, "<text font-size=\"@\"", label->size);
    text_format(out, " text-anchor=\"%s\"%s", anchors[label->anchor],
                label->bold ? " font-weight=\"700\"" : "");
    svg_color(out, "fill", label->color);
    text_add_byte(out, '>');
    for (size_t i = 0; i < lines; i++) {
        size_t length = first_line(text, label->size, label->width);
        size_t gap = strspn(text + length, BLANKS);
        bool cut = i + 1 == lines && text[length + gap] != '\0';
        if (cut) { /* the mark needs room, too */
            length = part_of_line(text, label->size, label->width - label->size);
            gap = 0;
        }
        add_line(out, text, length, cut, label->x, y + (double)i * label->size * LEADING);
        text += length + gap;
    }
    text_add(out, "</text>\n");
}

static void add_part(struct text *out, const char *text, const char *behind)
{
    if (*text != '\0') {
        size_t length = strlen(text);
        html_text_value(out, text, length < TIP_BYTES ? length : text_utf8_prefix(text, TIP_BYTES));
        text_add(out, behind);
    }
}

void svg_tip(struct text *out, const struct plot *plot, size_t series, size_t point)
{
    text_add(out, "<title>");
    add_part(out, plot->series[series].name, ", ");
    add_part(out, plot->labels[point], ": ");
    add_part(out, plot->series[series].labels[point], "");
    text_add(out, "</title>");
}

void svg_mark(struct text *out, size_t series, double x, double y, double r, int32_t color)
{
    switch (series % 4) {
    case 0:
        svg_shape(out, "<circle cx=\"@\" cy=\"@\" r=\"@\"", x, y, r);
        break;
    case 1:
        svg_shape(out, "<rect x=\"@\" y=\"@\" width=\"@\" height=\"@\"", x - r, y - r, 2 * r,
                  2 * r);
        break;
    case 2:
        svg_shape(out, "<path d=\"M@ @L@ @L@ @Z\"", x, y - 1.3 * r, x + 1.2 * r, y + r, x - 1.2 * r,
                  y + r);
        break;
    default:
        svg_shape(out, "<path d=\"M@ @L@ @L@ @L@ @Z\"", x, y - 1.3 * r, x + 1.3 * r, y, x,
                  y + 1.3 * r, x - 1.3 * r, y);
    }
    svg_color(out, "fill", color);
    text_add(out, " stroke=\"#ffffff\"/>");
}

/* ---- scales ---- */

/* A round step that gives some five marks. */
static double round_step(double range)
{
    double rough = range / 5;
    double power = pow(10, floor(log10(rough)));
    double times = rough / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 2.5 ? 2.5 : times <= 5 ? 5 : 10);
}

struct svg_scale svg_scale_for(const struct chart_axis *axis, double low, double high, bool zero)
{
    struct svg_scale scale = {low, high, 0};
    scale.low = zero && low > 0 ? 0 : low;
    scale.high = zero && high < 0 ? 0 : high;
    scale.high = scale.high > scale.low ? scale.high : scale.low + 1;
    scale.low = axis->has_least ? axis->least : scale.low;
    scale.high = axis->has_most ? axis->most : scale.high;
    if (!(scale.high > scale.low)) {
        scale.high = scale.low + 1;
    }
    bool told = axis->has_step && axis->step > 0 && (scale.high - scale.low) / axis->step < MARKS;
    scale.step = told ? axis->step : round_step(scale.high - scale.low);
    if (!axis->has_least) {
        scale.low = floor(scale.low / scale.step + 1e-9) * scale.step;
    }
    if (!axis->has_most) {
        scale.high = ceil(scale.high / scale.step - 1e-9) * scale.step;
    }
    return scale;
}

double svg_scale_at(const struct svg_scale *scale, double value)
{
    double at = (value - scale->low) / (scale->high - scale->low);
    return at < 0 ? 0 : at > 1 ? 1 : at;
}

size_t svg_scale_marks(const struct svg_scale *scale)
{
    double marks = floor((scale->high - scale->low) / scale->step + 1e-9) + 1;
    return marks < MARKS ? (size_t)marks : MARKS;
}

void svg_scale_text(struct text *out, const struct svg_scale *scale, const struct chart_axis *axis,
                    size_t mark, bool english)
{
    double value = scale->low + (double)mark * scale->step;
    html_number_add(out, fabs(value) < scale->step / 1e6 ? 0 : value,
                    axis->format == NULL ? "" : axis->format, english);
}

/* ---- looks ---- */

/* Colours that differ in lightness too. */
static const int32_t palette[] = {0x14365C, 0x1F7A7A, 0xC8963E, 0x6B7FA8,
                                  0xA4332A, 0x7FB5B5, 0x4B5563, 0xE3C48D};
enum { PALETTE = sizeof palette / sizeof *palette };

int32_t svg_series_color(const struct plot *plot, size_t series)
{
    int32_t color = plot->series[series].look->color;
    return color >= 0 ? color : palette[series % PALETTE];
}

int32_t svg_point_color(const struct plot *plot, size_t series, size_t point, bool varied)
{
    const struct chart_series *look = plot->series[series].look;
    if (point < look->point_count && look->points[point] >= 0) {
        return look->points[point];
    }
    return varied ? palette[point % PALETTE] : svg_series_color(plot, series);
}

double svg_letters(const struct chart_axis *axis)
{
    return (axis->size > 0 ? axis->size : 9) / POINTS;
}
