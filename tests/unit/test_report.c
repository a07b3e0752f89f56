/* The result document holds what the contract names, exactly, in each of its forms. */
#include "report.h"
#include "support_case.h"
#include "support_fixture.h"
#include "support_tree.h"
#include "warning.h"

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

/* The document of a case as a tree. */
static cJSON *tree_of(struct case_ *c, enum report_form form)
{
    struct text text = TEXT_EMPTY;
    report_write(&c->evaluation, form, &c->arena, &text);
    assert_null(strchr(text.bytes, '\n'));
    assert_int_equal(strlen(text.bytes), text.length);
    return tree_read(&text);
}

/* Claims 3 for all, some answers, evidence, verdicts and notes. */
static void fill(struct case_ *c)
{
    case_open(c, &fixture.instrument, 2022);
    case_claim(c, "*", 3);
    case_answer(c, "I03.2.a I03.3.a", ANSWER_YES);
    case_answer(c, "I03.4.a", ANSWER_NO);
    case_answer(c, "I02.3.b", ANSWER_YES); /* of another year */
    case_evidence(c, "I03",
                  (struct evidence){.title = "Laporan \"A\"",
                                    .number = "7",
                                    .date = "2022-02-01",
                                    .file = "a.pdf",
                                    .sha256 = "ab",
                                    .unit = "Diskominfo",
                                    .pages = "3",
                                    .note = "n"},
                  "I03.2.a");
    case_evidence(c, "I03", (struct evidence){.title = "B"}, "I03.3.a I03.2.a");
    case_verify(c, "I03", 2);
    struct response *response = &c->assessment.responses[2];
    static const struct verdict verdicts[] = {
        {STAGE_DOKUMEN, {3, 1}, "tampak lengkap", "Asesor A"},
        {STAGE_INTERVIU, {2, 1}, "belum semua unit", ""},
    };
    response->verdicts = verdicts;
    response->verdict_count = 2;
    response->verified_reason = "belum semua unit";
    response->note = "catatan";
    c->assessment.notes[14] = "lihat halaman 3";
    memcpy(c->assessment.sha256, "0123", 5);
}

