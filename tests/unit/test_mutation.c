#include "mutation.h"

#include "lang.h"
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
    const struct mutation *list;
    size_t count;
};

static int setup(void **state)
{
    static struct bench bench;
    bench = (struct bench){.arena = ARENA_EMPTY};
    fixture_open(&bench.fixture);
    bench.list = mutation_list(&bench.fixture.instrument, &bench.arena, &bench.count);
    *state = &bench;
    return 0;
}

static int teardown(void **state)
{
    struct bench *bench = *state;
    fixture_close(&bench->fixture);
    arena_release(&bench->arena);
    return 0;
}

/* How many mistakes of a kind there are; the first of them in *first. */
static size_t count_kind(const struct bench *bench, enum mutation_kind kind,
                         const struct mutation **first)
{
    size_t count = 0;
    for (size_t i = 0; i < bench->count; i++) {
        if (bench->list[i].kind == kind) {
            *first = count == 0 ? &bench->list[i] : *first;
            count++;
        }
    }
    return count;
}

static void says(const struct bench *bench, const struct mutation *mutation, const char *expected)
{
    struct text text = TEXT_EMPTY;
    mutation_say(mutation, &bench->fixture.instrument, &text);
    assert_string_equal(text.bytes, expected);
    text_release(&text);
}

/* A mistake that a check would find tells nothing about examples: sums stay what they are. */
static void test_mutation__weights_keep_their_sum(void **state)
{
    struct bench *bench = *state;
    const struct instrument *before = &bench->fixture.instrument;
    struct instrument after;
    const struct mutation *first = NULL;
    assert_int_equal(count_kind(bench, MUTATION_WEIGHT, &first), 5);
    says(bench, first, "weight I01 12.5 → 12.6, I02 12.5 → 12.4");
    mutation_make(first, before, &bench->arena, &after);
    assert_int_equal(after.indicators[0].units, before->indicators[0].units + 1);
    assert_int_equal(after.indicators[1].units, before->indicators[1].units - 1);
    assert_int_equal(after.aspects[0].units, before->aspects[0].units);
    assert_int_equal(after.units_total, before->units_total);
    assert_ptr_not_equal(after.indicators, before->indicators);
}

/* The only indicator of an aspect gains from one of another aspect: their sums follow. */
static void test_mutation__a_weight_can_move_to_another_aspect(void **state)
{
    struct bench *bench = *state;
    const struct instrument *before = &bench->fixture.instrument;
    struct instrument after;
    const struct mutation *first = NULL;
    count_kind(bench, MUTATION_WEIGHT, &first);
    const struct mutation *third = first + 2;
    says(bench, third, "weight I03 15 → 15.1, I04 20 → 19.9");
    mutation_make(third, before, &bench->arena, &after);
    assert_int_equal(after.aspects[1].units, before->aspects[1].units + 1);
    assert_int_equal(after.aspects[2].units, before->aspects[2].units - 1);
    assert_int_equal(after.domains[0].units, before->domains[0].units + 1);
    assert_int_equal(after.domains[1].units, before->domains[1].units - 1);
}

static void test_mutation__bands_move_with_their_neighbour(void **state)
{
    struct bench *bench = *state;
    struct instrument after;
    const struct mutation *first = NULL;
    size_t count = count_kind(bench, MUTATION_BAND, &first);
    assert_int_equal(count, 2 * (bench->fixture.instrument.band_count - 1));
    says(bench, first, "predicate Memuaskan begins at 4.2 → 4.21");
    says(bench, first + 1, "predicate Memuaskan begins at 4.2 → 4.19");
    mutation_make(first, &bench->fixture.instrument, &bench->arena, &after);
    assert_int_equal(fraction_compare(after.bands[0].min, fraction_make(421, 100)), 0);
    assert_int_equal(fraction_compare(after.bands[1].max, fraction_make(421, 100)), 0);
}

static void test_mutation__readings_are_exchanged(void **state)
{
    struct bench *bench = *state;
    const struct instrument *before = &bench->fixture.instrument;
    struct instrument after;
    const struct mutation *first = NULL;
    assert_int_equal(count_kind(bench, MUTATION_READING, &first), before->reading_count);
    mutation_make(first, before, &bench->arena, &after);
    assert_int_not_equal(after.readings[0].reading, before->readings[0].reading);
    assert_int_equal(after.readings[1].reading, before->readings[1].reading);
    says(bench, first, "from 0 on the predicate is read from the exact index");
}

static void test_mutation__duty_baseline_and_silence(void **state)
{
    struct bench *bench = *state;
    const struct instrument *before = &bench->fixture.instrument;
    struct instrument after;
    const struct mutation *first = NULL;
    assert_int_equal(count_kind(bench, MUTATION_DUTY_LEVEL, &first), 2);
    mutation_make(first, before, &bench->arena, &after);
    assert_int_equal(after.duty.from_level, before->duty.from_level + 1);
    says(bench, first, "level from which evidence is due 2 → 3");
    assert_int_equal(count_kind(bench, MUTATION_DUTY_COUNT, &first), 2);
    says(bench, first + 1, "pieces of evidence for a level 1 → 0");
    mutation_make(first + 1, before, &bench->arena, &after);
    assert_int_equal(after.duty.at_least, 0);
    assert_int_equal(count_kind(bench, MUTATION_BASELINE, &first), 5);
    says(bench, first, "level I01.2 is granted to everyone");
    mutation_make(first, before, &bench->arena, &after);
    assert_true(after.levels[1].baseline);
    assert_int_equal(count_kind(bench, MUTATION_UNANSWERED, &first), 1);
    says(bench, first, "value of what nobody answered 1 → 2");
    assert_int_equal(count_kind(bench, MUTATION_SCALE, &first), 0);
    assert_int_equal(count_kind(bench, MUTATION_LINE, &first), 0);
}

