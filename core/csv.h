/* csv: a table as text, its cells told one by one.
 *
 * As spreadsheet programs write it: cells by a separator, lines by LF or CRLF, cells in double quotes where
 * they hold one of these, "" for a quotation mark inside; a byte order mark and Excel's "sep=;" line in front
 * are understood. UTF-8 only. */
#ifndef SPBE_CSV_H
#define SPBE_CSV_H

#include "error.h"
#include "sheet_reader.h"

#include <stddef.h>

/* Tells the cells that are not blank, each as a text without the white space around it; `row` is the line on
 * which its record begins, `column` counts from 1.
 *
 * Fails with CSV_UTF8, CSV_QUOTE (a mark that never closes), CSV_CELLS (more than LIMIT_SHEET_CELLS, blank ones
 * too), with the line as place, or as `take` does. */
bool csv_read(const char *bytes, size_t length, char separator, sheet_take *take, void *context,
              struct error *err);

#endif