static void test_report__names_engine_rules_assessment_and_year(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c);
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = tree_of(&c, REPORT_SUMMARY);
    tree_want(tree, "format", "spbe-report/1");
    tree_want(tree, "engine.name", "spbe");
    tree_want(tree, "engine.version", SPBE_VERSION);
    tree_want(tree, "lang", "id");
    tree_want(tree, "rules.id", "uji-2020");
    tree_want(tree, "rules.title", "Instrumen Uji");
    assert_int_equal(strlen(tree_at(tree, "rules.sha256")->valuestring), 64);
    assert_true(cJSON_IsArray(tree_at(tree, "rules.overlays")));
    assert_true(cJSON_IsArray(tree_at(tree, "rules.files")));
    tree_want(tree, "assessment.agency.name", "Kota Contoh");
    tree_want(tree, "assessment.agency.kind", "kota");
    tree_want_number(tree, "assessment.year", 2022);
    tree_want(tree, "assessment.instrument", "uji-2020");
    tree_want(tree, "assessment.sha256", "0123");
    tree_want(tree, "guideline.id", "panduan-2021");
    tree_want(tree, "guideline.title", "Panduan Uji 2021");
    tree_want_number(tree, "year_used", 2022);
    tree_want(tree, "scale.reading", "rounded");
    tree_want(tree, "scale.bands.0.name", "Memuaskan");
    tree_want(tree, "scale.bands.1.min", "3.5");
    tree_want(tree, "scale.target_index", "2.6");
    tree_want_number(tree, "scale.units", 1000);
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report__index_and_indexes(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c);
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = tree_of(&c, REPORT_SUMMARY);
    tree_want(tree, "basis", "claimed");
    tree_want(tree, "index.value", "3.00");
    tree_want(tree, "index.exact", "3");
    tree_want(tree, "index.predicate", "Baik");
    tree_want_number(tree, "index.given", 5);
    tree_want_number(tree, "index.of", 5);
    assert_null(tree_at(tree, "index.predicate_other"));
    tree_want(tree, "index.next.predicate", "Sangat Baik");
    tree_want(tree, "index.next.distance", "0.50");
    tree_want(tree, "indexes.claimed.value", "3.00");
    tree_want(tree, "indexes.supported.exact", "1.3");
    tree_want_number(tree, "indexes.supported.given", 1);
    tree_want(tree, "indexes.verified.exact", "1.15");
    tree_want_number(tree, "indexes.verified.of", 5);
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report__holds_only_bases_with_data(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    case_claim(&c, "*", 5);
    case_run(&c, BASIS_VERIFIED);
    cJSON *tree = tree_of(&c, REPORT_SUMMARY);
    tree_want(tree, "basis", "verified");
    tree_want_number(tree, "index.given", 0);
    tree_want(tree, "index.value", "1.00");
    assert_null(tree_at(tree, "indexes.verified"));
    assert_null(tree_at(tree, "indexes.supported"));
    assert_null(tree_at(tree, "indexes.claimed.next")); /* nothing is above the highest band */
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report__says_where_the_readings_differ(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    for (size_t i = 0; i < fixture.instrument.indicator_count; i++) {
        c.assessment.responses[i].claimed = (struct maybe){true, fraction_make(34985, 10000)};
    }
    case_run(&c, BASIS_CLAIMED);
    cJSON *tree = tree_of(&c, REPORT_PLAIN);
    tree_want(tree, "index.value", "3.50");
    tree_want(tree, "index.exact", "3.4985");
    tree_want(tree, "index.predicate", "Baik");
    tree_want(tree, "index.predicate_other", "Sangat Baik");
    tree_want(tree, "index.next.distance", "0.00");
    tree_want(tree, "index.next.distance_exact", "0.0015");
    tree_want(tree, "domains.0.aspects.0.indicators.0.claimed", "3.4985");
    tree_want_number(tree, "domains.0.aspects.0.indicators.0.level", 3);
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report__domains_aspects_and_indicators(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c);
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = tree_of(&c, REPORT_PLAIN);
    tree_want(tree, "domains.0.id", "D1");
    tree_want(tree, "domains.0.weight", "40");
    tree_want_number(tree, "domains.0.units", 400);
    tree_want(tree, "domains.0.value", "3.00");
    tree_want_number(tree, "domains.0.given", 3);
    tree_want(tree, "domains.0.aspects.1.name", "Layanan Dalam");
    const cJSON *indicator = tree_at(tree, "domains.0.aspects.1.indicators.0");
    tree_want(indicator, "id", "I03");
    tree_want_number(indicator, "no", 3);
    tree_want(indicator, "weight", "15");
    tree_want_number(indicator, "units", 150);
    tree_want_number(indicator, "max", 5);
    tree_want(indicator, "value", "3");
    tree_want_number(indicator, "level", 3);
    tree_want(indicator, "level_name", "Transaksi");
    tree_want_number(indicator, "claimed", 3);
    tree_want_number(indicator, "supported", 3);
    tree_want_number(indicator, "verified", 2);
    tree_want(indicator, "contribution", "0.45");
    tree_want(indicator, "outcome", "rated");
    tree_want(indicator, "reasons.0.code", "unmet");
    tree_want(indicator, "reasons.0.criterion", "I03.4.a");
    tree_want_number(indicator, "next.level", 4);
    tree_want(indicator, "next.gain", "0.15");
    tree_want(indicator, "next.gain_exact", "0.15");
    assert_true(cJSON_IsNull(tree_at(tree, "domains.0.aspects.0.indicators.0.supported")));
    assert_null(tree_at(indicator, "levels"));
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report__summary_leaves_out_indicators(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c);
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = tree_of(&c, REPORT_SUMMARY);
    tree_want(tree, "domains.1.aspects.0.id", "A3");
    assert_null(tree_at(tree, "domains.1.aspects.0.indicators"));
    assert_null(tree_at(tree, "instrument"));
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report__full_form_has_all_that_a_report_prints(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c);
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = tree_of(&c, REPORT_FULL);
    tree_want(tree, "instrument.short_title", "Uji 2020");
    tree_want(tree, "instrument.documents.0.id", "aturan");
    const cJSON *indicator = tree_at(tree, "domains.0.aspects.1.indicators.0");
    tree_want(indicator, "definition", "Indikator untuk pengujian.");
    tree_want(indicator, "note", "catatan");
    tree_want(indicator, "verified_reason", "belum semua unit");
    tree_want(indicator, "stages.0.stage", "dokumen");
    tree_want(indicator, "stages.0.value", "3");
    tree_want(indicator, "stages.1.reason", "belum semua unit");
    tree_want_number(indicator, "levels.1.level", 2);
    assert_true(cJSON_IsTrue(tree_at(indicator, "levels.0.baseline")));
    assert_true(cJSON_IsFalse(tree_at(indicator, "levels.0.duty")));
    assert_true(cJSON_IsTrue(tree_at(indicator, "levels.2.held")));
    assert_true(cJSON_IsFalse(tree_at(indicator, "levels.3.held")));
    tree_want(indicator, "levels.1.criteria.0.id", "I03.2.a");
    assert_true(cJSON_IsTrue(tree_at(indicator, "levels.1.criteria.0.met")));
    assert_true(cJSON_IsFalse(tree_at(indicator, "levels.3.criteria.0.met")));
    assert_true(cJSON_IsNull(tree_at(indicator, "levels.4.criteria.0.met")));
    tree_want(indicator, "levels.1.criteria.0.note", "lihat halaman 3");
    tree_want_number(indicator, "levels.1.criteria.0.evidence.0", 0);
    tree_want_number(indicator, "levels.1.criteria.0.evidence.1", 1);
    tree_want_number(indicator, "levels.2.criteria.0.evidence.0", 1);
    tree_want(indicator, "evidence.0.title", "Laporan \"A\"");
    tree_want(indicator, "evidence.0.unit", "Diskominfo");
    tree_want(indicator, "evidence.1.supports.0", "I03.3.a");
    cJSON_Delete(tree);
    case_close(&c);
}

/* A criterion of another year is no part of the level; it is named among the problems. */
static void test_report__criteria_of_other_years_are_problems_only(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c);
    case_run(&c, BASIS_BY_RULE);
    warning_run(&c.evaluation);
    cJSON *tree = tree_of(&c, REPORT_FULL);
    const cJSON *level = tree_at(tree, "domains.0.aspects.0.indicators.1.levels.2");
    assert_int_equal(cJSON_GetArraySize(tree_at(level, "criteria")), 1);
    const cJSON *problem = tree_at(tree, "problems.0");
    tree_want(problem, "where", "I02.3.b");
    tree_want(problem, "severity", "notice");
    tree_want(problem, "code", "other_year");
    assert_non_null(strstr(tree_at(problem, "message")->valuestring, "2023"));
    cJSON_Delete(tree);
    case_close(&c);
}

