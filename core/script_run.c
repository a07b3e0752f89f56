#include "script_run.h"

#include "fault.h"
#include "json_out.h"
#include "lang.h"
#include "memory.h"
#include "message.h"
#include "script_book.h"
#include "script_case.h"
#include "script_change.h"
#include "script_file.h"
#include "script_give.h"
#include "script_report.h"
#include "script_result.h"
#include "script_rules.h"
#include "script_source.h"
#include "script_state.h"
#include "script_store.h"
#include "worker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STATUS_MOST = 7, BYTES_IN_A_MEBIBYTE = 1048576 };

/* A script at work. */
struct run {
    const struct script_order *order;
    struct script script;
    struct worker *worker;
    struct arena arena;  /* of the message at hand */
    struct error failed; /* what the last call that failed said */
    bool drawn;          /* it came from a drawing, and knows its line */
    struct text source;
    struct text message; /* from the worker */
    struct text answer;  /* to it */
};

/* How a piece of work ended, as the worker says. */
struct ending {
    bool ended, good, more;
    int64_t status;            /* -1 = it did not say */
    const char *failed, *said; /* NULL for none */
    struct json_text fault;
};

/* ---- the start ------------------------------------------------------------------------------------ */

/* The length of a first line "#!…", which a program loader reads and Lua does not. */
static size_t loader_line(const struct text *source)
{
    return strncmp(source->bytes, "#!", 2) == 0 ? strcspn(source->bytes, "\n") : 0;
}

static bool send_start(struct run *run, struct error *err)
{
    const struct script_order *order = run->order;
    size_t skip = loader_line(&run->source);
    struct text start = TEXT_EMPTY;
    struct json_out out = {&start, false};
    json_out_open(&out, '{');
    json_out_member(&out, "file", run->script.sources[0].name);
    json_out_member(&out, "called",
                    order->called == NULL ? run->script.sources[0].name : order->called);
    json_out_member(&out, "source", run->source.bytes + skip);
    json_out_member(&out, "language", lang_name());
    json_out_member(&out, "today", order->today);
    json_out_key(&out, "arguments");
    json_out_open(&out, '[');
    for (size_t i = 0; i < order->count; i++) {
        json_out_string(&out, order->arguments[i]);
    }
    json_out_close(&out, ']');
    json_out_member_int(&out, "memory", order->mebibytes * BYTES_IN_A_MEBIBYTE);
    json_out_member_int(&out, "ms", order->seconds * 1000);
    json_out_member_int(&out, "steps", order->seconds * LIMIT_SCRIPT_STEPS);
    json_out_member_bool(&out, "prompt", order->path == NULL);
    json_out_close(&out, '}');
    bool done = worker_send(run->worker, start.bytes, start.length, err);
    text_release(&start);
    return done;
}

/* ---- calls ---------------------------------------------------------------------------------------- */

/* Does the call of that number. */
static bool do_call(struct run *run, int64_t number, const struct script_call *call,
                    struct error *err)
{
    static const struct {
        int first;
        script_handler *const *handlers;
    } groups[] = {
        {SCRIPT_PACKS, script_rules_handlers},     {SCRIPT_COMPARE, script_report_handlers},
        {SCRIPT_EVALUATE, script_result_handlers}, {SCRIPT_QUESTIONS, script_give_handlers},
        {SCRIPT_EVIDENCE, script_case_handlers},   {SCRIPT_ANSWER, script_change_handlers},
        {SCRIPT_CREATE, script_store_handlers},    {SCRIPT_WORKBOOK, script_book_handlers},
        {SCRIPT_READ, script_file_handlers},
    };
    size_t group = 0;
    while (number < groups[group].first) {
        group++;
    }
    return groups[group].handlers[number - groups[group].first](&run->script, call, &run->answer,
                                                                err);
}

/* Answers with what a call gave, or with why it failed. */
static bool answer(struct run *run, bool done, struct error *problem, struct error *err)
{
    static const char head[] = "{\"value\":";
    if (done && run->answer.length == sizeof head - 1) {
        text_add(&run->answer, "null");
    }
    if (done && run->answer.length >= LIMIT_ANSWER_BYTES) {
        done = error_set(problem, M_SCRIPT_LONG, NULL, LIMIT_ANSWER_BYTES);
    }
    if (!done) {
        struct text sentence = TEXT_EMPTY;
        run->failed = *problem;
        run->drawn = false;
        text_format(&sentence, "%s%s%s", problem->where, problem->where[0] == '\0' ? "" : ": ",
                    problem->message);
        text_clear(&run->answer);
        text_add(&run->answer, "{\"error\":");
        text_add_json(&run->answer, sentence.bytes);
        text_release(&sentence);
    }
    text_add_byte(&run->answer, '}');
    return worker_send(run->worker, run->answer.bytes, run->answer.length, err);
}

