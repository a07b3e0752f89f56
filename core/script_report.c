#include "script_report.h"

#include "comparison.h"
#include "comparison_choice.h"
#include "comparison_report.h"
#include "file_name.h"
#include "json_out.h"
#include "lang.h"
#include "message.h"
#include "report_set.h"
#include "report_source.h"
#include "rollup.h"
#include "rollup_csv.h"
#include "rollup_report.h"
#include "script_batch.h"
#include "script_output.h"
#include "sink.h"
#include "template.h"

#include <stdlib.h>
#include <string.h>

/* ---- templates ------------------------------------------------------------------------------------ */

static bool do_draw(struct script *script, const struct script_call *call, struct text *out,
                    struct error *err)
{
    const char *year = script_value_option(call, 3, "year");
    const struct json_text *piece = &call->arguments[2];
    struct text document = TEXT_EMPTY;
    (void)out;
    if (!template_draws(script_value_text(call, 0))) {
        return error_set(err, M_SCRIPT_ENDING, script_value_text(call, 0), ".xlsx, .html");
    }
    text_append(&document, piece->bytes, piece->length);
    struct template_run run = {
        .options = script_value_given(call, 3) ? arena_copy(call->arena, call->arguments[3].bytes,
                                                            call->arguments[3].length)
                                               : "{}",
        .document = &document,
        .year = year == NULL ? SCRIPT_YEAR_OF_NONE : (int)strtol(year, NULL, 10)};
    bool sound = run.year >= 1945 && run.year <= LIMIT_YEAR;
    bool done = (sound || error_set(err, M_RULES_YEAR, NULL, year)) &&
                script_output_draw(script, call, script_value_text(call, 1),
                                   script_value_text(call, 0), &run, err);
    text_release(&document);
    return done;
}

/* ---- report --------------------------------------------------------------------------------------- */

static bool make_result(struct script *script, struct evaluator *evaluator,
                        const struct script_input *input, struct report_source *source,
                        struct error *err)
{
    const struct evaluation *evaluation = script_state_evaluate(script, evaluator, input, err);
    if (evaluation == NULL) {
        return false;
    }
    report_source_make(evaluation, evaluator_scratch(evaluator), source);
    return true;
}

/* The result of the former year, where the option "previous" names one. */
static bool make_previous(struct script *script, const struct script_call *call,
                          struct evaluator *evaluator, struct report_source *source,
                          struct error *err)
{
    size_t count = 0;
    struct script_call piece = {.row = call->row, .arena = call->arena};
    piece.arguments[0] = script_value_option_raw(call, 2, "previous");
    return piece.arguments[0].bytes == NULL ||
           make_result(script, evaluator, script_value_inputs(&piece, 0, &count), source, err);
}

static bool write_report(struct script *script, const struct script_call *call,
                         const struct report_source *now, const struct report_source *before,
                         struct error *err)
{
    const char *name = script_value_option(call, 2, "template");
    struct text options = TEXT_EMPTY;
    bool done = report_source_options(now, script_value_option(call, 2, "target"), &options, err);
    struct template_run run = {.options = options.bytes,
                               .document = &now->document,
                               .previous = before->document.length > 0 ? &before->document : NULL,
                               .year = now->year};
    done = done && script_output_write(script, call, name == NULL ? "laporan-pimpinan" : name,
                                       script_value_text(call, 1), &run, err);
    text_release(&options);
    return done;
}

/* Hands the results of the input, and of the former year where one is named, to `use`. */
static bool with_results(struct script *script, const struct script_call *call,
                         bool (*use)(struct script *script, const struct script_call *call,
                                     const struct report_source *now,
                                     const struct report_source *before, struct error *err),
                         struct error *err)
{
    struct report_source now = REPORT_SOURCE_EMPTY, before = REPORT_SOURCE_EMPTY;
    size_t count = 0;
    int asked = BASIS_BY_RULE;
    struct evaluator *evaluator = script_state_evaluator(script, call, 2, &asked, err);
    bool done = evaluator != NULL &&
                make_result(script, evaluator, script_value_inputs(call, 0, &count), &now, err) &&
                make_previous(script, call, evaluator, &before, err) &&
                use(script, call, &now, &before, err);
    report_source_release(&now);
    report_source_release(&before);
    return done;
}

static bool do_report(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    static const char *const names[] = {"template", "previous", "target", "basis", "rules", NULL};
    (void)out;
    return script_value_options(call, 2, names, err) &&
           with_results(script, call, write_report, err);
}

/* ---- papers ------------------------------------------------------------------------------------- */

