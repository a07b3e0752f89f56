/* Commands on forms: workbooks to be filled in without the program, and taken back with `import`. */
#include "command.h"

#include "console.h"
#include "edit.h"
#include "evaluation.h"
#include "file.h"
#include "file_name.h"
#include "form.h"
#include "lang.h"
#include "lateness.h"
#include "message.h"
#include "report.h"
#include "session.h"
#include "template.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* What forms are made from. */
struct forming {
    const struct call *call;
    struct session session;
    struct assessment assessment;
    struct evaluation evaluation;
    struct text document;      /* the result document */
    struct form_source source; /* `chosen`, `unit` and `deadline` of the form at hand */
    char identity[65];
    bool *chosen;
};

/* A form to be written. */
struct planned {
    const char *unit; /* NULL: of all */
    const char *path;
    size_t indicators;
};

/* ---- which indicators ---- */

static bool choose_one(void *context, const char *piece, struct error *err)
{
    struct forming *forming = context;
    int position = edit_indicator(forming->session.instrument, piece, err);
    if (position != NOWHERE) {
        forming->chosen[position] = true;
    }
    return position != NOWHERE;
}

/* Chooses what a unit owns (NULL: everything); how many. */
static size_t choose_unit(struct forming *forming, const char *unit)
{
    size_t count = 0;
    for (size_t i = 0; i < forming->session.instrument->indicator_count; i++) {
        const char *owner = forming->assessment.responses[i].unit;
        forming->chosen[i] = unit == NULL || (owner != NULL && strcmp(owner, unit) == 0);
        count += forming->chosen[i];
    }
    return count;
}

/* Those of --indicators, else those of --unit, else all; fails with FORM_NONE when that is none. */
static bool choose(struct forming *forming, struct error *err)
{
    const char *list = command_value(forming->call, "indicators");
    const char *unit = command_value(forming->call, "unit");
    if (list != NULL) {
        return edit_each_piece(list, "--indicators", choose_one, forming, err);
    }
    return choose_unit(forming, unit) > 0 ||
           error_set(err, M_FORM_NONE, "--unit", unit == NULL ? "" : unit);
}

/* ---- one form ---- */

/* Why indicators were returned. */
static bool read_reasons(struct forming *forming, struct error *err)
{
    struct session *session = &forming->session;
    size_t count = session->instrument->indicator_count;
    const char **reasons = arena_get(&session->arena, count, sizeof *reasons);
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        if (forming->assessment.responses[i].state == STATE_RETURNED) {
            ok =
                store_get(session->store, FIELD_STATE_REASON, session->instrument->indicators[i].id,
                          &session->arena, &reasons[i], err);
        }
    }
    forming->source.reasons = reasons;
    return ok;
}

static bool open_forming(struct forming *forming, const struct call *call, struct error *err)
{
    struct session *session = &forming->session;
    struct form_source *source = &forming->source;
    struct exhibit *exhibits = NULL;
    *forming = (struct forming){.call = call, .document = TEXT_EMPTY};
    if (!session_open(session, call->arguments[0], STORE_READ, err) ||
        !store_load(session->store, session->instrument, &session->arena, &forming->assessment,
                    err) ||
        !evaluation_run(&forming->evaluation, &forming->assessment, BASIS_BY_RULE, &session->arena,
                        err) ||
        !store_identity(session->store, forming->identity, err) ||
        !store_evidence(session->store, NULL, &session->arena, &exhibits, &source->exhibit_count,
                        err)) {
        return false;
    }
    forming->chosen =
        arena_get(&session->arena, session->instrument->indicator_count, sizeof *forming->chosen);
    source->assessment = &forming->assessment;
    source->chosen = forming->chosen;
    source->identity = forming->identity;
    source->revision = store_history_length(session->store);
    source->exhibits = exhibits;
    report_write(&forming->evaluation, REPORT_FULL, &session->arena, &forming->document);
    return read_reasons(forming, err);
}

