#include "evaluation.h"

#include "calculation.h"
#include "lang.h"
#include "message.h"
#include "pending.h"
#include "scoring.h"

#include <assert.h>
#include <string.h>

/* An exact sum of value × units. Whole values, which are nearly all, stay plain integers. */
struct sum {
    int64_t whole;
    struct fraction part;
};

static bool add_value(struct sum *sum, struct fraction value, int64_t units)
{
    int64_t product = 0;
    if (fraction_is_whole(value)) {
        return !__builtin_mul_overflow(value.num, units, &product) &&
               !__builtin_add_overflow(sum->whole, product, &sum->whole);
    }
    struct fraction weighted;
    return fraction_multiply(value, fraction_whole(units), &weighted) &&
           fraction_add(sum->part, weighted, &sum->part);
}

static bool add_sum(struct sum *sum, const struct sum *other)
{
    return !__builtin_add_overflow(sum->whole, other->whole, &sum->whole) &&
           (other->part.num == 0 || fraction_add(sum->part, other->part, &sum->part));
}

/* The one division. */
static bool divide_sum(const struct sum *sum, int64_t units, struct fraction *out)
{
    if (sum->part.num == 0) {
        *out = fraction_make(sum->whole, units);
        return true;
    }
    struct fraction total;
    return fraction_add(fraction_whole(sum->whole), sum->part, &total) &&
           fraction_divide(total, fraction_whole(units), out);
}

/* The sums of a group on all bases. */
struct sums {
    struct sum on[BASIS_COUNT];
};
static const struct sums no_sums = {{{0, {0, 1}}, {0, {0, 1}}, {0, {0, 1}}}};

/* Sets the three values of a group from its sums. */
static bool divide_sums(const struct sums *sums, int64_t units, struct group *group)
{
    for (int b = 0; b < BASIS_COUNT; b++) {
        if (!divide_sum(&sums->on[b], units, &group->value[b])) {
            return false;
        }
    }
    return true;
}

/* Adds what is inside a group to the one around it. */
static bool join_group(struct sums *sums, struct group *group, const struct sums *inner_sums,
                       const struct group *inner)
{
    for (int b = 0; b < BASIS_COUNT; b++) {
        if (!add_sum(&sums->on[b], &inner_sums->on[b])) {
            return false;
        }
        group->given[b] += inner->given[b];
    }
    group->of += inner->of;
    return true;
}

/* Names a criterion that has an answer or evidence, and does not count in the assessment's year or for its
 * kind of agency. */
static void tell_foreign(struct evaluation *out, const struct criterion *criterion)
{
    const struct dated *years = &criterion->years;
    if (instrument_holds(*years, out->year)) {
        problem_add(&out->problems, SEVERITY_NOTICE, "other_kind", criterion->id,
                    _("this criterion is asked of other kinds of agencies; what was entered is "
                      "kept, and not counted"));
    } else if (years->from > out->year) {
        problem_add(&out->problems, SEVERITY_NOTICE, "other_year", criterion->id,
                    _("this criterion counts only from %d on; what was entered is kept, and not "
                      "counted for %d"),
                    years->from, out->assessment->year);
    } else {
        problem_add(&out->problems, SEVERITY_NOTICE, "other_year", criterion->id,
                    _("this criterion counted only until %d; what was entered is kept, and not "
                      "counted for %d"),
                    years->until, out->assessment->year);
    }
}

/* Counts the answers of the year into the levels; names those that do not count, and marks them in
 * `told`. */
static void count_answers(struct evaluation *out, const struct season *season, bool *told)
{
    const unsigned char *answers = out->counted->answers;
    for (size_t c = 0; c < out->instrument->criterion_count; c++) {
        if (season->level_of[c] < 0) {
            if (answers[c] != ANSWER_NONE) {
                tell_foreign(out, &out->instrument->criteria[c]);
                told[c] = true;
            }
            continue;
        }
        struct standing *standing = &out->levels[season->level_of[c]];
        standing->met = (uint16_t)(standing->met + (answers[c] == ANSWER_YES));
        standing->unmet = (uint16_t)(standing->unmet + (answers[c] == ANSWER_NO));
    }
}

