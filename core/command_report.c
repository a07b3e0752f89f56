#include "command.h"

#include "evaluator.h"
#include "file.h"
#include "file_name.h"
#include "lang.h"
#include "limit.h"
#include "message.h"
#include "named_file.h"
#include "report_set.h"
#include "report_source.h"
#include "result_view.h"
#include "sink.h"
#include "template.h"
#include "template_kind.h"
#include "template_trial.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the result document -------------------------------------------------------------------------- */

/* Makes results; the evaluator is made when the first input needs it. */
struct maker {
    const char *const *rules;
    int asked;
    struct evaluator *evaluator;
    bool without; /* a result has nothing on the basis that was asked for, which was told */
};

/* Evaluates an input and makes its full result document. */
static bool make_result(struct maker *maker, const char *input, struct report_source *source,
                        struct error *err)
{
    if (report_source_read(input, source)) {
        return true;
    }
    if (maker->evaluator == NULL) {
        maker->evaluator = evaluator_new(maker->rules, maker->asked, err);
    }
    const struct evaluation *evaluation =
        maker->evaluator == NULL ? NULL : evaluator_input(maker->evaluator, input, err);
    if (evaluation == NULL) {
        return false;
    }
    report_source_make(evaluation, evaluator_scratch(maker->evaluator), source);
    if (evaluation_lacks(evaluation, maker->asked)) {
        result_view_tell_without(evaluation->assessment->agency, source->year,
                                 (enum basis)maker->asked);
        maker->without = true;
    }
    return true;
}

/* ---- spbe report ---------------------------------------------------------------------------------- */

/* The value of --basis; fails with EVALUATE_BASIS. */
static bool read_basis(const struct call *call, int *asked, struct error *err)
{
    const char *word = command_value(call, "basis");
    *asked = word == NULL ? BASIS_BY_RULE : (int)evaluation_basis(word);
    return word == NULL || *asked != BASIS_COUNT || error_set(err, M_REPORT_BASIS, word);
}

/* Draws the workbook or the page. */
static bool write_drawing(const struct call *call, struct template *template, const char *output,
                          const struct report_source *now, const struct report_source *before,
                          struct error *err)
{
    struct text options = TEXT_EMPTY;
    bool done = report_source_options(now, command_value(call, "target"), &options, err);
    struct template_run run = {.options = options.bytes,
                               .document = &now->document,
                               .previous = before == NULL ? NULL : &before->document,
                               .output = output,
                               .year = now->year};
    done = done && template_run(template, &run, err);
    text_release(&options);
    return done;
}

/* Where the report goes: -o, which must end with .xlsx, .html or .json. */
static const char *output_of(const struct call *call, struct error *err)
{
    const char *output = command_value(call, "output");
    if (output == NULL) {
        error_set(err, M_REPORT_OUTPUT, "-o");
    } else if (!template_draws(output) && !file_name_ends(output, ".json") &&
               strcmp(output, "-") != 0) {
        error_set(err, M_REPORT_OUTPUT, output);
    }
    if (!error_is_set(err)) {
        named_file_output(call, "output", err);
    }
    return error_is_set(err) ? NULL : output;
}

/* Makes the results and writes the report; `template` is NULL for the document itself. False when it was not
 * written, and when a result has nothing on the basis that was asked for. */
static bool make_report(const struct call *call, struct maker *maker, struct template *template,
                        const char *output, struct error *err)
{
    struct report_source now = REPORT_SOURCE_EMPTY;
    struct report_source before = REPORT_SOURCE_EMPTY;
    const char *previous = command_value(call, "previous");
    bool done = make_result(maker, call->arguments[0], &now, err) &&
                (previous == NULL || make_result(maker, previous, &before, err));
    if (done && template != NULL) {
        done = write_drawing(call, template, output, &now, previous == NULL ? NULL : &before, err);
    } else if (done) {
        done = sink_line(output, &now.document, err);
    }
    report_source_release(&now);
    report_source_release(&before);
    return done && !maker->without;
}

/* ---- spbe report --to ----------------------------------------------------------------------------- */

enum { FORMATS = 2 };
static const char *const format_names[FORMATS] = {"xlsx", "html"};

/* Reads the value of --format, "xlsx,html", into a list that ends with NULL; each at most once. Fails with
 * REPORT_FORMAT. */
