#include "data.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static int setup(void **state)
{
    static struct arena arena = ARENA_EMPTY;
    *state = &arena;
    return 0;
}

static int teardown(void **state)
{
    arena_release(*state);
    return 0;
}

static const struct data *read_text(void **state, const char *json)
{
    return data_read(json, strlen(json), *state);
}

static void test_data__keeps_what_an_answer_declares(void **state)
{
    const struct data *top = read_text(
        state, "{\"value\":{\"flag\":true,\"list\":[1,\"dua\",{\"x\":false}],\"number\":1.30,"
               "\"text\":\"a\\n\\u00e9\"}}");
    assert_non_null(top);
    assert_int_equal(top->type, DATA_RECORD);
    assert_int_equal(top->count, 4);
    assert_true(data_flag(top, "flag"));
    assert_false(data_flag(top, "absent"));
    assert_string_equal(data_get(top, "number")->text, "1.30");
    assert_string_equal(data_text(top, "text", ""), "a\n\xc3\xa9");
    const struct data *list = data_get(top, "list");
    assert_int_equal(list->type, DATA_LIST);
    assert_int_equal(list->count, 3);
    assert_string_equal(list->first->next->text, "dua");
    assert_ptr_equal(list->first->next->next->parent, list);
    assert_null(list->first->next->next->next);
}

static void test_data__a_missing_field_is_nothing_wherever_it_is_asked_for(void **state)
{
    const struct data *top = read_text(state, "{\"value\":{\"a\":[1],\"b\":2}}");
    assert_null(data_get(top, "c"));
    assert_null(data_get(data_get(top, "c"), "d"));
    assert_null(data_get(data_get(top, "a"), "x"));
    assert_string_equal(data_text(top, "b", "lain"), "lain");
    assert_string_equal(data_text(NULL, "b", "lain"), "lain");
}

/* An empty Lua table cannot say what it is; it is taken for what is due. */
static void test_data__an_empty_table_is_a_list_and_a_record(void **state)
{
    const struct data *empty = read_text(state, "{\"value\":[]}");
    assert_true(data_is_list(empty));
    assert_true(data_is_record(empty));
    const struct data *full = read_text(state, "{\"value\":[1]}");
    assert_true(data_is_list(full));
    assert_false(data_is_record(full));
}

static void test_data__a_function_is_told_apart_from_a_record(void **state)
{
    const struct data *value = read_text(state, "{\"value\":{\"@function\":\"pack.lua:score\"}}");
    assert_int_equal(value->type, DATA_FUNCTION);
    assert_false(data_is_record(value));
}

static void test_data__numbers_are_exact_or_none(void **state)
{
    static const struct {
        const char *json;
        bool ok;
        int64_t num, den;
    } cases[] = {
        {"1.3", true, 13, 10},     {"13", true, 13, 1},   {"\"20/6\"", true, 10, 3},
        {"\"2.75\"", true, 11, 4}, {"-1", true, -1, 1},   {"1e2", false, 0, 1},
        {"\"1e2\"", false, 0, 1},  {"true", false, 0, 1}, {"\"\"", false, 0, 1},
        {"\"1,3\"", false, 0, 1},  {"[1]", false, 0, 1},  {"\"1/0\"", false, 0, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text json = TEXT_EMPTY;
        struct fraction number = fraction_whole(0);
        text_format(&json, "{\"value\":%s}", cases[i].json);
        const struct data *value = read_text(state, json.bytes);
        assert_int_equal(data_fraction(value, &number), cases[i].ok);
        if (cases[i].ok) {
            assert_int_equal(number.num, cases[i].num);
            assert_int_equal(number.den, cases[i].den);
        }
        text_release(&json);
    }
    struct fraction number;
    assert_false(data_fraction(NULL, &number));
}

static void test_data__whole_numbers_keep_to_their_bounds(void **state)
{
    const struct data *top =
        read_text(state, "{\"value\":{\"a\":5,\"b\":1.5,\"c\":\"5\",\"d\":5.0}}");
    int number = 0;
    assert_true(data_whole(data_get(top, "a"), 5, 5, &number));
    assert_int_equal(number, 5);
    assert_false(data_whole(data_get(top, "a"), 6, 9, &number));
    assert_false(data_whole(data_get(top, "a"), 0, 4, &number));
    assert_false(data_whole(data_get(top, "b"), 0, 9, &number));
    assert_false(data_whole(data_get(top, "c"), 0, 9, &number));
    assert_true(data_whole(data_get(top, "d"), 0, 9, &number));
    assert_false(data_whole(NULL, 0, 9, &number));
}

static void test_data__a_value_knows_its_path(void **state)
{
    const struct data *top =
        read_text(state, "{\"value\":{\"aspects\":[{\"id\":\"A1\"},{\"names\":[\"x\",\"y\"]}]}}");
    const struct data *second = data_get(top, "aspects")->first->next;
    struct text path = TEXT_EMPTY;
    data_path(data_get(second, "names")->first->next, &path);
    assert_string_equal(path.bytes, "aspects[2].names[2]");
    data_path(second, &path);
    assert_string_equal(path.bytes, "aspects[2]");
    data_path(top, &path);
    assert_string_equal(path.bytes, "");
    assert_ptr_equal(data_top(data_get(second, "names")->first), top);
    text_release(&path);
}

/* The worker runs a stranger's code; what it sends is believed only in the one form it should have. */
static void test_data__any_other_answer_is_no_answer(void **state)
{
    static const char *const answers[] = {
        "",
        "{}",
        "[]",
        "null",
        "{\"value\":null}",
        "{\"value\":{\"a\":null}}",
        "{\"value\":1,\"more\":2}",
        "{\"valu\":1}",
        "{\"value\":{\"b\":1,\"a\":2}}",
        "{\"value\":{\"a\":1,\"a\":2}}",
        "{\"value\":{\"a\":1}",
        "{\"value\":1} x",
        "{\"value\":01}",
        "{\"value\":\"\xff\"}",
        "{\"value\":\"\\u0000\"}",
        "{\"value\":\"\\ud800\"}",
    };
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        assert_null(read_text(state, answers[i]));
    }
}

static void test_data__an_answer_that_is_too_deep_is_no_answer(void **state)
{
    struct text json = TEXT_EMPTY;
    text_add(&json, "{\"value\":");
    for (int i = 0; i < 1000; i++) {
        text_add(&json, "[");
    }
    assert_null(read_text(state, json.bytes));
    text_release(&json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_data__keeps_what_an_answer_declares),
        cmocka_unit_test(test_data__a_missing_field_is_nothing_wherever_it_is_asked_for),
        cmocka_unit_test(test_data__an_empty_table_is_a_list_and_a_record),
        cmocka_unit_test(test_data__a_function_is_told_apart_from_a_record),
        cmocka_unit_test(test_data__numbers_are_exact_or_none),
        cmocka_unit_test(test_data__whole_numbers_keep_to_their_bounds),
        cmocka_unit_test(test_data__a_value_knows_its_path),
        cmocka_unit_test(test_data__any_other_answer_is_no_answer),
        cmocka_unit_test(test_data__an_answer_that_is_too_deep_is_no_answer),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
