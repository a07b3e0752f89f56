/* Commands on evidence and on the units that answer for indicators. */
#include "command.h"

#include "console.h"
#include "edit_evidence.h"
#include "json_out.h"
#include "lang.h"
#include "message.h"
#include "session.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

/* ---- attach ---- */

static struct edit_description description_of(const struct call *call)
{
    return (struct edit_description){.title = command_value(call, "title"),
                                     .number = command_value(call, "number"),
                                     .date = command_value(call, "date"),
                                     .unit = command_value(call, "unit"),
                                     .pages = command_value(call, "pages"),
                                     .note = command_value(call, "note")};
}

/* Says of the items just made which support no criterion: they count for nothing yet. */
static bool warn_unaimed(struct session *session, const char *ids, struct error *err)
{
    for (const char *at = ids; *at != '\0';) {
        size_t length = strcspn(at, ",");
        const char *id = arena_copy(&session->arena, at, length);
        struct exhibit item;
        if (!edit_find_evidence(session->store, id, &session->arena, &item, err)) {
            return false;
        }
        if (item.criteria[0] == '\0') {
            fprintf(stderr,
                    _("%s supports no criterion yet and counts for nothing; name the criteria: "
                      "spbe attach FILE %s.2.a DOC\n"),
                    item.id, item.indicator);
        }
        at += length + (at[length] == ',');
    }
    return true;
}

static int run_attach(const struct call *call, struct error *err)
{
    struct session session;
    struct text ids = TEXT_EMPTY;
    const struct edit_description description = description_of(call);
    bool ok = session_open(&session, call->arguments[0], STORE_WRITE, err) &&
              session_begin(&session, call, "attach", err);
    for (size_t i = 2; ok && i < call->argument_count; i++) {
        text_add(&ids, ids.length > 0 ? "," : "");
        ok = edit_attach(&session.edit, call->arguments[1], call->arguments[i], &description, &ids,
                         err);
    }
    if (ok && session_end_scored(&session, BASIS_SUPPORTED, err)) {
        warn_unaimed(&session, ids.bytes, err);
    }
    text_release(&ids);
    session_close(&session);
    return 0;
}

/* ---- evidence ---- */

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

static void add_content(struct text *out, const struct exhibit *item)
{
    if (item->withdrawn != NULL) {
        text_format(out, _("withdrawn: %s"), item->withdrawn);
        text_add(out, item->purged ? _("; purged") : "");
    } else if (item->purged) {
        text_add(out, _("purged"));
    } else if (item->size == EXHIBIT_NO_CONTENT) {
        text_add(out, _("elsewhere"));
    } else {
        add_size(out, item->size);
    }
}

static void add_item_row(struct table *table, const struct exhibit *item)
{
    struct text text = TEXT_EMPTY;
    enum console_tone tone = item->withdrawn != NULL ? TONE_FAINT : TONE_PLAIN;
    table_cell(table, TONE_STRONG, item->id);
    table_cell(table, tone, item->indicator);
    table_cell(table, tone, item->item.title != NULL ? item->item.title : item->item.file);
    text_add(&text, item->item.number == NULL ? "" : item->item.number);
    if (item->item.date != NULL) {
        text_format(&text, "%s%s", text.length > 0 ? ", " : "", item->item.date);
    }
    table_cell(table, tone, text.bytes);
    table_cell(table, tone, item->criteria[0] != '\0' ? item->criteria : _("nothing yet"));
    text_clear(&text);
    add_content(&text, item);
    table_cell(table, tone, text.bytes);
    text_release(&text);
}

static void print_items(const struct exhibit *list, size_t count)
{
    static const struct table_column columns[] = {
        {.title = N_("Id")},
        {.title = N_("Indicator")},
        {.title = N_("Document"), .gives = true},
        {.title = N_("Number, date"), .gives = true},
        {.title = N_("Supports"), .gives = true},
        {.title = N_("Content")},
    };
    struct console out;
    console_open(&out, stdout);
    struct table *table = table_new(columns, 6);
    for (size_t i = 0; i < count; i++) {
        add_item_row(table, &list[i]);
    }
    if (count > 0) {
        table_print(table, &out);
    } else {
        fprintf(stderr, "%s\n", _("No evidence yet."));
    }
    table_free(table);
}

/* The ids of a list by commas, as a JSON list. */
static void write_ids(struct json_out *out, const char *ids, struct arena *arena)
{
    json_out_open(out, '[');
    for (const char *at = ids; *at != '\0';) {
        size_t length = strcspn(at, ",");
        json_out_string(out, arena_copy(arena, at, length));
        at += length + (at[length] == ',');
    }
    json_out_close(out, ']');
}

