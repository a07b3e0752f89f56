/* pack_stack: packs and overlays from their names, put together.
 *
 * A name is a PACK (see pack.h) or an overlay, in the same two ways: an id, or the path of a folder or of
 * its overlay.lua. Overlays are put on the pack of their `base`, in the order in which they are named;
 * where that pack is not named, it is the program's own. */
#ifndef SPBE_PACK_STACK_H
#define SPBE_PACK_STACK_H

#include "error.h"
#include "pack.h"

#include <stdbool.h>
#include <stddef.h>

/* Loads one pack with overlays: `names`, NULL-terminated, of at most one pack. Yours to pack_free. Fails
 * with an ERROR_PACK kind as pack_load does, and with OVERLAY_PACKS or OVERLAY_COUNT. */
struct pack *pack_stack_load(const char *const *names, struct error *err);
/* As pack_stack_load, also when there are complaints, as pack_open does. */
struct pack *pack_stack_open(const char *const *names, struct error *err);
/* Loads any number of packs, each with its overlays, into packs[0] to packs[*count - 1], at most `most`;
 * yours to free. False, and none, when anything is wrong; EVALUATOR_PACKS when there are more. */
bool pack_stack_load_all(const char *const *names, struct pack **packs, size_t most, size_t *count,
                         struct error *err);

/* Loads a pack and its overlays from texts that were kept, in their order: names with a '/' are overlays
 * ("koreksi/overlay.lua"), the others are the pack's files. place: for people. Yours to
 * pack_free. Fails as pack_stack_load. */
struct pack *pack_stack_load_kept(const char *place, const struct pack_text *texts, size_t count,
                                  struct error *err);

#endif
