/* The register of evidence: each item with the warnings that are about it and no other's, and cells that no
 * spreadsheet takes for a formula. */
#include "evidence_register.h"
#include "lang.h"
#include "support_case.h"
#include "support_fixture.h"
#include "warning.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

/* Of I01: E1 replaced by E3, E2 withdrawn; E3 and E4 count, E4 supports nothing. E5 is of I02. */
static const struct exhibit list[] = {
    {.id = "E1",
     .indicator = "I01",
     .item = {.title = "Lama"},
     .criteria = "",
     .size = -1,
     .replaced = "E3"},
    {.id = "E2",
     .indicator = "I01",
     .item = {.title = "Keliru"},
     .criteria = "",
     .size = 7,
     .withdrawn = "x"},
    {.id = "E3",
     .indicator = "I01",
     .item = {.title = "=1+1"},
     .criteria = "I01.2.a",
     .size = 5,
     .stands = true},
    {.id = "E4",
     .indicator = "I01",
     .item = {.title = "B \"b\""},
     .criteria = "",
     .size = 6,
     .stands = true},
    {.id = "E5",
     .indicator = "I02",
     .item = {.title = "C"},
     .criteria = "",
     .size = -1,
     .stands = true},
};

static struct fixture fixture;
static struct case_ c;
static struct register_source source;
static struct text out;

static int enter(void **state)
{
    (void)state;
    fixture_open(&fixture);
    out = (struct text)TEXT_EMPTY;
    case_open(&c, &fixture.instrument, 2024);
    case_evidence(&c, "I01", list[2].item, "I01.2.a");
    case_evidence(&c, "I01", list[3].item, "");
    case_evidence(&c, "I02", list[4].item, "");
    case_run(&c, BASIS_BY_RULE);
    warning_run(&c.evaluation);
    source = (struct register_source){
        .evaluation = &c.evaluation, .list = list, .count = sizeof list / sizeof list[0]};
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&out);
    case_close(&c);
    fixture_close(&fixture);
    return 0;
}

static size_t count(const char *piece)
{
    size_t found = 0;
    for (const char *at = out.bytes; (at = strstr(at, piece)) != NULL; at++) {
        found++;
    }
    return found;
}

static void test_evidence_register__warnings_stand_with_their_item(void **state)
{
    (void)state;
    evidence_register_options(&source, &out);
    assert_int_equal(count("\"id\":"), 4);
    assert_int_equal(count("names no criterion"), 2);
    const char *third = strstr(out.bytes, "\"id\":\"E3\"");
    const char *fourth = strstr(out.bytes, "\"id\":\"E4\"");
    const char *first_warning = strstr(out.bytes, "names no criterion");
    assert_non_null(third);
    assert_true(first_warning > fourth);
    assert_non_null(strstr(third, "\"stands\":true,\"state\":\"counts\",\"warnings\":[]}"));
    assert_non_null(strstr(fourth, "\"state\":\"supports nothing yet\",\"warnings\":[\"'B"));
    assert_non_null(strstr(out.bytes, "\"state\":\"withdrawn: x\",\"warnings\":[]}"));
    assert_non_null(strstr(out.bytes, "\"state\":\"elsewhere\""));
}

static void test_evidence_register__holds_what_is_asked(void **state)
{
    (void)state;
    source.all = true;
    evidence_register_options(&source, &out);
    assert_int_equal(count("\"id\":"), 5);
    assert_non_null(strstr(out.bytes, "\"state\":\"replaced by E3\""));
    assert_non_null(strstr(out.bytes, "\"version\":2"));
    text_clear(&out);
    source.indicator = "I02";
    evidence_register_options(&source, &out);
    assert_int_equal(count("\"id\":"), 1);
    text_clear(&out);
    source.indicator = "I03";
    evidence_register_options(&source, &out);
    assert_string_equal(out.bytes, "{\"evidence\":[]}");
}

/* What is counted is what is listed. */
static void test_evidence_register__counts_what_it_lists(void **state)
{
    (void)state;
    assert_int_equal(evidence_register_count(&source), 4);
    source.all = true;
    assert_int_equal(evidence_register_count(&source), 5);
    source.indicator = "I01";
    assert_int_equal(evidence_register_count(&source), 4);
    source.all = false;
    assert_int_equal(evidence_register_count(&source), 3);
    source.indicator = "I03";
    assert_int_equal(evidence_register_count(&source), 0);
    source.count = 0;
    source.indicator = NULL;
    assert_int_equal(evidence_register_count(&source), 0);
}

static void test_evidence_register__text_is_quoted_and_no_formula(void **state)
{
    (void)state;
    evidence_register_csv(&source, &out);
    assert_memory_equal(out.bytes, "\xEF\xBB\xBF\"Id\";\"Indicator\"", 18);
    assert_int_equal(count("\r\n"), 5);
    assert_non_null(strstr(out.bytes, "\"'=1+1\""));
    assert_non_null(strstr(out.bytes, "\"B \"\"b\"\"\""));
    assert_non_null(
        strstr(out.bytes, "\"E5\";\"I02\";\"\";\"C\";\"\";\"\";\"\";\"\";\"\";\"\";\"1\""));
}

static void test_evidence_register__the_name_says_the_kind(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct arena arena = ARENA_EMPTY;
    assert_false(evidence_register_write(&source, "daftar.ods", &arena, &err));
    assert_string_equal(err.id, "REGISTER_OUTPUT");
    error_clear(&err);
    assert_false(evidence_register_write(&source, ".csv", &arena, &err));
    assert_string_equal(err.id, "REGISTER_OUTPUT");
    error_clear(&err);
    arena_release(&arena);
}

int main(void)
{
    lang_start("en", "/nowhere");
#define TEST(name) cmocka_unit_test_setup_teardown(test_evidence_register__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(warnings_stand_with_their_item), TEST(holds_what_is_asked),
        TEST(counts_what_it_lists),           TEST(text_is_quoted_and_no_formula),
        TEST(the_name_says_the_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
