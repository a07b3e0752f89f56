/* One command's work on a file: who is at work, and how changes read. */
#include "session.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct place place;
static struct text told;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    told = (struct text)TEXT_EMPTY;
    unsetenv("SPBE_USER");
    return 0;
}

static int leave(void **state)
{
    (void)state;
    unsetenv("SPBE_USER");
    text_release(&told);
    place_leave(&place);
    return 0;
}

/* --- who is at work --------------------------------------------------------------------------- */

static bool who(const char *as, const char *kept)
{
    const struct call call = {.as = as};
    bool asked = true;
    text_clear(&told);
    bool ok = session_who(&call, kept, &told, &asked, &place.err);
    /* No test is a terminal: nobody was asked. */
    assert_false(asked);
    return ok;
}

static void test_session__the_name_comes_from_the_nearest_place(void **state)
{
    (void)state;
    assert_true(who("Budi", "Kartika"));
    assert_string_equal(told.bytes, "Budi");
    setenv("SPBE_USER", "Siti", 1);
    assert_true(who("Budi", "Kartika"));
    assert_string_equal(told.bytes, "Budi");
    assert_true(who(NULL, "Kartika"));
    assert_string_equal(told.bytes, "Siti");
    setenv("SPBE_USER", "", 1);
    assert_true(who(NULL, "Kartika"));
    assert_string_equal(told.bytes, "Kartika");
}

static void test_session__without_a_name_nothing_is_guessed(void **state)
{
    (void)state;
    setenv("USER", "root", 1);
    setenv("LOGNAME", "root", 1);
    assert_false(who(NULL, NULL));
    assert_int_equal(place.err.kind, ERROR_USAGE);
    place_failed(&place, "SESSION_WHO");
}

static void test_session__a_name_that_cannot_be_kept_is_refused(void **state)
{
    (void)state;
    assert_false(who("Budi\nSiti", NULL));
    place_failed(&place, "EDIT_NAME");
    assert_false(who("\xff", NULL));
    place_failed(&place, "EDIT_UTF8");
    setenv("SPBE_USER", "  ", 1);
    assert_false(who(NULL, NULL));
    place_failed(&place, "EDIT_EMPTY");
}

/* --- how changes read ------------------------------------------------------------------------- */

static const char *tell(enum field field, const char *indicator, const char *subject,
                        const char *was, const char *now)
{
    const struct change change = {.field = field,
                                  .word = field == FIELD_COUNT ? "kemudian" : change_word(field),
                                  .indicator = indicator,
                                  .subject = subject,
                                  .was = was,
                                  .now = now};
    text_clear(&told);
    session_tell_change(&change, &told);
    return told.bytes;
}

static void test_session__a_change_reads_in_one_line(void **state)
{
    (void)state;
    assert_string_equal(tell(FIELD_CLAIMED, "I07", "I07", "2", "3"), "I07  claimed value: 2 → 3");
    assert_string_equal(tell(FIELD_MET, "I07", "I07.3.a", NULL, "yes"), "I07.3.a  answer: yes");
    assert_string_equal(tell(FIELD_MET, "I07", "I07.3.a", "yes", NULL), "I07.3.a  answer: yes → –");
    assert_string_equal(tell(FIELD_AGENCY, NULL, "", "Kota A", "Kota B"),
                        "agency: Kota A → Kota B");
    /* What does not carry its indicator in its id gets it. */
    assert_string_equal(tell(FIELD_EVIDENCE_TITLE, "I07", "E3", NULL, "SK"), "I07 E3  title: SK");
    assert_string_equal(tell(FIELD_VERDICT_VALUE, "I07", "V3", NULL, "2"), "I07 V3  value: 2");
    assert_string_equal(tell(FIELD_UNIT_LISTED, NULL, "Kominfo", NULL, "Kominfo"),
                        "Kominfo  unit: Kominfo");
}

static void test_session__a_field_of_a_later_version_is_told_by_its_word(void **state)
{
    (void)state;
    assert_string_equal(tell(FIELD_COUNT, "I07", "I07", NULL, "x"), "I07  kemudian: x");
}

static void test_session__no_text_can_move_a_terminal_or_forge_a_line(void **state)
{
    (void)state;
    assert_string_equal(tell(FIELD_NOTE, "I07", "I07", NULL, "a\x1b[2Jb\nI08  claimed value: 5"),
                        "I07  note: a?[2Jb I08  claimed value: 5");
    assert_string_equal(tell(FIELD_UNIT_LISTED, NULL, "a\nb", NULL, "c"), "a b  unit: c");
    assert_string_equal(tell(FIELD_NOTE, "I0\x1b[7m", "E1", NULL, "c"), "I0?[7m E1  note: c");
}

static void test_session__words_of_the_contract_are_spoken_and_only_those(void **state)
{
    (void)state;
    assert_string_equal(tell(FIELD_STATE, "I07", "I07", "submitted", "locked"),
                        "I07  state: submitted → locked");
    assert_string_equal(tell(FIELD_CONTENT, NULL, "abc", "48213", "purged"),
                        "abc  document content: 48213 bytes → purged");
    /* In a text of a person they are just text. */
    assert_string_equal(tell(FIELD_NOTE, "I07", "I07", NULL, "yes"), "I07  note: yes");
}

/* --- files ------------------------------------------------------------------------------------ */

static void test_session__a_file_that_cannot_be_opened_leaves_nothing_to_close(void **state)
{
    (void)state;
    struct session session;
    assert_false(session_open(&session, "tidak-ada.spbe", STORE_WRITE, &place.err));
    place_failed(&place, "STORE_OPEN");
    session_close(&session);
}

static void test_session__rules_that_are_not_there_are_named(void **state)
{
    (void)state;
    struct session session;
    place_create(&place, "kota.spbe");
    assert_false(session_open(&session, "kota.spbe", STORE_READ, &place.err));
    assert_int_equal(place.err.kind, ERROR_PACK);
    assert_non_null(strstr(place.err.where, "uji-2020"));
    error_clear(&place.err);
    session_close(&session);
    /* Commands that need no rules still work. */
    assert_true(session_open_file(&session, "kota.spbe", STORE_READ, &place.err));
    assert_string_equal(store_about(session.store)->agency, "Kota Uji");
    session_close(&session);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_session__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(the_name_comes_from_the_nearest_place),
        TEST(without_a_name_nothing_is_guessed),
        TEST(a_name_that_cannot_be_kept_is_refused),
        TEST(a_change_reads_in_one_line),
        TEST(a_field_of_a_later_version_is_told_by_its_word),
        TEST(no_text_can_move_a_terminal_or_forge_a_line),
        TEST(words_of_the_contract_are_spoken_and_only_those),
        TEST(a_file_that_cannot_be_opened_leaves_nothing_to_close),
        TEST(rules_that_are_not_there_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
