#include "canvas.h"

#include "file_name.h"
#include "html_page.h"
#include "workbook_style.h"

#include <string.h>

/* ---- beginning and end ---- */

static bool is_html(const char *path)
{
    return path != NULL && file_name_ends(path, ".html");
}

bool canvas_begin(struct canvas *canvas, const char *path, int year, struct error *err)
{
    bool html = is_html(path);
    *canvas = (struct canvas){.workbook = workbook_begin(html ? NULL : path, year, err)};
    if (canvas->workbook != NULL && html) {
        canvas->page = html_book_new(path, err);
    }
    return !error_is_set(err);
}

bool canvas_finish(struct canvas *canvas, const char *language, int64_t *at, struct error *err)
{
    if (canvas->page == NULL) {
        return workbook_finish(canvas->workbook, at, err);
    }
    return workbook_check(canvas->workbook, at, err) &&
           html_page_write(canvas->page, language, err);
}

void canvas_release(struct canvas *canvas)
{
    workbook_release(canvas->workbook);
    html_book_free(canvas->page);
    *canvas = (struct canvas){NULL, NULL};
}

void canvas_at(struct canvas *canvas, int64_t at)
{
    workbook_at(canvas->workbook, at);
}

bool canvas_describe(struct canvas *canvas, const char *title, const char *subject,
                     struct error *err)
{
    bool done = workbook_describe(canvas->workbook, title, subject, err);
    if (done && canvas->page != NULL) {
        html_book_describe(canvas->page, title, subject);
    }
    return done;
}

bool canvas_style_define(struct canvas *canvas, const char *name, size_t length,
                         const struct style *style, struct error *err)
{
    bool done = workbook_style_define(canvas->workbook, name, length, style, err);
    if (done && canvas->page != NULL) {
        html_book_style(canvas->page, style);
    }
    return done;
}

const struct style *canvas_style_find(const struct canvas *canvas, const char *name, size_t length)
{
    return workbook_style_find(canvas->workbook, name, length);
}

bool canvas_add_sheet(struct canvas *canvas, const char *name, size_t length, size_t *sheet,
                      struct error *err)
{
    bool done = workbook_add_sheet(canvas->workbook, name, length, sheet, err);
    if (done && canvas->page != NULL) {
        html_book_sheet(canvas->page, name, length);
    }
    return done;
}

bool canvas_define(struct canvas *canvas, const char *name, size_t length, const char *reference,
                   size_t reference_length, struct error *err)
{
    bool done = workbook_define(canvas->workbook, name, length, reference, reference_length, err);
    if (done && canvas->page != NULL) {
        html_book_define(canvas->page, name, length, reference, reference_length);
    }
    return done;
}

/* ---- cells ---- */

/* A style as the record knows it: its place in the order of definition, from 1; 0 = none. */
static uint16_t style_place(const struct canvas *canvas, const struct style_name *style)
{
    return style == NULL ? 0 : workbook_style_place(canvas->workbook, style->bytes, style->length);
}

bool canvas_write_text(struct canvas *canvas, struct cell cell, const char *bytes, size_t length,
                       const struct style_name *style, struct error *err)
{
    bool done = workbook_write_text(canvas->workbook, cell, bytes, length, style, err);
    if (done && canvas->page != NULL) {
        html_book_text(canvas->page, cell, bytes, length, style_place(canvas, style));
    }
    return done;
}

bool canvas_write_number(struct canvas *canvas, struct cell cell, double number,
                         const struct style_name *style, struct error *err)
{
    bool done = workbook_write_number(canvas->workbook, cell, number, style, err);
    if (done && canvas->page != NULL) {
        html_book_number(canvas->page, cell, number, style_place(canvas, style));
    }
    return done;
}

bool canvas_write_blank(struct canvas *canvas, struct cell cell, const struct style_name *style,
                        struct error *err)
{
    bool done = workbook_write_blank(canvas->workbook, cell, style, err);
    if (done && canvas->page != NULL) {
        html_book_text(canvas->page, cell, "", 0, style_place(canvas, style));
    }
    return done;
}

bool canvas_write_formula(struct canvas *canvas, struct cell cell, const char *formula,
                          size_t length, double value, const struct style_name *style,
                          struct error *err)
{
    bool done = workbook_write_formula(canvas->workbook, cell, formula, length, value, style, err);
    if (done && canvas->page != NULL) {
        html_book_number(canvas->page, cell, value, style_place(canvas, style));
    }
    return done;
}

bool canvas_write_formula_text(struct canvas *canvas, struct cell cell, const char *formula,
                               size_t length, const char *value, size_t value_length,
                               const struct style_name *style, struct error *err)
{
    bool done = workbook_write_formula_text(canvas->workbook, cell, formula, length, value,
                                            value_length, style, err);
    if (done && canvas->page != NULL) {
        html_book_text(canvas->page, cell, value, value_length, style_place(canvas, style));
    }
    return done;
}

bool canvas_write_link(struct canvas *canvas, struct cell cell, struct cell target,
                       const char *bytes, size_t length, const struct style_name *style,
                       struct error *err)
{
    bool done = workbook_write_link(canvas->workbook, cell, target, bytes, length, style, err);
    if (done && canvas->page != NULL) {
        html_book_text(canvas->page, cell, bytes, length, style_place(canvas, style));
        html_book_link(canvas->page, cell.sheet, target);
    }
    return done;
}

