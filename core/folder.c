#include "folder.h"

#include "limit.h"
#include "memory.h"
#include "message.h"
#include "text.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <wctype.h>

/* ---- names ---- */

/* Reads one character of valid UTF-8; returns its bytes. */
static size_t read_character(const char *bytes, uint32_t *character)
{
    const unsigned char *b = (const unsigned char *)bytes;
    size_t length = b[0] < 0x80 ? 1 : b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3 : 4;
    *character = length == 1 ? b[0] : b[0] & (0xFFU >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        *character = *character << 6 | (b[i] & 0x3FU);
    }
    return length;
}

static void add_character(struct text *out, uint32_t c)
{
    if (c < 0x80) {
        text_add_byte(out, (char)c);
        return;
    }
    if (c >= 0x10000) {
        text_add_byte(out, (char)(0xF0 | c >> 18));
        text_add_byte(out, (char)(0x80 | (c >> 12 & 0x3F)));
    } else if (c >= 0x800) {
        text_add_byte(out, (char)(0xE0 | c >> 12));
    }
    if (c >= 0x800) {
        text_add_byte(out, (char)(0x80 | (c >> 6 & 0x3F)));
    } else {
        text_add_byte(out, (char)(0xC0 | c >> 6));
    }
    text_add_byte(out, (char)(0x80 | (c & 0x3F)));
}

/* Adds an accented letter of Latin-1 as its letter and its accent; false when it is none. */
static bool add_accented(struct text *out, uint32_t c)
{
    static const char letters[] =
        "aaaaaa?ceeeeiiii?nooooo??uuuuy??aaaaaa?ceeeeiiii?nooooo??uuuuy?y";
    static const char accents[] =
        "`'^~:o?,`'^:`'^:?~`'^~:??`'^:'??`'^~:o?,`'^:`'^:?~`'^~:??`'^:'?:";
    static const char signs[] = "`'^~:o,";
    static const uint32_t marks[] = {0x300, 0x301, 0x302, 0x303, 0x308, 0x30A, 0x327};
    if (c < 0xC0 || c > 0xFF || letters[c - 0xC0] == '?') {
        return false;
    }
    text_add_byte(out, letters[c - 0xC0]);
    add_character(out, marks[strchr(signs, accents[c - 0xC0]) - signs]);
    return true;
}

/* A name without regard to capitals, kinds of spaces, and how accents are composed. */
static void fold(const char *name, struct text *out)
{
    uint32_t c;
    for (const char *at = name; *at != '\0';) {
        at += read_character(at, &c);
        if (c == 0xA0 || c == 0x202F || c == 0x2007) {
            text_add_byte(out, ' ');
        } else if (c < 0x80) {
            text_add_byte(out, (char)tolower((int)c));
        } else if (!add_accented(out, c)) {
            add_character(out, (uint32_t)towlower((wint_t)c));
        }
    }
}

bool folder_alike(const char *one, const char *other)
{
    struct text first = TEXT_EMPTY;
    struct text second = TEXT_EMPTY;
    fold(one, &first);
    fold(other, &second);
    bool alike = strcmp(first.bytes, second.bytes) == 0;
    text_release(&first);
    text_release(&second);
    return alike;
}

bool folder_is_name(const char *name)
{
    if (name[0] == '\0' || name[0] == '/' || name[0] == '\\' ||
        (isalpha((unsigned char)name[0]) && name[1] == ':')) {
        return false;
    }
    for (const char *at = name; *at != '\0';) {
        size_t piece = strcspn(at, "/\\");
        if (piece == 2 && at[0] == '.' && at[1] == '.') {
            return false;
        }
        at += piece + (at[piece] != '\0');
    }
    size_t length = strlen(name);
    return text_utf8_prefix(name, length) == length && strchr("/\\", name[length - 1]) == NULL;
}

/* ---- listing ---- */

/* Adds a file; its place in the list grows by doubling, in the arena. */
static bool add_file(struct folder *folder, const char *path, const char *way, struct error *err)
{
    struct text folded = TEXT_EMPTY;
    if (folder->count == LIMIT_FOLDER_FILES) {
        return error_set(err, M_FOLDER_FILES, NULL, LIMIT_FOLDER_FILES);
    }
    if ((folder->count & (folder->count - 1)) == 0) {
        size_t room = folder->count == 0 ? 1 : 2 * folder->count;
        struct folder_file *files = arena_get(&folder->arena, room, sizeof *files);
        if (folder->count > 0) {
            memcpy(files, folder->files, folder->count * sizeof *files);
        }
        folder->files = files;
    }
    fold(way, &folded);
    folder->files[folder->count++] =
        (struct folder_file){path, way, arena_copy(&folder->arena, folded.bytes, folded.length)};
    text_release(&folded);
    return true;
}

