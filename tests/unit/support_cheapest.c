#include "support_cheapest.h"

#include <string.h>

uint64_t try_random(uint64_t *seed, uint64_t most)
{
    *seed += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t z = *seed;
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (z ^ (z >> 31)) % most;
}

/* One item's options: gains of a weight times levels, costs of a kind. */
static void make_options(struct try_problem *out, size_t i, uint64_t *seed, int64_t fine,
                         uint64_t kind)
{
    struct cheapest_item *item = &out->items[i];
    struct cheapest_option *options = out->options[i];
    int64_t weight = 1 + (int64_t)try_random(seed, (uint64_t)fine);
    item->options = options;
    item->count = 1 + (unsigned)try_random(seed, TRY_OPTIONS);
    options[0] = (struct cheapest_option){0, 0, 0};
    for (unsigned k = 1; k < item->count; k++) {
        int64_t cost = kind == 0   ? 1
                       : kind == 1 ? (int64_t)try_random(seed, 4)
                       : kind == 2 ? weight
                                   : (int64_t)try_random(seed, 1000);
        options[k] = (struct cheapest_option){
            .gain = options[k - 1].gain + weight,
            .cost = options[k - 1].cost + cost,
            .steps = options[k - 1].steps + 1,
        };
    }
}

void try_make(struct try_problem *out, uint64_t *seed, size_t most)
{
    int64_t fine = try_random(seed, 2) == 0 ? 4 : 1000;
    uint64_t kind = try_random(seed, 4);
    uint64_t groups = try_random(seed, TRY_GROUPS + 1), pools = try_random(seed, 4);
    int64_t all = 0, of[TRY_GROUPS] = {0};
    memset(out, 0, sizeof *out);
    out->problem = (struct cheapest_problem){
        .items = out->items,
        .count = try_random(seed, most + 1),
        .group_needs = out->group_needs,
        .group_count = groups,
        .pool_count = pools,
        .pool_most = (unsigned)try_random(seed, 6),
    };
    for (size_t i = 0; i < out->problem.count; i++) {
        make_options(out, i, seed, fine, kind);
        struct cheapest_item *item = &out->items[i];
        int64_t gain = item->options[item->count - 1].gain;
        item->group = (int)try_random(seed, groups + 1) - 1;
        item->pool = (int)try_random(seed, pools + 1) - 1;
        all += gain;
        if (item->group >= 0) {
            of[item->group] += gain;
        }
    }
    out->problem.need = (int64_t)try_random(seed, (uint64_t)all + 3) - 1;
    for (size_t g = 0; g < groups; g++) {
        out->group_needs[g] = (int64_t)try_random(seed, (uint64_t)of[g] + 2) - 1;
    }
}

/* What one choice comes to. */
struct sum {
    int64_t gain, cost, groups[TRY_GROUPS];
    unsigned steps, pools[8];
    bool below;
};

static bool is_good(const struct cheapest_problem *problem, const unsigned char *chosen,
                    struct sum *sum)
{
    *sum = (struct sum){.below = problem->below == NULL};
    for (size_t i = 0; i < problem->count; i++) {
        const struct cheapest_item *item = &problem->items[i];
        const struct cheapest_option *option = &item->options[chosen[i]];
        sum->gain += option->gain;
        sum->cost += option->cost;
        sum->steps += option->steps;
        if (item->group >= 0) {
            sum->groups[item->group] += option->gain;
        }
        if (item->pool >= 0) {
            sum->pools[item->pool] += option->steps;
        }
        sum->below = sum->below || chosen[i] < problem->below[i];
    }
    bool good = sum->gain >= problem->need && sum->below;
    for (size_t g = 0; g < problem->group_count; g++) {
        good = good && sum->groups[g] >= problem->group_needs[g];
    }
    for (size_t p = 0; p < 8; p++) {
        good = good && sum->pools[p] <= problem->pool_most;
    }
    return good;
}

bool try_holds(const struct cheapest_problem *problem, const struct cheapest_answer *answer)
{
    struct sum sum;
    return is_good(problem, answer->chosen, &sum) && sum.cost == answer->cost &&
           sum.steps == answer->steps;
}