static bool serve_call(struct run *run, int64_t number, const struct script_call *call,
                       struct error *err)
{
    struct error problem = {.kind = ERROR_NONE};
    text_clear(&run->answer);
    text_add(&run->answer, "{\"value\":");
    bool done = do_call(run, number, call, &problem);
    return answer(run, done, &problem, err);
}

/* The next page of a walk. */
static bool serve_next(struct run *run, int64_t number, struct error *err)
{
    struct error problem = {.kind = ERROR_NONE};
    struct script_thing *thing =
        script_state_thing(&run->script, number, SCRIPT_KIND_WALK, &problem);
    text_clear(&run->answer);
    text_add(&run->answer, "{\"value\":");
    size_t before = run->answer.length;
    bool done = thing != NULL && thing->page.next(thing->page.walk, &run->answer, &problem);
    if (done && run->answer.length == before + 2) { /* "[]": the walk is at its end */
        script_state_close(thing);
    }
    return answer(run, done, &problem, err);
}

/* Draws. What fails there knows the line of its command, which need not be the one at work. */
static bool serve_drawing(struct run *run, int64_t number, const struct json_text *commands,
                          struct error *err)
{
    struct error problem = {.kind = ERROR_NONE};
    text_clear(&run->answer);
    text_add(&run->answer, "{\"value\":");
    bool done = script_book_draw(&run->script, number, commands, &run->arena, &problem);
    if (!done && !error_is_set(&problem)) {
        return worker_refuse(run->worker, err);
    }
    bool sent = answer(run, done, &problem, err);
    run->drawn = !done && strchr(problem.where, ':') != NULL;
    return sent;
}

/* Gives the worker a file that the script includes. */
static bool serve_file(struct run *run, const char *name, struct error *err)
{
    struct error problem = {.kind = ERROR_NONE};
    text_clear(&run->answer);
    text_add(&run->answer, "{\"value\":");
    bool done = script_source_include(&run->script, name, &run->answer, &problem);
    return answer(run, done, &problem, err);
}

/* Prints a text. */
static bool print(struct run *run, const struct json_text *text, struct error *err)
{
    if (!script_state_count(&run->script, text->length, err)) {
        return error_place(err, run->order->path == NULL ? "-" : run->order->path);
    }
    bool written = fwrite(text->bytes, 1, text->length, stdout) == text->length;
    return written || command_flush(err);
}

/* ---- messages ------------------------------------------------------------------------------------- */

/* One message of the worker, read. */
struct request {
    int64_t number, next, book; /* -1 for none */
    struct script_call call;
    struct json_text print, draw; /* bytes NULL for none */
    const char *include;          /* NULL for none */
    struct ending ending;
};

/* Reads what says how the work ended. */
static void read_ending(struct json *json, const struct json_text *key, struct ending *ending)
{
    if (json_is(key, "end")) {
        ending->ended = true;
        json_bool(json, &ending->good);
    } else if (json_is(key, "more")) {
        json_bool(json, &ending->more);
    } else if (json_is(key, "status")) {
        json_integer(json, 0, STATUS_MOST, &ending->status);
    } else if (json_is(key, "failed")) {
        json_copy(json, LIMIT_TEXT_BYTES, &ending->failed);
    } else if (json_is(key, "said")) {
        json_copy(json, LIMIT_MESSAGE_BYTES, &ending->said);
    } else if (json_is(key, "fault")) {
        json_skip(json, &ending->fault);
    } else {
        json_fail(json, M_WORKER_REQUEST);
    }
}

