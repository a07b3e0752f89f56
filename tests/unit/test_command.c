#include "command.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* A command line in the making: words separated by spaces. */
struct line {
    char bytes[512];
    char *words[32];
    int count;
    struct call call;
    struct error err;
};

/* Reads "spbe <words>". */
static bool read_line(struct line *line, const char *words)
{
    *line = (struct line){.count = 0};
    snprintf(line->bytes, sizeof line->bytes, "spbe %s", words);
    for (char *rest = line->bytes, *word; (word = strtok_r(rest, " ", &rest)) != NULL;) {
        line->words[line->count++] = word;
    }
    return command_read(line->count, line->words, &line->call, &line->err);
}

static void check_read(struct line *line, const char *words)
{
    if (!read_line(line, words)) {
        fail_msg("%s: %s", words, line->err.message);
    }
    assert_false(error_is_set(&line->err));
}

static void check_refused(const char *words, const char *id, const char *message)
{
    struct line line;
    assert_false(read_line(&line, words));
    assert_int_equal(line.err.kind, ERROR_USAGE);
    assert_string_equal(line.err.id, id);
    assert_non_null(strstr(line.err.message, message));
    command_release(&line.call);
}

/* ---- the tables themselves ---- */

typedef void check_row(const struct command *command);

static void for_each(check_row *check)
{
    for (const struct command_group *group = command_groups(); group->table != NULL; group++) {
        assert_non_null(group->title);
        for (const struct command *row = group->table; row->name != NULL; row++) {
            check(row);
        }
    }
}

static void row_is_whole(const struct command *row)
{
    char start[128];
    assert_non_null(row->run);
    assert_non_null(row->summary);
    assert_true(strlen(row->summary) > 5);
    assert_non_null(row->example);
    snprintf(start, sizeof start, "spbe %s", row->name);
    assert_memory_equal(row->example, start, strlen(start));
    assert_true(row->many || row->least <= row->most);
    assert_ptr_equal(command_find(row->name), row);
}

static void test_command__each_has_a_function_a_summary_and_an_example_of_its_own(void **state)
{
    (void)state;
    for_each(row_is_whole);
}

static void options_are_whole(const struct command *row)
{
    static const char *const global[] = {"help", "lang", "as", "version"};
    for (size_t i = 0; row->options[i].name != NULL; i++) {
        const struct command_option *option = &row->options[i];
        assert_true(i + 1 < COMMAND_OPTIONS_MAX);
        assert_non_null(option->help);
        assert_true(option->letter != 'h');
        assert_true(!option->repeated || option->argument != NULL);
        for (size_t j = 0; j < sizeof global / sizeof global[0]; j++) {
            assert_string_not_equal(option->name, global[j]);
        }
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(option->name, row->options[j].name);
            assert_true(option->letter == 0 || option->letter != row->options[j].letter);
        }
    }
}

static void test_command__options_are_unique_and_explained(void **state)
{
    (void)state;
    for_each(options_are_whole);
}

/* The example of a row must be readable as a command line, as far as words without quotes go. */
static void example_reads(const struct command *row)
{
    struct line line;
    if (strpbrk(row->example, "'\"|<>") == NULL) {
        check_read(&line, row->example + 5);
        assert_ptr_equal(line.call.command, row);
        command_release(&line.call);
    }
}

static void test_command__the_examples_can_be_read(void **state)
{
    (void)state;
    for_each(example_reads);
}

/* ---- finding ---- */

static void test_command__is_found_by_its_whole_name_only(void **state)
{
    (void)state;
    assert_non_null(command_find("help"));
    assert_null(command_find("hel"));
    assert_null(command_find("helpme"));
    assert_null(command_find(""));
    assert_false(command_is_group("help"));
    assert_false(command_is_group(""));
}

static void test_command__nearest_suggests_what_is_meant_and_nothing_far_fetched(void **state)
{
    (void)state;
    static const char *const words[] = {"evaluate", "explain", "export", "new", "rules show", NULL};
    assert_string_equal(command_nearest("evalute", words), "evaluate");
    assert_string_equal(command_nearest("eval", words), "evaluate");
    assert_string_equal(command_nearest("exprot", words), "export");
    assert_string_equal(command_nearest("nwe", words), "new");
    assert_string_equal(command_nearest("rules shw", words), "rules show");
    assert_null(command_nearest("zzz", words));
    assert_null(command_nearest("hitung", words));
    assert_null(command_nearest("", words));
    assert_null(
        command_nearest("a-very-long-word-that-nobody-could-ever-have-meant-at-all", words));
}

static void test_command__no_word_at_all_is_a_mistake_of_usage(void **state)
{
    (void)state;
    check_refused("", "COMMAND_NONE", "spbe help");
    check_refused("--lang en", "COMMAND_NONE", "spbe help");
}

