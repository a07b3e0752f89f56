/* sheet: workbooks for tests, made in memory, and their cells as lines of text. */
#ifndef SPBE_SUPPORT_SHEET_H
#define SPBE_SUPPORT_SHEET_H

#include "error.h"
#include "text.h"

/* Appends an archive of `count` parts (name, contents, name, contents, …). */
void sheet_archive(struct text *out, const char *const *parts, size_t count);

/* Appends a workbook of one sheet, "Data". rows: inside <sheetData>; strings, styles: whole parts, or NULL;
 * settings: in front of the workbook's <sheets>, or "". */
void sheet_workbook(struct text *out, const char *rows, const char *strings, const char *styles,
                    const char *settings);

/* Reads all sheets of a workbook into lines such as "Data!B7 number 3" ("Data!B7 =number 3" for a formula);
 * false, with the lines so far, when it is refused. */
bool sheet_lines(const struct text *book, struct text *lines, struct error *err);

#endif
