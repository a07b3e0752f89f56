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
#include "workbook_type.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct workbook;

/* Begins a workbook that workbook_finish will put at `path`, or, with NULL, one that is only drawn and
 * at most checked; `year` dates it. Fails with FILE_WRITE or FILE_FOLDER. Yours to workbook_release. */
struct workbook *workbook_begin(const char *path, int year, struct error *err);

/* Sets the properties that a file manager shows, each at most 255 units; NULL leaves one out. */
bool workbook_describe(struct workbook *workbook, const char *title, const char *subject,
                       struct error *err);

/* Checks that all that formulas mention exists, and that a sheet can be seen. Fails with
 * WORKBOOK_MENTION, WORKBOOK_EMPTY.
 * at: where the thing that is missing was mentioned first (workbook_at); else -1. */
bool workbook_check(struct workbook *workbook, int64_t *at, struct error *err);

/* Checks that, writes the file, gives it its name.
 * Fails as workbook_check, and with FILE_WRITE; nothing is left behind then. */
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

/* Writes a text that leads to a cell of this workbook when clicked. */
bool workbook_write_link(struct workbook *workbook, struct cell cell, struct cell target,
                         const char *bytes, size_t length, const struct style_name *style,
                         struct error *err);

/* Writes a text that leads to an address outside when clicked (web_address_check says which); an empty text shows the
 * address. Excel takes 65,530 links a sheet; LIMIT_WORKBOOK_RANGES keeps them below. */
bool workbook_write_web(struct workbook *workbook, struct cell cell, const char *address,
                        size_t address_length, const char *bytes, size_t length,
                        const struct style_name *style, struct error *err);

/* Gives every cell of an area a style, without contents. */
bool workbook_fill(struct workbook *workbook, const struct area *area,
                   const struct style_name *style, struct error *err);

#endif
