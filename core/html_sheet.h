/* html_sheet: one sheet of a drawing as a section of a page.
 *
 * The rows that are printed at the top of each page, or the headings of the sheet's first table, become the
 * head of an HTML table, so that a browser repeats them too; what stands above them becomes a table of its
 * own with the same columns. Every element is closed, and void ones are written "<br/>", so that the page
 * can be read as XML as well. */
#ifndef SPBE_HTML_SHEET_H
#define SPBE_HTML_SHEET_H

#include "html_book.h"
#include "html_grid.h"
#include "html_style.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Appends the section of a sheet, draining `out` into `file` as it grows.
 *
 * number:  of the section, from 1: its id is "s1".
 * english: decimal points, and words in English.
 * steps:   what conditions took so far; beyond LIMIT_PAGE_STEPS they are not looked at any more. */
void html_sheet_write(const struct html_book *book, const struct html_grid *grid, size_t number,
                      bool english, size_t *steps, struct text *out, FILE *file);

/* How large a sheet is on paper, before it is shrunk. */
struct html_extent html_sheet_extent(const struct html_book *book, const struct html_grid *grid);

/* True when a sheet is seen: not hidden, and with something in it. */
bool html_sheet_seen(const struct html_sheet *sheet);

#endif
