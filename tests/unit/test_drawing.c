#include "drawing.h"

#include "gate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* The tables are read by both sides and by people: what they say must hold together. */

static void test_drawing__every_command_is_described(void **state)
{
    (void)state;
    for (size_t i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        const struct drawing_command_row *row = &drawing_commands[i];
        assert_non_null(row->name);
        assert_true(strlen(row->meaning) > 10);
        const char *name = strstr(row->call, row->name);
        assert_non_null(name);
        assert_int_equal(name[strlen(row->name)], '(');
        bool method = strncmp(row->call, "sheet:", 6) == 0;
        assert_int_equal(method, row->shape[0] == 's');
    }
}

static void test_drawing__names_of_commands_differ(void **state)
{
    (void)state;
    for (size_t i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        for (size_t j = 0; j < i; j++) {
            bool same = strcmp(drawing_commands[i].name, drawing_commands[j].name) == 0;
            bool both =
                (drawing_commands[i].shape[0] == 's') == (drawing_commands[j].shape[0] == 's');
            assert_false(same && both);
        }
    }
}

static void test_drawing__shapes_are_of_known_letters(void **state)
{
    (void)state;
    for (size_t i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        const char *shape = drawing_commands[i].shape;
        assert_int_equal(strspn(shape, "swrctnfvkomj?"), strlen(shape));
        const char *mark = strchr(shape, '?');
        assert_true(strlen(shape) - (mark != NULL) <= DRAWING_ARGUMENTS);
        assert_true(mark == NULL || strchr(mark + 1, '?') == NULL);
        bool options = strchr(shape, 'o') != NULL;
        assert_true(options || drawing_commands[i].options == OPTIONS_NONE);
    }
}

static void test_drawing__options_differ_and_fit(void **state)
{
    (void)state;
    for (int set = OPTIONS_STYLE; set < OPTIONS_NONE; set++) {
        const struct drawing_option_row *rows = drawing_options((enum option_set)set);
        size_t count = 0;
        for (; rows[count].key != NULL; count++) {
            assert_true(strlen(rows[count].meaning) > 1);
            for (size_t j = 0; j < count; j++) {
                assert_string_not_equal(rows[count].key, rows[j].key);
            }
        }
        assert_true(count > 0 && count <= DRAWING_OPTIONS);
    }
}

static void test_drawing__a_place_keeps_file_and_line(void **state)
{
    (void)state;
    int64_t place = drawing_place(3, 117);
    assert_int_equal(place / DRAWING_LINES, 3);
    assert_int_equal(place % DRAWING_LINES, 117);
    assert_int_equal(drawing_place(0, -1), 0);
    assert_int_equal(drawing_place(1, DRAWING_LINES) % DRAWING_LINES, DRAWING_LINES - 1);
}

/* Whatever a template can call stands on the page that tells how. */
static void test_drawing__help_tells_everything(void **state)
{
    (void)state;
    char *page = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&page, &length);
    drawing_help(out);
    fclose(out);
    for (size_t i = 0; i < DRAWING_COMMAND_COUNT; i++) {
        assert_non_null(strstr(page, drawing_commands[i].call));
    }
    for (int set = OPTIONS_STYLE; set < OPTIONS_NONE; set++) {
        const struct drawing_option_row *rows = drawing_options((enum option_set)set);
        for (; rows->key != NULL; rows++) {
            assert_non_null(strstr(page, rows->key));
        }
    }
#define WANT_FUNCTION(name, call, meaning) assert_non_null(strstr(page, call));
    DRAWING_FUNCTIONS(WANT_FUNCTION)
#undef WANT_FUNCTION
#define WANT_FORMULA(name) assert_non_null(strstr(page, name));
    GATE_FUNCTIONS(WANT_FORMULA)
#undef WANT_FORMULA
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_drawing__every_command_is_described),
        cmocka_unit_test(test_drawing__names_of_commands_differ),
        cmocka_unit_test(test_drawing__shapes_are_of_known_letters),
        cmocka_unit_test(test_drawing__options_differ_and_fit),
        cmocka_unit_test(test_drawing__a_place_keeps_file_and_line),
        cmocka_unit_test(test_drawing__help_tells_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
