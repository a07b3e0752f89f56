/* check_value: proves that what scores between levels fits together.
 *
 * Where values may lie between levels: the value bands of an indicator's levels cover the scale without
 * gap; where items score, every level has some, and what they add is what the level has to give; the
 * lines of a conversion rise without gap and stay on the scale. And of criteria with conditions: they
 * are asked of kinds of agencies that there are, a group has at least two of them, a decisive one
 * speaks of the index that is converted. Each mistake is a complaint. */
#ifndef SPBE_CHECK_VALUE_H
#define SPBE_CHECK_VALUE_H

#include "complaint.h"
#include "declaration.h"

/* Runs all of these proofs. */
void check_value(const struct declaration *declaration, struct complaints *complaints);

#endif
