#include "workbook_style.h"

#include "gate.h"
#include "limit.h"
#include "memory.h"
#include "message.h"

#include <stdio.h>
#include <string.h>

/* FNV-1a over the name. */
static size_t slot_of(const char *name, size_t length)
{
    uint32_t hash = 2166136261U;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)name[i]) * 16777619U;
    }
    return hash % WORKBOOK_STYLE_SLOTS;
}

static const struct workbook_style_entry *find(const struct workbook *workbook, const char *name,
                                               size_t length)
{
    for (size_t slot = slot_of(name, length); workbook->style_slots[slot] != 0;
         slot = (slot + 1) % WORKBOOK_STYLE_SLOTS) {
        const struct workbook_style_entry *entry =
            &workbook->styles[workbook->style_slots[slot] - 1];
        if (entry->length == length && memcmp(entry->name, name, length) == 0) {
            return entry;
        }
    }
    return NULL;
}

const struct style *workbook_style_find(const struct workbook *workbook, const char *name,
                                        size_t length)
{
    const struct workbook_style_entry *entry = find(workbook, name, length);
    return entry == NULL ? NULL : &entry->style;
}

uint16_t workbook_style_place(const struct workbook *workbook, const char *name, size_t length)
{
    const struct workbook_style_entry *entry = find(workbook, name, length);
    return entry == NULL ? 0 : (uint16_t)(entry - workbook->styles + 1);
}

bool workbook_style_format(const struct workbook *workbook, const struct style_name *style,
                           lxw_format **format, struct error *err)
{
    *format = NULL;
    if (style == NULL) {
        return true;
    }
    const struct workbook_style_entry *entry = find(workbook, style->bytes, style->length);
    if (entry == NULL) {
        return error_set(err, M_STYLE_UNKNOWN, NULL, (int)style->length, style->bytes);
    }
    *format = entry->format;
    return true;
}

static bool in_range(const struct style *style, struct error *err)
{
    struct {
        const char *name;
        bool good;
    } const checks[] = {
        {"size", style->size == 0 || (style->size >= 1 && style->size <= 100)},
        {"indent", style->indent <= 15},
        {"rotation", style->rotation >= -90 && style->rotation <= 90},
        {"color", style->color >= -1 && style->color <= 0xFFFFFF},
        {"fill", style->fill >= -1 && style->fill <= 0xFFFFFF},
        {"line_color", style->line_color >= -1 && style->line_color <= 0xFFFFFF},
        {"align", style->align <= ALIGN_ACROSS},
        {"valign", style->valign <= VALIGN_TOP},
    };
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        if (!checks[i].good) {
            return error_set(err, M_STYLE_RANGE, NULL, checks[i].name);
        }
    }
    return style->format[0] == '\0' ||
           gate_number_format(style->format, strlen(style->format), err);
}

static void set_font(lxw_format *format, const struct style *style)
{
    if (style->font[0] != '\0') {
        sheet_library()->format_set_font_name(format, style->font);
    }
    if (style->size > 0) {
        sheet_library()->format_set_font_size(format, style->size);
    }
    if (style->bold) {
        sheet_library()->format_set_bold(format);
    }
    if (style->italic) {
        sheet_library()->format_set_italic(format);
    }
    if (style->underline) {
        sheet_library()->format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
    if (style->color >= 0) {
        sheet_library()->format_set_font_color(format, (lxw_color_t)style->color);
    }
}

static void set_place(lxw_format *format, const struct style *style)
{
    static const uint8_t across[] = {LXW_ALIGN_NONE,  LXW_ALIGN_LEFT, LXW_ALIGN_CENTER,
                                     LXW_ALIGN_RIGHT, LXW_ALIGN_FILL, LXW_ALIGN_CENTER_ACROSS};
    static const uint8_t down[] = {LXW_ALIGN_VERTICAL_BOTTOM, LXW_ALIGN_VERTICAL_CENTER,
                                   LXW_ALIGN_VERTICAL_TOP};
    if (style->align != ALIGN_NONE) {
        sheet_library()->format_set_align(format, across[style->align]);
    }
    sheet_library()->format_set_align(format, down[style->valign]);
    if (style->wrap) {
        sheet_library()->format_set_text_wrap(format);
    }
    if (style->indent > 0) {
        sheet_library()->format_set_indent(format, style->indent);
    }
    if (style->rotation != 0) {
        sheet_library()->format_set_rotation(format, style->rotation);
    }
}

static void set_lines(lxw_format *format, const struct style *style)
{
    static const uint8_t lines[] = {LXW_BORDER_NONE,  LXW_BORDER_THIN, LXW_BORDER_MEDIUM,
                                    LXW_BORDER_THICK, LXW_BORDER_HAIR, LXW_BORDER_DOTTED,
                                    LXW_BORDER_DOUBLE};
    sheet_library()->format_set_top(format, lines[style->top]);
    sheet_library()->format_set_bottom(format, lines[style->bottom]);
    sheet_library()->format_set_left(format, lines[style->left]);
    sheet_library()->format_set_right(format, lines[style->right]);
    if (style->line_color >= 0) {
        sheet_library()->format_set_border_color(format, (lxw_color_t)style->line_color);
    }
}

static void set_rest(lxw_format *format, const struct style *style)
{
    if (style->fill >= 0) {
        sheet_library()->format_set_bg_color(format, (lxw_color_t)style->fill);
    }
    if (style->format[0] != '\0') {
        sheet_library()->format_set_num_format(format, style->format);
    }
    if (style->unlocked) {
        sheet_library()->format_set_unlocked(format);
    }
}

bool workbook_style_define(struct workbook *workbook, const char *name, size_t length,
                           const struct style *style, struct error *err)
{
    if (!gate_name(name, length, err) || !in_range(style, err)) {
        return false;
    }
    if (find(workbook, name, length) != NULL) {
        return error_set(err, M_STYLE_TAKEN, NULL, (int)length, name);
    }
    if (workbook->style_count == LIMIT_WORKBOOK_STYLES) {
        return error_set(err, M_WORKBOOK_MANY, NULL, (size_t)LIMIT_WORKBOOK_STYLES);
    }
    lxw_format *format = sheet_library()->workbook_add_format(workbook->book);
    if (format == NULL) {
        return error_set(err, M_WORKBOOK_LIBRARY, NULL, "format");
    }
    set_font(format, style);
    set_place(format, style);
    set_lines(format, style);
    set_rest(format, style);

    workbook->styles =
        memory_resize(workbook->styles, workbook->style_count + 1, sizeof *workbook->styles);
    workbook->styles[workbook->style_count++] = (struct workbook_style_entry){
        arena_copy(&workbook->arena, name, length), length, *style, format};
    size_t slot = slot_of(name, length);
    while (workbook->style_slots[slot] != 0) {
        slot = (slot + 1) % WORKBOOK_STYLE_SLOTS;
    }
    workbook->style_slots[slot] = (uint16_t)workbook->style_count;
    return true;
}
