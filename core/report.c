#include "report.h"

#include "json_out.h"
#include "lang.h"
#include "reason.h"
#include "report_full.h"

#include <string.h>

#define FORMAT "spbe-report/1"

/* What the functions below share. */
struct writer {
    struct json_out out;
    const struct evaluation *evaluation;
    const struct instrument *instrument;
    enum report_form form;
    struct arena *scratch;
};

/* --- whose result, by which rules --------------------------------------------------------------- */

static void write_rules(struct json_out *out, const struct instrument *instrument)
{
    json_out_key(out, "rules");
    json_out_open(out, '{');
    json_out_member(out, "id", instrument->id);
    json_out_member(out, "title", instrument->title);
    json_out_member(out, "sha256", instrument->sha256);
    json_out_member_list(out, "overlays", NULL);
    json_out_key(out, "files");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->file_count; i++) {
        json_out_open(out, '{');
        json_out_member(out, "name", instrument->files[i].name);
        json_out_member(out, "sha256", instrument->files[i].sha256);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

static void write_assessment(struct json_out *out, const struct assessment *assessment)
{
    json_out_key(out, "assessment");
    json_out_open(out, '{');
    json_out_key(out, "agency");
    json_out_open(out, '{');
    json_out_member(out, "name", assessment->agency);
    json_out_member(out, "kind", assessment_kind_word(assessment->kind));
    json_out_close(out, '}');
    json_out_member_int(out, "year", assessment->year);
    json_out_member(out, "instrument", assessment->instrument->id);
    json_out_member(out, "sha256", assessment->sha256);
    json_out_close(out, '}');
}

static void write_guideline(struct json_out *out, const struct evaluation *evaluation)
{
    const char *id = instrument_guideline(evaluation->instrument, evaluation->year);
    json_out_key(out, "guideline");
    json_out_open(out, '{');
    json_out_member(out, "id", id);
    json_out_member(out, "title",
                    id[0] == '\0' ? "" : instrument_document(evaluation->instrument, id));
    json_out_close(out, '}');
    json_out_member_int(out, "year_used", evaluation->year);
}

static void write_band(struct json_out *out, const struct band *band)
{
    json_out_open(out, '{');
    json_out_member(out, "name", band->name);
    json_out_member_exact(out, "min", band->min);
    json_out_member_exact(out, "max", band->max);
    json_out_member_bool(out, "max_inclusive", band->max_inclusive);
    json_out_close(out, '}');
}

static void write_scale(struct json_out *out, const struct evaluation *evaluation)
{
    const struct instrument *instrument = evaluation->instrument;
    json_out_key(out, "scale");
    json_out_open(out, '{');
    json_out_member_int(out, "lowest", instrument->level_lowest);
    json_out_member_int(out, "highest", instrument->level_highest);
    json_out_member_int(out, "decimals", instrument->decimals);
    json_out_member_int(out, "units", instrument->units_total);
    json_out_key(out, "bands");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->band_count; i++) {
        write_band(out, &instrument->bands[i]);
    }
    json_out_close(out, ']');
    json_out_member(out, "reading", evaluation->reading == READING_EXACT ? "exact" : "rounded");
    json_out_member_int(out, "strength_from", instrument->strength_from);
    json_out_member_int(out, "weakness_to", instrument->weakness_to);
    json_out_member_exact(out, "target_index", instrument->target_index);
    json_out_member_int(out, "target_level", instrument->target_level);
    json_out_member_exact(out, "unanswered", instrument->unanswered);
    json_out_member_int(out, "evidence_at_least", instrument->duty.at_least);
    json_out_close(out, '}');
}

static void write_head(struct writer *writer)
{
    struct json_out *out = &writer->out;
    json_out_member(out, "format", FORMAT);
    json_out_key(out, "engine");
    json_out_open(out, '{');
    json_out_member(out, "name", "spbe");
    json_out_member(out, "version", SPBE_VERSION);
    json_out_close(out, '}');
    json_out_member(out, "lang", lang_name());
    write_rules(out, writer->instrument);
    write_assessment(out, writer->evaluation->assessment);
    write_guideline(out, writer->evaluation);
    write_scale(out, writer->evaluation);
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

/* What an indicator is. */
static void write_identity(struct json_out *out, const struct instrument *instrument,
                           const struct indicator *indicator)
{
    uint32_t last = indicator->levels.first + indicator->levels.count - 1;
    json_out_member(out, "id", indicator->id);
    json_out_member_int(out, "no", indicator->number);
    json_out_member(out, "name", indicator->name);
    json_out_member(out, "short_name", indicator->short_name);
    json_out_member(out, "kind", indicator->kind);
    json_out_member_exact(out, "weight", indicator->weight);
    json_out_member_int(out, "units", indicator->units);
    json_out_member_int(out, "max", instrument->levels[last].number);
}

static void write_indicator(struct writer *writer, int position)
{
    struct json_out *out = &writer->out;
    const struct indicator *indicator = &writer->instrument->indicators[position];
    const struct rating *rating = &writer->evaluation->ratings[position];
    const struct level *level = instrument_level(writer->instrument, indicator, rating->level);
    json_out_open(out, '{');
    write_identity(out, writer->instrument, indicator);
    json_out_member_exact(out, "value", rating->value);
    json_out_member_int(out, "level", rating->level);
    json_out_member(out, "level_name", level == NULL ? "" : level->name);
    for (int b = 0; b < BASIS_COUNT; b++) {
        write_rated(out, evaluation_basis_word((enum basis)b), &rating->on[b]);
    }
    json_out_member_exact(out, "contribution",
                          evaluation_contribution(writer->evaluation, position));
    json_out_member(out, "outcome", evaluation_outcome_word(rating->outcome));
    write_reasons(writer, position);
    write_next_level(writer, position);
    if (writer->form == REPORT_FULL) {
        report_full_indicator(out, writer->evaluation, position);
    }
    json_out_close(out, '}');
}

/* --- domains and aspects ------------------------------------------------------------------------ */

/* The members that domains and aspects share. */
static void write_group(struct writer *writer, const char *id, int number, const char *name,
                        struct fraction weight, int64_t units, const struct group *group)
{
    struct json_out *out = &writer->out;
    enum basis main = writer->evaluation->main;
    json_out_member(out, "id", id);
    json_out_member_int(out, "no", number);
    json_out_member(out, "name", name);
    json_out_member_exact(out, "weight", weight);
    json_out_member_int(out, "units", units);
    write_value(out, writer->instrument, group->value[main]);
    json_out_member_int(out, "given", group->given[main]);
    json_out_member_int(out, "of", group->of);
}

static void write_aspect(struct writer *writer, uint32_t position)
{
    struct json_out *out = &writer->out;
    const struct aspect *aspect = &writer->instrument->aspects[position];
    json_out_open(out, '{');
    write_group(writer, aspect->id, aspect->number, aspect->name, aspect->weight, aspect->units,
                &writer->evaluation->aspects[position]);
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
    write_group(writer, domain->id, domain->number, domain->name, domain->weight, domain->units,
                &writer->evaluation->domains[position]);
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

void report_write(const struct evaluation *evaluation, enum report_form form, struct arena *scratch,
                  struct text *out)
{
    struct writer writer = {
        .out = {out, false},
        .evaluation = evaluation,
        .instrument = evaluation->instrument,
        .form = form,
        .scratch = scratch,
    };
    json_out_open(&writer.out, '{');
    write_head(&writer);
    write_indexes(&writer);
    write_domains(&writer);
    write_problems(&writer);
    json_out_close(&writer.out, '}');
}