bool canvas_write_web(struct canvas *canvas, struct cell cell, const char *address,
                      size_t address_length, const char *bytes, size_t length,
                      const struct style_name *style, struct error *err)
{
    bool done = workbook_write_web(canvas->workbook, cell, address, address_length, bytes, length,
                                   style, err);
    if (done && canvas->page != NULL) {
        bool own = length > 0;
        html_book_text(canvas->page, cell, own ? bytes : address, own ? length : address_length,
                       style_place(canvas, style));
        html_book_web(canvas->page, cell.sheet, address, address_length);
    }
    return done;
}

bool canvas_fill(struct canvas *canvas, const struct area *area, const struct style_name *style,
                 struct error *err)
{
    bool done = workbook_fill(canvas->workbook, area, style, err);
    if (done && canvas->page != NULL) {
        html_book_fill(canvas->page, area, style_place(canvas, style));
    }
    return done;
}

bool canvas_merge(struct canvas *canvas, const struct area *area, const char *bytes, size_t length,
                  const struct style_name *style, struct error *err)
{
    bool done = workbook_merge(canvas->workbook, area, bytes, length, style, err);
    if (done && canvas->page != NULL) {
        html_book_merge(canvas->page, area);
        html_book_text(canvas->page, (struct cell){area->sheet, area->row, area->column}, bytes,
                       length, style_place(canvas, style));
    }
    return done;
}

/* ---- what lies over cells ---- */

bool canvas_table(struct canvas *canvas, const struct area *area, const struct table_look *look,
                  struct error *err)
{
    bool done = workbook_table(canvas->workbook, area, look, err);
    if (!done || canvas->page == NULL) {
        return done;
    }
    html_book_headings(canvas->page, area);
    for (size_t i = 0; i < look->column_count; i++) {
        struct cell cell = {area->sheet, area->row, area->column + (uint32_t)i};
        html_book_text(canvas->page, cell, look->columns[i], strlen(look->columns[i]),
                       style_place(canvas, look->header));
    }
    return true;
}

bool canvas_filter(struct canvas *canvas, const struct area *area, struct error *err)
{
    bool done = workbook_filter(canvas->workbook, area, err);
    if (done && canvas->page != NULL) {
        html_book_headings(canvas->page, area);
    }
    return done;
}

bool canvas_choice(struct canvas *canvas, const struct area *area, const struct choice *choice,
                   struct error *err)
{
    bool done = workbook_choice(canvas->workbook, area, choice, err);
    if (done && canvas->page != NULL) {
        html_book_choice(canvas->page, area, choice);
    }
    return done;
}

bool canvas_condition(struct canvas *canvas, const struct area *area,
                      const struct condition *condition, struct error *err)
{
    bool done = workbook_condition(canvas->workbook, area, condition, err);
    if (done && canvas->page != NULL) {
        html_book_condition(canvas->page, area, condition, style_place(canvas, condition->style));
    }
    return done;
}

bool canvas_chart(struct canvas *canvas, struct cell cell, const struct chart *chart,
                  struct error *err)
{
    bool done = workbook_chart(canvas->workbook, cell, chart, err);
    if (done && canvas->page != NULL) {
        html_book_chart(canvas->page, cell, chart);
    }
    return done;
}

bool canvas_image(struct canvas *canvas, struct cell cell, const char *bytes, size_t length,
                  double scale, const char *description, struct error *err)
{
    bool done = workbook_image(canvas->workbook, cell, bytes, length, scale, description, err);
    if (done && canvas->page != NULL) {
        html_book_image(canvas->page, cell, bytes, length, scale, description);
    }
    return done;
}

/* ---- screen and paper ---- */

bool canvas_columns(struct canvas *canvas, size_t sheet, uint32_t first, uint32_t last,
                    double width, bool hidden, struct error *err)
{
    bool done = workbook_columns(canvas->workbook, sheet, first, last, width, hidden, err);
    if (done && canvas->page != NULL) {
        html_book_columns(canvas->page, sheet, first, last, width, hidden);
    }
    return done;
}

bool canvas_row(struct canvas *canvas, size_t sheet, uint32_t row, double height, bool hidden,
                struct error *err)
{
    bool done = workbook_row(canvas->workbook, sheet, row, height, hidden, err);
    if (done && canvas->page != NULL) {
        html_book_row(canvas->page, sheet, row, height, hidden);
    }
    return done;
}

bool canvas_view(struct canvas *canvas, size_t sheet, const struct view *view, struct error *err)
{
    bool done = workbook_view(canvas->workbook, sheet, view, err);
    if (done && canvas->page != NULL) {
        html_book_view(canvas->page, sheet, view);
    }
    return done;
}

bool canvas_page(struct canvas *canvas, size_t sheet, const struct page *page, struct error *err)
{
    bool done = workbook_page(canvas->workbook, sheet, page, err);
    if (done && canvas->page != NULL) {
        html_book_page(canvas->page, sheet, page);
    }
    return done;
}

bool canvas_breaks(struct canvas *canvas, size_t sheet, const uint32_t *rows, size_t count,
                   struct error *err)
{
    bool done = workbook_breaks(canvas->workbook, sheet, rows, count, err);
    if (done && canvas->page != NULL) {
        html_book_breaks(canvas->page, sheet, rows, count);
    }
    return done;
}

bool canvas_protect(struct canvas *canvas, size_t sheet, struct error *err)
{
    return workbook_protect(canvas->workbook, sheet, err);
}
