/* calculation: the values of an assessment that functions of the pack compute.
 *
 * Where an indicator has a function, its supported value is what that function returns; claimed and
 * verified values stay what people said. All functions of one assessment go to the worker in one
 * question (scorer), each behind those whose values it reads. An indicator that nobody has answered
 * has the pack's value for that, and its function is not called. What a function is given, `help
 * function` tells. */
#ifndef SPBE_CALCULATION_H
#define SPBE_CALCULATION_H

#include "arena.h"
#include "assessment.h"
#include "error.h"
#include "json_out.h"
#include "season.h"

#include <stdbool.h>

/* The supported value of one indicator. */
struct calculated {
    bool given;            /* a criterion of it was answered */
    struct fraction value; /* in: as levels, answers and evidence have it; out: what counts */
    struct fraction plain; /* out: `value` as it came in */
    int met_level;         /* highest level by the criteria alone */
    const char *reason;    /* out: the function's; NULL where there is no function, or no answer */
};

/* Calls the functions.
 *
 * levels: how each level stands, by position; calculated: one for each indicator; reasons from `arena`.
 * Fails with an ERROR_PACK kind: a function was refused (file and line), or gave a value that is not on
 * the scale. */
bool calculation_run(const struct season *season, const struct assessment *assessment,
                     const struct standing *levels, struct calculated *calculated,
                     struct arena *arena, struct error *err);

/* True when the value that the function of the indicator at `position` gave lies on the scale; else false with
 * CALCULATION_SCALE and the place of the function. */
bool calculation_on_scale(const struct instrument *instrument, int position, struct fraction value,
                          struct error *err);

/* Writes what the function of the indicator at `position` is given, as one JSON object, `values` of what it
 * depends on among it; the same for an indicator that has no function. calculated: as calculation_run left
 * it, with `plain` set. */
void calculation_write_input(const struct season *season, const struct assessment *assessment,
                             const struct standing *levels, struct calculated *calculated,
                             int position, struct json_out *out);

#endif
