#include "gate.h"

#include "message.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Names quoted in a sentence are cut to this many bytes. */
enum { SHOWN_BYTES = 80 };

static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static bool is_hex(char byte)
{
    return is_digit(byte) || (byte >= 'A' && byte <= 'F') || (byte >= 'a' && byte <= 'f');
}

/* Bytes to show of a name in a sentence, ending at a character's edge. */
static int shown(const char *bytes, size_t length)
{
    return (int)text_utf8_prefix(bytes, length < SHOWN_BYTES ? length : SHOWN_BYTES);
}

/* ---- texts ---- */

/* Bytes of the character at `bytes`, or 0 where none begins. */
static size_t character(const char *bytes, size_t length)
{
    unsigned char lead = (unsigned char)bytes[0];
    size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return size <= length && text_utf8_prefix(bytes, size) == size ? size : 0;
}

/* The same where the character is clean; else 0. */
static size_t clean_character(const char *bytes, size_t length)
{
    unsigned char lead = (unsigned char)bytes[0];
    size_t size = character(bytes, length);
    if (size == 0) {
        return 0;
    }
    bool control = lead < 0x20 || lead == 0x7F || (lead == 0xC2 && (unsigned char)bytes[1] < 0xA0);
    bool never = size == 3 && lead == 0xEF && (unsigned char)bytes[1] == 0xBF &&
                 (unsigned char)bytes[2] >= 0xBE;
    return control || never ? 0 : size;
}

/* True when the text goes on with "_x" + four hexadecimal digits + "_", an escape of the format. */
static bool is_escape(const char *bytes, size_t length)
{
    return length >= 7 && bytes[0] == '_' && bytes[1] == 'x' && is_hex(bytes[2]) &&
           is_hex(bytes[3]) && is_hex(bytes[4]) && is_hex(bytes[5]) && bytes[6] == '_';
}

/* What a character that is not clean becomes; "\r" before "\n" becomes nothing. */
static const char *mended(const char *bytes, size_t length, bool cell)
{
    switch (bytes[0]) {
    case '\t':
        return " ";
    case '\n':
        return cell ? "\n" : " ";
    case '\r':
        return length > 1 && bytes[1] == '\n' ? "" : cell ? "\n" : " ";
    default:
        return replacement;
    }
}

/* UTF-16 units of `length` bytes of valid UTF-8. */
static size_t units(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        count += (byte & 0xC0) != 0x80;
        count += byte >= 0xF0;
    }
    return count;
}

/* Length of the plain ASCII at the start that needs no look: neither control nor "_". */
static size_t plain_prefix(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length && bytes[at] >= 0x20 && bytes[at] < 0x7F && bytes[at] != '_') {
        at++;
    }
    return at;
}

static void clean(const char *bytes, size_t length, bool cell, struct text *out)
{
    text_clear(out);
    size_t at = 0;
    while (at < length) {
        size_t plain = plain_prefix(bytes + at, length - at);
        text_append(out, bytes + at, plain);
        at += plain;
        if (at == length) {
            return;
        }
        size_t step = character(bytes + at, length - at);
        size_t size = clean_character(bytes + at, length - at);
        if (cell && is_escape(bytes + at, length - at)) {
            text_add(out, "_x005F_");
        } else if (size > 0) {
            text_append(out, bytes + at, size);
        } else {
            text_add(out, mended(bytes + at, length - at, cell));
        }
        at += step > 0 ? step : 1;
    }
}

static bool bounded(const struct text *text, size_t max, struct error *err)
{
    size_t count = text->length <= max ? 0 : units(text->bytes, text->length);
    return count <= max || error_set(err, M_GATE_TEXT_LONG, NULL, count, max);
}

bool gate_cell_text(const char *bytes, size_t length, struct text *out, struct error *err)
{
    clean(bytes, length, true, out);
    return bounded(out, GATE_CELL_UNITS, err);
}

