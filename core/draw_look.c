#include "draw_look.h"

#include "message.h"

#include <string.h>

enum { BREAK_ROWS = 1000 };
static const double MILLIMETRES = 25.4; /* in an inch */

struct area draw_look_area(const struct draw_value *arguments, size_t first)
{
    return (struct area){(size_t)arguments[0].number, (uint32_t)arguments[first].number,
                         (uint32_t)arguments[first + 1].number,
                         (uint32_t)arguments[first + 2].number,
                         (uint32_t)arguments[first + 3].number};
}

/* A number within [least, most]; fails with WORKBOOK_RANGE. Not given: *out is left alone. */
static bool bounded(const struct draw_value *value, const char *key, double least, double most,
                    double *out, struct error *err)
{
    if (!value->given) {
        return true;
    }
    if (!(value->number >= least && value->number <= most)) {
        return error_set(err, M_WORKBOOK_RANGE, NULL, key);
    }
    *out = value->number;
    return true;
}

/* ---- styles ---- */

/* Copies a text into an array with its NUL; fails with WORKBOOK_RANGE when it is too long. */
static bool copy_text(const struct draw_value *value, const char *key, char *out, size_t size,
                      struct error *err)
{
    if (!value->given) {
        return true;
    }
    if (value->text.length >= size) {
        return error_set(err, M_WORKBOOK_RANGE, NULL, key);
    }
    memcpy(out, value->text.bytes, value->text.length);
    out[value->text.length] = '\0';
    return true;
}

static void copy_flag(const struct draw_value *value, bool *out)
{
    *out = value->given ? value->flag : *out;
}

static void copy_color(const struct draw_value *value, int32_t *out)
{
    *out = value->given ? value->color : *out;
}

static bool style_lines(const struct draw_value *options, struct style *style, struct error *err)
{
    static const char *const words[] = {"none", "thin",   "medium", "thick",
                                        "hair", "dotted", "double"};
    struct {
        enum style_option option;
        uint8_t *line;
    } const sides[] = {{STYLE_LINE, &style->top},  {STYLE_LINE, &style->bottom},
                       {STYLE_LINE, &style->left}, {STYLE_LINE, &style->right},
                       {STYLE_TOP, &style->top},   {STYLE_BOTTOM, &style->bottom},
                       {STYLE_LEFT, &style->left}, {STYLE_RIGHT, &style->right}};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        if (!draw_value_word(&options[sides[i].option],
                             drawing_options(OPTIONS_STYLE)[sides[i].option].key, words,
                             sizeof words / sizeof *words, sides[i].line, err)) {
            return false;
        }
    }
    return true;
}

static bool style_place(const struct draw_value *options, struct style *style, struct error *err)
{
    static const char *const across[] = {"none", "left", "center", "right", "fill", "across"};
    static const char *const down[] = {"bottom", "middle", "top"};
    double indent = style->indent;
    double rotation = style->rotation;
    bool good = draw_value_word(&options[STYLE_ALIGN], "align", across,
                                sizeof across / sizeof *across, &style->align, err) &&
                draw_value_word(&options[STYLE_VALIGN], "valign", down, sizeof down / sizeof *down,
                                &style->valign, err) &&
                bounded(&options[STYLE_INDENT], "indent", 0, 15, &indent, err) &&
                bounded(&options[STYLE_ROTATION], "rotation", -90, 90, &rotation, err);
    style->indent = (uint8_t)indent;
    style->rotation = (int16_t)rotation;
    return good;
}

/* Lays the options that were given over a style. */
static bool change_style(const struct draw_value *options, struct style *style, struct error *err)
{
    copy_flag(&options[STYLE_BOLD], &style->bold);
    copy_flag(&options[STYLE_ITALIC], &style->italic);
    copy_flag(&options[STYLE_UNDERLINE], &style->underline);
    copy_flag(&options[STYLE_WRAP], &style->wrap);
    copy_flag(&options[STYLE_UNLOCKED], &style->unlocked);
    copy_color(&options[STYLE_COLOR], &style->color);
    copy_color(&options[STYLE_FILL], &style->fill);
    copy_color(&options[STYLE_LINE_COLOR], &style->line_color);
    return copy_text(&options[STYLE_FONT], "font", style->font, sizeof style->font, err) &&
           copy_text(&options[STYLE_FORMAT], "format", style->format, sizeof style->format, err) &&
           bounded(&options[STYLE_SIZE], "size", 1, 100, &style->size, err) &&
           style_place(options, style, err) && style_lines(options, style, err);
}

