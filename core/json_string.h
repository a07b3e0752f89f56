/* json_string: the inside of a JSON string: where it ends, whether it is sound, what it says.
 *
 * Sound means: valid UTF-8, no control characters, only the escapes of RFC 8259 part 7, surrogates in
 * pairs, and no NUL. Eight bytes are looked at together as long as nothing is special. */
#ifndef SPBE_JSON_STRING_H
#define SPBE_JSON_STRING_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* What can be wrong. */
enum json_string_fault {
    JSON_STRING_CUT,       /* no closing quote */
    JSON_STRING_CONTROL,   /* a control character; `detail` is its byte */
    JSON_STRING_ESCAPE,    /* a backslash that begins no escape */
    JSON_STRING_NUL,       /* the escape of NUL */
    JSON_STRING_SURROGATE, /* the escape of half a character; `detail` is its number */
    JSON_STRING_UTF8       /* bytes that are no character; `detail` is the first */
};

struct json_string_scan {
    bool escaped; /* escapes came: the text has to be decoded */
    /* set only when the string is bad */
    enum json_string_fault fault;
    const char *place; /* of the first byte that is wrong */
    unsigned detail;
};

/* The first byte at or after `at` that a scan of plain text has to look at: a quote, a backslash, a
 * control character, anything beyond ASCII; or `end`. Eight bytes at a time: a byte is special when
 * its own high bit is set, or when subtracting makes it borrow; a borrow can only mislead about bytes
 * behind the first special one, which is the one that counts. Inline: most strings need no more. */
static inline const char *json_string_plain(const char *at, const char *end)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    while (end - at >= (ptrdiff_t)sizeof(uint64_t)) {
        uint64_t word;
        memcpy(&word, at, sizeof word);
        word = le64toh(word);
        uint64_t quote = (word ^ each * '"') - each;
        uint64_t backslash = (word ^ each * '\\') - each;
        uint64_t control = word - each * 0x20;
        uint64_t special = (quote | backslash | control | word) & (each * 0x80);
        if (special != 0) {
            return at + __builtin_ctzll(special) / 8;
        }
        at += sizeof word;
    }
    while (at < end && *at != '"' && *at != '\\' && (unsigned char)*at >= 0x20 &&
           (unsigned char)*at < 0x80) {
        at++;
    }
    return at;
}

/* The closing quote of the string whose text begins at `at`, or NULL when the string is bad. */
const char *json_string_end(const char *at, const char *end, struct json_string_scan *scan);

/* Writes what sound text with escapes stands for, as UTF-8, into `out`, which has room for `length`
 * bytes. Returns its length. */
size_t json_string_decode(const char *bytes, size_t length, char *out);

#endif
