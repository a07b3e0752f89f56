/* A plan is the cheapest there is, by the numbers of the evaluation itself: every other set of levels of a
 * small instrument is tried, evaluated, and held against what was asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "plan.h"

#include "support_case.h"
#include "support_cheapest.h"
#include "support_fixture.h"

#include <stdlib.h>
#include <string.h>

enum { QUICK = 600, INDICATORS = 5, ASPECTS = 3, LEVELS = 5, DESK_UNITS = 2 };

/* An assessment, and what is asked of it. */
struct desk {
    struct fixture fixture;
    struct case_ c;
    struct arena arena;
    struct plan_prices prices;
    struct plan_order order;
    struct plan plan;
};

static void open_desk(struct desk *desk, int year, const int *claims)
{
    static const char *const none[] = {NULL};
    static const struct plan_words words = {.target = "3", .aspects = none, .keep = none};
    struct error err = {.kind = ERROR_NONE};
    fixture_open(&desk->fixture);
    case_open(&desk->c, &desk->fixture.instrument, year);
    desk->arena = (struct arena)ARENA_EMPTY;
    for (int i = 0; i < INDICATORS; i++) {
        char id[8];
        snprintf(id, sizeof id, "I%02d", i + 1);
        case_claim(&desk->c, id, claims[i]);
    }
    case_run(&desk->c, BASIS_CLAIMED);
    plan_price_start(&desk->prices, &desk->fixture.instrument, &desk->arena);
    assert_true(plan_order_read(&desk->order, &desk->c.evaluation, &words, &desk->arena, &err));
}

static void close_desk(struct desk *desk)
{
    arena_release(&desk->arena);
    case_close(&desk->c);
    fixture_close(&desk->fixture);
}

/* Asks for an index. */
static void aim(struct desk *desk, int64_t num, int64_t den)
{
    desk->order.target = true;
    desk->order.index = fraction_make(num, den);
    desk->order.threshold = evaluation_threshold(&desk->c.evaluation, desk->order.index);
}

static void make(struct desk *desk)
{
    struct error err = {.kind = ERROR_NONE};
    if (!plan_make(&desk->plan, &desk->c.evaluation, &desk->order, &desk->prices, &desk->arena,
                   &err)) {
        fail_msg("%s", err.message);
    }
}

/* ---- every other plan ---- */

/* What trying everything finds. */
struct oracle {
    bool possible;
    int64_t cost;
    uint64_t ways;
    int fastest;
    struct fraction highest, after;
};

/* What one set of levels takes. */
struct taking {
    int64_t cost;
    int months;
    unsigned units[DESK_UNITS];
    bool allowed;
};

static struct taking take(const struct desk *desk, const int *levels)
{
    struct taking taking = {.allowed = true};
    const struct instrument *instrument = &desk->fixture.instrument;
    for (int i = 0; i < INDICATORS; i++) {
        const char *unit = desk->c.assessment.responses[i].unit;
        int months = 0;
        int now = (int)desk->c.evaluation.ratings[i].value.num;
        for (int number = now + 1; number <= levels[i]; number++) {
            const struct plan_price *price =
                &desk->prices.steps[instrument->indicators[i].levels.first + (uint32_t)number - 1];
            taking.cost += price->cost_parts;
            months += price->months;
            taking.allowed = taking.allowed && !price->fixed && !desk->order.kept[i];
            if (unit != NULL) {
                taking.units[unit[0] == 'A' ? 0 : 1]++;
            }
        }
        taking.months = months > taking.months ? months : taking.months;
    }
    for (int u = 0; u < DESK_UNITS; u++) {
        taking.allowed = taking.allowed &&
                         (desk->order.per_unit == 0 || taking.units[u] <= desk->order.per_unit);
    }
    if (desk->order.from) {
        taking.allowed =
            taking.allowed && taking.months <= calendar_months(desk->order.first, desk->order.last);
    }
    return taking;
}

