#include "workbook_chart.h"

#include "gate.h"
#include "limit.h"
#include "message.h"
#include "workbook_handle.h"

#include <string.h>

/* Colours of what every chart has. */
enum { GREY_LINE = 0xD5DBE1, GREY_TEXT = 0x4B5563 };
enum { DEFAULT_WIDTH = 480, DEFAULT_HEIGHT = 288 }; /* of the library, which only scales */
enum { PNG_SIGNATURE = 8, PNG_CHUNK = 12, PNG_HEADER = 24, PNG_SIDE = 20000 };

static bool in_range(double number, double least, double most, const char *what, struct error *err)
{
    return (number >= least && number <= most) || error_set(err, M_WORKBOOK_RANGE, NULL, what);
}

/* Cleans a text into the workbook's arena; NULL stays NULL. */
static bool keep(struct workbook *workbook, const char *text, char **out, struct error *err)
{
    *out = NULL;
    if (text == NULL) {
        return true;
    }
    bool good = gate_plain_text(text, strlen(text), CHART_TEXT_UNITS, &workbook->clean, err);
    *out = arena_copy(&workbook->arena, workbook->clean.bytes, workbook->clean.length);
    return good;
}

/* Checks a reference and copies it; NULL stays NULL. */
static bool keep_reference(struct workbook *workbook, const char *reference, char **out,
                           struct error *err)
{
    *out = NULL;
    if (reference == NULL) {
        return true;
    }
    const char *checked = NULL;
    bool good = workbook_formula(workbook, reference, strlen(reference), true, &checked, err);
    *out = arena_string(&workbook->arena, checked);
    return good;
}

static uint8_t library_kind(enum chart_kind kind)
{
    static const uint8_t kinds[] = {
        [CHART_AREA] = LXW_CHART_AREA,
        [CHART_BAR] = LXW_CHART_BAR,
        [CHART_BAR_STACKED] = LXW_CHART_BAR_STACKED,
        [CHART_COLUMN] = LXW_CHART_COLUMN,
        [CHART_COLUMN_STACKED] = LXW_CHART_COLUMN_STACKED,
        [CHART_DOUGHNUT] = LXW_CHART_DOUGHNUT,
        [CHART_LINE] = LXW_CHART_LINE,
        [CHART_PIE] = LXW_CHART_PIE,
        [CHART_RADAR] = LXW_CHART_RADAR,
        [CHART_RADAR_FILLED] = LXW_CHART_RADAR_FILLED,
        [CHART_SCATTER] = LXW_CHART_SCATTER,
    };
    return kinds[kind];
}

/* True for kinds whose series are lines rather than areas. */
static bool is_line(enum chart_kind kind)
{
    return kind == CHART_LINE || kind == CHART_RADAR;
}

/* Draws nothing of a series, which keeps its room. */
static void hide_series(lxw_chart_series *made)
{
    lxw_chart_fill fill = {.none = LXW_TRUE};
    lxw_chart_line line = {.none = LXW_TRUE};
    sheet_library()->chart_series_set_fill(made, &fill);
    sheet_library()->chart_series_set_line(made, &line);
    sheet_library()->chart_series_set_marker_type(made, LXW_CHART_MARKER_NONE);
}

static void paint_series(lxw_chart_series *made, const struct chart *chart,
                         const struct chart_series *series)
{
    if (series->invisible) {
        hide_series(made);
        return;
    }
    if (series->color < 0) {
        return;
    }
    lxw_color_t color = (lxw_color_t)series->color;
    lxw_chart_fill fill = {.color = color, .transparency = series->transparency};
    lxw_chart_line line = {.color = color,
                           .width = series->line > 0 ? (float)series->line : 2.0F,
                           .dash_type = series->dashed ? LXW_CHART_LINE_DASH_DASH
                                                       : LXW_CHART_LINE_DASH_SOLID};
    if (chart->kind == CHART_SCATTER) {
        line.none = LXW_TRUE;
    }
    if (is_line(chart->kind) || chart->kind == CHART_SCATTER) {
        sheet_library()->chart_series_set_line(made, &line);
    } else {
        sheet_library()->chart_series_set_fill(made, &fill);
        if (chart->kind == CHART_RADAR_FILLED) {
            sheet_library()->chart_series_set_line(made, &line);
        }
    }
    if (series->marker || chart->kind == CHART_SCATTER) {
        line.none = LXW_FALSE;
        fill.transparency = 0;
        sheet_library()->chart_series_set_marker_type(made, LXW_CHART_MARKER_CIRCLE);
        sheet_library()->chart_series_set_marker_size(made, 5);
        sheet_library()->chart_series_set_marker_fill(made, &fill);
        sheet_library()->chart_series_set_marker_line(made, &line);
    } else if (is_line(chart->kind)) {
        sheet_library()->chart_series_set_marker_type(made, LXW_CHART_MARKER_NONE);
    }
}

