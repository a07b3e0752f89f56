#include "reason.h"

#include "figure.h"
#include "lang.h"
#include "text.h"

#include <assert.h>

/* What the functions below share. */
struct list {
    const struct evaluation *evaluation;
    const struct indicator *indicator;
    const struct rating *rating;
    struct arena *arena;
    struct reason *out;
    size_t count;
};

static void add(struct list *list, const char *code, int level, const char *criterion,
                const char *text)
{
    assert(list->count < REASONS_MAX);
    list->out[list->count++] = (struct reason){code, level, criterion, text};
}

/* A value as people write it, from the arena: "3", "1,26". */
static const char *value_text(struct list *list, struct fraction value)
{
    struct text text = TEXT_EMPTY;
    figure_exact(&text, value);
    const char *copy = arena_string(list->arena, text.bytes);
    text_release(&text);
    return copy;
}

static const char *level_name(const struct list *list, int number)
{
    const struct level *level =
        instrument_level(list->evaluation->instrument, list->indicator, number);
    return level == NULL ? "" : level->name;
}

/* Why the assessor set the value: of the stage that counts, else as stated without stages; or NULL. */
static const char *verified_reason(const struct response *response)
{
    const struct verdict *verdict = assessment_verdict(response);
    return verdict != NULL ? verdict->reason : response->verified_reason;
}

/* The value on the main basis: missing, or set by an assessor. */
static void add_value_reasons(struct list *list, const struct response *response)
{
    enum basis main = list->evaluation->main;
    const char *reason = verified_reason(response);
    const struct rating *rating = list->rating;
    const char *value = value_text(list, rating->value);
    if (!rating->on[main].given) {
        add(list, "not_rated", rating->level, NULL,
            arena_format(list->arena, _("there is no %s; counted as %s"),
                         evaluation_basis_label(main), value));
    } else if (main == BASIS_VERIFIED && reason != NULL) {
        add(list, "verified", rating->level, NULL,
            arena_format(list->arena, _("an assessor set %s: %s"), value, reason));
    } else if (main == BASIS_VERIFIED) {
        add(list, "verified", rating->level, NULL,
            arena_format(list->arena, _("an assessor set %s and gave no reason"), value));
    }
}

/* Claim and support side by side, where both are there to compare. */
static void add_claim_reason(struct list *list)
{
    const struct rated *claimed = &list->rating->on[BASIS_CLAIMED];
    const struct rated *supported = &list->rating->on[BASIS_SUPPORTED];
    if (!claimed->given || !evaluation_has(list->evaluation, BASIS_SUPPORTED)) {
        return;
    }
    int order = fraction_compare(claimed->value, supported->value);
    int level = instrument_level_of(list->evaluation->instrument, list->indicator, claimed->value);
    const char *claim = value_text(list, claimed->value);
    const char *support = value_text(list, supported->value);
    if (order > 0) {
        add(list, "claim_above_support", level, NULL,
            arena_format(list->arena, _("%s is claimed; answers and evidence support %s"), claim,
                         support));
    } else if (order < 0) {
        add(list, "claim_below_support", level, NULL,
            arena_format(list->arena,
                         _("only %s is claimed, although answers and evidence support %s"), claim,
                         support));
    }
}

/* The criteria of a level that it waits for and that have an answer: the first `most` of them in `found`, and how
 * many there are. */
static size_t find_answers(const struct evaluation *evaluation, const struct level *level,
                           enum answer answer, const struct criterion **found, size_t most)
{
    size_t count = 0;
    for (uint32_t i = 0; i < level->criteria.count; i++) {
        uint32_t c = level->criteria.first + i;
        if (evaluation_waits(evaluation, c, answer)) {
            if (count < most) {
                found[count] = &evaluation->instrument->criteria[c];
            }
            count++;
        }
    }
    return count;
}

static void add_unmet(struct list *list, const struct level *level)
{
    const struct criterion *first = NULL;
    if (find_answers(list->evaluation, level, ANSWER_NO, &first, 1) > 0) {
        add(list, "unmet", level->number, first->id,
            arena_format(list->arena, _("level %d (%s) needs %s, which is not met: '%s'"),
                         level->number, level->name, first->id, first->text));
    }
}

static void add_unanswered(struct list *list, const struct level *level)
{
    enum { NAMED = 16 };
    const struct criterion *open[NAMED];
    size_t count = find_answers(list->evaluation, level, ANSWER_NONE, open, NAMED);
    if (count == 0) {
        return;
    }
    struct text ids = TEXT_EMPTY;
    for (size_t i = 0; i < count && i < NAMED; i++) {
        text_add(&ids, i == 0 ? "" : ", ");
        text_add(&ids, open[i]->id);
    }
    text_add(&ids, count > NAMED ? ", …" : "");
    add(list, "unanswered", level->number, open[0]->id,
        arena_format(list->arena, _("level %d (%s) waits for answers: %s"), level->number,
                     level->name, ids.bytes));
    text_release(&ids);
}

