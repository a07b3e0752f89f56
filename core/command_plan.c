/* Commands that look ahead: the cheapest plan to a target, and what a change would bring. */
#include "command.h"

#include "console.h"
#include "evaluator.h"
#include "file.h"
#include "file_name.h"
#include "input_option.h"
#include "lang.h"
#include "message.h"
#include "named_file.h"
#include "plan.h"
#include "plan_document.h"
#include "plan_view.h"
#include "result_view.h"
#include "template.h"
#include "what_document.h"
#include "what_view.h"

#include <stdio.h>

/* Writes a document with its line break to where --json says. */
static bool put_document(const struct call *call, struct text *document, struct error *err)
{
    text_add_byte(document, '\n');
    return file_write(command_value(call, "json"), document->bytes, document->length, err);
}

/* ---- plan ---- */

/* Tells one problem of the file of costs. */
static void tell_problem(void *context, const struct error *problem)
{
    (void)context;
    error_print(problem, stderr);
}

/* The prices of the pack, and those of --costs over them. */
static bool read_prices(const struct call *call, const struct evaluation *evaluation,
                        struct plan_prices *prices, struct arena *arena, struct error *err)
{
    const struct plan_listener listener = {tell_problem, NULL};
    const char *path = command_value(call, "costs");
    plan_price_start(prices, evaluation->instrument, arena);
    return path == NULL ||
           plan_price_read(prices, evaluation->instrument, path, &listener, arena, err);
}

/* Writes the file of costs that a person fills in. */
static int write_prices(const struct call *call, const struct plan_prices *prices,
                        const struct instrument *instrument, struct error *err)
{
    struct text text = TEXT_EMPTY;
    plan_price_write(prices, instrument, &text);
    file_write(command_value(call, "write-costs"), text.bytes, text.length, err);
    text_release(&text);
    return 0;
}

/* Draws the workbook over the document. */
static bool draw_workbook(const struct call *call, const struct plan *plan,
                          const struct text *document, struct error *err)
{
    const char *name = command_value(call, "template");
    struct template *template =
        template_open(name == NULL ? "rencana-aksi" : name, lang_name(), err);
    struct template_run run = {.options = "{}",
                               .document = document,
                               .output = command_value(call, "output"),
                               .year = plan->evaluation->assessment->year};
    bool done = template != NULL && template_run(template, &run, err);
    template_close(template);
    return done;
}

/* Writes the document, and the workbook over it, to where they are asked for. */
static void write_plan(const struct call *call, const struct plan *plan, struct error *err)
{
    const char *output = command_value(call, "output");
    bool workbook = output != NULL && template_draws(output);
    struct text document = TEXT_EMPTY;
    plan_document_write(plan, &document);
    bool done = !workbook || draw_workbook(call, plan, &document, err);
    text_add_byte(&document, '\n');
    if (done && output != NULL && !workbook) {
        done = file_write(output, document.bytes, document.length, err);
    }
    if (done && command_has(call, "json")) {
        file_write(command_value(call, "json"), document.bytes, document.length, err);
    }
    text_release(&document);
}

static int show_plan(const struct call *call, const struct plan *plan, struct arena *scratch,
                     struct error *err)
{
    if (command_has(call, "json") || command_has(call, "output")) {
        write_plan(call, plan, err);
    } else {
        struct console console;
        console_open(&console, stdout);
        plan_view_print(plan, &console, scratch);
    }
    return plan->possible ? 0 : 1;
}

static int make_plan(const struct call *call, struct evaluator *evaluator, int asked,
                     struct error *err)
{
    const struct evaluation *evaluation = evaluator_input(evaluator, call->arguments[0], err);
    struct arena *arena = evaluator_scratch(evaluator);
    struct plan_words words = {
        .target = command_value(call, "target"),
        .per_unit = command_value(call, "per-unit"),
        .by = command_value(call, "by"),
        .from = command_value(call, "from"),
        .aspects = command_values(call, "aspect"),
        .keep = command_values(call, "keep"),
    };
    struct plan_prices prices;
    struct plan_order order;
    struct plan plan;
    if (evaluation == NULL || !read_prices(call, evaluation, &prices, arena, err)) {
        return 1;
    }
    if (command_has(call, "write-costs")) {
        return write_prices(call, &prices, evaluation->instrument, err);
    }
    if (!plan_order_read(&order, evaluation, &words, arena, err) ||
        !plan_make(&plan, evaluation, &order, &prices, arena, err)) {
        return 1;
    }
    int status = show_plan(call, &plan, arena, err);
    bool empty = evaluation_lacks(evaluation, asked);
    if (empty) {
        result_view_tell_without(evaluation->assessment->agency, evaluation->assessment->year,
                                 (enum basis)asked);
    }
    return empty ? 1 : status;
}

