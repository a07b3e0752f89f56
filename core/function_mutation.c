#include "function_mutation.h"

#include "limit.h"
#include "memory.h"
#include "message.h"
#include "mutation.h"
#include "scorer.h"
#include "source_mutation.h"

#include <stdlib.h>
#include <string.h>

/* Where mistakes are tried. */
struct trial {
    const struct instrument *instrument;
    const struct pack_example *examples;
    size_t example_count;
    const char *place;
    const struct source *sources;
    size_t source_count;
    struct arena work; /* of one try */
};

/* The mistakes of one function. */
struct found {
    size_t source; /* position of its file */
    const struct source_mutation *list;
    size_t count;
};

/* True when another function of the same file lies around this one, and has its mistakes too. */
static bool is_inside(const struct function_cover *cover, size_t position)
{
    const struct function_lines *own = &cover->functions[position];
    bool inside = false;
    for (size_t i = 0; i < cover->count; i++) {
        const struct function_lines *other = &cover->functions[i];
        bool larger = other->from <= own->from && other->to >= own->to &&
                      (other->to - other->from > own->to - own->from || i < position);
        inside = inside || (i != position && larger && strcmp(other->file, own->file) == 0);
    }
    return inside;
}

static void find(const struct trial *trial, const struct function_lines *function,
                 struct arena *arena, struct found *out)
{
    *out = (struct found){.count = 0};
    for (size_t i = 0; i < trial->source_count; i++) {
        if (strcmp(trial->sources[i].name, function->file) == 0) {
            out->source = i;
            out->list = source_mutation_list(&trial->sources[i].text, (unsigned)function->from,
                                             (unsigned)function->to, arena, &out->count);
        }
    }
}

/* Computes the examples with a mistake in one file. */
static bool try(struct trial *trial, size_t source, const struct source_mutation *mutation)
{
    struct source *sources = memory_zero(trial->source_count, sizeof *sources);
    struct instrument changed = *trial->instrument;
    struct text text = TEXT_EMPTY;
    memcpy(sources, trial->sources, trial->source_count * sizeof *sources);
    source_mutation_make(mutation, &trial->sources[source].text, &text);
    sources[source].text = text;
    changed.scorer = scorer_new(trial->place, sources, trial->source_count);
    bool noticed = mutation_noticed(&changed, trial->examples, trial->example_count, &trial->work);
    scorer_free(changed.scorer);
    text_release(&text);
    free(sources);
    return noticed;
}

static void try_all(struct trial *trial, const struct found *found, struct function_mutant *mutants)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct source_mutation *mutation = &found->list[i];
        mutants[i] = (struct function_mutant){
            .file = trial->sources[found->source].name,
            .line = mutation->line,
            .was = mutation->was,
            .with = mutation->with,
            .noticed = try(trial, found->source, mutation),
        };
    }
}

bool function_mutation_run(const struct instrument *instrument, const struct function_cover *cover,
                           const struct pack_example *examples, size_t example_count,
                           struct arena *arena, const struct function_mutant **mutants,
                           size_t *count, struct error *err)
{
    struct trial trial = {.instrument = instrument,
                          .examples = examples,
                          .example_count = example_count,
                          .work = ARENA_EMPTY};
    struct found *found = arena_get(arena, cover->count + 1, sizeof *found);
    trial.sources = scorer_sources(instrument->scorer, &trial.place, &trial.source_count);
    *count = 0;
    for (size_t i = 0; i < cover->count; i++) {
        if (!is_inside(cover, i)) {
            find(&trial, &cover->functions[i], arena, &found[i]);
            *count += found[i].count;
        }
    }
    if (*count > LIMIT_MUTATIONS) {
        return error_set(err, M_MUTATION_COUNT, trial.place, *count, LIMIT_MUTATIONS);
    }
    struct function_mutant *list = arena_get(arena, *count + 1, sizeof *list);
    size_t done = 0;
    for (size_t i = 0; i < cover->count; i++) {
        try_all(&trial, &found[i], list + done);
        done += found[i].count;
    }
    arena_release(&trial.work);
    *mutants = list;
    return true;
}