static void close_forming(struct forming *forming)
{
    text_release(&forming->document);
    session_close(&forming->session);
}

/* Draws the form of the chosen indicators. */
static bool draw(struct forming *forming, const char *unit, const char *path, struct error *err)
{
    struct text options = TEXT_EMPTY;
    forming->source.unit = unit;
    forming->source.questions = unit == NULL && command_value(forming->call, "indicators") == NULL;
    if (!lateness_deadline(forming->session.store, unit, &forming->session.arena,
                           &forming->source.deadline, err)) {
        return false;
    }
    struct template *template = template_open("formulir", lang_name(), err);
    form_options(&forming->source, &options);
    struct template_run run = {.draws = "spbe-form/1",
                               .options = options.bytes,
                               .document = &forming->document,
                               .output = path,
                               .year = forming->assessment.year};
    bool ok = template != NULL && template_run(template, &run, err);
    template_close(template);
    text_release(&options);
    return ok;
}

/* ---- a form for each unit ---- */

/* A file name that every system takes, from the name of a unit: its letters and digits, all else becomes "-". */
static const char *safe_name(struct arena *arena, const char *folder, const char *unit, size_t more)
{
    enum { NAME_BYTES = 60 };
    struct text name = TEXT_EMPTY;
    for (const char *at = unit; *at != '\0' && name.length < NAME_BYTES; at++) {
        bool plain =
            (*at >= '0' && *at <= '9') || (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z');
        if (plain) {
            text_add_byte(&name, *at);
        } else if (name.length > 0 && name.bytes[name.length - 1] != '-') {
            text_add_byte(&name, '-');
        }
    }
    while (name.length > 0 && name.bytes[name.length - 1] == '-') {
        name.bytes[--name.length] = '\0';
    }
    const char *path =
        more == 0 ? arena_format(arena, "%s/formulir-%s.xlsx", folder, name.bytes)
                  : arena_format(arena, "%s/formulir-%s-%zu.xlsx", folder, name.bytes, more + 1);
    text_release(&name);
    return path;
}

/* A name that none of the forms planned so far has, whatever a system thinks of capitals. */
static const char *free_name(struct arena *arena, const char *folder, const char *unit,
                             const struct planned *plans, size_t count)
{
    for (size_t more = 0;; more++) {
        const char *path = safe_name(arena, folder, unit, more);
        size_t i = 0;
        while (i < count && strcasecmp(plans[i].path, path) != 0) {
            i++;
        }
        if (i == count) {
            return path;
        }
    }
}

/* Plans the forms of all units that own something; the others are told. */
static bool plan(struct forming *forming, const char *folder, struct planned **plans, size_t *count,
                 struct error *err)
{
    struct arena *arena = &forming->session.arena;
    struct store_list units;
    *count = 0;
    if (!store_subjects(forming->session.store, FIELD_UNIT_LISTED, arena, &units, err)) {
        return false;
    }
    *plans = arena_get(arena, units.count + 1, sizeof **plans);
    for (size_t i = 0; i < units.count; i++) {
        size_t indicators = choose_unit(forming, units.items[i]);
        if (indicators == 0) {
            struct text name = TEXT_EMPTY;
            console_add_safe(&name, units.items[i], false);
            fprintf(stderr, _("%s: owns no indicator, so it gets no form\n"), name.bytes);
            text_release(&name);
            continue;
        }
        const char *path = free_name(arena, folder, units.items[i], *plans, *count);
        (*plans)[(*count)++] = (struct planned){units.items[i], path, indicators};
    }
    return *count > 0 || error_set(err, M_FORM_UNITS, forming->call->arguments[0]);
}

/* Says which indicators are in nobody's form. */
static void tell_unowned(const struct forming *forming)
{
    struct text ids = TEXT_EMPTY;
    for (size_t i = 0; i < forming->session.instrument->indicator_count; i++) {
        if (forming->assessment.responses[i].unit == NULL) {
            text_format(&ids, ids.length == 0 ? "%s" : ", %s",
                        forming->session.instrument->indicators[i].id);
        }
    }
    if (ids.length > 0) {
        fprintf(stderr, _("without a unit, in no form: %s\n"), ids.bytes);
    }
    text_release(&ids);
}

/* Makes the folder when it is not there; a form that is there already is only replaced when that is said. */
static bool prepare_folder(const struct call *call, const char *folder, const struct planned *plans,
                           size_t count, struct error *err)
{
    struct stat there;
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        return error_set(err, M_FILE_OPEN, folder, error_cause(errno));
    }
    if (stat(folder, &there) != 0 || !S_ISDIR(there.st_mode)) {
        return error_set(err, M_FORM_FOLDER, folder);
    }
    for (size_t i = 0; i < count && !command_has(call, "replace"); i++) {
        if (stat(plans[i].path, &there) == 0) {
            return error_set(err, M_FORM_THERE, plans[i].path);
        }
    }
    return true;
}

