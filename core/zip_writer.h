/* zip_writer: a zip archive written part by part, whatever its size, in little memory.
 *
 * Parts are stored, not packed: documents are packed already, and so the same parts give the same bytes
 * with every version of every library. All carry the same time, 1 January 1980. Names are ASCII, chosen
 * by the caller, each once.
 *
 *     struct zip_writer *zip = zip_writer_open(temporary, "serah-terima.zip", err);
 *     bool ok = zip != NULL && zip_writer_begin(zip, "a.txt", err) &&
 *               zip_writer_add(zip, "isi", 3, err) && zip_writer_end(zip, err);
 *     ok = zip_writer_close(zip, err) && ok;
 *
 * Every failure is FILE_WRITE, with the shown name as place; after one all further calls fail. */
#ifndef SPBE_ZIP_WRITER_H
#define SPBE_ZIP_WRITER_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct zip_writer;

/* Begins an archive in the file `path`, which is emptied. shown: what people call it; borrowed. NULL
 * after an error; else always followed by zip_writer_close. */
struct zip_writer *zip_writer_open(const char *path, const char *shown, struct error *err);
/* Begins a part. */
bool zip_writer_begin(struct zip_writer *zip, const char *name, struct error *err);
/* Adds bytes to it, of at most 2 GB in all. */
bool zip_writer_add(struct zip_writer *zip, const void *bytes, size_t length, struct error *err);
/* Ends it. */
bool zip_writer_end(struct zip_writer *zip, struct error *err);
/* A part at once. */
bool zip_writer_put(struct zip_writer *zip, const char *name, const void *bytes, size_t length,
                    struct error *err);
/* Writes the list of parts and closes the file; false where anything at all has failed. NULL is taken,
 * and false. */
bool zip_writer_close(struct zip_writer *zip, struct error *err);

/* Bytes of an archive beside the bytes of its parts: for each part, by the length of its name, and once
 * (an empty archive). So it is known before one is written how large it will be. */
int64_t zip_writer_overhead(size_t name_length);
enum { ZIP_WRITER_EMPTY = 22 };

#endif
