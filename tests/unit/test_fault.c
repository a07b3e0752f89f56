#include "fault.h"

#include "message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void test_fault__the_first_one_stays(void **state)
{
    (void)state;
    struct fault fault = {0};
    assert_false(fault_set(&fault, M_SANDBOX_RUN, "x.lua:1", "no", NULL));
    assert_false(fault_set(&fault, M_SANDBOX_STEPS, "x.lua:2", "5", NULL));
    assert_string_equal(fault.id, "SANDBOX_RUN");
    assert_string_equal(fault.where, "x.lua:1");
    assert_string_equal(fault.detail[0], "no");
    assert_string_equal(fault.detail[1], "");
}

/* The first detail as it is kept. */
static void check_clean(const char *text, const char *expected)
{
    struct fault fault = {0};
    fault_set(&fault, M_SANDBOX_RUN, NULL, text, NULL);
    assert_string_equal(fault.detail[0], expected);
}

static void test_fault__details_are_printable(void **state)
{
    (void)state;
    check_clean("", "");
    check_clean("indeks é 漢 😀", "indeks é 漢 😀");
    check_clean("a\x1b[31m\r\n\t\x7f", "a?[31m????");
    check_clean("a\xff\xc3", "a??");
    check_clean("\xc2\x9b"
                "31m",
                "?31m");
    check_clean("\xe2\x80\xae"
                "abc\xe2\x81\xa9",
                "?abc?");
    check_clean("\xe2\x80\xa8x\xe2\x80\x93y", "?x\xe2\x80\x93y");
    check_clean("\xed\xa0\x80", "???");
    check_clean("\xf4\x90\x80\x80", "????");
    check_clean("\xf0\x9f\x98", "???");
}

static void test_fault__long_details_are_cut_at_a_character(void **state)
{
    (void)state;
    for (size_t lead = 0; lead < 4; lead++) {
        char text[1000];
        memset(text, 'a', lead);
        for (size_t i = lead; i + 2 < sizeof text; i += 2) {
            memcpy(text + i, "é", 3);
        }
        struct fault fault = {0};
        fault_set(&fault, M_SANDBOX_RUN, text, text, text);
        size_t length = strlen(fault.detail[0]);
        assert_true(length < FAULT_DETAIL_BYTES && length > FAULT_DETAIL_BYTES - 5);
        assert_int_equal(text_utf8_prefix(fault.detail[0], length), length);
        assert_string_equal(fault.detail[0] + length - 3, "…");
        assert_string_equal(fault.detail[1], fault.detail[0]);
    }
    char fits[FAULT_DETAIL_BYTES];
    memset(fits, 'b', sizeof fits - 1);
    fits[sizeof fits - 1] = '\0';
    check_clean(fits, fits);
}

static void test_fault__it_crosses_as_json(void **state)
{
    (void)state;
    struct fault sent = {0};
    struct fault got;
    struct text json = TEXT_EMPTY;
    fault_set(&sent, M_SANDBOX_ABSENT, "pack.lua:3", "os \"x\"", "why\\");
    fault_write(&sent, &json);
    assert_string_equal(json.bytes,
                        "{\"error\":{\"where\":\"pack.lua:3\",\"id\":\"SANDBOX_ABSENT\","
                        "\"with\":[\"os \\\"x\\\"\",\"why\\\\\"]}}");
    assert_true(fault_read(json.bytes, json.length, &got));
    assert_string_equal(got.id, sent.id);
    assert_string_equal(got.where, sent.where);
    assert_string_equal(got.detail[0], sent.detail[0]);
    assert_string_equal(got.detail[1], sent.detail[1]);
    text_release(&json);
}

