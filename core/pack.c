#include "pack.h"

#include "check_case.h"
#include "check_price.h"
#include "check_scale.h"
#include "check_slot.h"
#include "check_tree.h"
#include "file.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "pack_build.h"
#include "pack_field.h"
#include "pack_json.h"
#include "source_map.h"
#include "worker.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { NAME_BYTES = 48 };

static const char entry[] = "pack.lua";

struct pack {
    struct arena arena; /* of data, instrument and names */
    char *place;        /* as the user named it */
    char *folder;
    struct worker *worker;  /* while files are read */
    struct source *sources; /* LIMIT_PACK_FILES of them */
    struct declaration declaration;
    bool whole; /* all files that pack.lua names were loaded */
    struct complaints complaints;
    struct instrument instrument; /* built when there are no complaints */
    const struct pack_example *examples;
    size_t example_count;
};

/* ---- which folder ---- */

static bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Whether `folder` holds an entry. */
static bool has_entry(const char *folder)
{
    struct text path = TEXT_EMPTY;
    text_format(&path, "%s/%s", folder, entry);
    bool found = file_exists(path.bytes);
    text_release(&path);
    return found;
}

static bool is_id(const char *name)
{
    return name[0] != '\0' && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

/* The folder of a pack that comes with the program, or NULL. */
static char *own_folder(const char *id)
{
    struct error ignored = {.kind = ERROR_NONE};
    struct text name = TEXT_EMPTY;
    text_format(&name, "rules/%s", id);
    char *folder = file_resource(name.bytes, &ignored);
    text_release(&name);
    if (folder != NULL && !has_entry(folder)) {
        free(folder);
        folder = NULL;
    }
    return folder;
}

/* Fails with the nearest id, when one is near. */
static bool unknown(const char *name, struct error *err)
{
    struct error ignored = {.kind = ERROR_NONE};
    char **ids = pack_list(&ignored);
    const char *nearest = NULL;
    unsigned best = 4;
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
    for (size_t i = 0; ids != NULL && ids[i] != NULL; i++) {
        free(ids[i]);
    }
    free(ids);
    return false;
}

/* Takes "/pack.lua" and slashes off the end of a path. */
static char *folder_of(const char *name)
{
    char *path = memory_copy(name, strlen(name));
    size_t length = strlen(path);
    if (length >= strlen(entry) && strcmp(path + length - strlen(entry), entry) == 0 &&
        (length == strlen(entry) || path[length - strlen(entry) - 1] == '/')) {
        length -= strlen(entry);
    }
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

/* Finds place and folder of PACK: an id first, then a path. */
static bool locate(struct pack *pack, const char *name, struct error *err)
{
    char *own = is_id(name) ? own_folder(name) : NULL;
    if (own != NULL) {
        struct text place = TEXT_EMPTY;
        text_format(&place, "rules/%s", name);
        pack->folder = own;
        pack->place = text_take(&place);
        return true;
    }
    pack->folder = folder_of(name);
    pack->place = memory_copy(pack->folder, strlen(pack->folder));
    if (is_folder(pack->folder)) {
        return has_entry(pack->folder) || error_set(err, M_PACK_NO_ENTRY, name);
    }
    return file_exists(name) ? error_set(err, M_PACK_NOT_ENTRY, name) : unknown(name, err);
}

/* ---- reading the files ---- */

/* A plain name: it cannot leave the folder, and looks the same on every system. */
static bool is_plain(const char *name)
{
    size_t stem = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    return stem > 0 && strcmp(name + stem, ".lua") == 0 && strlen(name) <= NAME_BYTES;
}

/* Fails about a file that was named in pack.lua, or about the entry itself. */
static bool bad_file(struct pack *pack, const struct data *named, enum error_kind kind,
                     const char *id, const char *format, const char *name, struct error *err)
{
    struct text place = TEXT_EMPTY;
    text_format(&place, "%s/", pack->place);
    if (named == NULL) {
        text_add(&place, entry);
    } else {
        complaint_place(&pack->complaints, named, &place);
    }
    error_set(err, kind, id, format, place.bytes, name, (int)LIMIT_SOURCE_BYTES);
    text_release(&place);
    return false;
}

/* Looks at what the name stands for, before it is opened: a pipe would never end. */
static bool look_at(struct pack *pack, const char *path, const char *name, const struct data *named,
                    struct error *err)
{
    struct stat about;
    if (lstat(path, &about) != 0) {
        return bad_file(pack, named, M_PACK_FILE_MISSING, name, err);
    }
    if (!S_ISREG(about.st_mode)) {
        return bad_file(pack, named, M_PACK_FILE_KIND, name, err);
    }
    return about.st_size <= LIMIT_SOURCE_BYTES ||
           bad_file(pack, named, M_PACK_FILE_LARGE, name, err);
}

/* Lua takes any bytes; we take text, so that every sentence and report can show it. */
static bool check_bytes(const struct pack *pack, const struct source *source, struct error *err)
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
    text_format(&place, "%s/%s:%u", pack->place, source->name, line);
    error_set(err, M_PACK_FILE_TEXT, place.bytes);
    text_release(&place);
    return false;
}

/* Reads one file into the next source. `named`: the value that names it, NULL for the entry. */
static bool read_source(struct pack *pack, const struct data *named, struct error *err)
{
    const char *name = named == NULL ? entry : named->text;
    struct source *source = &pack->sources[pack->complaints.source_count];
    struct text path = TEXT_EMPTY;
    struct error cause = {.kind = ERROR_NONE};
    source->name = arena_string(&pack->arena, name);
    text_format(&path, "%s/%s", pack->folder, name);
    bool ok = look_at(pack, path.bytes, name, named, err);
    if (ok && !file_read(path.bytes, LIMIT_SOURCE_BYTES, &source->text, &cause)) {
        cause.kind = ERROR_PACK;
        *err = cause;
        ok = false;
    }
    text_release(&path);
    pack->complaints.source_count++;
    return ok && check_bytes(pack, source, err);
}

/* ---- running them ---- */

/* The worker names a value by its path ("x/domain_1.lua: aspects[1].weight"); people want its line. */
static void place_line(const struct pack *pack, const struct source *source, struct error *err)
{
    struct text start = TEXT_EMPTY;
    text_format(&start, "%s/%s: ", pack->place, source->name);
    if (strncmp(err->where, start.bytes, start.length) == 0) {
        unsigned line =
            source_map_line(source->text.bytes, source->text.length, err->where + start.length);
        text_clear(&start);
        text_format(&start, "%s/%s:%u", pack->place, source->name, line);
        snprintf(err->where, sizeof err->where, "%s", start.bytes);
    }
    text_release(&start);
}

/* Has the worker begin with one file; hashes it meanwhile. */
static bool send_source(struct pack *pack, struct source *source, struct error *err)
{
    struct text request = TEXT_EMPTY;
    text_add(&request, "{\"load\":");
    text_add_json(&request, source->name);
    text_add(&request, ",\"source\":");
    text_append_json(&request, source->text.bytes, source->text.length);
    text_add(&request, "}");
    worker_about(pack->worker, source->name);
    bool ok = worker_send(pack->worker, request.bytes, request.length, err);
    text_release(&request);
    hash_of(source->text.bytes, source->text.length, source->sha256);
    return ok;
}

/* Waits for what one file declares. */
static bool receive_source(struct pack *pack, const struct source *source, struct text *answer,
                           struct error *err)
{
    if (worker_receive(pack->worker, answer, err)) {
        return true;
    }
    place_line(pack, source, err);
    return false;
}

/* Keeps what one file declares. */
static bool take_answer(struct pack *pack, struct source *source, const struct text *answer,
                        struct error *err)
{
    source->value = data_read(answer->bytes, answer->length, &pack->arena);
    return source->value != NULL || worker_refuse(pack->worker, err);
}

/* ---- the files of a pack ---- */

/* A file that pack.lua names. Its source is the one at the same position behind the entry. */
struct part {
    const struct data *named;
    enum record record; /* what it returns; a list of them for RECORD_EXAMPLE */
};

struct parts {
    struct part list[LIMIT_PACK_FILES - 1];
    size_t count;
};

/* Adds the file that a value names. False for a name that is no good, which is a complaint. */
static bool add_part(struct pack *pack, struct parts *parts, const struct data *named,
                     enum record record)
{
    struct complaints *complaints = &pack->complaints;
    if (named == NULL || named->type != DATA_TEXT) {
        return true;
    }
    bool twice = strcmp(named->text, entry) == 0;
    for (size_t i = 0; i < parts->count; i++) {
        twice = twice || strcmp(parts->list[i].named->text, named->text) == 0;
    }
    if (!is_plain(named->text)) {
        return complain(complaints, named, M_PACK_FILE_NAME, named->text);
    }
    if (twice) {
        return complain(complaints, named, M_PACK_FILE_TWICE, named->text);
    }
    if (parts->count == LIMIT_PACK_FILES - 1) {
        return complain(complaints, named, M_PACK_FILE_COUNT, (int)LIMIT_PACK_FILES);
    }
    parts->list[parts->count++] = (struct part){named, record};
    return true;
}

/* All files that pack.lua names, or none when a name is no good: a pack without all of its files would
 * only be complained about for what is in the missing ones. */
static void find_parts(struct pack *pack, struct parts *parts)
{
    const struct data *files = data_get(pack->declaration.pack, "files");
    const struct data *domains = data_get(files, "domains");
    bool listed = domains != NULL && data_is_list(domains);
    bool ok = true;
    for (const struct data *each = listed ? domains->first : NULL; ok && each != NULL;
         each = each->next) {
        ok = add_part(pack, parts, each, RECORD_DOMAIN);
    }
    ok = ok && add_part(pack, parts, data_get(files, "notes"), RECORD_NOTES) &&
         add_part(pack, parts, data_get(files, "checks"), RECORD_CHECKS) &&
         add_part(pack, parts, data_get(files, "examples"), RECORD_EXAMPLE);
    parts->count = ok ? parts->count : 0;
    pack->whole = ok;
}

/* Checks the fields of what a part returned, and puts it where it belongs. */
static void place_part(struct pack *pack, const struct part *part, const struct data *value)
{
    struct declaration *declaration = &pack->declaration;
    if (part->record == RECORD_EXAMPLE) {
        pack_field_check_list(value, part->record, &pack->complaints);
        declaration->examples = value;
        return;
    }
    pack_field_check(value, part->record, &pack->complaints);
    if (part->record == RECORD_DOMAIN) {
        declaration->domains.items[declaration->domains.count++] = value;
    } else if (part->record == RECORD_NOTES) {
        declaration->notes = value;
    } else {
        declaration->checks = value;
    }
}

/* Loads the files that the entry names. While the worker runs one, the next is read and the one before
 * is taken apart; a request goes out only when the worker waits for it, so that neither end can fill
 * the channel while the other does too. */
static bool load_parts(struct pack *pack, const struct parts *parts, struct error *err)
{
    struct source *sources = pack->sources + 1;
    struct text answer = TEXT_EMPTY;
    bool ok = parts->count == 0 ||
              (read_source(pack, parts->list[0].named, err) && send_source(pack, &sources[0], err));
    for (size_t i = 0; ok && i < parts->count; i++) {
        bool more = i + 1 < parts->count;
        ok = (!more || read_source(pack, parts->list[i + 1].named, err)) &&
             receive_source(pack, &sources[i], &answer, err) &&
             (!more || send_source(pack, &sources[i + 1], err)) &&
             take_answer(pack, &sources[i], &answer, err);
        if (ok) {
            place_part(pack, &parts->list[i], sources[i].value);
        }
    }
    text_release(&answer);
    return ok;
}

/* An overlay says what it changes (`base`) instead of being a whole pack. */
static bool is_overlay(const struct data *declared)
{
    static const char format[] = "spbe-overlay";
    return data_get(declared, "base") != NULL ||
           strncmp(data_text(declared, "format", ""), format, sizeof format - 1) == 0;
}

/* Loads the entry, then what it names. */
static bool load_files(struct pack *pack, struct error *err)
{
    struct source *source = &pack->sources[0];
    struct text answer = TEXT_EMPTY;
    bool ok = read_source(pack, NULL, err) && send_source(pack, source, err) &&
              receive_source(pack, source, &answer, err) && take_answer(pack, source, &answer, err);
    text_release(&answer);
    if (!ok) {
        return false;
    }
    if (is_overlay(source->value)) {
        struct text place = TEXT_EMPTY;
        text_format(&place, "%s/%s", pack->place, source->name);
        error_set(err, M_PACK_OVERLAY, place.bytes);
        text_release(&place);
        return false;
    }
    struct parts parts = {.count = 0};
    pack->declaration.pack = source->value;
    pack_field_check(source->value, RECORD_PACK, &pack->complaints);
    find_parts(pack, &parts);
    pack->declaration.domains.items =
        arena_get(&pack->arena, parts.count + 1, sizeof(const struct data *));
    return load_parts(pack, &parts, err);
}

/* Proves what was loaded, and builds it when nothing is wrong. */
static void finish(struct pack *pack)
{
    struct complaints *complaints = &pack->complaints;
    declaration_flatten(&pack->declaration, &pack->arena);
    if (pack->whole && complaints->more == 0) { /* there is enough to tell, else */
        check_tree(&pack->declaration, complaints);
        check_scale(&pack->declaration, complaints);
        check_slot(&pack->declaration, complaints);
        check_case(&pack->declaration, complaints);
        check_price(&pack->declaration, complaints);
    }
    if (complaints->count > 0) {
        complaints_sort(complaints);
        return;
    }
    pack_build(&pack->declaration, pack->sources, complaints->source_count, &pack->arena,
               &pack->instrument);
    pack->examples = pack_example_list(&pack->declaration, &pack->instrument, &pack->arena,
                                       &pack->example_count);
}

struct pack *pack_open(const char *name, struct error *err)
{
    struct pack *pack = memory_zero(1, sizeof *pack);
    pack->sources = memory_zero(LIMIT_PACK_FILES, sizeof *pack->sources);
    for (size_t i = 0; i < LIMIT_PACK_FILES; i++) {
        pack->sources[i].text = (struct text)TEXT_EMPTY;
    }
    bool ok = locate(pack, name, err);
    pack->complaints.place = pack->place;
    pack->complaints.sources = pack->sources;
    if (ok) {
        pack->worker = worker_start("pack", pack->place, ERROR_PACK, err);
        ok = pack->worker != NULL && load_files(pack, err);
    }
    worker_close(pack->worker);
    pack->worker = NULL;
    if (!ok) {
        pack_free(pack);
        return NULL;
    }
    finish(pack);
    return pack;
}

struct pack *pack_load(const char *name, struct error *err)
{
    struct pack *pack = pack_open(name, err);
    if (pack != NULL && pack->complaints.count > 0) {
        if (!error_is_set(err)) {
            *err = pack->complaints.list[0].error;
        }
        pack_free(pack);
        return NULL;
    }
    return pack;
}

void pack_free(struct pack *pack)
{
    if (pack == NULL) {
        return;
    }
    for (size_t i = 0; i < LIMIT_PACK_FILES; i++) {
        text_release(&pack->sources[i].text);
    }
    complaints_release(&pack->complaints);
    arena_release(&pack->arena);
    free(pack->sources);
    free(pack->place);
    free(pack->folder);
    free(pack);
}

const struct complaints *pack_complaints(const struct pack *pack)
{
    return &pack->complaints;
}

const char *pack_place(const struct pack *pack)
{
    return pack->place;
}

const struct instrument *pack_instrument(const struct pack *pack)
{
    return &pack->instrument;
}

const struct pack_example *pack_examples(const struct pack *pack, size_t *count)
{
    *count = pack->example_count;
    return pack->examples;
}

const struct text *pack_source(const struct pack *pack, size_t i)
{
    assert(i < pack->complaints.source_count);
    return &pack->sources[i].text;
}

bool pack_show(const struct pack *pack, int year, struct text *json, struct error *err)
{
    if (year != 0 && year < pack->instrument.year_first) {
        return error_set(err, M_PACK_YEAR, pack->place, pack->instrument.year_first, year);
    }
    pack_json_write(&pack->declaration, &pack->instrument, year, json);
    return true;
}

/* ---- packs that come with the program ---- */

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

char **pack_list(struct error *err)
{
    char *folder = file_resource("rules", err);
    DIR *listing = folder == NULL ? NULL : opendir(folder);
    char **ids = NULL;
    size_t count = 0;
    if (folder != NULL && listing == NULL) {
        error_set(err, M_FILE_OPEN, folder, strerror(errno));
    }
    for (struct dirent *each; listing != NULL && (each = readdir(listing)) != NULL;) {
        char *own = is_id(each->d_name) ? own_folder(each->d_name) : NULL;
        if (own != NULL) {
            ids = memory_resize(ids, count + 2, sizeof *ids);
            ids[count++] = memory_copy(each->d_name, strlen(each->d_name));
            ids[count] = NULL;
            free(own);
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
