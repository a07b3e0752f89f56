/* script_table: tables for scripts: the cells of CSV files and workbooks as JSON, and JSON as CSV. */
#ifndef SPBE_SCRIPT_TABLE_H
#define SPBE_SCRIPT_TABLE_H

#include "console.h"
#include "error.h"
#include "json.h"
#include "text.h"

/* Appends the cells of a file as a list of rows, each a list of texts; blank cells are "", rows end with their last
 * cell. A workbook is recognised by its first bytes; of a CSV file the separator is the most frequent of ";", ","
 * and tab in its first record.
 *
 * sheet: name or number (from 1) of a sheet; NULL = the first; not looked at for CSV.
 * Fails with SCRIPT_SHEET, SCRIPT_LONG, and as sheet_read and csv_read do. */
bool script_table_read(const struct text *bytes, const char *sheet, struct text *out,
                       struct error *err);

/* Appends a JSON list of rows as CSV: lines end with CRLF, cells stand in quotes where they must, and a text that a
 * spreadsheet would take for a formula gets an apostrophe in front. Fails with SCRIPT_ROWS. */
bool script_table_write(const struct json_text *rows, char separator, struct text *out,
                        struct error *err);

/* Prints a JSON list of rows in aligned columns, the first row as titles. A column stands right when all under its
 * title are numbers, percent or blank. Counts nothing against a budget: the caller does. Fails with SCRIPT_ROWS. */
bool script_table_show(const struct json_text *rows, const struct console *console,
                       struct error *err);

#endif
