#include "report.h"

#include "json_out.h"
#include "reason.h"
#include "report_full.h"
#include "result_head.h"

#include <string.h>

/* What the functions below share. */
struct writer {
    struct json_out out;
    const struct report_frame *frame; /* fits the evaluation */
    const struct evaluation *evaluation;
    const struct instrument *instrument;
    enum report_form form;
    struct arena *scratch;
};

/* --- whose result, by which rules --------------------------------------------------------------- */

static void write_head(struct writer *writer)
{
    struct json_out *out = &writer->out;
    report_frame_rules(writer->frame, out);
    result_head_assessment(out, writer->evaluation->assessment);
    report_frame_scale(writer->frame, out);
    if (writer->form == REPORT_FULL) {
        report_full_instrument(out, writer->instrument);
    }
}

/* --- the index ---------------------------------------------------------------------------------- */

static void write_value(struct json_out *out, const struct instrument *instrument,
                        struct fraction value)
{
    json_out_member_rounded(out, "value", value, instrument->decimals);
    json_out_member_exact(out, "exact", value);
}

static void write_next_band(struct json_out *out, const struct instrument *instrument,
                            const struct index_value *index)
{
    json_out_key(out, "next");
    json_out_open(out, '{');
    json_out_member(out, "predicate", index->next->name);
    json_out_member_rounded(out, "distance", index->distance, instrument->decimals);
    json_out_member_exact(out, "distance_exact", index->distance);
    json_out_close(out, '}');
}

static void write_index(struct writer *writer, const char *key, enum basis basis)
{
    struct json_out *out = &writer->out;
    const struct index_value *index = &writer->evaluation->index[basis];
    json_out_key(out, key);
    json_out_open(out, '{');
    write_value(out, writer->instrument, index->exact);
    json_out_member(out, "predicate", index->band == NULL ? "" : index->band->name);
    json_out_member_int(out, "given", index->given);
    json_out_member_int(out, "of", index->of);
    if (index->other != NULL) {
        json_out_member(out, "predicate_other", index->other->name);
    }
    if (index->next != NULL) {
        write_next_band(out, writer->instrument, index);
    }
    json_out_close(out, '}');
}

static void write_indexes(struct writer *writer)
{
    struct json_out *out = &writer->out;
    json_out_member(out, "basis", evaluation_basis_word(writer->evaluation->main));
    write_index(writer, "index", writer->evaluation->main);
    json_out_key(out, "indexes");
    json_out_open(out, '{');
    for (int b = 0; b < BASIS_COUNT; b++) {
        if (evaluation_has(writer->evaluation, (enum basis)b)) {
            write_index(writer, evaluation_basis_word((enum basis)b), (enum basis)b);
        }
    }
    json_out_close(out, '}');
}

/* --- indicators --------------------------------------------------------------------------------- */

/* A given value: 3, "1.26", or null. */
static void write_rated(struct json_out *out, const char *key, const struct rated *rated)
{
    json_out_key(out, key);
    if (!rated->given) {
        json_out_null(out);
    } else if (fraction_is_whole(rated->value)) {
        json_out_int(out, rated->value.num);
    } else {
        json_out_exact(out, rated->value);
    }
}

