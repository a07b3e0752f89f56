/* form: a form without a workbook: what it began with, rows filled in, and what is told of them.
 *
 *     form_bench_enter(&bench);                         // in a test's set-up; form_bench_leave in its tear-down
 *     form_bench_item(&bench, "I01", "I01.2.a", "title=Perwali", NULL);   // evidence of the file
 *     form_bench_begin(&bench);                          // the form is made
 *     form_bench_row(&bench, "I01.2.a", "title=SK", "date=1/5/2023", NULL);
 *     form_bench_import(&bench, FORM_ASK, NULL);         // and taken in
 *
 * A row says only what differs from what the form began with. Ids: of criteria, of items (rows of the register),
 * "" for a free row. Keys: title, number, date, pages, file, supports. */
#ifndef SPBE_SUPPORT_FORM_H
#define SPBE_SUPPORT_FORM_H

#include "folder.h"
#include "form_evidence.h"
#include "support_store.h"

enum { FORM_BENCH_ROWS = 40 };

/* A row that is filled in. */
struct form_bench_row {
    char id[24];
    struct form_raw cells[FORM_CELLS];
};

struct form_bench {
    struct place place;
    struct store *store;
    struct edit edit;
    struct arena arena; /* of the form: what it began with, what is filled in */
    struct exhibit *began;
    size_t began_count;
    struct form_bench_row rows[FORM_BENCH_ROWS];
    size_t row_count;
    struct form_tally tally;
    struct text
        told; /* problems, a line each: "form.xlsx: Lembar!F2 FORM_DATE"; notices, "…: text" */
    bool gathers;   /* disputes are listened to; told as "form.xlsx: Lembar!F2 E1 evidence_title" */
    size_t changes; /* facts that the last import changed */
};

/* Makes a file without evidence in a folder of its own. */
void form_bench_enter(struct form_bench *bench);
/* Removes all of it. */
void form_bench_leave(struct form_bench *bench);

/* Puts an item into the file; *supports: ids by commas, or NULL. Texts "key=text", up to NULL. */
void form_bench_item(struct form_bench *bench, const char *indicator, const char *supports, ...)
    __attribute__((sentinel));
/* Makes the form: its rows begin with what the file has now. Forgets rows filled in before. */
void form_bench_begin(struct form_bench *bench);
/* Fills in a row. The first lies in row 2; columns are A (id), B (value), …, as in enum form_cell. */
void form_bench_row(struct form_bench *bench, const char *id, ...) __attribute__((sentinel));
/* Makes a cell of the row filled in last another kind. */
void form_bench_kind(struct form_bench *bench, enum form_cell cell, enum sheet_kind kind);

/* Takes the form in: true when it changed what it should, with no problem told; else it is rolled back. Fails
 * the test when it ends with an error. */
bool form_bench_import(struct form_bench *bench, enum form_choice choice,
                       const struct folder *folder);

/* Wants the file's evidence to be these lines: "E1 I01 title|number|date|pages|file supports content",
 * content one of "-", "+", and "x" for what no longer counts. */
void form_bench_wants(struct form_bench *bench, const char *lines);
/* Wants a line to have been told that holds this text. */
void form_bench_told(const struct form_bench *bench, const char *text);

#endif
