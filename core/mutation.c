#include "mutation.h"

#include "example.h"
#include "lang.h"

#include <string.h>

struct list {
    struct mutation *items; /* NULL: only count */
    size_t count;
};

static void add(struct list *list, enum mutation_kind kind, size_t at, size_t inner, int step)
{
    if (list->items != NULL) {
        list->items[list->count] = (struct mutation){kind, at, inner, step};
    }
    list->count++;
}

static void add_both(struct list *list, enum mutation_kind kind, size_t at, size_t inner)
{
    add(list, kind, at, inner, +1);
    add(list, kind, at, inner, -1);
}

/* ---- which mistakes there are ---- */

/* A tenth of a percent of the whole, in units; no more than `other` can give and keep some. */
static int64_t weight_step(const struct instrument *instrument, int64_t other)
{
    int64_t step = instrument->units_total / 1000;
    step = step < 1 ? 1 : step;
    return step < other ? step : other - 1;
}

/* Who loses what an indicator gains: the next in its aspect, or the first; of an aspect with one
 * indicator, the next of all. */
static size_t neighbour_of(const struct instrument *instrument, size_t indicator)
{
    struct span own = instrument->aspects[instrument->indicators[indicator].aspect].indicators;
    if (own.count > 1) {
        return indicator + 1 < own.first + own.count ? indicator + 1 : own.first;
    }
    return indicator + 1 < instrument->indicator_count ? indicator + 1 : 0;
}

static void list_weights(const struct instrument *instrument, struct list *list)
{
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        size_t other = neighbour_of(instrument, i);
        if (other != i && weight_step(instrument, instrument->indicators[other].units) > 0) {
            add(list, MUTATION_WEIGHT, i, other, +1);
        }
    }
}

/* True when a level of that number has criteria, so that evidence can be due. */
static bool asks(const struct instrument *instrument, int number)
{
    bool found = false;
    for (size_t i = 0; i < instrument->level_count; i++) {
        const struct level *level = &instrument->levels[i];
        found = found || (level->number == number && level->criteria.count > 0);
    }
    return found;
}

static void list_levels(const struct instrument *instrument, struct list *list)
{
    if (instrument->items) {
        for (int n = instrument->level_lowest + 1; n <= instrument->level_highest; n++) {
            add_both(list, MUTATION_SCALE, (size_t)n, 0);
        }
        return;
    }
    if (instrument->duty.from_level <= instrument->level_highest && instrument->duty.at_least > 0) {
        add(list, MUTATION_DUTY_LEVEL, 0, 0, +1);
        if (asks(instrument, instrument->duty.from_level - 1)) {
            add(list, MUTATION_DUTY_LEVEL, 0, 0, -1);
        }
        add_both(list, MUTATION_DUTY_COUNT, 0, 0);
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        for (size_t k = indicator->levels.first + 1; /* the lowest is granted in any case */
             indicator->conversion == NULL && indicator->function == NULL &&
             k < indicator->levels.first + indicator->levels.count;
             k++) {
            if (!instrument->levels[k].baseline) {
                add(list, MUTATION_BASELINE, k, i, +1);
                break;
            }
        }
    }
}

static void list_lines(const struct instrument *instrument, struct list *list)
{
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct conversion *conversion = instrument->indicators[i].conversion;
        for (size_t k = 0; conversion != NULL && k <= conversion->line_count; k++) {
            add(list, MUTATION_LINE, i, k, k < conversion->line_count ? +1 : -1);
        }
    }
}

static void list_all(const struct instrument *instrument, struct list *list)
{
    list_weights(instrument, list);
    for (size_t i = 0; i + 1 < instrument->band_count; i++) {
        add_both(list, MUTATION_BAND, i, 0);
    }
    for (size_t i = 0; i < instrument->reading_count; i++) {
        add(list, MUTATION_READING, i, 0, +1);
    }
    bool lowest =
        fraction_compare(instrument->unanswered, fraction_whole(instrument->level_highest)) >= 0;
    add(list, MUTATION_UNANSWERED, 0, 0, lowest ? -1 : +1);
    list_levels(instrument, list);
    list_lines(instrument, list);
}

