/* rule_diff: what differs between two sets of rules, whatever they are: packs, packs with overlays, or one
 * pack in two years.
 *
 * Domains, aspects, indicators, levels and criteria are compared by their ids; so two instruments that use
 * one id for different things differ there, and a reader must know that. */
#ifndef SPBE_RULE_DIFF_H
#define SPBE_RULE_DIFF_H

#include "arena.h"
#include "instrument.h"
#include "rule_words.h"

#include <stddef.h>

/* One set of rules; year 0 = all years, else as they hold in it. */
struct rule_side {
    const struct instrument *instrument;
    int year;
};

struct rule_differences {
    struct rule_difference
        *list; /* in the order of the instruments: the whole, then part by part */
    size_t count;
};

/* Compares; memory from `arena`, texts of either instrument are borrowed. */
struct rule_differences rule_diff(const struct rule_side *one, const struct rule_side *other,
                                  struct arena *arena);

#endif
