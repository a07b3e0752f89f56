#include "exchange.h"

#include "exchange_field.h"
#include "exchange_reader.h"
#include "exchange_writer.h"
#include "json.h"
#include "limit.h"
#include "message.h"

#include <stddef.h>
#include <string.h>

#define FORMAT "spbe-assessment/1"

/* ---- reading -------------------------------------------------------------------------------------- */

static bool read_indicator(struct reader *reader, const struct json_text *id)
{
    const struct instrument *instrument = reader->instrument;
    int position =
        instrument_find_indicator(instrument, id->bytes, id->length, reader->indicator + 1);
    if (position == NOWHERE) {
        char shown[JSON_SHOWN];
        return json_fail(&reader->json, M_EXCHANGE_INDICATOR, json_show(id, shown), instrument->id);
    }
    if (reader->indicators_seen[position] != 0) {
        return exchange_refuse_repeated(reader, id);
    }
    reader->indicators_seen[position] = 1;
    reader->indicator = position;
    return json_absent(&reader->json) || exchange_read_response(reader);
}

static bool read_answers(struct reader *reader, const struct field *field, void *target)
{
    (void)field;
    (void)target;
    struct json_text id;
    reader->indicator = -1;
    json_object(&reader->json);
    while (json_key(&reader->json, &id) && read_indicator(reader, &id)) {
    }
    return !error_is_set(&reader->json.error);
}

static bool check_format(struct json *json)
{
    struct json_text text;
    if (!json_string(json, &text)) {
        return false;
    }
    char shown[JSON_SHOWN];
    return json_is(&text, FORMAT) ||
           json_fail(json, M_EXCHANGE_FORMAT, json_show(&text, shown), FORMAT);
}

static bool read_format(struct reader *reader, const struct field *field, void *target)
{
    (void)field;
    (void)target;
    reader->format = true;
    return check_format(&reader->json);
}

static bool read_instrument(struct reader *reader, const struct field *field, void *target)
{
    (void)field;
    (void)target;
    struct json_text id;
    char shown[JSON_SHOWN];
    reader->named = true;
    return json_string(&reader->json, &id) &&
           (json_is(&id, reader->instrument->id) ||
            json_fail(&reader->json, M_EXCHANGE_INSTRUMENT, json_show(&id, shown),
                      reader->instrument->id));
}

static bool read_year(struct reader *reader, const struct field *field, void *target)
{
    int64_t year = 0;
    if (!json_integer(&reader->json, 1, LIMIT_YEAR, &year)) {
        return false;
    }
    *(int *)exchange_member(target, field) = (int)year;
    const struct instrument *instrument = reader->instrument;
    return year >= instrument->year_first || json_fail(&reader->json, M_EXCHANGE_YEAR, (int)year,
                                                       instrument->id, instrument->year_first);
}

static bool read_kind(struct reader *reader, const struct field *field, void *target)
{
    struct json_text word;
    if (!json_string(&reader->json, &word)) {
        return false;
    }
    enum kind *kind = exchange_member(target, field);
    *kind = assessment_kind(word.bytes, word.length);
    char shown[JSON_SHOWN];
    return *kind != KIND_NONE || json_fail(&reader->json, M_EXCHANGE_KIND, json_show(&word, shown));
}

static bool read_agency(struct reader *reader, const struct field *field, void *target)
{
    static const struct field fields[] = {
        {FIELD("name"), exchange_read_text, offsetof(struct assessment, agency)},
        {FIELD("kind"), read_kind, offsetof(struct assessment, kind)},
        FIELD_END,
    };
    (void)field;
    struct assessment *out = target;
    if (!exchange_read_fields(reader, fields, out)) {
        return false;
    }
    out->agency = out->agency == NULL ? "" : out->agency;
    return true;
}

/* Position of a general question, or the number of them. */
static size_t find_question(const struct instrument *instrument, const struct json_text *id)
{
    size_t i = 0;
    while (i < instrument->question_count && !json_is(id, instrument->questions[i].id)) {
        i++;
    }
    return i;
}

/* Answers to the general questions: {"PU1":"…"}; kept in the instrument's order. */
static bool read_general(struct reader *reader, const struct field *field, void *target)
{
    (void)field;
    const struct instrument *instrument = reader->instrument;
    struct assessment *out = target;
    size_t count = instrument->question_count;
    struct general_answer *answers = arena_get(reader->out->arena, count, sizeof *answers);
    struct json_text id;
    json_object(&reader->json);
    while (json_key(&reader->json, &id)) {
        size_t i = find_question(instrument, &id);
        if (i == count) {
            char shown[JSON_SHOWN];
            return json_fail(&reader->json, M_EXCHANGE_QUESTION, json_show(&id, shown),
                             instrument->id);
        }
        if (answers[i].id != NULL) {
            return exchange_refuse_repeated(reader, &id);
        }
        answers[i].id = instrument->questions[i].id;
        struct field one = {.offset = offsetof(struct general_answer, text)};
        if (!json_absent(&reader->json) && !exchange_read_text(reader, &one, &answers[i])) {
            return false;
        }
    }
    out->general = answers;
    for (size_t i = 0; i < count; i++) {
        if (answers[i].text != NULL) {
            answers[out->general_count++] = answers[i];
        }
    }
    return !error_is_set(&reader->json.error);
}

static const struct field document_fields[] = {
    {FIELD("format"), read_format, 0},
    {FIELD("instrument"), read_instrument, 0},
    {FIELD("year"), read_year, offsetof(struct assessment, year)},
    {FIELD("agency"), read_agency, 0},
    {FIELD("general"), read_general, 0},
    {FIELD("answers"), read_answers, 0},
    FIELD_END,
};

