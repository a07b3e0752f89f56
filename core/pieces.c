#include "pieces.h"

#include "limit.h"
#include "memory.h"

#include <stdint.h>
#include <stdlib.h>

enum { WINDOW_FIRST = 8192 };

/* The length of a piece of at most `most` bytes: looks at ever more bytes before its end until there is a place for a
 * cut among them. 0 when there is none, and when reading fails. */
static size_t cut_within(const struct pieces *pieces, size_t most, struct error *err)
{
    size_t window = WINDOW_FIRST < most ? WINDOW_FIRST : most;
    for (;;) {
        char *bytes = memory_get(window);
        size_t skipped = most - window;
        size_t here =
            stream_read_at(pieces->stream, pieces->rest.offset + skipped, bytes, window, err);
        size_t cut = stream_find_cut(bytes, here);
        free(bytes);
        if (cut > 0 || window == most || error_is_set(err)) {
            return cut > 0 ? skipped + cut : 0;
        }
        window = window < most / 2 ? window * 2 : most;
    }
}

/* The length of the next piece; 0 when reading fails. */
static uint64_t next_length(const struct pieces *pieces, struct error *err)
{
    const uint64_t left = pieces->rest.length;
    for (size_t most = pieces->size; most < left; most *= 2) {
        size_t tried = most < LIMIT_JSON_BYTES ? most : LIMIT_JSON_BYTES;
        size_t length = tried < left ? cut_within(pieces, tried, err) : 0;
        if (length > 0 || error_is_set(err)) {
            return length;
        }
        if (tried == LIMIT_JSON_BYTES) {
            break;
        }
    }
    return left;
}

bool pieces_next(struct pieces *pieces, struct stream_range *piece, struct error *err)
{
    uint64_t length = next_length(pieces, err);
    if (length == 0) {
        return false;
    }
    *piece = pieces->rest;
    piece->length = length;
    piece->last = length == pieces->rest.length;
    pieces->rest.offset += length;
    pieces->rest.length -= length;
    return true;
}
