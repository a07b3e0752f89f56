/* batch: many assessments from many inputs, one after another.
 *
 * An INPUT is a .spbe file or a stream of JSON documents; each assessment is evaluated and handed to
 * the caller in the order of the inputs. What cannot be read is told on standard error with its number
 * and place, the first LIMIT_REFUSALS by name, the rest counted; the others are done. Memory does not
 * grow with the number of documents.
 *
 *     struct batch batch = {.evaluator = evaluator, .take = take, .context = &mine};
 *     bool done = batch_input(&batch, path, err) && …;
 *     done = done && batch_end(&batch, err);
 */
#ifndef SPBE_BATCH_H
#define SPBE_BATCH_H

#include "error.h"
#include "evaluator.h"
#include "stream.h"

#include <stdbool.h>
#include <stddef.h>

struct batch {
    struct evaluator *evaluator; /* borrowed */
    /* Gets each assessment; false, with *err set, ends the batch. `name`: of the document, for people. */
    bool (*take)(void *context, const struct evaluation *evaluation, const char *name,
                 struct error *err);
    /* Gets each refusal instead of standard error; NULL = batch_refuse. */
    void (*refuse)(void *context, const struct error *refusal);
    void *context;
    size_t done, bad;   /* assessments evaluated; documents refused */
    struct error first; /* the first refusal; told when a second document has come */
    bool told;          /* it has been told */
};

/* Does one input. False only when the batch cannot go on (the system, or `take`). */
bool batch_input(struct batch *batch, const char *path, struct error *err);
/* Does what is left of a stream, which may be nothing. False as batch_input. */
bool batch_stream(struct batch *batch, struct stream *stream, const char *path, struct error *err);
/* Does one document that is already in memory. name: for places. */
bool batch_document(struct batch *batch, const struct stream_document *document, const char *name,
                    struct error *err);
/* Does one assessment file (.spbe). */
bool batch_store(struct batch *batch, const char *path, struct error *err);
/* Counts one document as refused, and tells why. */
void batch_refuse(struct batch *batch, const struct error *refusal);
/* Counts an input without any document as refused. */
void batch_refuse_empty(struct batch *batch, const char *path);
/* Ends the batch: true when everything could be read. Else *err is the refusal itself where it was the
 * only document, or BATCH_BAD. */
bool batch_end(struct batch *batch, struct error *err);

/* The name of a document for places and people: the path, and the number where there are several. The
 * text is `out`'s. */
const char *batch_name(const char *path, size_t number, bool alone, struct text *out);

#endif
