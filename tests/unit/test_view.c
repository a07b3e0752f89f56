/* What people see of a result: every number with what it rests on, every line within the screen. */
#include "explain_view.h"
#include "lang.h"
#include "memory.h"
#include "result_view.h"
#include "support_case.h"
#include "support_fixture.h"
#include "warning.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct fixture fixture;

static int open_fixture(void **state)
{
    (void)state;
    fixture_open(&fixture);
    lang_start("en", "/nowhere");
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

/* Some claims, answers, evidence and one verdict. */
static void fill(struct case_ *c, enum basis basis)
{
    case_open(c, &fixture.instrument, 2024);
    case_claim(c, "I01", 3);
    case_claim(c, "I04", 5);
    case_fulfil(c, "I01", 2, 2);
    case_answer(c, "I01.3.a", ANSWER_NO);
    case_answer(c, "I04.2.a", ANSWER_YES);
    case_verify(c, "I02", 2);
    case_run(c, (int)basis);
    warning_run(&c->evaluation);
}

/* What a view writes for a screen of `width` columns (0: a pipe); yours to free. indicator < 0: all of it. */
static char *draw(struct case_ *c, int indicator, size_t width, bool colour)
{
    char *bytes = NULL;
    size_t length = 0;
    struct console console = {open_memstream(&bytes, &length), width > 0, colour, width};
    if (indicator < 0) {
        result_view_print(&c->evaluation, &console, &c->arena);
    } else {
        explain_view_print(&c->evaluation, indicator, &console, &c->arena);
    }
    fclose(console.stream);
    char *text = memory_copy(bytes, length);
    free(bytes);
    return text;
}

static void wants(const char *text, const char *words)
{
    if (strstr(text, words) == NULL) {
        fail_msg("'%s' is not in:\n%s", words, text);
    }
}

static void check_width(char *text, size_t width)
{
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        if (text_columns(line) > width) {
            fail_msg("%zu columns: %s", text_columns(line), line);
        }
    }
}

static void test_view__shows_three_bases_side_by_side(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c, BASIS_CLAIMED);
    char *text = draw(&c, -1, 0, false);
    wants(text, "Kota Contoh (kota) · 2024");
    wants(text, "Index 2.05  Cukup");
    wants(text, "2 of 5 indicators");
    wants(text, "0.55 below Baik");
    wants(text, "2.05*");
    wants(text, "1.13*");
    wants(text, "2/5");
    wants(text, "A2  Layanan Dalam");
    wants(text, "claimed value: only 2 of 5 indicators; the others are counted as 1");
    wants(text, "verified value: only 1 of 5 indicators");
    free(text);
    case_close(&c);
}

static void test_view__puts_the_largest_gain_first(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c, BASIS_CLAIMED);
    char *text = draw(&c, -1, 0, false);
    const char *largest = strstr(text, "+0.4  I05 Layanan Warga: from level 1 to 2");
    const char *next = strstr(text, "+0.15  I03 Layanan Dalam");
    assert_non_null(largest);
    assert_non_null(next);
    assert_true(largest < next);
    assert_null(strstr(text, "I04 Layanan Arsip: from")); /* already at the top */
    free(text);
    case_close(&c);
}

static void test_view__tells_warnings_and_notices_apart(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c, BASIS_CLAIMED);
    char *text = draw(&c, -1, 0, false);
    const char *warnings = strstr(text, "\nWarnings\n");
    const char *notices = strstr(text, "\nNotices\n");
    assert_non_null(warnings);
    assert_non_null(notices);
    wants(warnings, "  I01  level 3 is claimed");
    wants(notices, "  index  only 2 of 5");
    free(text);
    case_close(&c);
}

static void test_view__stays_within_the_screen(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c, BASIS_SUPPORTED);
    for (size_t width = 70; width <= 140; width += 10) {
        char *text = draw(&c, -1, width, false);
        check_width(text, width);
        free(text);
        for (int i = 0; i < 5; i++) {
            text = draw(&c, i, width, false);
            check_width(text, width);
            free(text);
        }
    }
    case_close(&c);
}

static void test_view__colours_only_where_it_may(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c, BASIS_CLAIMED);
    for (int indicator = -1; indicator < 1; indicator++) {
        char *plain = draw(&c, indicator, 80, false);
        char *coloured = draw(&c, indicator, 80, true);
        assert_null(strchr(plain, '\033'));
        assert_non_null(strchr(coloured, '\033'));
        free(plain);
        free(coloured);
    }
    case_close(&c);
}

static void test_view__one_line_says_what_the_index_rests_on(void **state)
{
    (void)state;
    struct case_ c;
    struct text line = TEXT_EMPTY;
    fill(&c, BASIS_CLAIMED);
    result_view_line(&c.evaluation, "file.json", &line);
    wants(line.bytes, "  2.05  Cukup         Claimed            2/5   2024");
    wants(line.bytes, "Kota Contoh\n");
    text_clear(&line);
    c.assessment.agency = "";
    result_view_line(&c.evaluation, "file.json", &line);
    wants(line.bytes, "file.json\n");
    text_clear(&line);
    result_view_heading(&line);
    wants(line.bytes, "Index");
    wants(line.bytes, "Warnings");
    text_release(&line);
    case_close(&c);
}

static void test_view__proof_goes_from_criterion_to_contribution(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c, BASIS_CLAIMED);
    char *text = draw(&c, 0, 0, false);
    wants(text, "I01 Tingkat Kematangan Kebijakan Uji");
    wants(text, "D1 Kebijakan › A1 Kebijakan dan Rencana");
    wants(text, "claimed value:  3  ← the basis of this result");
    wants(text, "supported value:  2");
    wants(text, "verified value:  – (nothing given, counted as 1)");
    wants(text, "3 × 12.5 % = 0.375  (of the index 2.05, 2 of 5 indicators)");
    wants(text, "level 4 would add 0.125");
    wants(text, "Level 2 Terkelola  met and proven (2/2; evidence: 2 of 1)");
    wants(text, "I01.2.a  ✓ met");
    wants(text, "Kebijakan ditetapkan. [1]");
    wants(text, "evidence 1: Laporan");
    wants(text, "I01.3.a  ✗ not met");
    wants(text, "I01.3.b  · not answered");
    wants(text, "[1]  Peraturan Uji Nomor 1 Tahun 2020");
    free(text);
    case_close(&c);
}

static void test_view__proof_of_nothing_says_so(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c, BASIS_VERIFIED);
    char *text = draw(&c, 4, 0, false);
    wants(text, "there is no verified value; counted as 1");
    wants(text, "1 × 40 % = 0.4");
    wants(text, "Level 1 Informasi  granted, but its criteria are open for the levels above");
    free(text);
    text = draw(&c, 2, 0, false);
    wants(text, "Level 1 Informasi  granted to everyone");
    free(text);
    case_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_view__shows_three_bases_side_by_side),
        cmocka_unit_test(test_view__puts_the_largest_gain_first),
        cmocka_unit_test(test_view__tells_warnings_and_notices_apart),
        cmocka_unit_test(test_view__stays_within_the_screen),
        cmocka_unit_test(test_view__colours_only_where_it_may),
        cmocka_unit_test(test_view__one_line_says_what_the_index_rests_on),
        cmocka_unit_test(test_view__proof_goes_from_criterion_to_contribution),
        cmocka_unit_test(test_view__proof_of_nothing_says_so),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
