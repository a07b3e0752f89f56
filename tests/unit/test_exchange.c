/* The assessment JSON: what a document becomes, and that nothing of it is lost on the way back.
 * What is refused stands in support_hostile.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "exchange.h"
#include "limit.h"
#include "support_fixture.h"
#include "support_guard.h"

#include <stdlib.h>
#include <string.h>

/* An instrument and what was read with it last. */
struct desk {
    struct fixture fixture;
    struct arena arena;
    struct assessment assessment;
    struct error err;
};

static int open_desk(void **state)
{
    struct desk *desk = calloc(1, sizeof *desk);
    fixture_open(&desk->fixture);
    *state = desk;
    return 0;
}

static int close_desk(void **state)
{
    struct desk *desk = *state;
    fixture_close(&desk->fixture);
    arena_release(&desk->arena);
    free(desk);
    return 0;
}

static bool take_bytes(struct desk *desk, const char *bytes, size_t length)
{
    error_clear(&desk->err);
    arena_clear(&desk->arena);
    return exchange_read(bytes, length, "f.json", &desk->fixture.instrument, &desk->arena,
                         &desk->assessment, &desk->err);
}

/* Reads a document that must be good. */
static void take(struct desk *desk, const char *bytes)
{
    if (!take_bytes(desk, bytes, strlen(bytes))) {
        fail_msg("refused: %s: %s\n%s", desk->err.where, desk->err.message, bytes);
    }
}

/* Reads a document that must be refused. */
static void refuse(struct desk *desk, const char *bytes, const char *id, const char *where)
{
    if (take_bytes(desk, bytes, strlen(bytes))) {
        fail_msg("taken: %s", bytes);
    }
    assert_string_equal(desk->err.id, id);
    assert_string_equal(desk->err.where, where);
}

#define HEAD "{\"format\":\"spbe-assessment/1\",\"instrument\":\"uji-2020\",\"year\":2024"
#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* A document that uses every key that a whole-valued instrument takes. */
static const char full[] = HEAD
    ",\n"
    " \"agency\":{\"name\":\"Kota Contoh\",\"kind\":\"kota\"},\n"
    " \"general\":{\n"
    "  \"PU1\":\"Baris satu\\nbaris \\\"dua\\\"\",\n"
    "  \"PU2\":\"é €\"},\n"
    " \"answers\":{\n"
    "  \"I01\":{\"claimed\":3,\"verified\":2,\"verified_reason\":\"kurang bukti\",\"note\":\"n\","
    "\"unit\":\"Dinas Kominfo\",\"state\":\"submitted\",\"carried\":\"uji-2020 2023\",\n"
    "   \"stages\":[\n"
    "    {\"stage\":\"interviu\",\"value\":2,\"reason\":\"belum lengkap\",\"by\":\"Asesor A\"},\n"
    "    {\"stage\":\"dokumen\",\"value\":3,\"reason\":\"ada\"}],\n"
    "   \"explanations\":{\n"
    "    \"2\":\"sudah ditetapkan\",\n"
    "    \"5\":\"belum\"},\n"
    "   \"criteria\":{\n"
    "    \"I01.2.a\":{\"met\":true},\n"
    "    \"I01.2.b\":{\"met\":false,\"note\":\"pasal 3\"},\n"
    "    \"I01.5.b\":{\"note\":\"nanti\"}},\n"
    "   \"evidence\":[\n"
    "    {\"title\":\"Perwali 12/2023\",\"number\":\"12/2023\",\"date\":\"2023-05-01\","
    "\"file\":\"perwali.pdf\",\"sha256\":\"" SHA "\",\"unit\":\"Bagian Hukum\",\"pages\":\"3-7\","
    "\"note\":\"asli\",\"supports\":[\"I01.2.a\",\"I01.2.b\"]},\n"
    "    {}]},\n"
    "  \"I05\":{\"claimed\":1,\n"
    "   \"criteria\":{\n"
    "    \"I05.1.a\":{\"met\":true}}}}}\n";

static int criterion(const struct desk *desk, const char *id)
{
    int position = instrument_find_criterion(&desk->fixture.instrument, id, strlen(id), 0);
    assert_int_not_equal(position, NOWHERE);
    return position;
}

/* Protects the meaning of every key. */
static void test_exchange__fills_the_record(void **state)
{
    struct desk *desk = *state;
    take(desk, full);
    const struct assessment *read = &desk->assessment;
    assert_string_equal(read->agency, "Kota Contoh");
    assert_int_equal(read->kind, KIND_KOTA);
    assert_int_equal(read->year, 2024);
    assert_string_equal(read->sha256, "");
    assert_int_equal(read->general_count, 2);
    assert_string_equal(read->general[0].id, "PU1");
    assert_string_equal(read->general[0].text, "Baris satu\nbaris \"dua\"");
    assert_string_equal(read->general[1].text, "é €");
    const struct response *first = &read->responses[0];
    assert_true(first->claimed.given && first->claimed.value.num == 3);
    assert_true(first->verified.given && first->verified.value.num == 2);
    assert_string_equal(first->verified_reason, "kurang bukti");
    assert_string_equal(first->note, "n");
    assert_string_equal(first->unit, "Dinas Kominfo");
    assert_string_equal(first->carried, "uji-2020 2023");
    assert_int_equal(first->state, STATE_SUBMITTED);
    assert_false(read->responses[1].claimed.given);
    assert_null(read->responses[1].note);
    assert_int_equal(read->responses[1].state, STATE_OPEN);
    assert_true(read->responses[4].claimed.given);
}

