#include "pack.h"

#include "check_declaration.h"
#include "crosswalk.h"
#include "limit.h"
#include "memory.h"
#include "message.h"
#include "overlay.h"
#include "overlay_file.h"
#include "pack_build.h"
#include "pack_folder.h"
#include "pack_function.h"
#include "pack_json.h"
#include "pack_loader.h"
#include "scorer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { SOURCES = LIMIT_PACK_FILES + LIMIT_OVERLAYS };

struct pack {
    struct arena arena; /* of data, instrument and names */
    struct pack_folder from;
    char *place;                  /* of the pack and of the overlays on it, for people */
    struct source *sources;       /* SOURCES of them: the pack's files, then the overlays' */
    size_t own_sources;           /* files of the pack alone */
    struct declaration base;      /* as the pack's files declare it */
    struct declaration effective; /* with the changes of the overlays; `base` without any */
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
    struct pack_reader reader = {
        .from = &pack->from, .arena = &pack->arena, .complaints = &pack->complaints};
    pack->complaints.place = pack->from.place;
    pack->place = memory_copy(pack->from.place, strlen(pack->from.place));
    return pack_loader_run(&reader, pack->sources, &pack->base, err);
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
    if (pack->base.whole && pack->complaints.more == 0) { /* there is enough to tell, else */
        check_declaration(&pack->base, &pack->complaints);
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
        check_declaration(&pack->effective, &pack->complaints);
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
        check_declaration(&declaration, &complaints);
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
