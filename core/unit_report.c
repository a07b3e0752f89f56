#include "unit_report.h"

#include "cause_report.h"
#include "memory.h"
#include "unit_standing.h"

#include <stdlib.h>

size_t unit_report_order(const struct comparison *comparison, const char *unit, size_t *order)
{
    const struct compared_side *side = &comparison->sides[comparison->count - 1];
    size_t count = 0;
    for (size_t i = 0; i < side->instrument->indicator_count; i++) {
        if (!unit_standing_owns(side, unit, i)) {
            continue;
        }
        struct fraction missing = unit_standing_missing(side, i);
        size_t at = count;
        for (; at > 0 && fraction_compare(missing, unit_standing_missing(side, order[at - 1])) > 0;
             at--) {
            order[at] = order[at - 1];
        }
        order[at] = i;
        count++;
    }
    return count;
}

/* ---- standings ------------------------------------------------------------------------------------ */

static void write_given(struct json_out *out, const char *key, bool given, struct fraction value)
{
    json_out_key(out, key);
    if (given) {
        json_out_exact(out, value);
    } else {
        json_out_null(out);
    }
}

static void write_levels(struct json_out *out, const struct instrument *instrument,
                         const struct unit_standing *standing, bool known)
{
    struct fraction weight = fraction_whole(0);
    bool weighs = fraction_multiply(
        fraction_whole(100), fraction_make(standing->units, instrument->units_total), &weight);
    write_given(out, "weight", weighs, weight);
    for (size_t b = 0; b < BASIS_COUNT; b++) {
        write_given(out, evaluation_basis_word((enum basis)b), known && standing->given[b] > 0,
                    standing->mean[b]);
    }
    write_given(out, "met", known && standing->answered > 0, standing->met);
    bool counted = known && standing->indicators > 0;
    write_given(out, "value", counted, standing->value);
    write_given(out, "gained", counted, standing->gained);
    write_given(out, "possible", counted, standing->possible);
    struct fraction missing = fraction_whole(0);
    bool left = counted && fraction_subtract(standing->possible, standing->gained, &missing);
    write_given(out, "missing", left, missing);
    json_out_key(out, "given");
    json_out_open(out, '{');
    for (size_t b = 0; b < BASIS_COUNT; b++) {
        json_out_member_int(out, evaluation_basis_word((enum basis)b), standing->given[b]);
    }
    json_out_close(out, '}');
}

static void write_standing(struct json_out *out, const struct compared_side *side,
                           const struct unit_standing *standing, bool known)
{
    json_out_open(out, '{');
    json_out_member_int(out, "indicators", (int64_t)standing->indicators);
    write_levels(out, side->instrument, standing, known);
    json_out_member_int(out, "asked", standing->asked);
    json_out_member_int(out, "answered", standing->answered);
    json_out_member_int(out, "fulfilled", standing->fulfilled);
    json_out_member_int(out, "claims", standing->claims);
    json_out_member_int(out, "borne_out", standing->borne_out);
    json_out_member_int(out, "judged", standing->judged);
    json_out_member_int(out, "accepted", standing->accepted);
    json_out_member_int(out, "documents", (int64_t)standing->documents);
    json_out_member_int(out, "used", (int64_t)standing->used);
    json_out_member_int(out, "granted", (int64_t)standing->granted);
    json_out_key(out, "states");
    json_out_open(out, '{');
    for (size_t s = 0; s < STATE_COUNT; s++) {
        json_out_member_int(out, assessment_state_word((enum state)s), standing->states[s]);
    }
    json_out_close(out, '}');
    json_out_close(out, '}');
}

/* Standings of all sides, and what became of value and gain from the first to the last. A unit without indicators has
 * no value, and brings nothing: with them its gain comes and goes. */
