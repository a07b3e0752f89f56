/* gate: what may enter a workbook.
 *
 * Spreadsheet programs read more into a workbook than its author wrote: a text can become a formula, a
 * formula can call out, one wrong byte makes a file that does not open. Everything that a template
 * wants drawn passes here before the writing library sees it: texts are made harmless, names and
 * formulas are accepted or refused. Pure functions over bytes; nothing here knows a workbook.
 *
 * Formulas may use only the functions of GATE_FUNCTIONS, with which Excel, LibreOffice and the engine
 * agree to the last digit; no macro, no link to another file, no text built from numbers (it would
 * follow the reader's locale), no truth values (programs store them differently).
 *
 * All refusals are ERROR_PACK: a template caused them. */
#ifndef SPBE_GATE_H
#define SPBE_GATE_H

#include "error.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* Bounds of the file format. Texts are counted in UTF-16 units, as spreadsheet programs do. */
enum {
    GATE_CELL_UNITS = 32767,
    GATE_FORMULA_UNITS = 8192,
    GATE_FORMULA_TEXT_UNITS = 255,
    GATE_SHEET_NAME_UNITS = 31,
    GATE_NAME_BYTES = 64,
    GATE_FORMAT_BYTES = 120,
    GATE_ROWS = 1048576,
    GATE_COLUMNS = 16384
};

/* The functions that a formula may call. */
#define GATE_FUNCTIONS(row)                                                                \
    row("ABS") row("AND") row("COUNTIF") row("COUNTIFS") row("IF") row("INDEX") row("INT") \
        row("LEN") row("MATCH") row("MAX") row("MIN") row("OR") row("ROUND") row("SUM")    \
            row("SUMPRODUCT")

/* What is told of each sheet and each defined name that a formula mentions. */
struct gate_listener {
    /* sheet: a sheet's name (without quotes), else a defined name; `name` holds `length` bytes and is
     * valid only during the call. */
    void (*mention)(void *context, bool sheet, const char *name, size_t length);
    void *context;
};

/* Puts a text as a cell takes it into *out (cleared first): bytes that are not UTF-8, control characters
 * and U+FFFE, U+FFFF become U+FFFD; line breaks stay, as "\n"; a tab becomes a space; what looks like
 * an escape of the file format ("_x0041_") is escaped itself. Fails with GATE_TEXT_LONG. */
bool gate_cell_text(const char *bytes, size_t length, struct text *out, struct error *err);

/* The same for a text that is no cell (a title, a description, a header), of at most `max` units: line
 * breaks become spaces and nothing is escaped. */
bool gate_plain_text(const char *bytes, size_t length, size_t max, struct text *out,
                     struct error *err);

/* Accepts the name of a sheet: 1 to 31 units of clean text without [ ] : * ? / \ and without ' at
 * either end; "History" is reserved. Fails with GATE_SHEET_NAME. */
bool gate_sheet_name(const char *bytes, size_t length, struct error *err);

/* Accepts the name of a range or a table: a letter or "_", then letters, digits, "_" (ASCII), at most
 * GATE_NAME_BYTES, and nothing that could be a cell ("AB12", "R1C1"). Fails with GATE_NAME. */
bool gate_name(const char *bytes, size_t length, struct error *err);

/* Accepts a formula, which begins with "=". Sheets and names that it mentions are told to `listener`
 * (NULL: nobody), which judges whether they exist. Fails with the GATE_FORMULA_… rows. */
bool gate_formula(const char *bytes, size_t length, const struct gate_listener *listener,
                  struct error *err);

/* Accepts a formula that is one reference to cells of one sheet ("=Daftar!$A$2:$A$3"), as charts, lists
 * and defined names need. Fails with GATE_REFERENCE, or as gate_formula does. */
bool gate_reference(const char *bytes, size_t length, const struct gate_listener *listener,
                    struct error *err);

/* Accepts a number format: 0 # ? . , % digits, spaces, + - ( ) / : ; @ _ letters of dates, and texts in
 * closed quotes. Fails with GATE_FORMAT. */
bool gate_number_format(const char *bytes, size_t length, struct error *err);

/* Accepts a number that is neither infinite nor NaN. Fails with GATE_NUMBER. */
bool gate_number(double number, struct error *err);

#endif
