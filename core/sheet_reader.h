/* sheet_reader: the cells of a sheet, told one by one.
 *
 *     struct sheet_book book;
 *     bool ok = sheet_book_open(&book, bytes, length, err) && sheet_read(&book, 0, take, context, err);
 *     sheet_book_close(&book);
 *
 * Cells come in the order of rows, then columns; empty ones are left out. Nothing is computed: of a
 * formula the value is told that was saved with it, and that it was a formula. */
#ifndef SPBE_SHEET_READER_H
#define SPBE_SHEET_READER_H

#include "error.h"
#include "sheet_book.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum sheet_kind {
    SHEET_TEXT,   /* text: shared, inline, rich, or the result of a formula */
    SHEET_NUMBER, /* the number as it stands in the file: "3", "2.5", "1E-3" */
    SHEET_DATE,   /* a day, "2023-05-01" */
    SHEET_FLAG,   /* "1" or "0" */
    SHEET_ERROR   /* "#N/A" */
};

struct sheet_cell {
    uint32_t row, column; /* from 1 */
    enum sheet_kind kind;
    bool formula;     /* `text` is what was saved with it; it may be empty */
    const char *text; /* `length` bytes of UTF-8 and a NUL, valid during the call */
    size_t length;
};

/* Told of each cell; false: has set the error, stop. */
typedef bool sheet_take(void *context, const struct sheet_cell *cell, struct error *err);

/* Reads a sheet by its position; one without cells (a chart) tells nothing. Places are "Lembar1!B7", or the
 * part's name. Fails as archive_read and xml_feed do, as `take` does, and with
 *
 * SHEET_PLACE    no cell of the grid                SHEET_ORDER  a row or cell comes twice or too late
 * SHEET_STRING   a text that is not there           SHEET_TYPE, SHEET_VALUE  no cell of the format
 * SHEET_CELLS, SHEET_CELL_LONG, SHEET_TEXT          limits, the last over all sheets that were read */
bool sheet_read(struct sheet_book *book, size_t position, sheet_take *take, void *context,
                struct error *err);

/* Appends a column's letters: 1 is "A", 28 is "AB". */
void sheet_add_column(struct text *out, uint32_t column);

#endif
