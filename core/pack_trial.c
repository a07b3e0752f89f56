#include "pack_trial.h"

#include "assessment.h"
#include "calculation.h"
#include "evaluation.h"
#include "json.h"
#include "limit.h"
#include "message.h"
#include "score_field.h"
#include "score_input.h"
#include "scorer.h"

#include <stdio.h>
#include <string.h>

enum { ALL = 1000 }; /* a level above any */

/* What the functions below share. */
struct trial {
    const struct instrument *instrument;
    struct instrument plain; /* the same without functions: how all stands before they are called */
    struct scorer *scorer;
    struct arena arena; /* of one assessment */
    struct text question, answer;
    struct error *findings; /* LIMIT_COMPLAINTS of them */
    size_t count;
};

/* An assessment to be made up: all levels met up to `level`, the others refused. */
struct setting {
    int level;
    enum kind kind;
    bool stated; /* with claims and verdicts */
};

/* ---- made-up assessments -------------------------------------------------------------------------- */

/* One item of evidence for each criterion, as often as the duty asks. */
static void add_evidence(const struct trial *trial, struct assessment *assessment, size_t i)
{
    const struct instrument *instrument = trial->instrument;
    struct arena *arena = assessment->arena;
    struct response *response = &assessment->responses[i];
    size_t least = instrument->duty.at_least > 0 ? (size_t)instrument->duty.at_least : 1;
    int *supports = arena_get(arena, instrument->criterion_count + 1, sizeof *supports);
    size_t count = 0;
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        if (instrument->criteria[c].indicator == (int)i && assessment->answers[c] == ANSWER_YES) {
            supports[count++] = (int)c;
        }
    }
    struct evidence *list = arena_get(arena, least, sizeof *list);
    for (size_t e = 0; e < least; e++) {
        list[e] = (struct evidence){.title = "", .supports = supports, .support_count = count};
    }
    response->evidence = list;
    response->evidence_count = count > 0 ? least : 0;
}

/* Accepts the items of the levels up to that of the setting. */
static void add_items(const struct trial *trial, const struct setting *setting,
                      struct assessment *assessment, size_t i)
{
    const struct indicator *indicator = &trial->instrument->indicators[i];
    const struct level *levels = &trial->instrument->levels[indicator->levels.first];
    size_t count = 0;
    for (uint32_t l = 0; l < indicator->levels.count; l++) {
        count += levels[l].item_count;
    }
    struct item *items = arena_get(assessment->arena, count + 1, sizeof *items);
    count = 0;
    for (uint32_t l = 0; l < indicator->levels.count; l++) {
        for (size_t k = 0; k < levels[l].item_count; k++) {
            bool yes = levels[l].number <= setting->level;
            items[count++] = (struct item){.level = levels[l].number,
                                           .number = (int)k + 1,
                                           .answer = yes ? ANSWER_YES : ANSWER_NO};
        }
    }
    assessment->responses[i].items = items;
    assessment->responses[i].item_count = count;
}

static void make_up(struct trial *trial, const struct setting *setting,
                    struct assessment *assessment)
{
    const struct instrument *instrument = &trial->plain;
    assessment_init(assessment, instrument, &trial->arena);
    assessment->year = instrument->year_last;
    assessment->kind = setting->kind;
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        int level = instrument->levels[instrument->criteria[c].level].number;
        assessment->answers[c] = (unsigned char)(level <= setting->level ? ANSWER_YES : ANSWER_NO);
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        struct maybe stated = {setting->stated, fraction_whole(instrument->level_highest)};
        assessment->responses[i].claimed = assessment->responses[i].verified = stated;
        add_evidence(trial, assessment, i);
        if (instrument->items) {
            add_items(trial, setting, assessment, i);
        }
    }
}

/* ---- findings ------------------------------------------------------------------------------------- */

/* True when two findings are one: of what a function returns, the value itself makes no difference. */
static bool is_same(const struct error *one, const struct error *other)
{
    return strcmp(one->where, other->where) == 0 &&
           (strcmp(one->message, other->message) == 0 ||
            (strcmp(one->id, other->id) == 0 && strncmp(one->id, "SCORE_", 6) == 0));
}

