/* pieces: an ordinary file with a stream of documents, cut between these by looking only at the places of the cuts.
 *
 * For those who let several processes read one file: each piece is a range, to be opened with stream_open_range. A
 * piece ends where one of stream_next_piece could end. Where there is no such place within LIMIT_JSON_BYTES, the rest
 * of the file is one piece, whatever its length:
 *
 *     struct pieces pieces = {.stream = stream, .size = 262144};
 *     stream_range(stream, &pieces.rest);
 *     while (pieces_next(&pieces, &range, err)) { … }
 */
#ifndef SPBE_PIECES_H
#define SPBE_PIECES_H

#include "error.h"
#include "stream.h"

#include <stdbool.h>
#include <stddef.h>

struct pieces {
    const struct stream *stream; /* borrowed; it has a range */
    struct stream_range rest;    /* of the file, not yet given */
    size_t size;                 /* bytes of a piece, about; at least 1 */
};

/* Takes the next piece from the rest. False at the end, and when reading fails (FILE_READ). */
bool pieces_next(struct pieces *pieces, struct stream_range *piece, struct error *err);

#endif
