#include "plan_model.h"

#include "declaration.h"
#include "message.h"

#include <assert.h>
#include <string.h>

/* ---- options ---- */

/* Whether an indicator is kept where it is. */
static bool is_kept(const struct plan_model *model, int indicator)
{
    return model->order->kept[indicator];
}

/* The value of an indicator in parts. */
static int64_t parts_of(const struct plan_model *model, struct fraction value)
{
    return value.num * (model->parts / value.den);
}

bool plan_model_goal(const struct instrument *instrument, int indicator, struct fraction value,
                     struct plan_goal *goal)
{
    const struct span *levels = &instrument->indicators[indicator].levels;
    for (uint32_t i = levels->first; i < levels->first + levels->count; i++) {
        if (fraction_compare(instrument->levels[i].from, value) > 0) {
            *goal = (struct plan_goal){(int)i, instrument->levels[i].from};
            return true;
        }
    }
    const struct level *last = &instrument->levels[levels->first + levels->count - 1];
    if (levels->count == 0 || fraction_compare(last->to, value) <= 0) {
        return false;
    }
    *goal = (struct plan_goal){(int)(levels->first + levels->count) - 1, last->to};
    return true;
}

/* Fills the options of an indicator: up to the first step that is fixed or comes too late. */
static void add_options(struct plan_model *model, int indicator, int months, struct arena *arena)
{
    const struct instrument *instrument = model->evaluation->instrument;
    const struct indicator *what = &instrument->indicators[indicator];
    struct cheapest_option *options = arena_get(arena, what->levels.count + 2, sizeof *options);
    struct plan_goal *goals = arena_get(arena, what->levels.count + 2, sizeof *goals);
    int64_t now = parts_of(model, model->evaluation->ratings[indicator].value);
    unsigned count = 1;
    int64_t longest = 0;
    goals[0] = (struct plan_goal){NOWHERE, model->evaluation->ratings[indicator].value};
    while (!is_kept(model, indicator) &&
           plan_model_goal(instrument, indicator, goals[count - 1].value, &goals[count])) {
        const struct plan_price *price = &model->prices->steps[goals[count].level];
        longest += price->months;
        if (price->fixed || longest > months) {
            break;
        }
        options[count] = (struct cheapest_option){
            .gain = (parts_of(model, goals[count].value) - now) * what->units,
            .cost = options[count - 1].cost + price->cost_parts,
            .steps = count,
        };
        count++;
    }
    model->items[indicator].options = options;
    model->items[indicator].count = count;
    model->goals[indicator] = goals;
}

/* ---- groups, pools, needs ---- */

/* The pool of an indicator: that of the first one of the same unit. */
static int pool_of(const struct plan_model *model, int indicator)
{
    const struct response *responses = model->evaluation->assessment->responses;
    const char *unit = responses[indicator].unit;
    if (model->order->per_unit == 0 || unit == NULL) {
        return CHEAPEST_FREE;
    }
    int first = 0;
    while (responses[first].unit == NULL || strcmp(responses[first].unit, unit) != 0) {
        first++;
    }
    return first;
}

/* The least whole number of parts that is not below `value` × `units`; false when it does not fit. */
static bool parts_needed(const struct plan_model *model, struct fraction value, int64_t units,
                         int64_t *parts)
{
    int64_t all = 0;
    struct fraction product;
    if (__builtin_mul_overflow(units, model->parts, &all) ||
        !fraction_multiply(value, fraction_whole(all), &product)) {
        return false;
    }
    *parts = product.num / product.den + (product.num > 0 && product.num % product.den != 0);
    return true;
}

/* The units that are there, of one aspect or of all. */
static int64_t units_now(const struct plan_model *model, int aspect)
{
    const struct instrument *instrument = model->evaluation->instrument;
    int64_t sum = 0;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct indicator *indicator = &instrument->indicators[i];
        if (aspect == NOWHERE || indicator->aspect == aspect) {
            sum += parts_of(model, model->evaluation->ratings[i].value) * indicator->units;
        }
    }
    return sum;
}

static bool set_needs(struct plan_model *model, struct arena *arena)
{
    const struct instrument *instrument = model->evaluation->instrument;
    const struct plan_order *order = model->order;
    int64_t *needs = arena_get(arena, instrument->aspect_count + 1, sizeof *needs);
    struct cheapest_problem *problem = &model->problem;
    problem->group_needs = needs;
    model->now = units_now(model, NOWHERE);
    if (order->target) {
        if (!parts_needed(model, order->threshold, instrument->units_total, &problem->need)) {
            return false;
        }
        problem->need -= model->now;
    }
    for (size_t a = 0; a < instrument->aspect_count; a++) {
        model->groups[a] = CHEAPEST_FREE;
        if (order->aspects[a].asked) {
            int64_t *need = &needs[problem->group_count];
            if (!parts_needed(model, order->aspects[a].value, instrument->aspects[a].units, need)) {
                return false;
            }
            *need -= units_now(model, (int)a);
            model->groups[a] = (int)problem->group_count++;
        }
    }
    return true;
}

/* Parts fine enough for every value, and sums that fit. */
static bool set_parts(struct plan_model *model)
{
    const struct instrument *instrument = model->evaluation->instrument;
    int64_t all = 0;
    model->parts = 1;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (!declaration_common(&model->parts, model->evaluation->ratings[i].value.den)) {
            return false;
        }
    }
    for (size_t i = 0; i < instrument->level_count; i++) {
        if (!declaration_common(&model->parts, instrument->levels[i].from.den) ||
            !declaration_common(&model->parts, instrument->levels[i].to.den)) {
            return false;
        }
    }
    return !__builtin_mul_overflow(instrument->units_total, model->parts, &all) &&
           !__builtin_mul_overflow(all, (int64_t)instrument->level_highest + 1, &all);
}

