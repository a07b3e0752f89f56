#include "pack_price.h"

#include "check_price.h"

#include <limits.h>

/* The price of one level of an indicator. */
static struct step_price price_of(const struct data *steps, const struct instrument *instrument,
                                  const struct indicator *indicator, const struct level *level)
{
    struct step_price price = {0, 0, ""};
    struct fraction cost = fraction_whole(0);
    const struct data *row = check_price_row(steps, level->number, indicator->kind,
                                             instrument->aspects[indicator->aspect].id);
    data_fraction(data_get(row, "cost"), &cost);
    check_price_cost(cost, &price.cost_parts);
    data_whole(data_get(row, "months"), 0, INT_MAX, &price.months);
    price.what = data_text(row, "what", "");
    return price;
}

void pack_price_build(const struct declaration *declaration, struct arena *arena,
                      struct instrument *instrument)
{
    const struct data *plan = data_get(declaration->pack, "plan");
    const struct data *steps = data_get(plan, "steps");
    if (steps == NULL) {
        return;
    }
    struct step_price *prices = arena_get(arena, instrument->level_count + 1, sizeof *prices);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        for (uint32_t k = 0; k < indicator->levels.count; k++) {
            uint32_t level = indicator->levels.first + k;
            prices[level] = price_of(steps, instrument, indicator, &instrument->levels[level]);
        }
    }
    instrument->effort = (struct effort){
        .prices = prices,
        .unit = data_text(plan, "unit", ""),
        .date = data_text(plan, "date", ""),
        .source = data_text(plan, "source", ""),
    };
}
