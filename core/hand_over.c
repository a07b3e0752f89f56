#include "hand_over.h"

#include "edit_score.h"
#include "file_name.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* An item while it is sorted. */
struct ranked {
    struct hand_item item;
    int criterion; /* the lowest place of what it supports; INT_MAX: none */
    size_t age;    /* its place among all evidence */
};

/* Where an id of what a document supports stands among the criteria: an item that scores, before those of its
 * level. INT_MAX where it is neither. */
static int rank_of(const struct instrument *instrument, const char *id)
{
    struct score_subject score;
    int position = instrument_find_criterion(instrument, id, strlen(id), 0);
    if (position != NOWHERE) {
        return position;
    }
    return edit_score_is_item(id) && edit_score_subject(instrument, id, &score)
               ? (int)instrument->levels[score.level].criteria.first
               : INT_MAX;
}

/* The lowest place of a list of ids by commas, in the instrument's order. */
static int lowest_rank(const struct instrument *instrument, const char *ids, struct arena *arena)
{
    int lowest = INT_MAX;
    for (const char *at = ids; *at != '\0';) {
        size_t length = strcspn(at, ",");
        int rank = rank_of(instrument, arena_copy(arena, at, length));
        lowest = rank < lowest ? rank : lowest;
        at += length + (at[length] == ',');
    }
    return lowest;
}

static int by_rank(const void *one, const void *other)
{
    const struct ranked *a = one;
    const struct ranked *b = other;
    if (a->item.indicator != b->item.indicator) {
        return a->item.indicator < b->item.indicator ? -1 : 1;
    }
    if (a->criterion != b->criterion) {
        return a->criterion < b->criterion ? -1 : 1;
    }
    return (a->age > b->age) - (a->age < b->age);
}

/* The file's name of an item that is the nth of its indicator. */
static const char *name_of(const struct instrument *instrument, const struct hand_item *item,
                           size_t nth, struct arena *arena)
{
    struct text text = TEXT_EMPTY;
    const struct file_name name = {
        .prefix = instrument->portal.file_prefix,
        .indicator = instrument->indicators[item->indicator].id,
        .nth = nth,
        .title = item->exhibit->item.title,
        .file = item->exhibit->item.file,
    };
    file_name_add(&text, &name, (size_t)instrument->portal.name_length);
    const char *made = arena_string(arena, text.bytes);
    text_release(&text);
    return made;
}

/* Sorts the exhibits that stand, and names them. */
static void arrange(struct hand_over *all, const struct exhibit *list, size_t count,
                    struct arena *arena)
{
    struct ranked *ranked = arena_get(arena, count, sizeof *ranked);
    for (size_t i = 0; i < count; i++) {
        const char *id = list[i].indicator;
        int indicator = instrument_find_indicator(all->instrument, id, strlen(id), 0);
        if (list[i].stands && indicator != NOWHERE) {
            bool here = list[i].size != EXHIBIT_NO_CONTENT && !list[i].purged;
            ranked[all->count++] =
                (struct ranked){{&list[i], indicator, NULL, here},
                                lowest_rank(all->instrument, list[i].criteria, arena),
                                i};
        }
    }
    qsort(ranked, all->count, sizeof *ranked, by_rank);
    all->items = arena_get(arena, all->count, sizeof *all->items);
    size_t nth = 0;
    for (size_t i = 0; i < all->count; i++) {
        all->items[i] = ranked[i].item;
        nth = i > 0 && all->items[i - 1].indicator == all->items[i].indicator ? nth + 1 : 0;
        all->items[i].name = name_of(all->instrument, &all->items[i], nth, arena);
    }
}

bool hand_over_gather(struct store *store, const struct instrument *instrument, struct arena *arena,
                      struct hand_over *out, struct error *err)
{
    struct exhibit *list = NULL;
    size_t count = 0;
    *out = (struct hand_over){.instrument = instrument};
    if (!store_hold(store, err)) {
        return false;
    }
    bool ok = store_load(store, instrument, arena, &out->assessment, err) &&
              store_evidence(store, NULL, arena, &list, &count, err) &&
              store_head(store, &out->entries, out->head, err);
    store_let_go(store);
    if (ok) {
        arrange(out, list, count, arena);
    }
    return ok;
}

struct span hand_over_of(const struct hand_over *all, int indicator)
{
    struct span span = {0, 0};
    for (size_t i = 0; i < all->count; i++) {
        if (all->items[i].indicator == indicator) {
            span.first = span.count == 0 ? (uint32_t)i : span.first;
            span.count++;
        }
    }
    return span;
}

const char *hand_over_content_word(const struct hand_item *item)
{
    return item->here ? "here" : item->exhibit->purged ? "purged" : "elsewhere";
}
