#include "draw.h"

#include "draw_chart.h"
#include "draw_look.h"
#include "draw_value.h"
#include "drawing.h"
#include "limit.h"
#include "message.h"

/* What a command needs: the canvas, its arguments, where texts may live for the moment. */
struct draw {
    struct canvas *canvas;
    struct arena *arena;
    const struct draw_source *source;
    struct draw_value arguments[DRAWING_ARGUMENTS];
    struct error *err;
};

static struct cell cell_at(const struct draw *draw)
{
    return (struct cell){(size_t)draw->arguments[0].number, (uint32_t)draw->arguments[1].number,
                         (uint32_t)draw->arguments[2].number};
}

/* The style named by an argument; NULL when it is not given. */
static const struct style_name *style_at(const struct draw *draw, size_t position,
                                         struct style_name *name)
{
    const struct draw_value *value = &draw->arguments[position];
    *name = (struct style_name){value->text.bytes, value->text.length};
    return value->given ? name : NULL;
}

static bool do_about(struct draw *draw)
{
    const char *title = draw_value_string(&draw->arguments[0], draw->arena);
    const char *subject = draw_value_string(&draw->arguments[1], draw->arena);
    return canvas_describe(draw->canvas, title, subject, draw->err);
}

static bool do_sheet(struct draw *draw)
{
    size_t sheet = 0;
    const struct json_text *name = &draw->arguments[0].text;
    return canvas_add_sheet(draw->canvas, name->bytes, name->length, &sheet, draw->err);
}

static bool do_define(struct draw *draw)
{
    const struct json_text *name = &draw->arguments[0].text;
    const struct json_text *reference = &draw->arguments[1].text;
    return canvas_define(draw->canvas, name->bytes, name->length, reference->bytes,
                         reference->length, draw->err);
}

static bool do_text(struct draw *draw)
{
    struct style_name name;
    const struct json_text *text = &draw->arguments[3].text;
    return canvas_write_text(draw->canvas, cell_at(draw), text->bytes, text->length,
                             style_at(draw, 4, &name), draw->err);
}

static bool do_number(struct draw *draw)
{
    struct style_name name;
    return canvas_write_number(draw->canvas, cell_at(draw), draw->arguments[3].number,
                               style_at(draw, 4, &name), draw->err);
}

static bool do_formula(struct draw *draw)
{
    struct style_name name;
    const struct style_name *style = style_at(draw, 5, &name);
    const struct json_text *formula = &draw->arguments[3].text;
    const struct draw_value *value = &draw->arguments[4];
    return value->is_text ? canvas_write_formula_text(draw->canvas, cell_at(draw), formula->bytes,
                                                      formula->length, value->text.bytes,
                                                      value->text.length, style, draw->err)
                          : canvas_write_formula(draw->canvas, cell_at(draw), formula->bytes,
                                                 formula->length, value->number, style, draw->err);
}

/* The style of the next cell of a row: from a list, or the same one for all; false means none. */
static bool next_style(struct json *styles, bool list, const struct style_name *one,
                       struct style_name *name, const struct style_name **style)
{
    *style = one;
    if (!list) {
        return true;
    }
    struct json_text text;
    *style = NULL;
    if (!json_item(styles)) {
        return false;
    }
    if (json_peek(styles) != JSON_STRING) {
        return json_skip(styles, NULL);
    }
    *style = name;
    bool done = json_string(styles, &text);
    *name = (struct style_name){text.bytes, text.length};
    return done;
}

/* Writes the next value of a row. */
static bool write_value(struct draw *draw, struct json *values, struct cell cell,
                        const struct style_name *style)
{
    struct json_text text;
    double number = 0;
    switch (json_peek(values)) {
    case JSON_STRING:
        return json_string(values, &text) &&
               canvas_write_text(draw->canvas, cell, text.bytes, text.length, style, draw->err);
    case JSON_NUMBER:
        return draw_value_number(values, &number) &&
               canvas_write_number(draw->canvas, cell, number, style, draw->err);
    default:
        return json_skip(values, NULL) && canvas_write_blank(draw->canvas, cell, style, draw->err);
    }
}

