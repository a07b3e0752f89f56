#include "stream.h"

#include "limit.h"
#include "memory.h"
#include "message.h"

#include <assert.h>
#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER_FIRST = 65536, LOOKAHEAD = 64 };

/* How far the brackets of the present document have been followed. */
struct scan {
    size_t at;         /* bytes of the document looked at */
    unsigned depth;    /* brackets that are open */
    bool in_string;    /* inside a string */
    bool escaped;      /* the byte before was a backslash */
    bool line_begins;  /* only white space since the line began */
    char before;       /* the last byte that was no white space, outside strings */
    size_t line_start; /* where the line begins */
};

struct stream {
    char *path;
    int fd;
    char *buffer;
    size_t capacity;
    size_t head, tail; /* bytes [head, tail) are not yet consumed */
    size_t length;     /* of the present document, from head */
    size_t number;
    uint64_t left; /* bytes that may still be read */
    bool over;     /* the source has ended */
    bool part;     /* it is a piece of another stream, with more before or behind */
    bool borrowed; /* the buffer is somebody else's */
    bool large;
    struct scan scan;
};

/* --- the buffer --------------------------------------------------------------------------------- */

/* True when an ordinary file begins as Office documents (ZIP, or OLE in old ones) and PDF do. */
static bool is_office(int fd)
{
    static const char magics[][5] = {"PK\003\004", "\xD0\xCF\x11\xE0", "%PDF"};
    char head[4];
    bool whole = pread(fd, head, sizeof head, 0) == (ssize_t)sizeof head;
    bool found = false;
    for (size_t i = 0; whole && i < sizeof magics / sizeof magics[0]; i++) {
        found = found || memcmp(head, magics[i], sizeof head) == 0;
    }
    return found;
}

/* True when an ordinary file neither begins as JSON does nor is text: what stands in no text is in its head. */
static bool is_binary(int fd)
{
    unsigned char head[512];
    ssize_t length = pread(fd, head, sizeof head, 0);
    ssize_t first = 0;
    bool control = false;
    while (first < length && strchr(" \t\r\n", head[first]) != NULL && head[first] != 0) {
        first++;
    }
    for (ssize_t i = first; i < length; i++) {
        control =
            control || (head[i] < 0x20 && (head[i] == 0 || strchr("\t\r\n\f", head[i]) == NULL));
    }
    return control && head[first] != '{' && head[first] != '[';
}

/* Refuses what can hold no documents, before rubbish is told line by line. */
static bool check_kind(int fd, const char *path, struct error *err)
{
    struct stat status;
    if (fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) {
        return error_set(err, M_FILE_FOLDER, path);
    }
    if (is_office(fd)) {
        return error_set(err, M_STREAM_OFFICE, path);
    }
    return !is_binary(fd) || error_set(err, M_STREAM_BINARY, path);
}

/* A stream over the next `left` bytes of an open file, or fewer; the file is the stream's. */
static struct stream *start(const char *path, int fd, uint64_t left)
{
    struct stream *stream = memory_zero(1, sizeof *stream);
    stream->path = memory_copy(path, strlen(path));
    stream->fd = fd;
    stream->left = left;
    stream->capacity = BUFFER_FIRST;
    stream->buffer = memory_get(stream->capacity);
    return stream;
}

struct stream *stream_open(const char *path, struct error *err)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        error_set(err, M_FILE_OPEN, path, error_cause(errno));
        return NULL;
    }
    if (!check_kind(fd, path, err)) {
        if (!standard) {
            close(fd);
        }
        return NULL;
    }
    return start(path, fd, UINT64_MAX);
}

/* True when the open file is the one of which the range tells. */
static bool is_file_of(int fd, const struct stream_range *range)
{
    struct stat status;
    return fstat(fd, &status) == 0 && status.st_dev == range->device &&
           status.st_ino == range->inode;
}

