/* Random pairs of assessments: every difference computed again from what was put in, and both ways round. */
#include "cause.h"

#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

enum { ROUNDS = 150, INDICATORS = 5, CRITERIA = 4, ROOM = 64 };

static const char *const indicators[INDICATORS] = {"I01", "I02", "I03", "I04", "I05"};
static const char *const criteria[CRITERIA] = {"I01.2.a", "I01.2.b", "I02.2.a", "I03.2.a"};
static const int owner[CRITERIA] = {0, 0, 1, 2};

/* What was put in on one side. */
struct entry {
    int claims[INDICATORS]; /* 0 = none */
    enum answer answers[CRITERIA];
    bool proven[CRITERIA];
};

static unsigned next_random(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245U + 12345U;
    return (*seed >> 16) % below;
}

static void make_entry(struct entry *entry, unsigned *seed)
{
    for (int i = 0; i < INDICATORS; i++) {
        entry->claims[i] = (int)next_random(seed, 6);
    }
    for (int i = 0; i < CRITERIA; i++) {
        entry->answers[i] = (enum answer)next_random(seed, 3);
        entry->proven[i] = next_random(seed, 2) == 1;
    }
}

static void add_entry(struct comparison *comparison, const struct instrument *instrument,
                      const struct entry *entry)
{
    struct case_ c;
    case_open(&c, instrument, 2024);
    for (int i = 0; i < INDICATORS; i++) {
        if (entry->claims[i] > 0) {
            case_claim(&c, indicators[i], entry->claims[i]);
        }
    }
    for (int i = 0; i < CRITERIA; i++) {
        if (entry->answers[i] != ANSWER_NONE) {
            case_answer(&c, criteria[i], entry->answers[i]);
        }
        if (entry->proven[i]) {
            case_evidence(&c, indicators[owner[i]], (struct evidence){.title = "Bukti"},
                          criteria[i]);
        }
    }
    case_run(&c, BASIS_CLAIMED);
    comparison_add(comparison, &c.evaluation, "", &c.arena);
    case_close(&c);
}

static int counted(int claim)
{
    return claim == 0 ? 1 : claim;
}

static void check_values(const struct comparison *comparison, const struct entry *old,
                         const struct entry *new)
{
    struct fraction sum = fraction_whole(0), delta;
    for (size_t i = 0; i < INDICATORS; i++) {
        struct compared_value value, back;
        assert_true(comparison_value(comparison, 0, 1, i, &value));
        assert_true(comparison_value(comparison, 1, 0, i, &back));
        assert_int_equal(value.delta.num, counted(new->claims[i]) - counted(old->claims[i]));
        assert_int_equal(value.given[0], old->claims[i] > 0);
        assert_int_equal(value.given[1], new->claims[i] > 0);
        assert_int_equal(back.delta.num, -value.delta.num);
        assert_true(fraction_add(sum, value.contribution, &sum));
    }
    assert_true(comparison_index(comparison, 0, 1, &delta));
    assert_int_equal(fraction_compare(sum, delta), 0);
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

/* Other answers stand before other documents. */
static void check_weights(const struct cause *list, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        assert_true(list[i - 1].answers[0] != list[i - 1].answers[1] ||
                    list[i].answers[0] == list[i].answers[1]);
    }
}

/* The criteria told are those whose answer or evidence is another, and no others. */
static void check_criteria(const struct comparison *comparison, const struct entry *old,
                           const struct entry *new)
{
    for (int i = 0; i < INDICATORS; i++) {
        struct cause list[ROOM];
        const struct cause_pair pair = {comparison, 0, 1, (size_t)i};
        size_t found = cause_list(&pair, CAUSE_CRITERION, list, ROOM), wanted = 0;
        for (int c = 0; c < CRITERIA; c++) {
            bool differs = old->answers[c] != new->answers[c] || old->proven[c] != new->proven[c];
            if (owner[c] != i || !differs) {
                continue;
            }
            const struct cause *one = find_cause(list, found, criteria[c]);
            assert_int_equal(one->answers[0], old->answers[c]);
            assert_int_equal(one->answers[1], new->answers[c]);
            assert_int_equal(one->documents[0], old->proven[c]);
            assert_int_equal(one->documents[1], new->proven[c]);
            assert_int_equal(one->document != NULL, old->proven[c] != new->proven[c]);
            wanted++;
        }
        assert_int_equal(found, wanted);
        check_weights(list, found);
    }
}

/* Every indicator once, and none behind a smaller one. */
static void check_order(const struct comparison *comparison)
{
    size_t order[INDICATORS];
    bool seen[INDICATORS] = {false};
    struct fraction last = fraction_whole(INT32_MAX);
    comparison_order(comparison, 0, 1, order);
    for (size_t i = 0; i < INDICATORS; i++) {
        struct compared_value value;
        assert_true(order[i] < INDICATORS && !seen[order[i]]);
        seen[order[i]] = true;
        assert_true(comparison_value(comparison, 0, 1, order[i], &value));
        value.contribution.num =
            value.contribution.num < 0 ? -value.contribution.num : value.contribution.num;
        assert_true(fraction_compare(value.contribution, last) <= 0);
        last = value.contribution;
    }
}

static void test_comparison_random__differences_are_what_was_put_in(void **state)
{
    (void)state;
    struct fixture fixture;
    unsigned seed = 47;
    fixture_open(&fixture);
    for (int round = 0; round < ROUNDS; round++) {
        struct comparison comparison;
        struct entry old, new;
        comparison_open(&comparison);
        make_entry(&old, &seed);
        make_entry(&new, &seed);
        add_entry(&comparison, &fixture.instrument, &old);
        add_entry(&comparison, &fixture.instrument, &new);
        check_values(&comparison, &old, &new);
        check_criteria(&comparison, &old, &new);
        check_order(&comparison);
        comparison_close(&comparison);
    }
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comparison_random__differences_are_what_was_put_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
