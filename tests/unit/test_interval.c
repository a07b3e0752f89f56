/* The interval of an index: its ends are indices that could really come out, and nothing lies outside. */
#include "interval.h"

#include "pack.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

struct bench {
    struct fixture fixture;
    struct arena arena;
    struct assessment assessment;
};

static void bench_open(struct bench *bench, bool items)
{
    *bench = (struct bench){.arena = ARENA_EMPTY};
    fixture_open(&bench->fixture);
    if (items) {
        fixture_as_pemdi(&bench->fixture);
    }
    assessment_init(&bench->assessment, &bench->fixture.instrument, &bench->arena);
    bench->assessment.year = 2024;
    bench->assessment.kind = KIND_KOTA;
}

static void bench_close(struct bench *bench)
{
    arena_release(&bench->arena);
    fixture_close(&bench->fixture);
}

static void answer(struct bench *bench, const char *criterion, enum answer answer)
{
    int c = instrument_find_criterion(&bench->fixture.instrument, criterion, strlen(criterion), 0);
    assert_int_not_equal(c, NOWHERE);
    bench->assessment.answers[c] = (unsigned char)answer;
}

static struct interval compute(struct bench *bench)
{
    struct interval interval;
    struct error err = {.kind = ERROR_NONE};
    assert_true(interval_of(&bench->assessment, &bench->arena, &interval, &err));
    assert_true(fraction_compare(interval.lowest.exact, interval.highest.exact) <= 0);
    return interval;
}

static void check_fraction(struct fraction value, int64_t num, int64_t den)
{
    assert_int_equal(fraction_compare(value, fraction_make(num, den)), 0);
}

/* Nothing known: the whole scale. */
static void test_interval__of_nothing_is_the_whole_scale(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, false);
    struct interval interval = compute(&bench);
    check_fraction(interval.lowest.exact, 1, 1);
    check_fraction(interval.highest.exact, 5, 1);
    assert_string_equal(interval.lowest.band->name, "Kurang");
    assert_string_equal(interval.highest.band->name, "Memuaskan");
    bench_close(&bench);
}

/* A refused criterion of level 3 holds its indicator at 2 for ever: 40 % lose three levels. */
static void test_interval__what_is_not_met_bounds_the_highest(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, false);
    answer(&bench, "I05.3.a", ANSWER_NO);
    struct interval interval = compute(&bench);
    check_fraction(interval.lowest.exact, 1, 1);
    check_fraction(interval.highest.exact, 38, 10);
    bench_close(&bench);
}

/* What is met raises the lowest only when it is proven; the highest stays. */
static void test_interval__what_is_met_and_proven_raises_the_lowest(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, false);
    answer(&bench, "I05.1.a", ANSWER_YES);
    answer(&bench, "I05.2.a", ANSWER_YES);
    check_fraction(compute(&bench).lowest.exact, 1, 1);
    int criterion = instrument_find_criterion(&bench.fixture.instrument, "I05.2.a", 7, 0);
    struct evidence item = {.title = "SK", .supports = &criterion, .support_count = 1};
    bench.assessment.responses[4].evidence = &item;
    bench.assessment.responses[4].evidence_count = 1;
    struct interval interval = compute(&bench);
    check_fraction(interval.lowest.exact, 14, 10);
    check_fraction(interval.highest.exact, 5, 1);
    bench_close(&bench);
}

/* What waits for confirmation is taken as confirmed; the assessment itself stays as it is. */
static void test_interval__what_is_pending_counts_and_stays_pending(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, false);
    answer(&bench, "I05.2.a", ANSWER_NO);
    bench.assessment.responses[4].carried = "uji-2020 2023";
    struct interval interval = compute(&bench);
    check_fraction(interval.highest.exact, 34, 10);
    assert_string_equal(bench.assessment.responses[4].carried, "uji-2020 2023");
    assert_int_equal(bench.assessment.responses[4].evidence_count, 0);
    bench_close(&bench);
}

/* Everything answered and proven: both ends meet. */
static void test_interval__of_everything_is_one_number(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, false);
    for (size_t c = 0; c < bench.fixture.instrument.criterion_count; c++) {
        bench.assessment.answers[c] = ANSWER_NO;
    }
    struct interval interval = compute(&bench);
    check_fraction(interval.lowest.exact, 1, 1);
    assert_int_equal(fraction_compare(interval.lowest.exact, interval.highest.exact), 0);
    bench_close(&bench);
}

/* Where items and outside indices score, they are what can still come. */
static void test_interval__items_and_measures_reach_the_top(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, true);
    struct interval all = compute(&bench);
    struct item refused = {.level = 2, .number = 1, .answer = ANSWER_NO};
    bench.assessment.responses[0].items = &refused;
    bench.assessment.responses[0].item_count = 1;
    struct interval less = compute(&bench);
    assert_true(fraction_compare(all.lowest.exact, all.highest.exact) < 0);
    assert_true(fraction_compare(less.highest.exact, all.highest.exact) < 0);
    bench_close(&bench);
}

