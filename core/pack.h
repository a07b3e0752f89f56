/* pack: a rule pack, loaded through a worker, checked, and built into an instrument.
 *
 * A pack is a directory whose entry is pack.lua. Its files return tables (declare); the worker reads
 * them, sends them back as data, and this module checks every field against one table of fields (name,
 * type, required, meaning: also the page `spbe help pack`), builds the instrument, and keeps the data
 * as JSON for `spbe rules show`. Complaints name file and line. */
#ifndef SPBE_PACK_H
#define SPBE_PACK_H

#include "error.h"
#include "instrument.h"
#include "text.h"

struct pack;

/* Loads PACK: an id ("spbe-2020": rules/spbe-2020 beside the program) or a path of a directory or of
 * its pack.lua. Yours to pack_free. Fails with ERROR_PACK kinds, file and line. */
struct pack *pack_load(const char *name, struct error *err);
void pack_free(struct pack *pack); /* NULL is taken */

/* Borrowed until pack_free. */
const struct instrument *pack_instrument(const struct pack *pack);

/* The whole pack as one JSON document with the keys of the fact files (id, title, …, domains → aspects
 * → indicators → levels → criteria). year 0: all criteria, with their `from` and `until`; else only
 * those that hold in `year`. */
bool pack_show(const struct pack *pack, int year, struct text *json, struct error *err);

/* Ids of the packs beside the program, sorted; each and the array yours to free, NULL-terminated. */
char **pack_list(struct error *err);

#endif
