/* What overlays do to assessments: steps, moves that add up, and their order. */
#include "impact.h"

#include "impact_report.h"
#include "support_overlay.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cjson/cJSON.h>

#include <stdio.h>
#include <string.h>

/* Overlays on the small pack, their effect, and an assessment to try it on. */
struct trial {
    struct overlays overlays;
    struct pack *pack;
    struct impact impact;
    struct arena arena;
    struct assessment assessment;
};

static void start(struct trial *trial)
{
    struct error err = {.kind = ERROR_NONE};
    trial->pack = overlays_sound(&trial->overlays);
    assert_true(impact_open(&trial->impact, trial->pack, &err));
}

static void open_trial(struct trial *trial, const char *rows)
{
    *trial = (struct trial){.arena = ARENA_EMPTY};
    overlays_open(&trial->overlays, "tests/packs/check/base");
    overlays_put(&trial->overlays, "satu", rows);
    start(trial);
}

static void close_trial(struct trial *trial)
{
    impact_close(&trial->impact);
    pack_free(trial->pack);
    overlays_close(&trial->overlays);
    arena_release(&trial->arena);
}

/* A new assessment with these claims, 0 for none. */
static void assess(struct trial *trial, const char *agency, int year, int i01, int i02, int i03)
{
    const int claims[] = {i01, i02, i03};
    assessment_init(&trial->assessment, pack_instrument(trial->pack), &trial->arena);
    trial->assessment.agency = agency;
    trial->assessment.year = year;
    for (size_t i = 0; i < 3; i++) {
        trial->assessment.responses[i].claimed =
            (struct maybe){claims[i] != 0, fraction_whole(claims[i])};
    }
}

static void answer(struct trial *trial, const char *criterion, enum answer said)
{
    int position = instrument_find_criterion(pack_instrument(trial->pack), criterion,
                                             strlen(criterion), NOWHERE);
    assert_int_not_equal(position, NOWHERE);
    trial->assessment.answers[position] = (unsigned char)said;
}

static const struct impact_result *measure(struct trial *trial, int asked)
{
    struct error err = {.kind = ERROR_NONE};
    assert_true(impact_add(&trial->impact, &trial->assessment, asked, "dokumen", &err));
    return &trial->impact.results[trial->impact.count - 1];
}

static void want_fraction(struct fraction found, int64_t num, int64_t den)
{
    assert_int_equal(fraction_compare(found, fraction_make(num, den)), 0);
}

/* ---- steps ---- */

static void test_impact_step__single_changes_are_single_steps(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='unanswered', to=2},{change='evidence_from', to=3},"
                       "{change='text', of='I01.2.a', to='Lain.'}");
    assert_int_equal(trial.impact.steps.count, 3);
    for (size_t i = 0; i < 3; i++) {
        const struct impact_step *step = &trial.impact.steps.list[i];
        assert_int_equal(step->count, 1);
        assert_int_equal(step->changes[0], i);
        assert_true(step->has_alone);
    }
    want_fraction(trial.impact.steps.base.unanswered, 1, 1);
    want_fraction(trial.impact.steps.list[0].upto.unanswered, 2, 1);
    want_fraction(trial.impact.steps.list[1].upto.unanswered, 2, 1);
    want_fraction(trial.impact.steps.list[1].alone.unanswered, 1, 1);
    assert_int_equal(trial.impact.steps.list[1].alone.duty.from_level, 3);
    close_trial(&trial);
}

static void test_impact_step__weights_of_one_sum_are_one_step(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='weight', of='I01', to=16},{change='unanswered', to=2},"
                       "{change='weight', of='I02', to=24}");
    assert_int_equal(trial.impact.steps.count, 2);
    assert_int_equal(trial.impact.steps.list[0].count, 2);
    assert_int_equal(trial.impact.steps.list[0].changes[1], 2);
    assert_int_equal(trial.impact.steps.list[1].changes[0], 1);
    close_trial(&trial);
}

