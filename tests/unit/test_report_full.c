/* What the full form adds to the result document, where nothing else looks: what overlays changed, conditions of
 * criteria, items and measures of an instrument with fractions, explanations, and what is left out when there
 * is nothing to say. */
#include "report_full.h"

#include "support_case.h"
#include "support_fixture.h"
#include "support_tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

static struct fixture fixture;

static int open_fixture(void **state)
{
    (void)state;
    fixture_open(&fixture);
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

/* The member "instrument" as a tree. */
static cJSON *instrument_tree(const struct instrument *instrument)
{
    struct text text = TEXT_EMPTY;
    struct json_out out = {&text, false};
    json_out_open(&out, '{');
    report_full_instrument(&out, instrument);
    json_out_close(&out, '}');
    return tree_read(&text);
}

/* The members of an indicator as a tree. */
static cJSON *indicator_tree(const struct case_ *c, int indicator)
{
    struct text text = TEXT_EMPTY;
    struct json_out out = {&text, false};
    json_out_open(&out, '{');
    report_full_indicator(&out, &c->evaluation, indicator);
    json_out_close(&out, '}');
    return tree_read(&text);
}

/* ---- the instrument ---- */

static void test_report_full__an_instrument_says_what_is_uncertain(void **state)
{
    (void)state;
    static const struct conflict conflicts[] = {{"Bobot I01", "1,3 atau 1,5", "1,3 dipakai"}};
    static const char *const notes[] = {"Batas ini dikarang.", NULL};
    struct instrument instrument = fixture.instrument;
    instrument.conflicts = conflicts;
    instrument.conflict_count = 1;
    instrument.notes = notes;
    cJSON *tree = instrument_tree(&instrument);
    tree_want(tree, "instrument.conflicts.0.topic", "Bobot I01");
    tree_want(tree, "instrument.conflicts.0.resolution", "1,3 dipakai");
    tree_want(tree, "instrument.notes.0", "Batas ini dikarang.");
    tree_want(tree, "instrument.documents.2.title", "Panduan Uji 2023");
    assert_true(cJSON_GetNumberValue(tree_at(tree, "instrument.documents.2.guide_years.0")) ==
                2023);
    tree_want_none(tree, "instrument.documents.0.guide_years"); /* the regulation */
    tree_want_none(tree, "instrument.documents.3");
    tree_want_none(tree, "instrument.changes"); /* there is no overlay */
    cJSON_Delete(tree);
}

/* An evaluation under an overlay says so on every surface: here is what the others show. */
static void test_report_full__changes_of_overlays_are_told(void **state)
{
    (void)state;
    static const struct overlay_note overlays[] = {{.id = "satu"}, {.id = "dua"}};
    static const struct rule_change changes[] = {
        {.kind = "weight",
         .of = "I01",
         .before = "12.5",
         .after = "13",
         .reason = "Nota 1",
         .source = "",
         .overlay = 0,
         .line = 12},
        {.kind = "weight",
         .of = "I02",
         .before = "12.5",
         .after = "12",
         .reason = "",
         .source = "",
         .overlay = 1,
         .line = 9},
    };
    struct instrument instrument = fixture.instrument;
    instrument.overlays = overlays;
    instrument.overlay_count = 2;
    instrument.changes = changes;
    instrument.change_count = 2;
    cJSON *tree = instrument_tree(&instrument);
    tree_want(tree, "instrument.changes.0.change", "weight");
    tree_want(tree, "instrument.changes.0.of", "I01");
    tree_want(tree, "instrument.changes.0.overlay", "satu");
    tree_want(tree, "instrument.changes.0.reason", "Nota 1");
    tree_want(tree, "instrument.changes.1.overlay", "dua");
    assert_int_equal(tree_at(tree, "instrument.changes.1.line")->valueint, 9);
    assert_non_null(strstr(tree_at(tree, "instrument.changes.0.text")->valuestring, "13"));
    cJSON_Delete(tree);
}

/* ---- criteria ---- */

static void test_report_full__criteria_say_their_conditions(void **state)
{
    (void)state;
    static const struct metric metric = {.key = "indeks_uji"};
    struct instrument instrument = fixture.instrument;
    struct criterion *criteria =
        arena_get(&fixture.arena, instrument.criterion_count, sizeof *criteria);
    memcpy(criteria, instrument.criteria, instrument.criterion_count * sizeof *criteria);
    instrument.criteria = criteria;
    int first = instrument_find_criterion(&instrument, "I03.2.a", 7, NOWHERE);
    int next = instrument_find_criterion(&instrument, "I03.3.a", 7, NOWHERE);
    criteria[first].detail = "Lihat lampiran.";
    criteria[first].decisive = true;
    criteria[first].metric = &metric;
    criteria[next].optional = true;
    struct case_ c;
    case_open(&c, &instrument, 2022);
    case_answer(&c, "I03.2.a", ANSWER_YES);
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = indicator_tree(&c, 2);
    tree_want(tree, "levels.1.criteria.0.detail", "Lihat lampiran.");
    assert_true(cJSON_IsTrue(tree_at(tree, "levels.1.criteria.0.decisive")));
    assert_true(cJSON_IsString(tree_at(tree, "levels.2.criteria.0.conditions")));
    tree_want_none(tree, "levels.2.criteria.0.detail");
    tree_want_none(tree, "levels.2.criteria.0.decisive");
    tree_want_none(tree, "levels.3.criteria.0.conditions");
    cJSON_Delete(tree);
    case_close(&c);
}

/* ---- an instrument with fractions ---- */

static void test_report_full__items_have_points_and_answers(void **state)
{
    (void)state;
    struct case_ c;
    fixture_as_pemdi(&fixture);
    case_open(&c, &fixture.instrument, 2022);
    case_items(&c, "I01.2.e1", ANSWER_YES);
    case_items(&c, "I01.2.e2", ANSWER_NO);
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = indicator_tree(&c, 0);
    tree_want(tree, "levels.1.from", "1.5");
    tree_want(tree, "levels.1.to", "2.5");
    tree_want(tree, "levels.1.items.0.id", "I01.2.e1");
    tree_want(tree, "levels.1.items.0.text", "Dokumen pertama");
    tree_want(tree, "levels.1.items.0.points", "0.5");
    assert_true(cJSON_IsTrue(tree_at(tree, "levels.1.items.0.met")));
    assert_true(cJSON_IsFalse(tree_at(tree, "levels.1.items.1.met")));
    assert_true(cJSON_IsNull(tree_at(tree, "levels.2.items.0.met")));
    assert_true(cJSON_IsNull(tree_at(tree, "levels.2.items.0.note")));
    tree_want_none(tree, "levels.1.items.2");
    tree_want_none(tree, "measure");
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report_full__a_measure_says_how_it_becomes_a_value(void **state)
{
    (void)state;
    struct case_ c;
    fixture_as_pemdi(&fixture);
    case_open(&c, &fixture.instrument, 2022);
    case_measure(&c, "I04", (struct fraction){275, 4});
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = indicator_tree(&c, 3);
    tree_want(tree, "measure.key", "indeks_uji");
    tree_want(tree, "measure.value", "68.75");
    tree_want(tree, "measure.from", "-10");
    tree_want(tree, "measure.to", "100");
    tree_want(tree, "measure.lines.1.low", "1");
    tree_want(tree, "measure.lines.1.high", "5");
    tree_want(tree, "measure.basis", "aturan uji");
    tree_want_none(tree, "measure.lines.2");
    tree_want_none(tree, "levels.1.items");
    cJSON_Delete(tree);
    case_close(&c);
    case_open(&c, &fixture.instrument, 2022);
    case_run(&c, BASIS_BY_RULE);
    tree = indicator_tree(&c, 3);
    assert_true(cJSON_IsNull(tree_at(tree, "measure.value")));
    cJSON_Delete(tree);
    case_close(&c);
}

/* ---- what people wrote ---- */

static void test_report_full__explanations_stand_at_their_levels(void **state)
{
    (void)state;
    static const char *const explanations[] = {NULL, "Sudah ada SK.", NULL, NULL, NULL};
    struct case_ c;
    case_open(&c, &fixture.instrument, 2022);
    c.assessment.responses[0].explanations = explanations;
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = indicator_tree(&c, 0);
    tree_want(tree, "levels.1.explanation", "Sudah ada SK.");
    assert_true(cJSON_IsNull(tree_at(tree, "levels.0.explanation")));
    cJSON_Delete(tree);
    tree = indicator_tree(&c, 1);
    assert_true(cJSON_IsNull(tree_at(tree, "levels.1.explanation")));
    cJSON_Delete(tree);
    case_close(&c);
}

/* Nobody answered anything: every list is there and empty, so that no template stumbles. */
static void test_report_full__an_empty_indicator_has_all_its_lists(void **state)
{
    (void)state;
    static const char *const lists[] = {"stages", "evidence", "levels.1.criteria.0.evidence"};
    struct case_ c;
    case_open(&c, &fixture.instrument, 2022);
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = indicator_tree(&c, 4);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (!cJSON_IsArray(tree_at(tree, lists[i])) ||
            cJSON_GetArraySize(tree_at(tree, lists[i])) != 0) {
            fail_msg("%s is no empty list", lists[i]);
        }
    }
    assert_int_equal(cJSON_GetArraySize(tree_at(tree, "levels")), 5);
    assert_true(cJSON_IsNull(tree_at(tree, "note")));
    assert_true(cJSON_IsNull(tree_at(tree, "unit")));
    tree_want_none(tree, "data_source");
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report_full__who_looks_after_an_indicator_is_told(void **state)
{
    (void)state;
    static const char *const supervisors[] = {"Kementerian A", "Badan B", NULL};
    struct instrument instrument = fixture.instrument;
    struct indicator *indicators =
        arena_get(&fixture.arena, instrument.indicator_count, sizeof *indicators);
    memcpy(indicators, instrument.indicators, instrument.indicator_count * sizeof *indicators);
    indicators[1].data_source = "Survei";
    indicators[1].supervisors = supervisors;
    indicators[1].ladder_note = "Tangga sendiri.";
    instrument.indicators = indicators;
    struct case_ c;
    case_open(&c, &instrument, 2022);
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = indicator_tree(&c, 1);
    tree_want(tree, "data_source", "Survei");
    tree_want(tree, "supervisors.1", "Badan B");
    tree_want(tree, "ladder_note", "Tangga sendiri.");
    cJSON_Delete(tree);
    case_close(&c);
}

#define TEST(name) \
    cmocka_unit_test_setup_teardown(test_report_full__##name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_instrument_says_what_is_uncertain),  TEST(changes_of_overlays_are_told),
        TEST(criteria_say_their_conditions),         TEST(items_have_points_and_answers),
        TEST(a_measure_says_how_it_becomes_a_value), TEST(explanations_stand_at_their_levels),
        TEST(an_empty_indicator_has_all_its_lists),  TEST(who_looks_after_an_indicator_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