static bool read_formats(const struct call *call, const char *formats[FORMATS + 1],
                         struct error *err)
{
    const char *value = command_value(call, "format");
    const char *at = value == NULL ? format_names[0] : value;
    size_t count = 0;
    for (bool more = true; more;) {
        size_t length = strcspn(at, ",");
        size_t n = 0;
        while (n < FORMATS &&
               (strncmp(at, format_names[n], length) != 0 || format_names[n][length] != '\0')) {
            n++;
        }
        if (n == FORMATS || (count > 0 && formats[0] == format_names[n]) || count == FORMATS) {
            return error_set(err, M_REPORT_FORMAT, value);
        }
        formats[count++] = format_names[n];
        more = at[length] == ',';
        at += length + 1;
    }
    formats[count] = NULL;
    return true;
}

/* Says what lies in the folder now. */
static void tell_set(const char *folder, const char *const *formats, bool disputed)
{
    enum { NAME = 23 };
    struct text name = TEXT_EMPTY;
    printf(_("%s: everything about this result\n"), folder);
    for (const struct report_paper *paper = report_set_papers(); paper->template != NULL; paper++) {
        for (size_t i = 0; formats[i] != NULL && (!paper->objections || disputed); i++) {
            text_clear(&name);
            text_format(&name, "%s.%s", paper->template, formats[i]);
            printf("  %-*s %s\n", NAME, name.bytes, i == 0 ? _(paper->title) : "");
        }
    }
    printf("  %-*s %s\n", NAME, REPORT_SET_RESULT, _("the result itself, for other systems"));
    if (!disputed) {
        printf(_("without %s: no assessor set less than was claimed or supported\n"), "sanggah");
    }
    text_release(&name);
}

/* Draws all papers into the folder. False as make_report. */
static bool write_set(const struct call *call, struct maker *maker, const char *folder,
                      const char *const *formats, struct error *err)
{
    struct report_source now = REPORT_SOURCE_EMPTY;
    struct report_source before = REPORT_SOURCE_EMPTY;
    struct text options = TEXT_EMPTY;
    const char *previous = command_value(call, "previous");
    bool done = false;
    if (make_result(maker, call->arguments[0], &now, err) &&
        (previous == NULL || make_result(maker, previous, &before, err)) &&
        report_source_options(&now, command_value(call, "target"), &options, err)) {
        struct template_run run = {.options = options.bytes,
                                   .document = &now.document,
                                   .previous = previous == NULL ? NULL : &before.document,
                                   .year = now.year};
        done = report_set_write(folder, &run, formats, lang_name(), err);
        if (done) {
            tell_set(folder, formats, report_set_disputed(&now.document));
        }
    }
    text_release(&options);
    report_source_release(&now);
    report_source_release(&before);
    return done && !maker->without;
}

/* spbe report INPUT --to DIR */
static bool report_to(const struct call *call, const char *folder, struct error *err)
{
    const char *formats[FORMATS + 1] = {NULL};
    bool done = false;
    struct maker maker = {.rules = command_values(call, "rules"), .asked = BASIS_BY_RULE};
    if (command_value(call, "output") != NULL || command_value(call, "template") != NULL) {
        error_set(err, M_REPORT_TO, "--to");
    } else if (read_formats(call, formats, err) && read_basis(call, &maker.asked, err)) {
        done = write_set(call, &maker, folder, formats, err);
    }
    evaluator_free(maker.evaluator);
    return done;
}

static int run_report(const struct call *call, struct error *err)
{
    if (command_value(call, "to") != NULL) {
        return report_to(call, command_value(call, "to"), err) ? 0 : 1;
    }
    if (command_value(call, "format") != NULL) {
        error_set(err, M_REPORT_FORMAT, "--format");
        return 0;
    }
    struct maker maker = {.rules = command_values(call, "rules"), .asked = BASIS_BY_RULE};
    struct template *template = NULL;
    const char *name = command_value(call, "template");
    const char *output = output_of(call, err);
    if (output == NULL || !read_basis(call, &maker.asked, err)) {
        return 0;
    }
    if (template_draws(output)) {
        template = template_open(name == NULL ? "laporan-pimpinan" : name, lang_name(), err);
    }
    bool done = !error_is_set(err) && make_report(call, &maker, template, output, err);
    template_close(template);
    evaluator_free(maker.evaluator);
    return done ? 0 : 1;
}