const struct mutation *mutation_list(const struct instrument *instrument, struct arena *arena,
                                     size_t *count)
{
    struct list list = {NULL, 0};
    list_all(instrument, &list);
    list.items = arena_get(arena, list.count + 1, sizeof *list.items);
    list.count = 0;
    list_all(instrument, &list);
    *count = list.count;
    return list.items;
}

/* ---- making one ---- */

/* A copy of an array, to be changed. */
static void *copy(struct arena *arena, const void *from, size_t count, size_t size)
{
    void *to = arena_get(arena, count + 1, size);
    if (count > 0) {
        memcpy(to, from, count * size);
    }
    return to;
}

/* value + step/denominator; the value where that is too long. */
static struct fraction nudge(struct fraction value, int step, int64_t denominator)
{
    struct fraction moved;
    return fraction_add(value, fraction_make(step, denominator), &moved) ? moved : value;
}

/* One step of a published index. */
static int64_t published_step(const struct instrument *instrument)
{
    int64_t step = 1;
    for (int i = 0; i < instrument->decimals; i++) {
        step *= 10;
    }
    return step;
}

/* Gives an indicator units, with its aspect and domain. */
static void give(struct indicator *indicators, struct aspect *aspects, struct domain *domains,
                 size_t indicator, int64_t units)
{
    int aspect = indicators[indicator].aspect;
    int domain = aspects[aspect].domain;
    indicators[indicator].units += units;
    aspects[aspect].units += units;
    if (domain != NOWHERE) {
        domains[domain].units += units;
    }
}

static void make_weight(const struct mutation *mutation, struct arena *arena,
                        struct instrument *out)
{
    struct indicator *indicators =
        copy(arena, out->indicators, out->indicator_count, sizeof *indicators);
    struct aspect *aspects = copy(arena, out->aspects, out->aspect_count, sizeof *aspects);
    struct domain *domains = copy(arena, out->domains, out->domain_count, sizeof *domains);
    int64_t step = weight_step(out, indicators[mutation->inner].units);
    give(indicators, aspects, domains, mutation->at, step);
    give(indicators, aspects, domains, mutation->inner, -step);
    out->indicators = indicators;
    out->aspects = aspects;
    out->domains = domains;
}

static void make_band(const struct mutation *mutation, struct arena *arena, struct instrument *out)
{
    struct band *bands = copy(arena, out->bands, out->band_count, sizeof *bands);
    struct fraction edge = nudge(bands[mutation->at].min, mutation->step, published_step(out));
    bands[mutation->at].min = edge;
    bands[mutation->at + 1].max = edge;
    out->bands = bands;
}

static void make_reading(const struct mutation *mutation, struct arena *arena,
                         struct instrument *out)
{
    struct dated_reading *readings =
        copy(arena, out->readings, out->reading_count, sizeof *readings);
    enum reading *reading = &readings[mutation->at].reading;
    *reading = *reading == READING_EXACT ? READING_ROUNDED : READING_EXACT;
    out->readings = readings;
}

/* Stretches the points of the items of a level whose width has changed. */
static void stretch(struct level *level, struct fraction old_width, struct arena *arena)
{
    struct fraction width, ratio;
    struct fraction *points = copy(arena, level->points, level->item_count, sizeof *points);
    if (fraction_subtract(level->to, level->from, &width) &&
        fraction_divide(width, old_width, &ratio)) {
        for (size_t i = 0; i < level->item_count; i++) {
            (void)fraction_multiply(points[i], ratio, &points[i]);
        }
    }
    level->points = points;
}

/* Moves where the level of a number begins, and where the one below ends, by a tenth. */
static void make_scale(const struct mutation *mutation, struct arena *arena, struct instrument *out)
{
    struct level *levels = copy(arena, out->levels, out->level_count, sizeof *levels);
    for (size_t i = 0; i < out->level_count; i++) {
        struct fraction width;
        bool above = levels[i].number == (int)mutation->at;
        bool below = levels[i].number + 1 == (int)mutation->at;
        if ((!above && !below) || !fraction_subtract(levels[i].to, levels[i].from, &width)) {
            continue;
        }
        struct fraction *edge = above ? &levels[i].from : &levels[i].to;
        *edge = nudge(*edge, mutation->step, 10);
        stretch(&levels[i], width, arena);
    }
    out->levels = levels;
}

