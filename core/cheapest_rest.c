#include "cheapest_rest.h"

#include <stdbool.h>
#include <string.h>

/* Points of a list, and steps of a table, beyond which they are made coarser. */
enum { POINTS = 600, STEPS = 16384 };

/* ---- prices ---- */

/* What an option costs in this order, in parts. */
static int64_t price_of(const struct cheapest_rest *rest, const struct cheapest_item *item,
                        unsigned k)
{
    const struct cheapest_option *option = &item->options[k];
    int64_t price = option->cost * rest->tolls->parts;
    if (rest->order->by_pool) {
        bool granted = item->group != CHEAPEST_FREE && option->gain > 0;
        return granted ? price - cheapest_toll_granted(rest->tolls, item->group, option->gain) - 1
                       : price;
    }
    return item->pool == CHEAPEST_FREE
               ? price
               : price + rest->tolls->of_pool[item->pool] * (int64_t)option->steps;
}

static const struct cheapest_item *item_at(const struct cheapest_rest *rest, size_t place)
{
    return &rest->problem->items[rest->order->items[place]];
}

/* ---- lists ---- */

/* One option of an item before every point of a list, from its last one down. */
struct run {
    const struct rest_list *list;
    size_t left;
    int64_t gain, price;
};

/* Room for one merge. */
struct list_work {
    struct run *runs;          /* one for each option */
    struct rest_point *points; /* POINTS for each */
};

/* The point at which a run stands. */
static struct rest_point point_of(const struct run *run)
{
    const struct rest_point *point = &run->list->points[run->left - 1];
    return (struct rest_point){point->gain + run->gain, point->cost + run->price};
}

/* The run with the highest gain, of those the cheapest; NULL when all are through. */
static struct run *highest(struct run *runs, unsigned count)
{
    struct run *best = NULL;
    struct rest_point high = {0, 0};
    for (unsigned k = 0; k < count; k++) {
        if (runs[k].left == 0) {
            continue;
        }
        struct rest_point point = point_of(&runs[k]);
        if (best == NULL || point.gain > high.gain ||
            (point.gain == high.gain && point.cost < high.cost)) {
            best = &runs[k];
            high = point;
        }
    }
    return best;
}

/* Takes together neighbours of a list that is too long: the gain of the last for the cost of the first. The
 * first point stays as it is. */
static void thin_out(struct rest_list *list)
{
    size_t width = (list->count + POINTS - 1) / POINTS, count = 1;
    for (size_t i = 1; width > 1 && i < list->count; i += width) {
        size_t last = i + width < list->count ? i + width - 1 : list->count - 1;
        list->points[count++] = (struct rest_point){list->points[last].gain, list->points[i].cost};
    }
    list->count = width > 1 ? count : list->count;
}

/* Merges runs into a list: of points that gain no more, those that cost no less are left out. room: for POINTS of
 * every run. */
static void merge(struct rest_list *list, struct run *runs, unsigned count, struct rest_point *room,
                  struct arena *arena)
{
    size_t end = (size_t)count * POINTS, at = end;
    for (struct run *run; (run = highest(runs, count)) != NULL; run->left--) {
        struct rest_point point = point_of(run);
        if (at == end || point.cost < room[at].cost) {
            room[--at] = point;
        }
    }
    struct rest_list whole = {room + at, end - at};
    thin_out(&whole);
    list->points = arena_get(arena, whole.count, sizeof *list->points);
    list->count = whole.count;
    memcpy(list->points, whole.points, whole.count * sizeof *list->points);
}