static void test_exchange__fills_answers_to_criteria(void **state)
{
    struct desk *desk = *state;
    take(desk, full);
    const struct assessment *read = &desk->assessment;
    assert_int_equal(read->answers[criterion(desk, "I01.2.a")], ANSWER_YES);
    assert_int_equal(read->answers[criterion(desk, "I01.2.b")], ANSWER_NO);
    assert_string_equal(read->notes[criterion(desk, "I01.2.b")], "pasal 3");
    assert_int_equal(read->answers[criterion(desk, "I01.5.b")], ANSWER_NONE);
    assert_string_equal(read->notes[criterion(desk, "I01.5.b")], "nanti");
    assert_int_equal(read->answers[criterion(desk, "I01.3.a")], ANSWER_NONE);
    assert_int_equal(read->answers[criterion(desk, "I05.1.a")], ANSWER_YES);
}

static void test_exchange__fills_evidence_and_verdicts(void **state)
{
    struct desk *desk = *state;
    take(desk, full);
    const struct response *first = &desk->assessment.responses[0];
    assert_int_equal(first->evidence_count, 2);
    const struct evidence *evidence = &first->evidence[0];
    assert_string_equal(evidence->title, "Perwali 12/2023");
    assert_string_equal(evidence->number, "12/2023");
    assert_string_equal(evidence->date, "2023-05-01");
    assert_string_equal(evidence->file, "perwali.pdf");
    assert_string_equal(evidence->sha256, SHA);
    assert_string_equal(evidence->unit, "Bagian Hukum");
    assert_string_equal(evidence->pages, "3-7");
    assert_string_equal(evidence->note, "asli");
    assert_false(evidence->content);
    assert_int_equal(evidence->support_count, 2);
    assert_int_equal(evidence->supports[1], criterion(desk, "I01.2.b"));
    assert_null(first->evidence[1].title);
    assert_int_equal(first->verdict_count, 2);
    assert_int_equal(first->verdicts[0].stage, STAGE_INTERVIU);
    assert_int_equal(first->verdicts[0].value.num, 2);
    assert_string_equal(first->verdicts[0].by, "Asesor A");
    assert_string_equal(first->verdicts[1].reason, "ada");
    assert_string_equal(first->verdicts[1].by, "");
    assert_string_equal(first->explanations[1], "sudah ditetapkan");
    assert_null(first->explanations[0]);
    assert_string_equal(first->explanations[4], "belum");
    assert_null(desk->assessment.responses[4].explanations);
}

/* The canonical form of the present record. */
static void check_written(const struct desk *desk, const char *wanted)
{
    struct text out = TEXT_EMPTY;
    exchange_write(&desk->assessment, &out);
    assert_string_equal(out.bytes, wanted);
    text_release(&out);
}

/* Protects files that are compared, hashed and kept: the canonical form is a fixed point. */
static void test_exchange__writes_what_it_read(void **state)
{
    struct desk *desk = *state;
    take(desk, full);
    check_written(desk, full);
    take(desk, HEAD "}");
    check_written(desk, HEAD "}\n");
}

/* Protects canonical order: however a document is ordered and spaced, equal ones are written alike. */
static void test_exchange__writes_equal_records_alike(void **state)
{
    struct desk *desk = *state;
    take(
        desk,
        "{ \"answers\" : {\n"
        "  \"I05\" : { \"criteria\" : { \"I05.1.a\" : { \"met\" : true } } , \"claimed\" : 1 } ,"
        "\"I03\":{},\"I02\":null,"
        "  \"I01\" : { \"evidence\":[{\"supports\":[\"I01.2.b\",\"I01.2.a\"],\"note\":\"asli\","
        "\"pages\":\"3-7\",\"unit\":\"Bagian Hukum\",\"sha256\":\""
        "0123456789ABCDEF0123456789ABCDEF0123456789abcdef0123456789abcdef\",\"file\":"
        "\"perwali.pdf\",\"date\":\"2023-05-01\",\"number\":\"12/2023\",\"title\":\"Perwali "
        "12\\/2023\"},{\"title\":\"\",\"supports\":[]}],"
        "\"criteria\":{\"I01.5.b\":{\"note\":\"nanti\"},\"I01.2.b\":{\"note\":\"pasal 3\",\"met\":"
        "false},\"I01.3.a\":{},\"I01.2.a\":{ \"met\": true }},"
        "\"explanations\":{\"5\":\"belum\",\"3\":null,\"2\":\"sudah ditetapkan\"},"
        "\"stages\":[{\"by\":\"Asesor A\",\"reason\":\"belum lengkap\",\"value\":2,\"stage\":"
        "\"interviu\"},{\"reason\":\"ada\",\"stage\":\"dokumen\",\"value\":3}],"
        "\"carried\":\"uji-2020 2023\",\"state\":\"submitted\",\"unit\":\"Dinas Kominfo\",\"note\":"
        "\"n\",\"verified_reason\":\"kurang bukti\",\"claimed\":3}},"
        "\"general\":{\"PU2\":\"\\u00e9 \\u20ac\",\"PU1\":\"Baris satu\\u000abaris "
        "\\u0022dua\\u0022\"},\"agency\":{\"kind\":\"kota\",\"name\":\"Kota "
        "Contoh\"},\"year\":2024,\"instrument\":\"uji-2020\",\"format\":\"spbe-assessment/1\"}");
    check_written(desk, full);
}