bool evaluation_counts(const struct evaluation *evaluation, const struct criterion *criterion)
{
    return instrument_holds(criterion->years, evaluation->year) &&
           season_asks(criterion, evaluation->assessment->kind);
}

/* The answer that an assessment gives to a criterion, or its outside index does. */
static enum answer answer_of(const struct assessment *assessment, size_t criterion)
{
    const struct criterion *own = &assessment->instrument->criteria[criterion];
    const struct measure *measure =
        own->decisive ? assessment_measure(&assessment->responses[own->indicator], own->metric->key)
                      : NULL;
    if (measure != NULL) {
        return instrument_reaches(own->metric, measure->value) ? ANSWER_YES : ANSWER_NO;
    }
    return (enum answer)assessment->answers[criterion];
}

enum answer evaluation_answer(const struct evaluation *evaluation, size_t criterion)
{
    return answer_of(evaluation->assessment, criterion);
}

/* True when two criteria of a level are of one group, so that one of them is enough. */
static bool is_grouped(const struct criterion *one, const struct criterion *other)
{
    return one->demand == DEMAND_GROUP && other->demand == DEMAND_GROUP &&
           strcmp(one->group, other->group) == 0;
}

bool evaluation_waits(const struct evaluation *evaluation, size_t criterion, enum answer answer)
{
    const struct instrument *instrument = evaluation->instrument;
    const struct criterion *own = &instrument->criteria[criterion];
    struct span others = instrument->levels[own->level].criteria;
    if (own->demand == DEMAND_NEVER || !evaluation_counts(evaluation, own) ||
        evaluation_answer(evaluation, criterion) != answer) {
        return false;
    }
    for (size_t c = others.first; c < others.first + others.count; c++) {
        if (is_grouped(own, &instrument->criteria[c]) &&
            evaluation_counts(evaluation, &instrument->criteria[c])) {
            enum answer one = evaluation_answer(evaluation, c);
            if (one == ANSWER_YES || (one == ANSWER_NONE && answer == ANSWER_NO)) {
                return false;
            }
        }
    }
    return true;
}

/* How a group of a level stands: met by one, unmet when none is left; told by its first member. */
static enum answer answer_of_group(const struct evaluation *out, const struct season *season,
                                   size_t first)
{
    const struct criterion *own = &out->instrument->criteria[first];
    struct span criteria = out->instrument->levels[own->level].criteria;
    enum answer answer = ANSWER_NO;
    for (size_t c = criteria.first; c < criteria.first + criteria.count; c++) {
        const struct criterion *other = &out->instrument->criteria[c];
        if (season->level_of[c] < 0 || !is_grouped(own, other)) {
            continue;
        }
        enum answer one = answer_of(out->counted, c);
        if (c < first || one == ANSWER_YES) {
            return c < first ? ANSWER_NONE : ANSWER_YES; /* counted with its first member */
        }
        answer = one == ANSWER_NONE ? ANSWER_NONE : answer;
    }
    return answer;
}

/* Counts anew where not every criterion must be met: groups once, what only describes not at all. */
static void count_demands(struct evaluation *out, const struct season *season)
{
    const struct instrument *instrument = out->instrument;
    for (size_t i = 0; i < instrument->level_count; i++) {
        out->levels[i].met = 0;
        out->levels[i].unmet = 0;
    }
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        const struct criterion *criterion = &instrument->criteria[c];
        if (season->level_of[c] < 0 || criterion->demand == DEMAND_NEVER) {
            continue;
        }
        enum answer answer = criterion->demand == DEMAND_GROUP ? answer_of_group(out, season, c)
                                                               : answer_of(out->counted, c);
        struct standing *standing = &out->levels[criterion->level];
        standing->met = (uint16_t)(standing->met + (answer == ANSWER_YES));
        standing->unmet = (uint16_t)(standing->unmet + (answer == ANSWER_NO));
    }
}

