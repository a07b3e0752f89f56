#include "workbook_page.h"

#include "gate.h"
#include "message.h"
#include "workbook_handle.h"

#include <string.h>

enum { FOOTER_UNITS = 80, FOOTER_BYTES = 255, BREAKS = 1000, PAPER_A4 = 9 };

static bool in_range(double number, double least, double most, const char *what, struct error *err)
{
    return (number >= least && number <= most) || error_set(err, M_WORKBOOK_RANGE, NULL, what);
}

bool workbook_columns(struct workbook *workbook, size_t sheet, uint32_t first, uint32_t last,
                      double width, bool hidden, struct error *err)
{
    struct workbook_sheet *found = NULL;
    struct area area = {sheet, 0, first, 0, last};
    lxw_row_col_options options = {.hidden = hidden};
    return workbook_sheet_at(workbook, sheet, &found, err) && workbook_check_area(&area, err) &&
           in_range(width, 0, 255, "width", err) &&
           workbook_accept(sheet_library()->worksheet_set_column_opt(found->sheet, (lxw_col_t)first,
                                                                     (lxw_col_t)last, width, NULL,
                                                                     &options),
                           err);
}

bool workbook_row(struct workbook *workbook, size_t sheet, uint32_t row, double height, bool hidden,
                  struct error *err)
{
    struct workbook_sheet *found = NULL;
    struct area area = {sheet, row, 0, row, 0};
    lxw_row_col_options options = {.hidden = hidden};
    return workbook_sheet_at(workbook, sheet, &found, err) && workbook_check_area(&area, err) &&
           in_range(height, 0, 409, "height", err) &&
           workbook_accept(
               sheet_library()->worksheet_set_row_opt(found->sheet, row, height, NULL, &options),
               err);
}

bool workbook_view(struct workbook *workbook, size_t sheet, const struct view *view,
                   struct error *err)
{
    struct workbook_sheet *found = NULL;
    struct area pane = {sheet, view->row, view->column, view->row, view->column};
    if (!workbook_sheet_at(workbook, sheet, &found, err) || !workbook_check_area(&pane, err) ||
        !in_range(view->zoom == 0 ? 100 : view->zoom, 10, 400, "zoom", err) ||
        !in_range(view->tab, -1, 0xFFFFFF, "tab", err)) {
        return false;
    }
    if (view->frozen) {
        sheet_library()->worksheet_freeze_panes(found->sheet, view->row, (lxw_col_t)view->column);
    }
    sheet_library()->worksheet_gridlines(found->sheet, view->gridlines ? LXW_SHOW_SCREEN_GRIDLINES
                                                                       : LXW_HIDE_ALL_GRIDLINES);
    if (view->zoom != 0) {
        sheet_library()->worksheet_set_zoom(found->sheet, view->zoom);
    }
    if (view->tab >= 0) {
        sheet_library()->worksheet_set_tab_color(found->sheet, (lxw_color_t)view->tab);
    }
    found->hidden = view->hidden;
    found->active = view->active;
    return true;
}

/* Appends a part of a header: "&" doubled, {page} and {pages} as the format writes them. */
static bool add_part(struct workbook *workbook, const char *code, const char *part,
                     struct text *out, struct error *err)
{
    if (part == NULL) {
        return true;
    }
    if (!gate_plain_text(part, strlen(part), FOOTER_UNITS, &workbook->clean, err)) {
        return false;
    }
    text_add(out, code);
    for (const char *at = workbook->clean.bytes; *at != '\0'; at++) {
        if (strncmp(at, "{pages}", 7) == 0) {
            text_add(out, "&N");
            at += 6;
        } else if (strncmp(at, "{page}", 6) == 0) {
            text_add(out, "&P");
            at += 5;
        } else if (*at == '&') {
            /* "&G" and "&[Picture]" ask for a picture, and the library looks for them without regard to
             * a "&" before; where it finds none to go with them, it frees a text twice. The size of
             * the letters, said again, keeps the two apart. */
            text_add(out, at[1] == 'G' || at[1] == '[' ? "&&&8" : "&&");
        } else {
            text_append(out, at, 1);
        }
    }
    return true;
}

/* The three parts of a header or footer into workbook->more, in small grey letters. */
static bool add_parts(struct workbook *workbook, const char *left, const char *center,
                      const char *right, struct error *err)
{
    struct text *out = &workbook->more;
    text_clear(out);
    bool good = add_part(workbook, "&L&\"Arial,Regular\"&8&K6B7280", left, out, err) &&
                add_part(workbook, "&C&\"Arial,Regular\"&8&K6B7280", center, out, err) &&
                add_part(workbook, "&R&\"Arial,Regular\"&8&K6B7280", right, out, err);
    if (good && out->length > FOOTER_BYTES) {
        return error_set(err, M_GATE_TEXT_LONG, NULL, out->length, (size_t)FOOTER_BYTES);
    }
    return good;
}

