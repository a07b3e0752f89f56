#include "json_string.h"

#include "text.h"

#include <string.h>

/* The value of four hexadecimal digits at `at`, or -1. */
static int hex_unit(const char *at, const char *end)
{
    int unit = 0;
    for (int i = 0; i < 4; i++) {
        if (at + i >= end) {
            return -1;
        }
        char byte = at[i];
        int digit = byte >= '0' && byte <= '9'   ? byte - '0'
                    : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                    : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
                                                 : -1;
        if (digit < 0) {
            return -1;
        }
        unit = unit << 4 | digit;
    }
    return unit;
}

/* Notes what is wrong, and where. */
static const char *refuse(struct json_string_scan *scan, enum json_string_fault fault,
                          const char *place, unsigned detail)
{
    scan->fault = fault;
    scan->place = place;
    scan->detail = detail;
    return NULL;
}

/* Checks the \u escape at `at`, a pair of surrogates as one; NULL when it is bad. */
static const char *check_unit(struct json_string_scan *scan, const char *at, const char *end)
{
    int unit = hex_unit(at + 2, end);
    if (unit < 0) {
        return refuse(scan, JSON_STRING_ESCAPE, at, 0);
    }
    if (unit == 0) {
        return refuse(scan, JSON_STRING_NUL, at, 0);
    }
    at += 6;
    if (unit < 0xD800 || unit > 0xDFFF) {
        return at;
    }
    int low = end - at >= 2 && at[0] == '\\' && at[1] == 'u' ? hex_unit(at + 2, end) : -1;
    if (unit > 0xDBFF || low < 0xDC00 || low > 0xDFFF) {
        return refuse(scan, JSON_STRING_SURROGATE, at - 6, (unsigned)unit);
    }
    return at + 6;
}

/* Checks the escape at `at` and returns the byte behind it; NULL when it is bad. */
static const char *check_escape(struct json_string_scan *scan, const char *at, const char *end)
{
    scan->escaped = true;
    if (end - at < 2) {
        return refuse(scan, JSON_STRING_CUT, end, 0);
    }
    if (at[1] == 'u') {
        return check_unit(scan, at, end);
    }
    bool known = at[1] != '\0' && strchr("\"\\/bfnrt", at[1]) != NULL;
    return known ? at + 2 : refuse(scan, JSON_STRING_ESCAPE, at, 0);
}

/* Checks the character beyond ASCII at `at` and returns the byte behind it; NULL when it is bad. */
static const char *check_wide(struct json_string_scan *scan, const char *at, const char *end)
{
    size_t left = (size_t)(end - at);
    unsigned char first = (unsigned char)*at;
    if (text_utf8_prefix(at, left < 4 ? left : 4) == 0) {
        return refuse(scan, JSON_STRING_UTF8, at, first);
    }
    return at + (first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4);
}

/* Goes on from a byte that is not plain text. */
static const char *scan_rest(struct json_string_scan *scan, const char *at, const char *end)
{
    while (at < end) {
        unsigned char byte = (unsigned char)*at;
        if (byte == '"') {
            return at;
        }
        if (byte < 0x20) {
            return refuse(scan, JSON_STRING_CONTROL, at, byte);
        }
        at = byte == '\\' ? check_escape(scan, at, end) : check_wide(scan, at, end);
        if (at == NULL) {
            return NULL;
        }
        at = json_string_plain(at, end);
    }
    return refuse(scan, JSON_STRING_CUT, end, 0);
}

const char *json_string_end(const char *at, const char *end, struct json_string_scan *scan)
{
    scan->escaped = false;
    at = json_string_plain(at, end);
    return at < end && *at == '"' ? at : scan_rest(scan, at, end);
}

/* Writes a character as UTF-8 and returns the byte behind it. */
static char *put_character(char *to, unsigned character)
{
    if (character < 0x80) {
        *to++ = (char)character;
        return to;
    }
    int more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
    *to++ = (char)(0xFF00U >> (more + 1) | character >> 6 * more);
    while (more-- > 0) {
        *to++ = (char)(0x80U | (character >> 6 * more & 0x3FU));
    }
    return to;
}

/* Decodes the checked escape at *at, moves behind it, and writes its character to `to`. */
static char *decode_escape(const char **at, const char *end, char *to)
{
    static const char from[] = "\"\\/bfnrt";
    static const char into[] = "\"\\/\b\f\n\r\t";
    char kind = (*at)[1];
    if (kind != 'u') {
        *to = into[strchr(from, kind) - from];
        *at += 2;
        return to + 1;
    }
    unsigned unit = (unsigned)hex_unit(*at + 2, end);
    *at += 6;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        unsigned low = (unsigned)hex_unit(*at + 2, end);
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        *at += 6;
    }
    return put_character(to, unit);
}

size_t json_string_decode(const char *bytes, size_t length, char *out)
{
    char *to = out;
    const char *at = bytes;
    const char *end = bytes + length;
    while (at < end) {
        const char *escape = memchr(at, '\\', (size_t)(end - at));
        size_t plain = (size_t)((escape == NULL ? end : escape) - at);
        memmove(to, at, plain); /* `out` may be `bytes` */
        to += plain;
        at += plain;
        if (escape != NULL) {
            to = decode_escape(&at, end, to);
        }
    }
    return (size_t)(to - out);
}
