/* Explanations and general answers in a file: each part can be changed alone, nothing that was written is
 * lost unseen, a locked indicator stays as it is. */
#include "edit_explanation.h"
#include "limit.h"
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
static struct edit edit;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    edit = (struct edit){store, &place.fixture.instrument, "Siti"};
    return !store_begin(store, "Siti", "test", &place.err);
}

static int leave(void **state)
{
    (void)state;
    store_close(store);
    place_leave(&place);
    return 0;
}

static bool explain(const char *level, const char *text, const char *facts, const char *analysis)
{
    const struct edit_explanation said = {text, facts, analysis};
    return edit_explain(&edit, level, &said, &place.err);
}

static void test_edit_explanation__parts_change_one_by_one(void **state)
{
    (void)state;
    assert_true(explain("I01.3", NULL, "Perwali 1", NULL));
    place_fact(&place, store, FIELD_EXPLANATION, "I01.3", "FAKTA: Perwali 1");
    assert_true(explain("I01.3", NULL, NULL, "cukup"));
    place_fact(&place, store, FIELD_EXPLANATION, "I01.3", "FAKTA: Perwali 1\n\nANALISIS: cukup");
    assert_true(explain("I01.3", NULL, "Perwali 2", NULL));
    place_fact(&place, store, FIELD_EXPLANATION, "I01.3", "FAKTA: Perwali 2\n\nANALISIS: cukup");
    assert_true(explain("I01.3", NULL, "-", NULL));
    place_fact(&place, store, FIELD_EXPLANATION, "I01.3", "ANALISIS: cukup");
    assert_true(explain("I01.3", NULL, NULL, ""));
    place_fact(&place, store, FIELD_EXPLANATION, "I01.3", NULL);
}

static void test_edit_explanation__a_free_text_is_not_lost_to_one_part(void **state)
{
    (void)state;
    assert_true(explain("I02.1", "kata bebas", NULL, NULL));
    assert_false(explain("I02.1", NULL, "fakta", NULL));
    place_failed(&place, "EDIT_EXPLANATION");
    assert_false(explain("I02.1", "teks", "fakta", NULL));
    place_failed(&place, "EDIT_EXPLANATION");
    place_fact(&place, store, FIELD_EXPLANATION, "I02.1", "kata bebas");
    assert_true(explain("I02.1", NULL, "f", "a"));
    place_fact(&place, store, FIELD_EXPLANATION, "I02.1", "FAKTA: f\n\nANALISIS: a");
    assert_true(explain("I02.1", "-", NULL, NULL));
    place_fact(&place, store, FIELD_EXPLANATION, "I02.1", NULL);
}

static void test_edit_explanation__an_instrument_without_parts_takes_whole_texts(void **state)
{
    (void)state;
    struct instrument plain = place.fixture.instrument;
    plain.portal.facts = "";
    edit.instrument = &plain;
    assert_false(explain("I01.3", NULL, "fakta", "analisis"));
    place_failed(&place, "EDIT_PARTS");
    assert_true(explain("I01.3", "FAKTA: apa adanya", NULL, NULL));
    place_fact(&place, store, FIELD_EXPLANATION, "I01.3", "FAKTA: apa adanya");
}

static void test_edit_explanation__levels_are_those_of_the_instrument(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",       "I01",   "I01.",    "I01.0",   "I01.6",
                                        "I01.03", "I99.2", "I01.2.a", "i01.2",   "I01.99999999999",
                                        "I01.-1", ".2",    "I01.2 ",  "I01.2.3", "I01.two"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_int_equal(edit_level(edit.instrument, wrong[i], &place.err), NOWHERE);
        place_failed(&place, "EDIT_LEVEL");
    }
    int position = edit_level(edit.instrument, "I02.4", &place.err);
    assert_int_equal(edit.instrument->levels[position].number, 4);
    assert_false(explain("I01.9", "x", NULL, NULL));
    place_failed(&place, "EDIT_LEVEL");
}

/* Both parts together must fit, not each alone. */
static void test_edit_explanation__long_and_broken_texts_are_refused(void **state)
{
    (void)state;
    char *most = memset(malloc(LIMIT_TEXT_BYTES + 1), 'x', LIMIT_TEXT_BYTES);
    most[LIMIT_TEXT_BYTES] = '\0';
    assert_true(explain("I01.2", most, NULL, NULL));
    assert_false(explain("I01.3", NULL, most, NULL));
    place_failed(&place, "EDIT_LONG");
    free(most);
    assert_false(explain("I01.3", "\xC3", NULL, NULL));
    place_failed(&place, "EDIT_UTF8");
    assert_false(explain("I01.3", NULL, NULL, "\xC3"));
    place_failed(&place, "EDIT_UTF8");
    assert_false(edit_general(&edit, "PU1", "\xC3", &place.err));
    place_failed(&place, "EDIT_UTF8");
}

static void test_edit_explanation__a_locked_indicator_stays(void **state)
{
    (void)state;
    assert_true(edit_state(&edit, "I01", STATE_LOCKED, NULL, &place.err));
    assert_false(explain("I01.2", "x", NULL, NULL));
    place_failed(&place, "STORE_LOCKED_INDICATOR");
    assert_true(explain("I02.2", "x", NULL, NULL));
}

static void test_edit_explanation__general_questions_are_answered(void **state)
{
    (void)state;
    assert_true(edit_general(&edit, "PU1", "perizinan", &place.err));
    place_fact(&place, store, FIELD_GENERAL, "PU1", "perizinan");
    assert_true(edit_general(&edit, "PU1", "-", &place.err));
    place_fact(&place, store, FIELD_GENERAL, "PU1", NULL);
    assert_false(edit_general(&edit, "PU9", "x", &place.err));
    place_failed(&place, "EDIT_QUESTION");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_edit_explanation__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(parts_change_one_by_one),
        TEST(a_free_text_is_not_lost_to_one_part),
        TEST(an_instrument_without_parts_takes_whole_texts),
        TEST(levels_are_those_of_the_instrument),
        TEST(long_and_broken_texts_are_refused),
        TEST(a_locked_indicator_stays),
        TEST(general_questions_are_answered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
