#include "comparison_report.h"

#include "bridge.h"
#include "cause.h"
#include "cause_report.h"
#include "comparison_notice.h"
#include "comparison_summary.h"
#include "json_out.h"
#include "memory.h"
#include "result_head.h"
#include "unit_report.h"

#include <stdlib.h>
#include <string.h>

/* ---- bridges -------------------------------------------------------------------------------------- */

static void write_sentence(void *context, const char *sentence)
{
    json_out_string(context, sentence);
}

static void write_texts(struct json_out *out, const char *key, string_list list)
{
    json_out_key(out, key);
    json_out_open(out, '[');
    for (; list != NULL && *list != NULL; list++) {
        json_out_string(out, *list);
    }
    json_out_close(out, ']');
}

/* One indicator that kept its subject. */
static void write_bridged(struct json_out *out, const struct indicator *indicator,
                          const struct bridge_line *line)
{
    struct fraction change;
    json_out_open(out, '{');
    json_out_member(out, "id", indicator->id);
    json_out_member(out, "name", indicator->name);
    write_texts(out, "from", line->row->from);
    json_out_member(out, "comparability", line->row->comparability);
    json_out_member(out, "note", line->row->note);
    json_out_member_exact(out, "low", line->low);
    json_out_member_exact(out, "high", line->high);
    json_out_member_exact(out, "now", line->now);
    json_out_key(out, "change");
    if (line->compared && fraction_subtract(line->now, line->low, &change)) {
        json_out_exact(out, change);
    } else {
        json_out_null(out);
    }
    json_out_close(out, '}');
}

static void write_end(struct json_out *out, const char *key, const struct compared_side *side,
                      struct fraction exact)
{
    json_out_key(out, key);
    json_out_open(out, '{');
    json_out_member_rounded(out, "value", exact, side->instrument->decimals);
    json_out_member_exact(out, "exact", exact);
    json_out_member(out, "predicate", bridge_predicate(side, exact));
    json_out_close(out, '}');
}

static void write_interval(struct json_out *out, const struct compared_side *side,
                           const struct bridge *bridge)
{
    write_end(out, "lowest", side, bridge->lowest);
    write_end(out, "highest", side, bridge->highest);
    json_out_member(out, "verdict", bridge_verdict_word(bridge->verdict));
    json_out_member_exact(out, "weight", bridge->known_weight);
    if (bridge->compared > 0) {
        json_out_key(out, "part");
        json_out_open(out, '{');
        json_out_member_int(out, "indicators", (int64_t)bridge->compared);
        json_out_member_exact(out, "weight", bridge->part_weight);
        json_out_member_exact(out, "from", bridge->part[0]);
        json_out_member_exact(out, "to", bridge->part[1]);
        json_out_member_exact(out, "change", bridge->change);
        json_out_close(out, '}');
    }
}

