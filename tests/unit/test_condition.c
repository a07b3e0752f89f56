#include "condition.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void want(const struct criterion *criterion, const char *words)
{
    struct text text = TEXT_EMPTY;
    condition_tell(criterion, &text);
    assert_string_equal(text.bytes == NULL ? "" : text.bytes, words);
    text_release(&text);
}

static void test_condition__what_everyone_must_meet_has_none(void **state)
{
    (void)state;
    want(&(struct criterion){.id = "I01.2.a", .demand = DEMAND_ALWAYS}, "");
}

static void test_condition__each_condition_has_its_words(void **state)
{
    (void)state;
    want(&(struct criterion){.demand = DEMAND_GROUP, .group = "dasar"},
         "one of the group is enough (dasar)");
    want(&(struct criterion){.demand = DEMAND_NEVER, .optional = true}, "may be missing");
    want(&(struct criterion){.uncertain = true}, "not certain that it is asked for");
    want(&(struct criterion){.decisive = true}, "decides the level alone");
    want(&(struct criterion){.describes_state = true},
         "describes an early state, is not asked for");
    want(&(struct criterion){.kinds = 1U << 2}, "only for provinsi");
    want(&(struct criterion){.kinds = 1U << 0 | 1U << 1}, "only for kementerian, lembaga");
}

static void test_condition__several_are_divided(void **state)
{
    (void)state;
    want(&(struct criterion){.optional = true, .uncertain = true, .kinds = 1U << 3 | 1U << 4},
         "may be missing; not certain that it is asked for; only for kabupaten, kota");
}

/* What stands before stays, and nothing is put between. */
static void test_condition__words_are_appended(void **state)
{
    (void)state;
    struct text text = TEXT_EMPTY;
    text_add(&text, "(");
    condition_tell(&(struct criterion){.optional = true}, &text);
    assert_string_equal(text.bytes, "(may be missing");
    text_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_condition__what_everyone_must_meet_has_none),
        cmocka_unit_test(test_condition__each_condition_has_its_words),
        cmocka_unit_test(test_condition__several_are_divided),
        cmocka_unit_test(test_condition__words_are_appended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
