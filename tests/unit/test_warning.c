/* Each warning appears where a claim would be refused, and not one step before. */
#include "support_case.h"
#include "support_fixture.h"
#include "warning.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

enum { CRITERIA_MOST = 64 };

/* The fixture with data for the checks: reviews from 2024 on under 2 years; level 2 of I01 asks for a
 * part and level 3 for all of it; a policy proves what I01 asks for, and nothing of the services. */
struct world {
    struct fixture fixture;
    struct instrument instrument;
    struct level levels[32];
    struct criterion criteria[CRITERIA_MOST];
    bool reviewed[CRITERIA_MOST];
    struct age_rule age;
};

static const char *const policy_words[] = {"perwali", "peraturan", "sk", NULL};
static const char *const record_words[] = {"laporan", "notula", NULL};
static const char *const draft_words[] = {"draf", "rancangan", "konsep", NULL};

static struct world world;

static int open_world(void **state)
{
    (void)state;
    fixture_open(&world.fixture);
    world.instrument = world.fixture.instrument;
    memcpy(world.levels, world.instrument.levels,
           world.instrument.level_count * sizeof *world.levels);
    memcpy(world.criteria, world.instrument.criteria,
           world.instrument.criterion_count * sizeof *world.criteria);
    world.levels[1].coverage = COVERAGE_PARTIAL;
    world.levels[2].coverage = COVERAGE_FULL;
    for (size_t i = 0; i < world.instrument.criterion_count; i++) {
        world.criteria[i].policy_proves = world.criteria[i].indicator == 0;
        world.reviewed[i] = strcmp(world.criteria[i].id, "I01.4.a") == 0;
    }
    world.age = (struct age_rule){
        {2024, 0}, 2, world.reviewed, "hasil reviu", "Panduan 2024",
    };
    world.instrument.levels = world.levels;
    world.instrument.criteria = world.criteria;
    world.instrument.checks = (struct evidence_checks){
        &world.age, 1, policy_words, record_words, draft_words,
    };
    world.instrument.portal.name_length = 60;
    return 0;
}

static int close_world(void **state)
{
    (void)state;
    fixture_close(&world.fixture);
    return 0;
}

/* The warnings of a finished case that are about evidence or claims: "draft I01; too_old I01". */
static const char *codes(struct case_ *c)
{
    struct text text = TEXT_EMPTY;
    const struct problem *problem = c->evaluation.problems.first;
    for (; problem != NULL; problem = problem->next) {
        if (strcmp(problem->code, "incomplete") != 0) {
            text_format(&text, "%s%s %s", text.length == 0 ? "" : "; ", problem->code,
                        problem->where);
        }
    }
    const char *copy = arena_string(&c->arena, text.bytes);
    text_release(&text);
    return copy;
}

#define LETTERS_59 "abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz-12345"

