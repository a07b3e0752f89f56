/* What an assessment says about one indicator as canonical JSON: these very bytes, in this order. Files
 * are compared and hashed by them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange_writer.h"
#include "support_case.h"
#include "support_fixture.h"

#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

/* An instrument with everything, and an assessment by it. */
struct desk {
    struct fixture fixture;
    struct case_ c;
};

static struct desk shared;

static int open_desk(void **state)
{
    fixture_open(&shared.fixture);
    fixture_as_pemdi(&shared.fixture);
    case_open(&shared.c, &shared.fixture.instrument, 2024);
    *state = &shared;
    return 0;
}

static int close_desk(void **state)
{
    (void)state;
    case_close(&shared.c);
    fixture_close(&shared.fixture);
    return 0;
}

static struct response *response(struct desk *desk, size_t indicator)
{
    return &desk->c.assessment.responses[indicator];
}

/* Wants these bytes for an indicator; nothing at all is "{}". */
static void want(const struct desk *desk, size_t indicator, const char *bytes)
{
    struct text out = TEXT_EMPTY;
    exchange_write_response(&desk->c.assessment, indicator, &out);
    assert_string_equal(out.bytes, bytes);
    text_release(&out);
    bool said = strcmp(bytes, "{}") != 0;
    assert_int_equal(exchange_has_response(&desk->c.assessment, indicator), said);
}

/* Protects small files: about an indicator without answers there is nothing to write. */
static void test_exchange_writer__nothing_said_is_nothing(void **state)
{
    struct desk *desk = *state;
    for (size_t i = 0; i < desk->fixture.instrument.indicator_count; i++) {
        want(desk, i, "{}");
    }
}

