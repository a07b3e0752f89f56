/* What changes would bring, and how far an index is open: on every basis, without touching what was given. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "edit.h"
#include "lang.h"
#include "what_document.h"
#include "what_if.h"
#include "what_view.h"

#include "support_case.h"
#include "support_cheapest.h"
#include "support_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INDICATORS = 5, LEVELS = 5 };

/* An assessment, and what is asked about it. */
struct desk {
    struct fixture fixture;
    struct case_ c;
    struct arena arena;
    struct what_if what;
    struct error err;
    char *shown;
    struct text document;
};

static void open_desk(struct desk *desk)
{
    *desk = (struct desk){.arena = ARENA_EMPTY, .document = TEXT_EMPTY};
    lang_start("en", "/nowhere");
    fixture_open(&desk->fixture);
    case_open(&desk->c, &desk->fixture.instrument, 2024);
}

static void close_desk(struct desk *desk)
{
    free(desk->shown);
    text_release(&desk->document);
    arena_release(&desk->arena);
    case_close(&desk->c);
    fixture_close(&desk->fixture);
}

/* Asks with up to three changes. */
static bool ask(struct desk *desk, enum basis basis, const char *one, const char *two,
                const char *three)
{
    static char words[3][64];
    char *list[4] = {NULL, NULL, NULL, NULL};
    const char *given[] = {one, two, three};
    size_t count = 0;
    for (size_t i = 0; i < 3 && given[i] != NULL; i++) {
        snprintf(words[i], sizeof words[i], "%s", given[i]);
        list[count++] = words[i];
    }
    case_run(&desk->c, (int)basis);
    desk->err = (struct error){.kind = ERROR_NONE};
    return what_if_make(&desk->what, &desk->c.evaluation, list, &desk->arena, &desk->err);
}

/* An index, or a difference of two, in thousandths. */
static int64_t thousandths(struct fraction value)
{
    return fraction_round(value, 3);
}

static struct fraction after(const struct desk *desk, enum basis basis)
{
    return desk->what.after.index[basis].exact;
}

static void show(struct desk *desk)
{
    size_t length = 0;
    free(desk->shown);
    text_clear(&desk->document);
    struct console console = {.stream = open_memstream(&desk->shown, &length)};
    what_view_print(&desk->what, &console, &desk->arena);
    fclose(console.stream);
    what_document_write(&desk->what, &desk->document);
    for (char *at = desk->shown; *at != '\0'; at++) {
        *at = *at == '\n' ? ' ' : *at;
    }
}

static void has(const struct desk *desk, const char *words)
{
    if (strstr(desk->shown, words) == NULL) {
        fail_msg("not shown: %s\n%s", words, desk->shown);
    }
}

static void holds(const struct desk *desk, const char *json)
{
    if (strstr(desk->document.bytes, json) == NULL) {
        fail_msg("the document does not hold: %s\n%s", json, desk->document.bytes);
    }
}

/* ---- changes ---- */

/* Protects the first question of a leader: what would a level more bring; and several, each alone and all
 * together. */
static void test_what_if__changes_claims(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    case_claim(&desk.c, "*", 2);
    assert_true(ask(&desk, BASIS_CLAIMED, "I05=4", "i03=1", "I04=-"));
    assert_int_equal(thousandths(desk.what.changes[0].effect[BASIS_CLAIMED]), 800);
    assert_int_equal(thousandths(desk.what.changes[1].effect[BASIS_CLAIMED]), -150);
    assert_int_equal(thousandths(desk.what.changes[2].effect[BASIS_CLAIMED]), -200);
    assert_int_equal(thousandths(after(&desk, BASIS_CLAIMED)), 2450);
    assert_int_equal(desk.what.after.index[BASIS_CLAIMED].given, 4);
    assert_int_equal(thousandths(desk.what.changes[0].effect[BASIS_SUPPORTED]), 0);
    close_desk(&desk);
}