/* One item of evidence in one year, and what is said about it. */
static const struct {
    const char *name;
    int year;
    const char *indicator;
    struct evidence item;
    const char *supports, *codes;
} cases[] = {
    {"a sound document", 2024, "I01", {.title = "Perwali 12", .date = "2023-05-01"}, "I01.2.a", ""},
    {"supports nothing", 2024, "I01", {.title = "Perwali 12"}, "", "supports_nothing I01"},

    {"dated in the year",
     2024,
     "I01",
     {.title = "Perwali 12", .date = "2024-12-31"},
     "I01.2.a",
     ""},
    {"dated after it",
     2024,
     "I01",
     {.title = "Perwali 12", .date = "2025-01-01"},
     "I01.2.a",
     "after_period I01"},
    {"without date", 2024, "I01", {.title = "Laporan"}, "I01.4.a", ""},
    {"young enough", 2024, "I01", {.title = "Laporan", .date = "2023-01-01"}, "I01.4.a", ""},
    {"comes of age in the year",
     2024,
     "I01",
     {.title = "Laporan", .date = "2022-12-31"},
     "I01.4.a",
     "ages I01"},
    {"comes of age on its first day",
     2024,
     "I01",
     {.title = "Laporan", .date = "2022-01-01"},
     "I01.4.a",
     "ages I01"},
    {"too old", 2024, "I01", {.title = "Laporan", .date = "2021-12-31"}, "I01.4.a", "too_old I01"},
    {"as old, for another criterion",
     2024,
     "I01",
     {.title = "Laporan", .date = "2015-12-31"},
     "I01.4.b",
     ""},
    {"as old, before the guide",
     2023,
     "I01",
     {.title = "Laporan", .date = "2015-12-31"},
     "I01.4.a",
     ""},
    {"years after the guide",
     2026,
     "I01",
     {.title = "Laporan", .date = "2023-12-31"},
     "I01.4.a",
     "too_old I01"},

    {"a draft", 2024, "I01", {.title = "Rancangan Perwali"}, "I01.2.a", "draft I01"},
    {"in capitals", 2024, "I01", {.title = "DRAF-Perwali"}, "I01.2.a", "draft I01"},
    {"in the file's name",
     2024,
     "I01",
     {.title = "Perwali", .file = "konsep_akhir.pdf"},
     "I01.2.a",
     "draft I01"},
    {"a word that only begins so", 2024, "I01", {.title = "Konseptor dan drafter"}, "I01.2.a", ""},
    {"a draft at the baseline", 2024, "I05", {.title = "Rancangan layanan"}, "I05.1.a", ""},
    {"a draft at the level above",
     2024,
     "I05",
     {.title = "Rancangan layanan"},
     "I05.1.a I05.2.a",
     "draft I05"},

    {"a file name as long as may be",
     2024,
     "I01",
     {.title = "Perwali", .file = LETTERS_59 "é"},
     "I01.2.a",
     ""},
    {"a file name one letter longer",
     2024,
     "I01",
     {.title = "Perwali", .file = LETTERS_59 "éa"},
     "I01.2.a",
     "file_name I01"},

    {"a mark of a draft inside",
     2024,
     "I01",
     {.title = "Perwali", .inspection = "pages=2 draft=draf@1"},
     "I01.2.a",
     "draft I01"},
    {"a mark inside of what is called a draft",
     2024,
     "I01",
     {.title = "Draf Perwali", .inspection = "pages=2 draft=draf@1"},
     "I01.2.a",
     "draft I01"},
    {"a mark inside, at the baseline",
     2024,
     "I05",
     {.title = "Layanan", .inspection = "pages=2 draft=draf@1"},
     "I05.1.a",
     ""},
    {"a scan",
     2024,
     "I01",
     {.title = "SK", .inspection = "pages=2 empty=2"},
     "I01.2.a",
     "scan I01"},
    {"a page without text", 2024, "I01", {.inspection = "pages=2 empty=1"}, "I01.2.a", ""},
    {"what cannot be read", 2024, "I01", {.inspection = "unreadable"}, "I01.2.a", "unreadable I01"},
    {"a later day inside",
     2024,
     "I01",
     {.inspection = "pages=2 year=2025 date=2025-01-01"},
     "I01.2.a",
     "after_period I01"},
    {"a plan for later years inside",
     2024,
     "I01",
     {.inspection = "pages=2 year=2029 date=2024-12-31"},
     "I01.2.a",
     ""},
    {"a later day inside of what is dated later",
     2024,
     "I01",
     {.date = "2025-01-01", .inspection = "pages=2 year=2025 date=2025-01-01"},
     "I01.2.a",
     "after_period I01"},
    {"a date that the document does not reach",
     2024,
     "I01",
     {.date = "2024-01-01", .inspection = "pages=2 year=2023"},
     "I01.2.a",
     "date_differs I01"},
    {"old years inside, without a date",
     2024,
     "I01",
     {.title = "Laporan", .inspection = "pages=2 year=2021"},
     "I01.4.a",
     "too_old I01"},
    {"young enough inside",
     2024,
     "I01",
     {.title = "Laporan", .inspection = "pages=2 year=2022"},
     "I01.4.a",
     ""},
    {"old years inside, for another criterion",
     2024,
     "I01",
     {.title = "Laporan", .inspection = "pages=2 year=2015"},
     "I01.4.b",
     ""},

    {"a policy for a policy", 2024, "I01", {.title = "Peraturan Wali Kota 3"}, "I01.3.a", ""},
    {"a policy for practice", 2024, "I03", {.title = "Perwali 3/2022"}, "I03.2.a", "policy I03"},
    {"a record of a policy",
     2024,
     "I03",
     {.title = "Laporan pelaksanaan Perwali 3"},
     "I03.2.a",
     ""},
    {"a report", 2024, "I03", {.title = "Tangkapan layar aplikasi"}, "I03.2.a", ""},
    {"a word that only ends so", 2024, "I03", {.title = "Disk dan risk"}, "I03.2.a", ""},
    {"all at once",
     2024,
     "I03",
     {.title = "Draf SK Tim", .date = "2025-02-01"},
     "I03.2.a",
     "after_period I03; draft I03; policy I03"},

    {"a part and the whole",
     2024,
     "I01",
     {.title = "Daftar unit"},
     "I01.2.a I01.3.b",
     "partial_and_full I01"},
    {"with its pages",
     2024,
     "I01",
     {.title = "Daftar unit", .pages = "3-9"},
     "I01.2.a I01.3.b",
     ""},
    {"the whole alone", 2024, "I01", {.title = "Daftar unit"}, "I01.3.a I01.3.b", ""},
    {"where levels are not so", 2024, "I02", {.title = "Daftar unit"}, "I02.2.a I02.3.a", ""},
};