/* Protects values: whole ones are numbers, others exact decimals in quotes, never binary fractions. */
static void test_exchange_writer__writes_values_exactly(void **state)
{
    struct desk *desk = *state;
    static const struct {
        struct fraction value;
        const char *claimed;
    } rows[] = {
        {{1, 1}, "{\"claimed\":1}"},
        {{5, 1}, "{\"claimed\":5}"},
        {{5, 2}, "{\"claimed\":\"2.5\"}"},
        {{11, 10}, "{\"claimed\":\"1.1\"}"},
        {{49999, 10000}, "{\"claimed\":\"4.9999\"}"},
        {{9, 8}, "{\"claimed\":\"1.125\"}"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        response(desk, 0)->claimed = (struct maybe){true, rows[i].value};
        want(desk, 0, rows[i].claimed);
    }
}

/* Protects each member by itself: that it is written under its key, and that it makes a response. */
static void test_exchange_writer__each_text_has_its_key(void **state)
{
    struct desk *desk = *state;
    static const struct {
        size_t offset;
        const char *bytes;
    } rows[] = {
        {offsetof(struct response, note), "{\"note\":\"x \\\"y\\\"\\n\"}"},
        {offsetof(struct response, unit), "{\"unit\":\"x \\\"y\\\"\\n\"}"},
        {offsetof(struct response, verified_reason), "{\"verified_reason\":\"x \\\"y\\\"\\n\"}"},
        {offsetof(struct response, carried), "{\"carried\":\"x \\\"y\\\"\\n\"}"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char **member = (const char **)((char *)response(desk, 1) + rows[i].offset);
        *member = "x \"y\"\n";
        want(desk, 1, rows[i].bytes);
        *member = NULL;
        want(desk, 1, "{}");
    }
}

/* Protects the state of the work; "open" is never written. */
static void test_exchange_writer__writes_the_state(void **state)
{
    struct desk *desk = *state;
    static const char *const bytes[STATE_COUNT] = {
        [STATE_OPEN] = "{}",
        [STATE_SUBMITTED] = "{\"state\":\"submitted\"}",
        [STATE_RETURNED] = "{\"state\":\"returned\"}",
        [STATE_LOCKED] = "{\"state\":\"locked\"}",
    };
    for (int i = 0; i < STATE_COUNT; i++) {
        response(desk, 2)->state = (enum state)i;
        want(desk, 2, bytes[i]);
    }
}

/* Protects answers: yes, no, and a note without either; only those of the indicator itself. */
static void test_exchange_writer__writes_answers_in_order(void **state)
{
    struct desk *desk = *state;
    case_answer(&desk->c, "I01.5.b I01.2.a I02.2.a", ANSWER_YES);
    case_answer(&desk->c, "I01.3.a", ANSWER_NO);
    desk->c.assessment.notes[1] = "nanti";
    desk->c.assessment.notes[2] = "pasal 3";
    want(desk, 0,
         "{\n   \"criteria\":{\n    \"I01.2.a\":{\"met\":true},\n"
         "    \"I01.2.b\":{\"note\":\"nanti\"},\n"
         "    \"I01.3.a\":{\"met\":false,\"note\":\"pasal 3\"},\n"
         "    \"I01.5.b\":{\"met\":true}}}");
    want(desk, 1, "{\n   \"criteria\":{\n    \"I02.2.a\":{\"met\":true}}}");
    want(desk, 2, "{}");
}

/* Protects an indicator's last criterion, and its neighbour's first, from being mistaken. */
static void test_exchange_writer__knows_its_own_criteria(void **state)
{
    struct desk *desk = *state;
    const struct instrument *instrument = &desk->fixture.instrument;
    for (size_t k = 0; k < instrument->criterion_count; k++) {
        desk->c.assessment.answers[k] = ANSWER_NO;
        for (size_t i = 0; i < instrument->indicator_count; i++) {
            bool own = instrument->criteria[k].indicator == (int)i;
            assert_int_equal(exchange_has_response(&desk->c.assessment, i), own);
        }
        desk->c.assessment.answers[k] = ANSWER_NONE;
    }
}

/* Protects the trail of the assessors: verdicts as given, and the one that counts as the value. */
static void test_exchange_writer__writes_verdicts(void **state)
{
    struct desk *desk = *state;
    static const struct verdict verdicts[] = {
        {STAGE_INTERVIU, {5, 2}, "belum lengkap", "Asesor A"},
        {STAGE_DOKUMEN, {3, 1}, "ada", ""},
    };
    response(desk, 0)->verdicts = verdicts;
    response(desk, 0)->verdict_count = COUNT(verdicts);
    response(desk, 0)->verified = (struct maybe){true, {1, 1}};
    want(desk, 0,
         "{\"verified\":\"2.5\",\n   \"stages\":[\n"
         "    {\"stage\":\"interviu\",\"value\":\"2.5\",\"reason\":\"belum lengkap\","
         "\"by\":\"Asesor A\"},\n"
         "    {\"stage\":\"dokumen\",\"value\":3,\"reason\":\"ada\"}]}");
}

/* Protects explanations: each under the number of its level. */
static void test_exchange_writer__writes_explanations(void **state)
{
    struct desk *desk = *state;
    static const char *const texts[5] = {NULL, "sudah", NULL, NULL, "belum"};
    response(desk, 3)->explanations = texts;
    want(desk, 3, "{\n   \"explanations\":{\n    \"2\":\"sudah\",\n    \"5\":\"belum\"}}");
}

/* Protects items: in the order of levels and numbers, however they were given. */
static void test_exchange_writer__sorts_items(void **state)
{
    struct desk *desk = *state;
    static const struct item items[] = {
        {3, 2, ANSWER_YES, NULL},
        {2, 2, ANSWER_NO, "hilang"},
        {3, 1, ANSWER_NONE, NULL},
        {2, 1, ANSWER_YES, NULL},
    };
    response(desk, 1)->items = items;
    response(desk, 1)->item_count = COUNT(items);
    want(desk, 1,
         "{\n   \"items\":{\n    \"I02.2.e1\":{\"met\":true},\n"
         "    \"I02.2.e2\":{\"met\":false,\"note\":\"hilang\"},\n"
         "    \"I02.3.e1\":{},\n    \"I02.3.e2\":{\"met\":true}}}");
}

/* Protects outside indexes: exact, also when negative. */
static void test_exchange_writer__writes_measures(void **state)
{
    struct desk *desk = *state;
    struct measure measure = {"indeks_uji", {-5, 4}};
    response(desk, 3)->measures = &measure;
    response(desk, 3)->measure_count = 1;
    want(desk, 3, "{\n   \"measures\":{\"indeks_uji\":\"-1.25\"}}");
    measure.value = fraction_whole(80);
    want(desk, 3, "{\n   \"measures\":{\"indeks_uji\":80}}");
}

/* Protects evidence: every member in one order, supported criteria in the instrument's order and each
 * once, and a document that says nothing keeps its place. */
static void test_exchange_writer__writes_evidence(void **state)
{
    struct desk *desk = *state;
    struct evidence whole = {
        .title = "Perwali",
        .number = "12/2023",
        .date = "2023-05-01",
        .file = "perwali.pdf",
        .sha256 = "00ff",
        .unit = "Hukum",
        .pages = "3-7",
        .note = "asli",
        .content = true,
    };
    case_evidence(&desk->c, "I01", whole, "I01.3.a I01.2.a I01.3.a I01.2.b");
    case_evidence(&desk->c, "I01", (struct evidence){.title = NULL}, "");
    case_evidence(&desk->c, "I01", (struct evidence){.title = ""}, "I01.5.b");
    want(desk, 0,
         "{\n   \"evidence\":[\n"
         "    {\"title\":\"Perwali\",\"number\":\"12/2023\",\"date\":\"2023-05-01\","
         "\"file\":\"perwali.pdf\",\"sha256\":\"00ff\",\"unit\":\"Hukum\",\"pages\":\"3-7\","
         "\"note\":\"asli\",\"supports\":[\"I01.2.a\",\"I01.2.b\",\"I01.3.a\"]},\n"
         "    {},\n    {\"supports\":[\"I01.5.b\"]}]}");
}

/* Protects the order of an indicator's keys, and what was in the text before. */
static void test_exchange_writer__keys_come_in_one_order(void **state)
{
    struct desk *desk = *state;
    case_evidence(&desk->c, "I04", (struct evidence){.title = "t"}, "");
    case_answer(&desk->c, "I04.2.a", ANSWER_YES);
    case_claim(&desk->c, "I04", 3);
    case_verify(&desk->c, "I04", 2);
    response(desk, 3)->note = "n";
    response(desk, 3)->state = STATE_LOCKED;
    struct text out = TEXT_EMPTY;
    text_add(&out, "before ");
    exchange_write_response(&desk->c.assessment, 3, &out);
    assert_string_equal(out.bytes, "before {\"claimed\":3,\"verified\":2,\"note\":\"n\","
                                   "\"state\":\"locked\",\n   \"criteria\":{\n"
                                   "    \"I04.2.a\":{\"met\":true}},\n   \"evidence\":[\n"
                                   "    {\"title\":\"t\"}]}");
    text_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) \
    cmocka_unit_test_setup_teardown(test_exchange_writer__##name, open_desk, close_desk)
        TEST(nothing_said_is_nothing), TEST(writes_values_exactly),   TEST(each_text_has_its_key),
        TEST(writes_the_state),        TEST(writes_answers_in_order), TEST(knows_its_own_criteria),
        TEST(writes_verdicts),         TEST(writes_explanations),     TEST(sorts_items),
        TEST(writes_measures),         TEST(writes_evidence),         TEST(keys_come_in_one_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
