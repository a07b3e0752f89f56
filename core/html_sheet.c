#include "html_sheet.h"

#include "html_condition.h"
#include "html_figure.h"
#include "html_number.h"
#include "html_text.h"
#include "measure.h"
#include "memory.h"

#include <stdlib.h>

enum { DRAIN_BYTES = 65536, GAP_PX = 48, CELL_PX = 6, LETTERS_PT = 10 };
static const double LINE_PX = 1.15 * 96 / 72; /* of a line of one point, as html_style has it */

/* One cell of a row of the table, or a place that a cell above takes. */
struct slot {
    uint32_t column, last;
    const struct html_cell *cell; /* NULL for a figure, or nothing written */
    const struct html_span *span; /* NULL for a plain cell */
    bool covered;                 /* begun in a row above */
};

/* A span that reaches into the present row. */
struct open_span {
    const struct html_span *span;
    bool begun;
};

/* A section while it is written. */
struct writer {
    const struct html_book *book;
    const struct html_grid *grid;
    const struct html_sheet *sheet;
    struct text *out;
    FILE *file;
    size_t number;
    bool english;
    struct html_conditions conditions;
    struct open_span *open; /* by column */
    size_t open_count, next_span;
    struct slot *slots;
    size_t slot_count;
    uint32_t head_first, head_last; /* rows of the table's head; first > last: none */
};

bool html_sheet_seen(const struct html_sheet *sheet)
{
    return !sheet->view.hidden &&
           (sheet->cell_count > 0 || sheet->charts.count > 0 || sheet->images.count > 0);
}

/* The columns and rows that are printed: all, or those of the print area. */
static struct area printed(const struct html_grid *grid)
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

/* Pixels that a row needs beyond its height, for its largest letters. */
static uint32_t beyond(const struct html_book *book, const struct html_grid *grid,
                       const struct html_cell *cells, size_t count)
{
    double most = 0;
    uint16_t height = html_grid_height(grid, cells->row);
    for (size_t i = 0; i < count; i++) {
        const struct style *style = html_book_look(book, cells[i].style);
        double size = style != NULL && style->size > 0 ? style->size : LETTERS_PT;
        most = cells[i].kind != HTML_BLANK && size > most ? size : most;
    }
    double need = most * LINE_PX + 1;
    return height > 0 && most > 0 && need > height ? (uint32_t)(need - height) + 1 : 0;
}

struct html_extent html_sheet_extent(const struct html_book *book, const struct html_grid *grid)
{
    struct area area = printed(grid);
    struct html_extent extent = {html_grid_width(grid, area.column, area.last_column), 0};
    uint64_t height = 0;
    for (uint32_t row = area.row; row <= area.last_row && row < grid->rows; row++) {
        height += html_grid_height(grid, row);
    }
    for (size_t i = 0; i < grid->sheet->cell_count;) {
        size_t count = 0;
        const struct html_cell *cells =
            html_book_cells(grid->sheet, grid->sheet->cells[i].row, &count);
        bool within = cells->row >= area.row && cells->row <= area.last_row;
        height += within ? beyond(book, grid, cells, count) : 0;
        i += count;
    }
    extent.height = height < UINT32_MAX ? (uint32_t)height : UINT32_MAX;
    return extent;
}

/* ---- which cells a row has ---- */

/* Adds the spans that begin in or before a row, keeping the open ones by column; drops what has ended. */
static void open_spans(struct writer *w, uint32_t row)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->open_count; i++) {
        if (w->open[i].span->last_row >= row) {
            w->open[kept++] = w->open[i];
        }
    }
    w->open_count = kept;
    for (; w->next_span < w->grid->span_count && w->grid->spans[w->next_span].row <= row;
         w->next_span++) {
        const struct html_span *span = &w->grid->spans[w->next_span];
        size_t at = w->open_count;
        if (span->last_row < row) {
            continue;
        }
        for (; at > 0 && w->open[at - 1].span->column > span->column; at--) {
            w->open[at] = w->open[at - 1];
        }
        w->open[at] = (struct open_span){span, false};
        w->open_count++;
    }
}

static void add_slot(struct writer *w, const struct slot *slot)
{
    w->slots[w->slot_count++] = *slot;
}

