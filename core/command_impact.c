#include "batch.h"
#include "command.h"
#include "console.h"
#include "figure.h"
#include "file.h"
#include "impact.h"
#include "impact_report.h"
#include "input_option.h"
#include "lang.h"
#include "memory.h"
#include "message.h"
#include "named_file.h"
#include "pack_folder.h"
#include "pack_stack.h"
#include "rule_words.h"
#include "sink.h"
#include "table.h"
#include "template.h"

#include <stdlib.h>
#include <string.h>

/* One run. */
struct run {
    const struct call *call;
    const char **names; /* rules: --rules, then the leading arguments that are overlays */
    size_t first_input; /* among the arguments */
    int asked;
    struct impact impact;
    struct batch batch;
};

/* ---- reading ---- */

/* Takes the rules from --rules and from the arguments before the first that is no overlay. */
static bool find_names(struct run *run, struct error *err)
{
    const char *const *given = command_values(run->call, "rules");
    size_t count = 0, most = run->call->argument_count;
    for (size_t i = 0; given[i] != NULL; i++) {
        most++;
    }
    run->names = memory_zero(most + 1, sizeof *run->names);
    for (; *given != NULL; given++) {
        run->names[count++] = *given;
    }
    char **arguments = run->call->arguments;
    while (arguments[run->first_input] != NULL &&
           pack_folder_is_overlay(arguments[run->first_input])) {
        run->names[count++] = arguments[run->first_input++];
    }
    if (count == 0) {
        return error_set(err, M_IMPACT_OVERLAY, arguments[0]);
    }
    return arguments[run->first_input] != NULL || error_set(err, M_IMPACT_INPUT, NULL);
}

/* batch.take: measures one assessment. */
static bool take(void *context, const struct evaluation *evaluation, const char *name,
                 struct error *err)
{
    struct run *run = context;
    struct error refusal = {.kind = ERROR_NONE};
    (void)err;
    if (!impact_add(&run->impact, evaluation->assessment, run->asked, name, &refusal)) {
        error_place(&refusal, name);
        run->batch.done--;
        batch_refuse(&run->batch, &refusal);
    }
    return true;
}

static bool read_inputs(struct run *run, struct error *err)
{
    struct evaluator *evaluator = evaluator_new((const char *const *)run->names, run->asked, err);
    run->batch = (struct batch){.evaluator = evaluator, .take = take, .context = run};
    bool ok = evaluator != NULL;
    for (size_t i = run->first_input; ok && run->call->arguments[i] != NULL; i++) {
        ok = batch_input(&run->batch, run->call->arguments[i], err);
    }
    evaluator_free(evaluator);
    return ok;
}

/* ---- a table for people ---- */

/* "+0,02", "−0,1". */
static void add_delta(struct text *out, struct fraction delta)
{
    bool below = delta.num < 0;
    text_add(out, delta.num == 0 ? "" : below ? "−" : "+");
    figure_exact(out, below ? fraction_make(-delta.num, delta.den) : delta);
}

static void print_steps(const struct impact *impact, const struct console *console)
{
    const struct instrument *instrument = pack_instrument(impact->pack);
    struct text line = TEXT_EMPTY;
    for (size_t i = 0; i < impact->steps.count; i++) {
        const struct impact_step *step = &impact->steps.list[i];
        const struct impact_total *total = &impact->totals[i];
        for (size_t c = 0; c < step->count; c++) {
            const struct rule_change *change = &instrument->changes[step->changes[c]];
            text_clear(&line);
            text_format(&line, c == 0 ? "[%zu] " : "    ", i + 1);
            rule_words_change(&line, change);
            text_format(&line, " [%s:%u]", instrument->overlays[change->overlay].file,
                        change->line);
            console_paragraph(console, 0, line.bytes);
        }
        text_clear(&line);
        text_format(&line, _("%zu moved: %zu up, %zu down, %zu to another predicate"), total->moved,
                    total->up, total->down, total->predicates);
        console_paragraph(console, 4, line.bytes);
    }
    text_release(&line);
}

