#include "edit_undo.h"

#include "arena.h"
#include "edit_evidence.h"
#include "lang.h"
#include "message.h"

#include <string.h>

/* What is to be taken back, copied out of the journal. */
struct undoing {
    struct arena arena;
    int64_t last;
    struct change *changes;
    size_t count;
};

static bool collect(void *context, const struct change *change)
{
    struct undoing *undoing = context;
    if (change->number > undoing->last) {
        return false;
    }
    struct change *copy = &undoing->changes[undoing->count++];
    *copy = *change;
    copy->indicator = arena_string(&undoing->arena, change->indicator);
    copy->subject = arena_string(&undoing->arena, change->subject);
    copy->was = arena_string(&undoing->arena, change->was);
    copy->now = arena_string(&undoing->arena, change->now);
    return true;
}

/* True when the evidence item of a change came into being in the same entries. */
static bool is_new_item(const struct undoing *undoing, const struct change *change)
{
    for (size_t i = 0; i < undoing->count; i++) {
        const struct change *other = &undoing->changes[i];
        if (other->field == FIELD_EVIDENCE_FOR && strcmp(other->subject, change->subject) == 0) {
            return true;
        }
    }
    return false;
}

static bool same(const char *one, const char *other)
{
    return one == NULL || other == NULL ? one == other : strcmp(one, other) == 0;
}

static bool take_back(const struct edit *edit, struct undoing *undoing, const struct change *change,
                      struct error *err)
{
    const char *present = NULL;
    if (change->field == FIELD_EVIDENCE_FOR) {
        return edit_withdraw(edit, change->subject, _("taken back right after it was attached"),
                             false, err);
    }
    if (change->field == FIELD_CONTENT || change->field == FIELD_INSPECTION ||
        change->field == FIELD_PERSON || change->field == FIELD_COUNT ||
        is_new_item(undoing, change)) {
        return true;
    }
    if (!store_get(edit->store, change->field, change->subject, &undoing->arena, &present, err)) {
        return false;
    }
    if (!same(present, change->now)) {
        return error_set(err, M_UNDO_CHANGED, change->subject);
    }
    return store_set(edit->store, change->field, change->indicator, change->subject, change->was,
                     err);
}

bool edit_undo(const struct edit *edit, int64_t first, int64_t last, struct error *err)
{
    struct undoing undoing = {.arena = ARENA_EMPTY, .last = last};
    undoing.changes =
        arena_get(&undoing.arena, (size_t)(last - first + 1), sizeof *undoing.changes);
    bool ok = store_history(edit->store, NULL, first, collect, &undoing, err);
    for (size_t i = undoing.count; ok && i > 0; i--) {
        ok = take_back(edit, &undoing, &undoing.changes[i - 1], err);
    }
    arena_release(&undoing.arena);
    return ok;
}
