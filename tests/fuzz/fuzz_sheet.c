/* The reader of workbooks over any bytes. A workbook is read whole; a text as CSV with each separator; XML
 * without an archive around it (after a first byte of 'x') as the only sheet of a workbook, so that the
 * fuzzer need not guess check sums. Cells must lie on the grid, in order, with texts in UTF-8. */
#include "csv.h"
#include "sheet_reader.h"

#include <stdlib.h>
#include <string.h>

#include "../unit/support_sheet.c"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void check(bool truth)
{
    if (!truth) {
        abort();
    }
}

/* The cell before. */
struct last {
    uint32_t row, column;
};

static bool take(void *context, const struct sheet_cell *cell, struct error *err)
{
    struct last *last = context;
    (void)err;
    check(cell->row >= 1 && cell->column >= 1);
    check(cell->row > last->row || (cell->row == last->row && cell->column > last->column));
    check(strlen(cell->text) == cell->length);
    check(text_utf8_prefix(cell->text, cell->length) == cell->length);
    *last = (struct last){cell->row, cell->column};
    return true;
}

static void read_book(const char *bytes, size_t length)
{
    struct sheet_book book;
    struct error err = {.kind = ERROR_NONE};
    bool ok = sheet_book_open(&book, bytes, length, &err);
    for (size_t i = 0; ok && i < book.sheet_count; i++) {
        struct last last = {0, 0};
        ok = sheet_read(&book, i, take, &last, &err);
    }
    check(ok || err.message[0] != '\0');
    sheet_book_close(&book);
}

static void read_csv(const char *bytes, size_t length)
{
    for (size_t i = 0; i < 3; i++) {
        struct last last = {0, 0};
        struct error err = {.kind = ERROR_NONE};
        bool ok = csv_read(bytes, length, ";,\t"[i], take, &last, &err);
        check(ok || err.message[0] != '\0');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t length)
{
    const char *bytes = (const char *)data;
    struct text rows = TEXT_EMPTY;
    struct text book = TEXT_EMPTY;
    if (length > 0 && bytes[0] == 'x') {
        text_append(&rows, bytes + 1, length - 1);
        sheet_workbook(&book, rows.bytes, rows.bytes, NULL, "");
        read_book(book.bytes, book.length);
        text_clear(&book);
        sheet_workbook(&book, rows.bytes, NULL, NULL, rows.bytes);
        read_book(book.bytes, book.length);
    } else {
        read_book(bytes, length);
        read_csv(bytes, length);
    }
    text_release(&rows);
    text_release(&book);
    return 0;
}
