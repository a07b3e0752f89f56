/* workbook_page: how a sheet stands on the screen and on paper: widths, heights, frozen panes, print
 * set-up, protection. */
#ifndef SPBE_WORKBOOK_PAGE_H
#define SPBE_WORKBOOK_PAGE_H

#include "workbook.h"

/* Width in characters of the standard font (0 to 255) of columns; hidden ones keep it. */
bool workbook_columns(struct workbook *workbook, size_t sheet, uint32_t first, uint32_t last,
                      double width, bool hidden, struct error *err);
/* Height in points (0 to 409) of a row. */
bool workbook_row(struct workbook *workbook, size_t sheet, uint32_t row, double height, bool hidden,
                  struct error *err);

/* How a sheet is shown. */
struct view {
    bool frozen;          /* the rows above and columns left of a cell stay in sight */
    uint32_t row, column; /* that cell */
    bool gridlines;       /* on the screen */
    bool hidden;          /* the sheet itself; one at least must be seen */
    bool active;          /* opened first */
    uint16_t zoom;        /* percent, 10 to 400; 0 = 100 */
    int32_t tab;          /* 0xRRGGBB, or -1 */
};
/* Sets how a sheet is shown. */
bool workbook_view(struct workbook *workbook, size_t sheet, const struct view *view,
                   struct error *err);

/* Paper is always A4. Headers and footers are texts in which {page} and {pages} stand for numbers; NULL
 * for none, at most 80 units each. */
struct page {
    bool landscape, center;
    double left, right, top, bottom, header_margin, footer_margin; /* inches, 0 to 5 */
    uint16_t fit_width, fit_height;     /* pages, 0 = as many as needed; both 0 = at full size */
    uint32_t repeat_first, repeat_last; /* rows printed at the top of each page, when `repeat` */
    bool repeat;
    struct area area; /* what is printed, when `only` */
    bool only;
    const char *header_left, *header_center, *header_right;
    const char *footer_left, *footer_center, *footer_right;
};
/* Sets how a sheet is printed. */
bool workbook_page(struct workbook *workbook, size_t sheet, const struct page *page,
                   struct error *err);

/* Ends printed pages before these rows (rising, at most 1,000). */
bool workbook_breaks(struct workbook *workbook, size_t sheet, const uint32_t *rows, size_t count,
                     struct error *err);

/* Protects the sheet against accidents: only cells of an unlocked style can be changed. Widths and
 * filters stay free. No password: it would keep out nobody but the forgetful. */
bool workbook_protect(struct workbook *workbook, size_t sheet, struct error *err);

#endif
