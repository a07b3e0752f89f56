#include "sheet_date.h"

#include "memory.h"
#include "message.h"
#include "sheet_part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- number formats ---- */

/* Behind a piece that is shown as it stands: a text in quotes, a word in brackets, an escaped sign. */
static const char *skip_literal(const char *at)
{
    if (*at == '"' || *at == '[') {
        const char *end = strchr(at + 1, *at == '"' ? '"' : ']');
        return end == NULL ? at + strlen(at) : end + 1;
    }
    if ((*at == '\\' || *at == '_' || *at == '*') && at[1] != '\0') {
        return at + 2;
    }
    return at + 1;
}

bool sheet_date_format(const char *format)
{
    for (const char *at = format; *at != '\0' && *at != ';'; at = skip_literal(at)) {
        if (strncasecmp(at, "General", 7) == 0) {
            return false;
        }
        if (strchr("dDyY", *at) != NULL) {
            return true;
        }
    }
    return false;
}

/* The formats that are built in: 14 to 17 and 22 are days, so are some of East Asia. */
static bool built_in_date(long number)
{
    return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) ||
           number == 36 || (number >= 50 && number <= 54) || (number >= 57 && number <= 58);
}

/* ---- the part of the styles ---- */

/* Custom formats that show days are remembered by their numbers. */
struct reading {
    struct sheet_styles *styles;
    const char *part;
    unsigned depth;
    bool formats, styles_begun; /* inside <numFmts>, <cellXfs> */
    long *custom;
    size_t custom_count, custom_capacity;
};

static bool is_date(const struct reading *reading, long number)
{
    for (size_t i = 0; i < reading->custom_count; i++) {
        if (reading->custom[i] == number) {
            return true;
        }
    }
    return built_in_date(number);
}

static void add_format(struct reading *reading, const char *const *attributes)
{
    enum { MOST = 1000 };
    const char *number = xml_value(attributes, "numFmtId");
    const char *code = xml_value(attributes, "formatCode");
    if (number == NULL || code == NULL || !sheet_date_format(code) ||
        reading->custom_count == MOST) {
        return;
    }
    if (reading->custom_count == reading->custom_capacity) {
        reading->custom_capacity = 2 * reading->custom_capacity + 16;
        reading->custom =
            memory_resize(reading->custom, reading->custom_capacity, sizeof *reading->custom);
    }
    reading->custom[reading->custom_count++] = strtol(number, NULL, 10);
}

static void add_style(struct reading *reading, const char *const *attributes)
{
    struct sheet_styles *styles = reading->styles;
    const char *number = xml_value(attributes, "numFmtId");
    if (styles->count == SHEET_STYLES_MOST) {
        return;
    }
    if (styles->count == styles->capacity) {
        styles->capacity = 2 * styles->capacity + 64;
        styles->dates = memory_resize(styles->dates, styles->capacity, 1);
    }
    styles->dates[styles->count++] = number != NULL && is_date(reading, strtol(number, NULL, 10));
}

static bool on_open(void *context, enum xml_space space, const char *name,
                    const char *const *attributes, struct error *err)
{
    struct reading *reading = context;
    bool ours = space == XML_SHEET;
    reading->depth++;
    if (reading->depth == 1 && !(ours && strcmp(name, "styleSheet") == 0)) {
        return error_set(err, M_SHEET_ROOT, reading->part, "styleSheet");
    }
    if (reading->depth == 2) {
        reading->formats = ours && strcmp(name, "numFmts") == 0;
        reading->styles_begun = ours && strcmp(name, "cellXfs") == 0;
    }
    if (reading->depth == 3 && reading->formats && strcmp(name, "numFmt") == 0) {
        add_format(reading, attributes);
    }
    if (reading->depth == 3 && reading->styles_begun && strcmp(name, "xf") == 0) {
        add_style(reading, attributes);
    }
    return true;
}

static bool on_close(void *context, enum xml_space space, const char *name, struct error *err)
{
    (void)space;
    (void)name;
    (void)err;
    ((struct reading *)context)->depth--;
    return true;
}

bool sheet_styles_read(struct archive *archive, const char *name, struct sheet_styles *styles,
                       struct error *err)
{
    struct reading reading = {.styles = styles, .part = name};
    struct xml_listener listener = {on_open, on_close, NULL, &reading};
    bool ok = sheet_part_read(archive, name, &listener, err);
    free(reading.custom);
    return ok;
}

void sheet_styles_release(struct sheet_styles *styles)
{
    free(styles->dates);
    *styles = (struct sheet_styles){.dates = NULL};
}

bool sheet_styles_is_date(const struct sheet_styles *styles, size_t style)
{
    return style < styles->count && styles->dates[style] != 0;
}

/* ---- days ---- */

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool sheet_date_text(double number, bool from_1904, char out[11])
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    enum { DAYS_TO_1904 = 1462, MOST = 2958466 };
    if (!(number >= (from_1904 ? 0 : 1)) || number >= MOST) {
        return false;
    }
    long day = (long)number + (from_1904 ? DAYS_TO_1904 : 0); /* 1 is 1 January 1900 */
    if (day == 60 || day >= MOST) {
        return false; /* 29 February 1900, which never was */
    }
    day -= day > 60 ? 2 : 1; /* from 0 */
    int year = 1900;
    for (; day >= (is_leap(year) ? 366 : 365); year++) {
        day -= is_leap(year) ? 366 : 365;
    }
    int month = 0;
    for (; day >= lengths[month] + (month == 1 && is_leap(year)); month++) {
        day -= lengths[month] + (month == 1 && is_leap(year));
    }
    char text[48];
    snprintf(text, sizeof text, "%04d-%02d-%02d", year, month + 1, (int)day + 1);
    memcpy(out, text, 10);
    out[10] = '\0';
    return true;
}
