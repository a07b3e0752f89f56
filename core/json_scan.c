#include "json_scan.h"

#include <endian.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { WORD = 8, PATH_LEVELS = 64, KEY_SHOWN = 48 };
#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight bytes at `at`, the first in the lowest place. */
static inline uint64_t load(const char *at)
{
    uint64_t word;
    memcpy(&word, at, WORD);
    return le64toh(word);
}

/* High bits of the bytes that are 0; bits above the lowest one set may be wrong. */
static inline uint64_t zeros(uint64_t word)
{
    return (word - EACH_BYTE(1)) & ~word & EACH_BYTE(0x80);
}

/* The first quote or backslash at or after `at`, or `end`. */
static inline const char *find_in_string(const char *at, const char *end)
{
    while (end - at >= WORD) {
        uint64_t word = load(at);
        uint64_t found = zeros(word ^ EACH_BYTE('"')) | zeros(word ^ EACH_BYTE('\\'));
        if (found != 0) {
            return at + __builtin_ctzll(found) / 8;
        }
        at += WORD;
    }
    while (at < end && *at != '"' && *at != '\\') {
        at++;
    }
    return at;
}

/* From the quote at `at` to the one that closes the string; NULL when none comes before `end`. */
static inline const char *find_string_end(const char *at, const char *end)
{
    at++;
    for (;;) {
        at = find_in_string(at, end);
        if (at == end || *at != '\\') {
            return at == end ? NULL : at;
        }
        if (end - at < 2) {
            return NULL;
        }
        at += 2;
    }
}

/* The first quote or bracket at or after `at`, or `end`. With bit 5 set, [ and { look alike, and ] and
 * }; so do a quote and the control character 2, which the caller passes over. */
static inline const char *find_token(const char *at, const char *end)
{
    while (end - at >= WORD) {
        uint64_t word = load(at) | EACH_BYTE(0x20);
        uint64_t found = zeros(word ^ EACH_BYTE('"')) | zeros(word ^ EACH_BYTE('{')) |
                         zeros(word ^ EACH_BYTE('}'));
        if (found != 0) {
            return at + __builtin_ctzll(found) / 8;
        }
        at += WORD;
    }
    while (at < end && *at != '"' && (*at | 0x20) != '{' && (*at | 0x20) != '}') {
        at++;
    }
    return at;
}

const char *json_scan_bracketed(const char *at, const char *end)
{
    size_t depth = 0;
    while ((at = find_token(at, end)) < end) {
        if (*at == '"') {
            at = find_string_end(at, end);
            if (at == NULL) {
                return NULL;
            }
        } else if ((*at | 0x20) == '{') {
            depth++;
        } else if ((*at | 0x20) == '}' && --depth == 0) {
            return at + 1;
        }
        at++;
    }
    return NULL;
}

/* One bracket that is open on the way to a place. */
struct path_level {
    bool object;
    bool keyed;      /* object: `key` is that of the member that has begun */
    size_t index;    /* array: of the item that has begun */
    const char *key; /* between its quotes, escapes as they are */
    size_t key_length;
};

struct path {
    struct path_level levels[PATH_LEVELS];
    size_t depth; /* may be more than PATH_LEVELS */
};

/* A word that needs no quotes behind a point: letters, digits, _ and -, no digit first. */
static bool is_plain_key(const char *key, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char byte = key[i];
        bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
        if (!letter && (i == 0 || !((byte >= '0' && byte <= '9') || byte == '-'))) {
            return false;
        }
    }
    return length > 0;
}

/* Appends a key's bytes, of which a bad document may have any: what is no UTF-8 becomes '?'. */
static void add_valid(struct text *out, const char *bytes, size_t length)
{
    while (length > 0) {
        size_t good = text_utf8_prefix(bytes, length);
        text_append(out, bytes, good);
        if (good < length) {
            text_add_byte(out, '?');
            good++;
        }
        bytes += good;
        length -= good;
    }
}

static void add_key(struct text *out, const char *key, size_t length)
{
    bool cut = length > KEY_SHOWN;
    length = cut ? KEY_SHOWN : length;
    while (cut && length > 0 && ((unsigned char)key[length] & 0xC0U) == 0x80U) {
        length--;
    }
    bool plain = is_plain_key(key, length);
    text_add(out, plain ? "." : "[\"");
    add_valid(out, key, length);
    text_add(out, cut ? "…" : "");
    text_add(out, plain ? "" : "\"]");
}

static void add_path(const struct path *path, struct text *out)
{
    text_add(out, "$");
    for (size_t i = 0; i < path->depth && i < PATH_LEVELS; i++) {
        const struct path_level *level = &path->levels[i];
        if (level->object && level->keyed) {
            add_key(out, level->key, level->key_length);
        } else if (!level->object) {
            text_format(out, "[%zu]", level->index);
        }
    }
    text_add(out, path->depth > PATH_LEVELS ? "…" : "");
}

/* The innermost open bracket, or NULL. */
static struct path_level *innermost(struct path *path)
{
    bool known = path->depth > 0 && path->depth <= PATH_LEVELS;
    return known ? &path->levels[path->depth - 1] : NULL;
}

/* Takes note of a bracket, comma or other single byte. */
static void follow_byte(struct path *path, char byte)
{
    struct path_level *level = innermost(path);
    if ((byte | 0x20) == '{') {
        if (path->depth++ < PATH_LEVELS) {
            path->levels[path->depth - 1] = (struct path_level){.object = byte == '{'};
        }
    } else if ((byte | 0x20) == '}') {
        path->depth -= path->depth > 0 ? 1 : 0;
    } else if (byte == ',' && level != NULL) {
        level->keyed = false;
        level->index++;
    }
}

void json_path(const char *bytes, size_t length, size_t offset, struct text *out)
{
    struct path path = {.depth = 0};
    const char *end = bytes + length;
    const char *place = bytes + offset;
    const char *at = bytes;
    while (at < end && at <= place && (at < place || *at == '"')) {
        if (*at != '"') {
            follow_byte(&path, *at++);
            continue;
        }
        const char *close = find_string_end(at, end);
        close = close == NULL ? end : close;
        struct path_level *level = innermost(&path);
        if (level != NULL && level->object && !level->keyed) {
            level->keyed = true;
            level->key = at + 1;
            level->key_length = (size_t)(close - at) - 1;
        }
        at = close < end ? close + 1 : end;
    }
    add_path(&path, out);
}
