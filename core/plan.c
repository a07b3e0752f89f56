#include "plan.h"

#include "plan_model.h"

#include <stdlib.h>

/* ---- what stands in the way ---- */

/* Why an indicator cannot come any further than its last option, or that it needs not. */
static enum plan_block block_of(const struct plan_model *model, int indicator)
{
    const struct instrument *instrument = model->evaluation->instrument;
    const struct cheapest_item *item = &model->items[indicator];
    struct plan_goal goal;
    if (!plan_model_goal(instrument, indicator, model->goals[indicator][item->count - 1].value,
                         &goal)) {
        return PLAN_FREE;
    }
    if (model->order->kept[indicator]) {
        return PLAN_KEPT;
    }
    return model->prices->steps[goal.level].fixed ? PLAN_FIXED : PLAN_LATE;
}

/* How far one can come, and what keeps one from more. */
static void set_highest(struct plan *plan, const struct plan_model *model, struct arena *arena)
{
    const struct instrument *instrument = plan->evaluation->instrument;
    int64_t most = plan_model_most(model, NOWHERE, arena);
    plan->highest = plan_model_index(model, model->now + most);
    plan->blocks = arena_get(arena, instrument->indicator_count + 1, sizeof *plan->blocks);
    plan->highest_aspects =
        arena_get(arena, instrument->aspect_count + 1, sizeof *plan->highest_aspects);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        plan->blocks[i] = block_of(model, (int)i);
    }
    for (size_t a = 0; a < instrument->aspect_count; a++) {
        most = plan_model_most(model, (int)a, arena);
        plan->highest_aspects[a] = plan_model_aspect(model, a, most);
    }
}

/* ---- the quickest plan ---- */

static int compare_months(const void *left, const void *right)
{
    const int *one = left, *other = right;
    return (*one > *other) - (*one < *other);
}

/* All durations that a plan can have, rising; how many. */
static size_t list_months(const struct plan_model *model, struct arena *arena, int **out)
{
    const struct cheapest_problem *problem = &model->problem;
    size_t count = 1, most = 1;
    for (size_t i = 0; i < problem->count; i++) {
        most += model->items[i].count;
    }
    int *list = arena_get(arena, most, sizeof *list);
    for (size_t i = 0; i < problem->count; i++) {
        int months = 0;
        for (unsigned k = 1; k < model->items[i].count; k++) {
            months += model->prices->steps[model->goals[i][k].level].months;
            list[count++] = months;
        }
    }
    qsort(list, count, sizeof *list, compare_months);
    *out = list;
    return count;
}

/* The least duration in which what is asked can be reached at all; `model` can reach it somehow. That it cannot be
 * proven is told by PLAN_UNKNOWN, and is no failure: the plan itself is proven. */
static void set_fastest(struct plan *plan, const struct plan_model *model, struct arena *arena)
{
    struct error ignored = {.kind = ERROR_NONE};
    int *months = NULL;
    size_t low = 0, high = list_months(model, arena, &months) - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct plan_model quick;
        bool possible = false;
        if (!plan_model_make(&quick, plan->evaluation, plan->order, plan->prices, months[middle],
                             arena, &ignored) ||
            !plan_model_possible(&quick, PLAN_FASTEST_STATES, arena, &possible, &ignored)) {
            plan->fastest = PLAN_UNKNOWN;
            return;
        }
        low = possible ? low : middle + 1;
        high = possible ? middle : high;
    }
    plan->fastest = months[low];
}

/* ---- steps ---- */

/* The months and days of an indicator's steps, from the last one back. */
static void set_days(struct plan *plan, size_t first)
{
    int months = 0;
    for (size_t s = plan->step_count; s-- > first;) {
        struct plan_step *step = &plan->steps[s];
        step->ends = months;
        months += step->price.months;
        step->begins = months;
        if (plan->order->by) {
            step->end = calendar_before(plan->order->last, step->ends);
            step->start = calendar_before(plan->order->last, step->begins);
        }
    }
    plan->months = months > plan->months ? months : plan->months;
}

/* Adds the steps of one indicator up to its option; gains: by step, in units. */
static void add_steps(struct plan *plan, const struct plan_model *model, int indicator,
                      unsigned option, int64_t *gains)
{
    const struct cheapest_item *item = &model->items[indicator];
    size_t first = plan->step_count;
    const struct plan_goal *goals = model->goals[indicator];
    for (unsigned k = 1; k <= option; k++) {
        int64_t gain = item->options[k].gain - item->options[k - 1].gain;
        gains[plan->step_count] = gain;
        plan->steps[plan->step_count++] = (struct plan_step){
            .indicator = indicator,
            .level = goals[k].level,
            .from = goals[k - 1].value,
            .to = goals[k].value,
            .gain = plan_model_index(model, gain),
            .price = model->prices->steps[goals[k].level],
        };
    }
    plan->raised += option > 0;
    set_days(plan, first);
}

