/* A document taken into a file: nothing lost on the way in and out again, nothing doubled, nothing
 * that was not mentioned touched. */
#include "exchange.h"
#include "merge.h"
#include "support_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static struct place place;
static struct store *store;
static struct text json;

static int enter(void **state)
{
    (void)state;
    place_enter(&place);
    json = (struct text)TEXT_EMPTY;
    store = place_store(&place, "kota.spbe", STORE_WRITE);
    return 0;
}

static int leave(void **state)
{
    (void)state;
    text_release(&json);
    store_close(store);
    place_leave(&place);
    return 0;
}

/* Takes a document in as one step; false after rolling it back. */
static bool take(const char *document, bool anyway)
{
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct edit edit = {store, &place.fixture.instrument, "Siti"};
    bool ok = exchange_read(document, strlen(document), "uji.json", &place.fixture.instrument,
                            &arena, &assessment, &place.err) &&
              store_begin(store, "Siti", "import uji.json", &place.err) &&
              merge_assessment(&edit, &assessment, "uji.json", anyway, &place.err) &&
              store_commit(store, &place.err);
    store_rollback(store);
    arena_release(&arena);
    return ok;
}

static void must_take(const char *document)
{
    if (!take(document, false)) {
        fail_msg("%s: %s", place.err.where, place.err.message);
    }
}

#define HEAD "{\"format\":\"spbe-assessment/1\",\"instrument\":\"uji-2020\",\"year\":2024,"

/* --- what is taken over ----------------------------------------------------------------------- */

static const char full[] =
    "{\"format\":\"spbe-assessment/1\",\"instrument\":\"uji-2020\",\"year\":2024,\n"
    " \"agency\":{\"name\":\"Kota Uji\",\"kind\":\"kota\"},\n"
    " \"general\":{\n  \"PU1\":\"ya\"},\n"
    " \"answers\":{\n"
    "  "
    "\"I01\":{\"claimed\":3,\"verified\":2,\"verified_reason\":\"kurang\",\"note\":\"n\",\"unit\":"
    "\"Kominfo\","
    "\"state\":\"submitted\",\"carried\":\"2023\",\n"
    "   \"stages\":[\n"
    "    {\"stage\":\"dokumen\",\"value\":1,\"reason\":\"a\",\"by\":\"Budi\"},\n"
    "    {\"stage\":\"interviu\",\"value\":2,\"reason\":\"kurang\"}],\n"
    "   \"explanations\":{\n    \"2\":\"dua\",\n    \"5\":\"lima\"},\n"
    "   \"criteria\":{\n"
    "    \"I01.2.a\":{\"met\":true,\"note\":\"c\"},\n"
    "    \"I01.2.b\":{\"met\":false},\n"
    "    \"I01.3.a\":{\"note\":\"tanya dulu\"}},\n"
    "   \"evidence\":[\n"
    "    "
    "{\"title\":\"Perwali\",\"number\":\"12\",\"date\":\"2023-05-01\",\"file\":\"p.pdf\","
    "\"sha256\":"
    "\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\",\"unit\":\"u\",\"pages\":"
    "\"3\","
    "\"note\":\"e\",\"supports\":[\"I01.2.b\",\"I01.2.a\"]},\n"
    "    {\"title\":\"SK\"},\n"
    "    {\"title\":\"SK\"}]}}}\n";

static void test_merge__a_full_document_comes_out_as_it_went_in(void **state)
{
    (void)state;
    /* What the exchange writes for it is the yardstick. */
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct text canonical = TEXT_EMPTY;
    assert_true(exchange_read(full, strlen(full), "uji.json", &place.fixture.instrument, &arena,
                              &assessment, &place.err));
    exchange_write(&assessment, &canonical);
    must_take(full);
    place_export(&place, store, &json);
    assert_string_equal(json.bytes, canonical.bytes);
    arena_release(&arena);
    text_release(&canonical);
}

static void test_merge__the_same_document_again_changes_nothing(void **state)
{
    (void)state;
    must_take(full);
    int64_t before = store_history_length(store);
    must_take(full);
    assert_int_equal(store_history_length(store), before);
}