static bool write_all(struct forming *forming, struct error *err)
{
    const char *folder = command_value(forming->call, "output");
    struct planned *plans = NULL;
    size_t count = 0;
    bool ok = plan(forming, folder, &plans, &count, err) &&
              prepare_folder(forming->call, folder, plans, count, err);
    for (size_t i = 0; ok && i < count; i++) {
        choose_unit(forming, plans[i].unit);
        ok = draw(forming, plans[i].unit, plans[i].path, err);
        if (ok) {
            struct text name = TEXT_EMPTY;
            console_add_safe(&name, plans[i].unit, false);
            printf(_("%s: %s (%zu indicators)\n"), plans[i].path, name.bytes, plans[i].indicators);
            text_release(&name);
        }
    }
    if (ok) {
        tell_unowned(forming);
    }
    return ok;
}

/* ---- the command ---- */

static bool check_options(const struct call *call, struct error *err)
{
    const char *output = command_value(call, "output");
    if (command_has(call, "all-units")) {
        bool several = command_value(call, "unit") == NULL &&
                       command_value(call, "indicators") == NULL && output != NULL &&
                       output[0] != '\0';
        return several || error_set(err, M_FORM_ALL, "--all-units");
    }
    return (output != NULL && file_name_ends(output, ".xlsx")) ||
           error_set(err, M_FORM_OUTPUT, "-o");
}

static int run_form(const struct call *call, struct error *err)
{
    struct forming forming;
    if (!check_options(call, err)) {
        return 0;
    }
    if (open_forming(&forming, call, err)) {
        if (command_has(call, "all-units")) {
            write_all(&forming, err);
        } else if (choose(&forming, err)) {
            draw(&forming, command_value(call, "unit"), command_value(call, "output"), err);
        }
    }
    close_forming(&forming);
    return 0;
}

const struct command command_form_table[] = {
    {.name = "form",
     .arguments = "FILE.spbe",
     .least = 1,
     .most = 1,
     .summary = N_("write a workbook to be filled in, which import takes back"),
     .example = "spbe form kota.spbe -o formulir.xlsx --indicators I01,I02",
     .details = N_(
         "What is answered already is filled in, what was returned stands first. The form works in "
         "any spreadsheet program, without macros, and shows the level that follows from the "
         "answers.\n"
         "With --all-units -o names a folder, and each unit that owns indicators gets a form "
         "there, "
         "named after it. Forms that are there already stay as they are, and nothing is written."),
     .run = run_form,
     .options = {{"output", "FORM.xlsx", N_("where the form goes"), 'o', false},
                 {"indicators", "IDS", N_("only these, separated by commas"), 0, false},
                 {"unit", "NAME", N_("only those that this unit owns"), 0, false},
                 {"all-units", NULL, N_("a form for each unit, into a folder"), 0, false},
                 {"replace", NULL, N_("with --all-units: write forms anew that are there"), 0,
                  false}}},
    {.name = NULL},
};