/* Protects answers of another year: they are kept, whatever the year. */
static void test_exchange__keeps_criteria_of_other_years(void **state)
{
    struct desk *desk = *state;
    static const char document[] = HEAD ",\n \"answers\":{\n"
                                        "  \"I02\":{\n"
                                        "   \"criteria\":{\n"
                                        "    \"I02.3.b\":{\"met\":true},\n"
                                        "    \"I02.4.b\":{\"met\":true}}}}}\n";
    take(desk, document);
    check_written(desk, document);
}

/* Protects optional keys: null is the same as leaving out. */
static void test_exchange__takes_null_as_not_given(void **state)
{
    struct desk *desk = *state;
    take(desk,
         HEAD ",\"agency\":{\"name\":null,\"kind\":null},\"general\":{\"PU1\":null},"
              "\"answers\":{\"I01\":{\"claimed\":null,\"verified\":null,\"verified_reason\":null,"
              "\"stages\":null,\"note\":null,\"unit\":null,\"state\":null,\"carried\":null,"
              "\"explanations\":null,\"criteria\":{\"I01.2.a\":{\"met\":null,\"note\":null}},"
              "\"items\":null,\"measures\":null,\"evidence\":null}}}");
    check_written(desk, HEAD "}\n");
}

/* Protects what assessors decided: the latest stage counts, the last word within it. */
static void test_exchange__takes_the_verified_value_from_the_latest_stage(void **state)
{
    struct desk *desk = *state;
    take(desk, HEAD ",\"answers\":{\"I01\":{\"stages\":["
                    "{\"stage\":\"visitasi\",\"value\":4,\"reason\":\"a\"},"
                    "{\"stage\":\"dokumen\",\"value\":2,\"reason\":\"b\"},"
                    "{\"stage\":\"visitasi\",\"value\":5,\"reason\":\"c\"},"
                    "{\"stage\":\"interviu\",\"value\":3,\"reason\":\"d\"}]}}}");
    const struct response *response = &desk->assessment.responses[0];
    assert_true(response->verified.given);
    assert_int_equal(response->verified.value.num, 5);
    assert_string_equal(assessment_verdict(response)->reason, "c");
    refuse(desk,
           HEAD
           ",\"answers\":{\"I01\":{\"verified\":4,\"stages\":[{\"stage\":\"reviu\",\"value\":3,"
           "\"reason\":\"a\"}]}}}",
           "EXCHANGE_VERIFIED", "f.json:1:96 $.answers.I01.verified");
    take(desk, HEAD ",\"answers\":{\"I01\":{\"verified\":4,\"stages\":[]}}}");
    assert_int_equal(desk->assessment.responses[0].verified.value.num, 4);
}

/* ---- instruments with fractions, items and measures ---- */

static const char pemdi[] = HEAD ",\n"
                                 " \"answers\":{\n"
                                 "  \"I01\":{\"claimed\":\"1.26\",\"verified\":\"7/6\",\n"
                                 "   \"items\":{\n"
                                 "    \"I01.2.e1\":{\"met\":true},\n"
                                 "    \"I01.2.e2\":{\"met\":false,\"note\":\"salah berkas\"},\n"
                                 "    \"I01.3.e1\":{\"note\":\"nanti\"}}},\n"
                                 "  \"I04\":{\"claimed\":4,\n"
                                 "   \"measures\":{\"indeks_uji\":\"68.75\"}}}}\n";

/* Protects Pemdi's answers before its pack exists: nothing is lost, order is canonical. */
static void test_exchange__keeps_fractions_items_and_measures(void **state)
{
    struct desk *desk = *state;
    fixture_as_pemdi(&desk->fixture);
    take(desk, pemdi);
    check_written(desk, pemdi);
    const struct response *first = &desk->assessment.responses[0];
    assert_true(fraction_compare(first->claimed.value, fraction_make(126, 100)) == 0);
    assert_int_equal(first->item_count, 3);
    assert_int_equal(first->items[1].level, 2);
    assert_int_equal(first->items[1].number, 2);
    assert_int_equal(first->items[1].answer, ANSWER_NO);
    assert_string_equal(desk->assessment.responses[3].measures[0].key, "indeks_uji");
    take(desk,
         HEAD ",\"answers\":{\"I04\":{\"claimed\":\"4.00\",\"measures\":{\"indeks_uji\":75}},"
              "\"I01\":{\"items\":{\"I01.3.e2\":{\"met\":true},\"I01.2.e1\":{\"met\":false}}}}}");
    check_written(desk, HEAD ",\n"
                             " \"answers\":{\n"
                             "  \"I01\":{\n"
                             "   \"items\":{\n"
                             "    \"I01.2.e1\":{\"met\":false},\n"
                             "    \"I01.3.e2\":{\"met\":true}}},\n"
                             "  \"I04\":{\"claimed\":4,\n"
                             "   \"measures\":{\"indeks_uji\":75}}}}\n");
}

#define PEMDI(id, members) HEAD ",\"answers\":{\"" id "\":{" members "}}}"

