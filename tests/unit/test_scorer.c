/* The worker of scoring functions: what it is asked, watched and reported. */
#include "scorer.h"

#include "message.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* One file with two functions, of which `low` is never called. */
static const char file_text[] = "local function low()\n"
                                "  return 1, \"low\"\n"
                                "end\n"
                                "return {\n"
                                "  value = function(input)\n"
                                "    if input.n > 3 then\n"
                                "      return input.n, \"high\"\n"
                                "    end\n"
                                "    return low()\n"
                                "  end,\n"
                                "}\n";

struct bench {
    struct source sources[1];
    struct scorer *scorer;
    struct text question, answer;
    struct error err;
};

static int setup(void **state)
{
    static struct bench bench;
    bench = (struct bench){.question = TEXT_EMPTY, .answer = TEXT_EMPTY};
    bench.sources[0] = (struct source){.name = "a.lua", .text = TEXT_EMPTY};
    text_add(&bench.sources[0].text, file_text);
    bench.scorer = scorer_new("rules/x", bench.sources, 1);
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

/* Asks for the value of the function with n; true when there is one. */
static bool ask(struct bench *bench, int n)
{
    text_clear(&bench->question);
    bench->err = (struct error){.kind = ERROR_NONE};
    text_format(&bench->question, "{\"score\":\"a.lua:value\",\"input\":{\"n\":%d}}", n);
    return scorer_ask(bench->scorer, &bench->question, &bench->answer, &bench->err);
}

static void report_holds(struct bench *bench, const char *text)
{
    assert_true(scorer_report(bench->scorer, &bench->answer, &bench->err));
    if (strstr(bench->answer.bytes, text) == NULL) {
        fail_msg("not there: %s\nin: %s", text, bench->answer.bytes);
    }
}

static void test_scorer__a_question_starts_the_worker(void **state)
{
    struct bench *bench = *state;
    assert_true(ask(bench, 5));
    assert_string_equal(bench->answer.bytes, "{\"value\":\"5\",\"reason\":\"high\"}");
    assert_true(ask(bench, 2));
    assert_string_equal(bench->answer.bytes, "{\"value\":\"1\",\"reason\":\"low\"}");
}

/* Without a watch functions are told, and no line of them. */
static void test_scorer__nothing_is_watched_unasked(void **state)
{
    struct bench *bench = *state;
    assert_true(ask(bench, 5));
    report_holds(bench, "\"from\":5,\"to\":10,\"lines\":[6,7,9],\"run\":[false,false,false]");
}

static void test_scorer__lines_are_watched_over_questions(void **state)
{
    struct bench *bench = *state;
    scorer_trace(bench->scorer);
    report_holds(bench, "\"lines\":[6,7,9],\"run\":[false,false,false]");
    report_holds(bench, "\"from\":1,\"to\":3,\"lines\":[2],\"run\":[false]");
    assert_true(ask(bench, 5));
    report_holds(bench, "\"lines\":[6,7,9],\"run\":[true,true,false]");
    assert_true(ask(bench, 1));
    report_holds(bench, "\"lines\":[6,7,9],\"run\":[true,true,true]");
    report_holds(bench, "\"lines\":[2],\"run\":[true]");
}

/* Without a watch a worker serves some hundred questions; with one it stays, or lines would be lost. */
static void test_scorer__a_watching_worker_stays(void **state)
{
    struct bench *bench = *state;
    scorer_trace(bench->scorer);
    assert_true(ask(bench, 5));
    for (int i = 0; i < 600; i++) {
        assert_true(ask(bench, 1));
    }
    report_holds(bench, "\"lines\":[6,7,9],\"run\":[true,true,true]");
}

/* A kept worker is the same one however often it is asked, watched or not. */
static void test_scorer__a_kept_worker_stays(void **state)
{
    struct bench *bench = *state;
    scorer_keep(bench->scorer);
    for (int i = 0; i < 300; i++) {
        assert_true(ask(bench, 5));
    }
    text_clear(&bench->question);
    text_add(&bench->question, "{\"load\":\"b.lua\",\"source\":\"return {}\"}");
    assert_false(scorer_ask(bench->scorer, &bench->question, &bench->answer, &bench->err));
    assert_string_equal(bench->err.id, "PACK_GUEST_LATE"); /* a fresh one would have taken it */
}

/* A fault inside an answer is told with the pack's place; what was typed lies in no pack. */
static void test_scorer__faults_are_told_where_people_know_them(void **state)
{
    struct bench *bench = *state;
    struct fault fault = {0}, typed = {0};
    fault_set(&fault, M_SCORE_REASON, "a.lua:5", NULL, NULL);
    assert_false(scorer_tell(bench->scorer, &fault, &bench->err));
    assert_string_equal(bench->err.where, "rules/x/a.lua:5");
    fault_set(&typed, M_SCORE_REASON, "input:5", NULL, NULL);
    bench->err = (struct error){.kind = ERROR_NONE};
    assert_false(scorer_tell(bench->scorer, &typed, &bench->err));
    assert_string_equal(bench->err.where, "input:5");
}

static void test_scorer__the_report_says_what_was_used(void **state)
{
    struct bench *bench = *state;
    report_holds(bench, "\"values\":2,"); /* the table and its function */
    report_holds(bench, "\"score_steps\":0,");
    report_holds(bench, "{\"steps\":");
    report_holds(bench, "\"total\":");
    report_holds(bench, "\"peak\":");
}

/* A refused call ends the worker; the next question has a fresh one. */
static void test_scorer__after_a_refusal_there_is_a_fresh_worker(void **state)
{
    struct bench *bench = *state;
    scorer_trace(bench->scorer);
    text_clear(&bench->question);
    text_add(&bench->question, "{\"score\":\"a.lua:value\",\"input\":{\"n\":\"x\"}}");
    assert_false(scorer_ask(bench->scorer, &bench->question, &bench->answer, &bench->err));
    assert_int_equal(bench->err.kind, ERROR_PACK);
    assert_non_null(strstr(bench->err.where, "a.lua:6"));
    assert_true(ask(bench, 5));
    report_holds(bench, "\"lines\":[6,7,9],\"run\":[true,true,false]");
}

static void test_scorer__its_files_can_be_had(void **state)
{
    struct bench *bench = *state;
    const char *place = "";
    size_t count = 0;
    const struct source *sources = scorer_sources(bench->scorer, &place, &count);
    assert_ptr_equal(sources, bench->sources);
    assert_int_equal(count, 1);
    assert_string_equal(place, "rules/x");
}

/* A file that cannot be run any more (a mistake was put into it) is refused with its line. */
static void test_scorer__a_broken_file_is_refused(void **state)
{
    struct bench *bench = *state;
    text_clear(&bench->sources[0].text);
    text_add(&bench->sources[0].text, "return {\n  value = function( return 1 end }");
    assert_false(ask(bench, 1));
    assert_non_null(strstr(bench->err.where, "a.lua:2"));
    assert_false(scorer_report(bench->scorer, &bench->answer, &bench->err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_scorer__a_question_starts_the_worker, setup, teardown),
        cmocka_unit_test_setup_teardown(test_scorer__nothing_is_watched_unasked, setup, teardown),
        cmocka_unit_test_setup_teardown(test_scorer__lines_are_watched_over_questions, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_scorer__a_watching_worker_stays, setup, teardown),
        cmocka_unit_test_setup_teardown(test_scorer__a_kept_worker_stays, setup, teardown),
        cmocka_unit_test_setup_teardown(test_scorer__faults_are_told_where_people_know_them, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_scorer__the_report_says_what_was_used, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_scorer__after_a_refusal_there_is_a_fresh_worker, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_scorer__its_files_can_be_had, setup, teardown),
        cmocka_unit_test_setup_teardown(test_scorer__a_broken_file_is_refused, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