bool gate_plain_text(const char *bytes, size_t length, size_t max, struct text *out,
                     struct error *err)
{
    clean(bytes, length, false, out);
    return bounded(out, max, err);
}

/* True when every character is clean. */
static bool all_clean(const char *bytes, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t size = clean_character(bytes + at, length - at);
        if (size == 0) {
            return false;
        }
        at += size;
    }
    return true;
}

/* ---- names ---- */

static bool same_word(const char *bytes, size_t length, const char *word)
{
    return strlen(word) == length && strncasecmp(bytes, word, length) == 0;
}

bool gate_sheet_name(const char *bytes, size_t length, struct error *err)
{
    bool good = length > 0 && all_clean(bytes, length) &&
                units(bytes, length) <= GATE_SHEET_NAME_UNITS && bytes[0] != '\'' &&
                bytes[length - 1] != '\'' && !same_word(bytes, length, "History");
    for (size_t i = 0; good && i < length; i++) {
        good = strchr("[]:*?/\\", bytes[i]) == NULL;
    }
    return good || error_set(err, M_GATE_SHEET_NAME, NULL, shown(bytes, length), bytes);
}

/* True when bytes are letters, then digits, and name a cell of the grid. Capital or small. */
static bool is_cell(const char *bytes, size_t length)
{
    size_t at = 0;
    long column = 0;
    long row = 0;
    while (at < length && at < 4 && is_letter(bytes[at])) {
        column = column * 26 + (bytes[at++] & 0x1F);
    }
    if (at == 0 || at == length || bytes[at] == '0' || length - at > 7) {
        return false;
    }
    for (; at < length; at++) {
        if (!is_digit(bytes[at])) {
            return false;
        }
        row = row * 10 + (bytes[at] - '0');
    }
    return column <= GATE_COLUMNS && row <= GATE_ROWS;
}

/* True for what the other way of naming cells would take: R, C, R1, C1, R1C1. */
static bool is_row_column(const char *bytes, size_t length)
{
    size_t at = 0;
    if (at < length && (bytes[at] | 0x20) == 'r') {
        for (at++; at < length && is_digit(bytes[at]); at++) {
        }
    }
    if (at < length && (bytes[at] | 0x20) == 'c') {
        for (at++; at < length && is_digit(bytes[at]); at++) {
        }
    }
    return length > 0 && at == length;
}

bool gate_name(const char *bytes, size_t length, struct error *err)
{
    bool good = length > 0 && length <= GATE_NAME_BYTES && !is_digit(bytes[0]) &&
                !is_cell(bytes, length) && !is_row_column(bytes, length) &&
                !same_word(bytes, length, "TRUE") && !same_word(bytes, length, "FALSE");
    for (size_t i = 0; good && i < length; i++) {
        good = is_letter(bytes[i]) || is_digit(bytes[i]) || bytes[i] == '_';
    }
    return good || error_set(err, M_GATE_NAME, NULL, shown(bytes, length), bytes);
}

/* ---- formulas ---- */

/* A walk through a formula, token by token. */
struct scan {
    const char *at, *end;
    unsigned depth; /* brackets that are open */
    const struct gate_listener *listener;
    struct error *err;
};

static void mention(const struct scan *scan, bool sheet, const char *name, size_t length)
{
    if (scan->listener != NULL) {
        scan->listener->mention(scan->listener->context, sheet, name, length);
    }
}

static bool refuse_sign(const struct scan *scan)
{
    int size =
        scan->at < scan->end ? (int)clean_character(scan->at, (size_t)(scan->end - scan->at)) : 0;
    return error_set(scan->err, M_GATE_FORMULA_SIGN, NULL, size, scan->at);
}

static bool known_function(const char *bytes, size_t length)
{
#define GATE_FUNCTION_NAME(name) name,
    static const char *const names[] = {GATE_FUNCTIONS(GATE_FUNCTION_NAME)};
#undef GATE_FUNCTION_NAME
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strlen(names[i]) == length && memcmp(names[i], bytes, length) == 0) {
            return true;
        }
    }
    return false;
}

