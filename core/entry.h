/* entry: one line of text that a person types and changes: UTF-8, with a cursor between its letters.
 *
 * Nothing is drawn and nothing is saved here. What does not fit into LIMIT_TEXT_BYTES is not taken. */
#ifndef SPBE_ENTRY_H
#define SPBE_ENTRY_H

#include "key.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

struct entry {
    struct text text; /* valid UTF-8 without line breaks */
    size_t at;        /* the cursor: bytes before it */
};
/* clang-format off */
#define ENTRY_EMPTY {TEXT_EMPTY, 0}
/* clang-format on */

/* Frees it and makes it empty. */
void entry_release(struct entry *entry);
/* Begins with `text` (NULL: nothing), the cursor behind it; line breaks become spaces. */
void entry_set(struct entry *entry, const char *text);
/* Acts on one key: letters, arrows, Home, End, Backspace, Delete, Ctrl-A, Ctrl-E, Ctrl-U. False when
 * the key means nothing to a line of text. */
bool entry_press(struct entry *entry, const struct key *key);
/* Where a window of `columns` columns begins, so that the cursor is inside it: a byte of the text. */
size_t entry_window(const struct entry *entry, size_t columns);

#endif