/* The endings of the option "formats": "xlsx", "html"; xlsx unless told. Fails with REPORT_FORMAT. */
static const char *const *read_formats(const struct script_call *call, struct error *err)
{
    static const char *const usual[] = {"xlsx", NULL};
    const char *const *formats = script_value_option_list(call, 2, "formats");
    for (size_t i = 0; formats[i] != NULL; i++) {
        bool known = strcmp(formats[i], "xlsx") == 0 || strcmp(formats[i], "html") == 0;
        if (!known || (i > 0 && strcmp(formats[i], formats[0]) == 0) || i > 1) {
            error_set(err, M_REPORT_FORMAT, formats[i]);
            return NULL;
        }
    }
    return formats[0] == NULL ? usual : formats;
}

static bool write_papers(struct script *script, const struct script_call *call,
                         const struct report_source *now, const struct report_source *before,
                         struct error *err)
{
    struct text options = TEXT_EMPTY;
    const char *const *formats = read_formats(call, err);
    char *folder =
        formats == NULL ? NULL : script_state_file(script, script_value_text(call, 1), true, err);
    bool done = folder != NULL &&
                report_source_options(now, script_value_option(call, 2, "target"), &options, err);
    struct template_run run = {.options = options.bytes,
                               .document = &now->document,
                               .previous = before->document.length > 0 ? &before->document : NULL,
                               .year = now->year};
    done = done && report_set_write(folder, &run, formats, lang_name(), err);
    text_release(&options);
    free(folder);
    return done;
}

static bool do_papers(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    static const char *const names[] = {"previous", "target", "formats", "basis", "rules", NULL};
    (void)out;
    return script_value_options(call, 2, names, err) &&
           with_results(script, call, write_papers, err);
}

static bool do_templates(struct script *script, const struct script_call *call, struct text *out,
                         struct error *err)
{
    struct template_entry *list = NULL;
    struct json_out json = {out, false};
    (void)script;
    (void)call;
    bool done = template_list(&list, err);
    json_out_open(&json, '[');
    for (const struct template_entry *entry = list; done && entry->name != NULL; entry++) {
        json_out_open(&json, '{');
        json_out_member(&json, "name", entry->name);
        json_out_member(&json, "title", entry->title);
        json_out_close(&json, '}');
    }
    json_out_close(&json, ']');
    template_free_list(list);
    return done;
}

/* ---- compare -------------------------------------------------------------------------------------- */

/* What is to be compared: the options "basis", a list, and "units": a list of names, or an empty one for all. */
static bool read_choice(const struct script_call *call, size_t inputs,
                        struct comparison_choice *choice, struct error *err)
{
    const char *const *words = script_value_option_list(call, 1, "basis");
    const char *const *units = script_value_option_list(call, 1, "units");
    *choice = (struct comparison_choice){
        .by_unit = script_value_option_raw(call, 1, "units").bytes != NULL,
        .units = units[0] == NULL ? NULL : units};
    for (size_t i = 0; words[i] != NULL; i++) {
        if (!comparison_choice_add_basis(choice, words[i], err)) {
            return false;
        }
    }
    return comparison_choice_check(choice, inputs, err);
}

static bool add_sides(struct script *script, const struct script_call *call,
                      struct comparison *comparison, struct error *err)
{
    size_t count = 0;
    int asked = BASIS_BY_RULE;
    struct comparison_choice choice;
    const struct script_input *inputs = script_value_inputs(call, 0, &count);
    struct evaluator *evaluator = read_choice(call, count, &choice, err)
                                      ? script_state_evaluator(script, call, 1, &asked, err)
                                      : NULL;
    for (size_t i = 0; evaluator != NULL && i < count; i++) {
        const struct evaluation *evaluation =
            script_state_evaluate(script, evaluator, &inputs[i], err);
        if (evaluation == NULL) {
            return false;
        }
        comparison_add(comparison, evaluation, inputs[i].path == NULL ? "" : inputs[i].path,
                       evaluator_scratch(evaluator));
    }
    return evaluator != NULL && comparison_choice_apply(&choice, comparison, evaluator, err);
}

/* Draws the comparison where the option "output" names a workbook. */
static bool draw_comparison(struct script *script, const struct script_call *call,
                            const struct comparison *comparison, const struct text *document,
                            struct error *err)
{
    const char *file = script_value_option(call, 1, "output");
    const char *name = script_value_option(call, 1, "template");
    if (file == NULL) {
        return true;
    }
    struct template_run run = {
        .options = "{}", .document = document, .year = comparison_year(comparison)};
    return script_output_write(script, call, name == NULL ? "perbandingan" : name, file, &run, err);
}

