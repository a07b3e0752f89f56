#include "overlay_kind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static void test_overlay_kind__every_kind_stands_at_its_place_and_says_what_it_is(void **state)
{
    (void)state;
    for (enum overlay_kind_id id = 0; id < OVERLAY_COUNT; id++) {
        const struct overlay_kind *kind = overlay_kind(id);
        assert_int_equal(kind->change, id);
        assert_ptr_equal(overlay_kind_find(kind->word), kind);
        assert_int_equal(kind->word[strspn(kind->word, "abcdefghijklmnopqrstuvwxyz_")], '\0');
        assert_true(strlen(kind->label) > 2);
        assert_true(strlen(kind->meaning) > 10);
        assert_true(strlen(overlay_subject_title(kind->subject)) > 0);
    }
}

/* What is needed is also taken; a value that was can only stand where there is a new one. */
static void test_overlay_kind__needs_are_taken(void **state)
{
    (void)state;
    for (enum overlay_kind_id id = 0; id < OVERLAY_COUNT; id++) {
        const struct overlay_kind *kind = overlay_kind(id);
        assert_int_equal(kind->needs & ~kind->takes, 0);
        assert_true((kind->takes & OVERLAY_TAKES_WAS) == 0 || kind->has_to);
    }
}

static void test_overlay_kind__a_slip_of_the_finger_is_recognised(void **state)
{
    (void)state;
    assert_string_equal(overlay_kind_nearest("wieght"), "weight");
    assert_string_equal(overlay_kind_nearest("Weight"), "weight");
    assert_string_equal(overlay_kind_nearest("withdrawn"), "withdraw");
    assert_string_equal(overlay_kind_nearest("last_years"), "last_year");
    assert_null(overlay_kind_nearest("ganti semuanya"));
    assert_null(overlay_kind_find(""));
    assert_null(overlay_kind_find("weights"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_overlay_kind__every_kind_stands_at_its_place_and_says_what_it_is),
        cmocka_unit_test(test_overlay_kind__needs_are_taken),
        cmocka_unit_test(test_overlay_kind__a_slip_of_the_finger_is_recognised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
