/* html_slot: which cells of a table of HTML each row of a sheet has.
 *
 * A row's cells stand in slots: a plain cell in one column, or in several where its text runs on over the
 * empty cells to its right, as spreadsheets let it; a merged area or a figure in the first of its rows, and
 * a covered place in those below. What no slot takes is empty. Rows are asked for from the top. */
#ifndef SPBE_HTML_SLOT_H
#define SPBE_HTML_SLOT_H

#include "html_book.h"
#include "html_grid.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One cell of a row of the table, or a place that another cell takes. */
struct html_slot {
    uint32_t column, last;
    const struct html_cell *cell; /* NULL for a figure, or nothing written */
    const struct html_span *span; /* NULL for a plain cell */
    bool covered;                 /* begun in a row above, or taken by the cell on the left */
};

/* A span that reaches into the present row. */
struct html_open_span {
    const struct html_span *span;
    bool begun;
};

/* The rows of a sheet, one after the other. */
struct html_slots {
    const struct html_book *book;
    const struct html_grid *grid;
    struct html_open_span *open; /* by column */
    size_t open_count, next_span;
    struct html_slot *slots; /* of the present row, by column */
    size_t count;
};

/* Begins above the first row; to html_slots_free. */
void html_slots_begin(struct html_slots *out, const struct html_book *book,
                      const struct html_grid *grid);
/* Frees what it holds. */
void html_slots_free(struct html_slots *slots);
/* Sets the slots of a row that is seen; `cells` are its `count` cells. Rows rise. */
void html_slots_row(struct html_slots *slots, uint32_t row, const struct html_cell *cells,
                    size_t count);
/* True when a span that began above `row` reaches into it. */
bool html_slots_reach(const struct html_slots *slots, uint32_t row);
/* True when a slot shows something: a text, a number or a figure. */
bool html_slot_shows(const struct html_slot *slot);

#endif