/* Domains, their aspects and the indicators in them hang together. */
static void test_impact_step__sums_hang_together_through_their_parts(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='weight', of='I01', to=25.5},{change='weight', of='I03', to=50},"
                       "{change='weight', of='A1', to=50},{change='weight', of='A2', to=50},"
                       "{change='weight', of='D1', to=50},{change='weight', of='D2', to=50}");
    assert_int_equal(trial.impact.steps.count, 1);
    assert_int_equal(trial.impact.steps.list[0].count, 6);
    close_trial(&trial);
}

static void test_impact_step__bands_are_one_step_and_documents_none(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='document', of='se-1', to='Surat'},"
                       "{change='band', of='Baik', to=2.6},"
                       "{change='add', of='I01.2.c', to='Ada.', basis='se-1'},"
                       "{change='band', of='Cukup', to=1.6}");
    assert_int_equal(trial.impact.steps.count, 2);
    assert_int_equal(trial.impact.steps.list[0].count, 2);
    assert_int_equal(trial.impact.steps.list[1].count, 1);
    assert_true(trial.impact.steps.list[1].has_alone); /* its document stands everywhere */
    close_trial(&trial);
}

/* What is only sound behind another change cannot stand alone. */
static void test_impact_step__a_change_that_needs_another_has_no_effect_alone(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='last_year', to=2024},"
                       "{change='guideline', from=2024, to='pedoman-2023'},"
                       "{change='years', of='I02.3.a', ['until']=2024}");
    assert_int_equal(trial.impact.steps.count, 2);
    assert_int_equal(trial.impact.steps.list[0].count, 2); /* a year needs its guide */
    assert_true(trial.impact.steps.list[0].has_alone);
    assert_false(trial.impact.steps.list[1].has_alone); /* 2024 is no year of the pack alone */
    close_trial(&trial);
}

static void test_impact_step__an_overlay_without_changes_has_no_steps(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "");
    assert_int_equal(trial.impact.steps.count, 0);
    assess(&trial, "Kota", 2023, 3, 3, 3);
    const struct impact_result *result = measure(&trial, BASIS_BY_RULE);
    want_fraction(result->delta, 0, 1);
    assert_int_equal(result->move_count, 0);
    assert_int_equal(trial.impact.all.moved, 0);
    close_trial(&trial);
}

/* ---- moves ---- */

static void test_impact__the_moves_add_up_to_the_difference(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='unanswered', to=2},{change='weight', of='I01', to=20},"
                       "{change='weight', of='I02', to=20}");
    assess(&trial, "Kota", 2023, 3, 0, 0);
    const struct impact_result *result = measure(&trial, BASIS_BY_RULE);
    assert_int_equal(result->basis, BASIS_CLAIMED);
    assert_int_equal(result->given, 1);
    assert_int_equal(result->of, 3);
    want_fraction(result->before.exact, 131, 100);
    want_fraction(result->after.exact, 220, 100);
    assert_int_equal(result->move_count, 2);
    want_fraction(result->moves[0].delta, 845, 1000);
    want_fraction(result->moves[1].delta, 45, 1000);
    want_fraction(result->moves[0].alone, 845, 1000);
    want_fraction(result->moves[1].alone, 90, 1000);
    assert_int_equal(result->moves[0].level_count, 2);
    assert_string_equal(result->moves[0].levels[0].indicator, "I02");
    assert_string_equal(result->before.predicate, "Kurang");
    assert_string_equal(result->after.predicate, "Cukup");
    assert_string_equal(result->moves[0].predicate, "Cukup");
    assert_null(result->moves[1].predicate);
    close_trial(&trial);
}

static void test_impact__a_predicate_can_move_without_the_index(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='band', of='Cukup', to=2.1}");
    assess(&trial, "Kota", 2023, 2, 2, 2);
    const struct impact_result *result = measure(&trial, BASIS_BY_RULE);
    want_fraction(result->delta, 0, 1);
    assert_int_equal(result->move_count, 1);
    assert_string_equal(result->moves[0].predicate, "Kurang");
    assert_int_equal(trial.impact.totals[0].moved, 1);
    assert_int_equal(trial.impact.totals[0].up, 0);
    assert_int_equal(trial.impact.totals[0].predicates, 1);
    assert_int_equal(trial.impact.all.predicates, 1);
    close_trial(&trial);
}

