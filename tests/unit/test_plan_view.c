/* A plan as people and programs see it: every part that can be there, in words and as a document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang.h"
#include "limit.h"
#include "plan_document.h"
#include "plan_model.h"
#include "plan_view.h"
#include "result_head.h"

#include "support_case.h"
#include "support_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A plan for an agency with all claims at one level, and what is shown of it. */
struct desk {
    struct fixture fixture;
    struct case_ c;
    struct arena arena;
    struct plan_prices prices;
    struct plan_order order;
    struct plan plan;
    char *shown;
    struct text document;
};

/* Everything at level `claim`; an index of `target` hundredths is asked for. */
static void open_desk(struct desk *desk, int year, int claim, int target)
{
    *desk = (struct desk){.arena = ARENA_EMPTY, .document = TEXT_EMPTY};
    lang_start("en", "/nowhere");
    fixture_open(&desk->fixture);
    case_open(&desk->c, &desk->fixture.instrument, year);
    case_claim(&desk->c, "*", claim);
    case_run(&desk->c, BASIS_CLAIMED);
    plan_price_start(&desk->prices, &desk->fixture.instrument, &desk->arena);
    desk->order = (struct plan_order){
        .target = true,
        .index = fraction_make(target, 100),
        .aspects = arena_get(&desk->arena, desk->fixture.instrument.aspect_count + 1,
                             sizeof *desk->order.aspects),
        .kept = arena_get(&desk->arena, desk->fixture.instrument.indicator_count + 1,
                          sizeof *desk->order.kept),
    };
    desk->order.threshold = evaluation_threshold(&desk->c.evaluation, desk->order.index);
}

static void close_desk(struct desk *desk)
{
    free(desk->shown);
    text_release(&desk->document);
    arena_release(&desk->arena);
    case_close(&desk->c);
    fixture_close(&desk->fixture);
}

/* Makes the plan, and shows it both ways. */
/* Shows the plan that is there. */
static void show_again(struct desk *desk)
{
    size_t length = 0;
    free(desk->shown);
    text_clear(&desk->document);
    struct console console = {.stream = open_memstream(&desk->shown, &length)};
    plan_view_print(&desk->plan, &console, &desk->arena);
    fclose(console.stream);
    plan_document_write(&desk->plan, &desk->document);
}

static void show(struct desk *desk)
{
    struct error err = {.kind = ERROR_NONE};
    assert_true(plan_make(&desk->plan, &desk->c.evaluation, &desk->order, &desk->prices,
                          &desk->arena, &err));
    show_again(desk);
}

/* A paragraph breaks anywhere: line breaks count as spaces. */
static void has(struct desk *desk, const char *words)
{
    for (char *at = desk->shown; *at != '\0'; at++) {
        *at = *at == '\n' ? ' ' : *at;
    }
    if (strstr(desk->shown, words) == NULL) {
        fail_msg("not shown: %s\n%s", words, desk->shown);
    }
}

static void has_not(const struct desk *desk, const char *words)
{
    if (strstr(desk->shown, words) != NULL) {
        fail_msg("shown: %s", words);
    }
}

static void holds(const struct desk *desk, const char *json)
{
    if (strstr(desk->document.bytes, json) == NULL) {
        fail_msg("the document does not hold: %s\n%s", json, desk->document.bytes);
    }
}