static int run_plan(const struct call *call, struct error *err)
{
    int asked = BASIS_BY_RULE;
    const char *output = command_value(call, "output");
    if (output != NULL && !template_draws(output) && !file_name_ends(output, ".json")) {
        error_set(err, M_PLAN_OUTPUT, output);
        return 1;
    }
    if (!named_file_output(call, "output", err) || !named_file_output(call, "json", err) ||
        !named_file_output(call, "write-costs", err)) {
        return 1;
    }
    struct evaluator *evaluator = input_option_evaluator(call, &asked, err);
    int status = evaluator == NULL ? 1 : make_plan(call, evaluator, asked, err);
    evaluator_free(evaluator);
    return status;
}

/* ---- what-if ---- */

static int show_what_if(const struct call *call, const struct what_if *what, struct arena *scratch,
                        struct error *err)
{
    if (command_has(call, "json")) {
        struct text document = TEXT_EMPTY;
        what_document_write(what, &document);
        put_document(call, &document, err);
        text_release(&document);
    } else {
        struct console console;
        console_open(&console, stdout);
        what_view_print(what, &console, scratch);
    }
    return 0;
}

static int run_what_if(const struct call *call, struct error *err)
{
    int asked = BASIS_BY_RULE, status = 1;
    struct what_if what;
    if (!named_file_output(call, "json", err)) {
        return 1;
    }
    struct evaluator *evaluator = input_option_evaluator(call, &asked, err);
    const struct evaluation *evaluation =
        evaluator == NULL ? NULL : evaluator_input(evaluator, call->arguments[0], err);
    if (evaluation != NULL &&
        what_if_make(&what, evaluation, call->arguments + 1, evaluator_scratch(evaluator), err)) {
        status = show_what_if(call, &what, evaluator_scratch(evaluator), err);
    }
    evaluator_free(evaluator);
    return status;
}

/* ---- the table ---- */

const struct command command_plan_table[] = {
    {.name = "plan",
     .arguments = "INPUT",
     .least = 1,
     .most = 1,
     .summary = N_("find the cheapest way to a target index or predicate, and prove it"),
     .example = "spbe plan kota.json --target 3.50 --by 2027-07-31 -o rencana.xlsx",
     .details =
         N_("The cheapest raises of levels that reach the target, each with its cost, its months "
            "and the day to begin. Costs are those of the rules, which are only judged, or your "
            "own; 'spbe help planning' says how both are written.\n"
            "The exit status is 1 when the target is out of reach: then the highest index that is "
            "within reach is told, and what stands in the way."),
     .run = run_plan,
     .options = {INPUT_OPTION_RULES,
                 INPUT_OPTION_BASIS,
                 {.name = "target",
                  .argument = "X",
                  .help = N_("the index to reach (3.50), or a predicate (baik)")},
                 {.name = "aspect",
                  .argument = "A7=3",
                  .repeated = true,
                  .help = N_("the least value of an aspect, never rounded")},
                 {.name = "costs",
                  .argument = "FILE",
                  .help = N_("your own costs and months, as CSV")},
                 {.name = "write-costs",
                  .argument = "OUT",
                  .help = N_("write such a file with the costs at hand, to be filled in")},
                 {.name = "keep",
                  .argument = "I03,I04",
                  .repeated = true,
                  .help = N_("indicators that stay where they are")},
                 {.name = "per-unit", .argument = "N", .help = N_("at most N steps for each unit")},
                 {.name = "by",
                  .argument = "DATE",
                  .help = N_("the day by which all must be done (2027-07-31)")},
                 {.name = "from",
                  .argument = "DATE",
                  .help = N_("the day on which work can begin; what takes longer is left out")},
                 {"output", "OUT",
                  N_("write the action plan: OUT.xlsx or OUT.html, or the document: OUT.json"), 'o',
                  false},
                 {"template", "FILE.lua", N_("another template than rencana-aksi"), 0, false},
                 {.name = "json",
                  .argument = "OUT",
                  .help = N_("write the plan as a document, to a file or to \"-\"")},
                 {.name = NULL}}},
    {.name = "what-if",
     .arguments = "INPUT [I11=4|I22.3.a=yes|I01.2.e1=yes|indeks_sdi=68.75]...",
     .least = 1,
     .many = true,
     .summary = N_("show what changes would bring, and how far an index is still open"),
     .example = "spbe what-if kota.json I11=4 I22.3.a=yes",
     .details = N_(
         "Changes nothing on disk. A value is set on the basis that the index rests on; an answer "
         "acts on what is supported. Each change is shown with its own effect, then all "
         "together, then the index as a range: lowest, expected, highest; 'spbe help planning' "
         "says what these mean."),
     .run = run_what_if,
     .options = {INPUT_OPTION_RULES,
                 INPUT_OPTION_BASIS,
                 {.name = "json",
                  .argument = "OUT",
                  .help = N_("write the effect as a document, to a file or to \"-\"")},
                 {.name = NULL}}},
    {.name = NULL},
};