/* Gives single points their colours. */
static void paint_points(lxw_chart_series *made, const struct chart_series *series)
{
    lxw_chart_fill fills[CHART_POINTS];
    lxw_chart_point points[CHART_POINTS];
    lxw_chart_point *list[CHART_POINTS + 1];
    if (series->point_count == 0) {
        return;
    }
    for (size_t i = 0; i < series->point_count; i++) {
        fills[i] = (lxw_chart_fill){.color = (lxw_color_t)series->points[i]};
        points[i] = (lxw_chart_point){.fill = &fills[i]};
        list[i] = &points[i];
    }
    list[series->point_count] = NULL;
    sheet_library()->chart_series_set_points(made, list);
}

static bool label_series(struct workbook *workbook, lxw_chart_series *made,
                         const struct chart *chart, const struct chart_series *series,
                         struct error *err)
{
    if (!series->labels) {
        return true;
    }
    char *name = NULL;
    char *format = NULL;
    if (!keep(workbook, chart->font, &name, err) ||
        !keep(workbook, series->label_format, &format, err)) {
        return false;
    }
    lxw_chart_font font = {
        .name = name,
        .size = 9,
        .bold = LXW_TRUE,
        .color = (lxw_color_t)(series->label_color >= 0 ? series->label_color : GREY_TEXT)};
    sheet_library()->chart_series_set_labels(made);
    sheet_library()->chart_series_set_labels_font(made, &font);
    if (chart->kind == CHART_LINE) { /* beside a point the line itself would cross the number */
        sheet_library()->chart_series_set_labels_position(made, LXW_CHART_LABEL_POSITION_ABOVE);
    }
    if (format != NULL) {
        if (!gate_number_format(format, strlen(format), err)) {
            return false;
        }
        sheet_library()->chart_series_set_labels_num_format(made, format);
    }
    return true;
}

static bool add_series(struct workbook *workbook, lxw_chart *made, const struct chart *chart,
                       const struct chart_series *series, struct error *err)
{
    char *categories = NULL;
    char *values = NULL;
    char *name = NULL;
    bool referred = series->name != NULL && series->name[0] == '=';
    if (series->values == NULL || series->point_count > CHART_POINTS) {
        return error_set(err, M_WORKBOOK_RANGE, NULL, "series");
    }
    if (!keep_reference(workbook, series->categories, &categories, err) ||
        !keep_reference(workbook, series->values, &values, err) ||
        !(referred ? keep_reference(workbook, series->name, &name, err)
                   : keep(workbook, series->name, &name, err)) ||
        !in_range(series->line, 0, 10, "line", err) ||
        !in_range(series->transparency, 0, 100, "transparency", err)) {
        return false;
    }
    lxw_chart_series *added = sheet_library()->chart_add_series(made, categories, values);
    if (added == NULL) {
        return error_set(err, M_WORKBOOK_LIBRARY, NULL, "series");
    }
    if (name != NULL) {
        sheet_library()->chart_series_set_name(added, name);
    }
    paint_series(added, chart, series);
    paint_points(added, series);
    return label_series(workbook, added, chart, series, err);
}

/* Where an axis begins and ends, and its marks. */
static bool set_scale(lxw_chart_axis *made, const struct chart_axis *axis, struct error *err)
{
    if (!gate_number(axis->least, err) || !gate_number(axis->most, err) ||
        (axis->has_step && !in_range(axis->step, 1e-6, 1e12, "step", err))) {
        return false;
    }
    if ((axis->has_least || axis->has_most || axis->has_step) && !made->is_value) {
        return error_set(err, M_WORKBOOK_RANGE, NULL, "category");
    }
    if (axis->has_least) {
        sheet_library()->chart_axis_set_min(made, axis->least);
    }
    if (axis->has_most) {
        sheet_library()->chart_axis_set_max(made, axis->most);
    }
    if (axis->has_step) {
        sheet_library()->chart_axis_set_major_unit(made, axis->step);
    }
    return true;
}

