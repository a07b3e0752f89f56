/* canvas: what drawing commands are done on: a workbook, and for a page of HTML also its record.
 *
 * A drawing that becomes HTML passes through a workbook all the same, one that is never written: it judges
 * each command, so that a template meets the same rules and limits whatever is made of it. What it takes
 * is kept in an html_book, from which the page is written at the end.
 *
 * The functions have the meaning of those of `workbook`, `workbook_range`, `workbook_page` and
 * `workbook_chart` with the same name. */
#ifndef SPBE_CANVAS_H
#define SPBE_CANVAS_H

#include "error.h"
#include "html_book.h"
#include "workbook.h"
#include "workbook_chart.h"
#include "workbook_page.h"
#include "workbook_range.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct canvas {
    struct workbook *workbook; /* never NULL */
    struct html_book *page;    /* NULL: the workbook itself is wanted */
};

/* Begins a drawing for `path`: a page when it ends with ".html", else a workbook; NULL: one that is only
 * drawn. `year` dates it. To canvas_release. Fails with FILE_WRITE or FILE_FOLDER. */
bool canvas_begin(struct canvas *canvas, const char *path, int year, struct error *err);
/* Writes the file: it appears whole or not at all. language: "id" or "en", of the page.
 * at: as workbook_finish. Fails as that does, and with HTML_STEPS. */
bool canvas_finish(struct canvas *canvas, const char *language, int64_t *at, struct error *err);
/* Frees what it holds; a drawing that was not finished leaves nothing. */
void canvas_release(struct canvas *canvas);
/* Says where the next drawing command stands. */
void canvas_at(struct canvas *canvas, int64_t at);

/* Sets title and subject. */
bool canvas_describe(struct canvas *canvas, const char *title, const char *subject,
                     struct error *err);
/* Defines a style. */
bool canvas_style_define(struct canvas *canvas, const char *name, size_t length,
                         const struct style *style, struct error *err);
/* The style of that name; NULL when there is none. */
const struct style *canvas_style_find(const struct canvas *canvas, const char *name, size_t length);
/* Adds a sheet. */
bool canvas_add_sheet(struct canvas *canvas, const char *name, size_t length, size_t *sheet,
                      struct error *err);
/* Gives a range a name. */
bool canvas_define(struct canvas *canvas, const char *name, size_t length, const char *reference,
                   size_t reference_length, struct error *err);

/* Writes a text. */
bool canvas_write_text(struct canvas *canvas, struct cell cell, const char *bytes, size_t length,
                       const struct style_name *style, struct error *err);
/* Writes a number. */
bool canvas_write_number(struct canvas *canvas, struct cell cell, double number,
                         const struct style_name *style, struct error *err);
/* Gives a cell a style. */
bool canvas_write_blank(struct canvas *canvas, struct cell cell, const struct style_name *style,
                        struct error *err);
/* Writes a formula with its number; a page shows the number. */
bool canvas_write_formula(struct canvas *canvas, struct cell cell, const char *formula,
                          size_t length, double value, const struct style_name *style,
                          struct error *err);
/* Writes a formula with its text; a page shows the text. */
bool canvas_write_formula_text(struct canvas *canvas, struct cell cell, const char *formula,
                               size_t length, const char *value, size_t value_length,
                               const struct style_name *style, struct error *err);
/* Writes a text that leads to a cell. */
bool canvas_write_link(struct canvas *canvas, struct cell cell, struct cell target,
                       const char *bytes, size_t length, const struct style_name *style,
                       struct error *err);
/* Writes a text that leads to an address outside. */
bool canvas_write_web(struct canvas *canvas, struct cell cell, const char *address,
                      size_t address_length, const char *bytes, size_t length,
                      const struct style_name *style, struct error *err);
/* Gives an area a style. */
bool canvas_fill(struct canvas *canvas, const struct area *area, const struct style_name *style,
                 struct error *err);
/* Makes one cell of an area. */
bool canvas_merge(struct canvas *canvas, const struct area *area, const char *bytes, size_t length,
                  const struct style_name *style, struct error *err);

/* Lays a table over an area; a page marks its first row as headings. */
bool canvas_table(struct canvas *canvas, const struct area *area, const struct table_look *look,
                  struct error *err);
/* Adds filter buttons; a page marks the row as headings. */
bool canvas_filter(struct canvas *canvas, const struct area *area, struct error *err);
/* Limits what can be typed; on a page nothing is typed, and it says so. */
bool canvas_choice(struct canvas *canvas, const struct area *area, const struct choice *choice,
                   struct error *err);
/* Makes looks depend on what cells hold. */
bool canvas_condition(struct canvas *canvas, const struct area *area,
                      const struct condition *condition, struct error *err);
/* Puts a chart on a sheet. */
bool canvas_chart(struct canvas *canvas, struct cell cell, const struct chart *chart,
                  struct error *err);
/* Puts a picture on a sheet. */
bool canvas_image(struct canvas *canvas, struct cell cell, const char *bytes, size_t length,
                  double scale, const char *description, struct error *err);

/* Sets the width of columns. */
bool canvas_columns(struct canvas *canvas, size_t sheet, uint32_t first, uint32_t last,
                    double width, bool hidden, struct error *err);
/* Sets the height of a row. */
bool canvas_row(struct canvas *canvas, size_t sheet, uint32_t row, double height, bool hidden,
                struct error *err);
/* Says how a sheet is shown. */
bool canvas_view(struct canvas *canvas, size_t sheet, const struct view *view, struct error *err);
/* Says how a sheet is printed. */
bool canvas_page(struct canvas *canvas, size_t sheet, const struct page *page, struct error *err);
/* Ends printed pages before rows. */
bool canvas_breaks(struct canvas *canvas, size_t sheet, const uint32_t *rows, size_t count,
                   struct error *err);
/* Protects a sheet; a page cannot be changed anyway. */
bool canvas_protect(struct canvas *canvas, size_t sheet, struct error *err);

#endif
