#include "html_slot.h"

#include "measure.h"
#include "memory.h"

#include <stdlib.h>

enum { CELL_PX = 6, LETTERS_PT = 10 };

void html_slots_begin(struct html_slots *out, const struct html_book *book,
                      const struct html_grid *grid)
{
    *out = (struct html_slots){.book = book, .grid = grid};
    out->open = memory_zero(grid->span_count + 1, sizeof *out->open);
    out->slots = memory_zero(grid->columns + 1, sizeof *out->slots);
}

void html_slots_free(struct html_slots *slots)
{
    free(slots->open);
    free(slots->slots);
    *slots = (struct html_slots){.book = NULL};
}

bool html_slots_reach(const struct html_slots *slots, uint32_t row)
{
    for (size_t i = 0; i < slots->open_count; i++) {
        if (slots->open[i].span->last_row >= row) {
            return true;
        }
    }
    return false;
}

bool html_slot_shows(const struct html_slot *slot)
{
    bool figure = slot->span != NULL && (slot->span->chart != NULL || slot->span->image != NULL);
    return !slot->covered && (figure || (slot->cell != NULL && slot->cell->kind != HTML_BLANK));
}

/* ---- spans ---- */

/* Adds the spans that begin in or before a row, keeping the open ones by column; drops what has ended. */
static void open_spans(struct html_slots *all, uint32_t row)
{
    const struct html_grid *grid = all->grid;
    size_t kept = 0;
    for (size_t i = 0; i < all->open_count; i++) {
        if (all->open[i].span->last_row >= row) {
            all->open[kept++] = all->open[i];
        }
    }
    all->open_count = kept;
    for (; all->next_span < grid->span_count && grid->spans[all->next_span].row <= row;
         all->next_span++) {
        const struct html_span *span = &grid->spans[all->next_span];
        size_t at = all->open_count;
        if (span->last_row < row) {
            continue;
        }
        for (; at > 0 && all->open[at - 1].span->column > span->column; at--) {
            all->open[at] = all->open[at - 1];
        }
        all->open[at] = (struct html_open_span){span, false};
        all->open_count++;
    }
}

/* Adds what an open span makes of the present row. */
static void add_span_slot(struct html_slots *all, struct html_open_span *open)
{
    const struct html_span *span = open->span;
    bool figure = span->chart != NULL || span->image != NULL;
    const struct html_cell *cell =
        figure || open->begun ? NULL : html_book_cell(all->grid->sheet, span->row, span->column);
    all->slots[all->count++] =
        (struct html_slot){span->column, span->last_column, cell, span, open->begun};
    open->begun = true;
}

/* Sets the slots of a row, by column, from its cells and the open spans. */
static void fill_slots(struct html_slots *all, const struct html_cell *cells, size_t count)
{
    size_t span = 0;
    all->count = 0;
    for (size_t i = 0; i < count || span < all->open_count;) {
        const struct html_span *next = span < all->open_count ? all->open[span].span : NULL;
        if (i == count || (next != NULL && next->column <= cells[i].column)) {
            add_span_slot(all, &all->open[span++]);
            while (i < count && cells[i].column <= next->last_column) {
                i++;
            }
        } else {
            all->slots[all->count++] =
                (struct html_slot){cells[i].column, cells[i].column, &cells[i], NULL, false};
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
static double needed(const struct html_slots *all, const struct html_cell *cell)
{
    const struct style *style = html_book_look(all->book, cell->style);
    bool wraps = style != NULL && (style->wrap || style->align == ALIGN_RIGHT);
    if (cell->kind != HTML_TEXT || wraps) {
        return 0;
    }
    double size = style != NULL && style->size > 0 ? style->size : LETTERS_PT;
    return measure_width(cell->text, cell->length, size, style != NULL && style->bold) + CELL_PX +
           (style == NULL ? 0 : 9.0 * style->indent);
}

/* True when a cell may take a place on its right, which `other` stands in; NULL: nothing does. */
static bool may_take(const struct style *style, const struct html_slot *slot,
                     const struct html_slot *other)
{
    if (other != NULL) {
        return other->span == NULL && other->cell->kind == HTML_BLANK &&
               other->cell->style == slot->cell->style;
    }
    return is_bare(style) && (style == NULL || style->align != ALIGN_ACROSS);
}

/* Lets the text of a plain cell run on over empty cells to its right, as spreadsheets do. */
static void run_on(struct html_slots *all, size_t at)
{
    struct html_slot *slot = &all->slots[at];
    const struct html_grid *grid = all->grid;
    const struct style *style = html_book_look(all->book, slot->cell->style);
    double need = needed(all, slot->cell);
    double room = grid->widths[slot->column];
    bool across = style != NULL && style->align == ALIGN_ACROSS;
    size_t next = at + 1;
    while ((across || room < need) && slot->last + 1 < grid->columns) {
        struct html_slot *other = next < all->count ? &all->slots[next] : NULL;
        other = other != NULL && other->column == slot->last + 1 ? other : NULL;
        if (!may_take(style, slot, other)) {
            return;
        }
        if (other != NULL) {
            other->covered = true;
            next++;
        }
        slot->last++;
        room += grid->widths[slot->last];
    }
}

void html_slots_row(struct html_slots *slots, uint32_t row, const struct html_cell *cells,
                    size_t count)
{
    open_spans(slots, row);
    fill_slots(slots, cells, count);
    for (size_t i = 0; i < slots->count; i++) {
        if (slots->slots[i].span == NULL && !slots->slots[i].covered) {
            run_on(slots, i);
        }
    }
}