/* Criteria stand at the same positions in every set of rules, so one record serves all of them. */
static void test_impact__answers_count_under_the_rules_that_ask(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='evidence_from', to=4},"
                       "{change='add', of='I02.2.b', to='Ada.', basis='aturan-2020'}");
    assess(&trial, "Kota", 2023, 0, 0, 0);
    answer(&trial, "I02.2.a", ANSWER_YES);
    const struct impact_result *result = measure(&trial, BASIS_SUPPORTED);
    assert_int_equal(result->move_count, 2);
    want_fraction(result->moves[0].levels[0].to, 2, 1);
    want_fraction(result->moves[1].levels[0].to, 1, 1);
    want_fraction(result->delta, 0, 1);
    answer(&trial, "I02.2.b", ANSWER_YES);
    result = measure(&trial, BASIS_SUPPORTED);
    assert_int_equal(result->move_count, 1);
    assert_int_equal(trial.impact.totals[0].up, 2);
    assert_int_equal(trial.impact.totals[1].down, 1);
    close_trial(&trial);
}

/* The basis is that of the pack before any change, and stays. */
static void test_impact__all_steps_are_on_one_basis(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='withdraw', of='I01.2.b'}");
    assess(&trial, "Kota", 2022, 3, 3, 3);
    answer(&trial, "I01.2.b", ANSWER_YES);
    const struct impact_result *result = measure(&trial, BASIS_BY_RULE);
    assert_int_equal(result->basis, BASIS_CLAIMED);
    want_fraction(result->delta, 0, 1);
    close_trial(&trial);
}

static void test_impact__years_have_their_own_rules(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='reading', from=2022, to='exact'}");
    assess(&trial, "A", 2021, 2, 2, 2);
    measure(&trial, BASIS_BY_RULE);
    assess(&trial, "B", 2022, 2, 2, 2);
    measure(&trial, BASIS_BY_RULE);
    assess(&trial, "C", 2030, 2, 2, 2);
    measure(&trial, BASIS_BY_RULE);
    assess(&trial, "D", 2021, 2, 2, 2);
    measure(&trial, BASIS_BY_RULE);
    assert_int_equal(trial.impact.count, 4);
    close_trial(&trial);
}

static void test_impact__a_year_before_the_first_is_refused_and_not_counted(void **state)
{
    (void)state;
    struct trial trial;
    struct error err = {.kind = ERROR_NONE};
    open_trial(&trial, "{change='unanswered', to=2}");
    assess(&trial, "Kota", 2020, 2, 2, 2);
    assert_false(impact_add(&trial.impact, &trial.assessment, BASIS_BY_RULE, "dokumen", &err));
    assert_string_equal(err.id, "EVALUATION_YEAR");
    assert_int_equal(trial.impact.count, 0);
    assess(&trial, "", 2021, 2, 2, 2);
    assert_string_equal(measure(&trial, BASIS_BY_RULE)->name, "dokumen");
    close_trial(&trial);
}

/* ---- order and document ---- */

static void test_impact__another_predicate_comes_first_then_the_larger_difference(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='unanswered', to=2},{change='band', of='Baik', to=2.9}");
    assess(&trial, "tidak bergeser", 2023, 3, 3, 3);
    measure(&trial, BASIS_BY_RULE);
    assess(&trial, "sedikit", 2023, 0, 3, 3);
    measure(&trial, BASIS_BY_RULE);
    assess(&trial, "predikat lain", 2023, 3, 2, 3);
    measure(&trial, BASIS_BY_RULE);
    assess(&trial, "tidak bergeser juga", 2023, 3, 3, 3);
    measure(&trial, BASIS_BY_RULE);
    impact_sort(&trial.impact);
    assert_string_equal(trial.impact.results[0].name, "sedikit");
    assert_string_equal(trial.impact.results[1].name, "predikat lain");
    assert_string_equal(trial.impact.results[2].name, "tidak bergeser");
    assert_string_equal(trial.impact.results[3].name, "tidak bergeser juga");
    close_trial(&trial);
}