/* Counts one item of evidence once for each level that it supports. */
static void count_item(struct evaluation *out, const struct season *season,
                       const struct evidence *item, uint16_t number, bool *told)
{
    for (size_t s = 0; s < item->support_count; s++) {
        int c = item->supports[s];
        if (season->level_of[c] < 0) {
            if (!told[c]) {
                tell_foreign(out, &out->instrument->criteria[c]);
                told[c] = true;
            }
            continue;
        }
        struct standing *standing = &out->levels[season->level_of[c]];
        if (standing->last_item != number) {
            standing->last_item = number;
            standing->evidence++;
        }
    }
}

static void count_evidence(struct evaluation *out, const struct season *season, bool *told)
{
    uint16_t number = 0;
    for (size_t i = 0; i < out->instrument->indicator_count; i++) {
        const struct response *response = &out->counted->responses[i];
        for (size_t e = 0; e < response->evidence_count && number < UINT16_MAX; e++) {
            count_item(out, season, &response->evidence[e], ++number, told);
        }
    }
}

/* The supported value: climbs the levels as long as each stands. Returns how many criteria of the
 * year were answered. */
static unsigned climb(struct evaluation *out, const struct indicator *indicator,
                      struct rating *rating)
{
    int lowest = out->instrument->level_lowest;
    unsigned least = out->instrument->duty.at_least;
    int supported = lowest;
    bool met = true;
    unsigned answered = 0;
    int met_level = lowest;
    rating->blocking = NOWHERE;
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        int position = (int)(indicator->levels.first + i);
        struct standing *standing = &out->levels[position];
        standing->complete = standing->met == standing->counted;
        standing->proven = !standing->due || standing->evidence >= least;
        answered += (unsigned)standing->met + standing->unmet;
        met = met && standing->complete;
        if (rating->blocking == NOWHERE && !(standing->complete && standing->proven)) {
            rating->blocking = position;
        }
        met_level = met || standing->baseline ? standing->number : met_level;
        supported =
            rating->blocking == NOWHERE || standing->baseline ? standing->number : supported;
    }
    rating->on[BASIS_SUPPORTED].value = fraction_whole(supported);
    rating->met = fraction_whole(met_level);
    return answered;
}

static struct rated rated_or(struct maybe maybe, struct fraction otherwise)
{
    return (struct rated){maybe.given, maybe.given ? maybe.value : otherwise};
}

/* The supported value of an indicator that its items or an outside index score. */
static bool rate_score(struct evaluation *out, size_t i, struct rating *rating)
{
    const struct indicator *indicator = &out->instrument->indicators[i];
    const struct response *response = &out->counted->responses[i];
    struct score score;
    bool done = (indicator->conversion != NULL ? scoring_measure : scoring_items)(
        out->instrument, indicator, response, out->levels, &score);
    rating->on[BASIS_SUPPORTED] = (struct rated){score.given, score.value};
    rating->met = score.value;
    rating->blocking = score.blocking;
    return done;
}

/* The three values of one indicator. An instrument that scores otherwise does so here. */
static bool rate(struct evaluation *out, size_t i)
{
    const struct response *response = &out->assessment->responses[i];
    const struct indicator *indicator = &out->instrument->indicators[i];
    struct fraction unanswered = out->instrument->unanswered;
    struct rating *rating = &out->ratings[i];
    struct rated *supported = &rating->on[BASIS_SUPPORTED];
    if (!out->instrument->items && indicator->conversion == NULL) {
        supported->given = climb(out, indicator, rating) > 0;
    } else if (!rate_score(out, i, rating)) {
        return false;
    }
    supported->value = supported->given ? supported->value : unanswered;
    if (out->calculated != NULL) {
        supported->value = out->calculated[i].value;
        rating->met = out->calculated[i].reason == NULL ? rating->met : supported->value;
        rating->computed = out->calculated[i].reason;
    }
    rating->on[BASIS_CLAIMED] = rated_or(response->claimed, unanswered);
    rating->on[BASIS_VERIFIED] = rated_or(response->verified, unanswered);
    return true;
}

