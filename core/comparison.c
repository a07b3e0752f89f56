#include "comparison.h"

#include "memory.h"
#include "reason.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void comparison_open(struct comparison *comparison)
{
    *comparison = (struct comparison){.comparable = true, .arena = ARENA_EMPTY};
}

void comparison_close(struct comparison *comparison)
{
    free(comparison->sides);
    arena_release(&comparison->arena);
    comparison_open(comparison);
}

/* ---- sides ---------------------------------------------------------------------------------------- */

static void *copy(struct arena *arena, const void *items, size_t count, size_t size)
{
    void *copied = arena_get(arena, count, size);
    if (count > 0) {
        memcpy(copied, items, count * size);
    }
    return copied;
}

static void copy_documents(struct compared_side *side, const struct assessment *assessment,
                           struct arena *arena)
{
    struct compared_document *list;
    for (size_t i = 0; i < side->instrument->indicator_count; i++) {
        side->document_count += assessment->responses[i].evidence_count;
    }
    side->documents = list = arena_get(arena, side->document_count, sizeof *list);
    for (size_t i = 0; i < side->instrument->indicator_count; i++) {
        const struct response *response = &assessment->responses[i];
        for (size_t e = 0; e < response->evidence_count; e++) {
            const struct evidence *evidence = &response->evidence[e];
            const char *title = evidence->title != NULL ? evidence->title : evidence->file;
            *list++ = (struct compared_document){
                .title = title == NULL ? "" : arena_string(arena, title),
                .pages = arena_string(arena, evidence->pages),
                .indicator = (int)i,
                .supports = copy(arena, evidence->supports, evidence->support_count,
                                 sizeof *evidence->supports),
                .support_count = evidence->support_count,
                .items =
                    copy(arena, evidence->items, evidence->item_count, sizeof *evidence->items),
                .item_count = evidence->item_count,
            };
        }
    }
}

static void copy_answers(struct compared_side *side, const struct evaluation *evaluation,
                         struct arena *arena)
{
    size_t count = side->instrument->criterion_count;
    unsigned char *answers = arena_get(arena, count, sizeof *answers);
    bool *counts = arena_get(arena, count, sizeof *counts);
    for (size_t i = 0; i < count; i++) {
        answers[i] = (unsigned char)evaluation_answer(evaluation, i);
        counts[i] = evaluation_counts(evaluation, &side->instrument->criteria[i]);
    }
    side->answers = answers;
    side->counts = counts;
}

/* The answers to the items that score, level by level. */
static void copy_items(struct compared_side *side, const struct evaluation *evaluation,
                       struct arena *arena)
{
    const struct instrument *instrument = side->instrument;
    uint32_t *first = arena_get(arena, instrument->level_count, sizeof *first);
    uint32_t count = 0;
    for (size_t l = 0; l < instrument->level_count; l++) {
        first[l] = count;
        count += (uint32_t)(instrument->items ? instrument->levels[l].item_count : 0);
    }
    unsigned char *items = arena_get(arena, count, sizeof *items);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct span levels = instrument->indicators[i].levels;
        for (uint32_t l = levels.first; count > 0 && l < levels.first + levels.count; l++) {
            const struct level *level = &instrument->levels[l];
            for (size_t n = 0; n < level->item_count; n++) {
                const struct item *item = assessment_item(&evaluation->assessment->responses[i],
                                                          level->number, (int)n + 1);
                items[first[l] + n] = (unsigned char)(item == NULL ? ANSWER_NONE : item->answer);
            }
        }
    }
    side->item_first = first;
    side->items = items;
}

/* Outside indices, units and states of work by indicator. */
static void copy_work(struct compared_side *side, const struct evaluation *evaluation,
                      struct arena *arena)
{
    size_t count = side->instrument->indicator_count;
    struct maybe *measures = arena_get(arena, count, sizeof *measures);
    unsigned char *states = arena_get(arena, count, sizeof *states);
    side->units = arena_get(arena, count, sizeof(const char *));
    for (size_t i = 0; i < count; i++) {
        const struct response *response = &evaluation->assessment->responses[i];
        const struct conversion *conversion = side->instrument->indicators[i].conversion;
        const struct measure *measure =
            conversion == NULL ? NULL : assessment_measure(response, conversion->input);
        measures[i] = measure == NULL ? (struct maybe){.given = false}
                                      : (struct maybe){.given = true, .value = measure->value};
        states[i] = (unsigned char)response->state;
        side->units[i] = arena_string(arena, response->unit);
    }
    side->measures = measures;
    side->states = states;
}

