/* Comparisons on a terminal and as a document: what is shown, in which order, and what is left unsaid. */
#include "comparison_view.h"

#include "comparison_report.h"
#include "json.h"
#include "support_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A comparison and what was written of it. */
struct show {
    struct table table;
    char *text;
    size_t length;
    struct text document;
};

static void open_show(struct show *show)
{
    *show = (struct show){.document = TEXT_EMPTY};
    table_open(&show->table);
}

static void close_show(struct show *show)
{
    free(show->text);
    text_release(&show->document);
    table_close(&show->table);
}

static const char *print(struct show *show, size_t width)
{
    struct console console = {.stream = open_memstream(&show->text, &show->length),
                              .terminal = width > 0,
                              .width = width};
    comparison_view_print(&show->table.comparison, &console);
    fclose(console.stream);
    return show->text;
}

/* The document; it must be JSON by the strict reader. */
static const char *write(struct show *show)
{
    struct arena arena = ARENA_EMPTY;
    struct json json;
    struct error err = {.kind = ERROR_NONE};
    text_clear(&show->document);
    comparison_report_write(&show->table.comparison, &show->document);
    json_open(&json, show->document.bytes, show->document.length, &arena, "x");
    json_skip(&json, NULL);
    assert_true(json_end(&json, &err));
    arena_release(&arena);
    return show->document.bytes;
}

/* ---- on a terminal ---- */

static void test_comparison_view__moves_have_their_sign(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    table_claim(&show.table, "Kota Contoh", 2023, 3);
    case_claim(table_begin_of(&show.table, "Kota Contoh", 2024), "*", 3);
    case_claim(&show.table.c, "I01", 4);
    case_claim(&show.table.c, "I05", 2);
    table_end(&show.table, BASIS_CLAIMED);
    const char *text = print(&show, 0);
    table_shows(text, "3 → 4  +0,125");
    table_shows(text, "3 → 2  -0,400");
    assert_true(strstr(text, "-0,400") < strstr(text, "+0,125")); /* the larger one first */
    table_shows_not(text, "different");
    close_show(&show);
}

static void test_comparison_view__nothing_moved_is_said(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    table_claim(&show.table, "Kota Contoh", 2023, 3);
    table_claim(&show.table, "Kota Contoh", 2024, 3);
    table_shows(print(&show, 0), "No indicator has another value.");
    close_show(&show);
}

static void test_comparison_view__a_trend_tells_each_step(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    table_claim(&show.table, "Kota Contoh", 2022, 2);
    table_claim(&show.table, "Kota Contoh", 2023, 3);
    table_claim(&show.table, "Kota Contoh", 2024, 5);
    const char *text = print(&show, 0);
    table_shows(text, "From [1] to [2]");
    table_shows(text, "From [2] to [3]");
    table_shows(text, "+3,0000"); /* from the first to the last */
    close_show(&show);
}

static void test_comparison_view__other_agencies_and_bases_are_told(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    table_claim(&show.table, "Kota A", 2024, 3);
    case_verify(table_begin_of(&show.table, "Kota B", 2024), "*", 2);
    table_end(&show.table, BASIS_VERIFIED);
    const char *text = print(&show, 0);
    table_shows(text, "These assessments are of different agencies.");
    table_shows(text, "These indices rest on different bases.");
    close_show(&show);
}

/* An index is never shown without how many indicators it rests on. */
static void test_comparison_view__what_is_incomplete_has_a_star(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    case_claim(table_begin_of(&show.table, "Kota A", 2023), "I01", 3);
    table_end(&show.table, BASIS_CLAIMED);
    table_claim(&show.table, "Kota A", 2024, 3);
    const char *text = print(&show, 0);
    table_shows(text, "1,25*");
    table_shows(text, "1/5");
    table_shows(text, "Kota A, 2023: only 1 of 5");
    table_shows(text, "1* → 3");
    table_shows(write(&show), "\"values\":[null,\"3\"]");
    close_show(&show);
}

