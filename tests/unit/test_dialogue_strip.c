/* The strip of a level: how tall it is, that what is in focus is always seen, and that nothing leaves its part. */
#include "dialogue_strip.h"
#include "support_case.h"
#include "support_fixture.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { INDICATORS = 5, TOP = 4 };

static struct fixture fixture;
static struct case_ c;
static struct progress progress[INDICATORS];
static const char *reasons[INDICATORS];
static int order[INDICATORS];
static struct dialogue dialogue;
static struct arena arena;
static struct picture picture;
static const struct part part = {3, 50};

static int enter(void **state)
{
    (void)state;
    fixture_open(&fixture);
    case_open(&c, &fixture.instrument, 2024);
    arena = (struct arena)ARENA_EMPTY;
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

static void begin(void)
{
    case_run(&c, BASIS_SUPPORTED);
    for (int i = 0; i < INDICATORS; i++) {
        progress[i] = progress_of(&c.evaluation, (size_t)i);
        order[i] = i;
    }
    struct dialogue_model model = {&c.evaluation, progress, reasons, order};
    dialogue_open(&dialogue, &model);
}

/* Draws the strip into `rows` rows from TOP on; every piece must lie in them. */
static size_t draw(size_t rows)
{
    picture_start(&picture, 40, 80, &arena);
    size_t height = dialogue_strip_height(&dialogue, &picture, part);
    dialogue_strip_draw(&dialogue, &picture, TOP, TOP + rows, part);
    for (const struct piece *piece = picture.first; piece != NULL; piece = piece->next) {
        assert_in_range(piece->row, TOP, TOP + rows - 1);
        assert_true(piece->column >= part.left);
        assert_true(piece->column + text_columns(piece->text) <= part.left + part.width + 1);
    }
    return height;
}

static bool shows(const char *text)
{
    for (size_t row = 0; row < picture.rows; row++) {
        if (strstr(picture_row(&picture, row), text) != NULL) {
            return true;
        }
    }
    return false;
}

static void test_dialogue_strip__height_is_what_is_drawn(void **state)
{
    (void)state;
    begin();
    size_t height = draw(30);
    size_t last = 0;
    for (const struct piece *piece = picture.first; piece != NULL; piece = piece->next) {
        last = piece->row > last ? piece->row : last;
    }
    assert_int_equal(last + 1 - TOP, height);
    assert_true(shows("▸ I01.2.a"));
    assert_false(shows("↓"));
}

static void test_dialogue_strip__what_is_in_focus_is_seen(void **state)
{
    (void)state;
    begin();
    for (struct spot spot = dialogue_first_spot(&dialogue, dialogue.level); dialogue_is_spot(spot);
         spot = dialogue_next_spot(&dialogue, dialogue.level, spot, 1)) {
        dialogue_focus(&dialogue, spot);
        draw(1);
        assert_true(shows("▸"));
    }
    assert_true(shows("↑"));
}

static void test_dialogue_strip__documents_and_notes_stand_below(void **state)
{
    (void)state;
    int position = instrument_find_criterion(&fixture.instrument, "I01.2.a", 7, 0);
    struct evidence item = {
        .title = "Perwali", .number = "12/2023", .date = "2023-05-01", .pages = "3-7", .id = "E1"};
    case_evidence(&c, "I01", item, "I01.2.a");
    c.assessment.notes[position] = "menunggu";
    begin();
    draw(30);
    assert_true(shows("+ Perwali · 12/2023 · 2023-05-01"));
    assert_true(shows("“menunggu”"));
}

static void test_dialogue_strip__describes_what_is_known(void **state)
{
    (void)state;
    begin();
    struct evidence file = {.file = "a.pdf"};
    struct evidence bare = {.number = "1"};
    struct evidence all = {.title = "T", .number = "1", .date = "2023-05-01", .pages = "4"};
    assert_string_equal(dialogue_strip_describe(&file, &arena), "a.pdf");
    assert_string_equal(dialogue_strip_describe(&bare, &arena), "? · 1");
    assert_string_equal(dialogue_strip_describe(&all, &arena), "T · 1 · 2023-05-01 · pages 4");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_dialogue_strip__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(height_is_what_is_drawn),
        TEST(what_is_in_focus_is_seen),
        TEST(documents_and_notes_stand_below),
        TEST(describes_what_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
