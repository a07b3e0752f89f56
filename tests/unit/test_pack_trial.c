/* Scoring functions tried on made-up assessments: what a real one could meet is told before. */
#include "pack_trial.h"

#include "pack.h"
#include "support_functions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A pack whose first two indicators have functions, and what its trial finds. */
struct bench {
    struct functions functions;
    struct arena arena;
    const struct error *findings;
    size_t count;
};

/* Tries the pack whose first function has this body; its lines begin at 2. */
static void try_body(struct bench *bench, const char *first)
{
    struct error err = {.kind = ERROR_NONE};
    struct text lua = TEXT_EMPTY;
    *bench = (struct bench){.arena = ARENA_EMPTY};
    text_format(&lua,
                "local function first(input)\n%s\nend local function second(input) return { 3, 2 "
                "}, 'always' end",
                first);
    functions_open(&bench->functions, lua.bytes, "{ 'I02' }");
    text_release(&lua);
    if (!pack_trial_run(pack_instrument(bench->functions.pack), &bench->arena, &bench->findings,
                        &bench->count, &err)) {
        fail_msg("%s: %s", err.where, err.message);
    }
}

static void close_bench(struct bench *bench)
{
    functions_close(&bench->functions);
    arena_release(&bench->arena);
}

/* The findings about a body, "LINE ID" each; NULL ends them. */
static void finds(const char *first, ...)
{
    struct bench bench;
    va_list expected;
    try_body(&bench, first);
    va_start(expected, first);
    size_t i = 0;
    for (const char *line = va_arg(expected, const char *); line != NULL;
         line = va_arg(expected, const char *), i++) {
        char found[128] = "nothing";
        if (i < bench.count) {
            const char *at = strrchr(bench.findings[i].where, ':');
            snprintf(found, sizeof found, "%s %s", at == NULL ? "?" : at + 1,
                     bench.findings[i].id == NULL ? "?" : bench.findings[i].id);
        }
        if (strcmp(found, line) != 0) {
            fail_msg("%s\n  finds %s (%s)\n  expected %s", first, found,
                     i < bench.count ? bench.findings[i].message : "", line);
        }
    }
    va_end(expected);
    if (i < bench.count) {
        fail_msg("%s\n  also finds %s: %s", first, bench.findings[i].where,
                 bench.findings[i].message);
    }
    close_bench(&bench);
}

/* The first finding's sentence. */
static void says(const char *first, const char *sentence)
{
    struct bench bench;
    try_body(&bench, first);
    assert_true(bench.count >= 1);
    assert_string_equal(bench.findings[0].message, sentence);
    close_bench(&bench);
}

static void test_pack_trial__good_functions_find_nothing(void **state)
{
    (void)state;
    finds("return input.supported, 'as proven'", NULL);
    finds("return input.values.I02, 'as I02'", NULL);
    finds("return input.claimed or input.verified or 1, 'stated'", NULL);
    finds("local n = 0\nfor _, level in ipairs(input.levels) do n = n + level.met end\n"
          "return n > 2 and 3 or 1, 'counted'",
          NULL);
    finds("return input.answers['I01.3.a'] and 2 or 1, 'one criterion'", NULL);
    finds("return (input.evidence['I01.2.a'] or 0) > 0 and 2 or 1, 'proven'", NULL);
}

static void test_pack_trial__a_misspelt_field_is_told_with_the_right_one(void **state)
{
    (void)state;
    finds("return input.suported or 1, 'x'", "2 TRIAL_FIELD", NULL);
    says("return input.suported or 1, 'x'",
         "reads input.suported, which is not there; did you mean 'supported'? See 'spbe help "
         "function'");
    finds("local l = input.levels[2]\nreturn l.mett and 2 or 1, 'x'", "3 TRIAL_FIELD", NULL);
    says("local l = input.levels[2]\nreturn l.mett and 2 or 1, 'x'",
         "reads input.levels[2].mett, which is not there; did you mean 'met'? See 'spbe help "
         "function'");
    finds("return input.agency and 2 or 1, 'x'", "2 TRIAL_FIELD", NULL);
}

