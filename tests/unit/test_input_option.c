/* --rules and --basis mean the same to every command that takes them, and what is wrong with either is told
 * before anything is read. */
#include "input_option.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

enum { WORDS_MAX = 12 };

/* A command line that was read. */
struct typed {
    char bytes[256];
    char *words[WORDS_MAX];
    struct call call;
    struct error err;
};

/* Reads a command line, words separated by spaces. */
static void read_line(struct typed *line, const char *words)
{
    int count = 0;
    *line = (struct typed){.err = {.kind = ERROR_NONE}};
    snprintf(line->bytes, sizeof line->bytes, "%s", words);
    for (char *rest = line->bytes, *word; (word = strtok_r(rest, " ", &rest)) != NULL;) {
        assert_true(count < WORDS_MAX);
        line->words[count++] = word;
    }
    assert_true(command_read(count, line->words, &line->call, &line->err));
}

static void test_input_option__one_text_in_each_command_that_evaluates_its_input(void **state)
{
    (void)state;
    static const struct command_option rules = INPUT_OPTION_RULES, basis = INPUT_OPTION_BASIS;
    static const char *const names[] = {"evaluate", "explain", "plan", "what-if"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct command *command = command_find(names[i]);
        assert_string_equal(command->options[0].name, rules.name);
        assert_string_equal(command->options[0].help, rules.help);
        assert_true(command->options[0].repeated);
        assert_string_equal(command->options[1].name, basis.name);
        assert_string_equal(command->options[1].help, basis.help);
        assert_false(command->options[1].repeated);
    }
}

static void test_input_option__without_a_word_the_rule_chooses_the_basis(void **state)
{
    (void)state;
    struct typed line;
    int asked = -1;
    read_line(&line, "spbe evaluate kota.json");
    assert_true(input_option_basis(&line.call, &asked, &line.err));
    assert_int_equal(asked, BASIS_BY_RULE);
    command_release(&line.call);
}

static void test_input_option__the_last_basis_that_was_typed_counts(void **state)
{
    (void)state;
    struct typed line;
    int asked = -1;
    read_line(&line, "spbe plan kota.json --basis claimed --target 3 --basis verified");
    assert_true(input_option_basis(&line.call, &asked, &line.err));
    assert_int_equal(asked, BASIS_VERIFIED);
    command_release(&line.call);
}

static void test_input_option__an_unknown_basis_is_told_before_rules_are_loaded(void **state)
{
    (void)state;
    struct typed line;
    int asked = -1;
    read_line(&line, "spbe what-if kota.json --basis diklaim --rules no/such/pack");
    assert_null(input_option_evaluator(&line.call, &asked, &line.err));
    assert_string_equal(line.err.id, "EVALUATE_BASIS");
    assert_int_equal(asked, BASIS_BY_RULE);
    command_release(&line.call);
}

static void test_input_option__rules_that_cannot_be_loaded_make_no_evaluator(void **state)
{
    (void)state;
    struct typed line;
    int asked = -1;
    read_line(&line, "spbe explain kota.json I01 --basis claimed --rules no/such/pack");
    assert_null(input_option_evaluator(&line.call, &asked, &line.err));
    assert_int_equal(line.err.kind, ERROR_PACK);
    assert_int_equal(asked, BASIS_CLAIMED);
    command_release(&line.call);
}

static void test_input_option__without_rules_each_document_names_its_own(void **state)
{
    (void)state;
    struct typed line;
    int asked = -1;
    read_line(&line, "spbe evaluate kota.json");
    struct evaluator *evaluator = input_option_evaluator(&line.call, &asked, &line.err);
    assert_non_null(evaluator);
    assert_false(error_is_set(&line.err));
    evaluator_free(evaluator);
    command_release(&line.call);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_input_option__one_text_in_each_command_that_evaluates_its_input),
        cmocka_unit_test(test_input_option__without_a_word_the_rule_chooses_the_basis),
        cmocka_unit_test(test_input_option__the_last_basis_that_was_typed_counts),
        cmocka_unit_test(test_input_option__an_unknown_basis_is_told_before_rules_are_loaded),
        cmocka_unit_test(test_input_option__rules_that_cannot_be_loaded_make_no_evaluator),
        cmocka_unit_test(test_input_option__without_rules_each_document_names_its_own),
    };
    return cmocka_run_group_tests_name("input_option", tests, NULL, NULL);
}
