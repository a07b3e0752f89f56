#include "archive.h"

#include "arena.h"
#include "limit.h"
#include "memory.h"
#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unzip.h>

enum {
    PIECE_BYTES = 65536,
    NAME_BYTES = 256,
    RATIO_FROM = 1048576, /* parts that unpack to less may be packed as well as they like */
    HEADER_BYTES = 30     /* in front of a part's name and its bytes */
};

/* The archive's bytes, for a library that reads files. */
struct source {
    const char *bytes; /* NULL: they are in the file */
    int fd;
    size_t length, at;
};

struct part {
    const char *name;
    uint64_t packed, unpacked; /* bytes, as declared */
    uint64_t begin, end;       /* where header and bytes lie in the file */
    unz64_file_pos position;
};

struct archive {
    struct source source;
    unzFile zip;
    struct part *parts; /* in the order of names */
    size_t count;
    uint64_t declared; /* bytes of all parts together */
    uint64_t unpacked; /* really, so far */
    struct archive_limits limits;
    struct arena arena;
};

/* ---- bytes in memory, as a file ---- */

static void *source_open(void *opaque, const void *name, int mode)
{
    (void)name;
    (void)mode;
    return opaque;
}

/* Reads from the file; fewer bytes where it fails, or has become shorter. */
static size_t read_file(const struct source *source, char *buffer, size_t size)
{
    size_t have = 0;
    while (have < size) {
        ssize_t got = pread(source->fd, buffer + have, size - have, (off_t)(source->at + have));
        if (got <= 0 && errno != EINTR) {
            break;
        }
        have += got > 0 ? (size_t)got : 0;
    }
    return have;
}

static uLong source_read(void *opaque, void *stream, void *buffer, uLong size)
{
    struct source *source = stream;
    (void)opaque;
    size_t left = source->length - source->at;
    size_t taken = size < left ? size : left;
    if (source->bytes == NULL) {
        taken = read_file(source, buffer, taken);
    } else if (taken > 0) {
        memcpy(buffer, source->bytes + source->at, taken);
    }
    source->at += taken;
    return taken;
}

static ZPOS64_T source_tell(void *opaque, void *stream)
{
    (void)opaque;
    return ((const struct source *)stream)->at;
}

static long source_seek(void *opaque, void *stream, ZPOS64_T offset, int origin)
{
    struct source *source = stream;
    (void)opaque;
    uint64_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? source->at
                    : origin == ZLIB_FILEFUNC_SEEK_END ? source->length
                                                       : 0;
    if (offset > source->length - base) {
        return -1;
    }
    source->at = (size_t)(base + offset);
    return 0;
}

static int source_close(void *opaque, void *stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

/* ---- what the archive says of itself ---- */

/* True for a name that stays inside: ASCII, no "..", no empty or hidden root, no other separator. */
static bool good_name(const char *name, size_t length)
{
    if (length == 0 || length >= NAME_BYTES || name[0] == '/' || strlen(name) != length) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)name[i];
        if (byte < 0x20 || byte > 0x7E || byte == '\\' || byte == ':') {
            return false;
        }
    }
    for (const char *at = name; at != NULL; at = strchr(at, '/')) {
        at += *at == '/';
        size_t piece = strcspn(at, "/");
        if (piece == 2 && at[0] == '.' && at[1] == '.') {
            return false;
        }
    }
    return true;
}

/* Checks what is declared of one part, whose place is its name. */
static bool check_part(struct archive *archive, const struct part *part, uint64_t flag,
                       uint64_t method, struct error *err)
{
    if ((flag & 0x41) != 0) {
        return error_set(err, M_ARCHIVE_ENCRYPTED, part->name);
    }
    if (method != 0 && method != Z_DEFLATED) {
        return error_set(err, M_ARCHIVE_METHOD, part->name, (unsigned)method);
    }
    if (part->unpacked > (uint64_t)archive->limits.part_bytes) {
        return error_set(err, M_ARCHIVE_PART_LARGE, part->name, (int)archive->limits.part_bytes);
    }
    archive->declared += part->unpacked;
    if (archive->declared > (uint64_t)archive->limits.bytes) {
        return error_set(err, M_ARCHIVE_LARGE, NULL, (int)archive->limits.bytes);
    }
    if (part->unpacked > RATIO_FROM && part->unpacked / LIMIT_SHEET_RATIO > part->packed) {
        return error_set(err, M_ARCHIVE_RATIO, part->name, LIMIT_SHEET_RATIO);
    }
    return true;
}

/* Finds where the part at hand lies in the file. */
static bool place_part(struct archive *archive, struct part *part, size_t name_length,
                       struct error *err)
{
    int method = 0;
    int level = 0;
    bool open = unzOpenCurrentFile2(archive->zip, &method, &level, 1) == UNZ_OK;
    uint64_t start = open ? unzGetCurrentFileZStreamPos64(archive->zip) : 0;
    if (open) {
        unzCloseCurrentFile(archive->zip);
    }
    uint64_t header = HEADER_BYTES + (uint64_t)name_length;
    if (!open || start < header || start > archive->source.length ||
        part->packed > archive->source.length - start) {
        return error_set(err, M_ARCHIVE_DAMAGED, part->name);
    }
    part->begin = start - header;
    part->end = start + part->packed;
    return true;
}

