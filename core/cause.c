#include "cause.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* What tells most comes first. */
enum weight {
    WEIGHT_ANSWER,   /* another answer, or asked on one side only */
    WEIGHT_PROOF,    /* proven on one side only */
    WEIGHT_DOCUMENT, /* another document */
    WEIGHT_COUNT
};

/* What is filled, as far as there is room. */
struct list {
    struct cause *out;
    size_t room, found;
    bool all;           /* of whatever weight */
    enum weight weight; /* else of this one */
};

static enum weight weigh(const struct cause *cause)
{
    bool asked = cause->counts[0] != cause->counts[1];
    bool answered = cause->answers[0] != cause->answers[1];
    bool proven = (cause->documents[0] > 0) != (cause->documents[1] > 0);
    return asked || answered ? WEIGHT_ANSWER : proven ? WEIGHT_PROOF : WEIGHT_DOCUMENT;
}

static void list_add(struct list *list, const struct cause *cause)
{
    if (!list->all && weigh(cause) != list->weight) {
        return;
    }
    if (list->found < list->room) {
        list->out[list->found] = *cause;
    }
    list->found++;
}

/* ---- documents ------------------------------------------------------------------------------------ */

/* What a document may be put forward for. */
struct target {
    enum cause_kind kind;
    int indicator; /* position */
    int criterion; /* position */
    struct item_name item;
};

static bool supports(const struct compared_document *document, const struct target *target)
{
    bool found = false;
    if (document->indicator != target->indicator) {
        return false;
    }
    for (size_t i = 0; target->kind == CAUSE_CRITERION && i < document->support_count; i++) {
        found = found || document->supports[i] == target->criterion;
    }
    for (size_t i = 0; target->kind == CAUSE_ITEM && i < document->item_count; i++) {
        const struct item_name *item = &document->items[i];
        found = found || (item->level == target->item.level && item->number == target->item.number);
    }
    return found;
}

/* True when a document of that title is put forward for the target on a side. */
static bool has_document(const struct compared_side *side, const char *title,
                         const struct target *target)
{
    for (size_t i = 0; i < side->document_count; i++) {
        if (strcmp(side->documents[i].title, title) == 0 && supports(&side->documents[i], target)) {
            return true;
        }
    }
    return false;
}

/* Counts the documents for a target on a side; the first that `other` does not have (NULL: the first) goes to
 * `only`. */
static size_t count_documents(const struct compared_side *side, const struct compared_side *other,
                              const struct target *target, const struct compared_document **only)
{
    size_t count = 0;
    *only = NULL;
    for (size_t i = 0; i < side->document_count; i++) {
        const struct compared_document *document = &side->documents[i];
        if (supports(document, target)) {
            count++;
            if (*only == NULL && (other == NULL || !has_document(other, document->title, target))) {
                *only = document;
            }
        }
    }
    return count;
}

static void find_documents(const struct compared_side *old, const struct compared_side *new,
                           const struct target *target, struct cause *cause)
{
    const struct compared_document *gone = NULL, *came = NULL;
    cause->documents[1] = count_documents(new, old, target, &came);
    cause->documents[0] = count_documents(old, new, target, &gone);
    cause->document = came != NULL ? came : gone;
    cause->holder = came != NULL ? HOLDER_TO : gone != NULL ? HOLDER_FROM : HOLDER_NONE;
}

static void find_standing(const struct compared_side *side, const struct target *target,
                          struct cause *cause)
{
    cause->documents[0] = count_documents(side, NULL, target, &cause->document);
    cause->documents[1] = cause->documents[0];
    cause->holder = cause->document == NULL ? HOLDER_NONE : HOLDER_BOTH;
    cause->at_issue = true;
}

static bool differs(const struct cause *cause)
{
    return cause->counts[0] != cause->counts[1] || cause->answers[0] != cause->answers[1] ||
           cause->documents[0] != cause->documents[1] || cause->document != NULL;
}

/* ---- one cause ------------------------------------------------------------------------------------ */

/* The same side twice: what is at issue. */
static void complete(const struct compared_side *old, const struct compared_side *new,
                     const struct target *target, struct cause *cause)
{
    if (old == new) {
        find_standing(old, target, cause);
    } else {
        find_documents(old, new, target, cause);
    }
}

static void add_criterion(struct list *list, const struct compared_side *old,
                          const struct compared_side *new, size_t position)
{
    const struct criterion *criterion = &old->instrument->criteria[position];
    const struct target target = {
        .kind = CAUSE_CRITERION, .indicator = criterion->indicator, .criterion = (int)position};
    struct cause cause = {
        .kind = CAUSE_CRITERION,
        .level = old->instrument->levels[criterion->level].number,
        .text = criterion->text,
        .counts = {old->counts[position], new->counts[position]},
        .answers = {(enum answer)old->answers[position], (enum answer) new->answers[position]},
    };
    if (!cause.counts[0] && !cause.counts[1]) {
        return;
    }
    snprintf(cause.id, sizeof cause.id, "%s", criterion->id);
    complete(old, new, &target, &cause);
    if (cause.at_issue || differs(&cause)) {
        list_add(list, &cause);
    }
}