static void test_command__a_wrong_word_suggests_the_nearest(void **state)
{
    (void)state;
    check_refused("hlep", "COMMAND_NEAREST", "'help'");
    check_refused("qqqq", "COMMAND_UNKNOWN", "spbe help");
    check_refused("Help", "COMMAND_NEAREST", "'help'");
}

/* ---- options and arguments ---- */

static void test_command__global_options_stand_before_or_after_the_command(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "--lang en --as Ana help exit", "help --lang=en exit --as=Ana",
        "help exit --as Ana --lang en", "--lang en help exit --as Ana",
        "help --la en --a Ana exit",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct line line;
        check_read(&line, lines[i]);
        assert_string_equal(line.call.command->name, "help");
        assert_string_equal(line.call.lang, "en");
        assert_string_equal(line.call.as, "Ana");
        assert_int_equal(line.call.argument_count, 1);
        assert_string_equal(line.call.arguments[0], "exit");
        assert_null(line.call.arguments[1]);
        command_release(&line.call);
    }
}

static void test_command__two_dashes_end_the_options(void **state)
{
    (void)state;
    struct line line;
    check_read(&line, "complete -- --lang help --");
    assert_int_equal(line.call.argument_count, 3);
    assert_string_equal(line.call.arguments[0], "--lang");
    assert_string_equal(line.call.arguments[1], "help");
    assert_string_equal(line.call.arguments[2], "--");
    assert_null(line.call.lang);
    command_release(&line.call);
}

static void test_command__one_dash_is_an_argument(void **state)
{
    (void)state;
    struct line line;
    check_read(&line, "help -");
    assert_int_equal(line.call.argument_count, 1);
    assert_string_equal(line.call.arguments[0], "-");
    command_release(&line.call);
}

/* A negative number is an argument wherever it stands. In the first place it was read as letters, and one that
 * held a letter of an option ended the program. */
static void test_command__negative_numbers_are_arguments(void **state)
{
    (void)state;
    static const char *const lines[] = {"complete -76h x -1 -2h", "complete -76h -- x -1 -2h",
                                        "complete -76h x --lang en -1 -2h",
                                        "complete -76h --lang=en x -1 -- -2h"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct line line;
        check_read(&line, lines[i]);
        assert_int_equal(line.call.argument_count, 4);
        assert_string_equal(line.call.arguments[0], "-76h");
        assert_string_equal(line.call.arguments[1], "x");
        assert_string_equal(line.call.arguments[2], "-1");
        assert_string_equal(line.call.arguments[3], "-2h");
        assert_false(line.call.help);
        command_release(&line.call);
    }
}

static void test_command__unknown_options_are_named_with_the_nearest(void **state)
{
    (void)state;
    check_refused("help --lnag en", "OPTION_NEAREST", "'--lang'");
    check_refused("help --quatsch", "OPTION_UNKNOWN", "'--quatsch'");
    check_refused("help --quatsch=3", "OPTION_UNKNOWN", "'--quatsch'");
    check_refused("help -x", "OPTION_UNKNOWN", "'-x'");
    check_refused("--quatsch help", "OPTION_UNKNOWN", "'--quatsch'");
}

static void test_command__options_want_the_values_they_take_and_no_others(void **state)
{
    (void)state;
    check_refused("help --as", "OPTION_VALUE", "NAME");
    check_refused("--lang", "OPTION_VALUE", "id|en");
    check_refused("help --lang de", "OPTION_LANGUAGE", "'de'");
    check_refused("help --help=yes", "OPTION_SWITCH", "'--help'");
    check_refused("--version=2", "OPTION_SWITCH", "'--version'");
}

static void test_command__arguments_are_counted(void **state)
{
    (void)state;
    check_refused("help a b c", "COMMAND_MANY", "'c'");
    struct line line;
    check_read(&line, "help");
    assert_int_equal(line.call.argument_count, 0);
    command_release(&line.call);
}

static void test_command__help_and_version_forgive_everything_else(void **state)
{
    (void)state;
    struct line line;
    check_read(&line, "help a b c --nix --help");
    assert_true(line.call.help);
    assert_string_equal(line.call.command->name, "help");
    command_release(&line.call);
    check_read(&line, "-h");
    assert_true(line.call.help);
    assert_null(line.call.command);
    command_release(&line.call);
    check_read(&line, "--version");
    assert_true(line.call.version);
    command_release(&line.call);
    check_read(&line, "nix --help");
    assert_true(line.call.help);
    command_release(&line.call);
    check_read(&line, "rules --help");
    assert_true(line.call.help);
    assert_string_equal(line.call.group, "rules");
    command_release(&line.call);
    check_read(&line, "rules nix --help --lang en");
    assert_true(line.call.help);
    assert_string_equal(line.call.group, "rules");
    command_release(&line.call);
}

