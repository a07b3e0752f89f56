#include "script_batch.h"

#include "batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A document, or an assessment that is open. */
static bool do_other(struct script *script, struct batch *batch, const struct script_input *input,
                     struct error *err)
{
    struct error problem = {.kind = ERROR_NONE};
    const struct evaluation *evaluation =
        script_state_evaluate(script, batch->evaluator, input, &problem);
    if (evaluation == NULL) {
        batch_refuse(batch, &problem);
        return true;
    }
    batch->done++;
    return batch->take(batch->context, evaluation, input->path == NULL ? "" : input->path, err);
}

static bool do_input(struct script *script, struct batch *batch, const struct script_input *input,
                     struct error *err)
{
    if (input->path == NULL) {
        return do_other(script, batch, input, err);
    }
    char *path = script_access_file(script->access, input->path, false, err);
    if (path == NULL) {
        return false;
    }
    bool open = strcmp(path, "-") != 0 && script_state_find(script, path) != NULL;
    bool done = open ? do_other(script, batch, input, err) : batch_input(batch, path, err);
    free(path);
    return done;
}

bool script_batch_run(struct script *script, const struct script_call *call, size_t inputs,
                      struct evaluator *evaluator,
                      bool (*take)(void *context, const struct evaluation *evaluation,
                                   const char *name, struct error *err),
                      void *context, struct error *err)
{
    size_t count = 0;
    struct error problem = {.kind = ERROR_NONE};
    const struct script_input *list = script_value_inputs(call, inputs, &count);
    struct batch batch = {.evaluator = evaluator, .take = take, .context = context};
    bool done = true;
    for (size_t i = 0; done && i < count; i++) {
        done = do_input(script, &batch, &list[i], err);
    }
    if (!batch_end(&batch, &problem)) {
        script->refused = true;
        error_print(&problem, stderr);
    }
    return done;
}
