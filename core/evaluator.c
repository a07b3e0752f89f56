#include "evaluator.h"

#include "exchange.h"
#include "hash.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "pack.h"
#include "pack_stack.h"
#include "store.h"
#include "stream.h"
#include "warning.h"

#include <stdlib.h>
#include <string.h>

/* A stream may mix years and instruments; more of them than this only take longer. */
enum { SEASONS = 16 };

struct evaluator {
    struct pack *packs[LIMIT_PACKS];    /* in the order of loading */
    struct warner warners[LIMIT_PACKS]; /* one for each */
    size_t pack_count;
    struct season seasons[SEASONS];
    struct arena season_arena;
    size_t season_next; /* the one that is made next; all are forgotten before the first again */
    bool given;         /* rules were named: no others are used */
    int asked;          /* main basis */
    size_t last;        /* the pack used last */
    struct hash *hash;  /* made once: OpenSSL takes its time to find an algorithm */
    struct arena arena;
    struct assessment assessment;
    struct evaluation evaluation;
};

/* Takes a pack that was loaded, as the one used last. */
static void take_pack(struct evaluator *evaluator, struct pack *pack)
{
    evaluator->last = evaluator->pack_count;
    warner_open(&evaluator->warners[evaluator->last], pack_instrument(pack));
    evaluator->packs[evaluator->pack_count++] = pack;
}

static bool add_pack(struct evaluator *evaluator, const char *name, struct error *err)
{
    if (evaluator->pack_count == LIMIT_PACKS) {
        return error_set(err, M_EVALUATOR_PACKS, name, LIMIT_PACKS);
    }
    struct pack *pack = pack_load(name, err);
    if (pack == NULL) {
        return false;
    }
    take_pack(evaluator, pack);
    return true;
}

/* Loads all rules that are named, each pack with its overlays. */
static bool add_named(struct evaluator *evaluator, const char *const *rules, struct error *err)
{
    struct pack *packs[LIMIT_PACKS];
    size_t count = 0;
    bool ok = pack_stack_load_all(rules, packs, LIMIT_PACKS, &count, err);
    for (size_t i = 0; i < count; i++) {
        take_pack(evaluator, packs[i]);
    }
    return ok;
}

struct evaluator *evaluator_new(const char *const *rules, int asked, struct error *err)
{
    struct evaluator *evaluator = memory_zero(1, sizeof *evaluator);
    evaluator->asked = asked;
    evaluator->hash = hash_new();
    evaluator->given = rules != NULL && *rules != NULL;
    if (evaluator->given && !add_named(evaluator, rules, err)) {
        evaluator_free(evaluator);
        return NULL;
    }
    return evaluator;
}

void evaluator_free(struct evaluator *evaluator)
{
    if (evaluator == NULL) {
        return;
    }
    for (size_t i = 0; i < evaluator->pack_count; i++) {
        warner_close(&evaluator->warners[i]);
        pack_free(evaluator->packs[i]);
    }
    hash_free(evaluator->hash);
    arena_release(&evaluator->season_arena);
    arena_release(&evaluator->arena);
    free(evaluator);
}

const struct crosswalk *evaluator_crosswalk(const struct evaluator *evaluator,
                                            const struct instrument *to, const char *from)
{
    for (size_t i = 0; i < evaluator->pack_count; i++) {
        if (pack_instrument(evaluator->packs[i]) == to) {
            return pack_crosswalk(evaluator->packs[i], from);
        }
    }
    return NULL;
}

struct arena *evaluator_scratch(struct evaluator *evaluator)
{
    return &evaluator->arena;
}

/* --- which rules -------------------------------------------------------------------------------- */

/* True when the program comes with a pack of that id. A document names an id, never a path. */
static bool is_own(const char *id)
{
    struct error ignored = {.kind = ERROR_NONE};
    char **ids = pack_list(&ignored);
    bool found = false;
    for (size_t i = 0; ids != NULL && ids[i] != NULL; i++) {
        found = found || strcmp(ids[i], id) == 0;
        free(ids[i]);
    }
    free(ids);
    return found;
}

