/* Random assessments whose indicators are random units': each unit against a plain count, and all together
 * against the index. */
#include "unit_standing.h"

#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { INDICATORS = 5, ROUNDS = 400, OWNERS = 4, SCALE = 1000 };

/* In thousandths of the index; the last owner is nobody. */
static const int weights[INDICATORS] = {125, 125, 150, 200, 400};
static const char *const owners[OWNERS] = {"Arsip", "Bappeda", "Camat", NULL};
static const char *const ids[INDICATORS] = {"I01", "I02", "I03", "I04", "I05"};

/* One assessment as this test draws it; 0: no value. */
struct entry {
    int owner[INDICATORS], claim[INDICATORS], verdict[INDICATORS];
};

static uint32_t next_number(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

static void draw_entry(struct entry *entry, uint32_t *seed)
{
    for (size_t i = 0; i < INDICATORS; i++) {
        entry->owner[i] = (int)(next_number(seed) % OWNERS);
        entry->claim[i] = (int)(next_number(seed) % 6);
        entry->verdict[i] = (int)(next_number(seed) % 6);
    }
}

static void add_entry(struct comparison *comparison, const struct fixture *fixture,
                      const struct entry *entry, int asked)
{
    struct case_ c;
    case_open(&c, &fixture->instrument, 2024);
    for (size_t i = 0; i < INDICATORS; i++) {
        c.assessment.responses[i].unit = owners[entry->owner[i]];
        if (entry->claim[i] > 0) {
            case_claim(&c, ids[i], entry->claim[i]);
        }
        if (entry->verdict[i] > 0) {
            case_verify(&c, ids[i], entry->verdict[i]);
        }
    }
    case_run(&c, asked);
    comparison_add(comparison, &c.evaluation, "", &c.arena);
    case_close(&c);
}

static int counted(int value)
{
    return value == 0 ? 1 : value; /* the instrument's value for what is not given */
}

/* One unit against a count by hand; *sum grows by what it brings, in thousandths. */
static void check_unit(const struct compared_side *side, const struct entry *entry, int owner,
                       int64_t *sum)
{
    struct unit_standing standing;
    int64_t points = 0, weight = 0;
    unsigned own = 0, claims = 0, judged = 0, accepted = 0;
    for (size_t i = 0; i < INDICATORS; i++) {
        const int *values = side->basis == BASIS_CLAIMED ? entry->claim : entry->verdict;
        if (entry->owner[i] != owner) {
            continue;
        }
        own++;
        weight += weights[i];
        points += (int64_t)weights[i] * counted(values[i]);
        claims += entry->claim[i] > 0;
        judged += entry->claim[i] > 0 && entry->verdict[i] > 0;
        accepted += entry->claim[i] > 0 && entry->verdict[i] >= entry->claim[i];
    }
    assert_true(unit_standing_measure(side, owners[owner], &standing));
    assert_int_equal(standing.indicators, own);
    assert_int_equal(standing.claims, claims);
    assert_int_equal(standing.judged, judged);
    assert_int_equal(standing.accepted, accepted);
    assert_int_equal(fraction_compare(standing.gained, fraction_make(points, SCALE)), 0);
    assert_int_equal(fraction_compare(standing.possible, fraction_make(5 * weight, SCALE)), 0);
    if (own > 0) {
        assert_int_equal(fraction_compare(standing.value, fraction_make(points, weight)), 0);
    }
    *sum += points;
}

/* No unit stands behind one with a lower value; nobody's indicators come last. */
static void check_ranking(struct comparison *comparison)
{
    const struct compared_side *side = &comparison->sides[0];
    struct fraction before = fraction_whole(INT32_MAX);
    struct error err = {.kind = ERROR_NONE};
    if (!unit_standing_choose(comparison, NULL, &err)) {
        assert_int_equal(err.kind, ERROR_INPUT); /* all are nobody's */
        return;
    }
    for (size_t i = 0; i < comparison->unit_count; i++) {
        struct unit_standing standing;
        assert_true(comparison->units[i] != NULL || i + 1 == comparison->unit_count);
        assert_true(unit_standing_measure(side, comparison->units[i], &standing));
        assert_true(standing.indicators > 0);
        if (comparison->units[i] != NULL) {
            assert_true(fraction_compare(standing.value, before) <= 0);
            before = standing.value;
        }
    }
}

static void test_unit_standing__random_units_add_up(void **state)
{
    (void)state;
    uint32_t seed = 20;
    struct fixture fixture;
    fixture_open(&fixture);
    for (size_t round = 0; round < ROUNDS; round++) {
        struct comparison comparison;
        struct entry entry;
        int64_t sum = 0;
        int asked = round % 2 == 0 ? BASIS_CLAIMED : BASIS_VERIFIED;
        comparison_open(&comparison);
        draw_entry(&entry, &seed);
        add_entry(&comparison, &fixture, &entry, asked);
        for (int owner = 0; owner < OWNERS; owner++) {
            check_unit(&comparison.sides[0], &entry, owner, &sum);
        }
        const struct fraction index = comparison.sides[0].index[asked].exact;
        assert_int_equal(fraction_compare(index, fraction_make(sum, SCALE)), 0);
        check_ranking(&comparison);
        comparison_close(&comparison);
    }
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unit_standing__random_units_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
