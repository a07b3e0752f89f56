#include "draw_chart.h"

#include "message.h"

#include <string.h>

static double number_or(const struct draw_value *value, double otherwise)
{
    return value->given ? value->number : otherwise;
}

/* A number as a whole one within [least, most]; what lies outside is put at `most` + 1, which
 * workbook_chart refuses by name. */
static int32_t whole(const struct draw_value *value, int32_t otherwise, int32_t least, int32_t most)
{
    double number = number_or(value, otherwise);
    return number >= least && number <= most ? (int32_t)number : most + 1;
}

static bool read_axis(const struct draw_value *value, struct arena *arena, struct chart_axis *axis,
                      struct error *err)
{
    struct draw_value options[DRAWING_OPTIONS];
    if (!draw_value_options(&value->text, OPTIONS_AXIS, "chart", arena, options, err)) {
        return false;
    }
    *axis = (struct chart_axis){.hidden = options[AXIS_HIDDEN].flag,
                                .gridlines = options[AXIS_GRIDLINES].flag,
                                .reverse = options[AXIS_REVERSE].flag,
                                .has_least = options[AXIS_LEAST].given,
                                .has_most = options[AXIS_MOST].given,
                                .has_step = options[AXIS_STEP].given,
                                .least = options[AXIS_LEAST].number,
                                .most = options[AXIS_MOST].number,
                                .step = options[AXIS_STEP].number,
                                .format = draw_value_string(&options[AXIS_FORMAT], arena),
                                .size = options[AXIS_SIZE].number};
    return true;
}

/* Reads a list of colours. */
static bool read_points(const struct draw_value *value, struct arena *arena,
                        struct chart_series *series, struct error *err)
{
    struct json json;
    struct json_text text;
    if (!value->given) {
        return true;
    }
    if (!draw_value_list(&value->text, "points", arena, &json, err)) {
        return false;
    }
    while (json_item(&json)) {
        if (series->point_count == CHART_POINTS || json_peek(&json) != JSON_STRING ||
            !json_string(&json, &text) ||
            !draw_value_color(&text, &series->points[series->point_count++])) {
            return error_set(err, M_WORKBOOK_RANGE, NULL, "points");
        }
    }
    return true;
}

static bool read_one_series(const struct json_text *text, struct arena *arena,
                            struct chart_series *series, struct error *err)
{
    struct draw_value options[DRAWING_OPTIONS];
    if (!draw_value_options(text, OPTIONS_SERIES, "chart", arena, options, err)) {
        return false;
    }
    *series = (struct chart_series){
        .name = draw_value_string(&options[SERIES_NAME], arena),
        .categories = draw_value_string(&options[SERIES_CATEGORIES], arena),
        .values = draw_value_string(&options[SERIES_VALUES], arena),
        .color = options[SERIES_COLOR].given ? options[SERIES_COLOR].color : -1,
        .line = options[SERIES_LINE].number,
        .dashed = options[SERIES_DASHED].flag,
        .marker = options[SERIES_MARKER].flag,
        .transparency = (uint8_t)whole(&options[SERIES_TRANSPARENCY], 0, 0, 100),
        .invisible = options[SERIES_INVISIBLE].flag,
        .labels = options[SERIES_LABELS].flag,
        .label_format = draw_value_string(&options[SERIES_LABEL_FORMAT], arena),
        .label_color = options[SERIES_LABEL_COLOR].given ? options[SERIES_LABEL_COLOR].color : -1};
    return read_points(&options[SERIES_POINTS], arena, series, err);
}

static bool read_series(const struct draw_value *value, struct arena *arena, struct chart *chart,
                        struct error *err)
{
    struct json json;
    struct json_text text;
    if (!draw_value_list(&value->text, "series", arena, &json, err)) {
        return false;
    }
    while (json_item(&json)) {
        if (chart->series_count == CHART_SERIES || !json_skip(&json, &text)) {
            return error_set(err, M_WORKBOOK_RANGE, NULL, "series");
        }
        if (!read_one_series(&text, arena, &chart->series[chart->series_count++], err)) {
            return false;
        }
    }
    return true;
}

static bool read_kind(const struct draw_value *value, struct chart *chart, struct error *err)
{
#define CHART_KIND_WORD(name, word) word,
    static const char *const words[] = {CHART_KINDS(CHART_KIND_WORD)};
#undef CHART_KIND_WORD
    uint8_t kind = CHART_COLUMN;
    if (!draw_value_word(value, "kind", words, sizeof words / sizeof *words, &kind, err)) {
        return false;
    }
    chart->kind = kind;
    return true;
}

bool draw_chart(struct canvas *canvas, const struct draw_value *arguments, struct arena *arena,
                struct error *err)
{
    struct draw_value options[DRAWING_OPTIONS];
    if (!draw_value_options(&arguments[3].text, OPTIONS_CHART, "chart", arena, options, err)) {
        return false;
    }
    struct chart *chart = arena_get(arena, 1, sizeof *chart);
    const char *description = draw_value_string(&options[CHART_DESCRIPTION], arena);
    const char *legend = draw_value_string(&options[CHART_LEGEND], arena);
    chart->title = draw_value_string(&options[CHART_TITLE], arena);
    chart->description = description == NULL ? "" : description;
    chart->font = draw_value_string(&options[CHART_FONT], arena);
    chart->legend = legend == NULL ? "bottom" : legend;
    chart->width = (uint32_t)whole(&options[CHART_WIDTH], 480, 40, 4000);
    chart->height = (uint32_t)whole(&options[CHART_HEIGHT], 288, 40, 4000);
    chart->x = whole(&options[CHART_X], 0, 0, 1000);
    chart->y = whole(&options[CHART_Y], 0, 0, 1000);
    chart->gap = (uint16_t)whole(&options[CHART_GAP], 60, 0, 500);
    chart->overlap = (int16_t)whole(&options[CHART_OVERLAP], 0, -100, 100);
    chart->hole = (uint8_t)whole(&options[CHART_HOLE], 60, 10, 90);
    struct cell cell = {(size_t)arguments[0].number, (uint32_t)arguments[1].number,
                        (uint32_t)arguments[2].number};
    return read_kind(&options[CHART_KIND], chart, err) &&
           read_axis(&options[CHART_CATEGORY], arena, &chart->category, err) &&
           read_axis(&options[CHART_VALUE], arena, &chart->value, err) &&
           read_series(&options[CHART_SERIES_LIST], arena, chart, err) &&
           canvas_chart(canvas, cell, chart, err);
}