/* A text in double quotes; "" inside stands for one. */
static bool scan_text(struct scan *scan)
{
    const char *start = ++scan->at;
    while (scan->at < scan->end) {
        if (*scan->at == '"' && (scan->at + 1 == scan->end || scan->at[1] != '"')) {
            size_t length = (size_t)(scan->at - start);
            scan->at++;
            return (all_clean(start, length) && units(start, length) <= GATE_FORMULA_TEXT_UNITS) ||
                   error_set(scan->err, M_GATE_FORMULA_TEXT, NULL, shown(start, length), start);
        }
        scan->at += *scan->at == '"' ? 2 : 1;
    }
    return error_set(scan->err, M_GATE_FORMULA_OPEN, NULL);
}

/* A sheet's name in single quotes, and the "!" behind it; '' inside stands for one. */
static bool scan_quoted_sheet(struct scan *scan)
{
    char name[4 * GATE_SHEET_NAME_UNITS + 1];
    size_t length = 0;
    for (scan->at++; scan->at < scan->end && length < sizeof name; scan->at++) {
        if (*scan->at == '\'') {
            if (scan->at + 1 == scan->end || scan->at[1] != '\'') {
                break;
            }
            scan->at++;
        }
        name[length++] = *scan->at;
    }
    if (scan->end - scan->at < 2 || scan->at[0] != '\'' || scan->at[1] != '!') {
        return error_set(scan->err, M_GATE_FORMULA_OPEN, NULL);
    }
    scan->at += 2;
    if (!gate_sheet_name(name, length, scan->err)) {
        return false;
    }
    mention(scan, true, name, length);
    return true;
}

/* A reference such as $B$12, with its dollar signs. */
static bool is_dollar_cell(const char *bytes, size_t length)
{
    char plain[16];
    size_t kept = 0;
    bool letters = false;
    for (size_t i = 0; i < length; i++) {
        bool dollar = bytes[i] == '$';
        if (dollar && i > 0 && (!letters || bytes[i - 1] == '$')) {
            return false;
        }
        if (!dollar && kept == sizeof plain) {
            return false;
        }
        if (!dollar) {
            letters = is_letter(bytes[i]);
            plain[kept++] = bytes[i];
        }
    }
    return kept > 0 && is_cell(plain, kept);
}

/* A word: a function, a sheet, a cell or a defined name, as what follows tells. */
static bool scan_word(struct scan *scan)
{
    const char *start = scan->at;
    while (scan->at < scan->end && (is_letter(*scan->at) || is_digit(*scan->at) ||
                                    *scan->at == '_' || *scan->at == '.' || *scan->at == '$')) {
        scan->at++;
    }
    size_t length = (size_t)(scan->at - start);
    char next = scan->at < scan->end ? *scan->at : '\0';
    if (next == '(') {
        return known_function(start, length) ||
               error_set(scan->err, M_GATE_FORMULA_FUNCTION, NULL, shown(start, length), start);
    }
    if (next == '!') {
        scan->at++;
        mention(scan, true, start, length);
        return gate_sheet_name(start, length, scan->err);
    }
    if (is_dollar_cell(start, length)) {
        return true;
    }
    mention(scan, false, start, length);
    return gate_name(start, length, scan->err);
}

/* Takes digits; how many there were. */
static size_t scan_digits(struct scan *scan)
{
    size_t count = 0;
    for (; scan->at < scan->end && is_digit(*scan->at); scan->at++) {
        count++;
    }
    return count;
}

/* Digits, then at most one point with digits, then at most one exponent. */
static bool scan_number(struct scan *scan)
{
    bool good = scan_digits(scan) > 0;
    if (good && scan->at < scan->end && *scan->at == '.') {
        scan->at++;
        good = scan_digits(scan) > 0;
    }
    if (good && scan->at < scan->end && (*scan->at | 0x20) == 'e') {
        scan->at++;
        scan->at += scan->at < scan->end && (*scan->at == '+' || *scan->at == '-');
        good = scan_digits(scan) > 0;
    }
    bool ends = scan->at == scan->end || strchr("+-*/^=<>%,):; ", *scan->at) != NULL;
    return (good && ends) || refuse_sign(scan);
}

