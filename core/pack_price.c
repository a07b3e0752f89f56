#include "pack_price.h"

#include "check_price.h"

#include <limits.h>

void pack_price_build(const struct declaration *declaration, struct arena *arena,
                      struct instrument *instrument)
{
    const struct data *plan = data_get(declaration->pack, "plan");
    const struct data *steps = data_get(plan, "steps");
    if (steps == NULL) {
        return;
    }
    struct step_price *prices = arena_get(arena, instrument->level_count + 1, sizeof *prices);
    for (size_t i = 0; i < instrument->level_count; i++) {
        const struct data *row = check_price_row(steps, declaration->levels.items[i]);
        struct fraction cost = fraction_whole(0);
        data_fraction(data_get(row, "cost"), &cost);
        check_price_cost(cost, &prices[i].cost_parts);
        data_whole(data_get(row, "months"), 0, INT_MAX, &prices[i].months);
        prices[i].what = data_text(row, "what", "");
    }
    instrument->effort = (struct effort){
        .prices = prices,
        .unit = data_text(plan, "unit", ""),
        .date = data_text(plan, "date", ""),
        .source = data_text(plan, "source", ""),
    };
}
