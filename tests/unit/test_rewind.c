/* The past of a file: every earlier state is found by its hash, and the file stays as it is. */
#include "rewind.h"

#include "exchange.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static struct place place;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    place_leave(&place);
    return 0;
}

static void hash_now(struct store *store, char sha256[65])
{
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    assert_true(store_load(store, &place.fixture.instrument, &arena, &assessment, &place.err));
    memcpy(sha256, assessment.sha256, 65);
    arena_release(&arena);
}

static void test_rewind__every_earlier_state_is_found(void **state)
{
    (void)state;
    enum { STEPS = 5 };
    static const char *const answers[STEPS] = {"yes", "no", NULL, "no", "yes"};
    static const char *const notes[STEPS] = {"satu", "dua", NULL, "tiga", "empat"};
    char hashes[STEPS][65];
    int64_t entries[STEPS];
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    for (size_t i = 0; i < STEPS; i++) {
        place_change(store, FIELD_MET, "I01", "I01.2.a", answers[i]);
        place_change(store, FIELD_NOTE, "I02", "I02", notes[i]);
        hash_now(store, hashes[i]);
        entries[i] = store_history_length(store);
    }
    for (size_t i = 0; i < STEPS; i++) {
        struct arena arena = ARENA_EMPTY;
        struct assessment then;
        struct moment moment;
        assert_true(rewind_find(store, &place.fixture.instrument, hashes[i], &arena, &then, &moment,
                                &place.err));
        assert_true(moment.found);
        assert_string_equal(then.sha256, hashes[i]);
        assert_int_equal(moment.entry, entries[i]);
        assert_int_equal(strlen(moment.at), 20);
        arena_release(&arena);
    }
    store_close(store);
}

/* A file with everything in it: documents, withdrawals, verdicts, locks. */
static void test_rewind__a_full_file_can_be_taken_back_and_stays_as_it_is(void **state)
{
    (void)state;
    char before[65], after[65], now[65], head[65], then_head[65];
    int64_t number = 0;
    struct arena arena = ARENA_EMPTY;
    struct assessment then;
    struct moment moment;
    struct text findings = TEXT_EMPTY;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    hash_now(store, before);
    place_fill(&place, store);
    hash_now(store, after);
    assert_string_not_equal(before, after);
    assert_true(store_head(store, &number, head, &place.err));
    assert_true(
        rewind_find(store, &place.fixture.instrument, before, &arena, &then, &moment, &place.err));
    assert_true(moment.found);
    hash_now(store, now);
    assert_string_equal(now, after);
    assert_true(store_head(store, &number, then_head, &place.err));
    assert_string_equal(head, then_head);
    store_close(store);
    assert_int_equal(place_verify("kota.spbe", &findings), 0);
    text_release(&findings);
    arena_release(&arena);
}

static void test_rewind__what_never_was_is_not_found(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct assessment then;
    struct moment moment;
    struct store *store = place_store(&place, "kota.spbe", STORE_WRITE);
    place_change(store, FIELD_MET, "I01", "I01.2.a", "yes");
    assert_true(
        rewind_find(store, &place.fixture.instrument, "0", &arena, &then, &moment, &place.err));
    assert_false(moment.found);
    store_close(store);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rewind__every_earlier_state_is_found, enter, leave),
        cmocka_unit_test_setup_teardown(
            test_rewind__a_full_file_can_be_taken_back_and_stays_as_it_is, enter, leave),
        cmocka_unit_test_setup_teardown(test_rewind__what_never_was_is_not_found, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
