#include "check_value.h"

#include "pack_field.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* A pack of one aspect with one indicator, put together from parts, as a worker would answer. */
struct parts {
    const char *scale;     /* members of scale */
    const char *items;     /* "\"items\":{…}," of pack.lua, or "" */
    const char *indicator; /* further members of the indicator, with a comma in front, or "" */
    const char *one, *two; /* members of the two levels, from value_from on */
    const char *criteria;  /* of the second level */
};

static const struct parts good = {
    .scale = "\"continuous\":true,\"highest\":2,\"lowest\":1,\"max\":2,\"min\":1,\"unanswered\":1",
    .items = "\"items\":{\"shares\":\"equal\"},",
    .indicator = "",
    .one = "\"evidence\":[\"x\",\"y\"],\"level\":1,\"value_from\":1,\"value_to\":1.5",
    .two = "\"evidence\":[\"z\"],\"level\":2,\"value_from\":1.5,\"value_to\":2",
    .criteria = "{\"id\":\"I01.2.a\",\"text\":\"b\"}",
};

/* One run of check_value over a pack. */
struct run {
    struct arena arena;
    struct source sources[2];
    struct declaration declaration;
    struct complaints complaints;
};

static const struct data *declare(struct run *run, size_t position, const char *name,
                                  struct text *json)
{
    struct source *source = &run->sources[position];
    *source = (struct source){.name = name, .text = TEXT_EMPTY};
    source->value = data_read(json->bytes, json->length, &run->arena);
    if (source->value == NULL) {
        fail_msg("no answer of a worker: %s", json->bytes);
    }
    text_release(json);
    return source->value;
}

static void start(struct run *run, const struct parts *parts)
{
    struct text pack = TEXT_EMPTY;
    struct text aspect = TEXT_EMPTY;
    *run = (struct run){.arena = ARENA_EMPTY};
    text_format(&pack, "{\"value\":{%s\"scale\":{%s}}}", parts->items, parts->scale);
    text_format(&aspect,
                "{\"value\":{\"id\":\"A1\",\"indicators\":[{%s\"id\":\"I01\",\"levels\":["
                "{\"criteria\":[{\"id\":\"I01.1.a\",\"text\":\"a\"}],%s},"
                "{\"criteria\":[%s],%s}]}]}}",
                parts->indicator, parts->one, parts->criteria, parts->two);
    struct declaration *declaration = &run->declaration;
    declaration->pack = declare(run, 0, "pack.lua", &pack);
    declaration->loose.items = arena_get(&run->arena, 1, sizeof(const struct data *));
    declaration->loose.items[declaration->loose.count++] = declare(run, 1, "a.lua", &aspect);
    declaration_flatten(declaration, &run->arena);
    run->complaints = (struct complaints){.place = "p", .sources = run->sources, .source_count = 2};
}

/* Wants these rows of message.h, separated by spaces; "" for none. */
static void want(const struct parts *parts, const char *ids)
{
    struct run run;
    struct text found = TEXT_EMPTY;
    start(&run, parts);
    check_value(&run.declaration, &run.complaints);
    for (size_t i = 0; i < run.complaints.count; i++) {
        text_format(&found, "%s%s", i == 0 ? "" : " ", run.complaints.list[i].error.id);
    }
    assert_string_equal(found.bytes == NULL ? "" : found.bytes, ids);
    text_release(&found);
    complaints_release(&run.complaints);
    arena_release(&run.arena);
}

static void test_check_value__a_sound_pack_has_nothing_to_complain_about(void **state)
{
    (void)state;
    want(&good, "");
    struct parts plain = good; /* only levels are values */
    plain.scale = "\"highest\":2,\"lowest\":1,\"unanswered\":1";
    plain.items = "";
    plain.one = "\"level\":1";
    plain.two = "\"level\":2";
    want(&plain, "");
    plain.scale =
        good.scale; /* values between levels without bands: a level begins at its number */
    want(&plain, "");
}