/* Protects the first look: from where to where, what to do, what it takes, and that it is proven. */
static void test_plan_view__tells_way_cost_and_proof(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, 2024, 3, 340);
    show(&desk);
    has(&desk, "Index 3.00 Baik → 3.40 Baik");
    has(&desk, "(claimed value, 5 of 5 indicators)");
    has(&desk, "Target 3.4");
    has(&desk, "I05");
    has(&desk, "3 → 4");
    has(&desk, "+0.4");
    has(&desk, "Together: 1 steps; steps: 1, indicators: 1, months: 0");
    has(&desk, "Nothing cheaper exists");
    has(&desk, "No other plan costs as little.");
    has(&desk, "Without one of these steps the cheapest plan costs 2: I04 → 5, I05 → 3");
    has(&desk, "The rules say nothing about costs");
    has_not(&desk, "rounded, it is reached");
    holds(&desk, "\"target\":{\"index\":\"3.4\",\"predicate\":null,\"reading\":\"exact\","
                 "\"threshold\":\"3.4\"}");
    holds(&desk, "\"before\":{\"value\":\"3.00\",\"exact\":\"3\",\"predicate\":\"Baik\"}");
    holds(&desk, "\"after\":{\"value\":\"3.40\",\"exact\":\"3.4\",\"predicate\":\"Baik\"}");
    holds(&desk, "\"ties\":\"0\",\"ties_or_more\":false");
    holds(&desk, "\"price_by\":\"count\"");
    holds(&desk, "\"start\":null,\"end\":null");
    holds(&desk, "\"criteria\":[{\"id\":\"I05.4.a\"");
    holds(&desk, "\"levels_owed\":[1,2,3]");
    close_desk(&desk);
}

/* Protects a year that rounds: from where on the target is reached is said. */
static void test_plan_view__says_where_a_rounded_target_begins(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, 2023, 3, 340);
    desk.order.band = &desk.fixture.instrument.bands[1];
    show(&desk);
    has(&desk, "Target 3.4 Sangat Baik; rounded, it is reached from 3.395 on");
    holds(&desk, "\"predicate\":\"Sangat Baik\",\"reading\":\"rounded\",\"threshold\":\"3.395\"");
    close_desk(&desk);
}

/* Protects those who have a day to meet: when to begin, and when it is too late for any plan. */
static void test_plan_view__tells_the_days(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, 2024, 3, 340);
    desk.order.by = true;
    desk.order.last = (struct day){2027, 12, 31};
    for (size_t i = 0; i < desk.fixture.instrument.level_count; i++) {
        desk.prices.steps[i].months = 4;
    }
    /* the cheapest way, I05, takes long; the others together are quicker */
    desk.prices.steps[desk.fixture.instrument.indicators[4].levels.first + 3].months = 10;
    show(&desk);
    has(&desk, "To be done by 2027-12-31, this plan must begin by 2027-02-28.");
    has(&desk,
        "After 2027-08-31 the target is out of reach by any plan: the quickest takes 4 months");
    holds(&desk, "\"months\":10,\"months_fastest\":4,\"begin_by\":\"2027-02-28\","
                 "\"out_of_reach_after\":\"2027-08-31\"");
    holds(&desk, "\"start\":\"2027-02-28\",\"end\":\"2027-12-31\"");
    desk.plan.fastest = PLAN_UNKNOWN; /* as where too many states would have to be looked at */
    show_again(&desk);
    has(&desk, "this plan must begin by 2027-02-28. How quick a plan can be is not known:");
    holds(&desk, "\"months_fastest\":null");
    holds(&desk, "\"out_of_reach_after\":null");
    desk.order.by = false;
    show_again(&desk);
    has(&desk, "How quick a plan can be is not known: to prove it takes more than");
    close_desk(&desk);
}

/* Protects trust in costs: whose they are is said, and how many are the agency's own. */
static void test_plan_view__tells_whose_costs_these_are(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, 2024, 3, 380);
    struct step_price *own =
        arena_get(&desk.arena, desk.fixture.instrument.level_count, sizeof *own);
    for (size_t i = 0; i < desk.fixture.instrument.level_count; i++) {
        own[i] = (struct step_price){250, 1, "bekerja"};
    }
    desk.fixture.instrument.effort = (struct effort){own, "poin", "2026-01-01", "taksiran kami"};
    plan_price_start(&desk.prices, &desk.fixture.instrument, &desk.arena);
    show(&desk);
    has(&desk, "Together: 5 poin; steps: 2, indicators: 1, months: 2");
    has(&desk,
        "The other costs and months are judged by the rules (2026-01-01, in poin): taksiran");
    holds(&desk, "\"unit\":\"poin\",\"file\":false,\"steps_by_file\":0,\"pack_unit\":\"poin\"");
    holds(&desk, "\"what\":\"bekerja\"");
    desk.prices.file = true;
    desk.prices.from_file = 1;
    desk.prices.steps[desk.fixture.instrument.indicators[4].levels.first + 3] =
        (struct plan_price){25, 1, false, PLAN_BY_FILE};
    show(&desk);
    has(&desk, "The file prices 1 of these 2 steps. The other costs");
    has(&desk, "Together: 2.75; steps: 2");
    holds(&desk, "\"price_by\":\"file\"");
    desk.prices.steps[desk.fixture.instrument.indicators[4].levels.first + 4].source = PLAN_BY_FILE;
    show(&desk);
    has(&desk, "The file prices 2 of these 2 steps.");
    has_not(&desk, "The other costs");
    close_desk(&desk);
}

