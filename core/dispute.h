/* dispute: where an assessor set less than the agency states or proves, and what an objection would bring.
 *
 * Used by the result document; the papers for an objection are drawn from that. All exact. */
#ifndef SPBE_DISPUTE_H
#define SPBE_DISPUTE_H

#include "evaluation.h"

#include <stdbool.h>

/* What an agency can ask for on one indicator. */
struct dispute {
    enum basis basis; /* what the wish rests on: BASIS_SUPPORTED where answers and evidence bear out
                               more than the verified value, else BASIS_CLAIMED */
    struct fraction wanted; /* the value on that basis, above the verified one */
    struct fraction gain;   /* of the index on the verified basis; above 0 */
};

/* Finds what is disputed on an indicator; false when its verified value is not given, or not below what
 * is claimed and supported. */
bool dispute_find(const struct evaluation *evaluation, int indicator, struct dispute *out);

/* Several objections together. */
struct dispute_sum {
    unsigned count;        /* indicators */
    struct fraction gain;  /* of the index */
    struct fraction exact; /* the index on the verified basis when all of them are accepted */
};

/* Adds up those that rest on evidence (proven), or all of them. False when the sum does not fit an exact
 * number; `count` is set all the same. */
bool dispute_sum(const struct evaluation *evaluation, bool proven, struct dispute_sum *out);

#endif
