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
#include "script_draw.h"
#include "script_include.h"
#include "script_local.h"
#include "script_talk.h"
#include "template_lua.h"

#include <assert.h>
#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

enum { STATUS_MOST = 7, NAME_MOST = 64 };

static const char key_environment[] = "spbe.environment";

extern const char script_options_lua[]; /* script_options.lua, which the Makefile makes a text of */

/* The parent's first message. */
struct start {
    const char *file, *called, *language, *today;
    struct json_text source;    /* a text */
    struct json_text arguments; /* a JSON list */
    int64_t memory, ms, steps;
    bool prompt;
};

/* The role's whole state. */
struct script_guest {
    struct sandbox *sandbox;
    struct start start;
    struct arena arena; /* of the start */
    struct script_talk talk;
    struct script_include files;
    struct script_draw draw;
    struct text typed; /* at the prompt, while it is not complete */
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
        script_talk_print(&guest->talk, i > 1 ? "\t" : "", i > 1);
        for (size_t at = 0; at < length; at += SCRIPT_TALK_BYTES) {
            script_talk_print(&guest->talk, bytes + at,
                              length - at < SCRIPT_TALK_BYTES ? length - at : SCRIPT_TALK_BYTES);
        }
        lua_pop(L, 1);
    }
    text_add_byte(&guest->talk.printed, '\n');
    if (guest->talk.printed.length >= SCRIPT_TALK_BYTES) {
        script_talk_flush(&guest->talk);
    }
    return 0;
}

/* ---- calls ---------------------------------------------------------------------------------------- */

