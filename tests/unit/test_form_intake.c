/* What comes up while forms are taken in is gathered, written into one workbook, and comes back from it: with the
 * real template, so that nothing gets lost between those who write and those who read. */
#include "file.h"
#include "form.h"
#include "form_decision.h"
#include "form_intake.h"
#include "lang.h"
#include "limit.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static struct place place;
static struct store *store;
static struct arena arena;
static struct edit edit;
static struct form_intake intake;
static struct text book;
static struct form_tally tally;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    edit = (struct edit){store, &place.fixture.instrument, "Siti"};
    intake = (struct form_intake){.gather = true, .conflicts.arena = &arena};
    book = (struct text)TEXT_EMPTY;
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&book);
    arena_release(&arena);
    store_close(store);
    place_leave(&place);
    return 0;
}

/* Gathers a conflict about I01: the form began with nothing and says `mine`, the file says `now`. */
static void dispute(enum field field, const char *mine, const char *now)
{
    char mark[FORM_MARK + 1];
    form_mark("", mark);
    const struct form_dispute it = {
        .field = {field, "I01", "I01", mark, mine}, .reason = FORM_BOTH, .now = now};
    assert_true(form_conflicts_add(&intake.conflicts, &edit, &it, "isi.xlsx: Data!D5", &place.err));
}

/* Writes what was gathered, and reads the workbook's bytes. */
static void write_book(void)
{
    assert_true(form_intake_check("k.xlsx", "--conflicts", &place.err));
    assert_true(form_intake_write(&intake, &edit, "k.xlsx", &place.err));
    text_clear(&book);
    assert_true(file_read("k.xlsx", LIMIT_SHEET_FILE, &book, &place.err));
    unlink("k.xlsx");
}

/* Takes the workbook in as one step, with an intake of its own. */
static bool take(struct form_intake *again)
{
    assert_true(store_begin(store, "Siti", "import", &place.err));
    bool done =
        form_intake_take(again, &edit, book.bytes, book.length, "k.xlsx", &tally, &place.err);
    if (done) {
        assert_true(store_commit(store, &place.err));
    } else {
        store_rollback(store);
    }
    return done;
}

static void test_form_intake__the_workbook_is_known_for_what_it_is(void **state)
{
    (void)state;
    dispute(FIELD_NOTE, "formulir", "berkas");
    place_change(store, FIELD_NOTE, "I01", "I01", "berkas");
    write_book();
    assert_true(form_decision_is(book.bytes, book.length));
    assert_true(form_intake_is(book.bytes, book.length));
    assert_false(form_intake_is("", 0));
    assert_false(form_intake_is("{\"format\":\"spbe-assessment/1\"}", 30));
    book.bytes[0] = 'X';
    assert_false(form_intake_is(book.bytes, book.length));
}

/* The same conflicts give the same bytes: a workbook can be compared with the one of last week. */
static void test_form_intake__the_same_conflicts_give_the_same_bytes(void **state)
{
    (void)state;
    struct text first = TEXT_EMPTY;
    dispute(FIELD_NOTE, "formulir", "berkas");
    dispute(FIELD_CLAIMED, "3", "4");
    write_book();
    text_append(&first, book.bytes, book.length);
    write_book();
    assert_int_equal(first.length, book.length);
    assert_memory_equal(first.bytes, book.bytes, book.length);
    text_release(&first);
}

/* What nobody decided is told, counted, and gathered again where somebody gathers; the file stays as it is. */
static void test_form_intake__undecided_rows_are_gathered_again(void **state)
{
    (void)state;
    place_change(store, FIELD_CLAIMED, "I01", "I01", "4");
    place_change(store, FIELD_NOTE, "I01", "I01", "berkas");
    dispute(FIELD_CLAIMED, "3", "4");
    dispute(FIELD_NOTE, "formulir", "berkas");
    write_book();
    struct form_intake again = {.gather = true, .conflicts.arena = &arena};
    assert_true(take(&again));
    assert_int_equal(again.undecided, 2);
    assert_int_equal(again.conflicts.count, 2);
    assert_int_equal(tally.of[FORM_TAKEN], 0);
    assert_int_equal(tally.of[FORM_DISPUTED], 2);
    assert_string_equal(again.conflicts.items[0].dispute.field.mine, "3");
    assert_string_equal(again.conflicts.items[0].dispute.now, "4");
    assert_string_equal(again.conflicts.items[1].dispute.field.mine, "formulir");
    struct form_intake alone = {.conflicts.arena = &arena};
    assert_true(take(&alone));
    assert_int_equal(alone.undecided, 2);
    assert_int_equal(alone.conflicts.count, 0);
}

/* An intake adds up: several workbooks, one count. */
static void test_form_intake__counts_add_up_over_files(void **state)
{
    (void)state;
    place_change(store, FIELD_CLAIMED, "I01", "I01", "4");
    dispute(FIELD_CLAIMED, "3", "4");
    write_book();
    struct form_intake again = {.conflicts.arena = &arena};
    assert_true(take(&again));
    assert_true(take(&again));
    assert_int_equal(again.undecided, 2);
}

static void test_form_intake__the_workbook_must_be_new_and_be_called_xlsx(void **state)
{
    static const char *const names[] = {"konflik", "konflik.csv", "konflik.html", "xlsx", ""};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_false(form_intake_check(names[i], "--conflicts", &place.err));
        assert_string_equal(place.err.where, "--conflicts");
        place_failed(&place, "IMPORT_OUTPUT");
    }
    assert_true(form_intake_check("Konflik 2.xlsx", "--conflicts", &place.err));
    place_write("Konflik 2.xlsx", "putusan", 7);
    assert_false(form_intake_check("Konflik 2.xlsx", "--conflicts", &place.err));
    place_failed(&place, "FILE_EXISTS");
}

int main(void)
{
    lang_start("en", "/nowhere");
#define TEST(name) cmocka_unit_test_setup_teardown(test_form_intake__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(the_workbook_is_known_for_what_it_is),
        TEST(the_same_conflicts_give_the_same_bytes),
        TEST(undecided_rows_are_gathered_again),
        TEST(counts_add_up_over_files),
        TEST(the_workbook_must_be_new_and_be_called_xlsx),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