static bool check_size(size_t length, const char *name, struct error *err)
{
    return length <= LIMIT_JSON_BYTES ||
           error_set(err, M_EXCHANGE_LARGE, name, (size_t)LIMIT_JSON_BYTES);
}

bool exchange_read(const char *bytes, size_t length, const char *name,
                   const struct instrument *instrument, struct arena *arena, struct assessment *out,
                   struct error *err)
{
    if (!check_size(length, name, err)) {
        return false;
    }
    struct reader reader = {.instrument = instrument, .out = out};
    assessment_init(out, instrument, arena);
    reader.indicators_seen = arena_get(arena, instrument->indicator_count, 1);
    reader.criteria_seen = arena_get(arena, instrument->criterion_count, 1);
    json_open(&reader.json, bytes, length, arena, name);
    json_peek(&reader.json);
    const char *place = reader.json.at;
    if (exchange_read_fields(&reader, document_fields, out) &&
        (!reader.format || !reader.named || out->year == 0)) {
        exchange_refuse_missing(&reader, place,
                                !reader.format  ? "format"
                                : !reader.named ? "instrument"
                                                : "year");
    }
    return json_end(&reader.json, err);
}

/* Takes the value of one key in a search for the instrument's id; `id` has bytes once it was found. */
static bool seek_value(struct json *json, const struct json_text *key, struct json_text *id)
{
    if (json_absent(json)) {
        return true;
    }
    if (json_is(key, "instrument")) {
        return json_string(json, id);
    }
    return json_is(key, "format") ? check_format(json) : json_jump(json);
}

/* Looks for the key instrument in an open document; false when it is not there, or nothing can be. */
static bool seek_instrument(struct json *json, struct json_text *id)
{
    struct json_text key;
    json_object(json);
    while (json_key(json, &key)) {
        if (!seek_value(json, &key, id) || id->bytes != NULL) {
            break;
        }
    }
    return id->bytes != NULL;
}

bool exchange_peek_instrument(const char *bytes, size_t length, const char *name,
                              char id[EXCHANGE_ID_BYTES], struct error *err)
{
    if (!check_size(length, name, err)) {
        return false;
    }
    struct arena arena = ARENA_EMPTY;
    struct json json;
    struct json_text found = {NULL, 0};
    json_open(&json, bytes, length, &arena, name);
    bool ok = seek_instrument(&json, &found) &&
              (found.length < EXCHANGE_ID_BYTES || json_fail(&json, M_EXCHANGE_ID));
    if (ok) {
        memcpy(id, found.bytes, found.length);
        id[found.length] = '\0';
    } else if (!error_is_set(&json.error)) {
        /* Something that is wrong elsewhere is the better thing to say. */
        json_open(&json, bytes, length, &arena, name);
        json_skip(&json, NULL);
        json_fail_at(&json, bytes, M_EXCHANGE_MISSING, "instrument");
    }
    if (!ok) {
        json_end(&json, err);
    }
    arena_release(&arena);
    return ok;
}

/* ---- writing -------------------------------------------------------------------------------------- */

static void write_agency(const struct assessment *assessment, struct text *out)
{
    bool named = assessment->agency[0] != '\0';
    if (!named && assessment->kind == KIND_NONE) {
        return;
    }
    text_add(out, ",\n \"agency\":{");
    if (named) {
        text_add(out, "\"name\":");
        text_add_json(out, assessment->agency);
    }
    if (assessment->kind != KIND_NONE) {
        text_format(out, "%s\"kind\":\"%s\"", named ? "," : "",
                    assessment_kind_word(assessment->kind));
    }
    text_add_byte(out, '}');
}

/* The answer to a general question, or NULL. */
static const char *general_text(const struct assessment *assessment, const char *id)
{
    for (size_t i = 0; i < assessment->general_count; i++) {
        if (strcmp(assessment->general[i].id, id) == 0) {
            return assessment->general[i].text;
        }
    }
    return NULL;
}

static void write_general(const struct assessment *assessment, struct text *out)
{
    const struct instrument *instrument = assessment->instrument;
    const char *before = ",\n \"general\":{";
    for (size_t i = 0; i < instrument->question_count; i++) {
        const char *text = general_text(assessment, instrument->questions[i].id);
        if (text != NULL) {
            text_format(out, "%s\n  \"%s\":", before, instrument->questions[i].id);
            text_add_json(out, text);
            before = ",";
        }
    }
    text_add(out, strcmp(before, ",") == 0 ? "}" : "");
}

static void write_answers(const struct assessment *assessment, struct text *out)
{
    const char *before = ",\n \"answers\":{";
    for (size_t i = 0; i < assessment->instrument->indicator_count; i++) {
        if (exchange_has_response(assessment, i)) {
            text_format(out, "%s\n  \"%s\":", before, assessment->instrument->indicators[i].id);
            exchange_write_response(assessment, i, out);
            before = ",";
        }
    }
    text_add(out, strcmp(before, ",") == 0 ? "}" : "");
}

void exchange_write(const struct assessment *assessment, struct text *out)
{
    text_add(out, "{\"format\":\"" FORMAT "\",\"instrument\":");
    text_add_json(out, assessment->instrument->id);
    text_format(out, ",\"year\":%d", assessment->year);
    write_agency(assessment, out);
    write_general(assessment, out);
    write_answers(assessment, out);
    text_add(out, "}\n");
}