static void test_merge__what_is_not_mentioned_stays(void **state)
{
    (void)state;
    must_take(full);
    must_take(HEAD "\"answers\":{\"I01\":{\"claimed\":4,\"note\":null},\"I02\":{\"claimed\":2}}}");
    place_export(&place, store, &json);
    assert_non_null(strstr(json.bytes, "\"claimed\":4,\"verified\":2,"));
    assert_non_null(strstr(json.bytes, "\"note\":\"n\""));
    assert_non_null(strstr(json.bytes, "\"I01.2.a\":{\"met\":true,\"note\":\"c\"}"));
    assert_non_null(strstr(json.bytes, "\"I02\":{\"claimed\":2}"));
}

/* --- evidence that is there already ----------------------------------------------------------- */

static size_t count(const char *needle)
{
    size_t found = 0;
    for (const char *at = json.bytes; (at = strstr(at, needle)) != NULL; at++) {
        found++;
    }
    return found;
}

#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void test_merge__evidence_is_known_by_its_hash_and_brought_up_to_date(void **state)
{
    (void)state;
    must_take(HEAD "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"Draf\",\"sha256\":\"" SHA
                   "\",\"supports\":[\"I01.2.a\"]}]}}}");
    must_take(HEAD "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"Perwali\",\"sha256\":\"" SHA
                   "\",\"pages\":\"3\",\"supports\":[\"I01.2.a\",\"I01.2.b\"]}]}}}");
    place_export(&place, store, &json);
    assert_int_equal(count("\"title\""), 1);
    assert_non_null(strstr(json.bytes, "\"title\":\"Perwali\""));
    assert_non_null(strstr(json.bytes, "\"supports\":[\"I01.2.a\",\"I01.2.b\"]"));
}

static void test_merge__evidence_without_hash_is_known_by_title_and_number(void **state)
{
    (void)state;
    must_take(HEAD "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"SK\",\"number\":\"1\"}]}}}");
    must_take(
        HEAD
        "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"SK\",\"number\":\"1\",\"pages\":\"3\"},"
        "{\"title\":\"SK\",\"number\":\"2\"}]}}}");
    place_export(&place, store, &json);
    assert_int_equal(count("\"title\""), 2);
    assert_non_null(strstr(json.bytes, "\"number\":\"1\",\"pages\":\"3\""));
}

static void test_merge__an_equal_item_is_not_taken_for_its_neighbour(void **state)
{
    (void)state;
    must_take(HEAD "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"SK\",\"pages\":\"1\"},"
                   "{\"title\":\"SK\",\"pages\":\"2\"}]}}}");
    int64_t before = store_history_length(store);
    must_take(HEAD "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"SK\",\"pages\":\"2\"},"
                   "{\"title\":\"SK\",\"pages\":\"1\"}]}}}");
    assert_int_equal(store_history_length(store), before);
}

static void test_merge__another_hash_is_another_item(void **state)
{
    (void)state;
    must_take(HEAD "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"SK\",\"sha256\":\"" SHA
                   "\"}]}}}");
    must_take(HEAD "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"SK\",\"sha256\":\""
                   "aaaa456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"}]}}}");
    place_export(&place, store, &json);
    assert_int_equal(count("\"sha256\""), 2);
}

static void test_merge__withdrawn_evidence_does_not_come_back_to_life(void **state)
{
    (void)state;
    must_take(HEAD "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"SK\"}]}}}");
    place_change(store, FIELD_EVIDENCE_WITHDRAWN, "I01", "E1", "keliru");
    must_take(HEAD "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"SK\"}]}}}");
    char *withdrawn = place_query("kota.spbe", "SELECT withdrawn FROM evidence WHERE number = 1");
    assert_string_equal(withdrawn, "keliru");
    free(withdrawn);
    place_export(&place, store, &json);
    assert_int_equal(count("\"title\""), 1);
}