/* Adds what an open span makes of the present row. */
static void add_span_slot(struct writer *w, struct open_span *open)
{
    const struct html_span *span = open->span;
    bool figure = span->chart != NULL || span->image != NULL;
    const struct html_cell *cell =
        figure || open->begun ? NULL : html_book_cell(w->sheet, span->row, span->column);
    add_slot(w, &(struct slot){span->column, span->last_column, cell, span, open->begun});
    open->begun = true;
}

/* Sets the slots of a row, by column, from its cells and the open spans. */
static void fill_slots(struct writer *w, const struct html_cell *cells, size_t count)
{
    size_t span = 0;
    w->slot_count = 0;
    for (size_t i = 0; i < count || span < w->open_count;) {
        const struct html_span *next = span < w->open_count ? w->open[span].span : NULL;
        if (i == count || (next != NULL && next->column <= cells[i].column)) {
            add_span_slot(w, &w->open[span++]);
            while (i < count && cells[i].column <= next->last_column) {
                i++;
            }
        } else {
            add_slot(w, &(struct slot){cells[i].column, cells[i].column, &cells[i], NULL, false});
            i++;
        }
    }
}

/* ---- texts that need more than their cell ---- */

static bool is_bare(const struct style *style)
{
    return style == NULL ||
           (style->fill < 0 && style->top == LINE_NONE && style->bottom == LINE_NONE &&
            style->left == LINE_NONE && style->right == LINE_NONE);
}

/* Pixels that the text of a cell needs on one line; 0 when it may take several, or is no text. */
static double needed(const struct writer *w, const struct html_cell *cell)
{
    const struct style *style = html_book_look(w->book, cell->style);
    bool wraps = style != NULL && (style->wrap || style->align == ALIGN_RIGHT);
    if (cell->kind != HTML_TEXT || wraps) {
        return 0;
    }
    double size = style != NULL && style->size > 0 ? style->size : LETTERS_PT;
    return measure_width(cell->text, cell->length, size, style != NULL && style->bold) + CELL_PX +
           (style == NULL ? 0 : 9.0 * style->indent);
}

/* Lets the text of a plain cell run on over empty cells to its right, as spreadsheets do. */
static void run_on(struct writer *w, size_t at)
{
    struct slot *slot = &w->slots[at];
    const struct style *style = html_book_look(w->book, slot->cell->style);
    double need = needed(w, slot->cell);
    double room = w->grid->widths[slot->column];
    bool across = style != NULL && style->align == ALIGN_ACROSS;
    for (size_t next = at + 1; (across || room < need) && slot->last + 1 < w->grid->columns;) {
        struct slot *other = next < w->slot_count ? &w->slots[next] : NULL;
        if (other != NULL && other->column == slot->last + 1) {
            bool blank = other->span == NULL && other->cell->kind == HTML_BLANK &&
                         other->cell->style == slot->cell->style;
            if (!blank) {
                return;
            }
            other->covered = true;
            next++;
        } else if (across || !is_bare(style)) {
            return;
        }
        slot->last++;
        room += w->grid->widths[slot->last];
    }
}

/* ---- cells ---- */

static void add_link(struct writer *w, const struct html_cell *cell)
{
    const struct cell *target = (const struct cell *)w->sheet->links.items + (cell->link - 1);
    const struct html_sheet *sheet = html_book_at(w->book, target->sheet);
    size_t count = 0;
    size_t number = 0;
    for (size_t i = 0; i <= target->sheet; i++) {
        number += html_sheet_seen(html_book_at(w->book, i));
    }
    html_book_cells(sheet, target->row, &count);
    bool seen = html_sheet_seen(sheet);
    if (seen && count > 0) {
        text_format(w->out, "<a href=\"#s%zur%u\">", number, target->row + 1);
    } else if (seen) {
        text_format(w->out, "<a href=\"#s%zu\">", number);
    }
    html_text_add(w->out, cell->text, cell->length);
    text_add(w->out, seen ? "</a>" : "");
}

/* match: what conditions make of the cell; an empty one that they mark gets a dash, for those who do not
 * see the colour. */
