#include "file.h"

#include "lang.h"
#include "memory.h"
#include "message.h"
#include "temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_STEP = 65536 };

/* Reads an open file to its end. */
static bool read_all(int fd, const char *path, size_t max, struct text *out, struct error *err)
{
    struct stat about;
    if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode)) {
        if (about.st_size > 0 && (size_t)about.st_size > max) {
            return error_set(err, M_FILE_LARGE, path, max);
        }
        text_reserve(out, (size_t)about.st_size + 1);
    }
    for (;;) {
        text_reserve(out, out->capacity - out->length > 1024 ? 1024 : READ_STEP);
        ssize_t got = read(fd, out->bytes + out->length, out->capacity - out->length - 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return error_set(err, M_FILE_READ, path, error_cause(errno));
        }
        if (got == 0) {
            out->bytes[out->length] = '\0';
            return true;
        }
        out->length += (size_t)got;
        if (out->length > max) {
            return error_set(err, M_FILE_LARGE, path, max);
        }
    }
}

bool file_read(const char *path, size_t max, struct text *out, struct error *err)
{
    text_clear(out);
    if (strcmp(path, "-") == 0) {
        return read_all(STDIN_FILENO, path, max, out, err);
    }
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        return error_set(err, M_FILE_OPEN, path, error_cause(errno));
    }
    struct stat about;
    bool ok = fstat(fd, &about) == 0 && S_ISDIR(about.st_mode) ? error_set(err, M_FILE_FOLDER, path)
                                                               : read_all(fd, path, max, out, err);
    close(fd);
    return ok;
}

static bool write_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t done = write(fd, bytes, length);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done < 0) {
            return false;
        }
        bytes += done;
        length -= (size_t)done;
    }
    return true;
}

/* Writes to what is no ordinary file (a pipe, a device), which cannot be replaced. */
static bool write_special(const char *path, const char *bytes, size_t length, struct error *err)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    bool ok = fd >= 0 && write_all(fd, bytes, length);
    if (!ok) {
        error_set(err, M_FILE_WRITE, path, error_cause(errno));
    }
    if (fd >= 0) {
        close(fd);
    }
    return ok;
}

/* Fills a file that exists; *cause tells why not. */
static bool fill(const char *path, const char *bytes, size_t length, int *cause)
{
    int fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
    bool ok = fd >= 0 && write_all(fd, bytes, length);
    *cause = errno;
    if (fd >= 0 && close(fd) != 0 && ok) {
        *cause = errno;
        return false;
    }
    return ok;
}

bool file_write(const char *path, const char *bytes, size_t length, struct error *err)
{
    if (strcmp(path, "-") == 0) {
        return write_all(STDOUT_FILENO, bytes, length) ||
               error_set(err, M_COMMAND_OUTPUT, _("standard output"), error_cause(errno));
    }
    if (file_is_special(path)) {
        return write_special(path, bytes, length, err);
    }
    char *temporary = NULL;
    if (!file_temporary(path, &temporary, err)) {
        return false;
    }
    int cause = 0;
    bool ok = fill(temporary, bytes, length, &cause);
    if (ok) {
        ok = file_commit(temporary, path, err);
    } else {
        error_set(err, M_FILE_WRITE, path, error_cause(cause));
        file_abandon(temporary);
    }
    free(temporary);
    return ok;
}

/* Length of the folder's part of a path, with its slash; 0 when there is none. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

/* The file that `path` means: where a link leads, so that an output replaces the file and not the
 * link. Yours to free. */
static char *target_of(const char *path)
{
    char *resolved = realpath(path, NULL);
    return resolved != NULL ? resolved : memory_copy(path, strlen(path));
}

/* Keeps Ctrl-C and its like waiting while a temporary file exists, so that none is left behind: they
 * end the program right after the file has its name or is gone. */
static void hold_signals(int how)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    sigprocmask(how, &set, NULL);
}

/* Blocks or frees the mark by which end_hold sees that somebody around it holds the signals too. SIGURG does
 * nothing by itself, so blocking it changes nothing else. */
static void mark_hold(int how)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGURG);
    sigprocmask(how, &set, NULL);
}

/* Ends the hold of one file; one around it stays. */
static void end_hold(void)
{
    sigset_t now;
    sigprocmask(SIG_BLOCK, NULL, &now);
    if (sigismember(&now, SIGURG) != 1) {
        hold_signals(SIG_UNBLOCK);
    }
}

void file_hold_signals(void)
{
    hold_signals(SIG_BLOCK);
    mark_hold(SIG_BLOCK);
}

void file_free_signals(void)
{
    mark_hold(SIG_UNBLOCK);
    hold_signals(SIG_UNBLOCK);
}

/* True when the file holds an SQLite database: somebody's whole case, which no output may replace. */
static bool is_database(const char *path)
{
    static const char magic[16] = "SQLite format 3";
    char head[sizeof magic];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    bool is = fd >= 0 && read(fd, head, sizeof head) == (ssize_t)sizeof head &&
              memcmp(head, magic, sizeof head) == 0;
    if (fd >= 0) {
        close(fd);
    }
    return is;
}

