#include "text.h"

#include "memory.h"

#include <assert.h>
#include <endian.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char text_nothing[1] = {'\0'};

void text_release(struct text *text)
{
    if (text->capacity > 0) {
        free(text->bytes);
    }
    *text = (struct text)TEXT_EMPTY;
}

void text_clear(struct text *text)
{
    text->length = 0;
    if (text->capacity > 0) {
        text->bytes[0] = '\0';
    }
}

/* Makes the buffer larger. */
static void grow(struct text *text, size_t needed)
{
    size_t capacity = text->capacity < 64 ? 64 : text->capacity;
    while (capacity < needed) {
        capacity *= 2;
    }
    text->bytes = memory_resize(text->capacity > 0 ? text->bytes : NULL, capacity, 1);
    text->capacity = capacity;
    text->bytes[text->length] = '\0';
}

void text_reserve(struct text *text, size_t more)
{
    size_t needed = text->length + more + 1;
    assert(needed > more);
    if (needed > text->capacity) {
        grow(text, needed);
    }
}

void text_add_byte(struct text *text, char byte)
{
    text_reserve(text, 1);
    text->bytes[text->length++] = byte;
    text->bytes[text->length] = '\0';
}

void text_add_int(struct text *text, int64_t number)
{
    char digits[24];
    char *at = digits + sizeof digits;
    uint64_t rest = number < 0 ? 0U - (uint64_t)number : (uint64_t)number;
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0) {
        *--at = '-';
    }
    text_append(text, at, (size_t)(digits + sizeof digits - at));
}

/* printf by the library: it walks the arguments twice, first for the length. */
static void format_by_library(struct text *text, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    assert(length >= 0);
    text_reserve(text, (size_t)length);
    vsnprintf(text->bytes + text->length, (size_t)length + 1, format, again);
    va_end(again);
    text->length += (size_t)length;
}

/* Appends the argument of one of the usual directives, the '%' left out, and returns its length; 0 at
 * any other one. */
static size_t format_argument(struct text *text, const char *directive, va_list *arguments)
{
    switch (directive[0]) {
    case 's': {
        const char *string = va_arg(*arguments, const char *);
        text_add(text, string == NULL ? "(null)" : string);
        return 1;
    }
    case 'd':
        text_add_int(text, va_arg(*arguments, int));
        return 1;
    case 'u':
        text_add_int(text, va_arg(*arguments, unsigned));
        return 1;
    case '%':
        text_append(text, "%", 1);
        return 1;
    case '.': {
        if (directive[1] != '*' || directive[2] != 's') {
            return 0;
        }
        int most = va_arg(*arguments, int);
        const char *string = va_arg(*arguments, const char *);
        text_append(text, string, most < 0 ? strlen(string) : strnlen(string, (size_t)most));
        return 3;
    }
    case 'z': {
        size_t number = directive[1] == 'u' ? va_arg(*arguments, size_t) : SIZE_MAX;
        if (number > INT64_MAX) {
            return 0;
        }
        text_add_int(text, (int64_t)number);
        return 2;
    }
    default:
        return 0;
    }
}

/* What nearly every sentence is made of, without the library. False at a directive that is left to it;
 * what was appended is then to be taken back. */
static bool format_plainly(struct text *text, const char *format, va_list *arguments)
{
    for (;;) {
        const char *percent = strchr(format, '%');
        text_append(text, format, percent == NULL ? strlen(format) : (size_t)(percent - format));
        if (percent == NULL) {
            return true;
        }
        size_t length = format_argument(text, percent + 1, arguments);
        if (length == 0) {
            return false;
        }
        format = percent + 1 + length;
    }
}

void text_format_list(struct text *text, const char *format, va_list arguments)
{
    size_t from = text->length;
    va_list plain;
    va_copy(plain, arguments);
    if (!format_plainly(text, format, &plain)) {
        text->length = from;
        format_by_library(text, format, arguments);
    }
    va_end(plain);
}