/* One item as one line of JSON; texts that were not given are null. */
static void write_item(const struct exhibit *item, struct arena *arena)
{
    struct text line = TEXT_EMPTY;
    struct json_out out = {&line, false};
    json_out_open(&out, '{');
    json_out_member(&out, "id", item->id);
    json_out_member(&out, "indicator", item->indicator);
    json_out_member(&out, "title", item->item.title);
    json_out_member(&out, "number", item->item.number);
    json_out_member(&out, "date", item->item.date);
    json_out_member(&out, "file", item->item.file);
    json_out_member(&out, "sha256", item->item.sha256);
    json_out_member(&out, "unit", item->item.unit);
    json_out_member(&out, "pages", item->item.pages);
    json_out_member(&out, "note", item->item.note);
    json_out_key(&out, "supports");
    write_ids(&out, item->criteria, arena);
    json_out_member(&out, "withdrawn", item->withdrawn);
    json_out_member_bool(&out, "purged", item->purged);
    json_out_key(&out, "size");
    if (item->size == EXHIBIT_NO_CONTENT) {
        json_out_null(&out);
    } else {
        json_out_int(&out, item->size);
    }
    json_out_close(&out, '}');
    puts(line.bytes);
    text_release(&line);
}

static int run_list(const struct call *call, struct error *err)
{
    struct session session;
    struct exhibit *list = NULL;
    size_t count = 0;
    const char *indicator = call->argument_count > 1 ? call->arguments[1] : NULL;
    if (session_open(&session, call->arguments[0], STORE_READ, err) &&
        (indicator == NULL || edit_indicator(session.instrument, indicator, err) != NOWHERE) &&
        store_evidence(session.store, indicator, &session.arena, &list, &count, err)) {
        bool json = command_has(call, "json");
        for (size_t i = 0; json && i < count; i++) {
            write_item(&list[i], &session.arena);
        }
        if (!json) {
            print_items(list, count);
        }
    }
    session_close(&session);
    return 0;
}

static int run_get(const struct call *call, struct error *err)
{
    struct session session;
    struct exhibit item;
    const char *out = command_value(call, "output");
    if (session_open_file(&session, call->arguments[0], STORE_READ, err) &&
        edit_find_evidence(session.store, call->arguments[1], &session.arena, &item, err)) {
        if (item.item.sha256 == NULL) {
            error_set(err, M_STORE_NO_DOCUMENT, item.id);
        } else {
            store_fetch(session.store, item.item.sha256, out == NULL ? "-" : out, err);
        }
    }
    session_close(&session);
    return 0;
}

static int run_withdraw(const struct call *call, struct error *err)
{
    struct session session;
    bool ok = session_open(&session, call->arguments[0], STORE_WRITE, err) &&
              session_begin(&session, call, "evidence withdraw", err);
    for (size_t i = 1; ok && i < call->argument_count; i++) {
        ok = edit_withdraw(&session.edit, call->arguments[i], command_value(call, "reason"),
                           command_has(call, "purge"), err);
    }
    if (ok) {
        session_end_scored(&session, BASIS_SUPPORTED, err);
    }
    session_close(&session);
    return 0;
}

/* ---- units ---- */

static int run_unit_add(const struct call *call, struct error *err)
{
    struct session session;
    bool ok = session_open(&session, call->arguments[0], STORE_WRITE, err) &&
              session_begin(&session, call, "unit add", err);
    for (size_t i = 1; ok && i < call->argument_count; i++) {
        ok = edit_unit(&session.edit, call->arguments[i], err);
    }
    if (ok) {
        session_end(&session, err);
    }
    session_close(&session);
    return 0;
}

static int run_unit_assign(const struct call *call, struct error *err)
{
    struct session session;
    bool ok = session_open(&session, call->arguments[0], STORE_WRITE, err) &&
              session_begin(&session, call, "unit assign", err);
    for (size_t i = 2; ok && i < call->argument_count; i++) {
        ok = edit_assign(&session.edit, call->arguments[1], call->arguments[i], err);
    }
    if (ok) {
        session_end(&session, err);
    }
    session_close(&session);
    return 0;
}

/* Ids of the indicators that a unit owns; NULL: nobody's. */
static void add_owned(struct text *out, const struct assessment *assessment, const char *unit)
{
    for (size_t i = 0; i < assessment->instrument->indicator_count; i++) {
        const char *owner = assessment->responses[i].unit;
        if (unit == NULL ? owner == NULL : owner != NULL && strcmp(owner, unit) == 0) {
            text_format(out, "%s%s", out->length > 0 ? ", " : "",
                        assessment->instrument->indicators[i].id);
        }
    }
}

