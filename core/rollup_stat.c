#include "rollup_stat.h"

#include <assert.h>

static size_t count_of(const struct tally *tally, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        count += tally[i].count;
    }
    return count;
}

struct maybe rollup_stat_mean(const struct tally *tally, size_t length)
{
    struct maybe mean = {false, fraction_whole(0)};
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        struct fraction part;
        if (tally[i].count == 0) {
            continue;
        }
        if (!fraction_multiply(tally[i].value, fraction_whole((int64_t)tally[i].count), &part) ||
            !fraction_add(mean.value, part, &mean.value)) {
            return mean;
        }
        count += tally[i].count;
    }
    mean.given =
        count > 0 && fraction_divide(mean.value, fraction_whole((int64_t)count), &mean.value);
    return mean;
}

/* The value at a place, from 0, of the values in rising order. */
static struct fraction value_at(const struct tally *tally, size_t length, size_t place)
{
    size_t i = 0;
    while (place >= tally[i].count) {
        place -= tally[i].count;
        i++;
        assert(i < length);
    }
    (void)length;
    return tally[i].value;
}

struct maybe rollup_stat_quartile(const struct tally *tally, size_t length, unsigned k)
{
    struct maybe quartile = {false, fraction_whole(0)};
    size_t count = count_of(tally, length);
    if (count == 0) {
        return quartile;
    }
    size_t steps = (count - 1) * k;
    struct fraction low = value_at(tally, length, steps / 4);
    struct fraction part = low;
    if (steps % 4 == 0) {
        return (struct maybe){true, low};
    }
    quartile.given = fraction_subtract(value_at(tally, length, steps / 4 + 1), low, &part) &&
                     fraction_multiply(part, fraction_make((int64_t)(steps % 4), 4), &part) &&
                     fraction_add(low, part, &quartile.value);
    return quartile;
}

void rollup_stat_fill(struct rollup_stat *stat, const struct tally *tally, size_t length)
{
    stat->count = count_of(tally, length);
    stat->mean = rollup_stat_mean(tally, length);
    stat->least = rollup_stat_quartile(tally, length, 0);
    stat->lower = rollup_stat_quartile(tally, length, 1);
    stat->median = rollup_stat_quartile(tally, length, 2);
    stat->upper = rollup_stat_quartile(tally, length, 3);
    stat->most = rollup_stat_quartile(tally, length, 4);
}
