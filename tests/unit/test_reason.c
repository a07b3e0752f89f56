/* Reasons say why a value is not the next one: the right one, with its criterion, each at most once. */
#include "lang.h"
#include "progress.h"
#include "reason.h"
#include "support_case.h"
#include "support_fixture.h"

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

/* The codes of an indicator's reasons, with level and criterion: "unmet 2 I01.2.b". */
static const char *codes(struct case_ *c, const char *indicator)
{
    struct reason reasons[REASONS_MAX];
    int position = instrument_find_indicator(&fixture.instrument, indicator, strlen(indicator), 0);
    size_t count = reason_list(&c->evaluation, position, &c->arena, reasons);
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < count; i++) {
        text_format(&text, "%s%s %d%s%s", i == 0 ? "" : "; ", reasons[i].code, reasons[i].level,
                    reasons[i].criterion == NULL ? "" : " ",
                    reasons[i].criterion == NULL ? "" : reasons[i].criterion);
        assert_true(strlen(reasons[i].text) > 10);
        assert_int_not_equal(reasons[i].text[strlen(reasons[i].text) - 1], '.');
    }
    const char *copy = arena_string(&c->arena, text.bytes);
    text_release(&text);
    return copy;
}

/* The sentence of the first reason with that code. */
static const char *sentence(struct case_ *c, const char *indicator, const char *code)
{
    struct reason reasons[REASONS_MAX];
    int position = instrument_find_indicator(&fixture.instrument, indicator, strlen(indicator), 0);
    size_t count = reason_list(&c->evaluation, position, &c->arena, reasons);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(reasons[i].code, code) == 0) {
            return reasons[i].text;
        }
    }
    fail_msg("no reason %s", code);
    return "";
}

static const struct {
    const char *name, *indicator, *met, *unmet, *proven;
    int claim, verdict; /* 0 = none */
    enum basis basis;
    const char *codes;
} cases[] = {
    {"nothing at all", "I01", "", "", "", 0, 0, BASIS_SUPPORTED,
     "not_rated 1; no_answers 2 I01.2.a"},
    {"a claim alone", "I01", "", "", "", 3, 0, BASIS_CLAIMED, "no_answers 4 I01.4.a"},
    {"a criterion that is not met", "I01", "I01.2.a", "I01.2.b", "I01.2.a", 0, 0, BASIS_SUPPORTED,
     "baseline 1; unmet 2 I01.2.b"},
    {"the first one of two", "I01", "", "I01.2.a I01.2.b", "I01.2.a", 0, 0, BASIS_SUPPORTED,
     "baseline 1; unmet 2 I01.2.a"},
    {"not met, not answered, no evidence", "I01", "I01.2.a I01.2.b", "I01.3.b", "I01.2.a", 0, 0,
     BASIS_SUPPORTED, "unmet 3 I01.3.b; unanswered 3 I01.3.a; no_evidence 3"},
    {"met but unproven", "I03", "I03.2.a I03.3.a", "", "I03.2.a", 0, 0, BASIS_SUPPORTED,
     "unproven 3"},
    {"waits for an answer", "I03", "I03.2.a", "", "I03.2.a I03.3.a", 0, 0, BASIS_SUPPORTED,
     "unanswered 3 I03.3.a"},
    {"claimed too much", "I03", "I03.2.a", "I03.3.a", "I03.2.a I03.3.a", 4, 0, BASIS_CLAIMED,
     "claim_above_support 4; unmet 3 I03.3.a"},
    {"claimed too little", "I03", "I03.2.a I03.3.a", "I03.4.a", "I03.2.a I03.3.a I03.4.a", 2, 0,
     BASIS_CLAIMED, "claim_below_support 2; unmet 4 I03.4.a"},
    {"claimed what is there", "I03", "I03.2.a", "I03.3.a", "I03.2.a I03.3.a", 2, 0, BASIS_CLAIMED,
     "unmet 3 I03.3.a"},
    {"all the way up", "I03", "I03.2.a I03.3.a I03.4.a I03.5.a", "",
     "I03.2.a I03.3.a I03.4.a I03.5.a", 0, 0, BASIS_SUPPORTED, "top 5"},
    {"an assessor's value", "I03", "I03.2.a", "", "I03.2.a I03.3.a", 0, 2, BASIS_VERIFIED,
     "verified 2; unanswered 3 I03.3.a"},
    {"a baseline's own criterion blocks", "I05", "I05.2.a", "I05.1.a", "I05.2.a", 0, 0,
     BASIS_SUPPORTED, "baseline 1; unmet 1 I05.1.a"},
    {"not verified", "I03", "I03.2.a", "", "I03.2.a I03.3.a", 0, 0, BASIS_VERIFIED,
     "not_rated 1; unanswered 3 I03.3.a"},
};

