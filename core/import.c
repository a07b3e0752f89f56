#include "import.h"

#include "console.h"
#include "exchange.h"
#include "file.h"
#include "form_decision.h"
#include "form_filler.h"
#include "form_intake.h"
#include "form_reader.h"
#include "inspector.h"
#include "lang.h"
#include "level_table.h"
#include "limit.h"
#include "merge.h"
#include "message.h"
#include "named_file.h"
#include "session.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

/* What became of one input. */
struct intake {
    bool form;          /* or a workbook of conflicts */
    bool decisions;     /* it is the latter */
    struct text filler; /* who filled it in, as it says; "" when nobody */
    size_t taken;       /* changes */
    struct form_tally tally;
    bool bad; /* it has problems */
};

/* An import on its way. */
struct import {
    const struct call *call;
    struct session *session;
    struct intake *intakes; /* one an input */
    size_t count, bad;
    const char *output; /* of --conflicts; NULL: each conflict is a problem */
    struct form_intake forms;
};

/* ---- one input ---- */

/* Says of an assessment file what it is. */
static bool refuse_store(const struct text *bytes, const char *path, struct error *err)
{
    bool store = bytes->length >= 16 && memcmp(bytes->bytes, "SQLite format 3", 16) == 0;
    return !store || error_set(err, M_MERGE_STORE, path);
}

/* Refuses what nobody can have meant as JSON: a PDF, a picture, a document of a word processor. */
static bool check_kind(const struct text *bytes, const char *path, struct error *err)
{
    static const unsigned char bom[] = {0xEF, 0xBB, 0xBF};
    const char *at = bytes->bytes + strspn(bytes->bytes, " \t\r\n");
    bool json = *at == '\0' ? at == bytes->bytes + bytes->length
                            : strchr("{[\"-0123456789tfn", *at) != NULL;
    bool marked = bytes->length >= sizeof bom && memcmp(bytes->bytes, bom, sizeof bom) == 0;
    return json || marked || error_set(err, M_IMPORT_KIND, path);
}

/* A problem of a table, told as it is found. */
static void print_problem(void *context, const struct error *problem)
{
    (void)context;
    error_print(problem, stderr);
}

/* Who is right where form and file were both changed. */
static enum form_choice decided(const struct call *call)
{
    return command_has(call, "theirs") ? FORM_THEIRS
           : command_has(call, "ours") ? FORM_OURS
                                       : FORM_ASK;
}

/* Who stands in where nobody said who is at work: whoever filled the form in; in a dry run, which changes
 * nothing, anybody. NULL: it is asked. */
static const char *stand_in(const struct import *import, const struct text *filler)
{
    return filler->length > 0                     ? filler->bytes
           : command_has(import->call, "dry-run") ? "--dry-run"
                                                  : NULL;
}

/* Begins the step of an input: "import dinas.xlsx (Siti)". */
static bool begin(const struct import *import, const char *path, const struct text *filler,
                  struct error *err)
{
    struct text origin = TEXT_EMPTY;
    const char *slash = strrchr(path, '/');
    text_format(&origin, "import %s", slash == NULL ? path : slash + 1);
    if (filler->length > 0) {
        text_format(&origin, " (%s)", filler->bytes);
    }
    bool ok = session_begin_for(import->session, import->call, origin.bytes,
                                stand_in(import, filler), err);
    text_release(&origin);
    return ok;
}

/* Contents that came with a form. */
struct contents {
    struct arena *arena;
    const char *sha256[LIMIT_FORM_EVIDENCE];
    size_t count;
};

static bool add_content(void *context, const struct change *change)
{
    struct contents *contents = context;
    if (change->field == FIELD_CONTENT && contents->count < LIMIT_FORM_EVIDENCE) {
        contents->sha256[contents->count++] = arena_string(contents->arena, change->subject);
    }
    return true;
}

/* Looks inside the documents that came since an entry of the history. */
static bool look_inside(const struct import *import, int64_t since, struct error *err)
{
    struct session *session = import->session;
    struct contents *contents = arena_get(&session->arena, 1, sizeof *contents);
    enum inspector_end end = INSPECTOR_OTHER;
    contents->arena = &session->arena;
    bool ok = store_history(session->store, NULL, since + 1, add_content, contents, err);
    for (size_t i = 0; ok && end != INSPECTOR_MISSING && i < contents->count; i++) {
        ok = inspector_again(&session->edit, import->call->arguments[0], contents->sha256[i], &end,
                             err);
    }
    if (ok && end == INSPECTOR_MISSING) {
        fprintf(stderr, "%s\n",
                _("pdftotext (package poppler-utils) is not installed: PDFs are not looked into"));
    }
    return ok;
}

static bool take_form(struct import *import, const struct text *bytes, const char *path,
                      struct intake *intake, struct error *err)
{
    const struct edit *edit = &import->session->edit;
    int64_t before = store_history_length(edit->store);
    return form_intake_take(&import->forms, edit, bytes->bytes, bytes->length, path, &intake->tally,
                            err) &&
           (import->forms.folder == NULL || look_inside(import, before, err));
}

