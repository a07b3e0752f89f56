/* sheet_string: texts of a workbook: the shared ones, and how any text is put together.
 *
 * A text stands in <t>, or in several pieces of <r><t> with looks of their own; what tells how to read
 * Japanese signs (<rPh>) is not part of it. The escapes of the format ("_x000D_") become what they
 * mean. */
#ifndef SPBE_SHEET_STRING_H
#define SPBE_SHEET_STRING_H

#include "archive.h"
#include "error.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* A text being put together from the elements inside <si> or <is>. */
struct sheet_rich {
    unsigned skipped; /* depth inside an element that does not count */
    unsigned depth;   /* inside <t> or <r> */
    bool collecting;  /* inside <t> */
};

/* An element begins inside <si> or <is>. */
void sheet_rich_open(struct sheet_rich *rich, bool ours, const char *name);
/* An element ends there. */
void sheet_rich_close(struct sheet_rich *rich);

/* The shared texts, in their order. */
struct sheet_strings {
    struct text bytes; /* all of them, one behind the other */
    size_t *ends;      /* where each ends */
    size_t count, capacity;
};

/* Reads the part `name` into *strings, which starts as zeros and TEXT_EMPTY. At most LIMIT_SHEET_CELLS
 * texts of LIMIT_SHEET_CELL units and LIMIT_SHEET_TEXT bytes together; else SHEET_STRINGS, SHEET_CELL_LONG,
 * SHEET_TEXT. */
bool sheet_strings_read(struct archive *archive, const char *name, struct sheet_strings *strings,
                        struct error *err);
/* Frees what it holds. */
void sheet_strings_release(struct sheet_strings *strings);
/* A text by its number and its length in bytes; NULL when there is none. Not NUL-terminated. */
const char *sheet_strings_at(const struct sheet_strings *strings, size_t number, size_t *length);

/* Turns the escapes behind `from` into what they mean: control characters into U+FFFD, but for tab and line
 * break; carriage returns into line breaks. */
void sheet_string_decode(struct text *text, size_t from);
/* Appends a piece of a cell's text that began at `from`. Fails with SHEET_CELL_LONG at `place` when it is
 * certainly too long, before it takes memory. */
bool sheet_string_add(struct text *text, size_t from, const char *bytes, size_t length,
                      const char *place, struct error *err);
/* Fails with SHEET_CELL_LONG when a text has more than LIMIT_SHEET_CELL UTF-16 units. */
bool sheet_string_fits(const char *bytes, size_t length, const char *place, struct error *err);

#endif
