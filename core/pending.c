#include "pending.h"

#include <string.h>

size_t pending_count(const struct assessment *assessment)
{
    size_t count = 0;
    for (size_t i = 0; i < assessment->instrument->indicator_count; i++) {
        count += assessment->responses[i].carried != NULL;
    }
    return count;
}

/* Takes away what one response says for the supported value. */
static void silence(struct response *response)
{
    response->evidence_count = 0;
    response->item_count = 0;
    response->measure_count = 0;
}

const struct assessment *pending_without(const struct assessment *assessment, struct arena *arena)
{
    const struct instrument *instrument = assessment->instrument;
    if (pending_count(assessment) == 0) {
        return assessment;
    }
    struct assessment *copy = arena_get(arena, 1, sizeof *copy);
    *copy = *assessment;
    copy->responses = arena_get(arena, instrument->indicator_count, sizeof *copy->responses);
    copy->answers = arena_get(arena, instrument->criterion_count + 1, sizeof *copy->answers);
    memcpy(copy->responses, assessment->responses,
           instrument->indicator_count * sizeof *copy->responses);
    for (size_t c = 0; c < instrument->criterion_count; c++) {
        bool waits = assessment->responses[instrument->criteria[c].indicator].carried != NULL;
        copy->answers[c] = waits ? ANSWER_NONE : assessment->answers[c];
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (copy->responses[i].carried != NULL) {
            silence(&copy->responses[i]);
        }
    }
    return copy;
}