struct stream *stream_open_range(const char *path, const struct stream_range *range, size_t before,
                                 bool part, struct error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        error_set(err, M_FILE_OPEN, path, error_cause(errno));
        return NULL;
    }
    if (!is_file_of(fd, range) || lseek(fd, (off_t)range->offset, SEEK_SET) < 0) {
        error_set(err, M_STREAM_REPLACED, path);
        close(fd);
        return NULL;
    }
    struct stream *stream = start(path, fd, range->length);
    stream->number = before;
    stream->part = part;
    return stream;
}

struct stream *stream_open_piece(const struct stream_piece *piece, size_t before, bool part)
{
    struct stream *stream = memory_zero(1, sizeof *stream);
    stream->buffer = (char *)(uintptr_t)piece->bytes; /* never written: the source is over */
    stream->capacity = stream->tail = piece->length;
    stream->over = stream->borrowed = true;
    stream->number = before;
    stream->part = part;
    return stream;
}

void stream_close(struct stream *stream)
{
    if (stream == NULL) {
        return;
    }
    if (stream->fd != STDIN_FILENO && !stream->borrowed) {
        close(stream->fd);
    }
    if (!stream->borrowed) {
        free(stream->buffer);
    }
    free(stream->path);
    free(stream);
}

/* Makes room behind the unconsumed bytes. */
static void make_room(struct stream *stream)
{
    if (stream->head > 0) {
        memmove(stream->buffer, stream->buffer + stream->head, stream->tail - stream->head);
        stream->tail -= stream->head;
        stream->head = 0;
    }
    if (stream->tail == stream->capacity) {
        stream->capacity *= 2;
        stream->buffer = memory_resize(stream->buffer, stream->capacity, 1);
    }
}

/* Reads more behind the unconsumed bytes. False at the end of the source and on failure. */
static bool fill(struct stream *stream, struct error *err)
{
    if (stream->over) {
        return false;
    }
    if (stream->tail == stream->capacity || stream->head == stream->tail) {
        make_room(stream);
    }
    size_t room = stream->capacity - stream->tail;
    size_t want = stream->left < room ? (size_t)stream->left : room;
    ssize_t got = 0;
    do {
        got = read(stream->fd, stream->buffer + stream->tail, want);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        stream->over = true;
        return error_set(err, M_FILE_READ, stream->path, error_cause(errno));
    }
    stream->over = got == 0;
    stream->tail += (size_t)got;
    stream->left -= (size_t)got;
    return got > 0;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

/* Consumes white space. False when nothing else is left. */
static bool skip_space(struct stream *stream, struct error *err)
{
    for (;;) {
        while (stream->head < stream->tail && is_space(stream->buffer[stream->head])) {
            stream->head++;
        }
        if (stream->head < stream->tail) {
            return true;
        }
        if (!fill(stream, err)) {
            return false;
        }
    }
}

/* --- by guess ----------------------------------------------------------------------------------- */

/* Length of what is between, without white space at its end. */
static size_t trimmed(const char *start, const char *end)
{
    while (end > start && is_space(end[-1])) {
        end--;
    }
    return (size_t)(end - start);
}

/* True when a document may end with the line from `start` to `end`. Blank lines never are looked at
 * twice: a million of them must cost no more than any other million bytes. */
static bool may_end(const struct stream *stream, const char *start, const char *end)
{
    const char *last = stream->buffer + stream->tail;
    const char *next = end;
    size_t length = trimmed(start, end);
    if (length == 0 || start[length - 1] != '}') {
        return false;
    }
    while (next < last && is_space(*next)) {
        next++;
    }
    return next == last || *next == '{';
}

/* Sets the length of the present document by the first line that may end it. False when it is too long
 * for a guess, or when reading fails. */
static bool guess_length(struct stream *stream, struct error *err)
{
    size_t seen = 0;
    while (seen <= LIMIT_JSON_BYTES) {
        const char *start = stream->buffer + stream->head;
        size_t here = stream->tail - stream->head;
        const char *line = memchr(start + seen, '\n', here - seen);
        if (line == NULL) {
            seen = here;
            if (!fill(stream, err)) {
                stream->length =
                    trimmed(stream->buffer + stream->head, stream->buffer + stream->tail);
                return !error_is_set(err);
            }
            continue;
        }
        if (may_end(stream, start + seen, line)) {
            stream->length = trimmed(start, line);
            return true;
        }
        seen = (size_t)(line - start) + 1;
    }
    return false;
}

/* --- by brackets -------------------------------------------------------------------------------- */

/* The first byte of a string from `at` on that matters: a quote, a backslash, a line break, or one of the
 * last seven. Eight bytes at a time: a byte is told by the borrow that subtracting from its difference
 * makes; a borrow can only mislead about bytes behind the first one. */
static size_t skip_plain(const char *bytes, size_t at, size_t length)
{
    static const uint64_t ones = UINT64_C(0x0101010101010101);
    for (; at + 8 <= length; at += 8) {
        uint64_t word;
        memcpy(&word, bytes + at, sizeof word);
        word = le64toh(word);
        uint64_t quote = word ^ ones * '"';
        uint64_t backslash = word ^ ones * '\\';
        uint64_t line = word ^ ones * '\n';
        uint64_t found =
            ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash) | ((line - ones) & ~line);
        found &= ones * 0x80;
        if (found != 0) {
            return at + (size_t)__builtin_ctzll(found) / 8;
        }
    }
    return at;
}