/* Reads a message; false when it is none that our own worker would send. */
static bool read_request(struct run *run, struct request *request)
{
    struct json json;
    struct json_text key;
    struct error ignored = {.kind = ERROR_NONE};
    bool good = true;
    *request = (struct request){.number = -1, .next = -1, .book = -1, .ending = {.status = -1}};
    arena_clear(&run->arena);
    json_open(&json, run->message.bytes, run->message.length, &run->arena, NULL);
    json.value_limit = SIZE_MAX;
    json_object(&json);
    while (good && json_key(&json, &key)) {
        if (json_is(&key, "print")) {
            json_string(&json, &request->print);
        } else if (json_is(&key, "next")) {
            json_integer(&json, 0, INT64_MAX, &request->next);
        } else if (json_is(&key, "book")) {
            json_integer(&json, 0, INT64_MAX, &request->book);
        } else if (json_is(&key, "draw") && request->book >= 0) {
            json_skip(&json, &request->draw);
        } else if (json_is(&key, "include")) {
            json_copy(&json, SCRIPT_FILE_NAME - 1, &request->include);
        } else if (json_is(&key, "call")) {
            json_integer(&json, 0, SCRIPT_CALL_COUNT - 1, &request->number);
        } else if (json_is(&key, "with") && request->number >= 0) {
            good = script_value_read(&json, &script_rows[request->number], &run->arena,
                                     &request->call);
        } else {
            read_ending(&json, &key, &request->ending);
        }
    }
    bool complete = request->number < 0 || request->call.row != NULL;
    return json_end(&json, &ignored) && good && complete;
}

/* Does what the worker asks for until a piece of work has ended. */
static bool serve(struct run *run, struct ending *ending, struct error *err)
{
    struct request request;
    for (;;) {
        if (!worker_receive(run->worker, &run->message, err)) {
            return false;
        }
        if (!read_request(run, &request)) {
            return worker_refuse(run->worker, err);
        }
        *ending = request.ending;
        if (ending->ended || ending->more) {
            return true;
        }
        bool done = request.print.bytes != NULL ? print(run, &request.print, err)
                    : request.draw.bytes != NULL
                        ? serve_drawing(run, request.book, &request.draw, err)
                    : request.include != NULL ? serve_file(run, request.include, err)
                    : request.number >= 0     ? serve_call(run, request.number, &request.call, err)
                    : request.next >= 0       ? serve_next(run, request.next, err)
                                              : worker_refuse(run->worker, err);
        if (!done) {
            return false;
        }
    }
}

/* ---- the end -------------------------------------------------------------------------------------- */

/* A limit that was passed ends with the status of limits, wherever it was noticed. */
static void mark_limit(struct error *err)
{
    static const char *const limits[] = {"SANDBOX_STEPS", "SANDBOX_DEPTH", "SANDBOX_MEMORY",
                                         "WORKER_TIME"};
    for (size_t i = 0; err->id != NULL && i < sizeof limits / sizeof limits[0]; i++) {
        if (strcmp(err->id, limits[i]) == 0) {
            err->kind = ERROR_LIMIT;
        }
    }
}

/* Where the script stopped, for people: "skrip/ambil.lua:12". */
static const char *place_of(struct run *run, const char *where)
{
    const char *rest = NULL;
    const char *file = script_source_find(&run->script, where, &rest);
    return arena_format(&run->arena, "%s%s", file, rest);
}

/* Names the file of a fault for people: fault_error puts the two together by the file's last part. */
static const char *place_fault(const struct run *run, struct fault *fault)
{
    char where[sizeof fault->where];
    const char *rest = NULL;
    const char *file = script_source_find(&run->script, fault->where, &rest);
    if (rest[0] == ':') {
        const char *slash = strrchr(file, '/');
        snprintf(where, sizeof where, "%.80s%.40s", slash == NULL ? file : slash + 1, rest);
        memcpy(fault->where, where, sizeof where);
    }
    return file;
}

/* Turns an end that is no good one into *err. */
static bool explain(struct run *run, const struct ending *ending, struct error *err)
{
    struct fault fault;
    if (ending->good) {
        return true;
    }
    if (ending->said != NULL) {
        return error_set(err, M_SCRIPT_SAID, run->script.sources[0].shown, ending->said);
    }
    if (ending->failed != NULL && error_is_set(&run->failed)) {
        *err = run->failed;
        err->kind = err->kind == ERROR_USAGE ? ERROR_INPUT : err->kind;
        return run->drawn ? false : error_place(err, place_of(run, ending->failed));
    }
    if (ending->fault.bytes == NULL ||
        !fault_read(ending->fault.bytes, ending->fault.length, &fault)) {
        return worker_refuse(run->worker, err);
    }
    const char *place = place_fault(run, &fault);
    fault_error(&fault, ERROR_PACK, place, err);
    if (err->kind == ERROR_USAGE) { /* of the words behind its name: no line of it is wrong */
        snprintf(err->where, sizeof err->where, "%s", run->script.sources[0].shown);
    }
    mark_limit(err);
    return false;
}

