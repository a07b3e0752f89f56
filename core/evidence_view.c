#include "evidence_view.h"

#include "arena.h"
#include "console.h"
#include "fraction.h"
#include "json_out.h"
#include "lang.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

/* ---- an item among others ---- */

/* The item that another one has replaced, or NULL. */
static const struct exhibit *older(const struct exhibit *list, size_t count,
                                   const struct exhibit *item)
{
    for (size_t i = 0; i < count; i++) {
        if (list[i].replaced != NULL && strcmp(list[i].replaced, item->id) == 0) {
            return &list[i];
        }
    }
    return NULL;
}

int evidence_view_version(const struct exhibit *list, size_t count, const struct exhibit *item)
{
    int version = 1;
    /* An altered file may hold a ring of replacements: no chain is longer than the list. */
    for (const struct exhibit *at = older(list, count, item); at != NULL && (size_t)version < count;
         at = older(list, count, at)) {
        version++;
    }
    return version;
}

const struct exhibit *evidence_view_twin(const struct exhibit *list, const struct exhibit *item)
{
    for (const struct exhibit *at = list; at < item && item->item.sha256 != NULL; at++) {
        if (at->stands && at->item.sha256 != NULL &&
            strcmp(at->item.sha256, item->item.sha256) == 0) {
            return at;
        }
    }
    return NULL;
}

/* ---- for people ---- */

/* "640 B", "48.2 KB": powers of ten, with the reader's decimal sign. */
static void add_size(struct text *out, int64_t bytes)
{
    char point = strcmp(lang_name(), "en") == 0 ? '.' : ',';
    if (bytes < 1000) {
        text_add_int(out, bytes);
        text_add(out, " B");
        return;
    }
    bool mega = bytes >= 999950;
    fraction_add_rounded(out, fraction_make(bytes, mega ? 1000000 : 1000), 1, point);
    text_add(out, mega ? " MB" : " KB");
}

void evidence_view_content(struct text *out, const struct exhibit *item)
{
    if (item->withdrawn != NULL) {
        text_format(out, _("withdrawn: %s"), item->withdrawn);
        text_add(out, item->purged ? _("; purged") : "");
    } else if (item->replaced != NULL) {
        text_format(out, _("replaced by %s"), item->replaced);
        text_add(out, item->purged ? _("; purged") : "");
    } else if (item->purged) {
        text_add(out, _("purged"));
    } else if (item->size == EXHIBIT_NO_CONTENT) {
        text_add(out, _("elsewhere"));
    } else {
        add_size(out, item->size);
    }
}

static void add_reference(struct text *out, const struct evidence *item)
{
    text_add(out, item->number == NULL ? "" : item->number);
    if (item->date != NULL) {
        text_format(out, "%s%s", out->length > 0 ? ", " : "", item->date);
    }
}

static void add_row(struct table *table, const struct exhibit *list, size_t count,
                    const struct exhibit *item)
{
    struct text text = TEXT_EMPTY;
    enum console_tone tone = item->stands ? TONE_PLAIN : TONE_FAINT;
    const struct exhibit *twin = item->stands ? evidence_view_twin(list, item) : NULL;
    int version = evidence_view_version(list, count, item);
    table_cell(table, TONE_STRONG, item->id);
    table_cell(table, tone, item->indicator);
    table_cell(table, tone, item->item.title != NULL ? item->item.title : item->item.file);
    add_reference(&text, &item->item);
    table_cell(table, tone, text.bytes);
    table_cell(table, tone, item->criteria[0] != '\0' ? item->criteria : _("nothing yet"));
    text_clear(&text);
    evidence_view_content(&text, item);
    if (version > 1) {
        text_format(&text, _("; version %d"), version);
    }
    if (twin != NULL) {
        text_format(&text, _("; same as %s"), twin->id);
    }
    table_cell(table, tone, text.bytes);
    text_release(&text);
}

void evidence_view_table(const struct exhibit *list, size_t count, bool all)
{
    static const struct table_column columns[] = {
        {.title = N_("Id")},
        {.title = N_("Indicator")},
        {.title = N_("Document"), .gives = true},
        {.title = N_("Number, date"), .gives = true},
        {.title = N_("Supports"), .gives = true},
        {.title = N_("Content"), .gives = true},
    };
    struct console out;
    console_open(&out, stdout);
    struct table *table = table_new(columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < count; i++) {
        if (all || list[i].replaced == NULL) {
            add_row(table, list, count, &list[i]);
        }
    }
    if (table_rows(table) > 0) {
        table_print(table, &out);
    } else {
        fprintf(stderr, "%s\n", _("No evidence yet."));
    }
    table_free(table);
}

/* ---- for programs ---- */

/* The ids of a list by commas, as a JSON list. */
static void write_ids(struct json_out *out, const char *ids)
{
    struct arena arena = ARENA_EMPTY;
    json_out_open(out, '[');
    for (const char *at = ids; *at != '\0';) {
        size_t length = strcspn(at, ",");
        json_out_string(out, arena_copy(&arena, at, length));
        at += length + (at[length] == ',');
    }
    json_out_close(out, ']');
    arena_release(&arena);
}

static void write_description(struct json_out *out, const struct evidence *item)
{
    json_out_member(out, "title", item->title);
    json_out_member(out, "number", item->number);
    json_out_member(out, "date", item->date);
    json_out_member(out, "file", item->file);
    json_out_member(out, "sha256", item->sha256);
    json_out_member(out, "unit", item->unit);
    json_out_member(out, "pages", item->pages);
    json_out_member(out, "note", item->note);
}

void evidence_view_json(struct text *text, const struct exhibit *list, size_t count,
                        const struct exhibit *item)
{
    struct json_out out = {text, false};
    const struct exhibit *before = older(list, count, item);
    const struct exhibit *twin = evidence_view_twin(list, item);
    json_out_open(&out, '{');
    json_out_member(&out, "id", item->id);
    json_out_member(&out, "indicator", item->indicator);
    write_description(&out, &item->item);
    json_out_key(&out, "supports");
    write_ids(&out, item->criteria);
    json_out_member_int(&out, "version", evidence_view_version(list, count, item));
    json_out_member(&out, "replaces", before == NULL ? NULL : before->id);
    json_out_member(&out, "replaced_by", item->replaced);
    json_out_member(&out, "withdrawn", item->withdrawn);
    json_out_member(&out, "same_as", twin == NULL ? NULL : twin->id);
    json_out_member(&out, "inspection", item->item.inspection);
    json_out_member_bool(&out, "purged", item->purged);
    json_out_key(&out, "size");
    if (item->size == EXHIBIT_NO_CONTENT) {
        json_out_null(&out);
    } else {
        json_out_int(&out, item->size);
    }
    json_out_close(&out, '}');
}
