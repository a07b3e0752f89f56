/* Commands on evidence and on the units that answer for indicators. */
#include "command.h"

#include "console.h"
#include "edit_evidence.h"
#include "evaluator.h"
#include "evidence_register.h"
#include "evidence_view.h"
#include "inspection.h"
#include "inspector.h"
#include "lang.h"
#include "message.h"
#include "named_file.h"
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

/* Says of the items just made which support nothing: they count for nothing yet. */
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
                    session->instrument->items
                        ? _("%s supports nothing yet; name the evidence items or criteria: spbe "
                            "attach FILE %s.1.e1 DOC\n")
                        : _("%s supports no criterion yet and counts for nothing; name the "
                            "criteria: spbe attach FILE %s.2.a DOC\n"),
                    item.id, item.indicator);
        }
        at += length + (at[length] == ',');
    }
    return true;
}

/* Tells of an item that was just made, that its content is there already. */
static void tell_twin(const struct exhibit *twin, const struct exhibit *item)
{
    const char *name = twin->item.title != NULL ? twin->item.title : twin->item.file;
    fprintf(stderr, _("%s has the same content as %s (%s, %s)\n"), item->id, twin->id,
            twin->indicator, name == NULL ? "" : name);
    fprintf(stderr, _("one item can support many criteria: spbe evidence support FILE %s %s\n"),
            twin->id, item->criteria[0] != '\0' ? item->criteria : item->indicator);
}