/* "[1] +0,02 · [2] I22 3 → 2 −0,05". */
static void add_moves(struct text *out, const struct impact_result *result)
{
    for (size_t i = 0; i < result->move_count; i++) {
        const struct impact_move *move = &result->moves[i];
        text_format(out, "%s[%zu]", i == 0 ? "" : " · ", move->step + 1);
        for (size_t l = 0; l < move->level_count; l++) {
            text_format(out, " %s ", move->levels[l].indicator);
            rule_words_number(out, move->levels[l].from);
            text_add(out, "→");
            rule_words_number(out, move->levels[l].to);
        }
        text_add(out, " ");
        add_delta(out, move->delta);
        if (move->has_alone && fraction_compare(move->alone, move->delta) != 0) {
            text_add(out, _(" (alone "));
            add_delta(out, move->alone);
            text_add(out, ")");
        }
    }
}

static void add_row(struct table *table, const struct impact_result *result, int decimals)
{
    struct text text = TEXT_EMPTY;
    bool other = strcmp(result->before.predicate, result->after.predicate) != 0;
    figure_rounded(&text, result->before.exact, decimals);
    table_cell(table, TONE_PLAIN, text.bytes);
    table_cell(table, TONE_PLAIN, result->before.predicate);
    text_clear(&text);
    figure_rounded(&text, result->after.exact, decimals);
    table_cell(table, TONE_STRONG, text.bytes);
    table_cell(table, other ? TONE_WARN : TONE_PLAIN, result->after.predicate);
    text_clear(&text);
    add_delta(&text, result->delta);
    table_cell(table, TONE_PLAIN, text.bytes);
    table_format(table, TONE_PLAIN, "%d", result->year);
    text_clear(&text);
    console_add_safe(&text, result->name, false);
    if (result->given < result->of) {
        text_format(&text, " (%u/%u)", result->given, result->of);
    }
    table_cell(table, TONE_PLAIN, text.bytes);
    text_clear(&text);
    add_moves(&text, result);
    table_cell(table, TONE_FAINT, text.bytes);
    text_release(&text);
}

static void print_results(const struct impact *impact, const struct console *console)
{
    static const struct table_column columns[] = {
        {.title = N_("Before"), .right = true},     {.title = ""},
        {.title = N_("After"), .right = true},      {.title = ""},
        {.title = N_("Difference"), .right = true}, {.title = N_("Year"), .right = true},
        {.title = N_("Agency"), .gives = true},     {.title = N_("Cause"), .gives = true},
    };
    struct table *table = table_new(columns, 8);
    for (size_t i = 0; i < impact->count; i++) {
        add_row(table, &impact->results[i], pack_instrument(impact->pack)->decimals);
    }
    table_print(table, console);
    table_free(table);
}

/* Claims are what people said: an author who changes criteria would wait in vain for them to move. */
static void print_claimed(const struct impact *impact, const struct console *console)
{
    struct text line = TEXT_EMPTY;
    size_t claimed = 0;
    for (size_t i = 0; i < impact->count; i++) {
        claimed += impact->results[i].basis == BASIS_CLAIMED ? 1 : 0;
    }
    if (claimed > 0) {
        text_format(&line,
                    _("%zu of them by claimed values, which no criterion and no duty of evidence "
                      "moves; --basis supported compares what the evidence supports."),
                    claimed);
        console_paragraph(console, 0, line.bytes);
    }
    text_release(&line);
}

/* asked: the basis of --basis, or BASIS_BY_RULE. */
static void print_all(const struct impact *impact, int asked)
{
    struct console console;
    struct text line = TEXT_EMPTY;
    const struct instrument *instrument = pack_instrument(impact->pack);
    console_open(&console, stdout);
    for (size_t i = 0; i < instrument->overlay_count; i++) {
        text_clear(&line);
        rule_words_overlay(&line, &instrument->overlays[i]);
        console_paragraph(&console, 0, line.bytes);
    }
    fputc('\n', stdout);
    print_steps(impact, &console);
    fputc('\n', stdout);
    print_results(impact, &console);
    text_clear(&line);
    text_format(&line,
                _("%zu assessments, %zu moved: %zu up, %zu down, %zu to another predicate. Each "
                  "change is added to the ones before it; what moves then is its effect."),
                impact->count, impact->all.moved, impact->all.up, impact->all.down,
                impact->all.predicates);
    console_paragraph(&console, 0, line.bytes);
    if (asked == BASIS_BY_RULE) {
        print_claimed(impact, &console);
    }
    text_release(&line);
}

