#include "html_grid.h"

#include "gate.h"
#include "memory.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMN_PX = 64, ROW_PX = 20, FIGURE_ROWS = 5000, FIGURE_COLUMNS = 500 };

/* ---- rows and columns ---- */

static void reach(struct html_grid *grid, uint32_t row, uint32_t column)
{
    grid->rows = row + 1 > grid->rows ? row + 1 : grid->rows;
    grid->columns = column + 1 > grid->columns ? column + 1 : grid->columns;
}

/* A sheet goes to the last row and column with a cell, a merged area, or a part of a figure. */
static void find_size(struct html_grid *grid)
{
    const struct html_sheet *sheet = grid->sheet;
    const struct area *merges = sheet->merges.items;
    for (size_t i = 0; i < sheet->cell_count; i++) {
        reach(grid, sheet->cells[i].row, sheet->cells[i].column);
    }
    for (size_t i = 0; i < sheet->merges.count; i++) {
        reach(grid, merges[i].last_row, merges[i].last_column);
    }
}

/* Pixels of a column; 0 = hidden. */
static uint16_t told_width(const struct html_sheet *sheet, uint32_t column)
{
    uint16_t width = html_book_width(sheet, column);
    return width == HTML_PLAIN ? COLUMN_PX : width;
}

static void find_widths(struct html_grid *grid)
{
    grid->widths = memory_zero(grid->columns + 1, sizeof *grid->widths);
    for (uint32_t i = 0; i < grid->columns; i++) {
        grid->widths[i] = told_width(grid->sheet, i);
    }
}

uint16_t html_grid_height(const struct html_grid *grid, uint32_t row)
{
    uint16_t height = html_book_height(grid->sheet, row);
    return height == HTML_PLAIN ? ROW_PX : height;
}

uint32_t html_grid_seen_columns(const struct html_grid *grid, uint32_t first, uint32_t last)
{
    uint32_t seen = 0;
    for (uint32_t c = first; c <= last && c < grid->columns; c++) {
        seen += grid->widths[c] > 0;
    }
    return seen;
}

uint32_t html_grid_seen_rows(const struct html_grid *grid, uint32_t first, uint32_t last)
{
    uint32_t seen = 0;
    for (uint32_t r = first; r <= last; r++) {
        seen += html_grid_height(grid, r) > 0;
    }
    return seen;
}

uint32_t html_grid_width(const struct html_grid *grid, uint32_t first, uint32_t last)
{
    uint32_t sum = 0;
    for (uint32_t c = first; c <= last && c < grid->columns; c++) {
        sum += grid->widths[c];
    }
    return sum;
}

/* ---- merged areas and figures ---- */

