/* Carrying over: what corresponds goes along and is marked, everything else stays where it was. */
#include "carry.h"

#include "edit_evidence.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

enum { INDICATORS = 5 };

/* Two files of the fixture's instrument: lama.spbe of 2022, baru.spbe of 2024. */
struct bench {
    struct place place;
    struct arena arena;
    struct store *old, *new;
    struct assessment assessment; /* of the old one */
    struct carry_line lines[INDICATORS];
};

static struct bench bench;

static const struct instrument *instrument(void)
{
    return &bench.place.fixture.instrument;
}

static int enter(void **state)
{
    (void)state;
    bench = (struct bench){.arena = ARENA_EMPTY};
    place_enter(&bench.place);
    bench.old = place_store(&bench.place, "lama.spbe", STORE_WRITE);
    bench.new = place_store(&bench.place, "baru.spbe", STORE_WRITE);
    place_change(bench.old, FIELD_YEAR, NULL, "", "2022");
    return 0;
}

static int leave(void **state)
{
    (void)state;
    store_close(bench.old);
    store_close(bench.new);
    arena_release(&bench.arena);
    place_leave(&bench.place);
    return 0;
}

/* A document of the old file that supports a criterion. */
static void attach(const char *target)
{
    struct text ids = TEXT_EMPTY;
    struct edit edit = {bench.old, instrument(), "Siti"};
    struct edit_description description = {.title = "SK", .date = "2022-01-02"};
    place_write("sk.txt", "keputusan", 9);
    assert_true(store_begin(bench.old, "Siti", "attach", &bench.place.err));
    assert_true(edit_attach(&edit, target, "sk.txt", &description, &ids, &bench.place.err));
    assert_true(store_commit(bench.old, &bench.place.err));
    text_release(&ids);
}

static void carry(const struct crosswalk *crosswalk)
{
    struct edit edit = {bench.new, instrument(), "Budi"};
    struct carry_from from = {bench.old, &bench.assessment, crosswalk, "sementara"};
    assert_true(
        store_load(bench.old, instrument(), &bench.arena, &bench.assessment, &bench.place.err));
    assert_true(store_begin(bench.new, "Budi", "carry", &bench.place.err));
    assert_true(carry_run(&edit, &from, bench.lines, &bench.place.err));
    assert_true(store_commit(bench.new, &bench.place.err));
    assert_int_not_equal(access("sementara", F_OK), 0);
}

static void check_fact(enum field field, const char *subject, const char *expected)
{
    const char *now = NULL;
    assert_true(store_get(bench.new, field, subject, &bench.arena, &now, &bench.place.err));
    if (expected == NULL) {
        assert_null(now);
    } else {
        assert_non_null(now);
        assert_string_equal(now, expected);
    }
}

static void test_carry__answers_of_criteria_of_both_years_go_along(void **state)
{
    (void)state;
    place_change(bench.old, FIELD_MET, "I01", "I01.2.a", "yes");
    place_change(bench.old, FIELD_MET_NOTE, "I01", "I01.2.a", "lihat SK");
    place_change(bench.old, FIELD_MET, "I02", "I02.2.a", "no");
    place_change(bench.old, FIELD_MET, "I02", "I02.4.b", "yes"); /* until 2022 */
    place_change(bench.old, FIELD_MET, "I02", "I02.3.b", "yes"); /* from 2023 */
    carry(NULL);
    check_fact(FIELD_MET, "I01.2.a", "yes");
    check_fact(FIELD_MET_NOTE, "I01.2.a", "lihat SK");
    check_fact(FIELD_MET, "I02.2.a", "no");
    check_fact(FIELD_MET, "I02.4.b", NULL);
    check_fact(FIELD_MET, "I02.3.b", NULL);
    char mark[64];
    snprintf(mark, sizeof mark, "%s 2022", instrument()->id);
    check_fact(FIELD_CARRIED, "I01", mark);
    check_fact(FIELD_CARRIED, "I02", mark);
    check_fact(FIELD_CARRIED, "I03", NULL);
    assert_int_equal(bench.lines[0].outcome, CARRY_DONE);
    assert_int_equal(bench.lines[1].answers, 1);
    assert_int_equal(bench.lines[1].left, 2);
    assert_int_equal(bench.lines[2].outcome, CARRY_EMPTY);
}

