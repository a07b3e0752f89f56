/* The roll-up on a terminal: what a reader must know before the numbers is told before them. */
#include "rollup_view.h"

#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A roll-up and what was shown of it. */
struct show {
    struct fixture fixture;
    struct rollup rollup;
    char *text;
    size_t length;
};

static void open_show(struct show *show)
{
    *show = (struct show){.text = NULL};
    fixture_open(&show->fixture);
    rollup_open(&show->rollup);
}

/* Adds an agency whose indicators all have a level, claimed or verified. */
static void add(struct show *show, const char *agency, enum kind kind, int level, bool verified)
{
    struct case_ c;
    case_open(&c, &show->fixture.instrument, 2024);
    c.assessment.agency = agency;
    c.assessment.kind = kind;
    if (verified) {
        case_verify(&c, "*", level);
    } else {
        case_claim(&c, "*", level);
    }
    case_run(&c, BASIS_BY_RULE);
    rollup_add(&show->rollup, &c.evaluation, "berkas.json");
    case_close(&c);
}

/* Adds one that claims nothing but I01. */
static void add_partial(struct show *show, const char *agency)
{
    struct case_ c;
    case_open(&c, &show->fixture.instrument, 2024);
    c.assessment.agency = agency;
    case_claim(&c, "I01", 3);
    case_run(&c, BASIS_CLAIMED);
    rollup_add(&show->rollup, &c.evaluation, "berkas.json");
    case_close(&c);
}

static const char *print(struct show *show, size_t width)
{
    struct console console = {.stream = open_memstream(&show->text, &show->length),
                              .terminal = width > 0,
                              .width = width};
    rollup_finish(&show->rollup);
    rollup_view_print(&show->rollup, &console);
    fclose(console.stream);
    return show->text;
}

static void close_show(struct show *show)
{
    free(show->text);
    rollup_close(&show->rollup);
    fixture_close(&show->fixture);
}

/* The line that holds a word, up to its end; fails when there is none. */
static const char *line_with(const char *text, const char *word, char line[256])
{
    const char *at = strstr(text, word);
    assert_non_null(at);
    at += *at == '\n';
    while (at > text && at[-1] != '\n') {
        at--;
    }
    snprintf(line, 256, "%.*s", (int)strcspn(at, "\n"), at);
    return line;
}

static void test_rollup_view__nothing_shows_nothing(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    assert_string_equal(print(&show, 0), "");
    close_show(&show);
}

static void test_rollup_view__one_basis_needs_no_warning(void **state)
{
    (void)state;
    struct show show;
    char line[256];
    open_show(&show);
    add(&show, "Kota A", KIND_KOTA, 3, false);
    add(&show, "Kota B", KIND_KOTA, 4, false);
    const char *text = print(&show, 0);
    assert_string_equal(line_with(text, evaluation_basis_label(BASIS_CLAIMED), line),
                        "claimed value: 2");
    assert_null(strstr(text, "--basis"));
    assert_null(strchr(text, '*'));
    close_show(&show);
}

/* Protects against a ranking of apples and pears: claims beside verdicts are named as such. */
static void test_rollup_view__several_bases_are_told(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    add(&show, "Kota A", KIND_KOTA, 3, false);
    add(&show, "Kota B", KIND_KOTA, 4, true);
    const char *text = print(&show, 0);
    assert_non_null(strstr(text, "--basis"));
    assert_non_null(strstr(text, evaluation_basis_label(BASIS_VERIFIED)));
    assert_non_null(strstr(text, evaluation_basis_label(BASIS_CLAIMED)));
    close_show(&show);
}

static void test_rollup_view__an_incomplete_one_has_a_star_and_its_count(void **state)
{
    (void)state;
    struct show show;
    char line[256];
    open_show(&show);
    add(&show, "Kota A", KIND_KOTA, 3, false);
    add_partial(&show, "Kota B");
    const char *text = print(&show, 0);
    line_with(text, "Kota B", line);
    assert_non_null(strstr(line, "1,25*"));
    assert_non_null(strstr(line, "1/5"));
    line_with(text, "Kota A", line);
    assert_null(strchr(line, '*'));
    assert_non_null(strstr(line, "5/5"));
    assert_non_null(strstr(text, "* 1 of 2 assessments"));
    close_show(&show);
}

