/* What was meant by an id that is not there: by its number where it has one, by its letters otherwise. */
#include "near_id.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static struct fixture fixture;

static int enter(void **state)
{
    (void)state;
    fixture_open(&fixture);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static void test_near_id__a_number_decides(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *meant;
    } cases[] = {
        {"3", "I03"},   {"i03", "I03"},    {"I3", "I03"},    {"I003", "I03"}, {"03", "I03"},
        {"I06", "I05"}, {"I07", "I05"},    {"I08", ""},      {"I13", ""},     {"I0", "I01"},
        {"I00", "I01"}, {"I99999", ""},    {"I9999999", ""}, {"II03", "I03"}, {"", ""},
        {"I", ""},      {"indikator", ""}, {"I03.2.a", ""},  {"D03", "I03"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *meant = near_id_indicator(&fixture.instrument, cases[i].typed);
        if (strcmp(meant, cases[i].meant) != 0) {
            fail_msg("'%s' means '%s', not '%s'", cases[i].typed, cases[i].meant, meant);
        }
    }
}

static void test_near_id__a_criterion_stays_with_its_indicator(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *meant;
    } cases[] = {
        {"I01.2.c", "I01.2.a"},
        {"I01.2.aa", "I01.2.a"},
        {"i01.3.b", "I01.3.b"},
        {"1.4.a", "I01.4.a"},
        {"I06.3.a", "I05.3.a"},
        {"I09.3.a", ""},
        {"I02.9.a", "I02.2.a"},
        {"I01", ""},
        {"I01.kriteria-pertama", ""},
        {"kriteria", ""},
        {"", ""},
        {"I04.2", "I04.2.a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *meant = near_id_criterion(&fixture.instrument, cases[i].typed);
        if (strcmp(meant, cases[i].meant) != 0) {
            fail_msg("'%s' means '%s', not '%s'", cases[i].typed, cases[i].meant, meant);
        }
    }
}

/* Whatever is typed, nothing is read beyond it. */
static void test_near_id__long_words_mean_nothing(void **state)
{
    (void)state;
    char typed[300];
    for (size_t length = 1; length < sizeof typed; length++) {
        memset(typed, 'I', length);
        typed[length] = '\0';
        assert_true(length < 10 || near_id_indicator(&fixture.instrument, typed)[0] == '\0');
        memset(typed, '0', length);
        (void)near_id_criterion(&fixture.instrument, typed);
        typed[length / 2] = '.';
        (void)near_id_criterion(&fixture.instrument, typed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_near_id__a_number_decides, enter, leave),
        cmocka_unit_test_setup_teardown(test_near_id__a_criterion_stays_with_its_indicator, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_near_id__long_words_mean_nothing, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