/* Claims, verdicts, notes on the whole, states and explanations are of their year. */
static void test_carry__what_is_of_its_year_stays(void **state)
{
    (void)state;
    place_change(bench.old, FIELD_MET, "I01", "I01.2.a", "yes");
    place_change(bench.old, FIELD_CLAIMED, "I01", "I01", "3");
    place_change(bench.old, FIELD_VERIFIED, "I01", "I01", "2");
    place_change(bench.old, FIELD_NOTE, "I01", "I01", "tahun lalu");
    place_change(bench.old, FIELD_EXPLANATION, "I01", "I01.2", "sudah");
    place_change(bench.old, FIELD_STATE, "I01", "I01", "locked");
    carry(NULL);
    check_fact(FIELD_MET, "I01.2.a", "yes");
    check_fact(FIELD_CLAIMED, "I01", NULL);
    check_fact(FIELD_VERIFIED, "I01", NULL);
    check_fact(FIELD_NOTE, "I01", NULL);
    check_fact(FIELD_EXPLANATION, "I01.2", NULL);
    check_fact(FIELD_STATE, "I01", NULL);
}

static void test_carry__documents_go_along_with_their_content(void **state)
{
    (void)state;
    place_change(bench.old, FIELD_MET, "I01", "I01.2.a", "yes");
    attach("I01.2.a,I03");
    carry(NULL);
    check_fact(FIELD_EVIDENCE_TITLE, "E1", "SK");
    check_fact(FIELD_EVIDENCE_DATE, "E1", "2022-01-02");
    check_fact(FIELD_EVIDENCE_FILE, "E1", "sk.txt");
    check_fact(FIELD_EVIDENCE_SUPPORTS, "E1", "I01.2.a");
    check_fact(FIELD_EVIDENCE_FOR, "E2", "I03");
    check_fact(FIELD_EVIDENCE_SUPPORTS, "E2", NULL);
    assert_int_equal(bench.lines[2].loose, 1);
    const char *sha256 = NULL;
    assert_true(
        store_get(bench.new, FIELD_EVIDENCE_SHA256, "E1", &bench.arena, &sha256, &bench.place.err));
    check_fact(FIELD_CONTENT, sha256, "9");
    assert_true(store_fetch(bench.new, sha256, "kembali.txt", &bench.place.err));
    struct text findings = TEXT_EMPTY;
    assert_int_equal(place_verify("baru.spbe", &findings), 0);
    text_release(&findings);
}

static void test_carry__what_was_withdrawn_is_not_carried(void **state)
{
    (void)state;
    struct edit edit = {bench.old, instrument(), "Siti"};
    attach("I01.2.a");
    assert_true(store_begin(bench.old, "Siti", "withdraw", &bench.place.err));
    assert_true(edit_withdraw(&edit, "E1", "keliru", true, &bench.place.err));
    assert_true(store_commit(bench.old, &bench.place.err));
    carry(NULL);
    assert_int_equal(bench.lines[0].evidence, 0);
    assert_int_equal(bench.lines[0].outcome, CARRY_EMPTY);
    check_fact(FIELD_EVIDENCE_FOR, "E1", NULL);
}

static void test_carry__twice_is_once(void **state)
{
    (void)state;
    place_change(bench.old, FIELD_MET, "I01", "I01.2.a", "yes");
    attach("I01.2.a");
    carry(NULL);
    int64_t entries = store_history_length(bench.new);
    carry(NULL);
    assert_int_equal(store_history_length(bench.new), entries);
    assert_int_equal(bench.lines[0].outcome, CARRY_BEFORE);
    /* Nor once it was confirmed. */
    place_change(bench.new, FIELD_CARRIED, "I01", "I01", NULL);
    entries = store_history_length(bench.new);
    carry(NULL);
    assert_int_equal(store_history_length(bench.new), entries);
    assert_int_equal(bench.lines[0].outcome, CARRY_OWN);
}

static void test_carry__what_is_there_already_is_left_alone(void **state)
{
    (void)state;
    place_change(bench.old, FIELD_MET, "I01", "I01.2.a", "yes");
    place_change(bench.old, FIELD_MET, "I02", "I02.2.a", "yes");
    place_change(bench.new, FIELD_MET, "I01", "I01.3.a", "no");
    place_change(bench.new, FIELD_STATE, "I02", "I02", "locked");
    carry(NULL);
    assert_int_equal(bench.lines[0].outcome, CARRY_OWN);
    assert_int_equal(bench.lines[1].outcome, CARRY_LOCKED);
    check_fact(FIELD_MET, "I01.2.a", NULL);
    check_fact(FIELD_MET, "I02.2.a", NULL);
    check_fact(FIELD_CARRIED, "I01", NULL);
}

