/* fraction: exact numbers.
 *
 * Everything that is scored is an integer over an integer, in lowest terms, the denominator positive.
 * Sums and products go through 128 bits; what does not fit back into 64 is refused, never wrapped.
 * There is one rounding, half-up on the last step, for display only: the published results of 2023
 * and 2024 fit it in 1,232 of 1,232 testable cases (half-even fails 39). */
#ifndef SPBE_FRACTION_H
#define SPBE_FRACTION_H

#include "error.h"
#include "text.h"

#include <stdint.h>

struct fraction {
    int64_t num; /* numerator, carries the sign */
    int64_t den; /* denominator, at least 1; no common factor with num */
};

/* num/den in lowest terms; den must not be 0. */
struct fraction fraction_make(int64_t num, int64_t den);
/* A whole number. */
static inline struct fraction fraction_whole(int64_t number)
{
    return (struct fraction){number, 1};
}

/* The sum a + b. Here and below: false when the result does not fit, and *out is then not set. */
bool fraction_add(struct fraction a, struct fraction b, struct fraction *out);
/* The difference a - b. */
bool fraction_subtract(struct fraction a, struct fraction b, struct fraction *out);
/* The product a × b. */
bool fraction_multiply(struct fraction a, struct fraction b, struct fraction *out);
/* The quotient a / b; false also when b is 0. */
bool fraction_divide(struct fraction a, struct fraction b, struct fraction *out);
/* Below, equal, above: -1, 0, 1. Exact for all values. */
int fraction_compare(struct fraction a, struct fraction b);
/* True when the denominator is 1. */
static inline bool fraction_is_whole(struct fraction a)
{
    return a.den == 1;
}

/* Reads "3", "-2", "1.26", or "7/6", all of `length` bytes, at most 18 digits a part, no spaces, no
 * exponent, no leading zeros but before the point. `comma` also takes "1,26", for numbers that people
 * type. False when it is not such a number; says nothing. */
bool fraction_parse(const char *bytes, size_t length, bool comma, struct fraction *out);

/* The value rounded half-up (away from zero on a tie) to `decimals` (0 to 9) places, in units of that
 * place: 2.345 at 2 gives 235. */
int64_t fraction_round(struct fraction a, int decimals);
/* Appends the rounded value with exactly `decimals` places and `point` ('.' or ',') between. */
void fraction_add_rounded(struct text *text, struct fraction a, int decimals, char point);
/* As fraction_add_exact, into a place of 64 bytes, which it gives back; for sentences. */
const char *fraction_say(struct fraction a, char out[64]);
/* Appends the shortest exact decimal where one of at most 18 places exists ("2.9795", "3", "-0.5"),
 * else "7/6". */
void fraction_add_exact(struct text *text, struct fraction a);

#endif
