/* table: rows and columns for people, aligned by what characters take on the screen.
 *
 * Columns are as wide as their widest cell; two spaces stand between them. On a terminal that is too
 * narrow the columns marked `gives` become narrower, the widest first, their text cut with "…"; in a
 * pipe or file nothing is ever cut. Cells are made safe as console_write makes them. No space ends a
 * line.
 *
 *     static const struct table_column columns[] = {
 *         {.title = N_("Aspect"), .gives = true},
 *         {.title = N_("Value"), .right = true},
 *     };
 *     struct table *table = table_new(columns, 2);
 *     table_cell(table, TONE_PLAIN, aspect->name);
 *     table_format(table, TONE_STRONG, "%s", value);
 *     table_print(table, &console);
 *     table_free(table);
 */
#ifndef SPBE_TABLE_H
#define SPBE_TABLE_H

#include "console.h"

#include <stdbool.h>
#include <stddef.h>

struct table_column {
    const char *title; /* N_(); translated when printed; NULL or "" for none */
    bool right;        /* numbers stand right */
    bool gives;        /* may be cut where the terminal is narrow */
};

struct table;

/* An empty table; `columns` is borrowed until table_free. */
struct table *table_new(const struct table_column *columns, size_t count);
/* Frees it; NULL is taken. */
void table_free(struct table *table);

/* The next cell, rows filled from left to right; the text is copied, NULL counts as "". */
void table_cell(struct table *table, enum console_tone tone, const char *text);
/* The next cell as printf makes it. */
void table_format(struct table *table, enum console_tone tone, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* The next cell, a difference rounded to `decimals` places: "+0,25" good, "-0,25" bad, "0" faint; "–" where it is
 * not known. */
void table_difference(struct table *table, bool known, struct fraction delta, int decimals);
/* Fills the row that was begun with empty cells; does nothing at the start of a row. */
void table_row_end(struct table *table);
/* A ruled line across, between two rows. The row must be complete. */
void table_rule(struct table *table);

/* Rows so far, without ruled lines. */
size_t table_rows(const struct table *table);

/* Writes titles (unless all are empty), a ruled line, and the rows. A row that was begun is filled. */
void table_print(struct table *table, const struct console *console);

#endif
