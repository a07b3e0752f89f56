/* pack_loader: the files of a pack, from their folder to one declaration.
 *
 * The entry names the others; each is read, run by a worker, held against the table of its fields (pack_field) and
 * put where it belongs. What is wrong inside of the files becomes complaints, and loading goes on. */
#ifndef SPBE_PACK_LOADER_H
#define SPBE_PACK_LOADER_H

#include "declaration.h"
#include "error.h"
#include "pack_source.h"

/* Loads all files of the pack that lies where the reader reads from.
 *
 * reader:  without a worker; one is started here, and is closed again before this returns. Its complaints are over
 *          `sources`, and get their source_count: the files that were read.
 * sources: LIMIT_PACK_FILES empty ones; the entry becomes the first, then the others in the order in which the entry
 *          names them. Their texts are the caller's to release, also after a failure.
 * out:     zeroed; gets what the files returned, not yet flattened. out->whole is false when the name of a file is
 *          no good (a complaint): only the entry was loaded then.
 * Fails with an ERROR_PACK kind where a file cannot be read or run, and with PACK_OVERLAY where the folder holds an
 * overlay. */
bool pack_loader_run(struct pack_reader *reader, struct source *sources, struct declaration *out,
                     struct error *err);

#endif
