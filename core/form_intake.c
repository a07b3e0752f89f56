#include "form_intake.h"

#include "console.h"
#include "file.h"
#include "file_name.h"
#include "form_decision.h"
#include "form_reader.h"
#include "lang.h"
#include "message.h"
#include "template.h"

#include <stdio.h>

/* What a form's listener works on. */
struct hearing {
    struct form_intake *intake;
    const struct edit *edit;
    struct error trouble; /* what kept a conflict from being gathered */
};

bool form_intake_is(const char *bytes, size_t length)
{
    return form_is(bytes, length) || form_decision_is(bytes, length);
}

/* ---- what comes up ---- */

/* A problem, told as it is found. */
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

/* A conflict, for the workbook. */
static void keep_conflict(void *context, const struct form_dispute *dispute, const char *place)
{
    struct hearing *hearing = context;
    form_conflicts_add(&hearing->intake->conflicts, hearing->edit, dispute, place,
                       &hearing->trouble);
}

bool form_intake_take(struct form_intake *intake, const struct edit *edit, const char *bytes,
                      size_t length, const char *path, struct form_tally *tally, struct error *err)
{
    struct hearing hearing = {intake, edit, {.kind = ERROR_NONE}};
    const struct form_listener listener = {print_problem, intake->gather ? keep_conflict : NULL,
                                           &hearing, print_notice};
    const struct form_manner manner = {intake->choice, intake->anyway, &listener, intake->folder};
    size_t undecided = 0;
    bool done =
        form_decision_is(bytes, length)
            ? form_decision_import(edit, bytes, length, path, &manner, tally, &undecided, err)
            : form_import(edit, bytes, length, path, &manner, tally, err);
    intake->undecided += undecided;
    if (done && error_is_set(&hearing.trouble)) {
        *err = hearing.trouble;
        return false;
    }
    return done;
}

/* ---- the workbook ---- */

bool form_intake_check(const char *output, const char *where, struct error *err)
{
    return (file_name_ends(output, ".xlsx") || error_set(err, M_IMPORT_OUTPUT, where)) &&
           (!file_exists(output) || error_set(err, M_FILE_EXISTS, output));
}

bool form_intake_write(const struct form_intake *intake, const struct edit *edit,
                       const char *output, struct error *err)
{
    struct text options = TEXT_EMPTY;
    struct text nothing = TEXT_EMPTY;
    text_add(&nothing, "{}");
    struct template *template = template_open("konflik", lang_name(), err);
    bool done = template != NULL && form_conflicts_options(&intake->conflicts, edit, &options, err);
    struct template_run run = {.draws = FORM_CONFLICT_FORMAT,
                               .options = options.bytes,
                               .document = &nothing,
                               .output = output,
                               .year = store_about(edit->store)->year};
    done = done && template_run(template, &run, err);
    template_close(template);
    text_release(&options);
    text_release(&nothing);
    return done;
}
