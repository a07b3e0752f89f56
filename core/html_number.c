#include "html_number.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { DIGITS = 15, ROOM = 400, SECTIONS = 4 };

/* The decimal digits of a number: 0.d1d2d3… × 10^exponent. */
struct digits {
    char digit[DIGITS + 1]; /* '0' to '9', then NUL */
    int exponent;
};

/* What a section of a format says. */
struct pattern {
    int whole;          /* least digits before the point */
    int least, most;    /* digits behind it */
    bool thousands;     /* groups of three */
    bool percent, date; /* kinds */
    bool number;        /* has a place for digits */
};

static struct digits take_digits(double number)
{
    struct digits out = {.exponent = 0};
    char written[32];
    snprintf(written, sizeof written, "%.14e", fabs(number));
    out.digit[0] = written[0];
    memcpy(out.digit + 1, written + 2, DIGITS - 1);
    out.exponent = number == 0 ? 0 : (int)strtol(written + DIGITS + 2, NULL, 10) + 1;
    return out;
}

/* Rounds half up to `places` digits behind the point. */
static void round_digits(struct digits *digits, int places)
{
    int keep = digits->exponent + places;
    if (keep >= DIGITS) {
        return;
    }
    bool up = keep >= 0 && digits->digit[keep] >= '5';
    for (int i = keep < 0 ? 0 : keep; i < DIGITS; i++) {
        digits->digit[i] = '0';
    }
    for (int i = keep - 1; up && i >= 0; i--) {
        up = digits->digit[i] == '9';
        digits->digit[i] = up ? '0' : (char)(digits->digit[i] + 1);
    }
    if (up) { /* 9.99 became 10.00 */
        memmove(digits->digit + 1, digits->digit, DIGITS - 1);
        digits->digit[0] = '1';
        digits->exponent++;
    }
}

/* The digit at a place: 0 = the ones, 1 = the tens, -1 = the tenths. */
static char digit_at(const struct digits *digits, int place)
{
    int at = digits->exponent - 1 - place;
    return at >= 0 && at < DIGITS ? digits->digit[at] : '0';
}

/* Digits behind the point that are needed, at most `most`. */
static int needed(const struct digits *digits, int least, int most)
{
    while (most > least && digit_at(digits, -most) == '0') {
        most--;
    }
    return most;
}

static void add_digits(struct text *out, const struct digits *digits, const struct pattern *pattern,
                       bool english)
{
    int first = digits->exponent > pattern->whole ? digits->exponent : pattern->whole;
    for (int place = first - 1; place >= 0; place--) {
        text_add_byte(out, digit_at(digits, place));
        if (pattern->thousands && place > 0 && place % 3 == 0) {
            text_add_byte(out, english ? ',' : '.');
        }
    }
    int places = needed(digits, pattern->least, pattern->most);
    if (places > 0) {
        text_add_byte(out, english ? '.' : ',');
    }
    for (int place = 1; place <= places; place++) {
        text_add_byte(out, digit_at(digits, -place));
    }
}

/* As it is: the fewest digits that say the same. */
static void add_plain(struct text *out, double number, bool english)
{
    struct digits digits = take_digits(number);
    if (digits.exponent > DIGITS || digits.exponent < -DIGITS) {
        text_format(out, "%.15g", number);
        return;
    }
    const struct pattern pattern = {.whole = 1, .least = 0, .most = 2 * DIGITS};
    if (number < 0) {
        text_add_byte(out, '-');
    }
    add_digits(out, &digits, &pattern, english);
}

/* ---- formats ---- */

/* The length of a section that starts at `format`, up to ";" or the end. */
static size_t section_length(const char *format)
{
    bool quoted = false;
    size_t length = 0;
    for (; format[length] != '\0' && (quoted || format[length] != ';'); length++) {
        quoted = format[length] == '"' ? !quoted : quoted;
    }
    return length;
}

/* The section for a number; *bare when its sign is the section's own affair. */
static const char *choose(const char *format, double number, size_t *length, bool *bare)
{
    const char *start[SECTIONS];
    size_t lengths[SECTIONS];
    size_t count = 0;
    for (const char *at = format; count < SECTIONS;) {
        start[count] = at;
        lengths[count] = section_length(at);
        at += lengths[count++];
        if (*at == '\0') {
            break;
        }
        at++;
    }
    size_t chosen = number < 0 && count > 1 ? 1 : number == 0 && count > 2 ? 2 : 0;
    *bare = chosen == 1;
    *length = lengths[chosen];
    return start[chosen];
}

static bool is_digit_place(char byte)
{
    return byte == '0' || byte == '#' || byte == '?';
}