/* Inside a string: goes to its end, or to the line break that ends it. */
static void scan_string(struct scan *scan, const char *bytes, size_t length)
{
    while (scan->at < length && scan->in_string) {
        char byte = bytes[scan->at];
        if (byte == '\n') {
            scan->in_string = false;
            return; /* seen again outside */
        }
        scan->in_string = scan->escaped || byte != '"';
        scan->escaped = !scan->escaped && byte == '\\';
        scan->at++;
        if (!scan->escaped && scan->in_string) {
            scan->at = skip_plain(bytes, scan->at, length);
        }
    }
}

/* True when an object whose first key is "format" begins here. */
static bool begins_document(const char *bytes, size_t length)
{
    static const char key[] = "\"format\"";
    size_t i = 1;
    while (i < length && is_space(bytes[i])) {
        i++;
    }
    return length - i >= sizeof key - 1 && memcmp(bytes + i, key, sizeof key - 1) == 0;
}

/* True when an opening bracket here shows that the document before it is broken. */
static bool breaks(const struct scan *scan, const char *bytes, size_t length)
{
    bool allowed = scan->before != '\0' && strchr("{[,:", scan->before) != NULL;
    return scan->depth > 0 && scan->line_begins &&
           (!allowed ||
            (bytes[scan->at] == '{' && begins_document(bytes + scan->at, length - scan->at)));
}

/* Takes one byte outside strings. True when the document has ended: *end is its length. */
static bool scan_byte(struct scan *scan, const char *bytes, size_t length, size_t *end)
{
    char byte = bytes[scan->at];
    if (byte == '{' || byte == '[') {
        if (breaks(scan, bytes, length)) {
            *end = scan->line_start;
            return true;
        }
        scan->depth++;
    } else if (byte == '}' || byte == ']') {
        scan->depth--;
    } else if (byte == '\n') {
        scan->line_start = scan->at + 1;
    } else if (byte == '"') {
        scan->in_string = true;
    }
    scan->line_begins = byte == '\n' || (scan->line_begins && is_space(byte));
    scan->before = is_space(byte) ? scan->before : byte;
    scan->at++;
    *end = scan->at;
    return scan->depth == 0;
}

/* Goes on over what is there. True when the document has ended: *end is its length. */
static bool scan_on(struct scan *scan, const char *bytes, size_t length, bool over, size_t *end)
{
    while (scan->at < length) {
        if (scan->in_string) {
            scan_string(scan, bytes, length);
            continue;
        }
        if (scan->line_begins && !over && length - scan->at < LOOKAHEAD) {
            return false;
        }
        if (scan_byte(scan, bytes, length, end)) {
            return true;
        }
    }
    return false;
}

