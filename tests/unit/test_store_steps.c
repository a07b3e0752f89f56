/* Steps that share their fate, and what tells one assessment from another. */
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

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    store_close(store);
    place_leave(&place);
    return 0;
}

/* A step as "+0 Siti import a; ", counted from the first. */
struct telling {
    int64_t first;
    struct text told;
};

static bool add_step(void *context, const struct change *change)
{
    struct telling *telling = context;
    text_format(&telling->told, "+%d %s %s; ", (int)(change->step - telling->first), change->who,
                change->origin);
    return true;
}

static void test_store_steps__become_lasting_together(void **state)
{
    (void)state;
    struct telling telling = {store_history_length(store) + 1, TEXT_EMPTY};
    assert_true(store_begin(store, "Siti", "import a", &place.err));
    assert_true(store_set(store, FIELD_CLAIMED, "I01", "I01", "2", &place.err));
    assert_true(store_set(store, FIELD_NOTE, "I01", "I01", "n", &place.err));
    store_next(store, "Budi", "import b");
    store_next(store, "Wati", "import c");
    assert_true(store_set(store, FIELD_CLAIMED, "I02", "I02", "3", &place.err));
    store_next(store, "Adi", "import d");
    assert_true(store_commit(store, &place.err));
    assert_true(store_history(store, NULL, telling.first, add_step, &telling, &place.err));
    assert_string_equal(telling.told.bytes,
                        "+0 Siti import a; +0 Siti import a; +2 Wati import c; ");
    text_release(&telling.told);
    struct text findings = TEXT_EMPTY;
    store_close(store);
    assert_int_equal(place_verify("kota.spbe", &findings), 0);
    text_release(&findings);
    store = place_store(&place, "kota.spbe", STORE_WRITE);
}

static void test_store_steps__are_undone_together(void **state)
{
    (void)state;
    int64_t before = store_history_length(store);
    assert_true(store_begin(store, "Siti", "import a", &place.err));
    assert_true(store_set(store, FIELD_CLAIMED, "I01", "I01", "2", &place.err));
    store_next(store, "Budi", "import b");
    assert_true(store_set(store, FIELD_CLAIMED, "I02", "I02", "3", &place.err));
    store_rollback(store);
    assert_int_equal(store_history_length(store), before);
    store_close(store);
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    assert_int_equal(store_history_length(store), before);
}

static void test_store_steps__an_empty_last_one_loses_nothing(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    const char *now = NULL;
    assert_true(store_begin(store, "Siti", "import a", &place.err));
    assert_true(store_set(store, FIELD_CLAIMED, "I01", "I01", "2", &place.err));
    store_next(store, "Budi", "import b");
    assert_true(store_commit(store, &place.err));
    store_close(store);
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    assert_true(store_get(store, FIELD_CLAIMED, "I01", &arena, &now, &place.err));
    assert_string_equal(now, "2");
    arena_release(&arena);
}

static void test_store_steps__an_assessment_keeps_its_identity(void **state)
{
    (void)state;
    char first[65];
    char second[65];
    assert_true(store_identity(store, first, &place.err));
    assert_int_equal(strlen(first), 64);
    place_change(store, FIELD_AGENCY, NULL, "", "Kota Baru");
    assert_true(store_copy(store, "salinan.spbe", &place.err));
    struct store *copy = store_open("salinan.spbe", STORE_READ, &place.err);
    assert_true(store_identity(copy, second, &place.err));
    assert_string_equal(first, second);
    store_close(copy);
}

static void test_store_steps__another_assessment_has_another_identity(void **state)
{
    (void)state;
    char first[65];
    char second[65];
    struct store_about about = *store_about(store);
    about.agency = "Kota Lain"; /* made in the same second, by the same person */
    assert_true(store_create("lain.spbe", &about, NULL, 0, "Siti", &place.err));
    struct store *other = store_open("lain.spbe", STORE_READ, &place.err);
    assert_true(store_identity(store, first, &place.err));
    assert_true(store_identity(other, second, &place.err));
    assert_string_not_equal(first, second);
    store_close(other);
}

#define TEST(name) cmocka_unit_test_setup_teardown(test_store_steps__##name, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(become_lasting_together),
        TEST(are_undone_together),
        TEST(an_empty_last_one_loses_nothing),
        TEST(an_assessment_keeps_its_identity),
        TEST(another_assessment_has_another_identity),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
