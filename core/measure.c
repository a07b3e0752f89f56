#include "measure.h"

#include <string.h>

enum { PRINTABLE = 95, KNOWN = 128 };

/* Widths of the printable ASCII characters in thousandths of the size (Adobe's published metrics of
 * Helvetica and Helvetica-Bold). */
static const short widths[2][PRINTABLE] = {
    {278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
     556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
     1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
     667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
     333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
     556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584},
    {278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
     556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
     975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
     667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
     333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
     611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584}};

enum {
    OTHER = 600,      /* letters beyond ASCII: most are letters with marks, dashes and quotes */
    WIDE = 1000,      /* and those of three bytes and more that may be pictures or ideographs */
    CHARACTER_PX = 7, /* of the standard font, at 96 pixels an inch */
    EDGES_PX = 3      /* that a cell keeps free beyond the five it adds itself */
};
static const double SPARE = 1.03; /* programs differ in hinting and kerning */

/* Width of the character at `bytes` in thousandths; *size is its bytes. */
static int advance(const char *bytes, size_t length, bool bold, size_t *size)
{
    unsigned char lead = (unsigned char)bytes[0];
    *size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    *size = *size > length ? length : *size;
    if (lead >= 0x20 && lead < 0x7F) {
        return widths[bold ? 1 : 0][lead - 0x20];
    }
    return lead < 0x80 ? 0 : *size < 3 || lead == 0xE2 ? OTHER : WIDE;
}

static double pixels(double thousandths, double size)
{
    return thousandths * size * 96.0 / 72.0 / 1000.0;
}

double measure_width(const char *bytes, size_t length, double size, bool bold)
{
    double sum = 0;
    size_t step = 0;
    for (size_t at = 0; at < length; at += step) {
        sum += advance(bytes + at, length - at, bold, &step);
    }
    return pixels(sum, size);
}

/* The room that a character takes, in pixels. The same few come again and again: what was worked out for one
 * of ASCII is kept in *known, 0 where it was not yet. */
static double character_pixels(const char *bytes, size_t length, double size, bool bold,
                               double known[KNOWN], size_t *step)
{
    unsigned char lead = (unsigned char)bytes[0];
    if (lead < KNOWN && known[lead] > 0) {
        *step = 1;
        return known[lead];
    }
    double width = pixels(advance(bytes, length, bold, step), size) * SPARE;
    if (lead < KNOWN) {
        known[lead] = width;
    }
    return width;
}

/* Lines of one paragraph: words go to the next line where they do not fit; a word that is longer than a
 * line is broken anywhere. */
static size_t paragraph_lines(const char *bytes, size_t length, double room, double size, bool bold,
                              double known[KNOWN])
{
    size_t lines = 1;
    double used = 0; /* of the present line */
    double word = 0; /* since the last place to break at */
    size_t step = 0;
    for (size_t at = 0; at < length; at += step) {
        double width = character_pixels(bytes + at, length - at, size, bold, known, &step);
        bool space = bytes[at] == ' ';
        if (used + width > room && !space && used > 0) {
            lines++;
            used = word < used ? word : 0;
            word = used;
        }
        used += width;
        word = space || bytes[at] == '-' ? 0 : word + width;
    }
    return lines;
}

size_t measure_lines(const char *bytes, size_t length, double width, double size, bool bold)
{
    double room = width * CHARACTER_PX + 5 - EDGES_PX - 5;
    room = room < CHARACTER_PX ? CHARACTER_PX : room;
    double known[KNOWN] = {0};
    size_t lines = 0;
    size_t start = 0;
    while (start <= length) {
        const char *end = memchr(bytes + start, '\n', length - start);
        size_t at = end == NULL ? length : (size_t)(end - bytes);
        lines += paragraph_lines(bytes + start, at - start, room, size, bold, known);
        start = at + 1;
    }
    return lines;
}