/* ---- spbe templates ------------------------------------------------------------------------------- */

/* What a template draws, for people: the result where it declares nothing. */
static const struct template_kind_row *kind_row(enum template_kind kind)
{
    return &template_kinds[kind == TEMPLATE_KIND_COUNT ? TEMPLATE_RESULT : kind];
}

static int run_list(const struct call *call, struct error *err)
{
    (void)call;
    struct template_entry *list = NULL;
    if (template_list(&list, err)) {
        for (size_t i = 0; list[i].name != NULL; i++) {
            printf("%-17s %-24s %s\n", list[i].name, _(kind_row(list[i].kind)->what),
                   list[i].title);
        }
    }
    template_free_list(list);
    return 0;
}

/* Says what a template draws and by which command: on standard error, the source may go to a file. */
static void tell_kind(const char *name, enum template_kind kind)
{
    const struct template_kind_row *row = kind_row(kind);
    bool own = row->first != NULL;
    fprintf(stderr, _("%s draws %s (%s): %s%s%s\n"), name, _(row->what), row->format, row->command,
            own ? " " : "", own ? name : "");
}

static int run_show(const struct call *call, struct error *err)
{
    const char *name = call->arguments[0];
    enum template_kind kind = TEMPLATE_KIND_COUNT;
    struct text source = TEXT_EMPTY;
    if (template_source(name, &source, err) &&
        template_kind_declared(source.bytes, name, &kind, err)) {
        tell_kind(name, kind);
        (void)fwrite(source.bytes, 1, source.length,
                     stdout); /* command_flush looks whether it worked */
    }
    text_release(&source);
    return 0;
}

/* ---- spbe templates check ------------------------------------------------------------------------- */

/* A document of the template's kind that was saved before; false when the input is something else. */
static bool take_document(const char *input, enum template_kind kind, struct text *document)
{
    struct error ignored = {.kind = ERROR_NONE};
    return kind != TEMPLATE_ROLLUP && kind < TEMPLATE_FORM && file_name_ends(input, ".json") &&
           file_read(input, LIMIT_ANSWER_BYTES, document, &ignored) &&
           template_kind_of(document) == kind;
}

/* Draws over the INPUT that is named. */
static bool try_input(struct template_trial *trial, const char *input, struct error *err)
{
    enum { YEAR_OF_NONE = 2024 };
    enum template_kind kind = template_trial_kind(trial);
    struct report_source source = REPORT_SOURCE_EMPTY;
    bool saved = report_source_read(input, &source) && kind == TEMPLATE_RESULT;
    if (!saved) {
        text_clear(&source.document);
        source.year = YEAR_OF_NONE;
        saved = take_document(input, kind, &source.document);
    }
    bool done = saved ? template_trial_document(trial, input, &source.document, source.year, err)
                      : template_trial_input(trial, input, err);
    report_source_release(&source);
    return done;
}

static int run_check(const struct call *call, struct error *err)
{
    const char *name = call->arguments[0];
    struct template_trial *trial = template_trial_open(name, err);
    if (trial != NULL) {
        const struct template_kind_row *row = kind_row(template_trial_kind(trial));
        printf(_("%s draws %s (%s), tried as a workbook and as a page:\n"), name, _(row->what),
               row->format);
        bool done = call->argument_count > 1 ? try_input(trial, call->arguments[1], err)
                                             : template_trial_examples(trial, err);
        if (done) {
            printf(_("%s: can be drawn\n"), name);
        }
    }
    template_trial_close(trial);
    return 0;
}

/* ---- spbe templates new --------------------------------------------------------------------------- */

/* The kind that --for names. */
static bool read_kind(const struct call *call, enum template_kind *kind, struct error *err)
{
    const char *word = command_value(call, "for");
    struct text words = TEXT_EMPTY;
    *kind = word == NULL ? TEMPLATE_RESULT : template_kind_word(word);
    bool good = *kind != TEMPLATE_KIND_COUNT && template_kinds[*kind].first != NULL;
    for (size_t i = 0; !good && i < TEMPLATE_KIND_COUNT; i++) {
        if (template_kinds[i].first != NULL) {
            text_format(&words, "%s%s", words.length > 0 ? ", " : "", template_kinds[i].word);
        }
    }
    if (!good) {
        error_set(err, M_TEMPLATE_WORD, NULL, word, words.bytes);
    }
    text_release(&words);
    return good;
}

