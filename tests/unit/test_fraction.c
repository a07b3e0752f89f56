/* Exact numbers: every sum, product, comparison, rounding and spelling, against arithmetic done in another
 * way; what does not fit is refused on both sides of the line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fraction.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 14 };

/* Whether a fraction is in lowest terms and equals num/den, by integers small enough to be sure of. */
static bool is(struct fraction fraction, int64_t num, int64_t den)
{
    if (fraction.den < 1 || fraction.num * den != num * fraction.den) {
        return false;
    }
    for (int64_t factor = 2; factor <= fraction.den; factor++) {
        if (fraction.den % factor == 0 && fraction.num % factor == 0) {
            return false;
        }
    }
    return true;
}

static void check_pair(int64_t a, int64_t b, int64_t c, int64_t d)
{
    struct fraction left = fraction_make(a, b);
    struct fraction right = fraction_make(c, d);
    struct fraction out;
    assert_true(fraction_add(left, right, &out) && is(out, a * d + c * b, b * d));
    assert_true(fraction_subtract(left, right, &out) && is(out, a * d - c * b, b * d));
    assert_true(fraction_multiply(left, right, &out) && is(out, a * c, b * d));
    assert_int_equal(fraction_divide(left, right, &out), c != 0);
    assert_true(c == 0 || is(out, c < 0 ? -a * d : a * d, c < 0 ? -b * c : b * c));
    int order = a * d < c * b ? -1 : a * d > c * b ? 1 : 0;
    assert_int_equal(fraction_compare(left, right), order);
}

/* Protects every index: all pairs of small fractions, by every operation. */
static void test_fraction__computes_exactly(void **state)
{
    (void)state;
    for (int64_t a = -MOST; a <= MOST; a++) {
        for (int64_t b = 1; b <= MOST; b++) {
            for (int64_t c = -MOST; c <= MOST; c++) {
                for (int64_t d = 1; d <= MOST; d++) {
                    check_pair(a, b, c, d);
                }
            }
        }
    }
}

static void test_fraction__is_kept_in_lowest_terms(void **state)
{
    (void)state;
    for (int64_t num = -60; num <= 60; num++) {
        for (int64_t den = -60; den <= 60; den++) {
            if (den != 0) {
                assert_true(
                    is(fraction_make(num, den), den < 0 ? -num : num, den < 0 ? -den : den));
            }
        }
    }
    assert_true(fraction_is_whole(fraction_make(6, 3)));
    assert_false(fraction_is_whole(fraction_make(7, 3)));
    assert_int_equal(fraction_make(0, -7).den, 1);
    assert_int_equal(fraction_whole(-5).num, -5);
}

/* Protects against wrapping: the last result that fits is right, the next is refused. */
static void test_fraction__refuses_what_does_not_fit(void **state)
{
    (void)state;
    struct fraction most = fraction_whole(INT64_MAX);
    struct fraction least = fraction_whole(-INT64_MAX);
    struct fraction out;
    assert_true(fraction_add(fraction_whole(INT64_MAX - 1), fraction_whole(1), &out));
    assert_true(out.num == INT64_MAX && out.den == 1);
    assert_false(fraction_add(most, fraction_whole(1), &out));
    assert_true(fraction_subtract(fraction_whole(1 - INT64_MAX), fraction_whole(1), &out));
    assert_true(out.num == -INT64_MAX);
    assert_false(fraction_subtract(least, fraction_whole(1), &out));
    assert_true(fraction_multiply(fraction_whole(INT64_MAX / 2), fraction_whole(2), &out));
    assert_false(fraction_multiply(fraction_whole(INT64_MAX / 2 + 1), fraction_whole(2), &out));
    assert_false(fraction_multiply(most, most, &out));
    assert_false(fraction_multiply(most, least, &out));
    assert_true(fraction_divide(fraction_whole(1), most, &out) && out.den == INT64_MAX);
    assert_false(fraction_divide(fraction_make(1, 2), most, &out));
    assert_true(fraction_divide(most, most, &out) && out.num == 1 && out.den == 1);
    assert_true(fraction_divide(most, least, &out) && out.num == -1 && out.den == 1);
    /* Wide on the way, small at the end. */
    assert_true(fraction_multiply(fraction_make(INT64_MAX, 3), fraction_make(3, INT64_MAX), &out));
    assert_true(out.num == 1 && out.den == 1);
    assert_true(fraction_add(fraction_make(1, INT64_MAX), fraction_make(-1, INT64_MAX), &out));
    assert_true(out.num == 0 && out.den == 1);
    assert_false(fraction_add(fraction_make(1, INT64_MAX), fraction_make(1, INT64_MAX - 1), &out));
}