static void test_reason__codes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct case_ c;
        case_open(&c, &fixture.instrument, 2022);
        case_answer(&c, cases[i].met, ANSWER_YES);
        case_answer(&c, cases[i].unmet, ANSWER_NO);
        case_evidence(&c, cases[i].indicator, (struct evidence){.title = "Laporan"},
                      cases[i].proven);
        if (cases[i].claim > 0) {
            case_claim(&c, cases[i].indicator, cases[i].claim);
        }
        if (cases[i].verdict > 0) {
            case_verify(&c, cases[i].indicator, cases[i].verdict);
        }
        case_run(&c, (int)cases[i].basis);
        const char *got = codes(&c, cases[i].indicator);
        if (strcmp(got, cases[i].codes) != 0) {
            fail_msg("%s: %s", cases[i].name, got);
        }
        case_close(&c);
    }
}

static void test_reason__names_the_criterion_and_quotes_it(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    case_answer(&c, "I01.2.a", ANSWER_NO);
    case_run(&c, BASIS_SUPPORTED);
    const char *text = sentence(&c, "I01", "unmet");
    assert_non_null(strstr(text, "I01.2.a"));
    assert_non_null(strstr(text, "Kebijakan ditetapkan."));
    assert_non_null(strstr(text, "Terkelola"));
    assert_non_null(strstr(sentence(&c, "I01", "unanswered"), "I01.2.b"));
    case_close(&c);
}

static void test_reason__leaves_out_criteria_of_other_years(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2022);
    case_answer(&c, "I02.2.a I02.3.a", ANSWER_YES);
    case_answer(&c, "I02.3.b", ANSWER_NO); /* from 2023 */
    case_run(&c, BASIS_SUPPORTED);
    assert_string_equal(codes(&c, "I02"), "baseline 1; unproven 2");
    c.assessment.year = 2023;
    case_evidence(&c, "I02", (struct evidence){.title = "Laporan"}, "I02.2.a");
    case_run(&c, BASIS_SUPPORTED);
    assert_string_equal(codes(&c, "I02"), "unmet 3 I02.3.b; no_evidence 3");
    case_close(&c);
}

static void test_reason__gives_the_assessor_s_own_words(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &fixture.instrument, 2024);
    case_verify(&c, "I03", 2);
    c.assessment.responses[2].verified_reason = "bukti tidak sah";
    case_run(&c, BASIS_VERIFIED);
    assert_non_null(strstr(sentence(&c, "I03", "verified"), "bukti tidak sah"));
    /* Stages tell it themselves, whatever order they were given in: that of the last stage counts. */
    const struct verdict stages[] = {
        {STAGE_INTERVIU, fraction_whole(2), "lampiran tidak diajukan", "Asesor A"},
        {STAGE_DOKUMEN, fraction_whole(3), "sesuai", "Asesor A"},
    };
    c.assessment.responses[2].verdicts = stages;
    c.assessment.responses[2].verdict_count = 2;
    c.assessment.responses[2].verified_reason = NULL;
    case_run(&c, BASIS_VERIFIED);
    assert_non_null(strstr(sentence(&c, "I03", "verified"), "lampiran tidak diajukan"));
    case_close(&c);
}

/* ---- items and outside indices ---- */

