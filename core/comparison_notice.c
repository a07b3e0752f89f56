#include "comparison_notice.h"

#include "lang.h"
#include "text.h"

#include <string.h>

static void tell_partial(const struct comparison *comparison,
                         void (*tell)(void *context, const char *sentence), void *context)
{
    struct text text = TEXT_EMPTY;
    for (size_t i = 0; i < comparison->count; i++) {
        const struct compared_side *side = &comparison->sides[i];
        const struct index_value *index = &side->index[side->basis];
        if (index->given < index->of) {
            text_clear(&text);
            text_format(&text,
                        _("%s, %d: only %u of %u indicators have a value; what is missing counts "
                          "as the rules say"),
                        side->agency, side->year, index->given, index->of);
            tell(context, text.bytes);
        }
    }
    text_release(&text);
}

/* Sides of one agency that run backwards in time. */
static void tell_order(const struct comparison *comparison,
                       void (*tell)(void *context, const char *sentence), void *context)
{
    const struct compared_side *first = &comparison->sides[0];
    const struct compared_side *last = &comparison->sides[comparison->count - 1];
    if (strcmp(first->agency, last->agency) == 0 && first->year > last->year) {
        struct text text = TEXT_EMPTY;
        text_format(&text,
                    _("The later year stands first ([1] is of %d, [%zu] of %d): differences run "
                      "backwards in time."),
                    first->year, comparison->count, last->year);
        tell(context, text.bytes);
        text_release(&text);
    }
}

/* Sides between which nothing can differ. */
static void tell_same(const struct comparison *comparison,
                      void (*tell)(void *context, const char *sentence), void *context)
{
    struct text text = TEXT_EMPTY;
    for (size_t i = 1; i < comparison->count; i++) {
        if (comparison_same(comparison, i - 1, i) &&
            comparison->sides[i].basis == comparison->sides[i - 1].basis) {
            text_clear(&text);
            text_format(&text,
                        _("[%zu] and [%zu] are the same assessment on the same basis: nothing "
                          "can differ."),
                        i, i + 1);
            tell(context, text.bytes);
        }
    }
    text_release(&text);
}

/* Criteria that count on one side only: the rules moved, not the agency. */
static void tell_rules(const struct comparison *comparison,
                       void (*tell)(void *context, const char *sentence), void *context)
{
    const struct compared_side *first = &comparison->sides[0];
    const struct compared_side *last = &comparison->sides[comparison->count - 1];
    size_t count = comparison->comparable ? first->instrument->criterion_count : 0, moved = 0;
    for (size_t i = 0; i < count; i++) {
        moved += first->counts[i] != last->counts[i];
    }
    if (moved > 0) {
        struct text text = TEXT_EMPTY;
        text_format(&text,
                    _("The guides differ: %zu criteria are asked in %d or in %d only; they are "
                      "marked \"not asked\"."),
                    moved, first->year, last->year);
        tell(context, text.bytes);
        text_release(&text);
    }
}

void comparison_notice_tell(const struct comparison *comparison,
                            void (*tell)(void *context, const char *sentence), void *context)
{
    bool bases = false, agencies = false;
    for (size_t i = 1; i < comparison->count; i++) {
        bases = bases || comparison->sides[i].basis != comparison->sides[0].basis;
        agencies =
            agencies || strcmp(comparison->sides[i].agency, comparison->sides[0].agency) != 0;
    }
    if (!comparison->comparable) {
        tell(context,
             _("These assessments are by different instruments: scales, weights and indicators "
               "differ, and equal ids mean different things. The indices stand beside each other, "
               "and are not subtracted."));
    }
    if (agencies) {
        tell(context, _("These assessments are of different agencies."));
    }
    if (bases) {
        tell(context, _("These indices rest on different bases."));
    }
    tell_same(comparison, tell, context);
    tell_order(comparison, tell, context);
    tell_rules(comparison, tell, context);
    tell_partial(comparison, tell, context);
    if (comparison->unit_count > 0) {
        tell(context, _("Units answer different indicators: a unit's value says how far it came "
                        "with its own, not which of them had the easier task."));
    }
}
