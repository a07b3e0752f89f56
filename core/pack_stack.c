#include "pack_stack.h"

#include "limit.h"
#include "memory.h"
#include "message.h"
#include "overlay_file.h"
#include "pack_folder.h"

#include <stdlib.h>
#include <string.h>

/* A pack, and what is to be put on it. */
struct stack {
    struct pack *pack;
    struct overlay_file *files[LIMIT_OVERLAYS];
    size_t count;
};

/* Frees what a stack still holds. */
static void drop(struct stack *stack)
{
    for (size_t i = 0; i < stack->count; i++) {
        overlay_file_free(stack->files[i]);
    }
    pack_free(stack->pack);
    *stack = (struct stack){.count = 0};
}

/* Puts the overlays on the pack, and hands it over. */
static struct pack *put_together(struct stack *stack)
{
    struct pack *pack = stack->pack;
    if (stack->count > 0) {
        pack_put_on(pack, stack->files, stack->count);
    }
    *stack = (struct stack){.count = 0};
    return pack;
}

/* Refuses a pack by its first complaint. */
static struct pack *sound(struct pack *pack, struct error *err)
{
    if (pack != NULL && pack_complaints(pack)->count > 0) {
        *err = error_is_set(err) ? *err : pack_complaints(pack)->list[0].error;
        pack_free(pack);
        return NULL;
    }
    return pack;
}

/* Loads the program's own pack that an overlay names; its failure is told at the overlay. */
static struct pack *open_base(const struct overlay_file *file, struct error *err)
{
    struct pack *pack = pack_open(overlay_file_base(file), err);
    if (pack == NULL) {
        error_place(err, overlay_file_source(file)->place);
    }
    return pack;
}

/* ---- one ---- */

/* Loads the overlays among the names; an overlay with complaints ends that, in *refused. */
static bool open_overlays(const char *const *names, struct stack *stack, struct pack **refused,
                          struct error *err)
{
    for (; *names != NULL; names++) {
        if (!pack_folder_is_overlay(*names)) {
            continue;
        }
        if (stack->count == LIMIT_OVERLAYS) {
            return error_set(err, M_OVERLAY_COUNT, *names, LIMIT_OVERLAYS);
        }
        struct overlay_file *file = overlay_file_open(*names, err);
        if (file == NULL) {
            return false;
        }
        if (overlay_file_complaints(file)->count > 0) {
            *refused = pack_refused(file);
            return false;
        }
        stack->files[stack->count++] = file;
    }
    return true;
}

/* Loads the pack among the names, or the one that the first overlay names. */
static bool open_pack(const char *const *names, struct stack *stack, struct error *err)
{
    const char *found = NULL;
    for (; *names != NULL; names++) {
        if (pack_folder_is_overlay(*names)) {
            continue;
        }
        if (found != NULL) {
            return error_set(err, M_OVERLAY_PACKS, *names);
        }
        found = *names;
    }
    stack->pack = found != NULL ? pack_open(found, err) : open_base(stack->files[0], err);
    return stack->pack != NULL;
}

struct pack *pack_stack_open(const char *const *names, struct error *err)
{
    struct stack stack = {.count = 0};
    struct pack *refused = NULL;
    if (!open_overlays(names, &stack, &refused, err) || !open_pack(names, &stack, err)) {
        drop(&stack);
        return refused;
    }
    if (pack_complaints(stack.pack)->count > 0) { /* overlays have nothing to stand on */
        refused = stack.pack;
        stack.pack = NULL;
        drop(&stack);
        return refused;
    }
    return put_together(&stack);
}

struct pack *pack_stack_load(const char *const *names, struct error *err)
{
    return sound(pack_stack_open(names, err), err);
}

/* ---- several ---- */

struct stacks {
    struct stack *list;
    size_t count, most;
};

static bool add_stack(struct stacks *stacks, const char *name, struct pack *pack, struct error *err)
{
    if (pack == NULL) {
        return false;
    }
    if (stacks->count == stacks->most) {
        pack_free(pack);
        return error_set(err, M_EVALUATOR_PACKS, name, (int)stacks->most);
    }
    stacks->list[stacks->count++] = (struct stack){.pack = pack};
    return true;
}

