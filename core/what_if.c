#include "what_if.h"

#include "edit.h"
#include "message.h"

#include <string.h>

/* ---- what was typed ---- */

static bool read_value(struct what_change *change, const struct evaluation *before, const char *id,
                       const char *word, struct error *err)
{
    const struct instrument *instrument = before->instrument;
    change->criterion = NOWHERE;
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

static bool read_answer(struct what_change *change, const struct evaluation *before, const char *id,
                        const char *word, struct error *err)
{
    const char *fact = NULL;
    change->acts = BASIS_SUPPORTED;
    change->criterion = edit_criterion(before->instrument, id, err);
    if (change->criterion == NOWHERE) {
        return false;
    }
    change->indicator = before->instrument->criteria[change->criterion].indicator;
    if (!edit_answer_fact(id, word, &fact, err)) {
        return false;
    }
    change->answer = fact == NULL ? ANSWER_NONE : strcmp(fact, "yes") == 0 ? ANSWER_YES : ANSWER_NO;
    return true;
}

/* An id with a point is that of a criterion. */
static bool read_change(struct what_change *change, const struct evaluation *before,
                        const char *word, struct arena *arena, struct error *err)
{
    const char *sign = strchr(word, '=');
    change->word = word;
    if (sign == NULL || sign == word || sign[1] == '\0') {
        return error_set(err, M_WHAT_FORM, NULL, word);
    }
    char *id = arena_copy(arena, word, (size_t)(sign - word));
    id[0] = id[0] == 'i' ? 'I' : id[0];
    return strchr(id, '.') != NULL ? read_answer(change, before, id, sign + 1, err)
                                   : read_value(change, before, id, sign + 1, err);
}

static bool read_changes(struct what_if *out, char *const *words, struct arena *arena,
                         struct error *err)
{
    while (words[out->change_count] != NULL) {
        out->change_count++;
    }
    out->changes = arena_get(arena, out->change_count + 1, sizeof *out->changes);
    for (size_t i = 0; i < out->change_count; i++) {
        struct what_change *change = &out->changes[i];
        if (!read_change(change, out->before, words[i], arena, err)) {
            return false;
        }
        for (size_t j = 0; j < i; j++) {
            if (out->changes[j].indicator == change->indicator &&
                out->changes[j].criterion == change->criterion) {
                return error_set(err, M_WHAT_TWICE, NULL, out->changes[j].word, change->word);
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

/* Everything up to a level met and proven, and the first criterion of the year above it not. */
static void support(struct assessment *assessment, const struct evaluation *before, int indicator,
                    int level, struct arena *arena)
{
    const struct instrument *instrument = assessment->instrument;
    struct span levels = instrument->indicators[indicator].levels;
    int *met = arena_get(arena, instrument->criterion_count + 1, sizeof *met);
    size_t count = 0;
    bool above = false;
    for (uint32_t i = levels.first; i < levels.first + levels.count; i++) {
        struct span criteria = instrument->levels[i].criteria;
        for (uint32_t c = criteria.first; c < criteria.first + criteria.count; c++) {
            if (!instrument_holds(instrument->criteria[c].years, before->year)) {
                continue;
            }
            if (instrument->levels[i].number <= level) {
                assessment->answers[c] = ANSWER_YES;
                met[count++] = (int)c;
            } else if (!above) {
                assessment->answers[c] = ANSWER_NO;
                above = true;
            }
        }
    }
    add_evidence(&assessment->responses[indicator], met, count, instrument->duty.at_least, arena);
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

static void apply(struct assessment *assessment, const struct evaluation *before,
                  const struct what_change *change, struct arena *arena)
{
    struct response *response = &assessment->responses[change->indicator];
    if (change->criterion != NOWHERE) {
        assessment->answers[change->criterion] = (unsigned char)change->answer;
    } else if (change->acts == BASIS_CLAIMED) {
        response->claimed = change->value;
    } else if (change->acts == BASIS_VERIFIED) {
        response->verified = change->value;
    } else if (change->value.given) {
        support(assessment, before, change->indicator, (int)change->value.value.num, arena);
    } else {
        clear_support(assessment, change->indicator);
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

struct fraction what_if_change(struct fraction before, struct fraction after)
{
    struct fraction change = {0, 1};
    if (!fraction_subtract(after, before, &change)) {
        change = fraction_whole(0);
    }
    return change;
}

/* What one change does alone. Its evaluation is forgotten at once: there may be many. */
static bool try_alone(struct what_if *out, size_t position, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct evaluation alone;
    bool done = evaluate(&alone, out, position, 1, &arena, err);
    for (int b = 0; done && b < BASIS_COUNT; b++) {
        out->changes[position].effect[b] =
            what_if_change(out->before->index[b].exact, alone.index[b].exact);
    }
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
           range_make(&out->range_before, before, arena, err) &&
           range_make(&out->range_after, &out->after, arena, err);
}