/* Has the functions of the pack compute their values, from how everything stands without them. */
static bool call_functions(struct evaluation *out, const struct season *season, struct arena *arena,
                           struct error *err)
{
    size_t count = out->instrument->indicator_count;
    struct calculated *calculated = arena_get(arena, count, sizeof *calculated);
    for (size_t i = 0; i < count; i++) {
        if (!rate(out, i)) {
            return error_set(err, M_EVALUATION_RANGE, "$.answers");
        }
        const struct rated *supported = &out->ratings[i].on[BASIS_SUPPORTED];
        calculated[i] = (struct calculated){
            .given = supported->given,
            .value = supported->value,
            .met_level = instrument_level_of(out->instrument, &out->instrument->indicators[i],
                                             out->ratings[i].met),
        };
    }
    if (!calculation_run(season, out->counted, out->levels, calculated, arena, err)) {
        return false;
    }
    out->calculated = calculated;
    return true;
}

/* Rates the indicators of an aspect and adds them up. */
static bool walk_aspect(struct evaluation *out, size_t position, struct sums *sums)
{
    const struct aspect *aspect = &out->instrument->aspects[position];
    struct group *group = &out->aspects[position];
    for (uint32_t k = 0; k < aspect->indicators.count; k++) {
        size_t i = aspect->indicators.first + k;
        if (!rate(out, i)) {
            return false;
        }
        for (int b = 0; b < BASIS_COUNT; b++) {
            const struct rated *rated = &out->ratings[i].on[b];
            group->given[b] += rated->given;
            if (!add_value(&sums->on[b], rated->value, out->instrument->indicators[i].units)) {
                return false;
            }
        }
    }
    group->of = aspect->indicators.count;
    return divide_sums(sums, aspect->units, group);
}

/* The walk: every aspect once, its domain, and all of it. */
static bool walk(struct evaluation *out, struct group *all, struct sums *domain_sums)
{
    const struct instrument *instrument = out->instrument;
    struct sums total = no_sums;
    for (size_t a = 0; a < instrument->aspect_count; a++) {
        struct sums sums = no_sums;
        int domain = instrument->aspects[a].domain;
        if (!walk_aspect(out, a, &sums) || !join_group(&total, all, &sums, &out->aspects[a]) ||
            (domain != NOWHERE &&
             !join_group(&domain_sums[domain], &out->domains[domain], &sums, &out->aspects[a]))) {
            return false;
        }
    }
    for (size_t d = 0; d < instrument->domain_count; d++) {
        if (!divide_sums(&domain_sums[d], instrument->domains[d].units, &out->domains[d])) {
            return false;
        }
    }
    assert(all->of == instrument->indicator_count);
    return divide_sums(&total, instrument->units_total, all);
}

/* How many units of the last published place make one. */
static int64_t last_place(const struct instrument *instrument)
{
    int64_t unit = 1;
    for (int i = 0; i < instrument->decimals; i++) {
        unit *= 10;
    }
    return unit;
}

/* The index as a reading looks at it. */
static struct fraction read_index(const struct instrument *instrument, struct fraction exact,
                                  enum reading reading)
{
    if (reading == READING_EXACT) {
        return exact;
    }
    return fraction_make(fraction_round(exact, instrument->decimals), last_place(instrument));
}

/* The band above `band`; of nothing, the lowest. */
static const struct band *band_above(const struct instrument *instrument, const struct band *band)
{
    if (band == NULL) {
        return instrument->band_count > 0 ? &instrument->bands[instrument->band_count - 1] : NULL;
    }
    return band > instrument->bands ? band - 1 : NULL;
}

