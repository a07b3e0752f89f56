/* The bound under `cheapest`: never above what the cheapest choice costs, in either order, and as high where nothing
 * is left to tolls and grants; and the table that keeps its states. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cheapest_key.h"
#include "cheapest_order.h"
#include "cheapest_rest.h"
#include "cheapest_table.h"
#include "cheapest_toll.h"
#include "cheapest_walk.h"

#include "support_cheapest.h"

/* A problem in which every group and every pool binds, as a walk wants it; false when `made` is not such. */
static bool binds(const struct try_problem *made)
{
    const struct cheapest_problem *problem = &made->problem;
    unsigned steps[TRY_ITEMS] = {0};
    for (size_t g = 0; g < problem->group_count; g++) {
        if (problem->group_needs[g] <= 0) {
            return false;
        }
    }
    for (size_t i = 0; i < problem->count; i++) {
        const struct cheapest_item *item = &problem->items[i];
        if (item->pool != CHEAPEST_FREE) {
            steps[item->pool] += item->options[item->count - 1].steps;
        }
    }
    for (size_t p = 0; p < problem->pool_count; p++) {
        if (steps[p] <= problem->pool_most) {
            return false;
        }
    }
    return problem->count > 0 && problem->need >= 0;
}

/* The bound on a whole problem in one order. */
static int64_t least_of(const struct cheapest_problem *problem, bool by_pool, struct arena *arena)
{
    struct cheapest_tolls tolls;
    struct cheapest_table table;
    struct cheapest_walk walk;
    cheapest_toll_find(&tolls, problem, arena);
    cheapest_table_open(&table);
    assert_true(cheapest_walk_open(&walk, problem, &tolls, by_pool, &table, arena));
    int64_t least = cheapest_walk_least(&walk);
    cheapest_table_close(&table);
    return least;
}

/* Protects the proof itself: a bound above the true cost would cut the cheapest choice away. Protects its strength:
 * where only groups bind, or only pools in an order by them, it is the cost itself. */
static void test_cheapest_rest__is_never_above_the_cheapest(void **state)
{
    (void)state;
    enum { CASES = 6000 };
    uint64_t seed = 5;
    size_t seen = 0, exact = 0;
    for (int i = 0; i < CASES; i++) {
        struct try_problem made;
        struct arena arena = ARENA_EMPTY;
        struct cheapest_answer answer;
        unsigned char chosen[TRY_ITEMS];
        try_make(&made, &seed, 5);
        if (!binds(&made)) {
            continue;
        }
        try_all(&made.problem, chosen, &answer);
        int64_t cost = answer.possible ? answer.cost : REST_NEVER;
        for (int by_pool = 0; by_pool < 2; by_pool++) {
            int64_t least = least_of(&made.problem, by_pool == 1, &arena);
            size_t tolled = by_pool == 1 ? made.problem.group_count : made.problem.pool_count;
            assert_true(least <= cost);
            if (tolled == 0) {
                assert_true(least == cost);
                exact++;
            }
        }
        seen++;
        arena_release(&arena);
    }
    assert_true(seen > 400 && exact > 200);
}

/* Two groups of cheap and dear items in one pool: by how much each order falls short is what it leaves to
 * tolls or grants. */
static const struct cheapest_option cheap[] = {{0, 0, 0}, {10, 10, 1}, {20, 30, 2}};
static const struct cheapest_option dear[] = {{0, 0, 0}, {10, 100, 1}, {20, 300, 2}};

/* Protects its use: what a group must take counts for the whole need, and what is left is filled from all; in whole
 * options. */
static void test_cheapest_rest__fills_up_behind_the_groups(void **state)
{
    (void)state;
    static const struct cheapest_item items[] = {{cheap, 3, CHEAPEST_FREE, CHEAPEST_FREE},
                                                 {dear, 3, 0, CHEAPEST_FREE}};
    static const struct {
        int64_t need, group, least;
    } rows[] = {{20, 10, 110}, {10, 10, 100}, {30, 10, 130},       {35, 10, 330},
                {0, 15, 300},  {20, 15, 300}, {40, 20, 330},       {5, 1, 100},
                {25, 1, 130},  {31, 1, 330},  {41, 1, REST_NEVER}, {0, 21, REST_NEVER}};
    struct arena arena = ARENA_EMPTY;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct cheapest_problem problem = {.items = items,
                                                 .count = 2,
                                                 .need = rows[i].need,
                                                 .group_needs = &rows[i].group,
                                                 .group_count = 1};
        assert_int_equal(least_of(&problem, false, &arena), rows[i].least);
    }
    arena_release(&arena);
}

/* Protects large instruments: needs of more steps than a table has, and more different sums than a list has, make the
 * bound coarser, never higher; and what is found is still the cheapest, as the same problem in a coarse unit shows. */
