/* The cheapest choice is the cheapest: against trying every choice, on problems of every kind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cheapest.h"
#include "limit.h"

#include "support_cheapest.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { QUICK = 12000, LARGE_ITEMS = 47, LARGE_OPTIONS = 5 };

/* Protects the promise "nothing cheaper exists", the count of ties, the rule among them, and the second
 * choice; make soak tries many more. */
static void test_cheapest__is_what_trying_everything_finds(void **state)
{
    (void)state;
    uint64_t seed = 20261122;
    const char *word = getenv("SPBE_TRIES");
    long tries = word == NULL ? QUICK : strtol(word, NULL, 10);
    for (long i = 0; i < tries; i++) {
        struct try_problem made;
        uint64_t before = seed;
        try_make(&made, &seed, i % 20 == 0 ? 7 : 5);
        const char *what = try_compare(&made);
        if (what != NULL) {
            fail_msg("case %ld (seed %llu): %s", i, (unsigned long long)before, what);
        }
    }
}

/* A problem as large as an assessment of 47 indicators. */
struct large {
    struct cheapest_item items[LARGE_ITEMS];
    struct cheapest_option options[LARGE_ITEMS][LARGE_OPTIONS];
    struct cheapest_problem problem;
    int64_t all;
};

/* cost: 0 equal, 1 as the gain, 2 random to 10^6, 3 near the gain. */
static void make_large(struct large *large, uint64_t seed, int64_t fine, int cost)
{
    *large = (struct large){.all = 0};
    large->problem =
        (struct cheapest_problem){.items = large->items, .count = LARGE_ITEMS, .pool_count = 8};
    for (size_t i = 0; i < LARGE_ITEMS; i++) {
        int64_t weight = fine / 50 + (int64_t)try_random(&seed, (uint64_t)fine);
        struct cheapest_option *options = large->options[i];
        for (unsigned k = 1; k < LARGE_OPTIONS; k++) {
            int64_t step = cost == 0   ? 1
                           : cost == 1 ? weight
                           : cost == 2 ? 1 + (int64_t)try_random(&seed, 1000000)
                                       : weight + (int64_t)try_random(&seed, (uint64_t)fine / 20);
            options[k] = (struct cheapest_option){options[k - 1].gain + weight,
                                                  options[k - 1].cost + step, k};
        }
        large->items[i] =
            (struct cheapest_item){options, LARGE_OPTIONS, CHEAPEST_FREE, (int)(i % 8)};
        large->all += options[LARGE_OPTIONS - 1].gain;
    }
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Protects "under one second": weights in hundredths of a percent, all kinds of costs, with pools and
 * without. A generous bound, since sanitizers and busy machines are slow too. */
static void test_cheapest__is_quick_for_a_whole_instrument(void **state)
{
    (void)state;
    for (int cost = 0; cost < 4; cost++) {
        for (unsigned pools = 0; pools < 2; pools++) {
            struct large large;
            struct cheapest_answer answer;
            struct arena arena = ARENA_EMPTY;
            struct error err = {.kind = ERROR_NONE};
            make_large(&large, 7, 150, cost);
            large.problem.need = large.all / 2;
            large.problem.pool_most = pools == 0 ? LARGE_ITEMS * LARGE_OPTIONS : 14;
            double begun = seconds();
            assert_true(cheapest_find(&large.problem, &arena, &answer, &err));
            double took = seconds() - begun;
            assert_true(answer.possible);
            if (took >= 5) {
                fail_msg("costs %d, pools %u: %zu states, %.3f s", cost, pools, answer.states,
                         took);
            }
            arena_release(&arena);
        }
    }
}

/* Protects agencies that write costs in rupiah: the same plan, and as many ties, as in millions. */
static void test_cheapest__is_the_same_in_any_unit_of_cost(void **state)
{
    (void)state;
    enum { TIMES = 600, CASES = 300 };
    uint64_t seed = 1234;
    for (int i = 0; i < CASES; i++) {
        struct try_problem made;
        struct arena arena = ARENA_EMPTY;
        struct cheapest_answer small, large;
        struct error err = {.kind = ERROR_NONE};
        try_make(&made, &seed, 6);
        assert_true(cheapest_find(&made.problem, &arena, &small, &err));
        for (size_t item = 0; item < TRY_ITEMS; item++) {
            for (size_t k = 0; k < TRY_OPTIONS; k++) {
                made.options[item][k].cost *= TIMES;
            }
        }
        assert_true(cheapest_find(&made.problem, &arena, &large, &err));
        assert_int_equal(small.possible, large.possible);
        if (small.possible) {
            assert_int_equal(small.cost * TIMES, large.cost);
            assert_int_equal(small.ways, large.ways);
            assert_memory_equal(small.chosen, large.chosen, made.problem.count);
        }
        arena_release(&arena);
    }
}

/* Protects against a guess in place of a proof: what cannot be gone through is refused, not answered. */
static void test_cheapest__refuses_what_it_cannot_prove(void **state)
{
    (void)state;
    struct large large;
    struct cheapest_answer answer;
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    make_large(&large, 11, INT64_C(100000000000), 1);
    large.problem.need = large.all / 2;
    large.problem.pool_most = LARGE_ITEMS * LARGE_OPTIONS;
    assert_false(cheapest_find(&large.problem, &arena, &answer, &err));
    assert_string_equal(err.id, "PLAN_STATES");
    arena_release(&arena);
}

/* Protects the proof where choices are too many to be gone through: what is given costs as little as anything and
 * keeps the bounds, or nothing is given; what was not counted is not said to be. */
static void test_cheapest__proves_the_cost_without_counting(void **state)
{
    (void)state;
    enum { CASES = 3000 };
    uint64_t seed = 42;
    size_t uncounted = 0, refused = 0;
    for (size_t i = 0; i < CASES; i++) {
        struct try_problem made;
        struct arena arena = ARENA_EMPTY;
        struct cheapest_answer whole, within;
        struct error err = {.kind = ERROR_NONE};
        try_make(&made, &seed, TRY_ITEMS);
        assert_true(cheapest_find(&made.problem, &arena, &whole, &err));
        if (!cheapest_find_within(&made.problem, 1 + i % 12, &arena, &within, &err)) {
            assert_string_equal(err.id, "PLAN_STATES");
            refused++;
            arena_release(&arena);
            continue;
        }
        assert_int_equal(err.kind, ERROR_NONE);
        assert_int_equal(within.possible, whole.possible);
        if (whole.possible) {
            assert_int_equal(within.cost, whole.cost);
            assert_true(within.ways == 0 || within.ways == whole.ways);
            assert_true(within.ways != 0 ? within.steps == whole.steps
                                         : within.steps >= whole.steps);
            assert_true(try_holds(&made.problem, &within));
            uncounted += within.ways == 0;
        }
        arena_release(&arena);
    }
    if (uncounted <= 10 || refused <= 10) { /* both kinds must have been there */
        fail_msg("%zu uncounted, %zu refused", uncounted, refused);
    }
}

/* Protects the question that comes before the search: the same answer as the search gives. */
static void test_cheapest__is_possible_when_it_can_be_found(void **state)
{
    (void)state;
    uint64_t seed = 77;
    for (size_t i = 0; i < 2000; i++) {
        struct try_problem made;
        struct arena arena = ARENA_EMPTY;
        struct cheapest_answer answer;
        struct error err = {.kind = ERROR_NONE};
        bool possible = false;
        try_make(&made, &seed, 6);
        assert_true(cheapest_find(&made.problem, &arena, &answer, &err));
        assert_true(cheapest_possible(&made.problem, LIMIT_PLAN_STATES, &arena, &possible, &err));
        assert_int_equal(possible, answer.possible);
        arena_release(&arena);
    }
}

/* Two groups that two pools cut through, with needs of so many units. */
static bool find_long(int64_t far, struct cheapest_answer *answer, struct arena *arena,
                      struct error *err)
{
    enum { ITEMS = 14 };
    const struct cheapest_option options[] = {{0, 0, 0}, {1, 1, 1}, {far, 2, 2}};
    struct cheapest_item items[ITEMS];
    const int64_t needs[] = {far, far + 1};
    for (int i = 0; i < ITEMS; i++) {
        items[i] = (struct cheapest_item){options, 3, i % 2, i / 2};
    }
    const struct cheapest_problem problem = {.items = items,
                                             .count = ITEMS,
                                             .need = 2 * far + 1,
                                             .group_needs = needs,
                                             .group_count = 2,
                                             .pool_count = ITEMS / 2,
                                             .pool_most = 3};
    return cheapest_find(&problem, arena, answer, err);
}

/* Protects keys: needs of many digits are told apart, and those that do not fit into a state together are
 * refused, not mixed up. */
static void test_cheapest__refuses_needs_that_are_too_long(void **state)
{
    (void)state;
    struct cheapest_answer answer;
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    assert_true(find_long(INT64_C(1) << 40, &answer, &arena, &err));
    assert_true(answer.possible);
    assert_int_equal(answer.cost, 5);
    assert_int_equal(answer.ways,
                     252); /* 7 of one group, 6 pools of the other, 6 for the one more */
    assert_false(find_long(INT64_C(1) << 58, &answer, &arena, &err));
    assert_string_equal(err.id, "PLAN_STATES");
    arena_release(&arena);
}

/* Protects numbers of ties that no counter holds: they stop at the most, and do not begin again. */
static void test_cheapest__counts_ties_up_to_the_most(void **state)
{
    (void)state;
    enum { MANY = 200 };
    static const struct cheapest_option options[] = {{0, 0, 0}, {1, 1, 1}};
    struct cheapest_item items[MANY];
    for (size_t i = 0; i < MANY; i++) {
        items[i] = (struct cheapest_item){options, 2, CHEAPEST_FREE, CHEAPEST_FREE};
    }
    struct cheapest_problem problem = {.items = items, .count = MANY, .need = MANY / 2};
    struct cheapest_answer answer;
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    assert_true(cheapest_find(&problem, &arena, &answer, &err));
    assert_int_equal(answer.cost, MANY / 2);
    assert_true(answer.ways == UINT64_MAX);
    for (size_t i = 0; i < MANY; i++) {
        assert_int_equal(answer.chosen[i], i < MANY / 2);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cheapest__is_what_trying_everything_finds),
        cmocka_unit_test(test_cheapest__is_quick_for_a_whole_instrument),
        cmocka_unit_test(test_cheapest__is_the_same_in_any_unit_of_cost),
        cmocka_unit_test(test_cheapest__refuses_what_it_cannot_prove),
        cmocka_unit_test(test_cheapest__proves_the_cost_without_counting),
        cmocka_unit_test(test_cheapest__is_possible_when_it_can_be_found),
        cmocka_unit_test(test_cheapest__refuses_needs_that_are_too_long),
        cmocka_unit_test(test_cheapest__counts_ties_up_to_the_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
