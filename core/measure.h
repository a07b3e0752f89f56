/* measure: how much room a text takes in a cell.
 *
 * Spreadsheet files say how high a row is; no program works it out on opening for merged cells, nor on
 * paper. So templates ask here. The letters measured are those of Arial (Helvetica, Liberation Sans),
 * whose widths are the same everywhere; the answer is rather too large than too small. */
#ifndef SPBE_MEASURE_H
#define SPBE_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

/* How many lines a text takes.
 *
 * bytes: valid UTF-8; "\n" begins a new line; words are kept together where they fit.
 * width: of the column, in characters of the standard font (as workbook_columns takes it).
 * size:  of the letters, in points.
 * At least 1, also for an empty text or a width of nothing. */
size_t measure_lines(const char *bytes, size_t length, double width, double size, bool bold);

/* Width of a text on one line, in pixels (96 an inch). */
double measure_width(const char *bytes, size_t length, double size, bool bold);

#endif