static void add_item(struct list *list, const struct compared_side *old,
                     const struct compared_side *new, size_t indicator, size_t level, size_t number)
{
    const struct level *about = &old->instrument->levels[level];
    size_t position = old->item_first[level] + number;
    const struct target target = {
        .kind = CAUSE_ITEM, .indicator = (int)indicator, .item = {about->number, (int)number + 1}};
    struct cause cause = {
        .kind = CAUSE_ITEM,
        .level = about->number,
        .text = about->evidence[number],
        .counts = {true, true},
        .answers = {(enum answer)old->items[position], (enum answer) new->items[position]},
        .points = about->points[number],
    };
    snprintf(cause.id, sizeof cause.id, "%s.%d.e%zu", old->instrument->indicators[indicator].id,
             about->number, number + 1);
    complete(old, new, &target, &cause);
    if (cause.at_issue || differs(&cause)) {
        list_add(list, &cause);
    }
}

static void add_level(struct list *list, const struct compared_side *old,
                      const struct compared_side *new, size_t indicator, size_t position,
                      enum cause_kind kind)
{
    const struct level *level = &old->instrument->levels[position];
    const struct span criteria = level->criteria;
    for (size_t c = criteria.first; kind == CAUSE_CRITERION && c < criteria.first + criteria.count;
         c++) {
        add_criterion(list, old, new, c);
    }
    for (size_t n = 0; kind == CAUSE_ITEM && level->points != NULL && n < level->item_count; n++) {
        add_item(list, old, new, indicator, position, n);
    }
}

static void add_measure(struct list *list, const struct compared_side *old,
                        const struct compared_side *new, size_t indicator)
{
    const struct conversion *conversion = old->instrument->indicators[indicator].conversion;
    struct cause cause = {.kind = CAUSE_MEASURE,
                          .text = "",
                          .counts = {true, true},
                          .measures = {old->measures[indicator], new->measures[indicator]}};
    const struct maybe *a = &cause.measures[0], *b = &cause.measures[1];
    if (conversion != NULL &&
        (a->given != b->given || (a->given && fraction_compare(a->value, b->value) != 0))) {
        snprintf(cause.id, sizeof cause.id, "%s", conversion->input);
        list_add(list, &cause);
    }
}

/* ---- lists ---------------------------------------------------------------------------------------- */

/* True when a level lies between two values: it is reached by the higher one, and not by the lower. */
static bool between(const struct level *level, struct fraction low, struct fraction high)
{
    int above = fraction_compare(level->from, high);
    bool whole = fraction_compare(level->from, level->to) == 0;
    return fraction_compare(low, high) < 0 && fraction_compare(level->to, low) > 0 &&
           (above < 0 || (whole && above == 0));
}

/* All that the levels between two values ask for, as it stands on a side. */
static void list_at_issue(struct list *list, const struct compared_side *side, size_t indicator,
                          struct fraction a, struct fraction b, enum cause_kind kind)
{
    const struct span levels = side->instrument->indicators[indicator].levels;
    bool rises = fraction_compare(a, b) < 0;
    for (uint32_t l = levels.first; l < levels.first + levels.count; l++) {
        if (between(&side->instrument->levels[l], rises ? a : b, rises ? b : a)) {
            add_level(list, side, side, indicator, l, kind);
        }
    }
}

static void list_changes(struct list *list, const struct compared_side *old,
                         const struct compared_side *new, size_t indicator, enum cause_kind kind)
{
    const struct span levels = old->instrument->indicators[indicator].levels;
    if (kind == CAUSE_MEASURE) {
        add_measure(list, old, new, indicator);
    }
    for (uint32_t l = levels.first; l < levels.first + levels.count; l++) {
        add_level(list, old, new, indicator, l, kind);
    }
}

size_t cause_list(const struct cause_pair *pair, enum cause_kind kind, struct cause *out,
                  size_t room)
{
    const struct comparison *comparison = pair->comparison;
    const struct compared_side *old = &comparison->sides[pair->from];
    const struct compared_side *new = &comparison->sides[pair->to];
    const struct rated *before = &old->ratings[pair->indicator].on[old->basis];
    const struct rated *after = &new->ratings[pair->indicator].on[new->basis];
    bool same = comparison_same(comparison, pair->from, pair->to);
    struct list list = {.out = out, .room = room, .all = same || room == 0};
    assert(comparison_pairs(comparison, pair->from, pair->to));
    if (pair->from == pair->to) {
        before = &old->ratings[pair->indicator].on[BASIS_CLAIMED];
        before = before->given ? before : after;
    }
    if (same) {
        list_at_issue(&list, old, pair->indicator, before->value, after->value, kind);
        return list.found;
    }
    for (int weight = 0; weight < (list.all ? 1 : WEIGHT_COUNT); weight++) {
        list.weight = (enum weight)weight;
        list_changes(&list, old, new, pair->indicator, kind);
    }
    return list.found;
}

size_t cause_count(const struct cause_pair *pair)
{
    return cause_list(pair, CAUSE_MEASURE, NULL, 0) + cause_list(pair, CAUSE_ITEM, NULL, 0) +
           cause_list(pair, CAUSE_CRITERION, NULL, 0);
}
