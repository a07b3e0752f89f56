#include "import.h"

#include "console.h"
#include "exchange.h"
#include "file.h"
#include "form_reader.h"
#include "lang.h"
#include "level_table.h"
#include "limit.h"
#include "merge.h"
#include "message.h"
#include "session.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

/* Says of an assessment file what it is. */
static bool refuse_store(const struct text *bytes, const char *path, struct error *err)
{
    bool store = bytes->length >= 16 && memcmp(bytes->bytes, "SQLite format 3", 16) == 0;
    return !store || error_set(err, M_MERGE_STORE, path);
}

/* A problem of a table, told as it is found. */
static void print_problem(void *context, const struct error *problem)
{
    (void)context;
    error_print(problem, stderr);
}

/* What is no problem, but should be known. */
static void print_notice(void *context, const char *place, const char *text)
{
    struct text line = TEXT_EMPTY;
    (void)context;
    console_add_safe(&line, place, false);
    text_add(&line, ": ");
    console_add_safe(&line, text, false);
    fprintf(stderr, "%s\n", line.bytes);
    text_release(&line);
}

/* Who is right where form and file were both changed. */
static enum form_choice decided(const struct call *call)
{
    return command_has(call, "theirs") ? FORM_THEIRS
           : command_has(call, "ours") ? FORM_OURS
                                       : FORM_ASK;
}

/* Takes one document, form or table in, within the open step. */
static bool import_one(const struct call *call, struct session *session, const char *path,
                       struct error *err)
{
    static const struct level_listener table_listener = {print_problem, NULL};
    static const struct form_listener listener = {print_problem, NULL, NULL, print_notice};
    const struct form_manner manner = {decided(call), &listener};
    struct form_tally tally;
    struct text bytes = TEXT_EMPTY;
    struct assessment document;
    if (store_is_itself(session->store, path)) {
        return error_set(err, M_MERGE_STORE, path);
    }
    bool ok = file_read(path, LIMIT_DOCUMENT_BYTES, &bytes, err) && refuse_store(&bytes, path, err);
    if (ok && form_is(bytes.bytes, bytes.length)) {
        ok = form_import(&session->edit, bytes.bytes, bytes.length, path, &manner, &tally, err);
    } else if (ok && level_table_is(bytes.bytes, bytes.length, path)) {
        ok = level_table_import(&session->edit, bytes.bytes, bytes.length, path, &table_listener,
                                err);
    } else if (ok) {
        ok = exchange_read(bytes.bytes, bytes.length, path, session->instrument, &session->arena,
                           &document, err) &&
             merge_assessment(&session->edit, &document, path, command_has(call, "anyway"), err);
    }
    text_release(&bytes);
    return ok;
}

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

/* The changes of a step, as a table; *count of them. */
static bool read_changes(struct session *session, struct table **table, size_t *count,
                         struct error *err)
{
    static const struct table_column columns[] = {
        {.title = N_("Place")},
        {.title = N_("What")},
        {.title = N_("Was"), .gives = true},
        {.title = N_("Is"), .gives = true},
    };
    struct changes changes = {table_new(columns, 4), 0};
    bool ok = store_history(session->store, NULL, session->first, add_change, &changes, err);
    *table = changes.table;
    *count = changes.count;
    return ok;
}

static void print_changes(const struct table *table, size_t count, bool dry)
{
    struct console out;
    console_open(&out, stdout);
    if (count > 0) {
        table_print((struct table *)(uintptr_t)table, &out);
    }
    fprintf(stderr,
            dry ? _("%zu changes; nothing was written (--dry-run)\n") : _("%zu changes taken in\n"),
            count);
}

static bool import_all(const struct call *call, struct session *session, struct error *err)
{
    struct text origin = TEXT_EMPTY;
    text_add(&origin, "import");
    for (size_t i = 1; i < call->argument_count; i++) {
        const char *slash = strrchr(call->arguments[i], '/');
        text_format(&origin, " %s", slash == NULL ? call->arguments[i] : slash + 1);
    }
    bool ok = session_begin(session, call, origin.bytes, err);
    for (size_t i = 1; ok && i < call->argument_count; i++) {
        ok = import_one(call, session, call->arguments[i], err);
    }
    text_release(&origin);
    return ok;
}

int import_run(const struct call *call, struct error *err)
{
    struct session session;
    struct table *table = NULL;
    size_t count = 0;
    bool dry = command_has(call, "dry-run");
    bool ok = session_open(&session, call->arguments[0], STORE_WRITE, err) &&
              import_all(call, &session, err) && read_changes(&session, &table, &count, err);
    if (ok && dry) {
        store_rollback(session.store);
    }
    if (ok && (dry || store_commit(session.store, err))) {
        print_changes(table, count, dry);
    }
    table_free(table);
    session_close(&session);
    return 0;
}