/* The instrument of that id, from the packs at hand or the program's own; NULL when there is none. */
static const struct instrument *choose(struct evaluator *evaluator, const char *id,
                                       const char *name, struct error *err)
{
    for (size_t i = 0; i < evaluator->pack_count; i++) {
        const struct instrument *instrument = pack_instrument(evaluator->packs[i]);
        if (strcmp(instrument->id, id) == 0) {
            evaluator->last = i;
            return instrument;
        }
    }
    if (evaluator->given) {
        error_set(err, M_EVALUATOR_RULES, name, id,
                  pack_instrument(evaluator->packs[evaluator->last])->id);
        return NULL;
    }
    if (!is_own(id)) {
        error_set(err, M_EVALUATOR_INSTRUMENT, name, id);
        return NULL;
    }
    return add_pack(evaluator, id, err) ? pack_instrument(evaluator->packs[evaluator->last]) : NULL;
}

/* --- documents ---------------------------------------------------------------------------------- */

/* Reads a document by the rules used last; documents of one batch are mostly of one instrument. */
static bool read_by_last(struct evaluator *evaluator, const char *bytes, size_t length,
                         const char *name, struct error *err)
{
    const struct instrument *instrument = pack_instrument(evaluator->packs[evaluator->last]);
    return exchange_read(bytes, length, name, instrument, &evaluator->arena, &evaluator->assessment,
                         err);
}

static bool read_document(struct evaluator *evaluator, const char *bytes, size_t length,
                          const char *name, struct error *err)
{
    struct error first = {.kind = ERROR_NONE};
    char id[EXCHANGE_ID_BYTES];
    if (evaluator->pack_count > 0) {
        if (read_by_last(evaluator, bytes, length, name, &first)) {
            return true;
        }
        if (first.id == NULL || strcmp(first.id, "EXCHANGE_INSTRUMENT") != 0) {
            *err = error_is_set(err) ? *err : first;
            return false;
        }
    }
    arena_clear(&evaluator->arena);
    return exchange_peek_instrument(bytes, length, name, id, err) &&
           choose(evaluator, id, name, err) != NULL &&
           read_by_last(evaluator, bytes, length, name, err);
}

/* The season of the present assessment. */
static const struct season *season_of(struct evaluator *evaluator)
{
    const struct assessment *assessment = &evaluator->assessment;
    for (size_t i = 0; i < SEASONS; i++) {
        if (evaluator->seasons[i].instrument != NULL &&
            season_is(&evaluator->seasons[i], assessment->instrument, assessment->year,
                      assessment->kind)) {
            return &evaluator->seasons[i];
        }
    }
    if (evaluator->season_next == SEASONS) {
        memset(evaluator->seasons, 0, sizeof evaluator->seasons);
        arena_clear(&evaluator->season_arena);
        evaluator->season_next = 0;
    }
    struct season *season = &evaluator->seasons[evaluator->season_next++];
    season_make(season, assessment->instrument, assessment->year, assessment->kind,
                &evaluator->season_arena);
    return season;
}

/* Says of overlays that they were written for another state of their pack. */
static void note_overlays(struct evaluator *evaluator)
{
    const struct instrument *instrument = evaluator->assessment.instrument;
    for (size_t i = 0; i < instrument->overlay_count; i++) {
        if (instrument->overlays[i].other_base) {
            problem_add(&evaluator->evaluation.problems, SEVERITY_NOTICE, "overlay_base",
                        instrument->overlays[i].id,
                        _("this overlay was written for another state of %s; see whether it still "
                          "means what it says"),
                        instrument->id);
        }
    }
}

/* The state of a pack, whatever overlays are on it. */
static const char *pack_state(const struct instrument *instrument)
{
    return instrument->base_sha256 != NULL ? instrument->base_sha256 : instrument->sha256;
}

