/* html_formula: whether the formula of a condition is true of a cell.
 *
 * A page has no spreadsheet program behind it, so the little that conditions ask is worked out here:
 * comparisons, the four operations, and of the functions that a drawing may use those of
 * HTML_FORMULA_FUNCTIONS. A formula with anything else is true of no cell: its cells keep their own look. */
#ifndef SPBE_HTML_FORMULA_H
#define SPBE_HTML_FORMULA_H

#include "html_book.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define HTML_FORMULA_FUNCTIONS(row)                                                           \
    row("ABS") row("AND") row("COUNTIF") row("IF") row("INT") row("MAX") row("MIN") row("OR") \
        row("ROUND") row("SUM")

/* What a formula is asked of. */
struct html_asked {
    const struct html_book *book;
    const struct html_sheet *sheet;
    uint32_t row, column; /* how far the cell is from the one that the formula was written for */
    size_t *steps;        /* grows by what it takes */
};

/* True when it is: a number that is not 0. */
bool html_formula_true(const struct html_asked *asked, const char *formula);

#endif
