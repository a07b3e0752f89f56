#include "rules_page.h"

#include "rule_words.h"

#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* A page as a pipe gets it. */
struct paper {
    struct fixture fixture;
    struct console console;
    char *bytes;
    size_t length;
};

static int setup(void **state)
{
    static struct paper paper;
    fixture_open(&paper.fixture);
    paper.console =
        (struct console){.stream = open_memstream(&paper.bytes, &paper.length), .width = 0};
    *state = &paper;
    return 0;
}

static int teardown(void **state)
{
    struct paper *paper = *state;
    fclose(paper->console.stream);
    free(paper->bytes);
    fixture_close(&paper->fixture);
    return 0;
}

static const char *written(void **state)
{
    struct paper *paper = *state;
    fflush(paper->console.stream);
    return paper->bytes;
}

static bool has(void **state, const char *part)
{
    return strstr(written(state), part) != NULL;
}

static void show(void **state, int year)
{
    struct paper *paper = *state;
    rules_page_instrument(&paper->fixture.instrument, year, &paper->console);
}

static void show_indicator(void **state, size_t position, int year)
{
    struct paper *paper = *state;
    const struct instrument *instrument = &paper->fixture.instrument;
    rules_page_indicator(instrument, &instrument->indicators[position], year, &paper->console);
}

static void test_rules_page__tells_structure_weights_and_bands(void **state)
{
    show(state, 0);
    assert_true(has(state, "Uji 2020 (uji-2020)"));
    assert_true(has(state, "D1       Kebijakan"));
    assert_true(has(state, "40,00"));
    assert_true(has(state, "    I05  Layanan Warga"));
    assert_true(has(state, "12,50"));
    assert_true(has(state, "Memuaskan: 4,2 – 5\n"));
    assert_true(has(state, "Kurang: 1 – < 1,8\n"));
    assert_true(has(state, "process: 1 Rintisan, 2 Terkelola, 3 Terdefinisi"));
    assert_true(has(state, "2023: Panduan Uji 2023"));
}

static void test_rules_page__a_year_shows_its_guide_and_reading_only(void **state)
{
    show(state, 2022);
    assert_true(has(state, "Panduan Uji 2021"));
    assert_false(has(state, "Panduan Uji 2023"));
}

static void test_rules_page__an_indicator_tells_each_level_and_criterion(void **state)
{
    show_indicator(state, 0, 0);
    assert_true(has(state, "I01 Kebijakan Uji"));
    assert_true(has(state, "12,5 %"));
    assert_true(has(state, "I01.2.a (aturan)\n    Kebijakan ditetapkan.\n"));
    assert_true(has(state, "Optimum"));
}

static void test_rules_page__a_year_leaves_out_what_does_not_hold(void **state)
{
    show_indicator(state, 1, 2022);
    assert_false(has(state, "I02.3.b"));
    assert_true(has(state, "I02.4.b"));
    show_indicator(state, 1, 2030);
    assert_true(has(state, "I02.3.b"));
}

static void test_rules_page__numbers_have_the_point_of_the_language(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    text_add(&text, "1.5 dan ");
    rule_words_number(&text, fraction_make(13, 10));
    assert_string_equal(text.bytes, "1.5 dan 1,3");
    text_clear(&text);
    rule_words_number(&text, fraction_make(100, 3));
    assert_string_equal(text.bytes, "100/3");
    text_release(&text);
}

static void test_rules_page__the_reference_tells_every_field(void **state)
{
    struct paper *paper = *state;
    rules_page_fields(&paper->console);
    assert_true(has(state, "\n  guideline_only "));
    assert_true(has(state, "\n  text* "));
    assert_true(has(state, "\n  from_level* "));
    assert_true(has(state, "\n  published_decimals* "));
}

/* Texts of a pack are a stranger's. */
static void test_rules_page__nothing_in_a_pack_can_move_a_terminal(void **state)
{
    struct paper *paper = *state;
    struct instrument *instrument = &paper->fixture.instrument;
    instrument->title = "x\x1b[2Jy";
    show(state, 0);
    assert_null(strchr(written(state), '\x1b'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rules_page__tells_structure_weights_and_bands, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_rules_page__a_year_shows_its_guide_and_reading_only,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_rules_page__an_indicator_tells_each_level_and_criterion, setup, teardown),
        cmocka_unit_test_setup_teardown(test_rules_page__a_year_leaves_out_what_does_not_hold,
                                        setup, teardown),
        cmocka_unit_test(test_rules_page__numbers_have_the_point_of_the_language),
        cmocka_unit_test_setup_teardown(test_rules_page__the_reference_tells_every_field, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_rules_page__nothing_in_a_pack_can_move_a_terminal,
                                        setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