static bool take_document(const struct import *import, const struct text *bytes, const char *path,
                          struct error *err)
{
    static const struct level_listener listener = {print_problem, NULL};
    struct session *session = import->session;
    struct assessment document;
    if (form_is_bare(bytes->bytes, bytes->length)) {
        return error_set(err, M_FORM_SEAL, path);
    }
    if (level_table_is(bytes->bytes, bytes->length, path)) {
        return level_table_import(&session->edit, bytes->bytes, bytes->length, path, &listener,
                                  err);
    }
    return check_kind(bytes, path, err) &&
           exchange_read(bytes->bytes, bytes->length, path, session->instrument, &session->arena,
                         &document, err) &&
           merge_assessment(&session->edit, &document, path, command_has(import->call, "anyway"),
                            err);
}

/* Takes one document, form or table in, as a step of its own. */
static bool take_input(struct import *import, const char *path, struct intake *intake,
                       struct error *err)
{
    struct store *store = import->session->store;
    struct text bytes = TEXT_EMPTY;
    if (store_is_itself(store, path)) {
        return error_set(err, M_MERGE_STORE, path);
    }
    bool ok = file_read(path, LIMIT_DOCUMENT_BYTES, &bytes, err) && refuse_store(&bytes, path, err);
    if (ok && form_is(bytes.bytes, bytes.length)) {
        intake->form = true;
        form_filler(bytes.bytes, bytes.length, &intake->filler);
    } else if (ok) {
        intake->decisions = form_decision_is(bytes.bytes, bytes.length);
        intake->form = intake->decisions;
    }
    ok = ok && begin(import, path, &intake->filler, err);
    int64_t before = store_history_length(store);
    if (ok && intake->form) {
        ok = take_form(import, &bytes, path, intake, err);
    } else if (ok) {
        ok = take_document(import, &bytes, path, err);
    }
    intake->taken = (size_t)(store_history_length(store) - before);
    text_release(&bytes);
    return ok;
}

/* True when an error is of the input, so that the others can still be looked at. */
static bool is_of_input(const struct error *err)
{
    return err->kind == ERROR_INPUT || err->kind == ERROR_LIMIT ||
           strcmp(err->id, "STORE_LOCKED_INDICATOR") == 0;
}

/* Takes all inputs in, within one transaction. One that has problems does not keep the others from being
 * looked at, so that all problems are told at once; but then nothing is kept. */
static bool take_all(struct import *import, struct error *err)
{
    for (size_t i = 0; i < import->count; i++) {
        struct intake *intake = &import->intakes[i];
        struct error problem = {.kind = ERROR_NONE};
        if (take_input(import, import->call->arguments[i + 1], intake, &problem)) {
            continue;
        }
        if (import->count == 1 || !is_of_input(&problem)) {
            *err = problem;
            return false;
        }
        error_print(&problem, stderr);
        intake->bad = true;
        import->bad++;
    }
    return true;
}

/* ---- what changed ---- */

/* Collects what an import changes. */
struct changes {
    struct table *table;
    size_t count;
};

static bool add_change(void *context, const struct change *change)
{
    struct changes *changes = context;
    struct text text = TEXT_EMPTY;
    merge_place(change, &text);
    table_cell(changes->table, TONE_FAINT, text.bytes);
    text_clear(&text);
    text_format(&text, "%s %s", change->subject, change_label(change->field));
    table_cell(changes->table, TONE_PLAIN, text.bytes);
    text_clear(&text);
    session_tell_fact(change->field, change->was, &text);
    table_cell(changes->table, TONE_PLAIN, text.bytes);
    text_clear(&text);
    session_tell_fact(change->field, change->now, &text);
    table_cell(changes->table, TONE_STRONG, text.bytes);
    text_release(&text);
    changes->count++;
    return true;
}

/* The changes of all steps, as a table. */
static bool read_changes(struct session *session, struct changes *changes, struct error *err)
{
    static const struct table_column columns[] = {
        {.title = N_("Place")},
        {.title = N_("What")},
        {.title = N_("Was"), .gives = true},
        {.title = N_("Is"), .gives = true},
    };
    *changes = (struct changes){table_new(columns, 4), 0};
    return store_history(session->store, NULL, session->first, add_change, changes, err);
}

static void print_changes(const struct changes *changes, bool dry)
{
    struct console out;
    console_open(&out, stdout);
    if (changes->count > 0) {
        table_print(changes->table, &out);
    }
    fprintf(stderr,
            dry ? _("%zu changes; nothing was written (--dry-run)\n") : _("%zu changes taken in\n"),
            changes->count);
}

/* ---- the summary ---- */

