/* The assessment JSON: what a document becomes. What goes out again stands in test_exchange_round.c, what is
 * refused in support_hostile.c. */
#include "exchange.h"
#include "limit.h"
#include "support_desk.h"
#include "support_guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

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
    desk_take(desk, desk_full);
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
    desk_take(desk, desk_full);
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
    desk_take(desk, desk_full);
    const struct response *first = &desk->assessment.responses[0];
    assert_int_equal(first->evidence_count, 2);
    const struct evidence *evidence = &first->evidence[0];
    assert_string_equal(evidence->title, "Perwali 12/2023");
    assert_string_equal(evidence->number, "12/2023");
    assert_string_equal(evidence->date, "2023-05-01");
    assert_string_equal(evidence->file, "perwali.pdf");
    assert_string_equal(evidence->sha256, DESK_SHA);
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

/* Protects what assessors decided: the latest stage counts, the last word within it. */
static void test_exchange__takes_the_verified_value_from_the_latest_stage(void **state)
{
    struct desk *desk = *state;
    desk_take(desk, DESK_HEAD ",\"answers\":{\"I01\":{\"stages\":["
                              "{\"stage\":\"visitasi\",\"value\":4,\"reason\":\"a\"},"
                              "{\"stage\":\"dokumen\",\"value\":2,\"reason\":\"b\"},"
                              "{\"stage\":\"visitasi\",\"value\":5,\"reason\":\"c\"},"
                              "{\"stage\":\"interviu\",\"value\":3,\"reason\":\"d\"}]}}}");
    const struct response *response = &desk->assessment.responses[0];
    assert_true(response->verified.given);
    assert_int_equal(response->verified.value.num, 5);
    assert_string_equal(assessment_verdict(response)->reason, "c");
    desk_refuse(
        desk,
        DESK_HEAD
        ",\"answers\":{\"I01\":{\"verified\":4,\"stages\":[{\"stage\":\"reviu\",\"value\":3,"
        "\"reason\":\"a\"}]}}}",
        "EXCHANGE_VERIFIED", "f.json:1:96 $.answers.I01.verified");
    desk_take(desk, DESK_HEAD ",\"answers\":{\"I01\":{\"verified\":4,\"stages\":[]}}}");
    assert_int_equal(desk->assessment.responses[0].verified.value.num, 4);
}

/* ---- instruments with fractions, items and measures ---- */

#define PEMDI(id, members) DESK_HEAD ",\"answers\":{\"" id "\":{" members "}}}"

/* Documents, the row of core/message.h that refuses each, and the place. */
static const struct {
    const char *bytes, *id, *path;
} wrong[] = {
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

/* Protects Pemdi's scale and ids. */
static void test_exchange__refuses_wrong_fractions_items_and_measures(void **state)
{
    struct desk *desk = *state;
    fixture_as_pemdi(&desk->fixture);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        if (desk_take_bytes(desk, wrong[i].bytes, strlen(wrong[i].bytes)) ||
            strcmp(desk->err.id, wrong[i].id) != 0 ||
            strcmp(strchr(desk->err.where, '$'), wrong[i].path) != 0) {
            fail_msg("%s: %s at %s", wrong[i].bytes, desk->err.id, desk->err.where);
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
    desk_take(desk, DESK_HEAD ",\"answers\":{\"I01\":{\"claimed\":0}}}");
    assert_true(desk->assessment.responses[0].claimed.given);
    desk_refuse(desk, DESK_HEAD ",\"answers\":{\"I01\":{\"claimed\":1}}}", "EXCHANGE_LEVEL",
                "f.json:1:95 $.answers.I01.claimed");
    desk_refuse(desk, DESK_HEAD ",\"answers\":{\"I02\":{\"claimed\":0}}}", "EXCHANGE_LEVEL",
                "f.json:1:95 $.answers.I02.claimed");
}

/* ---- another instrument ---- */

static void test_exchange__refuses_another_instrument(void **state)
{
    struct desk *desk = *state;
    desk_refuse(desk,
                "{\"format\":\"spbe-assessment/1\",\"instrument\":\"pemdi-2026\",\"year\":2026}",
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
    size_t whole = strlen(desk_full) - 1; /* without the line break */
    for (size_t length = 0; length <= whole; length++) {
        struct guard guard;
        guard_open(&guard, desk_full, length);
        assert_int_equal(desk_take_bytes(desk, guard.bytes, length), length == whole);
        guard_close(&guard);
    }
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
        assert_int_equal(desk_take_bytes(desk, document.bytes, document.length), i == 1 || i == 2);
    }
    for (size_t over = 0; over < 2; over++) {
        text_clear(&document);
        text_add(&document, DESK_HEAD ",\"answers\":{\"I01\":{\"note\":\"");
        for (size_t i = 0; i < LIMIT_TEXT_BYTES + over; i++) {
            text_add_byte(&document, 'x');
        }
        text_add(&document, "\"}}}");
        assert_int_equal(desk_take_bytes(desk, document.bytes, document.length), over == 0);
    }
    assert_int_equal(desk->err.kind, ERROR_LIMIT);
    assert_false(
        desk_take_bytes(desk, desk_full, (size_t)LIMIT_JSON_BYTES + 1)); /* not looked at */
    assert_string_equal(desk->err.id, "EXCHANGE_LARGE");
    assert_string_equal(desk->err.where, "f.json");
    text_release(&document);
}

/* Protects batches: reading again and again takes no more memory than the first time. */
static void test_exchange__reads_many_in_constant_memory(void **state)
{
    struct desk *desk = *state;
    desk_take(desk, desk_full);
    struct arena_block *first = desk->arena.first;
    for (int i = 0; i < 1000; i++) {
        desk_take(desk, desk_full);
        assert_ptr_equal(desk->arena.first, first);
        assert_ptr_equal(desk->arena.current, first);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_exchange__fills_the_record, desk_open, desk_close),
        cmocka_unit_test_setup_teardown(test_exchange__fills_answers_to_criteria, desk_open,
                                        desk_close),
        cmocka_unit_test_setup_teardown(test_exchange__fills_evidence_and_verdicts, desk_open,
                                        desk_close),
        cmocka_unit_test_setup_teardown(
            test_exchange__takes_the_verified_value_from_the_latest_stage, desk_open, desk_close),
        cmocka_unit_test_setup_teardown(test_exchange__refuses_wrong_fractions_items_and_measures,
                                        desk_open, desk_close),
        cmocka_unit_test_setup_teardown(test_exchange__takes_the_scale_of_the_indicator, desk_open,
                                        desk_close),
        cmocka_unit_test_setup_teardown(test_exchange__refuses_another_instrument, desk_open,
                                        desk_close),
        cmocka_unit_test(test_exchange__finds_the_instrument_wherever_it_stands),
        cmocka_unit_test_setup_teardown(test_exchange__refuses_every_prefix, desk_open, desk_close),
        cmocka_unit_test_setup_teardown(test_exchange__bounds_years_and_texts, desk_open,
                                        desk_close),
        cmocka_unit_test_setup_teardown(test_exchange__reads_many_in_constant_memory, desk_open,
                                        desk_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