static void test_warning__for_one_item_of_evidence(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct case_ c;
        case_open(&c, &world.instrument, cases[i].year);
        case_evidence(&c, cases[i].indicator, cases[i].item, cases[i].supports);
        case_run(&c, BASIS_SUPPORTED);
        size_t before = c.evaluation.problems.count;
        warning_run(&c.evaluation);
        const char *got = codes(&c);
        if (cases[i].year > 2024) {
            got += strlen("year year; ");
        }
        if (strcmp(got, cases[i].codes) != 0) {
            fail_msg("%s: %s", cases[i].name, got);
        }
        assert_int_equal(c.evaluation.problems.count == before, cases[i].codes[0] == '\0');
        case_close(&c);
    }
}

/* Two items of I01, for level 2 and for level 3: the same document? */
static const struct {
    const char *name;
    struct evidence part, whole;
    bool warned;
} document_cases[] = {
    {"same hash, other title",
     {.title = "A", .sha256 = "11"},
     {.title = "B", .sha256 = "11"},
     true},
    {"same title, other hash",
     {.title = "A", .sha256 = "11"},
     {.title = "A", .sha256 = "22"},
     false},
    {"same file", {.title = "A", .file = "a.pdf"}, {.title = "B", .file = "a.pdf"}, true},
    {"other file", {.title = "A", .file = "a.pdf"}, {.title = "A", .file = "b.pdf"}, false},
    {"same title and number", {.title = "A", .number = "1"}, {.title = "A", .number = "1"}, true},
    {"same title, other number",
     {.title = "A", .number = "1"},
     {.title = "A", .number = "2"},
     false},
    {"same title, no number", {.title = "A"}, {.title = "A"}, true},
    {"pages of the whole", {.title = "A"}, {.title = "A", .pages = "7"}, false},
    {"pages of the part only", {.title = "A", .pages = "7"}, {.title = "A"}, true},
};

