/* script_batch: many assessments for one call of a script: every input evaluated, one after another. */
#ifndef SPBE_SCRIPT_BATCH_H
#define SPBE_SCRIPT_BATCH_H

#include "script_state.h"

/* Hands each assessment of the inputs in argument `inputs` to `take`, as a batch does. What cannot be read is told on
 * standard error as `spbe evaluate` tells it, noted in script->refused, and the others are done. False only when it
 * cannot go on. */
bool script_batch_run(struct script *script, const struct script_call *call, size_t inputs,
                      struct evaluator *evaluator,
                      bool (*take)(void *context, const struct evaluation *evaluation,
                                   const char *name, struct error *err),
                      void *context, struct error *err);

#endif
