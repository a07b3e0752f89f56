#include "script_guest.h"

#include "guest.h"
#include "json.h"
#include "lang.h"
#include "limit.h"
#include "lua_freeze.h"
#include "lua_json.h"
#include "lua_library.h"
#include "lua_string.h"
#include "message.h"
#include "sandbox.h"
#include "script_call.h"
#include "script_local.h"
#include "template_lua.h"

#include <assert.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

enum { PRINT_BYTES = 32768, STATUS_MOST = 7 };

static const char key_environment[] = "spbe.environment";

extern const char script_options_lua[]; /* script_options.lua, which the Makefile makes a text of */

/* The parent's first message. */
struct start {
    const char *file, *language, *today;
    struct json_text source;    /* a text */
    struct json_text arguments; /* a JSON list */
    int64_t memory, ms, steps;
    bool prompt;
};

/* The role's whole state. */
struct script_guest {
    struct sandbox *sandbox;
    struct start start;
    struct arena arena;   /* of the start */
    struct arena scratch; /* of the answer at hand */
    struct text printed;  /* that waits to be sent */
    struct text message;
    struct text reply;
    struct text failed; /* the sentence of the last call that failed */
    struct text typed;  /* at the prompt, while it is not complete */
};

/* What a body called in the sandbox works on. */
struct job {
    struct script_guest *guest;
    bool more; /* what was typed is not complete */
};

static struct script_guest *guest_of(lua_State *L)
{
    return lua_touserdata(L, lua_upvalueindex(1));
}

/* ---- printing ------------------------------------------------------------------------------------- */

/* Sends one piece of text for standard output. */
static void send_print(struct script_guest *guest, const char *bytes, size_t length)
{
    text_clear(&guest->message);
    text_add(&guest->message, "{\"print\":");
    text_append_json(&guest->message, bytes, length);
    text_add_byte(&guest->message, '}');
    guest_send(guest->message.bytes, guest->message.length);
}

/* Sends what was printed, in pieces that end between characters. */
static void flush_print(struct script_guest *guest)
{
    size_t at = 0;
    while (at < guest->printed.length) {
        size_t left = guest->printed.length - at;
        size_t length = left > PRINT_BYTES ? PRINT_BYTES : left;
        length = text_utf8_prefix(guest->printed.bytes + at, length);
        send_print(guest, guest->printed.bytes + at, length);
        at += length;
    }
    text_clear(&guest->printed);
}

/* Appends text as it can be sent: '?' for NUL and for what is no UTF-8. */
static void add_printed(struct script_guest *guest, const char *bytes, size_t length)
{
    while (length > 0) {
        size_t good = text_utf8_prefix(bytes, length);
        const char *nul = memchr(bytes, '\0', good);
        good = nul == NULL ? good : (size_t)(nul - bytes);
        text_append(&guest->printed, bytes, good);
        if (good < length) {
            text_add_byte(&guest->printed, '?');
            good++;
        }
        bytes += good;
        length -= good;
    }
}

/* print(…) [-0, +0, e] */
static int print(lua_State *L)
{
    struct script_guest *guest = guest_of(L);
    int count = lua_gettop(L);
    for (int i = 1; i <= count; i++) {
        size_t length = 0;
        lua_pushcfunction(L, lua_string_tostring);
        lua_pushvalue(L, i);
        lua_call(L, 1, 1);
        const char *bytes = lua_tolstring(L, -1, &length);
        sandbox_charge(L, 1 + length / 64);
        add_printed(guest, i > 1 ? "\t" : "", i > 1);
        for (size_t at = 0; at < length; at += PRINT_BYTES) {
            add_printed(guest, bytes + at, length - at < PRINT_BYTES ? length - at : PRINT_BYTES);
        }
        lua_pop(L, 1);
    }
    text_add_byte(&guest->printed, '\n');
    if (guest->printed.length >= PRINT_BYTES) {
        flush_print(guest);
    }
    return 0;
}

/* ---- calls ---------------------------------------------------------------------------------------- */