static void test_warning__for_one_document_as_part_and_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof document_cases / sizeof document_cases[0]; i++) {
        struct case_ c;
        case_open(&c, &world.instrument, 2024);
        case_evidence(&c, "I01", document_cases[i].part, "I01.2.a");
        case_evidence(&c, "I01", (struct evidence){.title = "Lain"}, "I01.3.a");
        case_evidence(&c, "I01", document_cases[i].whole, "I01.3.b");
        case_run(&c, BASIS_SUPPORTED);
        warning_run(&c.evaluation);
        if ((case_problem(&c, "partial_and_full", "I01") != NULL) != document_cases[i].warned) {
            fail_msg("%s", document_cases[i].name);
        }
        case_close(&c);
    }
}

/* Thousands of items are sorted, not compared each with each. */
static void test_warning__many_items_of_one_indicator(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &world.instrument, 2024);
    struct evidence *items = arena_get(&c.arena, 20000, sizeof *items);
    static const int part[] = {0};
    static const int whole[] = {2};
    for (int i = 0; i < 20000; i++) {
        items[i] = (struct evidence){
            .title = arena_format(&c.arena, "Dokumen %d", i % 10000),
            .supports = i < 10000 ? part : whole,
            .support_count = 1,
        };
    }
    c.assessment.responses[0].evidence = items;
    c.assessment.responses[0].evidence_count = 20000;
    case_run(&c, BASIS_SUPPORTED);
    warning_run(&c.evaluation);
    assert_non_null(strstr(c.evaluation.problems.last->message, "90")); /* 10,000 less the listed */
    assert_string_equal(c.evaluation.problems.last->code, "unlisted");
    case_close(&c);
}

/* --- claims ------------------------------------------------------------------------------------- */

static void test_warning__for_a_claim_above_support(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &world.instrument, 2024);
    case_fulfil(&c, "I03", 2, 3);
    for (int claim = 1; claim <= 5; claim++) {
        case_claim(&c, "I03", claim);
        case_run(&c, BASIS_CLAIMED);
        warning_run(&c.evaluation);
        assert_int_equal(case_problem(&c, "claim_above_support", "I03") != NULL, claim > 3);
    }
    case_close(&c);
}

/* Each way in which a claim lacks support has its own sentence. */
static void test_warning__says_what_a_claim_lacks(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &world.instrument, 2024);
    case_claim(&c, "I03", 2);
    case_claim(&c, "I04", 3);
    case_claim(&c, "I05", 3);
    case_answer(&c, "I03.2.a", ANSWER_YES); /* no evidence */
    case_answer(&c, "I04.2.a", ANSWER_NO);
    case_run(&c, BASIS_CLAIMED);
    warning_run(&c.evaluation);
    const char *unproven = case_problem(&c, "claim_above_support", "I03")->message;
    const char *unmet = case_problem(&c, "claim_above_support", "I04")->message;
    const char *silent = case_problem(&c, "claim_above_support", "I05")->message;
    assert_non_null(strstr(unproven, "its criteria are met"));
    assert_non_null(strstr(unmet, "meet what is missing"));
    assert_non_null(strstr(silent, "no criterion has been answered"));
    case_close(&c);
}

static void test_warning__claims_alone_are_one_notice(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &world.instrument, 2024);
    case_claim(&c, "*", 4);
    case_run(&c, BASIS_BY_RULE);
    warning_run(&c.evaluation);
    assert_string_equal(codes(&c), "claims_only index");
    case_close(&c);
}

/* --- the pack decides --------------------------------------------------------------------------- */

static void test_warning__a_pack_without_checks_warns_of_nothing(void **state)
{
    (void)state;
    struct case_ c;
    case_open(&c, &world.fixture.instrument, 2024);
    case_evidence(&c, "I03", (struct evidence){.title = "Draf SK Tim", .date = "2001-01-01"},
                  "I03.2.a I03.3.a");
    case_run(&c, BASIS_SUPPORTED);
    warning_run(&c.evaluation);
    assert_string_equal(codes(&c), "");
    case_close(&c);
}

