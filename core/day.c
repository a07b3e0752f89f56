#include "day.h"

#include "assessment.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

/* The parts of a date as they stand. */
struct part {
    unsigned number; /* 0 for a word */
    int digits;
    unsigned month; /* of a word; 0 when it is none */
};

/* The month whose name, in one of the languages, begins with the word; 0 when none does. */
static unsigned month_of(const char *word, size_t length)
{
    static const char *const names[2][12] = {
        {"januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
         "oktober", "november", "desember"},
        {"january", "february", "march", "april", "may", "june", "july", "august", "september",
         "october", "november", "december"}};
    for (unsigned month = 0; length >= 3 && month < 12; month++) {
        if (strncasecmp(names[0][month], word, length) == 0 ||
            strncasecmp(names[1][month], word, length) == 0) {
            return month + 1;
        }
    }
    /* Short forms that are no beginnings. */
    return length == 3 && (strncasecmp(word, "agt", 3) == 0 || strncasecmp(word, "ags", 3) == 0) ? 8
           : length == 3 && strncasecmp(word, "nop", 3) == 0 ? 11
                                                             : 0;
}

/* Reads a number of at most four digits, or a word; returns what follows. */
static const char *read_part(const char *at, struct part *part)
{
    const char *start = at;
    *part = (struct part){.number = 0};
    while (isdigit((unsigned char)*at) && part->digits < 5) {
        part->number = 10 * part->number + (unsigned)(*at++ - '0');
        part->digits++;
    }
    if (part->digits == 0) {
        while (isalpha((unsigned char)*at)) {
            at++;
        }
        part->month = month_of(start, (size_t)(at - start));
    }
    return at;
}

/* Skips what stands between two parts: one sign, with spaces around it, or spaces. */
static const char *skip_between(const char *at)
{
    at += strspn(at, " ");
    at += *at != '\0' && strchr("/-.", *at) != NULL;
    return at + strspn(at, " ");
}

bool day_typed(const char *text, char out[11])
{
    struct part parts[3] = {{0, 0, 0}};
    const char *at = text + strspn(text, " ");
    for (size_t i = 0; i < 3; i++) {
        const char *end = read_part(at, &parts[i]);
        if (end == at) {
            return false;
        }
        at = i < 2 ? skip_between(end) : end + strspn(end, " ");
        if (i < 2 && at == end) {
            return false;
        }
    }
    bool year_first = parts[0].digits == 4;
    const struct part *day = &parts[year_first ? 2 : 0];
    const struct part *year = &parts[year_first ? 0 : 2];
    unsigned month = parts[1].digits > 0 ? parts[1].number : parts[1].month;
    if (*at != '\0' || year->digits != 4 || day->digits < 1 || day->digits > 2 ||
        parts[1].digits > 2 || month < 1 || month > 12) {
        return false;
    }
    snprintf(out, 11, "%04u-%02u-%02u", year->number % 10000, month % 100, day->number % 100);
    return assessment_is_date(out);
}