static bool list(struct folder *folder, const char *path, const char *way, int depth,
                 struct error *err);

/* Takes one entry of a folder; what is neither a file nor a folder is left out. */
static bool take_entry(struct folder *folder, const char *path, const char *way, const char *name,
                       int depth, struct error *err)
{
    struct stat status;
    const char *whole = arena_format(&folder->arena, "%s/%s", path, name);
    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
        text_utf8_prefix(name, strlen(name)) != strlen(name) || lstat(whole, &status) != 0) {
        return true;
    }
    const char *below = way[0] == '\0' ? arena_string(&folder->arena, name)
                                       : arena_format(&folder->arena, "%s/%s", way, name);
    if (S_ISREG(status.st_mode)) {
        return add_file(folder, whole, below, err);
    }
    return !S_ISDIR(status.st_mode) || depth == FOLDER_DEPTH ||
           list(folder, whole, below, depth + 1, err);
}

/* Lists a folder. One below the first that cannot be read is left out: what it holds is then missing, and
 * told as missing. */
static bool list(struct folder *folder, const char *path, const char *way, int depth,
                 struct error *err)
{
    DIR *dir = opendir(path);
    bool ok = true;
    if (dir == NULL) {
        return depth > 0 || error_set(err, M_FOLDER_OPEN, NULL, error_cause(errno));
    }
    for (const struct dirent *entry; ok && (entry = readdir(dir)) != NULL;) {
        ok = take_entry(folder, path, way, entry->d_name, depth, err);
    }
    closedir(dir);
    return ok;
}

static int compare(const void *one, const void *other)
{
    return strcmp(((const struct folder_file *)one)->way, ((const struct folder_file *)other)->way);
}

bool folder_open(struct folder *folder, const char *path, struct error *err)
{
    *folder = (struct folder){.arena = ARENA_EMPTY};
    if (!list(folder, path, "", 0, err)) {
        return error_place(err, path);
    }
    if (folder->count > 0) {
        qsort(folder->files, folder->count, sizeof *folder->files, compare);
    }
    return true;
}

void folder_close(struct folder *folder)
{
    arena_release(&folder->arena);
}

/* ---- finding ---- */

/* True when a way ends with the name, at a folder's edge; `whole`: when it is the name. */
static bool fits(const char *way, const char *name, bool whole)
{
    size_t long_one = strlen(way);
    size_t short_one = strlen(name);
    if (whole || long_one <= short_one) {
        return strcmp(way, name) == 0;
    }
    const char *end = way + long_one - short_one;
    return end[-1] == '/' && strcmp(end, name) == 0;
}

static const struct folder_file *search(const struct folder *folder, const char *name, bool whole,
                                        bool folded, size_t *count)
{
    const struct folder_file *found = NULL;
    *count = 0;
    for (size_t i = 0; i < folder->count; i++) {
        const struct folder_file *file = &folder->files[i];
        if (fits(folded ? file->folded : file->way, name, whole)) {
            found = file;
            (*count)++;
        }
    }
    return *count == 1 ? found : NULL;
}

const struct folder_file *folder_find(const struct folder *folder, const char *name, size_t *count)
{
    struct text exact = TEXT_EMPTY;
    struct text folded = TEXT_EMPTY;
    *count = 0;
    if (!folder_is_name(name)) {
        return NULL;
    }
    bool whole = name[0] == '.' && (name[1] == '/' || name[1] == '\\');
    for (const char *at = name + (whole ? 2 : 0); *at != '\0'; at++) {
        text_add_byte(&exact, *at == '\\' ? '/' : *at);
    }
    const struct folder_file *found = search(folder, exact.bytes, whole, false, count);
    if (*count == 0) {
        fold(exact.bytes, &folded);
        found = search(folder, folded.bytes, whole, true, count);
    }
    text_release(&exact);
    text_release(&folded);
    return found;
}
