/* From one instrument to another: what kept its subject is compared, everything else can be anything. */
#include "bridge.h"

#include "support_case.h"
#include "support_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Two instruments alike in all but their identity, and what is compared of them. */
struct span_ {
    struct fixture old, new;
    struct comparison comparison;
    struct crosswalk crosswalk;
    struct case_ c;
};

static const char *const first[] = {"I01", NULL};
static const char *const second[] = {"I02", NULL};
static const char *const both[] = {"I01", "I03", NULL};

static void open_span(struct span_ *span, const struct crosswalk_row *rows, size_t count)
{
    fixture_open(&span->old);
    fixture_open(&span->new);
    comparison_open(&span->comparison);
    span->old.instrument.id = "lama";
    span->crosswalk = (struct crosswalk){
        .from = "lama", .source = "naskah uji", .note = "", .rows = rows, .row_count = count};
}

static void close_span(struct span_ *span)
{
    comparison_close(&span->comparison);
    fixture_close(&span->old);
    fixture_close(&span->new);
}

/* Adds a side whose indicators have these claims; 0 is none. */
static void add(struct span_ *span, const struct instrument *instrument, const int claims[5])
{
    static const char *const ids[] = {"I01", "I02", "I03", "I04", "I05"};
    case_open(&span->c, instrument, 2024);
    for (size_t i = 0; i < 5; i++) {
        if (claims[i] > 0) {
            case_claim(&span->c, ids[i], claims[i]);
        }
    }
    case_run(&span->c, BASIS_CLAIMED);
    comparison_add(&span->comparison, &span->c.evaluation, "berkas.json", &span->c.arena);
    case_close(&span->c);
}

static const struct crosswalk *find(void *context, const struct instrument *to, const char *from)
{
    const struct span_ *span = context;
    return to == &span->new.instrument &&strcmp(from, span->crosswalk.from) == 0 ? &span->crosswalk
                                                                                 : NULL;
}

static const struct crosswalk *find_none(void *context, const struct instrument *to,
                                         const char *from)
{
    (void)context;
    (void)to;
    (void)from;
    return NULL;
}

static const struct bridge *build(struct span_ *span)
{
    bridge_build(&span->comparison, find, span);
    assert_int_equal(span->comparison.bridge_count, 1);
    return &span->comparison.bridges[0];
}

/* The index by the later weights, of values by indicator. */
static struct fraction index_of(const struct span_ *span, const int values[5])
{
    int64_t sum = 0;
    for (size_t i = 0; i < 5; i++) {
        sum += values[i] * span->new.instrument.indicators[i].units;
    }
    return fraction_make(sum, span->new.instrument.units_total);
}

static void want(struct fraction value, struct fraction expected)
{
    assert_int_equal(fraction_compare(value, expected), 0);
}

static void collect(void *context, const char *sentence)
{
    text_format(context, "%s\n", sentence);
}

static const struct crosswalk_row rows[] = {
    {RELATION_SAME, "I02", first, "high", "high", "", NULL, 0},
    {RELATION_SPLIT, "I03", second, "medium", "high", "", NULL, 0},
    {RELATION_SAME, "I04", both, "high", "high", "", NULL, 0},
    {RELATION_NONE, "I05", NULL, "", "high", "", NULL, 0},
};

/* What kept its subject has one value, what became of several lies between them, the rest is anything. */
static void test_bridge__the_interval_is_exact(void **state)
{
    (void)state;
    struct span_ span;
    open_span(&span, rows, 4);
    add(&span, &span.old.instrument, (const int[]){3, 5, 2, 5, 5});
    add(&span, &span.new.instrument, (const int[]){4, 4, 4, 4, 4});
    const struct bridge *bridge = build(&span);
    assert_true(bridge->exact);
    assert_int_equal(bridge->known, 2);
    assert_int_equal(bridge->compared, 1);
    want(bridge->lowest, index_of(&span, (const int[]){1, 3, 1, 2, 1}));
    want(bridge->highest, index_of(&span, (const int[]){5, 3, 5, 3, 5}));
    assert_int_equal(bridge->verdict, BRIDGE_OPEN);
    want(bridge->part[0], fraction_whole(3));
    want(bridge->part[1], fraction_whole(4));
    want(bridge->change, fraction_whole(1));
    want(bridge->part_weight, span.new.instrument.indicators[1].weight);
    assert_false(bridge->lines[0].known);
    assert_null(bridge->lines[0].row);
    assert_false(bridge->lines[2].known);
    assert_false(bridge->lines[3].compared);
    close_span(&span);
}

/* Outside of the interval it rose or fell whatever the rest was; at its ends nothing is said. */
static void test_bridge__a_verdict_only_where_there_is_one(void **state)
{
    (void)state;
    static const struct crosswalk_row all[] = {
        {RELATION_SAME, "I01", first, "high", "high", "", NULL, 0},
        {RELATION_SAME, "I02", first, "high", "high", "", NULL, 0},
        {RELATION_SAME, "I03", first, "high", "high", "", NULL, 0},
        {RELATION_SAME, "I04", first, "high", "high", "", NULL, 0},
        {RELATION_SAME, "I05", first, "high", "high", "", NULL, 0},
    };
    static const struct {
        int now;
        enum bridge_verdict verdict;
        const char *words;
    } cases[] = {{4, BRIDGE_ROSE, "that of [2] is higher in any case."},
                 {3, BRIDGE_OPEN, "whether it rose or fell cannot be said."},
                 {2, BRIDGE_FELL, "that of [2] is lower in any case."}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span_ span;
        struct text text = TEXT_EMPTY;
        int now = cases[i].now;
        open_span(&span, all, 5);
        add(&span, &span.old.instrument, (const int[]){3, 1, 1, 1, 1});
        add(&span, &span.new.instrument, (const int[]){now, now, now, now, now});
        const struct bridge *bridge = build(&span);
        want(bridge->lowest, fraction_whole(3));
        want(bridge->highest, fraction_whole(3));
        assert_int_equal(bridge->verdict, cases[i].verdict);
        want(bridge->known_weight, fraction_whole(100));
        bridge_tell(&span.comparison, bridge, collect, &text);
        assert_non_null(strstr(text.bytes, cases[i].words));
        assert_non_null(strstr(text.bytes, "5 of 5 indicators kept their subject"));
        text_release(&text);
        close_span(&span);
    }
}