/* Along a crosswalk: a pair goes, the same words on the same level go, other words stay behind. */
static void test_carry__a_crosswalk_says_what_corresponds(void **state)
{
    (void)state;
    static const char *const from_1[] = {"I01", NULL};
    static const char *const from_3[] = {"I03", NULL};
    static const char *const none[] = {NULL};
    static const struct crosswalk_pair pair = {"I03.3.a", "I01.2.a"};
    static const struct crosswalk_row rows[] = {
        {.relation = RELATION_CHANGED,
         .to = "I03",
         .from = from_1,
         .note = "",
         .pairs = &pair,
         .pair_count = 1},
        {.relation = RELATION_SAME, .to = "I04", .from = from_3, .note = ""},
        {.relation = RELATION_NONE, .to = "I05", .from = none, .note = ""},
    };
    const struct crosswalk crosswalk = {
        .from = "x", .source = "y", .note = "", .rows = rows, .row_count = 3};
    place_change(bench.old, FIELD_MET, "I01", "I01.2.a", "yes");
    place_change(bench.old, FIELD_MET, "I01", "I01.3.a", "yes");
    attach("I01.2.a,I01.3.a");
    carry(&crosswalk);
    check_fact(FIELD_MET, "I03.3.a", "yes");
    check_fact(FIELD_MET, "I03.2.a", NULL);
    check_fact(FIELD_EVIDENCE_FOR, "E1", "I03");
    check_fact(FIELD_EVIDENCE_SUPPORTS, "E1", "I03.3.a");
    assert_int_equal(bench.lines[2].answers, 1);
    assert_int_equal(bench.lines[2].left, 1);
    assert_int_equal(bench.lines[0].outcome, CARRY_NONE); /* no row ends there */
    assert_int_equal(bench.lines[3].outcome, CARRY_EMPTY);
    assert_int_equal(bench.lines[4].outcome, CARRY_NONE);
}

/* Where words decide, they must be the very same ones. */
static void test_carry__the_same_words_are_the_same_criterion(void **state)
{
    (void)state;
    static const char *const from[] = {"I04", NULL};
    static const struct crosswalk_row row = {
        .relation = RELATION_SAME, .to = "I04", .from = from, .note = ""};
    const struct crosswalk crosswalk = {
        .from = "x", .source = "y", .note = "", .rows = &row, .row_count = 1};
    place_change(bench.old, FIELD_MET, "I04", "I04.2.a", "yes");
    carry(&crosswalk);
    check_fact(FIELD_MET, "I04.2.a", "yes");
    assert_int_equal(bench.lines[3].left, 0);
}

/* A failure on the way leaves nothing of it. */
static void test_carry__is_all_or_nothing(void **state)
{
    (void)state;
    place_change(bench.old, FIELD_MET, "I01", "I01.2.a", "yes");
    attach("I03.2.a");
    store_close(bench.old);
    place_tamper("lama.spbe", "UPDATE chunk SET bytes = x'00'");
    bench.old = store_open("lama.spbe", STORE_READ, &bench.place.err);
    assert_non_null(bench.old);
    struct edit edit = {bench.new, instrument(), "Budi"};
    struct carry_from from = {bench.old, &bench.assessment, NULL, "sementara"};
    assert_true(
        store_load(bench.old, instrument(), &bench.arena, &bench.assessment, &bench.place.err));
    int64_t entries = store_history_length(bench.new);
    assert_true(store_begin(bench.new, "Budi", "carry", &bench.place.err));
    assert_false(carry_run(&edit, &from, bench.lines, &bench.place.err));
    place_failed(&bench.place, "DOCUMENT_ALTERED");
    store_rollback(bench.new);
    assert_int_equal(store_history_length(bench.new), entries);
    check_fact(FIELD_MET, "I01.2.a", NULL);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_carry__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(answers_of_criteria_of_both_years_go_along),
        TEST(what_is_of_its_year_stays),
        TEST(documents_go_along_with_their_content),
        TEST(what_was_withdrawn_is_not_carried),
        TEST(twice_is_once),
        TEST(what_is_there_already_is_left_alone),
        TEST(a_crosswalk_says_what_corresponds),
        TEST(the_same_words_are_the_same_criterion),
        TEST(is_all_or_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
