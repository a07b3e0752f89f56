/* picture: what a screen is to show: pieces of text at places, and a cursor. Knows no terminal.
 *
 * A picture is drawn from scratch each time. Texts become safe for a terminal and never reach over
 * the right edge of the part that they are drawn in. */
#ifndef SPBE_PICTURE_H
#define SPBE_PICTURE_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>

/* How a piece looks. Never the only sign of what it means: a terminal may have no colours. */
enum look {
    LOOK_PLAIN,
    LOOK_STRONG,
    LOOK_FAINT,
    LOOK_GOOD,
    LOOK_WARN,
    LOOK_BAD,
    LOOK_BAR, /* light and dark changed: a title, what is in focus */
    LOOKS
};

struct piece {
    size_t row, column; /* from 0 */
    enum look look;
    const char *text; /* valid UTF-8, nothing that moves a cursor */
    struct piece *next;
};

struct picture {
    size_t rows, columns;
    struct arena *arena; /* borrowed; all pieces live in it */
    struct piece *first, *last;
    bool cursor; /* show one, at: */
    size_t cursor_row, cursor_column;
};

/* An empty picture. */
void picture_start(struct picture *picture, size_t rows, size_t columns, struct arena *arena);
/* Puts a text at a place, cut with "…" where it is wider than `width`. Returns the columns it took;
 * nothing is put below the last row. */
size_t picture_put(struct picture *picture, size_t row, size_t column, size_t width, enum look look,
                   const char *text);
/* Fills `width` columns of a row with a text of one column, a line for example. */
void picture_fill(struct picture *picture, size_t row, size_t column, size_t width, enum look look,
                  const char *text);
/* Bytes of `text` that make its first line when it is broken at spaces to fit `width` columns (a longer
 * word is broken inside); *rest: where the next line begins. 0 only at the end of the text. */
size_t picture_break(const char *text, size_t width, const char **rest);
/* A row as plain text, for tests: later pieces over earlier ones, no blanks at the end. */
const char *picture_row(const struct picture *picture, size_t row);

#endif