static void test_merge__a_version_that_was_replaced_does_not_come_back(void **state)
{
    (void)state;
    must_take(HEAD "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"SK lama\"}]}}}");
    place_change(store, FIELD_EVIDENCE_FOR, "I01", "E2", "I01");
    place_change(store, FIELD_EVIDENCE_TITLE, "I01", "E2", "SK baru");
    place_change(store, FIELD_EVIDENCE_REPLACED, "I01", "E1", "E2");
    must_take(HEAD "\"answers\":{\"I01\":{\"evidence\":[{\"title\":\"SK lama\"}]}}}");
    place_export(&place, store, &json);
    assert_null(strstr(json.bytes, "SK lama"));
    assert_non_null(strstr(json.bytes, "SK baru"));
    assert_int_equal(count("\"title\""), 1);
}

static void test_merge__verdicts_are_added_and_none_is_doubled(void **state)
{
    (void)state;
    must_take(full);
    must_take(
        HEAD
        "\"answers\":{\"I01\":{\"stages\":[{\"stage\":\"dokumen\",\"value\":1,\"reason\":\"a\","
        "\"by\":\"Budi\"},{\"stage\":\"reviu\",\"value\":3,\"reason\":\"b\"}],"
        "\"verified\":3,\"verified_reason\":\"b\"}}}");
    place_export(&place, store, &json);
    assert_int_equal(count("\"stage\":"), 3);
    assert_non_null(strstr(json.bytes, "\"verified\":3,\"verified_reason\":\"b\""));
}

/* --- what is refused -------------------------------------------------------------------------- */

static void test_merge__another_agency_kind_or_year_only_anyway(void **state)
{
    (void)state;
    static const struct {
        const char *document, *id;
    } cases[] = {
        {HEAD "\"agency\":{\"name\":\"Kota Lain\"},\"answers\":{\"I01\":{\"claimed\":1}}}",
         "MERGE_AGENCY"},
        {HEAD "\"agency\":{\"kind\":\"provinsi\"},\"answers\":{\"I01\":{\"claimed\":2}}}",
         "MERGE_KIND"},
        {"{\"format\":\"spbe-assessment/1\",\"instrument\":\"uji-2020\",\"year\":2023,"
         "\"answers\":{\"I01\":{\"claimed\":3}}}",
         "MERGE_YEAR"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int64_t before = store_history_length(store);
        assert_false(take(cases[i].document, false));
        place_failed(&place, cases[i].id);
        assert_int_equal(store_history_length(store), before);
        assert_true(take(cases[i].document, true));
        assert_int_equal(store_history_length(store), before + 1);
        assert_string_equal(store_about(store)->agency, "Kota Uji");
        assert_int_equal(store_about(store)->year, 2024);
    }
}

static void test_merge__a_locked_indicator_refuses_the_whole_document(void **state)
{
    (void)state;
    must_take(HEAD "\"answers\":{\"I02\":{\"claimed\":2,\"state\":\"locked\"}}}");
    int64_t before = store_history_length(store);
    assert_false(
        take(HEAD "\"answers\":{\"I01\":{\"claimed\":1},\"I02\":{\"claimed\":3}}}", false));
    place_failed(&place, "STORE_LOCKED_INDICATOR");
    assert_int_equal(store_history_length(store), before);
    /* What it already says is no change. */
    must_take(HEAD "\"answers\":{\"I01\":{\"claimed\":1},\"I02\":{\"claimed\":2}}}");
}

/* --- places ----------------------------------------------------------------------------------- */

static void test_merge__every_change_has_its_place_in_the_document(void **state)
{
    (void)state;
    static const struct {
        enum field field;
        const char *indicator, *subject, *place;
    } cases[] = {
        {FIELD_CLAIMED, "I07", "I07", "$.answers.I07.claimed"},
        {FIELD_VERIFIED_REASON, "I07", "I07", "$.answers.I07.verified_reason"},
        {FIELD_MET, "I07", "I07.2.a", "$.answers.I07.criteria[\"I07.2.a\"].met"},
        {FIELD_MET_NOTE, "I07", "I07.2.a", "$.answers.I07.criteria[\"I07.2.a\"].note"},
        {FIELD_EVIDENCE_TITLE, "I07", "E3", "$.answers.I07.evidence"},
        {FIELD_VERDICT_VALUE, "I07", "V3", "$.answers.I07.stages"},
        {FIELD_EXPLANATION, "I07", "I07.2", "$.answers.I07.explanations"},
        {FIELD_MEASURE, "I07", "I07/x", "$.answers.I07.measures"},
        {FIELD_GENERAL, NULL, "PU1", "$.general.PU1"},
        {FIELD_UNIT_LISTED, NULL, "Kominfo", ""},
        {FIELD_STATE_REASON, "I07", "I07", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct change change = {
            .field = cases[i].field, .indicator = cases[i].indicator, .subject = cases[i].subject};
        text_clear(&json);
        merge_place(&change, &json);
        assert_string_equal(json.bytes, cases[i].place);
    }
}

/* --- random assessments ----------------------------------------------------------------------- */

/* A small generator of its own (xorshift), so that every machine sees the same assessments. */
static uint64_t seed = 88172645463325252ULL;

static unsigned dice(unsigned sides)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)(seed >> 33) % sides;
}

