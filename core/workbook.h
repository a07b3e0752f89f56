/* workbook: a spreadsheet file that is being drawn, from its beginning to its name on the disk.
 *
 * A workbook is begun for a path, drawn on sheet by sheet, and finished: only then does the file appear,
 * whole, under its name. Released before that, nothing is left. Dates inside the file come from the year that is
 * assessed, so that the same drawing gives the same bytes.
 *
 *     struct workbook *book = workbook_begin("laporan.xlsx", 2024, err);
 *     size_t sheet;
 *     bool ok = book != NULL && workbook_add_sheet(book, "Ringkasan", 9, &sheet, err) &&
 *               workbook_write_text(book, (struct cell){sheet, 0, 0}, "Kota Contoh", 11, NULL, err) &&
 *               workbook_finish(book, &at, err);
 *     workbook_release(book);
 *
 * Rows and columns count from 0 here. Texts are given with their length and pass through `gate`; they
 * never become formulas. Styles are given as defined by workbook_style.h. Whatever is refused is
 * ERROR_PACK (a template asked for it) or ERROR_LIMIT; a disk that fails is ERROR_SYSTEM. After a
 * failure the workbook can only be released.
 *
 * workbook_style, workbook_range, workbook_page and workbook_chart draw the rest. */
#ifndef SPBE_WORKBOOK_H
#define SPBE_WORKBOOK_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct workbook;

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

/* Begins a workbook that workbook_finish will put at `path`, or, with NULL, one that is only drawn and
 * never finished; `year` dates it. Fails with FILE_WRITE or FILE_FOLDER. Yours to workbook_release. */
struct workbook *workbook_begin(const char *path, int year, struct error *err);

/* Sets the properties that a file manager shows, each at most 255 units; NULL leaves one out. */
bool workbook_describe(struct workbook *workbook, const char *title, const char *subject,
                       struct error *err);

/* Checks that all that formulas mention exists, writes the file, gives it its name.
 * Fails with WORKBOOK_MENTION, WORKBOOK_EMPTY, FILE_WRITE; nothing is left behind then.
 * at: where the thing that is missing was mentioned first (workbook_at); else -1. */
bool workbook_finish(struct workbook *workbook, int64_t *at, struct error *err);

/* Frees the handle; a workbook that was not finished leaves nothing. NULL is taken. */
void workbook_release(struct workbook *workbook);

/* Says where the next drawing command stands, in the caller's own numbers: for a refusal that only
 * shows at the end. */
void workbook_at(struct workbook *workbook, int64_t at);

/* Adds a sheet behind the others; *sheet is its position. Names differ by more than capitals. */
bool workbook_add_sheet(struct workbook *workbook, const char *name, size_t length, size_t *sheet,
                        struct error *err);

/* Writes a text into a cell, never a formula. `style` NULL: none, here and below. */
bool workbook_write_text(struct workbook *workbook, struct cell cell, const char *bytes,
                         size_t length, const struct style_name *style, struct error *err);
/* Writes a finite number into a cell. */
bool workbook_write_number(struct workbook *workbook, struct cell cell, double number,
                           const struct style_name *style, struct error *err);
/* Gives an empty cell a style. */
bool workbook_write_blank(struct workbook *workbook, struct cell cell,
                          const struct style_name *style, struct error *err);

/* Writes a formula together with the value that it has: readers that do not calculate show it. */
bool workbook_write_formula(struct workbook *workbook, struct cell cell, const char *formula,
                            size_t length, double value, const struct style_name *style,
                            struct error *err);
/* The same for a formula whose value is a text, of at most GATE_CELL_UNITS. */
bool workbook_write_formula_text(struct workbook *workbook, struct cell cell, const char *formula,
                                 size_t length, const char *value, size_t value_length,
                                 const struct style_name *style, struct error *err);

/* Writes a text that leads to a cell of this workbook when clicked. There are no other links. */
bool workbook_write_link(struct workbook *workbook, struct cell cell, struct cell target,
                         const char *bytes, size_t length, const struct style_name *style,
                         struct error *err);

/* Gives every cell of an area a style, without contents. */
bool workbook_fill(struct workbook *workbook, const struct area *area,
                   const struct style_name *style, struct error *err);

#endif
