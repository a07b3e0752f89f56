/* html_book: a drawing kept in memory, sheet by sheet, until it is written as a page of HTML.
 *
 * Only what a workbook has taken comes here (see canvas), so nothing is refused, and the limits of a
 * workbook bound the memory: 32 bytes a cell, and its text. Cells come in any order; html_book_ready puts
 * them in the order of rows. Formulas are kept as the value they carry. */
#ifndef SPBE_HTML_BOOK_H
#define SPBE_HTML_BOOK_H

#include "arena.h"
#include "error.h"
#include "workbook_chart.h"
#include "workbook_page.h"
#include "workbook_range.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum html_kind { HTML_BLANK, HTML_NUMBER, HTML_TEXT };

/* One cell as it was written last. */
struct html_cell {
    uint32_t row;
    uint32_t order;  /* of writing */
    uint16_t column; /* below GATE_COLUMNS */
    uint16_t style;  /* from 1, 0 = none */
    uint16_t link;   /* position in html_sheet.links from 1, 0 = none */
    uint8_t kind;    /* enum html_kind */
    uint32_t length; /* of the text, in bytes */
    union {
        double number;
        const char *text; /* NUL-terminated, never NULL where the kind is HTML_TEXT */
    };
};

/* Widths and heights are kept in pixels. */
enum {
    HTML_PLAIN = UINT16_MAX, /* of which nothing was told */
    HTML_ROW_PAGE = 1024     /* heights of rows are kept in pages of so many */
};

struct html_condition {
    struct area area;
    enum condition_kind kind;
    const char *text; /* formula, or text; NUL-terminated */
    double least, most;
    int32_t low, high;
    uint16_t style;
};

/* Cells that a workbook lets its reader fill in; texts are "" where nothing was told. */
struct html_choice {
    struct area area;
    const char *list; /* a reference */
    const char *title;
};

struct html_chart {
    struct cell cell;
    struct chart chart; /* its texts live in the book */
};

struct html_image {
    struct cell cell;
    const char *bytes, *description;
    size_t length;
    double scale;
};

/* Where a text leads. */
struct html_link {
    struct cell target;
    const char *address; /* outside, instead; NULL: the target */
};

/* A growing list. */
struct html_list {
    void *items;
    size_t count;
};

struct html_sheet {
    const char *name;
    struct html_cell *cells; /* after html_book_ready: by row and column, one each; not NULL */
    size_t cell_count;
    uint16_t *widths;            /* of all columns, 0 = hidden; NULL: nothing was told */
    uint16_t **heights;          /* pages of rows likewise, each NULL or whole; or NULL */
    struct html_list merges;     /* struct area; after html_book_ready by row and column */
    struct html_list headings;   /* struct area: tables, their first row is the headings */
    struct html_list conditions; /* struct html_condition */
    struct html_list choices;    /* struct html_choice */
    struct html_list charts;     /* struct html_chart */
    struct html_list images;     /* struct html_image */
    struct html_list links;      /* struct html_link */
    struct html_list breaks;     /* uint32_t: rows that begin a printed page */
    struct html_list targets; /* uint32_t: rows that links lead to, after html_book_ready, sorted */
    struct view view;
    struct page page;
    bool has_page;
};

/* A range with a name. */
struct html_name {
    const char *name, *reference;
};

struct html_book {
    char *path, *temporary;
    struct arena arena;          /* texts */
    const char *title, *subject; /* NULL: not told */
    struct html_list styles;     /* struct style, in the order of definition */
    struct html_list sheets;     /* struct html_sheet */
    struct html_list names;      /* struct html_name */
};

/* Begins a record for a page that html_page_write puts at `path`. Yours to html_book_free. Fails with
 * FILE_WRITE or FILE_FOLDER. */
struct html_book *html_book_new(const char *path, struct error *err);
/* Frees it; a page that was not written leaves nothing. NULL is taken. */
void html_book_free(struct html_book *book);