/* True when a word is among words that are separated by spaces. */
static bool is_among(const char *words, const char *word)
{
    const size_t length = strlen(word);
    for (const char *at = strstr(words, word); at != NULL; at = strstr(at + 1, word)) {
        if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0')) {
            return true;
        }
    }
    return false;
}

/* The first reason that speaks of what is missing, else how claim and support differ; NULL when there is none. */
static const char *find_reason(const struct evaluation *evaluation, size_t indicator,
                               struct arena *scratch)
{
    struct reason reasons[REASONS_MAX];
    size_t count = reason_list(evaluation, (int)indicator, scratch, reasons);
    const char *differs = NULL;
    for (size_t i = 0; i < count; i++) {
        if (is_among("claim_above_support claim_below_support", reasons[i].code)) {
            differs = reasons[i].text;
        } else if (!is_among("verified not_rated no_answers baseline top on_cut",
                             reasons[i].code)) {
            return reasons[i].text;
        }
    }
    return differs;
}

static void copy_reasons(struct compared_side *side, const struct evaluation *evaluation,
                         struct arena *arena, struct arena *scratch)
{
    size_t count = side->instrument->indicator_count;
    unsigned char *stages = arena_get(arena, count, sizeof *stages);
    side->stages = stages;
    side->verdicts = arena_get(arena, count, sizeof(const char *));
    side->reasons = arena_get(arena, count, sizeof(const char *));
    for (size_t i = 0; i < count; i++) {
        const struct response *response = &evaluation->assessment->responses[i];
        const struct verdict *verdict = assessment_verdict(response);
        stages[i] = (unsigned char)(verdict == NULL ? STAGE_COUNT : verdict->stage);
        side->verdicts[i] =
            arena_string(arena, verdict != NULL ? verdict->reason : response->verified_reason);
        side->reasons[i] = arena_string(arena, find_reason(evaluation, i, scratch));
    }
}

/* A new side; its instrument decides whether all can still be compared. */
static struct compared_side *new_side(struct comparison *comparison,
                                      const struct instrument *instrument)
{
    comparison->sides =
        memory_resize(comparison->sides, comparison->count + 1, sizeof *comparison->sides);
    struct compared_side *side = &comparison->sides[comparison->count];
    *side = (struct compared_side){.instrument = instrument};
    comparison->comparable =
        comparison->comparable &&
        (comparison->count == 0 || comparison->sides[0].instrument == instrument);
    comparison->count++;
    return side;
}

void comparison_add(struct comparison *comparison, const struct evaluation *evaluation,
                    const char *name, struct arena *scratch)
{
    struct arena *arena = &comparison->arena;
    const struct assessment *assessment = evaluation->assessment;
    const struct instrument *instrument = evaluation->instrument;
    struct compared_side *side = new_side(comparison, instrument);
    side->agency = arena_string(arena, assessment->agency[0] != '\0' ? assessment->agency : name);
    const char *folder = strrchr(name, '/');
    side->name = arena_string(arena, folder == NULL ? name : folder + 1);
    side->sha256 = arena_string(arena, assessment->sha256);
    side->kind = assessment->kind;
    side->year = assessment->year;
    side->basis = side->main = evaluation->main;
    memcpy(side->index, evaluation->index, sizeof side->index);
    side->domains =
        copy(arena, evaluation->domains, instrument->domain_count, sizeof *side->domains);
    side->aspects =
        copy(arena, evaluation->aspects, instrument->aspect_count, sizeof *side->aspects);
    side->ratings =
        copy(arena, evaluation->ratings, instrument->indicator_count, sizeof *side->ratings);
    side->levels = copy(arena, evaluation->levels, instrument->level_count, sizeof *side->levels);
    copy_answers(side, evaluation, arena);
    copy_items(side, evaluation, arena);
    copy_work(side, evaluation, arena);
    copy_documents(side, assessment, arena);
    copy_reasons(side, evaluation, arena, scratch);
}

void comparison_repeat(struct comparison *comparison, enum basis basis)
{
    assert(comparison->count > 0);
    struct compared_side last = comparison->sides[comparison->count - 1];
    struct compared_side *side = new_side(comparison, last.instrument);
    *side = last;
    side->basis = basis;
}

/* ---- one basis ------------------------------------------------------------------------------------ */

/* True when every side has something (or everything) on a basis. */
static bool all_have(const struct comparison *comparison, enum basis basis, bool everything)
{
    bool have = true;
    for (size_t i = 0; i < comparison->count; i++) {
        const struct index_value *index = &comparison->sides[i].index[basis];
        have = have && index->given > 0 && (!everything || index->given == index->of);
    }
    return have;
}

static bool share_main(const struct comparison *comparison)
{
    bool share = true;
    for (size_t i = 1; i < comparison->count; i++) {
        share = share && comparison->sides[i].main == comparison->sides[0].main;
    }
    return share;
}

