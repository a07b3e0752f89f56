/* Walks through choices in two orders: different bounds and different states, and the same answer; and what a walk tells
 * of what it left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cheapest_table.h"
#include "cheapest_toll.h"
#include "cheapest_walk.h"

#include "support_cheapest.h"

#include <string.h>

enum { ITEMS = 14, OPTIONS = 4, GROUPS = 3, POOLS = 3, LIMIT = 100000 };

static const struct walk_beam everything = {.width = 0};

/* A problem too large to try everything, with groups and pools through each other. */
struct crossed {
    struct cheapest_option options[ITEMS][OPTIONS];
    struct cheapest_item items[ITEMS];
    int64_t needs[GROUPS];
    struct cheapest_problem problem;
    int64_t all_cost;
    struct arena arena;
    struct cheapest_tolls tolls;
    struct cheapest_table table;
    struct cheapest_walk walks[2];
};

/* coarse: costs are few, and many choices cost the same. */
static void make(struct crossed *out, uint64_t *seed, bool coarse)
{
    int64_t all = 0, of[GROUPS] = {0};
    *out = (struct crossed){.all_cost = 0, .arena = ARENA_EMPTY};
    for (int i = 0; i < ITEMS; i++) {
        int64_t weight = 5 + (int64_t)try_random(seed, 30);
        for (unsigned k = 1; k < OPTIONS; k++) {
            int64_t cost = coarse ? 1 + (int64_t)try_random(seed, 2)
                                  : weight * 100 + (int64_t)try_random(seed, 900);
            out->options[i][k] = (struct cheapest_option){out->options[i][k - 1].gain + weight,
                                                          out->options[i][k - 1].cost + cost, k};
        }
        const struct cheapest_option *last = &out->options[i][OPTIONS - 1];
        out->items[i] = (struct cheapest_item){out->options[i], OPTIONS, i % GROUPS,
                                               (int)try_random(seed, POOLS)};
        out->all_cost += last->cost;
        of[i % GROUPS] += last->gain;
        all += last->gain;
    }
    for (int g = 0; g < GROUPS; g++) {
        out->needs[g] = of[g] / 4 + (int64_t)try_random(seed, (uint64_t)of[g] / 4);
    }
    for (int p = 0; p < POOLS; p++) {
        out->items[p].pool = p; /* none is empty */
    }
    out->problem = (struct cheapest_problem){.items = out->items,
                                             .count = ITEMS,
                                             .need = all / 3 + (int64_t)try_random(seed, 60),
                                             .group_needs = out->needs,
                                             .group_count = GROUPS,
                                             .pool_count = POOLS,
                                             .pool_most = 2};
    unsigned fewest = ITEMS * OPTIONS, steps[POOLS] = {0};
    for (int i = 0; i < ITEMS; i++) {
        steps[out->items[i].pool] += OPTIONS - 1;
    }
    for (int p = 0; p < POOLS; p++) {
        fewest = steps[p] < fewest ? steps[p] : fewest;
    }
    out->problem.pool_most = fewest - 1; /* every pool binds */
}

static void open_both(struct crossed *crossed)
{
    cheapest_toll_find(&crossed->tolls, &crossed->problem, &crossed->arena);
    cheapest_table_open(&crossed->table);
    for (int order = 0; order < 2; order++) {
        assert_true(cheapest_walk_open(&crossed->walks[order], &crossed->problem, &crossed->tolls,
                                       order == 1, &crossed->table, &crossed->arena));
    }
}

static void close_both(struct crossed *crossed)
{
    cheapest_table_close(&crossed->table);
    arena_release(&crossed->arena);
}

/* Protects the proof of whole instruments, where nothing can try every choice: what one order finds the other finds,
 * at the same cost, in as few steps, in as many ways; and no bound is above it. */
static void test_cheapest_walk__finds_the_same_in_both_orders(void **state)
{
    (void)state;
    enum { CASES = 24 };
    uint64_t seed = 2026;
    int found = 0, ties = 0;
    for (int i = 0; i < CASES; i++) {
        struct crossed crossed;
        struct walk_choice choices[2];
        enum walk_end ends[2];
        make(&crossed, &seed, i % 2 == 0);
        open_both(&crossed);
        for (int order = 0; order < 2; order++) {
            ends[order] = cheapest_walk_look(&crossed.walks[order], crossed.all_cost, everything,
                                             LIMIT * 10, &crossed.arena, &choices[order]);
        }
        assert_int_equal(ends[0], ends[1]);
        assert_true(ends[0] != WALK_LONG);
        if (ends[0] == WALK_FOUND) {
            assert_int_equal(choices[0].cost, choices[1].cost);
            assert_int_equal(choices[0].steps, choices[1].steps);
            assert_true(choices[0].ways == choices[1].ways);
            for (int order = 0; order < 2; order++) {
                const struct cheapest_answer answer = {.possible = true,
                                                       .cost = choices[order].cost,
                                                       .steps = choices[order].steps,
                                                       .chosen = choices[order].chosen};
                assert_true(try_holds(&crossed.problem, &answer));
                assert_true(cheapest_walk_least(&crossed.walks[order]) <= answer.cost);
            }
            found++;
            ties += choices[0].ways > 1;
        }
        close_both(&crossed);
    }
    assert_true(found > CASES / 2 && ties > CASES / 8);
}