static bool do_cells(struct draw *draw)
{
    struct json values;
    struct json styles;
    struct style_name name;
    struct style_name first = {NULL, 0};
    const struct style_name *style = NULL;
    const struct draw_value *given = &draw->arguments[4];
    if (!draw_value_list(&draw->arguments[3].text, "values", draw->arena, &values, draw->err)) {
        return false;
    }
    json_open(&styles, given->given ? given->text.bytes : "[]",
              given->given ? given->text.length : 2, draw->arena, NULL);
    bool list = json_peek(&styles) == JSON_ARRAY && json_array(&styles);
    struct json_text text;
    if (!list && json_string(&styles, &text)) {
        first = (struct style_name){text.bytes, text.length};
    }
    list = list && given->given;
    for (struct cell cell = cell_at(draw); json_item(&values); cell.column++) {
        if (!next_style(&styles, list, first.bytes == NULL ? NULL : &first, &name, &style)) {
            return error_set(draw->err, M_DRAW_STYLES, NULL);
        }
        if (!write_value(draw, &values, cell, style)) {
            return false;
        }
    }
    return !error_is_set(&values.error);
}

static bool do_blank(struct draw *draw)
{
    struct style_name name;
    return canvas_write_blank(draw->canvas, cell_at(draw), style_at(draw, 3, &name), draw->err);
}

static bool do_fill(struct draw *draw)
{
    struct style_name name;
    struct area area = draw_look_area(draw->arguments, 1);
    return canvas_fill(draw->canvas, &area, style_at(draw, 5, &name), draw->err);
}

static bool do_merge(struct draw *draw)
{
    struct style_name name;
    struct area area = draw_look_area(draw->arguments, 1);
    const struct json_text *text = &draw->arguments[5].text;
    return canvas_merge(draw->canvas, &area, text->bytes, text->length, style_at(draw, 6, &name),
                        draw->err);
}

static bool do_link(struct draw *draw)
{
    struct style_name name;
    struct cell target = {(size_t)draw->arguments[3].number, (uint32_t)draw->arguments[4].number,
                          (uint32_t)draw->arguments[5].number};
    const struct json_text *text = &draw->arguments[6].text;
    return canvas_write_link(draw->canvas, cell_at(draw), target, text->bytes, text->length,
                             style_at(draw, 7, &name), draw->err);
}

static bool do_web(struct draw *draw)
{
    struct style_name name;
    const struct json_text *address = &draw->arguments[3].text;
    const struct json_text *text = &draw->arguments[4].text;
    return canvas_write_web(draw->canvas, cell_at(draw), address->bytes, address->length,
                            text->bytes, text->length, style_at(draw, 5, &name), draw->err);
}

static bool do_columns(struct draw *draw)
{
    return draw_look_columns(draw->canvas, draw->arguments, draw->arena, draw->err);
}

static bool do_row(struct draw *draw)
{
    return draw_look_row(draw->canvas, draw->arguments, draw->arena, draw->err);
}

static bool do_style(struct draw *draw)
{
    return draw_look_style(draw->canvas, draw->arguments, draw->arena, draw->err);
}

static bool do_table(struct draw *draw)
{
    return draw_look_table(draw->canvas, draw->arguments, draw->arena, draw->err);
}

static bool do_filter(struct draw *draw)
{
    struct area area = draw_look_area(draw->arguments, 1);
    return canvas_filter(draw->canvas, &area, draw->err);
}

static bool do_choice(struct draw *draw)
{
    return draw_look_choice(draw->canvas, draw->arguments, draw->arena, draw->err);
}

static bool do_condition(struct draw *draw)
{
    return draw_look_condition(draw->canvas, draw->arguments, draw->arena, draw->err);
}

static bool do_chart(struct draw *draw)
{
    return draw_chart(draw->canvas, draw->arguments, draw->arena, draw->err);
}

