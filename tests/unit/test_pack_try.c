/* What a person types, in the worker: a session over the functions of one file. */
#include "pack_try.h"

#include "scorer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static const char file_text[] = "local seen = 0\n"
                                "return {\n"
                                "  value = function(input)\n"
                                "    if input.keep then seen = seen + 1 end\n"
                                "    return { input.n, 2 }, \"half of \" .. input.n\n"
                                "  end,\n"
                                "}\n";
static const char known[] =
    "{\"know\":{\"instrument\":{\"id\":\"x\",\"domains\":[{\"id\":\"D1\",\"aspects\":[{\"id\":"
    "\"A1\","
    "\"weight\":\"1.5\",\"indicators\":[{\"id\":\"I01\",\"levels\":[{\"level\":1,\"criteria\":"
    "[{\"id\":\"I01.1.a\"}]}]}]}]}]},\"functions\":{\"I01\":\"a.lua:value\"},"
    "\"inputs\":{\"I01\":{\"n\":5,\"levels\":[{\"level\":1}]},\"I02\":{\"n\":4}}}}";

struct bench {
    struct source sources[1];
    struct scorer *scorer;
    struct text question, answer;
    struct error err;
    int line;
};

/* Asks the worker; what it says, or the sentence of its end, is the answer. */
static void ask(struct bench *bench)
{
    bench->err = (struct error){.kind = ERROR_NONE};
    if (!scorer_ask(bench->scorer, &bench->question, &bench->answer, &bench->err)) {
        text_clear(&bench->answer);
        text_format(&bench->answer, "%s: %s", bench->err.where, bench->err.message);
    }
}

static void know(struct bench *bench)
{
    text_clear(&bench->question);
    text_add(&bench->question, known);
    ask(bench);
    assert_string_equal(bench->answer.bytes, "{\"known\":true}");
}

static int setup(void **state)
{
    static struct bench bench;
    bench = (struct bench){.question = TEXT_EMPTY, .answer = TEXT_EMPTY};
    bench.sources[0] = (struct source){.name = "a.lua", .text = TEXT_EMPTY};
    text_add(&bench.sources[0].text, file_text);
    bench.scorer = scorer_new("rules/x", bench.sources, 1);
    scorer_keep(bench.scorer);
    know(&bench);
    *state = &bench;
    return 0;
}

static int teardown(void **state)
{
    struct bench *bench = *state;
    scorer_free(bench->scorer);
    text_release(&bench->sources[0].text);
    text_release(&bench->question);
    text_release(&bench->answer);
    return 0;
}

/* Types a line. */
static void type(struct bench *bench, const char *source, bool whole)
{
    text_clear(&bench->question);
    text_add(&bench->question, "{\"try\":");
    text_add_json(&bench->question, source);
    text_format(&bench->question, ",\"line\":%d,\"whole\":%s}", ++bench->line,
                whole ? "true" : "false");
    ask(bench);
}

/* What the line shows, as JSON without its quotes. */
static void shows(struct bench *bench, const char *source, const char *expected)
{
    struct text answer = TEXT_EMPTY;
    type(bench, source, true);
    text_format(&answer, "{\"shown\":\"%s\",\"proofs\":[]}", expected);
    assert_string_equal(bench->answer.bytes, answer.bytes);
    text_release(&answer);
}

/* The line fails with that sentence, and the session goes on. */
static void fails(struct bench *bench, const char *source, const char *where, const char *part)
{
    struct text kept = TEXT_EMPTY;
    type(bench, "kept = 7", true);
    type(bench, source, true);
    text_format(&kept, "{\"failed\":{\"error\":{\"where\":\"%s\"", where);
    if (strncmp(bench->answer.bytes, kept.bytes, kept.length) != 0 ||
        strstr(bench->answer.bytes, part) == NULL) {
        fail_msg("%s\n  gave %s", source, bench->answer.bytes);
    }
    text_release(&kept);
    shows(bench, "kept", "7\\n");
}

static void test_pack_try__expressions_and_statements_share_names(void **state)
{
    struct bench *bench = *state;
    shows(bench, "1 + 1", "2\\n");
    shows(bench, "x = 3", "");
    shows(bench, "x * 2, x", "6\\n3\\n");
    shows(bench, "function f(n) return n + x end", "");
    shows(bench, "f(4)", "7\\n");
    shows(bench, "local y = 5", "");
    shows(bench, "x = nil", "");
    fails(bench, "y", "input:9", "SANDBOX_UNKNOWN");
    shows(bench, "print(\"a\\nb\", {1})", "a\\nb\\n{ 1 }\\n");
}

/* A statement without an end is no error until nothing follows. */
static void test_pack_try__a_statement_may_go_on(void **state)
{
    struct bench *bench = *state;
    static const char *const open[] = {
        "for i = 1, 3 do", "f = function()", "{ 1,", "1 +", "x =", "s = [[a", "(",
        "if true then",    "--[[",           "call("};
    for (size_t i = 0; i < sizeof open / sizeof open[0]; i++) {
        type(bench, open[i], false);
        assert_string_equal(bench->answer.bytes, "{\"more\":true}");
    }
    type(bench, "for i = 1, 2 do\nprint(i)\nend", false);
    assert_string_equal(bench->answer.bytes, "{\"shown\":\"1\\n2\\n\",\"proofs\":[]}");
    fails(bench, "for i = 1, 3 do", "input:13", "SANDBOX_SYNTAX");
    fails(bench, "1 + 2 +* 3", "input:16", "SANDBOX_SYNTAX");
}

