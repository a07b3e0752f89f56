/* Facts and analysis are fields of their own on a form: nothing that a person wrote is lost or moved when they are
 * taken apart and put together again, and whatever reads them twice finds the same. */
#include "form_part.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static const struct portal portal = {.facts = "FAKTA", .analysis = "ANALISIS"};
static const struct portal plain = {.facts = "", .analysis = ""};
static struct arena arena;

static int leave(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void same(const char *one, const char *other)
{
    assert_string_equal(one == NULL ? "-" : one, other == NULL ? "-" : other);
}

/* What two cells say, read and put together. */
static void reads(const char *facts, const char *analysis, const char *want_facts,
                  const char *want_analysis)
{
    struct explanation parts;
    struct explanation again;
    form_part_read(&portal, facts, analysis, &arena, &parts);
    same(parts.facts, want_facts);
    same(parts.analysis, want_analysis);
    form_part_read(&portal, parts.facts, parts.analysis, &arena, &again);
    same(again.facts, parts.facts);
    same(again.analysis, parts.analysis);
}

/* A part of a text is put beside the other: the whole then is `whole`. */
static void puts_part(const char *subject, const char *now, const char *mine, const char *whole)
{
    struct text out = TEXT_EMPTY;
    form_part_put(&portal, subject, now, mine, &arena, &out);
    assert_string_equal(out.bytes, whole);
    text_release(&out);
}

static void test_form_part__subjects_name_the_fact_and_the_part(void **state)
{
    (void)state;
    assert_string_equal(form_part_facts("I11.3", &arena), "I11.3/facts");
    assert_string_equal(form_part_analysis("I11.3", &arena), "I11.3/analysis");
    assert_string_equal(form_part_subject(FIELD_EXPLANATION, "I11.3/facts", &arena), "I11.3");
    assert_string_equal(form_part_subject(FIELD_EXPLANATION, "I11.3", &arena), "I11.3");
    assert_string_equal(form_part_name(&portal, FIELD_EXPLANATION, "I11.3/analysis", &arena),
                        "I11.3 ANALISIS");
    assert_string_equal(form_part_name(&portal, FIELD_EXPLANATION, "I11.3", &arena), "I11.3");
}

/* The outside index "I05/facts" of some pack is no part of an explanation. */
static void test_form_part__other_fields_pass_through(void **state)
{
    (void)state;
    assert_string_equal(form_part_subject(FIELD_MEASURE, "I05/facts", &arena), "I05/facts");
    assert_string_equal(form_part_name(&portal, FIELD_MEASURE, "I05/facts", &arena), "I05/facts");
    same(form_part_of(&portal, FIELD_MEASURE, "I05/facts", "FAKTA: a", &arena), "FAKTA: a");
    same(form_part_of(&portal, FIELD_NOTE, "I05", NULL, &arena), NULL);
}

static void test_form_part__a_fact_comes_apart(void **state)
{
    (void)state;
    const char *whole = "FAKTA: Perwali 12\n\nANALISIS: lengkap";
    same(form_part_of(&portal, FIELD_EXPLANATION, "I11.3/facts", whole, &arena), "Perwali 12");
    same(form_part_of(&portal, FIELD_EXPLANATION, "I11.3/analysis", whole, &arena), "lengkap");
    same(form_part_of(&portal, FIELD_EXPLANATION, "I11.3", whole, &arena), whole);
    same(form_part_of(&portal, FIELD_EXPLANATION, "I11.3/facts", "tanpa bentuk", &arena),
         "tanpa bentuk");
    same(form_part_of(&portal, FIELD_EXPLANATION, "I11.3/analysis", "tanpa bentuk", &arena), NULL);
    same(form_part_of(&portal, FIELD_EXPLANATION, "I11.3/facts", NULL, &arena), NULL);
}

static void test_form_part__a_part_is_put_beside_the_other(void **state)
{
    (void)state;
    puts_part("I11.3/facts", "ANALISIS: lengkap", "Perwali 12",
              "FAKTA: Perwali 12\n\nANALISIS: lengkap");
    puts_part("I11.3/analysis", "FAKTA: a\n\nANALISIS: b", "c", "FAKTA: a\n\nANALISIS: c");
    puts_part("I11.3/analysis", "FAKTA: a\n\nANALISIS: b", "", "FAKTA: a");
    puts_part("I11.3/facts", "FAKTA: a", "", "");
    puts_part("I11.3/analysis", "tanpa bentuk", "b", "FAKTA: tanpa bentuk\n\nANALISIS: b");
    puts_part("I11.3", "lama", "utuh", "utuh");
}

static void test_form_part__cells_are_read_as_they_will_be_kept(void **state)
{
    (void)state;
    reads("a", "b", "a", "b");
    reads("", "b", NULL, "b");
    reads("a", NULL, "a", NULL);
    reads("", "", NULL, NULL);
    reads(" a\nb ", "", "a\nb", NULL);
}

/* Somebody pastes the whole explanation into one cell. */
static void test_form_part__what_was_pasted_comes_apart(void **state)
{
    (void)state;
    reads("FAKTA: a\n\nANALISIS: b", "", "a", "b");
    reads("", "FAKTA: a\nANALISIS: b", "a", "b");
    reads("FAKTA: a", "b", "a", "b");
    reads("a", "ANALISIS: b", "a", "b");
    reads("a\nANALISIS: b", "", "a", "b");
    reads("ANALISIS: b", "", NULL, "b");
}

/* Nothing is dropped where both cells say something of their own. */
static void test_form_part__nothing_pasted_is_lost(void **state)
{
    (void)state;
    struct explanation parts;
    form_part_read(&portal, "FAKTA: a\n\nANALISIS: b", "c", &arena, &parts);
    assert_non_null(strstr(parts.facts, "a"));
    assert_non_null(strstr(parts.analysis, "b"));
    assert_non_null(strstr(parts.analysis, "c"));
    form_part_read(&portal, "c", "FAKTA: a\nANALISIS: b", &arena, &parts);
    assert_string_equal(parts.facts, "c");
    assert_non_null(strstr(parts.analysis, "a"));
    assert_non_null(strstr(parts.analysis, "b"));
}

static void test_form_part__an_instrument_without_parts_has_one_text(void **state)
{
    (void)state;
    struct explanation parts;
    form_part_read(&plain, "FAKTA: a\nANALISIS: b", "", &arena, &parts);
    same(parts.facts, "FAKTA: a\nANALISIS: b");
    same(parts.analysis, NULL);
    form_part_split(&plain, "utuh", &arena, &parts);
    same(parts.facts, "utuh");
    same(parts.analysis, NULL);
}

#define TEST(name) cmocka_unit_test_teardown(test_form_part__##name, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(subjects_name_the_fact_and_the_part),
        TEST(other_fields_pass_through),
        TEST(a_fact_comes_apart),
        TEST(a_part_is_put_beside_the_other),
        TEST(cells_are_read_as_they_will_be_kept),
        TEST(what_was_pasted_comes_apart),
        TEST(nothing_pasted_is_lost),
        TEST(an_instrument_without_parts_has_one_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
