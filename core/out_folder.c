#include "out_folder.h"

#include "file.h"
#include "memory.h"
#include "message.h"
#include "temporary.h"
#include "text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct out_folder {
    const char *path; /* as the user named it */
    char *place;      /* the same without "/" at its end */
    char *temporary;
    int fd; /* of the open file; -1: none */
};

static bool fail(const char *path, int cause, struct error *err)
{
    return error_set(err, M_OUT_FOLDER_WRITE, path, error_cause(cause));
}

/* ---- the place ---- */

/* True for a folder that holds nothing. */
static bool is_empty(const char *path)
{
    DIR *list = opendir(path);
    const struct dirent *entry = NULL;
    bool empty = list != NULL;
    while (empty && (entry = readdir(list)) != NULL) {
        empty = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
    }
    if (list != NULL) {
        closedir(list);
    }
    return empty;
}

static bool check_place(const char *path, struct error *err)
{
    struct stat about;
    if (stat(path, &about) != 0) {
        return errno == ENOENT || fail(path, errno, err);
    }
    if (!S_ISDIR(about.st_mode)) {
        return error_set(err, M_OUT_FOLDER_FILE, path);
    }
    return is_empty(path) || error_set(err, M_OUT_FOLDER_FULL, path);
}

/* Where it is to lie; an existing folder by its real path, so that "." and links work. */
static char *place_of(const char *path)
{
    char *real = realpath(path, NULL);
    if (real != NULL) {
        return real;
    }
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/') {
        length--;
    }
    return memory_copy(path, length);
}

struct out_folder *out_folder_begin(const char *path, struct error *err)
{
    if (!check_place(path, err)) {
        return NULL;
    }
    struct text pattern = TEXT_EMPTY;
    char *place = place_of(path);
    const char *slash = strrchr(place, '/');
    text_append(&pattern, place, slash == NULL ? 0 : (size_t)(slash + 1 - place));
    file_hold_signals();
    temporary_pattern(&pattern);
    if (mkdtemp(pattern.bytes) == NULL) {
        fail(path, errno, err);
        file_free_signals();
        text_release(&pattern);
        free(place);
        return NULL;
    }
    struct out_folder *folder = memory_zero(1, sizeof *folder);
    *folder = (struct out_folder){path, place, text_take(&pattern), -1};
    return folder;
}

/* ---- what lies in it ---- */

static char *inside(const struct out_folder *folder, const char *name)
{
    struct text path = TEXT_EMPTY;
    text_format(&path, "%s/%s", folder->temporary, name);
    return text_take(&path);
}

bool out_folder_make(struct out_folder *folder, const char *name, struct error *err)
{
    char *path = inside(folder, name);
    bool ok = mkdir(path, 0777) == 0 || errno == EEXIST || fail(folder->path, errno, err);
    free(path);
    return ok;
}

/* Ends the file that is open. */
static bool end_file(struct out_folder *folder, struct error *err)
{
    int fd = folder->fd;
    folder->fd = -1;
    return fd < 0 || close(fd) == 0 || fail(folder->path, errno, err);
}

bool out_folder_open(struct out_folder *folder, const char *name, struct error *err)
{
    if (!end_file(folder, err)) {
        return false;
    }
    char *path = inside(folder, name);
    folder->fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    free(path);
    return folder->fd >= 0 || fail(folder->path, errno, err);
}

bool out_folder_write(struct out_folder *folder, const void *bytes, size_t length,
                      struct error *err)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t done = write(folder->fd, at, length);
        if (done < 0 && errno != EINTR) {
            return fail(folder->path, errno, err);
        }
        at += done < 0 ? 0 : done;
        length -= done < 0 ? 0 : (size_t)done;
    }
    return true;
}

bool out_folder_add(struct out_folder *folder, const char *name, const void *bytes, size_t length,
                    struct error *err)
{
    return out_folder_open(folder, name, err) && out_folder_write(folder, bytes, length, err) &&
           end_file(folder, err);
}

char *out_folder_path(struct out_folder *folder, const char *name, struct error *err)
{
    return out_folder_add(folder, name, "", 0, err) ? inside(folder, name) : NULL;
}

/* ---- the end ---- */

/* Gives the finished folder its name; an empty one that has it gives way. */
static bool settle(const struct out_folder *folder, struct error *err)
{
    mode_t mask = umask(0);
    umask(mask);
    if (chmod(folder->temporary, 0777 & ~mask) == 0 &&
        rename(folder->temporary, folder->place) == 0) {
        return true;
    }
    return errno == ENOTEMPTY || errno == EEXIST ? error_set(err, M_OUT_FOLDER_FULL, folder->path)
                                                 : fail(folder->path, errno, err);
}

/* Names the folder as the user did in an error about a file inside, of a library that knows the
 * temporary name only. */
static void name_in_error(const struct out_folder *folder, struct error *err)
{
    size_t length = strlen(folder->temporary);
    if (strncmp(err->where, folder->temporary, length) != 0 || err->where[length] != '/') {
        return;
    }
    struct text where = TEXT_EMPTY;
    text_format(&where, "%s%s", folder->place, err->where + length);
    if (where.length < sizeof err->where) {
        memcpy(err->where, where.bytes, where.length + 1);
    }
    text_release(&where);
}

bool out_folder_end(struct out_folder *folder, bool ok, struct error *err)
{
    if (folder == NULL) {
        return false;
    }
    ok = end_file(folder, err) && ok;
    ok = ok && settle(folder, err);
    if (!ok) {
        name_in_error(folder, err);
        temporary_remove(folder->temporary);
    }
    file_free_signals();
    free(folder->place);
    free(folder->temporary);
    free(folder);
    return ok;
}
