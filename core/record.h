/* record: the tables of an assessment file read into the records that everything above works
 * with. */
#ifndef SPBE_RECORD_H
#define SPBE_RECORD_H

#include "database.h"
#include "dossier.h"
#include "error.h"

/* The cover page, from `arena`. Fails with STORE_DAMAGED where it is not whole. */
bool record_about(struct database *database, struct arena *arena, struct store_about *about,
                  struct error *err);

/* All answers; *assessment is set up here, its agency, kind and year from the cover page. Evidence
 * that was withdrawn or replaced is left out. Fails with STORE_UNKNOWN_ID where a row names what `instrument` does not
 * have, and with STORE_DAMAGED where a text is no value. */
bool record_load(struct database *database, const struct instrument *instrument,
                 struct arena *arena, struct assessment *assessment, struct error *err);

/* Evidence items in the order of their numbers, withdrawn and replaced ones too; indicator: only of that one, or
 * NULL. */
bool record_exhibits(struct database *database, const char *indicator, struct arena *arena,
                     struct exhibit **list, size_t *count, struct error *err);

#endif
