/* check_slot: proves that slots and a level 0 by rule fit the pack.
 *
 * The slots of an indicator are counted up behind its id, weigh more than nothing, and add up exactly
 * to it. Where level_zero_rule says that there is a level 0 below the levels that are written, the
 * scale begins with 0 and every indicator says what level 0 means there. Each mistake is a complaint;
 * what is missing or has the wrong type is passed over (pack_field complains about it). */
#ifndef SPBE_CHECK_SLOT_H
#define SPBE_CHECK_SLOT_H

#include "complaint.h"
#include "declaration.h"

/* Runs all of these proofs. */
void check_slot(const struct declaration *declaration, struct complaints *complaints);

#endif
