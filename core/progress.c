#include "progress.h"

#include "lang.h"
#include "text.h"

/* True when anything at all was said about the indicator. */
static bool is_touched(const struct assessment *assessment, const struct indicator *indicator,
                       const struct response *response)
{
    const struct instrument *instrument = assessment->instrument;
    bool touched = response->claimed.given || response->verified.given || response->note != NULL ||
                   response->evidence_count > 0 || response->item_count > 0 ||
                   response->measure_count > 0 || response->explanations != NULL ||
                   response->carried != NULL;
    for (uint32_t l = 0; !touched && l < indicator->levels.count; l++) {
        struct span criteria = instrument->levels[indicator->levels.first + l].criteria;
        for (uint32_t c = 0; !touched && c < criteria.count; c++) {
            touched = assessment->answers[criteria.first + c] != ANSWER_NONE;
        }
    }
    return touched;
}

/* Where items score: those of the lowest level that is not complete are to be answered, unless one of
 * them was refused. Where an outside index does, it is to be given. */
static void look_at_score(const struct evaluation *evaluation, size_t indicator,
                          struct progress *progress)
{
    const struct rating *rating = &evaluation->ratings[indicator];
    if (evaluation->instrument->indicators[indicator].conversion != NULL) {
        progress->measure = !rating->on[BASIS_SUPPORTED].given;
        return;
    }
    if (rating->blocking == NOWHERE) {
        return;
    }
    const struct standing *level = &evaluation->levels[rating->blocking];
    if (level->refused == 0) {
        progress->level = rating->blocking;
        progress->unanswered = (unsigned)level->items - level->accepted;
    }
}

/* Where criteria score: the same of them, and the evidence of met levels. */
static void look_at_levels(const struct evaluation *evaluation, const struct indicator *about,
                           struct progress *progress)
{
    for (uint32_t l = 0; l < about->levels.count; l++) {
        int position = (int)(about->levels.first + l);
        const struct standing *level = &evaluation->levels[position];
        if (level->unmet > 0) {
            break;
        }
        if (!level->complete) {
            progress->level = position;
            progress->unanswered = (unsigned)level->counted - level->met;
            break;
        }
        if (!level->proven && progress->unproven == NOWHERE) {
            progress->unproven = position;
        }
    }
}

struct progress progress_of(const struct evaluation *evaluation, size_t indicator)
{
    const struct indicator *about = &evaluation->instrument->indicators[indicator];
    const struct response *response = &evaluation->assessment->responses[indicator];
    struct progress progress = {
        .claim = !response->claimed.given, .level = NOWHERE, .unproven = NOWHERE};
    progress.carried = response->carried != NULL;
    if (progress.carried) {
        /* Whether it is enough shows when it counts. */
    } else if (evaluation->instrument->items || about->conversion != NULL) {
        look_at_score(evaluation, indicator, &progress);
    } else {
        look_at_levels(evaluation, about, &progress);
    }
    bool missing = progress.claim || progress.carried || progress.measure ||
                   progress.level != NOWHERE || progress.unproven != NOWHERE;
    progress.state = !missing                                              ? PROGRESS_COMPLETE
                     : is_touched(evaluation->assessment, about, response) ? PROGRESS_BEGUN
                                                                           : PROGRESS_UNTOUCHED;
    return progress;
}

void progress_add(struct progress_count *count, const struct progress *progress)
{
    count->of[progress->state]++;
}

size_t progress_total(const struct progress_count *count)
{
    return count->of[PROGRESS_UNTOUCHED] + count->of[PROGRESS_BEGUN] + count->of[PROGRESS_COMPLETE];
}

unsigned progress_percent(const struct progress_count *count)
{
    size_t total = progress_total(count);
    return total == 0 ? 100 : (unsigned)(count->of[PROGRESS_COMPLETE] * 100 / total);
}

static void begin_item(struct text *out, size_t start)
{
    text_add(out, out->length > start ? "; " : "");
}

/* The indicator that a level belongs to, by position. */
static size_t owner_of(const struct evaluation *evaluation, const struct level *level)
{
    size_t position = (size_t)(level - evaluation->instrument->levels);
    size_t i = 0;
    while (position >= evaluation->instrument->indicators[i].levels.first +
                           evaluation->instrument->indicators[i].levels.count) {
        i++;
    }
    return i;
}

/* True when an item of a level, counted from 0, has an answer. */
static bool is_answered(const struct evaluation *evaluation, const struct level *level, size_t item)
{
    const struct response *response =
        &evaluation->assessment->responses[owner_of(evaluation, level)];
    const struct item *found = assessment_item(response, level->number, (int)item + 1);
    return found != NULL && found->answer != ANSWER_NONE;
}

/* "3 answers at level 2 (I07.2.a, I07.2.b, …)" */
static void tell_answers(const struct evaluation *evaluation, const struct progress *progress,
                         struct text *out)
{
    enum { NAMED = 4 };
    const struct instrument *instrument = evaluation->instrument;
    const struct level *level = &instrument->levels[progress->level];
    unsigned named = 0;
    const char *indicator = evaluation->instrument->indicators[owner_of(evaluation, level)].id;
    text_format(
        out, progress->unanswered == 1 ? _("%u answer at level %d") : _("%u answers at level %d"),
        progress->unanswered, level->number);
    for (uint32_t i = 0; level->item_count == 0 && i < level->criteria.count && named < NAMED;
         i++) {
        size_t position = level->criteria.first + i;
        if (evaluation_waits(evaluation, position, ANSWER_NONE)) {
            text_add(out, named == 0 ? " (" : ", ");
            text_add(out, instrument->criteria[position].id);
            named++;
        }
    }
    for (size_t i = 0; i < level->item_count && named < NAMED; i++) {
        if (!is_answered(evaluation, level, i)) {
            text_format(out, "%s%s.%d.e%zu", named == 0 ? " (" : ", ", indicator, level->number,
                        i + 1);
            named++;
        }
    }
    text_add(out, named < progress->unanswered ? ", …)" : ")");
}

void progress_tell(const struct evaluation *evaluation, const struct progress *progress,
                   struct text *out)
{
    size_t start = out->length;
    if (progress->claim) {
        text_add(out, _("claim"));
    }
    if (progress->carried) {
        begin_item(out, start);
        text_add(out, _("confirmation of what was carried over"));
    }
    if (progress->level != NOWHERE) {
        begin_item(out, start);
        tell_answers(evaluation, progress, out);
    }
    if (progress->measure) {
        begin_item(out, start);
        text_add(out, _("the outside index"));
    }
    if (progress->unproven != NOWHERE) {
        begin_item(out, start);
        text_format(out, _("evidence for level %d"),
                    evaluation->instrument->levels[progress->unproven].number);
    }
}
