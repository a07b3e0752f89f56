#include "workbook_scratch.h"

#include "memory.h"
#include "text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { FARTHEST = 1 << 30 }; /* no part of a workbook comes near it */

struct scratch {
    struct text bytes;
    size_t at; /* of the next byte to read or write */
};

static ssize_t write_scratch(void *cookie, const char *bytes, size_t length)
{
    struct scratch *scratch = cookie;
    while (scratch->bytes.length < scratch->at) {
        text_add_byte(&scratch->bytes, '\0'); /* a gap that a seek left */
    }
    size_t inside = scratch->bytes.length - scratch->at;
    size_t over = length < inside ? length : inside;
    if (over > 0) {
        memcpy(scratch->bytes.bytes + scratch->at, bytes, over);
    }
    text_append(&scratch->bytes, bytes + over, length - over);
    scratch->at += length;
    return (ssize_t)length;
}

static ssize_t read_scratch(void *cookie, char *bytes, size_t length)
{
    struct scratch *scratch = cookie;
    size_t left = scratch->at < scratch->bytes.length ? scratch->bytes.length - scratch->at : 0;
    size_t count = length < left ? length : left;
    if (count > 0) {
        memcpy(bytes, scratch->bytes.bytes + scratch->at, count);
    }
    scratch->at += count;
    return (ssize_t)count;
}

static int seek_scratch(void *cookie, off64_t *offset, int whence)
{
    struct scratch *scratch = cookie;
    off64_t from = whence == SEEK_SET   ? 0
                   : whence == SEEK_CUR ? (off64_t)scratch->at
                                        : (off64_t)scratch->bytes.length;
    off64_t to = from + *offset;
    if (to < 0 || to > FARTHEST) {
        errno = EINVAL;
        return -1;
    }
    scratch->at = (size_t)to;
    *offset = to;
    return 0;
}

static int close_scratch(void *cookie)
{
    struct scratch *scratch = cookie;
    text_release(&scratch->bytes);
    free(scratch);
    return 0;
}

FILE *workbook_scratch_open(void)
{
    struct scratch *scratch = memory_zero(1, sizeof *scratch);
    scratch->bytes = (struct text)TEXT_EMPTY;
    cookie_io_functions_t functions = {read_scratch, write_scratch, seek_scratch, close_scratch};
    FILE *file = fopencookie(scratch, "w+", functions);
    if (file == NULL) {
        free(scratch);
    }
    return file;
}

/* Takes the place of the library's own function; see the header. */
FILE *lxw_tmpfile(char *tmpdir)
{
    (void)tmpdir;
    return workbook_scratch_open();
}