static void test_pack_trial__values_must_be_declared(void **state)
{
    (void)state;
    finds("return input.values.I03 or 1, 'x'", "2 TRIAL_VALUE", NULL);
    says("return input.values.I03 or 1, 'x'",
         "reads the value of I03, which depends_on of I01 does not name; add it there");
    finds("return input.values['I77'] or 1, 'x'", "2 TRIAL_VALUE", NULL);
}

static void test_pack_trial__criteria_are_the_indicators_own(void **state)
{
    (void)state;
    finds("return input.answers['I02.2.a'] and 2 or 1, 'x'", "2 TRIAL_CRITERION", NULL);
    says("return input.evidence['I01.2.b'] and 2 or 1, 'x'",
         "reads 'I01.2.b', which is no criterion of I01; values of other indicators come through "
         "depends_on");
}

static void test_pack_trial__what_is_in_no_list_is_told(void **state)
{
    (void)state;
    finds("return input.levels[7] and 2 or 1, 'x'", "2 TRIAL_ABSENT", NULL);
    says("return input.levels[7] and 2 or 1, 'x'",
         "reads input.levels.7, which is not there for I01");
}

/* Only where nothing is met, or everything, or nothing is claimed: all of it is tried. */
static void test_pack_trial__a_function_that_stops_is_told(void **state)
{
    (void)state;
    finds("return input.claimed + 0, 'x'", "2 SANDBOX_RUN", NULL);
    finds("if input.levels[3].met == 1 then error('top') end\nreturn 1, 'x'", "2 SANDBOX_RUN",
          NULL);
    finds("if input.met_level == 1 then return nil end\nreturn 1, 'x'", "1 SCORE_RESULT", NULL);
    finds("if input.kind == 'kementerian' then return 1 end\nreturn 1, 'x'", "1 SCORE_REASON",
          NULL);
    finds("return input.supported / 2, 'x'", "1 SCORE_FLOAT", NULL);
    finds("while true do end", "2 SANDBOX_STEPS", NULL);
}

static void test_pack_trial__a_value_off_the_scale_is_told(void **state)
{
    (void)state;
    finds("return input.supported + 1, 'x'", "19 CALCULATION_SCALE", NULL);
    finds("return 0, 'x'", "19 CALCULATION_SCALE", NULL);
    finds("return { 301, 100 }, 'x'", "19 CALCULATION_SCALE", NULL);
    finds("return 3, 'x'", NULL);
}

/* One finding is told once, however many assessments meet it; others behind it too. */
static void test_pack_trial__findings_are_told_once(void **state)
{
    (void)state;
    finds("local a, b = input.suported, input.values.I03\nreturn input.levels[2].mett and 9 or 1, "
          "'x'",
          "2 TRIAL_FIELD", "2 TRIAL_VALUE", "3 TRIAL_FIELD", NULL);
}

/* A pack without functions needs no worker at all. */
static void test_pack_trial__tables_need_no_trial(void **state)
{
    (void)state;
    struct error err = {.kind = ERROR_NONE};
    struct arena arena = ARENA_EMPTY;
    const struct error *findings = NULL;
    size_t count = 7;
    struct pack *pack = pack_load("tests/packs/good/small", &err);
    assert_non_null(pack);
    assert_true(pack_trial_run(pack_instrument(pack), &arena, &findings, &count, &err));
    assert_int_equal(count, 0);
    pack_free(pack);
    arena_release(&arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack_trial__good_functions_find_nothing),
        cmocka_unit_test(test_pack_trial__a_misspelt_field_is_told_with_the_right_one),
        cmocka_unit_test(test_pack_trial__values_must_be_declared),
        cmocka_unit_test(test_pack_trial__criteria_are_the_indicators_own),
        cmocka_unit_test(test_pack_trial__what_is_in_no_list_is_told),
        cmocka_unit_test(test_pack_trial__a_function_that_stops_is_told),
        cmocka_unit_test(test_pack_trial__a_value_off_the_scale_is_told),
        cmocka_unit_test(test_pack_trial__findings_are_told_once),
        cmocka_unit_test(test_pack_trial__tables_need_no_trial),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
