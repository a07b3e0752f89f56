#include "zip_writer.h"

#include "memory.h"
#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

struct zip_writer {
    zipFile zip;
    const char *shown;
    int fd;
    int cause;  /* errno of the first failure; 0 while all is well */
    bool wrong; /* something has failed */
};

/* ---- the file, for a library that keeps no errno ----
 *
 * The library is never told of a failure: it leaks where it hears of one. `cause` keeps it. */

static void *file_open(void *opaque, const void *name, int mode)
{
    (void)name;
    (void)mode;
    return opaque;
}

static uLong file_write_bytes(void *opaque, void *stream, const void *buffer, uLong size)
{
    struct zip_writer *zip = stream;
    const char *at = buffer;
    uLong left = size;
    (void)opaque;
    while (left > 0 && zip->cause == 0) {
        ssize_t done = write(zip->fd, at, left);
        if (done < 0 && errno != EINTR) {
            zip->cause = errno;
        }
        at += done < 0 ? 0 : done;
        left -= done < 0 ? 0 : (uLong)done;
    }
    return size;
}

static uLong file_read_bytes(void *opaque, void *stream, void *buffer, uLong size)
{
    (void)opaque;
    ssize_t got = read(((struct zip_writer *)stream)->fd, buffer, size);
    return got < 0 ? 0 : (uLong)got;
}

static ZPOS64_T file_tell(void *opaque, void *stream)
{
    (void)opaque;
    return (ZPOS64_T)lseek(((struct zip_writer *)stream)->fd, 0, SEEK_CUR);
}

static long file_seek(void *opaque, void *stream, ZPOS64_T offset, int origin)
{
    (void)opaque;
    int whence = origin == ZLIB_FILEFUNC_SEEK_CUR   ? SEEK_CUR
                 : origin == ZLIB_FILEFUNC_SEEK_END ? SEEK_END
                                                    : SEEK_SET;
    struct zip_writer *zip = stream;
    if (lseek(zip->fd, (off_t)offset, whence) < 0 && zip->cause == 0) {
        zip->cause = errno;
    }
    return 0;
}

static int file_status(void *opaque, void *stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

/* ---- the archive ---- */

/* Takes down what the library says; tells a failure with what the system said. */
static bool check(struct zip_writer *zip, bool done, struct error *err)
{
    if (done && !zip->wrong && zip->cause == 0) {
        return true;
    }
    zip->wrong = true;
    return error_set(err, M_FILE_WRITE, zip->shown, error_cause(zip->cause));
}

struct zip_writer *zip_writer_open(const char *path, const char *shown, struct error *err)
{
    int fd = open(path, O_RDWR | O_TRUNC | O_CLOEXEC);
    if (fd < 0) {
        error_set(err, M_FILE_WRITE, shown, error_cause(errno));
        return NULL;
    }
    struct zip_writer *zip = memory_zero(1, sizeof *zip);
    zip->shown = shown;
    zip->fd = fd;
    zlib_filefunc64_def functions = {
        .zopen64_file = file_open,
        .zread_file = file_read_bytes,
        .zwrite_file = file_write_bytes,
        .ztell64_file = file_tell,
        .zseek64_file = file_seek,
        .zclose_file = file_status,
        .zerror_file = file_status,
        .opaque = zip,
    };
    zip->zip = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &functions);
    if (zip->zip == NULL) {
        check(zip, false, err);
        close(fd);
        free(zip);
        return NULL;
    }
    return zip;
}

bool zip_writer_begin(struct zip_writer *zip, const char *name, struct error *err)
{
    const zip_fileinfo about = {.dosDate = 1U << 21 | 1U << 16}; /* 1980-01-01 */
    return check(zip,
                 zipOpenNewFileInZip64(zip->zip, name, &about, NULL, 0, NULL, 0, NULL, 0, 0, 0) ==
                     ZIP_OK,
                 err);
}

bool zip_writer_add(struct zip_writer *zip, const void *bytes, size_t length, struct error *err)
{
    return check(
        zip, length == 0 || zipWriteInFileInZip(zip->zip, bytes, (unsigned)length) == ZIP_OK, err);
}

bool zip_writer_end(struct zip_writer *zip, struct error *err)
{
    return check(zip, zipCloseFileInZip(zip->zip) == ZIP_OK, err);
}

bool zip_writer_put(struct zip_writer *zip, const char *name, const void *bytes, size_t length,
                    struct error *err)
{
    return zip_writer_begin(zip, name, err) && zip_writer_add(zip, bytes, length, err) &&
           zip_writer_end(zip, err);
}

bool zip_writer_close(struct zip_writer *zip, struct error *err)
{
    if (zip == NULL) {
        return false;
    }
    bool ok = check(zip, zipClose(zip->zip, NULL) == ZIP_OK, err);
    if (close(zip->fd) != 0 && ok) {
        zip->cause = errno;
        ok = check(zip, false, err);
    }
    free(zip);
    return ok;
}

int64_t zip_writer_overhead(size_t name_length)
{
    enum { PART_HEADER = 30, LIST_ENTRY = 46 };
    return PART_HEADER + LIST_ENTRY + 2 * (int64_t)name_length;
}
