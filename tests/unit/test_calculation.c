#include "calculation.h"

#include "evaluation.h"
#include "pack.h"
#include "reason.h"
#include "score_input.h"
#include "scorer.h"
#include "support_functions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A pack whose functions the test brings, an assessment by it, and what became of that. */
struct bench {
    struct functions functions;
    struct arena arena;
    struct assessment assessment;
    struct evaluation evaluation;
    struct error err;
};

/* Loads the pack with these functions: Lua that sets the locals `first` and `second`. */
static void open_bench(struct bench *bench, const char *functions)
{
    *bench = (struct bench){.arena = ARENA_EMPTY, .err = {.kind = ERROR_NONE}};
    functions_open(&bench->functions, functions, "{ 'I02', 'I03' }");
    assessment_init(&bench->assessment, pack_instrument(bench->functions.pack), &bench->arena);
    bench->assessment.agency = "Kota Uji";
    bench->assessment.kind = KIND_KOTA;
    bench->assessment.year = 2024;
}

static void close_bench(struct bench *bench)
{
    functions_close(&bench->functions);
    arena_release(&bench->arena);
}

static void answer(struct bench *bench, const char *criterion, enum answer given)
{
    int position = instrument_find_criterion(pack_instrument(bench->functions.pack), criterion,
                                             strlen(criterion), NOWHERE);
    assert_int_not_equal(position, NOWHERE);
    bench->assessment.answers[position] = (unsigned char)given;
}

static bool run(struct bench *bench)
{
    return evaluation_run(&bench->evaluation, &bench->assessment, BASIS_SUPPORTED, &bench->arena,
                          &bench->err);
}

/* The supported value of an indicator by position, as text. */
static const char *value(struct bench *bench, size_t position)
{
    struct text text = TEXT_EMPTY;
    fraction_add_exact(&text, bench->evaluation.ratings[position].on[BASIS_SUPPORTED].value);
    const char *kept = arena_string(&bench->arena, text.bytes);
    text_release(&text);
    return kept;
}

static const char plain[] = "local function first(input) return input.values.I02, 'as I02' end\n"
                            "local function second(input) return { 7, 3 }, 'always' end\n";

static void test_calculation__a_function_gives_the_supported_value_and_its_reason(void **state)
{
    (void)state;
    struct bench bench;
    open_bench(&bench, plain);
    answer(&bench, "I01.1.a", ANSWER_YES);
    answer(&bench, "I02.1.a", ANSWER_NO);
    answer(&bench, "I03.1.a", ANSWER_YES);
    assert_true(run(&bench));
    assert_string_equal(value(&bench, 0), "7/3");
    assert_string_equal(value(&bench, 1), "7/3");
    assert_string_equal(value(&bench, 2), "1");
    assert_string_equal(bench.evaluation.ratings[0].computed, "as I02");
    assert_null(bench.evaluation.ratings[2].computed);
    /* 7/3 × 80 + 1 × 20, divided by 100 */
    assert_int_equal(bench.evaluation.index[BASIS_SUPPORTED].exact.num, 31);
    assert_int_equal(bench.evaluation.index[BASIS_SUPPORTED].exact.den, 15);
    close_bench(&bench);
}

/* What a function was given can be told afterwards: `supported` as it was before the function, and the values
 * of the others as functions gave them; also for an indicator without function. */
static void test_calculation__inputs_can_be_told(void **state)
{
    (void)state;
    struct bench bench;
    struct text text = TEXT_EMPTY;
    open_bench(&bench, plain);
    answer(&bench, "I01.1.a", ANSWER_YES);
    answer(&bench, "I02.1.a", ANSWER_NO);
    assert_true(run(&bench));
    score_input_write(&bench.evaluation, &bench.arena, &text);
    assert_int_equal(
        strncmp(text.bytes,
                "{\"I01\":{\"indicator\":\"I01\",\"year\":2024,\"kind\":\"kota\","
                "\"supported\":1,\"met_level\":1,\"levels\":[{\"level\":1,\"criteria\":1,",
                98),
        0);
    assert_non_null(strstr(text.bytes, "\"answers\":{\"I01.1.a\":true},\"evidence\":{},"
                                       "\"values\":{\"I02\":[7,3],\"I03\":1}},\"I02\":{"));
    assert_non_null(strstr(text.bytes, "\"I03\":{\"indicator\":\"I03\""));
    text_release(&text);
    close_bench(&bench);
}

/* The one before is computed first, wherever it stands in the instrument. */
static void test_calculation__functions_are_called_behind_those_that_they_read(void **state)
{
    (void)state;
    struct bench bench;
    open_bench(&bench, plain);
    const struct instrument *instrument = pack_instrument(bench.functions.pack);
    assert_int_equal(instrument->function_count, 2);
    assert_int_equal(instrument->function_order[0], 1);
    assert_int_equal(instrument->function_order[1], 0);
    assert_int_equal(instrument->indicators[0].depend_count, 2);
    assert_int_equal(instrument->indicators[0].depends[1], 2);
    assert_null(instrument->indicators[2].function);
    close_bench(&bench);
}

