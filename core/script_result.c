#include "script_result.h"

#include "batch.h"
#include "console.h"
#include "edit.h"
#include "explain_view.h"
#include "file.h"
#include "json_out.h"
#include "memory.h"
#include "message.h"
#include "plan.h"
#include "plan_document.h"
#include "report.h"
#include "script_output.h"
#include "what_document.h"
#include "what_if.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_BYTES = 262144 };

/* Evaluates the input of argument 0 by the options of argument `options`. */
static const struct evaluation *evaluate_one(struct script *script, const struct script_call *call,
                                             size_t options, struct evaluator **evaluator,
                                             struct error *err)
{
    size_t count = 0;
    int asked = BASIS_BY_RULE;
    *evaluator = script_state_evaluator(script, call, options, &asked, err);
    return *evaluator == NULL ? NULL
                              : script_state_evaluate(script, *evaluator,
                                                      script_value_inputs(call, 0, &count), err);
}

/* ---- evaluate ------------------------------------------------------------------------------------- */

/* The form that the option "form" of argument `i` asks for. */
static bool read_form(const struct script_call *call, size_t i, enum report_form *form,
                      struct error *err)
{
    static const char *const words[] = {
        [REPORT_SUMMARY] = "summary", [REPORT_PLAIN] = "plain", [REPORT_FULL] = "full"};
    const char *word = script_value_option(call, i, "form");
    *form = REPORT_PLAIN;
    for (int f = REPORT_SUMMARY; f <= REPORT_FULL; f++) {
        if (word != NULL && strcmp(word, words[f]) == 0) {
            *form = (enum report_form)f;
            return true;
        }
    }
    return word == NULL || error_set(err, M_SCRIPT_FORM, NULL, word);
}

static const char *const evaluate_options[] = {"basis", "rules", "form", NULL};

static bool do_evaluate(struct script *script, const struct script_call *call, struct text *out,
                        struct error *err)
{
    enum report_form form;
    struct evaluator *evaluator = NULL;
    if (!script_value_options(call, 1, evaluate_options, err) || !read_form(call, 1, &form, err)) {
        return false;
    }
    const struct evaluation *evaluation = evaluate_one(script, call, 1, &evaluator, err);
    if (evaluation != NULL) {
        report_write(evaluation, form, evaluator_scratch(evaluator), out);
    }
    return evaluation != NULL;
}

/* ---- results -------------------------------------------------------------------------------------- */

/* A walk over the assessments of some inputs. */
struct result_walk {
    struct script *script;
    struct evaluator *evaluator; /* its own: the state may give others up */
    enum report_form form;
    struct arena arena; /* of the inputs */
    struct script_input *inputs;
    size_t count, at;
    struct stream *stream; /* of the present input, while it is one */
};

static void free_results(void *context)
{
    struct result_walk *walk = context;
    stream_close(walk->stream);
    evaluator_free(walk->evaluator);
    arena_release(&walk->arena);
    free(walk);
}

/* Appends {"name":…,"result":…}, or the problem. */
static void add_result(struct result_walk *walk, const struct evaluation *evaluation,
                       const char *name, const struct error *problem, struct text *page)
{
    if (evaluation == NULL) {
        script_state_problem(problem, page);
        return;
    }
    text_add(page, "{\"name\":");
    text_add_json(page, name);
    text_add(page, ",\"result\":");
    report_write(evaluation, walk->form, evaluator_scratch(walk->evaluator), page);
    text_add_byte(page, '}');
}

/* The next document of the stream; false at its end. */
static bool add_streamed(struct result_walk *walk, struct text *page, struct error *err)
{
    struct stream_document document;
    struct error problem = {.kind = ERROR_NONE};
    struct text name = TEXT_EMPTY;
    const char *path = walk->inputs[walk->at - 1].path;
    if (!stream_next(walk->stream, false, &document, err)) {
        stream_close(walk->stream);
        walk->stream = NULL;
        return false;
    }
    bool alone = document.number == 1 && stream_alone(walk->stream, &document);
    batch_name(path, document.number, alone, &name);
    const struct evaluation *evaluation = NULL;
    if (document.large) {
        error_set(&problem, M_EXCHANGE_LARGE, name.bytes, (size_t)LIMIT_JSON_BYTES);
    } else {
        evaluation = evaluator_document(walk->evaluator, document.bytes, document.length,
                                        document.whole, name.bytes, &problem);
    }
    add_result(walk, evaluation, name.bytes, &problem, page);
    text_release(&name);
    return true;
}