/* Completes one index: predicate, the other reading, the way to the next band. */
static void read_bands(struct evaluation *out, struct index_value *index)
{
    const struct instrument *instrument = out->instrument;
    enum reading other = out->reading == READING_EXACT ? READING_ROUNDED : READING_EXACT;
    struct fraction read = read_index(instrument, index->exact, out->reading);
    index->band = instrument_band(instrument, read);
    index->other = instrument_band(instrument, read_index(instrument, index->exact, other));
    index->other = index->other == index->band ? NULL : index->other;
    index->next = band_above(instrument, index->band);
    index->distance = fraction_whole(0);
    if (index->next != NULL && !fraction_subtract(index->next->min, read, &index->distance)) {
        index->distance = fraction_whole(0);
    }
}

static void set_indexes(struct evaluation *out, const struct group *all)
{
    for (int b = 0; b < BASIS_COUNT; b++) {
        out->index[b] = (struct index_value){
            .exact = all->value[b],
            .given = all->given[b],
            .of = all->of,
        };
        read_bands(out, &out->index[b]);
    }
}

/* Design of the main basis: what was verified in full, else what was answered in full, else claims. */
static enum basis choose_basis(const struct evaluation *out, int asked)
{
    const struct index_value *index = out->index;
    if (asked != BASIS_BY_RULE) {
        return (enum basis)asked;
    }
    if (index[BASIS_VERIFIED].given == index[BASIS_VERIFIED].of) {
        return BASIS_VERIFIED;
    }
    if (index[BASIS_SUPPORTED].given == index[BASIS_SUPPORTED].of) {
        return BASIS_SUPPORTED;
    }
    return index[BASIS_CLAIMED].given > 0 ? BASIS_CLAIMED : BASIS_SUPPORTED;
}

/* The level above a value, or NOWHERE. */
static int level_above(const struct evaluation *out, const struct indicator *indicator,
                       struct fraction value)
{
    for (uint32_t i = 0; i < indicator->levels.count; i++) {
        uint32_t position = indicator->levels.first + i;
        if (fraction_compare(out->instrument->levels[position].from, value) > 0) {
            return (int)position;
        }
    }
    return NOWHERE;
}

/* Sets what the indicator can come to next: the level above, or the whole of the highest. */
static void set_next(const struct evaluation *out, const struct indicator *indicator,
                     struct rating *rating)
{
    rating->next = level_above(out, indicator, rating->value);
    rating->goal = rating->value;
    if (rating->next != NOWHERE) {
        rating->goal = out->instrument->levels[rating->next].from;
    } else if (indicator->levels.count > 0) {
        uint32_t last = indicator->levels.first + indicator->levels.count - 1;
        if (fraction_compare(out->instrument->levels[last].to, rating->value) > 0) {
            rating->next = (int)last;
            rating->goal = out->instrument->levels[last].to;
        }
    }
}

static enum outcome judge(const struct evaluation *out, const struct rating *rating)
{
    const struct rated *claimed = &rating->on[BASIS_CLAIMED];
    const struct rated *supported = &rating->on[BASIS_SUPPORTED];
    if (!rating->on[out->main].given) {
        return OUTCOME_NOT_RATED;
    }
    if (claimed->given && out->index[BASIS_SUPPORTED].given > 0 &&
        fraction_compare(claimed->value, rating->met) > 0) {
        return OUTCOME_CONFLICT;
    }
    bool unproven = supported->given && fraction_compare(rating->met, supported->value) > 0;
    return unproven ? OUTCOME_UNPROVEN : OUTCOME_RATED;
}

/* True when the way from one value to another, times a share, fits. */
static bool step_fits(struct fraction from, struct fraction to, struct fraction share)
{
    struct fraction step;
    return (fraction_is_whole(from) && fraction_is_whole(to)) ||
           (fraction_subtract(to, from, &step) && fraction_multiply(step, share, &step));
}

/* True when what is computed later from the values (evaluation_contribution, evaluation_gain, dispute)
 * fits. */