void text_format(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_format_list(text, format, arguments);
    va_end(arguments);
}

void text_add_json(struct text *text, const char *string)
{
    text_append_json(text, string, strlen(string));
}

/* Appends one byte that a JSON string cannot hold as it is. */
static void add_escaped(struct text *text, unsigned char byte)
{
    static const char hex[] = "0123456789abcdef";
    switch (byte) {
    case '"':
        text_append(text, "\\\"", 2);
        return;
    case '\\':
        text_append(text, "\\\\", 2);
        return;
    case '\n':
        text_append(text, "\\n", 2);
        return;
    case '\t':
        text_append(text, "\\t", 2);
        return;
    case '\r':
        text_append(text, "\\r", 2);
        return;
    default: {
        const char escape[] = {'\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15]};
        text_append(text, escape, sizeof escape);
    }
    }
}

/* Copies what stands in a JSON string as it is, eight bytes at a time, and returns how many bytes that
 * were. A byte is special when subtracting makes it borrow and its own high bit is not set; a borrow
 * can only mislead about bytes behind the first special one. Writes up to 7 bytes too many. */
static size_t copy_plain(char *to, const char *bytes, size_t length)
{
    static const uint64_t ones = UINT64_C(0x0101010101010101);
    size_t i = 0;
    for (; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, bytes + i, sizeof word);
        memcpy(to + i, &word, sizeof word);
        word = le64toh(word);
        uint64_t quote = (word ^ ones * '"') - ones;
        uint64_t backslash = (word ^ ones * '\\') - ones;
        uint64_t control = word - ones * 0x20;
        uint64_t special = (quote | backslash | control) & ~word & ones * 0x80;
        if (special != 0) {
            return i + (size_t)__builtin_ctzll(special) / 8;
        }
    }
    while (i < length && (unsigned char)bytes[i] >= 0x20 && bytes[i] != '"' && bytes[i] != '\\') {
        to[i] = bytes[i];
        i++;
    }
    return i;
}

void text_append_json(struct text *text, const char *bytes, size_t length)
{
    text_append(text, "\"", 1);
    for (;;) {
        text_reserve(text, length + 2);
        size_t plain = copy_plain(text->bytes + text->length, bytes, length);
        text->length += plain;
        if (plain == length) {
            break;
        }
        add_escaped(text, (unsigned char)bytes[plain]);
        bytes += plain + 1;
        length -= plain + 1;
    }
    text->bytes[text->length++] = '"';
    text->bytes[text->length] = '\0';
}

char *text_take(struct text *text)
{
    char *bytes = text->capacity > 0 ? text->bytes : memory_copy("", 0);
    *text = (struct text)TEXT_EMPTY;
    return bytes;
}

/* Length of the character at `at`, whose first byte is 0x80 or more, or 0 when it is not valid.
 * Table 3-7 of the Unicode standard. */
