/* interval: where the supported index can lie when only a part of the answers is known.
 *
 * Lowest: what is not answered is not met, and what is not proven stays so. Highest: everything that nobody
 * answered is met and proven, and an outside index that is missing is the best; what was answered stays.
 * What was carried over and waits for confirmation is taken as confirmed. Both ends are computed by the
 * evaluation itself, exactly. */
#ifndef SPBE_INTERVAL_H
#define SPBE_INTERVAL_H

#include "evaluation.h"

struct interval {
    struct index_value lowest, highest; /* supported */
};

/* Computes both ends; bands are borrowed from the instrument. scratch: memory while it computes. */
bool interval_of(const struct assessment *assessment, struct arena *scratch, struct interval *out,
                 struct error *err);

#endif
