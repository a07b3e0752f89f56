#include "html_range.h"

#include "gate.h"
#include "text.h"

#include <string.h>

enum { COLUMN_LETTERS = 3, ROW_DIGITS = 7, NAME_BYTES = 200 };

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

size_t html_range_corner(const char *text, struct html_corner *out)
{
    const char *at = text;
    *out = (struct html_corner){.column_fixed = *at == '$'};
    at += out->column_fixed;
    size_t count = strspn(at, letters);
    for (size_t i = 0; i < count && count <= COLUMN_LETTERS; i++) {
        out->column = out->column * 26 + (uint32_t)(*at++ - 'A') + 1;
    }
    out->row_fixed = *at == '$';
    at += out->row_fixed;
    size_t digits = strspn(at, "0123456789");
    for (size_t i = 0; i < digits && digits <= ROW_DIGITS; i++) {
        out->row = out->row * 10 + (uint32_t)(*at++ - '0');
    }
    bool good = count >= 1 && count <= COLUMN_LETTERS && digits >= 1 && digits <= ROW_DIGITS &&
                out->row >= 1 && out->row <= GATE_ROWS && out->column <= GATE_COLUMNS;
    out->row--;
    out->column--;
    return good ? (size_t)(at - text) : 0;
}

/* The name in quotes at the start of `text`, without them; the bytes it takes. */
static size_t quoted_name(const char *text, struct text *name)
{
    size_t at = 1;
    for (; text[at] != '\0'; at++) {
        if (text[at] == '\'' && text[++at] != '\'') {
            return at;
        }
        text_append(name, text + at, 1);
    }
    return 0;
}

size_t html_range_sheet(const struct html_book *book, const char *text,
                        const struct html_sheet **sheet)
{
    struct text name = TEXT_EMPTY;
    size_t length = *text == '\'' ? quoted_name(text, &name) : strcspn(text, "!'$:()+-*/^&<>=, ");
    if (*text != '\'') {
        text_append(&name, text, length);
    }
    bool found = length > 0 && text[length] == '!';
    *sheet = found ? html_book_find(book, name.bytes, name.length) : NULL;
    text_release(&name);
    return found ? length + 1 : 0;
}

bool html_range_find(const struct html_book *book, const struct html_sheet *here, const char *text,
                     struct html_range *out)
{
    struct html_corner first;
    struct html_corner last;
    text += *text == '=';
    const char *named = html_book_reference(book, text, strlen(text));
    if (named != NULL) {
        text = named + (*named == '=');
    }
    const struct html_sheet *sheet = here;
    size_t length = html_range_sheet(book, text, &sheet);
    text += length;
    sheet = length == 0 ? here : sheet;
    size_t taken = html_range_corner(text, &first);
    last = first;
    if (taken > 0 && text[taken] == ':') {
        text += taken + 1;
        taken = html_range_corner(text, &last);
    }
    if (taken == 0 || text[taken] != '\0' || sheet == NULL || last.row < first.row ||
        last.column < first.column) {
        return false;
    }
    *out = (struct html_range){sheet, first.row, first.column, last.row, last.column};
    return true;
}

size_t html_range_count(const struct html_range *range, size_t most)
{
    size_t rows = (size_t)range->last_row - range->row + 1;
    size_t columns = (size_t)range->last_column - range->column + 1;
    return rows * columns < most ? rows * columns : most;
}

const struct html_cell *html_range_cell(const struct html_range *range, size_t n)
{
    size_t columns = (size_t)range->last_column - range->column + 1;
    return html_book_cell(range->sheet, range->row + (uint32_t)(n / columns),
                          range->column + (uint32_t)(n % columns));
}