/* Moves a value at one end of a line by a tenth: where a line begins, and the one before ends with the
 * same value, both. */
static void make_line(const struct mutation *mutation, struct arena *arena, struct instrument *out)
{
    struct indicator *indicators =
        copy(arena, out->indicators, out->indicator_count, sizeof *indicators);
    struct conversion *conversion =
        copy(arena, indicators[mutation->at].conversion, 1, sizeof *conversion);
    struct line *lines = copy(arena, conversion->lines, conversion->line_count, sizeof *lines);
    size_t k = mutation->inner;
    bool joined = k > 0 && k < conversion->line_count &&
                  fraction_compare(lines[k - 1].high, lines[k].low) == 0;
    if (joined || k == conversion->line_count) {
        lines[k - 1].high = nudge(lines[k - 1].high, mutation->step, 10);
    }
    if (k < conversion->line_count) {
        lines[k].low = nudge(lines[k].low, mutation->step, 10);
    }
    conversion->lines = lines;
    indicators[mutation->at].conversion = conversion;
    out->indicators = indicators;
}

static void make_baseline(const struct mutation *mutation, struct arena *arena,
                          struct instrument *out)
{
    struct level *levels = copy(arena, out->levels, out->level_count, sizeof *levels);
    levels[mutation->at].baseline = true;
    out->levels = levels;
}

void mutation_make(const struct mutation *mutation, const struct instrument *instrument,
                   struct arena *arena, struct instrument *out)
{
    *out = *instrument;
    switch (mutation->kind) {
    case MUTATION_WEIGHT:
        make_weight(mutation, arena, out);
        break;
    case MUTATION_BAND:
        make_band(mutation, arena, out);
        break;
    case MUTATION_READING:
        make_reading(mutation, arena, out);
        break;
    case MUTATION_UNANSWERED:
        out->unanswered = nudge(out->unanswered, mutation->step, 1);
        break;
    case MUTATION_DUTY_LEVEL:
        out->duty.from_level += mutation->step;
        break;
    case MUTATION_DUTY_COUNT:
        out->duty.at_least += (unsigned)mutation->step;
        break;
    case MUTATION_BASELINE:
        make_baseline(mutation, arena, out);
        break;
    case MUTATION_SCALE:
        make_scale(mutation, arena, out);
        break;
    case MUTATION_LINE:
        make_line(mutation, arena, out);
        break;
    case MUTATION_KINDS:
        break;
    }
}

bool mutation_noticed(const struct instrument *instrument, const struct pack_example *examples,
                      size_t count, struct arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        struct error ignored = {.kind = ERROR_NONE};
        struct example_result result;
        arena_clear(arena);
        if (!example_run(instrument, &examples[i], arena, &result, &ignored) ||
            result.different > 0) {
            return true;
        }
    }
    return false;
}

/* ---- in words ---- */

/* " 1.3 → 1.4" of an indicator's weight that gains units. */
static void say_weight(const struct instrument *instrument, size_t indicator, int64_t gain,
                       struct text *out)
{
    char before[64], after[64];
    const struct indicator *own = &instrument->indicators[indicator];
    struct fraction hundred = fraction_whole(100);
    struct fraction old = fraction_make(own->units, instrument->units_total);
    struct fraction new = fraction_make(own->units + gain, instrument->units_total);
    if (fraction_multiply(old, hundred, &old) && fraction_multiply(new, hundred, &new)) {
        text_format(out, "%s %s → %s", own->id, fraction_say(old, before),
                    fraction_say(new, after));
    }
}

static void say_weights(const struct mutation *mutation, const struct instrument *instrument,
                        struct text *out)
{
    int64_t step = weight_step(instrument, instrument->indicators[mutation->inner].units);
    text_add(out, _("weight "));
    say_weight(instrument, mutation->at, step, out);
    text_add(out, ", ");
    say_weight(instrument, mutation->inner, -step, out);
}

