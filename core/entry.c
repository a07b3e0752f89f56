#include "entry.h"

#include "limit.h"

#include <string.h>

void entry_release(struct entry *entry)
{
    text_release(&entry->text);
    entry->at = 0;
}

void entry_set(struct entry *entry, const char *text)
{
    text_clear(&entry->text);
    for (const char *at = text == NULL ? "" : text; *at != '\0'; at++) {
        text_add_byte(&entry->text, (unsigned char)*at < ' ' ? ' ' : *at);
    }
    entry->at = entry->text.length;
}

/* True for a byte inside a letter. */
static bool is_inner(char byte)
{
    return ((unsigned char)byte & 0xC0U) == 0x80U;
}

/* Where the letter before `at` begins. */
static size_t before(const struct entry *entry, size_t at)
{
    do {
        at -= at > 0;
    } while (at > 0 && is_inner(entry->text.bytes[at]));
    return at;
}

/* Where the letter at `at` ends. */
static size_t behind(const struct entry *entry, size_t at)
{
    do {
        at += at < entry->text.length;
    } while (at < entry->text.length && is_inner(entry->text.bytes[at]));
    return at;
}

/* Replaces the bytes from `from` to `to`; the cursor comes behind what is new. */
static void replace(struct entry *entry, size_t from, size_t to, const char *bytes, size_t length)
{
    struct text next = TEXT_EMPTY;
    text_append(&next, entry->text.bytes, from);
    text_append(&next, bytes, length);
    text_append(&next, entry->text.bytes + to, entry->text.length - to);
    text_release(&entry->text);
    entry->text = next;
    entry->at = from + length;
}

/* Writes a code point as UTF-8; returns how many bytes, 0 for one that does not exist. */
static size_t encode(uint32_t letter, char out[4])
{
    if (letter < 0x80) {
        out[0] = (char)letter;
        return 1;
    }
    if (letter > 0x10FFFF || (letter >= 0xD800 && letter <= 0xDFFF)) {
        return 0;
    }
    size_t length = letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
    static const unsigned char first[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length; i-- > 1; letter >>= 6U) {
        out[i] = (char)(0x80U | (letter & 0x3FU));
    }
    out[0] = (char)(first[length] | letter);
    return length;
}

static bool press_letter(struct entry *entry, uint32_t letter)
{
    char bytes[4];
    size_t length = letter < ' ' || (letter >= 127 && letter < 160) ? 0 : encode(letter, bytes);
    if (letter == CONTROL_A) {
        entry->at = 0;
    } else if (letter == CONTROL_E) {
        entry->at = entry->text.length;
    } else if (letter == CONTROL_U) {
        replace(entry, 0, entry->at, "", 0);
    } else if (length == 0) {
        return false;
    } else if (entry->text.length + length <= LIMIT_TEXT_BYTES) {
        replace(entry, entry->at, entry->at, bytes, length);
    }
    return true;
}

bool entry_press(struct entry *entry, const struct key *key)
{
    switch (key->press) {
    case PRESS_LETTER:
        return press_letter(entry, key->letter);
    case PRESS_LEFT:
        entry->at = before(entry, entry->at);
        return true;
    case PRESS_RIGHT:
        entry->at = behind(entry, entry->at);
        return true;
    case PRESS_HOME:
        entry->at = 0;
        return true;
    case PRESS_END:
        entry->at = entry->text.length;
        return true;
    case PRESS_BACKSPACE:
        replace(entry, before(entry, entry->at), entry->at, "", 0);
        return true;
    case PRESS_DELETE:
        replace(entry, entry->at, behind(entry, entry->at), "", 0);
        return true;
    default:
        return false;
    }
}

size_t entry_window(const struct entry *entry, size_t columns)
{
    size_t start = 0;
    struct text part = TEXT_EMPTY;
    text_append(&part, entry->text.bytes, entry->at);
    while (start < entry->at && text_columns(part.bytes + start) >= columns) {
        start = behind(entry, start);
    }
    text_release(&part);
    return start;
}
