#include "impact.h"

#include "memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { GROW = 64 };

bool impact_open(struct impact *impact, const struct pack *pack, struct error *err)
{
    *impact = (struct impact){.pack = pack};
    if (!impact_steps_make(&impact->steps, pack, &impact->arena, err)) {
        return false;
    }
    size_t sets = 2 * impact->steps.count + 1;
    impact->totals = arena_get(&impact->arena, impact->steps.count + 1, sizeof *impact->totals);
    for (size_t i = 0; i < impact->steps.count; i++) {
        impact->totals[i].largest = fraction_whole(0);
    }
    impact->all.largest = fraction_whole(0);
    impact->seasons = arena_get(&impact->arena, sets, sizeof *impact->seasons);
    return true;
}

void impact_close(struct impact *impact)
{
    free(impact->results);
    arena_release(&impact->arena);
    arena_release(&impact->scratch);
    arena_release(&impact->season_arena);
}

/* ---- one assessment under one set of rules ---- */

/* The rules by number: the pack, then each step with those before it, then each step alone. */
static const struct instrument *rules(const struct impact *impact, size_t set)
{
    size_t steps = impact->steps.count;
    return set == 0       ? &impact->steps.base
           : set <= steps ? &impact->steps.list[set - 1].upto
                          : &impact->steps.list[set - 1 - steps].alone;
}

/* Makes the seasons of a year and a kind of agencies, unless they are at hand. */
static void prepare(struct impact *impact, int year, enum kind kind)
{
    size_t steps = impact->steps.count;
    if (impact->season_year == year && impact->season_kind == kind) {
        return;
    }
    arena_clear(&impact->season_arena);
    for (size_t set = 0; set < 2 * steps + 1; set++) {
        if (set <= steps || impact->steps.list[set - 1 - steps].has_alone) {
            season_make(&impact->seasons[set], rules(impact, set), year, kind,
                        &impact->season_arena);
        }
    }
    impact->season_year = year;
    impact->season_kind = kind;
}

static bool evaluate(struct impact *impact, const struct assessment *assessment, size_t set,
                     int asked, struct evaluation *out, struct error *err)
{
    struct assessment *same = arena_get(&impact->scratch, 1, sizeof *same);
    *same = *assessment;
    same->instrument = rules(impact, set);
    return evaluation_run_in(out, &impact->seasons[set], same, asked, &impact->scratch, err);
}

static struct impact_index index_of(const struct evaluation *evaluation)
{
    const struct index_value *index = &evaluation->index[evaluation->main];
    return (struct impact_index){index->exact, index->band == NULL ? "" : index->band->name};
}

/* one - other; the two are of one size, so it fits where both did. */
static struct fraction difference(struct fraction one, struct fraction other)
{
    struct fraction out = fraction_whole(0);
    bool fit = fraction_subtract(one, other, &out);
    assert(fit);
    (void)fit;
    return out;
}

/* ---- what a step did ---- */

/* The indicators whose values on the basis differ. */
static void compare_levels(struct impact *impact, const struct evaluation *before,
                           const struct evaluation *after, struct impact_move *move)
{
    enum basis basis = before->main;
    size_t count = before->instrument->indicator_count;
    for (int pass = 0; pass < 2; pass++) {
        size_t found = 0;
        for (size_t i = 0; i < count; i++) {
            struct fraction from = before->ratings[i].on[basis].value;
            struct fraction to = after->ratings[i].on[basis].value;
            if (fraction_compare(from, to) == 0) {
                continue;
            }
            if (pass == 1) {
                move->levels[found] =
                    (struct impact_level){before->instrument->indicators[i].id, from, to};
            }
            found++;
        }
        if (pass == 0 && found > 0) {
            move->levels = arena_get(&impact->arena, found, sizeof *move->levels);
        }
        move->level_count = found;
        if (found == 0) {
            return;
        }
    }
}

static void count_move(struct impact_total *total, struct fraction delta, bool predicate)
{
    int order = fraction_compare(delta, fraction_whole(0));
    struct fraction size = order < 0 ? fraction_make(-delta.num, delta.den) : delta;
    struct fraction most = total->largest.num < 0
                               ? fraction_make(-total->largest.num, total->largest.den)
                               : total->largest;
    total->moved++;
    total->up += order > 0 ? 1 : 0;
    total->down += order < 0 ? 1 : 0;
    total->predicates += predicate ? 1 : 0;
    total->largest = fraction_compare(size, most) > 0 ? delta : total->largest;
}

