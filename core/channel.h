/* channel: messages over a pair of connected sockets.
 *
 * A message is any number of bytes up to LIMIT_ANSWER_BYTES, in practice one JSON text. It travels in
 * pieces: four bytes (little-endian; the top bit is set when another piece follows), then that many
 * bytes, at most LIMIT_MESSAGE_BYTES. Both ends refuse whatever is longer, before memory is asked for.
 *
 * How long a call may wait is not fixed when it begins: whoever waits is asked before every wait, and again
 * when it is over, so that half a message is never given up for a clock that was the wrong one (worker.h
 * looks at the processor time of the other side). Without patience, at the worker's end, calls just block. */
#ifndef SPBE_CHANNEL_H
#define SPBE_CHANNEL_H

#include "text.h"

#include <stdbool.h>
#include <stddef.h>

enum channel_end {
    CHANNEL_DONE,   /* the call did what it should */
    CHANNEL_CLOSED, /* the other side has gone, between two messages or inside one */
    CHANNEL_TIME,   /* the patience is at its end */
    CHANNEL_LONG,   /* a message over LIMIT_ANSWER_BYTES */
    CHANNEL_BAD, /* bytes that are no piece: one over LIMIT_MESSAGE_BYTES, or empty with more to come */
    CHANNEL_FAILED /* errno tells */
};

/* How long to wait, as its owner sees it at the moment. */
struct channel_patience {
    /* Milliseconds from now after which to ask again, at most INT_MAX; 0 or less: no longer. */
    long long (*left_ms)(void *context);
    void *context; /* handed to left_ms */
};

/* Makes two connected ends, both closed on exec. False: errno tells. */
bool channel_pair(int ends[2]);
/* Writes one message of `length` bytes to `fd`. patience: NULL for an endless one; with it, `fd` is an end
 * from channel_pair and no SIGPIPE is raised. */
enum channel_end channel_send(int fd, const char *bytes, size_t length,
                              const struct channel_patience *patience);
/* Reads one message from `fd` into *out (cleared first). */
enum channel_end channel_receive(int fd, struct text *out, const struct channel_patience *patience);
/* Now, in milliseconds of CLOCK_MONOTONIC. */
long long channel_clock_ms(void);

#endif
