/* A picture never reaches over its edges, and nothing in it can move a terminal. */
#include "picture.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;
static struct picture picture;

static int enter(void **state)
{
    (void)state;
    arena = (struct arena)ARENA_EMPTY;
    picture_start(&picture, 3, 10, &arena);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void test_picture__a_long_text_is_cut_and_says_so(void **state)
{
    (void)state;
    assert_int_equal(picture_put(&picture, 0, 0, 5, LOOK_PLAIN, "indikator"), 5);
    assert_string_equal(picture_row(&picture, 0), "indi…");
    assert_int_equal(picture_put(&picture, 1, 8, 20, LOOK_PLAIN, "indikator"), 2);
    assert_string_equal(picture_row(&picture, 1), "        i…");
}

static void test_picture__nothing_is_put_outside(void **state)
{
    (void)state;
    assert_int_equal(picture_put(&picture, 3, 0, 5, LOOK_PLAIN, "a"), 0);
    assert_int_equal(picture_put(&picture, 0, 10, 5, LOOK_PLAIN, "a"), 0);
    assert_int_equal(picture_put(&picture, 0, 0, 0, LOOK_PLAIN, "a"), 0);
    assert_null(picture.first);
}

static void test_picture__control_characters_are_shown_as_marks(void **state)
{
    (void)state;
    picture_put(&picture, 0, 0, 10, LOOK_PLAIN, "a\x1b[2Jb");
    assert_string_equal(picture_row(&picture, 0), "a?[2Jb");
}

static void test_picture__a_row_is_filled_to_the_edge(void **state)
{
    (void)state;
    picture_fill(&picture, 0, 8, 20, LOOK_FAINT, "─");
    assert_string_equal(picture_row(&picture, 0), "        ──");
}

static void test_picture__texts_break_at_spaces(void **state)
{
    (void)state;
    const char *rest = NULL;
    const char *text = "satu dua tiga";
    assert_int_equal(picture_break(text, 9, &rest), 8);
    assert_string_equal(rest, "tiga");
    assert_int_equal(picture_break(rest, 9, &rest), 4);
    assert_string_equal(rest, "");
    assert_int_equal(picture_break(text, 8, &rest), 8);
    assert_string_equal(rest, "tiga");
}

static void test_picture__a_word_longer_than_the_row_is_broken_inside(void **state)
{
    (void)state;
    const char *rest = NULL;
    assert_int_equal(picture_break("pertanggungjawaban", 10, &rest), 10);
    assert_string_equal(rest, "gjawaban");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_picture__a_long_text_is_cut_and_says_so),
        TEST(test_picture__nothing_is_put_outside),
        TEST(test_picture__control_characters_are_shown_as_marks),
        TEST(test_picture__a_row_is_filled_to_the_edge),
        TEST(test_picture__texts_break_at_spaces),
        TEST(test_picture__a_word_longer_than_the_row_is_broken_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
