#include "rollup_report.h"

#include "json_out.h"
#include "lang.h"
#include "result_head.h"

enum { PAGE_BYTES = 131072 };

/* ---- the rules ------------------------------------------------------------------------------------ */

static void write_rules(struct json_out *out, const struct instrument *instrument)
{
    json_out_key(out, "rules");
    json_out_open(out, '{');
    json_out_member(out, "id", instrument->id);
    json_out_member(out, "title", instrument->title);
    json_out_member(out, "short_title", instrument->short_title);
    json_out_member(out, "sha256", instrument->sha256);
    json_out_key(out, "overlays");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->overlay_count; i++) {
        json_out_open(out, '{');
        json_out_member(out, "id", instrument->overlays[i].id);
        json_out_member(out, "title", instrument->overlays[i].title);
        json_out_member(out, "sha256", instrument->overlays[i].sha256);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

static void write_scale(struct json_out *out, const struct instrument *instrument)
{
    json_out_key(out, "scale");
    json_out_open(out, '{');
    json_out_member_int(out, "lowest", instrument->level_lowest);
    json_out_member_int(out, "highest", instrument->level_highest);
    json_out_member_int(out, "decimals", instrument->decimals);
    json_out_member_int(out, "units", instrument->units_total);
    json_out_member_exact(out, "unanswered", instrument->unanswered);
    json_out_key(out, "bands");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->band_count; i++) {
        json_out_string(out, instrument->bands[i].name);
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

/* ---- what is told about many ---------------------------------------------------------------------- */

static void write_maybe(struct json_out *out, const char *key, struct maybe value)
{
    json_out_key(out, key);
    if (value.given) {
        json_out_exact(out, value.value);
    } else {
        json_out_null(out);
    }
}

/* The members of a statistic. */
static void write_stat(struct json_out *out, const struct rollup_stat *stat, int decimals)
{
    json_out_member_int(out, "count", (int64_t)stat->count);
    json_out_member_int(out, "given", (int64_t)stat->given);
    if (stat->mean.given) {
        json_out_member_rounded(out, "mean", stat->mean.value, decimals);
    } else {
        json_out_key(out, "mean");
        json_out_null(out);
    }
    write_maybe(out, "mean_exact", stat->mean);
    write_maybe(out, "least", stat->least);
    write_maybe(out, "lower", stat->lower);
    write_maybe(out, "median", stat->median);
    write_maybe(out, "upper", stat->upper);
    write_maybe(out, "most", stat->most);
}

/* The members of a unit's summary. */
static void write_unit(struct json_out *out, const struct rollup_group *group,
                       enum rollup_part part, size_t position)
{
    const struct rollup_summary *unit =
        &group->units[rollup_unit(group->instrument, part, position)];
    write_stat(out, &unit->stat, group->instrument->decimals);
    write_maybe(out, "mean_given", unit->mean_given);
}

static void write_predicates(struct json_out *out, const struct instrument *instrument,
                             const size_t *counts)
{
    json_out_key(out, "predicates");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->band_count; i++) {
        json_out_int(out, (int64_t)counts[i]);
    }
    json_out_close(out, ']');
    json_out_member_int(out, "without_predicate", (int64_t)counts[instrument->band_count]);
}

/* A kind of agency, null where none was named. */
static void write_kind(struct json_out *out, enum kind kind)
{
    json_out_member(out, "kind", assessment_kind_word(kind));
}

static void write_kinds(struct json_out *out, const struct rollup_group *group)
{
    json_out_key(out, "kinds");
    json_out_open(out, '[');
    for (size_t i = 0; i < group->kind_count; i++) {
        json_out_open(out, '{');
        write_kind(out, group->kinds[i].kind);
        write_stat(out, &group->kinds[i].index, group->instrument->decimals);
        write_predicates(out, group->instrument, group->kinds[i].predicates);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

static void write_domains(struct json_out *out, const struct rollup_group *group)
{
    json_out_key(out, "domains");
    json_out_open(out, '[');
    for (size_t i = 0; i < group->instrument->domain_count; i++) {
        const struct domain *domain = &group->instrument->domains[i];
        json_out_open(out, '{');
        json_out_member(out, "id", domain->id);
        json_out_member(out, "name", domain->name);
        json_out_member_exact(out, "weight", domain->weight);
        write_unit(out, group, ROLLUP_DOMAIN, i);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

static void write_aspects(struct json_out *out, const struct rollup_group *group)
{
    const struct instrument *instrument = group->instrument;
    json_out_key(out, "aspects");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->aspect_count; i++) {
        const struct aspect *aspect = &instrument->aspects[i];
        json_out_open(out, '{');
        json_out_member(out, "id", aspect->id);
        if (aspect->domain != NOWHERE) {
            json_out_member(out, "domain", instrument->domains[aspect->domain].id);
        }
        json_out_member(out, "name", aspect->name);
        json_out_member_exact(out, "weight", aspect->weight);
        write_unit(out, group, ROLLUP_ASPECT, i);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

static void write_indicators(struct json_out *out, const struct rollup_group *group)
{
    const struct instrument *instrument = group->instrument;
    json_out_key(out, "indicators");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        json_out_open(out, '{');
        json_out_member(out, "id", indicator->id);
        json_out_member(out, "aspect", instrument->aspects[indicator->aspect].id);
        json_out_member(out, "name", indicator->name);
        json_out_member(out, "short_name", indicator->short_name);
        json_out_member_exact(out, "weight", indicator->weight);
        json_out_member_int(out, "units", indicator->units);
        write_unit(out, group, ROLLUP_INDICATOR, i);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    json_out_key(out, "weakest");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        json_out_plain(out, instrument->indicators[group->weakest[i]].id);
    }
    json_out_close(out, ']');
}

/* ---- a group -------------------------------------------------------------------------------------- */

/* All members of a group but its rows. */
static void write_group(struct json_out *out, const struct rollup_group *group)
{
    write_rules(out, group->instrument);
    json_out_member_int(out, "year", group->year);
    write_scale(out, group->instrument);
    json_out_member_int(out, "count", (int64_t)group->count);
    json_out_member_int(out, "complete", (int64_t)group->complete);
    json_out_member_int(out, "twice", (int64_t)group->twice);
    json_out_key(out, "bases");
    json_out_open(out, '{');
    for (int b = 0; b < BASIS_COUNT; b++) {
        json_out_member_int(out, evaluation_basis_word((enum basis)b), (int64_t)group->bases[b]);
    }
    json_out_close(out, '}');
    json_out_key(out, "index");
    json_out_open(out, '{');
    write_unit(out, group, ROLLUP_INDEX, 0);
    json_out_close(out, '}');
    write_predicates(out, group->instrument, group->predicates);
    write_kinds(out, group);
    write_domains(out, group);
    write_aspects(out, group);
    write_indicators(out, group);
}

/* The values of some units of a row; null for an indicator that is not given. */
static void write_values(struct json_out *out, const char *key, const struct rollup_group *group,
                         const struct rollup_row *row, enum rollup_part part, size_t count)
{
    json_out_key(out, key);
    json_out_open(out, '[');
    for (size_t i = 0; i < count; i++) {
        bool given = false;
        struct fraction value =
            rollup_value(group, row, rollup_unit(group->instrument, part, i), &given);
        if (given || part != ROLLUP_INDICATOR) {
            json_out_exact(out, value);
        } else {
            json_out_null(out);
        }
    }
    json_out_close(out, ']');
}

static void write_row(struct json_out *out, const struct rollup_group *group,
                      const struct rollup_row *row)
{
    const struct instrument *instrument = group->instrument;
    json_out_open(out, '{');
    json_out_member_int(out, "rank", (int64_t)row->rank);
    json_out_member(out, "agency", row->agency);
    write_kind(out, row->kind);
    json_out_member(out, "basis", evaluation_basis_word(row->basis));
    json_out_key(out, "index");
    json_out_open(out, '{');
    json_out_member_rounded(out, "value", row->index, instrument->decimals);
    json_out_member_exact(out, "exact", row->index);
    json_out_member(out, "predicate", row->band == NULL ? "" : row->band->name);
    json_out_member_int(out, "given", row->given);
    json_out_member_int(out, "of", row->of);
    json_out_close(out, '}');
    json_out_member_bool(out, "twice", row->twice);
    write_values(out, "domains", group, row, ROLLUP_DOMAIN, instrument->domain_count);
    write_values(out, "aspects", group, row, ROLLUP_ASPECT, instrument->aspect_count);
    write_values(out, "indicators", group, row, ROLLUP_INDICATOR, instrument->indicator_count);
    json_out_member(out, "sha256", row->sha256);
    json_out_close(out, '}');
}

/* ---- the document --------------------------------------------------------------------------------- */

/* Hands on what has come together, when it is enough or the end. */
static bool flush(const struct rollup_out *out, struct text *text, bool end, struct error *err)
{
    if (text->length < PAGE_BYTES && !end) {
        return true;
    }
    bool done = out->put(out->context, text->bytes, text->length, err);
    text_clear(text);
    return done;
}

static void open_document(struct json_out *json)
{
    json_out_open(json, '{');
    result_head_begin(json, "spbe-rollup/1");
    json_out_member(
        json, "quartiles",
        _("The quartile k of n values in rising order stands at place 1 + (n - 1) k / 4; between "
          "two places it is interpolated (Hyndman and Fan 1996, type 7; QUARTILE of a "
          "spreadsheet)."));
    json_out_key(json, "groups");
    json_out_open(json, '[');
}

bool rollup_report_write(const struct rollup *rollup, const struct rollup_out *out,
                         struct error *err)
{
    struct text text = TEXT_EMPTY;
    struct json_out json = {&text, false};
    bool going = true;
    open_document(&json);
    for (size_t g = 0; going && g < rollup->count; g++) {
        const struct rollup_group *group = rollup->groups[g];
        json_out_open(&json, '{');
        write_group(&json, group);
        json_out_key(&json, "assessments");
        json_out_open(&json, '[');
        for (size_t i = 0; going && i < group->count; i++) {
            write_row(&json, group, &group->rows[i]);
            going = flush(out, &text, false, err);
        }
        json_out_close(&json, ']');
        json_out_close(&json, '}');
    }
    json_out_close(&json, ']');
    json_out_close(&json, '}');
    text_add_byte(&text, '\n');
    going = going && flush(out, &text, true, err);
    text_release(&text);
    return going;
}

void rollup_report_summary(const struct rollup *rollup, struct text *out)
{
    struct json_out json = {out, false};
    open_document(&json);
    for (size_t g = 0; g < rollup->count; g++) {
        json_out_open(&json, '{');
        write_group(&json, rollup->groups[g]);
        json_out_close(&json, '}');
    }
    json_out_close(&json, ']');
    json_out_close(&json, '}');
}

void rollup_report_page(void *context, struct text *page)
{
    struct rollup_cursor *cursor = context;
    struct json_out json = {page, false};
    json_out_open(&json, '[');
    while (cursor->group < cursor->rollup->count && page->length < PAGE_BYTES) {
        const struct rollup_group *group = cursor->rollup->groups[cursor->group];
        if (cursor->row == group->count) {
            cursor->group++;
            cursor->row = 0;
        } else {
            write_row(&json, group, &group->rows[cursor->row++]);
        }
    }
    json_out_close(&json, ']');
}
