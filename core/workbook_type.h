/* workbook_type: places on a sheet, and how cells look. */
#ifndef SPBE_WORKBOOK_TYPE_H
#define SPBE_WORKBOOK_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One cell; rows and columns from 0. */
struct cell {
    size_t sheet; /* position, as workbook_add_sheet gave it */
    uint32_t row, column;
};

/* A rectangle of cells, both corners included. */
struct area {
    size_t sheet;
    uint32_t row, column, last_row, last_column;
};

/* How cells look. A member at 0, -1 or "" leaves it to the spreadsheet program. */
struct style {
    char font[32];
    double size; /* points, 1 to 100 */
    bool bold, italic, underline, wrap, unlocked;
    int32_t color, fill;              /* 0xRRGGBB, or -1 */
    char format[124];                 /* of numbers */
    uint8_t align;                    /* enum style_align */
    uint8_t valign;                   /* enum style_valign */
    uint8_t indent;                   /* 0 to 15 */
    int16_t rotation;                 /* degrees, -90 to 90 */
    uint8_t top, bottom, left, right; /* enum style_line */
    int32_t line_color;               /* of all four, or -1 */
};
#define STYLE_PLAIN                               \
    {                                             \
        .color = -1, .fill = -1, .line_color = -1 \
    }

enum style_align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_FILL, ALIGN_ACROSS };
enum style_valign { VALIGN_BOTTOM, VALIGN_MIDDLE, VALIGN_TOP };
enum style_line {
    LINE_NONE,
    LINE_THIN,
    LINE_MEDIUM,
    LINE_THICK,
    LINE_HAIR,
    LINE_DOTTED,
    LINE_DOUBLE
};

/* A style by its name, NULL for none. */
struct style_name {
    const char *bytes;
    size_t length;
};

#endif
