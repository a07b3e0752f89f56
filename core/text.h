/* text: a growing buffer of bytes, mostly UTF-8, and the few things that are done to text.
 *
 * `bytes` is never NULL and always has a NUL behind `length`; a text on the stack starts as
 * `struct text t = TEXT_EMPTY;` and ends with text_release. Growing doubles, so appending n bytes one
 * by one costs O(n). */
#ifndef SPBE_TEXT_H
#define SPBE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct text {
    char *bytes;     /* NUL-terminated; borrowed from the text until it grows or is released */
    size_t length;   /* in bytes, without the NUL */
    size_t capacity; /* 0 while nothing is allocated */
};

/* The empty string that an unallocated text points at; never written. */
extern char text_nothing[1];
/* clang-format off */
#define TEXT_EMPTY {text_nothing, 0, 0}
/* clang-format on */

/* Frees what it holds and makes it empty. */
void text_release(struct text *text);
/* Makes it empty, keeping the memory for reuse. */
void text_clear(struct text *text);
/* Makes room for `more` bytes behind the present end. */
void text_reserve(struct text *text, size_t more);
/* Appends `length` bytes. */
static inline void text_append(struct text *text, const char *bytes, size_t length)
{
    if (length == 0) {
        return;
    }
    if (text->capacity - text->length <= length) {
        text_reserve(text, length);
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

/* Appends a NUL-terminated string. */
static inline void text_add(struct text *text, const char *string)
{
    text_append(text, string, strlen(string));
}

/* Appends one byte. */
void text_add_byte(struct text *text, char byte);
/* Appends an integer in decimal, without a sign unless negative. */
void text_add_int(struct text *text, int64_t number);
/* Appends as printf does. */
void text_format(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* As text_format, for a function that has such arguments itself. The usual directives (%s %.*s %d %u
 * %zu %%) cost no more than appending; any other one goes through the library. */
void text_format_list(struct text *text, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
/* Appends `string` as a JSON string with its quotes (RFC 8259 part 7): quote, backslash and control
 * characters escaped, all else as it is. `string` must be valid UTF-8. */
void text_add_json(struct text *text, const char *string);
/* As text_add_json, for `length` bytes. */
void text_append_json(struct text *text, const char *bytes, size_t length);
/* Hands the bytes over, yours to free; the text is then empty. */
char *text_take(struct text *text);

/* Length of the valid UTF-8 (RFC 3629: no surrogates, nothing over U+10FFFF, shortest forms) at the
 * start of `bytes`; equals `length` when all of it is valid. */
size_t text_utf8_prefix(const char *bytes, size_t length);
/* Columns that a valid UTF-8 string takes in a terminal: combining marks 0, wide characters 2. */
size_t text_columns(const char *string);
/* Bytes of the longest prefix of `string` that fits into `columns` and ends at a character's edge. */
size_t text_fit(const char *string, size_t columns);
/* How far two words are apart (Damerau-Levenshtein over bytes, at most 64 each): for "did you mean". */
unsigned text_distance(const char *one, const char *other);

#endif
