/* script_api: the table of what a script can call is sound: worker, program and manual rest on it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "script_api.h"

#include "drawing.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* How many arguments a shape has, and how many of them are due. */
static void count_letters(const char *shape, size_t *all, size_t *due)
{
    bool optional = false;
    *all = *due = 0;
    for (; *shape != '=' && *shape != '\0'; shape++) {
        if (*shape == '?') {
            optional = true;
            continue;
        }
        *all += 1;
        *due += !optional;
    }
}

static void test_script_api__shapes_hold_known_letters(void **state)
{
    (void)state;
    for (size_t i = 0; i < SCRIPT_CALL_COUNT; i++) {
        const struct script_row *row = &script_rows[i];
        size_t all, due;
        count_letters(row->shape, &all, &due);
        assert_true(all <= SCRIPT_ARGUMENTS);
        assert_int_equal(strspn(row->shape, "awktnblcvdiI?=p"), strlen(row->shape));
        const char *end = strchr(row->shape, '=');
        assert_non_null(end);
        assert_int_equal(strlen(end), 2);
        assert_non_null(strchr("vawkp", script_row_result(row)));
        for (const char *letter = row->shape + 1; *letter != '=' && *row->shape != '='; letter++) {
            assert_false(script_api_is_owner(*letter)); /* only what a method belongs to */
        }
    }
}

/* The way a call is written fits its shape: as many words in the brackets, and those left out in brackets of their
 * own. */
static void test_script_api__calls_are_written_as_they_are_shaped(void **state)
{
    (void)state;
    for (size_t i = 0; i < SCRIPT_CALL_COUNT; i++) {
        const struct script_row *row = &script_rows[i];
        size_t all, due;
        count_letters(row->shape, &all, &due);
        bool method = script_api_is_owner(row->shape[0]);
        const char *open = strchr(row->call, '(');
        const char *close = strchr(row->call, ')');
        assert_non_null(open);
        assert_non_null(close);
        size_t words = close == open + 1 ? 0 : 1;
        size_t optional = 0;
        for (const char *at = open; at < close; at++) {
            words += *at == ',';
            optional += *at == '[';
        }
        assert_int_equal(words, all - method);
        assert_int_equal(optional, all - due);
        const char *before = row->shape[0] == 'a'   ? "assessment:"
                             : row->shape[0] == 'w' ? "output:"
                             : row->shape[0] == 'k' ? "workbook:"
                                                    : "spbe.";
        assert_int_equal(strncmp(row->call, before, strlen(before)), 0);
        assert_int_equal(strncmp(row->call + strlen(before), row->name, strlen(row->name)), 0);
        assert_ptr_equal(row->call + strlen(before) + strlen(row->name), open);
        assert_true(strlen(row->call) < 128); /* else a refusal could not name it whole */
    }
}

static void test_script_api__each_name_is_there_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < SCRIPT_CALL_COUNT; i++) {
        for (size_t j = i + 1; j < SCRIPT_CALL_COUNT; j++) {
            const char *one = script_rows[i].call, *other = script_rows[j].call;
            size_t length = strcspn(one, "(");
            assert_false(length == strcspn(other, "(") && strncmp(one, other, length) == 0);
        }
    }
}

static void test_script_api__the_manual_has_every_function(void **state)
{
    char *page = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&page, &length);
    (void)state;
    assert_non_null(out);
    script_api_help(out);
    fclose(out);
    for (size_t i = 0; i < SCRIPT_CALL_COUNT; i++) {
        assert_non_null(strstr(page, script_rows[i].call));
        assert_non_null(strstr(page, script_rows[i].meaning));
    }
#define LOCAL_IS_THERE(name, call, function, meaning) assert_non_null(strstr(page, call));
    SCRIPT_LOCALS(LOCAL_IS_THERE)
#undef LOCAL_IS_THERE
#define CONTROL_IS_THERE(name, call, meaning) assert_non_null(strstr(page, call));
    SCRIPT_CONTROLS(CONTROL_IS_THERE)
#undef CONTROL_IS_THERE
#define GLOBAL_IS_THERE(call, meaning) assert_non_null(strstr(page, call));
    SCRIPT_GLOBALS(GLOBAL_IS_THERE)
#undef GLOBAL_IS_THERE
    for (size_t i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        assert_non_null(strstr(page, drawing_commands[i].call));
    }
    free(page);
}

/* What is promised of templates' functions exists there. */
static void test_script_api__drawn_functions_are_those_of_templates(void **state)
{
    (void)state;
    size_t found = 0, promised = 0;
#define COUNT_DRAWN(name, call, meaning) found += script_api_is_drawn(name);
    DRAWING_FUNCTIONS(COUNT_DRAWN)
#undef COUNT_DRAWN
#define COUNT_PROMISED(name) promised++;
    SCRIPT_DRAWN(COUNT_PROMISED)
#undef COUNT_PROMISED
    assert_int_equal(found, promised);
    assert_false(script_api_is_drawn("rows"));
    assert_false(script_api_is_drawn("include"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_script_api__shapes_hold_known_letters),
        cmocka_unit_test(test_script_api__calls_are_written_as_they_are_shaped),
        cmocka_unit_test(test_script_api__each_name_is_there_once),
        cmocka_unit_test(test_script_api__drawn_functions_are_those_of_templates),
        cmocka_unit_test(test_script_api__the_manual_has_every_function),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
