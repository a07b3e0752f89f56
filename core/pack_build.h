/* pack_build: from a pack that was checked to the instrument in memory.
 *
 * Weights stay exact; `units` are the same weights in hundredths of a percent or finer, so that
 * sums are sums of whole numbers. Texts are borrowed from the declaration. */
#ifndef SPBE_PACK_BUILD_H
#define SPBE_PACK_BUILD_H

#include "arena.h"
#include "complaint.h"
#include "declaration.h"
#include "instrument.h"

/* Fills *instrument, look-up included, from a pack without complaints. All memory from `arena`, which
 * must outlive it, as must the declaration. */
void pack_build(const struct declaration *declaration, const struct source *sources,
                size_t source_count, struct arena *arena, struct instrument *instrument);

#endif