static const char *random_text(struct arena *arena)
{
    static const char *const texts[] = {"a",
                                        "Perwali \"12\"/2023",
                                        "baris\nlain\ttab",
                                        "é – 漢字 😀",
                                        "\\u0000",
                                        "</script>",
                                        "=1+1",
                                        " tepi ",
                                        "\x7f\x01"};
    return dice(3) == 0
               ? NULL
               : arena_format(arena, "%s %u", texts[dice(sizeof texts / sizeof texts[0])], dice(5));
}

static struct maybe random_value(const struct instrument *instrument)
{
    struct maybe value = {.given = dice(2) == 0};
    value.value = instrument->fractions && dice(2) == 0 ? fraction_make(100 + dice(400), 100)
                                                        : fraction_whole(1 + dice(5));
    return value;
}

static void random_evidence(struct arena *arena, const struct instrument *instrument, int indicator,
                            struct response *response)
{
    response->evidence_count = dice(4);
    struct evidence *list = arena_get(arena, response->evidence_count, sizeof *list);
    for (size_t i = 0; i < response->evidence_count; i++) {
        int *supports = arena_get(arena, instrument->criterion_count, sizeof *supports);
        list[i] = (struct evidence){.title = random_text(arena),
                                    .number = random_text(arena),
                                    .date = dice(2) == 0 ? "2023-05-01" : NULL,
                                    .file = random_text(arena),
                                    .sha256 = dice(2) == 0 ? SHA : NULL,
                                    .pages = random_text(arena),
                                    .note = random_text(arena)};
        for (size_t c = 0; c < instrument->criterion_count; c++) {
            if (instrument->criteria[c].indicator == indicator && dice(3) == 0) {
                supports[list[i].support_count++] = (int)c;
            }
        }
        list[i].supports = supports;
        if (instrument->items) {
            struct item_name *names = arena_get(arena, 2, sizeof *names);
            for (int n = 1; n <= 2; n++) {
                if (dice(2) == 0) {
                    names[list[i].item_count++] = (struct item_name){2, n};
                }
            }
            list[i].items = names;
        }
    }
    response->evidence = list;
}

static void random_verdicts(struct arena *arena, const struct instrument *instrument,
                            struct response *response)
{
    response->verdict_count = dice(3);
    struct verdict *list = arena_get(arena, response->verdict_count, sizeof *list);
    for (size_t i = 0; i < response->verdict_count; i++) {
        list[i] = (struct verdict){.stage = (enum stage)dice(STAGE_COUNT),
                                   .value = random_value(instrument).value,
                                   .reason = arena_format(arena, "sebab %u", dice(3)),
                                   .by = dice(2) == 0 ? "" : "Budi"};
    }
    response->verdicts = list;
    const struct verdict *counts = assessment_verdict(response);
    response->verified = counts == NULL ? random_value(instrument)
                                        : (struct maybe){.given = true, .value = counts->value};
    response->verified_reason = counts == NULL ? random_text(arena) : counts->reason;
}