bool draw_look_style(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                     struct error *err)
{
    struct draw_value options[DRAWING_OPTIONS];
    struct style style = STYLE_PLAIN;
    if (!draw_value_options(&arguments[1].text, OPTIONS_STYLE, "style", arena, options, err)) {
        return false;
    }
    const struct json_text *base = &options[STYLE_BASE].text;
    if (options[STYLE_BASE].given) {
        const struct style *found = canvas_style_find(canvas, base->bytes, base->length);
        if (found == NULL) {
            return error_set(err, M_STYLE_UNKNOWN, NULL, (int)base->length, base->bytes);
        }
        style = *found;
    }
    return change_style(options, &style, err) &&
           canvas_style_define(canvas, arguments[0].text.bytes, arguments[0].text.length, &style,
                               err);
}

/* ---- columns and rows ---- */

bool draw_look_columns(struct canvas *canvas, const struct draw_value *arguments,
                       struct arena *arena, struct error *err)
{
    struct draw_value options[DRAWING_OPTIONS];
    return draw_value_options(&arguments[4].text, OPTIONS_LINE, "columns", arena, options, err) &&
           canvas_columns(canvas, (size_t)arguments[0].number, (uint32_t)arguments[1].number,
                          (uint32_t)arguments[2].number, arguments[3].number,
                          options[LINE_HIDDEN].flag, err);
}

bool draw_look_row(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                   struct error *err)
{
    struct draw_value options[DRAWING_OPTIONS];
    return draw_value_options(&arguments[3].text, OPTIONS_LINE, "row", arena, options, err) &&
           canvas_row(canvas, (size_t)arguments[0].number, (uint32_t)arguments[1].number,
                      arguments[2].number, options[LINE_HIDDEN].flag, err);
}

/* ---- tables, choices, conditions ---- */

/* Reads the headings of a table. */
static bool read_headings(const struct draw_value *value, struct arena *arena,
                          const char *headings[TABLE_COLUMNS], size_t *count, struct error *err)
{
    struct json json;
    struct json_text text;
    if (!draw_value_list(&value->text, "columns", arena, &json, err)) {
        return false;
    }
    for (*count = 0; json_item(&json); (*count)++) {
        if (*count == TABLE_COLUMNS || json_peek(&json) != JSON_STRING ||
            !json_string(&json, &text)) {
            return error_set(err, M_WORKBOOK_TABLE, NULL);
        }
        headings[*count] = arena_copy(arena, text.bytes, text.length);
    }
    return true;
}

bool draw_look_table(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                     struct error *err)
{
    struct draw_value options[DRAWING_OPTIONS];
    const char *headings[TABLE_COLUMNS];
    size_t count = 0;
    if (!draw_value_options(&arguments[5].text, OPTIONS_TABLE, "table", arena, options, err) ||
        !read_headings(&options[TABLE_COLUMNS_LIST], arena, headings, &count, err)) {
        return false;
    }
    struct area area = draw_look_area(arguments, 1);
    struct style_name header = {options[TABLE_HEADER].text.bytes,
                                options[TABLE_HEADER].text.length};
    struct table_look look = {.name = options[TABLE_NAME].text.bytes,
                              .name_length = options[TABLE_NAME].text.length,
                              .columns = headings,
                              .column_count = count,
                              .header = options[TABLE_HEADER].given ? &header : NULL,
                              .filter = options[TABLE_FILTER].flag};
    return canvas_table(canvas, &area, &look, err);
}