/* Documents name items beside criteria; written in one order, whatever order they came in. */
static void test_exchange__documents_name_items_that_score(void **state)
{
    struct desk *desk = *state;
    fixture_as_pemdi(&desk->fixture);
    take(desk, HEAD ",\"answers\":{\"I01\":{\"evidence\":[{\"supports\":[\"I01.3.e2\",\"I01.2.b\","
                    "\"I01.2.e1\",\"I01.2.a\",\"I01.3.e1\"]}]}}}");
    const struct evidence *item = &desk->assessment.responses[0].evidence[0];
    assert_int_equal(item->support_count, 2);
    assert_int_equal(item->item_count, 3);
    assert_true(assessment_proves_item(item, 3, 2));
    assert_false(assessment_proves_item(item, 2, 2));
    check_written(desk, HEAD ",\n"
                             " \"answers\":{\n"
                             "  \"I01\":{\n"
                             "   \"evidence\":[\n"
                             "    {\"supports\":[\"I01.2.a\",\"I01.2.b\",\"I01.2.e1\",\"I01.3.e1\","
                             "\"I01.3.e2\"]}]}}}\n");
}

/* Protects Pemdi's scale and ids. */
static void test_exchange__refuses_wrong_fractions_items_and_measures(void **state)
{
    static const struct {
        const char *bytes, *id, *path;
    } rows[] = {
        {PEMDI("I01", "\"claimed\":\"5.01\""), "EXCHANGE_SCALE", "$.answers.I01.claimed"},
        {PEMDI("I01", "\"claimed\":\"0.99\""), "EXCHANGE_SCALE", "$.answers.I01.claimed"},
        {PEMDI("I01", "\"claimed\":\"-1\""), "EXCHANGE_SCALE", "$.answers.I01.claimed"},
        {PEMDI("I01", "\"claimed\":1.26"), "JSON_WHOLE", "$.answers.I01.claimed"},
        {PEMDI("I01", "\"claimed\":\"1,26\""), "EXCHANGE_DECIMAL", "$.answers.I01.claimed"},
        {PEMDI("I01", "\"claimed\":\"\""), "EXCHANGE_DECIMAL", "$.answers.I01.claimed"},
        {PEMDI("I01", "\"claimed\":\"1.26 \""), "EXCHANGE_DECIMAL", "$.answers.I01.claimed"},
        {PEMDI("I01", "\"claimed\":\"1e0\""), "EXCHANGE_DECIMAL", "$.answers.I01.claimed"},
        {PEMDI("I01", "\"claimed\":\"7/0\""), "EXCHANGE_DECIMAL", "$.answers.I01.claimed"},
        {PEMDI("I01", "\"claimed\":6"), "JSON_RANGE", "$.answers.I01.claimed"},
        {PEMDI("I01", "\"evidence\":[{\"supports\":[\"I01.2.e3\"]}]"), "EXCHANGE_CRITERION",
         "$.answers.I01.evidence[0].supports[0]"},
        {PEMDI("I01", "\"evidence\":[{\"supports\":[\"I02.2.e1\"]}]"), "EXCHANGE_CRITERION",
         "$.answers.I01.evidence[0].supports[0]"},
        {PEMDI("I01", "\"evidence\":[{\"supports\":[\"I01.2.e1\",\"I01.2.a\",\"I01.2.e1\"]}]"),
         "EXCHANGE_TWICE", "$.answers.I01.evidence[0].supports[2]"},
        {PEMDI("I01", "\"items\":{\"I01.2.e3\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01.2.e3\"]"},
        {PEMDI("I01", "\"items\":{\"I01.2.e0\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01.2.e0\"]"},
        {PEMDI("I01", "\"items\":{\"I01.2.e01\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01.2.e01\"]"},
        {PEMDI("I01", "\"items\":{\"I01.02.e1\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01.02.e1\"]"},
        {PEMDI("I01", "\"items\":{\"I01.1.e3\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01.1.e3\"]"},
        {PEMDI("I01", "\"items\":{\"I01.6.e1\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01.6.e1\"]"},
        {PEMDI("I01", "\"items\":{\"I02.2.e1\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I02.2.e1\"]"},
        {PEMDI("I01", "\"items\":{\"I01.2.a\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01.2.a\"]"},
        {PEMDI("I01", "\"items\":{\"I01.2.e1x\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01.2.e1x\"]"},
        {PEMDI("I01", "\"items\":{\"I01. 2.e1\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01. 2.e1\"]"},
        {PEMDI("I01", "\"items\":{\"I01.2.e1\":{},\"I01.2.e1\":{}}"), "JSON_DUPLICATE_KEY",
         "$.answers.I01.items[\"I01.2.e1\"]"},
        {PEMDI("I01", "\"claimed\":\"\\ud800\""), "JSON_SURROGATE", "$.answers.I01.claimed"},
        {PEMDI("I01", "\"items\":[]"), "JSON_TYPE", "$.answers.I01.items"},
        {PEMDI("I01", "\"items\":{\"I01.2.e1\":true}"), "JSON_TYPE",
         "$.answers.I01.items[\"I01.2.e1\"]"},
        {PEMDI("I01", "\"items\":{\"I01.9999.e1\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01.9999.e1\"]"},
        {PEMDI("I01", "\"items\":{\"I01.2.e9999\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01.2.e9999\"]"},
        {PEMDI("I01", "\"items\":{\"I01.-2.e1\":{}}"), "EXCHANGE_ITEM",
         "$.answers.I01.items[\"I01.-2.e1\"]"},
        {PEMDI("I01", "\"measures\":{\"indeks_uji\":\"1\"}"), "EXCHANGE_MEASURE",
         "$.answers.I01.measures.indeks_uji"},
        {PEMDI("I04", "\"measures\":{\"indeks\":\"1\"}"), "EXCHANGE_MEASURE",
         "$.answers.I04.measures.indeks"},
        {PEMDI("I04", "\"measures\":{\"indeks_uji\":1.5}"), "JSON_WHOLE",
         "$.answers.I04.measures.indeks_uji"},
        {PEMDI("I04", "\"measures\":{\"indeks_uji\":\"x\"}"), "EXCHANGE_DECIMAL",
         "$.answers.I04.measures.indeks_uji"},
        {PEMDI("I04", "\"measures\":{\"indeks_uji\":null,\"indeks_uji\":1}"), "JSON_DUPLICATE_KEY",
         "$.answers.I04.measures.indeks_uji"},
    };
    struct desk *desk = *state;
    fixture_as_pemdi(&desk->fixture);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (take_bytes(desk, rows[i].bytes, strlen(rows[i].bytes)) ||
            strcmp(desk->err.id, rows[i].id) != 0 ||
            strcmp(strchr(desk->err.where, '$'), rows[i].path) != 0) {
            fail_msg("%s: %s at %s", rows[i].bytes, desk->err.id, desk->err.where);
        }
    }
}

/* Protects a scale with a level 0, as that of 2018, and one whose indicator lacks a level. */
static void test_exchange__takes_the_scale_of_the_indicator(void **state)
{
    struct desk *desk = *state;
    struct level *levels =
        arena_get(&desk->fixture.arena, desk->fixture.instrument.level_count, sizeof *levels);
    memcpy(levels, desk->fixture.instrument.levels,
           desk->fixture.instrument.level_count * sizeof *levels);
    levels[0].number = 0;
    desk->fixture.instrument.levels = levels;
    desk->fixture.instrument.level_lowest = 0;
    take(desk, HEAD ",\"answers\":{\"I01\":{\"claimed\":0}}}");
    assert_true(desk->assessment.responses[0].claimed.given);
    refuse(desk, HEAD ",\"answers\":{\"I01\":{\"claimed\":1}}}", "EXCHANGE_LEVEL",
           "f.json:1:95 $.answers.I01.claimed");
    refuse(desk, HEAD ",\"answers\":{\"I02\":{\"claimed\":0}}}", "EXCHANGE_LEVEL",
           "f.json:1:95 $.answers.I02.claimed");
}

/* ---- another instrument ---- */

static void test_exchange__refuses_another_instrument(void **state)
{
    struct desk *desk = *state;
    refuse(desk, "{\"format\":\"spbe-assessment/1\",\"instrument\":\"pemdi-2026\",\"year\":2026}",
           "EXCHANGE_INSTRUMENT", "f.json:1:44 $.instrument");
    assert_non_null(strstr(desk->err.message, "uji-2020"));
}

/* What exchange_peek_instrument says about a document: the id, or the row of its refusal. */
static const char *peek(const char *bytes, char id[EXCHANGE_ID_BYTES], struct error *err)
{
    struct guard guard;
    error_clear(err);
    guard_open(&guard, bytes, strlen(bytes));
    bool ok = exchange_peek_instrument(guard.bytes, strlen(bytes), "f.json", id, err);
    guard_close(&guard);
    return ok ? id : err->id;
}

/* Protects the choice of the pack: the id is found wherever it stands, and only at the top. */
static void test_exchange__finds_the_instrument_wherever_it_stands(void **state)
{
    static const struct {
        const char *bytes, *wanted;
    } rows[] = {
        {"{\"instrument\":\"a\"}", "a"},
        {"{\"instrument\":\"a\", not looked at", "a"},
        {"{\"format\":\"spbe-assessment/1\",\"instrument\":\"a\"", "a"},
        {"{\"answers\":{\"instrument\":\"b\",\"x\":[\"}\",{}]},\"year\":1,\"instrument\":\"a\"}",
         "a"},
        {"{\"instr\\u0075ment\":\"\\u0061\"}", "a"},
        {"{\"instrument\":null,\"instrument\":\"a\"}", "a"},
        {"{\"year\":2024,\"agency\":{\"name\":\"\\\"}\"},\"instrument\":\"a\"}", "a"},
        {"{}", "EXCHANGE_MISSING"},
        {"{\"answers\":{\"instrument\":\"b\"}}", "EXCHANGE_MISSING"},
        {"{\"instrument\":null}", "EXCHANGE_MISSING"},
        {"{\"instrument\":7}", "JSON_TYPE"},
        {"{\"format\":\"spbe-report/1\",\"instrument\":\"a\"}", "EXCHANGE_FORMAT"},
        {"{\"answers\":{\"a\":[}},\"year\":1}", "JSON_EXPECTED"},
        {"{\"answers\":{\"a\":1", "JSON_CUT"},
        {"{\"a\":1,\"a\":2}", "JSON_DUPLICATE_KEY"},
        {"[]", "JSON_TYPE"},
        {"", "JSON_EMPTY"},
        {"{\"instrument\":\"0123456789012345678901234567890123456789012345678901234567890123\"}",
         "EXCHANGE_ID"},
    };
    (void)state;
    char id[EXCHANGE_ID_BYTES];
    struct error err = {.kind = ERROR_NONE};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(peek(rows[i].bytes, id, &err), rows[i].wanted);
    }
}

/* ---- damage, limits ---- */

/* Protects against files cut by a broken copy. */
static void test_exchange__refuses_every_prefix(void **state)
{
    struct desk *desk = *state;
    size_t whole = strlen(full) - 1; /* without the line break */
    for (size_t length = 0; length <= whole; length++) {
        struct guard guard;
        guard_open(&guard, full, length);
        assert_int_equal(take_bytes(desk, guard.bytes, length), length == whole);
        guard_close(&guard);
    }
}

/* Protects against damage in the middle: whatever is still taken is written and read back the same. */
static void test_exchange__survives_every_change_of_one_byte(void **state)
{
    static const char others[] = "\0\"\\{}[],:0 9ea\n\x80\xC3\xFF";
    struct desk *desk = *state;
    size_t taken = 0;
    for (size_t at = 0; at < strlen(full); at++) {
        for (size_t k = 0; k < sizeof others - 1; k++) {
            struct text copy = TEXT_EMPTY;
            struct text first = TEXT_EMPTY;
            struct text second = TEXT_EMPTY;
            text_append(&copy, full, strlen(full));
            copy.bytes[at] = others[k];
            if (take_bytes(desk, copy.bytes, copy.length)) {
                taken++;
                exchange_write(&desk->assessment, &first);
                take(desk, first.bytes);
                exchange_write(&desk->assessment, &second);
                assert_string_equal(first.bytes, second.bytes);
            } else {
                assert_true(desk->err.where[0] != '\0' && desk->err.message[0] != '\0');
            }
            text_release(&copy);
            text_release(&first);
            text_release(&second);
        }
    }
    assert_true(taken > 100);
}

/* Protects the year's bounds, and the text's, on both sides. */
static void test_exchange__bounds_years_and_texts(void **state)
{
    struct desk *desk = *state;
    struct text document = TEXT_EMPTY;
    static const int years[] = {2020, 2021, LIMIT_YEAR, LIMIT_YEAR + 1};
    for (size_t i = 0; i < 4; i++) {
        text_clear(&document);
        text_format(&document,
                    "{\"format\":\"spbe-assessment/1\",\"instrument\":\"uji-2020\",\"year\":%d}",
                    years[i]);
        assert_int_equal(take_bytes(desk, document.bytes, document.length), i == 1 || i == 2);
    }
    for (size_t over = 0; over < 2; over++) {
        text_clear(&document);
        text_add(&document, HEAD ",\"answers\":{\"I01\":{\"note\":\"");
        for (size_t i = 0; i < LIMIT_TEXT_BYTES + over; i++) {
            text_add_byte(&document, 'x');
        }
        text_add(&document, "\"}}}");
        assert_int_equal(take_bytes(desk, document.bytes, document.length), over == 0);
    }
    assert_int_equal(desk->err.kind, ERROR_LIMIT);
    assert_false(take_bytes(desk, full, (size_t)LIMIT_JSON_BYTES + 1)); /* not looked at */
    assert_string_equal(desk->err.id, "EXCHANGE_LARGE");
    assert_string_equal(desk->err.where, "f.json");
    text_release(&document);
}

/* Protects batches: reading again and again takes no more memory than the first time. */
static void test_exchange__reads_many_in_constant_memory(void **state)
{
    struct desk *desk = *state;
    take(desk, full);
    struct arena_block *first = desk->arena.first;
    for (int i = 0; i < 1000; i++) {
        take(desk, full);
        assert_ptr_equal(desk->arena.first, first);
        assert_ptr_equal(desk->arena.current, first);
    }
}

/* ---- random records ---- */

static uint64_t random_state = 1;

/* 0 to most - 1, the same in every run. */
static size_t pick(size_t most)
{
    random_state = random_state * 6364136223846793005U + 1442695040888963407U;
    return (size_t)(random_state >> 33) % most;
}

/* A text now and then, else NULL. */
static const char *pick_text(void)
{
    static const char *const texts[] = {"a",         "dua kata",  "\"kutip\"", "\\",
                                        "é€😀",       "a\nb\tc\r", "\x01\x1F",  "{\"x\":[1]}",
                                        "</script>", "=1+1",      "   ",       "\x7F"};
    return pick(3) == 0 ? texts[pick(sizeof texts / sizeof texts[0])] : NULL;
}

static struct maybe pick_value(bool fractions)
{
    struct maybe maybe = {pick(2) == 0, fraction_whole((int64_t)pick(5) + 1)};
    if (fractions && pick(2) == 0) {
        maybe.value = fraction_make((int64_t)pick(401) + 100, 100);
    }
    if (fractions && pick(9) == 0) {
        maybe.value = fraction_make((int64_t)pick(9) + 7, 7);
        maybe.value = maybe.value.num > 5 * maybe.value.den ? fraction_whole(5) : maybe.value;
    }
    return maybe;
}

/* Some of the items that a document can name, the last first. */
static void pick_names(struct assessment *made, struct evidence *evidence)
{
    struct item_name *names = arena_get(made->arena, 8, sizeof *names);
    for (int level = 5; level >= 2; level--) {
        for (int number = 2; number >= 1; number--) {
            if (pick(3) == 0) {
                names[evidence->item_count++] = (struct item_name){level, number};
            }
        }
    }
    evidence->items = names;
}

static void pick_evidence(struct assessment *made, size_t indicator)
{
    struct response *response = &made->responses[indicator];
    const struct instrument *instrument = made->instrument;
    size_t count = pick(4);
    struct evidence *evidence = arena_get(made->arena, count, sizeof *evidence);
    for (size_t i = 0; i < count; i++) {
        int *supports = arena_get(made->arena, instrument->criterion_count, sizeof *supports);
        evidence[i] = (struct evidence){.title = pick_text(),
                                        .number = pick_text(),
                                        .file = pick_text(),
                                        .unit = pick_text(),
                                        .pages = pick_text(),
                                        .note = pick_text(),
                                        .date = pick(2) == 0 ? "2024-02-29" : NULL,
                                        .sha256 = pick(2) == 0 ? SHA : NULL,
                                        .supports = supports};
        for (size_t k = instrument->criterion_count; k-- > 0;) {
            if (instrument->criteria[k].indicator == (int)indicator && pick(3) == 0) {
                supports[evidence[i].support_count++] = (int)k;
            }
        }
        if (instrument->items) {
            pick_names(made, &evidence[i]);
        }
    }
    response->evidence = evidence;
    response->evidence_count = count;
}

static void pick_verdicts(struct assessment *made, size_t indicator, bool fractions)
{
    struct response *response = &made->responses[indicator];
    size_t count = pick(2) * pick(4);
    struct verdict *verdicts = arena_get(made->arena, count, sizeof *verdicts);
    for (size_t i = 0; i < count; i++) {
        const char *reason = pick_text();
        const char *by = pick_text();
        verdicts[i] = (struct verdict){(enum stage)pick(STAGE_COUNT), pick_value(fractions).value,
                                       reason == NULL ? "alasan" : reason, by == NULL ? "" : by};
    }
    response->verdicts = verdicts;
    response->verdict_count = count;
}

static void pick_pemdi(struct assessment *made, size_t indicator)
{
    struct response *response = &made->responses[indicator];
    struct item *items = arena_get(made->arena, 8, sizeof *items);
    for (int level = 5; level >= 2; level--) {
        for (int number = 2; number >= 1; number--) {
            if (pick(2) == 0) {
                items[response->item_count++] =
                    (struct item){level, number, (enum answer)pick(3), pick_text()};
            }
        }
    }
    response->items = items;
    if (indicator == 3 && pick(2) == 0) {
        struct measure *measure = arena_get(made->arena, 1, sizeof *measure);
        *measure = (struct measure){made->instrument->indicators[3].measures[0],
                                    fraction_make((int64_t)pick(10001), 100)};
        response->measures = measure;
        response->measure_count = 1;
    }
}

static void pick_response(struct assessment *made, size_t indicator, bool fractions)
{
    struct response *response = &made->responses[indicator];
    response->claimed = pick_value(fractions);
    response->verified = pick_value(fractions);
    response->state = (enum state)pick(STATE_COUNT);
    response->note = pick_text();
    response->verified_reason = pick_text();
    response->unit = pick_text();
    response->carried = pick_text();
    pick_evidence(made, indicator);
    pick_verdicts(made, indicator, fractions);
    if (fractions) {
        pick_pemdi(made, indicator);
    }
    const char **explanations = arena_get(made->arena, 5, sizeof *explanations);
    for (size_t i = 0; i < 5; i++) {
        explanations[i] = pick_text();
        response->explanations = explanations[i] != NULL ? explanations : response->explanations;
    }
}

static void pick_assessment(struct assessment *made, const struct instrument *instrument,
                            struct arena *arena)
{
    assessment_init(made, instrument, arena);
    const char *agency = pick_text();
    made->agency = agency == NULL ? "" : agency;
    made->kind = (enum kind)pick(KIND_NONE + 1);
    made->year = 2021 + (int)pick(80);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (pick(4) != 0) {
            pick_response(made, i, instrument->fractions);
        }
    }
    for (size_t i = 0; i < instrument->criterion_count; i++) {
        made->answers[i] = (unsigned char)pick(3);
        made->notes[i] = pick_text();
    }
    struct general_answer *general = arena_get(arena, 2, sizeof *general);
    for (size_t i = 2; i-- > 0;) {
        const char *text = pick_text();
        if (text != NULL) {
            general[made->general_count++] =
                (struct general_answer){instrument->questions[i].id, text};
        }
    }
    made->general = general;
}

/* Both NULL, or equal. */
static void same_text(const char *left, const char *right)
{
    assert_int_equal(left == NULL, right == NULL);
    if (left != NULL) {
        assert_string_equal(left, right);
    }
}

static void same_value(struct maybe left, struct maybe right)
{
    assert_int_equal(left.given, right.given);
    assert_true(!left.given || fraction_compare(left.value, right.value) == 0);
}

static bool supports(const struct evidence *evidence, int position)
{
    size_t i = 0;
    while (i < evidence->support_count && evidence->supports[i] != position) {
        i++;
    }
    return i < evidence->support_count;
}

static void same_evidence(const struct evidence *left, const struct evidence *right)
{
    same_text(left->title, right->title);
    same_text(left->number, right->number);
    same_text(left->date, right->date);
    same_text(left->file, right->file);
    same_text(left->sha256, right->sha256);
    same_text(left->unit, right->unit);
    same_text(left->pages, right->pages);
    same_text(left->note, right->note);
    assert_int_equal(left->support_count, right->support_count);
    for (size_t i = 0; i < left->support_count; i++) {
        assert_true(supports(right, left->supports[i]));
    }
}

static void same_items(const struct response *left, const struct response *right)
{
    assert_int_equal(left->item_count, right->item_count);
    for (size_t i = 0; i < left->item_count; i++) {
        /* They are made backwards, and written in order. */
        const struct item *item = &left->items[left->item_count - 1 - i];
        assert_int_equal(item->level, right->items[i].level);
        assert_int_equal(item->number, right->items[i].number);
        assert_int_equal(item->answer, right->items[i].answer);
        same_text(item->note, right->items[i].note);
    }
    assert_int_equal(left->measure_count, right->measure_count);
    for (size_t i = 0; i < left->measure_count; i++) {
        assert_true(fraction_compare(left->measures[i].value, right->measures[i].value) == 0);
    }
}

/* Items in the order of level and number, whatever order they came in. */
static void same_names(const struct evidence *left, const struct evidence *right)
{
    assert_int_equal(left->item_count, right->item_count);
    for (size_t i = 0; i < left->item_count; i++) {
        const struct item_name *name = &left->items[left->item_count - 1 - i];
        assert_int_equal(name->level, right->items[i].level);
        assert_int_equal(name->number, right->items[i].number);
        assert_true(assessment_proves_item(right, name->level, name->number));
    }
}

static void same_response(const struct response *left, const struct response *right)
{
    const struct verdict *counts = assessment_verdict(left);
    struct maybe verified = counts == NULL ? left->verified : (struct maybe){true, counts->value};
    same_value(left->claimed, right->claimed);
    same_value(verified, right->verified);
    assert_int_equal(left->state, right->state);
    same_text(left->note, right->note);
    same_text(left->verified_reason, right->verified_reason);
    same_text(left->unit, right->unit);
    same_text(left->carried, right->carried);
    same_items(left, right);
    assert_int_equal(left->verdict_count, right->verdict_count);
    for (size_t i = 0; i < left->verdict_count; i++) {
        assert_int_equal(left->verdicts[i].stage, right->verdicts[i].stage);
        assert_true(fraction_compare(left->verdicts[i].value, right->verdicts[i].value) == 0);
        same_text(left->verdicts[i].reason, right->verdicts[i].reason);
        same_text(left->verdicts[i].by, right->verdicts[i].by);
    }
    assert_int_equal(left->evidence_count, right->evidence_count);
    for (size_t i = 0; i < left->evidence_count; i++) {
        same_evidence(&left->evidence[i], &right->evidence[i]);
        same_names(&left->evidence[i], &right->evidence[i]);
    }
    for (size_t i = 0; i < 5 && left->explanations != NULL; i++) {
        same_text(left->explanations[i], right->explanations[i]);
    }
    assert_int_equal(left->explanations == NULL, right->explanations == NULL);
}

static void same_assessment(const struct assessment *left, const struct assessment *right)
{
    assert_string_equal(left->agency, right->agency);
    assert_int_equal(left->kind, right->kind);
    assert_int_equal(left->year, right->year);
    assert_memory_equal(left->answers, right->answers, left->instrument->criterion_count);
    for (size_t i = 0; i < left->instrument->criterion_count; i++) {
        same_text(left->notes[i], right->notes[i]);
    }
    for (size_t i = 0; i < left->instrument->indicator_count; i++) {
        same_response(&left->responses[i], &right->responses[i]);
    }
    assert_int_equal(left->general_count, right->general_count);
    for (size_t i = 0; i < left->general_count; i++) {
        const struct general_answer *other = &right->general[left->general_count - 1 - i];
        same_text(left->general[i].id, other->id);
        same_text(left->general[i].text, other->text);
    }
}

/* Protects everything anybody ever answered: a thousand records go out and come back unharmed, and go
 * out again as the same bytes. */
static void test_exchange__loses_nothing_of_a_thousand_records(void **state)
{
    struct desk *desk = *state;
    struct arena arena = ARENA_EMPTY;
    for (int i = 0; i < 1000; i++) {
        struct assessment made;
        struct text first = TEXT_EMPTY;
        struct text second = TEXT_EMPTY;
        if (i == 500) {
            fixture_as_pemdi(&desk->fixture);
        }
        arena_clear(&arena);
        pick_assessment(&made, &desk->fixture.instrument, &arena);
        exchange_write(&made, &first);
        assert_int_equal(text_utf8_prefix(first.bytes, first.length), first.length);
        take(desk, first.bytes);
        same_assessment(&made, &desk->assessment);
        exchange_write(&desk->assessment, &second);
        assert_string_equal(first.bytes, second.bytes);
        text_release(&first);
        text_release(&second);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_exchange__fills_the_record, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__fills_answers_to_criteria, open_desk,
                                        close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__fills_evidence_and_verdicts, open_desk,
                                        close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__writes_what_it_read, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__writes_equal_records_alike, open_desk,
                                        close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__keeps_criteria_of_other_years, open_desk,
                                        close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__takes_null_as_not_given, open_desk,
                                        close_desk),
        cmocka_unit_test_setup_teardown(
            test_exchange__takes_the_verified_value_from_the_latest_stage, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__keeps_fractions_items_and_measures,
                                        open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__documents_name_items_that_score, open_desk,
                                        close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__refuses_wrong_fractions_items_and_measures,
                                        open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__takes_the_scale_of_the_indicator, open_desk,
                                        close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__refuses_another_instrument, open_desk,
                                        close_desk),
        cmocka_unit_test(test_exchange__finds_the_instrument_wherever_it_stands),
        cmocka_unit_test_setup_teardown(test_exchange__refuses_every_prefix, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__survives_every_change_of_one_byte, open_desk,
                                        close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__bounds_years_and_texts, open_desk,
                                        close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__reads_many_in_constant_memory, open_desk,
                                        close_desk),
        cmocka_unit_test_setup_teardown(test_exchange__loses_nothing_of_a_thousand_records,
                                        open_desk, close_desk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
