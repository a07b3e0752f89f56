/* html_range: the cells that a reference of a drawing means. */
#ifndef SPBE_HTML_RANGE_H
#define SPBE_HTML_RANGE_H

#include "html_book.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Cells of one sheet. */
struct html_range {
    const struct html_sheet *sheet;
    uint32_t row, column, last_row, last_column;
};

/* One cell of a reference as written: "$B3". */
struct html_corner {
    uint32_t row, column;
    bool row_fixed, column_fixed;
};

/* Reads the cell at the start of `text` ("$B$3"); the bytes it takes, 0 when there is none. */
size_t html_range_corner(const char *text, struct html_corner *out);
/* Reads a sheet's name and its "!" at the start of `text` ("Data!", "'Data ''24'!"); the bytes they take,
 * 0 when there is none. *sheet is NULL when the book has no such sheet. */
size_t html_range_sheet(const struct html_book *book, const char *text,
                        const struct html_sheet **sheet);
/* Finds what a whole reference means: "=Data!$B$2:$B$9", or a name that was defined. `here` is the sheet
 * of one without a sheet. False when it means nothing. */
bool html_range_find(const struct html_book *book, const struct html_sheet *here, const char *text,
                     struct html_range *out);
/* How many cells it has, at most `most`. */
size_t html_range_count(const struct html_range *range, size_t most);
/* The nth cell, row by row; NULL where nothing was written. */
const struct html_cell *html_range_cell(const struct html_range *range, size_t n);

#endif
