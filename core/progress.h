/* progress: how far the work on an assessment is, and what is still to be done.
 *
 * An indicator is complete when it has a claim, when its criteria are answered from the lowest
 * level up to the first level that is not met (what lies above cannot change anything), and when
 * each met level has the evidence that it owes. Where items score, they take the place of criteria;
 * where an outside index does, it must be there. One that nobody has touched is no progress,
 * whatever value it is given meanwhile; one that was begun is told apart, and counts only when it
 * is complete. */
#ifndef SPBE_PROGRESS_H
#define SPBE_PROGRESS_H

#include "evaluation.h"

#include <stdbool.h>
#include <stddef.h>

enum progress_state { PROGRESS_UNTOUCHED, PROGRESS_BEGUN, PROGRESS_COMPLETE, PROGRESS_STATES };

/* What one indicator still needs. */
struct progress {
    enum progress_state state;
    bool claim;   /* a claim is missing */
    bool carried; /* what was carried over is to be confirmed; then nothing is said of answers */
    int level;    /* position of the level whose criteria or items are to be answered, or NOWHERE */
    unsigned unanswered; /* criteria or items of that level without an answer */
    bool measure;        /* the outside index is missing */
    int unproven;        /* position of the lowest met level that owes evidence, or NOWHERE */
};

/* How many indicators stand how. */
struct progress_count {
    size_t of[PROGRESS_STATES];
};

/* Looks at one indicator by its position. */
struct progress progress_of(const struct evaluation *evaluation, size_t indicator);

/* Adds an indicator to a count. */
void progress_add(struct progress_count *count, const struct progress *progress);
/* All indicators that were added. */
size_t progress_total(const struct progress_count *count);
/* Complete ones per hundred, rounded down, so that 100 means all; 100 where there are none. */
unsigned progress_percent(const struct progress_count *count);

/* What is missing, as one line for a person: "claim; 3 answers at level 2 (I07.2.a, …); evidence
 * for level 2". Ids of at most four criteria are named. Nothing is appended for a complete
 * indicator. */
void progress_tell(const struct evaluation *evaluation, const struct progress *progress,
                   struct text *out);

#endif
