#include "pack_guest.h"

#include "arena.h"
#include "fraction.h"
#include "guest.h"
#include "json.h"
#include "lang.h"
#include "limit.h"
#include "lua_json.h"
#include "lua_library.h"
#include "lua_score.h"
#include "lua_trace.h"
#include "lua_watch.h"
#include "memory.h"
#include "message.h"
#include "pack_try.h"
#include "sandbox.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

enum { NAME_MAX_BYTES = 48, PLACE_BYTES = 96 };

/* Where things lie in the registry, which foreign code cannot reach. */
static const char key_environment[] = "environment";
static const char key_files[] = "files";         /* names that were loaded, as keys */
static const char key_functions[] = "functions"; /* what was declared: name → function */

struct pack_guest {
    struct sandbox *sandbox;
    struct arena arena; /* of the request at hand */
    struct text answer, input;
    size_t values_left;      /* of LIMIT_PACK_VALUES */
    bool scoring;            /* all is frozen; no file may come any more */
    char about[PLACE_BYTES]; /* the function at work: file and line where it begins */
    struct lua_trace *trace; /* NULL: lines are not watched */
    long long steps;         /* that loading took; set when scoring begins */
    size_t total;            /* bytes that loading asked for; the same */
    long long score_steps;   /* of the dearest call of a function */
    long long cpu_ms;        /* that loading took */
    size_t data;             /* bytes that the largest file declared */
};

/* One request: a file to load, a function to call, or all functions of an assessment. */
struct request {
    const char *load; /* NULL when it is another kind */
    struct json_text source;
    const char *score;
    struct json_text input;
    struct json_text scores, values; /* without bytes when it is another kind */
    bool trace, report;
    bool watch;             /* questions for what is not in the input are noted */
    struct json_text know;  /* without bytes when it is another kind */
    struct json_text typed; /* the same */
    int64_t line;           /* of the session, where `typed` begins */
    bool whole;             /* nothing follows `typed` */
};

/* A value that a function may read, by the name of its indicator. */
struct known {
    const char *name;
    struct fraction value;
    const struct known *next;
};

/* What a body called in the sandbox works on. */
struct job {
    struct pack_guest *pack;
    const struct request *request;
};

static bool read_request(struct pack_guest *pack, const struct text *message,
                         struct request *request)
{
    struct json json;
    struct json_text key;
    struct error err = {0};
    json_open(&json, message->bytes, message->length, &pack->arena, NULL);
    json.value_limit = SIZE_MAX;
    json_object(&json);
    while (json_key(&json, &key)) {
        if (json_is(&key, "load")) {
            json_copy(&json, message->length, &request->load);
        } else if (json_is(&key, "source")) {
            json_string(&json, &request->source);
        } else if (json_is(&key, "score")) {
            json_copy(&json, message->length, &request->score);
        } else if (json_is(&key, "input")) {
            json_skip(&json, &request->input);
        } else if (json_is(&key, "scores")) {
            json_skip(&json, &request->scores);
        } else if (json_is(&key, "values")) {
            json_skip(&json, &request->values);
        } else if (json_is(&key, "trace")) {
            json_bool(&json, &request->trace);
        } else if (json_is(&key, "report")) {
            json_bool(&json, &request->report);
        } else if (json_is(&key, "watch")) {
            json_bool(&json, &request->watch);
        } else if (json_is(&key, "know")) {
            json_skip(&json, &request->know);
        } else if (json_is(&key, "try")) {
            json_string(&json, &request->typed);
        } else if (json_is(&key, "line")) {
            json_integer(&json, 1, INT32_MAX, &request->line);
        } else if (json_is(&key, "whole")) {
            json_bool(&json, &request->whole);
        } else {
            json_fail(&json, M_WORKER_REQUEST);
        }
    }
    int load = request->load != NULL && request->source.bytes != NULL;
    int score = request->score != NULL && request->input.bytes != NULL;
    int scores = request->scores.bytes != NULL && request->values.bytes != NULL;
    int session = (request->know.bytes != NULL) + (request->typed.bytes != NULL);
    return json_end(&json, &err) &&
           load + score + scores + session + request->trace + request->report == 1;
}

/* ---- declare -------------------------------------------------------------------------------------- */