static void add_content(struct writer *w, const struct html_cell *cell, const struct style *style,
                        const struct html_match *match)
{
    bool turned = style != NULL && (style->rotation >= 45 || style->rotation <= -45);
    if (turned) {
        text_add(w->out, style->rotation > 0 ? "<span class=\"v u\">" : "<span class=\"v\">");
    }
    if (cell->kind == HTML_NUMBER) {
        html_number_add(w->out, cell->number, style == NULL ? "" : style->format, w->english);
    } else if (cell->kind == HTML_TEXT && cell->link > 0) {
        add_link(w, cell);
    } else if (cell->kind == HTML_TEXT) {
        html_text_add(w->out, cell->text, cell->length);
    } else if (match->style > 0) {
        text_add(w->out, "–");
    }
    text_add(w->out, turned ? "</span>" : "");
}

/* True when a column lies outside of what is printed. */
static bool is_screen_only(const struct writer *w, uint32_t column)
{
    const struct page *page = &w->sheet->page;
    return page->only && (column < page->area.column || column > page->area.last_column);
}

static void add_classes(struct writer *w, const struct slot *slot, const struct style *style,
                        const struct html_match *match)
{
    const struct html_cell *cell = slot->cell;
    bool number = cell != NULL && cell->kind == HTML_NUMBER;
    text_add(w->out, " class=\"");
    if (cell != NULL && cell->style > 0) {
        text_format(w->out, "s%d ", cell->style);
    }
    if (match->style > 0) {
        text_format(w->out, "k%d ", match->style);
    }
    text_add(w->out, slot->span != NULL && cell == NULL ? "f " : "");
    text_add(w->out, number && (style == NULL || style->align == ALIGN_NONE) ? "n " : "");
    text_add(w->out, is_screen_only(w, slot->column) ? "p " : "");
    size_t end = w->out->length - 1;
    if (w->out->bytes[end] == ' ') {
        w->out->bytes[end] = '"';
    } else { /* none: take the attribute back */
        w->out->length -= strlen(" class=\"");
        w->out->bytes[w->out->length] = '\0';
    }
}

/* The colours that a condition works out for this cell alone. */
static void add_colors(struct writer *w, const struct html_match *match)
{
    if (match->fill < 0 && match->bar < 0) {
        return;
    }
    text_add(w->out, " style=\"background:");
    if (match->bar >= 0) {
        text_add(w->out, "linear-gradient(90deg,");
        html_text_color(w->out, match->bar);
        text_add_byte(w->out, ' ');
        html_text_number(w->out, match->share * 100);
        text_add(w->out, "%,transparent 0)");
    } else {
        html_text_color(w->out, match->fill);
    }
    text_add_byte(w->out, '"');
}

static void add_cell(struct writer *w, const struct slot *slot, uint32_t row, bool heading)
{
    static const struct html_match no_match = {0, -1, -1, 0};
    const struct html_match match =
        slot->cell == NULL ? no_match : html_conditions_match(&w->conditions, slot->cell);
    const struct html_span *span = slot->span;
    const char *tag = heading && slot->cell != NULL && slot->cell->kind != HTML_BLANK ? "th" : "td";
    const struct style *style =
        slot->cell == NULL ? NULL : html_book_look(w->book, slot->cell->style);
    uint32_t across = html_grid_seen_columns(w->grid, slot->column, slot->last);
    uint32_t down = span == NULL ? 1 : html_grid_seen_rows(w->grid, row, span->last_row);
    if (across == 0) {
        return;
    }
    text_format(w->out, "<%s", tag);
    add_classes(w, slot, style, &match);
    add_colors(w, &match);
    text_add(w->out, tag[1] == 'h' ? " scope=\"col\"" : "");
    if (across > 1) {
        text_format(w->out, " colspan=\"%u\"", across);
    }
    if (down > 1) {
        text_format(w->out, " rowspan=\"%u\"", down);
    }
    text_add_byte(w->out, '>');
    if (slot->cell != NULL) {
        add_content(w, slot->cell, style, &match);
    } else if (span != NULL && (span->chart != NULL || span->image != NULL)) {
        html_figure_write(w->book, w->sheet, span, w->english, w->out);
    }
    text_format(w->out, "</%s>", tag);
}

/* The empty cells between two places. */
static void add_gap(struct writer *w, uint32_t first, uint32_t last)
{
    uint32_t across = first > last ? 0 : html_grid_seen_columns(w->grid, first, last);
    if (across == 1) {
        text_add(w->out, "<td></td>");
    } else if (across > 1) {
        text_format(w->out, "<td colspan=\"%u\"></td>", across);
    }
}