/* True when an evaluation holds all that is asked; a predicate by the evaluation's own word. */
static bool is_enough(const struct desk *desk, const struct evaluation *evaluation)
{
    const struct plan_order *order = &desk->order;
    const struct index_value *index = &evaluation->index[BASIS_CLAIMED];
    bool enough = !order->target || order->band != NULL
                      ? !order->target || index->band <= order->band
                      : fraction_compare(evaluation->reading == READING_EXACT
                                             ? index->exact
                                             : fraction_make(fraction_round(index->exact, 2), 100),
                                         order->index) >= 0;
    for (int a = 0; a < ASPECTS; a++) {
        enough = enough && (!order->aspects[a].asked ||
                            fraction_compare(evaluation->aspects[a].value[BASIS_CLAIMED],
                                             order->aspects[a].value) >= 0);
    }
    return enough;
}

static void count_in(const struct desk *desk, struct oracle *oracle, const int *levels,
                     const struct evaluation *evaluation)
{
    struct taking taking = take(desk, levels);
    struct fraction index = evaluation->index[BASIS_CLAIMED].exact;
    if (!taking.allowed) {
        return;
    }
    oracle->highest = fraction_compare(index, oracle->highest) > 0 ? index : oracle->highest;
    if (!is_enough(desk, evaluation)) {
        return;
    }
    if (!oracle->possible || taking.cost < oracle->cost) {
        oracle->cost = taking.cost;
        oracle->ways = 0;
    }
    oracle->fastest =
        !oracle->possible || taking.months < oracle->fastest ? taking.months : oracle->fastest;
    oracle->ways += taking.cost == oracle->cost;
    oracle->possible = true;
}

static void try_levels(const struct desk *desk, struct oracle *oracle)
{
    struct case_ c;
    struct season season;
    struct arena keep = ARENA_EMPTY, arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    int levels[INDICATORS], now[INDICATORS];
    case_open(&c, &desk->fixture.instrument, desk->c.assessment.year);
    season_make(&season, &desk->fixture.instrument, desk->c.assessment.year,
                desk->c.assessment.kind, &keep);
    for (int i = 0; i < INDICATORS; i++) {
        levels[i] = now[i] = (int)desk->c.evaluation.ratings[i].value.num;
    }
    *oracle = (struct oracle){.highest = fraction_whole(0)};
    for (int at = 0; at < INDICATORS;) {
        for (int i = 0; i < INDICATORS; i++) {
            c.assessment.responses[i].claimed = (struct maybe){true, fraction_whole(levels[i])};
        }
        struct evaluation evaluation;
        assert_true(
            evaluation_run_in(&evaluation, &season, &c.assessment, BASIS_CLAIMED, &arena, &err));
        count_in(desk, oracle, levels, &evaluation);
        arena_clear(&arena);
        for (at = 0; at < INDICATORS && ++levels[at] > LEVELS; at++) {
            levels[at] = now[at];
        }
    }
    arena_release(&arena);
    arena_release(&keep);
    case_close(&c);
}

/* ---- random questions ---- */

static void ask(struct desk *desk, uint64_t *seed)
{
    const struct instrument *instrument = &desk->fixture.instrument;
    struct plan_order *order = &desk->order;
    aim(desk, 100 + (int64_t)try_random(seed, 401), 100);
    if (try_random(seed, 3) == 0) {
        order->band = &instrument->bands[try_random(seed, instrument->band_count)];
        order->index = order->band->min;
        order->threshold = evaluation_threshold(&desk->c.evaluation, order->index);
    }
    for (int a = 0; a < ASPECTS; a++) {
        order->aspects[a].asked = try_random(seed, 4) == 0;
        order->aspects[a].value = fraction_make(10 + (int64_t)try_random(seed, 41), 10);
    }
    order->target = try_random(seed, 8) != 0;
    order->per_unit = (unsigned)try_random(seed, 8);
    for (int i = 0; i < INDICATORS; i++) {
        uint64_t unit = try_random(seed, 3);
        order->kept[i] = try_random(seed, 12) == 0;
        desk->c.assessment.responses[i].unit = unit == 0 ? "A" : unit == 1 ? "B" : NULL;
    }
    order->by = order->from = try_random(seed, 3) == 0;
    order->last = (struct day){2027, 12, 28};
    order->first = calendar_before(order->last, (int)try_random(seed, 30));
    uint64_t kind = try_random(seed, 3);
    for (size_t i = 0; i < instrument->level_count; i++) {
        desk->prices.steps[i] = (struct plan_price){
            .cost_parts = kind == 0 ? 100 : (int64_t)try_random(seed, kind == 1 ? 4 : 100000),
            .months = (int)try_random(seed, 13),
            .fixed = try_random(seed, 40) == 0,
        };
    }
}