static void test_cheapest_rest__is_coarser_where_there_is_too_much(void **state)
{
    (void)state;
    enum { ITEMS = 14, OPTIONS = 5 };
    struct cheapest_option options[ITEMS][OPTIONS];
    struct cheapest_item items[ITEMS];
    int64_t needs[] = {0}, all = 0;
    uint64_t seed = 21;
    for (size_t i = 0; i < ITEMS; i++) {
        options[i][0] = (struct cheapest_option){0, 0, 0};
        for (unsigned k = 1; k < OPTIONS; k++) {
            options[i][k] = options[i][k - 1];
            options[i][k].gain += 100000 + (int64_t)try_random(&seed, 100000);
            options[i][k].cost += 1000 + (int64_t)try_random(&seed, 1000);
            options[i][k].steps++;
        }
        items[i] = (struct cheapest_item){options[i], OPTIONS, 0, (int)(i % 2)};
        all += options[i][OPTIONS - 1].gain;
    }
    needs[0] = all / 2;
    const struct cheapest_problem problem = {.items = items,
                                             .count = ITEMS,
                                             .need = all / 2 + 1,
                                             .group_needs = needs,
                                             .group_count = 1,
                                             .pool_count = 2,
                                             .pool_most = 16};
    struct arena arena = ARENA_EMPTY;
    struct cheapest_answer answer;
    struct error err = {.kind = ERROR_NONE};
    assert_true(cheapest_find(&problem, &arena, &answer, &err));
    assert_true(answer.possible && try_holds(&problem, &answer));
    for (int by_pool = 0; by_pool < 2; by_pool++) {
        int64_t least = least_of(&problem, by_pool == 1, &arena);
        assert_true(least <= answer.cost);
        assert_true(least > answer.cost - answer.cost / 20);
    }
    arena_release(&arena);
}

/* Protects long numbers: products and sums of gains and costs do not wrap. */
static void test_cheapest_rest__holds_long_numbers(void **state)
{
    (void)state;
    const int64_t far = INT64_C(1) << 56;
    const struct cheapest_option options[] = {{0, 0, 0}, {far, far / 4, 1}, {far * 2, far, 2}};
    const struct cheapest_item items[] = {{options, 3, 0, 0}, {options, 3, CHEAPEST_FREE, 0}};
    const int64_t needs[] = {far};
    struct cheapest_problem problem = {.items = items,
                                       .count = 2,
                                       .need = far * 2,
                                       .group_needs = needs,
                                       .group_count = 1,
                                       .pool_count = 1,
                                       .pool_most = 2};
    struct arena arena = ARENA_EMPTY;
    for (int by_pool = 0; by_pool < 2; by_pool++) {
        int64_t least = least_of(&problem, by_pool == 1, &arena);
        assert_true(least > 0 && least <= far / 2);
    }
    problem.need = far * 3; /* more than two steps can give */
    int64_t least = least_of(&problem, true, &arena);
    assert_true(least == REST_NEVER || least > far * 2);
    arena_release(&arena);
}

/* Protects the two orders: what stands together, and where. */
static void test_cheapest_order__keeps_groups_or_pools_together(void **state)
{
    (void)state;
    static const struct cheapest_item items[] = {
        {cheap, 3, CHEAPEST_FREE, 1}, {cheap, 3, 0, 1}, {cheap, 3, CHEAPEST_FREE, CHEAPEST_FREE},
        {cheap, 3, 1, CHEAPEST_FREE}, {cheap, 3, 0, 0}, {cheap, 3, CHEAPEST_FREE, 0}};
    const struct cheapest_problem problem = {
        .items = items, .count = 6, .group_count = 2, .pool_count = 2};
    static const uint32_t placed[2][6] = {{1, 4, 2, 3, 5, 0}, {2, 3, 4, 5, 0, 1}};
    static const uint32_t segments[2][7] = {{0, 0, 1, 2, 3, 4, 5}, {0, 1, 2, 2, 3, 3, 4}};
    struct arena arena = ARENA_EMPTY;
    for (int by_pool = 0; by_pool < 2; by_pool++) {
        struct cheapest_order order;
        cheapest_order_set(&order, &problem, by_pool == 1, &arena);
        for (size_t place = 0; place <= 6; place++) {
            bool begins = place == 0 || segments[by_pool][place] != segments[by_pool][place - 1];
            assert_int_equal(order.segments[place], segments[by_pool][place]);
            assert_int_equal(cheapest_order_begins(&order, place), begins);
            assert_true(place == 6 || order.items[place] == placed[by_pool][place]);
        }
    }
    arena_release(&arena);
}

/* Protects states from each other: every key is one state of its layer, however many there are. */
static void test_cheapest_table__keeps_one_state_for_each_key(void **state)
{
    (void)state;
    enum { KEYS = 20000, STEP = 4096 };
    struct cheapest_table table;
    cheapest_table_open(&table);
    for (int layer = 0; layer < 3; layer++) {
        size_t first = table.count;
        for (uint64_t round = 0; round < 2; round++) {
            for (uint64_t i = 0; i < KEYS; i++) {
                uint32_t position = cheapest_table_state(&table, i * STEP);
                assert_int_equal(position, first + i);
                assert_int_equal(table.states[position].key, i * STEP);
                assert_true(table.states[position].reach == INT64_MAX);
            }
        }
        assert_int_equal(table.count, first + KEYS);
        cheapest_table_layer(&table);
    }
    uint32_t leads = cheapest_table_leads(&table, 5);
    assert_int_equal(cheapest_table_leads(&table, 100000), leads + 5);
    cheapest_table_clear(&table);
    assert_int_equal(cheapest_table_state(&table, 7), 0);
    assert_int_equal(cheapest_table_leads(&table, 1), 0);
    cheapest_table_close(&table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cheapest_rest__is_never_above_the_cheapest),
        cmocka_unit_test(test_cheapest_rest__fills_up_behind_the_groups),
        cmocka_unit_test(test_cheapest_rest__is_coarser_where_there_is_too_much),
        cmocka_unit_test(test_cheapest_rest__holds_long_numbers),
        cmocka_unit_test(test_cheapest_order__keeps_groups_or_pools_together),
        cmocka_unit_test(test_cheapest_table__keeps_one_state_for_each_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