static void test_command__posixly_correct_changes_nothing(void **state)
{
    (void)state;
    struct line line;
    setenv("POSIXLY_CORRECT", "1", 1);
    check_read(&line, "help exit --lang en");
    assert_string_equal(line.call.lang, "en");
    assert_int_equal(line.call.argument_count, 1);
    command_release(&line.call);
    unsetenv("POSIXLY_CORRECT");
}

static void test_command__reading_again_starts_anew(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct line line;
        check_refused("help -x", "OPTION_UNKNOWN", "'-x'");
        check_read(&line, "help exit");
        command_release(&line.call);
        command_release(&line.call);
    }
}

/* ---- values ---- */

static int run_nothing(const struct call *call, struct error *err)
{
    (void)call;
    (void)err;
    return 0;
}

static void test_command__values_are_found_by_the_options_name(void **state)
{
    (void)state;
    static const struct command command = {
        .name = "uji",
        .run = run_nothing,
        .options = {{.name = "json", .argument = "OUT"},
                    {.name = "summary"},
                    {.name = "rules", .argument = "PACK", .repeated = true}}};
    const char *packs[] = {"a", "b", NULL};
    struct call call = {.command = &command, .values = {NULL, "", "b"}};
    assert_null(command_value(&call, "json"));
    assert_true(command_has(&call, "summary"));
    assert_false(command_has(&call, "json"));
    assert_null(command_values(&call, "rules")[0]);
    call.repeated[2] = packs;
    assert_string_equal(command_values(&call, "rules")[1], "b");
    assert_null(command_values(&call, "rules")[2]);
}

static void test_command__who_is_the_option_else_the_environment_never_the_login(void **state)
{
    (void)state;
    struct call call = {.as = NULL};
    setenv("USER", "root", 1);
    unsetenv("SPBE_USER");
    assert_null(command_user(&call));
    setenv("SPBE_USER", "", 1);
    assert_null(command_user(&call));
    setenv("SPBE_USER", "Budi", 1);
    assert_string_equal(command_user(&call), "Budi");
    call.as = "Ana";
    assert_string_equal(command_user(&call), "Ana");
    call.as = "";
    assert_null(command_user(&call));
    unsetenv("SPBE_USER");
}

static void test_command__language_is_found_before_anything_is_read(void **state)
{
    (void)state;
    char *with[] = {"spbe", "nix", "--quatsch", "--lang", "en", NULL};
    char *joined[] = {"spbe", "--lang=id", NULL};
    char *behind[] = {"spbe", "--", "--lang", "en", NULL};
    char *open_end[] = {"spbe", "--lang", NULL};
    assert_string_equal(command_language(5, with), "en");
    assert_string_equal(command_language(2, joined), "id");
    assert_null(command_language(4, behind));
    assert_null(command_language(2, open_end));
    char *wrong[] = {"spbe", "--lang", "de", "--lang=en", "--lang=fr", NULL};
    assert_string_equal(command_language(5, wrong), "en");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_command__each_has_a_function_a_summary_and_an_example_of_its_own),
        cmocka_unit_test(test_command__options_are_unique_and_explained),
        cmocka_unit_test(test_command__the_examples_can_be_read),
        cmocka_unit_test(test_command__is_found_by_its_whole_name_only),
        cmocka_unit_test(test_command__nearest_suggests_what_is_meant_and_nothing_far_fetched),
        cmocka_unit_test(test_command__no_word_at_all_is_a_mistake_of_usage),
        cmocka_unit_test(test_command__a_wrong_word_suggests_the_nearest),
        cmocka_unit_test(test_command__global_options_stand_before_or_after_the_command),
        cmocka_unit_test(test_command__two_dashes_end_the_options),
        cmocka_unit_test(test_command__one_dash_is_an_argument),
        cmocka_unit_test(test_command__negative_numbers_are_arguments),
        cmocka_unit_test(test_command__unknown_options_are_named_with_the_nearest),
        cmocka_unit_test(test_command__options_want_the_values_they_take_and_no_others),
        cmocka_unit_test(test_command__arguments_are_counted),
        cmocka_unit_test(test_command__help_and_version_forgive_everything_else),
        cmocka_unit_test(test_command__posixly_correct_changes_nothing),
        cmocka_unit_test(test_command__reading_again_starts_anew),
        cmocka_unit_test(test_command__values_are_found_by_the_options_name),
        cmocka_unit_test(test_command__who_is_the_option_else_the_environment_never_the_login),
        cmocka_unit_test(test_command__language_is_found_before_anything_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
