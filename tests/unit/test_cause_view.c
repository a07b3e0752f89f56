/* Why a value differs, as a person reads it and as a program does: words, pages, the assessor's stage, and what is
 * counted instead of told. */
#include "cause_view.h"

#include "cause_report.h"
#include "support_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A comparison of two assessments and what was written of it. */
struct show {
    struct table table;
    char *printed;
    size_t length;
    struct text written;
};

static void open_show(struct show *show, bool pemdi)
{
    *show = (struct show){.written = TEXT_EMPTY};
    table_open(&show->table);
    show->table.file = "";
    if (pemdi) {
        fixture_as_pemdi(&show->table.fixture);
    }
}

static void close_show(struct show *show)
{
    free(show->printed);
    text_release(&show->written);
    table_close(&show->table);
}

static const char *print(struct show *show, size_t from, size_t to, size_t indicator)
{
    free(show->printed);
    struct console console = {.stream = open_memstream(&show->printed, &show->length),
                              .width = 400};
    cause_view_print(&(struct cause_pair){&show->table.comparison, from, to, indicator}, &console,
                     0);
    fclose(console.stream);
    return show->printed;
}

static const char *write(struct show *show, size_t from, size_t to, size_t indicator)
{
    struct json_out out = {&show->written, false};
    text_clear(&show->written);
    json_out_open(&out, '{');
    cause_report_reason(&out, &show->table.comparison.sides[to], indicator);
    cause_report_write(&out, &(struct cause_pair){&show->table.comparison, from, to, indicator});
    json_out_close(&out, '}');
    return show->written.bytes;
}

/* ---- words ---- */

static void test_cause_view__a_document_has_its_pages(void **state)
{
    (void)state;
    struct show show;
    open_show(&show, false);
    case_answer(table_begin_of(&show.table, "", 2024), "I01.2.a", ANSWER_YES);
    table_end(&show.table, BASIS_SUPPORTED);
    case_answer(table_begin_of(&show.table, "", 2024), "I01.2.a", ANSWER_YES);
    case_evidence(&show.table.c, "I01", (struct evidence){.title = "SK 7", .pages = "2–4"},
                  "I01.2.a");
    table_end(&show.table, BASIS_SUPPORTED);
    table_shows(print(&show, 0, 1, 0), "I01.2.a  met; documents: 0, then 1; new: SK 7, p. 2–4 · ");
    table_shows(print(&show, 1, 0, 0), "no longer: SK 7, p. 2–4");
    table_shows(write(&show, 0, 1, 0),
                "\"document\":\"SK 7\",\"pages\":\"2–4\",\"document_on\":\"to\"");
    table_shows(write(&show, 1, 0, 0), "\"document_on\":\"from\"");
    close_show(&show);
}

static void test_cause_view__a_document_without_title_is_still_told(void **state)
{
    (void)state;
    struct show show;
    open_show(&show, false);
    table_begin_of(&show.table, "", 2024);
    table_end(&show.table, BASIS_SUPPORTED);
    case_evidence(table_begin_of(&show.table, "", 2024), "I01", (struct evidence){.number = "7"},
                  "I01.2.a");
    table_end(&show.table, BASIS_SUPPORTED);
    table_shows(print(&show, 0, 1, 0), "new: (without title)");
    table_shows(write(&show, 0, 1, 0), "\"document\":\"\",\"pages\":null");
    close_show(&show);
}

static void test_cause_view__items_are_accepted_or_not(void **state)
{
    (void)state;
    struct show show;
    open_show(&show, true);
    case_items(table_begin_of(&show.table, "", 2024), "I01.1.e1 I01.1.e2 I01.2.e1 I01.2.e2",
               ANSWER_NO);
    table_end(&show.table, BASIS_SUPPORTED);
    case_items(table_begin_of(&show.table, "", 2024), "I01.1.e1 I01.1.e2 I01.2.e1 I01.2.e2",
               ANSWER_YES);
    table_end(&show.table, BASIS_SUPPORTED);
    const char *text = print(&show, 0, 1, 0);
    table_shows(text, "I01.1.e1  not accepted → accepted · Dokumen pertama");
    table_shows(text, "and 1 more items");
    const char *document = write(&show, 0, 1, 0);
    table_shows(document, "\"items_count\":4,\"criteria\":[],\"criteria_count\":0");
    table_shows(document,
                "{\"id\":\"I01.1.e2\",\"level\":1,\"text\":\"Dokumen kedua\",\"points\":\"0.25\"");
    close_show(&show);
}

