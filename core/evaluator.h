/* evaluator: from an input to an evaluation.
 *
 * Chooses the rule pack that a document names, keeps it for the next one, reads the document, hashes
 * it, evaluates it and adds the warnings. One evaluator serves a whole batch in constant memory: what
 * it hands out lives until it is asked again.
 *
 * Rules: packs given by name serve the documents of their instrument, and a document of another
 * instrument is then refused. Without any, a document is served by the pack of its instrument that
 * comes with the program. */
#ifndef SPBE_EVALUATOR_H
#define SPBE_EVALUATOR_H

#include "crosswalk.h"
#include "error.h"
#include "evaluation.h"
#include "store.h"

#include <stddef.h>

struct evaluator;

/* rules: packs and overlays (as pack_stack takes them), NULL-terminated; loaded here, so that a bad one is told
 *        before any work. asked: the main basis, as for evaluation_run. Yours to evaluator_free. */
struct evaluator *evaluator_new(const char *const *rules, int asked, struct error *err);
/* Frees it with its packs; NULL is taken. */
void evaluator_free(struct evaluator *evaluator);

/* Evaluates one document of JSON.
 *
 * whole: how many of the bytes are hashed: `length`, or one line break more (see stream.h).
 * name:  of the document, for places.
 * The result is borrowed until the next call. NULL with *err of kind ERROR_INPUT, ERROR_LIMIT or, for rules
 * that cannot be loaded, ERROR_PACK. */
const struct evaluation *evaluator_document(struct evaluator *evaluator, const char *bytes,
                                            size_t length, size_t whole, const char *name,
                                            struct error *err);

/* Evaluates an assessment file (.spbe). */
const struct evaluation *evaluator_store(struct evaluator *evaluator, const char *path,
                                         struct error *err);

/* The same of one that is open already, with what its open step has changed so far. path: for places. */
const struct evaluation *evaluator_opened(struct evaluator *evaluator, struct store *store,
                                          const char *path, struct error *err);

/* Evaluates an INPUT that must hold exactly one assessment: a .spbe file, a JSON file, or "-". Fails
 * with EVALUATOR_NONE or EVALUATOR_SEVERAL when it does not. */
const struct evaluation *evaluator_input(struct evaluator *evaluator, const char *path,
                                         struct error *err);

/* The crosswalk into an instrument that this evaluator chose, from the one with an id; NULL when its pack has
 * none. Borrowed until evaluator_free. */
const struct crosswalk *evaluator_crosswalk(const struct evaluator *evaluator,
                                            const struct instrument *to, const char *from);

/* Memory for whatever is made from the present result; cleared with it. */
struct arena *evaluator_scratch(struct evaluator *evaluator);

#endif