/* The lists of a place from those of the next one of its segment; `ends`: it is the last one. */
static void set_lists(struct cheapest_rest *rest, size_t place, bool ends,
                      const struct list_work *work, struct arena *arena)
{
    struct rest_point nothing = {0, 0};
    const struct rest_list none = {&nothing, 1};
    const struct cheapest_item *item = item_at(rest, place);
    bool pooled = rest->order->by_pool && item->pool != CHEAPEST_FREE;
    unsigned later = ends ? 0 : rest->rooms[place + 1];
    unsigned coming = later + item->options[item->count - 1].steps;
    unsigned most = coming < rest->problem->pool_most ? coming : rest->problem->pool_most;
    rest->rooms[place] = pooled ? most : 0;
    rest->rest[place] = arena_get(arena, (size_t)rest->rooms[place] + 1, sizeof *rest->rest[place]);
    for (unsigned room = 0; room <= rest->rooms[place]; room++) {
        unsigned count = 0;
        for (; count < item->count && (!pooled || item->options[count].steps <= room); count++) {
            unsigned left = pooled ? room - item->options[count].steps : 0;
            left = left < later ? left : later;
            const struct rest_list *list = ends ? &none : &rest->rest[place + 1][left];
            work->runs[count] = (struct run){list, list->count, item->options[count].gain,
                                             price_of(rest, item, count)};
        }
        merge(&rest->rest[place][room], work->runs, count, work->points, arena);
    }
}

/* ---- tables ---- */

/* What segments cost from one on, where so much is needed. A need that was rounded up beyond the table is met by the
 * same choices as the last one in it. */
static int64_t look_up(const struct cheapest_rest *rest, size_t segment, int64_t need)
{
    size_t step = need <= 0 ? 0 : (size_t)(need / rest->part);
    return rest->tables[segment][step < rest->size ? step : rest->size - 1];
}

/* The cheapest of the points of a list that gain at least `own`, with what the segments behind cost. */
static int64_t least_behind(const struct cheapest_rest *rest, const struct rest_list *list,
                            size_t segment, int64_t own, int64_t need)
{
    int64_t least = REST_NEVER;
    for (size_t i = 0; i < list->count; i++) {
        const struct rest_point *point = &list->points[i];
        if (point->gain < own) {
            continue;
        }
        int64_t behind = look_up(rest, segment, need - point->gain);
        if (behind != REST_NEVER && point->cost + behind < least) {
            least = point->cost + behind;
        }
        if (point->gain >= need) { /* those behind it only cost more */
            break;
        }
    }
    return least;
}

/* What the group of an item needs, in an order by group. */
static int64_t own_need(const struct cheapest_rest *rest, size_t place, const int64_t *needs)
{
    int group = item_at(rest, place)->group;
    return rest->order->by_pool || group == CHEAPEST_FREE ? 0 : needs[group];
}

/* What all options from the first place to another can gain. */
static int64_t gain_until(const struct cheapest_rest *rest, size_t end)
{
    int64_t gain = 0;
    for (size_t place = 0; place < end; place++) {
        const struct cheapest_item *item = item_at(rest, place);
        gain += item->options[item->count - 1].gain;
    }
    return gain;
}

/* Only needs that can be left when its first item is decided are looked up, and those that it and what is behind it
 * cannot gain are out of reach. */
static void set_table(struct cheapest_rest *rest, size_t segment, struct arena *arena)
{
    size_t place = rest->order->begins[segment];
    const struct rest_list *list = &rest->rest[place][rest->rooms[place]];
    int64_t own = own_need(rest, place, rest->problem->group_needs);
    int64_t least = rest->problem->need - gain_until(rest, place);
    int64_t most = gain_until(rest, rest->problem->count) - gain_until(rest, place);
    int64_t *table = arena_get(arena, rest->size, sizeof *table);
    for (size_t i = 0; i < rest->size; i++) {
        int64_t need = (int64_t)i * rest->part;
        if (need > most) {
            table[i] = REST_NEVER;
        } else if (need >= least - rest->part || i == 0) {
            table[i] = least_behind(rest, list, segment + 1, own, need);
        }
    }
    rest->tables[segment] = table;
}

/* Behind the last segment only no need can be met. */
static void set_last_table(struct cheapest_rest *rest, struct arena *arena)
{
    int64_t *table = arena_get(arena, rest->size, sizeof *table);
    for (size_t i = 1; i < rest->size; i++) {
        table[i] = REST_NEVER;
    }
    rest->tables[rest->order->segment_count] = table;
}

/* ---- the whole ---- */

static int64_t common_part(int64_t one, int64_t other)
{
    while (other != 0) {
        int64_t rest = one % other;
        one = other;
        other = rest;
    }
    return one;
}

