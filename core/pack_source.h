/* pack_source: one file of a pack or an overlay, from the disk through the worker to what it declares.
 *
 * The steps are apart, so that the parent reads one file while the worker runs another. */
#ifndef SPBE_PACK_SOURCE_H
#define SPBE_PACK_SOURCE_H

#include "complaint.h"
#include "error.h"
#include "pack_folder.h"
#include "text.h"
#include "worker.h"

/* Where files come from and what runs them; all borrowed. */
struct pack_reader {
    const struct pack_folder *from;
    struct worker *worker;         /* of the role "pack" */
    struct arena *arena;           /* of what is declared */
    struct complaints *complaints; /* knows the place of the value that names a file */
};

/* Reads the file that a value of another file names (`named`), or the entry (NULL), into *source.
 * Links, pipes, files that are too long or no UTF-8 are refused. */
bool pack_source_read(const struct pack_reader *reader, const struct data *named,
                      struct source *source, struct error *err);
/* Has the worker begin with it; hashes it meanwhile. */
bool pack_source_send(const struct pack_reader *reader, struct source *source, struct error *err);
/* Waits for what it declares. */
bool pack_source_receive(const struct pack_reader *reader, const struct source *source,
                         struct text *answer, struct error *err);
/* Keeps what it declares. */
bool pack_source_take(const struct pack_reader *reader, struct source *source,
                      const struct text *answer, struct error *err);

/* All of it, for a file that nothing else waits for. */
bool pack_source_run(const struct pack_reader *reader, const struct data *named,
                     struct source *source, struct error *err);

#endif
