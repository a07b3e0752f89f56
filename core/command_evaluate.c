#include "batch.h"
#include "command.h"
#include "console.h"
#include "evaluator.h"
#include "explain_view.h"
#include "input_option.h"
#include "lang.h"
#include "limit.h"
#include "message.h"
#include "named_file.h"
#include "near_id.h"
#include "parallel.h"
#include "report.h"
#include "result_view.h"
#include "sink.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { FLUSH_BYTES = 16384 };

/* --- options ------------------------------------------------------------------------------------ */

static bool read_jobs(const struct call *call, size_t *jobs, struct error *err)
{
    const char *word = command_value(call, "jobs");
    char *end = NULL;
    long number = word == NULL ? 1 : strtol(word, &end, 10);
    *jobs = (size_t)number;
    return (word == NULL || (end != word && *end == '\0' && number >= 1 && number <= LIMIT_JOBS)) ||
           error_set(err, M_EVALUATE_JOBS, NULL, word, LIMIT_JOBS);
}

/* --- documents for programs --------------------------------------------------------------------- */

/* Where result documents go: standard output, or a file that appears whole at the end. */
struct json_sink {
    enum report_form form;
    int asked;
    struct evaluator *evaluator;
    struct report_frame *frame;
    struct sink sink;
    struct text out; /* what is not yet written */
    size_t without;  /* assessments without data on the asked basis */
};

static bool put_bytes(void *context, const char *bytes, size_t length, struct error *err)
{
    struct json_sink *json = context;
    return sink_put(&json->sink, bytes, length, err);
}

/* Appends one result document and its line break. */
static void write_json(void *context, const struct evaluation *evaluation, struct text *out,
                       size_t *without)
{
    const struct json_sink *sink = context;
    report_write_framed(sink->frame, evaluation, sink->form, evaluator_scratch(sink->evaluator),
                        out);
    text_add_byte(out, '\n');
    *without += evaluation_lacks(evaluation, sink->asked);
}

static bool take_json(void *context, const struct evaluation *evaluation, const char *name,
                      struct error *err)
{
    struct json_sink *sink = context;
    (void)name;
    write_json(sink, evaluation, &sink->out, &sink->without);
    if (sink->out.length < FLUSH_BYTES) {
        return true;
    }
    bool done = put_bytes(sink, sink->out.bytes, sink->out.length, err);
    text_clear(&sink->out);
    return done;
}

/* Writes what is left; a file gets its name when `whole`, else it is removed. */
static bool close_sink(struct json_sink *json, bool whole, struct error *err)
{
    whole = whole && sink_put(&json->sink, json->out.bytes, json->out.length, err);
    text_release(&json->out);
    return sink_close(&json->sink, whole, err);
}

static int evaluate_json(const struct call *call, struct evaluator *evaluator, int asked,
                         size_t jobs, struct error *err)
{
    struct json_sink sink = {
        .form = command_has(call, "summary") ? REPORT_SUMMARY : REPORT_PLAIN,
        .asked = asked,
        .evaluator = evaluator,
        .frame = report_frame_new(),
        .out = TEXT_EMPTY,
    };
    struct batch batch = {.evaluator = evaluator, .take = take_json, .context = &sink};
    bool whole = sink_open(&sink.sink, command_value(call, "json"), err);
    if (whole && jobs > 1) {
        struct parallel parallel = {.write = write_json, .put = put_bytes, .context = &sink};
        whole = parallel_run(&parallel, &batch, (const char *const *)call->arguments, jobs, err);
        sink.without = parallel.without;
    }
    for (size_t i = 0; whole && jobs == 1 && i < call->argument_count; i++) {
        whole = batch_input(&batch, call->arguments[i], err);
    }
    bool done = close_sink(&sink, whole, err) && batch_end(&batch, err);
    report_frame_free(sink.frame);
    return done && sink.without == 0 ? 0 : 1;
}

/* --- a view for people -------------------------------------------------------------------------- */

/* The first assessment is held back: alone it is shown in full, among several as a line. */
struct view_sink {
    int asked;
    bool summary;
    struct evaluator *evaluator;
    struct console console;
    char *detail; /* the full view of the first one */
    size_t detail_length;
    struct text line; /* its line */
    size_t count, without;
};

/* Draws the full view of an assessment into memory. */
static void draw_detail(struct view_sink *sink, const struct evaluation *evaluation)
{
    struct console console = sink->console;
    console.stream = open_memstream(&sink->detail, &sink->detail_length);
    assert(console.stream != NULL);
    result_view_print(evaluation, &console, evaluator_scratch(sink->evaluator));
    (void)fclose(console.stream);
}

static bool take_view(void *context, const struct evaluation *evaluation, const char *name,
                      struct error *err)
{
    struct view_sink *sink = context;
    sink->count++;
    sink->without += evaluation_lacks(evaluation, sink->asked);
    if (sink->count == 1 && !sink->summary) {
        draw_detail(sink, evaluation);
    }
    if (sink->count == 2) {
        struct text heading = TEXT_EMPTY;
        result_view_heading(&heading);
        console_write(&sink->console, TONE_STRONG, heading.bytes);
        text_release(&heading);
        fputs(sink->line.bytes, sink->console.stream);
    }
    text_clear(&sink->line);
    result_view_line(evaluation, name, &sink->line);
    if (sink->count > 1) {
        fputs(sink->line.bytes, sink->console.stream);
    }
    return !ferror(sink->console.stream) || command_flush(err);
}

