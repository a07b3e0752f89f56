/* The list of problems keeps order, says what it leaves out, and holds any text. */
#include "limit.h"
#include "problem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void test_problem__keeps_the_order_in_which_things_were_found(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct problem_list list;
    problem_start(&list, &arena);
    assert_null(list.first);
    problem_add(&list, SEVERITY_NOTICE, "one", "I01", "number %d", 1);
    problem_add(&list, SEVERITY_WARNING, "two", "I02.3.a", "number %s", "two");
    problem_finish(&list);
    assert_int_equal(list.count, 2);
    assert_string_equal(list.first->message, "number 1");
    assert_string_equal(list.first->where, "I01");
    assert_string_equal(list.first->next->code, "two");
    assert_string_equal(list.first->next->message, "number two");
    assert_int_equal(list.first->next->severity, SEVERITY_WARNING);
    assert_null(list.first->next->next);
    arena_release(&arena);
}

/* LIMIT_PROBLEMS, just inside and just outside. */
static void test_problem__counts_what_it_does_not_list(void **state)
{
    (void)state;
    for (size_t extra = 0; extra < 3; extra++) {
        struct arena arena = ARENA_EMPTY;
        struct problem_list list;
        problem_start(&list, &arena);
        for (size_t i = 0; i < LIMIT_PROBLEMS + extra; i++) {
            problem_add(&list, SEVERITY_WARNING, "draft", "I01", "%zu", i);
        }
        assert_int_equal(list.unlisted, extra);
        problem_finish(&list);
        assert_int_equal(list.count, LIMIT_PROBLEMS + (extra > 0 ? 1 : 0));
        assert_string_equal(list.last->code, extra > 0 ? "unlisted" : "draft");
        if (extra > 0) {
            char number[24];
            snprintf(number, sizeof number, " %zu;", extra);
            assert_non_null(strstr(list.last->message, number));
        }
        arena_release(&arena);
    }
}

static void test_problem__cuts_a_long_message_at_a_character(void **state)
{
    (void)state;
    struct arena arena = ARENA_EMPTY;
    struct problem_list list;
    char title[3001];
    for (size_t i = 0; i < 3000; i += 2) {
        memcpy(title + i, "é", 2);
    }
    title[3000] = '\0';
    for (size_t lead = 0; lead < 2; lead++) {
        problem_start(&list, &arena);
        problem_add(&list, SEVERITY_NOTICE, "long", "I01", "%s%s", lead == 0 ? "" : "x", title);
        const char *message = list.first->message;
        size_t length = strlen(message);
        assert_in_range(length, 1000, 1024);
        assert_string_equal(message + length - strlen("é…"), "é…");
    }
    arena_release(&arena);
}

static void test_problem__words_of_the_contract(void **state)
{
    (void)state;
    assert_string_equal(problem_severity_word(SEVERITY_WARNING), "warning");
    assert_string_equal(problem_severity_word(SEVERITY_NOTICE), "notice");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_problem__keeps_the_order_in_which_things_were_found),
        cmocka_unit_test(test_problem__counts_what_it_does_not_list),
        cmocka_unit_test(test_problem__cuts_a_long_message_at_a_character),
        cmocka_unit_test(test_problem__words_of_the_contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
