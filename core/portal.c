#include "portal.h"

#include "out_folder.h"
#include "portal_text.h"
#include "zip_writer.h"

#include <stdlib.h>

/* Writes a text into a folder inside, or at the top (NULL). */
static bool put_text(struct out_folder *folder, const char *inside, const char *name,
                     const struct text *text, struct error *err)
{
    struct text path = TEXT_EMPTY;
    text_format(&path, "%s%s%s", inside == NULL ? "" : inside, inside == NULL ? "" : "/", name);
    bool ok = out_folder_add(folder, path.bytes, text->bytes, text->length, err);
    text_release(&path);
    return ok;
}

static bool take_piece(void *context, const void *bytes, size_t length, struct error *err)
{
    return out_folder_write(context, bytes, length, err);
}

/* A document as it is. */
static bool put_document(struct store *store, struct out_folder *folder, const char *inside,
                         const struct hand_item *item, struct error *err)
{
    struct text path = TEXT_EMPTY;
    text_format(&path, "%s/%s", inside, item->name);
    bool ok = out_folder_open(folder, path.bytes, err) &&
              store_stream(store, item->exhibit->item.sha256, take_piece, folder, err);
    text_release(&path);
    return ok;
}

static bool pack_piece(void *context, const void *bytes, size_t length, struct error *err)
{
    return zip_writer_add(context, bytes, length, err);
}

static bool pack_all(struct store *store, struct zip_writer *zip, const struct portal_page *page,
                     struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < page->file_count; i++) {
        const struct hand_item *item = page->files[i].item;
        if (page->files[i].way == PORTAL_PACKED) {
            ok = zip_writer_begin(zip, item->name, err) &&
                 store_stream(store, item->exhibit->item.sha256, pack_piece, zip, err) &&
                 zip_writer_end(zip, err);
        }
    }
    return ok;
}

/* The archive of an indicator. */
static bool put_archive(struct store *store, struct out_folder *folder,
                        const struct portal_page *page, struct error *err)
{
    struct text name = TEXT_EMPTY;
    text_format(&name, "%s/%s", page->folder, page->archive);
    char *path = out_folder_path(folder, name.bytes, err);
    struct zip_writer *zip = path == NULL ? NULL : zip_writer_open(path, name.bytes, err);
    bool ok = zip != NULL && pack_all(store, zip, page, err);
    ok = zip_writer_close(zip, err) && ok;
    free(path);
    text_release(&name);
    return ok;
}

static bool put_files(struct store *store, struct out_folder *folder,
                      const struct portal_page *page, struct error *err)
{
    struct text left = TEXT_EMPTY;
    bool packed = false;
    bool ok = true;
    text_format(&left, "%s/%s", page->folder, PORTAL_LEFT_FOLDER);
    for (size_t i = 0; ok && i < page->file_count; i++) {
        const struct portal_file *file = &page->files[i];
        packed = packed || file->way == PORTAL_PACKED;
        if (file->way == PORTAL_ALONE) {
            ok = put_document(store, folder, page->folder, file->item, err);
        } else if (file->way == PORTAL_LEFT && file->item->here) {
            ok = out_folder_make(folder, left.bytes, err) &&
                 put_document(store, folder, left.bytes, file->item, err);
        }
    }
    text_release(&left);
    return ok && (!packed || put_archive(store, folder, page, err));
}

static bool put_page(struct store *store, struct out_folder *folder, const struct portal_plan *plan,
                     const struct portal_page *page, struct error *err)
{
    struct text text = TEXT_EMPTY;
    portal_text_page(plan, page, &text);
    bool ok = out_folder_make(folder, page->folder, err) &&
              put_text(folder, page->folder, PORTAL_EXPLANATION, &text, err) &&
              put_files(store, folder, page, err);
    text_release(&text);
    return ok;
}

/* What stands at the top. */
static bool put_top(struct out_folder *folder, const struct portal_plan *plan, struct error *err)
{
    struct text readme = TEXT_EMPTY;
    struct text questions = TEXT_EMPTY;
    portal_text_readme(plan, &readme);
    portal_text_questions(plan->all, &questions);
    bool ok = put_text(folder, NULL, PORTAL_README, &readme, err) &&
              (questions.length == 0 || put_text(folder, NULL, PORTAL_QUESTIONS, &questions, err));
    text_release(&questions);
    text_release(&readme);
    return ok;
}

bool portal_write(struct store *store, const struct portal_plan *plan, const char *path,
                  struct error *err)
{
    struct out_folder *folder = out_folder_begin(path, err);
    bool ok = folder != NULL && put_top(folder, plan, err);
    for (size_t i = 0; ok && i < plan->all->instrument->indicator_count; i++) {
        if (plan->pages[i].folder != NULL) {
            ok = put_page(store, folder, plan, &plan->pages[i], err);
        }
    }
    return out_folder_end(folder, ok, err);
}
