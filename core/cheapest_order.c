#include "cheapest_order.h"

/* What an item is sorted by. */
struct rank {
    int pool;     /* CHEAPEST_FREE first */
    size_t first; /* its position, or that of the first item of its group */
    size_t position;
};

static struct rank rank_of(const struct cheapest_problem *problem, bool by_pool, size_t position)
{
    const struct cheapest_item *item = &problem->items[position];
    bool grouped = item->group != CHEAPEST_FREE;
    size_t first = grouped ? 0 : position;
    while (first < position && problem->items[first].group != item->group) {
        first++;
    }
    return (struct rank){grouped && !by_pool ? CHEAPEST_FREE : item->pool, first, position};
}

static bool stands_before(struct rank one, struct rank other)
{
    if (one.pool != other.pool) {
        return one.pool < other.pool;
    }
    return one.first != other.first ? one.first < other.first : one.position < other.position;
}

/* Whether two items are of one segment. */
static bool belong_together(const struct cheapest_item *one, const struct cheapest_item *other,
                            bool by_pool)
{
    int this = by_pool ? one->pool : one->group;
    int that = by_pool ? other->pool : other->group;
    return this == that && this != CHEAPEST_FREE;
}

static void set_segments(struct cheapest_order *order, const struct cheapest_problem *problem)
{
    for (size_t place = 0; place < problem->count; place++) {
        const struct cheapest_item *item = &problem->items[order->items[place]];
        if (place == 0 ||
            !belong_together(&problem->items[order->items[place - 1]], item, order->by_pool)) {
            order->begins[order->segment_count++] = place;
        }
        order->segments[place] = (uint32_t)order->segment_count - 1;
    }
    order->begins[order->segment_count] = problem->count;
    order->segments[problem->count] = (uint32_t)order->segment_count;
}

void cheapest_order_set(struct cheapest_order *order, const struct cheapest_problem *problem,
                        bool by_pool, struct arena *arena)
{
    size_t room = problem->count + 1;
    struct rank *ranks = arena_get(arena, room, sizeof *ranks);
    *order = (struct cheapest_order){
        .by_pool = by_pool,
        .items = arena_get(arena, room, sizeof *order->items),
        .segments = arena_get(arena, room, sizeof *order->segments),
        .begins = arena_get(arena, room, sizeof *order->begins),
    };
    for (size_t i = 0; i < problem->count; i++) {
        struct rank rank = rank_of(problem, by_pool, i);
        size_t at = i;
        for (; at > 0 && stands_before(rank, ranks[at - 1]); at--) {
            ranks[at] = ranks[at - 1];
        }
        ranks[at] = rank;
    }
    for (size_t i = 0; i < problem->count; i++) {
        order->items[i] = (uint32_t)ranks[i].position;
    }
    set_segments(order, problem);
}

bool cheapest_order_begins(const struct cheapest_order *order, size_t place)
{
    return order->begins[order->segments[place]] == place;
}
