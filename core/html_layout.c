#include "html_layout.h"

#include "html_paper.h"
#include "html_slot.h"
#include "memory.h"

#include <stdlib.h>

enum { STARTS = 64, FROZEN_ROWS = 12, NARROW_PX = 140, FREE_COLUMNS = 3 };
static const double HEAD_SHARE = 0.2; /* of the height of a page: a head may grow a little */

/* Where the cells of a row begin that show something, or of all rows of a band. */
struct starts {
    uint32_t columns[STARTS]; /* rising */
    size_t count;
    bool many; /* more than there is room for */
};

/* A sheet while its rows are read from the top. */
struct survey {
    const struct html_grid *grid;
    struct html_slots slots;
    struct html_layout *out;
    struct starts band, row, above; /* of the present band, the present row, the row before */
    uint32_t above_row;             /* LAYOUT_NONE: no band can begin there */
    uint32_t heading;               /* first of the rows of one cell right above, or LAYOUT_NONE */
    bool apart;                     /* nothing stands in the row above that */
    uint32_t last;                  /* the row that was read before */
    size_t most;                    /* cells of one row */
    size_t room;                    /* for bands */
};

/* ---- head ---- */

/* True when no span reaches over the edge above `row`. */
static bool is_edge(const struct html_grid *grid, uint32_t row)
{
    for (size_t i = 0; i < grid->span_count; i++) {
        if (grid->spans[i].row < row && grid->spans[i].last_row >= row) {
            return false;
        }
    }
    return true;
}

static bool has_figures(const struct html_grid *grid)
{
    return grid->sheet->charts.count + grid->sheet->images.count > 0;
}

/* Finds the rows of the head: those repeated on paper, else the headings of the first table, else those
 * that are frozen. The tables of a summary with figures have their headings where they stand. */
static void find_head(const struct html_grid *grid, struct html_layout *out)
{
    const struct html_sheet *sheet = grid->sheet;
    const struct area *tables = sheet->headings.items;
    const struct view *view = &sheet->view;
    out->head_first = 1;
    out->head_last = 0;
    if (sheet->has_page && sheet->page.repeat) {
        out->head_first = sheet->page.repeat_first;
        out->head_last = sheet->page.repeat_last;
    } else if (sheet->headings.count > 0 && !has_figures(grid)) {
        out->head_first = out->head_last = tables[0].row;
    } else if (view->frozen && view->row > 0 && view->row <= FROZEN_ROWS) {
        out->head_first = 0;
        out->head_last = view->row - 1;
    }
    if (out->head_first <= out->head_last &&
        (out->head_last + 1 >= grid->rows || !is_edge(grid, out->head_first) ||
         !is_edge(grid, out->head_last + 1))) {
        out->head_first = 1;
        out->head_last = 0;
    }
    out->head_stays =
        out->head_first <= out->head_last && view->frozen && view->row > out->head_first;
}

/* How many cells of a row hold something. */
static size_t count_shown(const struct html_grid *grid, uint32_t row)
{
    size_t count = 0;
    size_t shown = 0;
    const struct html_cell *cells = html_book_cells(grid->sheet, row, &count);
    for (size_t i = 0; i < count; i++) {
        shown += cells[i].kind != HTML_BLANK;
    }
    return shown;
}

/* Counts the rows on top of the head that hold one text at most: titles, and lines between. */
static void find_titles(const struct html_grid *grid, struct html_layout *out)
{
    uint32_t row = out->head_first;
    while (row < out->head_last && count_shown(grid, row) <= 1) {
        row++;
    }
    bool head = out->head_first <= out->head_last;
    out->titles = row - out->head_first;
    out->head_many = head && count_shown(grid, out->head_last) >= LAYOUT_MANY;
}

/* Browsers repeat a head on paper that is no higher than a quarter of it: of a higher one the titles are
 * printed once. */
static void fit_head(const struct html_grid *grid, struct html_layout *out)
{
    const struct page *page = html_paper_page(grid->sheet);
    struct area area = html_paper_area(grid);
    struct html_extent extent = {html_grid_width(grid, area.column, area.last_column), 0};
    double height = 0;
    for (uint32_t row = out->head_first; row <= out->head_last; row++) {
        height += html_grid_height(grid, row);
    }
    double most = html_paper_room(page).height * HEAD_SHARE;
    if (height * html_paper_zoom(page, &extent) > most &&
        is_edge(grid, out->head_first + out->titles)) {
        out->head_first += out->titles;
        out->titles = 0;
    }
}