/* Protects what was given: nothing of it changes, whatever is asked. */
static void test_what_if__leaves_the_assessment_alone(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    case_claim(&desk.c, "*", 2);
    case_fulfil(&desk.c, "I05", 2, 3);
    assert_true(ask(&desk, BASIS_SUPPORTED, "I05=5", "I04=3", "I03.2.a=yes"));
    assert_true(thousandths(after(&desk, BASIS_SUPPORTED)) > 1800);
    struct evaluation again;
    assert_true(
        evaluation_run(&again, &desk.c.assessment, BASIS_SUPPORTED, &desk.arena, &desk.err));
    for (int b = 0; b < BASIS_COUNT; b++) {
        assert_int_equal(fraction_compare(again.index[b].exact, desk.c.evaluation.index[b].exact),
                         0);
        assert_int_equal(again.index[b].given, desk.c.evaluation.index[b].given);
    }
    assert_int_equal(desk.c.assessment.answers[0], ANSWER_NONE);
    close_desk(&desk);
}

/* Protects assessors: on their basis it is their value that is tried. */
static void test_what_if__changes_verified_values(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    case_claim(&desk.c, "*", 5);
    case_verify(&desk.c, "*", 3);
    assert_true(ask(&desk, BASIS_VERIFIED, "I05=4", NULL, NULL));
    assert_int_equal(thousandths(after(&desk, BASIS_VERIFIED)), 3400);
    assert_int_equal(thousandths(after(&desk, BASIS_CLAIMED)), 5000);
    close_desk(&desk);
}

/* Protects the supported basis: a value means that all up to it is met and proven, whatever there was, and that
 * the level above is not; every level of every indicator. */
static void test_what_if__supports_exactly_the_level_asked(void **state)
{
    (void)state;
    for (int had = 1; had <= LEVELS; had++) {
        for (int want = 1; want <= LEVELS; want++) {
            for (int i = 0; i < INDICATORS; i++) {
                struct desk desk;
                char id[16], word[32];
                snprintf(id, sizeof id, "I%02d", i + 1);
                snprintf(word, sizeof word, "%s=%d", id, want);
                open_desk(&desk);
                case_fulfil(&desk.c, id, 1, had);
                assert_true(ask(&desk, BASIS_SUPPORTED, word, NULL, NULL));
                const struct rating *rating = &desk.what.after.ratings[i];
                if (want > 1) { /* at the baseline nothing may be answered at all */
                    assert_true(rating->on[BASIS_SUPPORTED].given);
                }
                if (rating->on[BASIS_SUPPORTED].value.num != want) {
                    fail_msg("%s from %d: %lld", word, had,
                             (long long)rating->on[BASIS_SUPPORTED].value.num);
                }
                close_desk(&desk);
            }
        }
    }
}

/* Criteria of the fixture that may be changed. */
static struct criterion *own_criteria(struct desk *desk)
{
    struct instrument *instrument = &desk->fixture.instrument;
    struct criterion *criteria =
        arena_get(&desk->fixture.arena, instrument->criterion_count, sizeof *criteria);
    memcpy(criteria, instrument->criteria, instrument->criterion_count * sizeof *criteria);
    instrument->criteria = criteria;
    instrument->conditional = true;
    return criteria;
}

static int position_of(const struct desk *desk, const char *id)
{
    struct error err = {.kind = ERROR_NONE};
    int position = edit_criterion(&desk->fixture.instrument, id, &err);
    assert_int_not_equal(position, NOWHERE);
    return position;
}

/* Protects packs of whose criteria some only describe, are one of several, or are asked of others: the level above
 * the one that is tried fails by one that is asked, and not by one that is not. */
