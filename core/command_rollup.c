#include "batch.h"
#include "command.h"
#include "console.h"
#include "file.h"
#include "file_name.h"
#include "input_option.h"
#include "lang.h"
#include "message.h"
#include "named_file.h"
#include "rollup.h"
#include "rollup_csv.h"
#include "rollup_report.h"
#include "rollup_view.h"
#include "sink.h"
#include "template.h"

#include <string.h>

/* ---- where it goes -------------------------------------------------------------------------------- */

enum form { FORM_TABLE, FORM_WORKBOOK, FORM_CSV, FORM_JSON, FORM_NONE };

/* What is written, and to where. */
struct place {
    enum form form;            /* of the output; FORM_TABLE when there is none */
    const char *output;        /* -o, or NULL */
    const char *json;          /* --json, or NULL */
    struct template *template; /* of a workbook, or NULL */
};

/* The form that -o asks for. */
static enum form form_of(const char *output)
{
    static const char *const endings[] = {NULL, NULL, ".csv", ".json"};
    if (output == NULL) {
        return FORM_TABLE;
    }
    if (template_draws(output)) {
        return FORM_WORKBOOK;
    }
    for (int form = FORM_CSV; form < FORM_NONE; form++) {
        if (file_name_ends(output, endings[form])) {
            return (enum form)form;
        }
    }
    return FORM_NONE;
}

/* rollup_out.put */
static bool put(void *context, const char *bytes, size_t length, struct error *err)
{
    return sink_put(context, bytes, length, err);
}

static bool write_text(const struct rollup *rollup, const char *path, bool csv, struct error *err)
{
    struct sink sink;
    struct rollup_out out = {put, &sink};
    bool whole = sink_open(&sink, path, err) && (csv ? rollup_csv_write(rollup, &out, err)
                                                     : rollup_report_write(rollup, &out, err));
    return sink_close(&sink, whole, err);
}

/* The latest year: it dates the workbook. */
static int year_of(const struct rollup *rollup)
{
    int year = rollup->groups[0]->year;
    for (size_t i = 1; i < rollup->count; i++) {
        year = rollup->groups[i]->year > year ? rollup->groups[i]->year : year;
    }
    return year;
}

static bool write_workbook(const struct rollup *rollup, struct template *template, const char *path,
                           struct error *err)
{
    struct text document = TEXT_EMPTY;
    struct rollup_cursor cursor = {.rollup = rollup};
    struct template_run run = {.options = "{}",
                               .document = &document,
                               .rows = rollup_report_page,
                               .context = &cursor,
                               .output = path,
                               .year = year_of(rollup)};
    rollup_report_summary(rollup, &document);
    bool done = template_run(template, &run, err);
    text_release(&document);
    return done;
}

/* Writes both when both are asked for; the table when neither is. */
static bool write_out(const struct rollup *rollup, const struct place *place, struct error *err)
{
    struct console console;
    if (place->json != NULL && !write_text(rollup, place->json, false, err)) {
        return false;
    }
    if (place->form == FORM_TABLE) {
        if (place->json == NULL) {
            console_open(&console, stdout);
            rollup_view_print(rollup, &console);
        }
        return true;
    }
    return place->form == FORM_WORKBOOK
               ? write_workbook(rollup, place->template, place->output, err)
               : write_text(rollup, place->output, place->form == FORM_CSV, err);
}

/* ---- what comes in -------------------------------------------------------------------------------- */

struct intake {
    struct rollup rollup;
    int asked;
    size_t without; /* assessments without data on the asked basis */
};

/* batch.take */
static bool take(void *context, const struct evaluation *evaluation, const char *name,
                 struct error *err)
{
    struct intake *intake = context;
    (void)err;
    intake->without += evaluation_lacks(evaluation, intake->asked);
    rollup_add(&intake->rollup, evaluation, name);
    return true;
}

/* Reads all inputs and writes what can be told of them; bad documents are told at the end. */
static bool roll_up(const struct call *call, struct evaluator *evaluator, struct intake *intake,
                    const struct place *place, struct error *err)
{
    struct batch batch = {.evaluator = evaluator, .take = take, .context = intake};
    bool going = true;
    rollup_open(&intake->rollup);
    for (size_t i = 0; going && i < call->argument_count; i++) {
        going = batch_input(&batch, call->arguments[i], err);
    }
    rollup_finish(&intake->rollup);
    if (going && intake->rollup.count > 0) {
        going = write_out(&intake->rollup, place, err);
    }
    rollup_close(&intake->rollup);
    return going && batch_end(&batch, err);
}

static int run_rollup(const struct call *call, struct error *err)
{
    struct intake intake = {.asked = BASIS_BY_RULE};
    struct place place = {.output = command_value(call, "output"),
                          .json = command_value(call, "json")};
    place.form = form_of(place.output);
    if (place.form == FORM_NONE) {
        error_set(err, M_ROLLUP_OUTPUT, place.output);
        return 1;
    }
    if (!input_option_basis(call, &intake.asked, err) || !named_file_output(call, "output", err) ||
        !named_file_output(call, "json", err)) {
        return 1;
    }
    const char *name = command_value(call, "template");
    if (place.form == FORM_WORKBOOK) {
        place.template = template_open(name == NULL ? "rekap" : name, lang_name(), err);
    }
    struct evaluator *evaluator =
        error_is_set(err) ? NULL : evaluator_new(command_values(call, "rules"), intake.asked, err);
    bool done = evaluator != NULL && roll_up(call, evaluator, &intake, &place, err);
    evaluator_free(evaluator);
    template_close(place.template);
    return done && intake.without == 0 ? 0 : 1;
}

const struct command command_rollup_table[] = {
    {.name = "rollup",
     .arguments = "INPUT...",
     .least = 1,
     .many = true,
     .summary = N_("many assessments together: ranking, predicates, averages, quartiles"),
     .example = "spbe rollup kabupaten.jsonl kota.spbe -o rekap.xlsx",
     .details =
         N_("INPUT is an assessment file (.spbe), a JSON document, or a stream of JSON documents; "
            "\"-\" is standard input. Assessments of different instruments or years are told "
            "separately and never mixed. Without -o a table is printed.\n"
            "An assessment that does not have a value for every indicator is counted as the rules "
            "say and marked everywhere. A document that cannot be read is told with its number and "
            "place, and the others are done; the exit status is then 3.\n"
            "Quartiles: the quartile k of n values in rising order stands at place 1 + (n - 1) k "
            "/ 4; between two places it is interpolated."),
     .run = run_rollup,
     .options = {{"output", "OUT", N_("where it goes: OUT.xlsx, OUT.html, OUT.csv or OUT.json"),
                  'o', false},
                 {"json", "OUT", N_("the document for programs, to a file or to \"-\""), 0, false},
                 {"template", "FILE.lua", N_("another template than rekap"), 0, false},
                 {"basis", "BASIS",
                  N_("claimed, supported or verified; else of each as 'spbe evaluate' chooses"), 0,
                  false},
                 {"rules", "PACK", N_("rules to apply instead of the program's own"), 0, true},
                 {.name = NULL}}},
    {.name = NULL},
};
