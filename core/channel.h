/* channel: messages over a pair of connected sockets.
 *
 * A message is any number of bytes up to LIMIT_ANSWER_BYTES, in practice one JSON text. It travels in
 * pieces: four bytes (little-endian; the top bit is set when another piece follows), then that many
 * bytes, at most LIMIT_MESSAGE_BYTES. Both ends refuse whatever is longer, before memory is asked for.
 * With a deadline nothing here blocks beyond it; without one (the worker's end) calls just block. */
#ifndef SPBE_CHANNEL_H
#define SPBE_CHANNEL_H

#include "text.h"

#include <stdbool.h>
#include <stddef.h>

enum channel_end {
    CHANNEL_DONE,   /* the call did what it should */
    CHANNEL_CLOSED, /* the other side has gone, between two messages or inside one */
    CHANNEL_TIME,   /* the deadline passed */
    CHANNEL_LONG,   /* a message over LIMIT_ANSWER_BYTES */
    CHANNEL_BAD, /* bytes that are no piece: one over LIMIT_MESSAGE_BYTES, or empty with more to come */
    CHANNEL_FAILED /* errno tells */
};

/* Makes two connected ends, both closed on exec. False: errno tells. */
bool channel_pair(int ends[2]);
/* Writes one message of `length` bytes to `fd`. deadline_ms: on CLOCK_MONOTONIC, or 0 for none; with
 * one, `fd` is an end from channel_pair and no SIGPIPE is raised. */
enum channel_end channel_send(int fd, const char *bytes, size_t length, long long deadline_ms);
/* Reads one message from `fd` into *out (cleared first). */
enum channel_end channel_receive(int fd, struct text *out, long long deadline_ms);
/* Now, in milliseconds of CLOCK_MONOTONIC. */
long long channel_clock_ms(void);

#endif
