/* level_table: a plain table of indicators and levels, from an agency that only has its levels.
 *
 * A workbook (.xlsx) or text (.csv, separated by semicolons, commas or tabs). One row names the columns, in
 * any order, among others that do not matter: "indikator" (or no, nomor, kode, id, indicator) and "tingkat"
 * (or level, nilai, capaian, value). An indicator is named by its id, its number ("I01", "1", "01",
 * "Indikator 1") or its name; a level as people write it, with decimal comma or point. Rows without a level
 * are not mentioned: what stands in the file stays. */
#ifndef SPBE_LEVEL_TABLE_H
#define SPBE_LEVEL_TABLE_H

#include "edit.h"
#include "error.h"

#include <stdbool.h>
#include <stddef.h>

/* True when a file is such a table by its first bytes (a workbook) or its name (.csv, .tsv, .txt). */
bool level_table_is(const char *bytes, size_t length, const char *path);

/* Who is told of each problem, with its place in the table ("dinas.xlsx: Data!B7"). */
struct level_listener {
    void (*problem)(void *context, const struct error *problem);
    void *context;
};

/* Takes the levels in as claims, within an open step; the caller rolls back when it fails.
 *
 * Reads all of the table, whatever is wrong in it: each problem is told (the first LIMIT_PROBLEMS), and
 * then it fails with TABLE_PROBLEMS. Fails at once when the file cannot be read, as sheet_book_open,
 * sheet_read and csv_read do; with TABLE_HEADER or TABLE_EMPTY; with FILE_LARGE beyond LIMIT_SHEET_FILE. */
bool level_table_import(const struct edit *edit, const char *bytes, size_t length, const char *path,
                        const struct level_listener *listener, struct error *err);

#endif