/* Takes down the part at hand. */
static bool add_part(struct archive *archive, struct error *err)
{
    struct part *part = &archive->parts[archive->count];
    char name[NAME_BYTES + 1] = "";
    unz_file_info64 info;
    if (unzGetCurrentFileInfo64(archive->zip, &info, name, NAME_BYTES, NULL, 0, NULL, 0) !=
            UNZ_OK ||
        unzGetFilePos64(archive->zip, &part->position) != UNZ_OK) {
        return error_set(err, M_ARCHIVE_CUT, NULL);
    }
    if (!good_name(name, info.size_filename)) {
        return error_set(err, M_ARCHIVE_NAME, NULL, name);
    }
    part->name = arena_string(&archive->arena, name);
    part->packed = info.compressed_size;
    part->unpacked = info.uncompressed_size;
    archive->count++;
    return check_part(archive, part, info.flag, info.compression_method, err) &&
           place_part(archive, part, info.size_filename, err);
}

static int by_name(const void *one, const void *other)
{
    return strcasecmp(((const struct part *)one)->name, ((const struct part *)other)->name);
}

static int by_begin(const void *one, const void *other)
{
    uint64_t a = ((const struct part *)one)->begin;
    uint64_t b = ((const struct part *)other)->begin;
    return (a > b) - (a < b);
}

/* No two parts share bytes, no two share a name; leaves them in the order of names. */
static bool check_apart(struct archive *archive, struct error *err)
{
    struct part *parts = archive->parts;
    qsort(parts, archive->count, sizeof *parts, by_begin);
    for (size_t i = 1; i < archive->count; i++) {
        if (parts[i].begin < parts[i - 1].end) {
            return error_set(err, M_ARCHIVE_OVERLAP, parts[i].name, parts[i - 1].name);
        }
    }
    qsort(parts, archive->count, sizeof *parts, by_name);
    for (size_t i = 1; i < archive->count; i++) {
        if (by_name(&parts[i - 1], &parts[i]) == 0) {
            return error_set(err, M_ARCHIVE_TWICE, parts[i].name);
        }
    }
    return true;
}

static bool read_directory(struct archive *archive, struct error *err)
{
    unz_global_info64 global;
    if (unzGetGlobalInfo64(archive->zip, &global) != UNZ_OK) {
        return error_set(err, M_ARCHIVE_CUT, NULL);
    }
    if (global.number_entry > archive->limits.parts) {
        return error_set(err, M_ARCHIVE_PARTS, NULL, (int)archive->limits.parts);
    }
    archive->parts = memory_zero((size_t)global.number_entry, sizeof *archive->parts);
    int step = global.number_entry == 0 ? UNZ_END_OF_LIST_OF_FILE : UNZ_OK;
    for (; step == UNZ_OK; step = unzGoToNextFile(archive->zip)) {
        if (archive->count == global.number_entry) {
            return error_set(err, M_ARCHIVE_CUT, NULL);
        }
        if (!add_part(archive, err)) {
            return false;
        }
    }
    return step == UNZ_END_OF_LIST_OF_FILE && archive->count == global.number_entry
               ? check_apart(archive, err)
               : error_set(err, M_ARCHIVE_CUT, NULL);
}

/* ---- opening and closing ---- */

