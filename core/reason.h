/* reason: why an indicator has its value, and what stands between it and the next one.
 *
 * Reasons are sentences over an evaluation; they change nothing. They come in this order, each at most
 * once:
 *
 *     not_rated            the main basis has nothing for the indicator
 *     verified             an assessor set the value (main basis verified)
 *     claim_above_support  claimed is more than answers and evidence bear out
 *     claim_below_support  claimed is less
 *     no_answers           no criterion has been answered; what the next level asks for first
 *     baseline             the supported level is granted to everyone
 *     unmet                the first criterion of the blocking level that is not met
 *     unanswered           criteria of the blocking level without answer
 *     unproven             all criteria of the blocking level are met, evidence is missing
 *     no_evidence          some criteria are open, and evidence is missing too
 *     top                  every level stands */
#ifndef SPBE_REASON_H
#define SPBE_REASON_H

#include "arena.h"
#include "evaluation.h"

#include <stddef.h>

struct reason {
    const char *code;      /* static */
    int level;             /* number of the level it speaks of */
    const char *criterion; /* id of the first criterion meant, or NULL */
    const char *text;      /* one sentence in the reader's language, without full stop at its end */
};

enum { REASONS_MAX = 8 };

/* The reasons for one indicator, at least one; texts from `arena`. Returns how many. */
size_t reason_list(const struct evaluation *evaluation, int indicator, struct arena *arena,
                   struct reason out[REASONS_MAX]);

#endif