/* The stack whose pack an overlay changes; made, when there is none. */
static struct stack *stack_of(struct stacks *stacks, const struct overlay_file *file,
                              const char *name, struct error *err)
{
    for (size_t i = 0; i < stacks->count; i++) {
        const char *id = pack_instrument(stacks->list[i].pack)->id;
        if (strcmp(id, overlay_file_base(file)) == 0) {
            return &stacks->list[i];
        }
    }
    bool ok = add_stack(stacks, name, sound(open_base(file, err), err), err);
    return ok ? &stacks->list[stacks->count - 1] : NULL;
}

/* Adds an overlay to the stack of its pack. */
static bool add_overlay(struct stacks *stacks, const char *name, struct error *err)
{
    struct overlay_file *file = overlay_file_open(name, err);
    if (file != NULL && overlay_file_complaints(file)->count > 0) {
        *err = error_is_set(err) ? *err : overlay_file_complaints(file)->list[0].error;
        overlay_file_free(file);
        return false;
    }
    struct stack *stack = file == NULL ? NULL : stack_of(stacks, file, name, err);
    if (stack == NULL || stack->count == LIMIT_OVERLAYS) {
        overlay_file_free(file);
        return stack != NULL && error_set(err, M_OVERLAY_COUNT, name, LIMIT_OVERLAYS);
    }
    stack->files[stack->count++] = file;
    return true;
}

/* Loads all that is named: packs first, so that overlays find them. */
static bool load_named(struct stacks *stacks, const char *const *names, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && names[i] != NULL; i++) {
        ok = pack_folder_is_overlay(names[i]) ||
             add_stack(stacks, names[i], pack_load(names[i], err), err);
    }
    for (size_t i = 0; ok && names[i] != NULL; i++) {
        ok = !pack_folder_is_overlay(names[i]) || add_overlay(stacks, names[i], err);
    }
    return ok;
}

bool pack_stack_load_all(const char *const *names, struct pack **packs, size_t most, size_t *count,
                         struct error *err)
{
    struct stacks stacks = {memory_zero(most, sizeof *stacks.list), 0, most};
    bool ok = load_named(&stacks, names, err);
    *count = 0;
    for (size_t i = 0; ok && i < stacks.count; i++) {
        packs[i] = sound(put_together(&stacks.list[i]), err);
        ok = packs[i] != NULL;
        *count += ok ? 1 : 0;
    }
    for (size_t i = 0; i < stacks.count; i++) {
        drop(&stacks.list[i]);
    }
    for (; !ok && *count > 0; (*count)--) {
        pack_free(packs[*count - 1]);
    }
    free(stacks.list);
    return ok;
}

/* ---- kept in memory ---- */

/* Loads one overlay of a kept stack. */
static bool add_kept(struct stack *stack, const struct pack_text *text, struct error *err)
{
    const char *slash = strchr(text->name, '/');
    char *folder = memory_copy(text->name, (size_t)(slash - text->name));
    struct pack_text alone = {slash + 1, text->bytes, text->length};
    if (stack->count == LIMIT_OVERLAYS) {
        error_set(err, M_OVERLAY_COUNT, text->name, LIMIT_OVERLAYS);
        free(folder);
        return false;
    }
    struct overlay_file *file = overlay_file_open_kept(folder, &alone, err);
    free(folder);
    if (file != NULL && overlay_file_complaints(file)->count > 0) {
        *err = error_is_set(err) ? *err : overlay_file_complaints(file)->list[0].error;
        overlay_file_free(file);
        return false;
    }
    if (file != NULL) {
        stack->files[stack->count++] = file;
    }
    return file != NULL;
}

struct pack *pack_stack_load_kept(const char *place, const struct pack_text *texts, size_t count,
                                  struct error *err)
{
    struct stack stack = {.count = 0};
    struct pack_text *own = memory_zero(count + 1, sizeof *own);
    size_t own_count = 0;
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        if (strchr(texts[i].name, '/') == NULL) {
            own[own_count++] = texts[i];
        } else {
            ok = add_kept(&stack, &texts[i], err);
        }
    }
    stack.pack = ok ? sound(pack_open_kept(place, own, own_count, err), err) : NULL;
    struct pack *pack = stack.pack == NULL ? NULL : sound(put_together(&stack), err);
    drop(&stack);
    free(own);
    return pack;
}
