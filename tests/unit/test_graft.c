#include "graft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* A tree, and its copy. */
struct pair {
    struct arena arena;
    const struct data *declared, *copy;
};

static void open_pair(struct pair *pair, const char *json)
{
    struct text answer = TEXT_EMPTY;
    *pair = (struct pair){.arena = ARENA_EMPTY};
    text_format(&answer, "{\"value\":%s}", json);
    pair->declared = data_read(answer.bytes, answer.length, &pair->arena);
    text_release(&answer);
    assert_non_null(pair->declared);
    pair->copy = graft_copy(pair->declared, &pair->arena);
}

static void close_pair(struct pair *pair)
{
    arena_release(&pair->arena);
}

/* Compares all of two trees; every value of the copy stands for its model. */
static void same(const struct data *model, const struct data *copy)
{
    assert_int_equal(model->type, copy->type);
    assert_int_equal(model->count, copy->count);
    assert_int_equal(model->position, copy->position);
    assert_ptr_equal(copy->origin, model);
    assert_int_equal(copy->change, 0);
    const struct data *other = copy->first;
    for (const struct data *each = model->first; each != NULL; each = each->next) {
        assert_ptr_equal(other->parent, copy);
        same(each, other);
        other = other->next;
    }
    assert_null(other);
}

static void test_graft__a_copy_is_equal_and_knows_what_it_stands_for(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair, "{\"a\":[1,2,{\"b\":\"x\"}],\"c\":true,\"d\":{\"@function\":\"f.lua:d\"}}");
    same(pair.declared, pair.copy);
    assert_null(graft_copy(NULL, &pair.arena));
    close_pair(&pair);
}

/* A copy of a copy still names the value that a person wrote. */
static void test_graft__a_copy_of_a_copy_names_the_declared_value(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair, "{\"a\":[1]}");
    const struct data *again = graft_copy(pair.copy, &pair.arena);
    assert_ptr_equal(again->origin, pair.declared);
    assert_ptr_equal(again->first->first->origin, pair.declared->first->first);
    close_pair(&pair);
}

static void test_graft__a_field_is_replaced_and_the_declared_tree_stays(void **state)
{
    (void)state;
    struct pair pair, other;
    open_pair(&pair, "{\"a\":1,\"b\":2,\"c\":3}");
    open_pair(&other, "{\"to\":5}");
    const struct data *to = data_get(other.declared, "to");
    const struct data *made = graft_put(pair.copy, "b", to, 7, &pair.arena);
    assert_ptr_equal(data_get(pair.copy, "b"), made);
    assert_string_equal(made->text, "5");
    assert_ptr_equal(data_origin(made), to);
    assert_int_equal(made->change, 7);
    assert_int_equal(made->position, 1);
    assert_int_equal(pair.copy->count, 3);
    assert_string_equal(data_get(pair.declared, "b")->text, "2");
    close_pair(&other);
    close_pair(&pair);
}

/* Years are fields, and are read in their order. */
static void test_graft__a_new_field_comes_in_the_order_of_names(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair, "{\"2021\":\"a\",\"2023\":\"c\"}");
    const struct data *model = data_get(pair.declared, "2021");
    graft_put(pair.copy, "2022", model, 1, &pair.arena);
    graft_put(pair.copy, "2020", model, 2, &pair.arena);
    graft_put(pair.copy, "2024", model, 3, &pair.arena);
    static const char *const keys[] = {"2020", "2021", "2022", "2023", "2024"};
    size_t i = 0;
    for (const struct data *each = pair.copy->first; each != NULL; each = each->next, i++) {
        assert_string_equal(each->key, keys[i]);
        assert_int_equal(each->position, i);
    }
    assert_int_equal(i, 5);
    close_pair(&pair);
}

static void test_graft__a_field_is_dropped_wherever_it_stands(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair, "{\"a\":1,\"b\":2,\"c\":3}");
    graft_drop(pair.copy, "b");
    graft_drop(pair.copy, "a");
    graft_drop(pair.copy, "nothing");
    assert_int_equal(pair.copy->count, 1);
    assert_string_equal(pair.copy->first->key, "c");
    graft_drop(pair.copy, "c");
    assert_int_equal(pair.copy->count, 0);
    assert_null(pair.copy->first);
    close_pair(&pair);
}

