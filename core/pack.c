#include "pack.h"

#include "check_case.h"
#include "check_function.h"
#include "check_price.h"
#include "check_scale.h"
#include "check_slot.h"
#include "check_tree.h"
#include "check_value.h"
#include "crosswalk.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "overlay.h"
#include "overlay_file.h"
#include "pack_build.h"
#include "pack_field.h"
#include "pack_folder.h"
#include "pack_function.h"
#include "pack_json.h"
#include "pack_source.h"
#include "scorer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_BYTES = 48, SOURCES = LIMIT_PACK_FILES + LIMIT_OVERLAYS };

struct pack {
    struct arena arena; /* of data, instrument and names */
    struct pack_folder from;
    char *place;                  /* of the pack and of the overlays on it, for people */
    struct worker *worker;        /* while files are read */
    struct source *sources;       /* SOURCES of them: the pack's files, then the overlays' */
    size_t own_sources;           /* files of the pack alone */
    struct declaration base;      /* as the pack's files declare it */
    struct declaration effective; /* with the changes of the overlays; `base` without any */
    bool whole;                   /* all files that pack.lua names were loaded */
    struct overlay_file *overlays[LIMIT_OVERLAYS];
    struct overlay_stack stack;
    struct complaints complaints;
    struct instrument instrument; /* built when there are no complaints */
    struct scorer *scorer;        /* of its functions; starts nothing without any */
    const struct pack_example *examples;
    size_t example_count;
    const struct crosswalk *crosswalks;
    size_t crosswalk_count;
};

/* Where the files of a pack come from. */
static struct pack_reader reader_of(struct pack *pack)
{
    return (struct pack_reader){&pack->from, pack->worker, &pack->arena, &pack->complaints};
}