/* Keeps what was found, unless it is known. */
static void keep(struct trial *trial, const struct error *found)
{
    for (size_t i = 0; i < trial->count; i++) {
        if (is_same(&trial->findings[i], found)) {
            return;
        }
    }
    if (trial->count < LIMIT_COMPLAINTS) {
        trial->findings[trial->count++] = *found;
    }
}

/* True when `id` is a criterion of the indicator, in whatever year it counts. */
static bool is_own(const struct trial *trial, int indicator, const char *id)
{
    int position = instrument_find_criterion(trial->instrument, id, strlen(id), NOWHERE);
    return position != NOWHERE && trial->instrument->criteria[position].indicator == indicator;
}

/* A function asked a table of its input for a name that is not in it. */
static void judge(struct trial *trial, int indicator, const char *path, const char *key,
                  const char *where)
{
    const char *id = trial->instrument->indicators[indicator].id;
    struct fault fault = {0};
    struct error found = {.kind = ERROR_NONE};
    char name[FAULT_DETAIL_BYTES];
    bool of_level = strncmp(path, "levels[", 7) == 0;
    snprintf(name, sizeof name, "%s%s%s", path, path[0] == '\0' ? "" : ".", key);
    if (strcmp(path, "values") == 0) {
        fault_set(&fault, M_TRIAL_VALUE, where, key, id);
    } else if (strcmp(path, "answers") == 0 || strcmp(path, "evidence") == 0) {
        if (is_own(trial, indicator, key)) {
            return;
        }
        fault_set(&fault, M_TRIAL_CRITERION, where, key, id);
    } else if (path[0] == '\0' || of_level) {
        const char *near = score_field_near(of_level ? score_field_level : score_field_input, key);
        char known[32];
        if (near == NULL) {
            return; /* it may be missing rightly */
        }
        snprintf(known, sizeof known, "%.*s", (int)strcspn(near, "?"), near);
        fault_set(&fault, M_TRIAL_FIELD, where, name, known);
    } else {
        fault_set(&fault, M_TRIAL_ABSENT, where, name, id);
    }
    scorer_tell(trial->scorer, &fault, &found);
    keep(trial, &found);
}

/* ---- one call ------------------------------------------------------------------------------------- */

/* Reads one question that was noted. */
static bool read_note(struct trial *trial, struct json *json, int indicator)
{
    struct json_text key;
    const char *path = NULL, *name = NULL, *where = NULL;
    json_object(json);
    while (json_key(json, &key)) {
        json_copy(json, SIZE_MAX,
                  json_is(&key, "path")  ? &path
                  : json_is(&key, "key") ? &name
                                         : &where);
    }
    if (path == NULL || name == NULL || where == NULL) {
        return false;
    }
    judge(trial, indicator, path, name, where);
    return true;
}

/* What the worker said about a call. */
struct reply {
    const char *value; /* NULL where it failed */
    struct json_text failed;
};

/* Reads the answer; questions that were noted are judged on the way. */
static bool read_reply(struct trial *trial, int indicator, struct reply *reply)
{
    struct json json;
    struct json_text key;
    struct error ignored = {.kind = ERROR_NONE};
    bool good = true;
    *reply = (struct reply){.value = NULL};
    json_open(&json, trial->answer.bytes, trial->answer.length, &trial->arena, NULL);
    json_object(&json);
    while (good && json_key(&json, &key)) {
        if (json_is(&key, "missed")) {
            json_array(&json);
            while (good && json_item(&json)) {
                good = read_note(trial, &json, indicator);
            }
        } else if (json_is(&key, "value")) {
            json_copy(&json, SIZE_MAX, &reply->value);
        } else if (json_is(&key, "failed")) {
            json_skip(&json, &reply->failed);
        } else {
            json_skip(&json, NULL);
        }
    }
    return json_end(&json, &ignored) && good;
}