/* ---- documents ---- */

static bool write_workbook(const struct call *call, const char *path, const struct text *document,
                           struct error *err)
{
    const char *name = command_value(call, "template");
    struct template *template = template_open(name == NULL ? "dampak" : name, lang_name(), err);
    struct template_run run = {.options = "{}", .document = document, .output = path, .year = 2020};
    bool ok = template != NULL && template_run(template, &run, err);
    template_close(template);
    return ok;
}

/* Writes what was asked for: a workbook, a document, else a table. */
static bool put_out(struct run *run, struct error *err)
{
    const char *json = command_value(run->call, "json");
    const char *book = command_value(run->call, "output");
    struct text document = TEXT_EMPTY;
    bool ok = true;
    impact_sort(&run->impact);
    if (json != NULL || book != NULL) {
        impact_report_write(&run->impact, &document);
    }
    ok = (json == NULL || sink_line(json, &document, err)) &&
         (book == NULL || write_workbook(run->call, book, &document, err));
    if (json == NULL) {
        print_all(&run->impact, run->asked);
    }
    text_release(&document);
    return ok;
}

/* ---- the command ---- */

static bool measure(struct run *run, struct error *err)
{
    struct pack *pack = pack_stack_load(run->names, err);
    bool ok = pack != NULL && (pack_instrument(pack)->overlay_count > 0 ||
                               error_set(err, M_IMPACT_OVERLAY, run->names[0]));
    ok = ok && impact_open(&run->impact, pack, err) && read_inputs(run, err) && put_out(run, err) &&
         batch_end(&run->batch, err);
    impact_close(&run->impact);
    pack_free(pack);
    return ok;
}

static int run_impact(const struct call *call, struct error *err)
{
    struct run run = {.call = call};
    bool ok = input_option_basis(call, &run.asked, err) && named_file_output(call, "json", err) &&
              named_file_output(call, "output", err) && find_names(&run, err) && measure(&run, err);
    free(run.names);
    return ok ? 0 : 1;
}

const struct command command_impact_table[] = {
    {.name = "rules impact",
     .arguments = "OVERLAY... INPUT...",
     .least = 1,
     .many = true,
     .summary = N_("what overlays would do to assessments, and which change does it"),
     .example = "spbe rules impact koreksi-bobot kota.spbe provinsi.json",
     .details =
         N_("The first arguments that are overlays (an id, a folder or its overlay.lua) are the "
            "rules; the others are inputs, as for 'spbe evaluate'. --rules names a pack that is "
            "not the program's own.\n"
            "Changes that only hold together, such as weights of one sum, are one step. Each step "
            "is added to the ones before it; what moves then is its effect, and all effects add up "
            "to the difference. Where a step alone would do something else, that is told too.\n"
            "Rows are sorted: another predicate first, then the larger difference."),
     .run = run_impact,
     .options = {{.name = "rules",
                  .argument = "PACK",
                  .repeated = true,
                  .help = N_("a pack that the overlays change, by its id or folder")},
                 {.name = "basis",
                  .argument = "BASIS",
                  .help = N_("claimed, supported or verified; else as 'spbe evaluate' chooses")},
                 {.name = "json",
                  .argument = "OUT",
                  .help = N_("write one document to a file or to \"-\"")},
                 {.name = "output",
                  .argument = "OUT.xlsx",
                  .letter = 'o',
                  .help = N_("write a workbook, or a web page: OUT.html")},
                 {"template", "FILE.lua", N_("another template than dampak"), 0, false},
                 {.name = NULL}}},
    {.name = NULL},
};
