/* Units of one agency on a terminal and in the document, and the sentences above a comparison. */
#include "unit_view.h"

#include "comparison_notice.h"
#include "comparison_report.h"
#include "comparison_summary.h"
#include "json.h"
#include "support_table.h"
#include "unit_report.h"
#include "unit_standing.h"

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
    show->table.file = "map/berkas.json";
}

static void close_show(struct show *show)
{
    free(show->text);
    text_release(&show->document);
    table_close(&show->table);
}

/* I01 and I02 are Bappeda's, I03 and I04 Arsip's, I05 is nobody's; all claim a level. */
static void add_units(struct show *show, int year, int level)
{
    static const char *const units[] = {"Bappeda", "Bappeda", "Arsip", "Arsip", NULL};
    case_claim(table_begin_of(&show->table, "Kota Contoh", year), "*", level);
    for (size_t i = 0; i < 5; i++) {
        show->table.c.assessment.responses[i].unit = units[i];
    }
    case_claim(&show->table.c, "I01", 5);
    table_end(&show->table, BASIS_CLAIMED);
}

static void choose(struct show *show)
{
    struct error err = {.kind = ERROR_NONE};
    assert_true(unit_standing_choose(&show->table.comparison, NULL, &err));
}

static const char *print(struct show *show)
{
    free(show->text);
    struct console console = {.stream = open_memstream(&show->text, &show->length)};
    unit_view_print(&show->table.comparison, &console);
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

static void add_line(void *context, const char *sentence)
{
    text_format(context, "%s\n", sentence);
}

/* Summary and notices, a line each. */
static const char *sentences(struct show *show)
{
    text_clear(&show->document);
    text_add(&show->document, "");
    comparison_summary_tell(&show->table.comparison, add_line, &show->document);
    comparison_notice_tell(&show->table.comparison, add_line, &show->document);
    return show->document.bytes;
}

/* ---- units ---- */

static void test_unit_view__units_are_ranked_with_what_they_bring(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    add_units(&show, 2024, 3);
    choose(&show);
    const char *text = print(&show);
    table_shows(text, "1  Bappeda");
    table_shows(text, "2  Arsip");
    table_shows(text, "(no unit)");
    table_shows(text, "4,00"); /* (5 + 3) / 2, of equal weight */
    table_shows(text, "1,000/1,250");
    table_shows(text, "0/2"); /* no claim is borne out */
    table_shows(text, "What costs each unit most");
    assert_true(strstr(text, "I02") < strstr(text, "I04")); /* I01 is at the top, and not told */
    table_shows_not(text, "I01 ");
    close_show(&show);
}

static void test_unit_view__nothing_without_units(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    add_units(&show, 2024, 3);
    assert_string_equal(print(&show), "");
    table_shows(write(&show), "\"by_unit\":[],\"by_unit_sum\":{\"gained\":null,\"missing\":null}");
    close_show(&show);
}

static void test_unit_view__several_years_say_who_rose(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    add_units(&show, 2023, 2);
    add_units(&show, 2024, 3);
    choose(&show);
    const char *text = print(&show);
    table_shows(text, "Difference");
    table_shows(text, "+1,00"); /* Arsip: 2 → 3 */
    table_shows(text, "+0,50"); /* Bappeda: half of it stayed at 5 */
    table_shows(write(&show), "\"delta\":\"0.5\",\"contribution\":\"0.125\"");
    close_show(&show);
}

static void test_unit_view__the_document_holds_standings_and_indicators(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    add_units(&show, 2024, 3);
    choose(&show);
    const char *document = write(&show);
    table_shows(
        document,
        "\"by_unit\":[{\"name\":\"Bappeda\",\"sides\":[{\"indicators\":2,\"weight\":\"25\"");
    table_shows(
        document,
        "\"claimed\":\"4\",\"supported\":null,\"verified\":null,\"met\":null,\"value\":\"4\"");
    table_shows(document, "\"gained\":\"1\",\"possible\":\"1.25\",\"missing\":\"0.25\"");
    table_shows(document, "{\"name\":null,\"sides\"");
    table_shows(document, "\"by_unit_sum\":{\"gained\":\"3.25\",\"missing\":\"1.75\"}");
    assert_true(strstr(document, "\"id\":\"I02\"") < strstr(document, "\"id\":\"I01\""));
    close_show(&show);
}

/* What an official must hear of a claim that evidence does not bear out: which criterion, and that no document
 * is there. */
static void test_unit_view__what_is_at_issue_is_told(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    case_claim(table_begin_of(&show.table, "Kota Contoh", 2024), "I02", 3);
    show.table.c.assessment.responses[1].unit = "Bappeda";
    case_answer(&show.table.c, "I02.2.a", ANSWER_YES);
    case_verify(&show.table.c, "I02", 2);
    show.table.c.assessment.responses[1].verified_reason = "belum ditetapkan";
    table_end(&show.table, BASIS_VERIFIED);
    choose(&show);
    const char *text = print(&show);
    table_shows(text, "The assessor: belum ditetapkan");
    table_shows(text, "I02.3.a  not answered, without document");
    close_show(&show);
}

static void test_unit_view__order_is_by_what_is_missing(void **state)
{
    (void)state;
    struct show show;
    size_t order[5];
    open_show(&show);
    add_units(&show, 2024, 3);
    assert_int_equal(unit_report_order(&show.table.comparison, "Arsip", order), 2);
    assert_int_equal(order[0], 3); /* 20 % */
    assert_int_equal(order[1], 2); /* 15 % */
    assert_int_equal(unit_report_order(&show.table.comparison, "Camat", order), 0);
    close_show(&show);
}

/* ---- the sentences above ---- */

static void test_comparison_summary__a_year_on_year_in_words(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    add_units(&show, 2022, 2);
    add_units(&show, 2024, 3);
    const char *text = sentences(&show);
    table_shows(text, "The index rose from 2,38 (Cukup) to 3,25 (Baik), by 0,875.");
    table_shows(text, "Of 5 indicators 4 rose, 0 fell, 1 stayed.");
    table_shows(text, "Most was gained in A3");
    table_shows_not(text, "Most was lost");
    table_shows(text, "criteria are asked in 2022 or in 2024 only");
    const struct comparison_count count = comparison_summary_count(&show.table.comparison, 1, 0);
    assert_int_equal(count.fell, 4);
    assert_int_equal(count.stayed, 1);
    close_show(&show);
}

static void test_comparison_summary__two_bases_and_two_agencies_do_not_rise(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    case_claim(table_begin_of(&show.table, "Kota A", 2024), "*", 4);
    case_verify(&show.table.c, "*", 2);
    table_end(&show.table, BASIS_CLAIMED);
    comparison_repeat(&show.table.comparison, BASIS_VERIFIED);
    table_shows(sentences(&show), "the index comes down to verified value 2,00 (Cukup), by 2.");
    case_claim(table_begin_of(&show.table, "Kota B", 2024), "*", 5);
    table_end(&show.table, BASIS_CLAIMED);
    table_shows(sentences(&show), "Against Kota A 4,00 (Sangat Baik) the other index, Kota B 5,00");
    table_shows(sentences(&show), "Of 5 indicators 5 are higher, 0 lower, 0 equal.");
    close_show(&show);
}

static void test_comparison_notice__a_wrong_order_and_a_file_twice_are_told(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    add_units(&show, 2024, 3);
    comparison_repeat(&show.table.comparison, BASIS_CLAIMED);
    table_shows(sentences(&show), "[1] and [2] are the same assessment on the same basis");
    assert_true(comparison_needs_names(&show.table.comparison));
    add_units(&show, 2023, 3);
    table_shows(sentences(&show), "The later year stands first ([1] is of 2024, [3] of 2023)");
    assert_string_equal(show.table.comparison.sides[2].name, "berkas.json");
    close_show(&show);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unit_view__units_are_ranked_with_what_they_bring),
        cmocka_unit_test(test_unit_view__nothing_without_units),
        cmocka_unit_test(test_unit_view__several_years_say_who_rose),
        cmocka_unit_test(test_unit_view__the_document_holds_standings_and_indicators),
        cmocka_unit_test(test_unit_view__what_is_at_issue_is_told),
        cmocka_unit_test(test_unit_view__order_is_by_what_is_missing),
        cmocka_unit_test(test_comparison_summary__a_year_on_year_in_words),
        cmocka_unit_test(test_comparison_summary__two_bases_and_two_agencies_do_not_rise),
        cmocka_unit_test(test_comparison_notice__a_wrong_order_and_a_file_twice_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