/* Evaluates what was read. changed: it was made with another state of the rules. */
static const struct evaluation *run(struct evaluator *evaluator, const char *name, bool changed,
                                    struct error *err)
{
    if (!evaluation_run_in(&evaluator->evaluation, season_of(evaluator), &evaluator->assessment,
                           evaluator->asked, &evaluator->arena, err)) {
        error_place(err, name);
        return NULL;
    }
    if (changed) {
        problem_add(&evaluator->evaluation.problems, SEVERITY_NOTICE, "rules", "rules",
                    _("the assessment file was made with another state of these rules; the present "
                      "one is used"));
    }
    note_overlays(evaluator);
    warner_run(&evaluator->warners[evaluator->last], &evaluator->evaluation);
    return &evaluator->evaluation;
}

const struct evaluation *evaluator_document(struct evaluator *evaluator, const char *bytes,
                                            size_t length, size_t whole, const char *name,
                                            struct error *err)
{
    arena_clear(&evaluator->arena);
    if (!read_document(evaluator, bytes, length, name, err)) {
        return NULL;
    }
    hash_add(evaluator->hash, bytes, whole);
    hash_end(evaluator->hash, evaluator->assessment.sha256);
    return run(evaluator, name, false, err);
}

/* Reads and evaluates an assessment file that is open. */
static const struct evaluation *run_store(struct evaluator *evaluator, struct store *store,
                                          const char *path, struct error *err)
{
    const struct instrument *instrument =
        choose(evaluator, store_about(store)->instrument, path, err);
    bool loaded = instrument != NULL &&
                  store_load(store, instrument, &evaluator->arena, &evaluator->assessment, err);
    const char *made_with = store_about(store)->rules_sha256;
    bool changed = loaded && made_with[0] != '\0' && strcmp(made_with, pack_state(instrument)) != 0;
    return loaded ? run(evaluator, path, changed, err) : NULL;
}

const struct evaluation *evaluator_opened(struct evaluator *evaluator, struct store *store,
                                          const char *path, struct error *err)
{
    arena_clear(&evaluator->arena);
    return run_store(evaluator, store, path, err);
}

const struct evaluation *evaluator_store(struct evaluator *evaluator, const char *path,
                                         struct error *err)
{
    arena_clear(&evaluator->arena);
    struct store *store = store_open(path, STORE_READ, err);
    const struct evaluation *evaluation =
        store == NULL ? NULL : run_store(evaluator, store, path, err);
    store_close(store);
    return evaluation;
}

/* --- an input with exactly one assessment ------------------------------------------------------- */

/* The one document of a stream. */
static const struct evaluation *only_document(struct evaluator *evaluator, struct stream *stream,
                                              const char *path, struct error *err)
{
    struct stream_document document;
    if (!stream_next(stream, false, &document, err)) {
        error_set(err, M_EVALUATOR_NONE, path);
        return NULL;
    }
    bool begins = document.large || document.bytes[0] == '{';
    if (!stream_alone(stream, &document)) {
        begins ? error_set(err, M_EVALUATOR_SEVERAL, path) : error_set(err, M_EVALUATOR_NONE, path);
        return NULL;
    }
    if (document.large) {
        error_set(err, M_EXCHANGE_LARGE, path, (size_t)LIMIT_JSON_BYTES);
        return NULL;
    }
    return evaluator_document(evaluator, document.bytes, document.length, document.whole, path,
                              err);
}

const struct evaluation *evaluator_input(struct evaluator *evaluator, const char *path,
                                         struct error *err)
{
    if (strcmp(path, "-") != 0 && store_recognises(path)) {
        return evaluator_store(evaluator, path, err);
    }
    struct stream *stream = stream_open(path, err);
    const struct evaluation *evaluation =
        stream == NULL ? NULL : only_document(evaluator, stream, path, err);
    stream_close(stream);
    return evaluation;
}