bool draw_look_choice(struct canvas *canvas, const struct draw_value *arguments,
                      struct arena *arena, struct error *err)
{
    struct draw_value options[DRAWING_OPTIONS];
    if (!draw_value_options(&arguments[5].text, OPTIONS_CHOICE, "choice", arena, options, err)) {
        return false;
    }
    struct area area = draw_look_area(arguments, 1);
    struct choice choice = {
        .list = draw_value_string(&options[CHOICE_LIST], arena),
        .list_length = options[CHOICE_LIST].text.length,
        .least = options[CHOICE_LEAST].number,
        .most = options[CHOICE_MOST].number,
        .whole = options[CHOICE_WHOLE].flag,
        .date = options[CHOICE_DATE].flag,
        .warn = options[CHOICE_WARN].flag,
        .title = draw_value_string(&options[CHOICE_TITLE], arena),
        .message = draw_value_string(&options[CHOICE_MESSAGE], arena),
        .error_title = draw_value_string(&options[CHOICE_ERROR_TITLE], arena),
        .error_message = draw_value_string(&options[CHOICE_ERROR_MESSAGE], arena),
    };
    return canvas_choice(canvas, &area, &choice, err);
}

/* Which kind the given options make. */
static enum condition_kind condition_kind(const struct draw_value *options)
{
    return options[CONDITION_KEY_FORMULA].given ? CONDITION_FORMULA
           : options[CONDITION_KEY_EQUAL].given ? CONDITION_EQUAL
           : options[CONDITION_KEY_BAR].given   ? CONDITION_BAR
           : options[CONDITION_LOW].given       ? CONDITION_SCALE
                                                : CONDITION_BETWEEN;
}

bool draw_look_condition(struct canvas *canvas, const struct draw_value *arguments,
                         struct arena *arena, struct error *err)
{
    struct draw_value options[DRAWING_OPTIONS];
    if (!draw_value_options(&arguments[5].text, OPTIONS_CONDITION, "condition", arena, options,
                            err)) {
        return false;
    }
    enum condition_kind kind = condition_kind(options);
    const struct draw_value *text =
        &options[kind == CONDITION_FORMULA ? CONDITION_KEY_FORMULA : CONDITION_KEY_EQUAL];
    const struct draw_value *style = &options[CONDITION_STYLE];
    if (kind != CONDITION_BAR && kind != CONDITION_SCALE && !style->given) {
        return error_set(err, M_DRAW_TYPE, NULL, "style", _("the name of a style"));
    }
    struct area area = draw_look_area(arguments, 1);
    struct style_name name = {style->text.bytes, style->text.length};
    struct condition condition = {.kind = kind,
                                  .text = text->text.bytes,
                                  .length = text->text.length,
                                  .least = options[CONDITION_LEAST].number,
                                  .most = options[CONDITION_MOST].number,
                                  .low = options[CONDITION_LOW].color,
                                  .high = kind == CONDITION_BAR ? options[CONDITION_KEY_BAR].color
                                                                : options[CONDITION_HIGH].color,
                                  .style = style->given ? &name : NULL};
    return canvas_condition(canvas, &area, &condition, err);
}

/* ---- screen and paper ---- */

bool draw_look_view(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                    struct error *err)
{
    struct draw_value options[DRAWING_OPTIONS];
    double row = 1;
    double column = 1;
    double zoom = 0;
    if (!draw_value_options(&arguments[1].text, OPTIONS_VIEW, "view", arena, options, err) ||
        !bounded(&options[VIEW_ROW], "freeze_row", 1, 1000000, &row, err) ||
        !bounded(&options[VIEW_COLUMN], "freeze_column", 1, 16000, &column, err) ||
        !bounded(&options[VIEW_ZOOM], "zoom", 10, 400, &zoom, err)) {
        return false;
    }
    struct view view = {.frozen = row > 1 || column > 1,
                        .row = (uint32_t)row - 1,
                        .column = (uint32_t)column - 1,
                        .gridlines = options[VIEW_GRIDLINES].flag,
                        .hidden = options[VIEW_HIDDEN].flag,
                        .active = options[VIEW_ACTIVE].flag,
                        .zoom = (uint16_t)zoom,
                        .tab = options[VIEW_TAB].given ? options[VIEW_TAB].color : -1};
    return canvas_view(canvas, (size_t)arguments[0].number, &view, err);
}

