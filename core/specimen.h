/* specimen: assessments made up from an instrument, to try things with.
 *
 * Nobody's: the agency is "Instansi Contoh". They hold what the instrument asks for in its last year and nothing
 * else, so that every pack, also one that was written yesterday, can be tried from nothing to everything. */
#ifndef SPBE_SPECIMEN_H
#define SPBE_SPECIMEN_H

#include "instrument.h"
#include "text.h"

enum specimen {
    SPECIMEN_EMPTY, /* nothing is answered */
    SPECIMEN_HALF,  /* every other indicator, up to the middle of the scale; some are verified */
    SPECIMEN_FULL, /* everything is met and proven; every third indicator is verified one level lower */
    SPECIMEN_COUNT
};

/* Appends the assessment, one document of JSON (format spbe-assessment/1) without line break. */
void specimen_write(const struct instrument *instrument, enum specimen fill, struct text *out);

/* What it is called, for people: "nothing answered". */
const char *specimen_title(enum specimen fill);

#endif
