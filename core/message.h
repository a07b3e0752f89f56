/* message: every sentence in which the program refuses something, in one table.
 *
 * A row is: kind of error (hence exit status), name, English format. The Indonesian text is in
 * templates/lang/id/. Each row has a case under tests/messages/, found by its name; `make check`
 * walks the table. A sentence says what is wrong and what to do, starts with a small letter and
 * ends without a full stop; the place is told apart (error_set's `where`).
 *
 *     return error_set(err, M_FILE_OPEN, path, strerror(errno));
 *
 * Rows stand in the order of core/layers.txt, by the module that raises them. */
#ifndef SPBE_MESSAGE_H
#define SPBE_MESSAGE_H

#include "lang.h"

/* file */
#define M_FILE_OPEN ERROR_INPUT, "FILE_OPEN", N_("cannot be opened (%s); check the name and the folder")
#define M_FILE_FOLDER ERROR_INPUT, "FILE_FOLDER", N_("is a folder; name a file")
#define M_FILE_READ ERROR_SYSTEM, "FILE_READ", N_("cannot be read to its end (%s)")
#define M_FILE_LARGE ERROR_LIMIT, "FILE_LARGE", N_("is larger than the limit of %zu bytes")
#define M_FILE_WRITE ERROR_SYSTEM, "FILE_WRITE", N_("cannot be written (%s); the old content is unchanged")
#define M_FILE_RESOURCE \
    ERROR_SYSTEM, "FILE_RESOURCE", N_("is missing beside the program; install spbe again, with its folders")

#endif
