#include "exchange_reader.h"

#include "figure.h"
#include "inspection.h"
#include "json.h"
#include "message.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- values --------------------------------------------------------------------------------------- */

/* Takes a decimal in quotes. */
static bool take_decimal(struct reader *reader, struct fraction *out)
{
    struct json_text text;
    if (!json_string(&reader->json, &text)) {
        return false;
    }
    return fraction_parse(text.bytes, text.length, false, out) ||
           json_fail(&reader->json, M_EXCHANGE_DECIMAL);
}

/* Takes a value between two levels, in quotes. */
static bool take_fraction(struct reader *reader, struct fraction *out)
{
    const struct instrument *instrument = reader->instrument;
    if (!instrument->fractions) {
        json_peek(&reader->json);
        return json_fail_at(&reader->json, reader->json.at, M_EXCHANGE_WHOLE);
    }
    if (!take_decimal(reader, out)) {
        return false;
    }
    bool inside = fraction_compare(*out, fraction_whole(instrument->level_lowest)) >= 0 &&
                  fraction_compare(*out, fraction_whole(instrument->level_highest)) <= 0;
    return inside || json_fail(&reader->json, M_EXCHANGE_SCALE, instrument->level_lowest,
                               instrument->level_highest);
}

/* Takes a value of the indicator's scale. */
static bool take_value(struct reader *reader, struct fraction *out)
{
    const struct instrument *instrument = reader->instrument;
    if (json_peek(&reader->json) == JSON_STRING) {
        return take_fraction(reader, out);
    }
    int64_t number = 0;
    if (!json_integer(&reader->json, instrument->level_lowest, instrument->level_highest,
                      &number)) {
        return false;
    }
    const struct indicator *indicator = &instrument->indicators[reader->indicator];
    if (instrument_level(instrument, indicator, (int)number) == NULL) {
        return json_fail(&reader->json, M_EXCHANGE_LEVEL, indicator->id, (int)number);
    }
    *out = fraction_whole(number);
    return true;
}

static bool read_value(struct reader *reader, const struct field *field, void *target)
{
    struct maybe *maybe = exchange_member(target, field);
    maybe->given = take_value(reader, &maybe->value);
    return maybe->given;
}

/* ---- answers to criteria -------------------------------------------------------------------------- */

/* What a criterion's or an item's object says. */
struct said {
    enum answer answer;
    const char *note;
};

static bool read_met(struct reader *reader, const struct field *field, void *target)
{
    bool met = false;
    if (!json_bool(&reader->json, &met)) {
        return false;
    }
    *(enum answer *)exchange_member(target, field) = met ? ANSWER_YES : ANSWER_NO;
    return true;
}

static const struct field said_fields[] = {
    {FIELD("met"), read_met, offsetof(struct said, answer)},
    {FIELD("note"), exchange_read_text, offsetof(struct said, note)},
    FIELD_END,
};

/* Finds a criterion of the present indicator by its id, which was just taken; NOWHERE after a failure. */
static int find_criterion(struct reader *reader, const struct json_text *id, int guess)
{
    const struct instrument *instrument = reader->instrument;
    const char *indicator = instrument->indicators[reader->indicator].id;
    int position = instrument_find_criterion(instrument, id->bytes, id->length, guess);
    char shown[JSON_SHOWN];
    if (position == NOWHERE) {
        json_fail(&reader->json, M_EXCHANGE_CRITERION, json_show(id, shown), indicator);
        return NOWHERE;
    }
    if (instrument->criterion_indicators[position] != reader->indicator) {
        json_fail(&reader->json, M_EXCHANGE_FOREIGN, json_show(id, shown), indicator);
        return NOWHERE;
    }
    return position;
}

/* Takes an answer without a note, as most documents write it. */
static bool take_plain_answer(struct json *json, unsigned char *answer)
{
    if (json_value_is(json, "{\"met\":true}", 12, 2) ||
        json_value_is(json, "{\"met\": true}", 13, 2)) {
        *answer = ANSWER_YES;
        return true;
    }
    if (json_value_is(json, "{\"met\":false}", 13, 2) ||
        json_value_is(json, "{\"met\": false}", 14, 2)) {
        *answer = ANSWER_NO;
        return true;
    }
    return false;
}

/* Reads what is said about a criterion whose key was just taken. */
static bool read_answer(struct reader *reader, int position)
{
    reader->criteria_seen[position] = 1;
    reader->next_criterion = position + 1;
    if (take_plain_answer(&reader->json, &reader->out->answers[position])) {
        return true;
    }
    struct said said = {ANSWER_NONE, NULL};
    if (!json_absent(&reader->json) && !exchange_read_fields(reader, said_fields, &said)) {
        return false;
    }
    reader->out->answers[position] = (unsigned char)said.answer;
    reader->out->notes[position] = said.note;
    return true;
}

