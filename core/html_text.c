#include "html_text.h"

#include <math.h>
#include <stdbool.h>

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

/* True for what no page may hold: control characters but tab and line break, and U+FFFE, U+FFFF. */
static bool is_forbidden(const char *bytes, size_t size)
{
    const unsigned char *byte = (const unsigned char *)bytes;
    if (size == 1) {
        return (byte[0] < 0x20 && byte[0] != '\n' && byte[0] != '\t') || byte[0] == 0x7F;
    }
    if (size == 2) {
        return byte[0] == 0xC2 && byte[1] < 0xA0; /* U+0080 to U+009F */
    }
    return size == 3 && byte[0] == 0xEF && byte[1] == 0xBF && byte[2] >= 0xBE;
}

/* Bytes of the character at `bytes`; 0 when it is not UTF-8. */
static size_t character(const char *bytes, size_t length)
{
    unsigned char lead = (unsigned char)bytes[0];
    size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return size <= length && text_utf8_prefix(bytes, size) == size ? size : 0;
}

static void add_character(struct text *out, const char *bytes, size_t size, const char *line_break)
{
    static const char special[] = "&<>\"'\n\t";
    const char *const words[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", line_break, " "};
    const char *found = size == 1 && *bytes != '\0' ? strchr(special, *bytes) : NULL;
    if (found != NULL) {
        text_add(out, words[found - special]);
    } else if (size == 0 || is_forbidden(bytes, size)) {
        text_add(out, replacement);
    } else {
        text_append(out, bytes, size);
    }
}

static void add_escaped(struct text *out, const char *bytes, size_t length, const char *line_break)
{
    for (size_t at = 0; at < length;) {
        size_t size = character(bytes + at, length - at);
        add_character(out, bytes + at, size, line_break);
        at += size == 0 ? 1 : size;
    }
}

void html_text_add(struct text *out, const char *bytes, size_t length)
{
    add_escaped(out, bytes, length, "<br/>");
}

void html_text_value(struct text *out, const char *bytes, size_t length)
{
    add_escaped(out, bytes, length, " ");
}

/* Letters, digits and spaces stay; every other character of ASCII is written by its number, so that
 * neither the string nor the element around it can end. */
void html_text_style(struct text *out, const char *bytes, size_t length)
{
    text_add_byte(out, '"');
    for (size_t at = 0; at < length;) {
        size_t size = character(bytes + at, length - at);
        unsigned char byte = (unsigned char)bytes[at];
        bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                     (byte >= 'a' && byte <= 'z') || byte == ' ';
        if (size == 0 || is_forbidden(bytes + at, size)) {
            text_add(out, replacement);
        } else if (size > 1 || plain) {
            text_append(out, bytes + at, size);
        } else {
            text_format(out, "\\%X ", byte == '\n' || byte == '\t' ? 0x20U : (unsigned)byte);
        }
        at += size == 0 ? 1 : size;
    }
    text_add_byte(out, '"');
}

void html_text_color(struct text *out, int32_t color)
{
    text_format(out, "#%06x", (unsigned)color & 0xFFFFFFU);
}

void html_text_number(struct text *out, double number)
{
    int64_t hundredths = (int64_t)floor(fabs(number) * 100 + 0.5);
    if (number < 0 && hundredths > 0) {
        text_add_byte(out, '-');
    }
    text_add_int(out, hundredths / 100);
    int rest = (int)(hundredths % 100);
    if (rest > 0) {
        text_add_byte(out, '.');
        text_add_byte(out, (char)('0' + rest / 10));
        if (rest % 10 > 0) {
            text_add_byte(out, (char)('0' + rest % 10));
        }
    }
}

void html_text_base64(struct text *out, const char *bytes, size_t length)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    text_reserve(out, length / 3 * 4 + 4);
    for (size_t at = 0; at < length; at += 3) {
        uint32_t group = 0;
        for (size_t i = 0; i < 3; i++) {
            group = group << 8 | (at + i < length ? (unsigned char)bytes[at + i] : 0U);
        }
        for (size_t i = 0; i < 4; i++) {
            bool there = at + i <= length; /* one byte makes two digits, two make three */
            text_add_byte(out, there ? digits[group >> (18 - 6 * i) & 63U] : '=');
        }
    }
}

void html_text_drain(struct text *out, FILE *file, size_t bytes)
{
    if (out->length > bytes) {
        (void)fwrite(out->bytes, 1, out->length, file); /* ferror tells whether it worked */
        text_clear(out);
    }
}