/* ---- columns ---- */

uint16_t html_layout_width(const struct html_grid *grid, uint32_t column)
{
    return grid->widths[column] < NARROW_PX ? grid->widths[column] : NARROW_PX;
}

/* Of the columns that stay in sight, a narrow screen has room for one: the widest, which names the row. */
static void find_columns(const struct html_grid *grid, struct html_layout *out)
{
    const struct view *view = &grid->sheet->view;
    out->frozen = view->frozen && view->column < grid->columns ? view->column : 0;
    out->marked = out->board ? 0 : out->frozen > 0 ? out->frozen : FREE_COLUMNS;
    out->marked = out->marked < grid->columns ? out->marked : 0;
    out->narrow = LAYOUT_NONE;
    for (uint32_t c = 0; c < out->marked; c++) {
        if (grid->widths[c] > 0 &&
            (out->narrow == LAYOUT_NONE || grid->widths[c] > grid->widths[out->narrow])) {
            out->narrow = c;
        }
    }
}

/* ---- bands ---- */

size_t html_band_group(const struct html_band *band, uint32_t column)
{
    size_t group = 0;
    while (group + 1 < band->groups && band->starts[group + 1] <= column) {
        group++;
    }
    return group;
}

static bool is_figure(const struct html_slot *slot)
{
    return slot->span != NULL && (slot->span->chart != NULL || slot->span->image != NULL);
}

/* Notes where the cells of the present row begin; returns how many figures do. */
static size_t read_starts(struct survey *s)
{
    size_t figures = 0;
    s->row = (struct starts){.count = 0};
    for (size_t i = 0; i < s->slots.count; i++) {
        const struct html_slot *slot = &s->slots.slots[i];
        if (!html_slot_shows(slot)) {
            continue;
        }
        figures += is_figure(slot);
        if (s->row.count < STARTS) {
            s->row.columns[s->row.count++] = slot->column;
        } else {
            s->row.many = true;
        }
    }
    s->most = s->row.count > s->most ? s->row.count : s->most;
    return figures;
}

/* True when each start of one is a start of the other. */
static bool lies_in(const struct starts *one, const struct starts *other)
{
    size_t at = 0;
    for (size_t i = 0; i < one->count; i++) {
        while (at < other->count && other->columns[at] < one->columns[i]) {
            at++;
        }
        if (at == other->count || other->columns[at] != one->columns[i]) {
            return false;
        }
    }
    return !one->many && !other->many;
}

/* Begins a band at a row; one that begins there already is taken over. */
static struct html_band *begin_band(struct survey *s, uint32_t row)
{
    struct html_layout *out = s->out;
    bool again = out->band_count > 0 && out->bands[out->band_count - 1].row == row;
    if (!again && out->band_count == s->room) {
        s->room = s->room == 0 ? 16 : 2 * s->room;
        out->bands = memory_resize(out->bands, s->room, sizeof *out->bands);
    }
    struct html_band *band = &out->bands[again ? out->band_count - 1 : out->band_count++];
    *band = (struct html_band){.row = row, .groups = 1};
    return band;
}

/* Makes a band of the figures that begin in a row, and of the row above when it has a heading for each. */
static void begin_figures(struct survey *s, uint32_t row)
{
    struct html_band made = {.row = row, .figures = true};
    for (size_t i = 0; i < s->slots.count && made.groups < LAYOUT_GROUPS; i++) {
        if (is_figure(&s->slots.slots[i]) && !s->slots.slots[i].covered) {
            made.starts[made.groups++] = s->slots.slots[i].column;
        }
    }
    bool headed = made.groups > 1 && s->above_row != LAYOUT_NONE && s->above.count <= made.groups;
    for (size_t i = 1; headed && i < s->above.count; i++) {
        headed = html_band_group(&made, s->above.columns[i]) !=
                 html_band_group(&made, s->above.columns[i - 1]);
    }
    made.row = headed && s->above.count > 0 ? s->above_row : row;
    *begin_band(s, made.row) = made;
}

/* Puts a row of several cells into the present band, or begins one with the headings right above it: it
 * fits where it has no column of its own, and below another such row where it divides its columns; not
 * where the headings stand apart from what is above them. */
