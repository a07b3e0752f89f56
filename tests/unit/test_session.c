/* One command's work on a file: who does it, how changes read, what a change does to level and index. */
#include "session.h"

#include "file.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static struct place place;
static struct session session;

static int enter(void **state)
{
    (void)state;
    unsetenv("SPBE_USER");
    place_enter(&place);
    session = (struct session){.arena = ARENA_EMPTY, .name = TEXT_EMPTY};
    session.store = place_store(&place, "kota.spbe", STORE_WRITE);
    session.instrument = &place.fixture.instrument;
    session.edit = (struct edit){session.store, session.instrument, "Siti"};
    return 0;
}

static int leave(void **state)
{
    (void)state;
    session_close(&session);
    place_leave(&place);
    return 0;
}

/* Begins a step as session_begin does, without a command line. */
static void begin(void)
{
    assert_true(store_begin(session.store, "Siti", "test", &place.err));
    session.first = store_history_length(session.store) + 1;
}

/* Ends the step; *out gets what was written on standard output. */
static void end(enum basis basis, struct text *out)
{
    struct error err = {.kind = ERROR_NONE};
    fflush(stdout);
    int kept = dup(STDOUT_FILENO);
    int file = open("keluaran", O_RDWR | O_CREAT | O_TRUNC, 0600);
    assert_true(kept >= 0 && file >= 0 && dup2(file, STDOUT_FILENO) >= 0);
    bool done = session_end_scored(&session, basis, &err);
    fflush(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    close(file);
    assert_true(done);
    assert_true(file_read("keluaran", 100000, out, &err));
}

static void check_fact(enum field field, const char *fact, const char *expected)
{
    struct text text = TEXT_EMPTY;
    session_tell_fact(field, fact, &text);
    assert_string_equal(text.bytes, expected);
    text_release(&text);
}

static void test_session__facts_read_as_people_speak(void **state)
{
    (void)state;
    check_fact(FIELD_CLAIMED, NULL, "–");
    check_fact(FIELD_MET, "yes", "yes");
    check_fact(FIELD_CONTENT, "48213", "48213 bytes");
    check_fact(FIELD_CONTENT, "purged", "purged");
    check_fact(FIELD_EVIDENCE_NUMBER, "48213", "48213");
    check_fact(FIELD_NOTE, "merah \x1b[31m", "merah ?[31m");
}

static void test_session__a_change_names_its_indicator_once(void **state)
{
    (void)state;
    static const struct {
        struct change change;
        const char *line;
    } cases[] = {
        {{.field = FIELD_MET, .indicator = "I01", .subject = "I01.2.a", .now = "yes"},
         "I01.2.a  answer: yes"},
        {{.field = FIELD_CLAIMED, .indicator = "I01", .subject = "I01", .was = "2", .now = "3"},
         "I01  claimed value: 2 → 3"},
        {{.field = FIELD_EVIDENCE_PAGES, .indicator = "I01", .subject = "E4", .was = "3"},
         "I01 E4  pages: 3 → –"},
        {{.field = FIELD_YEAR, .subject = "", .now = "2024"}, "year: 2024"},
        {{.field = FIELD_COUNT, .word = "novel", .subject = "", .now = "x"}, "novel: x"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct text text = TEXT_EMPTY;
        session_tell_change(&cases[i].change, &text);
        assert_string_equal(text.bytes, cases[i].line);
        text_release(&text);
    }
}

/* A name is never taken from the machine's login. */
static void test_session__somebody_must_say_who(void **state)
{
    (void)state;
    struct text name = TEXT_EMPTY;
    struct call call = {.as = "Budi"};
    bool asked = true;
    assert_true(session_who(&call, "Ani", &name, &asked, &place.err));
    assert_string_equal(name.bytes, "Budi");
    assert_false(asked);
    text_clear(&name);
    call.as = NULL;
    assert_true(session_who(&call, "Ani", &name, &asked, &place.err));
    assert_string_equal(name.bytes, "Ani");
    text_clear(&name);
    setenv("SPBE_USER", "Cut", 1);
    assert_true(session_who(&call, "Ani", &name, &asked, &place.err));
    assert_string_equal(name.bytes, "Cut");
    unsetenv("SPBE_USER");
    call.as = "a\nb";
    text_clear(&name);
    assert_false(session_who(&call, NULL, &name, &asked, &place.err));
    place_failed(&place, "EDIT_NAME");
    text_release(&name);
}

static void test_session__a_step_tells_values_and_index_of_what_it_changed(void **state)
{
    (void)state;
    struct text out = TEXT_EMPTY;
    begin();
    assert_true(edit_claim(&session.edit, "I03", "3", NULL, &place.err));
    assert_true(edit_answer(&session.edit, "I03.2.a", "yes", NULL, &place.err));
    end(BASIS_SUPPORTED, &out);
    assert_non_null(strstr(out.bytes, "I03  claimed value: 3\n"));
    assert_non_null(strstr(out.bytes, "\nI03: claimed 3, supported 1; supported index 1,00 "
                                      "(1 of 5 indicators)\n"));
    assert_null(strstr(out.bytes, "I01:"));
    begin();
    assert_true(edit_rate(&session.edit, "I01", "3", "sesuai", NULL, &place.err));
    end(BASIS_VERIFIED, &out);
    assert_non_null(strstr(out.bytes, "\nI01: claimed –, supported –, verified 3; verified index "
                                      "1,25 (1 of 5 indicators)\n"));
    text_release(&out);
}

static void test_session__a_step_without_a_change_tells_nothing(void **state)
{
    (void)state;
    struct text out = TEXT_EMPTY;
    begin();
    end(BASIS_SUPPORTED, &out);
    assert_string_equal(out.bytes, "");
    text_release(&out);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_session__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(facts_read_as_people_speak),
        TEST(a_change_names_its_indicator_once),
        TEST(somebody_must_say_who),
        TEST(a_step_tells_values_and_index_of_what_it_changed),
        TEST(a_step_without_a_change_tells_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
