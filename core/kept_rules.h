/* kept_rules: the rules that an assessment file keeps by content, found by their SHA-256 and loaded.
 *
 * `new` keeps the files of the pack it starts from, `spbe rules keep` those of other packs and of
 * overlays. A result names the files it was computed by; whatever has become of the program's own rules
 * since, they are loaded from the file, through the sandbox as all rules are. */
#ifndef SPBE_KEPT_RULES_H
#define SPBE_KEPT_RULES_H

#include "arena.h"
#include "error.h"
#include "instrument.h"
#include "pack.h"
#include "store.h"

/* Keeps all files of a pack and of the overlays on it, within a step. */
bool kept_rules_add(struct store *store, const struct pack *pack, struct error *err);

/* Loads the rules that consist of these files: of one pack, then of its overlays, in their order.
 *
 * place:   for people: the assessment file's name.
 * missing: set to the first file that is not kept, or NULL when all are.
 * Returns NULL, with *err set or *missing; what it returns is yours to pack_free. */
struct pack *kept_rules_load(struct store *store, const char *place, const struct pack_file *files,
                             size_t count, const struct pack_file **missing, struct error *err);

#endif