/* The order of work holds every step once, what begins first first, an indicator's own steps rising; the
 * index is summed up on the way. */
static void check_turns(const struct desk *desk)
{
    const struct plan *plan = &desk->plan;
    const struct plan_step *before = NULL;
    struct fraction index = plan->before;
    int levels[INDICATORS];
    for (int i = 0; i < INDICATORS; i++) {
        levels[i] = (int)desk->c.evaluation.ratings[i].value.num;
    }
    for (size_t t = 0; t < plan->step_count; t++) {
        const struct plan_step *step = &plan->steps[plan->turns[t]];
        assert_int_equal(step->from.num, levels[step->indicator]++);
        assert_int_equal(step->begins - step->ends, step->price.months);
        assert_true(before == NULL || before->begins >= step->begins);
        assert_true(fraction_add(index, step->gain, &index));
        assert_int_equal(fraction_compare(index, step->index), 0);
        before = step;
    }
    assert_int_equal(fraction_compare(index, plan->after), 0);
}

/* What a plan says of itself holds: its steps rise one by one, and come to its cost, index and days. */
static void check_steps(const struct desk *desk)
{
    const struct plan *plan = &desk->plan;
    int64_t cost = 0;
    struct fraction index = plan->before;
    int levels[INDICATORS];
    for (int i = 0; i < INDICATORS; i++) {
        levels[i] = (int)desk->c.evaluation.ratings[i].value.num;
    }
    for (size_t s = 0; s < plan->step_count; s++) {
        const struct plan_step *step = &plan->steps[s];
        assert_int_equal(step->from.num, levels[step->indicator]);
        levels[step->indicator]++;
        assert_int_equal(desk->fixture.instrument.levels[step->level].number,
                         levels[step->indicator]);
        cost += step->price.cost_parts;
        assert_true(fraction_add(index, step->gain, &index));
        if (plan->order->by) {
            assert_int_equal(calendar_months(step->start, step->end), step->price.months);
            assert_true(calendar_compare(step->end, plan->order->last) <= 0);
        }
    }
    struct taking taking = take(desk, levels);
    assert_true(taking.allowed);
    assert_int_equal(taking.months, plan->months);
    assert_int_equal(cost, plan->cost_parts);
    assert_int_equal(fraction_compare(index, plan->after), 0);
    check_turns(desk);
}

/* The second plan lacks a step of the first, costs no less, and as little only where there are ties. */
static void check_next(const struct desk *desk)
{
    const struct plan *plan = &desk->plan;
    bool less = false;
    for (size_t s = 0; s < plan->step_count; s++) {
        const struct plan_step *step = &plan->steps[s];
        less = less || fraction_compare(plan->next.values[step->indicator], step->to) < 0;
    }
    assert_true(less);
    assert_true(plan->next.cost_parts >= plan->cost_parts);
    assert_true(plan->next.cost_parts > plan->cost_parts || plan->ties > 0);
}

static size_t tries(size_t quick)
{
    const char *word = getenv("SPBE_TRIES");
    return word == NULL ? quick : (size_t)strtoul(word, NULL, 10);
}

/* Protects "proves that nothing cheaper exists", ties, the quickest plan and the highest index, with
 * everything that can be asked at once, in a year of either reading; make soak tries many more. */
