/* Commands on forms: workbooks to be filled in without the program, and taken back with `import`. */
#include "command.h"

#include "edit.h"
#include "evaluator.h"
#include "form.h"
#include "lang.h"
#include "memory.h"
#include "message.h"
#include "report.h"
#include "template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Which indicators a form is about. */
struct choosing {
    const struct instrument *instrument;
    bool *chosen;
};

static bool choose_one(void *context, const char *piece, struct error *err)
{
    const struct choosing *choosing = context;
    int position = edit_indicator(choosing->instrument, piece, err);
    if (position != NOWHERE) {
        choosing->chosen[position] = true;
    }
    return position != NOWHERE;
}

/* Those of --indicators, else those of --unit, else all; fails with FORM_NONE when that is none. */
static bool choose(const struct call *call, const struct assessment *assessment, bool *chosen,
                   struct error *err)
{
    const char *list = command_value(call, "indicators");
    const char *unit = command_value(call, "unit");
    struct choosing choosing = {assessment->instrument, chosen};
    size_t count = 0;
    if (list != NULL && !edit_each_piece(list, "--indicators", choose_one, &choosing, err)) {
        return false;
    }
    for (size_t i = 0; i < assessment->instrument->indicator_count; i++) {
        const char *owner = assessment->responses[i].unit;
        bool theirs = unit == NULL || (owner != NULL && strcmp(owner, unit) == 0);
        chosen[i] = list == NULL ? theirs : chosen[i];
        count += chosen[i];
    }
    return count > 0 || error_set(err, M_FORM_NONE, "--unit", unit == NULL ? "" : unit);
}

/* The evidence of a file, from `arena`. */
static bool read_exhibits(const char *path, struct arena *arena, struct form_source *source,
                          struct error *err)
{
    struct exhibit *exhibits = NULL;
    struct store *store = store_open(path, STORE_READ, err);
    bool ok =
        store != NULL && store_evidence(store, NULL, arena, &exhibits, &source->exhibit_count, err);
    source->exhibits = exhibits;
    store_close(store);
    return ok;
}

/* Draws the form of an evaluated assessment. */
static bool draw(const struct call *call, const struct evaluation *evaluation,
                 struct arena *scratch, struct error *err)
{
    const struct assessment *assessment = evaluation->assessment;
    bool *chosen = memory_zero(assessment->instrument->indicator_count, sizeof *chosen);
    struct text document = TEXT_EMPTY;
    struct text options = TEXT_EMPTY;
    struct form_source source = {
        .assessment = assessment, .chosen = chosen, .unit = command_value(call, "unit")};
    bool ok = choose(call, assessment, chosen, err) &&
              read_exhibits(call->arguments[0], scratch, &source, err);
    if (ok) {
        form_options(&source, &options);
        report_write(evaluation, REPORT_FULL, scratch, &document);
        struct template *template = template_open("formulir", lang_name(), err);
        struct template_run run = {.options = options.bytes,
                                   .document = &document,
                                   .output = command_value(call, "output"),
                                   .year = assessment->year};
        ok = template != NULL && template_run(template, &run, err);
        template_close(template);
    }
    free(chosen);
    text_release(&document);
    text_release(&options);
    return ok;
}

static int run_form(const struct call *call, struct error *err)
{
    const char *none[] = {NULL};
    const char *output = command_value(call, "output");
    size_t length = output == NULL ? 0 : strlen(output);
    if (length < 6 || strcmp(output + length - 5, ".xlsx") != 0) {
        error_set(err, M_FORM_OUTPUT, "-o");
        return 0;
    }
    struct evaluator *evaluator = evaluator_new(none, BASIS_BY_RULE, err);
    const struct evaluation *evaluation =
        evaluator == NULL ? NULL : evaluator_store(evaluator, call->arguments[0], err);
    if (evaluation != NULL) {
        draw(call, evaluation, evaluator_scratch(evaluator), err);
    }
    evaluator_free(evaluator);
    return 0;
}

const struct command command_form_table[] = {
    {.name = "form",
     .arguments = "FILE.spbe",
     .least = 1,
     .most = 1,
     .summary = N_("write a workbook to be filled in, which import takes back"),
     .example = "spbe form kota.spbe -o formulir.xlsx --indicators I01,I02",
     .details = N_("What is answered already is filled in. The form works in any spreadsheet "
                   "program, without macros, and shows the level that follows from the answers."),
     .run = run_form,
     .options = {{"output", "FORM.xlsx", N_("where the form goes"), 'o', false},
                 {"indicators", "IDS", N_("only these, separated by commas"), 0, false},
                 {"unit", "NAME", N_("only those that this unit owns"), 0, false}}},
    {.name = NULL},
};