/* Takes the key of the criterion that comes next in the instrument's order; its position, or NOWHERE when
 * something else is there. */
static int take_expected(struct reader *reader)
{
    const struct instrument *instrument = reader->instrument;
    int next = reader->next_criterion;
    if ((size_t)next >= instrument->criterion_count || reader->criteria_seen[next] != 0 ||
        instrument->criteria[next].indicator != reader->indicator) {
        return NOWHERE;
    }
    return json_key_is(&reader->json, instrument->criteria[next].id) ? next : NOWHERE;
}

static bool read_criterion(struct reader *reader, const struct json_text *id)
{
    int position = find_criterion(reader, id, reader->next_criterion);
    if (position == NOWHERE) {
        return false;
    }
    return reader->criteria_seen[position] != 0 ? exchange_refuse_repeated(reader, id)
                                                : read_answer(reader, position);
}

static bool read_criteria(struct reader *reader, const struct field *field, void *target)
{
    (void)field;
    (void)target;
    struct json_text id;
    bool ok = json_object(&reader->json);
    while (ok) {
        int expected = take_expected(reader);
        ok = expected != NOWHERE ? read_answer(reader, expected)
                                 : json_key(&reader->json, &id) && read_criterion(reader, &id);
    }
    return !error_is_set(&reader->json.error);
}

/* ---- ids of items ------------------------------------------------------------------------------------ */

static size_t count_texts(string_list texts)
{
    size_t count = 0;
    while (texts != NULL && texts[count] != NULL) {
        count++;
    }
    return count;
}

/* Reads what follows the indicator in an item's id (".2.e1"): written back it must be the same. */
static bool parse_item_rest(const char *rest, struct item_name *out)
{
    enum { MOST = 999 };
    char again[16];
    char *end = NULL;
    long level = strtol(rest + 1, &end, 10);
    long number = strncmp(end, ".e", 2) == 0 ? strtol(end + 2, &end, 10) : 0;
    if (level < 0 || level > MOST || number < 1 || number > MOST) {
        return false;
    }
    snprintf(again, sizeof again, ".%ld.e%ld", level, number);
    out->level = (int)level;
    out->number = (int)number;
    return strcmp(rest, again) == 0;
}

/* Reads the id of an item of the present indicator ("I01.2.e1"). */
static bool parse_item(const struct reader *reader, const struct json_text *id,
                       struct item_name *out)
{
    const struct instrument *instrument = reader->instrument;
    const struct indicator *indicator = &instrument->indicators[reader->indicator];
    size_t prefix = strlen(indicator->id);
    char rest[16];
    if (!instrument->items || id->length <= prefix || id->length - prefix >= sizeof rest ||
        memcmp(id->bytes, indicator->id, prefix) != 0) {
        return false;
    }
    memcpy(rest, id->bytes + prefix, id->length - prefix);
    rest[id->length - prefix] = '\0';
    if (!parse_item_rest(rest, out)) {
        return false;
    }
    const struct level *level = instrument_level(instrument, indicator, out->level);
    return level != NULL && (size_t)out->number <= count_texts(level->evidence);
}

/* ---- evidence ------------------------------------------------------------------------------------- */

/* The name of an item that a document is put forward for, each once. */
static bool read_proved_item(struct reader *reader, const struct json_text *id,
                             const struct item_name *name, struct list *list)
{
    const struct item_name *names = list->rows;
    for (size_t i = 0; i < list->count; i++) {
        if (names[i].level == name->level && names[i].number == name->number) {
            char shown[JSON_SHOWN];
            return json_fail(&reader->json, M_EXCHANGE_TWICE, json_show(id, shown));
        }
    }
    *(struct item_name *)exchange_list_add(reader, list, sizeof *name) = *name;
    return true;
}

/* The position of a criterion that a document supports, each once. */
static bool read_proved_criterion(struct reader *reader, const struct json_text *id,
                                  struct list *list)
{
    const int *positions = list->rows;
    int guess = list->count == 0 ? reader->next_criterion : positions[list->count - 1] + 1;
    int position = find_criterion(reader, id, guess);
    for (size_t i = 0; position != NOWHERE && i < list->count; i++) {
        if (positions[i] == position) {
            char shown[JSON_SHOWN];
            return json_fail(&reader->json, M_EXCHANGE_TWICE, json_show(id, shown));
        }
    }
    if (position != NOWHERE) {
        *(int *)exchange_list_add(reader, list, sizeof(int)) = position;
    }
    return position != NOWHERE;
}

