#include "script_access.h"

#include "memory.h"
#include "message.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Resolved names. */
struct names {
    char **list;
    size_t count;
};

struct script_access {
    struct names files;   /* named on the command line */
    struct names folders; /* of --allow */
    struct names named;   /* folders named on the command line, which allows nothing */
    bool input;           /* "-" was named */
    char *here;           /* the working folder, resolved; NULL where nobody knows */
};

static void add_name(struct names *names, char *name)
{
    names->list = memory_resize(names->list, names->count + 1, sizeof *names->list);
    names->list[names->count++] = name;
}

static void free_names(struct names *names)
{
    for (size_t i = 0; i < names->count; i++) {
        free(names->list[i]);
    }
    free(names->list);
}

/* The last part of a path, or NULL where it names no file of its own (".", "..", nothing). */
static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    bool none = name[0] == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
    return none ? NULL : name;
}

/* The resolved name of a file that does not exist yet: its folder's, and its own. NULL where there is no such
 * folder, or a link leads nowhere. */
static char *resolve_new(const char *path)
{
    struct stat about;
    const char *name = last_part(path);
    if (name == NULL || lstat(path, &about) == 0) {
        return NULL;
    }
    char *before = name == path ? memory_copy(".", 1) : memory_copy(path, (size_t)(name - path));
    char *folder = realpath(before, NULL);
    free(before);
    if (folder == NULL) {
        return NULL;
    }
    struct text whole = TEXT_EMPTY;
    text_format(&whole, "%s%s%s", folder, strcmp(folder, "/") == 0 ? "" : "/", name);
    free(folder);
    return text_take(&whole);
}

/* Where a path really leads; yours to free. NULL when that cannot be said. */
static char *resolve(const char *path)
{
    char *whole = path[0] == '\0' ? NULL : realpath(path, NULL);
    return whole != NULL || path[0] == '\0' ? whole : resolve_new(path);
}

static bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Notes the file that a word of the command line names, if it does. */
static void note_file(struct script_access *access, const char *word)
{
    char *whole = resolve(word);
    if (whole != NULL) {
        add_name(is_folder(whole) ? &access->named : &access->files, whole);
    }
}

static void note_word(struct script_access *access, const char *word)
{
    const char *value = strchr(word, '=');
    access->input = access->input || strcmp(word, "-") == 0;
    note_file(access, word);
    if (value != NULL) {
        access->input = access->input || strcmp(value + 1, "-") == 0;
        note_file(access, value + 1);
    }
}

struct script_access *script_access_new(char *const *words, size_t count,
                                        const char *const *folders, struct error *err)
{
    struct script_access *access = memory_zero(1, sizeof *access);
    access->here = realpath(".", NULL);
    for (size_t i = 0; i < count; i++) {
        note_word(access, words[i]);
    }
    for (; *folders != NULL; folders++) {
        char *whole = realpath(*folders, NULL);
        if (whole == NULL || !is_folder(whole)) {
            free(whole);
            script_access_free(access);
            error_set(err, M_SCRIPT_ALLOW, *folders);
            return NULL;
        }
        add_name(&access->folders, whole);
    }
    return access;
}

void script_access_free(struct script_access *access)
{
    if (access != NULL) {
        free_names(&access->files);
        free_names(&access->folders);
        free_names(&access->named);
        free(access->here);
        free(access);
    }
}

/* True when a resolved name is a folder or lies below it. */
static bool is_below(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    if (strcmp(folder, "/") == 0) {
        return true;
    }
    return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static bool is_allowed(const struct script_access *access, const char *path)
{
    for (size_t i = 0; i < access->folders.count; i++) {
        if (is_below(path, access->folders.list[i])) {
            return true;
        }
    }
    return false;
}

static bool is_among(const struct names *names, const char *path)
{
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(path, names->list[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* A resolved name as people know it: without the working folder in front. It frees the name that it is given. */
static char *shorten(const struct script_access *access, char *whole)
{
    size_t length = access->here == NULL ? 0 : strlen(access->here);
    bool below = length > 1 && strncmp(whole, access->here, length) == 0 && whole[length] == '/' &&
                 whole[length + 1] != '-' && whole[length + 1] != '\0';
    char *name = below ? memory_copy(whole + length + 1, strlen(whole) - length - 1) : whole;
    if (below) {
        free(whole);
    }
    return name;
}

char *script_access_file(const struct script_access *access, const char *path, bool writing,
                         struct error *err)
{
    if (strcmp(path, "-") == 0 && (writing || access->input)) {
        return memory_copy("-", 1);
    }
    char *whole = strcmp(path, "-") == 0 ? NULL : resolve(path);
    if (whole != NULL && (is_among(&access->files, whole) || is_allowed(access, whole))) {
        return shorten(access, whole);
    }
    if (whole != NULL && is_among(&access->named, whole)) {
        error_set(err, M_SCRIPT_IS_FOLDER, path);
    } else {
        error_set(err, M_SCRIPT_FILE, path);
    }
    free(whole);
    return NULL;
}

char *script_access_folder(const struct script_access *access, const char *path, struct error *err)
{
    char *whole = path[0] == '\0' ? NULL : realpath(path, NULL);
    if (whole != NULL && is_folder(whole) && is_allowed(access, whole)) {
        return shorten(access, whole);
    }
    free(whole);
    error_set(err, M_SCRIPT_FOLDER, path);
    return NULL;
}