void comparison_settle(struct comparison *comparison)
{
    static const enum basis order[] = {BASIS_VERIFIED, BASIS_SUPPORTED, BASIS_CLAIMED};
    enum basis chosen = BASIS_COUNT;
    for (size_t i = 0; i < BASIS_COUNT && chosen == BASIS_COUNT; i++) {
        chosen = all_have(comparison, order[i], true) ? order[i] : BASIS_COUNT;
    }
    if (chosen == BASIS_COUNT && comparison->count > 0 && share_main(comparison)) {
        chosen = comparison->sides[0].main;
    } else if (chosen == BASIS_COUNT) {
        chosen = all_have(comparison, BASIS_CLAIMED, false) ? BASIS_CLAIMED : BASIS_SUPPORTED;
    }
    bool alone = !comparison->comparable && chosen == BASIS_SUPPORTED &&
                 !all_have(comparison, BASIS_SUPPORTED, false);
    for (size_t i = 0; i < comparison->count; i++) {
        comparison->sides[i].basis = alone ? comparison->sides[i].main : chosen;
    }
}

/* ---- differences ---------------------------------------------------------------------------------- */

int comparison_year(const struct comparison *comparison)
{
    int year = 0;
    for (size_t i = 0; i < comparison->count; i++) {
        year = comparison->sides[i].year > year ? comparison->sides[i].year : year;
    }
    return year;
}

bool comparison_index(const struct comparison *comparison, size_t from, size_t to,
                      struct fraction *delta)
{
    const struct compared_side *old = &comparison->sides[from], *new = &comparison->sides[to];
    return comparison_pairs(comparison, from, to) &&
           fraction_subtract(new->index[new->basis].exact, old->index[old->basis].exact, delta);
}

bool comparison_value(const struct comparison *comparison, size_t from, size_t to, size_t indicator,
                      struct compared_value *value)
{
    const struct compared_side *old = &comparison->sides[from], *new = &comparison->sides[to];
    const struct instrument *instrument = old->instrument;
    assert(comparison_pairs(comparison, from, to));
    const struct rated *before = &old->ratings[indicator].on[old->basis];
    const struct rated *after = &new->ratings[indicator].on[new->basis];
    *value = (struct compared_value){
        .from = before->value, .to = after->value, .given = {before->given, after->given}};
    return fraction_subtract(value->to, value->from, &value->delta) &&
           fraction_multiply(
               value->delta,
               fraction_make(instrument->indicators[indicator].units, instrument->units_total),
               &value->contribution);
}

bool comparison_pairs(const struct comparison *comparison, size_t a, size_t b)
{
    return comparison->sides[a].instrument == comparison->sides[b].instrument;
}

bool comparison_same(const struct comparison *comparison, size_t a, size_t b)
{
    const struct compared_side *one = &comparison->sides[a], *other = &comparison->sides[b];
    return one->answers == other->answers ||
           (one->instrument == other->instrument && one->sha256[0] != '\0' &&
            strcmp(one->sha256, other->sha256) == 0);
}

bool comparison_judged(const struct compared_side *side, size_t indicator)
{
    return side->basis == BASIS_VERIFIED && side->verdicts[indicator] != NULL;
}

const char *comparison_reason(const struct compared_side *side, size_t indicator)
{
    return comparison_judged(side, indicator) ? side->verdicts[indicator]
                                              : side->reasons[indicator];
}

bool comparison_needs_names(const struct comparison *comparison)
{
    bool needs = false;
    for (size_t i = 1; i < comparison->count; i++) {
        for (size_t j = 0; j < i; j++) {
            const struct compared_side *a = &comparison->sides[i], *b = &comparison->sides[j];
            needs = needs || (a->year == b->year && a->basis == b->basis &&
                              strcmp(a->agency, b->agency) == 0);
        }
    }
    return needs;
}

void comparison_order(const struct comparison *comparison, size_t from, size_t to, size_t *order)
{
    size_t count = comparison->sides[from].instrument->indicator_count;
    struct fraction *sizes = memory_zero(count, sizeof *sizes);
    for (size_t i = 0; i < count; i++) {
        struct compared_value value;
        bool known = comparison_value(comparison, from, to, i, &value);
        sizes[i] = known ? value.contribution : fraction_whole(0);
        sizes[i].num = sizes[i].num < 0 ? -sizes[i].num : sizes[i].num;
        size_t at = i;
        for (; at > 0 && fraction_compare(sizes[i], sizes[order[at - 1]]) > 0; at--) {
            order[at] = order[at - 1];
        }
        order[at] = i;
    }
    free(sizes);
}
