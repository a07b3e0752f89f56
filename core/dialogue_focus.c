#include "dialogue_focus.h"

#include "lang.h"

#include <limits.h>

static const struct spot no_spot = {NOWHERE, 0};

static const struct instrument *instrument_of(const struct dialogue *dialogue)
{
    return dialogue->model.evaluation->instrument;
}

bool dialogue_counts(const struct dialogue *dialogue, int criterion)
{
    return evaluation_counts(dialogue->model.evaluation,
                             &instrument_of(dialogue)->criteria[criterion]);
}

void dialogue_say(struct dialogue *dialogue, bool bad, const char *sentence)
{
    dialogue->said = bad ? SAID_BAD : SAID_HINT;
    text_clear(&dialogue->message);
    text_add(&dialogue->message, sentence);
}

bool dialogue_is_returned(const struct dialogue *dialogue, int indicator)
{
    return dialogue->model.evaluation->assessment->responses[indicator].state == STATE_RETURNED;
}

/* ---- spots ---- */

bool dialogue_is_spot(struct spot spot)
{
    return spot.item > 0 || spot.criterion != NOWHERE;
}

struct spot dialogue_spot(const struct dialogue *dialogue)
{
    return dialogue->at_claim || dialogue->at_measure
               ? no_spot
               : (struct spot){dialogue->criterion, dialogue->scored};
}

/* The next criterion of the level that counts, from `from` on in steps of `by`. */
static struct spot criterion_from(const struct dialogue *dialogue, int level, int from, int by)
{
    struct span span = instrument_of(dialogue)->levels[level].criteria;
    int end = (int)(span.first + span.count);
    for (int i = from; i >= (int)span.first && i < end; i += by) {
        if (dialogue_counts(dialogue, i)) {
            return (struct spot){i, 0};
        }
    }
    return no_spot;
}

static struct spot item_at(const struct dialogue *dialogue, int level, size_t item)
{
    bool there = item >= 1 && item <= instrument_of(dialogue)->levels[level].item_count;
    return there ? (struct spot){NOWHERE, item} : no_spot;
}

struct spot dialogue_first_spot(const struct dialogue *dialogue, int level)
{
    struct spot item = item_at(dialogue, level, 1);
    int first = (int)instrument_of(dialogue)->levels[level].criteria.first;
    return item.item > 0 ? item : criterion_from(dialogue, level, first, 1);
}

struct spot dialogue_next_spot(const struct dialogue *dialogue, int level, struct spot from, int by)
{
    const struct level *of = &instrument_of(dialogue)->levels[level];
    struct spot next = no_spot;
    if (from.item > 0) {
        next = item_at(dialogue, level, by > 0 ? from.item + 1 : from.item - 1);
        return dialogue_is_spot(next) || by < 0
                   ? next
                   : criterion_from(dialogue, level, (int)of->criteria.first, 1);
    }
    next = criterion_from(dialogue, level, from.criterion + by, by);
    return dialogue_is_spot(next) || by > 0 ? next : item_at(dialogue, level, of->item_count);
}

enum answer dialogue_answer(const struct dialogue *dialogue, int level, struct spot spot)
{
    const struct evaluation *evaluation = dialogue->model.evaluation;
    if (spot.item == 0) {
        return evaluation_answer(evaluation, (size_t)spot.criterion);
    }
    const struct item *item =
        assessment_item(&evaluation->assessment->responses[dialogue->indicator],
                        evaluation->instrument->levels[level].number, (int)spot.item);
    return item == NULL ? ANSWER_NONE : item->answer;
}

void dialogue_spot_id(const struct dialogue *dialogue, int level, struct spot spot,
                      struct text *out)
{
    const struct instrument *instrument = instrument_of(dialogue);
    text_clear(out);
    if (spot.item == 0) {
        text_add(out, instrument->criteria[spot.criterion].id);
        return;
    }
    text_format(out, "%s.%d.e%zu", instrument->indicators[dialogue->indicator].id,
                instrument->levels[level].number, spot.item);
}

/* ---- where the focus is ---- */

void dialogue_focus(struct dialogue *dialogue, struct spot spot)
{
    dialogue->criterion = spot.criterion;
    dialogue->scored = spot.item;
    dialogue->at_claim = false;
    dialogue->at_measure = false;
}

/* The level that the work is at: the one whose criteria or items come next, else what keeps it from rising. */
static int working_level(const struct dialogue *dialogue, int indicator)
{
    const struct progress *progress = &dialogue->model.progress[indicator];
    const struct rating *rating = &dialogue->model.evaluation->ratings[indicator];
    struct span levels = instrument_of(dialogue)->indicators[indicator].levels;
    int last = (int)(levels.first + levels.count) - 1;
    return progress->level != NOWHERE      ? progress->level
           : progress->unproven != NOWHERE ? progress->unproven
           : rating->blocking != NOWHERE   ? rating->blocking
                                           : last;
}

/* The first spot of a level without answer, from one on, or none. */
static struct spot open_spot(const struct dialogue *dialogue, int level, struct spot from)
{
    struct spot spot = from;
    while (dialogue_is_spot(spot) && dialogue_answer(dialogue, level, spot) != ANSWER_NONE) {
        spot = dialogue_next_spot(dialogue, level, spot, 1);
    }
    return spot;
}

void dialogue_show_level(struct dialogue *dialogue, int level)
{
    struct spot first = dialogue_first_spot(dialogue, level);
    struct spot open = open_spot(dialogue, level, first);
    dialogue->level = level;
    dialogue_focus(dialogue, dialogue_is_spot(open) ? open : first);
}

void dialogue_show_indicator(struct dialogue *dialogue, int indicator)
{
    dialogue->indicator = indicator;
    dialogue_show_level(dialogue, working_level(dialogue, indicator));
}