static void test_calculation__what_nobody_answered_is_not_asked(void **state)
{
    (void)state;
    struct bench bench;
    open_bench(&bench, "local function first(input) return input.values.I02, 'as I02' end\n"
                       "local function second(input) error('was called') end\n");
    assert_true(run(&bench)); /* nothing is answered: no worker is started at all */
    assert_int_equal(bench.evaluation.index[BASIS_SUPPORTED].given, 0);
    answer(&bench, "I01.1.a", ANSWER_YES);
    assert_true(run(&bench));
    assert_string_equal(value(&bench, 0), "1"); /* I02 has the value of the pack */
    assert_null(bench.evaluation.ratings[1].computed);
    close_bench(&bench);
}

/* Everything that help function promises, told back by a function that looks at it. */
static void test_calculation__a_function_sees_answers_evidence_and_levels(void **state)
{
    (void)state;
    static const int supports[] = {1, 2};
    static const struct evidence items[] = {{.supports = supports, .support_count = 2},
                                            {.supports = supports, .support_count = 1}};
    struct bench bench;
    open_bench(&bench,
               "local function tell(x) return x == nil and '-' or x == true and 'y' or\n"
               "  x == false and 'n' or tostring(x) end\n"
               "local function first(i)\n"
               "  local l = i.levels[2]\n"
               "  return 1, table.concat({ i.indicator, i.year, i.kind, tell(i.claimed),\n"
               "    tell(i.verified), i.supported, i.met_level, #i.levels, l.level, l.criteria,\n"
               "    l.met, l.unmet, l.evidence, tell(l.complete), tell(l.proven),\n"
               "    tell(i.levels[1].baseline), tell(i.answers['I01.1.a']),\n"
               "    tell(i.answers['I01.3.a']), tell(i.evidence['I01.2.a']),\n"
               "    tell(i.evidence['I01.1.a']), i.values.I03 }, ' ')\n"
               "end\n"
               "local second\n");
    bench.assessment.responses[0].claimed = (struct maybe){true, {2, 1}};
    bench.assessment.responses[0].evidence = items;
    bench.assessment.responses[0].evidence_count = 2;
    answer(&bench, "I01.1.a", ANSWER_YES);
    answer(&bench, "I01.2.a", ANSWER_YES);
    assert_true(run(&bench));
    assert_string_equal(bench.evaluation.ratings[0].computed,
                        "I01 2024 kota 2 - 2 2 3 2 1 1 0 2 y y y y - 2 - 1");
    close_bench(&bench);
}

static void test_calculation__fractions_are_given_as_pairs(void **state)
{
    (void)state;
    struct bench bench;
    open_bench(&bench,
               "local function first(i)\n"
               "  local v = i.values.I02\n"
               "  return { v[1] * 2, v[2] * 2 }, v[1] .. ' of ' .. v[2] .. ', claimed ' ..\n"
               "    i.claimed[1] .. ' of ' .. i.claimed[2]\n"
               "end\n"
               "local function second(i) return '1.25', 'text' end\n");
    bench.assessment.responses[0].claimed = (struct maybe){true, {5, 2}};
    answer(&bench, "I01.1.a", ANSWER_YES);
    answer(&bench, "I02.1.a", ANSWER_YES);
    assert_true(run(&bench));
    assert_string_equal(bench.evaluation.ratings[0].computed, "5 of 4, claimed 5 of 2");
    assert_string_equal(value(&bench, 0), "1.25");
    close_bench(&bench);
}

/* What levels would say about the way up does not hold where a function decides. */
static void test_calculation__a_computed_value_is_explained_by_its_function_alone(void **state)
{
    (void)state;
    struct bench bench;
    struct reason reasons[REASONS_MAX];
    open_bench(&bench, plain);
    answer(&bench, "I02.1.a", ANSWER_YES);
    answer(&bench, "I02.2.a", ANSWER_YES);
    bench.assessment.responses[1].claimed = (struct maybe){true, {3, 1}};
    assert_true(run(&bench));
    assert_int_equal(reason_list(&bench.evaluation, 1, &bench.arena, reasons), 2);
    assert_string_equal(reasons[0].code, "claim_above_support");
    assert_string_equal(reasons[1].code, "computed");
    assert_string_equal(reasons[1].text, "always");
    assert_int_equal(bench.evaluation.ratings[1].outcome, OUTCOME_CONFLICT);
    bench.assessment.responses[1].claimed.value = fraction_make(7, 3);
    assert_true(run(&bench)); /* a claim of just that value is borne out */
    assert_int_equal(bench.evaluation.ratings[1].outcome, OUTCOME_RATED);
    close_bench(&bench);
}