static void test_comparison_view__criteria_and_documents_are_the_reason(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    case_answer(table_begin_of(&show.table, "Kota A", 2023), "I01.2.a", ANSWER_NO);
    table_end(&show.table, BASIS_SUPPORTED);
    case_answer(table_begin_of(&show.table, "Kota A", 2024), "I01.2.a I01.2.b", ANSWER_YES);
    case_evidence(&show.table.c, "I01", (struct evidence){.title = "Perwali 9/2024"}, "I01.2.a");
    table_end(&show.table, BASIS_SUPPORTED);
    const char *text = print(&show, 0);
    table_shows(text, "I01.2.a");
    table_shows(text, "not met → met; documents: 0, then 1; new: ");
    table_shows(text, "not answered → met");
    close_show(&show);
}

static void test_comparison_view__many_criteria_are_counted(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    table_begin_of(&show.table, "Kota A", 2023);
    table_end(&show.table, BASIS_SUPPORTED);
    case_fulfil(table_begin_of(&show.table, "Kota A", 2024), "I01", 2, 5);
    table_end(&show.table, BASIS_SUPPORTED);
    table_shows(print(&show, 0), "and 5 more criteria");
    close_show(&show);
}

static void test_comparison_view__instruments_stand_beside_each_other(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    struct instrument other = show.table.fixture.instrument;
    other.id = "uji-lain";
    table_claim(&show.table, "Kota A", 2023, 3);
    case_open(&show.table.c, &other, 2024);
    show.table.c.assessment.agency = "Kota A";
    case_claim(&show.table.c, "*", 5);
    table_end(&show.table, BASIS_CLAIMED);
    const char *text = print(&show, 0);
    table_shows(text, "uji-lain");
    table_shows(text, "5,00");
    table_shows(text, "These assessments are by different");
    table_shows_not(text, "2,00"); /* the difference of 5 and 3 */
    table_shows_not(text, "From [1]");
    const char *document = write(&show);
    table_shows(document, "\"comparable\":false");
    table_shows(document,
                "\"delta\":null,\"bridges\":[],\"by_unit\":[],\"by_unit_sum\":{\"gained\":null,"
                "\"missing\":null},\"domains\":[],\"aspects\":[],\"steps\":[],\"indicators\":[]");
    close_show(&show);
}

/* A trend across instruments: the steps by the same rules are told, and only those. */
static void test_comparison_view__steps_by_the_same_rules_are_told(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    struct instrument other = show.table.fixture.instrument;
    other.id = "uji-lain";
    case_open(&show.table.c, &other, 2021);
    show.table.c.assessment.agency = "Kota A";
    case_claim(&show.table.c, "*", 5);
    table_end(&show.table, BASIS_CLAIMED);
    table_claim(&show.table, "Kota A", 2023, 2);
    table_claim(&show.table, "Kota A", 2024, 3);
    const char *text = print(&show, 0);
    table_shows(text, "From [2] to [3]");
    table_shows_not(text, "From [1] to [2]: value");
    table_shows(text, "2 → 3  +0,125");
    const char *document = write(&show);
    table_shows(document, "\"steps\":[{\"from\":1,\"to\":2,\"delta\":\"1\",\"indicators\":[{");
    table_shows(document, "\"values\":[\"2\",\"3\"]");
    table_shows(document, "\"rose\":5,\"fell\":0,\"stayed\":0}],\"indicators\":[],\"rose\":0");
    close_show(&show);
}

/* Titles and names can hold anything; a terminal must not obey them. */
static void test_comparison_view__hostile_texts_move_no_terminal(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    table_begin_of(&show.table, "Kota\033[2J", 2023);
    table_end(&show.table, BASIS_SUPPORTED);
    case_answer(table_begin_of(&show.table, "Kota\033[2J", 2024), "I01.2.a I01.2.b", ANSWER_YES);
    case_evidence(&show.table.c, "I01", (struct evidence){.title = "\033]0;judul\a\"\\"},
                  "I01.2.a");
    table_end(&show.table, BASIS_SUPPORTED);
    assert_null(strchr(print(&show, 0), '\033'));
    assert_null(strchr(write(&show), '\033'));
    close_show(&show);
}

