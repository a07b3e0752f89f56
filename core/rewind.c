#include "rewind.h"

#include <string.h>

/* The journal's entries, copied. */
struct past {
    struct arena *arena;
    struct change *changes;
    size_t count;
};

static bool copy_change(void *context, const struct change *change)
{
    struct past *past = context;
    struct change *copy = &past->changes[past->count++];
    *copy = *change;
    copy->at = arena_string(past->arena, change->at);
    copy->indicator = arena_string(past->arena, change->indicator);
    copy->subject = arena_string(past->arena, change->subject);
    copy->was = arena_string(past->arena, change->was);
    return true;
}

static bool read_past(struct store *store, struct past *past, struct error *err)
{
    int64_t length = store_history_length(store);
    past->changes = arena_get(past->arena, (size_t)length + 1, sizeof *past->changes);
    return store_history(store, NULL, 1, copy_change, past, err);
}

/* True for what is no part of the assessment itself. */
static bool is_aside(enum field field)
{
    return field == FIELD_CONTENT || field == FIELD_RULE_FILE || field == FIELD_RULES ||
           field == FIELD_PERSON || field == FIELD_COUNT;
}

/* Takes the last step back; *count is then that of the entries before it. */
static bool step_back(struct store *store, const struct past *past, size_t *count,
                      struct error *err)
{
    int64_t step = past->changes[*count - 1].step;
    for (; *count > 0 && past->changes[*count - 1].step == step; (*count)--) {
        const struct change *change = &past->changes[*count - 1];
        if (!is_aside(change->field) && !store_set(store, change->field, change->indicator,
                                                   change->subject, change->was, err)) {
            return false;
        }
    }
    return true;
}

/* Goes back until the hash is the one that is sought; never before the first step, which made the file. */
static bool search(struct store *store, const struct instrument *instrument, const char *sha256,
                   const struct past *past, struct assessment *then, struct moment *moment,
                   struct error *err)
{
    size_t count = past->count;
    struct arena scratch = ARENA_EMPTY;
    bool ok = true;
    while (ok && count > 0) {
        arena_clear(&scratch);
        ok = store_load(store, instrument, &scratch, then, err);
        moment->found = ok && strcmp(then->sha256, sha256) == 0;
        if (moment->found || past->changes[count - 1].step == 1) {
            break;
        }
        ok = ok && step_back(store, past, &count, err);
    }
    arena_release(&scratch);
    if (moment->found) {
        moment->entry = past->changes[count - 1].number;
        moment->at = past->changes[count - 1].at;
        ok = store_load(store, instrument, past->arena, then, err);
    }
    return ok;
}

bool rewind_find(struct store *store, const struct instrument *instrument, const char *sha256,
                 struct arena *arena, struct assessment *then, struct moment *moment,
                 struct error *err)
{
    struct past past = {.arena = arena};
    *moment = (struct moment){.at = ""};
    if (!read_past(store, &past, err) || !store_begin(store, "spbe", "rewind", err)) {
        return false;
    }
    bool ok = search(store, instrument, sha256, &past, then, moment, err);
    store_rollback(store);
    return ok;
}