/* Protects those who are there: nothing to do, said once. */
static void test_plan_view__tells_that_nothing_is_to_be_done(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, 2024, 4, 400);
    show(&desk);
    has(&desk, "What is asked for is reached already");
    has_not(&desk, "Together");
    has_not(&desk, "→");
    holds(&desk, "\"possible\":true,\"reached\":true");
    holds(&desk, "\"steps\":[]");
    holds(&desk, "\"next\":null");
    close_desk(&desk);
}

/* Protects those who cannot come there: how far they can, and each reason. */
static void test_plan_view__tells_what_is_out_of_reach(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, 2024, 3, 480);
    desk.order.kept[4] = true;
    desk.prices.steps[desk.fixture.instrument.indicators[3].levels.first + 4].fixed = true;
    show(&desk);
    has(&desk, "What is asked for is out of reach.");
    has(&desk, "The highest index within reach is 4.00 Sangat Baik (4).");
    has(&desk, "I05  is kept where it is (--keep)");
    has(&desk, "I04  is fixed by the file of costs");
    has_not(&desk, "I03");
    holds(&desk, "\"possible\":false");
    holds(&desk, "\"blocked\":[{\"indicator\":\"I04\",");
    holds(&desk, "\"why\":\"fixed\"},{\"indicator\":\"I05\",");
    holds(&desk, "\"why\":\"kept\"}]");
    desk.order.target = false;
    desk.order.aspects[2] = (struct plan_least){true, fraction_whole(4)};
    show(&desk);
    has(&desk, "A3 comes to 10/3 at most, not to 4.");
    close_desk(&desk);
}

/* Protects against a wrong reason: where each part could be had and not all together, that is said. */
static void test_plan_view__tells_that_parts_exclude_each_other(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, 2024, 3, 380);
    for (int i = 0; i < 5; i++) {
        desk.c.assessment.responses[i].unit = "Dinas";
    }
    desk.order.per_unit = 2;
    desk.order.aspects[1] = (struct plan_least){true, fraction_whole(4)};
    show(&desk);
    has(&desk, "Each part could be reached, but not all of them together.");
    has(&desk, "each unit takes at most 2 steps");
    holds(&desk, "\"per_unit\":2");
    holds(&desk, "\"target\":{");
    desk.order.per_unit = 3;
    show(&desk);
    has(&desk, "at least 4; 3.00 → 4.00");
    holds(&desk, "\"least\":\"4\",\"before\":\"3.00\",\"before_exact\":\"3\",\"after\":\"4.00\"");
    holds(&desk, "\"unit\":\"Dinas\"");
    close_desk(&desk);
}

/* Protects bounds of units: what can be gained within them is exact, also for values between levels, where the
 * first step of an indicator is worth less than the second. */
