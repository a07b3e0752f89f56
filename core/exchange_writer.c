#include "exchange_writer.h"

#include <limits.h>
#include <string.h>

/* Where the next member of an object or a list goes. */
struct pen {
    struct text *out;
    bool fresh; /* nothing has been written since the opening bracket */
};

/* Begins a member; `line` is what stands between it and the one before, "" or a line break and
 * indentation. */
static void begin(struct pen *pen, const char *line)
{
    if (!pen->fresh) {
        text_add_byte(pen->out, ',');
    }
    pen->fresh = false;
    text_add(pen->out, line);
}

/* Begins a member with its key. */
static void begin_key(struct pen *pen, const char *line, const char *key)
{
    begin(pen, line);
    text_add_json(pen->out, key);
    text_add_byte(pen->out, ':');
}

/* A text, when it is given. */
static void add_text(struct pen *pen, const char *key, const char *text)
{
    if (text != NULL && text[0] != '\0') {
        begin_key(pen, "", key);
        text_add_json(pen->out, text);
    }
}

/* Whole values are numbers, others exact decimals in quotes. */
static void add_value(struct pen *pen, const char *key, struct fraction value)
{
    begin_key(pen, "", key);
    const char *quote = fraction_is_whole(value) ? "" : "\"";
    text_add(pen->out, quote);
    fraction_add_exact(pen->out, value);
    text_add(pen->out, quote);
}

static void add_maybe(struct pen *pen, const char *key, struct maybe maybe)
{
    if (maybe.given) {
        add_value(pen, key, maybe.value);
    }
}

#define LINE_KEY "\n   "
#define LINE_ENTRY "\n    "

/* The object of a criterion or an item. */
static void add_said(struct text *out, enum answer answer, const char *note)
{
    struct pen pen = {out, true};
    text_add_byte(out, '{');
    if (answer != ANSWER_NONE) {
        begin_key(&pen, "", "met");
        text_add(out, answer == ANSWER_YES ? "true" : "false");
    }
    add_text(&pen, "note", note);
    text_add_byte(out, '}');
}

/* The first and the last criterion of an indicator, as positions; none when the first is behind. */
static struct span criteria_of(const struct instrument *instrument, size_t indicator)
{
    struct span levels = instrument->indicators[indicator].levels;
    struct span all = {0, 0};
    for (uint32_t i = 0; i < levels.count; i++) {
        struct span own = instrument->levels[levels.first + i].criteria;
        all.first = all.count == 0 ? own.first : all.first;
        all.count += own.count;
    }
    return all;
}

static bool has_answer(const struct assessment *assessment, size_t criterion)
{
    return assessment->answers[criterion] != ANSWER_NONE || assessment->notes[criterion] != NULL;
}

static void add_criteria(struct pen *pen, const struct assessment *assessment, size_t indicator)
{
    const struct instrument *instrument = assessment->instrument;
    struct span criteria = criteria_of(instrument, indicator);
    struct pen inner = {pen->out, true};
    for (size_t i = criteria.first; i < criteria.first + criteria.count; i++) {
        if (has_answer(assessment, i)) {
            if (inner.fresh) {
                begin_key(pen, LINE_KEY, "criteria");
                text_add_byte(pen->out, '{');
            }
            begin_key(&inner, LINE_ENTRY, instrument->criteria[i].id);
            add_said(pen->out, assessment->answers[i], assessment->notes[i]);
        }
    }
    text_add(pen->out, inner.fresh ? "" : "}");
}

static void add_verdicts(struct pen *pen, const struct response *response)
{
    if (response->verdict_count == 0) {
        return;
    }
    begin_key(pen, LINE_KEY, "stages");
    text_add_byte(pen->out, '[');
    struct pen list = {pen->out, true};
    for (size_t i = 0; i < response->verdict_count; i++) {
        const struct verdict *verdict = &response->verdicts[i];
        struct pen inner = {pen->out, true};
        begin(&list, LINE_ENTRY);
        text_add_byte(pen->out, '{');
        add_text(&inner, "stage", assessment_stage_word(verdict->stage));
        add_value(&inner, "value", verdict->value);
        add_text(&inner, "reason", verdict->reason);
        add_text(&inner, "by", verdict->by);
        text_add_byte(pen->out, '}');
    }
    text_add_byte(pen->out, ']');
}