/* Writes a template to begin with; its name must be new. */
static int run_new(const struct call *call, struct error *err)
{
    const char *name = call->arguments[0];
    enum template_kind kind = TEMPLATE_RESULT;
    struct text source = TEXT_EMPTY;
    struct text place = TEXT_EMPTY;
    char *from = NULL;
    if (read_kind(call, &kind, err)) {
        text_format(&place, "templates/contoh/%s", template_kinds[kind].first);
        from = file_resource(place.bytes, err);
    }
    if (from == NULL || !file_read(from, LIMIT_SOURCE_BYTES, &source, err)) {
        text_release(&place);
        free(from);
        return 0;
    }
    if (!file_name_ends(name, ".lua")) {
        error_set(err, M_REPORT_NEW, name);
    } else if (file_exists(name)) {
        error_set(err, M_FILE_EXISTS, name);
    } else if (file_write(name, source.bytes, source.length, err)) {
        printf(_("%s: begun; 'spbe templates check %s' draws it\n"), name, name);
    }
    text_release(&source);
    text_release(&place);
    free(from);
    return 0;
}

const struct command command_report_table[] = {
    {.name = "report",
     .arguments = "INPUT",
     .least = 1,
     .most = 1,
     .summary = N_(
         "writes the report for leadership as workbook or web page, or the whole result as JSON"),
     .example = "spbe report kota.spbe -o laporan.xlsx --previous kota-2023.spbe",
     .details = N_(
         "INPUT is an assessment file (.spbe), an assessment in JSON, or a result that was "
         "saved as JSON before. The workbook calculates itself; each of its formulas is "
         "stored with the value of the program, and a cell says whether both agree. The page "
         "(.html) is one file to be read on any device and to be printed, with the values of the "
         "program."),
     .run = run_report,
     .options =
         {
             {"output", "OUT", N_("where it goes: OUT.xlsx, OUT.html or OUT.json"), 'o', false},
             {"to", "DIR", N_("a new folder for all papers: reports, record, consent, JSON"), 0,
              false},
             {"format", "LIST", N_("of the papers of --to: xlsx, html, or both (xlsx)"), 0, false},
             {"template", "TEMPLATE",
              N_("another than laporan-pimpinan: a name of 'spbe templates list', or FILE.lua"), 0,
              false},
             {"previous", "INPUT", N_("the former year, to compare with"), 0, false},
             {"target", "X", N_("the level to compare with (3)"), 0, false},
             {"basis", "BASIS", N_("claimed, supported or verified"), 0, false},
             {"rules", "PACK", N_("rules to apply instead of the program's own"), 0, true},
             {.name = NULL},
         }},
    {.name = "templates list",
     .arguments = "",
     .summary = N_("lists the templates that come with the program"),
     .example = "spbe templates list",
     .run = run_list},
    {.name = "templates show",
     .arguments = "TEMPLATE",
     .least = 1,
     .most = 1,
     .summary = N_("prints a template, to begin one's own with"),
     .example = "spbe templates show laporan-pimpinan > laporan-kami.lua",
     .run = run_show},
    {.name = "templates check",
     .arguments = "TEMPLATE [INPUT]",
     .least = 1,
     .most = 2,
     .summary = N_("draws a template without keeping the result; says where it fails"),
     .example = "spbe templates check laporan-kami.lua kota.json",
     .details =
         N_("Without INPUT it is drawn over examples of the document that it draws: of every "
            "instrument, with nothing, half and everything answered; each as a workbook and "
            "as a web page. INPUT is an assessment, or such a document saved as JSON."),
     .run = run_check},
    {.name = "templates new",
     .arguments = "FILE.lua",
     .least = 1,
     .most = 1,
     .summary = N_("writes a small template of one's own, with remarks, to begin with"),
     .example = "spbe templates new laporan-kami.lua",
     .run = run_new,
     .options = {{"for", "DOCUMENT",
                  N_("what it draws: result, plan, comparison, rollup or impact (result)"), 0,
                  false},
                 {.name = NULL}}},
    {.name = NULL},
};