/* What had no value then, or has none now, is not compared; then it could have been anything. */
static void test_bridge__what_was_not_given_is_not_known(void **state)
{
    (void)state;
    struct span_ span;
    struct text text = TEXT_EMPTY;
    open_span(&span, rows, 1);
    add(&span, &span.old.instrument, (const int[]){0, 4, 4, 4, 4});
    add(&span, &span.new.instrument, (const int[]){4, 4, 4, 4, 4});
    const struct bridge *bridge = build(&span);
    assert_int_equal(bridge->known, 0);
    want(bridge->lowest, fraction_whole(1));
    want(bridge->highest, fraction_whole(5));
    bridge_tell(&span.comparison, bridge, collect, &text);
    assert_null(strstr(text.bytes, "on the average"));
    text_release(&text);
    close_span(&span);
    open_span(&span, rows, 1);
    add(&span, &span.old.instrument, (const int[]){2, 4, 4, 4, 4});
    add(&span, &span.new.instrument, (const int[]){4, 0, 4, 4, 4});
    bridge = build(&span);
    assert_int_equal(bridge->known, 1);
    assert_int_equal(bridge->compared, 0);
    close_span(&span);
}

/* A level that the later scale does not have counts as its lowest. */
static void test_bridge__values_come_onto_the_later_scale(void **state)
{
    (void)state;
    struct span_ span;
    open_span(&span, rows, 1);
    span.new.instrument.level_lowest = 2;
    add(&span, &span.old.instrument, (const int[]){1, 1, 1, 1, 1});
    add(&span, &span.new.instrument, (const int[]){3, 3, 3, 3, 3});
    const struct bridge *bridge = build(&span);
    want(bridge->lines[1].low, fraction_whole(2));
    want(bridge->lines[1].high, fraction_whole(2));
    want(bridge->change, fraction_whole(1));
    close_span(&span);
}

/* Named the other way round, the crosswalk still leads from the earlier to the later one. */
static void test_bridge__the_order_of_the_sides_does_not_matter(void **state)
{
    (void)state;
    struct span_ span;
    open_span(&span, rows, 1);
    add(&span, &span.new.instrument, (const int[]){4, 4, 4, 4, 4});
    add(&span, &span.old.instrument, (const int[]){3, 3, 3, 3, 3});
    const struct bridge *bridge = build(&span);
    assert_int_equal(bridge->from, 1);
    assert_int_equal(bridge->to, 0);
    want(bridge->change, fraction_whole(1));
    close_span(&span);
}

/* Without a crosswalk that is said, and within one instrument there is nothing to say. */
static void test_bridge__no_crosswalk_no_interval(void **state)
{
    (void)state;
    struct span_ span;
    struct text text = TEXT_EMPTY;
    open_span(&span, rows, 1);
    add(&span, &span.old.instrument, (const int[]){3, 3, 3, 3, 3});
    add(&span, &span.old.instrument, (const int[]){3, 3, 3, 3, 3});
    add(&span, &span.new.instrument, (const int[]){4, 4, 4, 4, 4});
    bridge_build(&span.comparison, find_none, &span);
    assert_int_equal(span.comparison.bridge_count, 1);
    assert_null(span.comparison.bridges[0].crosswalk);
    bridge_tell(&span.comparison, &span.comparison.bridges[0], collect, &text);
    assert_non_null(strstr(text.bytes, "No crosswalk between lama and"));
    text_release(&text);
    close_span(&span);
}

static void test_bridge__predicates_are_those_of_the_instrument(void **state)
{
    (void)state;
    struct span_ span;
    open_span(&span, rows, 1);
    add(&span, &span.new.instrument, (const int[]){4, 4, 4, 4, 4});
    const struct compared_side *side = &span.comparison.sides[0];
    assert_string_equal(bridge_predicate(side, side->index[BASIS_CLAIMED].exact),
                        side->index[BASIS_CLAIMED].band->name);
    assert_string_equal(bridge_predicate(side, fraction_whole(-1)), "");
    assert_string_equal(bridge_verdict_word(BRIDGE_OPEN), "open");
    assert_string_equal(bridge_verdict_word(BRIDGE_ROSE), "rose");
    assert_string_equal(bridge_verdict_word(BRIDGE_FELL), "fell");
    close_span(&span);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bridge__the_interval_is_exact),
        cmocka_unit_test(test_bridge__a_verdict_only_where_there_is_one),
        cmocka_unit_test(test_bridge__what_was_not_given_is_not_known),
        cmocka_unit_test(test_bridge__values_come_onto_the_later_scale),
        cmocka_unit_test(test_bridge__the_order_of_the_sides_does_not_matter),
        cmocka_unit_test(test_bridge__no_crosswalk_no_interval),
        cmocka_unit_test(test_bridge__predicates_are_those_of_the_instrument),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
