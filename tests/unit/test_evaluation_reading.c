/* How a year reads an index: the predicate of any index, and from where on a wanted one is read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "evaluation.h"

#include "support_case.h"
#include "support_fixture.h"

/* An evaluation of a year. */
struct desk {
    struct fixture fixture;
    struct case_ c;
};

static void open_desk(struct desk *desk, int year)
{
    fixture_open(&desk->fixture);
    case_open(&desk->c, &desk->fixture.instrument, year);
    case_claim(&desk->c, "*", 3);
    case_run(&desk->c, BASIS_CLAIMED);
}

static void close_desk(struct desk *desk)
{
    case_close(&desk->c);
    fixture_close(&desk->fixture);
}

/* Protects agencies at the edge: 3.4950 is "Sangat Baik" where the index is rounded first, and "Baik" where it
 * is not. */
static void test_evaluation__reads_a_predicate_as_its_year(void **state)
{
    (void)state;
    static const struct {
        struct fraction index;
        const char *rounded, *exact; /* NULL: below the lowest */
    } rows[] = {
        {{35, 10}, "Sangat Baik", "Sangat Baik"},
        {{3495, 1000}, "Sangat Baik", "Baik"},
        {{34949, 10000}, "Baik", "Baik"},
        {{5, 1}, "Memuaskan", "Memuaskan"},
        {{41949, 10000}, "Sangat Baik", "Sangat Baik"},
        {{4195, 1000}, "Memuaskan", "Sangat Baik"},
        {{1, 2}, NULL, NULL},
    };
    for (int year = 2023; year <= 2024; year++) {
        struct desk desk;
        open_desk(&desk, year);
        for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
            const char *wanted = year == 2023 ? rows[i].rounded : rows[i].exact;
            const struct band *band = evaluation_band(
                &desk.c.evaluation, fraction_make(rows[i].index.num, rows[i].index.den));
            assert_int_equal(band == NULL, wanted == NULL);
            if (band != NULL) {
                assert_string_equal(band->name, wanted);
            }
        }
        close_desk(&desk);
    }
}

/* Protects plans: just at the threshold an index is read as wanted, and just below it is not, for every
 * thousandth of the scale and either reading. */
static void test_evaluation__threshold_is_the_least_that_is_read_so(void **state)
{
    (void)state;
    for (int year = 2023; year <= 2024; year++) {
        struct desk desk;
        open_desk(&desk, year);
        for (int64_t wanted = 1000; wanted <= 5000; wanted++) {
            struct fraction index = fraction_make(wanted, 1000), below;
            struct fraction least = evaluation_threshold(&desk.c.evaluation, index);
            assert_true(fraction_subtract(least, fraction_make(1, 1000000), &below));
            if (year == 2024) {
                assert_int_equal(fraction_compare(least, index), 0);
                continue;
            }
            struct fraction read = fraction_make(fraction_round(least, 2), 100);
            struct fraction not_yet = fraction_make(fraction_round(below, 2), 100);
            assert_true(fraction_compare(read, index) >= 0);
            assert_true(fraction_compare(not_yet, index) < 0);
        }
        close_desk(&desk);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_evaluation__reads_a_predicate_as_its_year),
        cmocka_unit_test(test_evaluation__threshold_is_the_least_that_is_read_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
