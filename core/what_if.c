#include "what_if.h"

#include "edit.h"
#include "edit_score.h"
#include "message.h"

#include <string.h>

/* ---- what was typed ---- */

static bool read_value(struct what_change *change, const struct evaluation *before, const char *id,
                       const char *word, struct error *err)
{
    const struct instrument *instrument = before->instrument;
    change->acts = before->main;
    change->indicator = edit_indicator(instrument, id, err);
    if (change->indicator == NOWHERE) {
        return false;
    }
    if (change->acts == BASIS_SUPPORTED && instrument->items) {
        return error_set(err, M_WHAT_ITEMS, NULL, change->word, id);
    }
    change->value.given = strcmp(word, "-") != 0;
    return !change->value.given ||
           edit_read_value(instrument, &instrument->indicators[change->indicator], word,
                           &change->value.value, err);
}

static bool read_word(struct what_change *change, const char *id, const char *word,
                      struct error *err)
{
    const char *fact = NULL;
    change->acts = BASIS_SUPPORTED;
    if (!edit_answer_fact(id, word, &fact, err)) {
        return false;
    }
    change->answer = fact == NULL ? ANSWER_NONE : strcmp(fact, "yes") == 0 ? ANSWER_YES : ANSWER_NO;
    return true;
}

static bool read_answer(struct what_change *change, const struct instrument *instrument,
                        const char *id, const char *word, struct error *err)
{
    change->kind = WHAT_ANSWER;
    change->criterion = edit_criterion(instrument, id, err);
    if (change->criterion == NOWHERE) {
        return false;
    }
    change->indicator = instrument->criteria[change->criterion].indicator;
    return read_word(change, id, word, err);
}

static bool read_item(struct what_change *change, const struct instrument *instrument,
                      const char *id, const char *word, struct error *err)
{
    struct score_subject named;
    change->kind = WHAT_ITEM;
    if (!edit_score_subject(instrument, id, &named) || named.item == 0) {
        return error_set(err, M_EDIT_ITEM, id, instrument->id);
    }
    change->indicator = named.indicator;
    change->level = named.level;
    change->item = named.item;
    return read_word(change, id, word, err);
}

/* The outside index of the change's indicator. */
static bool read_measure(struct what_change *change, const struct instrument *instrument,
                         const char *word, struct error *err)
{
    change->kind = WHAT_MEASURE;
    change->acts = BASIS_SUPPORTED;
    change->value.given = strcmp(word, "-") != 0;
    return !change->value.given ||
           edit_score_read_measure(&instrument->indicators[change->indicator], word,
                                   &change->value.value, err);
}

/* "I05/indeks_sdi": the index of one indicator. */
static bool read_named(struct what_change *change, const struct instrument *instrument,
                       const char *id, const char *word, struct arena *arena, struct error *err)
{
    const char *key = strchr(id, '/') + 1;
    change->indicator =
        edit_indicator(instrument, arena_copy(arena, id, (size_t)(key - 1 - id)), err);
    if (change->indicator == NOWHERE) {
        return false;
    }
    const struct indicator *about = &instrument->indicators[change->indicator];
    if (about->conversion != NULL && strcmp(key, about->conversion->input) != 0) {
        return error_set(err, M_EDIT_MEASURE_KEY, about->id, about->conversion->input, key);
    }
    return read_measure(change, instrument, word, err);
}

/* ---- the list of changes ---- */

/* What is being read. */
struct reading_list {
    struct what_if *what;
    size_t room;
    struct arena *arena;
};

/* A new change at the end of the list, of a value until it is read to be something else. */
static struct what_change *add_change(struct reading_list *list, const char *word)
{
    struct what_if *what = list->what;
    if (what->change_count == list->room) {
        size_t room = list->room * 2 + 8;
        struct what_change *grown = arena_get(list->arena, room, sizeof *grown);
        if (list->room > 0) {
            memcpy(grown, what->changes, list->room * sizeof *grown);
        }
        what->changes = grown;
        list->room = room;
    }
    struct what_change *change = &what->changes[what->change_count++];
    *change = (struct what_change){.word = word, .criterion = NOWHERE, .level = NOWHERE};
    return change;
}

/* A change for each indicator that an outside index scores; how many there are. */
static size_t add_measures(struct reading_list *list, const char *key, const char *word,
                           const char *value, struct error *err)
{
    const struct instrument *instrument = list->what->before->instrument;
    size_t count = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct conversion *conversion = instrument->indicators[i].conversion;
        if (conversion != NULL && strcmp(conversion->input, key) == 0) {
            struct what_change *change = add_change(list, word);
            change->indicator = (int)i;
            count++;
            if (!read_measure(change, instrument, value, err)) {
                break;
            }
        }
    }
    return count;
}