/* No assessment that adds answers to what is known comes to lie outside. */
static void test_interval__nothing_that_is_added_lies_outside(void **state)
{
    (void)state;
    struct bench bench;
    unsigned seed = 7;
    bench_open(&bench, false);
    answer(&bench, "I01.3.a", ANSWER_NO);
    answer(&bench, "I03.2.a", ANSWER_YES);
    struct interval interval = compute(&bench);
    size_t count = bench.fixture.instrument.criterion_count;
    unsigned char *known = arena_get(&bench.arena, count, sizeof *known);
    memcpy(known, bench.assessment.answers, count);
    for (int round = 0; round < 200; round++) {
        struct evaluation evaluation;
        struct error err = {.kind = ERROR_NONE};
        for (size_t c = 0; c < count; c++) {
            seed = seed * 1103515245U + 12345U;
            bench.assessment.answers[c] =
                known[c] != ANSWER_NONE ? known[c] : (unsigned char)((seed >> 16) % 3);
        }
        assert_true(
            evaluation_run(&evaluation, &bench.assessment, BASIS_SUPPORTED, &bench.arena, &err));
        struct fraction index = evaluation.index[BASIS_SUPPORTED].exact;
        assert_true(fraction_compare(interval.lowest.exact, index) <= 0);
        assert_true(fraction_compare(index, interval.highest.exact) <= 0);
    }
    bench_close(&bench);
}

/* --- the real instruments ----------------------------------------------------------------------- */

/* The next number of a sequence that is the same on every run. */
static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245U + 12345U;
    return *seed >> 16;
}

/* Answers some criteria that nobody has answered; evidence for what is met. */
static void add_some(struct assessment *assessment, struct evidence *items, int *supports,
                     unsigned one_in, unsigned *seed)
{
    const struct instrument *instrument = assessment->instrument;
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        if (assessment->answers[c] == ANSWER_NONE && next(seed) % one_in == 0) {
            assessment->answers[c] = next(seed) % 4 == 0 ? ANSWER_NO : ANSWER_YES;
            supports[c] = (int)c;
        }
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        struct span levels = instrument->indicators[i].levels;
        struct span criteria = instrument->levels[levels.first + levels.count / 2].criteria;
        items[i] = (struct evidence){.title = "SK",
                                     .supports = &supports[criteria.first],
                                     .support_count = criteria.count > 0 ? 1 : 0};
        assessment->responses[i].evidence = &items[i];
        assessment->responses[i].evidence_count = 1;
    }
}

/* Whatever is learnt, the interval only becomes narrower, and the index stays inside. */
static void test_interval__of_real_instruments_only_narrows(void **state)
{
    (void)state;
    static const char *const packs[] = {"spbe-2020", "spbe-2018", "pemdi-2026"};
    for (size_t p = 0; p < 3; p++) {
        struct error err = {.kind = ERROR_NONE};
        struct arena arena = ARENA_EMPTY;
        struct assessment assessment;
        struct interval before, after;
        unsigned seed = (unsigned)p + 1;
        struct pack *pack = pack_load(packs[p], &err);
        assert_non_null(pack);
        const struct instrument *instrument = pack_instrument(pack);
        struct evidence *items = arena_get(&arena, instrument->indicator_count, sizeof *items);
        int *supports = arena_get(&arena, instrument->criterion_count, sizeof *supports);
        assessment_init(&assessment, instrument, &arena);
        assessment.year = instrument->year_last;
        assessment.kind = KIND_KOTA;
        assert_true(interval_of(&assessment, &arena, &before, &err));
        for (unsigned one_in = 8; one_in > 0; one_in--) {
            add_some(&assessment, items, supports, one_in, &seed);
            assert_true(interval_of(&assessment, &arena, &after, &err));
            assert_true(fraction_compare(before.lowest.exact, after.lowest.exact) <= 0);
            assert_true(fraction_compare(after.lowest.exact, after.highest.exact) <= 0);
            assert_true(fraction_compare(after.highest.exact, before.highest.exact) <= 0);
            before = after;
        }
        pack_free(pack);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_interval__of_nothing_is_the_whole_scale),
        cmocka_unit_test(test_interval__what_is_not_met_bounds_the_highest),
        cmocka_unit_test(test_interval__what_is_met_and_proven_raises_the_lowest),
        cmocka_unit_test(test_interval__what_is_pending_counts_and_stays_pending),
        cmocka_unit_test(test_interval__of_everything_is_one_number),
        cmocka_unit_test(test_interval__items_and_measures_reach_the_top),
        cmocka_unit_test(test_interval__of_real_instruments_only_narrows),
        cmocka_unit_test(test_interval__nothing_that_is_added_lies_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
