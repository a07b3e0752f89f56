/* sink: where a command writes in pieces what it has for programs: standard output, or a file that appears
 * whole at the end or not at all. */
#ifndef SPBE_SINK_H
#define SPBE_SINK_H

#include "error.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct sink {
    const char *path; /* as the user named it; borrowed */
    bool standard;    /* it is standard output, which stays open */
    FILE *file;       /* standard output, a pipe, a device, or the temporary file; NULL: not open */
    char *temporary;  /* the temporary file's name, or NULL */
};

/* Opens it for `path`, "-" = standard output; to sink_close, also after a failure. Fails with FILE_WRITE
 * and as file_temporary does. */
bool sink_open(struct sink *sink, const char *path, struct error *err);
/* Writes `length` bytes. Fails with FILE_WRITE or COMMAND_OUTPUT. */
bool sink_put(struct sink *sink, const char *bytes, size_t length, struct error *err);
/* Ends it: the file gets its name when `whole`, else it is removed. Gives back whether all is well. */
bool sink_close(struct sink *sink, bool whole, struct error *err);

/* Writes one document, a line, to `path` ("-" = standard output). Fails as the three above. */
bool sink_line(const char *path, const struct text *document, struct error *err);

#endif