/* The effect of a step on the pack alone. */
static bool measure_alone(struct impact *impact, const struct assessment *assessment, size_t step,
                          struct impact_result *result, struct impact_move *move, struct error *err)
{
    struct evaluation alone;
    move->has_alone = impact->steps.list[step].has_alone;
    if (!move->has_alone) {
        return true;
    }
    if (step == 0) { /* the first step has nothing before it */
        move->alone = move->delta;
        return true;
    }
    if (!evaluate(impact, assessment, impact->steps.count + 1 + step, (int)result->basis, &alone,
                  err)) {
        return false;
    }
    move->alone = difference(index_of(&alone).exact, result->before.exact);
    return true;
}

/* Evaluates with one step more, and keeps what that changed. *last is the evaluation before. */
static bool take_step(struct impact *impact, const struct assessment *assessment, size_t step,
                      struct impact_result *result, struct evaluation *last, struct error *err)
{
    struct evaluation next;
    struct impact_move move = {.step = step};
    if (!evaluate(impact, assessment, step + 1, (int)result->basis, &next, err)) {
        return false;
    }
    struct impact_index from = index_of(last), to = index_of(&next);
    bool predicate = strcmp(from.predicate, to.predicate) != 0;
    move.delta = difference(to.exact, from.exact);
    move.predicate = predicate ? to.predicate : NULL;
    compare_levels(impact, last, &next, &move);
    if (!measure_alone(impact, assessment, step, result, &move, err)) {
        return false;
    }
    bool alone = move.has_alone && move.alone.num != 0;
    if (move.delta.num != 0 || predicate || move.level_count > 0 || alone) {
        result->moves[result->move_count++] = move;
        if (move.delta.num != 0 || predicate || move.level_count > 0) {
            count_move(&impact->totals[step], move.delta, predicate);
        }
    }
    result->after = to;
    *last = next;
    return true;
}

/* ---- all of it ---- */

static struct impact_result *add_result(struct impact *impact)
{
    if (impact->count % GROW == 0) {
        impact->results =
            memory_resize(impact->results, impact->count + GROW, sizeof *impact->results);
    }
    struct impact_result *result = &impact->results[impact->count];
    *result = (struct impact_result){.position = impact->count};
    result->moves = arena_get(&impact->arena, impact->steps.count + 1, sizeof *result->moves);
    return result;
}

bool impact_add(struct impact *impact, const struct assessment *assessment, int asked,
                const char *name, struct error *err)
{
    struct evaluation last;
    arena_clear(&impact->scratch);
    prepare(impact, assessment->year, assessment->kind);
    if (!evaluate(impact, assessment, 0, asked, &last, err)) {
        return false;
    }
    struct impact_result *result = add_result(impact);
    result->name =
        arena_string(&impact->arena, assessment->agency[0] == '\0' ? name : assessment->agency);
    result->year = assessment->year;
    result->basis = last.main;
    result->given = last.index[last.main].given;
    result->of = last.index[last.main].of;
    result->before = result->after = index_of(&last);
    for (size_t step = 0; step < impact->steps.count; step++) {
        if (!take_step(impact, assessment, step, result, &last, err)) {
            return false;
        }
    }
    result->delta = difference(result->after.exact, result->before.exact);
    bool predicate = strcmp(result->before.predicate, result->after.predicate) != 0;
    if (result->delta.num != 0 || predicate || result->move_count > 0) {
        count_move(&impact->all, result->delta, predicate);
    }
    impact->count++;
    return true;
}

/* How many values the steps moved. */
static size_t moved_values(const struct impact_result *result)
{
    size_t count = 0;
    for (size_t i = 0; i < result->move_count; i++) {
        count += result->moves[i].level_count;
    }
    return count;
}

static struct fraction size_of(struct fraction delta)
{
    return delta.num < 0 ? fraction_make(-delta.num, delta.den) : delta;
}

static int compare_results(const void *one, const void *other)
{
    const struct impact_result *a = one, *b = other;
    bool a_predicate = strcmp(a->before.predicate, a->after.predicate) != 0;
    bool b_predicate = strcmp(b->before.predicate, b->after.predicate) != 0;
    if (a_predicate != b_predicate) {
        return a_predicate ? -1 : 1;
    }
    int order = fraction_compare(size_of(b->delta), size_of(a->delta));
    size_t a_moved = moved_values(a), b_moved = moved_values(b);
    if (order != 0) {
        return order;
    }
    if (a_moved != b_moved) {
        return a_moved > b_moved ? -1 : 1;
    }
    return a->position < b->position ? -1 : 1;
}

void impact_sort(struct impact *impact)
{
    if (impact->count > 0) {
        qsort(impact->results, impact->count, sizeof *impact->results, compare_results);
    }
}
