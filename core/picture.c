#include "picture.h"

#include "console.h"
#include "text.h"

#include <string.h>

void picture_start(struct picture *picture, size_t rows, size_t columns, struct arena *arena)
{
    *picture = (struct picture){.rows = rows, .columns = columns, .arena = arena};
}

static void append(struct picture *picture, size_t row, size_t column, enum look look,
                   const char *text)
{
    struct piece *piece = arena_get(picture->arena, 1, sizeof *piece);
    *piece = (struct piece){row, column, look, text, NULL};
    if (picture->last == NULL) {
        picture->first = piece;
    } else {
        picture->last->next = piece;
    }
    picture->last = piece;
}

size_t picture_put(struct picture *picture, size_t row, size_t column, size_t width, enum look look,
                   const char *text)
{
    if (row >= picture->rows || column >= picture->columns || width == 0) {
        return 0;
    }
    size_t room = picture->columns - column < width ? picture->columns - column : width;
    struct text safe = TEXT_EMPTY;
    console_add_safe(&safe, text, false);
    size_t columns = text_columns(safe.bytes);
    const char *shown = NULL;
    if (columns > room) {
        size_t bytes = text_fit(safe.bytes, room - 1);
        shown = arena_format(picture->arena, "%.*s…", (int)bytes, safe.bytes);
        columns = text_columns(shown);
    } else {
        shown = arena_copy(picture->arena, safe.bytes, safe.length);
    }
    text_release(&safe);
    if (columns > 0) {
        append(picture, row, column, look, shown);
    }
    return columns;
}

void picture_fill(struct picture *picture, size_t row, size_t column, size_t width, enum look look,
                  const char *text)
{
    struct text line = TEXT_EMPTY;
    for (size_t i = 0; i < width && column + i < picture->columns; i++) {
        text_add(&line, text);
    }
    picture_put(picture, row, column, width, look, line.bytes);
    text_release(&line);
}

size_t picture_break(const char *text, size_t width, const char **rest)
{
    size_t bytes = text_fit(text, width);
    if (bytes == 0 && text[0] != '\0') {
        bytes = strlen(text); /* not even one letter fits: picture_put cuts it */
    }
    size_t end = bytes;
    if (text[bytes] != '\0' && text[bytes] != ' ') {
        while (end > 0 && text[end - 1] != ' ') {
            end--;
        }
        end = end > 0 ? end : bytes;
    }
    *rest = text + end + strspn(text + end, " ");
    while (end > 0 && text[end - 1] == ' ') {
        end--;
    }
    return end > 0 || text[0] == '\0' ? end : bytes;
}

/* One letter of a row, with the marks that belong to it. */
struct cell {
    const char *bytes;
    size_t length;
};

/* Paints a piece over the cells of its row. */
static void paint(const struct piece *piece, struct cell *cells)
{
    size_t column = piece->column;
    for (const char *at = piece->text; *at != '\0';) {
        size_t length = text_fit(at, 1);
        size_t columns = 1;
        if (length == 0) {
            length = text_fit(at, 2);
            columns = 2;
            cells[column + 1] = (struct cell){"", 0};
        }
        cells[column] = (struct cell){at, length};
        column += columns;
        at += length;
    }
}

const char *picture_row(const struct picture *picture, size_t row)
{
    struct text line = TEXT_EMPTY;
    struct cell *cells = arena_get(picture->arena, picture->columns + 1, sizeof *cells);
    for (size_t i = 0; i < picture->columns; i++) {
        cells[i] = (struct cell){" ", 1};
    }
    for (const struct piece *piece = picture->first; piece != NULL; piece = piece->next) {
        if (piece->row == row) {
            paint(piece, cells);
        }
    }
    for (size_t i = 0; i < picture->columns; i++) {
        text_append(&line, cells[i].bytes, cells[i].length);
    }
    while (line.length > 0 && line.bytes[line.length - 1] == ' ') {
        line.length--;
    }
    const char *out = arena_copy(picture->arena, line.bytes, line.length);
    text_release(&line);
    return out;
}