/* One row a rule: the items of I01 (two a level, on 1, 1.5, 2.5, 3.5, 4, 5), and what is said. */
static const struct {
    const char *name, *accepted, *refused, *codes;
} item_cases[] = {
    {"nothing at all", "", "", "not_rated 1; no_items 1 I01.1.e1"},
    {"one is refused", "", "I01.1.e1", "items 1 I01.1.e1"},
    {"one is accepted", "I01.1.e1", "", "items 1 I01.1.e2"},
    {"a level in full", "I01.1.e1 I01.1.e2", "", "on_cut 2; items 2 I01.2.e1"},
    {"a level above that is not open", "I01.1.e1 I01.2.e1 I01.4.e2", "",
     "not_open 1; items 1 I01.1.e2"},
    {"all of it",
     "I01.1.e1 I01.1.e2 I01.2.e1 I01.2.e2 I01.3.e1 I01.3.e2 I01.4.e1 I01.4.e2 I01.5.e1 I01.5.e2",
     "", "top 5"},
};

/* Protects packs of whose criteria some only describe, are one of several, or are asked of others: a level waits only
 * for what it asks, and what is still to be done names the same. */
static void test_reason__a_level_waits_only_for_what_it_asks(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum demand a, b;
        bool others; /* I01.3.a is asked of others only */
        enum answer first, second;
        const char *codes, *told;
    } rows[] = {
        {"both asked", DEMAND_ALWAYS, DEMAND_ALWAYS, false, ANSWER_NONE, ANSWER_NO,
         "unmet 3 I01.3.b; unanswered 3 I01.3.a", "claim"},
        {"the first only describes", DEMAND_NEVER, DEMAND_ALWAYS, false, ANSWER_NO, ANSWER_NONE,
         "unanswered 3 I01.3.b", "1 answer at level 3 (I01.3.b)"},
        {"the first is asked of others", DEMAND_ALWAYS, DEMAND_ALWAYS, true, ANSWER_NONE,
         ANSWER_NONE, "unanswered 3 I01.3.b", "1 answer at level 3 (I01.3.b)"},
        {"one of two is enough", DEMAND_GROUP, DEMAND_GROUP, false, ANSWER_NO, ANSWER_YES,
         "unanswered 4 I01.4.a", "answers at level 4 (I01.4.a, I01.4.b)"},
        {"one of two is refused", DEMAND_GROUP, DEMAND_GROUP, false, ANSWER_NO, ANSWER_NONE,
         "unanswered 3 I01.3.b", "1 answer at level 3 (I01.3.b)"},
        {"both of two are refused", DEMAND_GROUP, DEMAND_GROUP, false, ANSWER_NO, ANSWER_NO,
         "unmet 3 I01.3.a", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture own;
        struct case_ c;
        struct text told = TEXT_EMPTY;
        fixture_open(&own);
        struct criterion *criteria =
            arena_get(&own.arena, own.instrument.criterion_count, sizeof *criteria);
        memcpy(criteria, own.instrument.criteria,
               own.instrument.criterion_count * sizeof *criteria);
        own.instrument.criteria = criteria;
        own.instrument.conditional = true;
        case_open(&c, &own.instrument, 2024);
        int a = instrument_find_criterion(&own.instrument, "I01.3.a", 7, 0);
        criteria[a].demand = rows[i].a;
        criteria[a].kinds = rows[i].others ? 1U << KIND_LEMBAGA : 0;
        criteria[a + 1].demand = rows[i].b;
        criteria[a].group = criteria[a + 1].group = rows[i].a == DEMAND_GROUP ? "g" : "";
        c.assessment.kind = KIND_KOTA;
        case_fulfil(&c, "I01", 1, 2);
        case_evidence(&c, "I01", (struct evidence){.title = "Laporan"}, "I01.3.b I01.4.a");
        c.assessment.answers[a] = (unsigned char)rows[i].first;
        c.assessment.answers[a + 1] = (unsigned char)rows[i].second;
        case_run(&c, BASIS_SUPPORTED);
        if (strcmp(codes(&c, "I01"), rows[i].codes) != 0) {
            fail_msg("%s: %s", rows[i].name, codes(&c, "I01"));
        }
        struct progress progress = progress_of(&c.evaluation, 0);
        progress_tell(&c.evaluation, &progress, &told);
        if (strstr(told.length == 0 ? "" : told.bytes, rows[i].told) == NULL) {
            fail_msg("%s: %s", rows[i].name, told.length == 0 ? "nothing" : told.bytes);
        }
        text_release(&told);
        case_close(&c);
        fixture_close(&own);
    }
}