static void add_explanations(struct pen *pen, const struct assessment *assessment, size_t indicator)
{
    const struct response *response = &assessment->responses[indicator];
    struct span levels = assessment->instrument->indicators[indicator].levels;
    struct pen inner = {pen->out, true};
    for (uint32_t i = 0; response->explanations != NULL && i < levels.count; i++) {
        if (response->explanations[i] != NULL) {
            if (inner.fresh) {
                begin_key(pen, LINE_KEY, "explanations");
                text_add_byte(pen->out, '{');
            }
            begin(&inner, LINE_ENTRY);
            int number = assessment->instrument->levels[levels.first + i].number;
            text_format(pen->out, "\"%d\":", number);
            text_add_json(pen->out, response->explanations[i]);
        }
    }
    text_add(pen->out, inner.fresh ? "" : "}");
}

/* The next item in the order of level and number behind `last`, or NULL. */
static const struct item *next_item(const struct response *response, const struct item *last)
{
    const struct item *next = NULL;
    for (size_t i = 0; i < response->item_count; i++) {
        const struct item *item = &response->items[i];
        bool behind = last == NULL || item->level > last->level ||
                      (item->level == last->level && item->number > last->number);
        bool before = next == NULL || item->level < next->level ||
                      (item->level == next->level && item->number < next->number);
        next = behind && before ? item : next;
    }
    return next;
}

static void add_items(struct pen *pen, const struct response *response, const char *id)
{
    if (response->item_count == 0) {
        return;
    }
    begin_key(pen, LINE_KEY, "items");
    text_add_byte(pen->out, '{');
    struct pen inner = {pen->out, true};
    const struct item *item = NULL;
    while ((item = next_item(response, item)) != NULL) {
        begin(&inner, LINE_ENTRY);
        text_format(pen->out, "\"%s.%d.e%d\":", id, item->level, item->number);
        add_said(pen->out, item->answer, item->note);
    }
    text_add_byte(pen->out, '}');
}

static void add_measures(struct pen *pen, const struct response *response, string_list known)
{
    struct pen inner = {pen->out, true};
    for (size_t i = 0; known != NULL && known[i] != NULL; i++) {
        for (size_t k = 0; k < response->measure_count; k++) {
            if (strcmp(response->measures[k].key, known[i]) == 0) {
                if (inner.fresh) {
                    begin_key(pen, LINE_KEY, "measures");
                    text_add_byte(pen->out, '{');
                }
                add_value(&inner, known[i], response->measures[k].value);
            }
        }
    }
    text_add(pen->out, inner.fresh ? "" : "}");
}

/* The next criterion behind position `last` that a document supports, or INT_MAX. */
static int next_support(const struct evidence *evidence, int last)
{
    int next = INT_MAX;
    for (size_t i = 0; i < evidence->support_count; i++) {
        int position = evidence->supports[i];
        next = position > last && position < next ? position : next;
    }
    return next;
}

/* The next item behind `last` that a document is put forward for, or NULL; in the order of level and
 * number. */
static const struct item_name *next_proved(const struct evidence *evidence,
                                           const struct item_name *last)
{
    const struct item_name *next = NULL;
    for (size_t i = 0; i < evidence->item_count; i++) {
        const struct item_name *item = &evidence->items[i];
        bool behind = last == NULL || item->level > last->level ||
                      (item->level == last->level && item->number > last->number);
        bool before = next == NULL || item->level < next->level ||
                      (item->level == next->level && item->number < next->number);
        next = behind && before ? item : next;
    }
    return next;
}