static bool fits(const struct instrument *instrument, const struct indicator *indicator,
                 const struct rating *rating)
{
    struct fraction share = fraction_make(indicator->units, instrument->units_total);
    struct fraction verified = rating->on[BASIS_VERIFIED].value;
    struct fraction out;
    return (fraction_is_whole(rating->value) || fraction_multiply(rating->value, share, &out)) &&
           step_fits(rating->value, rating->goal, share) &&
           step_fits(verified, rating->on[BASIS_CLAIMED].value, share) &&
           step_fits(verified, rating->on[BASIS_SUPPORTED].value, share);
}

/* What depends on the main basis, for each indicator; counts the outcomes. */
static bool settle(struct evaluation *out)
{
    unsigned counted = 0;
    for (size_t i = 0; i < out->instrument->indicator_count; i++) {
        const struct indicator *indicator = &out->instrument->indicators[i];
        struct rating *rating = &out->ratings[i];
        rating->value = rating->on[out->main].value;
        rating->level = instrument_level_of(out->instrument, indicator, rating->value);
        set_next(out, indicator, rating);
        rating->outcome = judge(out, rating);
        out->outcomes[rating->outcome]++;
        if (!fits(out->instrument, indicator, rating)) {
            return false;
        }
    }
    for (int o = 0; o < OUTCOME_COUNT; o++) {
        counted += out->outcomes[o];
    }
    assert(counted == out->instrument->indicator_count);
    (void)counted;
    return true;
}

/* Says what a reader of the numbers must know. */
/* Names the indicators whose answers wait for confirmation. */
static void tell_pending(struct evaluation *out)
{
    for (size_t i = 0; i < out->instrument->indicator_count; i++) {
        const char *carried = out->assessment->responses[i].carried;
        if (carried != NULL) {
            problem_add(
                &out->problems, SEVERITY_NOTICE, "carried", out->instrument->indicators[i].id,
                _("what was carried over from %s waits for confirmation, and does not count "
                  "as supported until then"),
                carried);
        }
    }
}

static void tell_notices(struct evaluation *out)
{
    if (out->counted != out->assessment) {
        tell_pending(out);
    }
    const struct index_value *index = &out->index[out->main];
    const struct instrument *instrument = out->instrument;
    if (out->assessment->year > instrument->year_last) {
        problem_add(&out->problems, SEVERITY_NOTICE, "year", "year",
                    _("the rules of %d are not known; those of %d are used"), out->assessment->year,
                    instrument->year_last);
    }
    if (index->given < index->of) {
        problem_add(&out->problems, SEVERITY_NOTICE, "incomplete", "index",
                    _("only %u of %u indicators have a %s; the others are counted as the rules say "
                      "for an indicator without answer"),
                    index->given, index->of, evaluation_basis_label(out->main));
    }
    if (index->other != NULL && index->band != NULL) {
        problem_add(
            &out->problems, SEVERITY_NOTICE, "reading", "index",
            out->reading == READING_EXACT
                ? _("the predicate of %d is read from the exact index: %s; the rounded index "
                    "would give %s")
                : _("the predicate of %d is read from the rounded index: %s; the exact index "
                    "would give %s"),
            out->assessment->year, index->band->name, index->other->name);
    }
}

/* Takes the arrays of the record. */
static void start(struct evaluation *out, const struct season *season,
                  const struct assessment *assessment, struct arena *arena)
{
    const struct instrument *instrument = season->instrument;
    *out = (struct evaluation){
        .assessment = assessment,
        .counted = pending_without(assessment, arena),
        .instrument = instrument,
        .year = season->year,
        .reading = season->reading,
        .levels = arena_get(arena, instrument->level_count, sizeof *out->levels),
        .ratings = arena_get(arena, instrument->indicator_count, sizeof *out->ratings),
        .aspects = arena_get(arena, instrument->aspect_count, sizeof *out->aspects),
        .domains = arena_get(arena, instrument->domain_count, sizeof *out->domains),
    };
    if (instrument->level_count > 0) {
        memcpy(out->levels, season->levels, instrument->level_count * sizeof *out->levels);
    }
    problem_start(&out->problems, arena);
}

