/* check_case: proves that a pack's worked examples and its checks of evidence speak of the pack.
 *
 * Every example has one level for each indicator, a year and a kind that an assessment can have, and
 * expects numbers as they are published; every criterion and level that a check names exists; words
 * to be looked for are lower case, as the search expects. Whether the examples come out is the
 * question of `spbe rules test`. Each mistake is a complaint. */
#ifndef SPBE_CHECK_CASE_H
#define SPBE_CHECK_CASE_H

#include "complaint.h"
#include "declaration.h"

/* Runs all of these proofs. */
void check_case(const struct declaration *declaration, struct complaints *complaints);

#endif
