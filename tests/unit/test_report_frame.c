/* A frame that has served many years and instruments still gives each its own words. */
#include "report.h"
#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

enum { INSTRUMENTS = 7 };

/* The same document with and without a frame that was used before. */
static void check(struct report_frame *frame, const struct instrument *instrument, int year)
{
    struct case_ c;
    struct text framed = TEXT_EMPTY;
    struct text plain = TEXT_EMPTY;
    case_open(&c, instrument, year);
    case_claim(&c, "*", 3);
    case_run(&c, BASIS_BY_RULE);
    report_write_framed(frame, &c.evaluation, REPORT_FULL, &c.arena, &framed);
    report_write(&c.evaluation, REPORT_FULL, &c.arena, &plain);
    assert_string_equal(framed.bytes, plain.bytes);
    assert_non_null(strstr(framed.bytes, instrument->id));
    text_release(&framed);
    text_release(&plain);
    case_close(&c);
}

/* More instruments times years than a frame holds, in turn. */
static void test_report_frame__serves_many_in_turn(void **state)
{
    (void)state;
    static const char *const ids[INSTRUMENTS] = {"uji-a", "uji-b", "uji-c", "uji-d",
                                                 "uji-e", "uji-f", "uji-g"};
    struct fixture fixture;
    struct instrument instruments[INSTRUMENTS];
    struct report_frame *frame = report_frame_new();
    fixture_open(&fixture);
    for (size_t i = 0; i < INSTRUMENTS; i++) {
        instruments[i] = fixture.instrument;
        instruments[i].id = ids[i];
    }
    for (int round = 0; round < 3; round++) {
        for (int year = 2021; year <= 2026; year++) {
            for (size_t i = 0; i < INSTRUMENTS; i++) {
                check(frame, &instruments[i], year);
            }
        }
    }
    report_frame_free(frame);
    report_frame_free(NULL);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_report_frame__serves_many_in_turn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