bool evaluation_run_in(struct evaluation *out, const struct season *season,
                       const struct assessment *assessment, int asked, struct arena *arena,
                       struct error *err)
{
    const struct instrument *instrument = season->instrument;
    assert(asked >= 0 && asked <= BASIS_BY_RULE);
    assert(season_is(season, assessment->instrument, assessment->year, assessment->kind));
    if (assessment->year < instrument->year_first) {
        return error_set(err, M_EVALUATION_YEAR, "$.year", instrument->id, instrument->year_first,
                         assessment->year);
    }
    start(out, season, assessment, arena);
    bool *told = arena_get(arena, instrument->criterion_count, sizeof *told);
    count_answers(out, season, told);
    count_evidence(out, season, told);
    if (instrument->conditional) {
        count_demands(out, season);
    }
    if (instrument->function_count > 0 && !call_functions(out, season, arena, err)) {
        return false;
    }
    struct group all = {.of = 0};
    struct sums *domain_sums = arena_get(arena, instrument->domain_count, sizeof *domain_sums);
    for (size_t d = 0; d < instrument->domain_count; d++) {
        domain_sums[d] = no_sums;
    }
    bool done = walk(out, &all, domain_sums);
    if (done) {
        set_indexes(out, &all);
        out->main = choose_basis(out, asked);
        done = settle(out);
    }
    if (!done) {
        return error_set(err, M_EVALUATION_RANGE, "$.answers");
    }
    tell_notices(out);
    return true;
}

bool evaluation_run(struct evaluation *out, const struct assessment *assessment, int asked,
                    struct arena *arena, struct error *err)
{
    struct season season;
    season_make(&season, assessment->instrument, assessment->year, assessment->kind, arena);
    return evaluation_run_in(out, &season, assessment, asked, arena, err);
}

/* units/all units of an indicator, times a value. */
static struct fraction share_of(const struct evaluation *evaluation, int indicator,
                                struct fraction value)
{
    int64_t units = evaluation->instrument->indicators[indicator].units;
    struct fraction out = {0, 1};
    int64_t product = 0;
    if (fraction_is_whole(value) && !__builtin_mul_overflow(value.num, units, &product)) {
        return fraction_make(product, evaluation->instrument->units_total);
    }
    bool fit =
        fraction_multiply(value, fraction_make(units, evaluation->instrument->units_total), &out);
    assert(fit); /* checked by `fits` */
    (void)fit;
    return out;
}

struct fraction evaluation_contribution(const struct evaluation *evaluation, int indicator)
{
    return share_of(evaluation, indicator, evaluation->ratings[indicator].value);
}

struct fraction evaluation_gain(const struct evaluation *evaluation, int indicator)
{
    const struct rating *rating = &evaluation->ratings[indicator];
    struct fraction step = {0, 1};
    if (rating->next == NOWHERE) {
        return step;
    }
    bool fit = fraction_subtract(rating->goal, rating->value, &step);
    assert(fit); /* checked by `fits` */
    (void)fit;
    return share_of(evaluation, indicator, step);
}

/* What the first item of a level that is not accepted would add to the supported value. */
static bool step_up(const struct evaluation *evaluation, int indicator, struct item_step *step)
{
    const struct instrument *instrument = evaluation->instrument;
    const struct level *level = &instrument->levels[step->level];
    const struct response *response = &evaluation->assessment->responses[indicator];
    struct fraction points = level->points[step->number - 1];
    struct fraction after;
    for (size_t i = 0; i < level->item_count; i++) {
        const struct item *item = assessment_item(response, level->number, (int)i + 1);
        if (item != NULL && item->answer == ANSWER_YES &&
            !fraction_add(points, level->points[i], &points)) {
            return false;
        }
    }
    size_t accepted = (size_t)evaluation->levels[step->level].accepted + 1;
    int64_t units = instrument->indicators[indicator].units;
    return scoring_level(level, accepted, points, &after) &&
           fraction_subtract(after, evaluation->ratings[indicator].on[BASIS_SUPPORTED].value,
                             &step->adds) &&
           fraction_multiply(step->adds, fraction_make(units, instrument->units_total),
                             &step->gain);
}

