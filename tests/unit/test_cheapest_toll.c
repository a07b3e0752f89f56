/* Tolls of pools are looked for well enough to raise the bound where pools run out (that it is never too high is
 * tested with the bound); and the numbers that stand for what is wanted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cheapest_key.h"
#include "cheapest_order.h"
#include "cheapest_toll.h"
#include "cheapest_walk.h"

#include "support_cheapest.h"

#include <string.h>

/* The bound with tolls on a whole problem; REST_NEVER when nothing is possible. */
static int64_t bound_of(const struct cheapest_problem *problem, struct arena *arena)
{
    struct cheapest_tolls tolls;
    struct cheapest_table table;
    struct cheapest_walk walk;
    cheapest_toll_find(&tolls, problem, arena);
    cheapest_table_open(&table);
    assert_true(cheapest_walk_open(&walk, problem, &tolls, false, &table, arena));
    int64_t least = cheapest_walk_least(&walk);
    cheapest_table_close(&table);
    return least;
}

/* Protects the speed: where a pool must give way to a dearer one, the bound knows it. */
static void test_cheapest_toll__counts_what_a_pool_cannot_take(void **state)
{
    (void)state;
    static const struct cheapest_option cheap[] = {{0, 0, 0}, {10, 10, 1}, {20, 20, 2}};
    static const struct cheapest_option dear[] = {{0, 0, 0}, {10, 1000, 1}, {20, 2000, 2}};
    static const struct cheapest_item items[] = {
        {cheap, 3, CHEAPEST_FREE, 0}, {cheap, 3, CHEAPEST_FREE, 0}, {dear, 3, CHEAPEST_FREE, 1}};
    static const struct {
        unsigned most;
        int64_t need, least;
    } rows[] = {{1, 10, 10},   {1, 20, 1010}, {2, 20, 20},
                {2, 30, 1020}, {2, 40, 2020}, {3, 40, 1030}};
    struct arena arena = ARENA_EMPTY;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct cheapest_problem problem = {.items = items,
                                                 .count = 3,
                                                 .need = rows[i].need,
                                                 .pool_count = 2,
                                                 .pool_most = rows[i].most};
        int64_t bound = bound_of(&problem, &arena);
        assert_true(bound <= rows[i].least);
        assert_true(bound >= rows[i].least - rows[i].least / 20);
    }
    arena_release(&arena);
}

/* Protects against a hopeless search: a need that no choice within the pools reaches has a bound above
 * everything there is. */
static void test_cheapest_toll__proves_what_pools_make_impossible(void **state)
{
    (void)state;
    static const struct cheapest_option options[] = {{0, 0, 0}, {10, 7, 1}, {20, 19, 2}};
    static const struct cheapest_item items[] = {
        {options, 3, 0, 0}, {options, 3, 1, 0}, {options, 3, 0, 1}, {options, 3, 1, 1}};
    static const int64_t needs[] = {30, 30};
    const struct cheapest_problem problem = {.items = items,
                                             .count = 4,
                                             .need = 60,
                                             .group_needs = needs,
                                             .group_count = 2,
                                             .pool_count = 2,
                                             .pool_most = 2};
    struct arena arena = ARENA_EMPTY;
    assert_true(bound_of(&problem, &arena) > 4 * 19);
    arena_release(&arena);
}

/* Protects counting: wants that the same choices fulfil have one number, others have another. */
static void test_cheapest_key__joins_what_the_same_choices_fulfil(void **state)
{
    (void)state;
    static const struct cheapest_option tens[] = {{0, 0, 0}, {10, 1, 1}, {20, 2, 2}};
    static const struct cheapest_item items[] = {
        {tens, 3, 0, 0}, {tens, 3, 0, 0}, {tens, 3, 0, 0}, {tens, 3, CHEAPEST_FREE, CHEAPEST_FREE}};
    static const int64_t needs[] = {40};
    const struct cheapest_problem problem = {.items = items,
                                             .count = 4,
                                             .need = 60,
                                             .group_needs = needs,
                                             .group_count = 1,
                                             .pool_count = 1,
                                             .pool_most = 5};
    struct arena arena = ARENA_EMPTY;
    struct cheapest_keys keys;
    struct cheapest_order order;
    cheapest_order_set(&order, &problem, false, &arena);
    assert_true(cheapest_key_open(&keys, &problem, &order, &arena));
    static const struct {
        int64_t need, group;
        unsigned taken;
        int64_t need_then, group_then;
        unsigned taken_then;
        bool good;
    } rows[] = {
        {31, 11, 0, 40, 20, 0, true}, /* rounded up to what is to come */
        {20, 20, 1, 0, 20, 0, true},  /* the group covers the whole; the pool has room for all */
        {21, 20, 2, 30, 20, 2, true}, /* not quite; and the pool has not */
        {5, 0, 5, 10, 0, 5, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int64_t group = rows[i].group, back = -1;
        unsigned taken = rows[i].taken, taken_back = 99;
        struct cheapest_wants wants = {rows[i].need, &group, &taken, i % 2 == 1};
        struct cheapest_wants again = {-1, &back, &taken_back, false};
        assert_int_equal(cheapest_key_settle(&keys, 1, &wants), rows[i].good);
        assert_int_equal(wants.need, rows[i].need_then);
        assert_int_equal(group, rows[i].group_then);
        assert_int_equal(taken, rows[i].taken_then);
        cheapest_key_unpack(&keys, 1, cheapest_key_pack(&keys, 1, &wants), &again);
        assert_int_equal(again.need, wants.need);
        assert_int_equal(back, group);
        assert_int_equal(taken_back, taken);
        assert_int_equal(again.below, wants.below);
    }
    int64_t group = 1;
    unsigned taken = 0;
    struct cheapest_wants late = {0, &group, &taken, false};
    assert_false(cheapest_key_settle(&keys, 3, &late)); /* nothing of the group is to come */
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cheapest_toll__counts_what_a_pool_cannot_take),
        cmocka_unit_test(test_cheapest_toll__proves_what_pools_make_impossible),
        cmocka_unit_test(test_cheapest_key__joins_what_the_same_choices_fulfil),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
