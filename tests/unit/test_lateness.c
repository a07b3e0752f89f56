/* Who is late with what: from the day after the deadline, with what waits for the unit, and with nothing
 * else. */
#include "evaluation.h"
#include "lateness.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct place place;
static struct store *store;
static struct arena arena;
static struct assessment assessment;
static struct evaluation evaluation;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_change(store, FIELD_UNIT_LISTED, NULL, "Kominfo", "Kominfo");
    place_change(store, FIELD_UNIT_LISTED, NULL, "Bappeda", "Bappeda");
    place_change(store, FIELD_UNIT, "I01", "I01", "Kominfo");
    place_change(store, FIELD_UNIT, "I02", "I02", "Kominfo");
    place_change(store, FIELD_UNIT, "I03", "I03", "Bappeda");
    return 0;
}

static int leave(void **state)
{
    (void)state;
    arena_release(&arena);
    store_close(store);
    place_leave(&place);
    return 0;
}

/* Who is late on a day, as "Kominfo 3 I01 I02; - 3 I04 I05; "; of `arena`. */
static const char *late_on(const char *today)
{
    struct late_list list;
    struct text told = TEXT_EMPTY;
    const struct instrument *instrument = &place.fixture.instrument;
    assert_true(store_load(store, instrument, &arena, &assessment, &place.err));
    assert_true(evaluation_run(&evaluation, &assessment, BASIS_BY_RULE, &arena, &place.err));
    assert_true(lateness_find(store, &evaluation, today, &arena, &list, &place.err));
    for (size_t i = 0; i < list.count; i++) {
        const struct late *late = &list.items[i];
        text_format(&told, "%s %d", late->unit == NULL ? "-" : late->unit, (int)late->days);
        for (size_t n = 0; n < late->count; n++) {
            text_format(&told, " %s", instrument->indicators[late->indicators[n]].id);
        }
        text_add(&told, "; ");
    }
    const char *text = arena_copy(&arena, told.bytes, told.length);
    text_release(&told);
    return text;
}

static void test_lateness__without_a_deadline_nobody_is_late(void **state)
{
    (void)state;
    assert_string_equal(late_on("2099-12-31"), "");
}

static void test_lateness__the_day_itself_is_still_in_time(void **state)
{
    (void)state;
    place_change(store, FIELD_DEADLINE, NULL, "", "2024-02-28");
    assert_string_equal(late_on("2024-02-28"), "");
    assert_string_equal(late_on("2024-03-01"), "Kominfo 2 I01 I02; Bappeda 2 I03; - 2 I04 I05; ");
}

static void test_lateness__a_unit_may_have_a_deadline_of_its_own(void **state)
{
    (void)state;
    place_change(store, FIELD_DEADLINE, NULL, "Kominfo", "2024-05-01");
    assert_string_equal(late_on("2024-05-02"), "Kominfo 1 I01 I02; ");
    place_change(store, FIELD_DEADLINE, NULL, "", "2024-01-01");
    assert_string_equal(late_on("2024-05-01"), "Bappeda 121 I03; - 121 I04 I05; ");
}

static void test_lateness__what_was_handed_in_does_not_wait_for_the_unit(void **state)
{
    (void)state;
    place_change(store, FIELD_DEADLINE, NULL, "", "2024-01-01");
    place_change(store, FIELD_STATE, "I01", "I01", "submitted");
    place_change(store, FIELD_STATE, "I04", "I04", "locked");
    assert_string_equal(late_on("2024-01-02"), "Kominfo 1 I02; Bappeda 1 I03; - 1 I05; ");
}

static void test_lateness__what_was_returned_comes_first(void **state)
{
    (void)state;
    place_change(store, FIELD_DEADLINE, NULL, "", "2024-01-01");
    place_change(store, FIELD_STATE, "I02", "I02", "returned");
    assert_string_equal(late_on("2024-01-02"), "Kominfo 1 I02 I01; Bappeda 1 I03; - 1 I04 I05; ");
}

static void test_lateness__today_is_a_day(void **state)
{
    (void)state;
    char today[11];
    lateness_today(today);
    assert_true(assessment_is_date(today));
}

#define TEST(name) cmocka_unit_test_setup_teardown(test_lateness__##name, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(without_a_deadline_nobody_is_late),
        TEST(the_day_itself_is_still_in_time),
        TEST(a_unit_may_have_a_deadline_of_its_own),
        TEST(what_was_handed_in_does_not_wait_for_the_unit),
        TEST(what_was_returned_comes_first),
        TEST(today_is_a_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