/* Where items score, levels are bands of values; a moved edge stretches what items are worth. */
static void test_mutation__edges_of_levels_stretch_their_items(void **state)
{
    struct bench *bench = *state;
    struct instrument after;
    const struct mutation *first = NULL;
    fixture_as_pemdi(&bench->fixture);
    bench->list = mutation_list(&bench->fixture.instrument, &bench->arena, &bench->count);
    const struct instrument *before = &bench->fixture.instrument;
    assert_int_equal(count_kind(bench, MUTATION_SCALE, &first), 8);
    assert_int_equal(count_kind(bench, MUTATION_BASELINE, &first), 0);
    assert_int_equal(count_kind(bench, MUTATION_DUTY_LEVEL, &first), 0);
    count_kind(bench, MUTATION_SCALE, &first);
    mutation_make(first, before, &bench->arena, &after);
    assert_int_equal(fraction_compare(after.levels[0].to, after.levels[1].from), 0);
    assert_int_equal(fraction_compare(after.levels[0].to, before->levels[0].to), 1);
    struct fraction sum, width;
    assert_true(fraction_add(after.levels[1].points[0], after.levels[1].points[1], &sum));
    assert_true(fraction_subtract(after.levels[1].to, after.levels[1].from, &width));
    assert_int_equal(fraction_compare(sum, width), 0);
}

static void test_mutation__ends_of_lines_move_together(void **state)
{
    struct bench *bench = *state;
    struct instrument after;
    const struct mutation *first = NULL;
    fixture_as_pemdi(&bench->fixture);
    bench->list = mutation_list(&bench->fixture.instrument, &bench->arena, &bench->count);
    const struct conversion *before = bench->fixture.instrument.indicators[3].conversion;
    assert_int_equal(count_kind(bench, MUTATION_LINE, &first), before->line_count + 1);
    mutation_make(first, &bench->fixture.instrument, &bench->arena, &after);
    const struct conversion *changed = after.indicators[3].conversion;
    assert_int_equal(fraction_compare(changed->lines[0].low, before->lines[0].low), 1);
    mutation_make(first + before->line_count, &bench->fixture.instrument, &bench->arena, &after);
    changed = after.indicators[3].conversion;
    assert_int_equal(fraction_compare(changed->lines[before->line_count - 1].high,
                                      before->lines[before->line_count - 1].high),
                     -1);
}

/* An example notices what changes its numbers, and nothing else. */
static void test_mutation__an_example_notices_what_changes_it(void **state)
{
    struct bench *bench = *state;
    static const struct fraction claims[] = {{3, 1}, {2, 1}, {4, 1}, {4, 1}, {5, 1}};
    static const char *const none[] = {NULL, NULL, NULL, NULL, NULL};
    static const char *const no_items[] = {NULL};
    const struct pack_example example = {.name = "x",
                                         .agency = "",
                                         .kind = "kota",
                                         .basis = "",
                                         .source = "",
                                         .note = "",
                                         .year = 2022,
                                         .claims = claims,
                                         .by_indicator = true,
                                         .items = no_items,
                                         .index = "",
                                         .exact = "4.025",
                                         .predicate = "",
                                         .domains = none,
                                         .aspects = none,
                                         .indicators = none,
                                         .tolerance = {0, 1}};
    struct instrument after;
    struct arena work = ARENA_EMPTY;
    const struct mutation *first = NULL;
    const struct instrument *before = &bench->fixture.instrument;
    assert_false(mutation_noticed(before, &example, 1, &work));
    assert_false(mutation_noticed(before, NULL, 0, &work));
    count_kind(bench, MUTATION_WEIGHT, &first);
    mutation_make(first, before, &bench->arena, &after); /* 3 gains, 2 loses */
    assert_true(mutation_noticed(&after, &example, 1, &work));
    mutation_make(first + 2, before, &bench->arena, &after); /* 4 gains, 4 loses */
    assert_false(mutation_noticed(&after, &example, 1, &work));
    after = *before;
    after.year_first = 2023; /* what cannot be computed any more is noticed, too */
    assert_true(mutation_noticed(&after, &example, 1, &work));
    arena_release(&work);
}

static void test_mutation__every_kind_has_a_title(void **state)
{
    (void)state;
    for (int kind = 0; kind < MUTATION_KINDS; kind++) {
        assert_true(strlen(mutation_kind_title((enum mutation_kind)kind)) > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_mutation__weights_keep_their_sum, setup, teardown),
        cmocka_unit_test_setup_teardown(test_mutation__a_weight_can_move_to_another_aspect, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_mutation__bands_move_with_their_neighbour, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_mutation__readings_are_exchanged, setup, teardown),
        cmocka_unit_test_setup_teardown(test_mutation__duty_baseline_and_silence, setup, teardown),
        cmocka_unit_test_setup_teardown(test_mutation__edges_of_levels_stretch_their_items, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_mutation__ends_of_lines_move_together, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_mutation__an_example_notices_what_changes_it, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(test_mutation__every_kind_has_a_title, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
