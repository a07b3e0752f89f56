/* form_reader: a form that was filled in, taken back.
 *
 * Each cell is compared with what the form began with and with what the file says now: an untouched cell
 * changes nothing; a change in the form alone is taken over; where file and form were both changed, and to
 * different ends, that is a conflict, which somebody has to decide. Rows are known by their hidden ids and columns
 * by their hidden names, so they may be moved, sorted, left out, and sheets may be added. */
#ifndef SPBE_FORM_READER_H
#define SPBE_FORM_READER_H

#include "edit.h"
#include "error.h"
#include "folder.h"
#include "form_report.h"

#include <stdbool.h>
#include <stddef.h>

/* How a form is taken in. */
struct form_manner {
    enum form_choice choice;
    bool anyway; /* also from another assessment file, or with other rules of the instrument */
    const struct form_listener *listener;
    const struct folder *folder; /* with the files of its evidence; NULL: only names are kept */
};

/* True when the bytes are a workbook with a form's hidden sheet. */
bool form_is(const char *bytes, size_t length);

/* True when the bytes are a workbook of ours, a form or one of conflicts, that has lost its hidden sheet: it has
 * nothing else to say by whom and when it was begun, and is no table of somebody's own either. */
bool form_is_bare(const char *bytes, size_t length);

/* Takes a form in, within an open step; the caller rolls back when it fails.
 *
 * All problems are told; then it fails with TABLE_PROBLEMS. Fails at once with FORM_COLUMNS, FILE_LARGE, or as sheet_book_open and sheet_read do.
 * tally: set, also when it fails. */
bool form_import(const struct edit *edit, const char *bytes, size_t length, const char *path,
                 const struct form_manner *manner, struct form_tally *tally, struct error *err);

#endif
