#include "example_page.h"

#include "lang.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static const struct fraction claims[] = {{3, 1}, {2, 1}, {4, 1}, {3, 1}, {5, 1}};
static const char *const nothing[] = {NULL, NULL, NULL, NULL, NULL};

static const struct pack_example good = {.name = "Kota Uji 2022",
                                         .agency = "",
                                         .kind = "kota",
                                         .basis = "",
                                         .source = "Laporan uji",
                                         .note = "Catatan uji",
                                         .year = 2022,
                                         .claims = claims,
                                         .by_indicator = true,
                                         .items = nothing,
                                         .index = "3.83",
                                         .exact = "3.825",
                                         .predicate = "Sangat Baik",
                                         .domains = nothing,
                                         .aspects = nothing,
                                         .indicators = nothing,
                                         .tolerance = {0, 1}};

struct bench {
    struct fixture fixture;
    struct arena arena;
    struct example_result result;
    struct console console;
    char *bytes; /* what was written */
    size_t length;
};

static int setup(void **state)
{
    static struct bench bench;
    bench = (struct bench){.arena = ARENA_EMPTY};
    fixture_open(&bench.fixture);
    bench.console.stream = open_memstream(&bench.bytes, &bench.length);
    *state = &bench;
    return 0;
}

static int teardown(void **state)
{
    struct bench *bench = *state;
    fclose(bench->console.stream);
    free(bench->bytes);
    fixture_close(&bench->fixture);
    arena_release(&bench->arena);
    return 0;
}

static void run(struct bench *bench, const struct pack_example *example)
{
    struct error err = {.kind = ERROR_NONE};
    assert_true(
        example_run(&bench->fixture.instrument, example, &bench->arena, &bench->result, &err));
}

/* What was written holds a text. */
static void holds(struct bench *bench, const char *text)
{
    fflush(bench->console.stream);
    if (strstr(bench->bytes, text) == NULL) {
        fail_msg("not there: %s\nin:\n%s", text, bench->bytes);
    }
}

static void lacks(struct bench *bench, const char *text)
{
    fflush(bench->console.stream);
    if (strstr(bench->bytes, text) != NULL) {
        fail_msg("there: %s\nin:\n%s", text, bench->bytes);
    }
}

static void test_example_page__a_result_is_a_table_with_its_source(void **state)
{
    struct bench *bench = *state;
    run(bench, &good);
    example_page_result(&bench->fixture.instrument, &good, &bench->result, &bench->console);
    holds(bench, "Kota Uji 2022\n");
    holds(bench, "Index before rounding");
    holds(bench, "3,825");
    holds(bench, "same");
    holds(bench, "Laporan uji");
    holds(bench, "Catatan uji");
    lacks(bench, "DIFFERS");
}

static void test_example_page__what_is_near_and_what_differs_is_said(void **state)
{
    struct bench *bench = *state;
    struct pack_example example = good;
    example.index = "3.82";
    example.exact = "3.9";
    example.tolerance = fraction_make(1, 100);
    run(bench, &example);
    example_page_result(&bench->fixture.instrument, &example, &bench->result, &bench->console);
    holds(bench, "near enough");
    holds(bench, "DIFFERS");
}

/* A wrong index rests on all indicators: each with value, weight and contribution. */
static void test_example_page__the_proof_of_an_index_has_all_indicators(void **state)
{
    struct bench *bench = *state;
    struct pack_example example = good;
    example.exact = "3.9";
    run(bench, &example);
    example_page_proof(&bench->fixture.instrument, &bench->result, &bench->console);
    holds(bench, "I01 ");
    holds(bench, "I05 ");
    holds(bench, "12,5");
    holds(bench, "0,375"); /* 12.5 % of 3 */
    holds(bench, "Contribution");
}

