#include "name_index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

struct shelf {
    struct arena arena;
    struct name_index index;
};

static int setup(void **state)
{
    static const char *const names[] = {"I02.2.a", "I01.3.a", NULL, "I01.2.b", "I35-1.3.a",
                                        "I01.2.b", "I01.2.a", "",   "I35.1.a"};
    static struct shelf shelf;
    shelf.arena = (struct arena)ARENA_EMPTY;
    name_index_init(&shelf.index, sizeof names / sizeof *names, &shelf.arena);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        name_index_add(&shelf.index, names[i], NULL);
    }
    name_index_sort(&shelf.index);
    *state = &shelf;
    return 0;
}

static int teardown(void **state)
{
    arena_release(&((struct shelf *)*state)->arena);
    return 0;
}

static const struct name_index *of(void **state)
{
    return &((const struct shelf *)*state)->index;
}

static void test_name_index__is_sorted_and_keeps_the_order_of_equal_names(void **state)
{
    const struct name_index *index = of(state);
    assert_int_equal(index->count, 8); /* what has no name is not there */
    for (size_t i = 1; i < index->count; i++) {
        int order = strcmp(index->list[i - 1].name, index->list[i].name);
        assert_true(order <= 0);
        assert_true(order < 0 || index->list[i - 1].position < index->list[i].position);
    }
}

static void test_name_index__finds_whole_names_and_the_first_of_equals(void **state)
{
    assert_string_equal(name_index_find(of(state), "I02.2.a")->name, "I02.2.a");
    assert_int_equal(name_index_find(of(state), "I02.2.a")->position, 0);
    assert_int_equal(name_index_find(of(state), "I01.2.b")->position, 2);
    assert_string_equal(name_index_find(of(state), "")->name, "");
    assert_null(name_index_find(of(state), "I01.2"));
    assert_null(name_index_find(of(state), "I01.2.aa"));
    assert_null(name_index_find(of(state), "I00"));
    assert_null(name_index_find(of(state), "J"));
}

static void test_name_index__a_part_of_a_text_can_be_looked_up(void **state)
{
    assert_non_null(name_index_find_part(of(state), "I01.2.a, dan lain", 7));
    assert_null(name_index_find_part(of(state), "I01.2.a", 5));
    assert_non_null(name_index_find_part(of(state), "apa pun", 0)); /* the empty name */
}

static void test_name_index__a_beginning_is_found_where_the_next_character_follows(void **state)
{
    assert_true(name_index_begins(of(state), "I01", '.'));
    assert_true(name_index_begins(of(state), "I01.2", '.'));
    assert_true(name_index_begins(of(state), "I35", '.'));
    assert_true(name_index_begins(of(state), "I35", '-'));
    assert_false(name_index_begins(of(state), "I0", '.'));
    assert_false(name_index_begins(of(state), "I01.2.a", '.'));
    assert_false(name_index_begins(of(state), "I99", '.'));
    assert_true(name_index_begins(of(state), "I01.2.a", '\0'));
}

static void test_name_index__an_empty_one_holds_nothing(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct name_index index;
    name_index_init(&index, 0, &arena);
    name_index_sort(&index);
    assert_null(name_index_find(&index, "a"));
    assert_false(name_index_begins(&index, "", 'a'));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_name_index__is_sorted_and_keeps_the_order_of_equal_names),
        cmocka_unit_test(test_name_index__finds_whole_names_and_the_first_of_equals),
        cmocka_unit_test(test_name_index__a_part_of_a_text_can_be_looked_up),
        cmocka_unit_test(test_name_index__a_beginning_is_found_where_the_next_character_follows),
        cmocka_unit_test(test_name_index__an_empty_one_holds_nothing),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
