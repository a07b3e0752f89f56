/* The bound under `cheapest`: never above what the cheapest choice costs, and tight where parts of options
 * add up; and the table that keeps its states. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cheapest_bound.h"
#include "cheapest_table.h"

#include "support_cheapest.h"

static const uint32_t order[TRY_ITEMS] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

/* Protects the proof itself: a bound above the true cost would cut the cheapest choice away. */
static void test_cheapest_bound__is_never_above_the_cheapest(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int i = 0; i < 4000; i++) {
        struct try_problem made;
        struct arena arena = ARENA_EMPTY;
        struct cheapest_answer answer;
        struct bound_pieces pieces;
        struct bound bound;
        unsigned char chosen[TRY_ITEMS];
        try_make(&made, &seed, 5);
        bound_cut(&pieces, &made.problem, order, &arena);
        bound_init(&bound, &pieces, &arena);
        bound_sum(&bound, &pieces, 0, CHEAPEST_FREE);
        try_all(&made.problem, chosen, &answer);
        int64_t least = bound_least(&bound, made.problem.need);
        if (answer.possible) {
            assert_true(least <= answer.cost);
        }
        for (size_t g = 0; g < made.problem.group_count && answer.possible; g++) {
            bound_sum(&bound, &pieces, 0, (int)g);
            assert_true(bound_least(&bound, made.problem.group_needs[g]) <= answer.cost);
        }
        arena_release(&arena);
    }
}

/* Protects its use: it rises with the need, and knows what cannot be reached. */
static void test_cheapest_bound__rises_with_the_need(void **state)
{
    (void)state;
    static const struct cheapest_option one[] = {{0, 0, 0}, {10, 50, 1}, {20, 60, 2}};
    static const struct cheapest_option other[] = {{0, 0, 0}, {10, 20, 1}};
    static const struct cheapest_item items[] = {{one, 3, CHEAPEST_FREE, CHEAPEST_FREE},
                                                 {other, 2, 0, CHEAPEST_FREE}};
    const struct cheapest_problem problem = {.items = items, .count = 2, .group_count = 1};
    static const struct {
        int64_t need, least;
    } rows[] = {{-5, 0},  {0, 0},   {1, 2},   {5, 10},          {10, 20},
                {11, 23}, {20, 50}, {30, 80}, {31, BOUND_NEVER}};
    struct arena arena = ARENA_EMPTY;
    struct bound_pieces pieces;
    struct bound bound;
    bound_cut(&pieces, &problem, order, &arena);
    assert_int_equal(pieces.count, 2); /* the dear step is swallowed by the one behind it */
    assert_int_equal(pieces.dearest, 60);
    bound_init(&bound, &pieces, &arena);
    bound_sum(&bound, &pieces, 0, CHEAPEST_FREE);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(bound_least(&bound, rows[i].need), rows[i].least);
    }
    bound_sum(&bound, &pieces, 1, CHEAPEST_FREE); /* only the second item is left */
    assert_int_equal(bound_least(&bound, 10), 20);
    assert_int_equal(bound_least(&bound, 11), BOUND_NEVER);
    bound_sum(&bound, &pieces, 0, 0); /* only the group */
    assert_int_equal(bound_least(&bound, 11), BOUND_NEVER);
    arena_release(&arena);
}

/* Protects long numbers: products of gains and costs do not wrap. */
static void test_cheapest_bound__holds_long_numbers(void **state)
{
    (void)state;
    const int64_t far = INT64_C(1) << 58;
    const struct cheapest_option options[] = {{0, 0, 0}, {far, far / 2, 1}, {far * 2, far, 2}};
    const struct cheapest_item items[] = {{options, 3, CHEAPEST_FREE, CHEAPEST_FREE}};
    const struct cheapest_problem problem = {.items = items, .count = 1};
    struct arena arena = ARENA_EMPTY;
    struct bound_pieces pieces;
    struct bound bound;
    bound_cut(&pieces, &problem, order, &arena);
    bound_init(&bound, &pieces, &arena);
    bound_sum(&bound, &pieces, 0, CHEAPEST_FREE);
    assert_int_equal(bound_least(&bound, far * 2), far);
    assert_int_equal(bound_least(&bound, far - 1), far / 2);
    assert_int_equal(bound_least(&bound, 1), 1);
    arena_release(&arena);
}

/* Protects the same proof where groups have needs: never above the cheapest, and never below what the whole need
 * or the groups' needs say by themselves. */