/* Whether a step stays before another one that stands behind it. */
static bool is_sooner(const struct plan_step *one, const struct plan_step *other)
{
    return one->begins != other->begins ? one->begins > other->begins : one->ends >= other->ends;
}

/* Puts the steps in the order of work, and sums up the index from one to the next, in units as gained. */
static void set_turns(struct plan *plan, const struct plan_model *model, const int64_t *gains,
                      struct arena *arena)
{
    int64_t units = model->now;
    plan->turns = arena_get(arena, plan->step_count + 1, sizeof *plan->turns);
    for (size_t s = 0; s < plan->step_count; s++) {
        size_t at = s;
        for (; at > 0 && !is_sooner(&plan->steps[plan->turns[at - 1]], &plan->steps[s]); at--) {
            plan->turns[at] = plan->turns[at - 1];
        }
        plan->turns[at] = s;
    }
    for (size_t t = 0; t < plan->step_count; t++) {
        units += gains[plan->turns[t]];
        plan->steps[plan->turns[t]].index = plan_model_index(model, units);
    }
}

static void set_steps(struct plan *plan, const struct plan_model *model,
                      const struct cheapest_answer *answer, struct arena *arena)
{
    const struct instrument *instrument = plan->evaluation->instrument;
    int64_t units = model->now;
    int64_t *gained = arena_get(arena, instrument->aspect_count + 1, sizeof *gained);
    int64_t *gains = arena_get(arena, answer->steps + 1, sizeof *gains);
    plan->steps = arena_get(arena, answer->steps + 1, sizeof *plan->steps);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        int64_t gain = model->items[i].options[answer->chosen[i]].gain;
        units += gain;
        gained[instrument->indicators[i].aspect] += gain;
        add_steps(plan, model, (int)i, answer->chosen[i], gains);
    }
    for (size_t a = 0; a < instrument->aspect_count; a++) {
        plan->aspects[a] = plan_model_aspect(model, a, gained[a]);
    }
    set_turns(plan, model, gains, arena);
    plan->after = plan_model_index(model, units);
    plan->cost_parts = answer->cost;
    plan->ties_or_more = answer->ways == UINT64_MAX || answer->ways == 0;
    plan->ties = plan->ties_or_more ? answer->ways : answer->ways - 1;
    plan->states = answer->states;
    plan->reached = model->problem.need <= 0 && answer->steps == 0;
}

/* The cheapest plan that does without some step of the best one. That it cannot be proven is told by
 * `next_proven`, and is no failure: the best one is proven. */
static void set_next(struct plan *plan, const struct plan_model *model,
                     const struct cheapest_next *next, struct arena *arena)
{
    size_t count = model->problem.count;
    plan->next_proven = next->known;
    if (!next->known || !next->answer.possible) {
        return;
    }
    struct fraction *values = arena_get(arena, count, sizeof *values);
    for (size_t i = 0; i < count; i++) {
        values[i] = model->goals[i][next->answer.chosen[i]].value;
    }
    plan->next = (struct plan_choice){true, next->answer.cost, values};
}

/* ---- the whole ---- */

/* Months between the days of the order. */
static int months_of(const struct plan_order *order)
{
    return order->from ? calendar_months(order->first, order->last) : PLAN_ANY_TIME;
}

bool plan_make(struct plan *plan, const struct evaluation *evaluation,
               const struct plan_order *order, const struct plan_prices *prices,
               struct arena *arena, struct error *err)
{
    struct plan_model model;
    struct cheapest_answer answer;
    struct cheapest_next next;
    size_t aspects = evaluation->instrument->aspect_count;
    *plan = (struct plan){.evaluation = evaluation, .order = order, .prices = prices};
    plan->aspects = arena_get(arena, aspects + 1, sizeof *plan->aspects);
    plan->before = plan->after = evaluation->index[evaluation->main].exact;
    for (size_t a = 0; a < aspects; a++) {
        plan->aspects[a] = evaluation->aspects[a].value[evaluation->main];
    }
    if (!plan_model_make(&model, evaluation, order, prices, months_of(order), arena, err)) {
        return false;
    }
    set_highest(plan, &model, arena);
    if (!plan_model_possible(&model, LIMIT_PLAN_STATES, arena, &plan->possible, err)) {
        return false;
    }
    if (!plan->possible) {
        return true;
    }
    if (!cheapest_find_two(&model.problem, arena, &answer, &next, err)) {
        return false;
    }
    set_fastest(plan, &model, arena);
    set_steps(plan, &model, &answer, arena);
    set_next(plan, &model, &next, arena);
    return true;
}
