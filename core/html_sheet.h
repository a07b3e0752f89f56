/* html_sheet: one sheet of a drawing as a section of a page.
 *
 * The head of the sheet (html_layout) becomes the head of an HTML table, so that a browser repeats it on
 * paper; what stands above it becomes a table of its own with the same columns. The bands of a board become
 * parts of its table, which a narrow screen lays out each on its own. Every element is closed, and void ones are written
 * "<br/>", so that the page can be read as XML as well. */
#ifndef SPBE_HTML_SHEET_H
#define SPBE_HTML_SHEET_H

#include "html_book.h"
#include "html_grid.h"
#include "html_layout.h"
#include "html_style.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Appends the section of a sheet that is ready (html_book_ready), draining `out` into `file` as it grows.
 *
 * number:  of the section, from 1: its id is "s1".
 * english: decimal points, and words in English.
 * steps:   what conditions took so far; beyond LIMIT_PAGE_STEPS they are not looked at any more. */
void html_sheet_write(const struct html_book *book, const struct html_grid *grid,
                      const struct html_layout *layout, size_t number, bool english, size_t *steps,
                      struct text *out, FILE *file);

/* True when a sheet is seen: not hidden, and with something in it. */
bool html_sheet_seen(const struct html_sheet *sheet);

#endif