static void test_plan_model__knows_the_most_within_bounds(void **state)
{
    (void)state;
    struct desk desk;
    struct plan_model model;
    struct error err = {.kind = ERROR_NONE};
    open_desk(&desk, 2024, 3, 480);
    fixture_as_pemdi(&desk.fixture);
    desk.c.assessment.responses[4].claimed.value = fraction_make(39, 10);
    case_run(&desk.c, BASIS_CLAIMED);
    for (int i = 0; i < 5; i++) {
        desk.c.assessment.responses[i].unit = "Dinas";
    }
    /* thousandths: I05 gains 40 and 440; I04 100, 200 and 400; I03 75, 150 and 300 by one, two, three steps */
    static const int64_t most[] = {100, 440, 540, 640, 840, 915, 990};
    for (unsigned n = 0; n < 7; n++) {
        desk.order.per_unit = n + 1;
        assert_true(plan_model_make(&model, &desk.c.evaluation, &desk.order, &desk.prices,
                                    PLAN_ANY_TIME, &desk.arena, &err));
        assert_int_equal(model.parts, 10);
        assert_int_equal(plan_model_most(&model, NOWHERE, &desk.arena), most[n] * 10);
    }
    assert_int_equal(plan_model_most(&model, 2, &desk.arena), 8400);
    assert_int_equal(fraction_compare(plan_model_index(&model, 10000), fraction_whole(1)), 0);
    assert_int_equal(fraction_compare(plan_model_aspect(&model, 1, 1500), fraction_whole(4)), 0);
    close_desk(&desk);
}

/* Protects durations: an indicator rises as far as its own steps, one after another, fit. */
static void test_plan_model__leaves_out_what_takes_too_long(void **state)
{
    (void)state;
    static const struct {
        int months;
        unsigned options; /* of each indicator, staying among them */
    } rows[] = {{0, 1}, {2, 1}, {3, 2}, {5, 2}, {6, 3}, {PLAN_ANY_TIME, 3}};
    struct desk desk;
    struct plan_model model;
    struct error err = {.kind = ERROR_NONE};
    open_desk(&desk, 2024, 3, 480);
    for (size_t i = 0; i < desk.fixture.instrument.level_count; i++) {
        desk.prices.steps[i].months = 3;
    }
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_true(plan_model_make(&model, &desk.c.evaluation, &desk.order, &desk.prices,
                                    rows[i].months, &desk.arena, &err));
        for (int k = 0; k < 5; k++) {
            assert_int_equal(model.items[k].count, rows[i].options);
        }
        bool possible = false;
        assert_true(plan_model_possible(&model, LIMIT_PLAN_STATES, &desk.arena, &possible, &err));
        assert_int_equal(possible, rows[i].options == 3);
    }
    close_desk(&desk);
}

/* Protects every document: it says which program, rules and assessment it comes from. */
static void test_result_head__names_what_a_result_rests_on(void **state)
{
    (void)state;
    struct desk desk;
    open_desk(&desk, 2024, 3, 340);
    struct json_out out = {&desk.document, false};
    json_out_open(&out, '{');
    result_head_write(&out, "spbe-uji/1", &desk.c.evaluation);
    result_head_index(&out, "index", &desk.c.evaluation, fraction_make(1, 2));
    json_out_close(&out, '}');
    holds(&desk, "{\"format\":\"spbe-uji/1\",\"engine\":{\"name\":\"spbe\",\"version\":\"");
    holds(&desk, "\"agency\":{\"name\":\"Kota Contoh\",\"kind\":\"kota\"},\"year\":2024");
    holds(&desk, "\"basis\":\"claimed\"");
    holds(&desk, "\"index\":{\"value\":\"0.50\",\"exact\":\"0.5\",\"predicate\":\"\"}");
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plan_view__tells_way_cost_and_proof),
        cmocka_unit_test(test_plan_view__says_where_a_rounded_target_begins),
        cmocka_unit_test(test_plan_view__tells_the_days),
        cmocka_unit_test(test_plan_view__tells_whose_costs_these_are),
        cmocka_unit_test(test_plan_view__tells_that_nothing_is_to_be_done),
        cmocka_unit_test(test_plan_view__tells_what_is_out_of_reach),
        cmocka_unit_test(test_plan_view__tells_that_parts_exclude_each_other),
        cmocka_unit_test(test_plan_model__knows_the_most_within_bounds),
        cmocka_unit_test(test_plan_model__leaves_out_what_takes_too_long),
        cmocka_unit_test(test_result_head__names_what_a_result_rests_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