/* Forgets what was scanned of a document that is too large, so that its end is found in constant
 * memory. */
static void drop_scanned(struct stream *stream)
{
    struct scan *scan = &stream->scan;
    size_t kept = scan->line_begins && !scan->in_string ? scan->line_start : scan->at;
    kept = scan->at - kept > LOOKAHEAD ? scan->at : kept;
    stream->head += kept;
    scan->at -= kept;
    scan->line_start = scan->line_start > kept ? scan->line_start - kept : 0;
}

/* Follows the brackets of the present document to its end. False when reading fails. */
static bool bracket_length(struct stream *stream, size_t mark, struct error *err)
{
    stream->scan = (struct scan){.at = mark};
    for (;;) {
        size_t end = 0;
        const char *start = stream->buffer + stream->head;
        size_t here = stream->tail - stream->head;
        if (scan_on(&stream->scan, start, here, stream->over, &end)) {
            stream->length = end;
            return true;
        }
        if (here > LIMIT_JSON_BYTES + LOOKAHEAD) {
            stream->large = true;
        }
        if (stream->large) {
            drop_scanned(stream);
        }
        if (!fill(stream, err) && stream->over) {
            if (error_is_set(err)) {
                return false;
            }
            /* The rest is looked at once more, now that nothing follows. */
            start = stream->buffer + stream->head;
            here = stream->tail - stream->head;
            bool ended = scan_on(&stream->scan, start, here, true, &end);
            stream->length = ended ? end : here;
            return true;
        }
    }
}

/* Bytes that are no document: up to the end of the line. */
static bool line_length(struct stream *stream, struct error *err)
{
    size_t seen = 0;
    for (;;) {
        const char *start = stream->buffer + stream->head;
        size_t here = stream->tail - stream->head;
        const char *line = memchr(start + seen, '\n', here - seen);
        if (line != NULL || !fill(stream, err)) {
            stream->length = line != NULL ? (size_t)(line - start) : here;
            return !error_is_set(err);
        }
        seen = here;
        if (here > LIMIT_JSON_BYTES) {
            stream->large = true;
            stream->head += here;
            seen = 0;
        }
    }
}

/* Reads on until `count` bytes are there, or all. Returns how many there are. */
static size_t look_ahead(struct stream *stream, size_t count, struct error *err)
{
    while (stream->tail - stream->head < count && fill(stream, err)) {
    }
    return stream->tail - stream->head;
}

/* --- documents ---------------------------------------------------------------------------------- */

/* Describes the present document. False when reading fails. */
static bool describe(struct stream *stream, struct stream_document *document, struct error *err)
{
    size_t length = stream->length;
    size_t here = look_ahead(stream, length + 2, err);
    const char *behind = stream->buffer + stream->head + length;
    size_t left = here - length;
    size_t line_break = left > 0 && behind[0] == '\n'                        ? 1
                        : left > 1 && behind[0] == '\r' && behind[1] == '\n' ? 2
                                                                             : 0;
    *document = (struct stream_document){
        .bytes = stream->buffer + stream->head,
        .length = length,
        .whole = length + line_break,
        .number = stream->number,
        .large = stream->large || length > LIMIT_JSON_BYTES,
    };
    return !error_is_set(err);
}

/* Sets the exact length of the present document. False when reading fails. A byte order mark before
 * the bracket belongs to it: the reader then names the mark. */
