#include "overlay_file.h"

#include "memory.h"
#include "message.h"
#include "overlay.h"
#include "pack_field.h"
#include "pack_folder.h"
#include "pack_source.h"
#include "worker.h"

#include <stdlib.h>
#include <string.h>

struct overlay_file {
    struct arena arena; /* of what is declared */
    struct pack_folder from;
    struct source source;
    struct complaints complaints;
};

static bool run(struct overlay_file *file, struct error *err)
{
    struct worker *worker = worker_start("pack", file->from.place, ERROR_PACK, err);
    struct pack_reader reader = {&file->from, worker, &file->arena, &file->complaints};
    bool ok = worker != NULL && pack_source_run(&reader, NULL, &file->source, err);
    worker_close(worker);
    return ok;
}

/* Checks what it declares, and names the file after it. */
static void check(struct overlay_file *file)
{
    struct source *source = &file->source;
    if (pack_field_check(source->value, RECORD_OVERLAY, &file->complaints)) {
        overlay_check(source->value, &file->complaints);
    }
    complaints_sort(&file->complaints);
    source->place = arena_format(&file->arena, "%s/%s", file->from.place, source->name);
    source->name = arena_format(&file->arena, "%s/%s",
                                data_text(source->value, "id", file->from.place), source->name);
}

static struct overlay_file *new_file(void)
{
    struct overlay_file *file = memory_zero(1, sizeof *file);
    file->source.text = (struct text)TEXT_EMPTY;
    file->complaints.sources = &file->source;
    file->complaints.source_count = 1;
    return file;
}

/* Reads the file from where it lies; NULL, and the file is freed, when that fails. */
static struct overlay_file *load(struct overlay_file *file, struct error *err)
{
    file->complaints.place = file->from.place;
    if (!run(file, err)) {
        overlay_file_free(file);
        return NULL;
    }
    check(file);
    return file;
}

struct overlay_file *overlay_file_open(const char *name, struct error *err)
{
    struct overlay_file *file = new_file();
    if (!pack_folder_find(name, &file->from, err)) {
        overlay_file_free(file);
        return NULL;
    }
    return load(file, err);
}

struct overlay_file *overlay_file_open_kept(const char *place, const struct pack_text *text,
                                            struct error *err)
{
    struct overlay_file *file = new_file();
    pack_folder_hold(place, OVERLAY_ENTRY, text, 1, &file->from);
    return load(file, err);
}

void overlay_file_free(struct overlay_file *file)
{
    if (file == NULL) {
        return;
    }
    text_release(&file->source.text);
    complaints_release(&file->complaints);
    arena_release(&file->arena);
    pack_folder_release(&file->from);
    free(file);
}

const struct complaints *overlay_file_complaints(const struct overlay_file *file)
{
    return &file->complaints;
}

struct complaints overlay_file_take_complaints(struct overlay_file *file)
{
    struct complaints taken = file->complaints;
    file->complaints = (struct complaints){.place = taken.place, .sources = taken.sources};
    return taken;
}

const struct source *overlay_file_source(const struct overlay_file *file)
{
    return &file->source;
}

const char *overlay_file_place(const struct overlay_file *file)
{
    return file->from.place;
}

const char *overlay_file_base(const struct overlay_file *file)
{
    return data_text(file->source.value, "base", "");
}