/* Says of the items just made which have a content that another item had before. */
static bool tell_twins(struct session *session, const char *ids, struct error *err)
{
    struct exhibit *list = NULL;
    size_t count = 0;
    if (!store_evidence(session->store, NULL, &session->arena, &list, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const struct exhibit *twin =
            edit_lists(ids, list[i].id) ? evidence_view_twin(list, &list[i]) : NULL;
        if (twin != NULL && !edit_lists(ids, twin->id)) {
            tell_twin(twin, &list[i]);
        }
    }
    return true;
}

/* Looks inside the document that was just put forward. *missing: that pdftotext is not there was told. */
static bool look_inside(struct session *session, const char *path, const char *ids, bool *missing,
                        struct error *err)
{
    enum inspector_end end;
    if (!inspector_attached(&session->edit, path, ids, &end, err)) {
        return false;
    }
    if (end == INSPECTOR_MISSING && !*missing) {
        fprintf(stderr, "%s\n",
                _("pdftotext (package poppler-utils) is not installed: PDFs are not looked into"));
        *missing = true;
    }
    return true;
}

static int run_attach(const struct call *call, struct error *err)
{
    struct session session;
    struct text ids = TEXT_EMPTY;
    const struct edit_description description = description_of(call);
    bool missing = false;
    bool ok = session_open(&session, call->arguments[0], STORE_WRITE, err) &&
              session_begin(&session, call, "attach", err);
    for (size_t i = 2; ok && i < call->argument_count; i++) {
        struct text made = TEXT_EMPTY;
        ok = edit_attach(&session.edit, call->arguments[1], call->arguments[i], &description, &made,
                         err) &&
             look_inside(&session, call->arguments[i], made.bytes, &missing, err);
        text_add(&ids, ids.length > 0 ? "," : "");
        text_add(&ids, made.bytes);
        text_release(&made);
    }
    if (ok && session_end_scored(&session, BASIS_SUPPORTED, err)) {
        warn_unaimed(&session, ids.bytes, err);
        tell_twins(&session, ids.bytes, err);
    }
    text_release(&ids);
    session_close(&session);
    return 0;
}

/* ---- evidence ---- */

static void print_items(const struct exhibit *list, size_t count, bool all, bool json)
{
    if (!json) {
        evidence_view_table(list, count, all);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (all || list[i].replaced == NULL) {
            struct text line = TEXT_EMPTY;
            evidence_view_json(&line, list, count, &list[i]);
            puts(line.bytes);
            text_release(&line);
        }
    }
}

/* Writes the register instead of the list. */
static void write_register(const struct call *call, const char *output, struct error *err)
{
    const char *none[] = {NULL};
    struct exhibit *list = NULL;
    struct register_source source = {.indicator =
                                         call->argument_count > 1 ? call->arguments[1] : NULL,
                                     .all = command_has(call, "all")};
    struct evaluator *evaluator = evaluator_new(none, BASIS_BY_RULE, err);
    source.evaluation =
        evaluator == NULL ? NULL : evaluator_store(evaluator, call->arguments[0], err);
    struct store *store =
        source.evaluation == NULL ? NULL : store_open(call->arguments[0], STORE_READ, err);
    if (store != NULL &&
        (source.indicator == NULL ||
         edit_indicator(source.evaluation->instrument, source.indicator, err) != NOWHERE) &&
        store_evidence(store, NULL, evaluator_scratch(evaluator), &list, &source.count, err)) {
        source.list = list;
        evidence_register_write(&source, output, evaluator_scratch(evaluator), err);
    }
    store_close(store);
    evaluator_free(evaluator);
}

static int run_list(const struct call *call, struct error *err)
{
    struct session session;
    struct exhibit *list = NULL;
    size_t count = 0;
    const char *indicator = call->argument_count > 1 ? call->arguments[1] : NULL;
    const char *output = command_value(call, "output");
    if (output != NULL) {
        if (named_file_output(call, "output", err)) {
            write_register(call, output, err);
        }
        return 0;
    }
    if (session_open(&session, call->arguments[0], STORE_READ, err) &&
        (indicator == NULL || edit_indicator(session.instrument, indicator, err) != NOWHERE) &&
        store_evidence(session.store, indicator, &session.arena, &list, &count, err)) {
        print_items(list, count, command_has(call, "all"), command_has(call, "json"));
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

/* ---- items that are there ---- */

static int run_support(const struct call *call, struct error *err)
{
    struct session session;
    struct text ids = TEXT_EMPTY;
    bool ok = session_open(&session, call->arguments[0], STORE_WRITE, err) &&
              session_begin(&session, call, "evidence support", err) &&
              edit_support(&session.edit, call->arguments[1], call->arguments[2], &ids, err);
    if (ok) {
        session_end_scored(&session, BASIS_SUPPORTED, err);
    }
    text_release(&ids);
    session_close(&session);
    return 0;
}

static int run_describe(const struct call *call, struct error *err)
{
    struct session session;
    const struct edit_description description = description_of(call);
    bool ok = session_open(&session, call->arguments[0], STORE_WRITE, err) &&
              session_begin(&session, call, "evidence describe", err);
    for (size_t i = 1; ok && i < call->argument_count; i++) {
        ok = edit_redescribe(&session.edit, call->arguments[i], &description, err);
    }
    if (ok) {
        session_end(&session, err);
    }
    session_close(&session);
    return 0;
}

/* One id of a list of items to be replaced, with what all of them get. */
struct replacing {
    const struct edit *edit;
    const char *path;
    const struct edit_description *description;
    struct text *ids; /* of the new items, by commas */
};

static bool replace_one(void *context, const char *id, struct error *err)
{
    const struct replacing *r = context;
    text_add(r->ids, r->ids->length > 0 ? "," : "");
    return edit_replace(r->edit, id, r->path, r->description, r->ids, err);
}

/* Names the items that still stand on a version that was just replaced. */
static bool tell_left_behind(struct session *session, const char *ids, struct error *err)
{
    struct exhibit *list = NULL;
    size_t count = 0;
    if (!store_evidence(session->store, NULL, &session->arena, &list, &count, err)) {
        return false;
    }
    for (size_t old = 0; old < count; old++) {
        const char *newer = list[old].replaced;
        for (size_t i = 0; newer != NULL && edit_lists(ids, newer) && i < count; i++) {
            if (list[i].stands && list[i].item.sha256 != NULL && list[old].item.sha256 != NULL &&
                strcmp(list[i].item.sha256, list[old].item.sha256) == 0) {
                fprintf(stderr, _("%s (%s) still rests on the old version\n"), list[i].id,
                        list[i].indicator);
            }
        }
    }
    return true;
}

static int run_replace(const struct call *call, struct error *err)
{
    struct session session;
    struct text ids = TEXT_EMPTY;
    const struct edit_description description = description_of(call);
    bool missing = false;
    struct replacing replacing = {&session.edit, call->arguments[2], &description, &ids};
    bool ok = session_open(&session, call->arguments[0], STORE_WRITE, err) &&
              session_begin(&session, call, "evidence replace", err) &&
              edit_each_piece(call->arguments[1], "ID", replace_one, &replacing, err) &&
              look_inside(&session, call->arguments[2], ids.bytes, &missing, err);
    if (ok && session_end_scored(&session, BASIS_SUPPORTED, err)) {
        tell_left_behind(&session, ids.bytes, err);
    }
    text_release(&ids);
    session_close(&session);
    return 0;
}

/* ---- a look inside ---- */

/* True when an item of the list before this one has the same content. */
static bool is_seen(const struct exhibit *list, const struct exhibit *item)
{
    for (const struct exhibit *at = list; at < item; at++) {
        if (at->item.sha256 != NULL && strcmp(at->item.sha256, item->item.sha256) == 0) {
            return true;
        }
    }
    return false;
}

/* Looks inside each document of the list whose content is here; *looked counts the PDFs. */
static bool look_again(struct session *session, const char *path, const struct exhibit *list,
                       size_t count, size_t *looked, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        enum inspector_end end;
        if (list[i].size == EXHIBIT_NO_CONTENT || list[i].item.sha256 == NULL ||
            is_seen(list, &list[i])) {
            continue;
        }
        if (!inspector_again(&session->edit, path, list[i].item.sha256, &end, err)) {
            return false;
        }
        if (end == INSPECTOR_MISSING) {
            return error_set(err, M_INSPECT_MISSING, "pdftotext");
        }
        *looked += end == INSPECTOR_DONE;
    }
    return true;
}

/* A line for each item that was looked into: "E3  perwali.pdf  12 pages; newest date 2023-05-12". */
static void print_findings(const struct exhibit *list, size_t count)
{
    static const struct table_column columns[] = {
        {.title = N_("Id")},
        {.title = N_("Document"), .gives = true},
        {.title = N_("Inside")},
    };
    struct console out;
    console_open(&out, stdout);
    struct table *table = table_new(columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < count; i++) {
        struct inspection inside;
        const struct evidence *item = &list[i].item;
        if (item->inspection != NULL && inspection_read(item->inspection, &inside)) {
            struct text text = TEXT_EMPTY;
            inspection_tell(&inside, &text);
            table_cell(table, TONE_STRONG, list[i].id);
            table_cell(table, TONE_PLAIN, item->title != NULL ? item->title : item->file);
            table_cell(table, TONE_PLAIN, text.bytes);
            text_release(&text);
        }
    }
    if (table_rows(table) > 0) {
        table_print(table, &out);
    }
    table_free(table);
}

static int run_check(const struct call *call, struct error *err)
{
    struct session session;
    struct exhibit *list = NULL;
    size_t count = 0;
    size_t looked = 0;
    const char *indicator = call->argument_count > 1 ? call->arguments[1] : NULL;
    bool ok =
        session_open(&session, call->arguments[0], STORE_WRITE, err) &&
        (indicator == NULL || edit_indicator(session.instrument, indicator, err) != NOWHERE) &&
        session_begin(&session, call, "evidence check", err) &&
        store_evidence(session.store, indicator, &session.arena, &list, &count, err) &&
        look_again(&session, call->arguments[0], list, count, &looked, err) &&
        store_commit(session.store, err) &&
        store_evidence(session.store, indicator, &session.arena, &list, &count, err);
    if (ok && looked > 0) {
        print_findings(list, count);
    } else if (ok) {
        fprintf(stderr, "%s\n", _("No PDF is among the evidence."));
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

/* How a document is described. */
#define DESCRIPTION_OPTIONS                                    \
    {"title", "TEXT", N_("title of the document"), 0, false},  \
        {"number", "TEXT", N_("its number"), 0, false},        \
        {"date", "YYYY-MM-DD", N_("its date"), 0, false},      \
        {"pages", "TEXT", N_("where to look: 3-7"), 0, false}, \
        {"unit", "TEXT", N_("who holds it"), 0, false},        \
    {                                                          \
        "note", "TEXT", N_("a note"), 0, false                 \
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
                   "indicator's id alone supports nothing yet. Where evidence items score "
                   "(I01.2.e1), their ids stand here as well. The document is copied into the "
                   "file, once however often it is attached, up to 100 MB."),
     .run = run_attach,
     .options = {DESCRIPTION_OPTIONS}},
    {.name = "evidence list",
     .arguments = "FILE.spbe [INDICATOR]",
     .least = 1,
     .most = 2,
     .summary = N_("list evidence, withdrawn items too"),
     .example = "spbe evidence list kota.spbe I11 --all",
     .details = N_("Of a document that was replaced only the newest version is listed; --all lists "
                   "the older ones too. With -o all that is known of each item, with the "
                   "warnings about it, goes into a workbook or a CSV file."),
     .run = run_list,
     .options = {{"output", "REGISTER.xlsx", N_("write a register: .xlsx, .html or .csv"), 'o',
                  false},
                 {"all", NULL, N_("older versions too"), 0, false},
                 {"json", NULL, N_("one JSON object a line"), 0, false}}},
    {.name = "evidence get",
     .arguments = "FILE.spbe ID",
     .least = 2,
     .most = 2,
     .summary = N_("take a document out as a copy"),
     .example = "spbe evidence get kota.spbe E12 -o perwali.pdf",
     .run = run_get,
     .options = {{"output", "FILE", N_("file to write; else standard output"), 'o', false}}},
    {.name = "evidence support",
     .arguments = "FILE.spbe ID TARGET",
     .least = 3,
     .most = 3,
     .summary = N_("make an item support more criteria or evidence items that score"),
     .example = "spbe evidence support kota.spbe E12 I11.3.a,I12.2.b",
     .details =
         N_("TARGET: ids of criteria, or of evidence items that score (I01.2.e1), separated by "
            "commas. For those of another indicator an item with the same document and "
            "description is made there."),
     .run = run_support},
    {.name = "evidence describe",
     .arguments = "FILE.spbe ID...",
     .least = 2,
     .many = true,
     .summary = N_("describe a document otherwise: its title, number, date, pages"),
     .example = "spbe evidence describe kota.spbe E12 --date 2023-05-01 --pages 3-7",
     .details = N_("What is not named stays; an empty text ('') takes it away."),
     .run = run_describe,
     .options = {DESCRIPTION_OPTIONS}},
    {.name = "evidence replace",
     .arguments = "FILE.spbe ID DOC",
     .least = 3,
     .most = 3,
     .summary = N_("put a newer version of a document in its place"),
     .example = "spbe evidence replace kota.spbe E12 perwali-bertanda-tangan.pdf",
     .details =
         N_("The new item takes over the criteria and the description, as far as the options "
            "do not say otherwise. The old version stays in the file with its content and no "
            "longer counts. ID: several ids may be separated by commas."),
     .run = run_replace,
     .options = {DESCRIPTION_OPTIONS}},
    {.name = "evidence check",
     .arguments = "FILE.spbe [INDICATOR]",
     .least = 1,
     .most = 2,
     .summary = N_("look inside the PDFs again: marks of a draft, scans, dates"),
     .example = "spbe evidence check kota.spbe I11",
     .details = N_("Each PDF is looked into once when it is attached, where pdftotext (package "
                   "poppler-utils) is installed, and what was found is kept with it. This looks "
                   "again: after pdftotext was installed, or with other rules."),
     .run = run_check},
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