static void print_units(const struct assessment *assessment, const struct store_list *units)
{
    static const struct table_column columns[] = {
        {.title = N_("Unit")},
        {.title = N_("Indicators"), .gives = true},
    };
    struct console out;
    console_open(&out, stdout);
    struct table *table = table_new(columns, 2);
    for (size_t i = 0; i <= units->count; i++) {
        bool last = i == units->count;
        struct text owned = TEXT_EMPTY;
        add_owned(&owned, assessment, last ? NULL : units->items[i]);
        if (!last || owned.length > 0) {
            table_cell(table, TONE_PLAIN, last ? _("(no unit)") : units->items[i]);
            table_cell(table, TONE_PLAIN, owned.bytes);
        }
        text_release(&owned);
    }
    table_print(table, &out);
    table_free(table);
}

static int run_unit_list(const struct call *call, struct error *err)
{
    struct session session;
    struct assessment assessment;
    struct store_list units;
    if (session_open(&session, call->arguments[0], STORE_READ, err) &&
        store_load(session.store, session.instrument, &session.arena, &assessment, err) &&
        store_subjects(session.store, FIELD_UNIT_LISTED, &session.arena, &units, err)) {
        print_units(&assessment, &units);
    }
    session_close(&session);
    return 0;
}

const struct command command_evidence_table[] = {
    {.name = "attach",
     .arguments = "FILE.spbe TARGET DOC...",
     .least = 3,
     .many = true,
     .summary = N_("put documents forward as evidence"),
     .example = "spbe attach kota.spbe I11.2.a,I11.2.b perwali.pdf --number 12/2023 "
                "--date 2023-05-01",
     .details = N_("TARGET: ids of the criteria that the documents prove, separated by commas; an "
                   "indicator's id alone supports nothing yet. The document is copied into the "
                   "file, once however often it is attached, up to 100 MB."),
     .run = run_attach,
     .options = {{"title", "TEXT", N_("title of the document"), 0, false},
                 {"number", "TEXT", N_("its number"), 0, false},
                 {"date", "YYYY-MM-DD", N_("its date"), 0, false},
                 {"pages", "TEXT", N_("where to look: 3-7"), 0, false},
                 {"unit", "TEXT", N_("who holds it"), 0, false},
                 {"note", "TEXT", N_("a note"), 0, false}}},
    {.name = "evidence list",
     .arguments = "FILE.spbe [INDICATOR]",
     .least = 1,
     .most = 2,
     .summary = N_("list evidence, withdrawn items too"),
     .example = "spbe evidence list kota.spbe I11",
     .run = run_list,
     .options = {{"json", NULL, N_("one JSON object a line"), 0, false}}},
    {.name = "evidence get",
     .arguments = "FILE.spbe ID",
     .least = 2,
     .most = 2,
     .summary = N_("take a document out as a copy"),
     .example = "spbe evidence get kota.spbe E12 -o perwali.pdf",
     .run = run_get,
     .options = {{"output", "FILE", N_("file to write; else standard output"), 'o', false}}},
    {.name = "evidence withdraw",
     .arguments = "FILE.spbe ID...",
     .least = 2,
     .many = true,
     .summary = N_("take evidence back, with the reason"),
     .example = "spbe evidence withdraw kota.spbe E12 --reason 'dokumen keliru'",
     .details = N_("The item stays in the history and no longer counts."),
     .run = run_withdraw,
     .options = {{"reason", "TEXT", N_("why; must be given"), 0, false},
                 {"purge", NULL,
                  N_("take the document's content out for good; its hash and the history stay"), 0,
                  false}}},
    {.name = "unit add",
     .arguments = "FILE.spbe NAME...",
     .least = 2,
     .many = true,
     .summary = N_("put organisational units on the list"),
     .example = "spbe unit add kota.spbe 'Dinas Kominfo'",
     .run = run_unit_add},
    {.name = "unit assign",
     .arguments = "FILE.spbe NAME INDICATOR...",
     .least = 3,
     .many = true,
     .summary = N_("make a unit answer for indicators; '-' as NAME: nobody"),
     .example = "spbe unit assign kota.spbe 'Dinas Kominfo' I11,I12",
     .run = run_unit_assign},
    {.name = "unit list",
     .arguments = "FILE.spbe",
     .least = 1,
     .most = 1,
     .summary = N_("list units and the indicators they answer for"),
     .example = "spbe unit list kota.spbe",
     .run = run_unit_list},
    {.name = NULL},
};
