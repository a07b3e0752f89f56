/* The pages that are only read: every key is explained, and an indicator tells why it has its value. */
#include "dialogue_page.h"
#include "support_case.h"
#include "support_fixture.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { INDICATORS = 5 };

static struct fixture fixture;
static struct case_ c;
static struct progress progress[INDICATORS];
static const char *reasons[INDICATORS];
static int order[INDICATORS] = {0, 1, 2, 3, 4};
static struct dialogue dialogue;
static struct arena arena;
static struct page page;

static int enter(void **state)
{
    (void)state;
    fixture_open(&fixture);
    case_open(&c, &fixture.instrument, 2024);
    arena = (struct arena)ARENA_EMPTY;
    case_claim(&c, "I01", 4);
    case_answer(&c, "I01.2.a", ANSWER_YES);
    case_run(&c, BASIS_SUPPORTED);
    for (size_t i = 0; i < INDICATORS; i++) {
        progress[i] = progress_of(&c.evaluation, i);
    }
    struct dialogue_model model = {&c.evaluation, progress, reasons, order};
    dialogue_open(&dialogue, &model);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    dialogue_close(&dialogue);
    arena_release(&arena);
    case_close(&c);
    fixture_close(&fixture);
    return 0;
}

/* Makes the page that a key opens; wants every line within the width. */
static void open_page(char key, size_t width)
{
    dialogue_press(&dialogue, &(struct key){PRESS_LETTER, (uint32_t)key});
    dialogue_page(&dialogue, &arena, width, &page);
    for (size_t i = 0; i < page.count; i++) {
        assert_true(page.lines[i].indent + text_columns(page.lines[i].text) <= width);
    }
}

/* The first line that begins so, or NULL. */
static const struct page_line *line(const char *start)
{
    for (size_t i = 0; i < page.count; i++) {
        if (strncmp(page.lines[i].text, start, strlen(start)) == 0) {
            return &page.lines[i];
        }
    }
    return NULL;
}

static void test_dialogue_page__every_key_of_the_bottom_line_is_explained(void **state)
{
    (void)state;
    static const char *const keys[] = {"y, n ", "-, Del ", "k ", "c ",          "b ", "Tab ",
                                       "/ ",    "u, ",     "i ", "PgUp, PgDn ", "q "};
    open_page('?', 78);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        assert_non_null(line(keys[i]));
    }
    assert_non_null(line("Marks"));
}

static void test_dialogue_page__explanations_stand_in_one_column(void **state)
{
    (void)state;
    open_page('?', 50);
    const struct page_line *key = line("y, n ");
    assert_int_equal(key->indent, 2);
    assert_int_equal(strcspn(key->text + 4, "abcdefghijklmnopqrstuvwxyz") + 4 + key->indent, 16);
    assert_int_equal(key[1].indent, 16); /* the line that it goes on in */
}

static void test_dialogue_page__an_indicator_tells_what_it_is_and_why(void **state)
{
    (void)state;
    open_page('i', 78);
    assert_non_null(line("I01  Tingkat Kematangan Kebijakan Uji"));
    assert_int_equal(line("Why it has its value")->look, LOOK_STRONG);
    assert_null(line("Note"));
}

static void test_dialogue_page__the_note_on_an_indicator_is_shown(void **state)
{
    (void)state;
    c.assessment.responses[0].note = "tunggu perwali";
    open_page('i', 78);
    assert_non_null(line("tunggu perwali"));
}

/* Gives the first indicator a legal basis and its levels examples of evidence, as real packs have them. */
static void give_lists(void)
{
    static const char *const laws[] = {"Perpres 95/2018 Pasal 4", NULL};
    static const char *const examples[] = {
        "Peraturan kepala daerah yang ditandatangani dan telah diundangkan dalam berita daerah",
        "Notula rapat", NULL};
    struct indicator *indicators = arena_get(&fixture.arena, INDICATORS, sizeof *indicators);
    memcpy(indicators, fixture.instrument.indicators, INDICATORS * sizeof *indicators);
    struct level *levels =
        arena_get(&fixture.arena, fixture.instrument.level_count, sizeof *levels);
    memcpy(levels, fixture.instrument.levels, fixture.instrument.level_count * sizeof *levels);
    indicators[0].legal_basis = laws;
    for (uint32_t i = 0; i < indicators[0].levels.count; i++) {
        levels[indicators[0].levels.first + i].evidence = examples;
    }
    fixture.instrument.indicators = indicators;
    fixture.instrument.levels = levels;
}

/* What to bring for the level that the work is at, and which article asks for it; each of a list by a dot, and
 * what a line has no room for stands under its words. */
static void test_dialogue_page__evidence_and_legal_basis_are_listed(void **state)
{
    (void)state;
    open_page('i', 60);
    assert_null(line("Legal basis"));
    dialogue_press(&dialogue, &(struct key){PRESS_ESCAPE, 0});
    give_lists();
    open_page('i', 60);
    assert_non_null(line("Examples of evidence for level "));
    const struct page_line *first = line("· Peraturan kepala daerah");
    assert_int_equal(first->indent, 2);
    assert_int_equal(first[1].indent, 4);
    assert_memory_not_equal(first[1].text, "· ", strlen("· "));
    assert_string_equal(line("· Notula")->text, "· Notula rapat");
    assert_int_equal(line("Legal basis")->look, LOOK_STRONG);
    assert_non_null(line("· Perpres 95/2018 Pasal 4"));
}

static void test_dialogue_page__pages_fit_any_width_of_a_terminal(void **state)
{
    (void)state;
    for (size_t width = 40; width <= 120; width++) {
        open_page('?', width);
        dialogue_press(&dialogue, &(struct key){PRESS_ENTER, 0});
        open_page('i', width);
        dialogue_press(&dialogue, &(struct key){PRESS_ESCAPE, 0});
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_dialogue_page__every_key_of_the_bottom_line_is_explained),
        TEST(test_dialogue_page__explanations_stand_in_one_column),
        TEST(test_dialogue_page__an_indicator_tells_what_it_is_and_why),
        TEST(test_dialogue_page__the_note_on_an_indicator_is_shown),
        TEST(test_dialogue_page__evidence_and_legal_basis_are_listed),
        TEST(test_dialogue_page__pages_fit_any_width_of_a_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
