/* sheet_date: which cells of a workbook are dates, and which days they are.
 *
 * A workbook keeps a day as a number, counted from 1900 (where 29 February 1900 is counted, which never
 * was) or from 1904; only the number format of the cell's style says that a date is meant. */
#ifndef SPBE_SHEET_DATE_H
#define SPBE_SHEET_DATE_H

#include "archive.h"
#include "error.h"

#include <stdbool.h>
#include <stddef.h>

/* The styles of a workbook, as far as dates go. */
struct sheet_styles {
    unsigned char *dates; /* 1 where the style shows a date */
    size_t count, capacity;
};

/* Reads the part `name` into *styles, which starts as zeros. At most SHEET_STYLES_MOST styles count; later
 * ones are no dates. */
bool sheet_styles_read(struct archive *archive, const char *name, struct sheet_styles *styles,
                       struct error *err);
enum { SHEET_STYLES_MOST = 65536 };
/* Frees what it holds. */
void sheet_styles_release(struct sheet_styles *styles);
/* True when cells of a style show dates. */
bool sheet_styles_is_date(const struct sheet_styles *styles, size_t style);

/* True when a number format shows a day: "dd/mm/yyyy", "[$-421]d mmmm yyyy". Not "0.00", and not "h:mm". */
bool sheet_date_format(const char *format);

/* The day of a cell's number, as 2023-05-01, into `out` (11 bytes with the NUL); the time of day is left
 * out. False when the number is no day of the years 1900 to 9999. */
bool sheet_date_text(double number, bool from_1904, char out[11]);

#endif
