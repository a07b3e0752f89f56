/* Streams of any bytes. Whatever arrives: every byte but white space belongs to exactly one document, and a
 * reader that guesses sees the same sound documents as one that follows brackets. */
#include "json.h"
#include "limit.h"
#include "stream.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void want(bool truth)
{
    if (!truth) {
        abort();
    }
}

/* True when the bytes are one whole JSON value. */
static bool is_sound(const char *bytes, size_t length)
{
    struct arena arena = ARENA_EMPTY;
    struct error err = {.kind = ERROR_NONE};
    struct json json;
    struct json_text raw;
    json_open(&json, bytes, length, &arena, "f");
    json_skip(&json, &raw);
    bool sound = json_end(&json, &err);
    arena_release(&arena);
    return sound;
}

static struct stream *open_bytes(const uint8_t *bytes, size_t length, int *fd)
{
    char path[64];
    struct error err = {.kind = ERROR_NONE};
    *fd = memfd_create("stream", 0);
    want(*fd >= 0 && write(*fd, bytes, length) == (ssize_t)length && lseek(*fd, 0, SEEK_SET) == 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", *fd);
    return stream_open(path, &err);
}

/* Appends each sound document and counts all of them; *used counts bytes that are no white space. */
static size_t read_all(const uint8_t *bytes, size_t length, bool guess, struct text *sound,
                       size_t *used)
{
    struct stream_document document;
    struct error err = {.kind = ERROR_NONE};
    int fd = -1;
    struct stream *stream = open_bytes(bytes, length, &fd);
    size_t count = 0;
    while (stream != NULL && stream_next(stream, guess, &document, &err)) {
        bool good = !document.large && is_sound(document.bytes, document.length);
        if (!good && guess && stream_exact(stream, &document, &err)) {
            good = !document.large && is_sound(document.bytes, document.length);
        }
        want(document.number == ++count && document.length > 0 &&
             document.whole >= document.length);
        for (size_t i = 0; !document.large && i < document.length; i++) {
            *used += strchr(" \n\t\r", document.bytes[i]) == NULL || document.bytes[i] == '\0';
        }
        if (good) {
            text_format(sound, "%zu:", count);
            text_append(sound, document.bytes, document.length);
        }
    }
    want(!error_is_set(&err));
    stream_close(stream);
    close(fd);
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct text exact = TEXT_EMPTY;
    struct text guessed = TEXT_EMPTY;
    size_t used = 0;
    size_t again = 0;
    size_t all = 0;
    for (size_t i = 0; i < length; i++) {
        all += bytes[i] == '\0' || strchr(" \n\t\r", bytes[i]) == NULL;
    }
    size_t count = read_all(bytes, length, false, &exact, &used);
    want(read_all(bytes, length, true, &guessed, &again) == count);
    want(guessed.length == exact.length);
    want(memcmp(guessed.bytes, exact.bytes, exact.length) == 0);
    want((used == all && again == all) || count == 0); /* what is no text at all is not opened */
    text_release(&exact);
    text_release(&guessed);
    return 0;
}