static void test_cause_view__an_outside_index_is_told_with_both_values(void **state)
{
    (void)state;
    struct show show;
    open_show(&show, true);
    table_begin_of(&show.table, "", 2024);
    table_end(&show.table, BASIS_SUPPORTED);
    case_measure(table_begin_of(&show.table, "", 2024), "I04", fraction_make(137, 2));
    table_end(&show.table, BASIS_SUPPORTED);
    table_shows(print(&show, 0, 1, 3), "indeks_uji  not given → 68,5");
    table_shows(write(&show, 0, 1, 3),
                "\"measures\":[{\"id\":\"indeks_uji\",\"from\":null,\"to\":\"68.5\"}]");
    close_show(&show);
}

/* ---- the assessor ---- */

static void test_cause_view__the_assessor_speaks_first_and_by_stage(void **state)
{
    (void)state;
    static const struct verdict verdicts[] = {
        {STAGE_DOKUMEN, {3, 1}, "lengkap", ""},
        {STAGE_VISITASI, {2, 1}, "belum berjalan", ""},
    };
    struct show show;
    open_show(&show, false);
    case_claim(table_begin_of(&show.table, "", 2024), "I02", 3);
    case_verify(&show.table.c, "I02", 2);
    show.table.c.assessment.responses[1].verdicts = verdicts;
    show.table.c.assessment.responses[1].verdict_count = 2;
    table_end(&show.table, BASIS_CLAIMED);
    comparison_repeat(&show.table.comparison, BASIS_VERIFIED);
    const char *text = print(&show, 0, 1, 1);
    assert_ptr_equal(strstr(text, "The assessor: belum berjalan"), text);
    table_shows(text, "I02.3.a  not answered, without document");
    table_shows_not(text, "→"); /* nothing changed: it is one assessment */
    const char *document = write(&show, 0, 1, 1);
    table_shows(document,
                "\"reason\":\"belum berjalan\",\"reason_by\":\"assessor\",\"stage\":\"visitasi\"");
    table_shows(document, "\"at_issue\":true");
    /* On the claimed basis the assessor is not quoted. */
    table_shows_not(print(&show, 1, 0, 1), "The assessor");
    close_show(&show);
}

static void test_cause_view__what_is_still_open_stands_last(void **state)
{
    (void)state;
    struct show show;
    open_show(&show, false);
    table_begin_of(&show.table, "", 2024);
    table_end(&show.table, BASIS_SUPPORTED);
    case_answer(table_begin_of(&show.table, "", 2024), "I01.2.a", ANSWER_YES);
    case_answer(&show.table.c, "I01.2.b", ANSWER_NO);
    table_end(&show.table, BASIS_SUPPORTED);
    const char *text = print(&show, 0, 1, 0);
    const char *open = strstr(text, "Still open: ");
    assert_non_null(open);
    assert_true(strstr(text, "I01.2.b") < open);
    table_shows(write(&show, 0, 1, 0), "\"reason_by\":\"rules\",\"stage\":null,\"open\":\"");
    close_show(&show);
}

/* All levels reached: nothing is open, and no sentence says otherwise. */
static void test_cause_view__the_top_has_nothing_open(void **state)
{
    (void)state;
    struct show show;
    open_show(&show, false);
    table_begin_of(&show.table, "", 2024);
    table_end(&show.table, BASIS_SUPPORTED);
    case_fulfil(table_begin_of(&show.table, "", 2024), "I02", 2, 5);
    table_end(&show.table, BASIS_SUPPORTED);
    table_shows_not(print(&show, 0, 1, 1), "Still open");
    table_shows(write(&show, 0, 1, 1),
                "\"reason\":null,\"reason_by\":null,\"stage\":null,\"open\":null");
    close_show(&show);
}

/* ---- values ---- */

static void test_cause_view__values_have_few_places(void **state)
{
    (void)state;
    static const struct {
        struct fraction value;
        const char *said;
    } cases[] = {
        {{3, 1}, "3"},    {{5, 4}, "1,25"},       {{25, 14}, "1,79"},
        {{1, 3}, "0,33"}, {{1, 10000}, "0,0001"},
    };
    struct show show;
    open_show(&show, true);
    table_begin_of(&show.table, "", 2024);
    table_end(&show.table, BASIS_SUPPORTED);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        text_clear(&show.written);
        cause_view_add_value(&show.written, &show.table.comparison.sides[0], cases[i].value);
        assert_string_equal(show.written.bytes, cases[i].said);
    }
    close_show(&show);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cause_view__a_document_has_its_pages),
        cmocka_unit_test(test_cause_view__a_document_without_title_is_still_told),
        cmocka_unit_test(test_cause_view__items_are_accepted_or_not),
        cmocka_unit_test(test_cause_view__an_outside_index_is_told_with_both_values),
        cmocka_unit_test(test_cause_view__the_assessor_speaks_first_and_by_stage),
        cmocka_unit_test(test_cause_view__what_is_still_open_stands_last),
        cmocka_unit_test(test_cause_view__the_top_has_nothing_open),
        cmocka_unit_test(test_cause_view__values_have_few_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
