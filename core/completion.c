#include "completion.h"

#include "memory.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Names of a folder that begin as was typed. */
struct names {
    char **items;
    size_t count, capacity;
};

void completion_expand(const char *typed, struct text *out)
{
    const char *home = getenv("HOME");
    if (typed[0] == '~' && typed[1] == '/' && home != NULL && home[0] != '\0') {
        text_add(out, home);
        typed++;
    }
    text_add(out, typed);
}

static int compare(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

static void add_name(struct names *names, const char *name)
{
    if (names->count == names->capacity) {
        names->capacity = names->capacity == 0 ? 32 : names->capacity * 2;
        names->items = memory_resize(names->items, names->capacity, sizeof *names->items);
    }
    names->items[names->count++] = memory_copy(name, strlen(name));
}

/* Names in `folder` that begin with `start`, sorted. A name that is not UTF-8 cannot be typed. */
static void find_names(const char *folder, const char *start, struct names *names)
{
    DIR *open = opendir(folder);
    if (open == NULL) {
        return;
    }
    for (const struct dirent *item = readdir(open); item != NULL; item = readdir(open)) {
        const char *name = item->d_name;
        bool shown = strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
                     (name[0] != '.' || start[0] == '.');
        if (shown && strncmp(name, start, strlen(start)) == 0 &&
            text_utf8_prefix(name, strlen(name)) == strlen(name)) {
            add_name(names, name);
        }
    }
    closedir(open);
    if (names->count > 1) {
        qsort(names->items, names->count, sizeof *names->items, compare);
    }
}

/* Bytes that all names begin with, ending at a letter's edge. */
static size_t common_length(const struct names *names)
{
    const char *first = names->items[0];
    const char *last = names->items[names->count - 1]; /* sorted: these two differ most */
    size_t length = 0;
    while (first[length] != '\0' && first[length] == last[length]) {
        length++;
    }
    return text_utf8_prefix(first, length);
}

static bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

size_t completion_path(const char *typed, struct text *out, struct text *choices)
{
    struct text whole = TEXT_EMPTY;
    struct names names = {NULL, 0, 0};
    size_t begin = out->length;
    completion_expand(typed, &whole);
    const char *slash = strrchr(whole.bytes, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - whole.bytes) + 1;
    text_append(out, whole.bytes, length);
    find_names(length == 0 ? "." : out->bytes + begin, whole.bytes + length, &names);
    if (names.count == 0) {
        text_add(out, whole.bytes + length);
    } else {
        text_append(out, names.items[0], common_length(&names));
    }
    if (names.count == 1 && is_folder(out->bytes + begin)) {
        text_add(out, "/");
    }
    for (size_t i = 0; i < names.count; i++) {
        if (names.count > 1) {
            text_format(choices, "%s%s", i > 0 ? "  " : "", names.items[i]);
        }
        free(names.items[i]);
    }
    free(names.items);
    text_release(&whole);
    return names.count;
}
