#include "calculation.h"

#include "json.h"
#include "json_out.h"
#include "message.h"
#include "scorer.h"

/* What the functions below share. */
struct inquiry {
    const struct season *season;
    const struct instrument *instrument;
    const struct assessment *assessment;
    const struct standing *levels;
    struct calculated *calculated;
    struct arena *arena;
    struct json_out out;
};

/* A value as a function reads it: a whole number, or [numerator, denominator]. */
static void write_value(struct json_out *out, const char *key, struct fraction value)
{
    json_out_key(out, key);
    if (fraction_is_whole(value)) {
        json_out_int(out, value.num);
    } else {
        json_out_open(out, '[');
        json_out_int(out, value.num);
        json_out_int(out, value.den);
        json_out_close(out, ']');
    }
}

/* ---- what a function is given --------------------------------------------------------------------- */

static void write_level(struct inquiry *inquiry, uint32_t position)
{
    const struct standing *standing = &inquiry->levels[position];
    struct json_out *out = &inquiry->out;
    json_out_open(out, '{');
    json_out_member_int(out, "level", standing->number);
    json_out_member_int(out, "criteria", standing->counted);
    json_out_member_int(out, "met", standing->met);
    json_out_member_int(out, "unmet", standing->unmet);
    json_out_member_int(out, "evidence", standing->evidence);
    json_out_member_bool(out, "baseline", standing->baseline);
    json_out_member_bool(out, "complete", standing->complete);
    json_out_member_bool(out, "proven", standing->proven);
    json_out_close(out, '}');
}

/* Items of evidence that name a criterion. */
static unsigned count_items(const struct response *response, int criterion)
{
    unsigned count = 0;
    for (size_t e = 0; e < response->evidence_count; e++) {
        const struct evidence *item = &response->evidence[e];
        bool named = false;
        for (size_t s = 0; s < item->support_count; s++) {
            named = named || item->supports[s] == criterion;
        }
        count += named ? 1 : 0;
    }
    return count;
}

/* Calls `write` for each criterion of an indicator that counts in the year. */
static void each_criterion(struct inquiry *inquiry, const struct indicator *indicator, int position,
                           void (*write)(struct inquiry *inquiry, int indicator,
                                         uint32_t criterion))
{
    const struct level *levels = inquiry->instrument->levels;
    for (uint32_t l = 0; l < indicator->levels.count; l++) {
        struct span criteria = levels[indicator->levels.first + l].criteria;
        for (uint32_t c = criteria.first; c < criteria.first + criteria.count; c++) {
            if (inquiry->season->level_of[c] != SEASON_FOREIGN) {
                write(inquiry, position, c);
            }
        }
    }
}

static void write_answer(struct inquiry *inquiry, int indicator, uint32_t criterion)
{
    unsigned char answer = inquiry->assessment->answers[criterion];
    (void)indicator;
    if (answer != ANSWER_NONE) {
        json_out_member_bool(&inquiry->out, inquiry->instrument->criteria[criterion].id,
                             answer == ANSWER_YES);
    }
}

static void write_count(struct inquiry *inquiry, int indicator, uint32_t criterion)
{
    unsigned count = count_items(&inquiry->assessment->responses[indicator], (int)criterion);
    if (count > 0) {
        json_out_member_int(&inquiry->out, inquiry->instrument->criteria[criterion].id, count);
    }
}

/* The members of an input, but for `values`. */
static void write_input(struct inquiry *inquiry, int position)
{
    const struct indicator *indicator = &inquiry->instrument->indicators[position];
    const struct response *response = &inquiry->assessment->responses[position];
    struct json_out *out = &inquiry->out;
    const char *kind = assessment_kind_word(inquiry->assessment->kind);
    json_out_member(out, "indicator", indicator->id);
    json_out_member_int(out, "year", inquiry->season->year);
    json_out_member(out, "kind", kind == NULL ? "" : kind);
    if (response->claimed.given) {
        write_value(out, "claimed", response->claimed.value);
    }
    if (response->verified.given) {
        write_value(out, "verified", response->verified.value);
    }
    write_value(out, "supported", inquiry->calculated[position].plain);
    json_out_member_int(out, "met_level", inquiry->calculated[position].met_level);
    json_out_key(out, "levels");
    json_out_open(out, '[');
    for (uint32_t l = 0; l < indicator->levels.count; l++) {
        write_level(inquiry, indicator->levels.first + l);
    }
    json_out_close(out, ']');
    json_out_key(out, "answers");
    json_out_open(out, '{');
    each_criterion(inquiry, indicator, position, write_answer);
    json_out_close(out, '}');
    json_out_key(out, "evidence");
    json_out_open(out, '{');
    each_criterion(inquiry, indicator, position, write_count);
    json_out_close(out, '}');
}

/* ---- the question --------------------------------------------------------------------------------- */

/* True when the function of an indicator is called. */
static bool is_asked(const struct inquiry *inquiry, int position)
{
    return inquiry->instrument->indicators[position].function != NULL &&
           inquiry->calculated[position].given;
}

static void write_call(struct inquiry *inquiry, int position)
{
    const struct indicator *indicator = &inquiry->instrument->indicators[position];
    struct json_out *out = &inquiry->out;
    json_out_open(out, '{');
    json_out_member(out, "of", indicator->id);
    json_out_member(out, "score", indicator->function);
    json_out_key(out, "uses");
    json_out_open(out, '[');
    for (size_t d = 0; d < indicator->depend_count; d++) {
        json_out_string(out, inquiry->instrument->indicators[indicator->depends[d]].id);
    }
    json_out_close(out, ']');
    json_out_key(out, "input");
    json_out_open(out, '{');
    write_input(inquiry, position);
    json_out_close(out, '}');
    json_out_close(out, '}');
}

