/* Ids are found by every length, and one byte more, less or different is another id. */
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

enum { LONGEST = 20 };

static const char letters[] = "Q01-2345.6.abcdefghij";

static void test_instrument_ids__every_byte_counts(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture);
    for (size_t length = 1; length <= LONGEST; length++) {
        struct instrument instrument = fixture.instrument;
        struct indicator indicators[5];
        char id[LONGEST + 2];
        memcpy(indicators, instrument.indicators, sizeof indicators);
        memcpy(id, letters, length);
        id[length] = '\0';
        indicators[3].id = id;
        instrument.indicators = indicators;
        instrument_index(&instrument, &fixture.arena);
        for (int guess = -1; guess < 6; guess++) {
            char other[LONGEST + 2];
            assert_int_equal(instrument_find_indicator(&instrument, id, length, guess), 3);
            for (size_t place = 0; place < length; place++) {
                memcpy(other, id, length + 1);
                other[place] = '~';
                assert_int_equal(instrument_find_indicator(&instrument, other, length, guess),
                                 NOWHERE);
            }
            memcpy(other, id, length);
            other[length] = 'x';
            assert_int_equal(instrument_find_indicator(&instrument, other, length + 1, guess),
                             NOWHERE);
            assert_int_equal(instrument_find_indicator(&instrument, other, length - 1, guess),
                             NOWHERE);
        }
    }
    fixture_close(&fixture);
}

static void test_instrument_ids__criteria_know_their_indicators(void **state)
{
    (void)state;
    struct fixture fixture;
    fixture_open(&fixture);
    for (size_t c = 0; c < fixture.instrument.criterion_count; c++) {
        assert_int_equal(fixture.instrument.criterion_indicators[c],
                         fixture.instrument.criteria[c].indicator);
    }
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_instrument_ids__every_byte_counts),
        cmocka_unit_test(test_instrument_ids__criteria_know_their_indicators),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