static void add_missing_evidence(struct list *list, const struct level *level,
                                 const struct standing *standing)
{
    unsigned least = list->evaluation->instrument->duty.at_least;
    if (standing->proven) {
        return;
    }
    if (standing->complete) {
        add(list, "unproven", level->number, NULL,
            arena_format(list->arena,
                         _("level %d (%s) is met but unproven; attach evidence that names its "
                           "criteria (%u of %u)"),
                         level->number, level->name, standing->evidence, least));
    } else {
        add(list, "no_evidence", level->number, NULL,
            arena_format(list->arena,
                         _("level %d (%s) also lacks evidence that names its criteria (%u of %u)"),
                         level->number, level->name, standing->evidence, least));
    }
}

/* Nothing was answered: what the next level asks for first. */
static void add_no_answers(struct list *list)
{
    const struct evaluation *evaluation = list->evaluation;
    const struct criterion *first = NULL;
    const struct level *next =
        list->rating->next == NOWHERE ? NULL : &evaluation->instrument->levels[list->rating->next];
    if (next == NULL || find_answers(evaluation, next, ANSWER_NONE, &first, 1) == 0) {
        add(list, "no_answers", list->rating->level, NULL,
            _("no criterion of this indicator has been answered"));
        return;
    }
    add(list, "no_answers", next->number, first->id,
        arena_format(list->arena,
                     _("no criterion of this indicator has been answered; level %d (%s) asks first "
                       "for %s: '%s'"),
                     next->number, next->name, first->id, first->text));
}

/* ---- items and outside indices ---- */

/* The supported value ends one level and begins the next: which name it has is a matter of reading. */
static void add_cut(struct list *list)
{
    const struct rated *supported = &list->rating->on[BASIS_SUPPORTED];
    struct span levels = list->indicator->levels;
    for (uint32_t i = 1; supported->given && i < levels.count; i++) {
        const struct level *level = &list->evaluation->instrument->levels[levels.first + i];
        if (fraction_compare(level->from, supported->value) == 0) {
            add(list, "on_cut", level->number, NULL,
                arena_format(list->arena,
                             _("%s lies exactly between level %d (%s) and level %d (%s); it is "
                               "counted as the upper one, which is a matter of reading"),
                             value_text(list, supported->value), level[-1].number, level[-1].name,
                             level->number, level->name));
        }
    }
}

/* The id of an item, "I01.2.e1", from the arena. */
static const char *item_id(struct list *list, const struct level *level, int number)
{
    return arena_format(list->arena, "%s.%d.e%d", list->indicator->id, level->number, number);
}

/* The items of a level that are not accepted: "I01.2.e1, I01.2.e3". */
static const char *missing_items(struct list *list, const struct response *response,
                                 const struct level *level)
{
    struct text ids = TEXT_EMPTY;
    for (size_t i = 0; i < level->item_count; i++) {
        const struct item *item = assessment_item(response, level->number, (int)i + 1);
        if (item == NULL || item->answer != ANSWER_YES) {
            text_format(&ids, "%s%s", ids.length == 0 ? "" : ", ",
                        item_id(list, level, (int)i + 1));
        }
    }
    const char *copy = arena_string(list->arena, ids.bytes);
    text_release(&ids);
    return copy;
}

/* Accepted items above the open level. */
static void add_not_open(struct list *list, int open)
{
    const struct evaluation *evaluation = list->evaluation;
    unsigned waiting = 0;
    uint32_t end = list->indicator->levels.first + list->indicator->levels.count;
    for (uint32_t i = (uint32_t)open + 1; i < end; i++) {
        waiting += evaluation->levels[i].accepted;
    }
    if (waiting > 0) {
        const struct level *level = &evaluation->instrument->levels[open];
        add(list, "not_open", level->number, NULL,
            arena_format(list->arena,
                         _("%u accepted items of higher levels do not count until every item of "
                           "level %d (%s) is accepted"),
                         waiting, level->number, level->name));
    }
}

