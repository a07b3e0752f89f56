#include "report_full.h"

#include "condition.h"
#include "dispute.h"
#include "rule_words.h"

#include <string.h>

/* --- the instrument ----------------------------------------------------------------------------- */

static void write_conflicts(struct json_out *out, const struct instrument *instrument)
{
    json_out_key(out, "conflicts");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->conflict_count; i++) {
        json_out_open(out, '{');
        json_out_member(out, "topic", instrument->conflicts[i].topic);
        json_out_member(out, "text", instrument->conflicts[i].text);
        json_out_member(out, "resolution", instrument->conflicts[i].resolution);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

/* The years from which a document is the guide, until another follows; nothing for other documents. */
static void write_guide_years(struct json_out *out, const struct instrument *instrument,
                              const char *document)
{
    bool guide = false;
    for (size_t i = 0; i < instrument->guideline_count; i++) {
        if (document[0] != '\0' && strcmp(instrument->guidelines[i].document, document) == 0) {
            if (!guide) {
                json_out_key(out, "guide_years");
                json_out_open(out, '[');
                guide = true;
            }
            json_out_int(out, instrument->guidelines[i].year);
        }
    }
    if (guide) {
        json_out_close(out, ']');
    }
}

static void write_documents(struct json_out *out, const struct instrument *instrument)
{
    json_out_key(out, "documents");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->document_count; i++) {
        json_out_open(out, '{');
        json_out_member(out, "id", instrument->documents[i].id);
        json_out_member(out, "title", instrument->documents[i].title);
        write_guide_years(out, instrument, instrument->documents[i].id);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

/* What overlays changed, each also as a sentence. */
static void write_changes(struct json_out *out, const struct instrument *instrument)
{
    struct text words = TEXT_EMPTY;
    json_out_key(out, "changes");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->change_count; i++) {
        const struct rule_change *change = &instrument->changes[i];
        text_clear(&words);
        rule_words_change(&words, change);
        json_out_open(out, '{');
        json_out_member(out, "change", change->kind);
        json_out_member(out, "of", change->of);
        json_out_member(out, "text", words.bytes);
        json_out_member(out, "overlay", instrument->overlays[change->overlay].id);
        json_out_member_int(out, "line", change->line);
        json_out_member(out, "reason", change->reason);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    text_release(&words);
}

/* The words of papers, where the pack has any. */
static void write_papers(struct json_out *out, const struct papers *papers)
{
    json_out_key(out, "papers");
    json_out_open(out, '{');
    json_out_member(out, "subject", papers->subject);
    json_out_member(out, "index", papers->index);
    json_out_member(out, "evaluation", papers->evaluation);
    json_out_member(out, "coordinator", papers->coordinator);
    json_out_member(out, "internal_team", papers->internal_team);
    json_out_member(out, "method", papers->method);
    json_out_key(out, "list");
    json_out_open(out, '[');
    for (size_t i = 0; i < papers->count; i++) {
        json_out_open(out, '{');
        json_out_member(out, "id", papers->list[i].id);
        json_out_member(out, "title", papers->list[i].title);
        json_out_member_bool(out, "official", papers->list[i].official);
        json_out_member(out, "statement", papers->list[i].statement);
        json_out_member(out, "note", papers->list[i].note);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

void report_full_instrument(struct json_out *out, const struct instrument *instrument)
{
    json_out_key(out, "instrument");
    json_out_open(out, '{');
    json_out_member(out, "id", instrument->id);
    json_out_member(out, "title", instrument->title);
    json_out_member(out, "short_title", instrument->short_title);
    json_out_member(out, "disclaimer", instrument->disclaimer);
    json_out_member_list(out, "notes", instrument->notes);
    write_conflicts(out, instrument);
    write_documents(out, instrument);
    if (instrument->papers.count > 0) {
        write_papers(out, &instrument->papers);
    }
    if (instrument->overlay_count > 0) {
        write_changes(out, instrument);
    }
    json_out_close(out, '}');
}

/* --- objections and general questions ------------------------------------------------------------ */

/* Some objections together, and the index with all of them accepted. */
static void write_objections(struct json_out *out, const char *key,
                             const struct evaluation *evaluation, bool proven)
{
    struct dispute_sum sum;
    bool fits = dispute_sum(evaluation, proven, &sum);
    json_out_key(out, key);
    json_out_open(out, '{');
    json_out_member_int(out, "count", sum.count);
    if (fits) {
        const struct band *band = evaluation_band(evaluation, sum.exact);
        int decimals = evaluation->instrument->decimals;
        json_out_member_rounded(out, "gain", sum.gain, decimals);
        json_out_member_exact(out, "gain_exact", sum.gain);
        json_out_member_rounded(out, "value", sum.exact, decimals);
        json_out_member_exact(out, "exact", sum.exact);
        json_out_member(out, "predicate", band == NULL ? "" : band->name);
    }
    json_out_close(out, '}');
}

void report_full_objection(struct json_out *out, const struct evaluation *evaluation)
{
    if (evaluation_has(evaluation, BASIS_VERIFIED)) {
        json_out_key(out, "objection");
        json_out_open(out, '{');
        write_objections(out, "proven", evaluation, true);
        write_objections(out, "all", evaluation, false);
        json_out_close(out, '}');
    }
}

/* The answer to a general question, or NULL. */
static const char *answer_to(const struct assessment *assessment, const char *id)
{
    for (size_t i = 0; i < assessment->general_count; i++) {
        if (strcmp(assessment->general[i].id, id) == 0) {
            return assessment->general[i].text;
        }
    }
    return NULL;
}

void report_full_questions(struct json_out *out, const struct evaluation *evaluation)
{
    const struct instrument *instrument = evaluation->instrument;
    json_out_key(out, "questions");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->question_count; i++) {
        const struct question *question = &instrument->questions[i];
        json_out_open(out, '{');
        json_out_member(out, "id", question->id);
        json_out_member(out, "text", question->text);
        json_out_member(out, "answer", answer_to(evaluation->assessment, question->id));
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

/* --- levels and criteria ------------------------------------------------------------------------ */

/* The member "evidence": which items of the indicator name the criterion. */
static void write_supporting(struct json_out *out, const struct response *response, int criterion)
{
    json_out_key(out, "evidence");
    json_out_open(out, '[');
    for (size_t e = 0; e < response->evidence_count; e++) {
        const struct evidence *item = &response->evidence[e];
        for (size_t s = 0; s < item->support_count; s++) {
            if (item->supports[s] == criterion) {
                json_out_int(out, (int64_t)e);
            }
        }
    }
    json_out_close(out, ']');
}

/* The same for an item that scores. */
static void write_proving(struct json_out *out, const struct response *response, int level,
                          int number)
{
    json_out_key(out, "evidence");
    json_out_open(out, '[');
    for (size_t e = 0; e < response->evidence_count; e++) {
        if (assessment_proves_item(&response->evidence[e], level, number)) {
            json_out_int(out, (int64_t)e);
        }
    }
    json_out_close(out, ']');
}

/* The members "detail" and "conditions", where there is something to say. */
static void write_conditions(struct json_out *out, const struct criterion *criterion)
{
    struct text conditions = TEXT_EMPTY;
    condition_tell(criterion, &conditions);
    if (criterion->detail != NULL && criterion->detail[0] != '\0') {
        json_out_member(out, "detail", criterion->detail);
    }
    if (conditions.length > 0) {
        json_out_member(out, "conditions", conditions.bytes);
    }
    text_release(&conditions);
}

static void write_criterion(struct json_out *out, const struct evaluation *evaluation,
                            const struct response *response, uint32_t position)
{
    const struct criterion *criterion = &evaluation->instrument->criteria[position];
    enum answer answer = evaluation_answer(evaluation, position);
    json_out_open(out, '{');
    json_out_member(out, "id", criterion->id);
    json_out_member(out, "text", criterion->text);
    json_out_member(out, "basis", criterion->basis);
    json_out_key(out, "met");
    if (answer == ANSWER_NONE) {
        json_out_null(out);
    } else {
        json_out_bool(out, answer == ANSWER_YES);
    }
    write_conditions(out, criterion);
    if (criterion->decisive) {
        json_out_member_bool(out, "decisive", true);
    }
    json_out_member(out, "note", evaluation->assessment->notes[position]);
    write_supporting(out, response, (int)position);
    json_out_close(out, '}');
}

/* The criteria of the year. */
static void write_criteria(struct json_out *out, const struct evaluation *evaluation,
                           const struct response *response, struct span criteria)
{
    json_out_key(out, "criteria");
    json_out_open(out, '[');
    for (uint32_t c = criteria.first; c < criteria.first + criteria.count; c++) {
        if (evaluation_counts(evaluation, &evaluation->instrument->criteria[c])) {
            write_criterion(out, evaluation, response, c);
        }
    }
    json_out_close(out, ']');
}

/* The items of a level, where they score. */
static void write_items(struct json_out *out, const struct indicator *indicator,
                        const struct level *level, const struct response *response)
{
    struct text id = TEXT_EMPTY;
    json_out_key(out, "items");
    json_out_open(out, '[');
    for (size_t i = 0; i < level->item_count; i++) {
        const struct item *item = assessment_item(response, level->number, (int)i + 1);
        enum answer answer = item == NULL ? ANSWER_NONE : item->answer;
        text_clear(&id);
        text_format(&id, "%s.%d.e%zu", indicator->id, level->number, i + 1);
        json_out_open(out, '{');
        json_out_member(out, "id", id.bytes);
        json_out_member(out, "text", level->evidence[i]);
        json_out_member_exact(out, "points", level->points[i]);
        json_out_key(out, "met");
        if (answer == ANSWER_NONE) {
            json_out_null(out);
        } else {
            json_out_bool(out, answer == ANSWER_YES);
        }
        json_out_member(out, "note", item == NULL ? NULL : item->note);
        write_proving(out, response, level->number, (int)i + 1);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    text_release(&id);
}

static void write_level(struct json_out *out, const struct evaluation *evaluation, int indicator,
                        uint32_t nth)
{
    const struct instrument *instrument = evaluation->instrument;
    const struct response *response = &evaluation->assessment->responses[indicator];
    uint32_t position = instrument->indicators[indicator].levels.first + nth;
    const struct level *level = &instrument->levels[position];
    const struct rated *supported = &evaluation->ratings[indicator].on[BASIS_SUPPORTED];
    json_out_open(out, '{');
    json_out_member_int(out, "level", level->number);
    json_out_member(out, "name", level->name);
    json_out_member_bool(out, "baseline", level->baseline);
    json_out_member_bool(out, "duty", evaluation->levels[position].due);
    json_out_member_bool(out, "held",
                         level->baseline || (supported->given &&
                                             fraction_compare(level->to, supported->value) <= 0));
    if (instrument->fractions) {
        json_out_member_exact(out, "from", level->from);
        json_out_member_exact(out, "to", level->to);
    }
    json_out_member(out, "note", level->note);
    json_out_member(out, "explanation",
                    response->explanations == NULL ? NULL : response->explanations[nth]);
    json_out_member_list(out, "evidence_asked", level->evidence);
    if (level->item_count > 0) {
        write_items(out, &instrument->indicators[indicator], level, response);
    }
    write_criteria(out, evaluation, response, level->criteria);
    json_out_close(out, '}');
}

/* --- evidence and verdicts ---------------------------------------------------------------------- */

static void write_item(struct json_out *out, const struct instrument *instrument,
                       const char *indicator, const struct evidence *item)
{
    struct text id = TEXT_EMPTY;
    json_out_open(out, '{');
    json_out_member(out, "title", item->title);
    json_out_member(out, "number", item->number);
    json_out_member(out, "date", item->date);
    json_out_member(out, "file", item->file);
    json_out_member(out, "sha256", item->sha256);
    json_out_member(out, "unit", item->unit);
    json_out_member(out, "pages", item->pages);
    json_out_member(out, "note", item->note);
    json_out_key(out, "supports");
    json_out_open(out, '[');
    for (size_t s = 0; s < item->support_count + item->item_count; s++) {
        text_clear(&id);
        assessment_add_support(instrument, indicator, item, s, &id);
        json_out_string(out, id.bytes);
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
    text_release(&id);
}

static void write_stages(struct json_out *out, const struct response *response)
{
    json_out_key(out, "stages");
    json_out_open(out, '[');
    for (size_t v = 0; v < response->verdict_count; v++) {
        const struct verdict *verdict = &response->verdicts[v];
        json_out_open(out, '{');
        json_out_member(out, "stage", assessment_stage_word(verdict->stage));
        json_out_member_exact(out, "value", verdict->value);
        json_out_member(out, "reason", verdict->reason);
        json_out_member(out, "by", verdict->by);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

/* The member "dispute", where there is one. */
static void write_dispute(struct json_out *out, const struct evaluation *evaluation, int indicator)
{
    struct dispute dispute;
    if (!dispute_find(evaluation, indicator, &dispute)) {
        return;
    }
    json_out_key(out, "dispute");
    json_out_open(out, '{');
    json_out_member(out, "basis", evaluation_basis_word(dispute.basis));
    json_out_member_exact(out, "wanted", dispute.wanted);
    json_out_member_rounded(out, "gain", dispute.gain, evaluation->instrument->decimals);
    json_out_member_exact(out, "gain_exact", dispute.gain);
    json_out_close(out, '}');
}

/* The texts that the pack has for an indicator. */
static void write_texts(struct json_out *out, const struct indicator *indicator)
{
    json_out_member(out, "definition", indicator->definition);
    json_out_member_list(out, "legal_basis", indicator->legal_basis);
    json_out_member(out, "applicability", indicator->applicability);
    json_out_member(out, "confidence_note", indicator->confidence_note);
    if (indicator->data_source != NULL && indicator->data_source[0] != '\0') {
        json_out_member(out, "data_source", indicator->data_source);
        json_out_member_list(out, "supervisors", indicator->supervisors);
        json_out_member(out, "ladder_note", indicator->ladder_note);
    }
}

/* The straight lines by which an outside index becomes a value. */
static void write_lines(struct json_out *out, const struct conversion *conversion)
{
    json_out_key(out, "lines");
    json_out_open(out, '[');
    for (size_t i = 0; i < conversion->line_count; i++) {
        const struct line *line = &conversion->lines[i];
        json_out_open(out, '{');
        json_out_member_exact(out, "from", line->from);
        json_out_member_exact(out, "to", line->to);
        json_out_member_exact(out, "low", line->low);
        json_out_member_exact(out, "high", line->high);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

/* The outside index of an indicator that is converted from one. */
static void write_measure(struct json_out *out, const struct indicator *indicator,
                          const struct response *response)
{
    const struct conversion *conversion = indicator->conversion;
    if (conversion == NULL) {
        return;
    }
    const struct measure *measure = assessment_measure(response, conversion->input);
    json_out_key(out, "measure");
    json_out_open(out, '{');
    json_out_member(out, "key", conversion->input);
    json_out_key(out, "value");
    if (measure == NULL) {
        json_out_null(out);
    } else {
        json_out_exact(out, measure->value);
    }
    json_out_member_exact(out, "from", conversion->lines[0].from);
    json_out_member_exact(out, "to", conversion->lines[conversion->line_count - 1].to);
    write_lines(out, conversion);
    json_out_member(out, "formula", conversion->formula);
    json_out_member(out, "basis", conversion->basis);
    json_out_close(out, '}');
}

void report_full_indicator(struct json_out *out, const struct evaluation *evaluation, int indicator)
{
    const struct instrument *instrument = evaluation->instrument;
    const struct response *response = &evaluation->assessment->responses[indicator];
    write_texts(out, &instrument->indicators[indicator]);
    json_out_member(out, "note", response->note);
    json_out_member(out, "verified_reason", response->verified_reason);
    json_out_member(out, "unit", response->unit);
    write_measure(out, &instrument->indicators[indicator], response);
    write_stages(out, response);
    write_dispute(out, evaluation, indicator);
    json_out_key(out, "levels");
    json_out_open(out, '[');
    for (uint32_t i = 0; i < instrument->indicators[indicator].levels.count; i++) {
        write_level(out, evaluation, indicator, i);
    }
    json_out_close(out, ']');
    json_out_key(out, "evidence");
    json_out_open(out, '[');
    for (size_t e = 0; e < response->evidence_count; e++) {
        write_item(out, instrument, instrument->indicators[indicator].id, &response->evidence[e]);
    }
    json_out_close(out, ']');
}
