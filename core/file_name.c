#include "file_name.h"

#include <string.h>
#include <strings.h>

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_plain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || is_digit(byte);
}

/* Appends what is plain, and `gap` once for anything else between. */
static void add_plain(struct text *out, const char *text, size_t most, char gap, const char *kept)
{
    size_t start = out->length;
    bool due = false;
    for (const char *at = text; *at != '\0' && out->length - start < most; at++) {
        if (!is_plain(*at) && strchr(kept, *at) == NULL) {
            due = out->length > start;
            continue;
        }
        if (due && out->length - start + 2 > most) {
            return;
        }
        if (due) {
            text_add_byte(out, gap);
        }
        text_add_byte(out, *at);
        due = false;
    }
}

void file_name_add_safe(struct text *out, const char *text, size_t most)
{
    add_plain(out, text, most, '-', "");
}

void file_name_add_folder(struct text *out, const char *id, const char *title, size_t most)
{
    size_t start = out->length;
    add_plain(out, id, most, '-', "");
    text_add(out, " - ");
    size_t used = out->length - start;
    add_plain(out, title, used < most ? most - used : 0, ' ', "-,()");
    while (out->length > start && strchr(" -,", out->bytes[out->length - 1]) != NULL) {
        out->bytes[--out->length] = '\0';
    }
}

/* Where the ending of a name begins, behind its point; NULL where there is none. */
static const char *ending_of(const char *file)
{
    enum { ENDING_MOST = 8 };
    const char *point = file == NULL ? NULL : strrchr(file, '.');
    if (point == NULL || point == file) {
        return NULL;
    }
    size_t length = strlen(point + 1);
    for (size_t i = 0; i < length; i++) {
        if (!is_plain(point[1 + i])) {
            return NULL;
        }
    }
    return length == 0 || length > ENDING_MOST ? NULL : point + 1;
}

void file_name_add_ending(struct text *out, const char *file)
{
    for (const char *at = ending_of(file); at != NULL && *at != '\0'; at++) {
        text_add_byte(out, *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at);
    }
}

/* a, b, …, z, aa, ab, …: as the columns of a sheet are named. */
static void add_letters(struct text *out, size_t nth)
{
    enum { LETTERS = 26 };
    if (nth >= LETTERS) {
        add_letters(out, nth / LETTERS - 1);
    }
    text_add_byte(out, (char)('a' + (char)(nth % LETTERS)));
}

/* Appends what the document is called, or else the name of its file without the ending. */
static void add_title(struct text *out, const struct file_name *name, size_t room)
{
    if (name->title != NULL && name->title[0] != '\0') {
        file_name_add_safe(out, name->title, room);
    } else if (name->file != NULL) {
        const char *ending = ending_of(name->file);
        struct text stem = TEXT_EMPTY;
        text_add(&stem, name->file);
        if (ending != NULL) {
            stem.length = (size_t)(ending - 1 - name->file);
            stem.bytes[stem.length] = '\0';
        }
        file_name_add_safe(out, stem.bytes, room);
        text_release(&stem);
    }
}

void file_name_add_code(struct text *out, const char *prefix, const char *indicator)
{
    enum { PREFIX_MOST = 12, CODE_MOST = 8 };
    bool lettered = indicator[0] != '\0' && !is_digit(indicator[0]);
    file_name_add_safe(out, prefix, PREFIX_MOST);
    file_name_add_safe(out, indicator + lettered, CODE_MOST);
}

void file_name_add(struct text *out, const struct file_name *name, size_t most)
{
    struct text ending = TEXT_EMPTY;
    struct text title = TEXT_EMPTY;
    size_t start = out->length;
    size_t bound = most == 0 ? FILE_NAME_MOST : most < FILE_NAME_LEAST ? FILE_NAME_LEAST : most;
    file_name_add_ending(&ending, name->file);
    file_name_add_code(out, name->prefix, name->indicator);
    add_letters(out, name->nth);
    size_t used = out->length - start + 1 + ending.length + 1;
    add_title(&title, name, used < bound ? bound - used : 0);
    text_format(out, "%s%s", title.length > 0 ? "-" : "", title.bytes);
    text_format(out, "%s%s", ending.length > 0 ? "." : "", ending.bytes);
    text_release(&title);
    text_release(&ending);
}

bool file_name_ends(const char *name, const char *ending)
{
    size_t length = strlen(name), size = strlen(ending);
    return length > size && strcasecmp(name + length - size, ending) == 0;
}