/* The criteria in their order, then the items. */
static void add_supports(struct pen *pen, const struct instrument *instrument,
                         const char *indicator, const struct evidence *evidence)
{
    if (evidence->support_count + evidence->item_count == 0) {
        return;
    }
    begin_key(pen, "", "supports");
    text_add_byte(pen->out, '[');
    struct pen inner = {pen->out, true};
    int position = -1;
    while ((position = next_support(evidence, position)) != INT_MAX) {
        begin(&inner, "");
        text_add_json(pen->out, instrument->criteria[position].id);
    }
    const struct item_name *item = NULL;
    while ((item = next_proved(evidence, item)) != NULL) {
        begin(&inner, "");
        text_format(pen->out, "\"%s.%d.e%d\"", indicator, item->level, item->number);
    }
    text_add_byte(pen->out, ']');
}

static void add_evidence(struct pen *pen, const struct instrument *instrument,
                         const char *indicator, const struct response *response)
{
    if (response->evidence_count == 0) {
        return;
    }
    begin_key(pen, LINE_KEY, "evidence");
    text_add_byte(pen->out, '[');
    struct pen list = {pen->out, true};
    for (size_t i = 0; i < response->evidence_count; i++) {
        const struct evidence *evidence = &response->evidence[i];
        struct pen inner = {pen->out, true};
        begin(&list, LINE_ENTRY);
        text_add_byte(pen->out, '{');
        add_text(&inner, "title", evidence->title);
        add_text(&inner, "number", evidence->number);
        add_text(&inner, "date", evidence->date);
        add_text(&inner, "file", evidence->file);
        add_text(&inner, "sha256", evidence->sha256);
        add_text(&inner, "unit", evidence->unit);
        add_text(&inner, "pages", evidence->pages);
        add_text(&inner, "note", evidence->note);
        add_supports(&inner, instrument, indicator, evidence);
        add_text(&inner, "inspection", evidence->inspection);
        text_add_byte(pen->out, '}');
    }
    text_add_byte(pen->out, ']');
}

bool exchange_has_response(const struct assessment *assessment, size_t indicator)
{
    const struct response *response = &assessment->responses[indicator];
    if (response->claimed.given || response->verified.given || response->state != STATE_OPEN ||
        response->note != NULL || response->verified_reason != NULL || response->unit != NULL ||
        response->carried != NULL || response->explanations != NULL) {
        return true;
    }
    if (response->verdict_count + response->evidence_count + response->item_count +
            response->measure_count >
        0) {
        return true;
    }
    struct span criteria = criteria_of(assessment->instrument, indicator);
    size_t i = criteria.first;
    while (i < criteria.first + criteria.count && !has_answer(assessment, i)) {
        i++;
    }
    return i < criteria.first + criteria.count;
}

/* The value that assessors gave: the verdict that counts, where there are any. */
static struct maybe verified_of(const struct response *response)
{
    const struct verdict *verdict = assessment_verdict(response);
    struct maybe verified = response->verified;
    if (verdict != NULL) {
        verified.given = true;
        verified.value = verdict->value;
    }
    return verified;
}

void exchange_write_response(const struct assessment *assessment, size_t indicator,
                             struct text *out)
{
    const struct instrument *instrument = assessment->instrument;
    const struct response *response = &assessment->responses[indicator];
    const struct indicator *about = &instrument->indicators[indicator];
    struct pen pen = {out, true};
    text_add_byte(out, '{');
    add_maybe(&pen, "claimed", response->claimed);
    add_maybe(&pen, "verified", verified_of(response));
    add_text(&pen, "verified_reason", response->verified_reason);
    add_text(&pen, "note", response->note);
    add_text(&pen, "unit", response->unit);
    if (response->state != STATE_OPEN) {
        add_text(&pen, "state", assessment_state_word(response->state));
    }
    add_text(&pen, "carried", response->carried);
    add_verdicts(&pen, response);
    add_explanations(&pen, assessment, indicator);
    add_criteria(&pen, assessment, indicator);
    add_items(&pen, response, about->id);
    add_measures(&pen, response, about->measures);
    add_evidence(&pen, instrument, about->id, response);
    text_add_byte(out, '}');
}
