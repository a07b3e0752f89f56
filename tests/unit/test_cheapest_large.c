/* The cheapest choice where nobody can try everything, on problems as large as an instrument: what must stay
 * the same stays the same, and what must not fall does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cheapest.h"

#include "support_cheapest.h"

#include <string.h>

enum { ITEMS = 40, OPTIONS = 5, ASPECTS = 4, UNITS = 6, ROUNDS = 2 };

/* A problem of its own, and the answer to it. */
struct large {
    struct cheapest_item items[ITEMS];
    struct cheapest_option options[ITEMS][OPTIONS];
    int64_t needs[ASPECTS];
    struct cheapest_problem problem;
    struct cheapest_answer answer;
    struct arena arena;
};

/* Aspects of ten items each; units cut through them. */
static void make(struct large *large, uint64_t *seed)
{
    int64_t all = 0, of[ASPECTS] = {0};
    *large = (struct large){.arena = ARENA_EMPTY};
    for (int i = 0; i < ITEMS; i++) {
        int64_t weight = 13 + 6 * (int64_t)try_random(seed, 3);
        struct cheapest_option *options = large->options[i];
        for (unsigned k = 1; k < OPTIONS; k++) {
            options[k] = (struct cheapest_option){
                .gain = options[k - 1].gain + weight,
                .cost = options[k - 1].cost + (int64_t)try_random(seed, 900),
                .steps = k,
            };
        }
        int group = i / (ITEMS / ASPECTS);
        large->items[i] =
            (struct cheapest_item){options, OPTIONS, group, (int)try_random(seed, UNITS)};
        all += options[OPTIONS - 1].gain;
        of[group] += options[OPTIONS - 1].gain;
    }
    for (int g = 0; g < ASPECTS; g++) {
        large->needs[g] = try_random(seed, 2) == 0 ? of[g] / 2 : 0;
    }
    large->problem = (struct cheapest_problem){
        .items = large->items,
        .count = ITEMS,
        .need = all / 3 + (int64_t)try_random(seed, (uint64_t)all / 4),
        .group_needs = large->needs,
        .group_count = ASPECTS,
        .pool_count = UNITS,
        .pool_most = ITEMS * OPTIONS,
    };
}

static void solve(struct large *large)
{
    struct error err = {.kind = ERROR_NONE};
    arena_clear(&large->arena);
    if (!cheapest_find(&large->problem, &large->arena, &large->answer, &err)) {
        fail_msg("%s", err.message);
    }
}

/* A choice that is given comes to its cost and steps, and to all that is needed. */
static void check_sums(const struct large *large)
{
    int64_t gain = 0, cost = 0, groups[ASPECTS] = {0};
    unsigned steps = 0, pools[UNITS] = {0};
    for (int i = 0; i < ITEMS; i++) {
        const struct cheapest_item *item = &large->items[i];
        const struct cheapest_option *option = &item->options[large->answer.chosen[i]];
        gain += option->gain;
        cost += option->cost;
        steps += option->steps;
        groups[item->group] += option->gain;
        pools[item->pool] += option->steps;
    }
    assert_true(gain >= large->problem.need);
    assert_int_equal(cost, large->answer.cost);
    assert_int_equal(steps, large->answer.steps);
    for (int g = 0; g < ASPECTS; g++) {
        assert_true(groups[g] >= large->needs[g]);
    }
    for (int u = 0; u < UNITS; u++) {
        assert_true(pools[u] <= large->problem.pool_most);
    }
}

/* Protects what is shown as a plan: it is one. */
static void test_cheapest_large__gives_what_it_says(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < ROUNDS; i++) {
        struct large large;
        make(&large, &seed);
        solve(&large);
        assert_true(large.answer.possible);
        check_sums(&large);
        assert_true(large.answer.ways >= 1);
        arena_release(&large.arena);
    }
}

/* Protects against an order that matters: the cost and the number of ties are those of the problem, not of
 * how it is written down. */
static void test_cheapest_large__does_not_depend_on_the_order(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < ROUNDS; i++) {
        struct large large;
        make(&large, &seed);
        solve(&large);
        int64_t cost = large.answer.cost;
        uint64_t ways = large.answer.ways;
        unsigned steps = large.answer.steps;
        for (uint64_t j = ITEMS - 1; j > 0; j--) {
            uint64_t other = try_random(&seed, j + 1);
            struct cheapest_item item = large.items[j];
            large.items[j] = large.items[other];
            large.items[other] = item;
        }
        solve(&large);
        assert_int_equal(large.answer.cost, cost);
        assert_true(large.answer.ways == ways);
        assert_int_equal(large.answer.steps, steps);
        arena_release(&large.arena);
    }
}

