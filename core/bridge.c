#include "bridge.h"

#include "figure.h"
#include "lang.h"

#include <string.h>

/* ---- one indicator ---- */

static const struct rated *rated_of(const struct compared_side *side, size_t indicator)
{
    return &side->ratings[indicator].on[side->basis];
}

/* True when an indicator or slot is what a crosswalk names: itself, or the indicator of its slots. */
static bool is_named(const struct indicator *indicator, const char *id)
{
    return strcmp(indicator->id, id) == 0 ||
           (indicator->slot_of != NULL && strcmp(indicator->slot_of, id) == 0);
}

/* Widens low and high by the values of all that an id names; false where one was not given. */
static bool widen(const struct compared_side *side, const char *id, struct bridge_line *line,
                  bool *any)
{
    bool given = true;
    for (size_t i = 0; i < side->instrument->indicator_count; i++) {
        const struct rated *rated = rated_of(side, i);
        if (!is_named(&side->instrument->indicators[i], id)) {
            continue;
        }
        given = given && rated->given;
        line->low =
            !*any || fraction_compare(rated->value, line->low) < 0 ? rated->value : line->low;
        line->high =
            !*any || fraction_compare(rated->value, line->high) > 0 ? rated->value : line->high;
        *any = true;
    }
    return given;
}

/* Brings a value onto the scale of an instrument. */
static struct fraction on_scale(const struct instrument *instrument, struct fraction value)
{
    struct fraction lowest = fraction_whole(instrument->level_lowest);
    struct fraction highest = fraction_whole(instrument->level_highest);
    return fraction_compare(value, lowest) < 0    ? lowest
           : fraction_compare(value, highest) > 0 ? highest
                                                  : value;
}

static void read_line(const struct compared_side *old, const struct compared_side *new,
                      const struct crosswalk *crosswalk, size_t indicator, struct bridge_line *line)
{
    const struct instrument *instrument = new->instrument;
    const struct rated *now = rated_of(new, indicator);
    bool any = false;
    line->row = crosswalk_to(crosswalk, instrument->indicators[indicator].id);
    line->now = now->value;
    line->known = line->row != NULL && line->row->relation == RELATION_SAME;
    for (string_list id = line->known ? line->row->from : NULL; id != NULL && *id != NULL; id++) {
        line->known = widen(old, *id, line, &any) && line->known;
    }
    line->known = line->known && any;
    line->low =
        line->known ? on_scale(instrument, line->low) : fraction_whole(instrument->level_lowest);
    line->high =
        line->known ? on_scale(instrument, line->high) : fraction_whole(instrument->level_highest);
    line->compared = line->known && now->given && fraction_compare(line->low, line->high) == 0;
}

/* ---- all of them ---- */

/* Adds a value as often as an indicator has units. */
static bool add_units(struct fraction *sum, struct fraction value, int64_t units)
{
    struct fraction part;
    return fraction_multiply(value, fraction_whole(units), &part) && fraction_add(*sum, part, sum);
}

static bool add_line(struct bridge *bridge, const struct bridge_line *line, int64_t units)
{
    struct fraction one = fraction_whole(1);
    bool ok = add_units(&bridge->lowest, line->low, units) &&
              add_units(&bridge->highest, line->high, units);
    if (line->known) {
        bridge->known++;
        ok = ok && add_units(&bridge->known_weight, one, units);
    }
    if (line->compared) {
        bridge->compared++;
        ok = ok && add_units(&bridge->part_weight, one, units) &&
             add_units(&bridge->part[0], line->low, units) &&
             add_units(&bridge->part[1], line->now, units);
    }
    return ok;
}

/* Divides the sums once; the comparable part by its own weight. */
static bool divide(struct bridge *bridge, int64_t units)
{
    struct fraction all = fraction_whole(units);
    struct fraction percent = fraction_make(100, units);
    bool some = bridge->part_weight.num > 0;
    return fraction_divide(bridge->lowest, all, &bridge->lowest) &&
           fraction_divide(bridge->highest, all, &bridge->highest) &&
           fraction_multiply(bridge->known_weight, percent, &bridge->known_weight) &&
           (!some || (fraction_divide(bridge->part[0], bridge->part_weight, &bridge->part[0]) &&
                      fraction_divide(bridge->part[1], bridge->part_weight, &bridge->part[1]) &&
                      fraction_subtract(bridge->part[1], bridge->part[0], &bridge->change) &&
                      fraction_multiply(bridge->part_weight, percent, &bridge->part_weight)));
}

static void judge(struct bridge *bridge, const struct compared_side *new)
{
    struct fraction index = new->index[new->basis].exact;
    bridge->verdict = fraction_compare(index, bridge->highest) > 0  ? BRIDGE_ROSE
                      : fraction_compare(index, bridge->lowest) < 0 ? BRIDGE_FELL
                                                                    : BRIDGE_OPEN;
}

static void compute(struct comparison *comparison, struct bridge *bridge)
{
    const struct compared_side *old = &comparison->sides[bridge->from];
    const struct compared_side *new = &comparison->sides[bridge->to];
    const struct instrument *instrument = new->instrument;
    struct fraction nothing = fraction_whole(0);
    struct bridge_line *lines =
        arena_get(&comparison->arena, instrument->indicator_count + 1, sizeof *lines);
    bridge->lines = lines;
    bridge->known_weight = bridge->part_weight = bridge->change = nothing;
    bridge->lowest = bridge->highest = bridge->part[0] = bridge->part[1] = nothing;
    bridge->exact = true;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        read_line(old, new, bridge->crosswalk, i, &lines[i]);
        bridge->exact =
            add_line(bridge, &lines[i], instrument->indicators[i].units) && bridge->exact;
    }
    bridge->exact = bridge->exact && divide(bridge, instrument->units_total);
    if (bridge->exact) {
        judge(bridge, new);
    }
}

