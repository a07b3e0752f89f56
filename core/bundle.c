#include "bundle.h"

#include "exchange.h"
#include "file.h"
#include "json_out.h"
#include "lang.h"
#include "limit.h"
#include "message.h"
#include "zip_writer.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- the manifest ---- */

static void add_file(struct json_out *out, const char *folder, const char *name, int64_t bytes,
                     const char *sha256)
{
    struct text path = TEXT_EMPTY;
    text_format(&path, "%s%s", folder, name);
    text_add(out->text, "\n  ");
    json_out_open(out, '{');
    json_out_member(out, "name", path.bytes);
    json_out_member_int(out, "bytes", bytes);
    json_out_member(out, "sha256", sha256);
    json_out_close(out, '}');
    text_release(&path);
}

static void add_made(struct json_out *out, const char *name, const struct text *content)
{
    char sha256[HASH_HEX + 1];
    hash_of(content->bytes, content->length, sha256);
    add_file(out, "", name, (int64_t)content->length, sha256);
}

/* The ids of a list by commas, as a JSON list. */
static void add_ids(struct json_out *out, const char *ids)
{
    json_out_open(out, '[');
    for (const char *at = ids; *at != '\0';) {
        size_t length = strcspn(at, ",");
        struct text id = TEXT_EMPTY;
        text_append(&id, at, length);
        json_out_string(out, id.bytes);
        text_release(&id);
        at += length + (at[length] == ',');
    }
    json_out_close(out, ']');
}

static void add_item(struct json_out *out, const struct hand_over *all,
                     const struct hand_item *item)
{
    const struct evidence *about = &item->exhibit->item;
    text_add(out->text, "\n  ");
    json_out_open(out, '{');
    json_out_member(out, "id", item->exhibit->id);
    json_out_member(out, "indicator", all->instrument->indicators[item->indicator].id);
    json_out_member(out, "name", item->name);
    json_out_member(out, "content", hand_over_content_word(item));
    json_out_member(out, "title", about->title);
    json_out_member(out, "number", about->number);
    json_out_member(out, "date", about->date);
    json_out_member(out, "pages", about->pages);
    json_out_member(out, "file", about->file);
    json_out_member(out, "sha256", about->sha256);
    json_out_key(out, "supports");
    add_ids(out, item->exhibit->criteria);
    json_out_close(out, '}');
}

/* Whose assessment it is, by which rules, and where its history ends. */
static void add_cover(struct json_out *out, const struct hand_over *all)
{
    const struct assessment *assessment = &all->assessment;
    json_out_member(out, "format", BUNDLE_FORMAT);
    json_out_member(out, "engine", "spbe " SPBE_VERSION);
    json_out_member(out, "instrument", all->instrument->id);
    json_out_member(out, "rules", all->instrument->sha256);
    json_out_member(out, "agency", assessment->agency);
    json_out_member(out, "kind", assessment_kind_word(assessment->kind));
    json_out_member_int(out, "year", assessment->year);
    json_out_key(out, "journal");
    json_out_open(out, '{');
    json_out_member_int(out, "entries", all->entries);
    json_out_member(out, "head", all->head);
    json_out_close(out, '}');
}

void bundle_add_manifest(const struct hand_over *all, const struct text *json,
                         const struct text *list, struct text *out)
{
    struct json_out writer = {out, false};
    json_out_open(&writer, '{');
    add_cover(&writer, all);
    json_out_key(&writer, "files");
    json_out_open(&writer, '[');
    add_made(&writer, BUNDLE_ASSESSMENT, json);
    add_made(&writer, BUNDLE_LIST, list);
    for (size_t i = 0; i < all->count; i++) {
        const struct hand_item *item = &all->items[i];
        if (item->here) {
            add_file(&writer, BUNDLE_FOLDER, item->name, item->exhibit->size,
                     item->exhibit->item.sha256);
        }
    }
    json_out_close(&writer, ']');
    json_out_key(&writer, "evidence");
    json_out_open(&writer, '[');
    for (size_t i = 0; i < all->count; i++) {
        add_item(&writer, all, &all->items[i]);
    }
    json_out_close(&writer, ']');
    json_out_close(&writer, '}');
    text_add_byte(out, '\n');
}

/* ---- the list to read ---- */

/* Adds a line for a text that is given. */
static void add_line(struct text *out, const char *label, const char *text)
{
    if (text != NULL && text[0] != '\0') {
        text_format(out, "    %s: ", label);
        for (const char *at = text; *at != '\0'; at++) {
            text_add_byte(out, strchr("\r\n\t", *at) == NULL ? *at : ' ');
        }
        text_add_byte(out, '\n');
    }
}

