/* what_if: what a change would bring, without changing anything.
 *
 * A change is "I11=4" (a value), "I22.3.a=yes" (an answer; ya, no, tidak too), or "…=-" (nothing given); where items
 * or outside indices score, also "I01.2.e1=yes" (an item) and "indeks_sdi=68.75" or "I05/indeks_sdi=68.75" (an
 * index: of all indicators that it scores, or of one). A value
 * is set on the main basis: the claim, the assessor's value, or, where the index rests on what is supported,
 * the answers and evidence themselves: everything up to that level met, proven and confirmed, and the level above
 * it not; "-" takes all answers and evidence of the indicator away.
 * Answers, items and indices act on what is supported; evidence stays as it is, and what was carried over and waits
 * for confirmation goes on waiting: an answer there brings nothing yet. Changes are made in order; each is also
 * tried alone, for its own effect. Nothing is written to any file. */
#ifndef SPBE_WHAT_IF_H
#define SPBE_WHAT_IF_H

#include "arena.h"
#include "error.h"
#include "evaluation.h"
#include "range.h"

#include <stdbool.h>
#include <stddef.h>

enum what_kind { WHAT_VALUE, WHAT_ANSWER, WHAT_ITEM, WHAT_MEASURE };

/* One change, and what it does alone. */
struct what_change {
    const char *word; /* as typed, borrowed */
    enum what_kind kind;
    int indicator;                       /* position */
    int criterion;                       /* position; NOWHERE unless an answer */
    int level;                           /* position; NOWHERE unless an item */
    size_t item;                         /* from 1; 0 unless an item */
    enum answer answer;                  /* of a criterion or an item */
    struct maybe value;                  /* of an indicator, or of its outside index */
    enum basis acts;                     /* on which basis */
    struct fraction effect[BASIS_COUNT]; /* on the index, alone */
};

struct what_if {
    const struct evaluation *before;     /* borrowed */
    struct evaluation after;             /* all changes together, on the same main basis */
    struct fraction change[BASIS_COUNT]; /* of the index, by all of them */
    struct what_change *changes;
    size_t change_count;
    struct range range_before, range_after;
};

/* Makes the changes in memory; words: NULL-terminated, may be empty. Memory from `arena`. Fails with the
 * EDIT_… rows for wrong ids and values, WHAT_FORM, WHAT_TWICE, WHAT_ITEMS, and with EVALUATION_RANGE when a number
 * or a difference would be too long to be exact. An index that scores several indicators becomes as many
 * changes. */
bool what_if_make(struct what_if *out, const struct evaluation *before, char *const *words,
                  struct arena *arena, struct error *err);

#endif