/* A plain name: it cannot leave the folder, and looks the same on every system. */
static bool is_plain(const char *name)
{
    size_t stem = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    return stem > 0 && strcmp(name + stem, ".lua") == 0 && strlen(name) <= NAME_BYTES;
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
static bool add_parts(struct pack *pack, struct parts *parts, const struct data *list,
                      enum record record)
{
    bool listed = list != NULL && data_is_list(list);
    bool ok = true;
    for (const struct data *each = listed ? list->first : NULL; ok && each != NULL;
         each = each->next) {
        ok = add_part(pack, parts, each, record);
    }
    return ok;
}

/* All files that pack.lua names, or none when a name is no good: a pack without all of its files would
 * only be complained about for what is in the missing ones. */
static void find_parts(struct pack *pack, struct parts *parts)
{
    const struct data *files = data_get(pack->base.pack, "files");
    const struct data *domains = data_get(files, "domains");
    const struct data *aspects = data_get(files, "aspects");
    bool ok = true;
    if (files != NULL && data_is_record(files) && (domains == NULL) == (aspects == NULL)) {
        ok = complain(&pack->complaints, files, M_PACK_PARTS);
    }
    ok = ok && add_parts(pack, parts, domains, RECORD_DOMAIN) &&
         add_parts(pack, parts, aspects, RECORD_ASPECT) &&
         add_part(pack, parts, data_get(files, "notes"), RECORD_NOTES) &&
         add_part(pack, parts, data_get(files, "checks"), RECORD_CHECKS) &&
         add_part(pack, parts, data_get(files, "examples"), RECORD_EXAMPLE) &&
         add_parts(pack, parts, data_get(files, "crosswalks"), RECORD_CROSSWALK);
    parts->count = ok ? parts->count : 0;
    pack->whole = ok;
}

/* Checks the fields of what a part returned, and puts it where it belongs. */
static void place_part(struct pack *pack, const struct part *part, const struct data *value)
{
    struct declaration *declaration = &pack->base;
    if (part->record == RECORD_EXAMPLE) {
        pack_field_check_list(value, part->record, &pack->complaints);
        declaration->examples = value;
        return;
    }
    pack_field_check(value, part->record, &pack->complaints);
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
static bool read_next(struct pack *pack, const struct data *named, struct error *err)
{
    struct pack_reader reader = reader_of(pack);
    struct source *source = &pack->sources[pack->complaints.source_count];
    bool ok = pack_source_read(&reader, named, source, err);
    pack->complaints.source_count++;
    return ok;
}

/* Loads the files that the entry names. While the worker runs one, the next is read and the one before
 * is taken apart; a request goes out only when the worker waits for it, so that neither end can fill
 * the channel while the other does too. */
static bool load_parts(struct pack *pack, const struct parts *parts, struct error *err)
{
    struct source *sources = pack->sources + 1;
    struct pack_reader reader = reader_of(pack);
    struct text answer = TEXT_EMPTY;
    bool ok = parts->count == 0 || (read_next(pack, parts->list[0].named, err) &&
                                    pack_source_send(&reader, &sources[0], err));
    for (size_t i = 0; ok && i < parts->count; i++) {
        bool more = i + 1 < parts->count;
        ok = (!more || read_next(pack, parts->list[i + 1].named, err)) &&
             pack_source_receive(&reader, &sources[i], &answer, err) &&
             (!more || pack_source_send(&reader, &sources[i + 1], err)) &&
             pack_source_take(&reader, &sources[i], &answer, err);
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

/* Fails about the entry. */
static bool refuse_overlay(const struct pack *pack, struct error *err)
{
    struct text place = TEXT_EMPTY;
    text_format(&place, "%s/%s", pack->from.place, pack->from.entry);
    error_set(err, M_PACK_OVERLAY, place.bytes);
    text_release(&place);
    return false;
}

/* Loads the entry, then what it names. */
static bool load_files(struct pack *pack, struct error *err)
{
    struct source *source = &pack->sources[0];
    struct pack_reader reader = reader_of(pack);
    pack->complaints.source_count = 1;
    if (!pack_source_run(&reader, NULL, source, err)) {
        return false;
    }
    if (is_overlay(source->value)) {
        return refuse_overlay(pack, err);
    }
    struct parts parts = {.count = 0};
    pack->base.pack = source->value;
    pack_field_check(source->value, RECORD_PACK, &pack->complaints);
    find_parts(pack, &parts);
    pack->base.domains.items =
        arena_get(&pack->arena, parts.count + 1, sizeof(const struct data *));
    pack->base.loose.items = arena_get(&pack->arena, parts.count + 1, sizeof(const struct data *));
    pack->base.crosswalks.items =
        arena_get(&pack->arena, parts.count + 1, sizeof(const struct data *));
    return load_parts(pack, &parts, err);
}

/* Proves a declaration. */
static void check_all(const struct declaration *declaration, struct complaints *complaints)
{
    check_tree(declaration, complaints);
    check_value(declaration, complaints);
    check_scale(declaration, complaints);
    check_slot(declaration, complaints);
    check_function(declaration, complaints);
    check_case(declaration, complaints);
    check_price(declaration, complaints);
    crosswalk_check(declaration, complaints);
}

/* Builds an instrument from a declaration that was proved. The pack's scorer calls its functions, and
 * those of the overlays on it. */
static void build(const struct pack *pack, const struct declaration *declaration,
                  struct arena *arena, struct instrument *out)
{
    pack_build(declaration, pack->sources, pack->complaints.source_count, arena, out);
    pack_function_build(declaration, arena, out);
    out->scorer = pack->scorer;
}

/* Builds what was proved, or puts the complaints in order. */
static void finish(struct pack *pack)
{
    struct complaints *complaints = &pack->complaints;
    if (complaints->count > 0) {
        complaints_sort(complaints);
        return;
    }
    if (pack->scorer == NULL) {
        pack->scorer = scorer_new(pack->from.place, pack->sources, pack->own_sources);
    }
    build(pack, &pack->effective, &pack->arena, &pack->instrument);
    pack->crosswalks = crosswalk_list(&pack->effective, &pack->arena, &pack->crosswalk_count);
    pack->examples =
        pack_example_list(&pack->effective, &pack->instrument, &pack->arena, &pack->example_count);
}

/* A pack of which nothing is loaded yet. */
static struct pack *new_pack(void)
{
    struct pack *pack = memory_zero(1, sizeof *pack);
    pack->sources = memory_zero(SOURCES, sizeof *pack->sources);
    for (size_t i = 0; i < SOURCES; i++) {
        pack->sources[i].text = (struct text)TEXT_EMPTY;
    }
    pack->complaints.sources = pack->sources;
    return pack;
}

/* Loads the files from where they lie. */
static bool load(struct pack *pack, struct error *err)
{
    pack->complaints.place = pack->from.place;
    pack->place = memory_copy(pack->from.place, strlen(pack->from.place));
    if (strcmp(pack->from.entry, PACK_ENTRY) != 0) {
        return refuse_overlay(pack, err);
    }
    pack->worker = worker_start("pack", pack->place, ERROR_PACK, err);
    bool ok = pack->worker != NULL && load_files(pack, err);
    worker_close(pack->worker);
    pack->worker = NULL;
    return ok;
}

/* Loads a pack whose folder is known, and proves it; NULL, and the pack is freed, when it cannot be
 * loaded. */
static struct pack *open_found(struct pack *pack, struct error *err)
{
    if (!load(pack, err)) {
        pack_free(pack);
        return NULL;
    }
    declaration_flatten(&pack->base, &pack->arena);
    if (pack->whole && pack->complaints.more == 0) { /* there is enough to tell, else */
        check_all(&pack->base, &pack->complaints);
    }
    pack->own_sources = pack->complaints.source_count;
    pack->effective = pack->base;
    finish(pack);
    return pack;
}

struct pack *pack_open(const char *name, struct error *err)
{
    struct pack *pack = new_pack();
    if (!pack_folder_find(name, &pack->from, err)) {
        pack_free(pack);
        return NULL;
    }
    return open_found(pack, err);
}

struct pack *pack_open_kept(const char *place, const struct pack_text *texts, size_t count,
                            struct error *err)
{
    struct pack *pack = new_pack();
    pack_folder_hold(place, PACK_ENTRY, texts, count, &pack->from);
    return open_found(pack, err);
}

/* ---- overlays ---- */

/* Adds an overlay's file to the sources, and its place to that of the pack. */
static void take_overlay(struct pack *pack, struct overlay_file *file)
{
    struct complaints *complaints = &pack->complaints;
    struct source *source = &pack->sources[complaints->source_count++];
    struct text place = TEXT_EMPTY;
    *source = *overlay_file_source(file);
    source->text = (struct text)TEXT_EMPTY;
    source->module = arena_format(&pack->arena, OVERLAY_MODULE, pack->stack.count + 1);
    text_append(&source->text, overlay_file_source(file)->text.bytes,
                overlay_file_source(file)->text.length);
    text_format(&place, "%s + %s", pack->place, overlay_file_place(file));
    free(pack->place);
    pack->place = text_take(&place);
    pack->overlays[pack->stack.count++] = file;
}

/* The overlay is for this pack, and there is no other of its id. */
static void check_place(struct pack *pack, size_t overlay)
{
    const struct data *value = pack->stack.overlays[overlay];
    const struct data *base = data_get(value, "base");
    const struct data *id = data_get(value, "id");
    const char *own = data_text(pack->base.pack, "id", "");
    if (strcmp(base->text, own) != 0) {
        complain(&pack->complaints, base, M_OVERLAY_BASE, base->text, own);
    }
    for (size_t i = 0; i < overlay; i++) {
        if (strcmp(data_text(pack->stack.overlays[i], "id", ""), id->text) == 0) {
            complain(&pack->complaints, id, M_OVERLAY_TWICE, id->text);
        }
    }
}

static void note_overlays(struct pack *pack, const char *base_sha256)
{
    struct overlay_note *notes = arena_get(&pack->arena, pack->stack.count, sizeof *notes);
    for (size_t i = 0; i < pack->stack.count; i++) {
        const struct data *value = pack->stack.overlays[i];
        const struct source *source = &pack->sources[pack->own_sources + i];
        const char *written_for = data_text(value, "base_sha256", base_sha256);
        notes[i] = (struct overlay_note){.id = data_text(value, "id", ""),
                                         .title = data_text(value, "title", ""),
                                         .author = data_text(value, "author", ""),
                                         .date = data_text(value, "date", ""),
                                         .reason = data_text(value, "reason", ""),
                                         .source = data_text(value, "source", ""),
                                         .file = source->place,
                                         .sha256 = source->sha256,
                                         .other_base = strcmp(written_for, base_sha256) != 0};
    }
    pack->instrument.overlays = notes;
    pack->instrument.overlay_count = pack->stack.count;
    pack->instrument.base_sha256 = base_sha256;
}

static void note_changes(struct pack *pack)
{
    const struct overlay_stack *stack = &pack->stack;
    struct rule_change *changes = arena_get(&pack->arena, stack->change_count + 1, sizeof *changes);
    for (size_t i = 0; i < stack->change_count; i++) {
        const struct overlay_change *change = &stack->changes[i];
        changes[i] = (struct rule_change){.kind = change->kind->word,
                                          .of = change->of,
                                          .before = change->before,
                                          .after = change->after,
                                          .reason = data_text(change->row, "reason", ""),
                                          .source = data_text(change->row, "source", ""),
                                          .overlay = change->overlay,
                                          .line = complaint_line(&pack->complaints, change->row)};
    }
    pack->instrument.changes = changes;
    pack->instrument.change_count = stack->change_count;
}

void pack_put_on(struct pack *pack, struct overlay_file *const *files, size_t count)
{
    const struct data **values = arena_get(&pack->arena, count + 1, sizeof *values);
    const char *base_sha256 = arena_string(&pack->arena, pack->instrument.sha256);
    assert(pack->complaints.count == 0 && pack->stack.count == 0 && count <= LIMIT_OVERLAYS);
    pack->stack.overlays = values;
    for (size_t i = 0; i < count; i++) {
        values[i] = overlay_file_source(files[i])->value;
        take_overlay(pack, files[i]);
        check_place(pack, i);
    }
    scorer_free(pack->scorer);
    pack->scorer = scorer_new(pack->from.place, pack->sources, pack->complaints.source_count);
    if (pack->complaints.count == 0 && overlay_apply(&pack->stack, &pack->base, &pack->effective,
                                                     &pack->arena, &pack->complaints)) {
        check_all(&pack->effective, &pack->complaints);
    }
    finish(pack);
    if (pack->complaints.count == 0) {
        note_overlays(pack, base_sha256);
        note_changes(pack);
    }
}

bool pack_variant(const struct pack *pack, const bool *on, struct arena *arena,
                  struct instrument *out)
{
    struct declaration declaration;
    struct arena scratch = ARENA_EMPTY; /* the built rules borrow only what was declared */
    struct overlay_stack stack = {
        .overlays = pack->stack.overlays, .count = pack->stack.count, .on = on};
    struct complaints complaints = {.place = pack->place,
                                    .sources = pack->sources,
                                    .source_count = pack->complaints.source_count};
    if (overlay_apply(&stack, &pack->base, &declaration, &scratch, &complaints)) {
        check_all(&declaration, &complaints);
    }
    bool sound = complaints.count == 0;
    if (sound) {
        build(pack, &declaration, arena, out);
    }
    complaints_release(&complaints);
    arena_release(&scratch);
    return sound;
}

struct pack *pack_refused(struct overlay_file *file)
{
    struct pack *pack = new_pack();
    pack->place = memory_copy(overlay_file_place(file), strlen(overlay_file_place(file)));
    pack->overlays[pack->stack.count++] = file;
    pack->complaints = overlay_file_take_complaints(file);
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
    for (size_t i = 0; i < SOURCES; i++) {
        text_release(&pack->sources[i].text);
    }
    scorer_free(pack->scorer);
    complaints_release(&pack->complaints);
    for (size_t i = 0; i < LIMIT_OVERLAYS; i++) {
        overlay_file_free(pack->overlays[i]);
    }
    arena_release(&pack->arena);
    pack_folder_release(&pack->from);
    free(pack->sources);
    free(pack->place);
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

const struct crosswalk *pack_crosswalk(const struct pack *pack, const char *from)
{
    for (size_t i = 0; i < pack->crosswalk_count; i++) {
        if (strcmp(pack->crosswalks[i].from, from) == 0) {
            return &pack->crosswalks[i];
        }
    }
    return NULL;
}

void pack_check_crosswalks(struct pack *pack)
{
    for (size_t i = 0; i < pack->crosswalk_count; i++) {
        struct error err = {.kind = ERROR_NONE};
        const struct data *from = data_get(pack->crosswalks[i].declared, "from");
        struct pack *other = pack_load(from->text, &err);
        if (other == NULL) {
            complain(&pack->complaints, from, M_CROSS_PACK, from->text);
        } else {
            crosswalk_check_from(&pack->crosswalks[i], &other->instrument, &pack->complaints);
        }
        pack_free(other);
    }
    complaints_sort(&pack->complaints);
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
    pack_json_write(&pack->effective, &pack->instrument, year, json);
    return true;
}

char **pack_list(struct error *err)
{
    return pack_folder_list(PACK_ENTRY, err);
}
