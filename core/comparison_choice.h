/* comparison_choice: what a person chose to compare: on which bases, and whether units.
 *
 * Inputs and bases make sides: one basis for all, one each, or several of one input, which then is a side on each
 * of them. A choice is read and checked before anything is evaluated, and applied when every input is a side:
 *
 *     struct comparison_choice choice = {.basis_count = 0};
 *     bool done = comparison_choice_add_basis(&choice, "claimed", err) &&
 *                 comparison_choice_add_basis(&choice, "verified", err) &&
 *                 comparison_choice_check(&choice, 1, err);
 *     … comparison_add …
 *     done = done && comparison_choice_apply(&choice, &comparison, evaluator, err);
 */
#ifndef SPBE_COMPARISON_CHOICE_H
#define SPBE_COMPARISON_CHOICE_H

#include "comparison.h"
#include "error.h"
#include "evaluator.h"
#include "limit.h"

#include <stdbool.h>
#include <stddef.h>

struct comparison_choice {
    enum basis bases[LIMIT_COMPARED];
    size_t basis_count;       /* 0: the one that comparison_settle finds */
    bool by_unit;             /* the units of the sides are set beside each other */
    const char *const *units; /* those only, NULL-terminated, borrowed; NULL: all of them */
};

/* Adds a basis by its word. Fails with EVALUATE_BASIS, and with COMPARE_MANY beyond LIMIT_COMPARED of them. */
bool comparison_choice_add_basis(struct comparison_choice *choice, const char *word,
                                 struct error *err);

/* True when so many inputs can be compared by this choice: at most LIMIT_COMPARED (COMPARE_MANY); one alone only
 * on two bases or more, or by its units (COMPARE_ONE); else as many bases as inputs, or one, or none
 * (COMPARE_BASES). */
bool comparison_choice_check(const struct comparison_choice *choice, size_t inputs,
                             struct error *err);

/* Makes of a comparison with one side for each input, on its main basis, the one that was chosen: its sides stand
 * on their bases, bridges lie between those of different instruments, units are chosen.
 *
 * choice:    was checked for as many inputs.
 * evaluator: evaluated the sides; its crosswalks are borrowed as long as the comparison.
 * Fails as unit_standing_choose does. */
bool comparison_choice_apply(const struct comparison_choice *choice, struct comparison *comparison,
                             struct evaluator *evaluator, struct error *err);

#endif