static void test_warning__long_titles_are_shortened(void **state)
{
    (void)state;
    struct case_ c;
    char title[301];
    memset(title, 'x', 300);
    title[300] = '\0';
    case_open(&c, &world.instrument, 2024);
    case_evidence(&c, "I03", (struct evidence){.title = title}, "");
    case_evidence(&c, "I03", (struct evidence){.file = "a.pdf"}, "");
    case_evidence(&c, "I03", (struct evidence){.title = NULL}, "");
    case_run(&c, BASIS_SUPPORTED);
    warning_run(&c.evaluation);
    const struct problem *problem = case_problem(&c, "supports_nothing", "I03");
    assert_true(strlen(problem->message) < 200);
    assert_non_null(strstr(problem->message, "x…'"));
    assert_non_null(strstr(problem->next->message, "a.pdf"));
    assert_non_null(strstr(problem->next->next->message, "(without title)"));
    case_close(&c);
}

/* Where items score: what is accepted and has no document is counted, the lowest named; other answers are not. */
static void test_warning__for_what_is_accepted_without_a_document(void **state)
{
    (void)state;
    static const struct item_name proven[] = {{1, 1}, {2, 2}};
    struct fixture own;
    struct case_ c;
    fixture_open(&own);
    fixture_as_pemdi(&own);
    case_open(&c, &own.instrument, 2024);
    case_items(&c, "I01.3.e1 I01.2.e2 I01.2.e1 I01.1.e1", ANSWER_YES);
    case_items(&c, "I02.1.e1", ANSWER_NO);
    case_evidence(&c, "I01", (struct evidence){.title = "Renja", .items = proven, .item_count = 2},
                  "");
    case_run(&c, BASIS_SUPPORTED);
    warning_run(&c.evaluation);
    const struct problem *problem = case_problem(&c, "accepted_bare", "I01");
    assert_non_null(problem);
    assert_non_null(strstr(problem->message, "2 of 4 accepted evidence items (I01.2.e1 first)"));
    assert_null(case_problem(&c, "accepted_bare", "I02"));
    assert_null(case_problem(&c, "supports_nothing", "I01"));
    case_close(&c);
    fixture_close(&own);
}

/* Only where the instrument says how long it may be, and from one character too many on. */
static void test_warning__for_an_explanation_that_does_not_fit(void **state)
{
    (void)state;
    const char *texts[5] = {NULL, "éé", "ééé", NULL, NULL};
    struct instrument strict = world.instrument;
    for (int most = 0; most <= 3; most++) {
        struct case_ c;
        strict.portal.explanation_length = most;
        case_open(&c, &strict, 2024);
        c.assessment.responses[0].explanations = texts;
        case_run(&c, BASIS_SUPPORTED);
        warning_run(&c.evaluation);
        const struct problem *problem = case_problem(&c, "explanation_long", "I01");
        assert_int_equal(problem != NULL, most == 1 || most == 2);
        if (most == 2) {
            assert_non_null(strstr(problem->message, "level 3 has 3 characters"));
        }
        case_close(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_warning__for_one_item_of_evidence),
        cmocka_unit_test(test_warning__for_one_document_as_part_and_whole),
        cmocka_unit_test(test_warning__many_items_of_one_indicator),
        cmocka_unit_test(test_warning__for_a_claim_above_support),
        cmocka_unit_test(test_warning__says_what_a_claim_lacks),
        cmocka_unit_test(test_warning__claims_alone_are_one_notice),
        cmocka_unit_test(test_warning__a_pack_without_checks_warns_of_nothing),
        cmocka_unit_test(test_warning__long_titles_are_shortened),
        cmocka_unit_test(test_warning__for_an_explanation_that_does_not_fit),
        cmocka_unit_test(test_warning__for_what_is_accepted_without_a_document),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