static bool set_header_footer(struct workbook *workbook, lxw_worksheet *sheet,
                              const struct page *page, struct error *err)
{
    lxw_header_footer_options header = {.margin = page->header_margin};
    lxw_header_footer_options footer = {.margin = page->footer_margin};
    return add_parts(workbook, page->header_left, page->header_center, page->header_right, err) &&
           (workbook->more.length == 0 || workbook_accept(sheet_library()->worksheet_set_header_opt(
                                                              sheet, workbook->more.bytes, &header),
                                                          err)) &&
           add_parts(workbook, page->footer_left, page->footer_center, page->footer_right, err) &&
           (workbook->more.length == 0 || workbook_accept(sheet_library()->worksheet_set_footer_opt(
                                                              sheet, workbook->more.bytes, &footer),
                                                          err));
}

static bool check_margins(const struct page *page, struct error *err)
{
    const double margins[] = {page->left,   page->right,         page->top,
                              page->bottom, page->header_margin, page->footer_margin};
    for (size_t i = 0; i < sizeof margins / sizeof *margins; i++) {
        if (!in_range(margins[i], 0, 5, "margins", err)) {
            return false;
        }
    }
    return true;
}

bool workbook_page(struct workbook *workbook, size_t sheet, const struct page *page,
                   struct error *err)
{
    struct workbook_sheet *found = NULL;
    struct area rows = {sheet, page->repeat_first, 0, page->repeat_last, 0};
    if (!workbook_sheet_at(workbook, sheet, &found, err) || !check_margins(page, err) ||
        !workbook_check_area(&rows, err) ||
        (page->only && !workbook_check_area(&page->area, err))) {
        return false;
    }
    sheet_library()->worksheet_set_paper(found->sheet, PAPER_A4);
    if (page->landscape) {
        sheet_library()->worksheet_set_landscape(found->sheet);
    }
    if (page->center) {
        sheet_library()->worksheet_center_horizontally(found->sheet);
    }
    sheet_library()->worksheet_set_margins(found->sheet, page->left, page->right, page->top,
                                           page->bottom);
    if (page->fit_width != 0 || page->fit_height != 0) {
        sheet_library()->worksheet_fit_to_pages(found->sheet, page->fit_width, page->fit_height);
    }
    bool good = true;
    if (page->repeat) {
        good = workbook_accept(sheet_library()->worksheet_repeat_rows(
                                   found->sheet, page->repeat_first, page->repeat_last),
                               err);
    }
    if (good && page->only) {
        const struct area *area = &page->area;
        good = workbook_accept(
            sheet_library()->worksheet_print_area(found->sheet, area->row, (lxw_col_t)area->column,
                                                  area->last_row, (lxw_col_t)area->last_column),
            err);
    }
    return good && set_header_footer(workbook, found->sheet, page, err);
}

bool workbook_breaks(struct workbook *workbook, size_t sheet, const uint32_t *rows, size_t count,
                     struct error *err)
{
    struct workbook_sheet *found = NULL;
    lxw_row_t list[BREAKS + 1];
    if (!workbook_sheet_at(workbook, sheet, &found, err)) {
        return false;
    }
    if (count > BREAKS) {
        return error_set(err, M_WORKBOOK_MANY, NULL, (size_t)BREAKS);
    }
    for (size_t i = 0; i < count; i++) {
        if (rows[i] == 0 || rows[i] >= GATE_ROWS || (i > 0 && rows[i] <= rows[i - 1])) {
            return error_set(err, M_WORKBOOK_PLACE, NULL);
        }
        list[i] = rows[i];
    }
    list[count] = 0;
    return count == 0 ||
           workbook_accept(sheet_library()->worksheet_set_h_pagebreaks(found->sheet, list), err);
}

bool workbook_protect(struct workbook *workbook, size_t sheet, struct error *err)
{
    struct workbook_sheet *found = NULL;
    lxw_protection options = {
        .format_columns = LXW_TRUE, .format_rows = LXW_TRUE, .autofilter = LXW_TRUE};
    if (!workbook_sheet_at(workbook, sheet, &found, err)) {
        return false;
    }
    sheet_library()->worksheet_protect(found->sheet, NULL, &options);
    return true;
}
