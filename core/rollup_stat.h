/* rollup_stat: mean and quartiles of many exact values.
 *
 * Values are counted, not kept: a tally is a list of different values, rising, each with how often it
 * occurs. The quartile k of n values is the value at the place 1 + (n - 1) × k / 4 of the values in rising
 * order; between two places it is interpolated on a straight line (type 7 of Hyndman and Fan, 1996, "Sample
 * Quantiles in Statistical Packages"; what QUARTILE of a spreadsheet gives). Nothing is rounded. */
#ifndef SPBE_ROLLUP_STAT_H
#define SPBE_ROLLUP_STAT_H

#include "assessment.h"
#include "fraction.h"

#include <stddef.h>

/* One value and how often it occurs. */
struct tally {
    struct fraction value;
    size_t count; /* may be 0 */
};

/* What is told about many values. A number is absent where there is no value at all, or where it
 * would be too long to be exact. */
struct rollup_stat {
    size_t count; /* values in all */
    size_t given; /* of them: those of which the basis has everything; set by the caller */
    struct maybe mean;
    struct maybe least, lower, median, upper, most; /* quartiles 0 to 4 */
};

/* The mean of a tally. */
struct maybe rollup_stat_mean(const struct tally *tally, size_t length);
/* The quartile k (0 to 4) of a tally whose values rise. */
struct maybe rollup_stat_quartile(const struct tally *tally, size_t length, unsigned k);
/* Fills all but `given`; the values of the tally rise. */
void rollup_stat_fill(struct rollup_stat *stat, const struct tally *tally, size_t length);

#endif