/* Acts on the answer: a failure is told, and a value must lie on the scale. */
static bool take_answer(struct trial *trial, int indicator)
{
    struct reply reply;
    struct fault fault = {0};
    struct fraction number;
    struct error found = {.kind = ERROR_NONE};
    if (!read_reply(trial, indicator, &reply)) {
        return false;
    }
    if (reply.failed.bytes != NULL) {
        if (!fault_read(reply.failed.bytes, reply.failed.length, &fault)) {
            return false;
        }
        scorer_tell(trial->scorer, &fault, &found);
        keep(trial, &found);
        return true;
    }
    if (reply.value == NULL || !fraction_parse(reply.value, strlen(reply.value), false, &number)) {
        return false;
    }
    if (!calculation_on_scale(trial->instrument, indicator, number, &found)) {
        keep(trial, &found);
    }
    return true;
}

/* Calls the function of an indicator for an assessment. False where it is the worker that failed. */
static bool try_function(struct trial *trial, const struct evaluation *evaluation, int indicator,
                         struct error *err)
{
    const struct indicator *own = &trial->instrument->indicators[indicator];
    struct error found = {.kind = ERROR_NONE};
    text_clear(&trial->question);
    text_add(&trial->question, "{\"score\":");
    text_add_json(&trial->question, own->function);
    text_add(&trial->question, ",\"watch\":true,\"input\":");
    score_input_write_one(evaluation, indicator, &trial->arena, &trial->question);
    text_add_byte(&trial->question, '}');
    if (!scorer_ask(trial->scorer, &trial->question, &trial->answer, &found)) {
        if (found.kind == ERROR_SYSTEM) {
            *err = found;
            return false;
        }
        keep(trial, &found);
        return true;
    }
    return take_answer(trial, indicator) || scorer_refuse(trial->scorer, err);
}

/* Calls all functions for one made-up assessment. */
static bool try_setting(struct trial *trial, const struct setting *setting, struct error *err)
{
    struct assessment assessment;
    struct evaluation evaluation;
    arena_clear(&trial->arena);
    make_up(trial, setting, &assessment);
    bool ok = evaluation_run(&evaluation, &assessment, BASIS_SUPPORTED, &trial->arena, err);
    for (size_t i = 0; ok && i < trial->instrument->function_count; i++) {
        ok = try_function(trial, &evaluation, trial->instrument->function_order[i], err);
    }
    return ok;
}

/* ---- all ------------------------------------------------------------------------------------------ */

/* Every level for one kind of agency without anything stated, then the ends for others, and with claims. */
static bool try_all(struct trial *trial, struct error *err)
{
    const struct instrument *instrument = trial->instrument;
    static const struct setting ends[] = {
        {ALL, KIND_KEMENTERIAN, true}, {ALL, KIND_LAINNYA, false}, {-1, KIND_NONE, true},
        {-1, KIND_KEMENTERIAN, false}, {ALL, KIND_KOTA, true},
    };
    bool ok = true;
    for (int level = instrument->level_lowest - 1; ok && level <= instrument->level_highest;
         level++) {
        const struct setting setting = {level, KIND_KOTA, false};
        ok = try_setting(trial, &setting, err);
    }
    for (size_t i = 0; ok && i < sizeof ends / sizeof ends[0]; i++) {
        ok = try_setting(trial, &ends[i], err);
    }
    return ok;
}

bool pack_trial_run(const struct instrument *instrument, struct arena *arena,
                    const struct error **findings, size_t *count, struct error *err)
{
    const char *place = "";
    size_t source_count = 0;
    *count = 0;
    *findings = NULL;
    if (instrument->function_count == 0) {
        return true;
    }
    const struct source *sources = scorer_sources(instrument->scorer, &place, &source_count);
    struct trial trial = {.instrument = instrument,
                          .plain = *instrument,
                          .scorer = scorer_new(place, sources, source_count),
                          .arena = ARENA_EMPTY,
                          .question = TEXT_EMPTY,
                          .answer = TEXT_EMPTY,
                          .findings = arena_get(arena, LIMIT_COMPLAINTS, sizeof(struct error))};
    trial.plain.function_count = 0;
    bool ok = try_all(&trial, err);
    scorer_free(trial.scorer);
    arena_release(&trial.arena);
    text_release(&trial.question);
    text_release(&trial.answer);
    *findings = trial.findings;
    *count = trial.count;
    return ok;
}