/* Raises a sentence of the parent at the line of the script, so that it can be caught. */
static int raise_failed(lua_State *L, struct script_guest *guest, const struct json_text *sentence)
{
    text_clear(&guest->failed);
    text_append(&guest->failed, sentence->bytes, sentence->length);
    luaL_where(L, 1);
    lua_pushlstring(L, guest->failed.bytes, guest->failed.length);
    lua_concat(L, 2);
    return lua_error(L);
}

/* Sends guest->message and pushes what the answer gives. [-0, +1, e] */
static void ask(lua_State *L, struct script_guest *guest)
{
    struct json json;
    struct json_text key;
    struct json_text failed = {NULL, 0};
    struct error ignored = {.kind = ERROR_NONE};
    bool read = false;
    guest_send(guest->message.bytes, guest->message.length);
    if (!guest_receive(&guest->reply)) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    arena_clear(&guest->scratch);
    sandbox_charge(L, 100 + guest->reply.length / 64);
    json_open(&json, guest->reply.bytes, guest->reply.length, &guest->scratch, NULL);
    json.value_limit = SIZE_MAX;
    json_object(&json);
    while (json_key(&json, &key)) {
        if (json_is(&key, "value") && !read) {
            read = lua_json_read(L, &json, false);
        } else {
            json_string(&json, &failed);
        }
    }
    if (!json_end(&json, &ignored) || read == (failed.bytes != NULL)) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    if (failed.bytes != NULL) {
        raise_failed(L, guest, &failed);
    }
}

/* Turns the number on the top of the stack into a handle. [-1, +1, m] */
static void wrap(lua_State *L, const char *metatable)
{
    struct script_handle *handle = lua_newuserdatauv(L, sizeof *handle, 0);
    handle->number = lua_tointeger(L, -2);
    luaL_setmetatable(L, metatable);
    lua_remove(L, -2);
}

/* walk() → item | nil: upvalues are the guest, the walk's number, the page at hand, how far it is used
 * [-0, +1, e] */
static int walk_next(lua_State *L)
{
    struct script_guest *guest = guest_of(L);
    lua_Integer used = lua_tointeger(L, lua_upvalueindex(4));
    if (used == (lua_Integer)lua_rawlen(L, lua_upvalueindex(3))) {
        flush_print(guest);
        text_clear(&guest->message);
        text_format(&guest->message, "{\"next\":%lld}",
                    (long long)lua_tointeger(L, lua_upvalueindex(2)));
        ask(L, guest);
        if (!lua_istable(L, -1)) {
            sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
        }
        lua_replace(L, lua_upvalueindex(3));
        used = 0;
    }
    if (lua_rawgeti(L, lua_upvalueindex(3), used + 1) != LUA_TNIL) {
        lua_pushinteger(L, used + 1);
        lua_replace(L, lua_upvalueindex(4));
    }
    return 1;
}

/* Every function of script_rows; upvalue 2 is its number. [-0, +1, e] */
static int call(lua_State *L)
{
    struct script_guest *guest = guest_of(L);
    lua_Integer number = lua_tointeger(L, lua_upvalueindex(2));
    const struct script_row *row = &script_rows[number];
    flush_print(guest);
    text_clear(&guest->message);
    text_format(&guest->message, "{\"call\":%d,\"with\":[", (int)number);
    script_call_arguments(L, row, &guest->message);
    text_add(&guest->message, "]}");
    ask(L, guest);
    switch (script_row_result(row)) {
    case 'a':
        wrap(L, SCRIPT_CALL_ASSESSMENT);
        break;
    case 'w':
        wrap(L, SCRIPT_CALL_OUTPUT);
        break;
    case 'p': /* the number of the walk is on the stack */
        lua_pushlightuserdata(L, guest);
        lua_insert(L, -2);
        lua_newtable(L);
        lua_pushinteger(L, 0);
        lua_pushcclosure(L, walk_next, 4);
        break;
    default:
        break;
    }
    return 1;
}

/* ---- the run -------------------------------------------------------------------------------------- */

/* Says how it ended, and waits for the parent to end this process. */
static _Noreturn void end_here(struct script_guest *guest)
{
    guest_send(guest->message.bytes, guest->message.length);
    while (guest_receive(&guest->reply)) {
    }
    _Exit(0);
}

