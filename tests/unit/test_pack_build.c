#include "pack_build.h"

#include "assessment.h"
#include "pack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* The small pack in which items and an outside index score, and that has no domains. */
static int setup(void **state)
{
    struct error err = {.kind = ERROR_NONE};
    *state = pack_load("tests/packs/check/items", &err);
    if (*state == NULL) {
        print_error("%s: %s\n", err.where, err.message);
    }
    return *state == NULL ? -1 : 0;
}

static int teardown(void **state)
{
    pack_free(*state);
    return 0;
}

static const struct instrument *of(void **state)
{
    return pack_instrument(*state);
}

static const struct criterion *criterion(void **state, const char *id)
{
    int position = instrument_find_criterion(of(state), id, strlen(id), 0);
    assert_int_not_equal(position, NOWHERE);
    return &of(state)->criteria[position];
}

static void equal(struct fraction value, int64_t num, int64_t den)
{
    assert_int_equal(fraction_compare(value, fraction_make(num, den)), 0);
}

static void test_pack_build__aspects_may_have_no_domain(void **state)
{
    const struct instrument *instrument = of(state);
    assert_int_equal(instrument->domain_count, 0);
    assert_int_equal(instrument->aspect_count, 2);
    for (size_t i = 0; i < instrument->aspect_count; i++) {
        assert_int_equal(instrument->aspects[i].domain, NOWHERE);
        assert_int_equal(instrument->indicators[i].aspect, i);
    }
    assert_int_equal(instrument->units_total, 10000);
    assert_true(instrument->fractions);
    assert_true(instrument->items);
    assert_true(instrument->conditional);
}

/* Bands are wanted highest first; the pack has them lowest first. */
static void test_pack_build__bands_come_highest_first(void **state)
{
    const struct instrument *instrument = of(state);
    assert_int_equal(instrument->band_count, 3);
    assert_string_equal(instrument->bands[0].name, "Baik");
    assert_true(instrument->bands[0].max_inclusive);
    assert_string_equal(instrument->bands[2].name, "Kurang");
    assert_string_equal(instrument_band(instrument, fraction_make(3, 2))->name, "Cukup");
}

static void test_pack_build__levels_have_common_names_and_bands(void **state)
{
    const struct instrument *instrument = of(state);
    static const struct fraction cuts[] = {{1, 1}, {3, 2}, {5, 2}, {3, 1}};
    static const char *const names[] = {"Awal", "Jalan", "Mantap"};
    for (size_t i = 0; i < instrument->level_count; i++) {
        const struct level *level = &instrument->levels[i];
        assert_string_equal(level->name, names[i % 3]);
        equal(level->from, cuts[i % 3].num, cuts[i % 3].den);
        equal(level->to, cuts[i % 3 + 1].num, cuts[i % 3 + 1].den);
    }
}

/* Equal shares where nothing is declared; an indicator with a conversion has no items. */
static void test_pack_build__items_have_their_points(void **state)
{
    const struct instrument *instrument = of(state);
    assert_int_equal(instrument->levels[0].item_count, 2);
    equal(instrument->levels[0].points[0], 1, 4);
    equal(instrument->levels[0].points[1], 1, 4);
    assert_int_equal(instrument->levels[1].item_count, 3);
    equal(instrument->levels[1].points[0], 1, 2);
    equal(instrument->levels[1].points[2], 1, 5);
    equal(instrument->levels[2].points[0], 1, 2);
    for (size_t i = 3; i < 6; i++) {
        assert_int_equal(instrument->levels[i].item_count, 0);
        assert_null(instrument->levels[i].points);
        assert_string_equal(instrument->levels[i].evidence[0], "Nilai indeks");
    }
}

static void test_pack_build__a_conversion_names_its_measure(void **state)
{
    const struct indicator *indicator = &of(state)->indicators[1];
    assert_null(of(state)->indicators[0].conversion);
    assert_null(of(state)->indicators[0].measures);
    assert_string_equal(indicator->measures[0], "indeks_uji");
    assert_null(indicator->measures[1]);
    assert_int_equal(indicator->conversion->line_count, 3);
    assert_string_equal(indicator->conversion->basis, "aturan uji");
    equal(indicator->conversion->lines[1].from, 40, 1);
    equal(indicator->conversion->lines[1].high, 5, 2);
}

static void test_pack_build__criteria_know_what_they_ask_for(void **state)
{
    assert_int_equal(criterion(state, "I01.1.a")->demand, DEMAND_NEVER);
    assert_true(criterion(state, "I01.1.a")->describes_state);
    assert_int_equal(criterion(state, "I01.1.b")->demand, DEMAND_ALWAYS);
    assert_int_equal(criterion(state, "I01.2.a")->demand, DEMAND_GROUP);
    assert_string_equal(criterion(state, "I01.2.a")->group, "dasar");
    assert_int_equal(criterion(state, "I01.2.d")->demand, DEMAND_NEVER);
    assert_int_equal(criterion(state, "I01.3.a")->demand, DEMAND_ALWAYS); /* not sure: it counts */
    assert_true(criterion(state, "I01.3.a")->uncertain);
    assert_int_equal(criterion(state, "I02.2.a")->demand, DEMAND_ALWAYS);
    assert_int_equal(criterion(state, "I02.2.b")->demand, DEMAND_NEVER); /* another one decides */
    const struct metric *metric = criterion(state, "I02.3.a")->metric;
    assert_string_equal(metric->key, "indeks_uji");
    assert_true(metric->has_min && metric->has_max && metric->max_inclusive);
    assert_false(metric->min_inclusive);
}

/* The bits of `kinds` are those of enum kind, whatever the words. */
static void test_pack_build__kinds_are_those_of_an_assessment(void **state)
{
    unsigned kinds = criterion(state, "I01.2.c")->kinds;
    assert_int_equal(kinds, 1U << KIND_KEMENTERIAN | 1U << KIND_LEMBAGA);
    for (int k = 0; k < KIND_NONE; k++) {
        unsigned one = 0;
        assert_true(declaration_kinds(assessment_kind_word((enum kind)k), &one));
        assert_int_equal(one, 1U << k);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pack_build__aspects_may_have_no_domain),
        cmocka_unit_test(test_pack_build__bands_come_highest_first),
        cmocka_unit_test(test_pack_build__levels_have_common_names_and_bands),
        cmocka_unit_test(test_pack_build__items_have_their_points),
        cmocka_unit_test(test_pack_build__a_conversion_names_its_measure),
        cmocka_unit_test(test_pack_build__criteria_know_what_they_ask_for),
        cmocka_unit_test(test_pack_build__kinds_are_those_of_an_assessment),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