static void add_items(struct list *list)
{
    const struct evaluation *evaluation = list->evaluation;
    int indicator = (int)(list->rating - evaluation->ratings);
    const struct response *response = &evaluation->assessment->responses[indicator];
    struct item_step step;
    if (!evaluation_next_item(evaluation, indicator, &step)) {
        add(list, "top", evaluation->instrument->level_highest, NULL,
            _("every item of every level is accepted"));
        return;
    }
    const struct level *level = &evaluation->instrument->levels[step.level];
    const char *first = item_id(list, level, step.number);
    bool given = list->rating->on[BASIS_SUPPORTED].given;
    add_cut(list);
    add_not_open(list, step.level);
    const char *format =
        given ? _("level %d (%s) waits for %s; %s ('%s') adds %s, and %s to the index")
              : _("no item has been answered; level %d (%s) begins with %s; %s ('%s') "
                  "adds %s, and %s to the index");
    add(list, given ? "items" : "no_items", level->number, first,
        arena_format(list->arena, format, level->number, level->name,
                     missing_items(list, response, level), first, step.text,
                     value_text(list, step.adds), value_text(list, step.gain)));
}

static void add_measure(struct list *list)
{
    const struct evaluation *evaluation = list->evaluation;
    const struct conversion *conversion = list->indicator->conversion;
    int indicator = (int)(list->rating - evaluation->ratings);
    const struct measure *measure =
        assessment_measure(&evaluation->assessment->responses[indicator], conversion->input);
    const struct rated *supported = &list->rating->on[BASIS_SUPPORTED];
    const char *value = value_text(list, supported->value);
    if (measure == NULL) {
        add(list, "no_measure", list->rating->level, NULL,
            arena_format(list->arena, _("the outside index %s is not given; counted as %s"),
                         conversion->input, value));
        return;
    }
    const char *index = value_text(list, measure->value);
    add(list, supported->given ? "measure" : "measure_range", list->rating->level, NULL,
        arena_format(list->arena,
                     supported->given
                         ? _("the outside index %s of %s is converted to %s")
                         : _("the outside index %s of %s lies outside its scale; counted as %s"),
                     conversion->input, index, value));
    if (list->rating->blocking == NOWHERE) {
        add(list, "top", evaluation->instrument->level_highest, NULL,
            _("the outside index is at the end of its scale"));
    }
    add_cut(list);
}

/* Says that answers and evidence wait for confirmation; false where none do. */
static bool add_carried(struct list *list)
{
    const struct evaluation *evaluation = list->evaluation;
    const char *carried =
        evaluation->assessment->responses[list->rating - evaluation->ratings].carried;
    if (carried != NULL) {
        add(list, "carried", list->rating->level, NULL,
            arena_format(list->arena,
                         _("what was carried over from %s waits for confirmation, and does not "
                           "count as supported until then"),
                         carried));
    }
    return carried != NULL;
}

/* What answers and evidence say. */
static void add_support_reasons(struct list *list)
{
    const struct evaluation *evaluation = list->evaluation;
    if (add_carried(list)) {
        return;
    }
    if (list->indicator->conversion != NULL) {
        add_measure(list);
        return;
    }
    if (evaluation->instrument->items) {
        add_items(list);
        return;
    }
    int blocking = list->rating->blocking;
    if (!list->rating->on[BASIS_SUPPORTED].given) {
        add_no_answers(list);
        return;
    }
    if (list->rating->computed != NULL) {
        add(list, "computed", list->rating->level, NULL, list->rating->computed);
        return;
    }
    int number = evaluation_supported_level(evaluation, (int)(list->rating - evaluation->ratings));
    const struct level *held = instrument_level(evaluation->instrument, list->indicator, number);
    if (blocking == NOWHERE) {
        add(list, "top", number, NULL,
            arena_format(list->arena, _("every level stands, up to %d (%s)"), number,
                         level_name(list, number)));
        return;
    }
    if (held != NULL && held->baseline) {
        add(list, "baseline", number, NULL,
            arena_format(list->arena, _("level %d (%s) is granted to everyone"), number,
                         held->name));
    }
    const struct level *level = &evaluation->instrument->levels[blocking];
    add_unmet(list, level);
    add_unanswered(list, level);
    add_missing_evidence(list, level, &evaluation->levels[blocking]);
}

size_t reason_list(const struct evaluation *evaluation, int indicator, struct arena *arena,
                   struct reason out[REASONS_MAX])
{
    struct list list = {
        .evaluation = evaluation,
        .indicator = &evaluation->instrument->indicators[indicator],
        .rating = &evaluation->ratings[indicator],
        .arena = arena,
        .out = out,
    };
    add_value_reasons(&list, &evaluation->assessment->responses[indicator]);
    add_claim_reason(&list);
    add_support_reasons(&list);
    assert(list.count > 0);
    return list.count;
}