/* Margins in millimetres, pages and rows. */
static bool page_numbers(const struct draw_value *options, struct page *page, struct error *err)
{
    double left = 15;
    double right = 15;
    double top = 15;
    double bottom = 17;
    double across = 0;
    double down = 0;
    double first = 1;
    double last = 1;
    if (!bounded(&options[PAGE_LEFT], "left", 0, 100, &left, err) ||
        !bounded(&options[PAGE_RIGHT], "right", 0, 100, &right, err) ||
        !bounded(&options[PAGE_TOP], "top", 0, 100, &top, err) ||
        !bounded(&options[PAGE_BOTTOM], "bottom", 0, 100, &bottom, err) ||
        !bounded(&options[PAGE_FIT_WIDTH], "fit_width", 0, 1000, &across, err) ||
        !bounded(&options[PAGE_FIT_HEIGHT], "fit_height", 0, 1000, &down, err) ||
        !bounded(&options[PAGE_REPEAT_FIRST], "repeat_first", 1, 1000000, &first, err) ||
        !bounded(&options[PAGE_REPEAT_LAST], "repeat_last", first, 1000000, &last, err)) {
        return false;
    }
    page->left = left / MILLIMETRES;
    page->right = right / MILLIMETRES;
    page->top = top / MILLIMETRES;
    page->bottom = bottom / MILLIMETRES;
    page->header_margin = page->top / 2;
    page->footer_margin = page->bottom / 2;
    page->fit_width = (uint16_t)across;
    page->fit_height = (uint16_t)down;
    page->repeat = options[PAGE_REPEAT_FIRST].given;
    page->repeat_first = (uint32_t)first - 1;
    page->repeat_last = (uint32_t)(last < first ? first : last) - 1;
    return true;
}

/* Reads {row, column, last_row, last_column}. */
static bool page_area(const struct draw_value *value, struct arena *arena, struct page *page,
                      struct error *err)
{
    struct json json;
    int64_t numbers[4] = {0};
    size_t count = 0;
    if (!value->given) {
        return true;
    }
    if (!draw_value_list(&value->text, "area", arena, &json, err)) {
        return false;
    }
    bool more = json_item(&json);
    while (more && count < 4 && json_peek(&json) == JSON_NUMBER &&
           json_integer(&json, 1, INT32_MAX, &numbers[count])) {
        count++;
        more = json_item(&json);
    }
    if (count != 4 || more || error_is_set(&json.error)) {
        return error_set(err, M_WORKBOOK_RANGE, NULL, "area");
    }
    page->only = true;
    page->area = (struct area){0, (uint32_t)numbers[0] - 1, (uint32_t)numbers[1] - 1,
                               (uint32_t)numbers[2] - 1, (uint32_t)numbers[3] - 1};
    return true;
}

bool draw_look_page(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                    struct error *err)
{
    struct draw_value options[DRAWING_OPTIONS];
    struct page page = {.repeat = false};
    if (!draw_value_options(&arguments[1].text, OPTIONS_PAGE, "page", arena, options, err) ||
        !page_numbers(options, &page, err) || !page_area(&options[PAGE_AREA], arena, &page, err)) {
        return false;
    }
    page.landscape = options[PAGE_LANDSCAPE].flag;
    page.center = options[PAGE_CENTER].flag;
    page.header_left = draw_value_string(&options[PAGE_HEADER_LEFT], arena);
    page.header_center = draw_value_string(&options[PAGE_HEADER_CENTER], arena);
    page.header_right = draw_value_string(&options[PAGE_HEADER_RIGHT], arena);
    page.footer_left = draw_value_string(&options[PAGE_FOOTER_LEFT], arena);
    page.footer_center = draw_value_string(&options[PAGE_FOOTER_CENTER], arena);
    page.footer_right = draw_value_string(&options[PAGE_FOOTER_RIGHT], arena);
    return canvas_page(canvas, (size_t)arguments[0].number, &page, err);
}

bool draw_look_breaks(struct canvas *canvas, const struct draw_value *arguments,
                      struct arena *arena, struct error *err)
{
    struct json json;
    uint32_t rows[BREAK_ROWS];
    size_t count = 0;
    if (!draw_value_list(&arguments[1].text, "breaks", arena, &json, err)) {
        return false;
    }
    while (json_item(&json)) {
        int64_t row = 0;
        if (count == BREAK_ROWS || json_peek(&json) != JSON_NUMBER ||
            !json_integer(&json, 1, INT32_MAX, &row)) {
            return error_set(err, M_WORKBOOK_RANGE, NULL, "breaks");
        }
        rows[count++] = (uint32_t)row - 1;
    }
    return canvas_breaks(canvas, (size_t)arguments[0].number, rows, count, err);
}