static bool set_axis(struct workbook *workbook, lxw_chart_axis *made, const struct chart *chart,
                     const struct chart_axis *axis, struct error *err)
{
    char *name = NULL;
    char *format = NULL;
    if (!keep(workbook, chart->font, &name, err) || !keep(workbook, axis->format, &format, err) ||
        !in_range(axis->size, 0, 40, "size", err) || !set_scale(made, axis, err) ||
        (format != NULL && !gate_number_format(format, strlen(format), err))) {
        return false;
    }
    lxw_chart_line grid = {.color = GREY_LINE, .width = 0.75F};
    lxw_chart_font font = {
        .name = name, .size = axis->size > 0 ? axis->size : 9, .color = GREY_TEXT};
    sheet_library()->chart_axis_set_num_font(made, &font);
    sheet_library()->chart_axis_set_line(made, &grid);
    sheet_library()->chart_axis_set_major_tick_mark(made, LXW_CHART_AXIS_TICK_MARK_NONE);
    sheet_library()->chart_axis_major_gridlines_set_visible(made, axis->gridlines);
    if (axis->gridlines) {
        sheet_library()->chart_axis_major_gridlines_set_line(made, &grid);
    }
    if (format != NULL) {
        sheet_library()->chart_axis_set_num_format(made, format);
    }
    if (axis->reverse) {
        sheet_library()->chart_axis_set_reverse(made);
    }
    if (axis->hidden) {
        sheet_library()->chart_axis_off(made);
    }
    return true;
}

static bool has_axes(enum chart_kind kind)
{
    return kind != CHART_PIE && kind != CHART_DOUGHNUT;
}

/* The axis of the categories is the library's "x" but in bar charts. Of area charts it forgets to note
 * that their "y" has numbers. */
static bool set_axes(struct workbook *workbook, lxw_chart *made, const struct chart *chart,
                     struct error *err)
{
    bool turned = made->y_axis->is_category;
    made->y_axis->is_value = !turned;
    return !has_axes(chart->kind) ||
           (set_axis(workbook, turned ? made->y_axis : made->x_axis, chart, &chart->category,
                     err) &&
            set_axis(workbook, turned ? made->x_axis : made->y_axis, chart, &chart->value, err));
}

/* Leaves what is not drawn out of the legend. */
static void thin_legend(lxw_chart *made, const struct chart *chart)
{
    int16_t list[CHART_SERIES + 1];
    size_t count = 0;
    for (size_t i = 0; i < chart->series_count; i++) {
        if (chart->series[i].invisible) {
            list[count++] = (int16_t)i;
        }
    }
    list[count] = -1;
    if (count > 0) {
        sheet_library()->chart_legend_delete_series(made, list);
    }
}

static bool set_legend(struct workbook *workbook, lxw_chart *made, const struct chart *chart,
                       struct error *err)
{
    static const struct {
        const char *word;
        uint8_t place;
    } places[] = {{"none", LXW_CHART_LEGEND_NONE},
                  {"right", LXW_CHART_LEGEND_RIGHT},
                  {"left", LXW_CHART_LEGEND_LEFT},
                  {"top", LXW_CHART_LEGEND_TOP},
                  {"bottom", LXW_CHART_LEGEND_BOTTOM}};
    char *name = NULL;
    if (!keep(workbook, chart->font, &name, err)) {
        return false;
    }
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (strcmp(places[i].word, chart->legend) == 0) {
            lxw_chart_font font = {.name = name, .size = 9, .color = GREY_TEXT};
            sheet_library()->chart_legend_set_position(made, places[i].place);
            sheet_library()->chart_legend_set_font(made, &font);
            thin_legend(made, chart);
            return true;
        }
    }
    return error_set(err, M_WORKBOOK_RANGE, NULL, "legend");
}

static bool set_title(struct workbook *workbook, lxw_chart *made, const struct chart *chart,
                      struct error *err)
{
    char *title = NULL;
    char *name = NULL;
    if (!keep(workbook, chart->title, &title, err) || !keep(workbook, chart->font, &name, err)) {
        return false;
    }
    if (title == NULL || title[0] == '\0') {
        sheet_library()->chart_title_off(made);
        return true;
    }
    lxw_chart_font font = {.name = name, .size = 11, .bold = LXW_TRUE, .color = GREY_TEXT};
    if (title[0] == '=') { /* the library would read a reference */
        return error_set(err, M_WORKBOOK_RANGE, NULL, "title");
    }
    sheet_library()->chart_title_set_name(made, title);
    sheet_library()->chart_title_set_name_font(made, &font);
    return true;
}

static void set_look(lxw_chart *made, const struct chart *chart)
{
    lxw_chart_line no_line = {.none = LXW_TRUE};
    lxw_chart_fill no_fill = {.none = LXW_TRUE};
    sheet_library()->chart_chartarea_set_line(made, &no_line);
    sheet_library()->chart_chartarea_set_fill(made, &no_fill);
    if (chart->kind == CHART_BAR || chart->kind == CHART_COLUMN ||
        chart->kind == CHART_BAR_STACKED || chart->kind == CHART_COLUMN_STACKED) {
        sheet_library()->chart_set_series_gap(made, chart->gap);
        if (chart->overlap != 0) {
            sheet_library()->chart_set_series_overlap(made, (int8_t)chart->overlap);
        }
    }
    if (chart->kind == CHART_DOUGHNUT) {
        sheet_library()->chart_set_hole_size(made, chart->hole);
    }
}