static void test_graft__flags_and_numbers_can_be_made(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair, "{\"a\":1}");
    struct data flag = graft_flag(true, pair.declared),
                number = graft_number("2023", pair.declared);
    graft_put(pair.copy, "flag", &flag, 1, &pair.arena);
    graft_put(pair.copy, "number", &number, 1, &pair.arena);
    int year = 0;
    assert_true(data_flag(pair.copy, "flag"));
    assert_true(data_whole(data_get(pair.copy, "number"), 2000, 2100, &year));
    assert_int_equal(year, 2023);
    assert_ptr_equal(data_origin(data_get(pair.copy, "flag")), pair.declared);
    close_pair(&pair);
}

static void test_graft__a_record_goes_into_a_list_at_its_place(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair, "{\"list\":[{\"id\":\"a\"},{\"id\":\"c\"}],\"none\":[]}");
    const struct data *list = data_get(pair.copy, "list");
    const struct data *none = data_get(pair.copy, "none");
    const struct data *middle = graft_insert(list, 1, pair.declared, 4, &pair.arena);
    const struct data *end = graft_insert(list, 3, pair.declared, 5, &pair.arena);
    const struct data *start = graft_insert(list, 0, pair.declared, 6, &pair.arena);
    const struct data *only = graft_insert(none, 0, pair.declared, 7, &pair.arena);
    assert_int_equal(list->count, 5);
    assert_ptr_equal(list->first, start);
    assert_int_equal(middle->position, 2);
    assert_int_equal(end->position, 4);
    assert_null(end->next);
    assert_ptr_equal(none->first, only);
    assert_true(data_is_list(none));
    assert_ptr_equal(middle->parent, list);
    close_pair(&pair);
}

static void test_graft__an_empty_table_becomes_a_record_with_its_first_field(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair, "{\"empty\":[],\"n\":1}");
    const struct data *empty = data_get(pair.copy, "empty");
    graft_put(empty, "2023", data_get(pair.declared, "n"), 1, &pair.arena);
    assert_non_null(data_get(empty, "2023"));
    close_pair(&pair);
}

static void test_graft__the_newest_change_is_found_at_any_depth(void **state)
{
    (void)state;
    struct pair pair;
    open_pair(&pair, "{\"a\":{\"b\":{\"c\":1}},\"d\":{\"e\":2}}");
    const struct data *model = data_get(data_get(pair.declared, "d"), "e");
    assert_null(graft_newest(pair.copy));
    const struct data *b = data_get(data_get(pair.copy, "a"), "b");
    const struct data *deep = graft_put(b, "c", model, 3, &pair.arena);
    graft_put(data_get(pair.copy, "d"), "e", model, 2, &pair.arena);
    assert_ptr_equal(graft_newest(pair.copy), deep);
    graft_mark(data_get(pair.copy, "d"), model, 9);
    assert_ptr_equal(data_origin(data_get(pair.copy, "d")), model);
    assert_ptr_equal(graft_newest(pair.copy), data_get(pair.copy, "d"));
    close_pair(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_graft__a_copy_is_equal_and_knows_what_it_stands_for),
        cmocka_unit_test(test_graft__a_copy_of_a_copy_names_the_declared_value),
        cmocka_unit_test(test_graft__a_field_is_replaced_and_the_declared_tree_stays),
        cmocka_unit_test(test_graft__a_new_field_comes_in_the_order_of_names),
        cmocka_unit_test(test_graft__a_field_is_dropped_wherever_it_stands),
        cmocka_unit_test(test_graft__flags_and_numbers_can_be_made),
        cmocka_unit_test(test_graft__a_record_goes_into_a_list_at_its_place),
        cmocka_unit_test(test_graft__an_empty_table_becomes_a_record_with_its_first_field),
        cmocka_unit_test(test_graft__the_newest_change_is_found_at_any_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
