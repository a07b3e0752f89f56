#include "range.h"

#include "message.h"

static struct fraction smaller(struct fraction one, struct fraction other)
{
    return fraction_compare(one, other) <= 0 ? one : other;
}

static struct fraction larger(struct fraction one, struct fraction other)
{
    return fraction_compare(one, other) >= 0 ? one : other;
}

/* The three values of one indicator; see the head of range.h. */
static void set_values(struct fraction value[RANGE_ENDS], const struct rating *rating,
                       struct fraction unanswered)
{
    const struct rated *claimed = &rating->on[BASIS_CLAIMED];
    const struct rated *supported = &rating->on[BASIS_SUPPORTED];
    struct fraction met = larger(rating->met, supported->value);
    struct fraction low = supported->given ? supported->value : unanswered;
    struct fraction high = supported->given ? met : unanswered;
    struct fraction expected = high;
    if (claimed->given) {
        expected = supported->given ? smaller(high, claimed->value) : claimed->value;
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

bool range_make(struct range *range, const struct evaluation *evaluation, struct arena *arena,
                struct error *err)
{
    const struct instrument *instrument = evaluation->instrument;
    *range = (struct range){
        .index = {{0, 1}, {0, 1}, {0, 1}},
        .items = arena_get(arena, instrument->indicator_count + 1, sizeof *range->items),
    };
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        struct fraction share =
            fraction_make(instrument->indicators[i].units, instrument->units_total);
        set_values(range->items[i].value, &evaluation->ratings[i], instrument->unanswered);
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