static void test_calculation__a_value_lies_on_the_scale_to_the_last_part(void **state)
{
    (void)state;
    static const struct {
        const char *value;
        bool good;
    } cases[] = {
        {"1", true},
        {"3", true},
        {"'3.000'", true},
        {"{ 3000000001, 1000000000 }", false},
        {"{ 2999999999, 1000000000 }", true},
        {"{ 999999999, 1000000000 }", false},
        {"0", false},
        {"-1", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char functions[128];
        struct bench bench;
        snprintf(functions, sizeof functions,
                 "local first\nlocal function second() return %s, 'x' end\n", cases[i].value);
        open_bench(&bench, functions);
        answer(&bench, "I02.1.a", ANSWER_YES);
        assert_int_equal(run(&bench), cases[i].good);
        if (!cases[i].good) {
            assert_string_equal(bench.err.id, "CALCULATION_SCALE");
            assert_int_equal(bench.err.kind, ERROR_PACK);
            assert_non_null(strstr(bench.err.where, "/domain_1.lua:"));
        }
        close_bench(&bench);
    }
}

/* After a refusal the next assessment is served by a fresh worker, as if nothing had been. */
static void test_calculation__a_refusal_leaves_the_next_assessment_alone(void **state)
{
    (void)state;
    struct bench bench;
    open_bench(&bench, "local first\n"
                       "local function second(i)\n"
                       "  if i.answers['I02.2.a'] then return 1.5, 'x' end\n"
                       "  return 2, 'good'\n"
                       "end\n");
    for (int round = 0; round < 3; round++) {
        struct error none = {.kind = ERROR_NONE};
        answer(&bench, "I02.1.a", ANSWER_YES);
        answer(&bench, "I02.2.a", ANSWER_YES);
        assert_false(run(&bench));
        assert_string_equal(bench.err.id, "SCORE_FLOAT");
        assert_non_null(strstr(bench.err.where, "/domain_1.lua:2"));
        bench.err = none;
        answer(&bench, "I02.2.a", ANSWER_NO);
        assert_true(run(&bench));
        assert_string_equal(value(&bench, 1), "2");
    }
    close_bench(&bench);
}

/* More assessments than one worker serves. */
static void test_calculation__a_batch_may_be_longer_than_the_life_of_a_worker(void **state)
{
    (void)state;
    struct bench bench;
    struct arena arena = ARENA_EMPTY;
    open_bench(&bench, plain);
    answer(&bench, "I02.1.a", ANSWER_YES);
    for (int round = 0; round < 600; round++) {
        struct evaluation evaluation;
        arena_clear(&arena);
        assert_true(
            evaluation_run(&evaluation, &bench.assessment, BASIS_SUPPORTED, &arena, &bench.err));
        assert_int_equal(evaluation.ratings[1].value.num, 7);
    }
    arena_release(&arena);
    close_bench(&bench);
}

/* A process that was forked while a worker was at work gets its own, and does not end the other one. */
static void test_calculation__a_forked_process_has_a_worker_of_its_own(void **state)
{
    (void)state;
    struct bench bench;
    int status = -1;
    open_bench(&bench, plain);
    answer(&bench, "I02.1.a", ANSWER_YES);
    assert_true(run(&bench));
    pid_t child = fork();
    if (child == 0) {
        bool good = run(&bench) && strcmp(value(&bench, 1), "7/3") == 0;
        pack_free(bench.functions.pack);
        _exit(good ? 0 : 1);
    }
    assert_true(run(&bench));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_true(run(&bench));
    close_bench(&bench);
}

/* The place of a function is the line on which the pack names it. */
static void test_calculation__the_place_of_a_function_is_a_line_of_its_file(void **state)
{
    (void)state;
    static const char text[] = "return {\n  aspects = {\n    { value = f },\n  },\n}\n";
    struct source source = {.name = "domain_1.lua", .text = TEXT_EMPTY};
    struct text place = TEXT_EMPTY;
    text_add(&source.text, text);
    struct scorer *scorer = scorer_new("rules/uji", &source, 1);
    scorer_place(scorer, "domain_1.lua:aspects[1].value", &place);
    assert_string_equal(place.bytes, "rules/uji/domain_1.lua:3");
    text_clear(&place);
    scorer_place(scorer, "lain.lua:aspects[1].value", &place);
    assert_string_equal(place.bytes, "rules/uji/lain.lua:1");
    scorer_free(scorer);
    scorer_free(NULL);
    text_release(&place);
    text_release(&source.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calculation__a_function_gives_the_supported_value_and_its_reason),
        cmocka_unit_test(test_calculation__inputs_can_be_told),
        cmocka_unit_test(test_calculation__functions_are_called_behind_those_that_they_read),
        cmocka_unit_test(test_calculation__what_nobody_answered_is_not_asked),
        cmocka_unit_test(test_calculation__a_function_sees_answers_evidence_and_levels),
        cmocka_unit_test(test_calculation__fractions_are_given_as_pairs),
        cmocka_unit_test(test_calculation__a_computed_value_is_explained_by_its_function_alone),
        cmocka_unit_test(test_calculation__a_value_lies_on_the_scale_to_the_last_part),
        cmocka_unit_test(test_calculation__a_refusal_leaves_the_next_assessment_alone),
        cmocka_unit_test(test_calculation__a_batch_may_be_longer_than_the_life_of_a_worker),
        cmocka_unit_test(test_calculation__a_forked_process_has_a_worker_of_its_own),
        cmocka_unit_test(test_calculation__the_place_of_a_function_is_a_line_of_its_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