/* A wrong aspect rests on its own indicators alone. */
static void test_example_page__the_proof_of_an_aspect_has_its_indicators(void **state)
{
    struct bench *bench = *state;
    static const char *const aspects[] = {NULL, "4.10", NULL};
    struct pack_example example = good;
    example.aspects = aspects;
    run(bench, &example);
    assert_int_equal(bench->result.different, 1);
    example_page_proof(&bench->fixture.instrument, &bench->result, &bench->console);
    holds(bench, "I03 ");
    lacks(bench, "I01 ");
    lacks(bench, "I04 ");
}

static void test_example_page__the_proof_of_a_domain_has_its_indicators(void **state)
{
    struct bench *bench = *state;
    static const char *const domains[] = {NULL, "4.10"};
    struct pack_example example = good;
    example.domains = domains;
    run(bench, &example);
    example_page_proof(&bench->fixture.instrument, &bench->result, &bench->console);
    holds(bench, "I04 ");
    holds(bench, "I05 ");
    lacks(bench, "I03 ");
}

/* Where criteria were given, the answers are told, and why the value is not higher. */
static void test_example_page__the_proof_from_criteria_has_answers_and_reasons(void **state)
{
    struct bench *bench = *state;
    static const char *const values[] = {"3", NULL, NULL, NULL, NULL};
    bool met[64] = {false};
    const struct instrument *instrument = &bench->fixture.instrument;
    struct pack_example example = good;
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        met[c] = strncmp(instrument->criteria[c].id, "I01.2", 5) == 0;
    }
    example.claims = NULL;
    example.met = met;
    example.index = example.exact = example.predicate = "";
    example.values = values;
    run(bench, &example);
    assert_int_equal(bench->result.different, 1);
    example_page_proof(instrument, &bench->result, &bench->console);
    holds(bench, "I01.2.a yes");
    holds(bench, "I01.3.a no");
    holds(bench, "level 3");
    lacks(bench, "I02.2.a");
}

static void test_example_page__coverage_counts_kinds_and_names_gaps(void **state)
{
    struct bench *bench = *state;
    struct cover cover;
    example_cover_start(&cover, &bench->fixture.instrument, &bench->arena);
    run(bench, &good);
    example_cover_add(&cover, &good, &bench->result);
    unsigned percent = example_page_cover(&cover, NULL, &bench->console);
    holds(bench, "5/25");
    holds(bench, "20 %");
    holds(bench, "predicates that no example touches:");
    holds(bench, "I01–I05");
    lacks(bench, "functions");
    struct cover_count levels = example_cover_count(&cover, COVER_LEVELS);
    struct cover_count criteria = example_cover_count(&cover, COVER_CRITERIA);
    struct cover_count bands = example_cover_count(&cover, COVER_BANDS);
    assert_int_equal(percent,
                     (levels.touched + bands.touched) * 100 / (levels.of + criteria.of + bands.of));
}

static void test_example_page__lines_of_functions_are_counted_in(void **state)
{
    struct bench *bench = *state;
    static const int lines[] = {4, 5, 6, 9};
    static const bool ran[] = {true, false, false, true};
    static const struct function_lines functions[] = {{"a.lua", 3, 10, lines, ran, 4}};
    const struct function_cover watched = {.functions = functions, .count = 1};
    struct cover cover;
    example_cover_start(&cover, &bench->fixture.instrument, &bench->arena);
    example_page_cover(&cover, &watched, &bench->console);
    holds(bench, "lines of functions");
    holds(bench, "2/4");
    holds(bench, "50 %");
    holds(bench, "a.lua:5–6");
}

int main(void)
{
    setenv("LANGUAGE", "en", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_example_page__a_result_is_a_table_with_its_source,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_example_page__what_is_near_and_what_differs_is_said,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_example_page__the_proof_of_an_index_has_all_indicators,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_example_page__the_proof_of_an_aspect_has_its_indicators, setup, teardown),
        cmocka_unit_test_setup_teardown(test_example_page__the_proof_of_a_domain_has_its_indicators,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_example_page__the_proof_from_criteria_has_answers_and_reasons, setup, teardown),
        cmocka_unit_test_setup_teardown(test_example_page__coverage_counts_kinds_and_names_gaps,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_example_page__lines_of_functions_are_counted_in, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