/* Takes one character outside quotes. */
static void note(struct pattern *pattern, char byte, bool *point)
{
    if (is_digit_place(byte)) {
        pattern->number = true;
        pattern->whole += !*point && byte == '0';
        pattern->most += *point;
        pattern->least += *point && byte == '0';
    } else if (byte == '.') {
        *point = true;
    } else if (byte == ',') {
        pattern->thousands = pattern->number;
    } else if (byte == '%') {
        pattern->percent = true;
    } else if (strchr("dmyhs", byte) != NULL) {
        pattern->date = true;
    }
}

static struct pattern read_pattern(const char *section, size_t length)
{
    struct pattern pattern = {.whole = 0};
    bool quoted = false;
    bool point = false;
    for (size_t i = 0; i < length; i++) {
        if (section[i] == '"') {
            quoted = !quoted;
        } else if (section[i] == '_' && !quoted) {
            i++; /* the next character only says how wide a gap is */
        } else if (!quoted) {
            note(&pattern, section[i], &point);
        }
    }
    return pattern;
}

/* A day since 30 December 1899 as year, month, day of the Gregorian calendar. */
static void civil(int64_t serial, int64_t *year, int *month, int *day)
{
    int64_t z = serial + 693899; /* days since 1 March of year 0 */
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t of_era = z - era * 146097;
    int64_t of_year =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365; /* of the era */
    int64_t in_year = of_era - (365 * of_year + of_year / 4 - of_year / 100);
    int64_t shifted = (5 * in_year + 2) / 153;
    *day = (int)(in_year - (153 * shifted + 2) / 5 + 1);
    *month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
    *year = of_year + era * 400 + (*month <= 2 ? 1 : 0);
}

/* One run of a letter of a date. */
static void add_date_part(struct text *out, char letter, size_t run, double serial, bool english)
{
    static const char *const months[2][12] = {
        {"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
         "Oktober", "November", "Desember"},
        {"January", "February", "March", "April", "May", "June", "July", "August", "September",
         "October", "November", "December"}};
    int64_t year = 0;
    int month = 1;
    int day = 1;
    civil((int64_t)floor(serial), &year, &month, &day);
    int seconds = (int)floor((serial - floor(serial)) * 86400 + 0.5);
    if (letter == 'm' && run > 2) {
        const char *name = months[english][month - 1];
        text_append(out, name, run == 3 ? 3 : strlen(name));
        return;
    }
    int64_t number = letter == 'd'   ? day
                     : letter == 'm' ? month
                     : letter == 'y' ? (run > 2 ? year : year % 100)
                     : letter == 'h' ? seconds / 3600
                                     : seconds % 60;
    if (run > 1 && number < 10) {
        text_add_byte(out, '0');
    }
    text_add_int(out, number);
}

/* Appends everything of a section that is no digit; digits or date at their place. */
static void add_section(struct text *out, const char *section, size_t length, double number,
                        const struct pattern *pattern, bool english)
{
    bool quoted = false;
    bool done = false;
    struct digits digits = take_digits(number);
    digits.exponent += pattern->percent && number != 0 ? 2 : 0;
    round_digits(&digits, pattern->most);
    for (size_t i = 0; i < length; i++) {
        char byte = section[i];
        if (byte == '"') {
            quoted = !quoted;
        } else if (quoted) {
            text_append(out, &byte, 1);
        } else if (pattern->date && strchr("dmyhs", byte) != NULL) {
            size_t run = strspn(section + i, (char[]){byte, '\0'});
            add_date_part(out, byte, run, number, english);
            i += run - 1;
        } else if (byte == '_') {
            text_add_byte(out, ' ');
            i++;
        } else if (is_digit_place(byte) || ((byte == '.' || byte == ',') && pattern->number)) {
            if (!done) {
                add_digits(out, &digits, pattern, english);
            }
            done = true;
        } else {
            text_append(out, &byte, 1);
        }
    }
}

void html_number_add(struct text *out, double number, const char *format, bool english)
{
    size_t length = 0;
    bool bare = false;
    const char *section = choose(format, number, &length, &bare);
    if (*format == '\0' || (length > 0 && memchr(section, '@', length) != NULL) ||
        fabs(number) > 1e15) {
        add_plain(out, number, english);
        return;
    }
    struct pattern pattern = read_pattern(section, length);
    if (pattern.date) {
        add_section(out, section, length, number, &pattern, english);
        return;
    }
    size_t before = out->length;
    if (number < 0 && !bare) {
        text_add_byte(out, '-');
    }
    add_section(out, section, length, number, &pattern, english);
    if (number < 0 && !bare && strspn(out->bytes + before, "-0.,%") == out->length - before) {
        memmove(out->bytes + before, out->bytes + before + 1, out->length - before);
        out->length--; /* what rounds to nothing has no sign */
    }
}