static void summary_row(struct table *table, const char *path, const struct intake *intake)
{
    const size_t *of = intake->tally.of;
    bool whole = intake->bad && of[FORM_REFUSED] + of[FORM_DISPUTED] == 0; /* not even begun */
    size_t refused = of[FORM_REFUSED] + whole;
    enum console_tone tone = intake->bad ? TONE_BAD : TONE_PLAIN;
    table_cell(table, tone, path);
    table_cell(table, TONE_PLAIN, intake->filler.bytes);
    table_format(table, TONE_PLAIN, "%zu", intake->taken);
    if (intake->form) {
        table_format(table, TONE_PLAIN, "%zu", of[FORM_UNTOUCHED] + of[FORM_SAME]);
        table_format(table, TONE_PLAIN, "%zu", of[FORM_DISPUTED] + of[FORM_KEPT]);
    } else {
        table_cell(table, TONE_PLAIN, "–");
        table_cell(table, TONE_PLAIN, "–");
    }
    table_format(table, tone, "%zu", refused);
}

/* One row an input: what would be taken from it, what it left alone, what is in dispute or wrong. */
static void print_summary(const struct import *import)
{
    static const struct table_column columns[] = {
        {.title = N_("Input"), .gives = true},       {.title = N_("Filled in by"), .gives = true},
        {.title = N_("Changes"), .right = true},     {.title = N_("Left alone"), .right = true},
        {.title = N_("In conflict"), .right = true}, {.title = N_("Problems"), .right = true},
    };
    struct console out;
    struct table *table = table_new(columns, 6);
    for (size_t i = 0; i < import->count; i++) {
        summary_row(table, import->call->arguments[i + 1], &import->intakes[i]);
    }
    putchar('\n');
    console_open(&out, stdout);
    table_print(table, &out);
    table_free(table);
}

/* ---- conflicts ---- */

static void tell_conflicts(const struct import *import, bool dry)
{
    if (import->forms.conflicts.count > 0 && dry) {
        fprintf(stderr, _("%zu conflicts would be to decide\n"), import->forms.conflicts.count);
    } else if (import->forms.conflicts.count > 0) {
        fprintf(stderr, _("%zu conflicts are to be decided in %s\n"), import->forms.conflicts.count,
                import->output);
    } else if (import->forms.undecided > 0) {
        fprintf(stderr, _("%zu conflicts are not decided yet\n"), import->forms.undecided);
    }
}

/* The output of --conflicts must be new: an older one may hold decisions. */
static bool check_output(const struct call *call, struct error *err)
{
    const char *output = command_value(call, "conflicts");
    if (output == NULL) {
        return true;
    }
    return named_file_output(call, "conflicts", err) &&
           form_intake_check(output, "--conflicts", err);
}

/* ---- the command ---- */

static bool open_import(struct import *import, const struct call *call, struct session *session,
                        struct error *err)
{
    *import = (struct import){.call = call, .session = session, .count = call->argument_count - 1};
    *session = (struct session){.arena = ARENA_EMPTY, .name = TEXT_EMPTY};
    if (!check_output(call, err) || !session_open(session, call->arguments[0], STORE_WRITE, err)) {
        return false;
    }
    import->output = command_value(call, "conflicts");
    import->forms = (struct form_intake){.choice = decided(call),
                                         .anyway = command_has(call, "anyway"),
                                         .gather = import->output != NULL,
                                         .conflicts.arena = &session->arena};
    import->intakes = arena_get(&session->arena, import->count, sizeof *import->intakes);
    for (size_t i = 0; i < import->count; i++) {
        import->intakes[i].filler = (struct text)TEXT_EMPTY;
    }
    return true;
}

/* Makes lasting what was taken in, and tells it; or, with problems, tells and drops it. */
static bool end_import(const struct import *import, struct error *err)
{
    struct session *session = import->session;
    struct changes changes = {NULL, 0};
    bool dry = command_has(import->call, "dry-run") || import->bad > 0;
    bool ok = session->edit.store == NULL || read_changes(session, &changes, err);
    /* The workbook comes before anything is lasting: no conflict may be lost. */
    ok = ok && (dry || import->forms.conflicts.count == 0 ||
                form_intake_write(&import->forms, &session->edit, import->output, err));
    if (ok && dry) {
        store_rollback(session->store);
    }
    ok = ok && (dry || store_commit(session->store, err));
    if (ok && import->bad == 0) {
        print_changes(&changes, dry);
        tell_conflicts(import, dry);
    }
    if (ok && import->count > 1) {
        print_summary(import);
    }
    table_free(changes.table);
    return ok &&
           (import->bad == 0 || error_set(err, M_IMPORT_BAD, NULL, import->bad, import->count));
}

int import_run(const struct call *call, struct error *err)
{
    struct session session;
    struct import import;
    struct folder folder = {.arena = ARENA_EMPTY};
    const char *path = command_value(call, "evidence");
    if (open_import(&import, call, &session, err) &&
        (path == NULL || folder_open(&folder, path, err))) {
        import.forms.folder = path == NULL ? NULL : &folder;
        if (take_all(&import, err)) {
            end_import(&import, err);
        }
    }
    folder_close(&folder);
    for (size_t i = 0; import.intakes != NULL && i < import.count; i++) {
        text_release(&import.intakes[i].filler);
    }
    bool open = import.forms.conflicts.count > 0 || import.forms.undecided > 0;
    session_close(&session);
    return open ? 1 : 0;
}
