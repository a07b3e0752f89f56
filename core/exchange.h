/* exchange: the assessment as JSON, format spbe-assessment/1, read and written without loss.
 *
 * Reading is one strict pass that fills the record; nothing is skipped, guessed or mended. An unknown
 * key or id, a wrong type, a duplicate key, a value out of range, another instrument's id is an error
 * with its place ("kota.json:12:31 $.answers.I07.claimed"). null means: not given. Writing is
 * canonical: fixed order of keys, the instrument's order of indicators and criteria, so that equal
 * records give equal bytes, and what was written reads back as it was.
 * The format is described by templates/spbe-assessment.schema.json.
 */
#ifndef SPBE_EXCHANGE_H
#define SPBE_EXCHANGE_H

#include "assessment.h"
#include "error.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

enum { EXCHANGE_ID_BYTES = 64 };

/* The id of the instrument that a document names, to choose the pack by; the rest of the document is
 * looked at no further than needed to find it.
 *
 * name: of the document, for places ("kota.json").
 * id:   the id and a NUL.
 * Fails as exchange_read does where the document cannot be read, or names no instrument. */
bool exchange_peek_instrument(const char *bytes, size_t length, const char *name,
                              char id[EXCHANGE_ID_BYTES], struct error *err);

/* Reads one document.
 *
 * instrument: the one that the document names; borrowed by *out.
 * arena:      all that *out points at; may be cleared once *out is done with. The bytes need not live
 *             on. Nothing is allocated elsewhere.
 * out:        whole when true; else not to be read.
 * Fails with ERROR_INPUT, and ERROR_LIMIT beyond LIMIT_JSON_BYTES, LIMIT_JSON_VALUES, LIMIT_JSON_DEPTH
 * or LIMIT_TEXT_BYTES. `sha256` stays empty: who needs it hashes the bytes. */
bool exchange_read(const char *bytes, size_t length, const char *name,
                   const struct instrument *instrument, struct arena *arena, struct assessment *out,
                   struct error *err);

/* Appends the canonical document, with a line break at its end. Evidence appears with its description
 * and hash; the content stays where it is. */
void exchange_write(const struct assessment *assessment, struct text *out);

#endif
