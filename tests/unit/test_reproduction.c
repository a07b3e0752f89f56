/* A saved result held against the assessment: what is equal, and every figure that is not. */
#include "reproduction.h"

#include "report.h"
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
    struct pack_file file; /* the fixture has no files; a result names some */
    struct saved_result saved;
};

/* Saves the result of the assessment as it is now. */
static void save(struct bench *bench, enum report_form form)
{
    struct evaluation evaluation;
    struct text json = TEXT_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    assert_true(
        evaluation_run(&evaluation, &bench->assessment, BASIS_BY_RULE, &bench->arena, &err));
    report_write(&evaluation, form, &bench->arena, &json);
    const char *bytes = arena_copy(&bench->arena, json.bytes, json.length);
    assert_true(
        saved_result_read(bytes, json.length, "hasil.json", &bench->arena, &bench->saved, &err));
    text_release(&json);
}

static void bench_open(struct bench *bench)
{
    *bench = (struct bench){.arena = ARENA_EMPTY};
    fixture_open(&bench->fixture);
    snprintf(bench->file.sha256, sizeof bench->file.sha256, "abc");
    bench->file.name = "pack.lua";
    bench->fixture.instrument.files = &bench->file;
    bench->fixture.instrument.file_count = 1;
    assessment_init(&bench->assessment, &bench->fixture.instrument, &bench->arena);
    bench->assessment.year = 2024;
    bench->assessment.kind = KIND_KOTA;
    bench->assessment.responses[1].claimed = (struct maybe){true, fraction_whole(3)};
}

static void bench_close(struct bench *bench)
{
    arena_release(&bench->arena);
    fixture_close(&bench->fixture);
}

/* Computes again; the number of figures that differ. */
static size_t differing(struct bench *bench, struct reproduction *out)
{
    struct error err = {.kind = ERROR_NONE};
    assert_true(reproduction_run(&bench->saved, &bench->assessment, &bench->arena, out, &err));
    return out->count;
}

static void test_reproduction__every_form_of_a_result_is_equal(void **state)
{
    (void)state;
    struct reproduction out;
    size_t before = 0;
    for (int form = REPORT_SUMMARY; form <= REPORT_FULL; form++) {
        struct bench bench;
        bench_open(&bench);
        save(&bench, (enum report_form)form);
        assert_int_equal(differing(&bench, &out), 0);
        assert_true(out.compared >= before && out.compared > 10);
        before = out.compared;
        bench_close(&bench);
    }
}

static void test_reproduction__a_changed_answer_shows_in_all_that_it_moved(void **state)
{
    (void)state;
    struct bench bench;
    struct reproduction out;
    bool index = false, indicator = false;
    bench_open(&bench);
    save(&bench, REPORT_PLAIN);
    bench.assessment.responses[1].claimed.value = fraction_whole(4);
    assert_true(differing(&bench, &out) > 0);
    for (size_t i = 0; i < out.count; i++) {
        const struct reproduction_difference *one = &out.differs[i];
        assert_string_not_equal(one->saved->text, one->now);
        index = index || strcmp(one->saved->of, "index") == 0;
        indicator = indicator || (strcmp(one->saved->of, "I02") == 0 &&
                                  strcmp(one->saved->key, "claimed") == 0 &&
                                  strcmp(one->saved->text, "3") == 0 && strcmp(one->now, "4") == 0);
        assert_string_not_equal(one->saved->of, "I03");
    }
    assert_true(index && indicator);
    bench_close(&bench);
}

/* The basis is that of the saved result, not the one that the rule would choose today. */
static void test_reproduction__the_basis_is_that_of_the_saved_result(void **state)
{
    (void)state;
    struct bench bench;
    struct reproduction out;
    bench_open(&bench);
    save(&bench, REPORT_PLAIN);
    assert_int_equal(bench.saved.basis, BASIS_CLAIMED);
    for (size_t i = 0; i < bench.fixture.instrument.indicator_count; i++) {
        bench.assessment.responses[i].verified = (struct maybe){true, fraction_whole(2)};
    }
    differing(&bench, &out);
    for (size_t i = 0; i < out.count; i++) {
        assert_string_not_equal(out.differs[i].saved->of, "index");
    }
    bench_close(&bench);
}

/* A figure of something that the rules do not have cannot be equal. */
static void test_reproduction__a_figure_of_nothing_differs(void **state)
{
    (void)state;
    struct bench bench;
    struct reproduction out;
    bench_open(&bench);
    save(&bench, REPORT_PLAIN);
    bench.saved.figures[bench.saved.figure_count - 1].of = "I99";
    assert_int_equal(differing(&bench, &out), 1);
    assert_null(out.differs[0].now);
    bench_close(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reproduction__every_form_of_a_result_is_equal),
        cmocka_unit_test(test_reproduction__a_changed_answer_shows_in_all_that_it_moved),
        cmocka_unit_test(test_reproduction__the_basis_is_that_of_the_saved_result),
        cmocka_unit_test(test_reproduction__a_figure_of_nothing_differs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
