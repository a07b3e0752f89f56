/* The session as a whole: lines in, answers and sentences out, whatever the worker goes through. */
#include "repl.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct bench {
    struct pack *pack;
    struct arena arena;
    struct assessment assessment;
    struct evaluation evaluation;
    char shown[65536], told[8192];
    bool clean;
};

static int setup(void **state)
{
    static struct bench bench;
    struct error err = {.kind = ERROR_NONE};
    bench = (struct bench){.arena = ARENA_EMPTY};
    bench.pack = pack_load("tests/packs/kami", &err);
    if (bench.pack == NULL) {
        fail_msg("%s: %s", err.where, err.message);
    }
    assessment_init(&bench.assessment, pack_instrument(bench.pack), &bench.arena);
    bench.assessment.agency = "Kota Uji";
    bench.assessment.kind = KIND_KOTA;
    bench.assessment.year = 2024;
    bench.assessment.answers[0] = ANSWER_YES;
    assert_true(
        evaluation_run(&bench.evaluation, &bench.assessment, BASIS_SUPPORTED, &bench.arena, &err));
    *state = &bench;
    return 0;
}

static int teardown(void **state)
{
    struct bench *bench = *state;
    pack_free(bench->pack);
    arena_release(&bench->arena);
    return 0;
}

/* Sends one of our streams into a file of its own; what it was is given back by `restore`. */
static int divert(FILE *stream, FILE *to)
{
    fflush(stream);
    int kept = dup(fileno(stream));
    assert_true(kept >= 0 && dup2(fileno(to), fileno(stream)) >= 0);
    return kept;
}

static void restore(FILE *stream, int kept, FILE *from, char *out, size_t size)
{
    fflush(stream);
    assert_true(dup2(kept, fileno(stream)) >= 0);
    close(kept);
    rewind(from);
    size_t length = fread(out, 1, size - 1, from);
    out[length] = '\0';
    fclose(from);
}

/* Runs a session on these lines; with the assessment, or without. */
static bool run(struct bench *bench, const char *lines, bool assessed)
{
    struct error err = {.kind = ERROR_NONE};
    FILE *from = tmpfile(), *shown = tmpfile(), *told = tmpfile();
    assert_true(from != NULL && shown != NULL && told != NULL);
    fputs(lines, from);
    rewind(from);
    int output = divert(stdout, shown), talk = divert(stderr, told);
    bool done =
        repl_run(bench->pack, assessed ? &bench->evaluation : NULL, from, &bench->clean, &err);
    restore(stdout, output, shown, bench->shown, sizeof bench->shown);
    restore(stderr, talk, told, bench->told, sizeof bench->told);
    fclose(from);
    return done;
}

static void check(struct bench *bench, const char *lines, const char *shown)
{
    assert_true(run(bench, lines, true));
    assert_string_equal(bench->told, "");
    assert_string_equal(bench->shown, shown);
    assert_true(bench->clean);
}

static void test_repl__lines_are_answered_in_order(void **state)
{
    struct bench *bench = *state;
    check(bench, "1\n\n   \n2\nx = 3\nx\n", "1\n2\n3\n");
    check(bench, "", "");
    check(bench, "5", "5\n"); /* the last line may lack its break */
}

static void test_repl__words_of_the_session_are_no_lua(void **state)
{
    struct bench *bench = *state;
    check(bench, "1\n exit \n2\n", "1\n");
    check(bench, "1\nquit\n2\n", "1\n");
    check(bench, "1\nkeluar\n2\n", "1\n");
    assert_true(run(bench, "help\n", true));
    assert_non_null(strstr(bench->shown, "call(what [, input])"));
    assert_non_null(strstr(bench->shown, "find(id)"));
    assert_true(run(bench, "bantuan\n", true));
    assert_non_null(strstr(bench->shown, "proof(id)"));
    check(bench, "exit = 1\nexit + 1\n", "2\n"); /* only the word alone */
}

/* The tables of the assessment say what evaluation says. */
static void test_repl__the_assessment_is_there(void **state)
{
    struct bench *bench = *state;
    check(bench, "assessment.agency.name\n", "\"Kota Uji\"\n");
    check(bench, "result.assessment.year\n", "2024\n");
    check(bench, "inputs.I01.kind\n", "\"kota\"\n");
    check(bench, "instrument.id\n", "\"kami-uji\"\n");
    check(bench, "value = call(\"I01\")\nvalue\n", "{ 3, 7 } = 3/7\n");
    check(bench, "result.domains[1].aspects[1].indicators[1].supported\n", "\"3/7\"\n");
}