static void test_what_if__fails_the_level_above_by_what_is_asked(void **state)
{
    (void)state;
    for (int how = 0; how < 3; how++) {
        struct desk desk;
        open_desk(&desk);
        struct criterion *criteria = own_criteria(&desk);
        struct criterion *a = &criteria[position_of(&desk, "I01.3.a")];
        struct criterion *b = &criteria[position_of(&desk, "I01.3.b")];
        desk.c.assessment.kind = KIND_KOTA;
        a->demand = how == 0 ? DEMAND_NEVER : how == 1 ? DEMAND_GROUP : DEMAND_ALWAYS;
        b->demand = how == 1 ? DEMAND_GROUP : DEMAND_ALWAYS;
        a->group = b->group = how == 1 ? "g" : "";
        a->kinds = how == 2 ? 1U << KIND_LEMBAGA : 0;
        case_fulfil(&desk.c, "I01", 1, 5);
        assert_true(ask(&desk, BASIS_SUPPORTED, "I01=2", NULL, NULL));
        assert_int_equal(desk.what.after.ratings[0].on[BASIS_SUPPORTED].value.num, 2);
        assert_true(ask(&desk, BASIS_SUPPORTED, "I01=4", NULL, NULL));
        assert_int_equal(desk.what.after.ratings[0].on[BASIS_SUPPORTED].value.num, 4);
        close_desk(&desk);
    }
}

/* Protects who carried answers over: a value that is tried counts as confirmed, a single answer waits on with the
 * others, and the words say so. */
static void test_what_if__knows_what_waits_for_confirmation(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    case_fulfil(&desk.c, "I05", 1, 3);
    case_fulfil(&desk.c, "I04", 1, 2);
    desk.c.assessment.responses[4].carried = "kota-2023.spbe";
    assert_true(ask(&desk, BASIS_SUPPORTED, "I05=4", NULL, NULL));
    assert_int_equal(desk.what.after.ratings[4].on[BASIS_SUPPORTED].value.num, 4);
    assert_int_equal(thousandths(desk.what.change[BASIS_SUPPORTED]), 1200);
    assert_non_null(desk.c.assessment.responses[4].carried);
    assert_true(ask(&desk, BASIS_SUPPORTED, "I05.4.a=yes", NULL, NULL));
    assert_int_equal(thousandths(desk.what.change[BASIS_SUPPORTED]), 0);
    show(&desk);
    has(&desk, "kota-2023.spbe");
    close_desk(&desk);
}

/* Protects exact differences: one that would be too long is refused, and never told as no change. */
static void test_what_if__refuses_a_difference_that_does_not_fit(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    fixture_as_pemdi(&desk.fixture);
    case_claim(&desk.c, "*", 2);
    desk.c.assessment.responses[4].claimed.value = fraction_make(3999999771, 999999937);
    assert_false(ask(&desk, BASIS_CLAIMED, "I05=3.0000000001", NULL, NULL));
    assert_string_equal(desk.err.id, "EVALUATION_RANGE");
    assert_true(ask(&desk, BASIS_CLAIMED, "I05=3", NULL, NULL));
    assert_true(desk.what.change[BASIS_CLAIMED].num < 0);
    close_desk(&desk);
}

/* Protects the way back: "-" takes everything away that supports an indicator. */
static void test_what_if__takes_support_away(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    case_fulfil(&desk.c, "I05", 1, 4);
    case_fulfil(&desk.c, "I04", 2, 3);
    assert_true(ask(&desk, BASIS_SUPPORTED, "I05=-", NULL, NULL));
    assert_false(desk.what.after.ratings[4].on[BASIS_SUPPORTED].given);
    assert_true(desk.what.after.ratings[3].on[BASIS_SUPPORTED].given);
    assert_int_equal(desk.what.after.index[BASIS_SUPPORTED].given, 1);
    close_desk(&desk);
}