/* The criteria and items that a document supports. */
static bool read_supports(struct reader *reader, const struct field *field, void *target)
{
    (void)field;
    struct evidence *evidence = target;
    struct list criteria = LIST_EMPTY;
    struct list items = LIST_EMPTY;
    struct item_name name;
    struct json_text id;
    json_array(&reader->json);
    while (json_item(&reader->json) && json_string(&reader->json, &id)) {
        bool taken = parse_item(reader, &id, &name) ? read_proved_item(reader, &id, &name, &items)
                                                    : read_proved_criterion(reader, &id, &criteria);
        if (!taken) {
            return false;
        }
    }
    evidence->supports = criteria.rows;
    evidence->support_count = criteria.count;
    evidence->items = items.rows;
    evidence->item_count = items.count;
    return !error_is_set(&reader->json.error);
}

static bool read_inspection(struct reader *reader, const struct field *field, void *target)
{
    struct inspection inspection;
    if (!exchange_read_text(reader, field, target)) {
        return false;
    }
    const char *line = ((const struct evidence *)target)->inspection;
    return line == NULL || inspection_read(line, &inspection) ||
           json_fail(&reader->json, M_EXCHANGE_INSPECTION);
}

static const struct field evidence_fields[] = {
    {FIELD("title"), exchange_read_text, offsetof(struct evidence, title)},
    {FIELD("number"), exchange_read_text, offsetof(struct evidence, number)},
    {FIELD("date"), exchange_read_date, offsetof(struct evidence, date)},
    {FIELD("file"), exchange_read_text, offsetof(struct evidence, file)},
    {FIELD("sha256"), exchange_read_sha256, offsetof(struct evidence, sha256)},
    {FIELD("unit"), exchange_read_text, offsetof(struct evidence, unit)},
    {FIELD("pages"), exchange_read_text, offsetof(struct evidence, pages)},
    {FIELD("note"), exchange_read_text, offsetof(struct evidence, note)},
    {FIELD("supports"), read_supports, 0},
    {FIELD("inspection"), read_inspection, offsetof(struct evidence, inspection)},
    FIELD_END,
};

static bool read_evidence(struct reader *reader, const struct field *field, void *target)
{
    (void)field;
    struct response *response = target;
    struct list list = LIST_EMPTY;
    json_array(&reader->json);
    while (json_item(&reader->json)) {
        struct evidence *evidence = exchange_list_add(reader, &list, sizeof *evidence);
        if (!exchange_read_fields(reader, evidence_fields, evidence)) {
            return false;
        }
    }
    response->evidence = list.rows;
    response->evidence_count = list.count;
    return !error_is_set(&reader->json.error);
}

/* ---- verdicts ------------------------------------------------------------------------------------- */

/* A verdict while it is read. */
struct verdict_draft {
    struct maybe value;
    enum stage stage;
    const char *reason, *by;
};

static bool read_stage(struct reader *reader, const struct field *field, void *target)
{
    struct json_text word;
    if (!json_string(&reader->json, &word)) {
        return false;
    }
    enum stage *stage = exchange_member(target, field);
    *stage = assessment_stage(word.bytes, word.length);
    char shown[JSON_SHOWN];
    return *stage != STAGE_COUNT ||
           json_fail(&reader->json, M_EXCHANGE_STAGE, json_show(&word, shown));
}

static const struct field verdict_fields[] = {
    {FIELD("stage"), read_stage, offsetof(struct verdict_draft, stage)},
    {FIELD("value"), read_value, offsetof(struct verdict_draft, value)},
    {FIELD("reason"), exchange_read_text, offsetof(struct verdict_draft, reason)},
    {FIELD("by"), exchange_read_text, offsetof(struct verdict_draft, by)},
    FIELD_END,
};

static bool read_verdict(struct reader *reader, struct verdict *out)
{
    struct verdict_draft draft = {.stage = STAGE_COUNT};
    json_peek(&reader->json);
    const char *place = reader->json.at;
    if (!exchange_read_fields(reader, verdict_fields, &draft)) {
        return false;
    }
    if (draft.stage == STAGE_COUNT) {
        return exchange_refuse_missing(reader, place, "stage");
    }
    if (!draft.value.given || draft.reason == NULL) {
        return exchange_refuse_missing(reader, place, draft.value.given ? "reason" : "value");
    }
    *out = (struct verdict){draft.stage, draft.value.value, draft.reason,
                            draft.by == NULL ? "" : draft.by};
    return true;
}