/* Protects the order of values that no machine number can tell apart. */
static void test_fraction__compares_the_largest_exactly(void **state)
{
    (void)state;
    struct fraction almost = fraction_make(INT64_MAX - 1, INT64_MAX);
    struct fraction nearer = fraction_make(INT64_MAX - 2, INT64_MAX - 1);
    assert_int_equal(fraction_compare(almost, nearer), 1);
    assert_int_equal(fraction_compare(nearer, almost), -1);
    assert_int_equal(fraction_compare(almost, almost), 0);
    assert_int_equal(fraction_compare(almost, fraction_whole(1)), -1);
    assert_int_equal(fraction_compare(fraction_whole(-INT64_MAX), fraction_whole(INT64_MAX)), -1);
}

static void check_parse(const char *bytes, bool comma, bool good, int64_t num, int64_t den)
{
    struct fraction out = {77, 7};
    bool ok = fraction_parse(bytes, strlen(bytes), comma, &out);
    if (ok != good || (ok && (out.num != num || out.den != den)) || (!ok && out.num != 77)) {
        fail_msg("\"%s\": %d %lld/%lld", bytes, ok, (long long)out.num, (long long)out.den);
    }
}

static const struct {
    const char *bytes;
    int64_t num, den;
} spelled[] = {
    {"0", 0, 1},
    {"3", 3, 1},
    {"-2", -2, 1},
    {"1.26", 63, 50},
    {"0.5", 1, 2},
    {"-0.5", -1, 2},
    {"1.00", 1, 1},
    {"10", 10, 1},
    {"7/6", 7, 6},
    {"-7/6", -7, 6},
    {"14/12", 7, 6},
    {"0/5", 0, 1},
    {"0.001", 1, 1000},
    {"-0", 0, 1},
    {"2.9795", 5959, 2000},
    {"999999999999999999", 999999999999999999, 1},
    {"0.000000000000000001", 1, 1000000000000000000},
    {"1/999999999999999999", 1, 999999999999999999},
};
static const char *const misspelled[] = {
    "",
    "-",
    "+1",
    " 1",
    "1 ",
    "01",
    "00",
    "1.",
    ".5",
    "1.2.3",
    "1e3",
    "1E3",
    "0x1",
    "1_0",
    "--1",
    "1/0",
    "1/",
    "/2",
    "1/-2",
    "1/02",
    "1.5/2",
    "1/2/3",
    "1/2.5",
    "NaN",
    "inf",
    "1,26",
    "1,000.5",
    "\xD9\xA1",
    "3a",
    "1.2a",
    "-.5",
    "-/2",
    "1000000000000000000",
    "1.0000000000000000001",
    "1/1000000000000000000",
    "999999999999999999.9999999999999999999",
};

/* Protects typed and stored numbers: these spellings, and no others. */
static void test_fraction__reads_decimals_and_fractions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof spelled / sizeof spelled[0]; i++) {
        check_parse(spelled[i].bytes, false, true, spelled[i].num, spelled[i].den);
    }
    for (size_t i = 0; i < sizeof misspelled / sizeof misspelled[0]; i++) {
        check_parse(misspelled[i], false, false, 0, 1);
    }
    check_parse("1,26", true, true, 63, 50);
    check_parse("1.26", true, true, 63, 50);
    check_parse("1,2,6", true, false, 0, 1);
    check_parse("1,", true, false, 0, 1);
    check_parse("1.2,6", true, false, 0, 1);
}

/* Protects reading from a part of a text: only `length` bytes count. */
static void test_fraction__reads_no_further_than_its_length(void **state)
{
    (void)state;
    struct fraction out;
    assert_true(fraction_parse("12345", 2, false, &out) && out.num == 12);
    assert_false(fraction_parse("1.5", 2, false, &out));
    assert_false(fraction_parse("1", 0, false, &out));
    assert_false(fraction_parse("1\0"
                                "2",
                                3, false, &out));
}

/* Half-up, done by doubling instead of comparing a remainder. */
static int64_t round_otherwise(int64_t num, int64_t den, int decimals)
{
    int64_t scale = decimals == 0 ? 1 : decimals == 1 ? 10 : decimals == 2 ? 100 : 1000;
    int64_t size = num < 0 ? -num : num;
    int64_t rounded = (2 * size * scale + den) / (2 * den);
    return num < 0 ? -rounded : rounded;
}

/* Protects the published digit: every fraction up to 2,000/80 at 0 to 3 places. */
static void test_fraction__rounds_half_up(void **state)
{
    (void)state;
    for (int64_t den = 1; den <= 80; den++) {
        for (int64_t num = -500; num <= 2000; num++) {
            for (int decimals = 0; decimals <= 3; decimals++) {
                assert_int_equal(fraction_round(fraction_make(num, den), decimals),
                                 round_otherwise(num, den, decimals));
            }
        }
    }
}

