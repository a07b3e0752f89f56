#include "support_book.h"

#include "file.h"
#include "workbook_style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OUTPUT_BYTES = 4000000 };

/* Runs a command and takes what it writes. */
static void run(const char *command, struct text *out)
{
    char piece[4096];
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    text_clear(out);
    for (size_t got; (got = fread(piece, 1, sizeof piece, pipe)) > 0;) {
        text_append(out, piece, got);
    }
    assert_int_equal(pclose(pipe), 0);
}

void book_open(struct book *book)
{
    size_t sheet = 7;
    struct style bold = STYLE_PLAIN;
    bold.bold = true;
    *book = (struct book){.cells = TEXT_EMPTY};
    strcpy(book->folder, "/tmp/spbe-book-XXXXXX");
    assert_non_null(mkdtemp(book->folder));
    snprintf(book->path, sizeof book->path, "%s/x.xlsx", book->folder);
    book->workbook = workbook_begin(book->path, 2024, &book->err);
    assert_non_null(book->workbook);
    assert_true(workbook_add_sheet(book->workbook, "Satu", 4, &sheet, &book->err));
    assert_int_equal(sheet, 0);
    assert_true(workbook_style_define(book->workbook, "tebal", 5, &bold, &book->err));
}

void book_close(struct book *book)
{
    struct text command = TEXT_EMPTY;
    workbook_release(book->workbook);
    text_format(&command, "rm -rf %s", book->folder);
    assert_int_equal(system(command.bytes), 0);
    text_release(&command);
    text_release(&book->cells);
}

void book_finish(struct book *book)
{
    int64_t at = 0;
    struct text command = TEXT_EMPTY;
    if (!workbook_finish(book->workbook, &at, &book->err)) {
        fail_msg("%s %s", book->err.id, book->err.message);
    }
    text_format(&command, "/usr/bin/python3 tests/cli/workbook.py show %s", book->path);
    run(command.bytes, &book->cells);
    text_release(&command);
}

void assert_failed(struct book *book, bool done, const char *id)
{
    if (done || book->err.id == NULL || strcmp(book->err.id, id) != 0) {
        fail_msg("%s instead of %s", done ? "done" : book->err.id, id);
    }
    error_clear(&book->err);
}

void assert_done(struct book *book, bool done)
{
    if (!done || error_is_set(&book->err)) {
        fail_msg("%s: %s", book->err.id, book->err.message);
    }
}

void assert_cell(const struct book *book, const char *sheet, const char *cell, const char *kind,
                 const char *value)
{
    struct text line = TEXT_EMPTY;
    text_format(&line, "%s\t%s\t%s\t%s\n", sheet, cell, kind, value);
    if (strstr(book->cells.bytes, line.bytes) == NULL) {
        fail_msg("there is no %s in\n%s", line.bytes, book->cells.bytes);
    }
    text_release(&line);
}

void assert_part(const struct book *book, const char *part, const char *text)
{
    struct text command = TEXT_EMPTY;
    struct text bytes = TEXT_EMPTY;
    text_format(&command,
                "/usr/bin/python3 -c \"import sys, zipfile; "
                "sys.stdout.write(zipfile.ZipFile('%s').read('%s').decode())\"",
                book->path, part);
    run(command.bytes, &bytes);
    if (strstr(bytes.bytes, text) == NULL) {
        fail_msg("%s does not hold %s:\n%s", part, text, bytes.bytes);
    }
    text_release(&command);
    text_release(&bytes);
}

struct cell book_cell(uint32_t row, uint32_t column)
{
    return (struct cell){0, row, column};
}

struct area book_area(uint32_t row, uint32_t column, uint32_t last_row, uint32_t last_column)
{
    return (struct area){0, row, column, last_row, last_column};
}
