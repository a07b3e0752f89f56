#include "scorer.h"

#include "limit.h"
#include "memory.h"
#include "source_map.h"
#include "worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

/* Questions that one worker answers: the processor time of all of them lies below that of its role. */
enum { QUESTIONS = 256 };

struct scorer {
    const char *place;
    const struct source *sources;
    size_t count;
    struct worker *worker; /* NULL until it is needed */
    pid_t owner;           /* the process that started it */
    unsigned asked;
    bool traced; /* lines are noted */
    bool kept;   /* the worker stays */
};

struct scorer *scorer_new(const char *place, const struct source *sources, size_t count)
{
    struct scorer *scorer = memory_zero(1, sizeof *scorer);
    *scorer = (struct scorer){.place = place, .sources = sources, .count = count};
    return scorer;
}

/* Ends the worker, or lets go of one that belongs to the process this one was forked from. */
static void drop(struct scorer *scorer)
{
    if (scorer->worker != NULL && scorer->owner != getpid()) {
        worker_forget(scorer->worker);
    } else {
        worker_close(scorer->worker);
    }
    scorer->worker = NULL;
    scorer->asked = 0;
}

void scorer_free(struct scorer *scorer)
{
    if (scorer != NULL) {
        drop(scorer);
        free(scorer);
    }
}

/* What a file is called in the worker. */
static const char *module_of(const struct source *source)
{
    return source->module == NULL ? source->name : source->module;
}

/* The worker tells a place in the file of an overlay by the name that it knows; people know another. */
static void place_overlay(const struct scorer *scorer, struct error *err)
{
    struct text known = TEXT_EMPTY, place = TEXT_EMPTY;
    for (size_t i = 0; i < scorer->count; i++) {
        const struct source *source = &scorer->sources[i];
        text_clear(&known);
        text_format(&known, "%s/%s", scorer->place, module_of(source));
        if (source->module != NULL && strncmp(err->where, known.bytes, known.length) == 0) {
            text_format(&place, "%s%s", source->place, err->where + known.length);
            snprintf(err->where, sizeof err->where, "%s", place.bytes);
        }
    }
    text_release(&known);
    text_release(&place);
}

/* What a person typed lies in no folder. */
static void place_typed(const struct scorer *scorer, struct error *err)
{
    char line[sizeof err->where];
    size_t length = strlen(scorer->place);
    if (strncmp(err->where, scorer->place, length) == 0 &&
        strncmp(err->where + length, "/input:", 7) == 0) {
        snprintf(line, sizeof line, "%s", err->where + length + 1);
        snprintf(err->where, sizeof err->where, "%s", line);
    }
}

/* Has the worker run one file again; what it declares is known already. */
static bool load(struct scorer *scorer, const struct source *source, struct error *err)
{
    struct text request = TEXT_EMPTY;
    struct text answer = TEXT_EMPTY;
    text_add(&request, "{\"load\":");
    text_add_json(&request, module_of(source));
    text_add(&request, ",\"source\":");
    text_append_json(&request, source->text.bytes, source->text.length);
    text_add(&request, "}");
    worker_about(scorer->worker, module_of(source));
    bool ok = worker_ask(scorer->worker, request.bytes, request.length, &answer, err);
    text_release(&request);
    text_release(&answer);
    return ok;
}

/* Says something to which the answer does not matter. */
static bool say(struct scorer *scorer, const char *message, struct error *err)
{
    struct text answer = TEXT_EMPTY;
    bool ok = worker_ask(scorer->worker, message, strlen(message), &answer, err);
    text_release(&answer);
    return ok;
}

static bool start(struct scorer *scorer, struct error *err)
{
    scorer->worker = worker_start("pack", scorer->place, ERROR_PACK, err);
    scorer->owner = getpid();
    bool ok = scorer->worker != NULL;
    for (size_t i = 0; ok && i < scorer->count; i++) {
        ok = load(scorer, &scorer->sources[i], err);
    }
    if (ok) {
        worker_about(scorer->worker, NULL);
    }
    return ok && (!scorer->traced || say(scorer, "{\"trace\":true}", err));
}

bool scorer_ask(struct scorer *scorer, const struct text *question, struct text *answer,
                struct error *err)
{
    if (scorer->owner != getpid() || (scorer->asked == QUESTIONS && !scorer->kept)) {
        drop(scorer);
    }
    bool ok = scorer->worker != NULL || start(scorer, err);
    if (ok) {
        worker_allow(scorer->worker, LIMIT_WORKER_MS);
        ok = worker_ask(scorer->worker, question->bytes, question->length, answer, err);
        scorer->asked++;
    }
    if (!ok) {
        place_overlay(scorer, err);
        place_typed(scorer, err);
        drop(scorer);
    }
    return ok;
}

void scorer_trace(struct scorer *scorer)
{
    scorer->traced = scorer->kept = true;
}

void scorer_keep(struct scorer *scorer)
{
    scorer->kept = true;
}

bool scorer_tell(const struct scorer *scorer, const struct fault *fault, struct error *err)
{
    fault_error(fault, ERROR_PACK, scorer->place, err);
    place_overlay(scorer, err);
    place_typed(scorer, err);
    return false;
}

bool scorer_report(struct scorer *scorer, struct text *answer, struct error *err)
{
    static const char request[] = "{\"report\":true}";
    struct text question = TEXT_EMPTY;
    text_add(&question, request);
    bool ok = scorer_ask(scorer, &question, answer, err);
    text_release(&question);
    return ok;
}

const struct source *scorer_sources(const struct scorer *scorer, const char **place, size_t *count)
{
    *place = scorer->place;
    *count = scorer->count;
    return scorer->sources;
}

bool scorer_refuse(struct scorer *scorer, struct error *err)
{
    worker_refuse(scorer->worker, err);
    drop(scorer);
    return false;
}

/* The file of a function by its name, or NULL. */
static const struct source *source_of(const struct scorer *scorer, const char *function)
{
    size_t length = strcspn(function, ":");
    for (size_t i = 0; i < scorer->count; i++) {
        const char *module = module_of(&scorer->sources[i]);
        if (strlen(module) == length && memcmp(module, function, length) == 0) {
            return &scorer->sources[i];
        }
    }
    return NULL;
}

void scorer_place(const struct scorer *scorer, const char *function, struct text *out)
{
    const char *path = strchr(function, ':');
    const struct source *source = source_of(scorer, function);
    unsigned line = 1;
    if (source != NULL && path != NULL) {
        line = source_map_line(source->text.bytes, source->text.length, path + 1);
    }
    if (source != NULL && source->place != NULL) {
        text_format(out, "%s:%u", source->place, line);
    } else {
        text_format(out, "%s/%.*s:%u", scorer->place, (int)strcspn(function, ":"), function, line);
    }
}

const char *scorer_sha256(const struct scorer *scorer, const char *function)
{
    const struct source *source = source_of(scorer, function);
    return source == NULL ? "" : source->sha256;
}