/* Ties go away from zero; the national reports decide it. */
static void test_fraction__rounds_ties_away_from_zero(void **state)
{
    (void)state;
    static const struct {
        const char *exact;
        int decimals;
        int64_t rounded;
    } rows[] = {
        {"2.345", 2, 235},      {"-2.345", 2, -235}, {"2.335", 2, 234},
        {"2.5", 0, 3},          {"-2.5", 0, -3},     {"0.005", 2, 1},
        {"-0.005", 2, -1},      {"0.0049", 2, 0},    {"1.7995", 2, 180},
        {"3.4985", 2, 350},     {"2.1545", 2, 215},  {"2.9475", 2, 295},
        {"1.5025", 2, 150},     {"2.9795", 2, 298},  {"0.9999999999", 9, 1000000000},
        {"0.0000000005", 9, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fraction exact;
        assert_true(fraction_parse(rows[i].exact, strlen(rows[i].exact), false, &exact));
        assert_int_equal(fraction_round(exact, rows[i].decimals), rows[i].rounded);
    }
    assert_true(fraction_round(fraction_whole(INT64_MAX), 0) == INT64_MAX);
}

static void check_rounded(struct fraction value, int decimals, char point, const char *wanted)
{
    struct text out = TEXT_EMPTY;
    fraction_add_rounded(&out, value, decimals, point);
    assert_string_equal(out.bytes, wanted);
    text_release(&out);
}

/* Protects what people read: as many places as asked, the point of their language. */
static void test_fraction__writes_rounded_numbers(void **state)
{
    (void)state;
    check_rounded(fraction_make(298, 100), 2, '.', "2.98");
    check_rounded(fraction_make(298, 100), 2, ',', "2,98");
    check_rounded(fraction_whole(3), 2, '.', "3.00");
    check_rounded(fraction_whole(3), 0, '.', "3");
    check_rounded(fraction_make(1, 20), 2, '.', "0.05");
    check_rounded(fraction_make(-1, 20), 2, '.', "-0.05");
    check_rounded(fraction_make(-1, 1000), 2, '.', "0.00");
    check_rounded(fraction_make(-3, 2), 0, '.', "-2");
    check_rounded(fraction_make(999, 1000), 2, '.', "1.00");
    check_rounded(fraction_make(1, 3), 9, '.', "0.333333333");
    check_rounded(fraction_whole(123456789), 2, '.', "123456789.00");
}

static void check_exact(struct fraction value, const char *wanted)
{
    struct text out = TEXT_EMPTY;
    fraction_add_exact(&out, value);
    assert_string_equal(out.bytes, wanted);
    text_release(&out);
}

/* Protects what machines read: nothing is rounded, nothing is longer than needed. */
static void test_fraction__writes_exact_numbers(void **state)
{
    (void)state;
    check_exact(fraction_make(29795, 10000), "2.9795");
    check_exact(fraction_whole(3), "3");
    check_exact(fraction_whole(0), "0");
    check_exact(fraction_make(-1, 2), "-0.5");
    check_exact(fraction_make(7, 6), "7/6");
    check_exact(fraction_make(-7, 6), "-7/6");
    check_exact(fraction_make(1, 3), "1/3");
    check_exact(fraction_make(1, 1000000000000000000), "0.000000000000000001");
    check_exact(fraction_make(1, INT64_C(1) << 18), "0.000003814697265625");
    check_exact(fraction_make(1, INT64_C(1) << 19), "1/524288");
    check_exact(fraction_whole(INT64_MAX), "9223372036854775807");
    check_exact(fraction_whole(-INT64_MAX), "-9223372036854775807");
}

/* Protects stored values: what is written exactly reads back as the same number. */
static void test_fraction__reads_back_what_it_writes(void **state)
{
    (void)state;
    for (int64_t num = -300; num <= 300; num++) {
        for (int64_t den = 1; den <= 300; den++) {
            struct fraction value = fraction_make(num, den);
            struct fraction again;
            struct text out = TEXT_EMPTY;
            fraction_add_exact(&out, value);
            assert_true(fraction_parse(out.bytes, out.length, false, &again));
            assert_true(again.num == value.num && again.den == value.den);
            bool decimal = strchr(out.bytes, '/') == NULL;
            bool shortest = strchr(out.bytes, '.') == NULL || out.bytes[out.length - 1] != '0';
            assert_true(decimal ? shortest : value.den > 1);
            text_release(&out);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fraction__computes_exactly),
        cmocka_unit_test(test_fraction__is_kept_in_lowest_terms),
        cmocka_unit_test(test_fraction__refuses_what_does_not_fit),
        cmocka_unit_test(test_fraction__compares_the_largest_exactly),
        cmocka_unit_test(test_fraction__reads_decimals_and_fractions),
        cmocka_unit_test(test_fraction__reads_no_further_than_its_length),
        cmocka_unit_test(test_fraction__rounds_half_up),
        cmocka_unit_test(test_fraction__rounds_ties_away_from_zero),
        cmocka_unit_test(test_fraction__writes_rounded_numbers),
        cmocka_unit_test(test_fraction__writes_exact_numbers),
        cmocka_unit_test(test_fraction__reads_back_what_it_writes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
