/* Taking a step back: facts are as before, the history keeps both, nobody else's work is overwritten. */
#include "edit_evidence.h"
#include "edit_undo.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct place place;
static struct store *store;
static struct edit edit;
static struct arena arena;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    arena = (struct arena)ARENA_EMPTY;
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    edit = (struct edit){store, &place.fixture.instrument, "Siti"};
    return 0;
}

static int leave(void **state)
{
    (void)state;
    store_close(store);
    arena_release(&arena);
    place_leave(&place);
    return 0;
}

static void begin(void)
{
    assert_true(store_begin(store, "Siti", "fill", &place.err));
}

/* Ends the step; returns the number of the journal's last entry. */
static int64_t end(void)
{
    assert_true(store_commit(store, &place.err));
    return store_history_length(store);
}

static const char *fact(enum field field, const char *subject)
{
    const char *now = NULL;
    assert_true(store_get(store, field, subject, &arena, &now, &place.err));
    return now;
}

static void test_edit_undo__a_changed_answer_is_as_before(void **state)
{
    (void)state;
    begin();
    assert_true(edit_answer(&edit, "I01.2.a", "yes", NULL, &place.err));
    int64_t before = end();
    begin();
    assert_true(edit_answer(&edit, "I01.2.a", "no", "belum", &place.err));
    int64_t last = end();
    begin();
    assert_true(edit_undo(&edit, before + 1, last, &place.err));
    end();
    assert_string_equal(fact(FIELD_MET, "I01.2.a"), "yes");
    assert_null(fact(FIELD_MET_NOTE, "I01.2.a"));
    assert_int_equal(store_history_length(store), last + 2);
}

static void test_edit_undo__a_first_claim_is_taken_away(void **state)
{
    (void)state;
    int64_t before = store_history_length(store);
    begin();
    assert_true(edit_claim(&edit, "I01", "3", NULL, &place.err));
    int64_t last = end();
    begin();
    assert_true(edit_undo(&edit, before + 1, last, &place.err));
    end();
    assert_null(fact(FIELD_CLAIMED, "I01"));
}

static void test_edit_undo__a_document_put_forward_is_withdrawn(void **state)
{
    (void)state;
    struct edit_description description = {.title = "Perwali"};
    struct text ids = TEXT_EMPTY;
    place_write("perwali.pdf", "isi", 3);
    int64_t before = store_history_length(store);
    begin();
    assert_true(edit_attach(&edit, "I01.2.a", "perwali.pdf", &description, &ids, &place.err));
    int64_t last = end();
    begin();
    assert_true(edit_undo(&edit, before + 1, last, &place.err));
    end();
    assert_non_null(fact(FIELD_EVIDENCE_WITHDRAWN, ids.bytes));
    assert_string_equal(fact(FIELD_EVIDENCE_TITLE, ids.bytes), "Perwali");
    text_release(&ids);
}

static void test_edit_undo__a_document_that_was_there_supports_what_it_did(void **state)
{
    (void)state;
    struct edit_description description = {.title = "Perwali"};
    struct text ids = TEXT_EMPTY;
    place_write("perwali.pdf", "isi", 3);
    begin();
    assert_true(edit_attach(&edit, "I01.2.a", "perwali.pdf", &description, &ids, &place.err));
    int64_t before = end();
    text_clear(&ids);
    begin();
    assert_true(edit_attach(&edit, "I01.2.b", "perwali.pdf", &description, &ids, &place.err));
    int64_t last = end();
    begin();
    assert_true(edit_undo(&edit, before + 1, last, &place.err));
    end();
    assert_string_equal(fact(FIELD_EVIDENCE_SUPPORTS, ids.bytes), "I01.2.a");
    assert_null(fact(FIELD_EVIDENCE_WITHDRAWN, ids.bytes));
    text_release(&ids);
}

static void test_edit_undo__what_was_changed_again_since_is_left(void **state)
{
    (void)state;
    int64_t before = store_history_length(store);
    begin();
    assert_true(edit_answer(&edit, "I01.2.a", "yes", NULL, &place.err));
    int64_t last = end();
    begin();
    assert_true(edit_answer(&edit, "I01.2.a", "no", NULL, &place.err));
    end();
    begin();
    assert_false(edit_undo(&edit, before + 1, last, &place.err));
    store_rollback(store);
    place_failed(&place, "UNDO_CHANGED");
    assert_string_equal(fact(FIELD_MET, "I01.2.a"), "no");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_edit_undo__a_changed_answer_is_as_before),
        TEST(test_edit_undo__a_first_claim_is_taken_away),
        TEST(test_edit_undo__a_document_put_forward_is_withdrawn),
        TEST(test_edit_undo__a_document_that_was_there_supports_what_it_did),
        TEST(test_edit_undo__what_was_changed_again_since_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
