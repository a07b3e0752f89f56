#include "pack_function.h"

#include <assert.h>
#include <string.h>

/* What an indicator, or the indicator that it is a slot of, says it depends on; NULL for nothing. */
static const struct data *names_of(const struct declaration *declaration,
                                   const struct indicator *indicator)
{
    const char *id = indicator->slot_of == NULL ? indicator->id : indicator->slot_of;
    const struct named *found = name_index_find(&declaration->indicator_ids, id);
    return found == NULL ? NULL : data_get(found->value, "depends_on");
}

static void add_depends(const struct declaration *declaration, struct arena *arena,
                        const struct instrument *instrument, struct indicator *indicator)
{
    const struct data *names = names_of(declaration, indicator);
    int *depends = arena_get(arena, names == NULL ? 1 : names->count + 1, sizeof *depends);
    for (const struct data *name = names == NULL ? NULL : names->first; name != NULL;
         name = name->next) {
        int position =
            instrument_find_indicator(instrument, name->text, strlen(name->text), NOWHERE);
        assert(position != NOWHERE); /* check_function has seen to it */
        depends[indicator->depend_count++] = position;
    }
    indicator->depends = depends;
}

/* Puts an indicator behind all that it depends on. There are no circles, so this ends. */
static void order(struct instrument *instrument, int position, bool *placed, int *out)
{
    const struct indicator *indicator = &instrument->indicators[position];
    if (indicator->function == NULL || placed[position]) {
        return;
    }
    placed[position] = true;
    for (size_t d = 0; d < indicator->depend_count; d++) {
        order(instrument, indicator->depends[d], placed, out);
    }
    out[instrument->function_count++] = position;
}

void pack_function_build(const struct declaration *declaration, struct arena *arena,
                         struct instrument *instrument)
{
    struct indicator *indicators =
        arena_get(arena, instrument->indicator_count + 1, sizeof *indicators);
    bool *placed = arena_get(arena, instrument->indicator_count + 1, sizeof *placed);
    int *out = arena_get(arena, instrument->indicator_count + 1, sizeof *out);
    memcpy(indicators, instrument->indicators, instrument->indicator_count * sizeof *indicators);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (indicators[i].function != NULL) {
            add_depends(declaration, arena, instrument, &indicators[i]);
        }
    }
    instrument->indicators = indicators;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        order(instrument, (int)i, placed, out);
    }
    instrument->function_order = out;
}