/* Ends the run with an exit status. */
static _Noreturn void end_with(struct script_guest *guest, int status)
{
    flush_print(guest);
    text_clear(&guest->message);
    text_format(&guest->message, "{\"end\":true,\"status\":%d}", status);
    end_here(guest);
}

/* spbe.exit([status]) [ends] */
static int control_exit(lua_State *L)
{
    lua_Integer status = luaL_optinteger(L, 1, 0);
    if (status < 0 || status > STATUS_MOST) {
        template_lua_refuse(L, 1, "spbe.exit([status])");
    }
    end_with(guest_of(L), (int)status);
}

/* Raises what is wrong with the words behind the script. */
static int raise_words(lua_State *L, const char *problem, const char *word)
{
    return strcmp(problem, "unknown") == 0 ? sandbox_raise(L, M_SCRIPT_UNKNOWN, word, NULL)
           : strcmp(problem, "value") == 0 ? sandbox_raise(L, M_SCRIPT_VALUE, word, NULL)
           : strcmp(problem, "plain") == 0 ? sandbox_raise(L, M_SCRIPT_PLAIN, word, NULL)
           : strcmp(problem, "few") == 0   ? sandbox_raise(L, M_SCRIPT_FEW, word, NULL)
                                           : sandbox_raise(L, M_SCRIPT_MANY, word, NULL);
}

/* spbe.options(declared) → table [-0, +1, e]: script_options.lua does it */
static int control_options(lua_State *L)
{
    struct script_guest *guest = guest_of(L);
    if (lua_type(L, 1) != LUA_TTABLE) {
        template_lua_refuse(L, 1, "spbe.options(declared)");
    }
    lua_settop(L, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, key_environment);
    sandbox_load(L, "spbe.options", script_options_lua, strlen(script_options_lua));
    lua_insert(L, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, key_environment);
    lua_getfield(L, -1, "arg");
    lua_replace(L, -2);
    lua_pushstring(L, guest->start.language);
    lua_pushlightuserdata(L, guest);
    lua_pushcclosure(L, print, 1);
    lua_call(L, 4, 3);
    if (lua_isnil(L, 1)) {
        return raise_words(L, lua_tostring(L, 2), lua_tostring(L, 3));
    }
    if (lua_isboolean(L, 1)) {
        end_with(guest, 0);
    }
    lua_settop(L, 1);
    return 1;
}

/* spbe.fail(text) [raises or ends] */
static int control_fail(lua_State *L)
{
    struct script_guest *guest = guest_of(L);
    size_t length = 0;
    if (lua_type(L, 1) != LUA_TSTRING) {
        template_lua_refuse(L, 1, "spbe.fail(text)");
    }
    const char *bytes = lua_tolstring(L, 1, &length);
    if (guest->start.prompt) {
        return luaL_error(L, "%s", bytes);
    }
    flush_print(guest);
    text_clear(&guest->message);
    text_add(&guest->message, "{\"end\":false,\"said\":");
    add_printed(guest, bytes, length > PRINT_BYTES ? PRINT_BYTES : length);
    text_append_json(&guest->message, guest->printed.bytes, guest->printed.length);
    text_add_byte(&guest->message, '}');
    end_here(guest);
}

/* spbe.today() → text [-0, +1, m] */
static int control_today(lua_State *L)
{
    lua_pushstring(L, guest_of(L)->start.today);
    return 1;
}

/* ---- the environment ------------------------------------------------------------------------------ */