static void list_item(const struct hand_item *item, struct text *out)
{
    const struct evidence *about = &item->exhibit->item;
    text_format(out, "  %s%s\n", item->name,
                item->here              ? ""
                : item->exhibit->purged ? _(" (not in the package: purged)")
                                        : _(" (not in the package: kept elsewhere)"));
    add_line(out, _("title"), about->title);
    add_line(out, _("document number"), about->number);
    add_line(out, _("document date"), about->date);
    add_line(out, _("pages"), about->pages);
    add_line(out, _("supports"), item->exhibit->criteria);
    add_line(out, _("file"), about->file);
    add_line(out, _("SHA-256"), about->sha256);
}

void bundle_add_list(const struct hand_over *all, struct text *out)
{
    const struct assessment *assessment = &all->assessment;
    text_format(out, _("Evidence of %s, %d (%s)\n"), assessment->agency, assessment->year,
                all->instrument->short_title);
    text_format(out, _("The files lie in the folder %s; 'spbe verify' checks this package.\n"),
                BUNDLE_FOLDER);
    for (size_t i = 0; i < all->count; i++) {
        const struct hand_item *item = &all->items[i];
        if (i == 0 || all->items[i - 1].indicator != item->indicator) {
            const struct indicator *indicator = &all->instrument->indicators[item->indicator];
            text_format(out, "\n%s %s\n", indicator->id, indicator->name);
        }
        list_item(item, out);
    }
    text_add(out, all->count == 0 ? _("\nThere is no evidence.\n") : "");
}

/* ---- the archive ---- */

static bool take_piece(void *context, const void *bytes, size_t length, struct error *err)
{
    return zip_writer_add(context, bytes, length, err);
}

static bool put_item(struct store *store, struct zip_writer *zip, const struct hand_item *item,
                     struct error *err)
{
    struct text name = TEXT_EMPTY;
    text_format(&name, "%s%s", BUNDLE_FOLDER, item->name);
    bool ok = zip_writer_begin(zip, name.bytes, err) &&
              store_stream(store, item->exhibit->item.sha256, take_piece, zip, err) &&
              zip_writer_end(zip, err);
    text_release(&name);
    return ok;
}

static bool put_all(struct store *store, const struct hand_over *all, struct zip_writer *zip,
                    struct bundle *bundle, struct error *err)
{
    struct text json = TEXT_EMPTY;
    struct text list = TEXT_EMPTY;
    struct text manifest = TEXT_EMPTY;
    exchange_write(&all->assessment, &json);
    bundle_add_list(all, &list);
    bundle_add_manifest(all, &json, &list, &manifest);
    hash_of(manifest.bytes, manifest.length, bundle->manifest);
    bool ok = zip_writer_put(zip, BUNDLE_MANIFEST, manifest.bytes, manifest.length, err) &&
              zip_writer_put(zip, BUNDLE_ASSESSMENT, json.bytes, json.length, err) &&
              zip_writer_put(zip, BUNDLE_LIST, list.bytes, list.length, err);
    text_release(&manifest);
    text_release(&list);
    text_release(&json);
    for (size_t i = 0; ok && i < all->count; i++) {
        if (all->items[i].here) {
            ok = put_item(store, zip, &all->items[i], err);
            bundle->files++;
        }
    }
    return ok;
}

/* Looks at what is to come before a byte of it is written. */
static bool check_size(const struct hand_over *all, const char *path, struct error *err)
{
    int64_t bytes = 0;
    size_t files = 0;
    for (size_t i = 0; i < all->count; i++) {
        bytes += all->items[i].here ? all->items[i].exhibit->size : 0;
        files += all->items[i].here;
    }
    if (files > LIMIT_BUNDLE_FILES) {
        return error_set(err, M_BUNDLE_FILES, path, LIMIT_BUNDLE_FILES);
    }
    return bytes <= LIMIT_BUNDLE_BYTES || error_set(err, M_BUNDLE_LARGE, path, LIMIT_BUNDLE_BYTES);
}

bool bundle_write(struct store *store, const struct hand_over *all, const char *path,
                  struct bundle *bundle, struct error *err)
{
    char *temporary = NULL;
    *bundle = (struct bundle){.files = 0};
    if (access(path, F_OK) == 0) {
        return error_set(err, M_FILE_EXISTS, path);
    }
    if (!check_size(all, path, err) || !file_temporary(path, &temporary, err)) {
        return false;
    }
    struct zip_writer *zip = zip_writer_open(temporary, path, err);
    bool ok = zip != NULL && put_all(store, all, zip, bundle, err);
    ok = zip_writer_close(zip, err) && ok;
    if (ok) {
        ok = file_commit_new(temporary, path, err);
    } else {
        file_abandon(temporary);
    }
    free(temporary);
    return ok;
}
