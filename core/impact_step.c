#include "impact_step.h"

#include "limit.h"
#include "memory.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>

enum { KEY_BYTES = 16 };

/* What is being worked out. */
struct work {
    const struct pack *pack;
    const struct instrument *whole; /* with all changes */
    size_t *group;                  /* of each change: the first change that it belongs with */
    struct arena *arena;
};

/* ---- what belongs together ---- */

/* The sums that a weight is a part of: its own parts', and that of what is around it. */
struct sums {
    char own[KEY_BYTES], around[KEY_BYTES];
};

static void set_key(char key[KEY_BYTES], const char *id, size_t length)
{
    length = length < KEY_BYTES ? length : KEY_BYTES - 1;
    memcpy(key, id, length);
    key[length] = '\0';
}

/* The aspect of an indicator, or of the slots of one; NULL when there is none of that id. */
static const struct aspect *aspect_of(const struct instrument *instrument, const char *id)
{
    size_t length = strlen(id);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const char *each = instrument->indicators[i].id;
        if (strncmp(each, id, length) == 0 && (each[length] == '\0' || each[length] == '-')) {
            return &instrument->aspects[instrument->indicators[i].aspect];
        }
    }
    return NULL;
}

static struct sums sums_of(const struct instrument *instrument, const char *id)
{
    struct sums sums = {.around = "*"};
    const char *dash = strchr(id, '-');
    const struct aspect *aspect = aspect_of(instrument, id);
    set_key(sums.own, id, strlen(id));
    if (dash != NULL) {
        set_key(sums.around, id, (size_t)(dash - id));
    } else if (aspect != NULL) {
        set_key(sums.around, aspect->id, strlen(aspect->id));
    }
    for (size_t i = 0; i < instrument->aspect_count; i++) {
        const struct aspect *each = &instrument->aspects[i];
        if (strcmp(each->id, id) == 0 && each->domain != NOWHERE) {
            set_key(sums.around, instrument->domains[each->domain].id,
                    strlen(instrument->domains[each->domain].id));
        }
    }
    return sums;
}

/* True when two changes of weights take part in one sum. */
static bool share_sum(const struct instrument *instrument, const char *one, const char *other)
{
    struct sums a = sums_of(instrument, one), b = sums_of(instrument, other);
    return strcmp(a.own, b.own) == 0 || strcmp(a.around, b.around) == 0 ||
           strcmp(a.own, b.around) == 0 || strcmp(a.around, b.own) == 0;
}

/* True when two changes can only be made together, or one over the other. */
static bool belong(const struct instrument *instrument, const struct rule_change *one,
                   const struct rule_change *other)
{
    if (strcmp(one->kind, other->kind) != 0) {
        return one->of[0] != '\0' && strcmp(one->of, other->of) == 0;
    }
    return strcmp(one->of, other->of) == 0 || strcmp(one->kind, "band") == 0 ||
           (strcmp(one->kind, "weight") == 0 && share_sum(instrument, one->of, other->of));
}

/* Puts each change into the group of the first one that it belongs with, directly or through others. */
static void find_groups(const struct work *work)
{
    const struct rule_change *changes = work->whole->changes;
    for (size_t i = 0; i < work->whole->change_count; i++) {
        work->group[i] = i;
        for (size_t k = 0; k < i; k++) {
            if (!belong(work->whole, &changes[i], &changes[k]) ||
                work->group[k] == work->group[i]) {
                continue;
            }
            size_t low = work->group[k] < work->group[i] ? work->group[k] : work->group[i];
            size_t high = work->group[k] < work->group[i] ? work->group[i] : work->group[k];
            for (size_t n = 0; n <= i; n++) {
                work->group[n] = work->group[n] == high ? low : work->group[n];
            }
        }
    }
}

/* ---- sets of rules ---- */

/* Flags for no change but new documents. */
static bool *no_changes(const struct work *work)
{
    bool *on = memory_zero(work->whole->change_count + 1, sizeof *on);
    for (size_t i = 0; i < work->whole->change_count; i++) {
        on[i] = strcmp(work->whole->changes[i].kind, "document") == 0;
    }
    return on;
}

/* Builds the rules of a step alone. */
static void make_alone(const struct work *work, struct impact_step *step)
{
    bool *on = no_changes(work);
    for (size_t i = 0; i < step->count; i++) {
        on[step->changes[i]] = true;
    }
    step->has_alone = pack_variant(work->pack, on, work->arena, &step->alone);
    free(on);
}

/* Adds the changes of a group to a step. */
static void add_group(const struct work *work, size_t group, size_t *members, size_t *count,
                      bool *on)
{
    for (size_t i = group; i < work->whole->change_count; i++) {
        if (work->group[i] == group) {
            members[(*count)++] = i;
            on[i] = true;
        }
    }
}

/* Makes the steps from the groups, in the order of their first changes; `on` is what was made so far. */
static bool make_steps(const struct work *work, struct impact_steps *steps, bool *on,
                       struct error *err)
{
    size_t total = work->whole->change_count, count = 0;
    size_t *members = arena_get(work->arena, total + 1, sizeof *members);
    for (size_t i = 0; i < total; i++) {
        if (work->group[i] != i || strcmp(work->whole->changes[i].kind, "document") == 0) {
            continue;
        }
        if (steps->count == LIMIT_IMPACT_STEPS) {
            return error_set(err, M_IMPACT_STEPS, pack_place(work->pack), LIMIT_IMPACT_STEPS);
        }
        struct impact_step *step = &steps->list[steps->count];
        add_group(work, i, members, &count, on);
        if (!pack_variant(work->pack, on, work->arena, &step->upto)) {
            continue; /* not sound yet: together with the next */
        }
        step->changes = members;
        step->count = count;
        make_alone(work, step);
        steps->count++;
        members += count;
        count = 0;
    }
    return true;
}

bool impact_steps_make(struct impact_steps *steps, const struct pack *pack, struct arena *arena,
                       struct error *err)
{
    struct work work = {pack, pack_instrument(pack), NULL, arena};
    bool *on = no_changes(&work);
    *steps = (struct impact_steps){.count = 0};
    steps->list = arena_get(arena, LIMIT_IMPACT_STEPS, sizeof *steps->list);
    work.group = memory_zero(work.whole->change_count + 1, sizeof *work.group);
    find_groups(&work);
    bool ok = pack_variant(pack, on, arena, &steps->base) && make_steps(&work, steps, on, err);
    free(work.group);
    free(on);
    return ok;
}
