/* calendar: days, and months before them.
 *
 * Plain arithmetic over the Gregorian calendar; no clock, no time zone. */
#ifndef SPBE_CALENDAR_H
#define SPBE_CALENDAR_H

#include "text.h"

#include <stdbool.h>

struct day {
    int year, month, day; /* month and day from 1 */
};

/* Reads "2027-03-31"; false when that is no day of the calendar. */
bool calendar_read(const char *text, struct day *out);
/* The same day `months` (0 or more) before a day of the calendar; the last of its month where that month is shorter. */
struct day calendar_before(struct day day, int months);
/* Below, equal, above 0. */
int calendar_compare(struct day one, struct day other);
/* The most months that fit between two days: calendar_before(last, months) is not before `first`. -1 when
 * `last` itself is. */
int calendar_months(struct day first, struct day last);
/* Appends "2027-03-31". */
void calendar_add(struct text *out, struct day day);

#endif