static bool good_name(const char *name)
{
    static const char end[] = ".lua";
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    size_t length = strlen(name);
    size_t base = strspn(name, allowed);
    return base > 0 && length <= NAME_MAX_BYTES && strcmp(name + base, end) == 0;
}

/* Notes that the file was loaded; raises when it was before. */
static void note_file(lua_State *L, const char *name)
{
    lua_getfield(L, LUA_REGISTRYINDEX, key_files);
    if (lua_getfield(L, -1, name) != LUA_TNIL) {
        sandbox_raise_at(L, M_PACK_GUEST_TWICE, name, NULL, NULL);
    }
    lua_pushboolean(L, 1);
    lua_setfield(L, -3, name);
    lua_pop(L, 2);
}

/* Keeps a declared function for the score phase: lua_json_writer.keep. */
static void keep_function(lua_State *L, const char *name)
{
    lua_getfield(L, LUA_REGISTRYINDEX, key_functions);
    lua_pushvalue(L, -2);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

/* Runs the compiled file on the top of the stack; leaves the table that it returned. */
static void run_file(lua_State *L, const char *name)
{
    int base = lua_gettop(L);
    lua_call(L, 0, LUA_MULTRET);
    int results = lua_gettop(L) - base + 1;
    if (results != 1 || !lua_istable(L, -1)) {
        const char *what = results > 1 ? N_("several values") : sandbox_phrase(L, base);
        sandbox_raise_at(L, M_PACK_GUEST_TABLE, name, what, NULL);
    }
}

/* body(job) of "load" */
static int load_file(lua_State *L)
{
    const struct job *job = lua_touserdata(L, 1);
    struct pack_guest *pack = job->pack;
    const char *name = job->request->load;
    if (!good_name(name)) {
        return sandbox_raise_at(L, M_PACK_GUEST_NAME, name, NULL, NULL);
    }
    if (pack->scoring) {
        return sandbox_raise_at(L, M_PACK_GUEST_LATE, name, NULL, NULL);
    }
    note_file(L, name);
    lua_getfield(L, LUA_REGISTRYINDEX, key_environment);
    sandbox_load(L, name, job->request->source.bytes, job->request->source.length);
    run_file(L, name);
    struct lua_json_writer writer = {.out = &pack->answer,
                                     .file = name,
                                     .depth_limit = LIMIT_PACK_DEPTH,
                                     .values_left = pack->values_left,
                                     .values = LIMIT_PACK_VALUES,
                                     .bytes = LIMIT_PACK_DATA,
                                     .text_bytes = LIMIT_PACK_TEXT,
                                     .plain = true,
                                     .keep = keep_function};
    text_add(&pack->answer, "{\"value\":");
    lua_json_write(L, -1, &writer);
    text_add_byte(&pack->answer, '}');
    pack->values_left = writer.values_left;
    pack->data = pack->answer.length > pack->data ? pack->answer.length : pack->data;
    return 0;
}

/* ---- score ---------------------------------------------------------------------------------------- */

/* Pushes the table of declared functions, frozen at the first time. [-0, +1, m] */
static void push_functions(lua_State *L, struct pack_guest *pack)
{
    lua_getfield(L, LUA_REGISTRYINDEX, key_functions);
    if (!pack->scoring) {
        pack->steps = sandbox_steps(pack->sandbox);
        pack->total = sandbox_total(pack->sandbox);
        pack->cpu_ms = sandbox_cpu_ms(pack->sandbox);
        lua_score_freeze(L, -1);
        pack->scoring = true;
    }
}

/* Names the function on the top of the stack for faults that know no line. [-0, +0, –] */
static void name_function(lua_State *L, struct pack_guest *pack)
{
    lua_Debug about;
    lua_pushvalue(L, -1);
    lua_getinfo(L, ">S", &about);
    snprintf(pack->about, sizeof pack->about, "%s:%d", about.short_src, about.linedefined);
    sandbox_about(pack->sandbox, pack->about);
}

/* Calls one function with a budget of its own and appends its answer; the functions are on the top.
 * [-0, +0, e] */
static void call_function(lua_State *L, struct pack_guest *pack, const char *name,
                          const char *input, size_t length, bool watched)
{
    static const struct sandbox_budget budget = {LIMIT_SCORE_STEPS, LIMIT_LUA_MS};
    struct json json;
    sandbox_begin(pack->sandbox, &budget);
    if (lua_getfield(L, -1, name) != LUA_TFUNCTION) {
        sandbox_raise_at(L, M_SCORE_FUNCTION, name, NULL, NULL);
    }
    name_function(L, pack);
    json_open(&json, input, length, &pack->arena, NULL);
    if (!lua_json_read(L, &json, true) || error_is_set(&json.error)) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    if (watched) {
        lua_watch(L, -1);
    }
    lua_score_call(L, &pack->answer);
    long long steps = sandbox_steps(pack->sandbox);
    pack->score_steps = steps > pack->score_steps ? steps : pack->score_steps;
}

/* body(job) of "score" */
static int score(lua_State *L)
{
    const struct job *job = lua_touserdata(L, 1);
    push_functions(L, job->pack);
    call_function(L, job->pack, job->request->score, job->request->input.bytes,
                  job->request->input.length, job->request->watch);
    if (job->request->watch) {
        struct text *answer = &job->pack->answer;
        answer->length--; /* the bracket that ends it */
        text_add(answer, ",\"missed\":");
        lua_watch_write(L, answer);
        text_add_byte(answer, '}');
    }
    return 0;
}

/* One function of an assessment, and the values that are known so far. */
struct turn {
    const char *of, *score;
    struct json_text uses, input;
    const struct known *known; /* the latest first */
};

static bool read_turn(struct json *json, struct turn *turn)
{
    struct json_text key;
    turn->of = turn->score = NULL;
    turn->uses.bytes = turn->input.bytes = NULL;
    json_object(json);
    while (json_key(json, &key)) {
        if (json_is(&key, "of")) {
            json_copy(json, SIZE_MAX, &turn->of);
        } else if (json_is(&key, "score")) {
            json_copy(json, SIZE_MAX, &turn->score);
        } else if (json_is(&key, "uses")) {
            json_skip(json, &turn->uses);
        } else if (json_is(&key, "input")) {
            json_skip(json, &turn->input);
        } else {
            return false;
        }
    }
    return turn->of != NULL && turn->score != NULL && turn->uses.bytes != NULL &&
           turn->input.bytes != NULL && turn->input.bytes[turn->input.length - 1] == '}';
}

/* Remembers an exact number that is written as a text; false when it is none. */
static bool remember(struct pack_guest *pack, struct turn *turn, const char *name,
                     const char *value, size_t length)
{
    struct known *known = arena_get(&pack->arena, 1, sizeof *known);
    *known = (struct known){.name = name, .next = turn->known};
    turn->known = known;
    return fraction_parse(value, length, false, &known->value);
}

/* Takes the values that came with the question. */
static bool read_values(struct pack_guest *pack, const struct json_text *values, struct turn *turn)
{
    struct json json;
    struct json_text key, value;
    struct error ignored = {0};
    bool good = true;
    json_open(&json, values->bytes, values->length, &pack->arena, NULL);
    json_object(&json);
    while (json_key(&json, &key)) {
        good = json_string(&json, &value) &&
               remember(pack, turn, arena_copy(&pack->arena, key.bytes, key.length), value.bytes,
                        value.length) &&
               good;
    }
    return json_end(&json, &ignored) && good;
}

/* Writes "name":value for a function: a whole number, or [numerator, denominator]. False when it is not
 * known. */
static bool add_value(const struct turn *turn, const char *name, struct text *out)
{
    const struct known *known = turn->known;
    while (known != NULL && strcmp(known->name, name) != 0) {
        known = known->next;
    }
    if (known == NULL) {
        return false;
    }
    text_add_json(out, name);
    text_add(out, fraction_is_whole(known->value) ? ":" : ":[");
    text_add_int(out, known->value.num);
    if (!fraction_is_whole(known->value)) {
        text_add_byte(out, ',');
        text_add_int(out, known->value.den);
        text_add_byte(out, ']');
    }
    return true;
}

/* The input of a function with the values that it uses. False when the question makes no sense. */
static bool join_input(struct pack_guest *pack, const struct turn *turn, struct text *out)
{
    struct json json;
    struct error ignored = {0};
    const char *name = NULL;
    bool first = true;
    bool empty = turn->input.length == 2;
    text_append(out, turn->input.bytes, turn->input.length - 1);
    text_add(out, empty ? "\"values\":{" : ",\"values\":{");
    json_open(&json, turn->uses.bytes, turn->uses.length, &pack->arena, NULL);
    json_array(&json);
    while (json_item(&json)) {
        text_add(out, first ? "" : ",");
        first = false;
        if (!json_copy(&json, SIZE_MAX, &name) || !add_value(turn, name, out)) {
            return false;
        }
    }
    text_add(out, "}}");
    return json_end(&json, &ignored);
}

/* Keeps the value that the last function returned: the text behind the beginning of its answer. */
static void keep_value(struct pack_guest *pack, struct turn *turn, size_t start)
{
    static const char begin[] = "{\"value\":\"";
    const char *value = pack->answer.bytes + start + sizeof begin - 1;
    remember(pack, turn, turn->of, value, strcspn(value, "\""));
}

/* body(job) of "scores": answers in the order of the question */
static int score_all(lua_State *L)
{
    const struct job *job = lua_touserdata(L, 1);
    struct pack_guest *pack = job->pack;
    struct turn turn = {.known = NULL};
    struct json json;
    bool good = read_values(pack, &job->request->values, &turn);
    push_functions(L, pack);
    text_add(&pack->answer, "{\"scores\":[");
    json_open(&json, job->request->scores.bytes, job->request->scores.length, &pack->arena, NULL);
    json.value_limit = SIZE_MAX;
    json_array(&json);
    for (bool first = true; good && json_item(&json); first = false) {
        text_clear(&pack->input);
        good = read_turn(&json, &turn) && join_input(pack, &turn, &pack->input);
        if (good) {
            text_add(&pack->answer, first ? "" : ",");
            size_t start = pack->answer.length;
            call_function(L, pack, turn.score, pack->input.bytes, pack->input.length, false);
            keep_value(pack, &turn, start);
        }
    }
    if (!good || error_is_set(&json.error)) {
        return sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    text_add(&pack->answer, "]}");
    return 0;
}

/* ---- watching ------------------------------------------------------------------------------------- */

/* body(job) of "trace" */
static int trace(lua_State *L)
{
    const struct job *job = lua_touserdata(L, 1);
    struct pack_guest *pack = job->pack;
    if (pack->trace == NULL) {
        pack->trace = lua_trace_new();
        sandbox_trace(pack->sandbox, lua_trace_note, pack->trace);
    }
    text_add(&pack->answer, "{\"trace\":true}");
    return 0;
}

static void add_number(struct text *out, const char *key, long long number)
{
    text_format(out, "%s\"%s\":%lld", out->length == 1 ? "" : ",", key, number);
}

/* body(job) of "report" */
static int report(lua_State *L)
{
    const struct job *job = lua_touserdata(L, 1);
    struct pack_guest *pack = job->pack;
    push_functions(L, pack);
    text_add(&pack->answer, "{");
    add_number(&pack->answer, "steps", pack->steps);
    add_number(&pack->answer, "total", (long long)pack->total);
    add_number(&pack->answer, "peak", (long long)sandbox_peak(pack->sandbox));
    add_number(&pack->answer, "values", (long long)(LIMIT_PACK_VALUES - pack->values_left));
    add_number(&pack->answer, "data", (long long)pack->data);
    add_number(&pack->answer, "cpu_ms", pack->cpu_ms);
    add_number(&pack->answer, "score_steps", pack->score_steps);
    text_add(&pack->answer, ",\"functions\":[");
    lua_score_reached(L);
    lua_trace_write(L, -1, pack->trace, &pack->answer);
    text_add(&pack->answer, "]}");
    return 0;
}

/* ---- a session ------------------------------------------------------------------------------------ */

/* body(job) of "know" */
static int know(lua_State *L)
{
    static const struct sandbox_budget budget = {LIMIT_PACK_STEPS, LIMIT_LUA_MS};
    const struct job *job = lua_touserdata(L, 1);
    struct pack_guest *pack = job->pack;
    struct json json;
    sandbox_begin(pack->sandbox, &budget);
    lua_getfield(L, LUA_REGISTRYINDEX, key_environment);
    int environment = lua_gettop(L);
    push_functions(L, pack);
    json_open(&json, job->request->know.bytes, job->request->know.length, &pack->arena, NULL);
    json.value_limit = SIZE_MAX;
    if (!pack_try_know(L, environment, &json)) {
        return sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    text_add(&pack->answer, "{\"known\":true}");
    return 0;
}

/* body(job) of "try" */
static int try_typed(lua_State *L)
{
    static const struct sandbox_budget budget = {LIMIT_SCORE_STEPS, LIMIT_LUA_MS};
    const struct job *job = lua_touserdata(L, 1);
    const struct request *request = job->request;
    const struct try_line line = {.source = request->typed.bytes,
                                  .length = request->typed.length,
                                  .line = (size_t)request->line,
                                  .whole = request->whole};
    snprintf(job->pack->about, sizeof job->pack->about, "input-%zu", line.line);
    sandbox_about(job->pack->sandbox, job->pack->about);
    sandbox_begin(job->pack->sandbox, &budget);
    pack_try_run(L, &line, &job->pack->answer);
    return 0;
}

/* ---- the role ------------------------------------------------------------------------------------- */

/* body(pack): what is there before the first file */
static int set_up(lua_State *L)
{
    lua_library_open(L, LIBRARY_PACK, NULL);
    lua_setfield(L, LUA_REGISTRYINDEX, key_environment);
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, key_files);
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, key_functions);
    return 0;
}

static bool open_pack(struct pack_guest *pack, struct fault *fault)
{
    static const struct sandbox_limits limits = {LIMIT_LUA_BYTES, LIMIT_PACK_TOTAL, 0, false};
    static const struct sandbox_budget budget = {LIMIT_PACK_STEPS, LIMIT_LUA_MS};
    pack->values_left = LIMIT_PACK_VALUES;
    pack->sandbox = sandbox_open(&limits, fault);
    if (pack->sandbox == NULL) {
        return false;
    }
    sandbox_begin(pack->sandbox, &budget);
    return sandbox_call(pack->sandbox, set_up, pack, fault);
}

/* body(pack): what a watched function had asked for before it failed */
static int tell_missed(lua_State *L)
{
    struct pack_guest *pack = lua_touserdata(L, 1);
    text_add(&pack->answer, ",\"missed\":");
    lua_watch_write(L, &pack->answer);
    text_add_byte(&pack->answer, '}');
    return 0;
}

/* A failure that ends neither a session nor a trial becomes its answer. False where it ends the worker. */
static bool survive(struct pack_guest *pack, const struct request *request, struct fault *fault)
{
    bool session = request->typed.bytes != NULL;
    if ((!session && !request->watch) || !pack_try_failed(fault, &pack->answer)) {
        return false;
    }
    *fault = (struct fault){0};
    if (request->watch) {
        pack->answer.length--; /* the bracket that ends it */
        return sandbox_call(pack->sandbox, tell_missed, pack, fault);
    }
    return true;
}

static bool answer(struct pack_guest *pack, const struct text *message, struct fault *fault)
{
    struct request request = {0};
    struct job job = {.pack = pack, .request = &request};
    text_clear(&pack->answer);
    arena_clear(&pack->arena);
    if (!read_request(pack, message, &request)) {
        return fault_set(fault, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    sandbox_about(pack->sandbox, request.load != NULL ? request.load : "");
    lua_CFunction body = request.load != NULL          ? load_file
                         : request.score != NULL       ? score
                         : request.trace               ? trace
                         : request.report              ? report
                         : request.know.bytes != NULL  ? know
                         : request.typed.bytes != NULL ? try_typed
                                                       : score_all;
    return sandbox_call(pack->sandbox, body, &job, fault) || survive(pack, &request, fault);
}

/* All but the sandbox, which goes with the process. */
static void release(struct pack_guest *pack)
{
    lua_trace_free(pack->trace);
    arena_release(&pack->arena);
    text_release(&pack->answer);
    text_release(&pack->input);
}

void pack_guest_run(void)
{
    struct pack_guest pack = {.arena = ARENA_EMPTY, .answer = TEXT_EMPTY, .input = TEXT_EMPTY};
    struct text message = TEXT_EMPTY;
    struct fault fault = {0};
    open_pack(&pack, &fault);
    while (guest_receive(&message)) {
        if (fault.id == NULL && answer(&pack, &message, &fault)) {
            guest_send(pack.answer.bytes, pack.answer.length);
        } else {
            guest_fail(&fault);
        }
    }
    text_release(&message);
    release(&pack);
}