/* Fails when what `path` names already cannot be replaced by an output. */
static bool check_target(const char *path, struct error *err)
{
    struct stat about;
    if (stat(path, &about) != 0) {
        return true;
    }
    if (!S_ISREG(about.st_mode)) {
        return S_ISDIR(about.st_mode) ? error_set(err, M_FILE_FOLDER, path)
                                      : error_set(err, M_FILE_SPECIAL, path);
    }
    return !is_database(path) || error_set(err, M_FILE_DATABASE, path);
}

bool file_temporary(const char *path, char **name, struct error *err)
{
    if (!check_target(path, err)) {
        return false;
    }
    struct text pattern = TEXT_EMPTY;
    char *target = target_of(path);
    text_append(&pattern, target, folder_length(target));
    free(target);
    hold_signals(SIG_BLOCK);
    temporary_pattern(&pattern);
    int fd = mkostemp(pattern.bytes, O_CLOEXEC);
    if (fd < 0) {
        error_set(err, M_FILE_WRITE, path, error_cause(errno));
        text_release(&pattern);
        end_hold();
        return false;
    }
    close(fd);
    *name = text_take(&pattern);
    return true;
}

void file_abandon(const char *temporary)
{
    unlink(temporary);
    end_hold();
}

/* Makes the disk hold what was written to `path`, a file or a folder. */
static bool sync_path(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    bool ok = fsync(fd) == 0 || errno == EINVAL;
    close(fd);
    return ok;
}

/* The rights that a program's new file gets: 0666 less the process's mask, or those of the file that
 * is replaced. */
static mode_t rights_for(const char *path)
{
    struct stat about;
    if (stat(path, &about) == 0) {
        return about.st_mode & 07777;
    }
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* Makes the name in the folder last. */
static void sync_folder_of(const char *path)
{
    char *folder = memory_copy(path, folder_length(path));
    sync_path(folder[0] == '\0' ? "." : folder, O_RDONLY | O_DIRECTORY);
    free(folder);
}

bool file_commit(const char *temporary, const char *path, struct error *err)
{
    char *target = target_of(path);
    bool ok = chmod(temporary, rights_for(target)) == 0 && sync_path(temporary, O_RDONLY) &&
              rename(temporary, target) == 0;
    if (ok) {
        sync_folder_of(target);
        end_hold();
    } else {
        error_set(err, M_FILE_WRITE, path, error_cause(errno));
        file_abandon(temporary);
    }
    free(target);
    return ok;
}

/* Renames without replacing; where the file system cannot promise that, looks first. */
static int rename_new(const char *from, const char *to)
{
    int result = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
    if (result == 0 || (errno != EINVAL && errno != ENOSYS)) {
        return result;
    }
    struct stat about;
    if (lstat(to, &about) == 0) {
        errno = EEXIST;
        return -1;
    }
    return rename(from, to);
}

bool file_commit_new(const char *temporary, const char *path, struct error *err)
{
    bool ok = chmod(temporary, rights_for(path)) == 0 && sync_path(temporary, O_RDONLY) &&
              rename_new(temporary, path) == 0;
    if (ok) {
        sync_folder_of(path);
        end_hold();
        return true;
    }
    if (errno == EEXIST) {
        error_set(err, M_FILE_EXISTS, path);
    } else {
        error_set(err, M_FILE_WRITE, path, error_cause(errno));
    }
    file_abandon(temporary);
    return false;
}

bool file_is_special(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode);
}

bool file_exists(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISREG(about.st_mode) && access(path, R_OK) == 0;
}

char *file_program(struct error *err)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    if (length <= 0 || (size_t)length >= sizeof path) {
        error_set(err, M_FILE_RESOURCE, "spbe");
        return NULL;
    }
    return memory_copy(path, (size_t)length);
}

/* Reads the checkout's folder from the file `root` that a build leaves beside the program. */
static bool root_beside(const char *folder, struct text *out)
{
    struct text path = TEXT_EMPTY;
    struct error ignored = {.kind = ERROR_NONE};
    text_format(&path, "%s/root", folder);
    bool found = file_exists(path.bytes) && file_read(path.bytes, PATH_MAX, out, &ignored);
    while (found && out->length > 0 && out->bytes[out->length - 1] == '\n') {
        out->bytes[--out->length] = '\0';
    }
    text_release(&path);
    return found;
}

/* Tries base + tail + "/" + name; *out holds the path when it is there. */
static bool try_place(const char *base, const char *tail, const char *name, struct text *out)
{
    text_clear(out);
    text_format(out, "%s%s/%s", base, tail, name);
    return access(out->bytes, R_OK) == 0;
}

char *file_resource(const char *name, struct error *err)
{
    char *folder = file_program(err);
    if (folder == NULL) {
        return NULL;
    }
    folder[folder_length(folder) - 1] = '\0';
    struct text root = TEXT_EMPTY;
    struct text path = TEXT_EMPTY;
    bool found = (root_beside(folder, &root) && try_place(root.bytes, "", name, &path)) ||
                 try_place(folder, "/..", name, &path) ||
                 try_place(folder, "/../share/spbe", name, &path);
    free(folder);
    text_release(&root);
    if (!found) {
        text_release(&path);
        error_set(err, M_FILE_RESOURCE, name);
        return NULL;
    }
    char *resolved = realpath(path.bytes, NULL);
    text_release(&path);
    if (resolved == NULL) {
        error_set(err, M_FILE_RESOURCE, name);
    }
    return resolved;
}
