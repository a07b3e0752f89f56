/* carry: answers and evidence taken over from an earlier assessment.
 *
 * Within one instrument from year to year, criteria correspond by their ids where they hold in both years;
 * from another instrument along a crosswalk, where it pairs them or where their words are the same on the
 * same level. Documents go where an indicator goes, with their content; they support what their criteria
 * became, and nothing else. Claims, values of assessors, outside indices and explanations are of their year
 * and stay behind.
 *
 * An indicator that has answers or evidence of its own is left alone, so carrying twice is carrying once. What is
 * carried is marked, and counts only when somebody confirms it (edit_confirm). */
#ifndef SPBE_CARRY_H
#define SPBE_CARRY_H

#include "crosswalk.h"
#include "edit.h"

/* What became of one indicator. */
enum carry_outcome {
    CARRY_DONE,
    CARRY_EMPTY,  /* there was nothing that could be carried */
    CARRY_NONE,   /* nothing in the earlier instrument corresponds */
    CARRY_OWN,    /* it has answers or evidence of its own */
    CARRY_BEFORE, /* it was carried before, and waits for confirmation */
    CARRY_LOCKED,
    CARRY_OUTCOMES
};

struct carry_line {
    enum carry_outcome outcome;
    const struct crosswalk_row *row; /* NULL within one instrument, and where there is none */
    unsigned answers;                /* carried, of criteria and of evidence items that score */
    unsigned left;                   /* answers that correspond to nothing, or not in both years */
    unsigned evidence;               /* documents */
    unsigned loose;                  /* of those, such as support nothing now */
};

struct carry_from {
    struct store *store; /* open for reading */
    const struct assessment *assessment;
    const struct crosswalk *crosswalk; /* NULL within one instrument */
    const char *scratch; /* path of a temporary file of its own, for documents on their way */
};

/* Carries what can be carried, within the open step of `edit`. lines: one for each indicator, set here.
 * Fails as the store does. */
bool carry_run(const struct edit *edit, const struct carry_from *from, struct carry_line *lines,
               struct error *err);

#endif
