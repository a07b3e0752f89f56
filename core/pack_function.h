/* pack_function: which indicators of an instrument have scoring functions, and in which order those are
 * called. */
#ifndef SPBE_PACK_FUNCTION_H
#define SPBE_PACK_FUNCTION_H

#include "arena.h"
#include "declaration.h"
#include "instrument.h"

/* Fills `depends` of the indicators that have a function, and `function_order`, for a pack without
 * complaints that was built. An order that does not need to differ is that of the instrument. */
void pack_function_build(const struct declaration *declaration, struct arena *arena,
                         struct instrument *instrument);

#endif