/* Gives the worker the whole time again. It counts its instructions and its time itself; the rest is for its
 * beginning and its last words, and stops one that no longer counts. */
static void allow_time(const struct run *run)
{
    worker_allow(run->worker, run->order->seconds * 1000 + LIMIT_WORKER_MS);
}

static int run_file(struct run *run, struct error *err)
{
    struct ending ending = {.status = -1};
    allow_time(run);
    if (!serve(run, &ending, err)) {
        mark_limit(err);
        return 0;
    }
    explain(run, &ending, err);
    int status = ending.status > 0 ? (int)ending.status : 0;
    return status == 0 && run->script.refused ? error_exit_status(ERROR_INPUT) : status;
}

/* ---- the prompt ----------------------------------------------------------------------------------- */

/* Reads a line from standard input, after a prompt on a terminal; false at the end. */
static bool read_line(struct text *line, bool more)
{
    char *bytes = NULL;
    size_t room = 0;
    if (isatty(STDIN_FILENO) == 1) {
        fputs(more ? "...>  " : "spbe> ", stderr);
    }
    ssize_t length = getline(&bytes, &room, stdin);
    text_clear(line);
    if (length >= 0) {
        size_t kept = (size_t)length;
        kept -= kept > 0 && bytes[kept - 1] == '\n';
        text_append(line, bytes, kept);
    }
    free(bytes);
    return length >= 0;
}

/* Sends a line, and does what comes of it. False when the prompt is at its end. */
static bool do_line(struct run *run, const struct text *line, struct ending *ending,
                    struct error *err)
{
    struct text message = TEXT_EMPTY;
    struct error problem = {.kind = ERROR_NONE};
    if (text_utf8_prefix(line->bytes, line->length) != line->length ||
        memchr(line->bytes, '\0', line->length) != NULL) {
        error_set(&problem, M_SCRIPT_SOURCE, "-");
        error_print(&problem, stderr);
        return true;
    }
    text_add(&message, "{\"line\":");
    text_append_json(&message, line->bytes, line->length);
    text_add_byte(&message, '}');
    allow_time(run);
    bool alive = worker_send(run->worker, message.bytes, message.length, err) &&
                 serve(run, ending, err) && command_flush(err);
    text_release(&message);
    if (alive && ending->ended && !explain(run, ending, &problem)) {
        error_print(&problem, stderr);
    }
    return alive;
}

static int run_prompt(struct run *run, struct error *err)
{
    struct text line = TEXT_EMPTY;
    struct ending ending = {.status = -1};
    bool going = true;
    while (going && read_line(&line, ending.more)) {
        going = do_line(run, &line, &ending, err);
        going = going && !(ending.ended && ending.good && ending.status >= 0);
    }
    text_release(&line);
    mark_limit(err);
    return ending.status > 0 ? (int)ending.status : 0;
}

/* ---- all of it ------------------------------------------------------------------------------------ */

static int start(struct run *run, struct error *err)
{
    const struct script_order *order = run->order;
    const char *place = order->path == NULL ? "-" : order->path;
    run->script.access = script_access_new(order->arguments, order->count, order->folders, err);
    if (run->script.access != NULL) {
        run->worker = worker_start("script", place, ERROR_PACK, err);
    }
    if (run->worker == NULL) {
        return 0;
    }
    worker_about(run->worker, run->script.sources[0].name);
    if (!send_start(run, err)) {
        return 0;
    }
    return order->path == NULL ? run_prompt(run, err) : run_file(run, err);
}

int script_run(const struct script_order *order, struct error *err)
{
    struct run *run = memory_zero(1, sizeof *run);
    *run =
        (struct run){.order = order,
                     .script = {.call = order->call, .today = order->today, .origin = TEXT_EMPTY},
                     .arena = ARENA_EMPTY,
                     .source = TEXT_EMPTY,
                     .message = TEXT_EMPTY,
                     .answer = TEXT_EMPTY};
    bool read = script_source_open(&run->script, order->path, order->called, &run->source, err);
    int status = read ? start(run, err) : 0;
    worker_close(run->worker);
    script_state_release(&run->script);
    script_source_release(&run->script);
    script_access_free(run->script.access);
    arena_release(&run->arena);
    text_release(&run->source);
    text_release(&run->message);
    text_release(&run->answer);
    free(run);
    return status;
}
