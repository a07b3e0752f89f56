#include "script_source.h"

#include "drawing.h"
#include "file.h"
#include "file_name.h"
#include "hash.h"
#include "json_out.h"
#include "memory.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>

/* ---- reading -------------------------------------------------------------------------------------- */

/* Reads Lua. name: for people. */
static bool read_lua(const char *path, const char *name, struct text *source, struct error *err)
{
    if (!file_read(path, LIMIT_SOURCE_BYTES, source, err)) {
        return false;
    }
    bool text = text_utf8_prefix(source->bytes, source->length) == source->length &&
                memchr(source->bytes, '\0', source->length) == NULL;
    return text || error_set(err, M_SCRIPT_SOURCE, name);
}

/* Notes a file under the next number, and in what the history says of the script. */
static void add_file(struct script *script, const char *name, const char *shown, char *whole,
                     const struct text *source)
{
    char sha256[HASH_HEX + 1];
    struct script_source *file = &script->sources[script->source_count++];
    *file = (struct script_source){memory_copy(name, strlen(name)),
                                   memory_copy(shown, strlen(shown)), whole};
    hash_of(source->bytes, source->length, sha256);
    text_format(&script->origin, "%s %s %s", script->source_count > 1 ? "," : "script", name,
                sha256);
}

bool script_source_open(struct script *script, const char *path, const char *called,
                        struct text *source, struct error *err)
{
    if (path == NULL) {
        text_add(&script->origin, "script -i");
        script->sources[script->source_count++] =
            (struct script_source){memory_copy("-", 1), memory_copy("-", 1), NULL};
        return true;
    }
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    if (!read_lua(path, path, source, err)) {
        return false;
    }
    script->folder = slash == NULL ? memory_copy("", 0) : memory_copy(path, (size_t)(name - path));
    add_file(script, name, called == NULL ? path : called, realpath(path, NULL), source);
    return true;
}

void script_source_release(struct script *script)
{
    for (size_t i = 0; i < script->source_count; i++) {
        free(script->sources[i].name);
        free(script->sources[i].shown);
        free(script->sources[i].whole);
    }
    free(script->folder);
    text_release(&script->origin);
}

/* ---- finding -------------------------------------------------------------------------------------- */

/* Where a file beside the script really lies, yours to free; NULL when it is not there or not below its folder. */
static char *find_beside(const struct script *script, const char *name)
{
    struct text path = TEXT_EMPTY;
    if (script->folder == NULL || name[0] == '/') {
        return NULL;
    }
    text_format(&path, "%s%s", script->folder, name);
    char *folder = realpath(script->folder[0] == '\0' ? "." : script->folder, NULL);
    char *whole = realpath(path.bytes, NULL);
    size_t length = folder == NULL ? 0 : strlen(folder);
    bool below = whole != NULL && length > 0 && strncmp(whole, folder, length) == 0 &&
                 (whole[length] == '/' || folder[length - 1] == '/') && file_exists(whole);
    free(folder);
    text_release(&path);
    if (!below) {
        free(whole);
        whole = NULL;
    }
    return whole;
}

/* Finds a file of the script. shown: appended to, its name for people. NULL with SCRIPT_MISSING. */
static char *find_file(const struct script *script, const char *name, struct text *shown,
                       struct error *err)
{
    struct error ignored = {.kind = ERROR_NONE};
    char *whole = find_beside(script, name);
    text_format(shown, "%s%s", whole == NULL ? "" : script->folder, name);
    if (whole == NULL) {
        char *allowed = script_access_file(script->access, name, false, &ignored);
        whole = allowed == NULL || !file_exists(allowed) ? NULL : realpath(allowed, NULL);
        free(allowed);
    }
    if (whole == NULL) {
        error_set(err, M_SCRIPT_MISSING, NULL, name);
    }
    return whole;
}

/* The number of the file that lies there; that of a new one when none is known. */
static size_t number_of(const struct script *script, const char *whole)
{
    size_t i = 0;
    while (i < script->source_count &&
           (script->sources[i].whole == NULL || strcmp(script->sources[i].whole, whole) != 0)) {
        i++;
    }
    return i;
}

/* Gives a file to the worker. `whole` becomes the script's. */
static bool give_file(struct script *script, const char *name, const char *shown, char *whole,
                      struct text *out, struct error *err)
{
    struct text source = TEXT_EMPTY;
    size_t number = number_of(script, whole);
    bool known = number < script->source_count;
    bool done =
        read_lua(whole, shown, &source, err) &&
        (number < LIMIT_SCRIPT_FILES || error_set(err, M_SCRIPT_FILES, NULL, LIMIT_SCRIPT_FILES));
    if (done && !known) {
        add_file(script, name, shown, whole, &source);
    } else {
        free(whole);
    }
    if (done) {
        struct json_out json = {out, false};
        json_out_open(&json, '{');
        json_out_member_int(&json, "number", (int64_t)number);
        json_out_member(&json, "name", script->sources[number].name);
        json_out_member(&json, "source", source.bytes);
        json_out_close(&json, '}');
    }
    text_release(&source);
    return done;
}

bool script_source_include(struct script *script, const char *name, struct text *out,
                           struct error *err)
{
    struct text shown = TEXT_EMPTY;
    if (!file_name_ends(name, ".lua")) {
        return error_set(err, M_SCRIPT_INCLUDE, NULL, name);
    }
    name += strncmp(name, "./", 2) == 0 ? 2 : 0;
    char *whole = find_file(script, name, &shown, err);
    bool done = whole != NULL && give_file(script, name, shown.bytes, whole, out, err);
    text_release(&shown);
    return done;
}

bool script_source_picture(struct script *script, const char *name, size_t max, struct text *out,
                           struct error *err)
{
    struct text shown = TEXT_EMPTY;
    char *whole = find_file(script, name, &shown, err);
    bool done = whole != NULL && file_read(whole, max, out, err);
    free(whole);
    text_release(&shown);
    return done;
}

/* ---- places --------------------------------------------------------------------------------------- */

void script_source_place(const struct script *script, int64_t place, struct text *out)
{
    size_t file = (size_t)(place / DRAWING_LINES);
    text_format(out, "%s:%lld", script->sources[file < script->source_count ? file : 0].shown,
                (long long)(place % DRAWING_LINES));
}

const char *script_source_find(const struct script *script, const char *where, const char **rest)
{
    for (size_t i = 0; i < script->source_count; i++) {
        const struct script_source *file = &script->sources[i];
        size_t length = strlen(file->name);
        if (strncmp(where, file->name, length) == 0 &&
            (where[length] == ':' || where[length] == '\0')) {
            *rest = where + length;
            return file->shown;
        }
    }
    *rest = "";
    return script->sources[0].shown;
}