/* An id with a point is that of a criterion or an item; one with a stroke, of an outside index. */
static bool read_change(struct reading_list *list, const char *word, struct error *err)
{
    const struct evaluation *before = list->what->before;
    const char *sign = strchr(word, '=');
    if (sign == NULL || sign == word || sign[1] == '\0') {
        return error_set(err, M_WHAT_FORM, NULL, word);
    }
    char *id = arena_copy(list->arena, word, (size_t)(sign - word));
    if (add_measures(list, id, word, sign + 1, err) > 0) {
        return !error_is_set(err);
    }
    struct what_change *change = add_change(list, word);
    id[0] = id[0] == 'i' && id[1] >= '0' && id[1] <= '9' ? 'I' : id[0];
    return edit_score_is_item(id)    ? read_item(change, before->instrument, id, sign + 1, err)
           : strchr(id, '.') != NULL ? read_answer(change, before->instrument, id, sign + 1, err)
           : strchr(id, '/') != NULL
               ? read_named(change, before->instrument, id, sign + 1, list->arena, err)
               : read_value(change, before, id, sign + 1, err);
}

/* Whether two changes are of the same thing. */
static bool is_same(const struct what_change *one, const struct what_change *other)
{
    return one->kind == other->kind && one->indicator == other->indicator &&
           one->criterion == other->criterion && one->level == other->level &&
           one->item == other->item;
}

static bool read_changes(struct what_if *out, char *const *words, struct arena *arena,
                         struct error *err)
{
    struct reading_list list = {out, 0, arena};
    for (; *words != NULL; words++) {
        size_t first = out->change_count;
        if (!read_change(&list, *words, err)) {
            return false;
        }
        for (size_t i = first; i < out->change_count; i++) {
            for (size_t j = 0; j < i; j++) {
                if (is_same(&out->changes[j], &out->changes[i])) {
                    return error_set(err, M_WHAT_TWICE, NULL, out->changes[j].word, *words);
                }
            }
        }
    }
    return true;
}

/* ---- changes in memory ---- */

/* The same assessment, with responses and answers of its own. */
static struct assessment copy_of(const struct assessment *from, struct arena *arena)
{
    struct assessment copy = *from;
    size_t indicators = from->instrument->indicator_count;
    size_t criteria = from->instrument->criterion_count;
    copy.arena = arena;
    copy.responses = arena_get(arena, indicators + 1, sizeof *copy.responses);
    copy.answers = arena_get(arena, criteria + 1, sizeof *copy.answers);
    memcpy(copy.responses, from->responses, indicators * sizeof *copy.responses);
    memcpy(copy.answers, from->answers, criteria * sizeof *copy.answers);
    return copy;
}

/* Adds items of evidence that support these criteria. */
static void add_evidence(struct response *response, const int *criteria, size_t count,
                         unsigned items, struct arena *arena)
{
    size_t had = response->evidence_count;
    struct evidence *list = arena_get(arena, had + items + 1, sizeof *list);
    if (had > 0) {
        memcpy(list, response->evidence, had * sizeof *list);
    }
    for (unsigned i = 0; i < items; i++) {
        list[had + i] = (struct evidence){.supports = criteria, .support_count = count};
    }
    response->evidence = list;
    response->evidence_count = had + items;
}

/* True when a criterion is asked, so that a level can fail by it. */
static bool is_asked(const struct evaluation *before, const struct criterion *criterion)
{
    return evaluation_counts(before, criterion) && criterion->demand != DEMAND_NEVER;
}

/* The first criterion that is asked above a level is not met, nor another of its group. */
static void fail_above(struct assessment *assessment, const struct evaluation *before,
                       struct span criteria, bool *failed)
{
    const struct criterion *all = assessment->instrument->criteria;
    const struct criterion *first = NULL;
    for (uint32_t c = criteria.first; c < criteria.first + criteria.count && !*failed; c++) {
        first = first == NULL && is_asked(before, &all[c]) ? &all[c] : first;
        if (first != NULL &&
            (&all[c] == first || (first->demand == DEMAND_GROUP && all[c].demand == DEMAND_GROUP &&
                                  strcmp(all[c].group, first->group) == 0))) {
            assessment->answers[c] = ANSWER_NO;
        }
    }
    *failed = *failed || first != NULL;
}

/* Everything up to a level met, proven and confirmed, and the next that is asked above it not. */
static void support(struct assessment *assessment, const struct evaluation *before, int indicator,
                    int level, struct arena *arena)
{
    const struct instrument *instrument = assessment->instrument;
    struct span levels = instrument->indicators[indicator].levels;
    int *met = arena_get(arena, instrument->criterion_count + 1, sizeof *met);
    size_t count = 0;
    bool failed = false;
    for (uint32_t i = levels.first; i < levels.first + levels.count; i++) {
        struct span criteria = instrument->levels[i].criteria;
        if (instrument->levels[i].number > level) {
            fail_above(assessment, before, criteria, &failed);
            continue;
        }
        for (uint32_t c = criteria.first; c < criteria.first + criteria.count; c++) {
            if (evaluation_counts(before, &instrument->criteria[c])) {
                assessment->answers[c] = ANSWER_YES;
                met[count++] = (int)c;
            }
        }
    }
    add_evidence(&assessment->responses[indicator], met, count, instrument->duty.at_least, arena);
    assessment->responses[indicator].carried = NULL;
}