static void test_pack_try__tables_are_there_and_frozen(void **state)
{
    struct bench *bench = *state;
    shows(bench, "find(\"A1\").weight", "\\\"1.5\\\"\\n");
    shows(bench, "find(\"I01.1.a\").id", "\\\"I01.1.a\\\"\\n");
    shows(bench, "find(\"I99\")", "nil\\n");
    shows(bench, "inputs.I01.n", "5\\n");
    fails(bench, "inputs.I01.n = 6", "input:6", "SANDBOX_FROZEN");
    fails(bench, "string.sub = 1", "input:9", "SANDBOX_FROZEN");
    fails(bench, "os.time()", "input:12", "SANDBOX_ABSENT");
    fails(bench, "pcall(print)", "input:15", "SANDBOX_ABSENT");
    shows(bench, "c = copy(inputs.I01) c.n = 6 c.levels[1].level = 2 print(c.n, inputs.I01.n)",
          "6\\n5\\n");
}

/* The pack's function on an indicator, on an input of one's own, and a function of one's own. */
static void test_pack_try__functions_are_called_as_in_scoring(void **state)
{
    struct bench *bench = *state;
    shows(bench, "call(\"I01\")", "{ 5, 2 } = 2.5\\n\\\"half of 5\\\"\\n");
    shows(bench, "call(\"I01\", inputs.I02)", "2\\n\\\"half of 4\\\"\\n");
    shows(bench, "call(functions.I01, { n = 7 })", "{ 7, 2 } = 3.5\\n\\\"half of 7\\\"\\n");
    shows(bench, "call(function(i) return \"1.25\", \"own\" end, inputs.I02)",
          "{ 5, 4 } = 1.25\\n\\\"own\\\"\\n");
    shows(bench, "mine = { n = 1 } call(\"I01\", mine) mine.n = 2 print(mine.n)", "2\\n");
    fails(bench, "call(\"I02\")", "input:7", "no function of the pack");
    fails(bench, "call(functions.I01)", "input:10", "an input is needed");
    fails(bench, "call(function() return 1.5, \"x\" end, {})", "input:13", "SCORE_FLOAT");
    fails(bench, "call(function() return 1 end, {})", "input:16", "SCORE_REASON");
}

/* What keeps something between calls is refused here as in scoring; the names of a file are its own. */
static void test_pack_try__a_function_that_keeps_state_is_refused(void **state)
{
    struct bench *bench = *state;
    type(bench, "call(\"I01\", { n = 1, keep = true })", true);
    assert_non_null(strstr(bench->answer.bytes, "\"where\":\"a.lua:3\",\"id\":\"SCORE_STATE\""));
}

static void test_pack_try__proofs_are_asked_for(void **state)
{
    struct bench *bench = *state;
    type(bench, "proof(\"I01\") proof(\"I02\")", true);
    assert_string_equal(bench->answer.bytes, "{\"shown\":\"\",\"proofs\":[\"I01\",\"I02\"]}");
    shows(bench, "1", "1\\n");
    fails(bench, "proof(\"I77\")", "input:4", "no such indicator");
    fails(bench, "for i = 1, 21 do proof(\"I01\") end", "input:7", "at most 20 proofs");
}

/* A limit ends the worker, with the line; the next session knows nothing of the one before. */
static void test_pack_try__a_limit_ends_the_session(void **state)
{
    struct bench *bench = *state;
    static const char *const greedy[] = {
        "while true do end",
        "s = \"x\" while true do s = s .. s end",
        "t = {} while true do t = { t } end",
        "for i = 1, 1e6 do find(\"I01\") end",
    };
    for (size_t i = 0; i < sizeof greedy / sizeof greedy[0]; i++) {
        char where[32];
        type(bench, "x = 1", true);
        type(bench, greedy[i], true);
        snprintf(where, sizeof where, "input:%d: ", bench->line);
        if (strncmp(bench->answer.bytes, where, strlen(where)) != 0) {
            fail_msg("%s\n  gave %s", greedy[i], bench->answer.bytes);
        }
        know(bench);
        snprintf(where, sizeof where, "input:%d", bench->line + 2);
        fails(bench, "x", where, "SANDBOX_UNKNOWN");
    }
}

/* What is no session is refused, and the pack goes on to be scored. */
static void test_pack_try__a_session_is_begun_first(void **state)
{
    struct bench *bench = *state;
    scorer_free(bench->scorer);
    bench->scorer = scorer_new("rules/x", bench->sources, 1);
    type(bench, "1", true);
    assert_non_null(strstr(bench->answer.bytes, "WORKER_REQUEST"));
    text_clear(&bench->question);
    text_add(&bench->question, "{\"know\":{\"inputs\":3}}");
    ask(bench);
    assert_string_equal(bench->err.id, "WORKER_REQUEST");
    text_clear(&bench->question);
    text_add(&bench->question, "{\"score\":\"a.lua:value\",\"input\":{\"n\":3}}");
    ask(bench);
    assert_string_equal(bench->answer.bytes, "{\"value\":\"1.5\",\"reason\":\"half of 3\"}");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_pack_try__expressions_and_statements_share_names,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_pack_try__a_statement_may_go_on, setup, teardown),
        cmocka_unit_test_setup_teardown(test_pack_try__tables_are_there_and_frozen, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_pack_try__functions_are_called_as_in_scoring, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_pack_try__a_function_that_keeps_state_is_refused,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_pack_try__proofs_are_asked_for, setup, teardown),
        cmocka_unit_test_setup_teardown(test_pack_try__a_limit_ends_the_session, setup, teardown),
        cmocka_unit_test_setup_teardown(test_pack_try__a_session_is_begun_first, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