static bool do_compare(struct script *script, const struct script_call *call, struct text *out,
                       struct error *err)
{
    static const char *const names[] = {"basis", "units", "rules", "output", "template", NULL};
    struct comparison comparison;
    struct text document = TEXT_EMPTY;
    if (!script_value_options(call, 1, names, err)) {
        return false;
    }
    comparison_open(&comparison);
    bool done = add_sides(script, call, &comparison, err);
    if (done) {
        comparison_report_write(&comparison, &document);
        done = draw_comparison(script, call, &comparison, &document, err);
        text_append(out, document.bytes, document.length);
    }
    text_release(&document);
    comparison_close(&comparison);
    return done;
}

/* ---- rollup --------------------------------------------------------------------------------------- */

/* batch.take */
static bool add_row(void *context, const struct evaluation *evaluation, const char *name,
                    struct error *err)
{
    (void)err;
    rollup_add(context, evaluation, name);
    return true;
}

/* rollup_out.put: into a text, as far as a script can take it. */
static bool put_text(void *context, const char *bytes, size_t length, struct error *err)
{
    struct text *out = context;
    text_append(out, bytes, length);
    return out->length < LIMIT_ANSWER_BYTES ||
           error_set(err, M_SCRIPT_LONG, NULL, LIMIT_ANSWER_BYTES);
}

/* rollup_out.put: into a file. */
static bool put_sink(void *context, const char *bytes, size_t length, struct error *err)
{
    return sink_put(context, bytes, length, err);
}

static bool write_rows(struct script *script, const struct rollup *rollup, const char *file,
                       struct error *err)
{
    struct sink sink = {.file = NULL};
    struct rollup_out out = {put_sink, &sink};
    char *path = script_state_file(script, file, true, err);
    if (path == NULL) {
        return false;
    }
    bool csv = file_name_ends(file, ".csv");
    bool whole = sink_open(&sink, path, err) && (csv ? rollup_csv_write(rollup, &out, err)
                                                     : rollup_report_write(rollup, &out, err));
    whole = sink_close(&sink, whole, err);
    free(path);
    return whole;
}

static bool draw_rollup(struct script *script, const struct script_call *call,
                        const struct rollup *rollup, const char *file, struct error *err)
{
    const char *name = script_value_option(call, 1, "template");
    struct text document = TEXT_EMPTY;
    struct rollup_cursor cursor = {.rollup = rollup};
    struct template_run run = {.options = "{}",
                               .document = &document,
                               .rows = rollup_report_page,
                               .context = &cursor,
                               .year = SCRIPT_YEAR_OF_NONE};
    for (size_t i = 0; i < rollup->count; i++) {
        run.year = rollup->groups[i]->year > run.year ? rollup->groups[i]->year : run.year;
    }
    rollup_report_summary(rollup, &document);
    bool done = script_output_draw(script, call, name == NULL ? "rekap" : name, file, &run, err);
    text_release(&document);
    return done;
}

/* Writes the output that was asked for, and gives the summary; or gives the whole document. */
static bool give_rollup(struct script *script, const struct script_call *call,
                        const struct rollup *rollup, struct text *out, struct error *err)
{
    const char *file = script_value_option(call, 1, "output");
    const struct rollup_out whole = {put_text, out};
    if (file == NULL) {
        return rollup_report_write(rollup, &whole, err);
    }
    bool book = template_draws(file);
    if (!book && !file_name_ends(file, ".csv") && !file_name_ends(file, ".json")) {
        return error_set(err, M_SCRIPT_ENDING, file, ".xlsx, .html, .csv, .json");
    }
    rollup_report_summary(rollup, out);
    return rollup->count == 0 || (book ? draw_rollup(script, call, rollup, file, err)
                                       : write_rows(script, rollup, file, err));
}

static bool do_rollup(struct script *script, const struct script_call *call, struct text *out,
                      struct error *err)
{
    static const char *const names[] = {"basis", "rules", "output", "template", NULL};
    struct rollup rollup;
    int asked = BASIS_BY_RULE;
    struct evaluator *evaluator = script_value_options(call, 1, names, err)
                                      ? script_state_evaluator(script, call, 1, &asked, err)
                                      : NULL;
    if (evaluator == NULL) {
        return false;
    }
    rollup_open(&rollup);
    bool done = script_batch_run(script, call, 0, evaluator, add_row, &rollup, err);
    rollup_finish(&rollup);
    done = done && give_rollup(script, call, &rollup, out, err);
    rollup_close(&rollup);
    return done;
}

script_handler *const script_report_handlers[] = {
#define REPORT_HANDLER(name, lua, shape, how, handler, meaning) handler,
    SCRIPT_REPORT_CALLS(REPORT_HANDLER)
#undef REPORT_HANDLER
};