/* Takes every answer and all evidence of an indicator away. */
static void clear_support(struct assessment *assessment, int indicator)
{
    const struct instrument *instrument = assessment->instrument;
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        if (instrument->criteria[c].indicator == indicator) {
            assessment->answers[c] = ANSWER_NONE;
        }
    }
    assessment->responses[indicator].evidence_count = 0;
}

/* The answers to items with one of them as it is changed. */
static void set_item(struct response *response, int level, size_t number, enum answer answer,
                     struct arena *arena)
{
    struct item *list = arena_get(arena, response->item_count + 1, sizeof *list);
    size_t at = 0;
    for (size_t i = 0; i < response->item_count; i++) {
        list[i] = response->items[i];
    }
    while (at < response->item_count &&
           (list[at].level != level || list[at].number != (int)number)) {
        at++;
    }
    response->item_count += at == response->item_count;
    list[at] = (struct item){.level = level, .number = (int)number, .answer = answer};
    response->items = list;
}

/* The outside indices without the one that is changed, and with its new value where there is one. */
static void set_measure(struct response *response, const char *key, struct maybe value,
                        struct arena *arena)
{
    struct measure *list = arena_get(arena, response->measure_count + 1, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < response->measure_count; i++) {
        if (strcmp(response->measures[i].key, key) != 0) {
            list[count++] = response->measures[i];
        }
    }
    if (value.given) {
        list[count++] = (struct measure){key, value.value};
    }
    response->measures = list;
    response->measure_count = count;
}

/* A value of an indicator. */
static void apply_value(struct assessment *assessment, const struct evaluation *before,
                        const struct what_change *change, struct arena *arena)
{
    struct response *response = &assessment->responses[change->indicator];
    if (change->acts == BASIS_CLAIMED) {
        response->claimed = change->value;
    } else if (change->acts == BASIS_VERIFIED) {
        response->verified = change->value;
    } else if (change->value.given) {
        support(assessment, before, change->indicator, (int)change->value.value.num, arena);
    } else {
        clear_support(assessment, change->indicator);
    }
}

static void apply(struct assessment *assessment, const struct evaluation *before,
                  const struct what_change *change, struct arena *arena)
{
    const struct instrument *instrument = assessment->instrument;
    struct response *response = &assessment->responses[change->indicator];
    switch (change->kind) {
    case WHAT_VALUE:
        apply_value(assessment, before, change, arena);
        break;
    case WHAT_ANSWER:
        assessment->answers[change->criterion] = (unsigned char)change->answer;
        break;
    case WHAT_ITEM:
        set_item(response, instrument->levels[change->level].number, change->item, change->answer,
                 arena);
        break;
    case WHAT_MEASURE:
        set_measure(response, instrument->indicators[change->indicator].conversion->input,
                    change->value, arena);
        break;
    }
}

/* Evaluates with `count` changes from `first` on. */
static bool evaluate(struct evaluation *after, const struct what_if *what, size_t first,
                     size_t count, struct arena *arena, struct error *err)
{
    struct assessment *copy = arena_get(arena, 1, sizeof *copy);
    *copy = copy_of(what->before->assessment, arena);
    for (size_t i = first; i < first + count; i++) {
        apply(copy, what->before, &what->changes[i], arena);
    }
    return evaluation_run(after, copy, (int)what->before->main, arena, err);
}

/* ---- the whole ---- */

/* The differences of the index on each basis. */
static bool subtract(const struct evaluation *before, const struct evaluation *after,
                     struct fraction change[BASIS_COUNT], struct error *err)
{
    for (int b = 0; b < BASIS_COUNT; b++) {
        if (!fraction_subtract(after->index[b].exact, before->index[b].exact, &change[b])) {
            return error_set(err, M_EVALUATION_RANGE, "$.answers");
        }
    }
    return true;
}

/* What one change does alone. Its evaluation is forgotten at once: there may be many. */
static bool try_alone(struct what_if *out, size_t position, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct evaluation alone;
    bool done = evaluate(&alone, out, position, 1, &arena, err) &&
                subtract(out->before, &alone, out->changes[position].effect, err);
    arena_release(&arena);
    return done;
}

bool what_if_make(struct what_if *out, const struct evaluation *before, char *const *words,
                  struct arena *arena, struct error *err)
{
    *out = (struct what_if){.before = before};
    if (!read_changes(out, words, arena, err)) {
        return false;
    }
    for (size_t i = 0; i < out->change_count; i++) {
        if (!try_alone(out, i, err)) {
            return false;
        }
    }
    return evaluate(&out->after, out, 0, out->change_count, arena, err) &&
           subtract(before, &out->after, out->change, err) &&
           range_make(&out->range_before, before, arena, err) &&
           range_make(&out->range_after, &out->after, arena, err);
}