static uint32_t big_endian(const char *bytes)
{
    const unsigned char *byte = (const unsigned char *)bytes;
    return (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
}

/* A side of a picture as drawn; `at` is where its header (PNG, part 11.2.2) has it. */
static uint32_t image_side(const struct html_image *image, size_t at)
{
    return (uint32_t)(big_endian(image->bytes + at) * image->scale + 0.5);
}

/* True when a figure of `size` pixels covers at least half of the next column or row, of `next` pixels,
 * where it has covered `done` before: what is covered less does not count, the figure is shrunk a little. */
static bool covers(uint32_t done, uint32_t size, uint32_t next)
{
    return done < size && (size - done) * 2 >= next;
}

/* Lets the grid go on as far as a figure of so many pixels covers it. */
static void reach_figure(struct html_grid *grid, const struct cell *cell, uint32_t width,
                         uint32_t height)
{
    uint32_t row = cell->row;
    uint32_t column = cell->column;
    uint32_t down = html_grid_height(grid, row);
    uint32_t across = told_width(grid->sheet, column);
    while (row - cell->row < FIGURE_ROWS && row + 1 < GATE_ROWS &&
           covers(down, height, html_grid_height(grid, row + 1))) {
        down += html_grid_height(grid, ++row);
    }
    while (column - cell->column < FIGURE_COLUMNS && column + 1 < GATE_COLUMNS &&
           covers(across, width, told_width(grid->sheet, column + 1))) {
        across += told_width(grid->sheet, ++column);
    }
    reach(grid, row, column);
}

static void reach_figures(struct html_grid *grid)
{
    const struct html_chart *charts = grid->sheet->charts.items;
    const struct html_image *images = grid->sheet->images.items;
    for (size_t i = 0; i < grid->sheet->charts.count; i++) {
        reach_figure(grid, &charts[i].cell, charts[i].chart.width, charts[i].chart.height);
    }
    for (size_t i = 0; i < grid->sheet->images.count; i++) {
        reach_figure(grid, &images[i].cell, image_side(&images[i], 16), image_side(&images[i], 20));
    }
}

static bool cross(const struct html_span *one, const struct html_span *other)
{
    return one->row <= other->last_row && other->row <= one->last_row &&
           one->column <= other->last_column && other->column <= one->last_column;
}

/* True when no cell with something in it lies in the span, nor another span. */
static bool is_free(const struct html_grid *grid, const struct html_span *span)
{
    for (size_t i = 0; i < grid->span_count; i++) {
        if (cross(&grid->spans[i], span)) {
            return false;
        }
    }
    for (size_t i = 0; i < grid->sheet->cell_count; i++) {
        const struct html_cell *cell = &grid->sheet->cells[i];
        if (cell->row > span->last_row) {
            break;
        }
        if (cell->row >= span->row && cell->column >= span->column &&
            cell->column <= span->last_column && cell->kind != HTML_BLANK) {
            return false;
        }
    }
    return true;
}

/* The cells that a figure of so many pixels covers from its corner on. */
static void cover(const struct html_grid *grid, struct html_span *span, uint32_t width,
                  uint32_t height)
{
    uint32_t across = 0;
    uint32_t down = 0;
    span->last_column = span->column;
    span->last_row = span->row;
    for (uint32_t c = span->column; c < grid->columns && covers(across, width, grid->widths[c]);
         c++) {
        across += grid->widths[c];
        span->last_column = c;
    }
    for (uint32_t r = span->row; r < grid->rows && r - span->row < FIGURE_ROWS &&
                                 covers(down, height, html_grid_height(grid, r));
         r++) {
        down += html_grid_height(grid, r);
        span->last_row = r;
    }
}

/* Gives a figure its place: among the spans, or behind the table. */
static void place_figure(struct html_grid *grid, struct html_span span)
{
    bool within = html_grid_seen_columns(grid, span.column, span.last_column) > 0 &&
                  html_grid_seen_rows(grid, span.row, span.last_row) > 0 && is_free(grid, &span);
    if (within) {
        grid->spans[grid->span_count++] = span;
    } else {
        grid->loose[grid->loose_count++] = span;
    }
}

uint32_t html_grid_image_width(const struct html_image *image)
{
    return image_side(image, 16);
}

static int by_corner(const void *one, const void *other)
{
    const struct html_span *a = one;
    const struct html_span *b = other;
    if (a->row != b->row) {
        return a->row < b->row ? -1 : 1;
    }
    return (a->column > b->column) - (a->column < b->column);
}

static void find_spans(struct html_grid *grid)
{
    const struct html_sheet *sheet = grid->sheet;
    const struct area *merges = sheet->merges.items;
    const struct html_chart *charts = sheet->charts.items;
    const struct html_image *images = sheet->images.items;
    size_t figures = sheet->charts.count + sheet->images.count;
    grid->spans = memory_zero(sheet->merges.count + figures + 1, sizeof *grid->spans);
    grid->loose = memory_zero(figures + 1, sizeof *grid->loose);
    for (size_t i = 0; i < sheet->merges.count; i++) {
        grid->spans[grid->span_count++] = (struct html_span){.row = merges[i].row,
                                                             .column = merges[i].column,
                                                             .last_row = merges[i].last_row,
                                                             .last_column = merges[i].last_column};
    }
    for (size_t i = 0; i < sheet->charts.count; i++) {
        struct html_span span = {
            .row = charts[i].cell.row, .column = charts[i].cell.column, .chart = &charts[i]};
        cover(grid, &span, charts[i].chart.width, charts[i].chart.height);
        place_figure(grid, span);
    }
    for (size_t i = 0; i < sheet->images.count; i++) {
        struct html_span span = {
            .row = images[i].cell.row, .column = images[i].cell.column, .image = &images[i]};
        cover(grid, &span, image_side(&images[i], 16), image_side(&images[i], 20));
        place_figure(grid, span);
    }
    if (grid->span_count > 1) {
        qsort(grid->spans, grid->span_count, sizeof *grid->spans, by_corner);
    }
}

void html_grid_make(const struct html_sheet *sheet, struct html_grid *out)
{
    *out = (struct html_grid){.sheet = sheet};
    find_size(out);
    reach_figures(out);
    find_widths(out);
    find_spans(out);
}

void html_grid_free(struct html_grid *grid)
{
    free(grid->widths);
    free(grid->spans);
    free(grid->loose);
    *grid = (struct html_grid){.sheet = NULL};
}
