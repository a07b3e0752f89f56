#include "lua_words.h"

#include <stdbool.h>
#include <string.h>

/* A place in the source. */
struct cursor {
    const char *at, *end;
};

/* The byte `offset` further on, or NUL behind the end. */
static char peek(const struct cursor *cursor, size_t offset)
{
    return (size_t)(cursor->end - cursor->at) > offset ? cursor->at[offset] : '\0';
}

/* Part of a name, a keyword or a number. */
static bool is_word(char c)
{
    char small = (char)(c | 0x20);
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Bytes of "[[" or "[==[" at the cursor, 0 for none. */
static size_t long_opening(const struct cursor *cursor)
{
    size_t equals = 0;
    if (peek(cursor, 0) != '[') {
        return 0;
    }
    while (peek(cursor, 1 + equals) == '=') {
        equals++;
    }
    return peek(cursor, 1 + equals) == '[' ? equals + 2 : 0;
}

static bool closes(const struct cursor *cursor, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (peek(cursor, i) != (i == 0 || i == size - 1 ? ']' : '=')) {
            return false;
        }
    }
    return true;
}

/* Passes over a long text whose opening has `size` bytes. */
static void pass_long(struct cursor *cursor, size_t size)
{
    cursor->at += size;
    while (cursor->at < cursor->end && !closes(cursor, size)) {
        const char *next = memchr(cursor->at + 1, ']', (size_t)(cursor->end - cursor->at - 1));
        cursor->at = next == NULL ? cursor->end : next;
    }
    cursor->at += cursor->at < cursor->end ? size : 0;
}

/* Passes over a comment, behind its "--". */
static void pass_comment(struct cursor *cursor)
{
    size_t size = long_opening(cursor);
    if (size > 0) {
        pass_long(cursor, size);
        return;
    }
    const char *at =
        cursor->at; /* most of a template is comments and names: the loops stay in registers */
    while (at < cursor->end && *at != '\n' && *at != '\r') {
        at++;
    }
    cursor->at = at;
}

/* Passes over what follows a backslash in a quoted text. */
static void pass_escape(struct cursor *cursor)
{
    char escaped = peek(cursor, 0);
    cursor->at += cursor->at < cursor->end ? 1 : 0;
    if (escaped == 'z') {
        while (is_white(peek(cursor, 0))) {
            cursor->at++;
        }
    } else if ((escaped == '\r' && peek(cursor, 0) == '\n') ||
               (escaped == '\n' && peek(cursor, 0) == '\r')) {
        cursor->at++;
    }
}

/* Passes over a quoted text; one that does not end on its line ends everything, as it does for Lua. */
static void pass_quoted(struct cursor *cursor)
{
    char quote = *cursor->at++;
    while (cursor->at < cursor->end) {
        char c = *cursor->at++;
        if (c == quote) {
            return;
        }
        if (c == '\n' || c == '\r') {
            cursor->at = cursor->end;
        } else if (c == '\\') {
            pass_escape(cursor);
        }
    }
}

/* Takes a word; 1 when it is one of those that count. */
static size_t take_word(struct cursor *cursor)
{
    static const char *const words[] = {"and", "or", "elseif", "break", "goto"};
    const char *begin = cursor->at;
    const char *at = begin;
    while (at < cursor->end && is_word(*at)) {
        at++;
    }
    cursor->at = at;
    size_t length = (size_t)(cursor->at - begin);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (words[i][0] == begin[0] && strlen(words[i]) == length &&
            memcmp(words[i], begin, length) == 0) {
            return 1;
        }
    }
    return 0;
}

size_t lua_words_count(const char *source, size_t length)
{
    struct cursor cursor = {source, source + length};
    size_t count = 0;
    while (cursor.at < cursor.end) {
        char c = *cursor.at;
        size_t size = c == '[' ? long_opening(&cursor) : 0;
        if (size > 0) {
            pass_long(&cursor, size);
        } else if (c == '"' || c == '\'') {
            pass_quoted(&cursor);
        } else if (c == '-' && peek(&cursor, 1) == '-') {
            cursor.at += 2;
            pass_comment(&cursor);
        } else if (is_word(c)) {
            count += take_word(&cursor);
        } else {
            bool label = c == ':' && peek(&cursor, 1) == ':';
            count += label ? 1 : 0;
            cursor.at += label ? 2 : 1;
        }
    }
    return count;
}
