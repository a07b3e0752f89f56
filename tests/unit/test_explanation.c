/* Explanations: two parts in one text, divided and joined without loss; a text that was written freely
 * is never taken apart; and which levels want one. */
#include "explanation.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static struct fixture fixture;
static const struct portal *portal;

static int enter(void **state)
{
    (void)state;
    fixture_open(&fixture);
    portal = &fixture.instrument.portal;
    return 0;
}

static int leave(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static void check_parts(const char *text, const char *facts, const char *analysis)
{
    struct explanation parts;
    assert_true(explanation_split(portal, text, &fixture.arena, &parts));
    assert_int_equal(parts.facts == NULL, facts == NULL);
    assert_int_equal(parts.analysis == NULL, analysis == NULL);
    assert_string_equal(facts == NULL ? "" : facts, parts.facts == NULL ? "" : parts.facts);
    assert_string_equal(analysis == NULL ? "" : analysis,
                        parts.analysis == NULL ? "" : parts.analysis);
}

static void test_explanation__parts_are_found(void **state)
{
    (void)state;
    check_parts(NULL, NULL, NULL);
    check_parts("FAKTA: a", "a", NULL);
    check_parts("ANALISIS: b", NULL, "b");
    check_parts("FAKTA: a\n\nANALISIS: b", "a", "b");
    check_parts("FAKTA:\r\n  a\n b \r\n\r\nANALISIS:\r\nb\n", "a\n b", "b");
    check_parts("FAKTA:\nANALISIS: ", NULL, NULL);
    check_parts("FAKTA: kata ANALISIS: di tengah baris", "kata ANALISIS: di tengah baris", NULL);
    check_parts("ANALISIS: b\nFAKTA: c", NULL, "b\nFAKTA: c");
}

/* What is not in the form stays whole: taking it for one part would lose the other. */
static void test_explanation__a_free_text_is_whole(void **state)
{
    (void)state;
    struct explanation parts;
    static const char *const free[] = {"bebas",    "",          "FAKTAnya: a",
                                       "fakta: a", " FAKTA: a", "x\nFAKTA: a"};
    for (size_t i = 0; i < sizeof free / sizeof free[0]; i++) {
        assert_false(explanation_split(portal, free[i], &fixture.arena, &parts));
        assert_null(parts.facts);
    }
    struct portal none = {.facts = "", .analysis = ""};
    assert_false(explanation_has_parts(&none));
    assert_false(explanation_split(&none, ": a", &fixture.arena, &parts));
}

static void test_explanation__what_is_joined_divides_again(void **state)
{
    (void)state;
    static const struct explanation all[] = {
        {"a", "b"}, {"a\n\nb", "c\nd"}, {"a", NULL}, {NULL, "b"}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        struct text text = TEXT_EMPTY;
        explanation_join(portal, &all[i], &text);
        check_parts(text.bytes, all[i].facts, all[i].analysis);
        text_release(&text);
    }
    struct text nothing = TEXT_EMPTY;
    explanation_join(portal, &(struct explanation){NULL, NULL}, &nothing);
    assert_int_equal(nothing.length, 0);
}

static void test_explanation__characters_are_counted_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(explanation_length(NULL), 0);
    assert_int_equal(explanation_length("abc"), 3);
    assert_int_equal(explanation_length("é–𝄞"), 3);
}

static void test_explanation__levels_up_to_the_claim_want_one(void **state)
{
    (void)state;
    const char *texts[5] = {NULL, "dua", NULL, "empat", NULL};
    struct response response = {.explanations = texts};
    const struct instrument *instrument = &fixture.instrument;
    assert_int_equal(explanation_wanted(instrument, 0, &response), 0);
    response.claimed = (struct maybe){true, fraction_whole(3)};
    assert_int_equal(explanation_wanted(instrument, 0, &response), 3);
    assert_int_equal(explanation_given(instrument, 0, &response), 1);
    response.claimed.value = fraction_make(45, 10);
    assert_int_equal(explanation_wanted(instrument, 0, &response), 4);
    assert_int_equal(explanation_given(instrument, 0, &response), 2);
    response.explanations = NULL;
    assert_int_equal(explanation_given(instrument, 0, &response), 0);
    assert_null(explanation_of(&response, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_explanation__parts_are_found, enter, leave),
        cmocka_unit_test_setup_teardown(test_explanation__a_free_text_is_whole, enter, leave),
        cmocka_unit_test_setup_teardown(test_explanation__what_is_joined_divides_again, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_explanation__characters_are_counted_not_bytes, enter,
                                        leave),
        cmocka_unit_test_setup_teardown(test_explanation__levels_up_to_the_claim_want_one, enter,
                                        leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
