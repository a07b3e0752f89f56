/* Commands on forms: workbooks to be filled in without the program, and taken back with `import`. */
#include "command.h"

#include "console.h"
#include "file_name.h"
#include "form_making.h"
#include "lang.h"
#include "message.h"
#include "session.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* Forms that are being made. */
struct forming {
    const struct call *call;
    struct session session;
    struct form_making making;
};

/* A form to be written. */
struct planned {
    const char *unit; /* NULL: of all */
    const char *path;
    size_t indicators;
};

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
        size_t indicators = form_making_choose_unit(&forming->making, units.items[i]);
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
        if (forming->making.assessment.responses[i].unit == NULL) {
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
        form_making_choose_unit(&forming->making, plans[i].unit);
        ok = form_making_draw(&forming->making, plans[i].unit, false, plans[i].path, err);
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

static bool write_one(struct forming *forming, struct error *err)
{
    const char *indicators = command_value(forming->call, "indicators");
    const char *unit = command_value(forming->call, "unit");
    return form_making_choose(&forming->making, indicators, unit, err) &&
           form_making_draw(&forming->making, unit, unit == NULL && indicators == NULL,
                            command_value(forming->call, "output"), err);
}

static int run_form(const struct call *call, struct error *err)
{
    struct forming forming = {.call = call};
    if (!check_options(call, err)) {
        return 0;
    }
    if (session_open(&forming.session, call->arguments[0], STORE_READ, err) &&
        form_making_open(&forming.making, &forming.session, &forming.session.arena, err)) {
        (void)(command_has(call, "all-units") ? write_all(&forming, err)
                                              : write_one(&forming, err));
    }
    form_making_close(&forming.making);
    session_close(&forming.session);
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