/* Protects the widening of looks: where nothing costs that little, the walk tells a cost that no choice is below; and
 * looking at what costs so much, again and again, ends at the cheapest. */
static void test_cheapest_walk__tells_what_it_left_out(void **state)
{
    (void)state;
    enum { CASES = 20 };
    uint64_t seed = 77;
    int climbed = 0;
    for (int i = 0; i < CASES; i++) {
        struct crossed crossed;
        struct walk_choice whole, choice;
        make(&crossed, &seed, false);
        open_both(&crossed);
        struct cheapest_walk *walk = &crossed.walks[i % 2];
        enum walk_end end = cheapest_walk_look(walk, crossed.all_cost, everything, LIMIT * 10,
                                               &crossed.arena, &whole);
        int64_t most = cheapest_walk_least(walk);
        while (end == WALK_FOUND && most < whole.cost) {
            assert_int_equal(
                cheapest_walk_look(walk, most, everything, LIMIT * 10, &crossed.arena, &choice),
                WALK_NOTHING);
            assert_true(walk->next > most && walk->next <= whole.cost);
            most = walk->next;
            climbed++;
        }
        if (end == WALK_FOUND) {
            assert_int_equal(
                cheapest_walk_look(walk, most, everything, LIMIT * 10, &crossed.arena, &choice),
                WALK_FOUND);
            assert_int_equal(choice.cost, whole.cost);
            assert_true(choice.ways == whole.ways);
            assert_memory_equal(choice.chosen, whole.chosen, ITEMS);
        }
        close_both(&crossed);
    }
    assert_true(climbed > CASES);
}

/* Protects memory and time: with too few states allowed a walk says so; one that follows only the most promising ones
 * finds a choice that holds, if not the cheapest. */
static void test_cheapest_walk__is_long_or_narrow(void **state)
{
    (void)state;
    enum { CASES = 20, FEW = 40, WIDTH = 12 };
    uint64_t seed = 5;
    int narrow = 0, found = 0;
    for (int i = 0; i < CASES; i++) {
        struct crossed crossed;
        struct walk_choice choice, whole;
        make(&crossed, &seed, false);
        open_both(&crossed);
        struct cheapest_walk *walk = &crossed.walks[i % 2];
        enum walk_end end = cheapest_walk_look(walk, crossed.all_cost, everything, LIMIT * 10,
                                               &crossed.arena, &whole);
        enum walk_end few =
            cheapest_walk_look(walk, crossed.all_cost, everything, FEW, &crossed.arena, &choice);
        assert_true(few == WALK_LONG || end == WALK_NOTHING);
        for (int sparing = 0; sparing < 2; sparing++) {
            const struct walk_beam beam = {WIDTH, sparing == 1};
            if (cheapest_walk_look(walk, crossed.all_cost, beam, LIMIT, &crossed.arena, &choice) ==
                WALK_FOUND) {
                const struct cheapest_answer answer = {.possible = true,
                                                       .cost = choice.cost,
                                                       .steps = choice.steps,
                                                       .chosen = choice.chosen};
                assert_int_equal(end, WALK_FOUND);
                assert_true(try_holds(&crossed.problem, &answer));
                assert_true(choice.cost >= whole.cost);
                narrow++;
            }
        }
        found += end == WALK_FOUND;
        close_both(&crossed);
    }
    assert_true(found > CASES / 2 && narrow > found);
}

/* Protects the second best: what must stay below some part of another choice is found in either order. */
static void test_cheapest_walk__stays_below_another_choice(void **state)
{
    (void)state;
    enum { CASES = 12 };
    uint64_t seed = 13;
    int found = 0;
    for (int i = 0; i < CASES; i++) {
        struct crossed crossed;
        struct walk_choice best, next[2];
        make(&crossed, &seed, i % 2 == 0);
        open_both(&crossed);
        if (cheapest_walk_look(&crossed.walks[0], crossed.all_cost, everything, LIMIT * 10,
                               &crossed.arena, &best) != WALK_FOUND) {
            close_both(&crossed);
            continue;
        }
        crossed.problem.below = best.chosen;
        for (int order = 0; order < 2; order++) {
            bool below = false;
            assert_int_equal(cheapest_walk_look(&crossed.walks[order], crossed.all_cost, everything,
                                                LIMIT * 10, &crossed.arena, &next[order]),
                             WALK_FOUND);
            for (int item = 0; item < ITEMS; item++) {
                below = below || next[order].chosen[item] < best.chosen[item];
            }
            assert_true(below && next[order].cost >= best.cost);
        }
        assert_int_equal(next[0].cost, next[1].cost);
        assert_true(next[0].ways == next[1].ways);
        found++;
        close_both(&crossed);
    }
    assert_true(found > CASES / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cheapest_walk__finds_the_same_in_both_orders),
        cmocka_unit_test(test_cheapest_walk__tells_what_it_left_out),
        cmocka_unit_test(test_cheapest_walk__is_long_or_narrow),
        cmocka_unit_test(test_cheapest_walk__stays_below_another_choice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
