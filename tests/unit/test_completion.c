/* A path is finished as far as it is clear, and never guessed. */
#include "completion.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

static struct place place;
static struct text path, choices;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    path = (struct text)TEXT_EMPTY;
    choices = (struct text)TEXT_EMPTY;
    place_write("perwali-12.pdf", "x", 1);
    place_write("perwali-13.pdf", "x", 1);
    place_write(".rahasia", "x", 1);
    assert_int_equal(mkdir("bukti", 0700), 0);
    place_write("bukti/sk.pdf", "x", 1);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&path);
    text_release(&choices);
    place_leave(&place);
    return 0;
}

static size_t finish(const char *typed)
{
    text_clear(&path);
    text_clear(&choices);
    return completion_path(typed, &path, &choices);
}

static void test_completion__what_names_have_in_common_is_added(void **state)
{
    (void)state;
    assert_int_equal(finish("per"), 2);
    assert_string_equal(path.bytes, "perwali-1");
    assert_string_equal(choices.bytes, "perwali-12.pdf  perwali-13.pdf");
}

static void test_completion__one_name_is_finished(void **state)
{
    (void)state;
    assert_int_equal(finish("perwali-12"), 1);
    assert_string_equal(path.bytes, "perwali-12.pdf");
    assert_string_equal(choices.bytes, "");
}

static void test_completion__a_folder_is_entered(void **state)
{
    (void)state;
    assert_int_equal(finish("bu"), 1);
    assert_string_equal(path.bytes, "bukti/");
    assert_int_equal(finish("bukti/"), 1);
    assert_string_equal(path.bytes, "bukti/sk.pdf");
}

static void test_completion__nothing_known_leaves_what_was_typed(void **state)
{
    (void)state;
    assert_int_equal(finish("tidak-ada"), 0);
    assert_string_equal(path.bytes, "tidak-ada");
    assert_int_equal(finish("tidak/ada"), 0);
    assert_string_equal(path.bytes, "tidak/ada");
}

static void test_completion__hidden_names_wait_for_their_point(void **state)
{
    (void)state;
    assert_int_equal(finish(""), 3);
    assert_string_equal(choices.bytes, "bukti  perwali-12.pdf  perwali-13.pdf");
    assert_int_equal(finish(".r"), 1);
    assert_string_equal(path.bytes, ".rahasia");
}

static void test_completion__home_is_written_out(void **state)
{
    (void)state;
    assert_int_equal(setenv("HOME", place.folder, 1), 0);
    assert_int_equal(finish("~/bu"), 1);
    assert_string_equal(path.bytes + strlen(place.folder), "/bukti/");
    text_clear(&path);
    completion_expand("~siti", &path);
    assert_string_equal(path.bytes, "~siti");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_completion__what_names_have_in_common_is_added),
        TEST(test_completion__one_name_is_finished),
        TEST(test_completion__a_folder_is_entered),
        TEST(test_completion__nothing_known_leaves_what_was_typed),
        TEST(test_completion__hidden_names_wait_for_their_point),
        TEST(test_completion__home_is_written_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
