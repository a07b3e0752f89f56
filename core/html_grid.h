/* html_grid: how the cells of a sheet stand in a table of HTML.
 *
 * A sheet has widths, heights, hidden rows and columns, merged cells, and pictures and charts that float
 * over cells; a table has none of the last. So a figure becomes a merged area of the cells that it covers,
 * where these are empty; where they are not, it follows the table. */
#ifndef SPBE_HTML_GRID_H
#define SPBE_HTML_GRID_H

#include "html_book.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* An area that is one cell of the table. */
struct html_span {
    uint32_t row, column, last_row, last_column;
    const struct html_chart *chart; /* what stands in it instead of the cell's text, or NULL */
    const struct html_image *image;
};

struct html_grid {
    const struct html_sheet *sheet;
    uint32_t columns, rows;  /* how many there are, hidden ones too; 0 = the sheet is empty */
    uint16_t *widths;        /* pixels, one a column; 0 = hidden */
    struct html_span *spans; /* by row and column; none overlap */
    size_t span_count;
    struct html_span *loose; /* figures that follow the table */
    size_t loose_count;
};

/* Works it out for a sheet that is ready; to html_grid_free. */
void html_grid_make(const struct html_sheet *sheet, struct html_grid *out);
/* Frees what it holds. */
void html_grid_free(struct html_grid *grid);

/* Height of a row in pixels; 0 = hidden. */
uint16_t html_grid_height(const struct html_grid *grid, uint32_t row);
/* How many columns from `first` to `last` are seen. */
uint32_t html_grid_seen_columns(const struct html_grid *grid, uint32_t first, uint32_t last);
/* How many rows from `first` to `last` are seen. */
uint32_t html_grid_seen_rows(const struct html_grid *grid, uint32_t first, uint32_t last);
/* Pixels of the columns from `first` to `last`. */
uint32_t html_grid_width(const struct html_grid *grid, uint32_t first, uint32_t last);
/* Width of a picture as it was drawn, in pixels. */
uint32_t html_grid_image_width(const struct html_image *image);

#endif
