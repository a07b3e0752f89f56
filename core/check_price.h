/* check_price: proves that a pack's table of steps prices every raise of a level, and nothing else.
 *
 * Each row speaks of a level of the scale, of a kind that level_names knows, of aspects that exist; its cost
 * is what a plan can add up exactly; and every level that an indicator can be raised to has a row. A pack
 * without the table is fine: each step then counts as one. Each mistake is a complaint. */
#ifndef SPBE_CHECK_PRICE_H
#define SPBE_CHECK_PRICE_H

#include "complaint.h"
#include "declaration.h"

#include <stdbool.h>
#include <stdint.h>

/* A cost has at most so many places behind its point, and is counted in this part of one. */
enum { PRICE_DECIMALS = 2, PRICE_PART = 100 };

/* True when a cost can be counted: not below 0, at most LIMIT_PLAN_DIGITS digits before the point and
 * PRICE_DECIMALS behind it; *parts is then the cost in hundredths. */
bool check_price_cost(struct fraction cost, int64_t *parts);

/* The first row of `steps` that speaks of a level by its number, in an indicator of that kind and aspect
 * (its id), or NULL. A row without kind holds for all kinds, one without aspects for all aspects. */
const struct data *check_price_row(const struct data *steps, int level, const char *kind,
                                   const char *aspect);

/* Runs all of these proofs. */
void check_price(const struct declaration *declaration, struct complaints *complaints);

#endif
