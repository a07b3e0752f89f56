#include "command.h"
#include "comparison.h"
#include "comparison_choice.h"
#include "comparison_report.h"
#include "comparison_view.h"
#include "console.h"
#include "evaluator.h"
#include "file.h"
#include "file_name.h"
#include "lang.h"
#include "message.h"
#include "named_file.h"
#include "result_view.h"
#include "sink.h"
#include "template.h"

#include <string.h>

/* ---- what is compared -------------------------------------------------------------------------------- */

/* Reads "claimed,verified". */
static bool read_bases(const struct call *call, struct comparison_choice *choice, struct error *err)
{
    const char *word = command_value(call, "basis");
    char one[16];
    while (word != NULL) {
        size_t length = strcspn(word, ",");
        memcpy(one, word, length < sizeof one ? length : sizeof one - 1);
        one[length < sizeof one ? length : sizeof one - 1] = '\0';
        if (!comparison_choice_add_basis(choice, one, err)) {
            return false;
        }
        word = word[length] == ',' ? word + length + 1 : NULL;
    }
    return true;
}

/* Reads what is to be compared: --basis, --units (all of them) and --unit (those named). */
static bool read_choice(const struct call *call, struct comparison_choice *choice,
                        struct error *err)
{
    bool all = command_has(call, "units");
    *choice = (struct comparison_choice){.by_unit = all || command_has(call, "unit"),
                                         .units = all ? NULL : command_values(call, "unit")};
    return read_bases(call, choice, err) &&
           comparison_choice_check(choice, call->argument_count, err);
}

/* ---- where it goes -------------------------------------------------------------------------------- */

static bool write_workbook(const struct call *call, const struct comparison *comparison,
                           const char *path, struct error *err)
{
    const char *name = command_value(call, "template");
    struct text document = TEXT_EMPTY;
    struct template *template =
        template_open(name == NULL ? "perbandingan" : name, lang_name(), err);
    struct template_run run = {.options = "{}",
                               .document = &document,
                               .output = path,
                               .year = comparison_year(comparison)};
    comparison_report_write(comparison, &document);
    bool done = template != NULL && template_run(template, &run, err);
    template_close(template);
    text_release(&document);
    return done;
}

static bool write_out(const struct call *call, const struct comparison *comparison,
                      struct error *err)
{
    const char *json = command_value(call, "json");
    const char *output = command_value(call, "output");
    struct text document = TEXT_EMPTY;
    struct console console;
    bool done = true;
    if (json == NULL && output != NULL && file_name_ends(output, ".json")) {
        json = output;
        output = NULL;
    }
    if (json != NULL) {
        comparison_report_write(comparison, &document);
        done = sink_line(json, &document, err);
    }
    if (done && output != NULL) {
        done = write_workbook(call, comparison, output, err);
    }
    if (json == NULL && output == NULL) {
        console_open(&console, stdout);
        comparison_view_print(comparison, &console);
    }
    text_release(&document);
    return done;
}

/* ---- spbe compare --------------------------------------------------------------------------------- */

static bool compare(const struct call *call, const struct comparison_choice *choice,
                    struct evaluator *evaluator, struct comparison *comparison, struct error *err)
{
    for (size_t i = 0; i < call->argument_count; i++) {
        const char *input = call->arguments[i];
        const struct evaluation *evaluation = evaluator_input(evaluator, input, err);
        if (evaluation == NULL) {
            return false;
        }
        comparison_add(comparison, evaluation, input, evaluator_scratch(evaluator));
    }
    return comparison_choice_apply(choice, comparison, evaluator, err) &&
           write_out(call, comparison, err);
}

/* Says which sides have nothing on the basis that was asked for. False when there is none. */
static bool tell_without(const struct comparison *comparison)
{
    bool without = false;
    for (size_t i = 0; i < comparison->count; i++) {
        const struct compared_side *side = &comparison->sides[i];
        if (side->index[side->basis].given == 0) {
            result_view_tell_without(side->agency, side->year, side->basis);
            without = true;
        }
    }
    return without;
}

static int run_compare(const struct call *call, struct error *err)
{
    struct comparison_choice choice;
    struct comparison comparison;
    const char *output = command_value(call, "output");
    if (output != NULL && !template_draws(output) && !file_name_ends(output, ".json")) {
        error_set(err, M_COMPARE_OUTPUT, output);
        return 1;
    }
    if (!read_choice(call, &choice, err) || !named_file_output(call, "output", err) ||
        !named_file_output(call, "json", err)) {
        return 1;
    }
    struct evaluator *evaluator = evaluator_new(command_values(call, "rules"), BASIS_BY_RULE, err);
    comparison_open(&comparison);
    bool done = evaluator != NULL && compare(call, &choice, evaluator, &comparison, err);
    bool without = done && choice.basis_count > 0 && tell_without(&comparison);
    comparison_close(&comparison);
    evaluator_free(evaluator);
    return done && !without ? 0 : 1;
}

const struct command command_compare_table[] = {
    {.name = "compare",
     .arguments = "OLD NEW...",
     .least = 1,
     .many = true,
     .summary = N_("what rose and fell between assessments, and why"),
     .example = "spbe compare kota-2023.spbe kota-2024.spbe -o perbandingan.xlsx",
     .details = N_(
         "Each input holds one assessment. Year against year, agency against agency; one input "
         "with two bases (--basis claimed,verified) sets what is claimed against what the "
         "assessor says, with what is at issue between both. Three or more show a trend; "
         "differences then go from the first to the last.\n"
         "--units sets the units of one file beside each other (spbe unit assign): how far each "
         "came with its own indicators, which claims evidence and assessor bear out, what it "
         "brings to the index and what costs it most. With several inputs it says which unit rose "
         "or fell. Files that units kept for themselves are compared as they are, indicator by "
         "indicator.\n"
         "Without --basis all are shown on one basis: the first of verified, supported and "
         "claimed of which every one is complete. Assessments by different instruments are "
         "shown beside each other, and nothing is subtracted; where a crosswalk leads from one to "
         "the other, an interval says between what the earlier index would lie, and what kept its "
         "subject is compared."),
     .run = run_compare,
     .options = {{"output", "OUT", N_("where it goes: OUT.xlsx, OUT.html or OUT.json"), 'o', false},
                 {"json", "OUT", N_("the document for programs, to a file or to \"-\""), 0, false},
                 {"basis", "BASIS,...",
                  N_("claimed, supported or verified; one for all, or one each"), 0, false},
                 {"units", NULL, N_("every unit beside the others, ranked, and what costs it most"),
                  0, false},
                 {"unit", "NAME", N_("as --units, of the units named only"), 0, true},
                 {"template", "FILE.lua", N_("another template than perbandingan"), 0, false},
                 {"rules", "PACK", N_("rules to apply instead of the program's own"), 0, true},
                 {.name = NULL}}},
    {.name = NULL},
};