/* A worker that was taken over cannot choose sentences, nor break the terminal. */
static void test_fault__what_a_worker_sends_is_not_trusted(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "{}",
        "[]",
        "{\"error\":{}}",
        "{\"error\":{\"where\":\"x\"}}",
        "{\"error\":{\"id\":\"NO_SUCH_ROW\"}}",
        "{\"error\":{\"id\":\"FILE_OPEN\"}}",
        "{\"error\":{\"id\":\"SANDBOX_RU\"}}",
        "{\"error\":{\"id\":\"SANDBOX_RUN\",\"with\":[\"a\",\"b\",\"c\"]}}",
        "{\"error\":{\"id\":\"SANDBOX_RUN\",\"with\":[1]}}",
        "{\"error\":{\"id\":\"SANDBOX_RUN\",\"with\":\"a\"}}",
        "{\"error\":{\"id\":\"SANDBOX_RUN\",\"more\":1}}",
        "{\"error\":{\"id\":\"SANDBOX_RUN\"}",
        "{\"error\":{\"id\":\"SANDBOX_RUN\"},\"x\":1}",
        "{\"error\":{\"id\":\"SANDBOX_RUN\"},\"error\":{\"id\":\"SANDBOX_RUN\"}}",
        "{\"error\":{\"id\":\"SANDBOX_RUN\",\"where\":\"a\\u0000b\"}}",
        "{\"error\":{\"id\":5}}",
        "{\"error\":5}",
        "\xff",
    };
    struct fault fault;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(fault_read(bad[i], strlen(bad[i]), &fault));
    }
    static const char good[] = "{\"error\":{\"id\":\"SANDBOX_RUN\",\"where\":\"\\u001b[31m\","
                               "\"with\":[\"%s%n\\u009b\"]}}";
    assert_true(fault_read(good, sizeof good - 1, &fault));
    assert_string_equal(fault.where, "?[31m");
    struct error err = {.kind = ERROR_NONE};
    assert_false(fault_error(&fault, ERROR_NONE, "p", &err));
    assert_string_equal(err.message, "stops with an error: %s%n?");
}

/* Where `place` and `where` together lead. */
static void check_place(const char *place, const char *where, const char *expected)
{
    struct fault fault = {0};
    struct error err = {.kind = ERROR_NONE};
    fault_set(&fault, M_SANDBOX_RUN, where, "no", NULL);
    assert_false(fault_error(&fault, ERROR_NONE, place, &err));
    assert_string_equal(err.where, expected);
}

static void test_fault__the_place_joins_what_the_user_named_with_what_is_inside(void **state)
{
    (void)state;
    check_place("rules/x", "domain_1.lua:12", "rules/x/domain_1.lua:12");
    check_place("rules/x", "domain_1.lua: aspects[1].weight",
                "rules/x/domain_1.lua: aspects[1].weight");
    check_place("rules/x/", "pack.lua:1", "rules/x/pack.lua:1");
    check_place("templates/report.lua", "report.lua:3", "templates/report.lua:3");
    check_place("report.lua", "report.lua", "report.lua");
    check_place("report.lua", "report.lua2:3", "report.lua/report.lua2:3");
    check_place("rules/x", "", "rules/x");
    check_place("", "x.lua:1", "x.lua:1");
    check_place("", "", "");
}

static void test_fault__the_kind_is_the_row_s_or_the_caller_s(void **state)
{
    (void)state;
    struct fault fault = {0};
    struct error own = {.kind = ERROR_NONE};
    struct error given = {.kind = ERROR_NONE};
    fault_set(&fault, M_SANDBOX_STEPS, "x.lua:1", "7", NULL);
    fault_error(&fault, ERROR_NONE, "", &own);
    fault_error(&fault, ERROR_INPUT, "", &given);
    assert_int_equal(own.kind, ERROR_PACK);
    assert_int_equal(given.kind, ERROR_INPUT);
    assert_string_equal(own.id, "SANDBOX_STEPS");
    assert_string_equal(own.message,
                        "runs more than 7 instructions; look for a loop that does not end");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fault__the_first_one_stays),
        cmocka_unit_test(test_fault__details_are_printable),
        cmocka_unit_test(test_fault__long_details_are_cut_at_a_character),
        cmocka_unit_test(test_fault__it_crosses_as_json),
        cmocka_unit_test(test_fault__what_a_worker_sends_is_not_trusted),
        cmocka_unit_test(test_fault__the_place_joins_what_the_user_named_with_what_is_inside),
        cmocka_unit_test(test_fault__the_kind_is_the_row_s_or_the_caller_s),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
