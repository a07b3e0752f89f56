/* check_function: proves that scoring functions can be called in some order.
 *
 * depends_on stands only beside a function, and names other values of the pack: indicators, or slots by
 * themselves; nothing depends on itself, however far around. Each mistake is a complaint; what is
 * missing or has the wrong type is passed over (pack_field complains about it). */
#ifndef SPBE_CHECK_FUNCTION_H
#define SPBE_CHECK_FUNCTION_H

#include "complaint.h"
#include "declaration.h"

/* Runs all of these proofs. */
void check_function(const struct declaration *declaration, struct complaints *complaints);

#endif