static void write_bridge(struct json_out *out, const struct comparison *comparison,
                         const struct bridge *bridge)
{
    const struct compared_side *side = &comparison->sides[bridge->to];
    const struct crosswalk *crosswalk = bridge->crosswalk;
    json_out_open(out, '{');
    json_out_member_int(out, "from", (int64_t)bridge->from);
    json_out_member_int(out, "to", (int64_t)bridge->to);
    json_out_member(out, "source", crosswalk == NULL ? NULL : crosswalk->source);
    json_out_key(out, "text");
    json_out_open(out, '[');
    bridge_tell(comparison, bridge, write_sentence, out);
    json_out_close(out, ']');
    if (crosswalk != NULL && bridge->exact) {
        write_interval(out, side, bridge);
    }
    json_out_key(out, "indicators");
    json_out_open(out, '[');
    for (size_t i = 0; crosswalk != NULL && i < side->instrument->indicator_count; i++) {
        if (bridge->lines[i].known) {
            write_bridged(out, &side->instrument->indicators[i], &bridge->lines[i]);
        }
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

static void write_bridges(struct json_out *out, const struct comparison *comparison)
{
    json_out_key(out, "bridges");
    json_out_open(out, '[');
    for (size_t i = 0; i < comparison->bridge_count; i++) {
        write_bridge(out, comparison, &comparison->bridges[i]);
    }
    json_out_close(out, ']');
}

static void write_notice(void *context, const char *sentence)
{
    json_out_string(context, sentence);
}

/* ---- sides ---------------------------------------------------------------------------------------- */

static void write_side(struct json_out *out, const struct compared_side *side)
{
    const struct index_value *index = &side->index[side->basis];
    json_out_open(out, '{');
    json_out_member(out, "agency", side->agency);
    json_out_member(out, "document", side->name);
    json_out_member(out, "kind", assessment_kind_word(side->kind));
    json_out_member_int(out, "year", side->year);
    json_out_member(out, "basis", evaluation_basis_word(side->basis));
    result_head_open_rules(out, side->instrument);
    json_out_member_int(out, "lowest", side->instrument->level_lowest);
    json_out_member_int(out, "highest", side->instrument->level_highest);
    json_out_member_int(out, "indicators", (int64_t)side->instrument->indicator_count);
    json_out_close(out, '}');
    json_out_key(out, "index");
    json_out_open(out, '{');
    json_out_member_rounded(out, "value", index->exact, side->instrument->decimals);
    json_out_member_exact(out, "exact", index->exact);
    json_out_member(out, "predicate", index->band == NULL ? "" : index->band->name);
    json_out_member_int(out, "given", index->given);
    json_out_member_int(out, "of", index->of);
    json_out_close(out, '}');
    json_out_member(out, "sha256", side->sha256);
    json_out_close(out, '}');
}

/* A number, or null where it is not known. */
static void write_known(struct json_out *out, const char *key, bool known, struct fraction value)
{
    json_out_key(out, key);
    if (known) {
        json_out_exact(out, value);
    } else {
        json_out_null(out);
    }
}

/* ---- domains and aspects -------------------------------------------------------------------------- */

static const struct group *group_of(const struct compared_side *side, bool domains, size_t position)
{
    return domains ? &side->domains[position] : &side->aspects[position];
}

static void write_group(struct json_out *out, const struct comparison *comparison, bool domains,
                        size_t position, int64_t units)
{
    const struct compared_side *first = &comparison->sides[0];
    const struct compared_side *last = &comparison->sides[comparison->count - 1];
    struct fraction delta = fraction_whole(0);
    json_out_key(out, "values");
    json_out_open(out, '[');
    for (size_t i = 0; i < comparison->count; i++) {
        const struct compared_side *side = &comparison->sides[i];
        json_out_exact(out, group_of(side, domains, position)->value[side->basis]);
    }
    json_out_close(out, ']');
    bool known = fraction_subtract(group_of(last, domains, position)->value[last->basis],
                                   group_of(first, domains, position)->value[first->basis], &delta);
    write_known(out, "delta", known, delta);
    known = known &&
            fraction_multiply(delta, fraction_make(units, first->instrument->units_total), &delta);
    write_known(out, "contribution", known, delta);
}

static void write_groups(struct json_out *out, const struct comparison *comparison)
{
    const struct instrument *instrument = comparison->sides[0].instrument;
    json_out_key(out, "domains");
    json_out_open(out, '[');
    for (size_t i = 0; comparison->comparable && i < instrument->domain_count; i++) {
        json_out_open(out, '{');
        json_out_member(out, "id", instrument->domains[i].id);
        json_out_member(out, "name", instrument->domains[i].name);
        json_out_member_exact(out, "weight", instrument->domains[i].weight);
        json_out_member_int(out, "units", instrument->domains[i].units);
        write_group(out, comparison, true, i, instrument->domains[i].units);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    json_out_key(out, "aspects");
    json_out_open(out, '[');
    for (size_t i = 0; comparison->comparable && i < instrument->aspect_count; i++) {
        json_out_open(out, '{');
        json_out_member(out, "id", instrument->aspects[i].id);
        json_out_member(out, "name", instrument->aspects[i].name);
        json_out_member_exact(out, "weight", instrument->aspects[i].weight);
        json_out_member_int(out, "units", instrument->aspects[i].units);
        write_group(out, comparison, false, i, instrument->aspects[i].units);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

/* ---- indicators ----------------------------------------------------------------------------------- */

/* What became of an indicator from one side to the next; nothing where nothing did. */
static void write_change(struct json_out *out, const struct comparison *comparison, size_t to,
                         size_t indicator)
{
    const struct cause_pair pair = {comparison, to - 1, to, indicator};
    struct compared_value value;
    bool known = comparison_value(comparison, to - 1, to, indicator, &value);
    if (cause_count(&pair) == 0 && known && value.delta.num == 0 &&
        value.given[0] == value.given[1]) {
        return;
    }
    json_out_open(out, '{');
    json_out_member_int(out, "from", (int64_t)to - 1);
    json_out_member_int(out, "to", (int64_t)to);
    write_known(out, "delta", known, value.delta);
    write_known(out, "contribution", known, value.contribution);
    cause_report_reason(out, &comparison->sides[to], indicator);
    cause_report_write(out, &pair);
    json_out_close(out, '}');
}

/* Two sides, and those between them. */
struct stretch {
    const struct comparison *comparison;
    size_t from, to;
};

static void write_values(struct json_out *out, const struct stretch *stretch, size_t position)
{
    json_out_key(out, "values");
    json_out_open(out, '[');
    for (size_t i = stretch->from; i <= stretch->to; i++) {
        const struct compared_side *side = &stretch->comparison->sides[i];
        const struct rated *rated = &side->ratings[position].on[side->basis];
        if (rated->given) {
            json_out_exact(out, rated->value);
        } else {
            json_out_null(out);
        }
    }
    json_out_close(out, ']');
}

static void write_indicator(struct json_out *out, const struct stretch *stretch, size_t position)
{
    const struct compared_side *last = &stretch->comparison->sides[stretch->to];
    const struct indicator *indicator = &last->instrument->indicators[position];
    struct compared_value value;
    bool known =
        comparison_value(stretch->comparison, stretch->from, stretch->to, position, &value);
    json_out_open(out, '{');
    json_out_member(out, "id", indicator->id);
    json_out_member(out, "name", indicator->name);
    json_out_member(out, "short_name", indicator->short_name);
    json_out_member_exact(out, "weight", indicator->weight);
    json_out_member_int(out, "units", indicator->units);
    json_out_member(out, "unit", last->units[position]);
    write_values(out, stretch, position);
    write_known(out, "delta", known, value.delta);
    write_known(out, "contribution", known, value.contribution);
    json_out_key(out, "changes");
    json_out_open(out, '[');
    for (size_t i = stretch->from + 1; i <= stretch->to; i++) {
        write_change(out, stretch->comparison, i, position);
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}

/* The indicators, the largest contribution first, and how many rose and fell; nothing where the ends are by
 * different rules. */
static void write_indicators(struct json_out *out, const struct stretch *stretch, bool pairs)
{
    const struct comparison *comparison = stretch->comparison;
    size_t count = pairs ? comparison->sides[stretch->to].instrument->indicator_count : 0;
    size_t *order = memory_zero(count + 1, sizeof *order);
    struct comparison_count moved = {0, 0, 0};
    if (count > 0) {
        comparison_order(comparison, stretch->from, stretch->to, order);
        moved = comparison_summary_count(comparison, stretch->from, stretch->to);
    }
    json_out_key(out, "indicators");
    json_out_open(out, '[');
    for (size_t i = 0; i < count; i++) {
        write_indicator(out, stretch, order[i]);
    }
    json_out_close(out, ']');
    json_out_member_int(out, "rose", (int64_t)moved.rose);
    json_out_member_int(out, "fell", (int64_t)moved.fell);
    json_out_member_int(out, "stayed", (int64_t)moved.stayed);
    free(order);
}

/* Neighbours by the same rules among sides that are not all by the same. */
static void write_steps(struct json_out *out, const struct comparison *comparison)
{
    json_out_key(out, "steps");
    json_out_open(out, '[');
    for (size_t i = 1; !comparison->comparable && i < comparison->count; i++) {
        struct fraction delta = fraction_whole(0);
        if (!comparison_pairs(comparison, i - 1, i)) {
            continue;
        }
        json_out_open(out, '{');
        json_out_member_int(out, "from", (int64_t)i - 1);
        json_out_member_int(out, "to", (int64_t)i);
        bool known = comparison_index(comparison, i - 1, i, &delta);
        write_known(out, "delta", known, delta);
        write_indicators(out, &(struct stretch){comparison, i - 1, i}, true);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
}

/* ---- the document --------------------------------------------------------------------------------- */

/* True when values of some side may lie between levels. */
static bool has_fractions(const struct comparison *comparison)
{
    bool has = false;
    for (size_t i = 0; i < comparison->count; i++) {
        has = has || comparison->sides[i].instrument->fractions;
    }
    return has;
}

void comparison_report_write(const struct comparison *comparison, struct text *text)
{
    struct json_out out = {text, false};
    const struct instrument *instrument = comparison->sides[0].instrument;
    struct fraction delta = fraction_whole(0);
    json_out_open(&out, '{');
    result_head_begin(&out, "spbe-comparison/1");
    json_out_member_bool(&out, "comparable", comparison->comparable);
    json_out_member_int(&out, "decimals", instrument->decimals);
    json_out_member_bool(&out, "fractions", has_fractions(comparison));
    json_out_member_int(&out, "units", instrument->units_total);
    json_out_key(&out, "notices");
    json_out_open(&out, '[');
    comparison_notice_tell(comparison, write_notice, &out);
    json_out_close(&out, ']');
    json_out_key(&out, "summary");
    json_out_open(&out, '[');
    comparison_summary_tell(comparison, write_notice, &out);
    json_out_close(&out, ']');
    json_out_key(&out, "sides");
    json_out_open(&out, '[');
    for (size_t i = 0; i < comparison->count; i++) {
        write_side(&out, &comparison->sides[i]);
    }
    json_out_close(&out, ']');
    bool known =
        comparison->comparable && comparison_index(comparison, 0, comparison->count - 1, &delta);
    write_known(&out, "delta", known, delta);
    write_bridges(&out, comparison);
    unit_report_write(comparison, &out);
    write_groups(&out, comparison);
    write_steps(&out, comparison);
    write_indicators(&out, &(struct stretch){comparison, 0, comparison->count - 1},
                     comparison->comparable);
    json_out_close(&out, '}');
}