bool plan_model_make(struct plan_model *model, const struct evaluation *evaluation,
                     const struct plan_order *order, const struct plan_prices *prices, int months,
                     struct arena *arena, struct error *err)
{
    const struct instrument *instrument = evaluation->instrument;
    size_t count = instrument->indicator_count;
    *model = (struct plan_model){
        .evaluation = evaluation,
        .order = order,
        .prices = prices,
        .items = arena_get(arena, count + 1, sizeof *model->items),
        .goals = arena_get(arena, count + 1, sizeof *model->goals),
        .groups = arena_get(arena, instrument->aspect_count + 1, sizeof *model->groups),
    };
    model->problem = (struct cheapest_problem){
        .items = model->items,
        .count = count,
        .pool_count = count,
        .pool_most = order->per_unit,
    };
    if (!set_parts(model) || !set_needs(model, arena)) {
        return error_set(err, M_EVALUATION_RANGE, "$.answers");
    }
    for (size_t i = 0; i < count; i++) {
        add_options(model, (int)i, months, arena);
        model->items[i].group = model->groups[instrument->indicators[i].aspect];
        model->items[i].pool = pool_of(model, (int)i);
    }
    return true;
}

struct fraction plan_model_index(const struct plan_model *model, int64_t units)
{
    return fraction_make(units, model->evaluation->instrument->units_total * model->parts);
}

struct fraction plan_model_aspect(const struct plan_model *model, size_t aspect, int64_t units)
{
    int64_t all = model->evaluation->instrument->aspects[aspect].units * model->parts;
    return fraction_make(units_now(model, (int)aspect) + units, all);
}

/* ---- how far one can come ---- */

/* Adds an item to what a pool gains at most with so many steps. */
static void add_to_pool(int64_t *most, unsigned steps, const struct cheapest_item *item)
{
    for (unsigned at = steps + 1; at-- > 0;) {
        for (unsigned k = 1; k < item->count && item->options[k].steps <= at; k++) {
            int64_t gain = most[at - item->options[k].steps] + item->options[k].gain;
            most[at] = gain > most[at] ? gain : most[at];
        }
    }
}

int64_t plan_model_most(const struct plan_model *model, int aspect, struct arena *arena)
{
    const struct cheapest_problem *problem = &model->problem;
    const struct indicator *indicators = model->evaluation->instrument->indicators;
    int64_t *most = arena_get(arena, problem->pool_most + 1, sizeof *most);
    int64_t sum = 0;
    for (int pool = CHEAPEST_FREE; pool < (int)problem->count; pool++) {
        memset(most, 0, (problem->pool_most + 1) * sizeof *most);
        for (size_t i = 0; i < problem->count; i++) {
            const struct cheapest_item *item = &problem->items[i];
            if (item->pool != pool || (aspect != NOWHERE && indicators[i].aspect != aspect)) {
                continue;
            }
            if (pool == CHEAPEST_FREE) {
                sum += item->options[item->count - 1].gain;
            } else {
                add_to_pool(most, problem->pool_most, item);
            }
        }
        sum += pool == CHEAPEST_FREE ? 0 : most[problem->pool_most];
    }
    return sum;
}

/* Other costs of an item: a little different for every step, so that hardly any two choices cost the same. */
static struct cheapest_option *cost_apart(const struct cheapest_item *item, uint32_t *seed,
                                          struct arena *arena)
{
    enum { COARSE = 4096, FINE_SHIFT = 20 };
    struct cheapest_option *options = arena_get(arena, item->count, sizeof *options);
    for (unsigned k = 1; k < item->count; k++) {
        *seed = *seed * UINT32_C(1664525) + UINT32_C(1013904223);
        options[k] = item->options[k];
        options[k].cost = options[k - 1].cost + COARSE + (*seed >> FINE_SHIFT);
    }
    return options;
}

/* Whether the needs can be met together, where bounds of units cut through aspects: the search itself is
 * asked, over costs of which few choices are equal: those would all have to be counted. */
static bool try_together(const struct plan_model *model, size_t states, struct arena *arena,
                         bool *possible, struct error *err)
{
    struct cheapest_problem problem = model->problem;
    struct cheapest_item *items = arena_get(arena, problem.count + 1, sizeof *items);
    uint32_t seed = 1;
    for (size_t i = 0; i < problem.count; i++) {
        items[i] = model->items[i];
        items[i].options = cost_apart(&model->items[i], &seed, arena);
    }
    problem.items = items;
    return cheapest_possible(&problem, states, arena, possible, err);
}

bool plan_model_possible(const struct plan_model *model, size_t states, struct arena *arena,
                         bool *possible, struct error *err)
{
    const struct cheapest_problem *problem = &model->problem;
    *possible = plan_model_most(model, NOWHERE, arena) >= problem->need;
    for (size_t a = 0; a < model->evaluation->instrument->aspect_count; a++) {
        int group = model->groups[a];
        *possible = *possible && (group == CHEAPEST_FREE || plan_model_most(model, (int)a, arena) >=
                                                                problem->group_needs[group]);
    }
    bool bounded = problem->pool_most > 0 && problem->group_count > 0;
    return !*possible || !bounded || try_together(model, states, arena, possible, err);
}