static void say_change(struct text *out, struct fraction before, struct fraction after)
{
    char old[64], new[64];
    text_format(out, " %s → %s", fraction_say(before, old), fraction_say(after, new));
}

static void say_scale(const struct mutation *mutation, const struct instrument *instrument,
                      struct text *out)
{
    for (size_t i = 0; i < instrument->level_count; i++) {
        const struct level *level = &instrument->levels[i];
        if (level->number == (int)mutation->at) {
            text_format(out, _("level %d begins at"), level->number);
            say_change(out, level->from, nudge(level->from, mutation->step, 10));
            return;
        }
    }
}

static void say_line(const struct mutation *mutation, const struct instrument *instrument,
                     struct text *out)
{
    char at[64];
    const struct indicator *indicator = &instrument->indicators[mutation->at];
    const struct conversion *conversion = indicator->conversion;
    bool last = mutation->inner == conversion->line_count;
    const struct line *line = &conversion->lines[mutation->inner - last];
    struct fraction value = last ? line->high : line->low;
    text_format(out, _("%s: at index %s the value"), indicator->id,
                fraction_say(last ? line->to : line->from, at));
    say_change(out, value, nudge(value, mutation->step, 10));
}

static void say_level(const struct mutation *mutation, const struct instrument *instrument,
                      struct text *out)
{
    if (mutation->kind == MUTATION_BASELINE) {
        text_format(out, _("level %s.%d is granted to everyone"),
                    instrument->indicators[mutation->inner].id,
                    instrument->levels[mutation->at].number);
    } else if (mutation->kind == MUTATION_DUTY_LEVEL) {
        text_add(out, _("level from which evidence is due"));
        text_format(out, " %d → %d", instrument->duty.from_level,
                    instrument->duty.from_level + mutation->step);
    } else {
        text_add(out, _("pieces of evidence for a level"));
        text_format(out, " %u → %u", instrument->duty.at_least,
                    instrument->duty.at_least + (unsigned)mutation->step);
    }
}

void mutation_say(const struct mutation *mutation, const struct instrument *instrument,
                  struct text *out)
{
    const struct band *band =
        &instrument->bands[mutation->kind == MUTATION_BAND ? mutation->at : 0];
    switch (mutation->kind) {
    case MUTATION_WEIGHT:
        say_weights(mutation, instrument, out);
        break;
    case MUTATION_BAND:
        text_format(out, _("predicate %s begins at"), band->name);
        say_change(out, band->min, nudge(band->min, mutation->step, published_step(instrument)));
        break;
    case MUTATION_READING:
        text_format(out,
                    instrument->readings[mutation->at].reading == READING_EXACT
                        ? _("from %d on the predicate is read from the rounded index")
                        : _("from %d on the predicate is read from the exact index"),
                    instrument->readings[mutation->at].from);
        break;
    case MUTATION_UNANSWERED:
        text_add(out, _("value of what nobody answered"));
        say_change(out, instrument->unanswered, nudge(instrument->unanswered, mutation->step, 1));
        break;
    case MUTATION_SCALE:
        say_scale(mutation, instrument, out);
        break;
    case MUTATION_LINE:
        say_line(mutation, instrument, out);
        break;
    case MUTATION_DUTY_LEVEL:
    case MUTATION_DUTY_COUNT:
    case MUTATION_BASELINE:
    case MUTATION_KINDS:
        say_level(mutation, instrument, out);
        break;
    }
}

const char *mutation_kind_title(enum mutation_kind kind)
{
    static const char *const titles[MUTATION_KINDS] = {
        [MUTATION_WEIGHT] = N_("weights"),
        [MUTATION_BAND] = N_("edges of predicates"),
        [MUTATION_READING] = N_("readings of the predicate"),
        [MUTATION_UNANSWERED] = N_("what nobody answered"),
        [MUTATION_DUTY_LEVEL] = N_("from which level evidence is due"),
        [MUTATION_DUTY_COUNT] = N_("how much evidence is due"),
        [MUTATION_BASELINE] = N_("levels granted to everyone"),
        [MUTATION_SCALE] = N_("where levels begin"),
        [MUTATION_LINE] = N_("conversions of outside indices"),
    };
    return lang_text(titles[kind]);
}