static void test_plan__is_what_evaluating_everything_finds(void **state)
{
    (void)state;
    uint64_t seed = 59;
    for (size_t n = 0; n < tries(QUICK); n++) {
        struct desk desk;
        struct oracle oracle;
        int claims[INDICATORS];
        for (int i = 0; i < INDICATORS; i++) {
            claims[i] = 1 + (int)try_random(&seed, 4);
        }
        open_desk(&desk, n % 2 == 0 ? 2023 : 2024, claims);
        ask(&desk, &seed);
        make(&desk);
        try_levels(&desk, &oracle);
        assert_int_equal(desk.plan.possible, oracle.possible);
        assert_int_equal(fraction_compare(desk.plan.highest, oracle.highest), 0);
        if (oracle.possible) {
            assert_int_equal(desk.plan.cost_parts, oracle.cost);
            assert_int_equal(desk.plan.ties, oracle.ways - 1);
            assert_int_equal(desk.plan.fastest, oracle.fastest);
            check_steps(&desk);
        }
        if (desk.plan.next.known) {
            check_next(&desk);
        }
        close_desk(&desk);
    }
}

/* ---- one thing at a time ---- */

/* Protects agencies at the edge of a predicate: half a hundredth is enough where it is rounded, and not where
 * it is not. */
static void test_plan__reads_the_target_as_the_year_does(void **state)
{
    (void)state;
    static const int claims[] = {3, 3, 3, 4, 4};
    for (int year = 2023; year <= 2024; year++) {
        struct desk desk;
        open_desk(&desk, year, claims);
        /* 3.6 now; 3.604 is read as 3.6 in 2023, not in 2024 */
        aim(&desk, 3604, 1000);
        make(&desk);
        assert_int_equal(desk.plan.reached, false);
        aim(&desk, 360, 100);
        make(&desk);
        assert_true(desk.plan.reached);
        assert_int_equal(desk.plan.step_count, 0);
        close_desk(&desk);
    }
}

/* Protects the rule among equals: fewest steps, then what stands first. */
static void test_plan__chooses_among_equals_by_rule(void **state)
{
    (void)state;
    static const int claims[] = {1, 1, 1, 1, 1};
    struct desk desk;
    open_desk(&desk, 2024, claims);
    aim(&desk, 11, 10); /* I01, I02, I03, I04 or I05 alone would do at one cost */
    make(&desk);
    assert_int_equal(desk.plan.step_count, 1);
    assert_int_equal(desk.plan.steps[0].indicator, 0);
    assert_int_equal(desk.plan.ties, 4);
    assert_int_equal(desk.plan.next.cost_parts, 100);
    close_desk(&desk);
}

/* Protects the days: steps of one indicator follow each other and end on the last day. */
static void test_plan__counts_days_back(void **state)
{
    (void)state;
    static const int claims[] = {5, 5, 5, 5, 3};
    struct desk desk;
    open_desk(&desk, 2024, claims);
    aim(&desk, 5, 1);
    for (size_t i = 0; i < desk.fixture.instrument.level_count; i++) {
        desk.prices.steps[i].months = 3;
    }
    desk.order.by = true;
    desk.order.last = (struct day){2027, 8, 31};
    make(&desk);
    assert_int_equal(desk.plan.step_count, 2);
    assert_int_equal(desk.plan.months, 6);
    assert_int_equal(calendar_compare(desk.plan.steps[0].start, (struct day){2027, 2, 28}), 0);
    assert_int_equal(calendar_compare(desk.plan.steps[0].end, (struct day){2027, 5, 31}), 0);
    assert_int_equal(calendar_compare(desk.plan.steps[1].end, (struct day){2027, 8, 31}), 0);
    close_desk(&desk);
}

/* Protects who works by the plan: what must begin first stands first, whatever the instrument's order. */
static void test_plan__begins_with_what_takes_longest(void **state)
{
    (void)state;
    static const int claims[] = {4, 4, 4, 4, 3};
    struct desk desk;
    open_desk(&desk, 2024, claims);
    aim(&desk, 5, 1);
    for (size_t i = 0; i < desk.fixture.instrument.level_count; i++) {
        desk.prices.steps[i].months = 2;
    }
    desk.prices.steps[desk.fixture.instrument.indicators[2].levels.first + 4].months = 9;
    make(&desk);
    assert_int_equal(desk.plan.step_count, 6);
    static const int order[] = {2, 4, 0, 1, 3, 4};
    for (size_t t = 0; t < 6; t++) {
        assert_int_equal(desk.plan.steps[desk.plan.turns[t]].indicator, order[t]);
    }
    assert_int_equal(desk.plan.steps[desk.plan.turns[1]].begins, 4);
    assert_int_equal(desk.plan.steps[desk.plan.turns[1]].ends, 2);
    close_desk(&desk);
}