bool evaluation_next_item(const struct evaluation *evaluation, int indicator,
                          struct item_step *step)
{
    int blocking = evaluation->ratings[indicator].blocking;
    if (blocking == NOWHERE || evaluation->instrument->levels[blocking].item_count == 0) {
        return false;
    }
    const struct level *level = &evaluation->instrument->levels[blocking];
    const struct response *response = &evaluation->assessment->responses[indicator];
    for (size_t i = 0; i < level->item_count; i++) {
        const struct item *item = assessment_item(response, level->number, (int)i + 1);
        if (item == NULL || item->answer != ANSWER_YES) {
            *step = (struct item_step){
                .level = blocking, .number = (int)i + 1, .text = level->evidence[i]};
            return step_up(evaluation, indicator, step);
        }
    }
    return false;
}

int evaluation_supported_level(const struct evaluation *evaluation, int indicator)
{
    return instrument_level_of(evaluation->instrument,
                               &evaluation->instrument->indicators[indicator],
                               evaluation->ratings[indicator].on[BASIS_SUPPORTED].value);
}

const struct band *evaluation_band(const struct evaluation *evaluation, struct fraction exact)
{
    const struct instrument *instrument = evaluation->instrument;
    return instrument_band(instrument, read_index(instrument, exact, evaluation->reading));
}

struct fraction evaluation_threshold(const struct evaluation *evaluation, struct fraction wanted)
{
    int64_t unit = last_place(evaluation->instrument);
    int64_t places = fraction_round(wanted, evaluation->instrument->decimals);
    if (evaluation->reading == READING_EXACT) {
        return wanted;
    }
    if (fraction_compare(fraction_make(places, unit), wanted) < 0) {
        places++;
    }
    return fraction_make(2 * places - 1, 2 * unit);
}

bool evaluation_has(const struct evaluation *evaluation, enum basis basis)
{
    return evaluation->index[basis].given > 0;
}

bool evaluation_lacks(const struct evaluation *evaluation, int asked)
{
    return asked != BASIS_BY_RULE && !evaluation_has(evaluation, (enum basis)asked);
}

/* One row a basis: its word in documents, its name for people. */
static const struct {
    const char *word, *label;
} basis_rows[BASIS_COUNT] = {
    [BASIS_CLAIMED] = {"claimed", N_("claimed value")},
    [BASIS_SUPPORTED] = {"supported", N_("supported value")},
    [BASIS_VERIFIED] = {"verified", N_("verified value")},
};

const char *evaluation_basis_word(enum basis basis)
{
    return basis_rows[basis].word;
}

const char *evaluation_basis_label(enum basis basis)
{
    return _(basis_rows[basis].label);
}

const char *evaluation_band_label(const struct band *band)
{
    return band == NULL ? _("no predicate") : band->name;
}

enum basis evaluation_basis(const char *word)
{
    int b = 0;
    while (b < BASIS_COUNT && strcmp(basis_rows[b].word, word) != 0) {
        b++;
    }
    return (enum basis)b;
}

bool evaluation_ask(const char *word, int *asked, struct error *err)
{
    *asked = word == NULL ? BASIS_BY_RULE : (int)evaluation_basis(word);
    return word == NULL || *asked != BASIS_COUNT || error_set(err, M_EVALUATE_BASIS, NULL, word);
}

const char *evaluation_outcome_word(enum outcome outcome)
{
    static const char *const words[OUTCOME_COUNT] = {
        [OUTCOME_RATED] = "rated",
        [OUTCOME_NOT_RATED] = "not_rated",
        [OUTCOME_CONFLICT] = "conflict",
        [OUTCOME_UNPROVEN] = "unproven",
    };
    return words[outcome];
}
