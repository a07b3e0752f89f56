/* The assessment JSON: nothing of it is lost on the way in and out, and equal records are the same bytes. */
#include "exchange.h"
#include "support_desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* The canonical form of the present record. */
static void check_written(const struct desk *desk, const char *wanted)
{
    struct text out = TEXT_EMPTY;
    exchange_write(&desk->assessment, &out);
    assert_string_equal(out.bytes, wanted);
    text_release(&out);
}

/* Protects files that are compared, hashed and kept: the canonical form is a fixed point. */
static void test_exchange_round__writes_what_it_read(void **state)
{
    struct desk *desk = *state;
    desk_take(desk, desk_full);
    check_written(desk, desk_full);
    desk_take(desk, DESK_HEAD "}");
    check_written(desk, DESK_HEAD "}\n");
}

/* Protects canonical order: however a document is ordered and spaced, equal ones are written alike. */
static void test_exchange_round__writes_equal_records_alike(void **state)
{
    struct desk *desk = *state;
    desk_take(
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
    check_written(desk, desk_full);
}

/* Protects answers of another year: they are kept, whatever the year. */
static void test_exchange_round__keeps_criteria_of_other_years(void **state)
{
    struct desk *desk = *state;
    static const char document[] = DESK_HEAD ",\n \"answers\":{\n"
                                             "  \"I02\":{\n"
                                             "   \"criteria\":{\n"
                                             "    \"I02.3.b\":{\"met\":true},\n"
                                             "    \"I02.4.b\":{\"met\":true}}}}}\n";
    desk_take(desk, document);
    check_written(desk, document);
}

/* Protects optional keys: null is the same as leaving out. */
static void test_exchange_round__takes_null_as_not_given(void **state)
{
    struct desk *desk = *state;
    desk_take(desk, DESK_HEAD
              ",\"agency\":{\"name\":null,\"kind\":null},\"general\":{\"PU1\":null},"
              "\"answers\":{\"I01\":{\"claimed\":null,\"verified\":null,\"verified_reason\":null,"
              "\"stages\":null,\"note\":null,\"unit\":null,\"state\":null,\"carried\":null,"
              "\"explanations\":null,\"criteria\":{\"I01.2.a\":{\"met\":null,\"note\":null}},"
              "\"items\":null,\"measures\":null,\"evidence\":null}}}");
    check_written(desk, DESK_HEAD "}\n");
}

/* ---- instruments with fractions, items and measures ---- */

static const char pemdi[] =
    DESK_HEAD ",\n"
              " \"answers\":{\n"
              "  \"I01\":{\"claimed\":\"1.26\",\"verified\":\"7/6\",\n"
              "   \"items\":{\n"
              "    \"I01.2.e1\":{\"met\":true},\n"
              "    \"I01.2.e2\":{\"met\":false,\"note\":\"salah berkas\"},\n"
              "    \"I01.3.e1\":{\"note\":\"nanti\"}}},\n"
              "  \"I04\":{\"claimed\":4,\n"
              "   \"measures\":{\"indeks_uji\":\"68.75\"}}}}\n";

/* Protects Pemdi's answers before its pack exists: nothing is lost, order is canonical. */
static void test_exchange_round__keeps_fractions_items_and_measures(void **state)
{
    struct desk *desk = *state;
    fixture_as_pemdi(&desk->fixture);
    desk_take(desk, pemdi);
    check_written(desk, pemdi);
    const struct response *first = &desk->assessment.responses[0];
    assert_true(fraction_compare(first->claimed.value, fraction_make(126, 100)) == 0);
    assert_int_equal(first->item_count, 3);
    assert_int_equal(first->items[1].level, 2);
    assert_int_equal(first->items[1].number, 2);
    assert_int_equal(first->items[1].answer, ANSWER_NO);
    assert_string_equal(desk->assessment.responses[3].measures[0].key, "indeks_uji");
    desk_take(desk, DESK_HEAD
              ",\"answers\":{\"I04\":{\"claimed\":\"4.00\",\"measures\":{\"indeks_uji\":75}},"
              "\"I01\":{\"items\":{\"I01.3.e2\":{\"met\":true},\"I01.2.e1\":{\"met\":false}}}}}");
    check_written(desk, DESK_HEAD ",\n"
                                  " \"answers\":{\n"
                                  "  \"I01\":{\n"
                                  "   \"items\":{\n"
                                  "    \"I01.2.e1\":{\"met\":false},\n"
                                  "    \"I01.3.e2\":{\"met\":true}}},\n"
                                  "  \"I04\":{\"claimed\":4,\n"
                                  "   \"measures\":{\"indeks_uji\":75}}}}\n");
}

/* Documents name items beside criteria; written in one order, whatever order they came in. */
static void test_exchange_round__documents_name_items_that_score(void **state)
{
    struct desk *desk = *state;
    fixture_as_pemdi(&desk->fixture);
    desk_take(desk, DESK_HEAD
              ",\"answers\":{\"I01\":{\"evidence\":[{\"supports\":[\"I01.3.e2\",\"I01.2.b\","
              "\"I01.2.e1\",\"I01.2.a\",\"I01.3.e1\"]}]}}}");
    const struct evidence *item = &desk->assessment.responses[0].evidence[0];
    assert_int_equal(item->support_count, 2);
    assert_int_equal(item->item_count, 3);
    assert_true(assessment_proves_item(item, 3, 2));
    assert_false(assessment_proves_item(item, 2, 2));
    check_written(desk,
                  DESK_HEAD ",\n"
                            " \"answers\":{\n"
                            "  \"I01\":{\n"
                            "   \"evidence\":[\n"
                            "    {\"supports\":[\"I01.2.a\",\"I01.2.b\",\"I01.2.e1\",\"I01.3.e1\","
                            "\"I01.3.e2\"]}]}}}\n");
}

/* ---- damage ---- */

/* Protects against damage in the middle: whatever is still taken is written and read back the same. */
static void test_exchange_round__survives_every_change_of_one_byte(void **state)
{
    static const char others[] = "\0\"\\{}[],:0 9ea\n\x80\xC3\xFF";
    struct desk *desk = *state;
    size_t taken = 0;
    for (size_t at = 0; at < strlen(desk_full); at++) {
        for (size_t k = 0; k < sizeof others - 1; k++) {
            struct text copy = TEXT_EMPTY;
            struct text first = TEXT_EMPTY;
            struct text second = TEXT_EMPTY;
            text_append(&copy, desk_full, strlen(desk_full));
            copy.bytes[at] = others[k];
            if (desk_take_bytes(desk, copy.bytes, copy.length)) {
                taken++;
                exchange_write(&desk->assessment, &first);
                desk_take(desk, first.bytes);
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
                                        .sha256 = pick(2) == 0 ? DESK_SHA : NULL,
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
static void test_exchange_round__loses_nothing_of_a_thousand_records(void **state)
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
        desk_take(desk, first.bytes);
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
        cmocka_unit_test_setup_teardown(test_exchange_round__writes_what_it_read, desk_open,
                                        desk_close),
        cmocka_unit_test_setup_teardown(test_exchange_round__writes_equal_records_alike, desk_open,
                                        desk_close),
        cmocka_unit_test_setup_teardown(test_exchange_round__keeps_criteria_of_other_years,
                                        desk_open, desk_close),
        cmocka_unit_test_setup_teardown(test_exchange_round__takes_null_as_not_given, desk_open,
                                        desk_close),
        cmocka_unit_test_setup_teardown(test_exchange_round__keeps_fractions_items_and_measures,
                                        desk_open, desk_close),
        cmocka_unit_test_setup_teardown(test_exchange_round__documents_name_items_that_score,
                                        desk_open, desk_close),
        cmocka_unit_test_setup_teardown(test_exchange_round__survives_every_change_of_one_byte,
                                        desk_open, desk_close),
        cmocka_unit_test_setup_teardown(test_exchange_round__loses_nothing_of_a_thousand_records,
                                        desk_open, desk_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
