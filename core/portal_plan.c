#include "portal_plan.h"

#include "explanation.h"
#include "file_name.h"
#include "zip_writer.h"

#include <string.h>

/* ---- what fits ---- */

static bool contains(string_list list, const char *word)
{
    while (*list != NULL && strcmp(*list, word) != 0) {
        list++;
    }
    return *list != NULL;
}

static bool takes_type(const struct portal *portal, const char *file)
{
    struct text ending = TEXT_EMPTY;
    file_name_add_ending(&ending, file);
    bool takes = portal->types[0] == NULL || contains(portal->types, ending.bytes);
    text_release(&ending);
    return takes;
}

static bool is_large(const struct portal *portal, int64_t bytes)
{
    return portal->file_bytes > 0 && bytes > portal->file_bytes;
}

/* True when several files may be put into an archive, of the one kind that can be made here. */
static bool has_archive(const struct portal *portal)
{
    return strcmp(portal->archive, "zip") == 0 &&
           (portal->types[0] == NULL || contains(portal->types, portal->archive));
}

/* What becomes of a file that is uploaded by itself. */
static enum portal_reason judge_alone(const struct portal *portal, const struct hand_item *item)
{
    return !item->here                             ? PORTAL_NOT_HERE
           : is_large(portal, item->exhibit->size) ? PORTAL_LARGE
           : !takes_type(portal, item->name)       ? PORTAL_TYPE
                                                   : PORTAL_FITS;
}

/* ---- one indicator ---- */

/* Each file by itself, as many as are taken. */
static void plan_alone(const struct portal *portal, struct portal_page *page)
{
    size_t taken = 0;
    for (size_t i = 0; i < page->file_count; i++) {
        struct portal_file *file = &page->files[i];
        file->reason = judge_alone(portal, file->item);
        if (file->reason == PORTAL_FITS && portal->files > 0 && taken == (size_t)portal->files) {
            file->reason = PORTAL_MANY;
        }
        taken += file->reason == PORTAL_FITS;
        file->way = file->reason == PORTAL_FITS ? PORTAL_ALONE : PORTAL_LEFT;
    }
}

/* All in one archive, in their order, as far as it has room. */
static void plan_packed(const struct portal *portal, struct portal_page *page)
{
    int64_t bytes = ZIP_WRITER_EMPTY;
    for (size_t i = 0; i < page->file_count; i++) {
        struct portal_file *file = &page->files[i];
        const struct hand_item *item = file->item;
        int64_t more = zip_writer_overhead(strlen(item->name)) + item->exhibit->size;
        file->reason = !item->here                             ? PORTAL_NOT_HERE
                       : is_large(portal, item->exhibit->size) ? PORTAL_LARGE
                       : is_large(portal, bytes + more)        ? PORTAL_FULL
                                                               : PORTAL_FITS;
        file->way = file->reason == PORTAL_FITS ? PORTAL_PACKED : PORTAL_LEFT;
        bytes += file->reason == PORTAL_FITS ? more : 0;
    }
}

/* True when some file that is here cannot be uploaded by itself, and an archive would help. */
static bool wants_archive(const struct portal_page *page)
{
    bool wants = false;
    for (size_t i = 0; i < page->file_count; i++) {
        enum portal_reason reason = page->files[i].reason;
        wants = wants || reason == PORTAL_MANY || reason == PORTAL_TYPE;
    }
    return wants;
}

static void plan_files(const struct hand_over *all, struct portal_page *page, struct arena *arena)
{
    const struct portal *portal = &all->instrument->portal;
    struct span own = hand_over_of(all, page->indicator);
    page->files = arena_get(arena, own.count, sizeof *page->files);
    page->file_count = own.count;
    for (uint32_t i = 0; i < own.count; i++) {
        page->files[i].item = &all->items[own.first + i];
    }
    plan_alone(portal, page);
    if (has_archive(portal) && wants_archive(page)) {
        const char *id = all->instrument->indicators[page->indicator].id;
        struct text name = TEXT_EMPTY;
        plan_packed(portal, page);
        file_name_add_code(&name, portal->file_prefix, id);
        text_format(&name, ".%s", portal->archive);
        page->archive = arena_string(arena, name.bytes);
        text_release(&name);
    }
}

static void plan_words(const struct hand_over *all, struct portal_page *page)
{
    const struct instrument *instrument = all->instrument;
    const struct response *response = &all->assessment.responses[page->indicator];
    size_t most = (size_t)instrument->portal.explanation_length;
    page->levels = explanation_wanted(instrument, (size_t)page->indicator, response);
    for (size_t i = 0; i < page->levels; i++) {
        const char *text = explanation_of(response, i);
        page->missing += text == NULL;
        page->lengthy += most > 0 && explanation_length(text) > most;
    }
}

static const char *folder_name(const struct indicator *indicator, struct arena *arena)
{
    struct text name = TEXT_EMPTY;
    file_name_add_folder(&name, indicator->id, indicator->short_name, FILE_NAME_MOST);
    const char *made = arena_string(arena, name.bytes);
    text_release(&name);
    return made;
}

void portal_plan(const struct hand_over *all, struct arena *arena, struct portal_plan *plan)
{
    size_t count = all->instrument->indicator_count;
    *plan = (struct portal_plan){.all = all};
    plan->pages = arena_get(arena, count, sizeof *plan->pages);
    for (size_t i = 0; i < count; i++) {
        struct portal_page *page = &plan->pages[i];
        const struct response *response = &all->assessment.responses[i];
        page->indicator = (int)i;
        plan_files(all, page, arena);
        plan_words(all, page);
        plan->unfit += page->lengthy;
        for (size_t f = 0; f < page->file_count; f++) {
            enum portal_reason reason = page->files[f].reason;
            plan->unfit += reason != PORTAL_FITS && reason != PORTAL_NOT_HERE;
        }
        if (response->claimed.given || response->explanations != NULL || page->file_count > 0) {
            page->folder = folder_name(&all->instrument->indicators[i], arena);
            plan->used++;
        }
    }
}