/* Protects against a unit of measure that matters: gains in smaller parts, costs in hundredths. */
static void test_cheapest_large__does_not_depend_on_the_units(void **state)
{
    (void)state;
    enum { PARTS = 7, CENTS = 100 };
    uint64_t seed = 3;
    for (int i = 0; i < ROUNDS; i++) {
        struct large large;
        unsigned char chosen[ITEMS];
        make(&large, &seed);
        solve(&large);
        int64_t cost = large.answer.cost;
        memcpy(chosen, large.answer.chosen, sizeof chosen);
        for (int j = 0; j < ITEMS; j++) {
            for (unsigned k = 0; k < OPTIONS; k++) {
                large.options[j][k].gain *= PARTS;
                large.options[j][k].cost *= CENTS;
            }
        }
        large.problem.need *= PARTS;
        for (int g = 0; g < ASPECTS; g++) {
            large.needs[g] *= PARTS;
        }
        solve(&large);
        assert_int_equal(large.answer.cost, cost * CENTS);
        assert_memory_equal(large.answer.chosen, chosen, sizeof chosen);
        arena_release(&large.arena);
    }
}

/* Protects common sense: to ask for more never costs less, and neither does a narrower bound, an aspect more, or
 * an indicator that is kept. */
static void test_cheapest_large__never_falls_when_more_is_asked(void **state)
{
    (void)state;
    uint64_t seed = 4;
    for (int i = 0; i < ROUNDS; i++) {
        struct large large;
        make(&large, &seed);
        solve(&large);
        int64_t cost = large.answer.cost;
        large.problem.need += 11;
        solve(&large);
        assert_true(large.answer.cost >= cost);
        cost = large.answer.cost;
        large.needs[2] = large.needs[2] > 0 ? large.needs[2] + 13 : 300;
        solve(&large);
        assert_true(large.answer.cost >= cost);
        cost = large.answer.cost;
        large.items[try_random(&seed, ITEMS)].count = 1;
        solve(&large);
        assert_true(!large.answer.possible || large.answer.cost >= cost);
        arena_release(&large.arena);
    }
}

/* Protects bounds of units on a whole instrument: a wide one changes nothing, a narrower one is kept and never
 * cheaper. */
static void test_cheapest_large__keeps_bounds_of_units(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int i = 0; i < ROUNDS; i++) {
        struct large large;
        make(&large, &seed);
        for (int g = 0; g < ASPECTS; g++) {
            large.needs[g] = 0;
        }
        solve(&large);
        int64_t cost = large.answer.cost;
        for (unsigned most = 24; most > 8; most -= 4) {
            large.problem.pool_most = most;
            solve(&large);
            if (!large.answer.possible) {
                break;
            }
            check_sums(&large);
            assert_true(large.answer.cost >= cost);
            cost = large.answer.cost;
        }
        arena_release(&large.arena);
    }
}

/* Protects the second choice: it lacks some part of the first, and lies between it and whatever lacks a given
 * part. */
static void test_cheapest_large__second_choice_lacks_a_part_of_the_first(void **state)
{
    (void)state;
    uint64_t seed = 6;
    for (int i = 0; i < ROUNDS; i++) {
        struct large large;
        unsigned char first[ITEMS];
        make(&large, &seed);
        solve(&large);
        int64_t cost = large.answer.cost;
        memcpy(first, large.answer.chosen, sizeof first);
        large.problem.below = first;
        solve(&large);
        assert_true(large.answer.possible);
        check_sums(&large);
        int64_t second = large.answer.cost;
        bool lacks = false;
        for (int j = 0; j < ITEMS; j++) {
            lacks = lacks || large.answer.chosen[j] < first[j];
        }
        assert_true(lacks);
        assert_true(second >= cost);
        large.problem.below = NULL;
        int64_t least = INT64_MAX; /* over all parts that could be lacking */
        for (int j = 0; j < ITEMS; j++) {
            if (first[j] > 0) {
                large.items[j].count = first[j];
                solve(&large);
                least =
                    large.answer.possible && large.answer.cost < least ? large.answer.cost : least;
                large.items[j].count = OPTIONS;
            }
        }
        assert_int_equal(second, least);
        arena_release(&large.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cheapest_large__gives_what_it_says),
        cmocka_unit_test(test_cheapest_large__does_not_depend_on_the_order),
        cmocka_unit_test(test_cheapest_large__does_not_depend_on_the_units),
        cmocka_unit_test(test_cheapest_large__never_falls_when_more_is_asked),
        cmocka_unit_test(test_cheapest_large__keeps_bounds_of_units),
        cmocka_unit_test(test_cheapest_large__second_choice_lacks_a_part_of_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
