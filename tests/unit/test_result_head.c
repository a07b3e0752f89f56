/* How documents begin: members and their order are what other programs read, so they stand here byte by byte. */
#include "result_head.h"

#include "lang.h"
#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct fixture fixture;
static struct case_ c;

static int open_case(void **state)
{
    (void)state;
    fixture_open(&fixture);
    fixture.instrument.id = "uji-2020";
    fixture.instrument.title = "Instrumen \"uji\"";
    snprintf(fixture.instrument.sha256, sizeof fixture.instrument.sha256, "aa11");
    case_open(&c, &fixture.instrument, 2023);
    c.assessment.agency = "Kota Contoh";
    c.assessment.kind = KIND_KOTA;
    snprintf(c.assessment.sha256, sizeof c.assessment.sha256, "bb22");
    case_claim(&c, "*", 3);
    case_run(&c, BASIS_BY_RULE);
    return 0;
}

static int close_case(void **state)
{
    (void)state;
    case_close(&c);
    fixture_close(&fixture);
    return 0;
}

#define ENGINE "\"engine\":{\"name\":\"spbe\",\"version\":\"" SPBE_VERSION "\"},\"lang\":"
#define RULES \
    "\"rules\":{\"id\":\"uji-2020\",\"title\":\"Instrumen \\\"uji\\\"\",\"sha256\":\"aa11\""
#define ASSESSMENT                                                                           \
    "\"assessment\":{\"agency\":{\"name\":\"Kota Contoh\",\"kind\":\"kota\"},\"year\":2023," \
    "\"instrument\":\"uji-2020\",\"sha256\":\"bb22\"}"

/* Wants an object with these members. */
static void check_object(struct text *text, const char *members)
{
    struct text wanted = TEXT_EMPTY;
    text_format(&wanted, "{%s}", members);
    assert_string_equal(text->bytes, wanted.bytes);
    text_release(&wanted);
    text_release(text);
}

static void test_result_head__names_format_program_and_language(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY, wanted = TEXT_EMPTY;
    struct json_out out = {&text, false};
    json_out_open(&out, '{');
    result_head_begin(&out, "spbe-uji/1");
    json_out_close(&out, '}');
    text_format(&wanted, "\"format\":\"spbe-uji/1\"," ENGINE "\"%s\"", lang_name());
    check_object(&text, wanted.bytes);
    text_release(&wanted);
}

static void test_result_head__leaves_the_rules_open_for_what_a_document_adds(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    struct json_out out = {&text, false};
    json_out_open(&out, '{');
    result_head_open_rules(&out, &fixture.instrument);
    json_out_member_int(&out, "lowest", 1);
    json_out_close(&out, '}');
    json_out_close(&out, '}');
    check_object(&text, RULES ",\"lowest\":1}");
}

static void test_result_head__says_whose_assessment_and_of_which_bytes(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    struct json_out out = {&text, false};
    json_out_open(&out, '{');
    result_head_assessment(&out, &c.assessment);
    json_out_close(&out, '}');
    check_object(&text, ASSESSMENT);
}

static void test_result_head__whole_is_all_of_them_and_the_main_basis(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY, wanted = TEXT_EMPTY;
    struct json_out out = {&text, false};
    json_out_open(&out, '{');
    result_head_write(&out, "spbe-uji/1", &c.evaluation);
    json_out_close(&out, '}');
    text_format(&wanted,
                "\"format\":\"spbe-uji/1\"," ENGINE "\"%s\"," RULES "}," ASSESSMENT
                ",\"basis\":\"claimed\"",
                lang_name());
    check_object(&text, wanted.bytes);
    text_release(&wanted);
}

static void test_result_head__an_index_is_rounded_exact_and_named_as_the_year_reads_it(void **state)
{
    (void)state;
    static const struct {
        int64_t num, den;
        const char *members;
    } rows[] = {
        {3, 1, "\"index\":{\"value\":\"3.00\",\"exact\":\"3\",\"predicate\":\"Baik\"}"},
        {7, 6, "\"index\":{\"value\":\"1.17\",\"exact\":\"7/6\",\"predicate\":\"Kurang\"}"},
        {1, 2, "\"index\":{\"value\":\"0.50\",\"exact\":\"0.5\",\"predicate\":\"\"}"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct text text = TEXT_EMPTY;
        struct json_out out = {&text, false};
        json_out_open(&out, '{');
        result_head_index(&out, "index", &c.evaluation, fraction_make(rows[i].num, rows[i].den));
        json_out_close(&out, '}');
        check_object(&text, rows[i].members);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_result_head__names_format_program_and_language),
        cmocka_unit_test(test_result_head__leaves_the_rules_open_for_what_a_document_adds),
        cmocka_unit_test(test_result_head__says_whose_assessment_and_of_which_bytes),
        cmocka_unit_test(test_result_head__whole_is_all_of_them_and_the_main_basis),
        cmocka_unit_test(
            test_result_head__an_index_is_rounded_exact_and_named_as_the_year_reads_it),
    };
    return cmocka_run_group_tests_name("result_head", tests, open_case, close_case);
}
