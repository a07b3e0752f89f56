/* A line of text that is typed: letters of any length stay whole, whatever is pressed. */
#include "entry.h"
#include "limit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct entry entry;

static int enter(void **state)
{
    (void)state;
    entry = (struct entry)ENTRY_EMPTY;
    return 0;
}

static int leave(void **state)
{
    (void)state;
    entry_release(&entry);
    return 0;
}

static void letter(uint32_t code)
{
    assert_true(entry_press(&entry, &(struct key){PRESS_LETTER, code}));
}

static void press(enum press what)
{
    assert_true(entry_press(&entry, &(struct key){what, 0}));
}

static void test_entry__letters_come_where_the_cursor_is(void **state)
{
    (void)state;
    entry_set(&entry, "ac");
    press(PRESS_LEFT);
    letter('b');
    assert_string_equal(entry.text.bytes, "abc");
    press(PRESS_HOME);
    letter('>');
    press(PRESS_END);
    letter('<');
    assert_string_equal(entry.text.bytes, ">abc<");
}

static void test_entry__a_letter_of_several_bytes_is_one_letter(void **state)
{
    (void)state;
    letter(0xE9);    /* é */
    letter(0x2026);  /* … */
    letter(0x1F4C4); /* a page */
    assert_string_equal(entry.text.bytes, "é…\xF0\x9F\x93\x84");
    press(PRESS_BACKSPACE);
    assert_string_equal(entry.text.bytes, "é…");
    press(PRESS_HOME);
    press(PRESS_RIGHT);
    assert_int_equal(entry.at, 2);
    press(PRESS_DELETE);
    assert_string_equal(entry.text.bytes, "é");
}

static void test_entry__the_edges_hold(void **state)
{
    (void)state;
    press(PRESS_BACKSPACE);
    press(PRESS_DELETE);
    press(PRESS_LEFT);
    press(PRESS_RIGHT);
    assert_int_equal(entry.at, 0);
    assert_string_equal(entry.text.bytes, "");
}

static void test_entry__what_is_no_letter_is_not_taken(void **state)
{
    (void)state;
    const uint32_t codes[] = {0, 7, 27, 0x7F, 0x85, 0xD800, 0x110000};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        assert_false(entry_press(&entry, &(struct key){PRESS_LETTER, codes[i]}));
    }
    assert_false(entry_press(&entry, &(struct key){PRESS_TAB, 0}));
    assert_int_equal(entry.text.length, 0);
}

static void test_entry__control_letters_move_and_erase(void **state)
{
    (void)state;
    entry_set(&entry, "satu dua");
    letter(CONTROL_A);
    assert_int_equal(entry.at, 0);
    letter(CONTROL_E);
    assert_int_equal(entry.at, 8);
    press(PRESS_LEFT);
    letter(CONTROL_U);
    assert_string_equal(entry.text.bytes, "a");
}

static void test_entry__a_line_break_becomes_a_space(void **state)
{
    (void)state;
    entry_set(&entry, "satu\ndua");
    assert_string_equal(entry.text.bytes, "satu dua");
    entry_set(&entry, NULL);
    assert_string_equal(entry.text.bytes, "");
}

static void test_entry__the_text_ends_at_the_limit(void **state)
{
    (void)state;
    struct text long_text = TEXT_EMPTY;
    for (size_t i = 0; i < LIMIT_TEXT_BYTES - 1; i++) {
        text_add_byte(&long_text, 'a');
    }
    entry_set(&entry, long_text.bytes);
    letter(0xE9); /* two bytes: no room */
    assert_int_equal(entry.text.length, LIMIT_TEXT_BYTES - 1);
    letter('b');
    letter('c');
    assert_int_equal(entry.text.length, LIMIT_TEXT_BYTES);
    text_release(&long_text);
}

static void test_entry__the_window_shows_the_cursor(void **state)
{
    (void)state;
    entry_set(&entry, "éééééééééé");
    assert_int_equal(entry_window(&entry, 20), 0);
    size_t start = entry_window(&entry, 5);
    assert_int_equal(text_columns(entry.text.bytes + start), 4);
    press(PRESS_HOME);
    assert_int_equal(entry_window(&entry, 5), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_entry__letters_come_where_the_cursor_is),
        TEST(test_entry__a_letter_of_several_bytes_is_one_letter),
        TEST(test_entry__the_edges_hold),
        TEST(test_entry__what_is_no_letter_is_not_taken),
        TEST(test_entry__control_letters_move_and_erase),
        TEST(test_entry__a_line_break_becomes_a_space),
        TEST(test_entry__the_text_ends_at_the_limit),
        TEST(test_entry__the_window_shows_the_cursor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
