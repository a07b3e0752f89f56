/* The roll-up's document, read back: every member there, numbers as texts, the same through every way out. */
#include "rollup_report.h"

#include "json.h"
#include "rollup_csv.h"
#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static bool put(void *context, const char *bytes, size_t length, struct error *err)
{
    (void)err;
    text_append(context, bytes, length);
    return true;
}

/* Adds agencies "Kota 0", … that all claim one level. */
static void fill(struct rollup *rollup, const struct instrument *instrument, int count)
{
    char name[32];
    for (int i = 0; i < count; i++) {
        struct case_ c;
        case_open(&c, instrument, 2024);
        snprintf(name, sizeof name, "Kota %d \"\\\t", i);
        c.assessment.agency = name;
        c.assessment.kind = KIND_KOTA;
        case_claim(&c, "*", 1 + i % 5);
        case_run(&c, BASIS_CLAIMED);
        rollup_add(rollup, &c.evaluation, "");
        case_close(&c);
    }
    rollup_finish(rollup);
}

/* Counts how often `what` stands in a text. */
static size_t count(const char *text, const char *what)
{
    size_t found = 0;
    for (; (text = strstr(text, what)) != NULL; text += strlen(what)) {
        found++;
    }
    return found;
}

/* True when the bytes are one JSON document by the strict reader. */
static bool is_json(const char *bytes, size_t length)
{
    struct arena arena = ARENA_EMPTY;
    struct json json;
    struct error err = {.kind = ERROR_NONE};
    json_open(&json, bytes, length, &arena, "x");
    json.value_limit = SIZE_MAX;
    json_skip(&json, NULL);
    bool good = json_end(&json, &err);
    arena_release(&arena);
    return good;
}

static void test_rollup_report__every_way_out_is_json(void **state)
{
    (void)state;
    static const int sizes[] = {1, 2, 3, 700};
    struct fixture fixture;
    fixture_open(&fixture);
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        struct rollup rollup;
        struct error err = {.kind = ERROR_NONE};
        struct text text = TEXT_EMPTY;
        struct rollup_out out = {put, &text};
        rollup_open(&rollup);
        fill(&rollup, &fixture.instrument, sizes[s]);
        struct rollup_cursor cursor = {.rollup = &rollup};
        assert_true(rollup_report_write(&rollup, &out, &err));
        assert_true(is_json(text.bytes, text.length));
        assert_int_equal(text.bytes[text.length - 1], '\n');
        assert_int_equal(count(text.bytes, "\"rank\":"), sizes[s]);
        text_clear(&text);
        rollup_report_summary(&rollup, &text);
        assert_true(is_json(text.bytes, text.length));
        assert_int_equal(count(text.bytes, "\"rank\":"), 0);
        text_clear(&text);
        rollup_report_page(&cursor, &text);
        assert_true(is_json(text.bytes, text.length));
        text_release(&text);
        rollup_close(&rollup);
    }
    fixture_close(&fixture);
}

static void test_rollup_report__a_roll_up_of_nothing_is_a_document_too(void **state)
{
    (void)state;
    struct rollup rollup;
    struct error err = {.kind = ERROR_NONE};
    struct text text = TEXT_EMPTY;
    struct rollup_out out = {put, &text};
    rollup_open(&rollup);
    rollup_finish(&rollup);
    assert_true(rollup_report_write(&rollup, &out, &err));
    assert_true(is_json(text.bytes, text.length));
    assert_non_null(strstr(text.bytes, "\"groups\":[]"));
    text_release(&text);
    rollup_close(&rollup);
}

/* The mean 8/3 of 1, 2 and 5 has no finite decimal: exact as a fraction, rounded beside it. */
static void test_rollup_report__a_mean_is_exact_and_rounded(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    struct text text = TEXT_EMPTY;
    fixture_open(&fixture);
    rollup_open(&rollup);
    static const int levels[] = {1, 2, 5};
    for (size_t i = 0; i < 3; i++) {
        struct case_ c;
        case_open(&c, &fixture.instrument, 2024);
        case_claim(&c, "*", levels[i]);
        case_run(&c, BASIS_CLAIMED);
        rollup_add(&rollup, &c.evaluation, "x");
        case_close(&c);
    }
    rollup_finish(&rollup);
    rollup_report_summary(&rollup, &text);
    assert_non_null(strstr(text.bytes, "\"index\":{\"count\":3,\"given\":3,\"mean\":\"2.67\","
                                       "\"mean_exact\":\"8/3\",\"least\":\"1\",\"lower\":\"1.5\","
                                       "\"median\":\"2\",\"upper\":\"3.5\",\"most\":\"5\""));
    text_release(&text);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

/* An indicator that nobody gave has no mean of those who did. */
static void test_rollup_report__what_nobody_gave_is_null(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    struct case_ c;
    struct text text = TEXT_EMPTY;
    fixture_open(&fixture);
    rollup_open(&rollup);
    case_open(&c, &fixture.instrument, 2024);
    case_claim(&c, "I02", 4);
    case_run(&c, BASIS_CLAIMED);
    rollup_add(&rollup, &c.evaluation, "x");
    case_close(&c);
    rollup_finish(&rollup);
    rollup_report_summary(&rollup, &text);
    assert_int_equal(count(text.bytes, "\"mean_given\":\"4\""), 1);
    assert_true(count(text.bytes, "\"mean_given\":null") >= 4);
    assert_true(is_json(text.bytes, text.length));
    text_release(&text);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

/* A name with a comma, quotes and a tab stays one cell. */
static void test_rollup_report__csv_keeps_names_whole(void **state)
{
    (void)state;
    struct fixture fixture;
    struct rollup rollup;
    struct error err = {.kind = ERROR_NONE};
    struct text text = TEXT_EMPTY;
    struct rollup_out out = {put, &text};
    fixture_open(&fixture);
    rollup_open(&rollup);
    fill(&rollup, &fixture.instrument, 5);
    assert_true(rollup_csv_write(&rollup, &out, &err));
    assert_int_equal(count(text.bytes, "\r\n"), 6);
    assert_int_equal(count(text.bytes, "\"\"\\\t\""), 5);
    text_release(&text);
    rollup_close(&rollup);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rollup_report__every_way_out_is_json),
        cmocka_unit_test(test_rollup_report__a_roll_up_of_nothing_is_a_document_too),
        cmocka_unit_test(test_rollup_report__a_mean_is_exact_and_rounded),
        cmocka_unit_test(test_rollup_report__what_nobody_gave_is_null),
        cmocka_unit_test(test_rollup_report__csv_keeps_names_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
