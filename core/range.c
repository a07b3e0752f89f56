#include "range.h"

#include "message.h"
#include "pending.h"

#include <string.h>

static struct fraction smaller(struct fraction one, struct fraction other)
{
    return fraction_compare(one, other) <= 0 ? one : other;
}

static struct fraction larger(struct fraction one, struct fraction other)
{
    return fraction_compare(one, other) >= 0 ? one : other;
}

/* What the answers to an indicator reach, evidence aside. */
static struct fraction reach_of(const struct rating *rating, struct fraction unanswered)
{
    const struct rated *supported = &rating->on[BASIS_SUPPORTED];
    return supported->given ? larger(rating->met, supported->value) : unanswered;
}

/* The three values of one indicator; see the head of range.h. confirmed: the rating with what waits. */
static void set_values(struct fraction value[RANGE_ENDS], const struct rating *rating,
                       const struct rating *confirmed, struct fraction unanswered)
{
    const struct rated *claimed = &rating->on[BASIS_CLAIMED];
    const struct rated *supported = &rating->on[BASIS_SUPPORTED];
    struct fraction low = supported->given ? supported->value : unanswered;
    struct fraction expected = reach_of(rating, unanswered);
    struct fraction high = larger(expected, reach_of(confirmed, unanswered));
    if (claimed->given) {
        expected = supported->given ? smaller(expected, claimed->value) : claimed->value;
        low = smaller(low, claimed->value);
        high = larger(high, claimed->value);
    }
    if (rating->on[BASIS_VERIFIED].given) {
        low = expected = high = rating->on[BASIS_VERIFIED].value;
    }
    value[RANGE_LOWEST] = low;
    value[RANGE_EXPECTED] = expected;
    value[RANGE_HIGHEST] = high;
}

/* Adds an indicator's part to the three sums. */
static bool add_item(struct range *range, struct range_item *item, struct fraction share)
{
    struct fraction parts[RANGE_ENDS];
    for (int end = 0; end < RANGE_ENDS; end++) {
        if (!fraction_multiply(item->value[end], share, &parts[end]) ||
            !fraction_add(range->index[end], parts[end], &range->index[end])) {
            return false;
        }
    }
    range->open += fraction_compare(item->value[RANGE_LOWEST], item->value[RANGE_HIGHEST]) < 0;
    return fraction_subtract(parts[RANGE_HIGHEST], parts[RANGE_LOWEST], &item->spread);
}

/* The ratings if everything that waits were confirmed: those at hand where nothing does. NULL when it fails. */
static const struct rating *ratings_confirmed(const struct evaluation *evaluation,
                                              struct arena *arena, struct error *err)
{
    if (pending_count(evaluation->assessment) == 0) {
        return evaluation->ratings;
    }
    size_t count = evaluation->instrument->indicator_count;
    struct assessment *copy = arena_get(arena, 1, sizeof *copy);
    *copy = *evaluation->assessment;
    copy->responses = arena_get(arena, count, sizeof *copy->responses);
    memcpy(copy->responses, evaluation->assessment->responses, count * sizeof *copy->responses);
    for (size_t i = 0; i < count; i++) {
        copy->responses[i].carried = NULL;
    }
    struct evaluation confirmed;
    return evaluation_run(&confirmed, copy, (int)evaluation->main, arena, err) ? confirmed.ratings
                                                                               : NULL;
}

bool range_make(struct range *range, const struct evaluation *evaluation, struct arena *arena,
                struct error *err)
{
    const struct instrument *instrument = evaluation->instrument;
    *range = (struct range){
        .index = {{0, 1}, {0, 1}, {0, 1}},
        .items = arena_get(arena, instrument->indicator_count + 1, sizeof *range->items),
    };
    const struct rating *confirmed = ratings_confirmed(evaluation, arena, err);
    if (confirmed == NULL) {
        return false;
    }
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        struct fraction share =
            fraction_make(instrument->indicators[i].units, instrument->units_total);
        set_values(range->items[i].value, &evaluation->ratings[i], &confirmed[i],
                   instrument->unanswered);
        if (!add_item(range, &range->items[i], share)) {
            return error_set(err, M_EVALUATION_RANGE, "$.answers");
        }
    }
    return true;
}

const char *range_word(enum range_end end)
{
    static const char *const words[RANGE_ENDS] = {"lowest", "expected", "highest"};
    return words[end];
}
