/* channel: messages over a pair of pipes.
 *
 * A message is four bytes of length (little-endian), then that many bytes of JSON. Both ends refuse a
 * message over LIMIT_MESSAGE_BYTES; what is larger is sent in several. The parent's end keeps a
 * deadline; the worker's end just blocks. */
#ifndef SPBE_CHANNEL_H
#define SPBE_CHANNEL_H

#include "text.h"

#include <stdbool.h>
#include <stddef.h>

enum channel_end {
    CHANNEL_DONE,    /* the call did what it should */
    CHANNEL_CLOSED,  /* the other side has gone, between two messages */
    CHANNEL_TIME,    /* the deadline passed */
    CHANNEL_BAD,     /* half a message, or one that is too long */
    CHANNEL_FAILED   /* errno tells */
};

/* Writes one message. deadline_ms: on CLOCK_MONOTONIC, or 0 for none. */
enum channel_end channel_send(int fd, const char *bytes, size_t length, long long deadline_ms);
/* Reads one message into *out (cleared first). */
enum channel_end channel_receive(int fd, struct text *out, long long deadline_ms);
/* Now, in milliseconds of CLOCK_MONOTONIC. */
long long channel_clock_ms(void);

#endif
