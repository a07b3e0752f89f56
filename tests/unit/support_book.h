/* book: a workbook drawn in a test, and what is in it afterwards.
 *
 *     struct book book;
 *     book_open(&book);
 *     workbook_write_text(book.workbook, …, &book.err);
 *     book_finish(&book);                    // ends the test when it cannot be written
 *     assert_cell(&book, "Satu", "A1", "s", "Kota Contoh");
 *     book_close(&book);
 */
#ifndef SPBE_SUPPORT_BOOK_H
#define SPBE_SUPPORT_BOOK_H

#include "error.h"
#include "text.h"
#include "workbook.h"

struct book {
    struct workbook *workbook;
    struct error err;
    char folder[32];
    char path[48];
    struct text cells; /* after book_finish: one line a cell, as tests/cli/workbook.py shows them */
};

/* Begins a workbook in a folder of its own, with one sheet named "Satu" and a style "tebal". */
void book_open(struct book *book);
/* Removes everything. */
void book_close(struct book *book);
/* Writes the file and reads it again. */
void book_finish(struct book *book);

/* Wants the last call to have failed with that message. Forgets it. */
void assert_failed(struct book *book, bool done, const char *id);
/* Wants the last call to have worked. */
void assert_done(struct book *book, bool done);
/* Wants a cell of that kind ("s", "n", "formula") and value. */
void assert_cell(const struct book *book, const char *sheet, const char *cell, const char *kind,
                 const char *value);
/* Wants a text in a part of the file ("xl/worksheets/sheet1.xml"). */
void assert_part(const struct book *book, const char *part, const char *text);

/* A cell of the first sheet; rows and columns from 0. */
struct cell book_cell(uint32_t row, uint32_t column);
/* An area of it. */
struct area book_area(uint32_t row, uint32_t column, uint32_t last_row, uint32_t last_column);

#endif
