/* stream: the JSON documents of a file or of standard input, one after another, in constant memory.
 *
 * Documents may stand one a line, span lines, or follow each other without anything between; they are told apart
 * by their brackets. A broken document must not take the good ones behind it along, so two places end
 * it early that no sound assessment contains: a bracket at the beginning of a line where JSON allows no
 * value, and an object at the beginning of a line whose first key is "format". A line break inside a
 * string ends the string. What is neither bracket nor white space is a bad document up to the end of
 * its line.
 *
 * Looking at every byte twice would halve the speed of a reader that is strict anyway. So the caller may ask
 * for a guess: up to a line that ends with "}" and has "{" or nothing behind it. When it can be read,
 * the guess was right; when not, stream_exact gives the document by its brackets:
 *
 *     while (stream_next(stream, true, &document, err)) {
 *         if (!read(&document, …) && stream_exact(stream, &document, err)) {
 *             read(&document, …);
 *         }
 *     }
 */
#ifndef SPBE_STREAM_H
#define SPBE_STREAM_H

#include "error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct stream;

struct stream_document {
    const char *bytes; /* valid until the next call; not to be read when `large` */
    size_t length;     /* to its closing bracket, or what there is of it */
    size_t whole;  /* with the line break directly behind it, if there is one: what is hashed, so
                          that a document has the same hash in a file of its own and in a stream */
    size_t number; /* in the stream, from 1 */
    bool large;    /* longer than LIMIT_JSON_BYTES */
};

/* Bytes that begin and end between two documents, whatever they hold. */
struct stream_piece {
    const char *bytes; /* valid until the next call */
    size_t length;
    bool last; /* nothing follows in the stream */
};

/* A piece of an ordinary file, by its place. */
struct stream_range {
    uint64_t device, inode; /* the file that was found under the path */
    uint64_t offset, length;
    bool last; /* nothing follows in the stream */
};

/* Opens `path` ("-" = standard input); yours to stream_close. Fails with FILE_OPEN, FILE_FOLDER,
 * STREAM_OFFICE for a file of Word, Excel or the like, or PDF, or STREAM_BINARY for what neither begins as JSON nor is
 * text in UTF-8. */
struct stream *stream_open(const char *path, struct error *err);
/* A stream over a piece of another one; yours to stream_close. The bytes are borrowed until then.
 * before: documents of that stream in front of it, for the numbers.
 * part:   there is more than this piece, so no document of it is the only one. */
struct stream *stream_open_piece(const struct stream_piece *piece, size_t before, bool part);
/* A stream over a range of the file `path`; yours to stream_close. before, part: as above. A file that was
 * cut meanwhile ends where it ends. Fails with FILE_OPEN, and with STREAM_REPLACED when another file lies under the path
 * by now. */
struct stream *stream_open_range(const char *path, const struct stream_range *range, size_t before,
                                 bool part, struct error *err);
/* Closes it; NULL is taken. */
void stream_close(struct stream *stream);

/* The next document, by a guess or by its brackets. False at the end, and when reading fails
 * (FILE_READ). */
bool stream_next(struct stream *stream, bool guess, struct stream_document *document,
                 struct error *err);
/* Finds the end of the present document by its brackets. True when that is not where the guess was;
 * *document is then what it should have been. False also when reading fails. */
bool stream_exact(struct stream *stream, struct stream_document *document, struct error *err);
/* The next piece of about `size` bytes. It ends before a line that begins with "{" behind one that ends with "}":
 * by guess and by brackets alike, a document ends there at the latest, since JSON allows no value there. False at the
 * end, when reading fails, and where there is no such place within LIMIT_JSON_BYTES; stream_next goes on from
 * there. */
bool stream_next_piece(struct stream *stream, size_t size, struct stream_piece *piece,
                       struct error *err);
/* The whole of a stream as a range, before anything was read of it. False for pipes, standard input, devices and
 * whatever else has no size. */
bool stream_range(const struct stream *stream, struct stream_range *whole);
/* Reads up to `length` bytes at `offset` of a stream that has a range, whatever its place. Returns how many there
 * were: fewer only at the end of the file, and when reading fails (FILE_READ). */
size_t stream_read_at(const struct stream *stream, uint64_t offset, char *bytes, size_t length,
                      struct error *err);
/* The last place among `length` bytes at which a piece can end, as stream_next_piece has it; 0 when there is none. */
size_t stream_find_cut(const char *bytes, size_t length);
/* Says how many documents were in the pieces so far, before stream_next goes on. */
void stream_counted(struct stream *stream, size_t documents);
/* True when the present document is the only one. May have to read on, to know; *document is then set
 * anew. */
bool stream_alone(struct stream *stream, struct stream_document *document);

#endif