static void test_cheapest_bound__together_is_between_both_and_the_cheapest(void **state)
{
    (void)state;
    uint64_t seed = 77;
    for (int i = 0; i < 4000; i++) {
        struct try_problem made;
        struct arena arena = ARENA_EMPTY;
        struct cheapest_answer answer;
        struct bound_pieces pieces;
        struct bound_together bound;
        unsigned char chosen[TRY_ITEMS];
        int64_t groups = 0;
        try_make(&made, &seed, 5);
        bound_cut(&pieces, &made.problem, order, &arena);
        bound_together_init(&bound, &pieces, made.problem.group_count, &arena);
        bound_together_sum(&bound, &pieces, 0);
        try_all(&made.problem, chosen, &answer);
        int64_t least = bound_together_least(&bound, made.problem.need, made.problem.group_needs);
        for (size_t g = 0; g < made.problem.group_count && groups != BOUND_NEVER; g++) {
            int64_t part = bound_least(&bound.own[g], made.problem.group_needs[g]);
            groups = part == BOUND_NEVER ? BOUND_NEVER : groups + part;
        }
        assert_true(least >= bound_least(&bound.all, made.problem.need) || groups == BOUND_NEVER);
        assert_true(least >= groups);
        assert_true(!answer.possible || least <= answer.cost);
        arena_release(&arena);
    }
}

/* Protects its use: what a group must take counts for the whole need, and what is left is filled from all. */
static void test_cheapest_bound__fills_up_behind_the_groups(void **state)
{
    (void)state;
    static const struct cheapest_option cheap[] = {{0, 0, 0}, {10, 10, 1}, {20, 30, 2}};
    static const struct cheapest_option dear[] = {{0, 0, 0}, {10, 100, 1}, {20, 300, 2}};
    static const struct cheapest_item items[] = {{cheap, 3, CHEAPEST_FREE, CHEAPEST_FREE},
                                                 {dear, 3, 0, CHEAPEST_FREE}};
    const struct cheapest_problem problem = {.items = items, .count = 2, .group_count = 1};
    static const struct {
        int64_t need, group, least;
    } rows[] = {{20, 0, 30},   {20, 10, 110},        {10, 10, 100},       {30, 10, 130},
                {35, 10, 230}, {0, 15, 200},         {20, 15, 205},       {40, 0, 330},
                {40, 20, 330}, {41, 0, BOUND_NEVER}, {0, 21, BOUND_NEVER}};
    struct arena arena = ARENA_EMPTY;
    struct bound_pieces pieces;
    struct bound_together bound;
    bound_cut(&pieces, &problem, order, &arena);
    bound_together_init(&bound, &pieces, 1, &arena);
    bound_together_sum(&bound, &pieces, 0);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(bound_together_least(&bound, rows[i].need, &rows[i].group), rows[i].least);
    }
    arena_release(&arena);
}

/* Protects long numbers there too. */
static void test_cheapest_bound__together_holds_long_numbers(void **state)
{
    (void)state;
    const int64_t far = INT64_C(1) << 58;
    const struct cheapest_option options[] = {{0, 0, 0}, {far, far / 2, 1}};
    const struct cheapest_item items[] = {{options, 2, CHEAPEST_FREE, CHEAPEST_FREE},
                                          {options, 2, 0, CHEAPEST_FREE}};
    const struct cheapest_problem problem = {.items = items, .count = 2, .group_count = 1};
    struct arena arena = ARENA_EMPTY;
    struct bound_pieces pieces;
    struct bound_together bound;
    int64_t need = far - 1;
    bound_cut(&pieces, &problem, order, &arena);
    bound_together_init(&bound, &pieces, 1, &arena);
    bound_together_sum(&bound, &pieces, 0);
    assert_int_equal(bound_together_least(&bound, far * 2, &need), far);
    assert_int_equal(bound_together_least(&bound, far * 2 - 1, &need), far);
    assert_int_equal(bound_together_least(&bound, 1, &need), far / 2);
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
        cmocka_unit_test(test_cheapest_bound__is_never_above_the_cheapest),
        cmocka_unit_test(test_cheapest_bound__rises_with_the_need),
        cmocka_unit_test(test_cheapest_bound__holds_long_numbers),
        cmocka_unit_test(test_cheapest_bound__together_is_between_both_and_the_cheapest),
        cmocka_unit_test(test_cheapest_bound__fills_up_behind_the_groups),
        cmocka_unit_test(test_cheapest_bound__together_holds_long_numbers),
        cmocka_unit_test(test_cheapest_table__keeps_one_state_for_each_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