static void test_comparison_view__narrow_terminals_keep_the_numbers(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    table_claim(&show.table, "Pemerintah Kabupaten dengan nama yang sangat panjang sekali", 2023,
                2);
    table_claim(&show.table, "Pemerintah Kabupaten dengan nama yang sangat panjang sekali", 2024,
                4);
    const char *text = print(&show, 60);
    table_shows(text, "2,00");
    table_shows(text, "4,00");
    table_shows(text, "+2,00");
    close_show(&show);
}

/* ---- the document ---- */

static void test_comparison_view__the_document_counts_what_rose_and_fell(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    table_claim(&show.table, "Kota A", 2023, 3);
    case_claim(table_begin_of(&show.table, "Kota A", 2024), "*", 3);
    case_claim(&show.table.c, "I01", 4);
    case_claim(&show.table.c, "I02", 5);
    case_claim(&show.table.c, "I05", 2);
    table_end(&show.table, BASIS_CLAIMED);
    const char *document = write(&show);
    table_shows(document, "\"rose\":2,\"fell\":1,\"stayed\":2}");
    table_shows(document, "\"delta\":\"-0.025\""); /* 0.125 + 0.25 - 0.4 */
    table_shows(document, "\"indicators\":[{\"id\":\"I05\"");
    table_shows(document, "\"contribution\":\"-0.4\"");
    close_show(&show);
}

static void test_comparison_view__only_changes_are_listed(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    table_claim(&show.table, "Kota A", 2023, 3);
    table_claim(&show.table, "Kota A", 2023, 3);
    table_claim(&show.table, "Kota A", 2023, 4);
    const char *document = write(&show);
    table_shows_not(document, "\"from\":0,\"to\":1,");
    table_shows(document, "\"from\":1,\"to\":2,\"delta\":\"1\"");
    close_show(&show);
}

static void test_comparison_view__criteria_of_other_years_are_not_asked(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    table_claim(&show.table, "Kota A", 2022, 3);
    table_claim(&show.table, "Kota A", 2024, 3);
    const char *document = write(&show);
    table_shows(document, "\"from\":\"not_asked\",\"to\":\"none\"");
    table_shows(document, "\"from\":\"none\",\"to\":\"not_asked\"");
    close_show(&show);
}

/* The same assessments give the same bytes, however often. */
static void test_comparison_view__the_document_is_the_same_again(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    table_claim(&show.table, "Kota A", 2023, 2);
    table_claim(&show.table, "Kota B", 2024, 4);
    struct text first = TEXT_EMPTY;
    text_add(&first, write(&show));
    assert_string_equal(first.bytes, write(&show));
    text_release(&first);
    close_show(&show);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comparison_view__moves_have_their_sign),
        cmocka_unit_test(test_comparison_view__nothing_moved_is_said),
        cmocka_unit_test(test_comparison_view__a_trend_tells_each_step),
        cmocka_unit_test(test_comparison_view__other_agencies_and_bases_are_told),
        cmocka_unit_test(test_comparison_view__what_is_incomplete_has_a_star),
        cmocka_unit_test(test_comparison_view__criteria_and_documents_are_the_reason),
        cmocka_unit_test(test_comparison_view__many_criteria_are_counted),
        cmocka_unit_test(test_comparison_view__instruments_stand_beside_each_other),
        cmocka_unit_test(test_comparison_view__steps_by_the_same_rules_are_told),
        cmocka_unit_test(test_comparison_view__hostile_texts_move_no_terminal),
        cmocka_unit_test(test_comparison_view__narrow_terminals_keep_the_numbers),
        cmocka_unit_test(test_comparison_view__the_document_counts_what_rose_and_fell),
        cmocka_unit_test(test_comparison_view__only_changes_are_listed),
        cmocka_unit_test(test_comparison_view__criteria_of_other_years_are_not_asked),
        cmocka_unit_test(test_comparison_view__the_document_is_the_same_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
