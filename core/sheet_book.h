/* sheet_book: a workbook (.xlsx) from whoever sent it: which sheets it has, and where they lie.
 *
 * Parts are found as the format wants it: from the package's relationships to the workbook, from there to
 * sheets, texts and styles, never by the names that files happen to have. Targets may be relative or
 * absolute, never outside the package. Macros are refused, whole. */
#ifndef SPBE_SHEET_BOOK_H
#define SPBE_SHEET_BOOK_H

#include "archive.h"
#include "arena.h"
#include "error.h"
#include "sheet_date.h"
#include "sheet_string.h"

#include <stdbool.h>
#include <stddef.h>

struct sheet_entry {
    const char *name;  /* as shown on the tab */
    const char *state; /* "visible", "hidden" or "veryHidden" */
    const char *part;  /* name of its part; NULL for a sheet without cells (a chart) */
};

struct sheet_book {
    struct archive *archive;
    struct arena arena; /* for the names */
    struct sheet_entry *sheets;
    size_t sheet_count;
    bool from_1904; /* the workbook counts its days from 1904 */
    struct sheet_strings strings;
    struct sheet_styles styles;
    size_t cells; /* read so far, of all sheets */
    size_t text;  /* bytes of text told so far */
};

/* Opens a workbook that lies in `bytes`, which must stay until sheet_book_close; always followed by that, also
 * after a failure. Fails as archive_open does, and with
 *
 * SHEET_MACRO      it holds macros                    SHEET_NONE      it is no workbook of Office Open XML
 * SHEET_TWICE      two sheets have one name           SHEET_RELATION  a sheet leads nowhere
 * SHEET_COUNT      more than LIMIT_WORKBOOK_SHEETS    SHEET_ROOT      a part is of another kind */
bool sheet_book_open(struct sheet_book *book, const char *bytes, size_t length, struct error *err);
/* Frees everything. */
void sheet_book_close(struct sheet_book *book);

/* The position of a sheet by name, without regard to capitals of ASCII; sheet_count when there is none. */
size_t sheet_book_find(const struct sheet_book *book, const char *name);

/* Where a relationship of `part` leads: "xl/workbook.xml" and "worksheets/sheet1.xml" give
 * "xl/worksheets/sheet1.xml"; a target that begins with "/" counts from the top. NULL when it leads out of the
 * package. From `arena`. */
const char *sheet_book_target(struct arena *arena, const char *part, const char *target);

#endif