static bool do_image(struct draw *draw)
{
    struct draw_value options[DRAWING_OPTIONS];
    if (!draw_value_options(&draw->arguments[4].text, OPTIONS_IMAGE, "image", draw->arena, options,
                            draw->err)) {
        return false;
    }
    const char *file = draw_value_string(&draw->arguments[3], draw->arena);
    const char *description = draw_value_string(&options[IMAGE_DESCRIPTION], draw->arena);
    struct text bytes = TEXT_EMPTY;
    bool good =
        draw->source->read(draw->source->context, file, LIMIT_IMAGE_BYTES, &bytes, draw->err) &&
        canvas_image(draw->canvas, cell_at(draw), bytes.bytes, bytes.length,
                     options[IMAGE_SCALE].given ? options[IMAGE_SCALE].number : 1,
                     description == NULL ? "" : description, draw->err);
    text_release(&bytes);
    return good;
}

static bool do_view(struct draw *draw)
{
    return draw_look_view(draw->canvas, draw->arguments, draw->arena, draw->err);
}

static bool do_page(struct draw *draw)
{
    return draw_look_page(draw->canvas, draw->arguments, draw->arena, draw->err);
}

static bool do_breaks(struct draw *draw)
{
    return draw_look_breaks(draw->canvas, draw->arguments, draw->arena, draw->err);
}

static bool do_protect(struct draw *draw)
{
    return canvas_protect(draw->canvas, (size_t)draw->arguments[0].number, draw->err);
}

static bool (*const functions[DRAWING_COMMAND_COUNT])(struct draw *draw) = {
    [DRAW_ABOUT] = do_about,         [DRAW_STYLE] = do_style, [DRAW_SHEET] = do_sheet,
    [DRAW_DEFINE] = do_define,       [DRAW_TEXT] = do_text,   [DRAW_NUMBER] = do_number,
    [DRAW_FORMULA] = do_formula,     [DRAW_BLANK] = do_blank, [DRAW_FILL] = do_fill,
    [DRAW_MERGE] = do_merge,         [DRAW_LINK] = do_link,   [DRAW_WEB] = do_web,
    [DRAW_COLUMNS] = do_columns,     [DRAW_ROW] = do_row,     [DRAW_TABLE] = do_table,
    [DRAW_FILTER] = do_filter,       [DRAW_CELLS] = do_cells, [DRAW_CHOICE] = do_choice,
    [DRAW_CONDITION] = do_condition, [DRAW_CHART] = do_chart, [DRAW_IMAGE] = do_image,
    [DRAW_VIEW] = do_view,           [DRAW_PAGE] = do_page,   [DRAW_BREAKS] = do_breaks,
    [DRAW_PROTECT] = do_protect,
};

/* Does one command, cursor before its list. */
static bool do_command(struct draw *draw, struct json *json)
{
    int64_t command = 0;
    int64_t place = 0;
    if (!json_array(json) || !json_item(json) ||
        !json_integer(json, 0, DRAWING_COMMAND_COUNT - 1, &command) || !json_item(json) ||
        !json_integer(json, 0, INT64_MAX / 2, &place) ||
        !draw_value_arguments(json, (enum drawing_command)command, draw->arguments)) {
        return false;
    }
    canvas_at(draw->canvas, place);
    if (functions[command](draw)) {
        return true;
    }
    struct text where = TEXT_EMPTY;
    draw->source->place(draw->source->context, place, &where);
    error_place(draw->err, where.bytes);
    text_release(&where);
    return false;
}

bool draw_commands(struct canvas *canvas, struct json *json, struct arena *arena,
                   const struct draw_source *source, struct error *err)
{
    struct draw draw = {.canvas = canvas, .arena = arena, .source = source, .err = err};
    if (json_peek(json) != JSON_ARRAY || !json_array(json)) {
        return false;
    }
    while (json_item(json)) {
        if (!do_command(&draw, json)) {
            return false;
        }
    }
    return !error_is_set(&json->error);
}
