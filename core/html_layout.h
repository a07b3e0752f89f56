/* html_layout: how a sheet stands on a screen, and what of it stays in sight.
 *
 * On a wide screen every sheet looks as in a spreadsheet program. On a narrow one there are two kinds. A
 * board (a summary with figures, a text, a small table) is laid out anew: its rows are gathered in bands,
 * each of which finds its own widths, and figures that stood side by side stand below each other. A wide
 * table keeps its widths and scrolls in its own box, its head and one column staying in sight. */
#ifndef SPBE_HTML_LAYOUT_H
#define SPBE_HTML_LAYOUT_H

#include "html_book.h"
#include "html_grid.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    LAYOUT_GROUPS = 6, /* figures side by side; those beyond stand with the last */
    LAYOUT_BOARD = 8, /* a sheet without figures whose rows have at most so many cells is a board */
    LAYOUT_MANY = 7,  /* cells of a row that a narrow screen has hardly room for */
    LAYOUT_NARROW = 700 /* pixels: a screen at most so wide is a narrow one */
};
#define LAYOUT_NONE UINT32_MAX

/* Rows that are laid out together. */
struct html_band {
    uint32_t row;                   /* the first one; it lasts until the next band */
    bool figures;                   /* its cells stand below each other, group after group */
    bool many;                      /* a row has LAYOUT_MANY cells or more: small letters */
    size_t groups;                  /* of columns, at least 1 */
    uint32_t starts[LAYOUT_GROUPS]; /* first columns of the groups; starts[0] counts from 0 on */
};

struct html_layout {
    bool board;
    uint32_t head_first, head_last; /* rows of the table's head; first > last: none */
    bool head_stays;                /* in sight while the rows below it move */
    uint32_t titles;                /* so many of its first rows are titles, which need not */
    bool head_many;                 /* it has LAYOUT_MANY cells or more: small letters */
    uint32_t frozen;                /* so many columns stay in sight on a wide screen */
    uint32_t marked;                /* so many can, on one screen or another: at least `frozen` */
    uint32_t narrow;                /* the one that stays on a narrow screen, or LAYOUT_NONE */
    struct html_band *bands;        /* of the rows above the head, or of all rows of a board */
    size_t band_count;
};

/* Works it out; to html_layout_free.
 *
 * A sheet is a board unless its drawing freezes columns, when it has figures or no row of more than LAYOUT_BOARD
 * cells. The head are the rows that are repeated on paper, else the headings of the first table of a sheet without
 * figures, else the rows that are frozen, at most 12; none where a merged area or a figure reaches across its edges.
 * A row with figures begins a band of its own, with a group for each that stands side by side; below it, rows go on in
 * one band as long as their cells begin in columns in which those of the band do, and a heading goes with the rows
 * under it. */
void html_layout_make(const struct html_book *book, const struct html_grid *grid,
                      struct html_layout *out);
/* Frees what it holds. */
void html_layout_free(struct html_layout *layout);

/* The group of a band that a column stands in. */
size_t html_band_group(const struct html_band *band, uint32_t column);
/* Width on a narrow screen, in pixels, of the column that stays in sight there (layout->narrow); all others keep
 * theirs. */
uint16_t html_layout_width(const struct html_grid *grid, uint32_t column);

#endif
