/* Random answers to items, criteria and an outside index on two sides: the causes told are those that a plain
 * count of differences finds, of each kind, and what is at issue is what lies between two values. */
#include "cause.h"

#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { ROUNDS = 300, LEVELS = 5, ITEMS = 2, ROOM = 64 };

/* Items of I01 by level and number, the criteria of I02, and the index of I04, as this test draws them. */
struct entry {
    int items[LEVELS][ITEMS]; /* 0: no answer, 1: yes, 2: no */
    int documents[LEVELS][ITEMS];
    int criteria[4]; /* I02.2.a to I02.5.a */
    int index;       /* 0: not given */
};

static uint32_t next_number(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

static void draw_entry(struct entry *entry, uint32_t *seed)
{
    for (size_t l = 0; l < LEVELS; l++) {
        for (size_t n = 0; n < ITEMS; n++) {
            entry->items[l][n] = (int)(next_number(seed) % 3);
            entry->documents[l][n] = (int)(next_number(seed) % 2);
        }
    }
    for (size_t i = 0; i < 4; i++) {
        entry->criteria[i] = (int)(next_number(seed) % 3);
    }
    entry->index = (int)(next_number(seed) % 4) * 25;
}

static enum answer answer_of(int drawn)
{
    return drawn == 1 ? ANSWER_YES : drawn == 2 ? ANSWER_NO : ANSWER_NONE;
}

static void fill_items(struct case_ *c, const struct entry *entry)
{
    for (int l = 0; l < LEVELS; l++) {
        for (int n = 0; n < ITEMS; n++) {
            char id[24];
            snprintf(id, sizeof id, "I01.%d.e%d", l + 1, n + 1);
            if (entry->items[l][n] != 0) {
                case_items(c, id, answer_of(entry->items[l][n]));
            }
            if (entry->documents[l][n] != 0) {
                struct item_name *name = arena_get(&c->arena, 1, sizeof *name);
                *name = (struct item_name){l + 1, n + 1};
                case_evidence(c, "I01",
                              (struct evidence){.title = "Bukti", .items = name, .item_count = 1},
                              "");
            }
        }
    }
}

static void add_entry(struct comparison *comparison, const struct fixture *fixture,
                      const struct entry *entry)
{
    struct case_ c;
    case_open(&c, &fixture->instrument, 2024);
    fill_items(&c, entry);
    for (int i = 0; i < 4; i++) {
        char id[16];
        snprintf(id, sizeof id, "I02.%d.a", i + 2);
        if (entry->criteria[i] != 0) {
            case_answer(&c, id, answer_of(entry->criteria[i]));
        }
    }
    if (entry->index > 0) {
        case_measure(&c, "I04", fraction_whole(entry->index));
    }
    case_claim(&c, "I01", 5);
    case_run(&c, BASIS_SUPPORTED);
    comparison_add(comparison, &c.evaluation, "", &c.arena);
    case_close(&c);
}

static const struct cause *find_cause(const struct cause *list, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i].id, id) == 0) {
            return &list[i];
        }
    }
    fail_msg("%s is not told", id);
    return NULL;
}

/* ---- changes ---- */

static void check_items(const struct comparison *comparison, const struct entry *old,
                        const struct entry *new)
{
    const struct cause_pair pair = {comparison, 0, 1, 0};
    struct cause list[ROOM];
    size_t found = cause_list(&pair, CAUSE_ITEM, list, ROOM), wanted = 0;
    for (int l = 0; l < LEVELS; l++) {
        for (int n = 0; n < ITEMS; n++) {
            char id[24];
            snprintf(id, sizeof id, "I01.%d.e%d", l + 1, n + 1);
            if (old->items[l][n] == new->items[l][n] &&
                old->documents[l][n] == new->documents[l][n]) {
                continue;
            }
            const struct cause *one = find_cause(list, found, id);
            assert_int_equal(one->answers[0], answer_of(old->items[l][n]));
            assert_int_equal(one->answers[1], answer_of(new->items[l][n]));
            assert_int_equal(one->documents[0], old->documents[l][n]);
            assert_int_equal(one->documents[1], new->documents[l][n]);
            assert_int_equal(one->level, l + 1);
            assert_false(one->at_issue);
            wanted++;
        }
    }
    assert_int_equal(found, wanted);
}

static void check_criteria(const struct comparison *comparison, const struct entry *old,
                           const struct entry *new)
{
    const struct cause_pair pair = {comparison, 0, 1, 1};
    struct cause list[ROOM];
    size_t found = cause_list(&pair, CAUSE_CRITERION, list, ROOM), wanted = 0;
    for (size_t i = 0; i < 4; i++) {
        wanted += old->criteria[i] != new->criteria[i];
    }
    assert_int_equal(found, wanted);
}

static void check_index(const struct comparison *comparison, const struct entry *old,
                        const struct entry *new)
{
    const struct cause_pair pair = {comparison, 0, 1, 3};
    struct cause one;
    size_t found = cause_list(&pair, CAUSE_MEASURE, &one, 1);
    assert_int_equal(found, old->index != new->index);
    if (found > 0) {
        assert_int_equal(one.measures[0].given, old->index > 0);
        assert_int_equal(one.measures[1].given, new->index > 0);
    }
}

/* ---- what is at issue ---- */

/* From claim (5) down to the supported value: every item of a level whose band reaches above that value. */
static void check_at_issue(const struct comparison *comparison, size_t side)
{
    static const struct fraction ends[LEVELS] = {{3, 2}, {5, 2}, {7, 2}, {4, 1}, {5, 1}};
    const struct cause_pair pair = {comparison, side, side, 0};
    const struct fraction value = comparison->sides[side].ratings[0].on[BASIS_SUPPORTED].value;
    struct cause list[ROOM];
    size_t found = cause_list(&pair, CAUSE_ITEM, list, ROOM), wanted = 0;
    for (size_t l = 0; l < LEVELS; l++) {
        wanted += fraction_compare(ends[l], value) > 0 ? ITEMS : 0;
    }
    assert_int_equal(found, wanted);
    for (size_t i = 0; i < found; i++) {
        assert_true(list[i].at_issue);
        assert_int_equal(list[i].answers[0], list[i].answers[1]);
        assert_int_equal(list[i].documents[0], list[i].documents[1]);
        assert_int_equal(list[i].document != NULL, list[i].documents[0] > 0);
    }
}

static void test_cause__random_changes_are_those_of_a_plain_count(void **state)
{
    (void)state;
    uint32_t seed = 31;
    struct fixture fixture;
    fixture_open(&fixture);
    fixture_as_pemdi(&fixture);
    for (size_t round = 0; round < ROUNDS; round++) {
        struct comparison comparison;
        struct entry old, new;
        comparison_open(&comparison);
        draw_entry(&old, &seed);
        draw_entry(&new, &seed);
        add_entry(&comparison, &fixture, &old);
        add_entry(&comparison, &fixture, &new);
        check_items(&comparison, &old, &new);
        check_criteria(&comparison, &old, &new);
        check_index(&comparison, &old, &new);
        check_at_issue(&comparison, 0);
        check_at_issue(&comparison, 1);
        comparison_close(&comparison);
    }
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cause__random_changes_are_those_of_a_plain_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