static void write_reasons(struct writer *writer, int indicator)
{
    struct json_out *out = &writer->out;
    struct reason reasons[REASONS_MAX];
    size_t count = reason_list(writer->evaluation, indicator, writer->scratch, reasons);
    json_out_key(out, "reasons");
    json_out_open(out, '[');
    for (size_t i = 0; i < count; i++) {
        json_out_open(out, '{');
        json_out_member(out, "code", reasons[i].code);
        json_out_member_int(out, "level", reasons[i].level);
        if (reasons[i].criterion != NULL) {
            json_out_member(out, "criterion", reasons[i].criterion);
        }
        json_out_member(out, "text", reasons[i].text);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

static void write_next_level(struct writer *writer, int indicator)
{
    struct json_out *out = &writer->out;
    int next = writer->evaluation->ratings[indicator].next;
    if (next == NOWHERE) {
        return;
    }
    struct fraction gain = evaluation_gain(writer->evaluation, indicator);
    json_out_key(out, "next");
    json_out_open(out, '{');
    json_out_member_int(out, "level", writer->instrument->levels[next].number);
    json_out_member_rounded(out, "gain", gain, writer->instrument->decimals);
    json_out_member_exact(out, "gain_exact", gain);
    json_out_close(out, '}');
}

/* Where items score: the first one that is waited for, and what it would bring. */
static void write_next_item(struct writer *writer, int indicator)
{
    struct json_out *out = &writer->out;
    struct item_step step;
    struct text id = TEXT_EMPTY;
    if (!writer->instrument->items || !evaluation_next_item(writer->evaluation, indicator, &step)) {
        return;
    }
    text_format(&id, "%s.%d.e%d", writer->instrument->indicators[indicator].id,
                writer->instrument->levels[step.level].number, step.number);
    json_out_key(out, "next_item");
    json_out_open(out, '{');
    json_out_member(out, "id", id.bytes);
    json_out_member(out, "text", step.text);
    json_out_member_exact(out, "adds", step.adds);
    json_out_member_rounded(out, "gain", step.gain, writer->instrument->decimals);
    json_out_member_exact(out, "gain_exact", step.gain);
    json_out_close(out, '}');
    text_release(&id);
}

static void write_indicator(struct writer *writer, int position)
{
    struct json_out *out = &writer->out;
    const struct indicator *indicator = &writer->instrument->indicators[position];
    const struct rating *rating = &writer->evaluation->ratings[position];
    const struct level *level = instrument_level(writer->instrument, indicator, rating->level);
    json_out_open(out, '{');
    report_frame_indicator(writer->frame, (size_t)position, out);
    json_out_member_exact(out, "value", rating->value);
    json_out_member_int(out, "level", rating->level);
    json_out_member(out, "level_name", level == NULL ? "" : level->name);
    for (int b = 0; b < BASIS_COUNT; b++) {
        write_rated(out, evaluation_basis_word((enum basis)b), &rating->on[b]);
    }
    json_out_member_exact(out, "contribution",
                          evaluation_contribution(writer->evaluation, position));
    json_out_member(out, "outcome", evaluation_outcome_word(rating->outcome));
    const char *carried = writer->evaluation->assessment->responses[position].carried;
    if (carried != NULL) {
        json_out_member(out, "carried", carried);
    }
    write_reasons(writer, position);
    write_next_level(writer, position);
    write_next_item(writer, position);
    if (writer->form == REPORT_FULL) {
        report_full_indicator(out, writer->evaluation, position);
    }
    json_out_close(out, '}');
}

/* --- domains and aspects ------------------------------------------------------------------------ */

/* A domain or aspect on each basis that has any data. */
static void write_group_bases(struct writer *writer, const struct group *group)
{
    struct json_out *out = &writer->out;
    json_out_key(out, "indexes");
    json_out_open(out, '{');
    for (int b = 0; b < BASIS_COUNT; b++) {
        if (evaluation_has(writer->evaluation, (enum basis)b)) {
            json_out_key(out, evaluation_basis_word((enum basis)b));
            json_out_open(out, '{');
            write_value(out, writer->instrument, group->value[b]);
            json_out_member_int(out, "given", group->given[b]);
            json_out_close(out, '}');
        }
    }
    json_out_close(out, '}');
}

/* What is known of a domain or aspect. */
static void write_group(struct writer *writer, const struct group *group)
{
    enum basis main = writer->evaluation->main;
    write_value(&writer->out, writer->instrument, group->value[main]);
    json_out_member_int(&writer->out, "given", group->given[main]);
    json_out_member_int(&writer->out, "of", group->of);
    if (writer->form == REPORT_FULL) {
        write_group_bases(writer, group);
    }
}

static void write_aspect(struct writer *writer, uint32_t position)
{
    struct json_out *out = &writer->out;
    const struct aspect *aspect = &writer->instrument->aspects[position];
    json_out_open(out, '{');
    report_frame_aspect(writer->frame, position, out);
    write_group(writer, &writer->evaluation->aspects[position]);
    if (writer->form != REPORT_SUMMARY) {
        json_out_key(out, "indicators");
        json_out_open(out, '[');
        for (uint32_t i = 0; i < aspect->indicators.count; i++) {
            write_indicator(writer, (int)(aspect->indicators.first + i));
        }
        json_out_close(out, ']');
    }
    json_out_close(out, '}');
}

static void write_aspects(struct writer *writer, struct span aspects)
{
    json_out_key(&writer->out, "aspects");
    json_out_open(&writer->out, '[');
    for (uint32_t i = 0; i < aspects.count; i++) {
        write_aspect(writer, aspects.first + i);
    }
    json_out_close(&writer->out, ']');
}

static void write_domain(struct writer *writer, size_t position)
{
    const struct domain *domain = &writer->instrument->domains[position];
    json_out_open(&writer->out, '{');
    report_frame_domain(writer->frame, position, &writer->out);
    write_group(writer, &writer->evaluation->domains[position]);
    write_aspects(writer, domain->aspects);
    json_out_close(&writer->out, '}');
}

static void write_domains(struct writer *writer)
{
    const struct instrument *instrument = writer->instrument;
    json_out_key(&writer->out, "domains");
    json_out_open(&writer->out, '[');
    for (size_t i = 0; i < instrument->domain_count; i++) {
        write_domain(writer, i);
    }
    json_out_close(&writer->out, ']');
    if (instrument->domain_count == 0) {
        write_aspects(writer, (struct span){0, (uint32_t)instrument->aspect_count});
    }
}

/* --- problems ----------------------------------------------------------------------------------- */

static void write_problems(struct writer *writer)
{
    struct json_out *out = &writer->out;
    const struct problem *problem = writer->evaluation->problems.first;
    json_out_key(out, "problems");
    json_out_open(out, '[');
    for (; problem != NULL; problem = problem->next) {
        json_out_open(out, '{');
        json_out_key(out, "severity");
        json_out_plain(out, problem_severity_word(problem->severity));
        json_out_key(out, "code");
        json_out_plain(out, problem->code);
        json_out_member(out, "where", problem->where);
        json_out_member(out, "message", problem->message);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

void report_write_framed(struct report_frame *frame, const struct evaluation *evaluation,
                         enum report_form form, struct arena *scratch, struct text *out)
{
    struct writer writer = {
        .out = {out, false},
        .frame = frame,
        .evaluation = evaluation,
        .instrument = evaluation->instrument,
        .form = form,
        .scratch = scratch,
    };
    report_frame_fit(frame, evaluation);
    json_out_open(&writer.out, '{');
    write_head(&writer);
    write_indexes(&writer);
    if (form == REPORT_FULL) {
        report_full_objection(&writer.out, evaluation);
        report_full_questions(&writer.out, evaluation);
    }
    write_domains(&writer);
    write_problems(&writer);
    json_out_close(&writer.out, '}');
}

void report_write(const struct evaluation *evaluation, enum report_form form, struct arena *scratch,
                  struct text *out)
{
    struct report_frame *frame = report_frame_new();
    report_write_framed(frame, evaluation, form, scratch, out);
    report_frame_free(frame);
}