void bridge_build(struct comparison *comparison,
                  const struct crosswalk *(*find)(void *context, const struct instrument *to,
                                                  const char *from),
                  void *context)
{
    struct bridge *bridges = arena_get(&comparison->arena, comparison->count + 1, sizeof *bridges);
    size_t count = 0;
    for (size_t i = 1; i < comparison->count; i++) {
        const struct instrument *old = comparison->sides[i - 1].instrument;
        const struct instrument *new = comparison->sides[i].instrument;
        if (old == new) {
            continue;
        }
        struct bridge *bridge = &bridges[count++];
        *bridge = (struct bridge){.from = i - 1, .to = i, .crosswalk = find(context, new, old->id)};
        const struct crosswalk *back =
            bridge->crosswalk == NULL ? find(context, old, new->id) : NULL;
        if (back != NULL) { /* the later instrument was named first */
            *bridge = (struct bridge){.from = i, .to = i - 1, .crosswalk = back};
        }
        if (bridge->crosswalk != NULL) {
            compute(comparison, bridge);
        }
    }
    comparison->bridges = bridges;
    comparison->bridge_count = count;
}

/* ---- words ---- */

const char *bridge_predicate(const struct compared_side *side, struct fraction exact)
{
    const struct instrument *instrument = side->instrument;
    int year = instrument_year(instrument, side->year);
    int64_t place = 1;
    for (int i = 0; i < instrument->decimals; i++) {
        place *= 10;
    }
    struct fraction read = instrument_reading(instrument, year) == READING_EXACT
                               ? exact
                               : fraction_make(fraction_round(exact, instrument->decimals), place);
    const struct band *band = instrument_band(instrument, read);
    return band == NULL ? "" : band->name;
}

const char *bridge_verdict_word(enum bridge_verdict verdict)
{
    return verdict == BRIDGE_ROSE ? "rose" : verdict == BRIDGE_FELL ? "fell" : "open";
}

/* "2,41 (Cukup)" */
static void add_index(struct text *out, const struct compared_side *side, struct fraction exact)
{
    figure_rounded(out, exact, side->instrument->decimals);
    text_format(out, " (%s)", bridge_predicate(side, exact));
}

/* Where the earlier index would lie, and what follows from that. */
static void add_interval(struct text *out, const struct comparison *comparison,
                         const struct bridge *bridge)
{
    const struct compared_side *new = &comparison->sides[bridge->to];
    struct text lowest = TEXT_EMPTY;
    struct text highest = TEXT_EMPTY;
    add_index(&lowest, new, bridge->lowest);
    add_index(&highest, new, bridge->highest);
    text_format(
        out,
        bridge->verdict == BRIDGE_ROSE
            ? _("By the rules of %s, [%zu] would have an index between %s and %s; that of [%zu] is "
                "higher in any case.")
        : bridge->verdict == BRIDGE_FELL
            ? _("By the rules of %s, [%zu] would have an index between %s and %s; that of [%zu] is "
                "lower in any case.")
            : _("By the rules of %s, [%zu] would have an index between %s and %s; that of [%zu] "
                "lies there too, so whether it rose or fell cannot be said."),
        new->instrument->id, bridge->from + 1, lowest.bytes, highest.bytes, bridge->to + 1);
    text_release(&lowest);
    text_release(&highest);
}

static void add_part(struct text *out, const struct comparison *comparison,
                     const struct bridge *bridge)
{
    int decimals = comparison->sides[bridge->to].instrument->decimals;
    struct text numbers[3] = {TEXT_EMPTY, TEXT_EMPTY, TEXT_EMPTY};
    figure_rounded(&numbers[0], bridge->part[0], decimals);
    figure_rounded(&numbers[1], bridge->part[1], decimals);
    figure_rounded(&numbers[2], bridge->part_weight, decimals);
    text_format(
        out,
        _("The %zu indicators that kept their subject and have a value on both sides (%s %% "
          "of the weight) went from %s to %s on the average; that says nothing of the rest."),
        bridge->compared, numbers[2].bytes, numbers[0].bytes, numbers[1].bytes);
    for (size_t i = 0; i < 3; i++) {
        text_release(&numbers[i]);
    }
}

void bridge_tell(const struct comparison *comparison, const struct bridge *bridge,
                 void (*tell)(void *context, const char *sentence), void *context)
{
    const struct instrument *instrument = comparison->sides[bridge->to].instrument;
    struct text text = TEXT_EMPTY;
    if (bridge->crosswalk == NULL) {
        text_format(&text,
                    _("No crosswalk between %s and %s is known, so no interval can be given."),
                    comparison->sides[bridge->from].instrument->id, instrument->id);
        tell(context, text.bytes);
        text_release(&text);
        return;
    }
    text_format(&text,
                _("From [%zu] to [%zu]: %zu of %zu indicators kept their subject and had a value; "
                  "each of the others could have any."),
                bridge->from + 1, bridge->to + 1, bridge->known, instrument->indicator_count);
    tell(context, text.bytes);
    text_clear(&text);
    if (!bridge->exact) {
        tell(context, _("The interval would be too long to be exact."));
    } else {
        add_interval(&text, comparison, bridge);
        tell(context, text.bytes);
        text_clear(&text);
    }
    if (bridge->exact && bridge->compared > 0) {
        add_part(&text, comparison, bridge);
        tell(context, text.bytes);
    }
    text_release(&text);
}