static void random_response(struct arena *arena, const struct instrument *instrument, int indicator,
                            struct response *response)
{
    const char **explanations =
        arena_get(arena, instrument->indicators[indicator].levels.count, sizeof *explanations);
    response->claimed = random_value(instrument);
    response->note = random_text(arena);
    response->carried = random_text(arena);
    response->unit = dice(2) == 0 ? NULL : arena_format(arena, "Dinas %u", dice(3));
    response->state = (enum state)dice(STATE_COUNT);
    for (uint32_t l = 0; l < instrument->indicators[indicator].levels.count; l++) {
        explanations[l] = random_text(arena);
    }
    response->explanations = explanations;
    random_evidence(arena, instrument, indicator, response);
    random_verdicts(arena, instrument, response);
    if (instrument->items) {
        struct item *items = arena_get(arena, 2, sizeof *items);
        items[0] = (struct item){3, 2, ANSWER_YES, random_text(arena)};
        items[1] = (struct item){2, 1, ANSWER_NO, NULL};
        response->items = items;
        response->item_count = dice(3);
    }
}

static void random_assessment(struct arena *arena, const struct instrument *instrument,
                              struct assessment *assessment)
{
    assessment_init(assessment, instrument, arena);
    assessment->agency = "Kota Uji";
    assessment->kind = KIND_KOTA;
    assessment->year = 2024;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (dice(5) != 0) {
            random_response(arena, instrument, (int)i, &assessment->responses[i]);
        }
    }
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        assessment->answers[c] = (unsigned char)dice(3);
        assessment->notes[c] = random_text(arena);
    }
}

/* Export, import into a fresh file, export: the same bytes, and a file that verifies. */
static void round_trip(int round)
{
    struct arena arena = ARENA_EMPTY;
    struct assessment assessment;
    struct text before = TEXT_EMPTY;
    char path[32];
    snprintf(path, sizeof path, "acak-%d.spbe", round);
    random_assessment(&arena, &place.fixture.instrument, &assessment);
    exchange_write(&assessment, &before);
    store_close(store);
    store = place_store(&place, path, STORE_WRITE);
    must_take(before.bytes);
    place_export(&place, store, &json);
    if (strcmp(json.bytes, before.bytes) != 0) {
        fail_msg("round %d\n%s\n%s", round, before.bytes, json.bytes);
    }
    store_close(store);
    assert_int_equal(place_verify(path, &json), 0);
    store = place_store(&place, path, STORE_WRITE);
    text_release(&before);
    arena_release(&arena);
    unlink(path);
}

static void test_merge__random_assessments_come_out_as_they_went_in(void **state)
{
    (void)state;
    const char *rounds = getenv("SPBE_ROUNDS");
    int count_ = rounds == NULL ? 200 : atoi(rounds);
    for (int round = 0; round < count_; round++) {
        if (round == count_ / 2) {
            fixture_as_pemdi(&place.fixture);
        }
        round_trip(round);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(test_merge__##name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(a_full_document_comes_out_as_it_went_in),
        TEST(the_same_document_again_changes_nothing),
        TEST(what_is_not_mentioned_stays),
        TEST(evidence_is_known_by_its_hash_and_brought_up_to_date),
        TEST(evidence_without_hash_is_known_by_title_and_number),
        TEST(an_equal_item_is_not_taken_for_its_neighbour),
        TEST(another_hash_is_another_item),
        TEST(withdrawn_evidence_does_not_come_back_to_life),
        TEST(a_version_that_was_replaced_does_not_come_back),
        TEST(verdicts_are_added_and_none_is_doubled),
        TEST(another_agency_kind_or_year_only_anyway),
        TEST(a_locked_indicator_refuses_the_whole_document),
        TEST(every_change_has_its_place_in_the_document),
        TEST(random_assessments_come_out_as_they_went_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