static void test_reason__items_say_what_is_missing_next(void **state)
{
    (void)state;
    fixture_as_pemdi(&fixture);
    for (size_t i = 0; i < sizeof item_cases / sizeof item_cases[0]; i++) {
        struct case_ c;
        case_open(&c, &fixture.instrument, 2024);
        case_items(&c, item_cases[i].accepted, ANSWER_YES);
        case_items(&c, item_cases[i].refused, ANSWER_NO);
        case_run(&c, BASIS_SUPPORTED);
        const char *got = codes(&c, "I01");
        if (strcmp(got, item_cases[i].codes) != 0) {
            fail_msg("%s: %s", item_cases[i].name, got);
        }
        case_close(&c);
    }
}

/* The sentence names every item that is missing, quotes the first and says what it is worth. */
static void test_reason__an_item_is_quoted_with_what_it_adds(void **state)
{
    (void)state;
    struct case_ c;
    fixture_as_pemdi(&fixture);
    case_open(&c, &fixture.instrument, 2024);
    case_items(&c, "I01.1.e1 I01.1.e2 I01.2.e2", ANSWER_YES);
    case_run(&c, BASIS_SUPPORTED);
    const char *text = sentence(&c, "I01", "items");
    assert_non_null(strstr(text, "waits for I01.2.e1; I01.2.e1 ('Dokumen pertama') adds 0.5"));
    assert_non_null(strstr(text, "0.0625 to the index")); /* I01 weighs 12.5 % */
    case_close(&c);
}

static void test_reason__an_outside_index_is_told_with_its_value(void **state)
{
    (void)state;
    static const struct {
        bool given;
        struct fraction index;
        const char *codes, *words;
    } rows[] = {
        {false, {0, 1}, "not_rated 1; no_measure 1", "indeks_uji is not given; counted as 1"},
        {true, {50, 1}, "measure 3", "indeks_uji of 50 is converted to 3"},
        {true, {100, 1}, "measure 5; top 5", "converted to 5"},
        {true, {25, 2}, "measure 2; on_cut 2", "converted to 1.5"},
        {true, {101, 1}, "not_rated 1; measure_range 1", "lies outside its scale; counted as 1"},
    };
    fixture_as_pemdi(&fixture);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct case_ c;
        case_open(&c, &fixture.instrument, 2024);
        if (rows[i].given) {
            case_measure(&c, "I04", rows[i].index);
        }
        case_run(&c, BASIS_SUPPORTED);
        assert_string_equal(codes(&c, "I04"), rows[i].codes);
        const char *code = !rows[i].given            ? "no_measure"
                           : rows[i].index.num > 100 ? "measure_range"
                                                     : "measure";
        assert_non_null(strstr(sentence(&c, "I04", code), rows[i].words));
        case_close(&c);
    }
}

int main(void)
{
    lang_start("en", "/nowhere");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reason__codes),
        cmocka_unit_test(test_reason__names_the_criterion_and_quotes_it),
        cmocka_unit_test(test_reason__leaves_out_criteria_of_other_years),
        cmocka_unit_test(test_reason__gives_the_assessor_s_own_words),
        cmocka_unit_test(test_reason__a_level_waits_only_for_what_it_asks),
        cmocka_unit_test(test_reason__items_say_what_is_missing_next),
        cmocka_unit_test(test_reason__an_item_is_quoted_with_what_it_adds),
        cmocka_unit_test(test_reason__an_outside_index_is_told_with_its_value),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