static int evaluate_view(const struct call *call, struct evaluator *evaluator, int asked,
                         struct error *err)
{
    struct view_sink sink = {
        .asked = asked,
        .summary = command_has(call, "summary"),
        .evaluator = evaluator,
        .line = TEXT_EMPTY,
    };
    struct batch batch = {.evaluator = evaluator, .take = take_view, .context = &sink};
    console_open(&sink.console, stdout);
    bool going = true;
    for (size_t i = 0; going && i < call->argument_count; i++) {
        going = batch_input(&batch, call->arguments[i], err);
    }
    if (sink.count == 1 && sink.summary) {
        fputs(sink.line.bytes, stdout);
    } else if (sink.count == 1) {
        fwrite(sink.detail, 1, sink.detail_length, stdout);
    }
    free(sink.detail);
    text_release(&sink.line);
    return going && batch_end(&batch, err) && sink.without == 0 ? 0 : 1;
}

/* --- evaluate ----------------------------------------------------------------------------------- */

static int run_evaluate(const struct call *call, struct error *err)
{
    int asked = BASIS_BY_RULE;
    size_t jobs = 1;
    if (!input_option_basis(call, &asked, err) || !read_jobs(call, &jobs, err) ||
        !named_file_output(call, "json", err)) {
        return 1;
    }
    struct evaluator *evaluator = evaluator_new(command_values(call, "rules"), asked, err);
    if (evaluator == NULL) {
        return 1;
    }
    int status = command_has(call, "json") ? evaluate_json(call, evaluator, asked, jobs, err)
                                           : evaluate_view(call, evaluator, asked, err);
    evaluator_free(evaluator);
    return status;
}

/* --- explain ------------------------------------------------------------------------------------ */

/* The position of the indicator that a person means: "I11", "i11" or "11". */
static int find_indicator(const struct instrument *instrument, const char *word, struct error *err)
{
    struct text id = TEXT_EMPTY;
    bool number = word[0] >= '0' && word[0] <= '9';
    text_add(&id, number && word[1] == '\0' ? "I0" : number ? "I" : "");
    text_add(&id, word);
    if (id.bytes[0] == 'i') {
        id.bytes[0] = 'I';
    }
    int position = instrument_find_indicator(instrument, id.bytes, id.length, 0);
    const char *nearest = near_id_indicator(instrument, id.bytes);
    int slot = instrument_find_slot(instrument, id.bytes, id.length);
    if (position == NOWHERE && slot != NOWHERE) {
        error_set(err, M_EXPLAIN_SLOT, NULL, word, instrument->indicators[slot].id);
    } else if (position == NOWHERE && nearest[0] != '\0') {
        error_set(err, M_EXPLAIN_NEAREST, NULL, word, instrument->id, nearest);
    } else if (position == NOWHERE) {
        error_set(err, M_EXPLAIN_INDICATOR, NULL, word, instrument->id);
    }
    text_release(&id);
    return position;
}

static int explain(const struct call *call, struct evaluator *evaluator, int asked,
                   struct error *err)
{
    const struct evaluation *evaluation = evaluator_input(evaluator, call->arguments[0], err);
    int indicator = evaluation == NULL
                        ? NOWHERE
                        : find_indicator(evaluation->instrument, call->arguments[1], err);
    if (indicator == NOWHERE) {
        return 1;
    }
    struct console console;
    console_open(&console, stdout);
    explain_view_print(evaluation, indicator, &console, evaluator_scratch(evaluator));
    return evaluation_lacks(evaluation, asked) ? 1 : 0;
}

static int run_explain(const struct call *call, struct error *err)
{
    int asked = BASIS_BY_RULE;
    struct evaluator *evaluator = input_option_evaluator(call, &asked, err);
    int status = evaluator == NULL ? 1 : explain(call, evaluator, asked, err);
    evaluator_free(evaluator);
    return status;
}

/* --- the table ---------------------------------------------------------------------------------- */

const struct command command_evaluate_table[] = {
    {.name = "evaluate",
     .arguments = "INPUT...",
     .least = 1,
     .many = true,
     .summary = N_("compute the index, and say what stands behind it"),
     .example = "spbe evaluate kota.json",
     .details =
         N_("INPUT is an assessment file (.spbe), a JSON document, or a stream of JSON documents; "
            "\"-\" "
            "is standard input. Of several assessments each gets a line. A document that cannot be "
            "read is told with its number and place, and the others are done.\n"
            "The exit status is 1 when --basis asks for a basis of which there is nothing."),
     .run = run_evaluate,
     .options = {INPUT_OPTION_RULES,
                 INPUT_OPTION_BASIS,
                 {.name = "json",
                  .argument = "OUT",
                  .help = N_("write result documents, one a line, to a file or to \"-\"")},
                 {.name = "summary", .help = N_("without indicators and their reasons")},
                 {.name = "jobs",
                  .argument = "N",
                  .help = N_("evaluate with N processes; only with --json")},
                 {.name = NULL}}},
    {.name = "explain",
     .arguments = "INPUT INDICATOR",
     .least = 2,
     .most = 2,
     .summary = N_("prove one indicator's value: criteria, answers, evidence, weight"),
     .example = "spbe explain kota.json I11",
     .run = run_explain,
     .options = {INPUT_OPTION_RULES, INPUT_OPTION_BASIS, {.name = NULL}}},
    {.name = NULL},
};