/* The pool that an item stands in for the order: none, when it has room for all of its steps. */
static int pool_of(const struct cheapest_problem *problem, size_t position)
{
    int pool = problem->items[position].pool;
    unsigned steps = 0;
    for (size_t i = 0; i < problem->count; i++) {
        const struct cheapest_item *item = &problem->items[i];
        steps += item->pool == pool ? item->options[item->count - 1].steps : 0;
    }
    return steps <= problem->pool_most ? CHEAPEST_FREE : pool;
}

/* The group that an item stands in for the order: none, when it needs nothing. */
static int group_of(const struct cheapest_problem *problem, size_t position)
{
    int group = problem->items[position].group;
    return group == CHEAPEST_FREE || problem->group_needs[group] <= 0 ? CHEAPEST_FREE : group;
}

/* Where an item stands in the order of work: that of a group by the group's first item; else by pool, then by
 * itself. */
static size_t place_of(const struct cheapest_problem *problem, size_t position)
{
    int group = group_of(problem, position);
    size_t first = position;
    for (size_t i = position; group != CHEAPEST_FREE && i-- > 0;) {
        first = group_of(problem, i) == group ? i : first;
    }
    size_t pool = group != CHEAPEST_FREE ? 0 : (size_t)(pool_of(problem, position) + 1);
    return (pool * TRY_ITEMS + first) * TRY_ITEMS + position;
}

/* True when a choice stands before another among equals: in the order of work, the later option of the
 * first item that differs. */
static bool stands_before(const struct cheapest_problem *problem, const unsigned char *one,
                          const unsigned char *other)
{
    size_t first = problem->count;
    for (size_t i = 0; i < problem->count; i++) {
        if (one[i] != other[i] &&
            (first == problem->count || place_of(problem, i) < place_of(problem, first))) {
            first = i;
        }
    }
    return first < problem->count && one[first] > other[first];
}

/* Steps `chosen` on to the next choice; false behind the last. */
static bool next_choice(const struct cheapest_problem *problem, unsigned char *chosen)
{
    size_t i = 0;
    while (i < problem->count && ++chosen[i] == problem->items[i].count) {
        chosen[i++] = 0;
    }
    return i < problem->count;
}

void try_all(const struct cheapest_problem *problem, unsigned char *chosen,
             struct cheapest_answer *out)
{
    unsigned char at[TRY_ITEMS] = {0};
    struct sum sum;
    *out = (struct cheapest_answer){.possible = false, .chosen = chosen};
    do {
        if (!is_good(problem, at, &sum) || (out->possible && sum.cost > out->cost)) {
            continue;
        }
        bool tie = out->possible && sum.cost == out->cost;
        out->ways = tie ? out->ways + 1 : 1;
        if (!tie || sum.steps < out->steps ||
            (sum.steps == out->steps && stands_before(problem, at, chosen))) {
            out->steps = sum.steps;
            memcpy(chosen, at, sizeof at);
        }
        out->possible = true;
        out->cost = sum.cost;
    } while (next_choice(problem, at));
}

/* What differs in two answers, or NULL. */
static const char *differs(const struct cheapest_problem *problem,
                           const struct cheapest_answer *one, const struct cheapest_answer *other)
{
    if (one->possible != other->possible) {
        return "whether it is possible";
    }
    if (!one->possible) {
        return NULL;
    }
    return one->cost != other->cost                                  ? "the cost"
           : one->steps != other->steps                              ? "the steps"
           : one->ways != other->ways                                ? "how many ways"
           : memcmp(one->chosen, other->chosen, problem->count) != 0 ? "the choice"
                                                                     : NULL;
}

const char *try_compare(struct try_problem *made)
{
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    static const char refused[] = "refused";
    struct cheapest_answer found, tried;
    unsigned char chosen[TRY_ITEMS];
    const char *what = cheapest_find(&made->problem, &arena, &found, &err) ? NULL : refused;
    try_all(&made->problem, chosen, &tried);
    what = what != NULL ? what : differs(&made->problem, &found, &tried);
    if (what == NULL && found.possible) {
        memcpy(made->below, found.chosen, made->problem.count);
        made->problem.below = made->below;
        what = cheapest_find(&made->problem, &arena, &found, &err) ? NULL : refused;
        try_all(&made->problem, chosen, &tried);
        what = what != NULL ? what : differs(&made->problem, &found, &tried);
    }
    arena_release(&arena);
    return what;
}
