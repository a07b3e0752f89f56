/* What papers are drawn from: an evaluation's own document, or one that was saved, which is told from every other
 * file without a word; and a target that lies on its scale. */
#include "report_source.h"

#include "report.h"
#include "support_case.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

static struct place place;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    place_leave(&place);
    return 0;
}

/* The source of an assessment of 2023 that claims level 3 everywhere. */
static void make(struct report_source *source)
{
    struct case_ c;
    case_open(&c, &place.fixture.instrument, 2023);
    case_claim(&c, "*", 3);
    case_run(&c, BASIS_BY_RULE);
    report_source_make(&c.evaluation, &c.arena, source);
    case_close(&c);
}

/* A file of these bytes is taken, or not. */
static bool takes(const char *name, const char *bytes, struct report_source *source)
{
    place_write(name, bytes, strlen(bytes));
    return report_source_read(name, source);
}

static void test_report_source__holds_the_full_document_with_year_and_scale(void **state)
{
    (void)state;
    struct report_source source = REPORT_SOURCE_EMPTY;
    make(&source);
    assert_int_equal(source.year, 2023);
    assert_int_equal(source.lowest, 1);
    assert_int_equal(source.highest, 5);
    assert_non_null(strstr(source.document.bytes, "\"format\":\"spbe-report/1\""));
    assert_non_null(strstr(source.document.bytes, "\"criteria\":"));
    assert_null(strchr(source.document.bytes, '\n'));
    report_source_release(&source);
    assert_int_equal(source.document.length, 0);
}

static void test_report_source__is_made_in_place_of_what_it_held(void **state)
{
    (void)state;
    struct report_source once = REPORT_SOURCE_EMPTY, again = REPORT_SOURCE_EMPTY;
    make(&once);
    assert_false(takes("kota.json", "{\"format\":\"spbe-assessment/1\",\"year\":2021}", &again));
    make(&again);
    assert_string_equal(once.document.bytes, again.document.bytes);
    assert_int_equal(again.year, 2023);
    report_source_release(&once);
    report_source_release(&again);
}

static void test_report_source__a_saved_one_is_taken_as_it_was_written(void **state)
{
    (void)state;
    struct report_source source = REPORT_SOURCE_EMPTY, saved = REPORT_SOURCE_EMPTY;
    struct text line = TEXT_EMPTY;
    make(&source);
    text_format(&line, "%s\n", source.document.bytes);
    assert_true(takes("hasil.json", line.bytes, &saved));
    assert_string_equal(saved.document.bytes, source.document.bytes);
    assert_int_equal(saved.document.length, source.document.length);
    assert_int_equal(saved.year, 2023);
    assert_int_equal(saved.lowest, 1);
    assert_int_equal(saved.highest, 5);
    text_release(&line);
    report_source_release(&saved);
    report_source_release(&source);
}

static void test_report_source__everything_else_is_an_input_to_be_evaluated(void **state)
{
    (void)state;
    static const struct {
        const char *name, *bytes;
    } rows[] = {
        {"hasil.txt", "{\"format\":\"spbe-report/1\",\"assessment\":{\"year\":2023}}"},
        {"hasil.json", "{\"format\":\"spbe-report/2\",\"assessment\":{\"year\":2023}}"},
        {"hasil.json", "{\"format\":1,\"assessment\":{\"year\":2023}}"},
        {"hasil.json", "{\"assessment\":{\"year\":2023}}"},
        {"hasil.json", "{\"format\":\"spbe-report/1\"}"},
        {"hasil.json", "{\"format\":\"spbe-report/1\",\"assessment\":{}}"},
        {"hasil.json", "{\"format\":\"spbe-report/1\",\"assessment\":{\"year\":\"2023\"}}"},
        {"hasil.json", "{\"format\":\"spbe-report/1\",\"assessment\":{\"year\":10000}}"},
        {"hasil.json", "{\"format\":\"spbe-report/1\",\"assessment\":{\"year\":2023}} {}"},
        {"hasil.json", "{\"format\":\"spbe-report/1\",\"assessment\":{\"year\":2023}"},
        {"hasil.json", "[\"spbe-report/1\"]"},
        {"hasil.json", ""},
    };
    struct report_source source = REPORT_SOURCE_EMPTY;
    for (size_t i = 0; i < COUNT(rows); i++) {
        report_source_release(&source);
        if (takes(rows[i].name, rows[i].bytes, &source)) {
            fail_msg("taken: %s", rows[i].bytes);
        }
    }
    report_source_release(&source);
    assert_false(report_source_read("tiada.json", &source));
    report_source_release(&source);
}

/* A target makes these options, or is refused by the row `id`. */
static void check_target(const struct report_source *source, const char *target, const char *wanted,
                         const char *id)
{
    struct text options = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    assert_int_equal(report_source_options(source, target, &options, &err), id == NULL);
    if (id == NULL) {
        assert_string_equal(options.bytes, wanted);
    } else {
        assert_string_equal(err.id, id);
    }
    text_release(&options);
}

static void test_report_source__a_target_lies_on_the_scale_and_stays_exact(void **state)
{
    (void)state;
    const struct report_source source = {.lowest = 1, .highest = 5};
    check_target(&source, NULL, "{}", NULL);
    check_target(&source, "3,50", "{\"target\":\"3.5\"}", NULL);
    check_target(&source, "2.6", "{\"target\":\"2.6\"}", NULL);
    check_target(&source, "1", "{\"target\":\"1\"}", NULL);
    check_target(&source, "5", "{\"target\":\"5\"}", NULL);
    check_target(&source, "0.99", "", "REPORT_TARGET_SCALE");
    check_target(&source, "5,01", "", "REPORT_TARGET_SCALE");
    check_target(&source, "baik", "", "REPORT_TARGET");
    check_target(&source, "", "", "REPORT_TARGET");
}

static void test_report_source__without_a_known_scale_any_target_is_taken(void **state)
{
    (void)state;
    struct report_source source = REPORT_SOURCE_EMPTY;
    assert_true(takes("hasil.json",
                      "{\"format\":\"spbe-report/1\",\"assessment\":{\"year\":2023}}\n\n",
                      &source));
    assert_int_equal(source.highest, 0);
    assert_int_equal(source.document.bytes[source.document.length - 1], '}');
    check_target(&source, "40", "{\"target\":\"40\"}", NULL);
    check_target(&source, "x", "", "REPORT_TARGET");
    report_source_release(&source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_report_source__holds_the_full_document_with_year_and_scale),
        cmocka_unit_test(test_report_source__is_made_in_place_of_what_it_held),
        cmocka_unit_test(test_report_source__a_saved_one_is_taken_as_it_was_written),
        cmocka_unit_test(test_report_source__everything_else_is_an_input_to_be_evaluated),
        cmocka_unit_test(test_report_source__a_target_lies_on_the_scale_and_stays_exact),
        cmocka_unit_test(test_report_source__without_a_known_scale_any_target_is_taken),
    };
    return cmocka_run_group_tests_name("report_source", tests, enter, leave);
}