/* Steps as fine as gains are, or as many as a table has. */
static void set_steps(struct cheapest_rest *rest)
{
    int64_t part = 0;
    for (size_t i = 0; i < rest->problem->count; i++) {
        const struct cheapest_item *item = &rest->problem->items[i];
        for (unsigned k = 1; k < item->count; k++) {
            part = common_part(part, item->options[k].gain);
        }
    }
    rest->part = part > 0 ? part : 1;
    int64_t steps = rest->problem->need / rest->part + 2; /* the need is rounded up */
    if (steps > STEPS) {
        rest->part *= (steps - 1) / STEPS + 1;
        steps = rest->problem->need / rest->part + 2;
    }
    rest->size = (size_t)steps;
}

static struct list_work make_room(const struct cheapest_problem *problem, struct arena *arena)
{
    size_t options = 1;
    for (size_t i = 0; i < problem->count; i++) {
        options = problem->items[i].count > options ? problem->items[i].count : options;
    }
    return (struct list_work){
        .runs = arena_get(arena, options, sizeof(struct run)),
        .points = arena_get(arena, options * POINTS, sizeof(struct rest_point)),
    };
}

void cheapest_rest_make(struct cheapest_rest *rest, const struct cheapest_problem *problem,
                        const struct cheapest_order *order, const struct cheapest_tolls *tolls,
                        struct arena *arena)
{
    size_t count = problem->count + 1;
    *rest = (struct cheapest_rest){
        .problem = problem,
        .order = order,
        .tolls = tolls,
        .tables = arena_get(arena, order->segment_count + 1, sizeof *rest->tables),
        .rest = arena_get(arena, count, sizeof *rest->rest),
        .rooms = arena_get(arena, count, sizeof *rest->rooms),
    };
    set_steps(rest);
    set_last_table(rest, arena);
    const struct list_work work = make_room(problem, arena);
    for (size_t place = problem->count; place-- > 0;) {
        set_lists(rest, place, cheapest_order_begins(order, place + 1), &work, arena);
        if (cheapest_order_begins(order, place)) {
            set_table(rest, order->segments[place], arena);
        }
    }
}

/* The tolls of all steps that pools still take. */
static int64_t tolls_of(const struct cheapest_rest *rest, const struct key_layer *layer,
                        const struct cheapest_wants *wants)
{
    int64_t sum = 0;
    for (size_t p = 0; p < rest->problem->pool_count; p++) {
        unsigned left = rest->problem->pool_most - wants->taken[p];
        sum +=
            rest->tolls->of_pool[p] * (int64_t)(left < layer->coming[p] ? left : layer->coming[p]);
    }
    return sum;
}

/* The grants of all that groups still need. */
static int64_t grants_of(const struct cheapest_rest *rest, const struct cheapest_wants *wants)
{
    int64_t sum = 0;
    for (size_t g = 0; g < rest->problem->group_count; g++) {
        sum += cheapest_toll_granted(rest->tolls, (int)g, wants->groups[g]);
    }
    return sum;
}

int64_t cheapest_rest_least(const struct cheapest_rest *rest, const struct cheapest_keys *keys,
                            size_t place, const struct cheapest_wants *wants)
{
    size_t segment = rest->order->segments[place];
    int64_t least = 0;
    if (cheapest_order_begins(rest->order, place)) {
        least = look_up(rest, segment, wants->need);
    } else {
        int pool = item_at(rest, place)->pool;
        unsigned room = rest->rooms[place];
        if (rest->order->by_pool && rest->problem->pool_most - wants->taken[pool] < room) {
            room = rest->problem->pool_most - wants->taken[pool];
        }
        least = least_behind(rest, &rest->rest[place][room], segment + 1,
                             own_need(rest, place, wants->groups), wants->need);
    }
    if (least == REST_NEVER) {
        return REST_NEVER;
    }
    least += rest->order->by_pool ? grants_of(rest, wants)
                                  : -tolls_of(rest, &keys->layers[place], wants);
    return least <= 0 ? 0 : (least - 1) / rest->tolls->parts + 1;
}
