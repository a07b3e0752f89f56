/* pack_trial: the scoring functions of a pack, tried before anybody is scored with them.
 *
 * Each is called, in the worker, for assessments that are made up: nothing met, all levels met up to each
 * one, with and without claims, of several kinds of agencies. What a real assessment could meet is met
 * here: a function that stops with an error, returns what is not on the scale, or reads what is not there: a
 * field that is misspelt, the value of an indicator that depends_on does not name, a criterion of
 * another indicator. */
#ifndef SPBE_PACK_TRIAL_H
#define SPBE_PACK_TRIAL_H

#include "arena.h"
#include "error.h"
#include "instrument.h"

#include <stdbool.h>
#include <stddef.h>

/* Tries all functions of a pack without complaints; each finding is a sentence with file and line, told
 * once, in the order in which they are met. Arrays from `arena`. Fails only where nothing can be tried. */
bool pack_trial_run(const struct instrument *instrument, struct arena *arena,
                    const struct error **findings, size_t *count, struct error *err);

#endif