void dialogue_show(struct dialogue *dialogue, int indicator, int criterion)
{
    if (criterion == NOWHERE) {
        dialogue_show_indicator(dialogue, indicator);
        dialogue->at_claim = true;
        return;
    }
    dialogue->indicator = indicator;
    dialogue->level = instrument_of(dialogue)->criteria[criterion].level;
    dialogue_focus(dialogue, (struct spot){criterion, 0});
}

void dialogue_show_item(struct dialogue *dialogue, int indicator, int level, size_t item)
{
    if (item == 0) {
        dialogue_show_indicator(dialogue, indicator);
        dialogue->at_measure = true;
        return;
    }
    dialogue->indicator = indicator;
    dialogue->level = level;
    dialogue_focus(dialogue, (struct spot){NOWHERE, item});
}

/* ---- what is missing ---- */

/* Places in an indicator grow as the work goes on: its spots, then the outside index, then the claim. */
enum { BEFORE_ALL = NOWHERE, LEVEL_PLACES = 1 << 12, MEASURE_PLACE = INT_MAX - 1 };
enum { CLAIM_PLACE = INT_MAX };

/* The place of a spot. Items of a level come before its criteria; these only explain where there are any. */
static int place_of(const struct dialogue *dialogue, int level, struct spot spot)
{
    struct span levels = instrument_of(dialogue)->indicators[dialogue->indicator].levels;
    int first = (level - (int)levels.first) * LEVEL_PLACES;
    int criteria = (int)instrument_of(dialogue)->levels[level].criteria.first;
    return spot.item > 0 ? first + (int)spot.item
                         : first + LEVEL_PLACES / 2 + (spot.criterion - criteria);
}

static int present_place(const struct dialogue *dialogue)
{
    struct spot spot = dialogue_spot(dialogue);
    return dialogue->at_claim       ? CLAIM_PLACE
           : dialogue->at_measure   ? MEASURE_PLACE
           : dialogue_is_spot(spot) ? place_of(dialogue, dialogue->level, spot)
                                    : BEFORE_ALL;
}

/* Goes to the evidence that a met level owes. */
static bool go_to_unproven(struct dialogue *dialogue, int level, int after)
{
    struct spot spot = level == NOWHERE ? no_spot : dialogue_first_spot(dialogue, level);
    if (!dialogue_is_spot(spot) || place_of(dialogue, level, spot) <= after) {
        return false;
    }
    dialogue->level = level;
    dialogue_focus(dialogue, spot);
    dialogue_say(dialogue, false, _("Evidence is missing for this level: press b."));
    return true;
}

/* Goes to the first spot of a level that is not answered, behind `after`. */
static bool go_to_open(struct dialogue *dialogue, int level, int after)
{
    struct spot spot = level == NOWHERE ? no_spot : dialogue_first_spot(dialogue, level);
    while (dialogue_is_spot(spot) && (place_of(dialogue, level, spot) <= after ||
                                      dialogue_answer(dialogue, level, spot) != ANSWER_NONE)) {
        spot = dialogue_next_spot(dialogue, level, spot, 1);
    }
    bool scored = level != NOWHERE && instrument_of(dialogue)->levels[level].item_count > 0;
    if (!dialogue_is_spot(spot) || (scored && spot.item == 0)) {
        return false;
    }
    dialogue->level = level;
    dialogue_focus(dialogue, spot);
    return true;
}

/* Goes to what an indicator lacks behind a place. Where it lacks nothing, nothing changes. */
static bool go_to_gap(struct dialogue *dialogue, int indicator, int after)
{
    const struct progress *progress = &dialogue->model.progress[indicator];
    int before = dialogue->indicator;
    dialogue->indicator = indicator;
    if (go_to_unproven(dialogue, progress->unproven, after) ||
        go_to_open(dialogue, progress->level, after)) {
        return true;
    }
    if (progress->measure && after < MEASURE_PLACE) {
        dialogue_show_item(dialogue, indicator, NOWHERE, 0);
        dialogue_say(dialogue, false, _("The outside index is missing: press m."));
        return true;
    }
    if (progress->claim && after < CLAIM_PLACE) {
        dialogue_show(dialogue, indicator, NOWHERE);
        dialogue_say(dialogue, false, _("The claim is missing: press k."));
        return true;
    }
    dialogue->indicator = before;
    return false;
}

/* Goes to an indicator that lacks nothing, but was returned. */
static bool go_to_returned(struct dialogue *dialogue, int indicator)
{
    if (!dialogue_is_returned(dialogue, indicator)) {
        return false;
    }
    dialogue_show_indicator(dialogue, indicator);
    dialogue_say(dialogue, false,
                 _("Nothing is missing here, but it was returned: see the reason."));
    return true;
}

/* Position of the shown indicator in the order of the work. */
static size_t rank_of(const struct dialogue *dialogue)
{
    size_t rank = 0;
    while (dialogue->model.order[rank] != dialogue->indicator) {
        rank++;
    }
    return rank;
}

void dialogue_next_gap(struct dialogue *dialogue)
{
    size_t count = instrument_of(dialogue)->indicator_count;
    size_t rank = rank_of(dialogue);
    if (go_to_gap(dialogue, dialogue->indicator, present_place(dialogue))) {
        return;
    }
    for (size_t i = 1; i <= count; i++) {
        int next = dialogue->model.order[(rank + i) % count];
        if (go_to_gap(dialogue, next, BEFORE_ALL) ||
            (i < count && go_to_returned(dialogue, next))) {
            return;
        }
    }
    dialogue_say(dialogue, false, _("Nothing is missing any more."));
}
