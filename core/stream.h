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

struct stream;

struct stream_document {
    const char *bytes; /* valid until the next call; not to be read when `large` */
    size_t length;     /* to its closing bracket, or what there is of it */
    size_t whole;  /* with the line break directly behind it, if there is one: what is hashed, so
                          that a document has the same hash in a file of its own and in a stream */
    size_t number; /* in the stream, from 1 */
    bool large;    /* longer than LIMIT_JSON_BYTES */
};

/* Opens `path` ("-" = standard input); yours to stream_close. Fails with FILE_OPEN, FILE_FOLDER,
 * or STREAM_OFFICE for a file of Word, Excel or the like, or PDF. */
struct stream *stream_open(const char *path, struct error *err);
/* Closes it; NULL is taken. */
void stream_close(struct stream *stream);

/* The next document, by a guess or by its brackets. False at the end, and when reading fails
 * (FILE_READ). */
bool stream_next(struct stream *stream, bool guess, struct stream_document *document,
                 struct error *err);
/* Finds the end of the present document by its brackets. True when that is not where the guess was;
 * *document is then what it should have been. False also when reading fails. */
bool stream_exact(struct stream *stream, struct stream_document *document, struct error *err);
/* True when the present document is the only one. May have to read on, to know; *document is then set
 * anew. */
bool stream_alone(struct stream *stream, struct stream_document *document);

#endif