/* Protects the reason that a person reads: each indicator that cannot rise says why. */
static void test_plan__says_what_stands_in_the_way(void **state)
{
    (void)state;
    static const int claims[] = {3, 3, 3, 3, 5};
    struct desk desk;
    open_desk(&desk, 2024, claims);
    aim(&desk, 5, 1);
    desk.order.kept[0] = true;
    desk.prices.steps[desk.fixture.instrument.indicators[1].levels.first + 4].fixed = true;
    desk.order.by = desk.order.from = true;
    desk.order.first = (struct day){2027, 1, 1};
    desk.order.last = (struct day){2027, 7, 1};
    desk.prices.steps[desk.fixture.instrument.indicators[2].levels.first + 3].months = 7;
    make(&desk);
    assert_false(desk.plan.possible);
    static const enum plan_block wanted[] = {PLAN_KEPT, PLAN_FIXED, PLAN_LATE, PLAN_FREE,
                                             PLAN_FREE};
    for (int i = 0; i < INDICATORS; i++) {
        assert_int_equal(desk.plan.blocks[i], wanted[i]);
    }
    close_desk(&desk);
}

/* Protects instruments with values between levels: the first step fills up what is begun. */
static void test_plan__fills_up_a_value_between_levels(void **state)
{
    (void)state;
    static const int claims[] = {5, 5, 5, 5, 5};
    struct desk desk;
    struct error err = {.kind = ERROR_NONE};
    open_desk(&desk, 2024, claims);
    fixture_as_pemdi(&desk.fixture);
    desk.c.assessment.responses[4].claimed = (struct maybe){true, fraction_make(326, 100)};
    case_run(&desk.c, BASIS_CLAIMED);
    aim(&desk, 46, 10);
    make(&desk); /* levels 4 and 5 begin at 3.5 and 4; level 5 is complete at 5 */
    assert_int_equal(desk.plan.step_count, 2);
    assert_int_equal(fraction_compare(desk.plan.steps[0].from, fraction_make(163, 50)), 0);
    assert_int_equal(fraction_compare(desk.plan.steps[0].to, fraction_make(7, 2)), 0);
    assert_int_equal(fraction_compare(desk.plan.steps[0].gain, fraction_make(96, 1000)), 0);
    assert_int_equal(fraction_compare(desk.plan.steps[1].to, fraction_whole(4)), 0);
    aim(&desk, 461, 100);
    make(&desk);
    assert_int_equal(desk.plan.step_count, 3);
    assert_int_equal(fraction_compare(desk.plan.steps[2].to, fraction_whole(5)), 0);
    assert_int_equal(desk.plan.steps[2].level, desk.plan.steps[1].level);
    assert_int_equal(fraction_compare(desk.plan.highest, fraction_whole(5)), 0);
    /* parts that are too many are refused, and nothing is rounded */
    desk.c.assessment.responses[4].claimed =
        (struct maybe){true, fraction_make(3000000000000001, 1000000000000000)};
    case_run(&desk.c, BASIS_CLAIMED);
    assert_false(
        plan_make(&desk.plan, &desk.c.evaluation, &desk.order, &desk.prices, &desk.arena, &err));
    assert_string_equal(err.id, "EVALUATION_RANGE");
    close_desk(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plan__is_what_evaluating_everything_finds),
        cmocka_unit_test(test_plan__reads_the_target_as_the_year_does),
        cmocka_unit_test(test_plan__chooses_among_equals_by_rule),
        cmocka_unit_test(test_plan__counts_days_back),
        cmocka_unit_test(test_plan__begins_with_what_takes_longest),
        cmocka_unit_test(test_plan__says_what_stands_in_the_way),
        cmocka_unit_test(test_plan__fills_up_a_value_between_levels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
