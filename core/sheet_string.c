#include "sheet_string.h"

#include "limit.h"
#include "memory.h"
#include "message.h"
#include "sheet_part.h"

#include <stdlib.h>
#include <string.h>

/* ---- rich texts ---- */

void sheet_rich_open(struct sheet_rich *rich, bool ours, const char *name)
{
    bool text = ours && strcmp(name, "t") == 0;
    bool run = ours && strcmp(name, "r") == 0;
    if (rich->skipped > 0 || rich->collecting || !(text || (run && rich->depth == 0))) {
        rich->skipped++;
        return;
    }
    rich->depth++;
    rich->collecting = text;
}

void sheet_rich_close(struct sheet_rich *rich)
{
    if (rich->skipped > 0) {
        rich->skipped--;
        return;
    }
    rich->depth--;
    rich->collecting = false;
}

/* ---- escapes ---- */

static int hex_digit(char byte)
{
    return byte >= '0' && byte <= '9'   ? byte - '0'
           : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
           : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
                                        : -1;
}

/* The code of an escape "_x000D_" at `bytes`, or -1. */
static int escape_code(const char *bytes, size_t length)
{
    if (length < 7 || bytes[0] != '_' || bytes[1] != 'x' || bytes[6] != '_') {
        return -1;
    }
    int code = 0;
    for (size_t i = 2; i < 6; i++) {
        int digit = hex_digit(bytes[i]);
        if (digit < 0) {
            return -1;
        }
        code = code * 16 + digit;
    }
    return code >= 0xD800 && code <= 0xDFFF ? -1 : code;
}

/* Writes a character of the basic plane; gives its bytes, at most 3. */
static size_t put_code(char *out, int code)
{
    bool control = (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7F && code < 0xA0);
    if (control || code >= 0xFFFE) {
        code = 0xFFFD;
    }
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | (code >> 6));
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | (code >> 12));
    out[1] = (char)(0x80 | ((code >> 6) & 0x3F));
    out[2] = (char)(0x80 | (code & 0x3F));
    return 3;
}

void sheet_string_decode(struct text *text, size_t from)
{
    if (text->length == from) {
        return;
    }
    char *bytes = text->bytes;
    size_t kept = from;
    for (size_t at = from; at < text->length;) {
        int code = escape_code(bytes + at, text->length - at);
        if (code < 0 && bytes[at] != '\r') {
            bytes[kept++] = bytes[at++];
            continue;
        }
        at += code < 0 ? 1 : 7;
        if (code < 0 || code == '\r') {
            code = '\n';
            at += bytes[at] == '\n'                                    ? 1
                  : escape_code(bytes + at, text->length - at) == '\n' ? 7
                                                                       : 0;
        }
        kept += put_code(bytes + kept, code);
    }
    bytes[kept] = '\0';
    text->length = kept;
}

/* ---- lengths ---- */

bool sheet_string_fits(const char *bytes, size_t length, const char *place, struct error *err)
{
    size_t units = 0;
    for (size_t i = 0; length > LIMIT_SHEET_CELL && i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        units += (byte & 0xC0) != 0x80;
        units += byte >= 0xF0;
    }
    return units <= LIMIT_SHEET_CELL || error_set(err, M_SHEET_CELL_LONG, place, LIMIT_SHEET_CELL);
}

bool sheet_string_add(struct text *text, size_t from, const char *bytes, size_t length,
                      const char *place, struct error *err)
{
    /* An escape is 7 bytes for one character, the longest spelling there is. */
    if (text->length - from + length > (size_t)7 * LIMIT_SHEET_CELL) {
        return error_set(err, M_SHEET_CELL_LONG, place, LIMIT_SHEET_CELL);
    }
    text_append(text, bytes, length);
    return true;
}

/* ---- the shared texts ---- */

struct reading {
    struct sheet_strings *strings;
    struct sheet_rich rich;
    const char *part;
    unsigned depth; /* of the element at hand: 1 the root, 2 a text */
};

static bool on_open(void *context, enum xml_space space, const char *name,
                    const char *const *attributes, struct error *err)
{
    struct reading *reading = context;
    bool ours = space == XML_SHEET;
    (void)attributes;
    reading->depth++;
    if (reading->depth == 1) {
        return (ours && strcmp(name, "sst") == 0) ||
               error_set(err, M_SHEET_ROOT, reading->part, "sst");
    }
    if (reading->depth > 2) {
        sheet_rich_open(&reading->rich, ours, name);
        return true;
    }
    reading->rich = (struct sheet_rich){.skipped = ours && strcmp(name, "si") == 0 ? 0 : 1};
    return true;
}

static bool on_text(void *context, const char *bytes, size_t length, struct error *err)
{
    struct reading *reading = context;
    struct sheet_strings *strings = reading->strings;
    if (!reading->rich.collecting || reading->rich.skipped > 0) {
        return true;
    }
    size_t from = strings->count == 0 ? 0 : strings->ends[strings->count - 1];
    if (strings->bytes.length + length > LIMIT_SHEET_TEXT) {
        return error_set(err, M_SHEET_TEXT, reading->part, LIMIT_SHEET_TEXT);
    }
    return sheet_string_add(&strings->bytes, from, bytes, length, reading->part, err);
}

/* A text has ended. */
static bool add_string(struct reading *reading, struct error *err)
{
    struct sheet_strings *strings = reading->strings;
    size_t from = strings->count == 0 ? 0 : strings->ends[strings->count - 1];
    sheet_string_decode(&strings->bytes, from);
    if (!sheet_string_fits(strings->bytes.bytes + from, strings->bytes.length - from, reading->part,
                           err)) {
        return false;
    }
    if (strings->count == LIMIT_SHEET_CELLS) {
        return error_set(err, M_SHEET_STRINGS, reading->part, LIMIT_SHEET_CELLS);
    }
    if (strings->count == strings->capacity) {
        strings->capacity = strings->capacity == 0 ? 256 : strings->capacity * 2;
        strings->ends = memory_resize(strings->ends, strings->capacity, sizeof *strings->ends);
    }
    strings->ends[strings->count++] = strings->bytes.length;
    return true;
}

static bool on_close(void *context, enum xml_space space, const char *name, struct error *err)
{
    struct reading *reading = context;
    (void)space;
    (void)name;
    reading->depth--;
    if (reading->depth > 1) {
        sheet_rich_close(&reading->rich);
        return true;
    }
    return reading->depth == 0 || reading->rich.skipped > 0 || add_string(reading, err);
}

bool sheet_strings_read(struct archive *archive, const char *name, struct sheet_strings *strings,
                        struct error *err)
{
    struct reading reading = {.strings = strings, .part = name};
    struct xml_listener listener = {on_open, on_close, on_text, &reading};
    return sheet_part_read(archive, name, &listener, err);
}

void sheet_strings_release(struct sheet_strings *strings)
{
    text_release(&strings->bytes);
    free(strings->ends);
    *strings = (struct sheet_strings){.bytes = TEXT_EMPTY};
}

const char *sheet_strings_at(const struct sheet_strings *strings, size_t number, size_t *length)
{
    if (number >= strings->count) {
        return NULL;
    }
    size_t from = number == 0 ? 0 : strings->ends[number - 1];
    *length = strings->ends[number] - from;
    return strings->bytes.bytes + from;
}
