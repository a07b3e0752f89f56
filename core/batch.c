#include "batch.h"

#include "lang.h"
#include "limit.h"
#include "message.h"
#include "store.h"

#include <string.h>

/* --- refusals ----------------------------------------------------------------------------------- */

/* Tells the first refusal once it is not alone. */
static void tell_first(struct batch *batch)
{
    if (batch->bad > 0 && !batch->told && batch->done + batch->bad > 1) {
        error_print(&batch->first, stderr);
        batch->told = true;
    }
}

void batch_refuse(struct batch *batch, const struct error *refusal)
{
    batch->bad++;
    if (batch->bad == 1) {
        batch->first = *refusal;
    } else if (batch->bad <= LIMIT_REFUSALS) {
        tell_first(batch);
        error_print(refusal, stderr);
    }
    tell_first(batch);
}

void batch_refuse_empty(struct batch *batch, const char *path)
{
    struct error refusal = {.kind = ERROR_NONE};
    error_set(&refusal, M_EVALUATOR_NONE, path);
    batch_refuse(batch, &refusal);
}

bool batch_end(struct batch *batch, struct error *err)
{
    size_t all = batch->done + batch->bad;
    if (batch->bad == 0) {
        return true;
    }
    if (all == 1) {
        *err = error_is_set(err) ? *err : batch->first;
        return false;
    }
    if (batch->bad > LIMIT_REFUSALS) {
        return error_set(err, M_BATCH_MANY, NULL, batch->bad, all, LIMIT_REFUSALS);
    }
    return error_set(err, M_BATCH_BAD, NULL, batch->bad, all);
}

/* --- documents ---------------------------------------------------------------------------------- */

const char *batch_name(const char *path, size_t number, bool alone, struct text *out)
{
    text_clear(out);
    text_add(out, strcmp(path, "-") == 0 ? _("standard input") : path);
    if (!alone) {
        text_add(out, _(", document "));
        text_add_int(out, (int64_t)number);
    }
    return out->bytes;
}

/* Hands an evaluation on, or counts the refusal. False when the batch cannot go on. */
static bool settle(struct batch *batch, const struct evaluation *evaluation, const char *name,
                   const struct error *refusal, struct error *err)
{
    if (evaluation == NULL && refusal->kind == ERROR_SYSTEM) {
        *err = error_is_set(err) ? *err : *refusal;
        return false;
    }
    if (evaluation == NULL && batch->refuse != NULL) {
        batch->refuse(batch->context, refusal);
        return true;
    }
    if (evaluation == NULL) {
        batch_refuse(batch, refusal);
        return true;
    }
    batch->done++;
    tell_first(batch);
    return batch->take(batch->context, evaluation, name, err);
}

static const struct evaluation *evaluate(struct batch *batch,
                                         const struct stream_document *document, const char *name,
                                         struct error *refusal)
{
    if (document->large) {
        error_set(refusal, M_EXCHANGE_LARGE, name, (size_t)LIMIT_JSON_BYTES);
        return NULL;
    }
    return evaluator_document(batch->evaluator, document->bytes, document->length, document->whole,
                              name, refusal);
}

bool batch_document(struct batch *batch, const struct stream_document *document, const char *name,
                    struct error *err)
{
    struct error refusal = {.kind = ERROR_NONE};
    const struct evaluation *evaluation = evaluate(batch, document, name, &refusal);
    return settle(batch, evaluation, name, &refusal, err);
}

/* Does the present document of a stream, whose end was guessed. */
static bool stream_document(struct batch *batch, struct stream *stream,
                            struct stream_document *document, const char *path, struct text *name,
                            struct error *err)
{
    struct error refusal = {.kind = ERROR_NONE};
    batch_name(path, document->number, document->number == 1, name);
    const struct evaluation *evaluation = evaluate(batch, document, name->bytes, &refusal);
    if (evaluation != NULL) {
        return settle(batch, evaluation, name->bytes, &refusal, err);
    }
    stream_exact(stream, document, err);
    if (error_is_set(err)) {
        return false;
    }
    batch_name(path, document->number, stream_alone(stream, document), name);
    return batch_document(batch, document, name->bytes, err);
}

bool batch_stream(struct batch *batch, struct stream *stream, const char *path, struct error *err)
{
    struct stream_document document;
    struct text name = TEXT_EMPTY;
    bool going = true;
    while (going && stream_next(stream, true, &document, err)) {
        going = stream_document(batch, stream, &document, path, &name, err);
    }
    text_release(&name);
    return going && !error_is_set(err);
}

/* --- inputs ------------------------------------------------------------------------------------- */

bool batch_store(struct batch *batch, const char *path, struct error *err)
{
    struct error refusal = {.kind = ERROR_NONE};
    const struct evaluation *evaluation = evaluator_store(batch->evaluator, path, &refusal);
    return settle(batch, evaluation, path, &refusal, err);
}

bool batch_input(struct batch *batch, const char *path, struct error *err)
{
    struct error refusal = {.kind = ERROR_NONE};
    if (strcmp(path, "-") != 0 && store_recognises(path)) {
        return batch_store(batch, path, err);
    }
    struct stream *stream = stream_open(path, &refusal);
    if (stream == NULL) {
        batch_refuse(batch, &refusal);
        return true;
    }
    size_t before = batch->done + batch->bad;
    bool done = batch_stream(batch, stream, path, err);
    if (done && batch->done + batch->bad == before) {
        batch_refuse_empty(batch, path);
    }
    stream_close(stream);
    return done;
}