static void write_standings(struct json_out *out, const struct comparison *comparison,
                            const char *unit)
{
    struct unit_standing first = {.indicators = 0}, last = first;
    struct fraction delta = fraction_whole(0), contribution = delta;
    bool known = true;
    json_out_key(out, "sides");
    json_out_open(out, '[');
    for (size_t i = 0; i < comparison->count; i++) {
        bool now = unit_standing_measure(&comparison->sides[i], unit, &last);
        write_standing(out, &comparison->sides[i], &last, now);
        first = i == 0 ? last : first;
        known = known && now;
    }
    json_out_close(out, ']');
    bool valued = known && first.indicators > 0 && last.indicators > 0 &&
                  fraction_subtract(last.value, first.value, &delta);
    known = known && fraction_subtract(last.gained, first.gained, &contribution);
    write_given(out, "delta", valued, delta);
    write_given(out, "contribution", known, contribution);
}

/* ---- indicators ----------------------------------------------------------------------------------- */

static void write_indicator(struct json_out *out, const struct comparison *comparison,
                            size_t indicator)
{
    const size_t last = comparison->count - 1;
    const struct compared_side *side = &comparison->sides[last];
    const struct indicator *about = &side->instrument->indicators[indicator];
    const struct rating *rating = &side->ratings[indicator];
    json_out_open(out, '{');
    json_out_member(out, "id", about->id);
    json_out_member(out, "name", about->name);
    json_out_member_exact(out, "weight", about->weight);
    json_out_member_int(out, "units", about->units);
    for (size_t b = 0; b < BASIS_COUNT; b++) {
        write_given(out, evaluation_basis_word((enum basis)b), rating->on[b].given,
                    rating->on[b].value);
    }
    json_out_member_exact(out, "met", rating->met);
    struct fraction contribution = fraction_whole(0);
    bool known = fraction_multiply(rating->on[side->basis].value,
                                   fraction_make(about->units, side->instrument->units_total),
                                   &contribution);
    json_out_member_exact(out, "value", rating->on[side->basis].value);
    write_given(out, "contribution", known, contribution);
    json_out_member_exact(out, "missing", unit_standing_missing(side, indicator));
    json_out_member(out, "state", assessment_state_word((enum state)side->states[indicator]));
    cause_report_reason(out, side, indicator);
    cause_report_write(out, &(struct cause_pair){comparison, last, last, indicator});
    json_out_close(out, '}');
}

/* What all units that are compared bring to the index together, and what they leave. */
static void write_sum(struct json_out *out, const struct comparison *comparison)
{
    const struct compared_side *side = &comparison->sides[comparison->count - 1];
    struct fraction gained = fraction_whole(0), missing = gained;
    bool known = comparison->unit_count > 0;
    for (size_t u = 0; u < comparison->unit_count; u++) {
        struct unit_standing one;
        struct fraction left;
        known = known && unit_standing_measure(side, comparison->units[u], &one) &&
                fraction_subtract(one.possible, one.gained, &left) &&
                fraction_add(gained, one.gained, &gained) && fraction_add(missing, left, &missing);
    }
    json_out_key(out, "by_unit_sum");
    json_out_open(out, '{');
    write_given(out, "gained", known, gained);
    write_given(out, "missing", known, missing);
    json_out_close(out, '}');
}

void unit_report_write(const struct comparison *comparison, struct json_out *out)
{
    size_t *order = memory_zero(comparison->sides[0].instrument->indicator_count, sizeof *order);
    json_out_key(out, "by_unit");
    json_out_open(out, '[');
    for (size_t u = 0; u < comparison->unit_count; u++) {
        size_t count = unit_report_order(comparison, comparison->units[u], order);
        json_out_open(out, '{');
        json_out_member(out, "name", comparison->units[u]);
        write_standings(out, comparison, comparison->units[u]);
        json_out_key(out, "indicators");
        json_out_open(out, '[');
        for (size_t i = 0; i < count; i++) {
            write_indicator(out, comparison, order[i]);
        }
        json_out_close(out, ']');
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    write_sum(out, comparison);
    free(order);
}