/* Protects against hope: an answer without evidence does not raise what is supported, and with it does. */
static void test_what_if__an_answer_acts_on_what_is_supported(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    case_claim(&desk.c, "*", 3);
    assert_true(ask(&desk, BASIS_CLAIMED, "I05.2.a=ya", NULL, NULL));
    assert_int_equal(desk.what.changes[0].acts, BASIS_SUPPORTED);
    assert_int_equal(thousandths(desk.what.changes[0].effect[BASIS_CLAIMED]), 0);
    assert_int_equal(desk.what.after.ratings[4].on[BASIS_SUPPORTED].value.num, 1);
    case_evidence(&desk.c, "I05", (struct evidence){.title = "Laporan"}, "I05.2.a");
    case_answer(&desk.c, "I05.1.a", ANSWER_YES);
    assert_true(ask(&desk, BASIS_SUPPORTED, "I05.2.a=YES", NULL, NULL));
    assert_int_equal(thousandths(desk.what.changes[0].effect[BASIS_SUPPORTED]), 400);
    assert_true(ask(&desk, BASIS_SUPPORTED, "I05.2.a=yes", "I05.1.a=tidak", NULL));
    assert_int_equal(desk.what.after.ratings[4].on[BASIS_SUPPORTED].value.num, 1);
    assert_true(ask(&desk, BASIS_SUPPORTED, "I05.1.a=-", NULL, NULL));
    assert_int_equal(desk.what.after.ratings[4].on[BASIS_SUPPORTED].given, false);
    close_desk(&desk);
}

