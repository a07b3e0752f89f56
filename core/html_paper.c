#include "html_paper.h"

#include "measure.h"

enum { A4_WIDTH = 210, A4_HEIGHT = 297 }; /* millimetres */
enum { LETTERS_PT = 10, CHARACTER_PX = 7, EDGES_PX = 5 };
static const double MILLIMETRES = 25.4;       /* an inch */
static const double PIXELS = 96;              /* an inch */
static const double SPARE = 0.985;            /* letters differ from machine to machine */
static const double LINE_PX = 1.15 * 96 / 72; /* of a line of one point, as html_style has it */

const struct page *html_paper_page(const struct html_sheet *sheet)
{
    static const struct page plain = {.left = 0.6, .right = 0.6, .top = 0.6, .bottom = 0.7};
    return sheet->has_page ? &sheet->page : &plain;
}

struct area html_paper_area(const struct html_grid *grid)
{
    const struct page *page = &grid->sheet->page;
    struct area area = {0, 0, 0, grid->rows - 1, grid->columns - 1};
    if (page->only) {
        area.row = page->area.row;
        area.column = page->area.column;
        area.last_row = page->area.last_row < area.last_row ? page->area.last_row : area.last_row;
        area.last_column =
            page->area.last_column < area.last_column ? page->area.last_column : area.last_column;
    }
    return area;
}

/* ---- how large ---- */

/* The merged area of one row that a cell is the first of, or NULL; *tall: of several rows. */
static const struct html_span *span_of(const struct html_grid *grid, const struct html_cell *cell,
                                       bool *tall)
{
    for (size_t i = 0; i < grid->span_count && grid->spans[i].row <= cell->row; i++) {
        const struct html_span *span = &grid->spans[i];
        if (span->row == cell->row && span->column == cell->column) {
            *tall = span->last_row > span->row;
            return span;
        }
    }
    return NULL;
}

/* How many lines the text of a cell takes where it stands. */
static size_t lines_of(const struct html_grid *grid, const struct html_cell *cell,
                       const struct style *style, double size)
{
    bool tall = false;
    bool boxed = style != NULL && (style->wrap || style->fill >= 0 || style->bottom != LINE_NONE);
    const struct html_span *span = span_of(grid, cell, &tall);
    bool turned = style != NULL && style->rotation != 0;
    if (cell->kind != HTML_TEXT || tall || turned || (span == NULL && !boxed)) {
        return 1; /* a text without a box runs on */
    }
    uint32_t width =
        html_grid_width(grid, cell->column, span == NULL ? cell->column : span->last_column);
    double room = ((double)width - EDGES_PX) / CHARACTER_PX;
    return measure_lines(cell->text, cell->length, room, size, style != NULL && style->bold);
}

/* Pixels that a row needs beyond its height. wraps: for all lines, else for its largest letters. */
static uint32_t beyond(const struct html_book *book, const struct html_grid *grid,
                       const struct html_cell *cells, size_t count, bool wraps)
{
    double most = 0;
    uint16_t height = html_grid_height(grid, cells->row);
    for (size_t i = 0; i < count; i++) {
        const struct style *style = html_book_look(book, cells[i].style);
        double size = style != NULL && style->size > 0 ? style->size : LETTERS_PT;
        double lines = wraps ? (double)lines_of(grid, &cells[i], style, size) : 1;
        most = cells[i].kind != HTML_BLANK && size * lines > most ? size * lines : most;
    }
    double need = most * LINE_PX + 1;
    return height > 0 && most > 0 && need > height ? (uint32_t)(need - height) + 1 : 0;
}

struct html_extent html_paper_extent(const struct html_book *book, const struct html_grid *grid)
{
    struct area area = html_paper_area(grid);
    struct html_extent extent = {html_grid_width(grid, area.column, area.last_column), 0};
    uint64_t height = 0;
    bool wraps = html_paper_page(grid->sheet)->fit_height > 0;
    for (uint32_t row = area.row; row <= area.last_row && row < grid->rows; row++) {
        height += html_grid_height(grid, row);
    }
    for (size_t i = 0; i < grid->sheet->cell_count;) {
        size_t count = 0;
        const struct html_cell *cells =
            html_book_cells(grid->sheet, grid->sheet->cells[i].row, &count);
        bool within = cells->row >= area.row && cells->row <= area.last_row;
        height += within ? beyond(book, grid, cells, count, wraps) : 0;
        i += count;
    }
    extent.height = height < UINT32_MAX ? (uint32_t)height : UINT32_MAX;
    return extent;
}

/* ---- fitting ---- */

struct html_room html_paper_room(const struct page *page)
{
    double across = (page->landscape ? A4_HEIGHT : A4_WIDTH) / MILLIMETRES;
    double down = (page->landscape ? A4_WIDTH : A4_HEIGHT) / MILLIMETRES;
    double width = (across - page->left - page->right) * PIXELS;
    double height = (down - page->top - page->bottom) * PIXELS;
    return (struct html_room){width < 1 ? 1 : width, height < 1 ? 1 : height};
}

double html_paper_zoom(const struct page *page, const struct html_extent *extent)
{
    struct html_room room = html_paper_room(page);
    double width = room.width * (page->fit_width > 1 ? page->fit_width : 1);
    double height = room.height * page->fit_height;
    double zoom = extent->width > width ? width / extent->width : 1;
    if (page->fit_height > 0 && extent->height * zoom > height * SPARE) {
        zoom = height * SPARE / extent->height;
    }
    return zoom;
}