static bool check_chart(const struct chart *chart, struct error *err)
{
    return in_range(chart->width, 40, 4000, "width", err) &&
           in_range(chart->height, 40, 4000, "height", err) &&
           in_range(chart->x, 0, 1000, "x", err) && in_range(chart->y, 0, 1000, "y", err) &&
           in_range(chart->gap, 0, 500, "gap", err) &&
           in_range(chart->overlap, -100, 100, "overlap", err) &&
           in_range(chart->hole, 10, 90, "hole", err) &&
           in_range((double)chart->series_count, 1, CHART_SERIES, "series", err);
}

bool workbook_chart(struct workbook *workbook, struct cell cell, const struct chart *chart,
                    struct error *err)
{
    struct workbook_sheet *sheet = NULL;
    struct area place = {cell.sheet, cell.row, cell.column, cell.row, cell.column};
    char *description = NULL;
    if (!workbook_sheet_at(workbook, cell.sheet, &sheet, err) ||
        !workbook_check_area(&place, err) || !check_chart(chart, err) ||
        !workbook_count(&workbook->charts, 1, LIMIT_WORKBOOK_CHARTS, err) ||
        !keep(workbook, chart->description, &description, err)) {
        return false;
    }
    lxw_chart *made =
        sheet_library()->workbook_add_chart(workbook->book, library_kind(chart->kind));
    if (made == NULL) {
        return error_set(err, M_WORKBOOK_LIBRARY, NULL, "chart");
    }
    for (size_t i = 0; i < chart->series_count; i++) {
        if (!add_series(workbook, made, chart, &chart->series[i], err)) {
            return false;
        }
    }
    if (!set_axes(workbook, made, chart, err) || !set_legend(workbook, made, chart, err) ||
        !set_title(workbook, made, chart, err)) {
        return false;
    }
    set_look(made, chart);
    lxw_chart_options options = {.x_offset = chart->x,
                                 .y_offset = chart->y,
                                 .x_scale = (double)chart->width / DEFAULT_WIDTH,
                                 .y_scale = (double)chart->height / DEFAULT_HEIGHT,
                                 .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                 .description = description};
    return workbook_accept(sheet_library()->worksheet_insert_chart_opt(
                               sheet->sheet, cell.row, (lxw_col_t)cell.column, made, &options),
                           err);
}

/* Four bytes, the highest first. */
static uint32_t big_endian(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* True when the chunks of a PNG follow each other, whole, to its end: the library reads them without
 * looking where the file ends. */
static bool chunks_whole(const unsigned char *bytes, size_t length)
{
    size_t at = PNG_SIGNATURE;
    while (length - at >= PNG_CHUNK) {
        size_t size = big_endian(bytes + at);
        if (size > length - at - PNG_CHUNK) {
            return false;
        }
        if (memcmp(bytes + at + 4, "IEND", 4) == 0) {
            return true;
        }
        at += size + PNG_CHUNK;
    }
    return false;
}

/* True for a PNG whose sides are from 1 to PNG_SIDE pixels. */
static bool is_png(const char *bytes, size_t length)
{
    static const char signature[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    const unsigned char *header = (const unsigned char *)bytes;
    if (length < PNG_HEADER || memcmp(bytes, signature, sizeof signature - 1) != 0 ||
        !chunks_whole(header, length)) {
        return false;
    }
    uint32_t width = big_endian(header + 16);
    uint32_t height = big_endian(header + 20);
    return width >= 1 && width <= PNG_SIDE && height >= 1 && height <= PNG_SIDE;
}

bool workbook_image(struct workbook *workbook, struct cell cell, const char *bytes, size_t length,
                    double scale, const char *description, struct error *err)
{
    struct workbook_sheet *sheet = NULL;
    struct area place = {cell.sheet, cell.row, cell.column, cell.row, cell.column};
    char *kept = NULL;
    if (!workbook_sheet_at(workbook, cell.sheet, &sheet, err) ||
        !workbook_check_area(&place, err) || !in_range(scale, 0.01, 10, "scale", err) ||
        !workbook_count(&workbook->images, 1, LIMIT_WORKBOOK_IMAGES, err) ||
        !keep(workbook, description, &kept, err)) {
        return false;
    }
    if (length > LIMIT_IMAGE_BYTES || !is_png(bytes, length)) {
        return error_set(err, M_IMAGE_KIND, NULL, (size_t)LIMIT_IMAGE_BYTES);
    }
    lxw_image_options options = {.x_scale = scale,
                                 .y_scale = scale,
                                 .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                 .description = kept};
    return workbook_accept(sheet_library()->worksheet_insert_image_buffer_opt(
                               sheet->sheet, cell.row, (lxw_col_t)cell.column,
                               (const unsigned char *)bytes, length, &options),
                           err);
}