/* ---- rows ---- */

/* True when a row holds headings of a table. */
static bool is_heading(const struct writer *w, uint32_t row)
{
    const struct area *areas = w->sheet->headings.items;
    for (size_t i = 0; i < w->sheet->headings.count; i++) {
        if (areas[i].row == row) {
            return true;
        }
    }
    return w->head_first <= w->head_last && row == w->head_last;
}

static void begin_row(struct writer *w, uint32_t row, uint32_t height)
{
    const struct page *page = &w->sheet->page;
    bool broken = html_book_has_row(&w->sheet->breaks, row);
    bool aside = page->only && (row < page->area.row || row > page->area.last_row);
    text_add(w->out, "<tr");
    if (html_book_has_row(&w->sheet->targets, row)) {
        text_format(w->out, " id=\"s%zur%u\"", w->number, row + 1);
    }
    if (broken || aside) {
        text_format(w->out, " class=\"%s\"", aside ? "p" : "b");
    }
    text_format(w->out, " style=\"height:%upx\">", height);
}

static void write_row(struct writer *w, uint32_t row, const struct html_cell *cells, size_t count)
{
    uint16_t height = html_grid_height(w->grid, row);
    if (height == 0) {
        return;
    }
    open_spans(w, row);
    html_conditions_row(&w->conditions, row);
    fill_slots(w, cells, count);
    begin_row(w, row, height);
    bool heading = is_heading(w, row);
    uint32_t at = 0;
    for (size_t i = 0; i < w->slot_count; i++) {
        const struct slot *slot = &w->slots[i];
        if (slot->span == NULL && !slot->covered) {
            run_on(w, i);
        }
        if (slot->column > at) {
            add_gap(w, at, slot->column - 1);
        }
        if (!slot->covered) {
            add_cell(w, slot, row, heading);
        }
        at = slot->last + 1 > at ? slot->last + 1 : at;
    }
    text_add(w->out, "</tr>\n");
    html_text_drain(w->out, w->file, DRAIN_BYTES);
}

/* How many rows from `row` on, before `end`, have nothing in them; *height is theirs. */
static uint32_t empty_rows(const struct writer *w, uint32_t row, uint32_t end, size_t next_cell,
                           uint32_t *height)
{
    uint32_t limit = end;
    *height = 0;
    if (next_cell < w->sheet->cell_count && w->sheet->cells[next_cell].row < limit) {
        limit = w->sheet->cells[next_cell].row;
    }
    if (w->next_span < w->grid->span_count && w->grid->spans[w->next_span].row < limit) {
        limit = w->grid->spans[w->next_span].row;
    }
    for (size_t i = 0; i < w->open_count; i++) {
        if (w->open[i].span->last_row >= row) {
            return 0;
        }
    }
    uint32_t count = limit > row ? limit - row : 0;
    for (uint32_t r = row; r < limit && *height < GAP_PX; r++) {
        *height += html_grid_height(w->grid, r);
    }
    *height = *height < GAP_PX ? *height : GAP_PX;
    return count;
}

/* Writes `count` rows from `row` on that have nothing in them as one, `height` pixels high; a page
 * that ends before one of them ends before all. */
static void write_gap(struct writer *w, uint32_t row, uint32_t count, uint32_t height)
{
    bool broken = false;
    for (uint32_t r = row; r < row + count && !broken; r++) {
        broken = html_book_has_row(&w->sheet->breaks, r);
    }
    if (height > 0 || broken) {
        text_format(w->out, "<tr%s style=\"height:%upx\"><td></td></tr>\n",
                    broken ? " class=\"b\"" : "", height);
    }
}

/* Writes the rows from `first` to before `end`. */
static void write_rows(struct writer *w, uint32_t first, uint32_t end)
{
    size_t count = 0;
    size_t at = (size_t)(html_book_cells(w->sheet, first, &count) - w->sheet->cells);
    for (uint32_t row = first; row < end;) {
        uint32_t height = 0;
        uint32_t empty = empty_rows(w, row, end, at, &height);
        if (empty > 0) {
            write_gap(w, row, empty, height);
            row += empty;
            continue;
        }
        size_t from = at;
        while (at < w->sheet->cell_count && w->sheet->cells[at].row == row) {
            at++;
        }
        write_row(w, row, w->sheet->cells + from, at - from);
        row++;
    }
}