/* Turns the number on the top of the stack into a handle. [-1, +1, m] */
static void wrap(lua_State *L, const char *metatable)
{
    struct script_handle *handle = lua_newuserdatauv(L, sizeof *handle, 0);
    *handle = (struct script_handle){.number = lua_tointeger(L, -2)};
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
        script_talk_flush(&guest->talk);
        text_clear(&guest->talk.message);
        text_format(&guest->talk.message, "{\"next\":%lld}",
                    (long long)lua_tointeger(L, lua_upvalueindex(2)));
        script_talk_ask(L, &guest->talk);
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
    if (row->shape[0] == 'k') {
        script_draw_flush(L, &guest->draw);
    }
    script_talk_flush(&guest->talk);
    text_clear(&guest->talk.message);
    text_format(&guest->talk.message, "{\"call\":%d,\"with\":[", (int)number);
    script_call_arguments(L, row, &guest->talk.message);
    text_add(&guest->talk.message, "]}");
    if (row->shape[0] == 'k') { /* its one method: close */
        ((struct script_handle *)lua_touserdata(L, 1))->sheets = -1;
    }
    script_talk_ask(L, &guest->talk);
    switch (script_row_result(row)) {
    case 'a':
        wrap(L, SCRIPT_CALL_ASSESSMENT);
        break;
    case 'w':
        wrap(L, SCRIPT_CALL_OUTPUT);
        break;
    case 'k':
        wrap(L, SCRIPT_CALL_BOOK);
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
    guest_send(guest->talk.message.bytes, guest->talk.message.length);
    while (guest_receive(&guest->talk.reply)) {
    }
    _Exit(0);
}

/* Ends the run with an exit status. */
static _Noreturn void end_with(struct script_guest *guest, int status)
{
    script_talk_flush(&guest->talk);
    text_clear(&guest->talk.message);
    text_format(&guest->talk.message, "{\"end\":true,\"status\":%d}", status);
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
static int raise_words(lua_State *L, const char *problem, const char *word, const char *more)
{
    return strcmp(problem, "unknown") == 0  ? sandbox_raise(L, M_SCRIPT_UNKNOWN, word, NULL)
           : strcmp(problem, "value") == 0  ? sandbox_raise(L, M_SCRIPT_VALUE, word, NULL)
           : strcmp(problem, "plain") == 0  ? sandbox_raise(L, M_SCRIPT_PLAIN, word, NULL)
           : strcmp(problem, "few") == 0    ? sandbox_raise(L, M_SCRIPT_FEW, word, NULL)
           : strcmp(problem, "needed") == 0 ? sandbox_raise(L, M_SCRIPT_NEEDED, word, NULL)
           : strcmp(problem, "whole") == 0  ? sandbox_raise(L, M_SCRIPT_WHOLE, word, more)
           : strcmp(problem, "one") == 0    ? sandbox_raise(L, M_SCRIPT_ONE_OF, word, more)
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
    lua_call(L, 4, 4);
    if (lua_isnil(L, 1)) {
        return raise_words(L, lua_tostring(L, 2), lua_tostring(L, 3), lua_tostring(L, 4));
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
    script_talk_flush(&guest->talk);
    text_clear(&guest->talk.message);
    text_add(&guest->talk.message, "{\"end\":false,\"said\":");
    script_talk_print(&guest->talk, bytes, length > SCRIPT_TALK_BYTES ? SCRIPT_TALK_BYTES : length);
    text_append_json(&guest->talk.message, guest->talk.printed.bytes, guest->talk.printed.length);
    text_add_byte(&guest->talk.message, '}');
    end_here(guest);
}

/* spbe.text(indonesian, english [, …]) → text [-0, +1, e] */
static int control_text(lua_State *L)
{
    static const char how[] = "spbe.text(indonesian, english [, ...])";
    bool english = strcmp(guest_of(L)->start.language, "en") == 0;
    for (int i = 1; i <= 2; i++) {
        if (lua_type(L, i) != LUA_TSTRING) {
            template_lua_refuse(L, i, how);
        }
    }
    lua_remove(L, english ? 1 : 2);
    if (lua_gettop(L) > 1) {
        lua_pushcfunction(L, lua_string_format);
        lua_insert(L, 1);
        lua_call(L, lua_gettop(L) - 1, 1);
    }
    return 1;
}

/* spbe.today() → text [-0, +1, m] */
static int control_today(lua_State *L)
{
    lua_pushstring(L, guest_of(L)->start.today);
    return 1;
}

/* ---- the environment ------------------------------------------------------------------------------ */

/* Pushes the name in the table at index 1 that is nearest to the one at index 2, or "". [-0, +1, m] */
static void push_nearest(lua_State *L)
{
    const char *typed = lua_tostring(L, 2);
    unsigned least = (unsigned)strlen(typed) / 3 + 1; /* what is further away was not meant */
    lua_pushliteral(L, "");
    lua_pushnil(L);
    while (lua_next(L, 1) != 0) {
        lua_pop(L, 1); /* the value */
        const char *name = lua_tostring(L, -1);
        unsigned distance = text_distance(typed, name);
        bool better =
            distance < least || (distance == least && distance > 0 &&
                                 strcmp(name, lua_tostring(L, -2)) < 0 && lua_rawlen(L, -2) > 0);
        if (better) {
            least = distance;
            lua_pushvalue(L, -1);
            lua_replace(L, -3);
        }
    }
}

/* The function of another owner that has this name: "assessment:status(…" for spbe.status; NULL when none has. */
static const struct script_row *find_elsewhere(const char *typed)
{
    for (int i = 0; i < SCRIPT_CALL_COUNT; i++) {
        if (strcmp(script_rows[i].name, typed) == 0) {
            return &script_rows[i];
        }
    }
    return NULL;
}

/* index(table, name) [raises]: a name that is not there; upvalue 1 is what stands before it */
static int miss(lua_State *L)
{
    const char *before = lua_tostring(L, lua_upvalueindex(1));
    bool text = lua_type(L, 2) == LUA_TSTRING && lua_rawlen(L, 2) < NAME_MOST;
    const char *typed = lua_pushfstring(L, "%s%s", before, text ? lua_tostring(L, 2) : "?");
    const struct script_row *elsewhere = text ? find_elsewhere(lua_tostring(L, 2)) : NULL;
    if (elsewhere != NULL) {
        lua_pushlstring(L, elsewhere->call, strcspn(elsewhere->call, "("));
        return sandbox_raise(L, M_SCRIPT_NEAREST, typed, lua_tostring(L, -1));
    }
    if (text) {
        push_nearest(L);
    }
    if (!text || lua_rawlen(L, -1) == 0) {
        return sandbox_raise(L, M_SANDBOX_UNKNOWN, typed, NULL);
    }
    const char *nearest = lua_pushfstring(L, "%s%s", before, lua_tostring(L, -1));
    return sandbox_raise(L, M_SCRIPT_NEAREST, typed, nearest);
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
        if (first == letter || (letter == 0 && !script_api_is_owner(first))) {
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
    if (letter == 'k') {
        script_draw_add_methods(L, &guest->draw);
    }
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
    script_draw_add_functions(L, english);
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
    json_open(&json, list->bytes, list->length, &guest->talk.scratch, NULL);
    json.value_limit = SIZE_MAX;
    if (!lua_json_read(L, &json, false)) {
        sandbox_raise_at(L, M_WORKER_REQUEST, NULL, NULL, NULL);
    }
    lua_pushstring(L, guest->start.called == NULL ? guest->start.file : guest->start.called);
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
    add_methods(L, guest, SCRIPT_CALL_BOOK, "workbook:", 'k');
    add_spbe(L, guest, english);
    add_arguments(L, guest);
    script_include_add(L, &guest->files);
    lua_pushlightuserdata(L, guest);
    lua_pushcclosure(L, print, 1);
    lua_setfield(L, -2, "print");
    lua_pushstring(L, guest->start.language);
    lua_setfield(L, -2, "language");
    if (guest->start.prompt) {
        script_include_typed(L, &guest->files, guest->start.file);
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
    script_include_first(L, &job->guest->files, start->file, start->source.bytes,
                         start->source.length);
    lua_call(L, 0, 0);
    return 0;
}

/* ---- the prompt ----------------------------------------------------------------------------------- */

/* Prints the values above `base`; tables as JSON. [-0, +0, e] */
static void print_values(lua_State *L, struct script_guest *guest, int base)
{
    int top = lua_gettop(L);
    for (int i = base + 1; i <= top; i++) {
        if (lua_istable(L, i)) {
            text_clear(&guest->talk.message);
            script_call_value(L, i, "-", &guest->talk.message);
            lua_pushlstring(L, guest->talk.message.bytes, guest->talk.message.length);
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
    const struct text *typed = &job->guest->typed;
    lua_getfield(L, LUA_REGISTRYINDEX, key_environment);
    job->more = !sandbox_load_typed(L, "-", typed->bytes, typed->length, false);
    if (!job->more) {
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
        } else if (json_is(&key, "called")) {
            json_copy(&json, LIMIT_TEXT_BYTES, &start->called);
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
    if (guest->talk.failed.length == 0 || strcmp(fault->id, "SANDBOX_RUN") != 0) {
        return false;
    }
    fault_set(&probe, M_SANDBOX_RUN, fault->where, guest->talk.failed.bytes, NULL);
    return strcmp(probe.detail[0], fault->detail[0]) == 0;
}

/* Says how a piece of work ended. */
static void send_end(struct script_guest *guest, bool good, const struct fault *fault)
{
    script_talk_flush(&guest->talk);
    text_clear(&guest->talk.message);
    if (good) {
        text_add(&guest->talk.message, "{\"end\":true}");
    } else if (is_failed(guest, fault)) {
        text_add(&guest->talk.message, "{\"end\":false,\"failed\":");
        text_add_json(&guest->talk.message, fault->where);
        text_add_byte(&guest->talk.message, '}');
    } else {
        text_add(&guest->talk.message, "{\"end\":false,\"fault\":");
        fault_write(fault, &guest->talk.message);
        text_add_byte(&guest->talk.message, '}');
    }
    guest_send(guest->talk.message.bytes, guest->talk.message.length);
}

/* Begins a piece of work with the whole budget. */
static void begin(struct script_guest *guest)
{
    const struct sandbox_budget budget = {guest->start.steps, guest->start.ms};
    sandbox_begin(guest->sandbox, &budget);
    text_clear(&guest->talk.failed);
}

/* The text of {"line":"…"}, added to what was typed. */
static bool read_line(struct script_guest *guest, const struct text *message)
{
    struct json json;
    struct json_text key;
    struct json_text line = {NULL, 0};
    struct error ignored = {.kind = ERROR_NONE};
    arena_clear(&guest->talk.scratch);
    json_open(&json, message->bytes, message->length, &guest->talk.scratch, NULL);
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
    struct script_guest guest = {
        .arena = ARENA_EMPTY,
        .talk = {TEXT_EMPTY, TEXT_EMPTY, TEXT_EMPTY, TEXT_EMPTY, ARENA_EMPTY},
        .files = {.talk = &guest.talk, .environment = key_environment},
        .draw = {.talk = &guest.talk, .files = &guest.files, .batch = TEXT_EMPTY},
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