static void add_cells(struct survey *s, uint32_t row, bool clean)
{
    bool divides = lies_in(&s->band, &s->row);
    bool headed = s->heading != LAYOUT_NONE;
    bool fits = lies_in(&s->row, &s->band) ? !headed || !s->apart : divides && !headed;
    bool begins = clean && !fits;
    if (begins) {
        begin_band(s, headed ? s->heading : row);
    }
    if (begins || divides) {
        s->band = s->row;
    }
    s->out->bands[s->out->band_count - 1].many |= s->row.count >= LAYOUT_MANY;
    s->heading = LAYOUT_NONE;
}

/* Puts the present row where it belongs. clean: no cell reaches into it from above. */
static void add_row(struct survey *s, uint32_t row, bool clean)
{
    size_t figures = read_starts(s);
    const struct html_layout *out = s->out;
    if (out->head_first <= out->head_last && row >= out->head_first) {
        return; /* from the head on the sheet is one table */
    }
    if (clean && figures > 0) {
        begin_figures(s, row);
        s->heading = LAYOUT_NONE;
    } else if (clean && (out->band_count == 0 || out->bands[out->band_count - 1].figures)) {
        begin_band(s, row);
        s->band = s->row;
        s->heading = LAYOUT_NONE;
    } else if (s->row.count > 1) {
        add_cells(s, row, clean);
    } else if (clean && s->row.count == 1 && s->heading == LAYOUT_NONE) {
        s->heading = row;
        s->apart = row > s->last + 1;
    }
    s->last = row;
    s->above = s->row;
    s->above_row = clean && figures == 0 ? row : LAYOUT_NONE;
}

/* The next row from `row` on, before `end`, in which a cell or a span begins; `end` when there is none. */
static uint32_t next_row(const struct survey *s, uint32_t row, uint32_t end, size_t *cell,
                         size_t *span)
{
    const struct html_sheet *sheet = s->grid->sheet;
    while (*cell < sheet->cell_count && sheet->cells[*cell].row < row) {
        (*cell)++;
    }
    while (*span < s->grid->span_count && s->grid->spans[*span].row < row) {
        (*span)++;
    }
    uint32_t next = end;
    if (*cell < sheet->cell_count && sheet->cells[*cell].row < next) {
        next = sheet->cells[*cell].row;
    }
    if (*span < s->grid->span_count && s->grid->spans[*span].row < next) {
        next = s->grid->spans[*span].row;
    }
    return next;
}

/* Reads the rows before `end`. */
static void read_rows(struct survey *s, uint32_t end)
{
    const struct html_sheet *sheet = s->grid->sheet;
    size_t cell = 0;
    size_t span = 0;
    for (uint32_t row = next_row(s, 0, end, &cell, &span); row < end;
         row = next_row(s, row + 1, end, &cell, &span)) {
        size_t count = 0;
        bool clean = !html_slots_reach(&s->slots, row);
        while (cell + count < sheet->cell_count && sheet->cells[cell + count].row == row) {
            count++;
        }
        if (html_grid_height(s->grid, row) > 0) {
            html_slots_row(&s->slots, row, sheet->cells + cell, count);
            add_row(s, row, clean);
        }
    }
}

void html_layout_make(const struct html_book *book, const struct html_grid *grid,
                      struct html_layout *out)
{
    *out = (struct html_layout){.board = false};
    find_head(grid, out);
    find_titles(grid, out);
    fit_head(grid, out);
    const struct view *view = &grid->sheet->view;
    bool wide = view->frozen && view->column > 0; /* maybe a very long table, too */
    bool head = out->head_first <= out->head_last;
    struct survey s = {.grid = grid, .out = out, .above_row = LAYOUT_NONE, .heading = LAYOUT_NONE};
    html_slots_begin(&s.slots, book, grid);
    read_rows(&s, !wide ? grid->rows : head ? out->head_first : 0);
    html_slots_free(&s.slots);
    out->board = !wide && (has_figures(grid) || s.most <= LAYOUT_BOARD);
    out->band_count = out->board || head ? out->band_count : 0;
    find_columns(grid, out);
}

void html_layout_free(struct html_layout *layout)
{
    free(layout->bands);
    layout->bands = NULL;
}
