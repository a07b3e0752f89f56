/* What was carried over and waits: kept, shown, and counted for nothing that is supported. */
#include "pending.h"

#include "evaluation.h"
#include "progress.h"
#include "reason.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

struct bench {
    struct fixture fixture;
    struct arena arena;
    struct assessment assessment;
    struct evaluation evaluation;
    int supported;
    struct evidence item;
};

/* I05 with levels 1 and 2 met and proven; `carried` or NULL. */
static void bench_open(struct bench *bench, const char *carried)
{
    *bench = (struct bench){.arena = ARENA_EMPTY};
    fixture_open(&bench->fixture);
    const struct instrument *instrument = &bench->fixture.instrument;
    assessment_init(&bench->assessment, instrument, &bench->arena);
    bench->assessment.year = 2024;
    bench->assessment.kind = KIND_KOTA;
    int below = instrument_find_criterion(instrument, "I05.1.a", 7, 0);
    bench->supported = instrument_find_criterion(instrument, "I05.2.a", 7, 0);
    bench->assessment.answers[below] = ANSWER_YES;
    bench->assessment.answers[bench->supported] = ANSWER_YES;
    bench->item = (struct evidence){.supports = &bench->supported, .support_count = 1};
    bench->assessment.responses[4] = (struct response){.carried = carried,
                                                       .evidence = &bench->item,
                                                       .evidence_count = 1,
                                                       .claimed = {true, fraction_whole(3)},
                                                       .verified = {true, fraction_whole(2)}};
    struct error err = {.kind = ERROR_NONE};
    assert_true(evaluation_run(&bench->evaluation, &bench->assessment, BASIS_SUPPORTED,
                               &bench->arena, &err));
}

static void bench_close(struct bench *bench)
{
    arena_release(&bench->arena);
    fixture_close(&bench->fixture);
}

static void test_pending__counts_nothing_until_it_is_confirmed(void **state)
{
    (void)state;
    struct bench waiting, confirmed;
    bench_open(&waiting, "uji-2020 2023");
    bench_open(&confirmed, NULL);
    const struct rating *one = &waiting.evaluation.ratings[4];
    const struct rating *other = &confirmed.evaluation.ratings[4];
    assert_false(one->on[BASIS_SUPPORTED].given);
    assert_true(other->on[BASIS_SUPPORTED].given);
    assert_int_equal(evaluation_supported_level(&waiting.evaluation, 4), 1);
    assert_int_equal(evaluation_supported_level(&confirmed.evaluation, 4), 2);
    assert_int_equal(waiting.evaluation.index[BASIS_SUPPORTED].given, 0);
    /* What the agency claims and an assessor verified are of this year. */
    assert_true(one->on[BASIS_CLAIMED].given && one->on[BASIS_VERIFIED].given);
    bench_close(&waiting);
    bench_close(&confirmed);
}

static void test_pending__answers_are_still_there_to_be_shown(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, "uji-2020 2023");
    assert_int_equal(evaluation_answer(&bench.evaluation, (size_t)bench.supported), ANSWER_YES);
    assert_int_equal(bench.evaluation.assessment->responses[4].evidence_count, 1);
    assert_ptr_not_equal(bench.evaluation.counted, bench.evaluation.assessment);
    bench_close(&bench);
}

static void test_pending__is_told_once_for_each_indicator(void **state)
{
    (void)state;
    struct bench bench;
    size_t found = 0;
    bench_open(&bench, "uji-2020 2023");
    const struct problem *problem = bench.evaluation.problems.first;
    for (; problem != NULL; problem = problem->next) {
        if (strcmp(problem->code, "carried") == 0) {
            assert_string_equal(problem->where, "I05");
            assert_non_null(strstr(problem->message, "uji-2020 2023"));
            found++;
        }
    }
    assert_int_equal(found, 1);
    bench_close(&bench);
}

static void test_pending__is_the_reason_and_the_only_one(void **state)
{
    (void)state;
    struct bench bench;
    struct reason reasons[REASONS_MAX];
    bench_open(&bench, "uji-2020 2023");
    size_t count = reason_list(&bench.evaluation, 4, &bench.arena, reasons);
    assert_true(count > 0);
    assert_string_equal(reasons[count - 1].code, "carried");
    for (size_t i = 0; i < count; i++) {
        assert_string_not_equal(reasons[i].code, "no_answers");
        assert_string_not_equal(reasons[i].code, "unanswered");
    }
    bench_close(&bench);
}

static void test_pending__work_is_not_complete_before_it_is_confirmed(void **state)
{
    (void)state;
    struct bench bench;
    struct text line = TEXT_EMPTY;
    bench_open(&bench, "uji-2020 2023");
    struct progress progress = progress_of(&bench.evaluation, 4);
    assert_int_equal(progress.state, PROGRESS_BEGUN);
    assert_true(progress.carried);
    progress_tell(&bench.evaluation, &progress, &line);
    assert_string_equal(line.bytes, "confirmation of what was carried over");
    text_release(&line);
    bench_close(&bench);
}

/* Nothing pending costs nothing: the record itself is used. */
static void test_pending__without_any_the_record_is_itself(void **state)
{
    (void)state;
    struct bench bench;
    bench_open(&bench, NULL);
    assert_int_equal(pending_count(&bench.assessment), 0);
    assert_ptr_equal(pending_without(&bench.assessment, &bench.arena), &bench.assessment);
    assert_ptr_equal(bench.evaluation.counted, &bench.assessment);
    bench.assessment.responses[0].carried = "x";
    bench.assessment.responses[4].carried = "x";
    assert_int_equal(pending_count(&bench.assessment), 2);
    bench_close(&bench);
}

/* Items and outside indices wait as criteria do. */
static void test_pending__items_and_measures_wait_too(void **state)
{
    (void)state;
    struct bench bench;
    struct item accepted = {.level = 2, .number = 1, .answer = ANSWER_YES};
    struct measure measure = {"indeks_uji", fraction_whole(50)};
    bench_open(&bench, NULL);
    bench.assessment.responses[0].items = &accepted;
    bench.assessment.responses[0].item_count = 1;
    bench.assessment.responses[0].measures = &measure;
    bench.assessment.responses[0].measure_count = 1;
    bench.assessment.responses[0].carried = "uji-2020 2023";
    const struct assessment *counted = pending_without(&bench.assessment, &bench.arena);
    assert_int_equal(counted->responses[0].item_count, 0);
    assert_int_equal(counted->responses[0].measure_count, 0);
    assert_int_equal(counted->responses[4].evidence_count, 1);
    bench_close(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pending__counts_nothing_until_it_is_confirmed),
        cmocka_unit_test(test_pending__answers_are_still_there_to_be_shown),
        cmocka_unit_test(test_pending__is_told_once_for_each_indicator),
        cmocka_unit_test(test_pending__is_the_reason_and_the_only_one),
        cmocka_unit_test(test_pending__work_is_not_complete_before_it_is_confirmed),
        cmocka_unit_test(test_pending__without_any_the_record_is_itself),
        cmocka_unit_test(test_pending__items_and_measures_wait_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
