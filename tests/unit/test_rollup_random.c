/* The roll-up against plain lists: many random assessments of several kinds, years and bases, everything that is
 * told of them computed again in the simplest way. */
#include "rollup.h"

#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { COUNT = 60, ROUNDS = 12, INDICATORS = 5, YEARS = 2 };

/* What was put in. */
struct entry {
    char name[24];
    int year, kind;
    int values[INDICATORS]; /* 0 = not given */
    struct fraction index;
};

static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245U + 12345U;
    return (*seed >> 16) % below;
}

static void make_entry(struct entry *entry, int number, unsigned *seed)
{
    snprintf(entry->name, sizeof entry->name, "Instansi %03d", number);
    entry->year = 2023 + (int)next_random(seed, YEARS);
    entry->kind = (int)next_random(seed, KIND_NONE + 1);
    for (int i = 0; i < INDICATORS; i++) {
        entry->values[i] = (int)next_random(seed, 6);
    }
}

/* Adds it, and notes the index that the evaluation has. */
static void add_entry(struct rollup *rollup, const struct instrument *instrument,
                      struct entry *entry)
{
    static const char *const ids[INDICATORS] = {"I01", "I02", "I03", "I04", "I05"};
    struct case_ c;
    case_open(&c, instrument, entry->year);
    c.assessment.agency = entry->name;
    c.assessment.kind = (enum kind)entry->kind;
    for (int i = 0; i < INDICATORS; i++) {
        if (entry->values[i] > 0) {
            case_claim(&c, ids[i], entry->values[i]);
        }
    }
    case_run(&c, BASIS_CLAIMED);
    entry->index = c.evaluation.index[BASIS_CLAIMED].exact;
    rollup_add(rollup, &c.evaluation, "");
    case_close(&c);
}

static int by_value(const void *one, const void *other)
{
    const struct fraction *left = one, *right = other;
    return fraction_compare(*left, *right);
}

/* The definition of the header on a sorted list. */
static struct fraction quartile(const struct fraction *values, size_t count, size_t k)
{
    size_t place = (count - 1) * k / 4, rest = (count - 1) * k % 4;
    struct fraction step = fraction_whole(0), value;
    if (rest > 0) {
        assert_true(fraction_subtract(values[place + 1], values[place], &step));
        assert_true(fraction_multiply(step, fraction_make((int64_t)rest, 4), &step));
    }
    assert_true(fraction_add(values[place], step, &value));
    return value;
}

static void check_number(struct maybe number, struct fraction wanted)
{
    assert_true(number.given);
    assert_int_equal(fraction_compare(number.value, wanted), 0);
}

static void check_stat(const struct rollup_stat *stat, struct fraction *values, size_t count)
{
    struct fraction sum = fraction_whole(0);
    assert_int_equal(stat->count, count);
    qsort(values, count, sizeof *values, by_value);
    for (size_t i = 0; i < count; i++) {
        assert_true(fraction_add(sum, values[i], &sum));
    }
    assert_true(fraction_divide(sum, fraction_whole((int64_t)count), &sum));
    check_number(stat->mean, sum);
    check_number(stat->least, values[0]);
    check_number(stat->lower, quartile(values, count, 1));
    check_number(stat->median, quartile(values, count, 2));
    check_number(stat->upper, quartile(values, count, 3));
    check_number(stat->most, values[count - 1]);
}

static bool is_complete(const struct entry *entry)
{
    bool complete = true;
    for (int i = 0; i < INDICATORS; i++) {
        complete = complete && entry->values[i] > 0;
    }
    return complete;
}

/* The index over one kind, or (KIND_NONE + 1) over all. */
static void check_indices(const struct rollup_group *group, const struct rollup_stat *stat,
                          const struct entry *entries, int kind)
{
    struct fraction values[COUNT];
    size_t count = 0, complete = 0;
    for (size_t i = 0; i < COUNT; i++) {
        if (entries[i].year == group->year && (kind > KIND_NONE || entries[i].kind == kind)) {
            values[count++] = entries[i].index;
            complete += is_complete(&entries[i]);
        }
    }
    check_stat(stat, values, count);
    assert_int_equal(stat->given, complete);
}

static void check_indicators(const struct rollup_group *group, const struct entry *entries)
{
    for (size_t k = 0; k < INDICATORS; k++) {
        const struct rollup_summary *unit =
            &group->units[rollup_unit(group->instrument, ROLLUP_INDICATOR, k)];
        struct fraction values[COUNT];
        size_t count = 0, given = 0;
        int64_t sum = 0;
        for (size_t i = 0; i < COUNT; i++) {
            if (entries[i].year == group->year) {
                int value = entries[i].values[k];
                values[count++] = fraction_whole(value == 0 ? 1 : value);
                given += value > 0;
                sum += value;
            }
        }
        check_stat(&unit->stat, values, count);
        assert_int_equal(unit->stat.given, given);
        check_number(unit->mean_given, fraction_make(sum, (int64_t)given));
    }
}

static const struct entry *find(const struct entry *entries, const char *name)
{
    for (size_t i = 0; i < COUNT; i++) {
        if (strcmp(entries[i].name, name) == 0) {
            return &entries[i];
        }
    }
    fail_msg("%s was never added", name);
    return NULL;
}

/* The rank is one more than how many stand above. */
static void check_ranks(const struct rollup_group *group, const struct entry *entries)
{
    for (size_t r = 0; r < group->count; r++) {
        const struct rollup_row *row = &group->rows[r];
        const struct entry *entry = find(entries, row->agency);
        size_t above = 0;
        for (size_t i = 0; i < COUNT; i++) {
            above += entries[i].year == group->year &&
                     fraction_compare(entries[i].index, entry->index) > 0;
        }
        assert_int_equal(row->rank, above + 1);
        assert_int_equal(entry->year, group->year);
        assert_int_equal(row->kind, entry->kind);
        for (size_t k = 0; k < INDICATORS; k++) {
            bool given = false;
            size_t unit = rollup_unit(group->instrument, ROLLUP_INDICATOR, k);
            struct fraction value = rollup_value(group, row, unit, &given);
            assert_int_equal(given, entry->values[k] > 0);
            assert_int_equal(value.num, given ? entry->values[k] : 1);
        }
    }
}

static void check_group(const struct rollup_group *group, const struct entry *entries)
{
    check_indices(group, &group->units[0].stat, entries, KIND_NONE + 1);
    for (size_t k = 0; k < group->kind_count; k++) {
        check_indices(group, &group->kinds[k].index, entries, (int)group->kinds[k].kind);
    }
    check_indicators(group, entries);
    check_ranks(group, entries);
}

static void test_rollup_random__everything_is_as_plain_lists_say(void **state)
{
    (void)state;
    struct fixture fixture;
    unsigned seed = 2026;
    fixture_open(&fixture);
    for (int round = 0; round < ROUNDS; round++) {
        struct rollup rollup;
        struct entry entries[COUNT];
        size_t rows = 0;
        rollup_open(&rollup);
        for (int i = 0; i < COUNT; i++) {
            make_entry(&entries[i], i, &seed);
            add_entry(&rollup, &fixture.instrument, &entries[i]);
        }
        rollup_finish(&rollup);
        assert_int_equal(rollup.count, YEARS);
        for (size_t g = 0; g < rollup.count; g++) {
            check_group(rollup.groups[g], entries);
            rows += rollup.groups[g]->count;
        }
        assert_int_equal(rows, COUNT);
        rollup_close(&rollup);
    }
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rollup_random__everything_is_as_plain_lists_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
