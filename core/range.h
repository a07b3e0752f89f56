/* range: how low and how high an index may still come out, from what is pending or unverified.
 *
 * Of every indicator:
 *
 *     verified   settled: its lowest, expected and highest are the assessor's value
 *     else       lowest    nothing unproven counts: what answers and evidence support, but not more than is
 *                          claimed; a claim without any answer counts as unanswered
 *                expected  answers are believed, claims beyond them are not: the level that the answers reach,
 *                          evidence aside, but not more than is claimed; without answers the claim
 *                highest   everything that is said is accepted: the claim, or what the answers reach where
 *                          that is more
 *
 * Answers that were carried over and wait for confirmation (`pending`) are nobody's word yet: lowest and expected
 * go as if there were none, highest as if they were confirmed.
 *
 * Nothing given: all three are the value of an unanswered indicator. The sums are exact; lowest ≤ expected ≤
 * highest holds for every indicator, and so for the index. Our own definition: no regulation knows it. */
#ifndef SPBE_RANGE_H
#define SPBE_RANGE_H

#include "arena.h"
#include "error.h"
#include "evaluation.h"

#include <stdbool.h>
#include <stddef.h>

enum range_end { RANGE_LOWEST, RANGE_EXPECTED, RANGE_HIGHEST, RANGE_ENDS };

/* One indicator. */
struct range_item {
    struct fraction value[RANGE_ENDS];
    struct fraction spread; /* what highest less lowest is of the index */
};

struct range {
    struct fraction index[RANGE_ENDS];
    struct range_item *items; /* by position of the indicator */
    size_t open;              /* indicators whose lowest and highest differ */
};

/* Makes it; memory from `arena`. Fails with EVALUATION_RANGE when fractions become too long, and, where answers
 * wait, as evaluation_run. */
bool range_make(struct range *range, const struct evaluation *evaluation, struct arena *arena,
                struct error *err);

/* The word of an end in documents: "lowest". Static. */
const char *range_word(enum range_end end);

#endif