static bool exact_length(struct stream *stream, struct error *err)
{
    size_t here = look_ahead(stream, 4, err);
    const char *start = stream->buffer + stream->head;
    size_t mark = here >= 4 && memcmp(start, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    bool bracket = start[mark] == '{' || start[mark] == '[';
    return bracket ? bracket_length(stream, mark, err) : line_length(stream, err);
}

bool stream_next(struct stream *stream, bool guess, struct stream_document *document,
                 struct error *err)
{
    stream->head += stream->length;
    stream->length = 0;
    stream->large = false;
    if (!skip_space(stream, err)) {
        return false;
    }
    stream->number++;
    bool guessed = guess && stream->buffer[stream->head] == '{' && guess_length(stream, err);
    if (!guessed && (error_is_set(err) || !exact_length(stream, err))) {
        return false;
    }
    return describe(stream, document, err);
}

bool stream_exact(struct stream *stream, struct stream_document *document, struct error *err)
{
    size_t guessed = stream->length;
    if (stream->large || !exact_length(stream, err)) {
        return false;
    }
    return describe(stream, document, err) && (stream->length != guessed || stream->large);
}

/* True when only white space follows the present document. */
static bool nothing_follows(struct stream *stream)
{
    struct error ignored = {.kind = ERROR_NONE};
    size_t behind = stream->length;
    for (;;) {
        size_t at = stream->head + behind;
        while (at < stream->tail && is_space(stream->buffer[at])) {
            at++;
        }
        behind = at - stream->head;
        if (at < stream->tail || behind > (size_t)LIMIT_JSON_BYTES * 2) {
            return false;
        }
        if (!fill(stream, &ignored)) {
            return true;
        }
    }
}

bool stream_alone(struct stream *stream, struct stream_document *document)
{
    struct error ignored = {.kind = ERROR_NONE};
    bool alone = stream->number == 1 && !stream->part && nothing_follows(stream);
    describe(stream, document, &ignored);
    return alone;
}

/* --- pieces ------------------------------------------------------------------------------------- */

size_t stream_find_cut(const char *bytes, size_t length)
{
    size_t at = length;
    for (;;) {
        const char *line = at == 0 ? NULL : memrchr(bytes, '\n', at);
        if (line == NULL) {
            return 0;
        }
        at = (size_t)(line - bytes);
        bool begins = at + 1 < length && line[1] == '{';
        size_t before = begins ? trimmed(bytes, line) : 0;
        if (before > 0 && bytes[before - 1] == '}') {
            return at + 1;
        }
    }
}

bool stream_next_piece(struct stream *stream, size_t size, struct stream_piece *piece,
                       struct error *err)
{
    stream->head += stream->length;
    stream->length = 0;
    for (size_t want = size;; want *= 2) {
        size_t most = LIMIT_JSON_BYTES;
        size_t here = look_ahead(stream, want < most ? want : most, err);
        const char *bytes = stream->buffer + stream->head;
        bool last = stream->over && here <= most;
        size_t length = last ? here : stream_find_cut(bytes, here < most ? here : most);
        if (error_is_set(err) || here == 0) {
            return false;
        }
        if (length > 0) {
            stream->length = length;
            *piece = (struct stream_piece){bytes, length, last};
            return true;
        }
        if (want >= most) {
            return false;
        }
    }
}

bool stream_range(const struct stream *stream, struct stream_range *whole)
{
    struct stat status;
    bool has = stream->fd != STDIN_FILENO && fstat(stream->fd, &status) == 0 &&
               S_ISREG(status.st_mode) && status.st_size > 0;
    if (has) {
        *whole = (struct stream_range){
            .device = status.st_dev,
            .inode = status.st_ino,
            .length = (uint64_t)status.st_size,
            .last = true,
        };
    }
    return has;
}

size_t stream_read_at(const struct stream *stream, uint64_t offset, char *bytes, size_t length,
                      struct error *err)
{
    size_t done = 0;
    while (done < length) {
        ssize_t got = pread(stream->fd, bytes + done, length - done, (off_t)(offset + done));
        if (got < 0 && errno != EINTR) {
            error_set(err, M_FILE_READ, stream->path, error_cause(errno));
            return done;
        }
        if (got == 0) {
            return done;
        }
        done += got > 0 ? (size_t)got : 0;
    }
    return done;
}

void stream_counted(struct stream *stream, size_t documents)
{
    stream->number = documents;
}
