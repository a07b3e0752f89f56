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
                .indicator = (int)i,
                .supports = copy(arena, evidence->supports, evidence->support_count,
                                 sizeof *evidence->supports),
                .support_count = evidence->support_count,
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

/* The first reason that speaks of what is missing; NULL when there is none. */
static const char *find_reason(const struct evaluation *evaluation, size_t indicator,
                               struct arena *scratch)
{
    struct reason reasons[REASONS_MAX];
    size_t count = reason_list(evaluation, (int)indicator, scratch, reasons);
    for (size_t i = 0; i < count; i++) {
        const char *code = reasons[i].code;
        if (strcmp(code, "verified") != 0 && strcmp(code, "not_rated") != 0 &&
            strcmp(code, "no_answers") != 0) {
            return reasons[i].text;
        }
    }
    return NULL;
}

static void copy_reasons(struct compared_side *side, const struct evaluation *evaluation,
                         struct arena *arena, struct arena *scratch)
{
    size_t count = side->instrument->indicator_count;
    side->verdicts = arena_get(arena, count, sizeof(const char *));
    side->reasons = arena_get(arena, count, sizeof(const char *));
    for (size_t i = 0; i < count; i++) {
        const struct response *response = &evaluation->assessment->responses[i];
        const struct verdict *verdict = assessment_verdict(response);
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
    copy_answers(side, evaluation, arena);
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
    for (size_t i = 0; i < comparison->count; i++) {
        comparison->sides[i].basis = chosen;
    }
}

/* ---- differences ---------------------------------------------------------------------------------- */

bool comparison_index(const struct comparison *comparison, size_t from, size_t to,
                      struct fraction *delta)
{
    const struct compared_side *old = &comparison->sides[from], *new = &comparison->sides[to];
    return comparison->comparable &&
           fraction_subtract(new->index[new->basis].exact, old->index[old->basis].exact, delta);
}

bool comparison_value(const struct comparison *comparison, size_t from, size_t to, size_t indicator,
                      struct compared_value *value)
{
    const struct compared_side *old = &comparison->sides[from], *new = &comparison->sides[to];
    const struct instrument *instrument = old->instrument;
    assert(comparison->comparable);
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

static bool supports(const struct compared_document *document, int criterion)
{
    for (size_t i = 0; i < document->support_count; i++) {
        if (document->supports[i] == criterion) {
            return true;
        }
    }
    return false;
}

/* True when a document of that title supports the criterion on a side. */
static bool has_document(const struct compared_side *side, const char *title, int criterion)
{
    for (size_t i = 0; i < side->document_count; i++) {
        if (supports(&side->documents[i], criterion) &&
            strcmp(side->documents[i].title, title) == 0) {
            return true;
        }
    }
    return false;
}

/* Counts the documents for a criterion on a side; the first that the other side does not have is noted. */
static size_t count_documents(const struct compared_side *side, const struct compared_side *other,
                              int criterion, const char **only)
{
    size_t count = 0;
    for (size_t i = 0; i < side->document_count; i++) {
        const struct compared_document *document = &side->documents[i];
        if (supports(document, criterion)) {
            count++;
            if (*only == NULL && !has_document(other, document->title, criterion)) {
                *only = document->title;
            }
        }
    }
    return count;
}

/* Fills in a criterion; false when nothing is different about it. */
static bool compare_criterion(const struct compared_side *old, const struct compared_side *new,
                              size_t position, struct compared_criterion *out)
{
    *out = (struct compared_criterion){
        .criterion = &old->instrument->criteria[position],
        .counts = {old->counts[position], new->counts[position]},
        .answers = {(enum answer)old->answers[position], (enum answer) new->answers[position]},
    };
    if (!out->counts[0] && !out->counts[1]) {
        return false;
    }
    out->documents[1] = count_documents(new, old, (int)position, &out->document);
    out->documents[0] = count_documents(old, new, (int)position, &out->document);
    return out->counts[0] != out->counts[1] || out->answers[0] != out->answers[1] ||
           out->documents[0] != out->documents[1] || out->document != NULL;
}

size_t comparison_criteria(const struct comparison *comparison, size_t from, size_t to,
                           size_t indicator, struct compared_criterion *out, size_t room)
{
    const struct compared_side *old = &comparison->sides[from], *new = &comparison->sides[to];
    const struct instrument *instrument = old->instrument;
    const struct span levels = instrument->indicators[indicator].levels;
    size_t found = 0;
    assert(comparison->comparable);
    for (uint32_t l = levels.first; l < levels.first + levels.count; l++) {
        const struct span criteria = instrument->levels[l].criteria;
        for (uint32_t c = criteria.first; c < criteria.first + criteria.count; c++) {
            struct compared_criterion one;
            if (compare_criterion(old, new, c, &one)) {
                if (found < room) {
                    out[found] = one;
                }
                found++;
            }
        }
    }
    return found;
}

const char *comparison_reason(const struct compared_side *side, size_t indicator)
{
    bool verdict = side->basis == BASIS_VERIFIED && side->verdicts[indicator] != NULL;
    return verdict ? side->verdicts[indicator] : side->reasons[indicator];
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
