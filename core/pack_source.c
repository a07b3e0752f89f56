#include "pack_source.h"

#include "arena.h"
#include "file.h"
#include "limit.h"
#include "message.h"
#include "source_map.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* ---- reading ---- */

/* Fails about a file that was named in another, or about the entry itself. */
static bool bad_file(const struct pack_reader *reader, const struct data *named,
                     enum error_kind kind, const char *id, const char *format, const char *name,
                     struct error *err)
{
    struct text place = TEXT_EMPTY;
    text_format(&place, "%s/", reader->from->place);
    if (named == NULL) {
        text_add(&place, name);
    } else {
        complaint_place(reader->complaints, named, &place);
    }
    error_set(err, kind, id, format, place.bytes, name, (int)LIMIT_SOURCE_BYTES);
    text_release(&place);
    return false;
}

/* Looks at what the name stands for, before it is opened: a pipe would never end. */
static bool look_at(const struct pack_reader *reader, const char *path, const char *name,
                    const struct data *named, struct error *err)
{
    struct stat about;
    if (lstat(path, &about) != 0) {
        return bad_file(reader, named, M_PACK_FILE_MISSING, name, err);
    }
    if (!S_ISREG(about.st_mode)) {
        return bad_file(reader, named, M_PACK_FILE_KIND, name, err);
    }
    return about.st_size <= LIMIT_SOURCE_BYTES ||
           bad_file(reader, named, M_PACK_FILE_LARGE, name, err);
}

/* Lua takes any bytes; we take text, so that every sentence and report can show it. */
static bool check_bytes(const struct pack_reader *reader, const struct source *source,
                        struct error *err)
{
    size_t good = text_utf8_prefix(source->text.bytes, source->text.length);
    const char *nul = memchr(source->text.bytes, '\0', good);
    good = nul == NULL ? good : (size_t)(nul - source->text.bytes);
    if (good == source->text.length) {
        return true;
    }
    unsigned line = 1;
    for (size_t i = 0; i < good; i++) {
        line += source->text.bytes[i] == '\n' ? 1 : 0;
    }
    struct text place = TEXT_EMPTY;
    text_format(&place, "%s/%s:%u", reader->from->place, source->name, line);
    error_set(err, M_PACK_FILE_TEXT, place.bytes);
    text_release(&place);
    return false;
}

/* Takes a file that is kept in memory. */
static bool read_text(const struct pack_reader *reader, const char *name, const struct data *named,
                      struct source *source, struct error *err)
{
    const struct pack_text *text = pack_folder_text(reader->from, name);
    if (text == NULL) {
        return bad_file(reader, named, M_PACK_FILE_MISSING, name, err);
    }
    if (text->length > LIMIT_SOURCE_BYTES) {
        return bad_file(reader, named, M_PACK_FILE_LARGE, name, err);
    }
    text_append(&source->text, text->bytes, text->length);
    return true;
}

/* Takes a file from the disk. */
static bool read_disk(const struct pack_reader *reader, const char *name, const struct data *named,
                      struct source *source, struct error *err)
{
    struct text path = TEXT_EMPTY;
    struct error cause = {.kind = ERROR_NONE};
    text_format(&path, "%s/%s", reader->from->path, name);
    bool ok = look_at(reader, path.bytes, name, named, err);
    if (ok && !file_read(path.bytes, LIMIT_SOURCE_BYTES, &source->text, &cause)) {
        cause.kind = ERROR_PACK;
        *err = cause;
        ok = false;
    }
    text_release(&path);
    return ok;
}

bool pack_source_read(const struct pack_reader *reader, const struct data *named,
                      struct source *source, struct error *err)
{
    const char *name = named == NULL ? reader->from->entry : named->text;
    bool held = reader->from->path == NULL;
    source->name = arena_string(reader->arena, name);
    return (held ? read_text : read_disk)(reader, name, named, source, err) &&
           check_bytes(reader, source, err);
}

/* ---- running ---- */

/* The worker names a value by its path ("x/domain_1.lua: aspects[1].weight"); people want its line. */
static void place_line(const struct pack_reader *reader, const struct source *source,
                       struct error *err)
{
    struct text start = TEXT_EMPTY;
    text_format(&start, "%s/%s: ", reader->from->place, source->name);
    if (strncmp(err->where, start.bytes, start.length) == 0) {
        unsigned line =
            source_map_line(source->text.bytes, source->text.length, err->where + start.length);
        text_clear(&start);
        text_format(&start, "%s/%s:%u", reader->from->place, source->name, line);
        snprintf(err->where, sizeof err->where, "%s", start.bytes);
    }
    text_release(&start);
}

bool pack_source_send(const struct pack_reader *reader, struct source *source, struct error *err)
{
    struct text request = TEXT_EMPTY;
    text_add(&request, "{\"load\":");
    text_add_json(&request, source->name);
    text_add(&request, ",\"source\":");
    text_append_json(&request, source->text.bytes, source->text.length);
    text_add(&request, "}");
    worker_about(reader->worker, source->name);
    bool ok = worker_send(reader->worker, request.bytes, request.length, err);
    text_release(&request);
    hash_of(source->text.bytes, source->text.length, source->sha256);
    return ok;
}

bool pack_source_receive(const struct pack_reader *reader, const struct source *source,
                         struct text *answer, struct error *err)
{
    if (worker_receive(reader->worker, answer, err)) {
        return true;
    }
    place_line(reader, source, err);
    return false;
}

bool pack_source_take(const struct pack_reader *reader, struct source *source,
                      const struct text *answer, struct error *err)
{
    source->value = data_read(answer->bytes, answer->length, reader->arena);
    return source->value != NULL || worker_refuse(reader->worker, err);
}

bool pack_source_run(const struct pack_reader *reader, const struct data *named,
                     struct source *source, struct error *err)
{
    struct text answer = TEXT_EMPTY;
    bool ok = pack_source_read(reader, named, source, err) &&
              pack_source_send(reader, source, err) &&
              pack_source_receive(reader, source, &answer, err) &&
              pack_source_take(reader, source, &answer, err);
    text_release(&answer);
    return ok;
}