/* index(table, name) [raises]: a name that is not there; upvalue 1 is what stands before it */
static int miss(lua_State *L)
{
    lua_pushfstring(L, "%s%s", lua_tostring(L, lua_upvalueindex(1)),
                    lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
    return sandbox_raise(L, M_SANDBOX_UNKNOWN, lua_tostring(L, -1), NULL);
}

/* Makes reading a name that is not in the table on the top of the stack an error. [-0, +0, m] */
static void be_strict(lua_State *L, const char *before)
{
    lua_createtable(L, 0, 1);
    lua_pushstring(L, before);
    lua_pushcclosure(L, miss, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
}

/* Pushes the functions whose shape begins with `letter`; 0: those that are no methods. [-0, +1, m] */
static void push_functions(lua_State *L, struct script_guest *guest, char letter)
{
    lua_newtable(L);
    for (int i = 0; i < SCRIPT_CALL_COUNT; i++) {
        char first = script_rows[i].shape[0];
        if (first == letter || (letter == 0 && first != 'a' && first != 'w')) {
            lua_pushlightuserdata(L, guest);
            lua_pushinteger(L, i);
            lua_pushcclosure(L, call, 2);
            lua_setfield(L, -2, script_rows[i].name);
        }
    }
}

/* Makes the metatable of what has methods. */
static void add_methods(lua_State *L, struct script_guest *guest, const char *metatable,
                        const char *before, char letter)
{
    luaL_newmetatable(L, metatable);
    push_functions(L, guest, letter);
    be_strict(L, before);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

/* Sets `spbe` in the table on the top of the stack. */
static void add_spbe(lua_State *L, struct script_guest *guest, bool english)
{
    static const luaL_Reg controls[] = {
#define CONTROL_ROW(lua, call, meaning) {#lua, control_##lua},
        SCRIPT_CONTROLS(CONTROL_ROW)
#undef CONTROL_ROW
            {NULL, NULL}};
    push_functions(L, guest, 0);
    script_local_add(L, english);
    for (const luaL_Reg *row = controls; row->name != NULL; row++) {
        lua_pushlightuserdata(L, guest);
        lua_pushcclosure(L, row->func, 1);
        lua_setfield(L, -2, row->name);
    }
    be_strict(L, "spbe.");
    lua_freeze_wrap(L, NULL);
    lua_setfield(L, -2, "spbe");
}

/* Sets `arg` in the table on the top of the stack. */
static void add_arguments(lua_State *L, struct script_guest *guest)
{
    struct json json;
    const struct json_text *list = &guest->start.arguments;
    json_open(&json, list->bytes, list->length, &guest->scratch, NULL);
    json.value_limit = SIZE_MAX;
    if (!lua_json_read(L, &json, false)) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    lua_pushstring(L, guest->start.file);
    lua_rawseti(L, -2, 0);
    lua_setfield(L, -2, "arg");
}

/* newindex(environment, name, value): the prompt keeps it [-0, +0, e] */
static int keep_name(lua_State *L)
{
    lua_freeze_data(L, 1);
    lua_insert(L, 2);
    lua_rawset(L, 2);
    return 0;
}

/* body(job): makes the environment */
static int set_up(lua_State *L)
{
    const struct job *job = lua_touserdata(L, 1);
    struct script_guest *guest = job->guest;
    bool english = strcmp(guest->start.language, "en") == 0;
    lua_library_open(L, LIBRARY_SCRIPT, NULL);
    lua_freeze_data(L, -1);
    add_methods(L, guest, SCRIPT_CALL_ASSESSMENT, "assessment:", 'a');
    add_methods(L, guest, SCRIPT_CALL_OUTPUT, "output:", 'w');
    add_spbe(L, guest, english);
    add_arguments(L, guest);
    lua_pushlightuserdata(L, guest);
    lua_pushcclosure(L, print, 1);
    lua_setfield(L, -2, "print");
    lua_pushstring(L, guest->start.language);
    lua_setfield(L, -2, "language");
    if (guest->start.prompt) {
        lua_freeze_wrap(L, keep_name); /* over the same names */
    } else {
        lua_pop(L, 1);
    }
    lua_setfield(L, LUA_REGISTRYINDEX, key_environment);
    return 0;
}

/* body(job): the script itself */
static int run_file(lua_State *L)
{
    const struct job *job = lua_touserdata(L, 1);
    const struct start *start = &job->guest->start;
    lua_getfield(L, LUA_REGISTRYINDEX, key_environment);
    sandbox_load(L, start->file, start->source.bytes, start->source.length);
    lua_call(L, 0, 0);
    return 0;
}

/* ---- the prompt ----------------------------------------------------------------------------------- */

/* load(source) → function [-1, +1, e] */
static int load_typed(lua_State *L)
{
    size_t length = 0;
    const char *source = lua_tolstring(L, 1, &length);
    lua_getfield(L, LUA_REGISTRYINDEX, key_environment);
    sandbox_load(L, "-", source, length);
    return 1;
}

/* Compiles a text; pushes the function, or what is wrong with it and gives back false. [-0, +1, e] */
static bool compile(lua_State *L, const char *before, const struct text *typed)
{
    lua_pushcfunction(L, load_typed);
    lua_pushfstring(L, "%s%s", before, typed->bytes);
    int status = lua_pcall(L, 1, 1, 0);
    if (status != LUA_OK && !sandbox_forgive(L, status)) {
        sandbox_rethrow(L);
    }
    return status == LUA_OK;
}

/* True when what the compiler says is that the text ends too early. */
static bool ends_early(const char *problem)
{
    static const char end[] = "near <eof>";
    size_t length = strlen(problem);
    return length >= sizeof end - 1 && strcmp(problem + length - (sizeof end - 1), end) == 0;
}

/* Pushes the function of what was typed: an expression, else statements; nothing when more is to come.
 * [-0, +(0|1), e] */
static bool compile_typed(lua_State *L, struct job *job)
{
    const struct text *typed = &job->guest->typed;
    if (compile(L, "return ", typed)) {
        return true;
    }
    job->more = ends_early(lua_tostring(L, -1));
    if (compile(L, "", typed)) {
        job->more = false;
        return true;
    }
    job->more = job->more || ends_early(lua_tostring(L, -1));
    if (!job->more) { /* once more, for the fault itself */
        lua_getfield(L, LUA_REGISTRYINDEX, key_environment);
        sandbox_load(L, "-", typed->bytes, typed->length);
    }
    return false;
}

/* Prints the values above `base`; tables as JSON. [-0, +0, e] */
static void print_values(lua_State *L, struct script_guest *guest, int base)
{
    int top = lua_gettop(L);
    for (int i = base + 1; i <= top; i++) {
        if (lua_istable(L, i)) {
            text_clear(&guest->message);
            script_call_value(L, i, "-", &guest->message);
            lua_pushlstring(L, guest->message.bytes, guest->message.length);
            lua_replace(L, i);
        }
    }
    if (top > base) {
        lua_pushlightuserdata(L, guest);
        lua_pushcclosure(L, print, 1);
        lua_insert(L, base + 1);
        lua_call(L, top - base, 0);
    }
}

/* body(job): what was typed */
static int run_typed(lua_State *L)
{
    struct job *job = lua_touserdata(L, 1);
    if (compile_typed(L, job)) {
        int base = lua_gettop(L) - 1;
        lua_call(L, 0, LUA_MULTRET);
        print_values(L, job->guest, base);
    }
    return 0;
}

/* ---- the role ------------------------------------------------------------------------------------- */

/* Reads the first message. */
static bool read_start(struct script_guest *guest, const struct text *message)
{
    struct start *start = &guest->start;
    struct json json;
    struct json_text key;
    struct error ignored = {.kind = ERROR_NONE};
    json_open(&json, message->bytes, message->length, &guest->arena, NULL);
    json.value_limit = SIZE_MAX;
    json_object(&json);
    while (json_key(&json, &key)) {
        if (json_is(&key, "file")) {
            json_copy(&json, LIMIT_TEXT_BYTES, &start->file);
        } else if (json_is(&key, "source")) {
            json_string(&json, &start->source);
        } else if (json_is(&key, "language")) {
            json_copy(&json, LIMIT_TEXT_BYTES, &start->language);
        } else if (json_is(&key, "today")) {
            json_copy(&json, LIMIT_TEXT_BYTES, &start->today);
        } else if (json_is(&key, "arguments")) {
            json_skip(&json, &start->arguments);
        } else if (json_is(&key, "memory")) {
            json_integer(&json, 0, INT64_MAX, &start->memory);
        } else if (json_is(&key, "ms")) {
            json_integer(&json, 0, INT64_MAX, &start->ms);
        } else if (json_is(&key, "steps")) {
            json_integer(&json, 0, INT64_MAX, &start->steps);
        } else {
            json_bool(&json, &start->prompt);
        }
    }
    return json_end(&json, &ignored) && start->file != NULL && start->language != NULL &&
           start->today != NULL && start->arguments.bytes != NULL && start->source.bytes != NULL;
}

/* True when the fault is that of the last call that failed, and nothing else. */
static bool is_failed(const struct script_guest *guest, const struct fault *fault)
{
    struct fault probe = {.id = NULL};
    if (guest->failed.length == 0 || strcmp(fault->id, "SANDBOX_RUN") != 0) {
        return false;
    }
    fault_set(&probe, M_SANDBOX_RUN, fault->where, guest->failed.bytes, NULL);
    return strcmp(probe.detail[0], fault->detail[0]) == 0;
}

/* Says how a piece of work ended. */
static void send_end(struct script_guest *guest, bool good, const struct fault *fault)
{
    flush_print(guest);
    text_clear(&guest->message);
    if (good) {
        text_add(&guest->message, "{\"end\":true}");
    } else if (is_failed(guest, fault)) {
        text_add(&guest->message, "{\"end\":false,\"failed\":");
        text_add_json(&guest->message, fault->where);
        text_add_byte(&guest->message, '}');
    } else {
        text_add(&guest->message, "{\"end\":false,\"fault\":");
        fault_write(fault, &guest->message);
        text_add_byte(&guest->message, '}');
    }
    guest_send(guest->message.bytes, guest->message.length);
}

/* Begins a piece of work with the whole budget. */
static void begin(struct script_guest *guest)
{
    const struct sandbox_budget budget = {guest->start.steps, guest->start.ms};
    sandbox_begin(guest->sandbox, &budget);
    text_clear(&guest->failed);
}

/* The text of {"line":"…"}, added to what was typed. */
static bool read_line(struct script_guest *guest, const struct text *message)
{
    struct json json;
    struct json_text key;
    struct json_text line = {NULL, 0};
    struct error ignored = {.kind = ERROR_NONE};
    arena_clear(&guest->scratch);
    json_open(&json, message->bytes, message->length, &guest->scratch, NULL);
    json_object(&json);
    while (json_key(&json, &key)) {
        json_string(&json, &line);
    }
    if (!json_end(&json, &ignored) || line.bytes == NULL) {
        return false;
    }
    text_append(&guest->typed, line.bytes, line.length);
    text_add_byte(&guest->typed, '\n');
    return true;
}

/* Does what comes from the prompt, piece by piece. */
static void run_prompt(struct script_guest *guest, struct text *message)
{
    static const char more[] = "{\"more\":true}";
    while (guest_receive(message) && read_line(guest, message)) {
        struct fault fault = {.id = NULL};
        struct job job = {guest, false};
        begin(guest);
        bool good = sandbox_call(guest->sandbox, run_typed, &job, &fault);
        if (good && job.more) {
            guest_send(more, sizeof more - 1);
            continue;
        }
        text_clear(&guest->typed);
        send_end(guest, good, &fault);
    }
}

/* Opens the state and makes the environment. */
static bool open_state(struct script_guest *guest, struct fault *fault)
{
    struct job job = {guest, false};
    struct sandbox_limits limits = {(size_t)guest->start.memory, SIZE_MAX, 0, false};
    guest->sandbox = sandbox_open(&limits, fault);
    if (guest->sandbox == NULL) {
        return false;
    }
    sandbox_about(guest->sandbox, guest->start.file);
    begin(guest);
    return sandbox_call(guest->sandbox, set_up, &job, fault);
}

void script_guest_run(void)
{
    struct script_guest guest = {.arena = ARENA_EMPTY,
                                 .scratch = ARENA_EMPTY,
                                 .printed = TEXT_EMPTY,
                                 .message = TEXT_EMPTY,
                                 .reply = TEXT_EMPTY,
                                 .failed = TEXT_EMPTY,
                                 .typed = TEXT_EMPTY};
    struct text message = TEXT_EMPTY;
    struct fault fault = {.id = NULL};
    struct job job = {&guest, false};
    if (!guest_receive(&message) || !read_start(&guest, &message)) {
        return;
    }
    lang_choose(guest.start.language);
    bool good = open_state(&guest, &fault);
    if (good && guest.start.prompt) {
        run_prompt(&guest, &message);
        return;
    }
    good = good && sandbox_call(guest.sandbox, run_file, &job, &fault);
    send_end(&guest, good, &fault);
    while (guest_receive(&message)) {
    }
}