/* ---- tables ---- */

static void begin_table(struct writer *w)
{
    struct area paper = printed(w->grid);
    text_format(w->out, "<table class=\"g\" style=\"width:%upx;--w:%upx\"><colgroup>",
                html_grid_width(w->grid, 0, w->grid->columns - 1),
                html_grid_width(w->grid, paper.column, paper.last_column));
    for (uint32_t c = 0; c < w->grid->columns;) {
        uint32_t same = 1;
        while (c + same < w->grid->columns && w->grid->widths[c + same] == w->grid->widths[c] &&
               is_screen_only(w, c + same) == is_screen_only(w, c)) {
            same++;
        }
        if (w->grid->widths[c] > 0) {
            text_format(w->out, "<col%s span=\"%u\" style=\"width:%upx\"/>",
                        is_screen_only(w, c) ? " class=\"p\"" : "", same, w->grid->widths[c]);
        }
        c += same;
    }
    text_add(w->out, "</colgroup>\n");
}

static void write_body(struct writer *w, const char *tag, uint32_t first, uint32_t end)
{
    text_format(w->out, "<%s>\n", tag);
    write_rows(w, first, end);
    text_format(w->out, "</%s>\n", tag);
}

/* True when no span reaches over the edge above `row`. */
static bool is_edge(const struct writer *w, uint32_t row)
{
    for (size_t i = 0; i < w->grid->span_count; i++) {
        if (w->grid->spans[i].row < row && w->grid->spans[i].last_row >= row) {
            return false;
        }
    }
    return true;
}

/* Finds the rows of the head: those repeated on paper, else the headings of the first table. */
static void find_head(struct writer *w)
{
    const struct area *areas = w->sheet->headings.items;
    w->head_first = 1;
    w->head_last = 0;
    if (w->sheet->has_page && w->sheet->page.repeat) {
        w->head_first = w->sheet->page.repeat_first;
        w->head_last = w->sheet->page.repeat_last;
    } else if (w->sheet->headings.count > 0) {
        w->head_first = w->head_last = areas[0].row;
    }
    if (w->head_first <= w->head_last &&
        (w->head_last + 1 >= w->grid->rows || !is_edge(w, w->head_first) ||
         !is_edge(w, w->head_last + 1))) {
        w->head_first = 1;
        w->head_last = 0;
    }
}

static void write_tables(struct writer *w)
{
    bool head = w->head_first <= w->head_last;
    begin_table(w);
    if (head && w->head_first > 0) {
        write_body(w, "tbody", 0, w->head_first);
        text_add(w->out, "</table>\n");
        begin_table(w);
    }
    if (head) {
        write_body(w, "thead", w->head_first, w->head_last + 1);
    }
    write_body(w, "tbody", head ? w->head_last + 1 : 0, w->grid->rows);
    text_add(w->out, "</table>\n");
}

void html_sheet_write(const struct html_book *book, const struct html_grid *grid, size_t number,
                      bool english, size_t *steps, struct text *out, FILE *file)
{
    struct writer w = {.book = book,
                       .grid = grid,
                       .sheet = grid->sheet,
                       .out = out,
                       .file = file,
                       .number = number,
                       .english = english};
    w.open = memory_zero(grid->span_count + 1, sizeof *w.open);
    w.slots = memory_zero(grid->columns + 1, sizeof *w.slots);
    html_conditions_begin(&w.conditions, book, grid->sheet, steps);
    find_head(&w);
    text_format(out, "<section id=\"s%zu\" aria-labelledby=\"h%zu\"><h2 id=\"h%zu\">", number,
                number, number);
    html_text_add(out, grid->sheet->name, strlen(grid->sheet->name));
    text_format(out,
                "</h2>\n<div class=\"x\" tabindex=\"0\" role=\"region\" "
                "aria-labelledby=\"h%zu\">\n",
                number);
    write_tables(&w);
    for (size_t i = 0; i < grid->loose_count; i++) {
        html_figure_write(book, grid->sheet, &grid->loose[i], english, out);
    }
    text_add(out, "</div></section>\n");
    html_conditions_free(&w.conditions);
    free(w.open);
    free(w.slots);
}