/* The values that are known without asking and that some function may read. */
static void write_known(struct inquiry *inquiry)
{
    struct json_out *out = &inquiry->out;
    json_out_key(out, "values");
    json_out_open(out, '{');
    for (size_t i = 0; i < inquiry->instrument->indicator_count; i++) {
        if (!is_asked(inquiry, (int)i)) {
            json_out_key(out, inquiry->instrument->indicators[i].id);
            json_out_exact(out, inquiry->calculated[i].value);
        }
    }
    json_out_close(out, '}');
}

/* Writes the question; false when there is nothing to ask. */
static bool write_inquiry(struct inquiry *inquiry)
{
    const struct instrument *instrument = inquiry->instrument;
    struct json_out *out = &inquiry->out;
    bool any = false;
    json_out_open(out, '{');
    write_known(inquiry);
    json_out_key(out, "scores");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->function_count; i++) {
        if (is_asked(inquiry, instrument->function_order[i])) {
            write_call(inquiry, instrument->function_order[i]);
            any = true;
        }
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
    return any;
}

/* ---- the answer ----------------------------------------------------------------------------------- */

bool calculation_on_scale(const struct instrument *instrument, int position, struct fraction value,
                          struct error *err)
{
    const struct indicator *indicator = &instrument->indicators[position];
    if (fraction_compare(value, fraction_whole(instrument->level_lowest)) >= 0 &&
        fraction_compare(value, fraction_whole(instrument->level_highest)) <= 0) {
        return true;
    }
    struct text place = TEXT_EMPTY;
    struct text number = TEXT_EMPTY;
    scorer_place(instrument->scorer, indicator->function, &place);
    fraction_add_exact(&number, value);
    error_set(err, M_CALCULATION_SCALE, place.bytes, indicator->id, number.bytes,
              instrument->level_lowest, instrument->level_highest);
    text_release(&place);
    text_release(&number);
    return false;
}

/* Reads {"value":"7/6","reason":"…"}. */
static bool read_score(struct json *json, struct calculated *calculated)
{
    struct json_text key;
    const char *value = NULL;
    calculated->reason = NULL;
    json_object(json);
    while (json_key(json, &key)) {
        if (json_is(&key, "value")) {
            json_copy(json, 64, &value);
        } else if (json_is(&key, "reason")) {
            json_copy(json, SIZE_MAX, &calculated->reason);
        } else {
            return false;
        }
    }
    return value != NULL && calculated->reason != NULL &&
           fraction_parse(value, strlen(value), false, &calculated->value);
}

/* Takes the answers, which come in the order of the question. */
static bool read_answer(struct inquiry *inquiry, const struct text *answer, struct error *err)
{
    const struct instrument *instrument = inquiry->instrument;
    struct error bad = {.kind = ERROR_NONE};
    struct json json;
    struct json_text key;
    size_t next = 0;
    bool ok = true;
    json_open(&json, answer->bytes, answer->length, inquiry->arena, NULL);
    json_object(&json);
    ok = json_key(&json, &key) && json_is(&key, "scores") && json_array(&json);
    while (ok && json_item(&json)) {
        while (next < instrument->function_count &&
               !is_asked(inquiry, instrument->function_order[next])) {
            next++;
        }
        ok = next < instrument->function_count;
        int position = ok ? instrument->function_order[next++] : 0;
        ok = ok && read_score(&json, &inquiry->calculated[position]);
        if (ok &&
            !calculation_on_scale(instrument, position, inquiry->calculated[position].value, err)) {
            return false;
        }
    }
    while (ok && next < instrument->function_count) {
        ok = !is_asked(inquiry, instrument->function_order[next++]);
    }
    ok = ok && !json_key(&json, &key) && json_end(&json, &bad);
    return ok || scorer_refuse(instrument->scorer, err);
}

bool calculation_run(const struct season *season, const struct assessment *assessment,
                     const struct standing *levels, struct calculated *calculated,
                     struct arena *arena, struct error *err)
{
    struct text text = TEXT_EMPTY;
    struct text answer = TEXT_EMPTY;
    struct inquiry inquiry = {
        .season = season,
        .instrument = season->instrument,
        .assessment = assessment,
        .levels = levels,
        .calculated = calculated,
        .arena = arena,
        .out = {&text, false},
    };
    for (size_t i = 0; i < season->instrument->indicator_count; i++) {
        calculated[i].plain = calculated[i].value;
    }
    bool done =
        !write_inquiry(&inquiry) || (scorer_ask(season->instrument->scorer, &text, &answer, err) &&
                                     read_answer(&inquiry, &answer, err));
    text_release(&text);
    text_release(&answer);
    return done;
}

void calculation_write_input(const struct season *season, const struct assessment *assessment,
                             const struct standing *levels, struct calculated *calculated,
                             int position, struct json_out *out)
{
    const struct indicator *indicators = season->instrument->indicators;
    const struct indicator *indicator = &indicators[position];
    struct inquiry inquiry = {
        .season = season,
        .instrument = season->instrument,
        .assessment = assessment,
        .levels = levels,
        .calculated = calculated,
        .out = *out,
    };
    json_out_open(&inquiry.out, '{');
    write_input(&inquiry, position);
    json_out_key(&inquiry.out, "values");
    json_out_open(&inquiry.out, '{');
    for (size_t d = 0; d < indicator->depend_count; d++) {
        int depends = indicator->depends[d];
        write_value(&inquiry.out, indicators[depends].id, calculated[depends].value);
    }
    json_out_close(&inquiry.out, '}');
    json_out_close(&inquiry.out, '}');
    *out = inquiry.out;
}