/* Says of what is no archive what it is. */
static bool check_kind(const char *bytes, size_t length, struct error *err)
{
    if (length >= 8 && memcmp(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0) {
        return error_set(err, M_ARCHIVE_PASSWORD, NULL);
    }
    return (length >= 4 && memcmp(bytes, "PK\003\004", 4) == 0) ||
           error_set(err, M_ARCHIVE_KIND, NULL);
}

/* Reads the list of parts; takes the archive over, and frees it after an error. */
static struct archive *open_source(struct archive *archive, struct error *err)
{
    zlib_filefunc64_def functions = {
        .zopen64_file = source_open,
        .zread_file = source_read,
        .ztell64_file = source_tell,
        .zseek64_file = source_seek,
        .zclose_file = source_close,
        .zerror_file = source_close,
        .opaque = &archive->source,
    };
    archive->zip = unzOpen2_64("", &functions);
    bool ok = archive->zip != NULL || error_set(err, M_ARCHIVE_CUT, NULL);
    ok = ok && read_directory(archive, err);
    if (!ok) {
        archive_close(archive);
        return NULL;
    }
    return archive;
}

struct archive *archive_open(const char *bytes, size_t length, struct error *err)
{
    if (!check_kind(bytes, length, err)) {
        return NULL;
    }
    struct archive *archive = memory_zero(1, sizeof *archive);
    archive->source = (struct source){bytes, -1, length, 0};
    archive->limits =
        (struct archive_limits){LIMIT_SHEET_PARTS, LIMIT_SHEET_PART, LIMIT_SHEET_UNPACKED};
    return open_source(archive, err);
}

/* True when the file ends where its list of parts says; the library lets a few bytes be missing. */
static bool check_end(const struct source *source)
{
    enum { END_BYTES = 22, REMARK_AT = 20, REMARK_MOST = 65535 };
    size_t most = END_BYTES + REMARK_MOST;
    struct source tail = *source;
    tail.length = source->length < most ? source->length : most;
    tail.at = source->length - tail.length;
    char *bytes = memory_get(tail.length + 1);
    bool whole = false;
    size_t have = read_file(&tail, bytes, tail.length);
    for (size_t i = 0; !whole && i + END_BYTES <= have; i++) {
        const unsigned char *end = (const unsigned char *)bytes + i;
        size_t remark = (size_t)(end[REMARK_AT] | end[REMARK_AT + 1] << 8);
        whole = memcmp(end, "PK\5\6", 4) == 0 && i + END_BYTES + remark == have;
    }
    free(bytes);
    return whole;
}

struct archive *archive_open_file(const char *path, const struct archive_limits *limits,
                                  struct error *err)
{
    struct stat about;
    char head[8] = "";
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0 || fstat(fd, &about) != 0) {
        error_set(err, M_FILE_OPEN, path, error_cause(errno));
    } else if (!S_ISREG(about.st_mode)) {
        error_set(err, M_FILE_FOLDER, path);
    } else {
        struct archive *archive = memory_zero(1, sizeof *archive);
        archive->source = (struct source){NULL, fd, (size_t)about.st_size, 0};
        archive->limits = *limits;
        size_t got = read_file(&archive->source, head, sizeof head);
        if (!check_kind(head, got, err) ||
            (!check_end(&archive->source) && !error_set(err, M_ARCHIVE_CUT, NULL))) {
            archive_close(archive);
            archive = NULL;
        }
        archive = archive == NULL ? NULL : open_source(archive, err);
        if (archive == NULL) {
            error_place(err, path);
        }
        return archive;
    }
    if (fd >= 0) {
        close(fd);
    }
    return NULL;
}

void archive_close(struct archive *archive)
{
    if (archive == NULL) {
        return;
    }
    if (archive->zip != NULL) {
        unzClose(archive->zip);
    }
    if (archive->source.bytes == NULL) {
        close(archive->source.fd);
    }
    free(archive->parts);
    arena_release(&archive->arena);
    free(archive);
}

/* ---- parts ---- */

static struct part *find(const struct archive *archive, const char *name)
{
    struct part key = {.name = name};
    return archive->count == 0 ? NULL
                               : bsearch(&key, archive->parts, archive->count, sizeof key, by_name);
}

bool archive_has(const struct archive *archive, const char *name)
{
    return find(archive, name) != NULL;
}

int archive_find(const struct archive *archive, const char *name)
{
    const struct part *part = find(archive, name);
    return part == NULL ? -1 : (int)(part - archive->parts);
}

size_t archive_count(const struct archive *archive)
{
    return archive->count;
}

const char *archive_name(const struct archive *archive, size_t position)
{
    return archive->parts[position].name;
}

/* Unpacks the open part to its end. */
static bool unpack(struct archive *archive, const struct part *part, char *piece,
                   bool (*take)(void *, const char *, size_t, struct error *), void *context,
                   struct error *err)
{
    for (uint64_t sum = 0;;) {
        int got = unzReadCurrentFile(archive->zip, piece, PIECE_BYTES);
        if (got < 0 || (got == 0 && sum != part->unpacked)) {
            return error_set(err, M_ARCHIVE_DAMAGED, part->name);
        }
        if (got == 0) {
            return true;
        }
        sum += (uint64_t)got;
        archive->unpacked += (uint64_t)got;
        if (archive->unpacked > (uint64_t)archive->limits.bytes) {
            return error_set(err, M_ARCHIVE_LARGE, NULL, (int)archive->limits.bytes);
        }
        if (!take(context, piece, (size_t)got, err)) {
            return false;
        }
    }
}

bool archive_read(struct archive *archive, const char *name,
                  bool (*take)(void *context, const char *bytes, size_t length, struct error *err),
                  void *context, struct error *err)
{
    struct part *part = find(archive, name);
    if (part == NULL) {
        return error_set(err, M_ARCHIVE_MISSING, name);
    }
    if (unzGoToFilePos64(archive->zip, &part->position) != UNZ_OK ||
        unzOpenCurrentFile(archive->zip) != UNZ_OK) {
        return error_set(err, M_ARCHIVE_DAMAGED, part->name);
    }
    char *piece = memory_get(PIECE_BYTES);
    bool ok = unpack(archive, part, piece, take, context, err);
    free(piece);
    bool sound = unzCloseCurrentFile(archive->zip) == UNZ_OK;
    return ok && (sound || error_set(err, M_ARCHIVE_DAMAGED, part->name));
}