static void test_repl__without_an_assessment_there_are_rules_only(void **state)
{
    struct bench *bench = *state;
    assert_true(run(bench, "instrument.id\ninputs\nresult\nproof(\"I01\")\n", false));
    assert_string_equal(bench->shown, "\"kami-uji\"\n");
    assert_non_null(strstr(bench->told, "input:2: does not know the name 'inputs'"));
    assert_non_null(strstr(bench->told, "input:3: does not know the name 'result'"));
    assert_non_null(strstr(bench->told, "input:4: stops with an error"));
    assert_false(bench->clean);
}

static void test_repl__proofs_are_those_of_explain(void **state)
{
    struct bench *bench = *state;
    assert_true(run(bench, "proof(\"I01\")\nproof(\"I02\")\n", true));
    const char *first = strstr(bench->shown, "I01 ");
    const char *second = strstr(bench->shown, "\nI02 ");
    assert_true(first == bench->shown && second > first);
    assert_string_equal(bench->told, "");
}

/* A statement of many lines is one, also with empty lines inside; the end of the input ends it. */
static void test_repl__statements_may_take_many_lines(void **state)
{
    struct bench *bench = *state;
    check(bench, "for i = 1, 2 do\n\n\n  print(i)\nend\n", "1\n2\n");
    check(bench, "t = {\n1,\n2\n}\n#t\n", "2\n");
    assert_true(run(bench, "1\nfor i = 1, 2 do\n", true));
    assert_string_equal(bench->shown, "1\n");
    assert_non_null(strstr(bench->told, "spbe: input:3: is not valid Lua"));
}

/* Places are those of the lines that were typed, also in a function that was typed before. */
static void test_repl__places_are_lines_of_the_session(void **state)
{
    struct bench *bench = *state;
    assert_true(run(bench, "x = 1\nfunction f()\n\n  return nil .. \"\"\nend\nf()\n", true));
    assert_non_null(strstr(bench->told, "spbe: input:4: stops with an error"));
    assert_true(run(bench, "call(function(i)\n  return 1.5, \"x\"\nend, {})\n", true));
    assert_non_null(strstr(bench->told, "spbe: input:1: "));
}

/* A limit ends the worker; the next line finds a fresh session that knows the assessment. */
static void test_repl__a_limit_begins_the_session_anew(void **state)
{
    struct bench *bench = *state;
    assert_true(run(bench, "x = 1\nwhile true do end\ninputs.I01.indicator\nx\n", true));
    assert_string_equal(bench->shown, "\"I01\"\n");
    assert_non_null(strstr(bench->told, "spbe: input:2: runs more than"));
    assert_non_null(
        strstr(bench->told, "the session begins anew; names that were given are gone\n"));
    assert_non_null(strstr(bench->told, "spbe: input:4: does not know the name 'x'"));
    assert_false(bench->clean);
}

/* Many lines go to one worker: what was said first is known to the last. */
static void test_repl__a_long_session_keeps_its_names(void **state)
{
    struct bench *bench = *state;
    struct text lines = TEXT_EMPTY;
    text_add(&lines, "n = 0\n");
    for (int i = 0; i < 400; i++) {
        text_add(&lines, "n = n + 1\n");
    }
    text_add(&lines, "n\n");
    check(bench, lines.bytes, "400\n");
    text_release(&lines);
}

/* Texts of a terminal's own language do not reach it. */
static void test_repl__what_is_shown_cannot_move_a_terminal(void **state)
{
    struct bench *bench = *state;
    check(bench, "print(\"a\\27[2Jb\\r\\0c\")\n", "a\\x1B[2Jb\\x0D\\x00c\n");
    check(bench, "\"\\27]0;title\\7\"\n", "\"\\x1B]0;title\\x07\"\n");
    assert_true(run(bench, "error(\"\\27[31mred\")\n", true));
    assert_null(strchr(bench->told, 27));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_repl__lines_are_answered_in_order),
        cmocka_unit_test(test_repl__words_of_the_session_are_no_lua),
        cmocka_unit_test(test_repl__the_assessment_is_there),
        cmocka_unit_test(test_repl__without_an_assessment_there_are_rules_only),
        cmocka_unit_test(test_repl__proofs_are_those_of_explain),
        cmocka_unit_test(test_repl__statements_may_take_many_lines),
        cmocka_unit_test(test_repl__places_are_lines_of_the_session),
        cmocka_unit_test(test_repl__a_limit_begins_the_session_anew),
        cmocka_unit_test(test_repl__a_long_session_keeps_its_names),
        cmocka_unit_test(test_repl__what_is_shown_cannot_move_a_terminal),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