/* The sheet at a position. */
struct html_sheet *html_book_at(const struct html_book *book, size_t sheet);
/* The sheet of that name, capitals apart; NULL when there is none. */
struct html_sheet *html_book_find(const struct html_book *book, const char *name, size_t length);
/* The range of that name, capitals apart; NULL when there is none. */
const char *html_book_reference(const struct html_book *book, const char *name, size_t length);
/* A style by its place from 1; NULL for 0. */
const struct style *html_book_look(const struct html_book *book, uint16_t style);
/* Puts the cells and merged areas of all sheets in order. Once, when all is drawn. */
void html_book_ready(struct html_book *book);
/* The cell of a sheet that is ready; NULL where nothing was written. */
const struct html_cell *html_book_cell(const struct html_sheet *sheet, uint32_t row,
                                       uint32_t column);

/* The cells of a row of a sheet that is ready: the first of *count. */
const struct html_cell *html_book_cells(const struct html_sheet *sheet, uint32_t row,
                                        size_t *count);
/* The width of a column; 0 = hidden, HTML_PLAIN = nothing was told. */
uint16_t html_book_width(const struct html_sheet *sheet, uint32_t column);
/* The height of a row, likewise. */
uint16_t html_book_height(const struct html_sheet *sheet, uint32_t row);
/* True when a list of rows, sorted, has `row`. */
bool html_book_has_row(const struct html_list *rows, uint32_t row);

/* What was drawn, call by call as canvas hands it on: texts and lists are copied; styles are meant by their place from
 * 1, 0 = none; rows, columns and sheets count from 0. A cell that is written twice has what was written last.
 * Names title and subject of the whole. */
void html_book_describe(struct html_book *book, const char *title, const char *subject);
/* Adds the style with the next place. */
void html_book_style(struct html_book *book, const struct style *style);
/* Adds the next sheet. */
void html_book_sheet(struct html_book *book, const char *name, size_t length);
/* Names a range: `reference` as a formula has it, "=Data!$B$2:$B$9". */
void html_book_define(struct html_book *book, const char *name, size_t length,
                      const char *reference, size_t reference_length);
/* Writes a text; an empty one leaves the cell blank. */
void html_book_text(struct html_book *book, struct cell cell, const char *bytes, size_t length,
                    uint16_t style);
/* Makes the text written last on a sheet lead to a cell. */
void html_book_link(struct html_book *book, size_t sheet, struct cell target);
/* Makes it lead to an address outside (web_address_check). */
void html_book_web(struct html_book *book, size_t sheet, const char *address, size_t length);
/* Writes a number. */
void html_book_number(struct html_book *book, struct cell cell, double number, uint16_t style);
/* Makes every cell of an area a blank one of this style, in place of what stands there. */
void html_book_fill(struct html_book *book, const struct area *area, uint16_t style);
/* Makes one cell of an area; what it shows is in its first cell. */
void html_book_merge(struct html_book *book, const struct area *area);
/* Marks an area as a table, whose first row is its headings. */
void html_book_headings(struct html_book *book, const struct area *area);
/* Adds a condition over an area; the style is what it gives to cells that match. */
void html_book_condition(struct html_book *book, const struct area *area,
                         const struct condition *condition, uint16_t style);
/* Marks cells that a workbook lets its reader fill in, with what they may choose from. */
void html_book_choice(struct html_book *book, const struct area *area, const struct choice *choice);
/* Adds a chart whose upper left corner lies in a cell. Its font is dropped: a page has its own letters. */
void html_book_chart(struct html_book *book, struct cell cell, const struct chart *chart);
/* Adds a picture likewise: the bytes of a PNG file, copied. scale: 1 = a pixel for each of its own. */
void html_book_image(struct html_book *book, struct cell cell, const char *bytes, size_t length,
                     double scale, const char *description);
/* Sets the columns from `first` to `last`. width: in characters, as spreadsheets count it; 0 = hidden. */
void html_book_columns(struct html_book *book, size_t sheet, uint32_t first, uint32_t last,
                       double width, bool hidden);
/* Sets a row. height: in points; 0 = hidden. */
void html_book_row(struct html_book *book, size_t sheet, uint32_t row, double height, bool hidden);
/* Says how a sheet is shown. */
void html_book_view(struct html_book *book, size_t sheet, const struct view *view);
/* Says how a sheet is printed. */
void html_book_page(struct html_book *book, size_t sheet, const struct page *page);
/* Ends printed pages before each of these rows. */
void html_book_breaks(struct html_book *book, size_t sheet, const uint32_t *rows, size_t count);

#endif