static void test_rollup_view__an_agency_that_stands_twice_is_told(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    add(&show, "Kota A", KIND_KOTA, 3, false);
    add(&show, "Kota A", KIND_KOTA, 4, false);
    assert_non_null(strstr(print(&show, 0), "stands here already"));
    close_show(&show);
}

static void test_rollup_view__kinds_and_predicates_have_a_line_each(void **state)
{
    (void)state;
    struct show show;
    char line[256];
    open_show(&show);
    add(&show, "Kota A", KIND_KOTA, 3, false);
    add(&show, "Kota B", KIND_KOTA, 5, false);
    add(&show, "Prov C", KIND_PROVINSI, 1, false);
    add(&show, "", KIND_NONE, 2, false);
    const char *text = print(&show, 0);
    line_with(text, "\nkota", line);
    line_with(text, "(no kind)", line);
    assert_non_null(strstr(line, "2,00"));
    line_with(text, "\nall ", line);
    assert_non_null(strstr(line, "2,75")); /* the mean of 3, 5, 1, 2 */
    assert_non_null(strstr(line, "2,50")); /* and their median */
    assert_non_null(strstr(text, "berkas.json"));
    close_show(&show);
}

static void test_rollup_view__the_ranking_is_in_order(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    add(&show, "Terakhir", KIND_KOTA, 1, false);
    add(&show, "Pertama", KIND_KOTA, 5, false);
    add(&show, "Kedua", KIND_KOTA, 4, false);
    const char *text = print(&show, 0);
    const char *first = strstr(text, "Pertama");
    const char *second = strstr(text, "Kedua");
    const char *last = strstr(text, "Terakhir");
    assert_true(first != NULL && second != NULL && last != NULL);
    assert_true(first < second && second < last);
    close_show(&show);
}

/* A name can hold anything; a terminal must not obey it. */
static void test_rollup_view__a_hostile_name_moves_no_terminal(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    add(&show, "Kota\033[2J\nPalsu", KIND_KOTA, 3, false);
    const char *text = print(&show, 0);
    assert_null(strchr(text, '\033'));
    assert_null(strstr(text, "\nPalsu"));
    close_show(&show);
}

/* On a narrow terminal names are cut, numbers never. */
static void test_rollup_view__narrow_terminals_cut_names_only(void **state)
{
    (void)state;
    struct show show;
    open_show(&show);
    add(&show, "Pemerintah Kabupaten dengan nama yang sangat panjang sekali di ujung negeri",
        KIND_KABUPATEN, 3, false);
    const char *text = print(&show, 60);
    assert_non_null(strstr(text, "…"));
    assert_non_null(strstr(text, "3,00"));
    close_show(&show);
}

static void test_rollup_view__groups_stand_one_after_another(void **state)
{
    (void)state;
    struct show show;
    struct case_ c;
    open_show(&show);
    add(&show, "Kota A", KIND_KOTA, 3, false);
    case_open(&c, &show.fixture.instrument, 2022);
    c.assessment.agency = "Kota A";
    case_claim(&c, "*", 2);
    case_run(&c, BASIS_BY_RULE);
    rollup_add(&show.rollup, &c.evaluation, "x");
    case_close(&c);
    const char *text = print(&show, 0);
    const char *old = strstr(text, "2022");
    const char *new = strstr(text, "2024");
    assert_true(old != NULL && new != NULL &&old < new);
    assert_null(strstr(text, "stands here already")); /* another year is another group */
    close_show(&show);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rollup_view__nothing_shows_nothing),
        cmocka_unit_test(test_rollup_view__one_basis_needs_no_warning),
        cmocka_unit_test(test_rollup_view__several_bases_are_told),
        cmocka_unit_test(test_rollup_view__an_incomplete_one_has_a_star_and_its_count),
        cmocka_unit_test(test_rollup_view__an_agency_that_stands_twice_is_told),
        cmocka_unit_test(test_rollup_view__kinds_and_predicates_have_a_line_each),
        cmocka_unit_test(test_rollup_view__the_ranking_is_in_order),
        cmocka_unit_test(test_rollup_view__a_hostile_name_moves_no_terminal),
        cmocka_unit_test(test_rollup_view__narrow_terminals_cut_names_only),
        cmocka_unit_test(test_rollup_view__groups_stand_one_after_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
