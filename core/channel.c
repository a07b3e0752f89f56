#include "channel.h"

#include "limit.h"

#include <errno.h>
#include <poll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { HEAD_BYTES = 4 };
static const uint32_t MORE = UINT32_C(1) << 31; /* in a piece's head: another piece follows */

bool channel_pair(int ends[2])
{
    return socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0;
}

long long channel_clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Waits until `fd` can be read or written, as long as the patience lasts. */
static enum channel_end wait_ready(int fd, short events, const struct channel_patience *patience)
{
    struct pollfd ready = {.fd = fd, .events = events};
    for (;;) {
        long long left = patience->left_ms(patience->context);
        if (left <= 0) {
            return CHANNEL_TIME;
        }
        int count = poll(&ready, 1, (int)left);
        if (count > 0) {
            return CHANNEL_DONE;
        }
        if (count < 0 && errno != EINTR) {
            return CHANNEL_FAILED;
        }
    }
}

/* What an errno after reading or writing means; CHANNEL_DONE: try again. */
static enum channel_end judge(void)
{
    switch (errno) {
    case EINTR:
    case EAGAIN:
        return CHANNEL_DONE;
    case EPIPE:
    case ECONNRESET:
        return CHANNEL_CLOSED;
    default:
        return CHANNEL_FAILED;
    }
}

/* Without patience plain read and write are used, the only calls that a worker may make. */
static ssize_t write_some(int fd, const char *bytes, size_t length,
                          const struct channel_patience *patience)
{
    return patience == NULL ? write(fd, bytes, length)
                            : send(fd, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT);
}

static ssize_t read_some(int fd, char *bytes, size_t length,
                         const struct channel_patience *patience)
{
    return patience == NULL ? read(fd, bytes, length) : recv(fd, bytes, length, MSG_DONTWAIT);
}

static enum channel_end write_all(int fd, const char *bytes, size_t length,
                                  const struct channel_patience *patience)
{
    enum channel_end end = CHANNEL_DONE;
    while (length > 0 && end == CHANNEL_DONE) {
        if (patience != NULL) {
            end = wait_ready(fd, POLLOUT, patience);
        }
        ssize_t put = end == CHANNEL_DONE ? write_some(fd, bytes, length, patience) : 0;
        if (put < 0) {
            end = judge();
            continue;
        }
        bytes += put;
        length -= (size_t)put;
    }
    return end;
}

static enum channel_end read_all(int fd, char *bytes, size_t length,
                                 const struct channel_patience *patience)
{
    enum channel_end end = CHANNEL_DONE;
    while (length > 0 && end == CHANNEL_DONE) {
        if (patience != NULL) {
            end = wait_ready(fd, POLLIN, patience);
            if (end != CHANNEL_DONE) {
                return end;
            }
        }
        ssize_t got = read_some(fd, bytes, length, patience);
        if (got == 0) {
            return CHANNEL_CLOSED;
        }
        if (got < 0) {
            end = judge();
            continue;
        }
        bytes += got;
        length -= (size_t)got;
    }
    return end;
}

enum channel_end channel_send(int fd, const char *bytes, size_t length,
                              const struct channel_patience *patience)
{
    if (length > LIMIT_ANSWER_BYTES) {
        return CHANNEL_LONG;
    }
    enum channel_end end = CHANNEL_DONE;
    bool more = true;
    while (more && end == CHANNEL_DONE) {
        size_t piece = length < LIMIT_MESSAGE_BYTES ? length : LIMIT_MESSAGE_BYTES;
        more = piece < length;
        uint32_t head = (uint32_t)piece | (more ? MORE : 0);
        char head_bytes[HEAD_BYTES];
        for (int i = 0; i < HEAD_BYTES; i++) {
            head_bytes[i] = (char)(unsigned char)(head >> (8 * i) & 0xFF);
        }
        end = write_all(fd, head_bytes, HEAD_BYTES, patience);
        if (end == CHANNEL_DONE) {
            end = write_all(fd, bytes, piece, patience);
        }
        bytes += piece;
        length -= piece;
    }
    return end;
}

/* Reads one piece behind what *out holds; *more tells whether another follows. */
static enum channel_end receive_piece(int fd, struct text *out, bool *more,
                                      const struct channel_patience *patience)
{
    char head_bytes[HEAD_BYTES];
    enum channel_end end = read_all(fd, head_bytes, HEAD_BYTES, patience);
    if (end != CHANNEL_DONE) {
        return end;
    }
    uint32_t head = 0;
    for (int i = 0; i < HEAD_BYTES; i++) {
        head |= (uint32_t)(unsigned char)head_bytes[i] << (8 * i);
    }
    *more = (head & MORE) != 0;
    size_t length = head & ~MORE;
    if (length > LIMIT_MESSAGE_BYTES || (length == 0 && *more)) {
        return CHANNEL_BAD;
    }
    if (length > LIMIT_ANSWER_BYTES - out->length) {
        return CHANNEL_LONG;
    }
    text_reserve(out, length);
    end = read_all(fd, out->bytes + out->length, length, patience);
    if (end == CHANNEL_DONE && length > 0) {
        out->length += length;
        out->bytes[out->length] = '\0';
    }
    return end;
}

enum channel_end channel_receive(int fd, struct text *out, const struct channel_patience *patience)
{
    text_clear(out);
    bool more = true;
    enum channel_end end = CHANNEL_DONE;
    while (more && end == CHANNEL_DONE) {
        end = receive_piece(fd, out, &more, patience);
    }
    return end;
}
