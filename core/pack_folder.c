#include "pack_folder.h"

#include "file.h"
#include "memory.h"
#include "message.h"
#include "text.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { NEAR = 4 };

static const char *const entries[] = {PACK_ENTRY, OVERLAY_ENTRY};
enum { ENTRIES = sizeof entries / sizeof *entries };

static bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Whether `folder` holds a file of that name. */
static bool has_entry(const char *folder, const char *entry)
{
    struct text path = TEXT_EMPTY;
    text_format(&path, "%s/%s", folder, entry);
    bool found = file_exists(path.bytes);
    text_release(&path);
    return found;
}

/* The entry that `folder` holds, or NULL. */
static const char *entry_of(const char *folder)
{
    for (size_t i = 0; i < ENTRIES; i++) {
        if (has_entry(folder, entries[i])) {
            return entries[i];
        }
    }
    return NULL;
}

bool pack_folder_is_id(const char *name)
{
    return name[0] != '\0' && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

/* The folder of an id that comes with the program, or NULL. */
static char *own_folder(const char *id)
{
    struct error ignored = {.kind = ERROR_NONE};
    struct text name = TEXT_EMPTY;
    text_format(&name, "rules/%s", id);
    char *folder = file_resource(name.bytes, &ignored);
    text_release(&name);
    if (folder != NULL && entry_of(folder) == NULL) {
        free(folder);
        folder = NULL;
    }
    return folder;
}

/* ---- the program's own ---- */

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

/* Whether an id of the program's own has this entry first; NULL stands for any. */
static bool is_own(const char *id, const char *entry)
{
    char *folder = pack_folder_is_id(id) ? own_folder(id) : NULL;
    bool own = folder != NULL && (entry == NULL || strcmp(entry_of(folder), entry) == 0);
    free(folder);
    return own;
}

char **pack_folder_list(const char *entry, struct error *err)
{
    char *folder = file_resource("rules", err);
    DIR *listing = folder == NULL ? NULL : opendir(folder);
    char **ids = NULL;
    size_t count = 0;
    if (folder != NULL && listing == NULL) {
        error_set(err, M_FILE_OPEN, folder, strerror(errno));
    }
    for (struct dirent *each; listing != NULL && (each = readdir(listing)) != NULL;) {
        if (is_own(each->d_name, entry)) {
            ids = memory_resize(ids, count + 2, sizeof *ids);
            ids[count++] = memory_copy(each->d_name, strlen(each->d_name));
            ids[count] = NULL;
        }
    }
    if (listing != NULL) {
        closedir(listing);
        ids = ids == NULL ? memory_zero(1, sizeof *ids) : ids;
        qsort(ids, count, sizeof *ids, compare_names);
    }
    free(folder);
    return ids;
}

void pack_folder_list_free(char **ids)
{
    for (size_t i = 0; ids != NULL && ids[i] != NULL; i++) {
        free(ids[i]);
    }
    free(ids);
}

/* Fails with the nearest id, when one is near. */
static bool unknown(const char *name, struct error *err)
{
    struct error ignored = {.kind = ERROR_NONE};
    char **ids = pack_folder_list(NULL, &ignored);
    const char *nearest = NULL;
    unsigned best = NEAR;
    for (size_t i = 0; ids != NULL && ids[i] != NULL; i++) {
        unsigned distance = text_distance(ids[i], name);
        if (distance < best) {
            best = distance;
            nearest = ids[i];
        }
    }
    if (nearest != NULL) {
        error_set(err, M_PACK_NEAREST, name, nearest);
    } else {
        error_set(err, M_PACK_UNKNOWN, name);
    }
    pack_folder_list_free(ids);
    return false;
}

/* ---- a name ---- */

/* True when a path ends with an entry as its last part. */
static bool is_entry_of(const char *path, const char *entry)
{
    size_t length = strlen(path), size = strlen(entry);
    return length >= size && strcmp(path + length - size, entry) == 0 &&
           (length == size || path[length - size - 1] == '/');
}

/* Takes an entry and slashes off the end of a path; *entry is the one that was named, or NULL. */
static char *folder_of(const char *name, const char **entry)
{
    char *path = memory_copy(name, strlen(name));
    size_t length = strlen(path);
    *entry = NULL;
    for (size_t i = 0; i < ENTRIES && *entry == NULL; i++) {
        *entry = is_entry_of(path, entries[i]) ? entries[i] : NULL;
    }
    length -= *entry == NULL ? 0 : strlen(*entry);
    while (length > 1 && path[length - 1] == '/') {
        length--;
    }
    path[length] = '\0';
    if (length == 0) {
        free(path);
        return memory_copy(".", 1);
    }
    return path;
}

bool pack_folder_find(const char *name, struct pack_folder *out, struct error *err)
{
    *out = (struct pack_folder){.path = pack_folder_is_id(name) ? own_folder(name) : NULL};
    if (out->path != NULL) {
        struct text place = TEXT_EMPTY;
        text_format(&place, "rules/%s", name);
        out->entry = entry_of(out->path);
        out->place = text_take(&place);
        return true;
    }
    const char *named = NULL;
    out->path = folder_of(name, &named);
    out->place = memory_copy(out->path, strlen(out->path));
    if (is_folder(out->path)) {
        bool there = named != NULL && has_entry(out->path, named);
        out->entry = there ? named : entry_of(out->path);
        return out->entry != NULL || error_set(err, M_PACK_NO_ENTRY, name);
    }
    return file_exists(name) ? error_set(err, M_PACK_NOT_ENTRY, name) : unknown(name, err);
}

void pack_folder_hold(const char *place, const char *entry, const struct pack_text *texts,
                      size_t count, struct pack_folder *out)
{
    *out = (struct pack_folder){.place = memory_copy(place, strlen(place)),
                                .entry = entry,
                                .texts = texts,
                                .text_count = count};
}

const struct pack_text *pack_folder_text(const struct pack_folder *folder, const char *name)
{
    for (size_t i = 0; i < folder->text_count; i++) {
        if (strcmp(folder->texts[i].name, name) == 0) {
            return &folder->texts[i];
        }
    }
    return NULL;
}

void pack_folder_release(struct pack_folder *folder)
{
    free(folder->place);
    free(folder->path);
    *folder = (struct pack_folder){.place = NULL};
}

bool pack_folder_is_overlay(const char *name)
{
    struct error ignored = {.kind = ERROR_NONE};
    struct pack_folder folder = {.place = NULL};
    bool is = pack_folder_find(name, &folder, &ignored) && folder.entry != NULL &&
              strcmp(folder.entry, OVERLAY_ENTRY) == 0;
    pack_folder_release(&folder);
    return is;
}