/* Papers need every basis of a domain and an aspect, not only the one that is shown. */
static void test_report__full_form_has_groups_on_each_basis(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c);
    case_run(&c, BASIS_SUPPORTED);
    cJSON *tree = tree_of(&c, REPORT_FULL);
    tree_want(tree, "domains.0.indexes.claimed.exact", "3");
    tree_want(tree, "domains.0.indexes.claimed.value", "3.00");
    tree_want_number(tree, "domains.0.indexes.verified.given", 1);
    assert_string_equal(tree_at(tree, "domains.0.aspects.0.exact")->valuestring,
                        tree_at(tree, "domains.0.aspects.0.indexes.supported.exact")->valuestring);
    cJSON_Delete(tree);
    tree = tree_of(&c, REPORT_PLAIN);
    assert_null(tree_at(tree, "domains.0.indexes"));
    assert_null(tree_at(tree, "objection"));
    assert_null(tree_at(tree, "questions"));
    cJSON_Delete(tree);
    case_close(&c);
}

/* What an objection asks for stands with its indicator; what all bring together, above. */
static void test_report__full_form_tells_what_is_disputed(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c);
    case_verify(&c, "I01", 1);
    case_run(&c, BASIS_VERIFIED);
    cJSON *tree = tree_of(&c, REPORT_FULL);
    const cJSON *indicator = tree_at(tree, "domains.0.aspects.1.indicators.0");
    tree_want(indicator, "id", "I03");
    tree_want(indicator, "dispute.basis", "supported");
    tree_want(indicator, "dispute.wanted", "3");
    tree_want(indicator, "dispute.gain_exact", "0.15");
    tree_want(tree, "domains.0.aspects.0.indicators.0.dispute.basis", "claimed");
    assert_null(tree_at(tree, "domains.0.aspects.0.indicators.1.dispute"));
    tree_want_number(tree, "objection.proven.count", 1);
    tree_want_number(tree, "objection.all.count", 2);
    tree_want(tree, "objection.proven.gain_exact", "0.15");
    tree_want(tree, "objection.proven.predicate", "Kurang");
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report__without_an_assessor_there_is_no_objection(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    case_claim(&c, "*", 2);
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = tree_of(&c, REPORT_FULL);
    assert_null(tree_at(tree, "objection"));
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report__full_form_has_papers_and_general_questions(void **state)
{
    (void)state;
    struct case_ c;
    fill(&c);
    static const struct general_answer answer = {.id = "PU2", .text = "sudah \"satu\""};
    c.assessment.general = &answer;
    c.assessment.general_count = 1;
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = tree_of(&c, REPORT_FULL);
    tree_want(tree, "instrument.papers.subject", "Sistem Uji (SU)");
    tree_want(tree, "instrument.papers.list.1.id", "berita-acara");
    tree_want(tree, "instrument.papers.list.1.statement", "telah dinilai");
    assert_true(cJSON_IsTrue(tree_at(tree, "instrument.papers.list.0.official")));
    assert_true(cJSON_IsNull(tree_at(tree, "questions.0.answer")));
    tree_want(tree, "questions.1.id", "PU2");
    tree_want(tree, "questions.1.answer", "sudah \"satu\"");
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report__an_instrument_without_domains(void **state)
{
    (void)state;
    struct instrument flat = fixture.instrument;
    struct aspect aspects[3];
    memcpy(aspects, flat.aspects, sizeof aspects);
    for (size_t a = 0; a < 3; a++) {
        aspects[a].domain = NOWHERE;
    }
    flat.aspects = aspects;
    flat.domain_count = 0;
    struct case_ c;
    case_open(&c, &flat, 2024);
    case_claim(&c, "*", 2);
    case_run(&c, BASIS_BY_RULE);
    cJSON *tree = tree_of(&c, REPORT_SUMMARY);
    assert_int_equal(cJSON_GetArraySize(tree_at(tree, "domains")), 0);
    tree_want(tree, "aspects.2.id", "A3");
    cJSON_Delete(tree);
    case_close(&c);
}

static void test_report__same_evaluation_same_bytes(void **state)
{
    (void)state;
    struct text first = TEXT_EMPTY;
    for (int round = 0; round < 20; round++) {
        struct case_ c;
        struct text text = TEXT_EMPTY;
        fill(&c);
        case_run(&c, BASIS_BY_RULE);
        warning_run(&c.evaluation);
        report_write(&c.evaluation, REPORT_FULL, &c.arena, &text);
        if (round == 0) {
            text_append(&first, text.bytes, text.length);
        }
        assert_string_equal(text.bytes, first.bytes);
        text_release(&text);
        case_close(&c);
    }
    text_release(&first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_report__names_engine_rules_assessment_and_year),
        cmocka_unit_test(test_report__index_and_indexes),
        cmocka_unit_test(test_report__holds_only_bases_with_data),
        cmocka_unit_test(test_report__says_where_the_readings_differ),
        cmocka_unit_test(test_report__domains_aspects_and_indicators),
        cmocka_unit_test(test_report__summary_leaves_out_indicators),
        cmocka_unit_test(test_report__full_form_has_all_that_a_report_prints),
        cmocka_unit_test(test_report__criteria_of_other_years_are_problems_only),
        cmocka_unit_test(test_report__full_form_has_groups_on_each_basis),
        cmocka_unit_test(test_report__full_form_tells_what_is_disputed),
        cmocka_unit_test(test_report__without_an_assessor_there_is_no_objection),
        cmocka_unit_test(test_report__full_form_has_papers_and_general_questions),
        cmocka_unit_test(test_report__an_instrument_without_domains),
        cmocka_unit_test(test_report__same_evaluation_same_bytes),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