/* Begins the next input: opens it as a stream, or appends its one result and gives back true. */
static bool begin_input(struct result_walk *walk, struct text *page)
{
    struct error problem = {.kind = ERROR_NONE};
    const struct script_input *input = &walk->inputs[walk->at++];
    const struct evaluation *evaluation = NULL;
    char *path = input->path == NULL
                     ? NULL
                     : script_access_file(walk->script->access, input->path, false, &problem);
    bool stream = path != NULL && (strcmp(path, "-") == 0 || !store_recognises(path));
    if (stream) {
        walk->stream = stream_open(path, &problem);
    } else if (!error_is_set(&problem)) {
        evaluation = script_state_evaluate(walk->script, walk->evaluator, input, &problem);
    }
    free(path);
    if (walk->stream != NULL) {
        return false;
    }
    add_result(walk, evaluation, input->path == NULL ? "" : input->path, &problem, page);
    return true;
}

static bool next_results(void *context, struct text *page, struct error *err)
{
    struct result_walk *walk = context;
    text_add_byte(page, '[');
    size_t start = page->length;
    while (page->length < PAGE_BYTES && !error_is_set(err) &&
           (walk->stream != NULL || walk->at < walk->count)) {
        size_t before = page->length;
        text_add(page, page->length > start ? "," : "");
        bool added = walk->stream != NULL ? add_streamed(walk, page, err) : begin_input(walk, page);
        if (!added) {
            page->length = before;
        }
    }
    text_add_byte(page, ']');
    return !error_is_set(err);
}

static bool do_results(struct script *script, const struct script_call *call, struct text *out,
                       struct error *err)
{
    enum report_form form;
    int asked = BASIS_BY_RULE;
    if (!script_value_options(call, 1, evaluate_options, err) || !read_form(call, 1, &form, err) ||
        script_state_evaluator(script, call, 1, &asked, err) == NULL) {
        return false;
    }
    const char *const *rules =
        script_state_rules(script, call, script_value_option_list(call, 1, "rules"), err);
    struct evaluator *evaluator = rules == NULL ? NULL : evaluator_new(rules, asked, err);
    if (evaluator == NULL) {
        return false;
    }
    struct result_walk *walk = memory_zero(1, sizeof *walk);
    *walk = (struct result_walk){
        .script = script, .evaluator = evaluator, .form = form, .arena = ARENA_EMPTY};
    struct script_call kept = {.row = call->row, .arena = &walk->arena};
    const struct json_text *inputs = &call->arguments[0];
    kept.arguments[0] =
        (struct json_text){arena_copy(&walk->arena, inputs->bytes, inputs->length), inputs->length};
    walk->inputs = script_value_inputs(&kept, 0, &walk->count);
    return script_state_walk(script, next_results, free_results, walk, out, err);
}

/* ---- explain -------------------------------------------------------------------------------------- */

static bool do_explain(struct script *script, const struct script_call *call, struct text *out,
                       struct error *err)
{
    static const char *const names[] = {"basis", "rules", NULL};
    struct evaluator *evaluator = NULL;
    if (!script_value_options(call, 2, names, err)) {
        return false;
    }
    const struct evaluation *evaluation = evaluate_one(script, call, 2, &evaluator, err);
    int indicator = evaluation == NULL
                        ? NOWHERE
                        : edit_indicator(evaluation->instrument, script_value_text(call, 1), err);
    if (indicator == NOWHERE) {
        return false;
    }
    char *bytes = NULL;
    size_t length = 0;
    struct console console = {.stream = open_memstream(&bytes, &length)};
    if (console.stream == NULL) {
        return error_set(err, M_SCRIPT_LONG, NULL, LIMIT_ANSWER_BYTES);
    }
    explain_view_print(evaluation, indicator, &console, evaluator_scratch(evaluator));
    (void)fclose(console.stream);
    text_append_json(out, bytes, length);
    free(bytes);
    return true;
}

/* ---- plan ----------------------------------------------------------------------------------------- */

static void tell_problem(void *context, const struct error *problem)
{
    (void)context;
    error_print(problem, stderr);
}

