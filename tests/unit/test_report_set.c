/* The set of papers: which there are, when objections are among them, and that a folder is whole or absent. */
#include "report_set.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

/* Whether a document tells of a dispute. */
static bool disputed(const char *json)
{
    struct text text = TEXT_EMPTY;
    text_add(&text, json);
    bool found = report_set_disputed(&text);
    text_release(&text);
    return found;
}

static void test_report_set__finds_a_dispute_in_a_result(void **state)
{
    (void)state;
    assert_true(disputed("{\"format\":\"spbe-report/1\",\"objection\":{\"proven\":{\"count\":0},"
                         "\"all\":{\"count\":1,\"gain\":\"0.03\"}},\"domains\":[]}"));
    assert_true(disputed("{\"objection\":{\"all\":{\"count\":10}}}"));
}

/* Nothing set by an assessor, nothing below what was stated, a result of an older program, or no result. */
static void test_report_set__without_a_dispute_there_is_none(void **state)
{
    (void)state;
    assert_false(disputed("{\"objection\":{\"proven\":{\"count\":0},\"all\":{\"count\":0}}}"));
    assert_false(disputed("{\"format\":\"spbe-report/1\"}"));
    assert_false(disputed("{\"objection\":{\"all\":{}}}"));
    assert_false(disputed("{\"objection\":3}"));
    assert_false(disputed("[]"));
    assert_false(disputed("{\"objection\":{\"all\":{\"count\":1}}"));
}

/* Each paper is a template of the program's own, with a title for people. */
static void test_report_set__every_paper_has_its_template(void **state)
{
    (void)state;
    size_t count = 0;
    for (const struct report_paper *paper = report_set_papers(); paper->template != NULL; paper++) {
        struct text source = TEXT_EMPTY;
        struct error err = {.kind = ERROR_NONE};
        if (!template_source(paper->template, &source, &err)) {
            fail_msg("%s", paper->template);
        }
        assert_true(strlen(paper->title) > 0);
        text_release(&source);
        count++;
    }
    assert_int_equal(count, 6);
}

/* Only the paper for objections depends on them. */
static void test_report_set__only_objections_can_be_left_out(void **state)
{
    (void)state;
    for (const struct report_paper *paper = report_set_papers(); paper->template != NULL; paper++) {
        assert_int_equal(paper->objections, strcmp(paper->template, "sanggah") == 0);
    }
}

/* A result that no paper can be drawn from leaves no folder. */
static void test_report_set__a_failed_paper_leaves_no_folder(void **state)
{
    (void)state;
    static const char *const formats[] = {"xlsx", NULL};
    char parent[] = "/tmp/report-set-XXXXXX";
    assert_non_null(mkdtemp(parent));
    struct text folder = TEXT_EMPTY, document = TEXT_EMPTY;
    text_format(&folder, "%s/keluar", parent);
    text_add(&document, "{\"format\":\"spbe-report/1\"}");
    struct template_run run = {.options = "{}", .document = &document, .year = 2024};
    struct error err = {.kind = ERROR_NONE};
    assert_false(report_set_write(folder.bytes, &run, formats, "id", &err));
    assert_int_equal(err.kind, ERROR_PACK);
    assert_int_not_equal(access(folder.bytes, F_OK), 0);
    assert_int_equal(rmdir(parent), 0); /* nothing lies beside it either */
    text_release(&folder);
    text_release(&document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_report_set__finds_a_dispute_in_a_result),
        cmocka_unit_test(test_report_set__without_a_dispute_there_is_none),
        cmocka_unit_test(test_report_set__every_paper_has_its_template),
        cmocka_unit_test(test_report_set__only_objections_can_be_left_out),
        cmocka_unit_test(test_report_set__a_failed_paper_leaves_no_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