static bool read_stages(struct reader *reader, const struct field *field, void *target)
{
    (void)field;
    struct response *response = target;
    struct list list = LIST_EMPTY;
    json_array(&reader->json);
    while (json_item(&reader->json)) {
        if (!read_verdict(reader, exchange_list_add(reader, &list, sizeof(struct verdict)))) {
            return false;
        }
    }
    response->verdicts = list.rows;
    response->verdict_count = list.count;
    return !error_is_set(&reader->json.error);
}

/* ---- items, measures, explanations ---------------------------------------------------------------- */

/* Whether an item is among those read before. */
static bool has_item(const struct list *list, const struct item *item)
{
    const struct item *items = list->rows;
    size_t i = 0;
    while (i < list->count && !(items[i].level == item->level && items[i].number == item->number)) {
        i++;
    }
    return i < list->count;
}

static bool read_item(struct reader *reader, const struct json_text *id, struct list *list)
{
    const char *indicator = reader->instrument->indicators[reader->indicator].id;
    struct item_name name;
    if (!parse_item(reader, id, &name)) {
        char shown[JSON_SHOWN];
        return json_fail(&reader->json, M_EXCHANGE_ITEM, json_show(id, shown), indicator);
    }
    struct item item = {.level = name.level, .number = name.number, .answer = ANSWER_NONE};
    if (has_item(list, &item)) {
        return exchange_refuse_repeated(reader, id);
    }
    struct said said = {ANSWER_NONE, NULL};
    if (!json_absent(&reader->json) && !exchange_read_fields(reader, said_fields, &said)) {
        return false;
    }
    item.answer = said.answer;
    item.note = said.note;
    *(struct item *)exchange_list_add(reader, list, sizeof item) = item;
    return true;
}

static bool read_items(struct reader *reader, const struct field *field, void *target)
{
    (void)field;
    struct response *response = target;
    struct list list = LIST_EMPTY;
    struct json_text id;
    json_object(&reader->json);
    while (json_key(&reader->json, &id) && read_item(reader, &id, &list)) {
    }
    response->items = list.rows;
    response->item_count = list.count;
    return !error_is_set(&reader->json.error);
}

/* Takes a number or a decimal in quotes. */
static bool take_measure(struct reader *reader, struct fraction *out)
{
    enum { MOST = 1000000000 };
    int64_t number = 0;
    if (json_peek(&reader->json) == JSON_STRING) {
        return take_decimal(reader, out);
    }
    if (!json_integer(&reader->json, -MOST, MOST, &number)) {
        return false;
    }
    *out = fraction_whole(number);
    return true;
}

/* An outside index lies on the lines that convert it, where there are any. */
static bool check_range(struct reader *reader, const struct conversion *conversion,
                        const struct measure *measure)
{
    char words[3][64];
    if (conversion == NULL || instrument_measures(conversion, measure->value)) {
        return true;
    }
    const struct line *last = &conversion->lines[conversion->line_count - 1];
    return json_fail(
        &reader->json, M_EXCHANGE_MEASURE_RANGE, measure->key, figure_say(measure->value, words[0]),
        figure_say(conversion->lines[0].from, words[1]), figure_say(last->to, words[2]));
}

/* The measures of an indicator: `read` holds one for each of its keys, `key` NULL where none came. */
static bool read_measure(struct reader *reader, const struct json_text *key, struct measure *read)
{
    const struct indicator *indicator = &reader->instrument->indicators[reader->indicator];
    size_t count = count_texts(indicator->measures);
    size_t i = 0;
    while (i < count && !json_is(key, indicator->measures[i])) {
        i++;
    }
    if (i == count) {
        char shown[JSON_SHOWN];
        return json_fail(&reader->json, M_EXCHANGE_MEASURE, json_show(key, shown), indicator->id);
    }
    if (read[i].key != NULL) {
        return exchange_refuse_repeated(reader, key);
    }
    read[i].key = indicator->measures[i];
    read[i].value.den = json_absent(&reader->json) ? 0 : 1;
    return read[i].value.den == 0 || (take_measure(reader, &read[i].value) &&
                                      check_range(reader, indicator->conversion, &read[i]));
}

