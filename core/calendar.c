#include "calendar.h"

#include "assessment.h"

#include <assert.h>
#include <stdlib.h>

bool calendar_read(const char *text, struct day *out)
{
    if (!assessment_is_date(text)) {
        return false;
    }
    *out = (struct day){
        .year = (int)strtol(text, NULL, 10),
        .month = (int)strtol(text + 5, NULL, 10),
        .day = (int)strtol(text + 8, NULL, 10),
    };
    return true;
}

static int days_of(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

struct day calendar_before(struct day day, int months)
{
    assert(day.month >= 1 && day.month <= 12);
    int count = day.year * 12 + day.month - 1 - months;
    struct day out = {count / 12, count % 12 + 1, day.day};
    int most = days_of(out.year, out.month);
    out.day = out.day > most ? most : out.day;
    return out;
}

int calendar_compare(struct day one, struct day other)
{
    int left = (one.year * 12 + one.month) * 31 + one.day;
    int right = (other.year * 12 + other.month) * 31 + other.day;
    return (left > right) - (left < right);
}

int calendar_months(struct day first, struct day last)
{
    int months = (last.year - first.year) * 12 + last.month - first.month;
    while (months >= 0 && calendar_compare(calendar_before(last, months), first) < 0) {
        months--;
    }
    return months;
}

void calendar_add(struct text *out, struct day day)
{
    text_format(out, "%04d-%02d-%02d", day.year, day.month, day.day);
}
