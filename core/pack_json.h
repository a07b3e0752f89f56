/* pack_json: a pack's data as one JSON document, for `spbe rules show --json`.
 *
 * The keys of the fact files, in the order of the table of fields; the contents of the other files
 * stand beside those of pack.lua: what the notes hold at the top, the domains under "domains", the
 * checks under "evidence_checks", the examples under "examples". */
#ifndef SPBE_PACK_JSON_H
#define SPBE_PACK_JSON_H

#include "declaration.h"
#include "instrument.h"
#include "text.h"

/* Appends the document of a pack without complaints, on one line, without a line break. year 0: all;
 * else only what counts in that year (already through instrument_year), and a key "year" that says
 * which year was asked for and which guide and reading hold. */
void pack_json_write(const struct declaration *declaration, const struct instrument *instrument,
                     int asked, struct text *json);

#endif
