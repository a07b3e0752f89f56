/* One indicator's object on its way into the record: what each key becomes, and which row refuses what.
 * The reader is entered directly, without a document around it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange_reader.h"
#include "support_fixture.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

struct desk {
    struct fixture fixture;
    struct arena arena;
    struct assessment assessment;
    struct error err;
};

static struct desk shared;

static int open_desk(void **state)
{
    shared = (struct desk){.arena = ARENA_EMPTY};
    fixture_open(&shared.fixture);
    fixture_as_pemdi(&shared.fixture);
    *state = &shared;
    return 0;
}

static int close_desk(void **state)
{
    struct desk *desk = *state;
    arena_release(&desk->arena);
    fixture_close(&desk->fixture);
    return 0;
}

/* Reads an object, written with ' for ", about the indicator at a position. */
static bool take(struct desk *desk, int indicator, const char *text)
{
    const struct instrument *instrument = &desk->fixture.instrument;
    arena_clear(&desk->arena);
    error_clear(&desk->err);
    assessment_init(&desk->assessment, instrument, &desk->arena);
    struct reader reader = {
        .instrument = instrument,
        .out = &desk->assessment,
        .indicator = indicator,
        .criteria_seen = arena_get(&desk->arena, instrument->criterion_count, 1),
        .indicators_seen = arena_get(&desk->arena, instrument->indicator_count, 1),
    };
    char *json = arena_copy(&desk->arena, text, strlen(text));
    for (char *at = json; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    json_open(&reader.json, json, strlen(json), &desk->arena, NULL);
    bool read = exchange_read_response(&reader);
    return json_end(&reader.json, &desk->err) && read;
}

/* Reads what must be good. */
static const struct response *good(struct desk *desk, int indicator, const char *text)
{
    if (!take(desk, indicator, text)) {
        fail_msg("refused: %s: %s\n%s", desk->err.where, desk->err.message, text);
    }
    return &desk->assessment.responses[indicator];
}

/* Protects what an empty object and null mean: nothing was said. */
static void test_exchange_reader__nothing_said(void **state)
{
    struct desk *desk = *state;
    static const char *const rows[] = {
        "{}",
        " { } ",
        "{'claimed':null,'verified':null,'note':null,'state':null,'stages':null}",
        "{'criteria':null,'items':null,'measures':null,'evidence':null,'explanations':null}",
        "{'criteria':{},'items':{},'measures':{},'evidence':[],'explanations':{},'stages':[]}",
        "{'note':'','unit':'','carried':'','verified_reason':''}",
        "{'explanations':{'2':'','3':null},'measures':{'indeks_uji':null}}",
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct response *read = good(desk, 3, rows[i]);
        assert_false(read->claimed.given || read->verified.given);
        assert_int_equal(read->state, STATE_OPEN);
        assert_null(read->note);
        assert_null(read->unit);
        assert_null(read->carried);
        assert_null(read->verified_reason);
        assert_null(read->explanations);
        assert_int_equal(read->verdict_count + read->evidence_count, 0);
        assert_int_equal(read->item_count + read->measure_count, 0);
    }
}

/* Protects values, exactly as they were written. */
static void test_exchange_reader__reads_values(void **state)
{
    struct desk *desk = *state;
    static const struct {
        const char *text;
        struct fraction value;
    } rows[] = {
        {"{'claimed':1}", {1, 1}},      {"{'claimed':5}", {5, 1}},
        {"{'claimed':'2.5'}", {5, 2}},  {"{'claimed':'1'}", {1, 1}},
        {"{'claimed':'5.00'}", {5, 1}}, {"{'claimed':'1.001'}", {1001, 1000}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct response *read = good(desk, 0, rows[i].text);
        assert_true(read->claimed.given);
        assert_int_equal(fraction_compare(read->claimed.value, rows[i].value), 0);
    }
}

/* Protects items, measures and explanations: each finds its place by its key. */
static void test_exchange_reader__reads_by_key(void **state)
{
    struct desk *desk = *state;
    const struct response *read =
        good(desk, 3,
             "{'items':{'I04.3.e2':{'met':false,'note':'x'},'I04.2.e1':{'met':true},"
             "'I04.2.e2':null},'measures':{'indeks_uji':'-1.25'},"
             "'explanations':{'5':'belum','1':'ada'}}");
    assert_int_equal(read->item_count, 3);
    assert_int_equal(read->items[0].level, 3);
    assert_int_equal(read->items[0].number, 2);
    assert_int_equal(read->items[0].answer, ANSWER_NO);
    assert_string_equal(read->items[0].note, "x");
    assert_int_equal(read->items[1].answer, ANSWER_YES);
    assert_int_equal(read->items[2].answer, ANSWER_NONE);
    assert_int_equal(read->measure_count, 1);
    assert_int_equal(fraction_compare(read->measures[0].value, (struct fraction){-5, 4}), 0);
    assert_string_equal(read->explanations[0], "ada");
    assert_null(read->explanations[1]);
    assert_string_equal(read->explanations[4], "belum");
}

/* Protects answers in any order and spacing: the shortcuts for usual documents change nothing. */
static void test_exchange_reader__reads_answers_however_written(void **state)
{
    struct desk *desk = *state;
    static const char *const rows[] = {
        "{'criteria':{'I01.2.a':{'met':true},'I01.2.b':{'met':false}}}",
        "{'criteria':{'I01.2.b':{'met':false},'I01.2.a':{'met':true}}}",
        "{'criteria':{'I01.2.a':{'met': true},'I01.2.b':{'met': false}}}",
        "{ 'criteria' : { 'I01.2.a' : { 'met' : true } , 'I01.2.b' : {'met':false } } }",
        "{'criteria':{'I01.2.\\u0061':{'met':true},'I01.2.b':{'\\u006det':false}}}",
        "{'criteria':{'I01.2.a':{'note':null,'met':true},'I01.2.b':{'met':false,'note':''}}}",
        "{'criteria':{'I01.5.b':null,'I01.4.a':{},'I01.2.a':{'met':true},'I01.2.b':{'met':false}}}",
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        good(desk, 0, rows[i]);
        assert_int_equal(desk->assessment.answers[0], ANSWER_YES);
        assert_int_equal(desk->assessment.answers[1], ANSWER_NO);
        for (size_t k = 2; k < desk->fixture.instrument.criterion_count; k++) {
            assert_int_equal(desk->assessment.answers[k], ANSWER_NONE);
        }
        assert_null(desk->assessment.notes[0]);
    }
}

/* Protects the value of the assessors: it is the last stage's, and the same where both are given. */
static void test_exchange_reader__settles_the_verified_value(void **state)
{
    struct desk *desk = *state;
#define STAGES                                               \
    "'stages':[{'stage':'interviu','value':2,'reason':'a'}," \
    "{'stage':'dokumen','value':3,'reason':'b','by':'c'}]"
    static const char *const rows[] = {"{" STAGES "}", "{'verified':2," STAGES "}",
                                       "{" STAGES ",'verified':'2.0'}"};
    for (size_t i = 0; i < COUNT(rows); i++) {
        const struct response *read = good(desk, 0, rows[i]);
        assert_true(read->verified.given && read->verified.value.num == 2);
        assert_int_equal(read->verdict_count, 2);
        assert_string_equal(read->verdicts[0].by, "");
        assert_string_equal(read->verdicts[1].by, "c");
    }
    assert_false(take(desk, 0, "{'verified':3," STAGES "}"));
    assert_string_equal(desk->err.id, "EXCHANGE_VERIFIED");
}

/* Protects people from slips: each is refused by the row that says what is wrong. */
static void test_exchange_reader__refuses(void **state)
{
    struct desk *desk = *state;
    static const struct {
        const char *text, *id;
    } rows[] = {
        {"3", "JSON_TYPE"},
        {"{'claim':3}", "JSON_UNKNOWN_KEY"},
        {"{'claimed':3,'claimed':3}", "JSON_DUPLICATE_KEY"},
        {"{'claimed':0}", "JSON_RANGE"},
        {"{'claimed':6}", "JSON_RANGE"},
        {"{'claimed':2.5}", "JSON_WHOLE"},
        {"{'claimed':'5.01'}", "EXCHANGE_SCALE"},
        {"{'claimed':'0.99'}", "EXCHANGE_SCALE"},
        {"{'claimed':'dua'}", "EXCHANGE_DECIMAL"},
        {"{'claimed':true}", "JSON_TYPE"},
        {"{'note':3}", "JSON_TYPE"},
        {"{'state':'done'}", "EXCHANGE_STATE"},
        {"{'criteria':{'I01.9.a':{}}}", "EXCHANGE_CRITERION"},
        {"{'criteria':{'I02.2.a':{}}}", "EXCHANGE_FOREIGN"},
        {"{'criteria':{'I01.2.a':{'met':true},'I01.2.a':{'met':true}}}", "JSON_DUPLICATE_KEY"},
        {"{'criteria':{'I01.2.a':{'met':'ya'}}}", "JSON_TYPE"},
        {"{'criteria':{'I01.2.a':true}}", "JSON_TYPE"},
        {"{'criteria':{'I01.2.a':{'met':true,'why':'x'}}}", "JSON_UNKNOWN_KEY"},
        {"{'stages':[{'value':2,'reason':'a'}]}", "EXCHANGE_MISSING"},
        {"{'stages':[{'stage':'dokumen','reason':'a'}]}", "EXCHANGE_MISSING"},
        {"{'stages':[{'stage':'dokumen','value':2}]}", "EXCHANGE_MISSING"},
        {"{'stages':[{'stage':'dokumen','value':2,'reason':''}]}", "EXCHANGE_MISSING"},
        {"{'stages':[{'stage':'akhir'}]}", "EXCHANGE_STAGE"},
        {"{'items':{'I01.2.e3':{}}}", "EXCHANGE_ITEM"},
        {"{'items':{'I01.2.e0':{}}}", "EXCHANGE_ITEM"},
        {"{'items':{'I01.1.e3':{}}}", "EXCHANGE_ITEM"},
        {"{'items':{'I01.02.e1':{}}}", "EXCHANGE_ITEM"},
        {"{'items':{'I01.2.e+1':{}}}", "EXCHANGE_ITEM"},
        {"{'items':{'I01.2.e1x':{}}}", "EXCHANGE_ITEM"},
        {"{'items':{'I02.2.e1':{}}}", "EXCHANGE_ITEM"},
        {"{'items':{'I01':{}}}", "EXCHANGE_ITEM"},
        {"{'items':{'I01.2.e99999999999999999999':{}}}", "EXCHANGE_ITEM"},
        {"{'items':{'I01.2.e1':{},'I01.2.e1':{}}}", "JSON_DUPLICATE_KEY"},
        {"{'measures':{'indeks_uji':3}}", "EXCHANGE_MEASURE"},
        {"{'explanations':{'6':'x'}}", "EXCHANGE_EXPLANATION"},
        {"{'explanations':{'02':'x'}}", "EXCHANGE_EXPLANATION"},
        {"{'explanations':{'2':'x','2':'y'}}", "JSON_DUPLICATE_KEY"},
        {"{'evidence':[{'date':'2023-02-29'}]}", "EXCHANGE_DATE"},
        {"{'evidence':[{'sha256':'00'}]}", "EXCHANGE_SHA256"},
        {"{'evidence':[{'supports':['I01.2.a','I01.2.b','I01.2.a']}]}", "EXCHANGE_TWICE"},
        {"{'evidence':[{'supports':['I02.2.a']}]}", "EXCHANGE_FOREIGN"},
        {"{'evidence':{}}", "JSON_TYPE"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (take(desk, 0, rows[i].text)) {
            fail_msg("taken: %s", rows[i].text);
        }
        if (strcmp(desk->err.id, rows[i].id) != 0) {
            fail_msg("%s: %s", rows[i].text, desk->err.id);
        }
    }
}

/* Protects instruments of whole values from what only others know. */
static void test_exchange_reader__whole_instruments_take_no_fractions(void **state)
{
    struct desk *desk = *state;
    desk->fixture.instrument.fractions = false;
    desk->fixture.instrument.items = false;
    assert_false(take(desk, 0, "{'claimed':'2.5'}"));
    assert_string_equal(desk->err.id, "EXCHANGE_WHOLE");
    assert_false(take(desk, 0, "{'items':{'I01.2.e1':{}}}"));
    assert_string_equal(desk->err.id, "EXCHANGE_ITEM");
    assert_true(good(desk, 0, "{'claimed':2}")->claimed.given);
}

/* Protects long lists: rows that move while the array grows keep what they hold. */
static void test_exchange_reader__keeps_long_lists(void **state)
{
    struct desk *desk = *state;
    struct text json = TEXT_EMPTY;
    text_add(&json, "{'evidence':[");
    for (int i = 0; i < 70; i++) {
        text_format(&json, "%s{'title':'t%d','supports':['I01.2.b','I01.5.a']}", i == 0 ? "" : ",",
                    i);
    }
    text_add(&json, "]}");
    const struct response *read = good(desk, 0, json.bytes);
    text_release(&json);
    assert_int_equal(read->evidence_count, 70);
    for (int i = 0; i < 70; i++) {
        assert_int_equal(atoi(read->evidence[i].title + 1), i);
        assert_int_equal(read->evidence[i].support_count, 2);
        assert_int_equal(read->evidence[i].supports[0], 1);
        assert_int_equal(read->evidence[i].supports[1], 6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) \
    cmocka_unit_test_setup_teardown(test_exchange_reader__##name, open_desk, close_desk)
        TEST(nothing_said),
        TEST(reads_values),
        TEST(reads_by_key),
        TEST(reads_answers_however_written),
        TEST(settles_the_verified_value),
        TEST(refuses),
        TEST(whole_instruments_take_no_fractions),
        TEST(keeps_long_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
