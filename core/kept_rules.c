#include "kept_rules.h"

#include "pack_stack.h"

bool kept_rules_add(struct store *store, const struct pack *pack, struct error *err)
{
    const struct instrument *instrument = pack_instrument(pack);
    bool ok = true;
    for (size_t i = 0; ok && i < instrument->file_count; i++) {
        const struct text *source = pack_source(pack, i);
        struct store_rule rule = {instrument->files[i].name, source->bytes, source->length};
        ok = store_keep_rule(store, &rule, err);
    }
    return ok;
}

/* Finds the texts of all files; false when one is missing or cannot be read. */
static bool find_texts(struct store *store, const struct pack_file *files, size_t count,
                       struct arena *arena, struct pack_text *texts,
                       const struct pack_file **missing, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        texts[i].name = files[i].name;
        if (!store_rule(store, files[i].sha256, arena, &texts[i].bytes, &texts[i].length, err)) {
            return false;
        }
        if (texts[i].bytes == NULL) {
            *missing = &files[i];
            return false;
        }
    }
    return true;
}

struct pack *kept_rules_load(struct store *store, const char *place, const struct pack_file *files,
                             size_t count, const struct pack_file **missing, struct error *err)
{
    struct arena arena = ARENA_EMPTY;
    struct pack_text *texts = arena_get(&arena, count + 1, sizeof *texts);
    struct pack *pack = NULL;
    *missing = NULL;
    if (find_texts(store, files, count, &arena, texts, missing, err)) {
        pack = pack_stack_load_kept(place, texts, count, err);
    }
    arena_release(&arena);
    return pack;
}