static void test_impact__many_results_are_kept(void **state)
{
    (void)state;
    struct trial trial;
    open_trial(&trial, "{change='unanswered', to=2}");
    for (int i = 0; i < 300; i++) {
        char name[32];
        snprintf(name, sizeof name, "Kota %d", i);
        assess(&trial, name, 2021 + i % 3, 1 + i % 3, i % 4, 0);
        measure(&trial, BASIS_BY_RULE);
    }
    assert_int_equal(trial.impact.count, 300);
    assert_int_equal(trial.impact.all.moved, 300);
    impact_sort(&trial.impact);
    for (size_t i = 1; i < 300; i++) {
        const struct impact_result *a = &trial.impact.results[i - 1];
        const struct impact_result *b = &trial.impact.results[i];
        bool same = (strcmp(a->before.predicate, a->after.predicate) == 0) ==
                    (strcmp(b->before.predicate, b->after.predicate) == 0);
        assert_true(!same || fraction_compare(a->delta, b->delta) >= 0);
    }
    close_trial(&trial);
}

static void test_impact_report__is_one_document_that_says_all(void **state)
{
    (void)state;
    struct trial trial;
    struct text text = TEXT_EMPTY;
    open_trial(&trial, "{change='unanswered', to=2, reason='Lebih \\\"adil\\\"'}");
    assess(&trial, "Kota \"Uji\"", 2023, 3, 0, 3);
    measure(&trial, BASIS_BY_RULE);
    impact_report_write(&trial.impact, &text);
    cJSON *document = cJSON_Parse(text.bytes);
    assert_non_null(document);
    const cJSON *steps = cJSON_GetObjectItem(document, "steps");
    const cJSON *rows = cJSON_GetObjectItem(document, "assessments");
    assert_string_equal(cJSON_GetObjectItem(document, "format")->valuestring, "spbe-impact/1");
    assert_int_equal(cJSON_GetArraySize(steps), 1);
    assert_int_equal(cJSON_GetArraySize(rows), 1);
    const cJSON *change =
        cJSON_GetArrayItem(cJSON_GetObjectItem(cJSON_GetArrayItem(steps, 0), "changes"), 0);
    assert_string_equal(cJSON_GetObjectItem(change, "reason")->valuestring, "Lebih \"adil\"");
    const cJSON *row = cJSON_GetArrayItem(rows, 0);
    assert_string_equal(cJSON_GetObjectItem(row, "agency")->valuestring, "Kota \"Uji\"");
    assert_string_equal(cJSON_GetObjectItem(row, "delta")->valuestring, "0.245");
    cJSON_Delete(document);
    text_release(&text);
    close_trial(&trial);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_impact_step__single_changes_are_single_steps),
        cmocka_unit_test(test_impact_step__weights_of_one_sum_are_one_step),
        cmocka_unit_test(test_impact_step__sums_hang_together_through_their_parts),
        cmocka_unit_test(test_impact_step__bands_are_one_step_and_documents_none),
        cmocka_unit_test(test_impact_step__a_change_that_needs_another_has_no_effect_alone),
        cmocka_unit_test(test_impact_step__an_overlay_without_changes_has_no_steps),
        cmocka_unit_test(test_impact__the_moves_add_up_to_the_difference),
        cmocka_unit_test(test_impact__a_predicate_can_move_without_the_index),
        cmocka_unit_test(test_impact__answers_count_under_the_rules_that_ask),
        cmocka_unit_test(test_impact__all_steps_are_on_one_basis),
        cmocka_unit_test(test_impact__years_have_their_own_rules),
        cmocka_unit_test(test_impact__a_year_before_the_first_is_refused_and_not_counted),
        cmocka_unit_test(test_impact__another_predicate_comes_first_then_the_larger_difference),
        cmocka_unit_test(test_impact__many_results_are_kept),
        cmocka_unit_test(test_impact_report__is_one_document_that_says_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
