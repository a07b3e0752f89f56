/* pack_price: what each raise of a level costs and how long it takes, from a pack's table of steps. */
#ifndef SPBE_PACK_PRICE_H
#define SPBE_PACK_PRICE_H

#include "arena.h"
#include "declaration.h"
#include "instrument.h"

/* Sets instrument->effort from a declaration that check_price has found sound; its aspects,
 * indicators and levels must be in place. Memory from `arena`. */
void pack_price_build(const struct declaration *declaration, struct arena *arena,
                      struct instrument *instrument);

#endif
