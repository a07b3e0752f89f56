/* Any bytes as what a worker writes to its channel: every message that comes out is within the bounds,
 * and one that poses as a fault is a sound one or none. */
#include "channel.h"
#include "fault.h"
#include "limit.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

enum { ROOM = 65536, PATIENCE_MS = 10000 };

static long long wait_on(void *context)
{
    (void)context;
    return PATIENCE_MS;
}

static void check_fault(const struct text *message)
{
    struct fault fault;
    struct error err = {.kind = ERROR_NONE};
    if (!fault_read(message->bytes, message->length, &fault)) {
        return;
    }
    assert(fault.id != NULL);
    assert(memchr(fault.where, '\0', sizeof fault.where) != NULL);
    assert(!fault_error(&fault, ERROR_PACK, "rules/x", &err));
    size_t length = strlen(err.message);
    assert(length > 0 && text_utf8_prefix(err.message, length) == length);
    for (size_t i = 0; i < length; i++) {
        assert((unsigned char)err.message[i] >= 0x20 && err.message[i] != 0x7F);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    int ends[2];
    struct text message = TEXT_EMPTY;
    if (length > ROOM || !channel_pair(ends)) {
        return 0;
    }
    check_fault(&(struct text){(char *)(uintptr_t)bytes, length, 0});
    assert(write(ends[1], bytes, length) == (ssize_t)length);
    close(ends[1]);
    const struct channel_patience patience = {wait_on, NULL};
    enum channel_end end = CHANNEL_DONE;
    while (end == CHANNEL_DONE) {
        end = channel_receive(ends[0], &message, &patience);
        assert(message.length <= LIMIT_ANSWER_BYTES);
        if (end == CHANNEL_DONE) {
            check_fault(&message);
        }
    }
    assert(end == CHANNEL_CLOSED || end == CHANNEL_BAD || end == CHANNEL_LONG);
    close(ends[0]);
    text_release(&message);
    return 0;
}