/* The prices of the pack, and those of the option "costs" over them. */
static bool read_prices(struct script *script, const struct script_call *call, size_t options,
                        const struct evaluation *evaluation, struct plan_prices *prices,
                        struct arena *arena, struct error *err)
{
    const struct plan_listener listener = {tell_problem, NULL};
    const char *name = script_value_option(call, options, "costs");
    plan_price_start(prices, evaluation->instrument, arena);
    if (name == NULL) {
        return true;
    }
    char *path = script_state_file(script, name, false, err);
    bool done = path != NULL &&
                plan_price_read(prices, evaluation->instrument, path, &listener, arena, err);
    free(path);
    return done;
}

/* Draws the plan, or writes it, where the option "output" names a file. */
static bool write_plan(struct script *script, const struct script_call *call,
                       const struct evaluation *evaluation, const struct text *document,
                       struct error *err)
{
    const char *file = script_value_option(call, 1, "output");
    const char *name = script_value_option(call, 1, "template");
    struct template_run run = {
        .options = "{}", .document = document, .year = evaluation->assessment->year};
    return file == NULL ||
           script_output_write(script, call, name == NULL ? "rencana-aksi" : name, file, &run, err);
}

static bool do_plan(struct script *script, const struct script_call *call, struct text *out,
                    struct error *err)
{
    static const char *const names[] = {"target", "by",    "from",  "per_unit", "aspects",  "keep",
                                        "costs",  "basis", "rules", "output",   "template", NULL};
    struct evaluator *evaluator = NULL;
    struct plan_prices prices;
    struct plan_order order;
    struct plan plan;
    struct plan_words words = {.target = script_value_option(call, 1, "target"),
                               .per_unit = script_value_option(call, 1, "per_unit"),
                               .by = script_value_option(call, 1, "by"),
                               .from = script_value_option(call, 1, "from"),
                               .aspects = script_value_option_list(call, 1, "aspects"),
                               .keep = script_value_option_list(call, 1, "keep")};
    if (!script_value_options(call, 1, names, err)) {
        return false;
    }
    const struct evaluation *evaluation = evaluate_one(script, call, 1, &evaluator, err);
    struct arena *arena = evaluator == NULL ? NULL : evaluator_scratch(evaluator);
    bool done = evaluation != NULL &&
                read_prices(script, call, 1, evaluation, &prices, arena, err) &&
                plan_order_read(&order, evaluation, &words, arena, err) &&
                plan_make(&plan, evaluation, &order, &prices, arena, err);
    if (done) {
        struct text document = TEXT_EMPTY;
        plan_document_write(&plan, &document);
        done = write_plan(script, call, evaluation, &document, err);
        text_append(out, document.bytes, document.length);
        text_release(&document);
    }
    return done;
}

static bool do_costs(struct script *script, const struct script_call *call, struct text *out,
                     struct error *err)
{
    static const char *const names[] = {"costs", "basis", "rules", NULL};
    struct evaluator *evaluator = NULL;
    struct plan_prices prices;
    struct text csv = TEXT_EMPTY;
    (void)out;
    if (!script_value_options(call, 2, names, err)) {
        return false;
    }
    const struct evaluation *evaluation = evaluate_one(script, call, 2, &evaluator, err);
    bool done = evaluation != NULL && read_prices(script, call, 2, evaluation, &prices,
                                                  evaluator_scratch(evaluator), err);
    char *path = done ? script_state_file(script, script_value_text(call, 1), true, err) : NULL;
    if (path != NULL) {
        plan_price_write(&prices, evaluation->instrument, &csv);
        done = script_state_count(script, csv.length, err) &&
               file_write(path, csv.bytes, csv.length, err);
    }
    text_release(&csv);
    done = done && path != NULL;
    free(path);
    return done;
}

static bool do_what_if(struct script *script, const struct script_call *call, struct text *out,
                       struct error *err)
{
    static const char *const names[] = {"basis", "rules", NULL};
    struct evaluator *evaluator = NULL;
    struct what_if what;
    if (!script_value_options(call, 2, names, err)) {
        return false;
    }
    const struct evaluation *evaluation = evaluate_one(script, call, 2, &evaluator, err);
    bool done = evaluation != NULL &&
                what_if_make(&what, evaluation, (char *const *)script_value_list(call, 1),
                             evaluator_scratch(evaluator), err);
    if (done) {
        what_document_write(&what, out);
    }
    return done;
}

script_handler *const script_result_handlers[] = {
#define RESULT_HANDLER(name, lua, shape, how, handler, meaning) handler,
    SCRIPT_RESULT_CALLS(RESULT_HANDLER)
#undef RESULT_HANDLER
};