static bool read_measures(struct reader *reader, const struct field *field, void *target)
{
    (void)field;
    struct response *response = target;
    const struct indicator *indicator = &reader->instrument->indicators[reader->indicator];
    size_t count = count_texts(indicator->measures);
    struct measure *measures = arena_get(reader->out->arena, count, sizeof *measures);
    struct json_text key;
    json_object(&reader->json);
    while (json_key(&reader->json, &key) && read_measure(reader, &key, measures)) {
    }
    response->measures = measures;
    for (size_t i = 0; i < count; i++) {
        if (measures[i].key != NULL && measures[i].value.den != 0) {
            measures[response->measure_count++] = measures[i];
        }
    }
    return !error_is_set(&reader->json.error);
}

/* Finds the level of the present indicator that a key names ("3"); its place among them, or -1. */
static int find_level(const struct reader *reader, const struct json_text *key)
{
    const struct indicator *indicator = &reader->instrument->indicators[reader->indicator];
    const struct level *levels = reader->instrument->levels + indicator->levels.first;
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        char number[16];
        snprintf(number, sizeof number, "%d", levels[i].number);
        if (json_is(key, number)) {
            return (int)i;
        }
    }
    return -1;
}

/* Texts by the number of a level: {"2":"…","3":"…"}. */
static bool read_explanations(struct reader *reader, const struct field *field, void *target)
{
    (void)field;
    struct response *response = target;
    const struct indicator *indicator = &reader->instrument->indicators[reader->indicator];
    const char **texts = arena_get(reader->out->arena, indicator->levels.count, sizeof *texts);
    uint32_t seen = 0;
    struct json_text key;
    json_object(&reader->json);
    while (json_key(&reader->json, &key)) {
        int level = find_level(reader, &key);
        if (level < 0) {
            char shown[JSON_SHOWN];
            return json_fail(&reader->json, M_EXCHANGE_EXPLANATION, json_show(&key, shown),
                             indicator->id);
        }
        if ((seen >> level & 1U) != 0) {
            return exchange_refuse_repeated(reader, &key);
        }
        seen |= UINT32_C(1) << level;
        struct field one = {.offset = 0};
        if (!json_absent(&reader->json) && !exchange_read_text(reader, &one, &texts[level])) {
            return false;
        }
        response->explanations = texts[level] != NULL ? texts : response->explanations;
    }
    return !error_is_set(&reader->json.error);
}

/* ---- indicators ----------------------------------------------------------------------------------- */

static bool read_state(struct reader *reader, const struct field *field, void *target)
{
    struct json_text word;
    if (!json_string(&reader->json, &word)) {
        return false;
    }
    enum state *state = exchange_member(target, field);
    *state = assessment_state(word.bytes, word.length);
    char shown[JSON_SHOWN];
    return *state != STATE_COUNT ||
           json_fail(&reader->json, M_EXCHANGE_STATE, json_show(&word, shown));
}

static bool read_verified(struct reader *reader, const struct field *field, void *target)
{
    bool ok = read_value(reader, field, target);
    reader->verified = reader->json.last;
    return ok;
}

static const struct field response_fields[] = {
    {FIELD("claimed"), read_value, offsetof(struct response, claimed)},
    {FIELD("verified"), read_verified, offsetof(struct response, verified)},
    {FIELD("verified_reason"), exchange_read_text, offsetof(struct response, verified_reason)},
    {FIELD("stages"), read_stages, 0},
    {FIELD("note"), exchange_read_text, offsetof(struct response, note)},
    {FIELD("unit"), exchange_read_text, offsetof(struct response, unit)},
    {FIELD("state"), read_state, offsetof(struct response, state)},
    {FIELD("carried"), exchange_read_text, offsetof(struct response, carried)},
    {FIELD("explanations"), read_explanations, 0},
    {FIELD("criteria"), read_criteria, 0},
    {FIELD("items"), read_items, 0},
    {FIELD("measures"), read_measures, 0},
    {FIELD("evidence"), read_evidence, 0},
    FIELD_END,
};

/* Where assessors gave values by stage, `verified` is the one that counts: taken from there when it is
 * not given, and never another. */
static bool settle_verified(struct reader *reader, struct response *response)
{
    const struct verdict *verdict = assessment_verdict(response);
    if (verdict == NULL) {
        return true;
    }
    if (response->verified.given &&
        fraction_compare(response->verified.value, verdict->value) != 0) {
        return json_fail_at(&reader->json, reader->verified, M_EXCHANGE_VERIFIED,
                            assessment_stage_word(verdict->stage));
    }
    response->verified = (struct maybe){true, verdict->value};
    return true;
}

bool exchange_read_response(struct reader *reader)
{
    struct response *response = &reader->out->responses[reader->indicator];
    return exchange_read_fields(reader, response_fields, response) &&
           settle_verified(reader, response);
}