/* Protects people from an answer to another question. */
static void test_what_if__refuses_what_it_does_not_understand(void **state)
{
    (void)state;
    static const struct {
        const char *one, *two, *id;
    } rows[] = {
        {"I05", NULL, "WHAT_FORM"},           {"=4", NULL, "WHAT_FORM"},
        {"I05=", NULL, "WHAT_FORM"},          {"I05=6", NULL, "EDIT_SCALE"},
        {"I05=0", NULL, "EDIT_SCALE"},        {"I05=3.5", NULL, "EDIT_WHOLE"},
        {"I05=tiga", NULL, "EDIT_NUMBER"},    {"I05.2.a=mungkin", NULL, "EDIT_ANSWER"},
        {"zzzzzz=3", NULL, "EDIT_INDICATOR"}, {"I05.2.zzzzz=yes", NULL, "EDIT_CRITERION"},
        {"I05=3", "I05=4", "WHAT_TWICE"},     {"I05.2.a=yes", "I05.2.a=no", "WHAT_TWICE"},
        {"I05=3", "I04=9", "EDIT_SCALE"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct desk desk;
        open_desk(&desk);
        case_claim(&desk.c, "*", 2);
        assert_false(ask(&desk, BASIS_CLAIMED, rows[i].one, rows[i].two, NULL));
        if (strcmp(desk.err.id, rows[i].id) != 0) {
            fail_msg("%s: %s, not %s", rows[i].one, desk.err.id, rows[i].id);
        }
        close_desk(&desk);
    }
}

/* Protects instruments whose items score: what they support has no value of its own. */
static void test_what_if__knows_instruments_with_items(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    fixture_as_pemdi(&desk.fixture);
    case_claim(&desk.c, "*", 2);
    assert_false(ask(&desk, BASIS_SUPPORTED, "I05=3", NULL, NULL));
    assert_string_equal(desk.err.id, "WHAT_ITEMS");
    assert_true(ask(&desk, BASIS_CLAIMED, "I05=3,26", NULL, NULL));
    assert_int_equal(thousandths(desk.what.changes[0].effect[BASIS_CLAIMED]), 504);
    close_desk(&desk);
}

/* Protects people who are scored by items and outside indices: each can be tried, answered anew or taken away,
 * and what was given stays as it is. */
static void test_what_if__tries_items_and_outside_indices(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    fixture_as_pemdi(&desk.fixture);
    struct response *response = &desk.c.assessment.responses[0];
    struct item given = {.level = 2, .number = 1, .answer = ANSWER_YES};
    response->items = &given;
    response->item_count = 1;
    assert_true(ask(&desk, BASIS_SUPPORTED, "I01.2.e1=-", "I01.2.e2=ya", "indeks_uji=50"));
    assert_int_equal(desk.what.change_count, 3);
    assert_int_equal(desk.what.changes[0].kind, WHAT_ITEM);
    assert_int_equal(desk.what.changes[2].kind, WHAT_MEASURE);
    assert_int_equal(desk.what.changes[2].indicator, 3);
    assert_int_equal(desk.what.after.assessment->responses[0].item_count, 2);
    assert_int_equal(assessment_item(&desk.what.after.assessment->responses[0], 2, 1)->answer,
                     ANSWER_NONE);
    assert_int_equal(assessment_item(&desk.what.after.assessment->responses[0], 2, 2)->answer,
                     ANSWER_YES);
    assert_true(desk.what.changes[2].effect[BASIS_SUPPORTED].num > 0);
    assert_int_equal(response->item_count, 1);
    assert_int_equal(given.answer, ANSWER_YES);
    assert_int_equal(desk.c.assessment.responses[3].measure_count, 0);
    close_desk(&desk);
}

/* Protects from trying what is not there: each slip has its own words. */
static void test_what_if__refuses_items_and_indices_that_are_not_there(void **state)
{
    (void)state;
    static const struct {
        const char *one, *two, *id;
    } rows[] = {
        {"I01.2.e3=ya", NULL, "EDIT_ITEM"},
        {"I01.9.e1=ya", NULL, "EDIT_ITEM"},
        {"I01.2.e1=mungkin", NULL, "EDIT_ANSWER"},
        {"indeks_lain=5", NULL, "EDIT_INDICATOR"},
        {"I04/indeks_lain=5", NULL, "EDIT_MEASURE_KEY"},
        {"I01/indeks_uji=5", NULL, "EDIT_NO_MEASURE"},
        {"I99/indeks_uji=5", NULL, "EDIT_INDICATOR"},
        {"indeks_uji=lima", NULL, "EDIT_NUMBER"},
        {"indeks_uji=100000", NULL, "EDIT_MEASURE_RANGE"},
        {"indeks_uji=5", "I04/indeks_uji=-", "WHAT_TWICE"},
        {"I01.2.e1=ya", "I01.2.e1=tidak", "WHAT_TWICE"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk desk;
        open_desk(&desk);
        fixture_as_pemdi(&desk.fixture);
        assert_false(ask(&desk, BASIS_SUPPORTED, rows[i].one, rows[i].two, NULL));
        assert_string_equal(desk.err.id, rows[i].id);
        close_desk(&desk);
    }
}

/* ---- the range ---- */

/* Protects the definition, case by case: value of lowest, expected and highest of I05. */
static void test_range__says_what_counts(void **state)
{
    (void)state;
    static const struct {
        int claim, verified, met, proven; /* levels; 0: nothing given */
        int wanted[RANGE_ENDS];
        const char *name;
        bool waits; /* carried over, not confirmed */
    } rows[] = {
        {0, 0, 0, 0, {1, 1, 1}, "nothing", false},
        {4, 0, 0, 0, {1, 4, 4}, "a claim alone", false},
        {0, 0, 3, 3, {3, 3, 3}, "all met and proven", false},
        {0, 0, 4, 2, {2, 4, 4}, "met further than proven", false},
        {3, 0, 4, 2, {2, 3, 4}, "claimed less than met", false},
        {2, 0, 4, 4, {2, 2, 4}, "claimed less than proven", false},
        {5, 0, 3, 2, {2, 3, 5}, "claimed more than met", false},
        {5, 2, 4, 3, {2, 2, 2}, "verified", false},
        {0, 4, 0, 0, {4, 4, 4}, "verified without anything else", false},
        {1, 0, 0, 0, {1, 1, 1}, "the lowest claim", false},
        {0, 0, 4, 2, {1, 1, 4}, "carried over", true},
        {3, 0, 4, 4, {1, 3, 4}, "carried over beyond the claim", true},
        {5, 0, 4, 4, {1, 5, 5}, "carried over below the claim", true},
        {0, 2, 4, 4, {2, 2, 2}, "carried over and verified", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct desk desk;
        struct range range;
        open_desk(&desk);
        if (rows[i].claim > 0) {
            case_claim(&desk.c, "I05", rows[i].claim);
        }
        if (rows[i].verified > 0) {
            case_verify(&desk.c, "I05", rows[i].verified);
        }
        case_fulfil(&desk.c, "I05", 1, rows[i].proven);
        desk.c.assessment.responses[4].carried = rows[i].waits ? "kota-2023.spbe" : NULL;
        for (int level = rows[i].proven + 1; level <= rows[i].met; level++) {
            char id[32];
            snprintf(id, sizeof id, "I05.%d.a", level);
            case_answer(&desk.c, id, ANSWER_YES);
        }
        case_run(&desk.c, BASIS_BY_RULE);
        assert_true(range_make(&range, &desk.c.evaluation, &desk.arena, &desk.err));
        for (int end = 0; end < RANGE_ENDS; end++) {
            if (range.items[4].value[end].num != rows[i].wanted[end]) {
                fail_msg("%s: %s is %lld", rows[i].name, range_word((enum range_end)end),
                         (long long)range.items[4].value[end].num);
            }
            /* the others are 1, with 0.6 of the weight */
            assert_int_equal(thousandths(range.index[end]), 600 + 400 * rows[i].wanted[end]);
        }
        assert_int_equal(range.open, rows[i].wanted[0] < rows[i].wanted[2]);
        assert_int_equal(thousandths(range.items[4].spread),
                         400 * (rows[i].wanted[2] - rows[i].wanted[0]));
        close_desk(&desk);
    }
}

/* Protects the order of the three, and that they hold the index on every basis that has anything to say: over
 * many random assessments. */
static void test_range__is_always_in_order(void **state)
{
    (void)state;
    uint64_t seed = 8;
    for (int n = 0; n < 400; n++) {
        struct desk desk;
        struct range range;
        open_desk(&desk);
        for (int i = 0; i < INDICATORS; i++) {
            char id[16];
            snprintf(id, sizeof id, "I%02d", i + 1);
            if (try_random(&seed, 3) > 0) {
                case_claim(&desk.c, id, 1 + (int)try_random(&seed, LEVELS));
            }
            if (try_random(&seed, 4) == 0) {
                case_verify(&desk.c, id, 1 + (int)try_random(&seed, LEVELS));
            }
            case_fulfil(&desk.c, id, 2, (int)try_random(&seed, LEVELS + 1));
        }
        for (size_t c = 0; c < desk.fixture.instrument.criterion_count; c++) {
            if (try_random(&seed, 4) == 0) {
                desk.c.assessment.answers[c] = (unsigned char)try_random(&seed, 3);
            }
        }
        case_run(&desk.c, BASIS_BY_RULE);
        assert_true(range_make(&range, &desk.c.evaluation, &desk.arena, &desk.err));
        for (int end = 1; end < RANGE_ENDS; end++) {
            assert_true(fraction_compare(range.index[end - 1], range.index[end]) <= 0);
            for (int i = 0; i < INDICATORS; i++) {
                assert_true(fraction_compare(range.items[i].value[end - 1],
                                             range.items[i].value[end]) <= 0);
            }
        }
        close_desk(&desk);
    }
}

/* Protects exact sums: values with too many digits are refused, not rounded. */
static void test_range__refuses_what_does_not_fit(void **state)
{
    (void)state;
    struct desk desk;
    struct range range;
    open_desk(&desk);
    case_claim(&desk.c, "*", 2);
    case_run(&desk.c, BASIS_CLAIMED);
    desk.c.evaluation.ratings[0].on[BASIS_CLAIMED].value =
        fraction_make(INT64_MAX / 2, INT64_MAX / 2 - 2);
    desk.c.evaluation.ratings[1].on[BASIS_CLAIMED].value =
        fraction_make(INT64_MAX / 3, INT64_MAX / 3 - 4);
    assert_false(range_make(&range, &desk.c.evaluation, &desk.arena, &desk.err));
    assert_string_equal(desk.err.id, "EVALUATION_RANGE");
    close_desk(&desk);
}

/* ---- what is shown ---- */

/* Protects readers: before and after, each change, what moves, and the range, in words and as a document. */
static void test_what_view__shows_every_part(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    case_claim(&desk.c, "*", 2);
    assert_true(ask(&desk, BASIS_CLAIMED, "I05=4", "I03.2.a=yes", NULL));
    show(&desk);
    has(&desk, "claimed value");
    has(&desk, "2.00 Cukup");
    has(&desk, "2.80 Baik");
    has(&desk, "+0.8");
    has(&desk, "5/5");
    has(&desk, "I03.2.a=yes  –");
    has(&desk, "met but unproven");
    has(&desk, "Domains and aspects that move");
    has(&desk, "A3");
    has(&desk, "2.00 → 3.33");
    has(&desk, "lowest: 1.00 Kurang");
    has(&desk, "highest: 2.80 Baik");
    has(&desk, "Open: 5 of 5 indicators.");
    holds(&desk, "\"format\":\"spbe-what-if/1\"");
    holds(&desk, "\"indexes\":{\"claimed\":{\"before\":{\"value\":\"2.00\"");
    holds(&desk, "\"change\":\"0.8\",\"given\":5,\"of\":5}");
    holds(&desk, "{\"change\":\"I05=4\",\"indicator\":\"I05\",\"basis\":\"claimed\","
                 "\"effect\":{\"claimed\":\"0.8\",\"supported\":\"0\",\"verified\":\"0\"}}");
    holds(&desk, "\"domains\":[{\"id\":\"D2\"");
    holds(&desk, "\"after\":\"10/3\"");
    holds(&desk, "\"range_before\":{\"lowest\":{\"value\":\"1.00\"");
    holds(&desk, "{\"indicator\":\"I05\",\"lowest\":\"1\",\"expected\":\"4\",\"highest\":\"4\","
                 "\"spread\":\"1.2\"}");
    close_desk(&desk);
}

/* Protects a settled assessment: nothing is open, and nothing is made up. */
static void test_what_view__says_that_nothing_is_open(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk);
    case_verify(&desk.c, "*", 3);
    assert_true(ask(&desk, BASIS_VERIFIED, NULL, NULL, NULL));
    show(&desk);
    has(&desk, "Nothing is open.");
    assert_null(strstr(desk.shown, "Each change alone"));
    assert_null(strstr(desk.shown, "Domains and aspects that move"));
    holds(&desk, "\"changes\":[],\"domains\":[],\"aspects\":[]");
    holds(&desk, "\"open\":[]");
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_if__changes_claims),
        cmocka_unit_test(test_what_if__leaves_the_assessment_alone),
        cmocka_unit_test(test_what_if__changes_verified_values),
        cmocka_unit_test(test_what_if__supports_exactly_the_level_asked),
        cmocka_unit_test(test_what_if__fails_the_level_above_by_what_is_asked),
        cmocka_unit_test(test_what_if__knows_what_waits_for_confirmation),
        cmocka_unit_test(test_what_if__refuses_a_difference_that_does_not_fit),
        cmocka_unit_test(test_what_if__takes_support_away),
        cmocka_unit_test(test_what_if__an_answer_acts_on_what_is_supported),
        cmocka_unit_test(test_what_if__refuses_what_it_does_not_understand),
        cmocka_unit_test(test_what_if__knows_instruments_with_items),
        cmocka_unit_test(test_what_if__tries_items_and_outside_indices),
        cmocka_unit_test(test_what_if__refuses_items_and_indices_that_are_not_there),
        cmocka_unit_test(test_range__says_what_counts),
        cmocka_unit_test(test_range__is_always_in_order),
        cmocka_unit_test(test_range__refuses_what_does_not_fit),
        cmocka_unit_test(test_what_view__shows_every_part),
        cmocka_unit_test(test_what_view__says_that_nothing_is_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