static size_t wide_length(const unsigned char *at, size_t left)
{
    unsigned char first = at[0];
    size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                    : (first & 0xF0) == 0xE0         ? 3
                    : first >= 0xF0 && first <= 0xF4 ? 4
                                                     : 0;
    if (length == 0 || left < length) {
        return 0;
    }
    unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (at[1] < low || at[1] > high) {
        return 0;
    }
    for (size_t i = 2; i < length; i++) {
        if ((at[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}

/* ASCII bytes at the beginning: eight at a time while they last, then one by one. */
static size_t ascii_run(const unsigned char *at, size_t length)
{
    size_t i = 0;
    for (uint64_t eight = 0; length - i >= sizeof eight; i += sizeof eight) {
        memcpy(&eight, at + i, sizeof eight);
        if ((eight & UINT64_C(0x8080808080808080)) != 0) {
            break;
        }
    }
    while (i < length && at[i] < 0x80) {
        i++;
    }
    return i;
}

size_t text_utf8_prefix(const char *bytes, size_t length)
{
    const unsigned char *at = (const unsigned char *)bytes;
    size_t i = 0;
    while (i < length) {
        if (at[i] < 0x80) {
            i += ascii_run(at + i, length - i);
            continue;
        }
        size_t step = wide_length(at + i, length - i);
        if (step == 0) {
            break;
        }
        i += step;
    }
    return i;
}

/* Decodes the character at *at (valid UTF-8) and moves behind it. */
static uint32_t next_character(const char **at)
{
    const unsigned char *byte = (const unsigned char *)*at;
    if (byte[0] < 0x80) {
        *at += 1;
        return byte[0];
    }
    size_t length = wide_length(byte, strnlen(*at, 4));
    if (length == 0) {
        *at += 1;
        return 0xFFFD;
    }
    uint32_t character = byte[0] & (0xFFU >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        character = character << 6 | (byte[i] & 0x3FU);
    }
    *at += length;
    return character;
}

/* Columns of one character: the combining and the wide blocks that names and titles can hold. */
static size_t character_columns(uint32_t character)
{
    static const struct {
        uint32_t first, last;
        size_t columns;
    } blocks[] = {
        {0x0000, 0x001F, 0},   {0x0300, 0x036F, 0},   {0x0483, 0x0489, 0}, {0x0591, 0x05BD, 0},
        {0x0610, 0x061A, 0},   {0x064B, 0x065F, 0},   {0x1100, 0x115F, 2}, {0x1AB0, 0x1AFF, 0},
        {0x1DC0, 0x1DFF, 0},   {0x200B, 0x200F, 0},   {0x20D0, 0x20FF, 0}, {0x2E80, 0x303E, 2},
        {0x3041, 0x33FF, 2},   {0x3400, 0x4DBF, 2},   {0x4E00, 0x9FFF, 2}, {0xA000, 0xA4CF, 2},
        {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0}, {0xFE20, 0xFE2F, 0},
        {0xFE30, 0xFE6F, 2},   {0xFF00, 0xFF60, 2},   {0xFFE0, 0xFFE6, 2}, {0x1F300, 0x1F64F, 2},
        {0x1F900, 0x1F9FF, 2}, {0x20000, 0x3FFFD, 2},
    };
    if (character >= 0x20 && character < 0x300) {
        return 1;
    }
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
        if (character >= blocks[i].first && character <= blocks[i].last) {
            return blocks[i].columns;
        }
    }
    return 1;
}

size_t text_columns(const char *string)
{
    size_t columns = 0;
    while (*string != '\0') {
        columns += character_columns(next_character(&string));
    }
    return columns;
}

size_t text_fit(const char *string, size_t columns)
{
    const char *at = string;
    size_t used = 0;
    while (*at != '\0') {
        const char *next = at;
        used += character_columns(next_character(&next));
        if (used > columns) {
            break;
        }
        at = next;
    }
    return (size_t)(at - string);
}

enum { DISTANCE_MAX = 64 };

static unsigned least(unsigned a, unsigned b, unsigned c)
{
    unsigned smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

unsigned text_distance(const char *one, const char *other)
{
    size_t rows = strnlen(one, DISTANCE_MAX);
    size_t columns = strnlen(other, DISTANCE_MAX);
    unsigned table[DISTANCE_MAX + 1][DISTANCE_MAX + 1];
    for (size_t i = 0; i <= rows; i++) {
        for (size_t j = 0; j <= columns; j++) {
            if (i == 0 || j == 0) {
                table[i][j] = (unsigned)(i + j);
                continue;
            }
            unsigned change = one[i - 1] == other[j - 1] ? 0 : 1;
            table[i][j] =
                least(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change);
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] &&
                table[i - 2][j - 2] + 1 < table[i][j]) {
                table[i][j] = table[i - 2][j - 2] + 1;
            }
        }
    }
    return table[rows][columns];
}
