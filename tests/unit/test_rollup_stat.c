/* Mean and quartiles: exact, as a spreadsheet defines them, silent where nothing exact can be said. */
#include "rollup_stat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST = 40 };

static void check(struct maybe number, int64_t num, int64_t den)
{
    assert_true(number.given);
    assert_int_equal(fraction_compare(number.value, fraction_make(num, den)), 0);
}

/* Protects the definition: four values, by hand (QUARTILE of 1, 2, 4, 8 is 1.75, 3, 5). */
static void test_rollup_stat__quartiles_lie_between_places(void **state)
{
    (void)state;
    const struct tally tally[] = {{{1, 1}, 1}, {{2, 1}, 1}, {{4, 1}, 1}, {{8, 1}, 1}};
    struct rollup_stat stat = {.given = 3};
    rollup_stat_fill(&stat, tally, 4);
    check(stat.least, 1, 1);
    check(stat.lower, 7, 4);
    check(stat.median, 3, 1);
    check(stat.upper, 5, 1);
    check(stat.most, 8, 1);
    check(stat.mean, 15, 4);
    assert_int_equal(stat.count, 4);
    assert_int_equal(stat.given, 3); /* the caller's */
}

static void test_rollup_stat__one_value_is_everything(void **state)
{
    (void)state;
    const struct tally tally[] = {{{1, 1}, 0}, {{7, 6}, 1}, {{9, 1}, 0}};
    struct rollup_stat stat = {.given = 1};
    rollup_stat_fill(&stat, tally, 3);
    check(stat.least, 7, 6);
    check(stat.lower, 7, 6);
    check(stat.median, 7, 6);
    check(stat.upper, 7, 6);
    check(stat.most, 7, 6);
    check(stat.mean, 7, 6);
}

static void test_rollup_stat__nothing_has_no_mean_and_no_quartile(void **state)
{
    (void)state;
    const struct tally tally[] = {{{1, 1}, 0}};
    assert_false(rollup_stat_mean(tally, 1).given);
    assert_false(rollup_stat_mean(NULL, 0).given);
    for (unsigned k = 0; k <= 4; k++) {
        assert_false(rollup_stat_quartile(tally, 1, k).given);
        assert_false(rollup_stat_quartile(NULL, 0, k).given);
    }
}

/* Protects exactness: a number too long to be added is left out, never wrapped. */
static void test_rollup_stat__what_does_not_fit_is_absent(void **state)
{
    (void)state;
    const struct tally tally[] = {{{1, INT64_MAX}, 1}, {{1, INT64_MAX - 1}, 1}};
    assert_false(rollup_stat_mean(tally, 2).given);
    assert_false(rollup_stat_quartile(tally, 2, 2).given);
    assert_true(rollup_stat_quartile(tally, 2, 0).given);
    assert_true(rollup_stat_quartile(tally, 2, 4).given);
}

static int by_value(const void *one, const void *other)
{
    return *(const int *)one - *(const int *)other;
}

/* Spreads n values in tenths over a tally of rising values. */
static size_t count_values(const int *values, size_t n, struct tally *tally)
{
    size_t length = 0;
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || values[i] != values[i - 1]) {
            tally[length++] = (struct tally){fraction_make(values[i], 10), 0};
        }
        tally[length - 1].count++;
    }
    return length;
}

/* The definition, on a plain sorted list: 4 × 10 × Q = 4 × v[i] + r × (v[i + 1] − v[i]). */
static void test_rollup_stat__counted_values_are_as_listed_ones(void **state)
{
    (void)state;
    unsigned random = 12345;
    for (size_t n = 1; n <= MOST; n++) {
        int values[MOST + 1] = {0};
        int sum = 0;
        struct tally tally[MOST];
        for (size_t i = 0; i < n; i++) {
            random = random * 1103515245U + 12345U;
            values[i] = 10 + (int)(random >> 16) % 40;
            sum += values[i];
        }
        qsort(values, n, sizeof *values, by_value);
        size_t length = count_values(values, n, tally);
        check(rollup_stat_mean(tally, length), sum, (int64_t)n * 10);
        for (unsigned k = 0; k <= 4; k++) {
            size_t place = (n - 1) * k / 4, rest = (n - 1) * k % 4;
            int64_t next = rest == 0 ? values[place] : values[place + 1];
            check(rollup_stat_quartile(tally, length, k),
                  4 * values[place] + (int64_t)rest * (next - values[place]), 40);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rollup_stat__quartiles_lie_between_places),
        cmocka_unit_test(test_rollup_stat__one_value_is_everything),
        cmocka_unit_test(test_rollup_stat__nothing_has_no_mean_and_no_quartile),
        cmocka_unit_test(test_rollup_stat__what_does_not_fit_is_absent),
        cmocka_unit_test(test_rollup_stat__counted_values_are_as_listed_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
