/* repl: a session in which a person tries expressions against a pack and an assessment.
 *
 * Every line is run in the worker of the pack (pack_try), under the limits of one call of a scoring
 * function. What it shows goes to standard output, what went wrong to standard error, and the next line is
 * read: an error leaves the session as it was; a limit that was passed ends the worker, and the session
 * begins anew, which is said. "help" and "exit" are understood here, and so are their Indonesian words. */
#ifndef SPBE_REPL_H
#define SPBE_REPL_H

#include "error.h"
#include "evaluation.h"
#include "pack.h"

#include <stdbool.h>
#include <stdio.h>

/* Reads lines until there are no more.
 *
 * pack:       without complaints.
 * evaluation: by the same rules, or NULL; then there are no inputs, no result and no proofs.
 * from:       where the lines come from.
 * clean:      gets whether every line went well.
 * False when the session cannot begin. */
bool repl_run(const struct pack *pack, const struct evaluation *evaluation, FILE *from, bool *clean,
              struct error *err);

#endif