static void test_check_value__bands_cover_the_scale_without_gap(void **state)
{
    (void)state;
    static const struct {
        const char *one, *two, *ids;
    } cases[] = {
        {"\"value_from\":1,\"value_to\":1.5", "\"value_from\":1.6,\"value_to\":2",
         "PACK_VALUE_BAND"},
        {"\"value_from\":1,\"value_to\":1.5", "\"value_from\":1.4,\"value_to\":2",
         "PACK_VALUE_BAND"},
        {"\"value_from\":1.1,\"value_to\":1.5", "\"value_from\":1.5,\"value_to\":2",
         "PACK_VALUE_BAND"},
        {"\"value_from\":1,\"value_to\":1.5", "\"value_from\":1.5,\"value_to\":2.5",
         "PACK_VALUE_BAND"},
        {"\"value_from\":1,\"value_to\":1", "\"value_from\":1,\"value_to\":2", "PACK_VALUE_EMPTY"},
        {"\"value_from\":1,\"value_to\":1.5", "\"value_from\":1.5", "PACK_FIELD_MISSING"},
        {"\"value_from\":1,\"value_to\":\"3/2\"", "\"value_from\":1.5,\"value_to\":2", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct parts parts = good;
        struct text one = TEXT_EMPTY;
        struct text two = TEXT_EMPTY;
        text_format(&one, "\"evidence\":[\"x\"],\"level\":1,%s", cases[i].one);
        text_format(&two, "\"evidence\":[\"z\"],\"level\":2,%s", cases[i].two);
        parts.one = one.bytes;
        parts.two = two.bytes;
        want(&parts, cases[i].ids);
        text_release(&one);
        text_release(&two);
    }
}

static void test_check_value__the_scale_says_the_same_twice(void **state)
{
    (void)state;
    struct parts parts = good;
    parts.scale = "\"continuous\":true,\"highest\":2,\"lowest\":1,\"max\":3,\"min\":0,"
                  "\"unanswered\":1";
    want(&parts, "PACK_VALUE_BAND PACK_VALUE_BAND");
    parts.scale = "\"continuous\":false,\"highest\":2,\"lowest\":1,\"unanswered\":1";
    want(&parts, "PACK_VALUE_WHOLE");
}

static void test_check_value__items_share_what_a_level_has_to_give(void **state)
{
    (void)state;
    static const struct {
        const char *two, *ids;
    } cases[] = {
        {"\"evidence\":[],\"level\":2,\"value_from\":1.5,\"value_to\":2", "PACK_ITEMS_NONE"},
        {"\"level\":2,\"value_from\":1.5,\"value_to\":2", "PACK_ITEMS_NONE"},
        {"\"evidence\":[\"x\",\"y\"],\"item_points\":[0.25,0.25],\"level\":2,\"value_from\":1.5,"
         "\"value_to\":2",
         ""},
        {"\"evidence\":[\"x\",\"y\",\"z\"],\"item_points\":[0.17,0.17,0.17],\"level\":2,"
         "\"value_from\":1.5,\"value_to\":2",
         ""}, /* two decimals */
        {"\"evidence\":[\"x\",\"y\"],\"item_points\":[0.26,0.27],\"level\":2,\"value_from\":1.5,"
         "\"value_to\":2",
         "PACK_ITEMS_SUM"},
        {"\"evidence\":[\"x\",\"y\"],\"item_points\":[0.5,0],\"level\":2,\"value_from\":1.5,"
         "\"value_to\":2",
         "PACK_ITEMS_SUM"}, /* an item that adds nothing is none */
        {"\"evidence\":[\"x\"],\"item_points\":[0.25,0.25],\"level\":2,\"value_from\":1.5,"
         "\"value_to\":2",
         "PACK_ITEMS_POINTS"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct parts parts = good;
        parts.two = cases[i].two;
        want(&parts, cases[i].ids);
        parts.items = ""; /* where items do not score, points mean nothing and nothing is asked */
        want(&parts, "");
    }
}

#define WORKED(worked)                                                              \
    "\"conversion\":{\"bands\":[[0,50,1,1.5],[50,100,1.5,2]],\"input\":\"indeks\"," \
    "\"worked\":" worked "},"

/* A published example that cannot come out, or is none, is found before it is computed. */
static void test_check_value__worked_examples_lie_on_the_lines(void **state)
{
    (void)state;
    static const struct {
        const char *indicator, *ids;
    } cases[] = {
        {WORKED("[]"), ""},
        {WORKED("[{\"in\":0,\"out\":1},{\"in\":100,\"out\":2}]"), ""},
        {WORKED("[{\"in\":100.1,\"out\":2}]"), "PACK_WORKED"},
        {WORKED("[{\"in\":-0.1,\"out\":1}]"), "PACK_WORKED"},
        {WORKED("[{\"in\":25}]"), "PACK_WORKED"},
        {WORKED("[{\"in\":25,\"out\":\"dua\"}]"), "PACK_WORKED"},
        {WORKED("[{\"in\":25,\"note\":\"x\",\"out\":2}]"), "PACK_WORKED"},
        {WORKED("[25]"), "PACK_WORKED"},
        {WORKED("\"25\""), "PACK_WORKED"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct parts parts = good;
        parts.indicator = cases[i].indicator;
        want(&parts, cases[i].ids);
    }
}

#define CONVERSION(bands) "\"conversion\":{\"bands\":" bands ",\"input\":\"indeks\"},"

static void test_check_value__lines_of_a_conversion_rise_without_gap(void **state)
{
    (void)state;
    static const struct {
        const char *indicator, *ids;
    } cases[] = {
        {CONVERSION("[[0,50,1,1.5],[50,100,1.5,2]]"), ""},
        {CONVERSION("[[0,100,1,1]]"), ""}, /* level ground is not a fall */
        {CONVERSION("[]"), "PACK_CONVERSION"},
        {CONVERSION("[[0,50,1]]"), "PACK_CONVERSION"},
        {CONVERSION("[[0,50,1,1.5,2]]"), "PACK_CONVERSION"},
        {CONVERSION("[[50,50,1,1.5]]"), "PACK_CONVERSION"},
        {CONVERSION("[[0,50,1.5,1]]"), "PACK_CONVERSION"},
        {CONVERSION("[[0,50,1,1.5],[60,100,1.5,2]]"), "PACK_CONVERSION"},
        {CONVERSION("[[0,50,1,1.5],[50,100,1.6,2]]"), "PACK_CONVERSION"},
        {CONVERSION("[[0,100,0,2]]"), "PACK_CONVERSION"},
        {CONVERSION("[[0,100,1,3]]"), "PACK_CONVERSION"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct parts parts = good;
        parts.indicator = cases[i].indicator;
        want(&parts, cases[i].ids);
        parts.two = "\"level\":2,\"value_from\":1.5,\"value_to\":2"; /* it needs no items then */
        want(&parts, cases[i].ids);
    }
}

static void test_check_value__conditions_of_criteria_mean_something(void **state)
{
    (void)state;
    static const struct {
        const char *criteria, *ids;
    } cases[] = {
        {"{\"applies_to\":[\"pusat\",\"kota\"],\"id\":\"I01.2.a\",\"text\":\"b\"}", ""},
        {"{\"applies_to\":[\"desa\"],\"id\":\"I01.2.a\",\"text\":\"b\"}", "PACK_APPLIES"},
        {"{\"any_of\":\"g\",\"id\":\"I01.2.a\",\"text\":\"b\"},"
         "{\"any_of\":\"g\",\"id\":\"I01.2.b\",\"text\":\"b\"}",
         ""},
        {"{\"any_of\":\"g\",\"id\":\"I01.2.a\",\"text\":\"b\"},"
         "{\"any_of\":\"h\",\"id\":\"I01.2.b\",\"text\":\"b\"}",
         "PACK_ANY_ALONE PACK_ANY_ALONE"},
        {"{\"decisive\":true,\"id\":\"I01.2.a\",\"text\":\"b\"}", "PACK_DECISIVE"},
        {"{\"decisive\":true,\"id\":\"I01.2.a\",\"metric\":{\"key\":\"x\"},\"text\":\"b\"}",
         "PACK_DECISIVE"},
        {"{\"decisive\":true,\"id\":\"I01.2.a\",\"metric\":{\"key\":\"indeks\"},\"text\":\"b\"}",
         ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct parts parts = good;
        parts.indicator = CONVERSION("[[0,100,1,2]]");
        parts.criteria = cases[i].criteria;
        want(&parts, cases[i].ids);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_check_value__a_sound_pack_has_nothing_to_complain_about),
        cmocka_unit_test(test_check_value__bands_cover_the_scale_without_gap),
        cmocka_unit_test(test_check_value__the_scale_says_the_same_twice),
        cmocka_unit_test(test_check_value__items_share_what_a_level_has_to_give),
        cmocka_unit_test(test_check_value__lines_of_a_conversion_rise_without_gap),
        cmocka_unit_test(test_check_value__worked_examples_lie_on_the_lines),
        cmocka_unit_test(test_check_value__conditions_of_criteria_mean_something),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
