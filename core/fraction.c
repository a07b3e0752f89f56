#include "fraction.h"

#include <stdio.h>

#include <assert.h>
#include <string.h>

/* GNU C has 128-bit integers on every machine that Debian calls 64-bit. */
__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 wide_unsigned;

enum { PART_DIGITS = 18, EXACT_PLACES = 18 };

static wide_unsigned magnitude(wide number)
{
    return number < 0 ? (wide_unsigned)0 - (wide_unsigned)number : (wide_unsigned)number;
}

/* Of two 64-bit numbers: the machine divides those itself, and nearly all are. */
static uint64_t small_factor(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static wide_unsigned common_factor(wide_unsigned a, wide_unsigned b)
{
    while (b > UINT64_MAX) {
        wide_unsigned rest = a % b;
        a = b;
        b = rest;
    }
    return b == 0 ? a : small_factor((uint64_t)b, (uint64_t)(a % b));
}

/* num/den in lowest terms, when both parts fit into 64 bits. */
static bool reduce(wide num, wide den, struct fraction *out)
{
    if (den < 0) {
        num = -num;
        den = -den;
    }
    if (den <= INT64_MAX && num <= INT64_MAX && num >= -(wide)INT64_MAX) {
        int64_t factor = (int64_t)small_factor((uint64_t)magnitude(num), (uint64_t)den);
        *out = (struct fraction){(int64_t)num / factor, (int64_t)den / factor};
        return true;
    }
    wide factor = (wide)common_factor(magnitude(num), (wide_unsigned)den);
    num /= factor;
    den /= factor;
    if (num > INT64_MAX || num < -(wide)INT64_MAX || den > INT64_MAX) {
        return false;
    }
    *out = (struct fraction){(int64_t)num, (int64_t)den};
    return true;
}

struct fraction fraction_make(int64_t num, int64_t den)
{
    assert(den != 0);
    struct fraction out = {0, 1};
    bool fits = reduce(num, den, &out);
    assert(fits);
    (void)fits;
    return out;
}

bool fraction_add(struct fraction a, struct fraction b, struct fraction *out)
{
    wide left = (wide)a.num * b.den;
    wide right = (wide)b.num * a.den;
    return reduce(left + right, (wide)a.den * b.den, out);
}

bool fraction_subtract(struct fraction a, struct fraction b, struct fraction *out)
{
    wide left = (wide)a.num * b.den;
    wide right = (wide)b.num * a.den;
    return reduce(left - right, (wide)a.den * b.den, out);
}

bool fraction_multiply(struct fraction a, struct fraction b, struct fraction *out)
{
    return reduce((wide)a.num * b.num, (wide)a.den * b.den, out);
}

bool fraction_divide(struct fraction a, struct fraction b, struct fraction *out)
{
    return b.num != 0 && reduce((wide)a.num * b.den, (wide)a.den * b.num, out);
}

int fraction_compare(struct fraction a, struct fraction b)
{
    if (a.den == b.den) {
        return (a.num > b.num) - (a.num < b.num);
    }
    wide left = (wide)a.num * b.den;
    wide right = (wide)b.num * a.den;
    return (left > right) - (left < right);
}

/* Reads 1 to PART_DIGITS digits at *at; a leading zero only as the sole digit when `strict`. */
static bool read_digits(const char **at, const char *end, bool strict, int64_t *out, size_t *count)
{
    const char *from = *at;
    int64_t number = 0;
    while (*at < end && **at >= '0' && **at <= '9') {
        if (*at - from >= PART_DIGITS) {
            return false;
        }
        number = number * 10 + (**at - '0');
        (*at)++;
    }
    *count = (size_t)(*at - from);
    *out = number;
    return *count > 0 && !(strict && *count > 1 && *from == '0');
}

static int64_t power_of_ten(size_t exponent)
{
    int64_t power = 1;
    for (size_t i = 0; i < exponent; i++) {
        power *= 10;
    }
    return power;
}

/* Reads the digits behind the point and joins them with `whole`. */
static bool read_decimals(const char **at, const char *end, int64_t whole, struct fraction *out)
{
    int64_t part = 0;
    size_t places = 0;
    if (!read_digits(at, end, false, &part, &places)) {
        return false;
    }
    int64_t scale = power_of_ten(places);
    return reduce((wide)whole * scale + part, scale, out);
}

bool fraction_parse(const char *bytes, size_t length, bool comma, struct fraction *out)
{
    const char *at = bytes;
    const char *end = bytes + length;
    bool negative = at < end && *at == '-';
    at += negative ? 1 : 0;
    int64_t whole = 0;
    size_t count = 0;
    if (!read_digits(&at, end, true, &whole, &count)) {
        return false;
    }
    struct fraction value = fraction_whole(whole);
    if (at < end && (*at == '.' || (comma && *at == ','))) {
        at++;
        if (!read_decimals(&at, end, whole, &value)) {
            return false;
        }
    } else if (at < end && *at == '/') {
        int64_t den = 0;
        at++;
        if (!read_digits(&at, end, true, &den, &count) || den == 0) {
            return false;
        }
        value = fraction_make(whole, den);
    }
    if (at != end) {
        return false;
    }
    value.num = negative ? -value.num : value.num;
    *out = value;
    return true;
}

int64_t fraction_round(struct fraction a, int decimals)
{
    assert(decimals >= 0 && decimals <= 9);
    uint64_t small = 0;
    if (!__builtin_mul_overflow((uint64_t)magnitude(a.num),
                                (uint64_t)power_of_ten((size_t)decimals), &small) &&
        small <= INT64_MAX && a.den <= INT64_MAX / 2) {
        uint64_t den = (uint64_t)a.den;
        int64_t units = (int64_t)(small / den + (small % den * 2 >= den));
        return a.num < 0 ? -units : units;
    }
    wide scaled = (wide)magnitude(a.num) * power_of_ten((size_t)decimals);
    wide whole = scaled / a.den;
    wide rest = scaled % a.den;
    whole += rest * 2 >= a.den ? 1 : 0;
    assert(whole <= INT64_MAX);
    return a.num < 0 ? -(int64_t)whole : (int64_t)whole;
}

void fraction_add_rounded(struct text *text, struct fraction a, int decimals, char point)
{
    int64_t scale = power_of_ten((size_t)decimals);
    int64_t rounded = fraction_round(a, decimals);
    if (rounded < 0) {
        text_add_byte(text, '-');
        rounded = -rounded;
    }
    text_add_int(text, rounded / scale);
    if (decimals == 0) {
        return;
    }
    text_add_byte(text, point);
    int64_t part = rounded % scale;
    for (scale /= 10; scale > 0; scale /= 10) {
        text_add_byte(text, (char)('0' + part / scale % 10));
    }
}

/* The decimals of rest/den, at most EXACT_PLACES; *count says how many. Returns what is left. */
static uint64_t small_places(uint64_t rest, uint64_t den, char *places, size_t *count)
{
    while (rest != 0 && *count < EXACT_PLACES) {
        rest *= 10;
        places[(*count)++] = (char)('0' + (int)(rest / den));
        rest %= den;
    }
    return rest;
}

/* As small_places, for numbers whose tenfold needs more than 64 bits. */
static wide wide_places(wide rest, wide den, char *places, size_t *count)
{
    while (rest != 0 && *count < EXACT_PLACES) {
        rest *= 10;
        places[(*count)++] = (char)('0' + (int)(rest / den));
        rest %= den;
    }
    return rest;
}

void fraction_add_exact(struct text *text, struct fraction a)
{
    char places[EXACT_PLACES + 1];
    size_t count = 0;
    uint64_t den = (uint64_t)a.den;
    uint64_t size = (uint64_t)magnitude(a.num);
    uint64_t rest = size % den;
    bool left = den <= INT64_MAX / 10 ? small_places(rest, den, places, &count) != 0
                                      : wide_places((wide)rest, a.den, places, &count) != 0;
    if (left) {
        text_add_int(text, a.num);
        text_add_byte(text, '/');
        text_add_int(text, a.den);
        return;
    }
    if (a.num < 0) {
        text_add_byte(text, '-');
    }
    text_add_int(text, (int64_t)(size / den));
    if (count > 0) {
        text_add_byte(text, '.');
        text_append(text, places, count);
    }
}

const char *fraction_say(struct fraction a, char out[64])
{
    struct text text = TEXT_EMPTY;
    fraction_add_exact(&text, a);
    snprintf(out, 64, "%s", text.bytes);
    text_release(&text);
    return out;
}