/* A bracket, an operator or a space. */
static bool scan_sign(struct scan *scan)
{
    char sign = *scan->at;
    if (sign == '(') {
        scan->depth++;
    } else if (sign == ')' && scan->depth > 0) {
        scan->depth--;
    } else if (strchr("+-*/^=<>%,: ", sign) == NULL) {
        return refuse_sign(scan);
    }
    scan->at++;
    return true;
}

static bool scan_token(struct scan *scan)
{
    char byte = *scan->at;
    if (byte == '"') {
        return scan_text(scan);
    }
    if (byte == '\'') {
        return scan_quoted_sheet(scan);
    }
    if (is_letter(byte) || byte == '_' || byte == '$') {
        return scan_word(scan);
    }
    return is_digit(byte) ? scan_number(scan) : scan_sign(scan);
}

bool gate_formula(const char *bytes, size_t length, const struct gate_listener *listener,
                  struct error *err)
{
    if (length < 2 || bytes[0] != '=' || memchr(bytes, '\0', length) != NULL ||
        text_utf8_prefix(bytes, length) != length) {
        return error_set(err, M_GATE_FORMULA_START, NULL);
    }
    if (units(bytes, length) > GATE_FORMULA_UNITS) {
        return error_set(err, M_GATE_FORMULA_LONG, NULL, (size_t)GATE_FORMULA_UNITS);
    }
    struct scan scan = {bytes + 1, bytes + length, 0, listener, err};
    while (scan.at < scan.end) {
        if (!scan_token(&scan)) {
            return false;
        }
    }
    return scan.depth == 0 || error_set(err, M_GATE_FORMULA_OPEN, NULL);
}

/* The bytes behind the sheet's "!", or NULL when the formula does not begin with a sheet. */
static const char *behind_sheet(const char *bytes, const char *end)
{
    const char *at = bytes + 1;
    if (at < end && *at == '\'') {
        for (at++; at < end; at++) {
            if (*at == '\'' && (at + 1 == end || at[1] != '\'')) {
                return at + 2;
            }
            at += *at == '\'';
        }
        return NULL;
    }
    const char *mark = memchr(at, '!', (size_t)(end - at));
    return mark == NULL ? NULL : mark + 1;
}

bool gate_reference(const char *bytes, size_t length, const struct gate_listener *listener,
                    struct error *err)
{
    if (!gate_formula(bytes, length, listener, err)) {
        return false;
    }
    const char *end = bytes + length;
    const char *first = behind_sheet(bytes, end);
    const char *colon = first == NULL ? NULL : memchr(first, ':', (size_t)(end - first));
    const char *stop = colon == NULL ? end : colon;
    bool good = first != NULL && is_dollar_cell(first, (size_t)(stop - first)) &&
                (colon == NULL || is_dollar_cell(colon + 1, (size_t)(end - colon - 1)));
    return good || error_set(err, M_GATE_REFERENCE, NULL, shown(bytes, length), bytes);
}

/* ---- numbers ---- */

bool gate_number_format(const char *bytes, size_t length, struct error *err)
{
    bool quoted = false;
    bool good = length > 0 && length <= GATE_FORMAT_BYTES && all_clean(bytes, length);
    for (size_t i = 0; good && i < length; i++) {
        if (bytes[i] == '"') {
            quoted = !quoted;
        } else if (!quoted) {
            good = bytes[i] != '\0' && strchr("0123456789#?.,% +-()/:;@_dmyhs", bytes[i]) != NULL;
        }
    }
    good = good && !quoted;
    return good || error_set(err, M_GATE_FORMAT, NULL, shown(bytes, length), bytes);
}

bool gate_number(double number, struct error *err)
{
    return isfinite(number) || error_set(err, M_GATE_NUMBER, NULL);
}
