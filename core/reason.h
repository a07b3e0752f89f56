/* reason: why an indicator has its value, and what stands between it and the next one.
 *
 * Reasons are sentences over an evaluation; they change nothing. They come in this order, each at most
 * once:
 *
 *     not_rated            the main basis has nothing for the indicator
 *     verified             an assessor set the value (main basis verified)
 *     claim_above_support  claimed is more than answers and evidence bear out
 *     claim_below_support  claimed is less
 *     computed             a function of the pack gave the supported value, and says why; then nothing
 *                          that follows is said
 *     carried              answers were carried over and wait for confirmation; then nothing that follows
 *                          is said
 *     no_answers           no criterion has been answered; what the next level asks for first
 *     baseline             the supported level is granted to everyone
 *     unmet                the first criterion of the blocking level that is not met
 *     unanswered           criteria of the blocking level without answer
 *     unproven             all criteria of the blocking level are met, evidence is missing
 *     no_evidence          some criteria are open, and evidence is missing too
 *     top                  every level stands
 *
 * Where items or an outside index score the indicator, these take the places from no_answers on:
 *
 *     on_cut               the supported value lies exactly where one level ends and the next begins
 *     not_open             items of higher levels are accepted, and do not count yet
 *     no_items             no item has been answered; the first one of the lowest level
 *     items                which items of the open level are not accepted, and what the first adds
 *     no_measure           the outside index is not given
 *     measure              what the outside index is converted to
 *     measure_range        the outside index lies outside its scale
 *     top                  every item is accepted, or the index is at its end */
#ifndef SPBE_REASON_H
#define SPBE_REASON_H

#include "arena.h"
#include "evaluation.h"

#include <stddef.h>

struct reason {
    const char *code;      /* static */
    int level;             /* number of the level it speaks of */
    const char *criterion; /* id of the first criterion or item meant, or NULL */
    const char *text;      /* one sentence in the reader's language, without full stop at its end */
};

enum { REASONS_MAX = 8 };

/* The reasons for one indicator, at least one; texts from `arena`. Returns how many. */
size_t reason_list(const struct evaluation *evaluation, int indicator, struct arena *arena,
                   struct reason out[REASONS_MAX]);

#endif
