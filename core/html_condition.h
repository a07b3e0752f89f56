/* html_condition: how conditions make a cell look, as a spreadsheet program would show it. */
#ifndef SPBE_HTML_CONDITION_H
#define SPBE_HTML_CONDITION_H

#include "html_book.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The conditions of a sheet while its rows are written from the top. */
struct html_conditions {
    const struct html_book *book;
    const struct html_sheet *sheet;
    const struct html_condition *
        *open; /* that reach into the present row, in the order of drawing */
    size_t open_count;
    size_t *steps; /* what all conditions of the page took; over LIMIT_PAGE_STEPS they stop */
};

/* What they make of a cell. */
struct html_match {
    uint16_t style; /* of the first that matches, its place from 1; 0 = none */
    int32_t fill;   /* of a colour scale, 0xRRGGBB, or -1 */
    int32_t bar;    /* colour of a bar, or -1 */
    double share;   /* its length, 0 to 1 */
};

/* Begins with a sheet; to html_conditions_free. */
void html_conditions_begin(struct html_conditions *out, const struct html_book *book,
                           const struct html_sheet *sheet, size_t *steps);
/* Frees what it holds. */
void html_conditions_free(struct html_conditions *conditions);
/* Moves to a row, which may be any. Costs a look at each condition of the sheet, counted as a step. */
void html_conditions_row(struct html_conditions *conditions, uint32_t row);
/* What they make of a cell of this row. Of conditions that give a style (formula, equal text, between numbers) and of
 * scales the first that fits counts, of bars the last; scales and bars are of numbers only. */
struct html_match html_conditions_match(const struct html_conditions *conditions,
                                        const struct html_cell *cell);

#endif
