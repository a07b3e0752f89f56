/* What a command line names is told apart before anything is read: an output over an input, two outputs in one file,
 * files in the wrong order. Nothing is opened, and nothing is changed. */
#include "named_file.h"

#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { WORDS_MAX = 16 };

static struct place place;

/* A folder with two assessments, one of them under a second name, and a folder. */
static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    place_write("kota.json", "{}", 2);
    place_write("lain.json", "{}", 2);
    assert_int_equal(symlink("kota.json", "tautan.json"), 0);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    place_leave(&place);
    return 0;
}

/* Reads a command line, words separated by spaces, "_" for an empty one, and asks; the row that refuses, "" for none.
 * output: the option that is looked at, or NULL for the whole line. */
static const char *ask(const char *words, const char *output)
{
    static char bytes[256];
    static struct error err;
    char *list[WORDS_MAX + 1] = {NULL};
    struct call call;
    int count = 0;
    err = (struct error){.kind = ERROR_NONE};
    snprintf(bytes, sizeof bytes, "%s", words);
    for (char *rest = bytes, *word; (word = strtok_r(rest, " ", &rest)) != NULL;) {
        assert_true(count < WORDS_MAX);
        list[count++] = strcmp(word, "_") == 0 ? word + 1 : word;
    }
    assert_true(command_read(count, list, &call, &err));
    bool good =
        output == NULL ? named_file_check(&call, &err) : named_file_output(&call, output, &err);
    command_release(&call);
    assert_int_equal(good, !error_is_set(&err));
    return good ? "" : err.id;
}

static void test_named_file__an_output_is_no_file_that_is_read(void **state)
{
    (void)state;
    assert_string_equal(ask("spbe report kota.json -o hasil.json", "output"), "");
    assert_string_equal(ask("spbe report kota.json -o lain.json", "output"), "");
    assert_string_equal(ask("spbe report kota.json -o kota.json", "output"), "COMMAND_OVER");
    assert_string_equal(ask("spbe report kota.json -o ./kota.json", "output"), "COMMAND_OVER");
    assert_string_equal(ask("spbe report kota.json -o tautan.json", "output"), "COMMAND_OVER");
    assert_string_equal(ask("spbe report kota.json --previous lain.json -o lain.json", "output"),
                        "COMMAND_OVER");
    assert_string_equal(ask("spbe compare lain.json kota.json --json kota.json", "json"),
                        "COMMAND_OVER");
    assert_string_equal(ask("spbe report kota.json --to baru", "output"), ""); /* there is none */
}

static void test_named_file__two_outputs_are_two_files(void **state)
{
    (void)state;
    assert_string_equal(ask("spbe plan kota.json --target 3 -o a.json --json b.json", NULL), "");
    assert_string_equal(ask("spbe plan kota.json --target 3 -o a.json --json a.json", NULL),
                        "COMMAND_SAME");
    assert_string_equal(ask("spbe rollup kota.json -o lain.json --json ./lain.json", NULL),
                        "COMMAND_SAME");
}

static void test_named_file__the_file_comes_first(void **state)
{
    (void)state;
    assert_string_equal(ask("spbe explain kota.json I11", NULL), "");
    assert_string_equal(ask("spbe explain I11 kota.json", NULL), "COMMAND_ORDER");
    assert_string_equal(ask("spbe explain - I11", NULL), "");
    assert_string_equal(ask("spbe explain tiada.json I11", NULL), ""); /* told when it is opened */
    assert_string_equal(ask("spbe compare tiada.json kota.json", NULL), "");
}

static void test_named_file__a_name_is_not_empty(void **state)
{
    (void)state;
    assert_string_equal(ask("spbe explain _ I11", NULL), "COMMAND_NAMELESS");
    assert_string_equal(ask("spbe rollup kota.json _", NULL), "COMMAND_NAMELESS");
}

static void test_named_file__a_template_needs_something_to_draw(void **state)
{
    (void)state;
    assert_string_equal(ask("spbe report kota.json -o a.xlsx --template lhe", NULL), "");
    assert_string_equal(ask("spbe report kota.json -o a.html --template lhe", NULL), "");
    assert_string_equal(ask("spbe report kota.json -o a.json --template lhe", NULL),
                        "COMMAND_TEMPLATE");
    assert_string_equal(ask("spbe rollup kota.json --template rekap", NULL), "COMMAND_TEMPLATE");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_named_file__an_output_is_no_file_that_is_read),
        cmocka_unit_test(test_named_file__two_outputs_are_two_files),
        cmocka_unit_test(test_named_file__the_file_comes_first),
        cmocka_unit_test(test_named_file__a_name_is_not_empty),
        cmocka_unit_test(test_named_file__a_template_needs_something_to_draw),
    };
    return cmocka_run_group_tests_name("named_file", tests, enter, leave);
}
