#include "pack_loader.h"

#include "limit.h"
#include "message.h"
#include "pack_field.h"
#include "pack_folder.h"

#include <string.h>

enum { NAME_BYTES = 48 };

/* What the functions below share. */
struct loader {
    struct pack_reader *reader;
    struct source *sources;
    struct declaration *out;
};

/* A plain name: it cannot leave the folder, and looks the same on every system. */
static bool is_plain(const char *name)
{
    size_t stem = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    return stem > 0 && strcmp(name + stem, ".lua") == 0 && strlen(name) <= NAME_BYTES;
}

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
static bool add_part(struct loader *loader, struct parts *parts, const struct data *named,
                     enum record record)
{
    struct complaints *complaints = loader->reader->complaints;
    if (named == NULL || named->type != DATA_TEXT) {
        return true;
    }
    bool twice = strcmp(named->text, PACK_ENTRY) == 0;
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

/* Adds the files of a list; false as for add_part. */
static bool add_parts(struct loader *loader, struct parts *parts, const struct data *list,
                      enum record record)
{
    bool listed = list != NULL && data_is_list(list);
    bool ok = true;
    for (const struct data *each = listed ? list->first : NULL; ok && each != NULL;
         each = each->next) {
        ok = add_part(loader, parts, each, record);
    }
    return ok;
}

/* All files that pack.lua names, or none when a name is no good: a pack without all of its files would
 * only be complained about for what is in the missing ones. */
static void find_parts(struct loader *loader, struct parts *parts)
{
    const struct data *files = data_get(loader->out->pack, "files");
    const struct data *domains = data_get(files, "domains");
    const struct data *aspects = data_get(files, "aspects");
    bool ok = true;
    if (files != NULL && data_is_record(files) && (domains == NULL) == (aspects == NULL)) {
        ok = complain(loader->reader->complaints, files, M_PACK_PARTS);
    }
    ok = ok && add_parts(loader, parts, domains, RECORD_DOMAIN) &&
         add_parts(loader, parts, aspects, RECORD_ASPECT) &&
         add_part(loader, parts, data_get(files, "notes"), RECORD_NOTES) &&
         add_part(loader, parts, data_get(files, "checks"), RECORD_CHECKS) &&
         add_part(loader, parts, data_get(files, "examples"), RECORD_EXAMPLE) &&
         add_parts(loader, parts, data_get(files, "crosswalks"), RECORD_CROSSWALK);
    parts->count = ok ? parts->count : 0;
    loader->out->whole = ok;
}

/* Checks the fields of what a part returned, and puts it where it belongs. */
static void place_part(struct loader *loader, const struct part *part, const struct data *value)
{
    struct declaration *declaration = loader->out;
    if (part->record == RECORD_EXAMPLE) {
        pack_field_check_list(value, part->record, loader->reader->complaints);
        declaration->examples = value;
        return;
    }
    pack_field_check(value, part->record, loader->reader->complaints);
    if (part->record == RECORD_DOMAIN) {
        declaration->domains.items[declaration->domains.count++] = value;
    } else if (part->record == RECORD_ASPECT) {
        declaration->loose.items[declaration->loose.count++] = value;
    } else if (part->record == RECORD_CROSSWALK) {
        declaration->crosswalks.items[declaration->crosswalks.count++] = value;
    } else if (part->record == RECORD_NOTES) {
        declaration->notes = value;
    } else {
        declaration->checks = value;
    }
}

/* Reads a file into the next source. */
static bool read_next(struct loader *loader, const struct data *named, struct error *err)
{
    struct source *source = &loader->sources[loader->reader->complaints->source_count];
    bool ok = pack_source_read(loader->reader, named, source, err);
    loader->reader->complaints->source_count++;
    return ok;
}

/* Loads the files that the entry names. While the worker runs one, the next is read and the one before
 * is taken apart; a request goes out only when the worker waits for it, so that neither end can fill
 * the channel while the other does too. */
static bool load_parts(struct loader *loader, const struct parts *parts, struct error *err)
{
    struct source *sources = loader->sources + 1;
    struct text answer = TEXT_EMPTY;
    bool ok = parts->count == 0 || (read_next(loader, parts->list[0].named, err) &&
                                    pack_source_send(loader->reader, &sources[0], err));
    for (size_t i = 0; ok && i < parts->count; i++) {
        bool more = i + 1 < parts->count;
        ok = (!more || read_next(loader, parts->list[i + 1].named, err)) &&
             pack_source_receive(loader->reader, &sources[i], &answer, err) &&
             (!more || pack_source_send(loader->reader, &sources[i + 1], err)) &&
             pack_source_take(loader->reader, &sources[i], &answer, err);
        if (ok) {
            place_part(loader, &parts->list[i], sources[i].value);
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

/* Fails about the entry. */
static bool refuse_overlay(const struct loader *loader, struct error *err)
{
    struct text place = TEXT_EMPTY;
    text_format(&place, "%s/%s", loader->reader->from->place, loader->reader->from->entry);
    error_set(err, M_PACK_OVERLAY, place.bytes);
    text_release(&place);
    return false;
}

/* Loads the entry, then what it names. */
static bool load_files(struct loader *loader, struct error *err)
{
    struct source *source = &loader->sources[0];
    loader->reader->complaints->source_count = 1;
    if (!pack_source_run(loader->reader, NULL, source, err)) {
        return false;
    }
    if (is_overlay(source->value)) {
        return refuse_overlay(loader, err);
    }
    struct parts parts = {.count = 0};
    loader->out->pack = source->value;
    pack_field_check(source->value, RECORD_PACK, loader->reader->complaints);
    find_parts(loader, &parts);
    loader->out->domains.items =
        arena_get(loader->reader->arena, parts.count + 1, sizeof(const struct data *));
    loader->out->loose.items =
        arena_get(loader->reader->arena, parts.count + 1, sizeof(const struct data *));
    loader->out->crosswalks.items =
        arena_get(loader->reader->arena, parts.count + 1, sizeof(const struct data *));
    return load_parts(loader, &parts, err);
}

bool pack_loader_run(struct pack_reader *reader, struct source *sources, struct declaration *out,
                     struct error *err)
{
    struct loader loader = {reader, sources, out};
    if (strcmp(reader->from->entry, PACK_ENTRY) != 0) {
        return refuse_overlay(&loader, err);
    }
    reader->worker = worker_start("pack", reader->from->place, ERROR_PACK, err);
    bool ok = reader->worker != NULL && load_files(&loader, err);
    worker_close(reader->worker);
    reader->worker = NULL;
    return ok;
}
