#include "interval.h"

#include <string.h>

/* A copy whose responses and answers can be changed, with nothing pending. */
static struct assessment copy_of(const struct assessment *assessment, struct arena *arena)
{
    const struct instrument *instrument = assessment->instrument;
    struct assessment copy = *assessment;
    copy.responses = arena_get(arena, instrument->indicator_count + 1, sizeof *copy.responses);
    copy.answers = arena_get(arena, instrument->criterion_count + 1, sizeof *copy.answers);
    memcpy(copy.responses, assessment->responses,
           instrument->indicator_count * sizeof *copy.responses);
    memcpy(copy.answers, assessment->answers, instrument->criterion_count * sizeof *copy.answers);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        copy.responses[i].carried = NULL;
    }
    return copy;
}

static bool compute(const struct assessment *assessment, struct arena *arena,
                    struct index_value *out, struct error *err)
{
    struct evaluation evaluation;
    bool ok = evaluation_run(&evaluation, assessment, BASIS_SUPPORTED, arena, err);
    *out = ok ? evaluation.index[BASIS_SUPPORTED] : (struct index_value){.of = 0};
    return ok;
}

/* ---- the best that can still come ---- */

/* Documents enough for every level of an indicator, behind those that are there. */
static void prove_all(const struct instrument *instrument, const struct indicator *indicator,
                      struct response *response, struct arena *arena)
{
    size_t more = instrument->duty.at_least;
    int *criteria = arena_get(arena, instrument->criterion_count + 1, sizeof *criteria);
    size_t count = 0;
    for (uint32_t l = 0; l < indicator->levels.count; l++) {
        struct span span = instrument->levels[indicator->levels.first + l].criteria;
        for (uint32_t c = 0; c < span.count; c++) {
            criteria[count++] = (int)(span.first + c);
        }
    }
    struct evidence *items = arena_get(arena, response->evidence_count + more + 1, sizeof *items);
    if (response->evidence_count > 0) {
        memcpy(items, response->evidence, response->evidence_count * sizeof *items);
    }
    for (size_t i = 0; i < more; i++) {
        items[response->evidence_count + i] =
            (struct evidence){.supports = criteria, .support_count = count};
    }
    response->evidence = items;
    response->evidence_count += more;
}

/* Accepts every item that nobody answered. */
static void accept_all(const struct instrument *instrument, const struct indicator *indicator,
                       struct response *response, struct arena *arena)
{
    size_t most = response->item_count;
    for (uint32_t l = 0; l < indicator->levels.count; l++) {
        most += instrument->levels[indicator->levels.first + l].item_count;
    }
    struct item *items = arena_get(arena, most + 1, sizeof *items);
    size_t count = 0;
    for (uint32_t l = 0; l < indicator->levels.count; l++) {
        const struct level *level = &instrument->levels[indicator->levels.first + l];
        for (int number = 1; number <= (int)level->item_count; number++) {
            const struct item *known = assessment_item(response, level->number, number);
            bool refused = known != NULL && known->answer == ANSWER_NO;
            items[count++] = (struct item){.level = level->number,
                                           .number = number,
                                           .answer = refused ? ANSWER_NO : ANSWER_YES};
        }
    }
    response->items = items;
    response->item_count = count;
}

/* The outside index that gives the most, where none is given. */
static void measure_best(const struct indicator *indicator, struct response *response,
                         struct arena *arena)
{
    const struct conversion *conversion = indicator->conversion;
    struct measure *best = arena_get(arena, 1, sizeof *best);
    struct fraction most = conversion->lines[0].low;
    if (assessment_measure(response, conversion->input) != NULL) {
        return;
    }
    *best = (struct measure){conversion->input, conversion->lines[0].from};
    for (size_t i = 0; i < conversion->line_count; i++) {
        const struct line *line = &conversion->lines[i];
        if (fraction_compare(line->high, most) > 0) {
            most = line->high;
            best->value = line->to;
        }
    }
    response->measures = best;
    response->measure_count = 1;
}

static struct assessment best_of(const struct assessment *assessment, struct arena *arena)
{
    const struct instrument *instrument = assessment->instrument;
    struct assessment best = copy_of(assessment, arena);
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        best.answers[c] = best.answers[c] == ANSWER_NO ? ANSWER_NO : ANSWER_YES;
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        if (indicator->conversion != NULL) {
            measure_best(indicator, &best.responses[i], arena);
        } else if (instrument->items) {
            accept_all(instrument, indicator, &best.responses[i], arena);
        } else {
            prove_all(instrument, indicator, &best.responses[i], arena);
        }
    }
    return best;
}

bool interval_of(const struct assessment *assessment, struct arena *scratch, struct interval *out,
                 struct error *err)
{
    struct assessment worst = copy_of(assessment, scratch);
    struct assessment best = best_of(assessment, scratch);
    return compute(&worst, scratch, &out->lowest, err) &&
           compute(&best, scratch, &out->highest, err);
}
